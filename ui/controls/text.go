package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Title returns a label of one line for the name of a page or a group.
func Title(text string, size fyne.ThemeSizeName) *widget.Label {
	l := widget.NewLabel(text)
	l.TextStyle.Bold = true
	l.SizeName = size
	return l
}

// Heading is Title for a text that may wrap.
func Heading(text string, size fyne.ThemeSizeName) *widget.Label {
	l := Title(text, size)
	l.Wrapping = fyne.TextWrapWord
	return l
}

// Body returns a label that wraps.
func Body(text string) *widget.Label {
	l := widget.NewLabel(text)
	l.Wrapping = fyne.TextWrapWord
	return l
}

// Caption returns a small muted label that wraps.
func Caption(text string) *widget.Label {
	l := Body(text)
	l.SizeName = theme.SizeNameCaptionText
	l.Importance = widget.LowImportance
	return l
}

// Tinted returns a small text in a color that wraps. It has the padding of a
// label. [Retint] sets its words.
func Tinted(color fyne.ThemeColorName, align fyne.TextAlign) *widget.RichText {
	t := widget.NewRichText(&widget.TextSegment{Style: widget.RichTextStyle{
		ColorName: color, SizeName: theme.SizeNameCaptionText, Alignment: align}})
	t.Wrapping = fyne.TextWrapWord
	return t
}

// Retint sets the words of a text of [Tinted].
func Retint(t *widget.RichText, words string) {
	t.Segments[0].(*widget.TextSegment).Text = words
	t.Refresh()
}

// Flush returns a label, or anything else with a label's padding, without that
// padding, so that its text lines up with the text above and below it.
func Flush(o fyne.CanvasObject) *fyne.Container {
	p := -theme.InnerPadding()
	return container.New(layout.NewCustomPaddedLayout(p, p, p, p), o)
}

// Gap returns an empty object of the given height.
func Gap(height float32) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(height, 0, 0, 0))
}

// Hint is a small line that is hidden while it is empty.
type Hint struct {
	label *widget.Label
	root  *fyne.Container
}

// NewHint returns an empty hint.
func NewHint(importance widget.Importance) *Hint {
	h := &Hint{label: Caption("")}
	h.label.Importance = importance
	h.root = Flush(h.label)
	h.root.Hide()
	return h
}

// NewTrouble returns an empty hint that something cannot be so, with a sign
// before its words.
func NewTrouble() *Hint {
	h := NewHint(widget.MediumImportance)
	words := h.root
	words.Show()
	sign := container.New(layout.NewCustomPaddedLayout(0, 0, 0, 6), NewSign())
	h.root = container.New(layout.NewBorderLayout(nil, nil, sign, nil), sign, words)
	h.root.Hide()
	return h
}

// Show shows text, or hides the hint if text is empty.
func (h *Hint) Show(text string) {
	h.label.SetText(text)
	if text == "" {
		h.root.Hide()
	} else {
		h.root.Show()
	}
}

// Content returns the object to put on a page.
func (h *Hint) Content() fyne.CanvasObject { return h.root }

// Framed puts the border of a text field around a list to choose from.
func Framed(o fyne.CanvasObject) fyne.CanvasObject {
	return NewPanel(o, theme.ColorNameInputBackground, theme.ColorNameInputBorder, corner, fyne.NewSize(1, 1))
}
