package lean

import (
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
)

// mixedSet is a published data set with what R prints for linear mixed models
// with a random intercept.
type mixedSet struct {
	Name, Source, Y, Group string
	Rows                   []map[string]any
	Fits                   []mixedFit
}

type mixedFit struct {
	Model     string
	X         []string
	Where     string // a column that is 1 in the rows of the fit; all rows if empty
	Published map[string]printed
}

// printed is one number or several as R prints them, with trailing zeros.
type printed []json.Number

func (p *printed) UnmarshalJSON(text []byte) error {
	if text[0] == '[' {
		return json.Unmarshal(text, (*[]json.Number)(p))
	}
	*p = printed{json.Number(text)}
	return nil
}

// numberOf returns the number that is printed and one unit of its last digit.
func numberOf(t *testing.T, n json.Number) (value, unit float64) {
	t.Helper()
	value, err := n.Float64()
	if err != nil {
		t.Fatal(err)
	}
	_, decimals, _ := strings.Cut(n.String(), ".")
	return value, math.Pow10(-len(decimals))
}

// observation is a row as the mixed model takes it in.
type observation struct {
	group string
	x     []float64
	y     float64
}

func (s mixedSet) observations(f mixedFit) (rows []observation) {
	for _, row := range s.Rows {
		if f.Where != "" && row[f.Where] != 1.0 {
			continue
		}
		o := observation{group: row[s.Group].(string), y: row[s.Y].(float64)}
		for _, x := range f.X {
			o.x = append(o.x, row[x].(float64))
		}
		rows = append(rows, o)
	}
	return rows
}

// vague is the prior variance of a difference of which nothing is known, in
// units of σ²: SSE and LogF are then those of a flat prior but for ln vague.
const vague = 1e5

// restricted is a fit by restricted likelihood for one ratio of the variances.
type restricted struct {
	criterion     float64 // -2 times the restricted log likelihood
	group, sigma2 float64 // variances
	fixed, se     []float64
}

// restrictedAt fits rows with the energy dial's model: groups are weeks, the
// level is the intercept, and the difference is the first regressor's slope. A
// second slope β is subtracted from what is observed: SSE is a parabola in β,
// and half its curvature is the information on β.
func restrictedAt(rows []observation, ratio float64) restricted {
	p := 1 + len(rows[0].x)
	prior := 0.0
	if p > 1 {
		prior = vague
	}
	run := func(beta float64) mixed {
		m := mixed{mood: ratio, prior: prior}
		for i, o := range rows {
			if i == 0 || o.group != rows[i-1].group {
				m.begin(0)
			}
			x, y := 0.0, o.y
			if p > 1 {
				x = o.x[0]
			}
			if p > 2 {
				y -= beta * o.x[1]
			}
			m.see(x, y, 1, 0)
		}
		return m
	}
	m := run(0)
	logF, beta := m.logF, 0.0
	if p > 2 {
		up, down := run(1).sse-m.sse, run(-1).sse-m.sse
		information := (up + down) / 2
		beta = (down - up) / (4 * information)
		m = run(beta)
		logF += math.Log(information)
	}
	if p > 1 {
		logF -= math.Log(vague)
	}
	free := float64(len(rows) - p)
	f := restricted{sigma2: m.sse / free}
	f.group = ratio * f.sigma2
	f.criterion = free*(1+math.Log(2*math.Pi*f.sigma2)) + logF
	f.fixed = []float64{m.mean[0], m.mean[1], beta}[:p]
	if p <= 2 {
		f.se = []float64{math.Sqrt(f.sigma2 * m.variance[0][0]), math.Sqrt(f.sigma2 * m.variance[1][1])}[:p]
	}
	return f
}

// likeliest returns the fit at the ratio where the criterion is least: 0, or
// where its slope over the logarithm changes sign.
func likeliest(rows []observation) restricted {
	const h = 1e-4
	slope := func(log float64) float64 {
		return restrictedAt(rows, math.Exp(log+h)).criterion - restrictedAt(rows, math.Exp(log-h)).criterion
	}
	low, high := math.Log(1e-4), math.Log(1e4)
	if slope(low) > 0 {
		return restrictedAt(rows, 0)
	}
	for range 60 {
		if middle := (low + high) / 2; slope(middle) < 0 {
			low = middle
		} else {
			high = middle
		}
	}
	return restrictedAt(rows, math.Exp(low))
}

// TestMixedPublished maximizes the restricted likelihood that the energy dial's
// filter computes where nothing drifts, and compares the estimates with those
// that lme4 and nlme print.
func TestMixedPublished(t *testing.T) {
	text, err := os.ReadFile("testdata/mixed.json")
	if err != nil {
		t.Fatal(err)
	}
	var all struct{ Sets []mixedSet }
	if err := json.Unmarshal(text, &all); err != nil {
		t.Fatal(err)
	}
	if len(all.Sets) < 5 {
		t.Errorf("only %d data sets", len(all.Sets))
	}
	for _, set := range all.Sets {
		for _, fit := range set.Fits {
			t.Run(set.Name+" "+fit.Model, func(t *testing.T) {
				got := likeliest(set.observations(fit))
				numbers := map[string][]float64{
					"fixed": got.fixed, "se": got.se,
					"variance_group": {got.group}, "sd_group": {math.Sqrt(got.group)},
					"variance_residual": {got.sigma2}, "sd_residual": {math.Sqrt(got.sigma2)},
					"reml_criterion": {got.criterion}, "restricted_log_likelihood": {-got.criterion / 2},
				}
				for key, want := range fit.Published {
					if len(numbers[key]) != len(want) {
						t.Errorf("%s: %v, want %v", key, numbers[key], want)
						continue
					}
					for i, n := range want {
						value, unit := numberOf(t, n)
						near(t, fmt.Sprint(key, " ", i), numbers[key][i], value, unit)
					}
				}
			})
		}
	}
}

// nile returns the flow of the Nile and the variances that Durbin and Koopman
// 2012 print for it, with q, the ratio of that of the level to the other.
func nile(t *testing.T) (flow []float64, published map[string]any, q, noise float64) {
	t.Helper()
	o := oraclesOf(t).series(t, "nile")
	published = o.Expect["local_level"].(map[string]any)
	noise = published["var_obs"].(float64)
	return o.Y, published, published["var_level"].(float64) / noise, noise
}

// TestEnergyDriftNile rates one track alone, once a week, by the flow of the
// Nile. The track's mean is then a local level: it steps by half of what the
// difference does, and what is observed of it has the noise of a week and of a
// moment.
func TestEnergyDriftNile(t *testing.T) {
	flow, published, q, noise := nile(t)
	n := float64(len(flow))
	for _, x := range []float64{-0.5, 0.5} {
		sigma2 := noise / (1 + energyMood)
		run := func(q float64) (likelihood float64, means, variances []float64) {
			m := mixed{drift: 2 * q * (1 + energyMood), mood: energyMood, prior: energyPrior}
			for _, y := range flow {
				m.begin(0)
				m.see(x, y, 1, 0)
				means = append(means, m.mean[0]+x*m.mean[1])
				variances = append(variances, sigma2*(m.variance[0][0]+2*x*m.variance[0][1]+x*x*m.variance[1][1]))
			}
			return -((n-1)*math.Log(2*math.Pi*sigma2) + m.logF + m.sse/sigma2) / 2, means, variances
		}
		likelihood, means, variances := run(q)
		same(t, "log likelihood", likelihood, published["loglik_n_minus_1"].(float64))
		for i, want := range published["filtered_first4"].([]any) {
			same(t, fmt.Sprint("level ", i), means[i], want.(float64))
			same(t, fmt.Sprint("variance ", i), variances[i], published["P_first4"].([]any)[i].(float64))
		}
		same(t, "steady variance", variances[len(flow)-1], published["P_steady"].(float64))
		for _, by := range []float64{0.97, 1.03} {
			if l, _, _ := run(by * q); l >= likelihood {
				t.Errorf("%v times the drift is likelier: %v, not %v", by, l, likelihood)
			}
		}
	}
}

// TestEnergyDifferenceNile rates people work by the flow of the Nile and
// technical work by the same backward, without an effect of the week: two local
// levels apart, of which the difference is known at the ends and in the middle.
func TestEnergyDifferenceNile(t *testing.T) {
	flow, published, q, sigma2 := nile(t)
	n := len(flow)
	backward := slices.Clone(flow)
	slices.Reverse(backward)
	m := mixed{drift: 2 * q, prior: 3e7}
	var weeks []tracks
	for i := range flow {
		m.begin(0)
		m.see(0.5, flow[i], 1, 0)
		m.see(-0.5, backward[i], 1, 0)
		weeks = append(weeks, m.tracks())
	}
	for i := n - 2; i >= 0; i-- {
		weeks[i] = weeks[i].given(weeks[i+1], m.drift/4, m.drift)
	}
	smoothed, variance := published["smoothed"].(map[string]any), published["smoothed_var"].(map[string]any)
	first, last := smoothed["1871"].(float64), smoothed["1970"].(float64)
	ends, middle := variance["1871"].(float64), variance["1920"].(float64)
	const digits = 2e-5 // two printed values
	near(t, "difference of 1871", weeks[0].difference, first-last, digits)
	near(t, "difference of 1970", weeks[n-1].difference, last-first, digits)
	near(t, "middle of 1871", weeks[0].level, (first+last)/2, digits)
	near(t, "middle of 1970", weeks[n-1].level, (first+last)/2, digits)
	near(t, "variance of 1871", sigma2*weeks[0].variance[2], 2*ends, 100*digits)
	near(t, "variance of 1970", sigma2*weeks[n-1].variance[2], 2*ends, 100*digits)
	near(t, "variance of 1920", sigma2*weeks[49].variance[2], 2*middle, 100*digits)

	likelihood := -(float64(2*n-2)*math.Log(2*math.Pi*sigma2) + m.logF - math.Log(m.prior) + m.sse/sigma2) / 2
	near(t, "log likelihood", likelihood, 2*published["loglik_n_minus_1"].(float64), 2e-4)
}

// TestMixedCollapsed takes moments in one by one, and all of one track and week
// at once: nothing differs.
func TestMixedCollapsed(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 3))
	one := mixed{drift: energyDrift, mood: energyMood, prior: energyPrior}
	all := one
	for week := range 30 {
		jump := float64(rng.IntN(10) / 9)
		one.begin(jump)
		all.begin(jump)
		for _, x := range []float64{-0.5, 0.5} {
			n, sum, squares := rng.IntN(5), 0.0, 0.0
			for range n {
				e := float64(rng.IntN(5) - 2)
				sum, squares = sum+e, squares+e*e
				one.see(x, e, 1, 0)
			}
			if n > 0 {
				all.see(x, sum/float64(n), float64(n), squares-sum*sum/float64(n))
			}
		}
		for i := range one.mean {
			near(t, fmt.Sprint("mean in week ", week), all.mean[i], one.mean[i], 1e-10)
			for j := range one.mean {
				near(t, fmt.Sprint("variance in week ", week), all.variance[i][j], one.variance[i][j], 1e-10)
			}
		}
		near(t, fmt.Sprint("SSE in week ", week), all.sse, one.sse, 1e-9)
		near(t, fmt.Sprint("ln F in week ", week), all.logF, one.logF, 1e-10)
	}
	if all.n != one.n || all.n == 0 {
		t.Errorf("%d moments, want %d", all.n, one.n)
	}
}
