package report_test

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/lean"
	"heliotrope/journal/report"
	"heliotrope/journal/words"
)

// TestFiguresAgreeWithTheTitle reads the figures of random reports and compares them
// with the sides that their title names, in both languages.
func TestFiguresAgreeWithTheTitle(t *testing.T) {
	named := make(map[lean.State]int)
	for seed := range uint64(60) {
		for _, lang := range words.Languages {
			in := randomInput(seed, lang)
			text := string(report.Markdown("talk.md", in)[0].Content)
			own := in.Words.FirstPerson()
			for _, sentence := range []string{own.Finding(in.Result), own.TimeLine(in.Result), own.EnergyLine(in.Result), own.Basis(in.Result)} {
				if !strings.Contains(text, sentence) {
					t.Errorf("seed %d: the report has no %q", seed, sentence)
				}
			}
			share, energy := tracksIn(t, text)
			if len(share) == 0 {
				continue
			}
			if sum := share[0] + share[1] + share[2]; sum < 98 || sum > 102 {
				t.Errorf("seed %d: the shares are %v", seed, share)
			}
			state := in.Result.Time.State
			named[state]++
			if state == lean.Technical && share[0] < share[2] || state == lean.People && share[2] < share[0] {
				t.Errorf("seed %d: time is on the %s side, and the shares are %v", seed, state, share)
			}
			if state := in.Result.Energy.State; state.IsSide() && own.TracksNow(in.Result) == "" {
				named["energy "+state]++
				if ahead := energy["technical"] - energy["people"]; state == lean.Technical && ahead <= 0 || state == lean.People && ahead >= 0 {
					t.Errorf("seed %d: energy is on the %s side, and the averages are %v", seed, state, energy)
				}
			}
			if missing := in.Result.Energy.State == lean.Insufficient; missing == (len(energy) == 2) {
				t.Errorf("seed %d: energy is %s, and the averages are %v", seed, in.Result.Energy.State, energy)
			}
		}
	}
	for _, state := range []lean.State{lean.Technical, lean.People, lean.Open, "energy technical", "energy people"} {
		if named[state] == 0 {
			t.Errorf("no report is %s", state)
		}
	}
}

// tracksIn returns the shares of time of the three tracks in a report, and the
// average energies of the technical and the people track that it shows.
func tracksIn(t *testing.T, text string) (share []float64, energy map[string]float64) {
	t.Helper()
	energy = make(map[string]float64)
	row := regexp.MustCompile(`(?m)^\| (Techni\w+|Tech lead|People|Encadrement) \| ([\d.,]+)\x{a0}?% \| ([−+]?[\d.,]+)?`)
	for i, found := range row.FindAllStringSubmatch(text, -1) {
		number := func(text string) float64 {
			v, err := strconv.ParseFloat(strings.NewReplacer("−", "-", ",", ".").Replace(text), 64)
			if err != nil {
				t.Fatal(err)
			}
			return v
		}
		share = append(share, number(found[2]))
		if name := string(journal.Tracks[i]); found[3] != "" && name != string(journal.Both) {
			energy[name] = number(found[3])
		}
	}
	return share, energy
}

// randomInput returns a report on a journal with one share of time and one mean
// energy a track, which are drawn.
func randomInput(seed uint64, lang words.Language) report.Input {
	rng := rand.New(rand.NewPCG(seed, 3))
	people, lead, rated := rng.Float64(), 0.4*rng.Float64(), rng.Float64()
	energies := [3]float64{3*rng.Float64() - 1.5, 0, 3*rng.Float64() - 1.5}
	in := input(0, lang)
	in.Events = nil
	for n := range 4 + rng.IntN(36) {
		e := journal.Entry{Week: start.Add(n)}
		both := int(100 * lead)
		of := int(float64(100-both) * min(1, max(0, people+0.1*rng.NormFloat64())))
		if seed%4 != 0 {
			e.Split = &journal.Split{Technical: 100 - both - of, Both: both, People: of}
		}
		for k := range 4 {
			track := rng.IntN(3)
			if rng.Float64() > rated {
				track = 0
			}
			e.Moments = append(e.Moments, journal.Moment{
				ID: fmt.Sprint(k), Text: "Work", Kind: "glue", Track: journal.Tracks[track],
				Energy: journal.Energy(min(2, max(-2, energies[track]+0.8*rng.NormFloat64()))),
			})
		}
		in.Entries = append(in.Entries, e)
		in.Result.Span = lean.Span{From: start, To: e.Week}
	}
	return measured(in)
}
