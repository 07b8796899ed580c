package chart

import (
	"strings"

	"heliotrope/journal"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// energyByTrack draws the mean energy of each track from drained to energized,
// with where it very likely is. A track with too few rated moments has no mark,
// and where all have there is no chart.
func energyByTrack(in Input) (Chart, bool) {
	tracks, w := in.Result.Energy.Tracks, in.Words
	if max(tracks.Technical.N, tracks.Both.N, tracks.People.N) < lean.FirstRated {
		return Chart{}, false
	}
	var rows []row
	summary := []string{w.Say("chart.tracks.summary")}
	for _, track := range journal.Tracks {
		rating := tracks.Of(track)
		r := row{name: w.Track(track), track: track, note: w.Say("chart.few"), tip: func() []string { return ratingTip(w.Track(track), rating, lean.FirstRated, w) }}
		r.shape, r.role = MarkOf(track)
		r.behind = lean.Subject{Figure: lean.TracksFigure, Track: track, Span: in.Result.Span}
		if rating.N >= lean.FirstRated {
			r = r.rated(rating, w)
		}
		rows = append(rows, r)
		summary = append(summary, ratingSummary(r, rating, w))
	}
	return rowsOf(Chart{
		ID: "tracks", Title: w.TracksTitle(in.Result), Caption: w.Say("chart.tracks.caption"),
		Summary: strings.Join(summary, " "), Figures: []lean.Figure{lean.TracksFigure},
	}, in, []rowGroup{{rows: rows}}, w.Energy(journal.Drained), w.Energy(journal.Neutral), w.Energy(journal.Energized)), true
}

// rated returns r with the mark and the range of a rating.
func (r row) rated(of lean.Rating, w *words.Words) row {
	r.note, r.brief, r.known, r.mid = ratingOf(of, w), w.Signed(of.Mean, 1), true, of.Mean
	r.ranged, r.low, r.high = true, of.Low, of.High
	return r
}

// ratingTip reads out a rating that is compared from the given number of moments
// on.
func ratingTip(name string, r lean.Rating, from int, w *words.Words) []string {
	lines := []string{name}
	if r.N > 0 {
		lines = append(lines, ratingOf(r, w))
	}
	if r.N < from {
		return append(lines, w.Count("chart.few.tip", from))
	}
	return append(lines, w.Say("chart.range", words.Args{"Low": w.Signed(r.Low, 1), "High": w.Signed(r.High, 1)}))
}

// ratingSummary describes a row to those who cannot see it.
func ratingSummary(r row, of lean.Rating, w *words.Words) string {
	if !r.ranged {
		return w.Count("chart.rating.few", of.N, words.Args{"Name": r.name})
	}
	return w.Say("chart.rating.summary", words.Args{
		"Name": r.name, "Rating": ratingOf(of, w), "Low": w.Signed(of.Low, 1), "High": w.Signed(of.High, 1),
	})
}
