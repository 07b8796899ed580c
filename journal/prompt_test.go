package journal

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"
)

// Over ten years no prompt comes back within a month, whether one answers it, answers
// another one, or nothing; and the same journal always shows the same one.
func TestPromptsRest(t *testing.T) {
	const n = 8
	numbered := func(prompt string) int {
		if i, err := strconv.Atoi(prompt); err == nil {
			return i
		}
		return -1
	}
	for seed := range uint64(20) {
		random := rand.New(rand.NewPCG(seed, 0))
		var entries []Entry
		var showed []int // week for week
		times := make([]int, n)
		w := Week{2026, 1}
		for range 522 {
			shown, resting := prompts(entries, w, n, numbered)
			if again, _ := prompts(entries, w, n, numbered); again != shown {
				t.Fatalf("%v shows %d, then %d", w, shown, again)
			}
			month := showed[max(len(showed)-4, 0):]
			if !slices.Equal(resting[4-len(month):], month) {
				t.Fatalf("in %v %v rest, and the weeks before showed %v", w, resting, month)
			}
			if slices.Contains(resting, shown) {
				t.Fatalf("%v shows %d, and %v rest", w, shown, resting)
			}
			switch random.IntN(4) {
			case 0: // nothing written, but perhaps logged
				if random.IntN(2) == 0 {
					entries = append(entries, Entry{Week: w, Split: &Split{People: 100}})
				}
			case 1: // another prompt
				for slices.Contains(resting, shown) || random.IntN(2) == 0 {
					shown = (shown + 1) % n
				}
				fallthrough
			case 2:
				entries = append(entries, Entry{Week: w, Prompt: strconv.Itoa(shown), Reflection: "So it went."})
			case 3: // without a prompt, as in an imported file
				shown = -1
				entries = append(entries, Entry{Week: w, Reflection: "So it went."})
			}
			showed = append(showed, shown)
			if shown >= 0 {
				times[shown]++
			}
			w = w.Next()
		}
		if slices.Min(times) < 20 {
			t.Errorf("the prompts were shown %v times", times)
		}
	}
}

// What was written later changes nothing about an earlier week, and a journal without
// entries has prompts too.
func TestPromptsOfAnyWeek(t *testing.T) {
	w := Week{1969, 3}
	later := []Entry{{Week: w.Add(9), Prompt: "5", Reflection: "x"}}
	a, _ := prompts(nil, w, 8, nil)
	b, _ := prompts(later, w, 8, nil)
	if a != b || a < 0 {
		t.Errorf("%d and %d", a, b)
	}
	if shown, _ := prompts(nil, w, 3, nil); shown < 0 || shown > 2 {
		t.Errorf("of three prompts %d is shown", shown)
	}
}
