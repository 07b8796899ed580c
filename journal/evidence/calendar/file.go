package calendar

import (
	"time"

	"heliotrope/journal/evidence/source"
)

// The most that is retained of a file.
const (
	maxEvents   = 50_000 // by weight; of a file with more, only those that a look may need
	maxNeeded   = 200_000
	maxTroubles = 20
	maxZones    = 500
	maxRules    = 8      // of an event
	maxRule     = 4096   // bytes of each
	maxDates    = 65_536 // of an event, that are added or excluded
	maxDepth    = 64     // of components in each other
)

// file is what was read of a file.
type file struct {
	path     string
	stamp    stamp // before it was read
	events   []*event
	weight   int  // of the events
	partial  bool // only what one look may need
	troubles []source.Trouble
}

func (f *file) trouble(line int, err error) {
	if len(f.troubles) < maxTroubles {
		f.troubles = append(f.troubles, source.Trouble{Path: f.path, Line: line, Err: err})
	}
}

// add retains an event. Once there are too many, only those are retained that a look
// from one wall to another may need.
func (f *file) add(e *event, from, to time.Time) {
	if !f.partial && f.weight+e.weight() > maxEvents {
		f.partial = true
		all := f.events
		f.events, f.weight = nil, 0
		for _, e := range all {
			f.add(e, from, to)
		}
	}
	switch {
	case f.partial && !e.mayTouch(from, to):
	case f.weight+e.weight() > maxNeeded:
		f.trouble(e.line, source.ErrLarge)
	default:
		f.events, f.weight = append(f.events, e), f.weight+e.weight()
	}
}
