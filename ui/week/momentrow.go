package week

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
	"heliotrope/ui/texts"
)

// momentRow shows one moment.
type momentRow struct {
	shown momentWords

	mark   *controls.Glyph
	text   *widget.Label
	about  *widget.RichText
	energy *controls.Colored
	bar    *controls.Deviation
	root   *fyne.Container
}

// momentWords is what a row shows of a moment.
type momentWords struct {
	text, kind, rest, energy string

	track journal.Track
	value journal.Energy
}

// rowText is how many characters of a moment a row shows. The whole text is shown
// where it can be changed.
const rowText = 300

// newMomentWords formats a moment: its text to most characters, the kind with the
// track, and the rest.
func newMomentWords(w *words.Words, kinds journal.Kinds, m journal.Moment, most int) momentWords {
	kind, _ := kinds.Find(m.Kind)
	var rest []string
	if m.Hours > 0 {
		rest = append(rest, w.Hours(m.Hours))
	}
	if len(m.Tags) > 0 {
		rest = append(rest, "#"+strings.Join(m.Tags, " #"))
	}
	if m.Chosen {
		rest = append(rest, w.Say("week.moment.chosen"))
	}
	if m.Private {
		rest = append(rest, w.Say("week.moment.private"))
	}
	return momentWords{
		text:   texts.Flatten(m.Text, most),
		kind:   w.Say("week.kind.option", words.Args{"Kind": w.Kind(kind), "Track": w.Track(m.Track)}),
		rest:   strings.Join(rest, " · "),
		energy: w.Energy(m.Energy),
		track:  m.Track, value: m.Energy,
	}
}

// newMomentRow returns a row that shows nothing yet. Energies is as wide as the words
// for energy of all rows.
func newMomentRow(energies *widest) *momentRow {
	r := &momentRow{
		mark:   controls.NewGlyph(controls.Circle, look.ColorTechnical),
		text:   controls.Body(""),
		about:  widget.NewRichText(),
		energy: controls.NewColored("", controls.ColorMuted, theme.SizeNameCaptionText, fyne.TextStyle{}),
		bar:    controls.NewDeviation(0, look.ColorTook),
	}
	r.about.Wrapping = fyne.TextWrapWord
	body := controls.Stack(0, controls.Flush(r.text), controls.Flush(r.about))
	r.root = container.New(&momentLayout{energies: energies}, r.mark, body, r.energy, r.bar)
	return r
}

// set shows a moment, unless the row shows just that already.
func (r *momentRow) set(m momentWords) {
	if r.shown == m {
		return
	}
	r.shown = m
	r.mark.Set(look.TrackShape(m.track), look.TrackColor(m.track))
	r.text.SetText(m.text)
	piece := func(text string, color fyne.ThemeColorName) *widget.TextSegment {
		return &widget.TextSegment{Text: text, Style: widget.RichTextStyle{
			Inline: true, ColorName: color, SizeName: theme.SizeNameCaptionText}}
	}
	r.about.Segments = []widget.RichTextSegment{piece(m.kind, look.TrackText(m.track))}
	if m.rest != "" {
		r.about.Segments = append(r.about.Segments, piece(" · "+m.rest, controls.ColorMuted))
	}
	r.about.Refresh()
	r.energy.Set(m.energy, controls.ColorMuted)
	r.bar.Set(float32(m.value)/2, look.EnergyColor(m.value))
	r.root.Refresh()
}

// widest knows the width of the widest of some small texts.
type widest struct {
	texts []string

	size, width float32 // of text, for which the width was measured
}

func (w *widest) get() float32 {
	if size := theme.CaptionTextSize(); size != w.size {
		w.size, w.width = size, 0
		for _, text := range w.texts {
			w.width = max(w.width, fyne.MeasureText(text, size, fyne.TextStyle{}).Width)
		}
	}
	return w.width
}

// momentLayout lays out mark, text, energy and bar: in one line where there is room,
// else with energy and bar below the text.
type momentLayout struct {
	energies *widest
	width    float32 // of the last layout, which decides the height
}

const (
	rowMark = 26 // mark and gap; this and what follows at the usual text size
	rowBar  = 72
	rowWide = 500
	rowGap  = 10
)

func (l *momentLayout) wide() bool { return l.width == 0 || l.width >= rowWide*look.TextScale() }

// Layout implements fyne.Layout.
func (l *momentLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	mark, body, energy, bar := o[0], o[1], o[2], o[3]
	indent, length := rowMark*look.TextScale(), rowBar*look.TextScale()
	put := func(o fyne.CanvasObject, x, middle, width float32) {
		height := o.MinSize().Height
		o.Resize(fyne.NewSize(width, height))
		o.Move(fyne.NewPos(x, middle-height/2))
	}
	side := l.energies.get() + rowGap + length
	width := size.Width - indent
	if l.wide() {
		width -= side + 2*rowGap
	}
	body.Resize(fyne.NewSize(width, body.Size().Height))
	height := body.MinSize().Height
	body.Resize(fyne.NewSize(width, height))
	body.Move(fyne.NewPos(indent, 0))
	words := energy.MinSize().Width
	if l.wide() {
		middle := size.Height / 2
		body.Move(fyne.NewPos(indent, middle-height/2))
		put(mark, 0, middle, mark.MinSize().Width)
		put(energy, size.Width-length-rowGap-words, middle, words)
		put(bar, size.Width-length, middle, length)
		return
	}
	put(mark, 0, theme.TextSize()*0.75, mark.MinSize().Width)
	middle := height + rowBelow + bar.MinSize().Height/2
	put(bar, indent, middle, length)
	put(energy, indent+length+rowGap, middle, words)
}

const rowBelow = 2 // between the text and the energy below it

// MinSize implements fyne.Layout.
func (l *momentLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	height := o[1].MinSize().Height
	if !l.wide() {
		height += rowBelow + max(o[2].MinSize().Height, o[3].MinSize().Height)
	}
	return fyne.NewSize((rowMark+rowBar)*look.TextScale()+rowGap+l.energies.get(), height)
}
