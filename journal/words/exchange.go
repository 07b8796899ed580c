package words

import (
	"errors"

	"heliotrope/journal"
	"heliotrope/journal/exchange"
)

// problems maps each problem of an exchange file to its id in the catalog.
var problems = map[exchange.Problem]string{
	exchange.ProblemEmpty:      "empty",
	exchange.ProblemTooLarge:   "too-large",
	exchange.ProblemEncoding:   "encoding",
	exchange.ProblemSyntax:     "syntax",
	exchange.ProblemTruncated:  "truncated",
	exchange.ProblemTrailing:   "trailing",
	exchange.ProblemTooDeep:    "too-deep",
	exchange.ProblemSurrogate:  "surrogate",
	exchange.ProblemDuplicate:  "duplicate",
	exchange.ProblemUnknown:    "unknown",
	exchange.ProblemCase:       "case",
	exchange.ProblemMissing:    "missing",
	exchange.ProblemNotObject:  "not-object",
	exchange.ProblemNotList:    "not-list",
	exchange.ProblemNotText:    "not-text",
	exchange.ProblemNotNumber:  "not-number",
	exchange.ProblemNotInteger: "not-integer",
	exchange.ProblemNotBool:    "not-bool",
	exchange.ProblemRange:      "range",
	exchange.ProblemTime:       "time",
	exchange.ProblemTooMany:    "too-many",
	exchange.ProblemFormat:     "format",
	exchange.ProblemVersion:    "version",
	exchange.ProblemNewer:      "newer",
}

// exchange formats what is wrong with an exchange file, and where.
func (w *Words) exchange(e *exchange.Error) Problem {
	what := ""
	if bad, ok := errors.AsType[*journal.InvalidError](e.Err); ok {
		what = w.Rule(bad.Rule)
	} else {
		what = w.Say("exchange." + problems[e.Problem])
	}
	field := e.Path
	if field == "" {
		field = w.Say("exchange.file")
	}
	args := Args{"Field": field, "Problem": what, "Line": e.Line, "Column": e.Column}
	id := "exchange.at"
	if e.Line == 0 {
		id = "exchange.whole"
	}
	p := w.problem("exchange", nil)
	p.What = w.Say(id, args)
	if e.Problem == exchange.ProblemNewer {
		p.Do = w.Say("problem.newer-format.do") // there is nothing to fix
	}
	return p
}
