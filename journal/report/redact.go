package report

import (
	"cmp"
	"iter"
	"slices"
	"strconv"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// material is an input after redaction. Only [newMaterial] sees the input:
// charts, quotes, tables and files are made of material, so that what is not in
// it is nowhere.
type material struct {
	result      lean.Result
	entries     iter.Seq[journal.Entry] // of the span, oldest first; what may not be shown is empty. Each is redacted when it is its turn, and its moments are good until the next one's
	later       []journal.Week          // that were logged and are after the span, though it was to contain everything
	reflections []reflection            // of the span, oldest first, where they are to be shown; the entries have none
	gave, took  []lean.DatedMoment      // those picked for the brief that may be quoted, newest first
	try         string                  // what the user would like to try; "" if it may not be shown
	events      []journal.Event         // up to the end of the span, oldest first
	kinds       journal.Kinds           // those that moments have
	words       *words.Words
	written     time.Time
	options     Options // without the names to hide
}

// redactor takes out of an input what a report may not show. It changes copies
// only.
type redactor struct {
	Redaction
	masker
	words *words.Words
	kinds map[string]journal.Kind // what a kind becomes, by its id
}

func newMaterial(in Input) material {
	r := redactor{
		Redaction: in.Options.Redact, words: in.Words,
		masker: newMasker(in.Options.Redact.Names, in.Words.Say("report.redacted")),
		kinds:  make(map[string]journal.Kind),
	}
	m := material{
		words: in.Words.FirstPerson(), written: in.Written, options: in.Options,
		later: in.Result.Span.Later(in.Entries, journal.WeekOf(in.Written)),
	}
	m.options.Name, m.options.Redact.Names = r.mask(in.Options.Name), nil
	var span []journal.Entry
	for _, e := range in.Entries {
		if in.Result.Span.Contains(e.Week) {
			span = append(span, e)
		}
	}
	slices.SortStableFunc(span, func(a, b journal.Entry) int { return a.Week.Compare(b.Week) })
	m.kinds = r.redactKinds(in.Kinds, span, in.Result.Kinds)
	m.entries = func(yield func(journal.Entry) bool) {
		var moments []journal.Moment
		for _, e := range span {
			e = r.redactEntry(e, moments[:0])
			if moments = e.Moments; !yield(e) {
				return
			}
		}
	}
	if !r.Text && !journal.IsBlank(in.Brief.Try) {
		m.try = r.mask(in.Brief.Try)
	}
	picked := picks(in)
	for _, e := range span {
		if in.Options.has(ReflectionsSection) {
			m.reflections = append(m.reflections, r.reflection(e)...)
		}
		if at := picksIn(e, picked); len(at) > 0 {
			m.pick(r.redactEntry(e, nil), at)
		}
	}
	var ids map[string]string
	m.events, ids = r.redactEvents(in.Events, in.Result.Span.To)
	m.result = r.redactResult(in.Result, ids)
	return m
}

// redactKinds decides what becomes of every kind that moments have. A kind of
// the user's own loses its name if texts are left out, and its id with it; so
// does one that only private moments have.
func (r *redactor) redactKinds(catalog journal.Kinds, entries []journal.Entry, figures []lean.Kind) journal.Kinds {
	shown := make(map[string]bool) // whether a moment of the kind may be shown
	for _, k := range figures {
		shown[k.ID] = false
	}
	for _, e := range entries {
		for _, m := range e.Moments {
			shown[m.Kind] = shown[m.Kind] || !m.Private
		}
	}
	all := slices.Clone(catalog)
	var unknown journal.Kinds
	for id := range shown {
		if _, ok := catalog.Find(id); !ok {
			unknown = append(unknown, journal.Kind{ID: id, Name: id, Track: journal.Both})
		}
	}
	slices.SortFunc(unknown, func(a, b journal.Kind) int { return cmp.Compare(a.ID, b.ID) })
	var kinds journal.Kinds
	hidden := 0
	for _, k := range append(all, unknown...) {
		show, used := shown[k.ID]
		if !used {
			continue
		}
		id := k.ID
		if _, builtIn := journal.BuiltInKinds().Find(id); builtIn {
			k.Name = r.mask(k.Name)
			if r.Text || !show {
				k.Name = "" // its name in the user's language
			}
		} else if r.Text || !show || r.mask(id) != id {
			hidden++
			number := strconv.Itoa(hidden)
			k.ID, k.Name = "own-"+number, r.mask(k.Name)
			if r.Text || !show {
				k.Name = r.words.Say("report.redacted.kind", words.Args{"Number": number})
			}
		} else {
			k.Name = r.mask(k.Name)
		}
		r.kinds[id] = k
		kinds = append(kinds, k)
	}
	return kinds
}

// redactEntry returns e as it may be shown, with its moments in the place of moments,
// and leaves e as it is.
func (r *redactor) redactEntry(e journal.Entry, moments []journal.Moment) journal.Entry {
	if e.Away != "" {
		e.Away = "other" // the reason is never in a report
	}
	e.Moments = append(moments, e.Moments...)
	for i := range e.Moments {
		m := &e.Moments[i]
		m.ID, m.Source, m.Kind = strconv.Itoa(i+1), "", r.kinds[m.Kind].ID
		m.Text = r.mask(m.Text)
		if r.Text || m.Private {
			m.Text = ""
		}
		if r.Tags || m.Private {
			m.Tags = nil
		}
		m.Tags = r.maskAll(m.Tags)
	}
	e.Prompt, e.Reflection = "", ""
	return e
}

// reflection returns the reflection of e, if it has one that may be shown. Names are
// hidden in what is to be read: a name with markup inside is one as well.
func (r *redactor) reflection(e journal.Entry) []reflection {
	if r.Text || r.Reflections || journal.IsBlank(e.Reflection) {
		return nil
	}
	return []reflection{{r.words.Week(e.Week), r.mask(e.Prompt), r.masker.prose(proseOf(e.Reflection))}}
}

// picksIn returns where the picked moments are in e.
func picksIn(e journal.Entry, picked []journal.MomentRef) (at []int) {
	for _, ref := range picked {
		if ref.Week == e.Week {
			at = append(at, slices.IndexFunc(e.Moments, func(m journal.Moment) bool { return m.ID == ref.ID }))
		}
	}
	return at
}

// pick adds the moments at some places in e, which is newer than those before, to
// what is picked, unless their text is left out.
func (m *material) pick(e journal.Entry, at []int) {
	for _, i := range slices.Backward(at) {
		picked, list := lean.DatedMoment{Moment: e.Moments[i], Week: e.Week}, &m.gave
		if picked.Energy < 0 {
			list = &m.took
		}
		if picked.Text != "" {
			*list = slices.Insert(*list, 0, picked)
		}
	}
}

// quotable returns the entries with only those moments that have a text to quote.
func (m material) quotable() (entries []journal.Entry) {
	for e := range m.entries {
		e.Moments = slices.DeleteFunc(slices.Clone(e.Moments), func(m journal.Moment) bool { return m.Text == "" })
		entries = append(entries, e)
	}
	return entries
}

// redactEvents returns the events up to a week, oldest first, and their new
// ids by the old ones.
func (r *redactor) redactEvents(events []journal.Event, to journal.Week) ([]journal.Event, map[string]string) {
	events = slices.DeleteFunc(slices.Clone(events), func(e journal.Event) bool { return e.Week.After(to) })
	slices.SortStableFunc(events, func(a, b journal.Event) int {
		return cmp.Or(a.Week.Compare(b.Week), cmp.Compare(a.ID, b.ID))
	})
	ids := make(map[string]string, len(events))
	for i, e := range events {
		ids[e.ID] = strconv.Itoa(i + 1)
	}
	for i, e := range events {
		events[i] = r.redactEvent(e, ids)
	}
	return events, ids
}

func (r *redactor) redactEvent(e journal.Event, ids map[string]string) journal.Event {
	e.ID = ids[e.ID]
	e.Title, e.CompanySize = r.mask(e.Title), r.mask(e.CompanySize)
	if !r.Text {
		return e
	}
	e.Title = ""
	if e.Role == "" {
		e.Title = r.words.EventKind(e.Kind)
	}
	if !slices.Contains(journal.CompanySizes, e.CompanySize) {
		e.CompanySize = ""
	}
	return e
}

// redactResult returns a result whose figures are the same and whose events and
// kinds are redacted as in the lists. The names of events are short enough for a
// sentence.
func (r *redactor) redactResult(result lean.Result, ids map[string]string) lean.Result {
	result.Changes = slices.Clone(result.Changes)
	for i, c := range result.Changes {
		result.Changes[i].Event = r.redactEvent(c.Event, ids)
		result.Changes[i].Event.Title = abridged(result.Changes[i].Event.Title, longestEvent)
	}
	position := journal.Event{CompanySize: result.Position.CompanySize}
	result.Position.CompanySize = r.redactEvent(position, ids).CompanySize
	result.Kinds = slices.Clone(result.Kinds)
	for i, k := range result.Kinds {
		result.Kinds[i].ID = r.kinds[k.ID].ID
	}
	return result
}
