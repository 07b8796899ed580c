package report

import (
	"html/template"
	"math"

	"heliotrope/journal"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// figure is a number in words and the class that colours it: a track, or
// "balance".
type figure struct{ Text, Class string }

// weekRow is a calendar week in the table under the chart.
type weekRow struct {
	Week, Dates        string // "2026-W47", and its days
	Missing            string // why there are no figures; "" if there are
	Time, Energy, Lean figure
	Level              figure // empty before a first reading, as is Range
	Range              string
	Moments, Hours     string
}

// weekRows lists the calendar weeks from the first to the last of the span.
// Before anything was logged there is nothing to list.
func weekRows(in Input) []weekRow {
	w, r := in.Words, in.Result
	if len(r.Weeks) == 0 {
		return nil
	}
	entries := make(map[journal.Week]journal.Entry, len(in.Entries))
	for _, e := range in.Entries {
		entries[e.Week] = e
	}
	logged := make(map[journal.Week]lean.Week, len(r.Weeks))
	for _, week := range r.Weeks {
		logged[week.Week] = week
	}
	levels := make(map[journal.Week]lean.Level, len(r.Levels))
	if r.Verdict.Strength != lean.Insufficient {
		for _, level := range r.Levels {
			levels[level.Week] = level
		}
	}
	rows := make([]weekRow, 0, r.Span.Weeks())
	for week := r.Span.From; !week.After(r.Span.To); week = week.Next() {
		row := weekRow{Week: week.String(), Dates: w.WeekDates(week)}
		entry, there := entries[week]
		switch figures := logged[week]; {
		case figures.Observed:
			row.Time, row.Lean = leanFigure(w, figures.T), leanFigure(w, figures.L)
			if figures.HasD {
				row.Energy = leanFigure(w, figures.D)
			}
			row.Moments, row.Hours = w.Number(float64(len(entry.Moments)), 0), w.Number(hoursOf(entry), 1)
		case there && entry.Away != "":
			row.Missing = w.Say("report.table.away")
		case there:
			row.Missing = w.Say("report.table.unrated")
		default:
			row.Missing = w.Say("report.table.missing")
		}
		if level, ok := levels[week]; ok {
			row.Level, row.Range = leanFigure(w, level.Mid), rangeText(w, level.Low90, level.High90)
		}
		rows = append(rows, row)
	}
	return rows
}

func hoursOf(e journal.Entry) float64 {
	hours := 0.0
	for _, m := range e.Moments {
		hours += m.Hours
	}
	return hours
}

// leanFigure gives a lean briefly: "0.42 technical".
func leanFigure(w *words.Words, v float64) figure {
	size := words.Args{"Number": w.Number(math.Abs(v), 2)}
	switch {
	case math.Abs(v) < 0.005:
		return figure{w.Say("report.lean.middle"), "balance"}
	case v < 0:
		return figure{w.Say("report.lean.technical", size), "technical"}
	}
	return figure{w.Say("report.lean.people", size), "people"}
}

// rangeText gives a range of leans briefly, beside the lean itself: it names
// the sides only where they differ, "0.12 technical to 0.30 people".
func rangeText(w *words.Words, low, high float64) string {
	if low < 0 && high > 0 {
		return w.Say("report.range", words.Args{"Low": leanFigure(w, low).Text, "High": leanFigure(w, high).Text})
	}
	near, far := math.Abs(low), math.Abs(high)
	return w.Say("report.range", words.Args{"Low": w.Number(min(near, far), 2), "High": w.Number(max(near, far), 2)})
}

// trackRow is one track: the time that it took and the energy that it gave.
type trackRow struct {
	Name, Class string
	Share       string
	Bar         template.HTML
	Energy      string
	Strip       template.HTML // empty if the energy is unknown
	Words       string        // of the nearest point of the scale
}

func trackRows(in Input, p *pictures) []trackRow {
	w, r := in.Words, in.Result
	row := func(track journal.Track, share, energy float64, known bool) trackRow {
		row := trackRow{
			Name: w.Say("report.tracks." + string(track)), Class: string(track),
			Share: w.Say("report.unknown"), Energy: w.Say("report.unknown"),
		}
		if r.Time.Technical+r.Time.People > 0 {
			row.Share, row.Bar = w.Percent(share), p.bar(share, track)
		}
		if known {
			row.Energy, row.Strip = w.Signed(energy, 1), p.strip(lean.Kind{Mean: energy}, 1, track)
			row.Words = w.Energy(journal.Energy(math.Round(energy)))
		}
		return row
	}
	return []trackRow{
		row(journal.Technical, r.Time.Technical, r.Energy.Technical, r.Energy.HasTechnical),
		row(journal.People, r.Time.People, r.Energy.People, r.Energy.HasPeople),
	}
}

// kindRow is one kind of work.
type kindRow struct {
	Name, Class    string
	Moments, Hours string
	Mean, Range    string
	Few            bool // too few moments for a range
	Strip          template.HTML
}

func kindRows(in Input, p *pictures) []kindRow {
	w := in.Words
	most := 0.0
	for _, k := range in.Result.Kinds {
		most = max(most, k.Hours)
	}
	rows := make([]kindRow, 0, len(in.Result.Kinds))
	for _, k := range in.Result.Kinds {
		kind := kindOf(in, k.ID)
		row := kindRow{
			Name: w.Kind(kind), Class: string(kind.Track),
			Moments: w.Number(float64(k.N), 0), Hours: w.Hours(k.Hours), Mean: w.Signed(k.Mean, 1),
			Few: !k.HasBand, Range: w.Say("report.kinds.few"),
			Strip: p.strip(k, math.Sqrt(k.Hours/max(most, 1)), kind.Track),
		}
		if k.HasBand {
			row.Range = w.Say("report.range", words.Args{"Low": w.Signed(k.Low, 1), "High": w.Signed(k.High, 1)})
		}
		rows = append(rows, row)
	}
	return rows
}

// kindOf returns a kind of the catalogue, or one that names its id.
func kindOf(in Input, id string) journal.Kind {
	if kind, ok := in.Kinds.Find(id); ok {
		return kind
	}
	return journal.Kind{ID: id, Name: id, Track: journal.Both}
}

// statedRow is what was answered to one question.
type statedRow struct {
	Ask, Technical, People string
	Strip                  template.HTML
	Mean                   figure
	N                      string
}

func statedRows(in Input, p *pictures) []statedRow {
	w := in.Words
	var rows []statedRow
	for _, s := range in.Result.Stated {
		if s.N == 0 {
			continue
		}
		id := "question." + string(s.Question)
		toward := leanFigure(w, s.Mean/2)
		rows = append(rows, statedRow{
			Ask: w.Say(id + ".ask"), Technical: w.Say(id + ".technical"), People: w.Say(id + ".people"),
			Strip: p.strip(lean.Kind{Mean: s.Mean}, 0.6, trackOf(toward.Class)),
			Mean:  toward, N: w.Count("report.stated.answers", s.N),
		})
	}
	return rows
}

func trackOf(class string) journal.Track {
	if track := journal.Track(class); track.Valid() {
		return track
	}
	return journal.Both
}
