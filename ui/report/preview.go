package report

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal/report"
	"heliotrope/journal/report/paper"
	"heliotrope/journal/words"
	"heliotrope/ui/chartview"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
)

const (
	// quietTime is how long nothing may have been chosen or typed before a
	// preview is made: shorter than one waits, longer than one types a letter.
	quietTime = 200 * time.Millisecond
	// blink is how long something may take without showing that it does.
	blink = 150 * time.Millisecond
)

// preview shows what will be written. What it shows stays until it has
// something newer.
type preview struct {
	page *Page

	state  *widget.Label  // which page is seen, or that a preview is being made
	note   *controls.Hint // what the reader should know about it
	why    *controls.Link // leads to where the manual explains how characters are drawn
	sheets *chartview.Sheets
	pages  *controls.Reader
	text   *previewText // wraps
	table  *previewText // does not
	stack  *fyne.Container
	root   *fyne.Container

	wanted int    // counts the changes
	made   int    // how many there were when the one that is shown was ordered
	busy   bool   // one is being made
	stop   func() // ends the quiet time; nil when there is none
	shown  draft
}

// previewText is a text as it will be in a file.
type previewText struct {
	text   *controls.Listing
	more   *controls.Hint // shows how much was cut
	reader *controls.Reader
	root   *controls.Panel
}

// newPreviewText returns a place for a text, whose lines wrap or are as wide as
// they are.
func newPreviewText(wrap bool, focus func(fyne.Focusable)) *previewText {
	t := &previewText{text: controls.NewListing(wrap), more: controls.NewHint(widget.MediumImportance)}
	content := leftOfBar(controls.Stack(8, t.text, t.more.Content()))
	t.reader = controls.NewReader(content)
	if !wrap {
		t.reader = controls.NewWideReader(content)
	}
	t.reader.Listing = t.text
	t.text.OnPress = func() { focus(t.reader) }
	t.root = controls.NewPanel(t.reader, controls.ColorCard, theme.ColorNameSeparator, 3, fyne.NewSize(12, 8))
	t.root.Hide()
	return t
}

// newPreview returns a preview, of nothing yet.
func newPreview(page *Page) *preview {
	p := &preview{page: page, state: controls.Caption(""), note: controls.NewHint(widget.LowImportance)}
	focus := page.Ask.Focus
	p.sheets = chartview.NewSheets(page.Tasks.After, paper.Font(false), paper.Font(true))
	p.pages = controls.NewReader(leftOfBar(p.sheets))
	p.pages.Hide()
	p.pages.OnView = func(top, height float32) { p.showState(p.sheets.Look(top, height)) }
	p.text, p.table = newPreviewText(true, focus), newPreviewText(false, focus)
	p.stack = container.NewStack(p.pages, p.text.root, p.table.root)
	p.why = controls.NewLink(page.Words.Say("report.preview.why"), func() { page.window.Help("report#characters-that-the-font-lacks") })
	p.why.Hide()
	head := controls.Stack(4, controls.NewCardHead(p.state, p.why), p.note.Content())
	p.root = container.New(headAndFoot{4}, head, p.stack, controls.Gap(0))
	return p
}

// want is called when something was chosen that makes another report.
func (p *preview) want(quiet time.Duration) {
	p.wanted++
	p.page.basis = p.page.Basis()
	if p.stop != nil {
		p.stop()
	}
	p.stop = p.page.Tasks.After(quiet, p.start)
}

// start makes a preview unless one is being made, after which the next begins. A page
// that was left asks again when it is shown.
func (p *preview) start() {
	p.stop = nil
	if p.busy || !p.page.root.Visible() {
		return
	}
	order, wanted := p.page.order(), p.wanted
	if order.empty() {
		p.clear()
		p.made = wanted
		return
	}
	p.busy = true
	stop := p.page.Tasks.After(blink, func() { p.state.SetText(p.page.Words.Say("report.preview.working")) })
	var draft draft
	p.page.Tasks.Run(func() (err error) {
		draft, err = order.draft()
		return err
	}, func(err error) {
		stop()
		p.busy = false
		switch {
		case wanted != p.wanted: // it is old already
			if p.stop == nil {
				p.start()
			}
		case err != nil:
			p.note.Show(p.page.Words.Problem(err).String())
			p.showState(0)
			p.root.Refresh()
		default:
			p.show(draft)
			p.made = wanted
		}
	})
}

// current reports whether what is shown is what is wanted.
func (p *preview) current() bool { return p.made == p.wanted }

// clear shows nothing, of nothing.
func (p *preview) clear() {
	p.shown = draft{}
	for _, o := range p.stack.Objects {
		o.Hide()
	}
	p.state.SetText("")
	p.note.Show("")
	p.page.own.offer(nil, nil)
}

// show shows a preview where the last one was read, or its beginning if that
// was of another format.
func (p *preview) show(d draft) {
	fresh := d.format != p.shown.format
	p.shown = d
	reader := p.pages
	p.sheets.SetScenes(d.pages)
	switch {
	case paged(d.format):
	case d.format == report.FormatCSV:
		reader = p.table.reader
		p.table.show(p.page.Words, d)
	default:
		reader = p.text.reader
		p.text.show(p.page.Words, d)
	}
	look.SetVisible(p.pages, reader == p.pages)
	look.SetVisible(p.text.root, reader == p.text.reader)
	look.SetVisible(p.table.root, reader == p.table.reader)
	p.note.Show(p.remark(d))
	look.SetVisible(p.why, len(d.families) > 0 || d.named)
	p.page.own.offer(d.gave, d.took)
	p.root.Refresh() // the line above may take more room now, or less
	if fresh {
		reader.ScrollToTop()
	}
	reader.Refresh()
}

func (t *previewText) show(w *words.Words, d draft) {
	t.text.SetText(d.text)
	t.more.Show("")
	if d.more > 0 {
		t.more.Show(w.Count("report.preview.more", d.more))
	}
}

// remark formats what the reader should know about a preview: that it is too early
// to read anything from the weeks, how characters are shown that the font lacks, or
// that a format looks otherwise.
func (p *preview) remark(d draft) string {
	w := p.page.Words
	var remarks []string
	if d.early {
		remarks = append(remarks, w.Say("report.preview.early", words.Args{"Finding": d.finding}))
	}
	if len(d.families) > 0 {
		remarks = append(remarks, w.Say("report.preview.drawn", words.Args{"Fonts": strings.Join(d.families, ", ")}))
	}
	if d.named {
		remarks = append(remarks, w.Say("report.preview.named"))
	}
	switch {
	case d.format == report.FormatHTML:
		remarks = append(remarks, w.Say("report.preview.html"))
	case d.format == report.FormatMarkdown && d.pictures > 0:
		remarks = append(remarks, w.Count("report.preview.pictures", d.pictures))
	}
	return strings.Join(remarks, " ")
}

// showState shows which page is looked at.
func (p *preview) showState(page int) {
	if p.busy {
		return // it shows so
	}
	text := p.page.Words.Say("report.preview.text")
	if paged(p.shown.format) {
		text = p.page.Words.Say("report.preview.page", words.Args{
			"Number": p.page.Words.Number(float64(page+1), 0), "Count": p.page.Words.Number(float64(p.sheets.Count()), 0)})
	}
	if p.state.Text != text {
		p.state.SetText(text)
	}
}
