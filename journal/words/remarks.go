package words

import "heliotrope/journal/lean"

// Remarks says what else r shows beside its finding, one sentence or two each,
// the most telling first: a new role, movement and swings, before and after
// each change, whether the lean holds for chosen moments, what was stated
// beside what was logged, what drained, and a question about an undeclared
// change. What may not be said is left out.
func (w *Words) Remarks(r lean.Result) []string {
	said := []string{w.Recent(r), w.Movement(r)}
	for _, change := range r.Changes {
		said = append(said, w.BeforeAfter(r, change))
	}
	said = append(said, w.Chosen(r), w.StatedBesideLogged(r), w.Draining(r), w.ChangeQuestion(r))
	var remarks []string
	for _, s := range said {
		if s != "" {
			remarks = append(remarks, s)
		}
	}
	return remarks
}
