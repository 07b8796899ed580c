package report

import (
	"time"

	"heliotrope/journal"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// Input is what a report is made of.
type Input struct {
	Result  lean.Result     // of the span to report on
	Entries []journal.Entry // those outside the span are left out; the report names those that come later than its day
	Events  []journal.Event // those outside the span only determine the role
	Kinds   journal.Kinds
	Brief   journal.Brief // what the user has chosen for the brief
	Words   *words.Words
	Written time.Time // its date is printed
	Options Options
}
