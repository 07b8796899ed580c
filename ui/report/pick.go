package report

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/fold"
	"heliotrope/journal/report"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
	"heliotrope/ui/texts"
)

// picker is the dialog in which one chooses the moments of one side. Each choice is
// stored at once.
type picker struct {
	page    *Page
	picked  *picked
	choices []report.Choice
	folded  []string            // what the search looks at of each; nil while that is prepared
	refs    []journal.MomentRef // chosen so far, in order

	search *controls.TextField
	list   *controls.List
	shown  []report.Choice // that the search leaves
	none   *widget.Label
	count  *widget.Label
	full   *controls.Hint // says that no more can be chosen
	root   fyne.CanvasObject
}

func newPicker(page *Page, p *picked) *picker {
	say := page.Words.Say
	d := &picker{page: page, picked: p, choices: p.choices, shown: p.choices}
	for _, c := range d.choices {
		if c.Picked {
			d.refs = append(d.refs, c.Ref)
		}
	}
	const longest = 200 // bytes
	d.search = controls.NewTextField(false, longest, texts.CleanLine)
	d.search.SetPlaceHolder(say("report.page.pick.search"))
	d.search.OnChanged = func(string) { d.find() }
	d.search.OnSubmitted = func(string) { d.enterList() }
	d.search.OnStep = func(by int) {
		if by < 0 {
			d.enterList()
		}
	}
	d.list = controls.NewList(func() int { return len(d.shown) }, func() fyne.CanvasObject { return newPickRow() }, d.fill)
	d.list.HideSeparators = true
	d.list.OnSelected = func(id widget.ListItemID) {
		d.list.UnselectAll()
		if id < len(d.shown) {
			d.toggle(d.shown[id].Ref)
		}
	}
	d.none, d.count, d.full = controls.Caption(say("report.page.pick.nothing")), controls.Caption(""), controls.NewTrouble()
	d.none.Hide()
	head := controls.Stack(8, d.search, controls.Flush(d.none))
	foot := controls.Stack(4, controls.Flush(d.count), d.full.Content())
	d.root = container.New(headAndFoot{8}, head, d.list, foot)
	d.tell()
	d.prepare()
	return d
}

// prepare folds the text, the kind and the tags of all moments, of which ten years have
// too many to do so at a key.
func (d *picker) prepare() {
	var folded []string
	d.page.Tasks.Run(func() error {
		for _, c := range d.choices {
			folded = append(folded, fold.String(c.Moment.Text+" "+d.page.about(c.Moment, c.Ref.Week)+" #"+strings.Join(c.Moment.Tags, " #")))
		}
		return nil
	}, func(error) {
		d.folded = folded
		d.find()
	})
}

// enterList moves the focus into the list.
func (d *picker) enterList() {
	if len(d.shown) > 0 {
		d.page.Ask.Focus(d.list)
	}
}

// find shows the moments in which every word of the search occurs, in the text, the
// kind or a tag.
func (d *picker) find() {
	if d.folded == nil && len(d.choices) > 0 {
		return // it searches once it can
	}
	wanted := strings.Fields(fold.String(d.search.Text))
	d.shown = d.choices[:0:0]
	for i, text := range d.folded {
		if !slices.ContainsFunc(wanted, func(word string) bool { return !strings.Contains(text, word) }) {
			d.shown = append(d.shown, d.choices[i])
		}
	}
	look.SetVisible(d.none, len(d.shown) == 0)
	d.list.Refresh()
	d.list.ScrollToTop()
	d.root.Refresh()
}

// toggle chooses a moment, or no longer.
func (d *picker) toggle(ref journal.MomentRef) {
	i := slices.Index(d.refs, ref)
	switch {
	case i >= 0:
		d.refs = slices.Delete(slices.Clone(d.refs), i, i+1)
	case len(d.refs) == journal.MostPicked:
		d.full.Show(d.page.Words.Say("report.page.pick.full"))
		d.root.Refresh()
		return
	default:
		d.refs = append(slices.Clone(d.refs), ref)
	}
	refs := append([]journal.MomentRef{}, d.refs...) // not nil: none is a choice too
	d.page.brief.change(func(b *journal.Brief) { d.picked.set(b, refs) })
	d.full.Show("")
	d.tell()
	d.list.Refresh()
	d.page.choose()
}

// tell shows how many are chosen.
func (d *picker) tell() {
	d.count.SetText(d.page.Words.Say("report.page.pick.count", words.Args{"Count": len(d.refs), "Most": journal.MostPicked}))
	d.root.Refresh()
}

func (d *picker) fill(id widget.ListItemID, o fyne.CanvasObject) {
	if id < len(d.shown) {
		c := d.shown[id]
		o.(*pickRow).show(c.Moment, d.page.about(c.Moment, c.Ref.Week), slices.Contains(d.refs, c.Ref))
	}
}

// pick shows the dialog for the moments of one side.
func (o *own) pick(p *picked) {
	ask := o.page.Ask
	d := newPicker(o.page, p)
	box := ask.NewBox(p.title, d.root, "dialog.close")
	const width = 640
	ask.ShowLarge(box, width)
	ask.Focus(d.search)
}
