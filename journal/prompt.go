package journal

import "slices"

// promptRest is how many weeks a prompt rests after it was shown.
const promptRest = 4

// Prompts returns which of n prompts, numbered from 0, week w shows while nothing is
// written under one, and which rest because one of the four weeks before showed them.
//
// The prompts rotate; one that rests is passed over. What a week showed is the prompt
// of its reflection, whose number is the one that numbered returns, or -1 for another
// text. Without a reflection it is the one that Prompts returns for that week.
func (j *Journal) Prompts(w Week, n int, numbered func(prompt string) int) (shown int, resting []int) {
	return prompts(j.snapshot().Entries, w, n, numbered)
}

// prompts is Prompts for entries, oldest first.
func prompts(entries []Entry, w Week, n int, numbered func(prompt string) int) (shown int, resting []int) {
	rotating := func(i int) int { return ((i % n) + n) % n }
	first := w
	if len(entries) > 0 && entries[0].Week.Before(w) {
		first = entries[0].Week
	}
	for i := promptRest; i > 0; i-- {
		resting = append(resting, rotating(first.Index()-i))
	}
	for at := first; ; at = at.Next() {
		shown = rotating(at.Index())
		for k := range n {
			if next := rotating(at.Index() + k); !slices.Contains(resting, next) {
				shown = next
				break
			}
		}
		if at == w {
			return shown, resting
		}
		if len(entries) > 0 && entries[0].Week == at {
			if entries[0].Reflection != "" {
				shown = numbered(entries[0].Prompt)
			}
			entries = entries[1:]
		}
		resting = append(resting[1:], shown)
	}
}
