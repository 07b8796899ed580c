package report

import (
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
	Number      bool // it is in a column of numbers
	Span        int  // columns that it takes
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
	if t := measuredTable(m); len(t.Rows) > 0 {
		tables = append(tables, t)
	}
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

// weekTable lists the calendar weeks of the span: how the time was shared and
// the mean energy of each track.
func weekTable(m material) table {
	w, r := m.words, m.result
	logged := make(map[journal.Week]lean.Week, len(r.Weeks))
	for _, week := range r.Weeks {
		logged[week.Week] = week
	}
	unobserved := make(map[journal.Week]journal.Entry)
	for e := range m.entries {
		if !logged[e.Week].Observed {
			unobserved[e.Week] = e
		}
	}
	t := table{ID: "weeks", Caption: w.Say("report.table.weeks"), Columns: columnsOf(w, []string{"report.table.week"})}
	for _, id := range []string{"report.table.time", "report.table.energy"} {
		for _, track := range journal.Tracks {
			t.Columns = append(t.Columns, column{w.Say(id, words.Args{"Track": w.Track(track)}), true})
		}
	}
	t.Columns = append(t.Columns, columnsOf(w, nil, "report.table.moments", "report.table.hours")...)
	today := journal.WeekOf(m.written)
	for week := r.Span.From; !week.After(r.Span.To); week = week.Next() {
		figures := logged[week]
		row := row{Head: week.String(), Note: w.WeekDates(week), Missing: !figures.Observed}
		if row.Missing {
			row.Cells = []cell{{Text: whyMissing(w, unobserved[week], week == today), Span: len(t.Columns) - 1}}
		} else {
			row.Cells = weekCells(w, figures)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// measuredTable lists the weeks that have a split and hours that were measured: how
// each of them shares the time.
func measuredTable(m material) table {
	w := m.words
	t := table{ID: "measured", Caption: w.Say("report.table.measured"), Columns: columnsOf(w, []string{"report.table.week"})}
	for _, id := range []string{"report.table.split", "report.table.measured.share"} {
		for _, track := range journal.Tracks {
			t.Columns = append(t.Columns, column{w.Say(id, words.Args{"Track": w.Track(track)}), true})
		}
	}
	t.Columns = append(t.Columns, columnsOf(w, nil, "report.table.hours")...)
	for e := range m.entries {
		hours, ok := e.Measured()
		if !ok || e.Split == nil || e.Away != "" {
			continue
		}
		r := row{Head: e.Week.String(), Note: w.WeekDates(e.Week)}
		for _, percent := range []int{e.Split.Technical, e.Split.Both, e.Split.People} {
			r.Cells = append(r.Cells, number(w.Percent(float64(percent)/100)))
		}
		for _, part := range []float64{hours.Technical, hours.Both, hours.People} {
			r.Cells = append(r.Cells, number(w.Percent(part/hours.Sum())))
		}
		r.Cells = append(r.Cells, number(w.Number(hours.Sum(), 1)))
		t.Rows = append(t.Rows, r)
	}
	return t
}

// whyMissing formats why a week has no figures; running is the week of the report.
func whyMissing(w *words.Words, e journal.Entry, running bool) string {
	switch {
	case e.Away != "":
		return w.Say("report.table.away")
	case running:
		return w.Say("report.table.running")
	case !e.Empty():
		return w.Say("report.table.unrated")
	}
	return w.Say("report.table.missing")
}

// weekCells formats the figures of a week. Hours are only those said.
func weekCells(w *words.Words, week lean.Week) []cell {
	var cells []cell
	for _, track := range journal.Tracks {
		cells = append(cells, number(w.Percent(week.Shares.Of(track))))
	}
	for _, track := range journal.Tracks {
		text := ""
		if mean, known := week.Energy.Of(track).Mean(); known {
			text = w.Signed(mean, 1)
		}
		cells = append(cells, number(text))
	}
	hours := ""
	if week.HasHours {
		hours = w.Decimal(week.Hours.Technical + week.Hours.Both + week.Hours.People)
	}
	return append(cells, number(w.Number(float64(week.Moments), 0)), number(hours))
}

// kindTable lists the kinds of work by track, most energizing first.
func kindTable(m material) table {
	w := m.words
	t := table{ID: "kinds", Caption: w.Say("report.kinds.caption"), Columns: columnsOf(w,
		[]string{"report.kinds.kind"}, "report.kinds.mean", "report.kinds.range", "report.table.moments", "report.table.hours")}
	for _, track := range journal.Tracks {
		for _, k := range m.result.Kinds {
			kind := kindOf(m, k.ID)
			if kind.Track != track {
				continue
			}
			hours := ""
			if k.Hours > 0 {
				hours = w.Decimal(k.Hours)
			}
			t.Rows = append(t.Rows, row{Head: w.Kind(kind), Class: string(track), Cells: []cell{
				number(w.Signed(k.Mean, 1)),
				number(w.Say("report.range", words.Args{"Low": w.Signed(k.Low, 1), "High": w.Signed(k.High, 1)})),
				number(w.Number(float64(k.N), 0)), number(hours),
			}})
		}
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

// quarterTable lists where the dials stood at the end of each calendar quarter.
func quarterTable(m material) table {
	w := m.words
	t := table{ID: "quarters", Caption: w.Say("report.quarters.caption"), Columns: columnsOf(w,
		[]string{"report.quarters.quarter", "report.quarters.time", "report.quarters.energy"}, "report.quarters.weeks")}
	for _, q := range m.result.Quarters {
		energy := plain("")
		if q.HasEnergy {
			energy = sided(stands(w.EnergyGap(q.Energy.Mid), w.EnergyRange(q.Energy)), q.Energy.Mid)
		}
		t.Rows = append(t.Rows, row{
			Head: w.Say("report.quarters.name", words.Args{"Number": w.Number(float64(q.Number), 0), "Year": q.Year}),
			Cells: []cell{sided(stands(w.TimeShare(q.Time.Mid), w.TimeRange(q.Time)), q.Time.Mid), energy,
				number(w.Number(float64(q.Weeks), 0))},
		})
	}
	return t
}

// stands formats a reading and what it very likely is.
func stands(reading, likely string) string { return reading + ", " + likely }

// sided returns a cell in the color of the side of v.
func sided(text string, v float64) cell {
	c := plain(text)
	switch {
	case v < 0:
		c.Class = string(journal.Technical)
	case v > 0:
		c.Class = string(journal.People)
	}
	return c
}
