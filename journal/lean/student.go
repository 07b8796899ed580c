package lean

import "math"

// The table of a studentT covers |x| < tableEnd in cells of 1/tableCells. With
// polynomials of degree 5 the error of a probability stays below 1e-12.
const (
	tableEnd   = 16
	tableCells = 32
)

// studentT is Student's t distribution with nu degrees of freedom, made for
// being asked a million times: the mixtures of a long journal do. A library's
// incomplete beta function would take most of the time of a chart.
type studentT struct {
	nu    float64
	scale float64      // density at 0
	cells [][6]float64 // tail probability in each cell of x ≥ 0, as a polynomial in its 0 to 1
}

func newStudentT(nu float64) *studentT {
	t := &studentT{nu: nu, scale: math.Exp(gammaHalf(nu/2)) / math.Sqrt(nu*math.Pi)}
	t.cells = make([][6]float64, tableEnd*tableCells)
	tail := 0.5
	for k := range t.cells {
		next := tail - t.mass(k)
		t.cells[k] = t.hermite(k, tail, next)
		tail = next
	}
	return t
}

// density returns the density at x.
func (t *studentT) density(x float64) float64 {
	return t.scale * math.Exp(-(t.nu+1)/2*math.Log1p(x*x/t.nu))
}

// mass integrates the density over cell k by the Gauss-Legendre rule of five
// points (Abramowitz and Stegun 1964, table 25.4), exact to rounding there.
func (t *studentT) mass(k int) float64 {
	const (
		x1, w1 = 0.5384693101056831, 0.47862867049936647
		x2, w2 = 0.9061798459386640, 0.23692688505618909
		w0     = 128.0 / 225
		half   = 0.5 / tableCells
	)
	middle := (float64(k) + 0.5) / tableCells
	sum := w0 * t.density(middle)
	sum += w1 * (t.density(middle-half*x1) + t.density(middle+half*x1))
	sum += w2 * (t.density(middle-half*x2) + t.density(middle+half*x2))
	return half * sum
}

// hermite returns the polynomial over cell k that has the tail probability and
// its first two derivatives at both ends.
func (t *studentT) hermite(k int, tail, next float64) [6]float64 {
	const h = 1.0 / tableCells
	ends := func(x float64) (first, second float64) {
		f := t.density(x)
		return -h * f, h * h * f * (t.nu + 1) * x / (t.nu + x*x)
	}
	d0, s0 := ends(float64(k) * h)
	d1, s1 := ends(float64(k+1) * h)
	a := next - tail - d0 - s0/2
	b := d1 - d0 - s0
	c := s1 - s0
	return [6]float64{tail, d0, s0 / 2, 10*a - 4*b + c/2, -15*a + 7*b - c, 6*a - 3*b + c/2}
}

// at returns P(X ≤ x) and the density at x.
func (t *studentT) at(x float64) (cdf, density float64) {
	size := math.Abs(x) * tableCells
	cell := int(min(size, tableEnd*tableCells)) // a bound, so that no conversion overflows
	var tail float64
	if cell < len(t.cells) {
		c, u := &t.cells[cell], size-float64(cell)
		tail = c[0] + u*(c[1]+u*(c[2]+u*(c[3]+u*(c[4]+u*c[5]))))
		density = -tableCells * (c[1] + u*(2*c[2]+u*(3*c[3]+u*(4*c[4]+u*5*c[5]))))
	} else {
		tail, density = studentTail(math.Abs(x), t.nu), t.density(x)
	}
	if x < 0 {
		return tail, density
	}
	return 1 - tail, density
}

// studentTail returns P(X > x) for x ≥ 0 and Student's t with any nu > 0:
// ½ I(ν/(ν+x²); ν/2, ½) (Abramowitz and Stegun 1964, eq. 26.5.27 and 26.7.1).
func studentTail(x, nu float64) float64 {
	if math.IsInf(x, 1) {
		return 0
	}
	// 1 - z as its own quotient keeps its digits for small x.
	sum := nu + x*x
	logBeta := math.Log(math.Pi)/2 - gammaHalf(nu/2) // ln B(ν/2, ½)
	return 0.5 * incompleteBeta(nu/sum, x*x/sum, nu/2, 0.5, logBeta)
}

// studentQuantile returns x with P(X ≤ x) = p for ½ ≤ p < 1 and any nu > 0. It
// is infinite where x would exceed a million, which only nu < ½ can ask for.
func studentQuantile(p, nu float64) float64 {
	const most = 1e6
	scale := math.Exp(gammaHalf(nu/2)) / math.Sqrt(nu*math.Pi)
	high := 1.0
	for studentTail(high, nu) > 1-p {
		if high *= 2; high > most {
			return math.Inf(1)
		}
	}
	return solve(func(x float64) (float64, float64) {
		return 1 - p - studentTail(x, nu), scale * math.Exp(-(nu+1)/2*math.Log1p(x*x/nu))
	}, 0, high, high/2)
}

// gammaHalf returns ln Γ(a+½) - ln Γ(a). For large a the difference of two
// great logarithms would lose digits, so the series of the quotient is used
// (Tricomi and Erdélyi, Pacific J Math 1:133, 1951).
func gammaHalf(a float64) float64 {
	if a < 40 {
		above, _ := math.Lgamma(a + 0.5)
		below, _ := math.Lgamma(a)
		return above - below
	}
	u := 1 / a
	return 0.5*math.Log(a) + math.Log1p(u*(-1.0/8+u*(1.0/128+u*(5.0/1024+u*(-21.0/32768-u*399.0/262144)))))
}

// incompleteBeta returns the regularized incomplete beta function I(x; a, b),
// given x, rest = 1-x and ln B(a, b), by its continued fraction (NIST DLMF
// 8.17.22), evaluated by Lentz's method.
func incompleteBeta(x, rest, a, b, logBeta float64) float64 {
	if x <= 0 {
		return 0
	}
	if rest <= 0 {
		return 1
	}
	if x > (a+1)/(a+b+2) { // the fraction converges fast below this point
		return 1 - incompleteBeta(rest, x, b, a, logBeta)
	}
	front := math.Exp(a*logOf(x, rest)+b*logOf(rest, x)-logBeta) / a

	const tiny, enough = 1e-300, 1e-16
	away := func(v float64) float64 {
		if math.Abs(v) < tiny {
			return tiny
		}
		return v
	}
	c, d := 1.0, 1/away(1-(a+b)*x/(a+1))
	f := d
	for m := 1.0; m < 10_000; m++ {
		even := m * (b - m) * x / ((a + 2*m - 1) * (a + 2*m))
		d, c = 1/away(1+even*d), away(1+even/c)
		f *= d * c
		odd := -(a + m) * (a + b + m) * x / ((a + 2*m) * (a + 2*m + 1))
		d, c = 1/away(1+odd*d), away(1+odd/c)
		f *= d * c
		if math.Abs(d*c-1) < enough {
			break
		}
	}
	return front * f
}

// logOf returns ln x given rest = 1-x too. Near 1 it is taken from the rest: a
// large factor before it would bring out the rounding of x.
func logOf(x, rest float64) float64 {
	if x > 0.5 {
		return math.Log1p(-rest)
	}
	return math.Log(x)
}
