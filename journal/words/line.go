package words

import (
	"heliotrope/journal"
	"heliotrope/journal/input"
)

// LineProblem formats why a token of a line is left as words, and names the token.
// It returns "" for one that is understood, or of which there are several kinds.
func (w *Words) LineProblem(l input.Line, t input.Token) string {
	if t.Problem == nil {
		return ""
	}
	id := "line.problem." + t.Problem.Field
	switch t.Problem.Rule {
	case journal.RuleRequired:
		id = "line.problem.tag"
	case journal.RuleLength:
		id = "line.problem.long"
	case input.RuleQuote:
		id = "line.problem.quote"
	}
	return w.Say(id, Args{"Token": l.Typed[t.Start:t.End], "Most": journal.MaxTags})
}
