package past

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/history"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
)

// historyBox lists the versions of a week and shows the chosen one next to what
// is in the week today.
type historyBox struct {
	words    *words.Words
	versions []journal.Version // newest first
	now      journal.Entry
	compare  comparison

	chosen int
	list   *controls.List
	pane   *fyne.Container
	reader *controls.Reader
	root   fyne.CanvasObject
}

func newHistoryBox(w *words.Words, versions []journal.Version, now journal.Entry, kinds journal.Kinds) *historyBox {
	b := &historyBox{words: w, versions: versions, now: now, compare: comparison{w, kinds}, pane: container.NewStack()}
	b.list = controls.NewList(func() int { return len(b.versions) },
		func() fyne.CanvasObject { return newVersionLine() },
		func(id int, o fyne.CanvasObject) {
			o.(*versionLine).show(whenWords(w, b.versions[id].Saved), b.did(id))
		})
	b.list.HideSeparators = true
	b.list.OnSelected = b.show
	const besideScroller = 14
	b.reader = controls.NewReader(container.New(layout.NewCustomPaddedLayout(0, 0, 4, besideScroller), b.pane))
	b.root = container.New(&listAndReader{}, b.list, b.reader)
	return b
}

// show shows one of the versions next to today's.
func (b *historyBox) show(index int) {
	b.chosen = index
	v := b.versions[index]
	b.pane.Objects = []fyne.CanvasObject{b.compare.show(v.Entry, whenWords(b.words, v.Saved), b.now)}
	b.pane.Refresh()
	b.reader.ScrollToTop()
}

// did formats in a few words what a version changed.
func (b *historyBox) did(index int) string {
	if index+1 == len(b.versions) {
		return b.words.Say("history.oldest")
	}
	c := history.Between(b.versions[index+1].Entry, b.versions[index].Entry)
	var did []string
	count := func(id string, n int) {
		if n > 0 {
			did = append(did, b.words.Count(id, n))
		}
	}
	part := func(id string, changed bool) {
		if changed {
			did = append(did, b.words.Say(id))
		}
	}
	count("history.added", c.Added)
	count("history.removed", c.Removed)
	count("history.edited", c.Edited)
	part("history.did.reflection", c.Reflection)
	part("history.did.split", c.Split)
	part("history.did.evidence", c.Evidence)
	part("history.did.diary", c.Diary)
	part("history.did.answers", c.Answers)
	part("history.did.away", c.Away)
	return strings.Join(did, ", ")
}

// whenWords formats a day and a time of it, where t is.
func whenWords(w *words.Words, t time.Time) string {
	if t.IsZero() {
		return w.Say("history.undated")
	}
	return w.Say("history.when", words.Args{"Date": w.Date(t), "Time": t.Format("15:04")})
}

// versionLine is a line of the list of versions.
type versionLine struct {
	widget.BaseWidget

	when, did *controls.Colored
}

func newVersionLine() *versionLine {
	l := &versionLine{
		when: controls.NewColored("", theme.ColorNameForeground, theme.SizeNameText, fyne.TextStyle{}),
		did:  controls.NewColored("", controls.ColorMuted, theme.SizeNameCaptionText, fyne.TextStyle{}),
	}
	l.ExtendBaseWidget(l)
	return l
}

func (l *versionLine) show(when, did string) {
	l.when.Set(when, theme.ColorNameForeground)
	l.did.Set(did, controls.ColorMuted)
}

// CreateRenderer implements fyne.Widget.
func (l *versionLine) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(layout.NewCustomPaddedLayout(5, 5, 8, 8),
		container.New(shrinking{}, controls.Stack(2, l.when, l.did))))
}

// shrinking gives an object what there is, however much more it would like, for
// texts that shorten themselves.
type shrinking struct{}

func (shrinking) Layout(o []fyne.CanvasObject, size fyne.Size) { o[0].Resize(size) }

func (shrinking) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, o[0].MinSize().Height)
}

// listAndReader puts a list at the left of a reader, or above it where there is
// little room.
type listAndReader struct{}

func (listAndReader) Layout(o []fyne.CanvasObject, size fyne.Size) {
	scale := look.TextScale()
	if size.Width >= 860*scale {
		side := 250 * scale
		o[0].Resize(fyne.NewSize(side, size.Height))
		o[1].Move(fyne.NewPos(side+16, 0))
		o[1].Resize(fyne.NewSize(size.Width-side-16, size.Height))
		return
	}
	height := min(size.Height*0.35, 150*scale)
	o[0].Resize(fyne.NewSize(size.Width, height))
	o[1].Move(fyne.NewPos(0, height+10))
	o[1].Resize(fyne.NewSize(size.Width, size.Height-height-10))
}

func (listAndReader) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, 240) }

// ShowHistory shows the versions of a week next to what it contains, and
// restores the one that is chosen. The box stays open if that fails.
func (p *Page) ShowHistory(w journal.Week) {
	if !p.saved() {
		return
	}
	versions, err := p.Journal.Versions(w)
	if err != nil {
		p.Ask.Problem(err)
		return
	}
	if len(versions) == 0 {
		return
	}
	for i := range versions {
		versions[i].Saved = versions[i].Saved.In(p.Now().Location())
	}
	b := newHistoryBox(p.Words, versions, p.Journal.Entry(w), p.Journal.Kinds())
	problem := controls.NewHint(widget.DangerImportance)
	d := p.Ask.NewBox(p.Words.Say("history.title", words.Args{"Week": p.Words.Week(w)}),
		look.Between(controls.Gap(0), b.root, problem.Content()), "dialog.close")
	restore := controls.NewButton(p.Words.Say("history.restore"), func() {
		if err := p.Do(func() error { return p.Journal.RestoreVersion(w, b.versions[b.chosen].Revision) }); err != nil {
			problem.Show(p.Words.Problem(err).String())
			return
		}
		d.Hide()
		p.window.ShowRestored(p.Words.Say("history.restored"))
	})
	restore.Importance = widget.HighImportance
	d.Add(restore)
	p.Ask.ShowLarge(d, 1040)
	b.list.Select(0) // only now: a long text is laid out but once
	p.Ask.Focus(b.list)
}
