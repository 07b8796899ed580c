package lean

import "heliotrope/journal"

// statedOf returns the mean answer to each question. Answers given in a week
// away count: they are about what the writer thinks, not about the week.
func statedOf(logged []*journal.Entry) []Stated {
	at := make(map[journal.Question]int, len(journal.Questions))
	stated := make([]Stated, len(journal.Questions))
	for i, q := range journal.Questions {
		at[q], stated[i].Question = i, q
	}
	for _, e := range logged {
		for _, a := range e.Answers {
			if i, ok := at[a.Question]; ok {
				stated[i].N++
				stated[i].Mean += float64(a.Value)
			}
		}
	}
	for i := range stated {
		if n := stated[i].N; n > 0 {
			stated[i].Mean /= float64(n)
		}
	}
	return stated
}
