package week

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/input"
	"heliotrope/journal/preferences"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
	"heliotrope/ui/texts"
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
		day = isoDay(p.Now().Weekday())
	}
	c.weekend = c.weekend || day > friday
	c.show()
	p.Ask.Focus(c.days[day-1].fields[0])
}

// isoDay returns the number of a day of the week, from 1 for Monday.
func isoDay(d time.Weekday) int { return (int(d)+6)%7 + 1 }

// diaryDay is the row of a day: three fields of hours, stored as soon as they are hours.
type diaryDay struct {
	card *diaryCard
	day  int // from 1, Monday

	week    journal.Week
	hours   journal.Hours // that are stored
	written bool          // something is
	setting bool          // the fields are being set, by nobody's hand

	fields  [3]*controls.TextField
	trouble *controls.Hint
	root    fyne.CanvasObject
}

const longestHours = 16 // that can be typed, in bytes

func newDiaryDay(c *diaryCard, day int) *diaryDay {
	d := &diaryDay{card: c, day: day, trouble: controls.NewTrouble()}
	w := c.page.Words
	name := w.Weekday(time.Weekday(day % 7))
	fields := container.New(&controls.Even{Gap: 8})
	for i, t := range journal.Tracks {
		f := controls.NewTextField(false, longestHours, texts.CleanLine)
		f.Spoken = w.Say("week.diary.field", words.Args{"Day": name, "Track": w.Track(t)})
		f.OnChanged = func(string) { d.typed() }
		d.fields[i] = f
		fields.Add(f)
	}
	label := controls.NewColored(name, theme.ColorNameForeground, controls.SizeControl, fyne.TextStyle{})
	d.root = controls.Stack(2, container.New(&dayRow{}, label, fields), d.trouble.Content())
	return d
}

// show shows what is stored of the day. What is typed stays while that is the same. A day
// that has not come is not written.
func (d *diaryDay) show(h journal.Hours, written bool) {
	p := d.card.page
	if w := p.entry.Week; w != d.week || h != d.hours || written != d.written {
		d.week, d.hours, d.written = w, h, written
		d.setting = true
		for i, hours := range []float64{h.Technical, h.Both, h.People} {
			text := ""
			if written && hours > 0 {
				text = plainHours(p.Words, hours)
			}
			d.fields[i].SetText(text)
		}
		d.setting = false
		d.trouble.Show("")
	}
	later := p.isThisWeek() && d.day > isoDay(p.Now().Weekday())
	for _, f := range d.fields {
		if p.locked() || later && !written {
			f.Disable()
		} else {
			f.Enable()
		}
	}
}

// plainHours formats hours for a field, without a unit.
func plainHours(w *words.Words, hours float64) string {
	text := strconv.FormatFloat(hours, 'f', -1, 64)
	if w.Language == words.French {
		text = strings.Replace(text, ".", ",", 1)
	}
	return text
}

// typed stores what the fields say as soon as it can be.
func (d *diaryDay) typed() {
	if d.setting {
		return
	}
	p := d.card.page
	var all [3]float64
	given := false
	for i, f := range d.fields {
		text := strings.TrimSpace(f.Text)
		if text == "" {
			continue
		}
		given = true
		if strings.Trim(text, "0.,") == "" {
			continue // none, which is an answer
		}
		hours, err := input.Hours(text)
		if err != nil {
			d.tell("week.diary.wrong")
			return
		}
		all[i] = hours
	}
	h := journal.Hours{Technical: all[0], Both: all[1], People: all[2]}
	if h.Sum() > journal.MaxDayHours {
		d.tell("week.diary.long")
		return
	}
	d.trouble.Show("")
	d.hours, d.written = h, given
	p.edit(func(e *journal.Entry) {
		e.Diary = slices.Clone(e.Diary)
		if given {
			e.SetDiary(journal.DiaryDay{Day: d.day, Hours: h})
		} else {
			e.DropDiary(d.day)
			d.card.begun = e.Week // it stays open
		}
	})
}

// tell shows what is wrong with what is typed.
func (d *diaryDay) tell(id string) {
	d.trouble.Show(d.card.page.Words.Say(id))
	d.card.root.Refresh()
}

// dayRow lays out the name of a day and its fields.
type dayRow struct{}

// dayWidth is the width of the name, in heights of the text.
const dayWidth = 7

// Layout implements fyne.Layout.
func (dayRow) Layout(o []fyne.CanvasObject, size fyne.Size) {
	name := theme.TextSize() * dayWidth
	least := o[0].MinSize()
	o[0].Resize(fyne.NewSize(name, least.Height))
	o[0].Move(fyne.NewPos(0, (size.Height-least.Height)/2))
	o[1].Resize(fyne.NewSize(max(0, size.Width-name), size.Height))
	o[1].Move(fyne.NewPos(name, 0))
}

// MinSize implements fyne.Layout.
func (dayRow) MinSize(o []fyne.CanvasObject) fyne.Size {
	fields := o[1].MinSize()
	return fyne.NewSize(theme.TextSize()*dayWidth+fields.Width, max(fields.Height, o[0].MinSize().Height))
}
