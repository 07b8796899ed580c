package trends

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/chart"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
)

// head is what the page leads with: which weeks it is of, the finding about both dials
// as its title, and a line for each.
type head struct {
	words *words.Words

	covered *widget.Label
	finding *widget.RichText
	lines   *lines
	time    *line
	energy  *line
	root    *fyne.Container
}

func newHead(p *Page) *head {
	h := &head{words: p.Words, covered: controls.Caption(""), finding: widget.NewRichText(), lines: &lines{}}
	h.finding.Wrapping = fyne.TextWrapWord
	h.time = h.lines.add(p, p.Words.Say("chart.time.name"))
	h.energy = h.lines.add(p, p.Words.Say("chart.energy.name"))
	h.root = controls.Stack(8,
		controls.Stack(8, container.New(&rangeLine{}, controls.Flush(h.covered), p.spans.Pills), p.spans.Dates),
		controls.Flush(h.finding), controls.Stack(0, h.time.root, h.energy.root))
	return h
}

// show shows the head of a result.
func (h *head) show(in chart.Input) {
	w, r := h.words, in.Result
	h.covered.SetText(w.WeeksCovered(r, in.Today))
	h.finding.Segments = findingSegments(w, r)
	h.finding.Refresh()
	about := func(f lean.Figure) []lean.Subject {
		return []lean.Subject{{Figure: f, Span: r.Span}, {Figure: lean.StateFigure, Span: r.Span}}
	}
	var time, energy words.DialLine
	if r.WeeksLogged > 0 {
		time, energy = w.TimeNow(r), w.EnergyNow(r)
	}
	h.time.show(time, about(lean.TimeFigure)...)
	h.energy.show(energy, about(lean.EnergyFigure)...)
}

// findingSegments gives the finding with each side that it names in the side's
// color.
func findingSegments(w *words.Words, r lean.Result) []widget.RichTextSegment {
	if r.WeeksLogged == 0 {
		return segments(segment{w.Say("trends.none"), theme.ColorNameForeground})
	}
	var parts []segment
	rest := w.Finding(r) + "."
	for _, side := range w.FindingSides(r) {
		before, after, found := strings.Cut(rest, side.Text)
		if !found {
			continue
		}
		color := look.TrackText(journal.People)
		if side.Side == lean.Technical {
			color = look.TrackText(journal.Technical)
		}
		parts = append(parts, segment{before, theme.ColorNameForeground}, segment{side.Text, color})
		rest = after
	}
	return segments(append(parts, segment{rest, theme.ColorNameForeground})...)
}

// segment is a part of a title in a color.
type segment struct {
	text  string
	color fyne.ThemeColorName
}

func segments(parts ...segment) (all []widget.RichTextSegment) {
	for _, part := range parts {
		if part.text != "" {
			all = append(all, &widget.TextSegment{Text: part.text, Style: widget.RichTextStyle{
				Inline: true, ColorName: part.color, SizeName: theme.SizeNameHeadingText,
				TextStyle: fyne.TextStyle{Bold: true}}})
		}
	}
	return all
}

// rangeLine lays out which weeks the page is of, and at the right the choice of others,
// or below it where the line is too short for both.
type rangeLine struct{ width float32 }

const (
	rangeGap     = 16
	leastCovered = 260 // for the words next to the choice, at the usual text size
)

// widths returns the widths of both, and whether they are in one line.
func (l *rangeLine) widths(o []fyne.CanvasObject, width float32) (words, pills float32, one bool) {
	pills = min(o[1].(controls.Preferrer).PreferredWidth(), width)
	if words = width - pills - rangeGap; words < leastCovered*look.TextScale() {
		return width, width, false
	}
	return words, pills, true
}

// Layout implements fyne.Layout.
func (l *rangeLine) Layout(o []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	words, pills, one := l.widths(o, size.Width)
	for i, width := range []float32{words, pills} {
		o[i].Resize(fyne.NewSize(width, o[i].Size().Height))
		o[i].Resize(fyne.NewSize(width, o[i].MinSize().Height))
	}
	a, b := o[0].Size().Height, o[1].Size().Height
	if one {
		o[0].Move(fyne.NewPos(0, max(0, (b-a)/2)))
		o[1].Move(fyne.NewPos(size.Width-pills, 0))
		return
	}
	o[0].Move(fyne.Position{})
	o[1].Move(fyne.NewPos(0, a+rangeGap/2))
}

// MinSize implements fyne.Layout.
func (l *rangeLine) MinSize(o []fyne.CanvasObject) fyne.Size {
	a, b := o[0].MinSize(), o[1].MinSize()
	if _, _, one := l.widths(o, l.width); one {
		return fyne.NewSize(b.Width, max(a.Height, b.Height))
	}
	return fyne.NewSize(b.Width, a.Height+rangeGap/2+b.Height)
}
