package week

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/preferences"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
)

// diaryCard asks on each day of a week how many hours went to each track, where no
// calendar tells. It is offered twice a year, in the running week, and can be begun at
// any time.
type diaryCard struct {
	page *Page

	begun   journal.Week // that the user began the diary of; zero if none
	weekend bool         // has rows too
	due     bool         // a diary is to be offered

	title *widget.Label
	offer fyne.CanvasObject
	days  [7]*diaryDay // from Monday
	rows  *fyne.Container
	more  *controls.Link
	write fyne.CanvasObject
	root  fyne.CanvasObject
}

const (
	diaryEvery = 26 // weeks between two offers
	friday     = 5
)

func newDiaryCard(p *Page) *diaryCard {
	c := &diaryCard{page: p}
	say := p.Words.Say
	c.title = controls.CardTitle(say("week.diary.title"))
	begin := controls.NewButton(say("week.diary.begin"), p.BeginDiary)
	c.offer = controls.Stack(8, controls.Flush(controls.Body(say("week.diary.offer"))),
		container.New(&controls.Flow{GapX: 14, GapY: 6}, begin, controls.NewLink(say("week.diary.not-now"), c.decline)))
	names := container.New(&controls.Even{Gap: 8})
	for _, t := range journal.Tracks {
		names.Add(controls.NewColored(p.Words.Track(t), look.TrackText(t), theme.SizeNameCaptionText, fyne.TextStyle{}))
	}
	c.rows = controls.Stack(6, container.New(&dayRow{}, controls.Gap(0), names))
	for i := range c.days {
		c.days[i] = newDiaryDay(c, i+1)
		c.rows.Add(c.days[i].root)
	}
	c.more = controls.NewLink(say("week.diary.weekend"), func() {
		c.weekend = true
		c.show()
		p.Ask.Focus(c.days[friday].fields[0])
	})
	c.write = controls.Stack(8, controls.Flush(controls.Caption(say("week.diary.about"))), c.rows, container.NewHBox(c.more))
	c.root = controls.NewCard(controls.Stack(8,
		controls.NewCardHead(c.title, p.why("using#a-diary-week")), c.offer, c.write))
	return c
}

// follow finds out whether a diary is to be offered.
func (c *diaryCard) follow() {
	p := c.page
	c.weekend = false
	c.due = false
	if !p.isThisWeek() || p.Sample || p.locked() {
		return
	}
	var last journal.Week // with a diary, or the first one that is logged
	for e := range p.Journal.All() {
		if !e.Empty() && (last.IsZero() || len(e.Diary) > 0) {
			last = e.Week
		}
	}
	if asked, err := journal.ParseWeek(c.page.held.chosen().DiaryAsked); err == nil && asked.After(last) {
		last = asked
	}
	c.due = !last.IsZero() && !p.today.Before(last.Add(diaryEvery))
}

// show shows the diary of the week on screen, or offers one.
func (c *diaryCard) show() {
	p, e := c.page, c.page.entry
	writes := e.Away == "" && (len(e.Diary) > 0 || c.begun == e.Week)
	measured := p.held.chosen().Any() && (!p.held.known || p.held.held.Met)
	offers := !writes && c.due && p.isThisWeek() && e.Away == "" && !p.locked() && !measured
	look.SetVisible(c.root, writes || offers)
	look.SetVisible(c.write, writes)
	look.SetVisible(c.offer, offers)
	if !writes {
		return
	}
	for _, d := range c.days {
		h, written := e.DiaryOf(d.day)
		d.show(h, written)
		look.SetVisible(d.root, d.day <= friday || c.weekend || written)
	}
	look.SetVisible(c.more, !c.weekend && !p.locked())
	c.root.Refresh()
}

// decline offers no diary for half a year.
func (c *diaryCard) decline() {
	p := c.page
	c.due = false
	p.prefer(func(all *preferences.Preferences) {
		all.ChangeEvidence(p.Journal.ID(), func(e *preferences.Evidence) { e.DiaryAsked = p.today.String() })
	})
	p.GoToLine()
}

// BeginDiary begins the diary of the week on screen, with the focus on the day of today.
func (p *Page) BeginDiary() {
	if p.locked() || p.entry.Away != "" {
		return
	}
	c := p.diary
	c.begun = p.entry.Week
	day := 1
	if p.isThisWeek() {
		day = journal.ISODay(p.Now().Weekday())
	}
	c.weekend = c.weekend || day > friday
	c.show()
	p.Ask.Focus(c.days[day-1].fields[0])
}
