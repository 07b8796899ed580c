package report

import (
	"math"

	"heliotrope/journal"
	"heliotrope/journal/chart"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// sketch draws the small picture next to a figure, at the size that a format has
// room for. It is nil where there is nothing to draw.
type sketch func(width, height float64) chart.Scene

// strip draws an energy; weight from 0 to 1 is the size of its mark.
func strip(mean, weight float64, track journal.Track) sketch {
	return chart.Strip{Mean: mean, Weight: weight, Track: track}.Scene
}

// bar draws a share of 1.
func bar(share float64, track journal.Track) sketch {
	return func(width, height float64) chart.Scene { return chart.ShareBar(share, track, width, height) }
}

// trackRow is one track: the time that it takes now and the energy that its
// moments gave.
type trackRow struct {
	Name, Class string
	Share       string
	Bar         sketch
	Energy      string // "" if too few moments are rated
	Strip       sketch // nil then
	Words       string // of the nearest point of the scale, or that they are too few
}

func tracksOf(m material) []trackRow {
	w, r := m.words, m.result
	var rows []trackRow
	for _, track := range journal.Tracks {
		share, rating := r.Time.Shares.Of(track), r.Energy.Tracks.Of(track)
		row := trackRow{
			Name: w.TrackHeading(track), Class: string(track),
			Share: w.Percent(share), Bar: bar(share, track), Words: w.Say("report.tracks.few"),
		}
		if rating.N >= lean.FirstRated {
			row.Energy, row.Strip = w.Signed(rating.Mean, 1), strip(rating.Mean, 1, track)
			row.Words = w.Energy(journal.Energy(math.Round(rating.Mean)))
		}
		rows = append(rows, row)
	}
	return rows
}

// dimension is what was answered to one of the ten questions.
type dimension struct {
	Ask, Technical, People string
	Strip                  sketch
	Mean                   cell
	N                      string
}

func dimensionsOf(m material) []dimension {
	w := m.words
	var all []dimension
	for _, s := range m.result.Stated {
		if s.N == 0 {
			continue
		}
		id := "question." + string(s.Question)
		toward := cell{Text: w.Say("report.stated.middle"), Class: "balance", Span: 1}
		switch points := (words.Args{"Number": w.Number(math.Abs(s.Mean), 1)}); {
		case math.Abs(s.Mean) < 0.05:
		case s.Mean < 0:
			toward = cell{Text: w.Say("report.stated.technical", points), Class: "technical", Span: 1}
		default:
			toward = cell{Text: w.Say("report.stated.people", points), Class: "people", Span: 1}
		}
		all = append(all, dimension{
			Ask: w.Say(id + ".ask"), Technical: w.Say(id + ".technical"), People: w.Say(id + ".people"),
			Strip: strip(s.Mean, 0.6, trackOf(toward.Class)),
			Mean:  toward, N: w.Count("report.stated.answers", s.N),
		})
	}
	return all
}

func trackOf(class string) journal.Track {
	if track := journal.Track(class); track.Valid() {
		return track
	}
	return journal.Both
}
