package report

import (
	"fmt"
	"math"

	"heliotrope/journal"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// table is figures in rows. The first column heads its row.
type table struct {
	ID, Caption string
	Columns     []column
	Rows        []row
}

type column struct {
	Name   string
	Number bool // to be aligned to the right
}

// row is a row of a table. Its cells fill all columns but the first.
type row struct {
	Head, Class string
	Note        string // more about the head, to be had on asking
	Cells       []cell
	Missing     bool // there are no figures, and a cell gives the reason
}

// cell is a figure in words, and the class that colors it: a track, or
// "balance".
type cell struct {
	Text, Class string
	Short       string // the same with a side's mark in place of its name, for a narrow column; may be empty
	Number      bool   // it is in a column of numbers
	Span        int    // columns that it takes
}

func plain(text string) cell { return cell{Text: text, Span: 1} }

func number(text string) cell { return cell{Text: text, Number: true, Span: 1} }

// tablesOf returns the figures behind the charts. Before a first reading only
// the weeks are there, and before anything was logged nothing is.
func tablesOf(m material) []table {
	if len(m.result.Weeks) == 0 {
		return nil
	}
	tables := []table{weekTable(m)}
	if read(m.result) {
		tables = append(tables, kindTable(m), quarterTable(m))
	}
	return tables
}

func columnsOf(w *words.Words, texts []string, numbers ...string) []column {
	var columns []column
	for _, id := range texts {
		columns = append(columns, column{w.Say(id), false})
	}
	for _, id := range numbers {
		columns = append(columns, column{w.Say(id), true})
	}
	return columns
}

// weekTable lists the calendar weeks of the span.
func weekTable(m material) table {
	w, r := m.words, m.result
	entries := make(map[journal.Week]journal.Entry, len(m.entries))
	for _, e := range m.entries {
		entries[e.Week] = e
	}
	logged := make(map[journal.Week]lean.Week, len(r.Weeks))
	for _, week := range r.Weeks {
		logged[week.Week] = week
	}
	levels := make(map[journal.Week]lean.Level, len(r.Levels))
	if read(r) {
		for _, level := range r.Levels {
			levels[level.Week] = level
		}
	}
	t := table{ID: "weeks", Caption: w.Say("report.table.weeks"), Columns: columnsOf(w,
		[]string{"report.table.week", "report.table.time", "report.table.energy", "report.table.lean", "report.table.level", "report.table.range"},
		"report.table.moments", "report.table.hours")}
	for week := r.Span.From; !week.After(r.Span.To); week = week.Next() {
		entry, there := entries[week]
		row := row{Head: week.String(), Note: w.WeekDates(week), Missing: !logged[week].Observed}
		if row.Missing {
			row.Cells = []cell{{Text: whyMissing(w, entry, there), Span: 3}}
		} else {
			row.Cells = weekCells(w, logged[week])
		}
		level, known := levels[week]
		row.Cells = append(row.Cells, levelCells(w, level, known)...)
		row.Cells = append(row.Cells, countCells(w, entry, row.Missing)...)
		t.Rows = append(t.Rows, row)
	}
	return t
}

func whyMissing(w *words.Words, e journal.Entry, there bool) string {
	switch {
	case there && e.Away != "":
		return w.Say("report.table.away")
	case there:
		return w.Say("report.table.unrated")
	}
	return w.Say("report.table.missing")
}

func weekCells(w *words.Words, week lean.Week) []cell {
	cells := []cell{leanCell(w, week.T), plain(""), leanCell(w, week.L)}
	if week.HasD {
		cells[1] = leanCell(w, week.D)
	}
	return cells
}

func levelCells(w *words.Words, level lean.Level, known bool) []cell {
	if !known {
		return []cell{plain(""), plain("")}
	}
	return []cell{leanCell(w, level.Mid), rangeCell(w, level.Low90, level.High90)}
}

func countCells(w *words.Words, e journal.Entry, missing bool) []cell {
	if missing {
		return []cell{number(""), number("")}
	}
	return []cell{number(w.Number(float64(len(e.Moments)), 0)), number(saidHours(w, e))}
}

// saidHours formats the hours that were said for the moments of e, if any.
func saidHours(w *words.Words, e journal.Entry) string {
	if hours := hoursOf(e); hours > 0 {
		return w.Decimal(hours)
	}
	return ""
}

func hoursOf(e journal.Entry) float64 {
	hours := 0.0
	for _, m := range e.Moments {
		hours += m.Hours
	}
	return hours
}

// kindTable lists the kinds of work, most energizing first.
func kindTable(m material) table {
	w := m.words
	t := table{ID: "kinds", Caption: w.Say("report.kinds.caption"), Columns: columnsOf(w,
		[]string{"report.kinds.kind"}, "report.kinds.mean", "report.kinds.range",
		"report.kinds.first", "report.kinds.second", "report.table.moments", "report.table.hours")}
	half := func(h lean.KindHalf) cell {
		if h.N == 0 {
			return number("")
		}
		return number(w.Signed(h.Mean, 1))
	}
	for _, k := range m.result.Kinds {
		kind := kindOf(m, k.ID)
		interval := w.Say("report.kinds.few")
		if k.HasBand {
			interval = w.Say("report.range", words.Args{"Low": w.Signed(k.Low, 1), "High": w.Signed(k.High, 1)})
		}
		t.Rows = append(t.Rows, row{Head: w.Kind(kind), Class: string(kind.Track), Cells: []cell{
			number(w.Signed(k.Mean, 1)), number(interval), half(k.First), half(k.Second),
			number(w.Number(float64(k.N), 0)), number(w.Decimal(k.Hours)),
		}})
	}
	return t
}

// kindOf returns a kind of the catalog, or one that names its id.
func kindOf(m material, id string) journal.Kind {
	if kind, ok := m.kinds.Find(id); ok {
		return kind
	}
	return journal.Kind{ID: id, Name: id, Track: journal.Both}
}

// quarterTable lists the calendar quarters with observed weeks.
func quarterTable(m material) table {
	w := m.words
	t := table{ID: "quarters", Caption: w.Say("report.quarters.caption"), Columns: columnsOf(w,
		[]string{"report.quarters.quarter", "report.table.time", "report.table.lean", "report.quarters.pull", "report.table.energy"},
		"report.context.weeks", "report.table.hours")}
	for _, q := range m.result.Quarters {
		energy := plain("")
		if q.HasD {
			energy = leanCell(w, q.D)
		}
		t.Rows = append(t.Rows, row{
			Head: w.Say("report.quarters.name", words.Args{"Number": w.Number(float64(q.Number), 0), "Year": q.Year}),
			Cells: []cell{leanCell(w, q.T), leanCell(w, q.L), leanCell(w, q.Pull), energy,
				number(w.Number(float64(q.Weeks), 0)), number(w.Decimal(q.Hours))},
		})
	}
	return t
}

// The marks of the sides, as the charts have them.
const (
	technicalMark = "●"
	peopleMark    = "◆"
)

// leanCell formats a lean briefly: "0.42 technical".
func leanCell(w *words.Words, v float64) cell {
	size := words.Args{"Number": w.Number(math.Abs(v), 2)}
	c := cell{Short: shortLean(w, v), Span: 1}
	switch {
	case math.Abs(v) < 0.005:
		c.Text, c.Class = w.Say("report.lean.middle"), "balance"
	case v < 0:
		c.Text, c.Class = w.Say("report.lean.technical", size), "technical"
	default:
		c.Text, c.Class = w.Say("report.lean.people", size), "people"
	}
	return c
}

func shortLean(w *words.Words, v float64) string {
	size := w.Number(math.Abs(v), 2)
	switch {
	case math.Abs(v) < 0.005:
		return w.Say("report.lean.middle")
	case v < 0:
		return technicalMark + "\u00a0" + size
	}
	return peopleMark + "\u00a0" + size
}

// rangeCell formats a range of leans briefly, next to the lean itself: it names
// the sides only where they differ, "0.12 technical to 0.30 people".
func rangeCell(w *words.Words, low, high float64) cell {
	if low < 0 && high > 0 {
		return cell{Span: 1,
			Text:  w.Say("report.range", words.Args{"Low": leanCell(w, low).Text, "High": leanCell(w, high).Text}),
			Short: shortLean(w, low) + " – " + shortLean(w, high),
		}
	}
	near, far := math.Abs(low), math.Abs(high)
	ends := words.Args{"Low": w.Number(min(near, far), 2), "High": w.Number(max(near, far), 2)}
	return cell{Text: w.Say("report.range", ends), Short: fmt.Sprintf("%v – %v", ends["Low"], ends["High"]), Span: 1}
}
