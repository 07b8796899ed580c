package week

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/report"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
	"heliotrope/ui/saving"
	"heliotrope/ui/shortcuts"
)

// header is above the page, which scrolls below it: which week is on screen, the
// ways to others, and how saving goes. Any week but the running one has a tinted
// band, so that nobody writes into it by mistake.
type header struct {
	page *Page

	thisWeek bool
	hasPast  bool // there are earlier versions of the week
	marks    bool // the week can be marked as one off
	logged   bool // there is something in it to copy

	band      fyne.CanvasObject
	prev      *headButton
	name      *controls.Colored // in the running week
	oldName   *controls.Colored // in any other
	shortName *controls.Colored // in any other, where there is little room
	dates     *controls.Colored
	justDates *controls.Colored // without how long ago that is
	jump      *headButton
	next      *headButton
	status    *fyne.Container
	check     *widget.Icon
	sign      fyne.CanvasObject
	state     *controls.Colored
	versions  *controls.Link
	away      *controls.Link
	more      *controls.MenuButton // what else can be done with the week, with both where there is no room for them
	back      *controls.Button     // to the page that the week was opened from
	backPlace string               // the name of that; "" for none
	backKey   *controls.KeyCap
	toToday   *controls.Button
	line      *fyne.Container
	root      *fyne.Container
}

func newHeader(p *Page) *header {
	say := p.Words.Say
	h := &header{page: p, band: look.Ground(controls.ColorSelected)}
	withKey := func(id string) string { return say("keys."+id) + " (" + shortcuts.Text(p.Words, id) + ")" }
	h.prev = newHeadButton(theme.NavigateBackIcon(), say("week.before"), p.GoPrev)
	h.jump = newHeadButton(theme.CalendarIcon(), withKey("jump"), p.Jump)
	h.next = newHeadButton(theme.NavigateNextIcon(), withKey("next"), p.GoNext)
	h.next.why = say("week.next.none")
	bold := fyne.TextStyle{Bold: true}
	h.name = controls.NewColored("", theme.ColorNameForeground, theme.SizeNameHeadingText, bold)
	h.oldName = controls.NewColored("", theme.ColorNameForeground, look.SizeBand, bold)
	h.shortName = controls.NewColored("", theme.ColorNameForeground, look.SizeBand, bold)
	h.dates = controls.NewColored("", controls.ColorMuted, controls.SizeControl, fyne.TextStyle{})
	h.justDates = controls.NewColored("", controls.ColorMuted, controls.SizeControl, fyne.TextStyle{})
	h.check, h.sign = widget.NewIcon(theme.NewColoredResource(theme.ConfirmIcon(), controls.ColorMuted)), controls.NewSign()
	h.state = controls.NewColored("", controls.ColorMuted, controls.SizeControl, fyne.TextStyle{})
	h.status = container.NewHBox(container.NewCenter(h.check), container.NewCenter(h.sign), container.NewCenter(h.state))
	h.versions = controls.NewLink(say("history.open"), h.showVersions)
	h.away = controls.NewLink(say("week.off"), p.askAway)
	h.more = controls.NewMenuButton(say("week.more"), h.menu)
	h.back = controls.NewButtonWithIcon("", theme.NavigateBackIcon(), func() { p.window.GoBack() })
	h.backKey = controls.NewKeyCap(shortcuts.Text(p.Words, "prev"))
	h.toToday = controls.NewButton(say("week.today"), p.GoToday)
	h.toToday.Importance = widget.HighImportance
	h.line = container.New(&headLine{header: h}, h.prev, h.name, h.oldName, h.shortName, h.dates, h.justDates, h.jump, h.next,
		h.status, h.versions, h.away, h.more, h.back, h.backKey, h.toToday) // in the order of Tab
	h.root = container.NewStack(h.band, look.HeadPadding(h.line))
	return h
}

// showVersions shows the earlier versions of the week on screen.
func (h *header) showVersions() { h.page.window.ShowHistory(h.page.entry.Week) }

// menu returns what can be done with the week, with what the links do that have no
// room.
func (h *header) menu() (items []*fyne.MenuItem) {
	if h.hasPast && h.versions.Hidden {
		items = append(items, fyne.NewMenuItem(h.versions.Text(), h.showVersions))
	}
	if h.marks && h.away.Hidden {
		items = append(items, fyne.NewMenuItem(h.away.Text(), h.page.askAway))
	}
	if h.logged {
		items = append(items, fyne.NewMenuItem(h.page.Words.Say("week.copy"), h.page.CopyWeek))
	}
	return items
}

// CopyWeek puts the week on screen on the clipboard as Markdown, with everything that
// is in it.
func (p *Page) CopyWeek() {
	e := p.saver.Entry(p.entry.Week)
	p.window.CopyText(report.WeekMarkdown(p.Words, e, p.Journal.Kinds()))
	p.window.ShowDone(p.Words.WeekCopied(e), "", nil)
}

// show shows which week is on screen, whether it can be marked as one off and whether
// anything is logged in it.
func (h *header) show(w, today, begun journal.Week, marks, logged bool) {
	say := h.page.Words.Say
	h.thisWeek, h.marks, h.logged = w == today, marks, logged
	number := words.Args{"Number": w.Number()}
	h.name.Set(say("week.title", number), theme.ColorNameForeground)
	h.oldName.Set(say("week.title.old", number), theme.ColorNameForeground)
	h.shortName.Set(say("week.title", number), theme.ColorNameForeground)
	just, ink := h.page.Words.WeekDates(w), controls.ColorMuted
	dates := just
	if ago := h.page.Words.WeeksAgo(w, today); ago != "" {
		dates = say("week.dates.ago", words.Args{"Dates": dates, "Ago": ago})
	}
	if !h.thisWeek {
		ink = controls.ColorOnSelected
	}
	h.dates.Set(dates, ink)
	h.justDates.Set(just, ink)
	if w.Before(begun) {
		h.next.Enable()
	} else {
		h.next.Disable()
	}
	h.refresh()
}

// setBack shows the way back to a place with a name, none for "".
func (h *header) setBack(name string) {
	h.backPlace = name
	h.back.SetText(name)
	h.refresh()
}

// setVersions shows whether there are earlier versions of the week.
func (h *header) setVersions(there bool) {
	h.hasPast = there
	h.refresh()
}

// setState shows how saving goes.
func (h *header) setState(state saving.State, text string) {
	if text == h.state.Text() {
		return // as after most keys
	}
	ink := controls.ColorMuted
	if state == saving.Failing {
		ink = theme.ColorNameForeground
	}
	h.state.Set(text, ink)
	look.SetVisible(h.check, state == saving.Saved && text == h.page.Words.Say("week.state.saved"))
	look.SetVisible(h.sign, state == saving.Failing)
	h.refresh()
}

// refresh lays the header out again, and makes the page below give it the room that
// it needs.
func (h *header) refresh() {
	look.SetVisible(h.band, !h.thisWeek)
	h.line.Refresh()
	if p := h.page.root; p != nil && p.Size().Width > 0 && h.root.Size().Height != h.root.MinSize().Height {
		p.Layout.Layout(p.Objects, p.Size())
	}
}

// GoPrev shows the week before, and from a week that has not begun the last one
// that has.
func (p *Page) GoPrev() {
	switch prev := p.entry.Week.Prev(); {
	case p.ahead():
		p.goTo(p.begun)
	case prev.Year() >= journal.FirstYear:
		p.goTo(prev)
	}
}

// GoNext shows the week after, unless that has not begun.
func (p *Page) GoNext() {
	if p.entry.Week.Before(p.begun) {
		p.goTo(p.entry.Week.Next())
	}
}

// GoToday shows the week of today.
func (p *Page) GoToday() {
	p.window.FollowClock()
	p.goTo(p.today)
}

// goTo shows a week. The focus moves to what is first there, unless it is on a
// button that leads from week to week.
func (p *Page) goTo(w journal.Week) {
	p.Open(w)
	if _, stays := p.Ask.Focused().(*headButton); stays || p.Ask.Open() {
		return
	}
	if first := p.First(); first != nil {
		p.Ask.Focus(first)
	}
}

// SetBack shows in the header that [Window.GoBack] leads to a place with a name;
// none for "".
func (p *Page) SetBack(name string) { p.head.setBack(name) }
