package report

import "slices"

// Options are what the user chooses of a report. The zero value is a brief, on
// paper of the reader's choice.
type Options struct {
	Name     string    // of the writer, for the title; empty for none
	Sections []Section // what is added to the brief, in any order
	Redact   Redaction
	Paper    Paper
	BOM      bool // begin a CSV file with a byte order mark, which some spreadsheets need

	// DecimalComma writes figures in a CSV file with a decimal comma, and so
	// semicolons between the cells, as spreadsheets of many countries have it.
	// See the function of that name.
	DecimalComma bool
}

// has reports whether section s is added.
func (o Options) has(s Section) bool { return slices.Contains(o.Sections, s) }

// full reports whether anything is added to the brief.
func (o Options) full() bool { return len(o.Sections) > 0 }

// Section is a part of a report that comes after the brief, if it is chosen.
type Section string

// The sections.
const (
	FindingsSection    Section = "findings"   // what else the weeks show, and under which facts
	ChartsSection      Section = "charts"     // those that are not in the brief
	MomentsSection     Section = "moments"    // what energized, what drained
	DimensionsSection  Section = "dimensions" // answers to the ten questions
	EventsSection      Section = "events"
	ReflectionsSection Section = "reflections"
	MethodSection      Section = "method"
	TablesSection      Section = "tables"
)

// Sections lists the sections in the order in which they are read.
var Sections = []Section{
	FindingsSection, ChartsSection, MomentsSection, DimensionsSection, EventsSection, ReflectionsSection, MethodSection, TablesSection,
}

// FullSections lists the sections of a full report: all but the reflections, which
// are for nobody else unless the user chooses so.
var FullSections = slices.DeleteFunc(slices.Clone(Sections), func(s Section) bool { return s == ReflectionsSection })

// Redaction is what a report leaves out, in every format and every part of
// it. Figures stay as they are.
//
// In any case a private moment counts in the figures and is neither quoted nor
// listed, a kind of the user's own that only private moments have is not named,
// and the reason for a week away and the ids of moments and events are left out, and so are the traces that moments are from.
type Redaction struct {
	// Text leaves out what the user wrote: moments, what they would like to try,
	// titles of events, names of kinds, reflections and their prompts, and sizes of
	// companies that are not among those offered. It leaves tags, which Tags leaves
	// out.
	Text bool
	// Reflections leaves out reflections and their prompts.
	Reflections bool
	// Tags leaves out tags.
	Tags bool
	// Names are masked wherever the user wrote them, as whole words, in any
	// spelling that package fold calls the same. What is no name, see [IsName], is
	// not.
	Names []string
}

// Paper is a size of paper. The empty one leaves the choice to the reader,
// and is A4 where there must be one.
type Paper string

// The sizes of paper.
const (
	A4     Paper = "a4"
	Letter Paper = "letter"
)

// Papers lists the sizes of paper.
var Papers = []Paper{A4, Letter}
