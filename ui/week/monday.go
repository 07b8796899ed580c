package week

import (
	"fmt"
	"math"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/preferences"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
)

// mondayCard asks in the running week to finish one before it, once a week.
type mondayCard struct {
	page *Page

	week  journal.Week // that is asked about; zero if none is
	title *widget.Label
	text  *widget.Label
	open  *controls.Button
	root  fyne.CanvasObject
}

func newMondayCard(p *Page) *mondayCard {
	say := p.Words.Say
	c := &mondayCard{page: p, title: controls.Heading("", theme.SizeNameSubHeadingText), text: controls.Body("")}
	c.open = controls.NewButton("", func() { p.window.OpenWeek(c.week) })
	c.open.Importance = widget.HighImportance
	weekOff := controls.NewNamedMenuButton(say("week.finish.off"), func() []*fyne.MenuItem {
		return p.awayMenu(c.week, p.quick.line.Focus)
	})
	notNow := controls.NewLink(say("week.finish.not-now"), func() {
		p.skipWeek(c.week)
		p.quick.line.Focus()
	})
	c.root = controls.NewPanel(controls.Stack(8,
		controls.NewCardHead(c.title, p.why("using#weeks-off-and-weeks-to-finish")), controls.Flush(c.text),
		container.New(&controls.Flow{GapX: 12, GapY: 8}, c.open, weekOff, notNow)),
		look.ColorNotice, "", 12, fyne.NewSize(20, 16))
	return c
}

// show asks to finish a week with what it has, and nothing for the zero week.
func (c *mondayCard) show(w journal.Week, e journal.Entry) {
	c.week = w
	look.SetVisible(c.root, !w.IsZero())
	if w.IsZero() {
		return
	}
	number := words.Args{"Number": w.Number()}
	c.title.SetText(c.page.Words.Say("week.finish.title", number))
	c.text.SetText(c.page.Words.Unfinished(e))
	c.open.SetText(c.page.Words.Say("week.finish.open", number))
}

// showMonday asks to finish a week before the running one, if that is on screen and
// the user has not answered “not now” about it.
func (p *Page) showMonday() {
	var w journal.Week
	if p.entry.Week == p.today && !p.locked() && !p.Sample && p.doubt == journal.ClockTrusted {
		skipped := p.prefs.Get().SkippedWeeks[p.Journal.ID()]
		w, _ = p.Journal.Unfinished(p.today, func(w journal.Week) bool { return slices.Contains(skipped, w.String()) })
	}
	p.monday.show(w, p.saver.Entry(w))
}

// skipWeek asks no more about a week. Which others were skipped is only of interest
// as long as they would be asked about.
func (p *Page) skipWeek(w journal.Week) {
	err := p.prefs.Change(func(prefs *preferences.Preferences) {
		if prefs.SkippedWeeks == nil {
			prefs.SkippedWeeks = make(map[string][]string)
		}
		recent := slices.DeleteFunc(prefs.SkippedWeeks[p.Journal.ID()], func(name string) bool {
			old, err := journal.ParseWeek(name)
			return err != nil || old.Before(w.Add(-weeksRemembered))
		})
		prefs.SkippedWeeks[p.Journal.ID()] = append(recent, w.String())
	})
	if err != nil {
		p.Ask.Problem(err)
	}
	p.showMonday()
}

const weeksRemembered = 8

// emptyCard is shown in the running week as long as it has no moments: what a line
// may look like.
type emptyCard struct {
	title *widget.Label
	words *words.Words
	root  fyne.CanvasObject
}

func newEmptyCard(w *words.Words) *emptyCard {
	c := &emptyCard{words: w, title: controls.Heading("", theme.SizeNameSubHeadingText)}
	text := controls.Stack(4, controls.Flush(c.title), controls.Flush(controls.Body(w.Say("week.empty.text"))))
	examples := controls.Stack(8, controls.Flush(controls.Caption(w.Say("week.empty.example"))))
	for i, track := range []journal.Track{journal.Technical, journal.People, journal.Both} {
		line := controls.Flush(controls.Body(w.Say(fmt.Sprintf("week.empty.%d", i+1))))
		glyph := controls.NewGlyph(look.TrackShape(track), look.TrackColor(track))
		examples.Add(container.NewBorder(nil, nil, container.NewCenter(glyph), nil, line))
	}
	c.root = controls.NewCard(controls.Stack(16,
		container.NewBorder(nil, nil, container.NewPadded(newFlower()), nil, text), examples))
	return c
}

// show shows the card in a running week without moments.
func (c *emptyCard) show(empty bool, now time.Time) {
	id := "week.empty.title"
	if now.Weekday() == time.Monday {
		id = "week.empty.monday"
	}
	c.title.SetText(c.words.Say(id))
	look.SetVisible(c.root, empty)
}

// newFlower returns the drawing of the card: eight petals around a disc.
func newFlower() fyne.CanvasObject {
	c := container.New(flower{})
	for range petals {
		c.Add(controls.NewGlyph(controls.Circle, look.ColorLogged))
	}
	c.Add(controls.NewGlyph(controls.Circle, theme.ColorNamePrimary))
	return c
}

const petals = 8

// flower lays petals out around the last object, in the middle of its width.
type flower struct{}

const flowerRadius = 17

func (flower) Layout(o []fyne.CanvasObject, size fyne.Size) {
	for i, glyph := range o {
		side := glyph.MinSize()
		at := fyne.NewPos((size.Width-side.Width)/2, (size.Height-side.Height)/2)
		if i < petals {
			sin, cos := math.Sincos(2 * math.Pi * float64(i) / petals)
			at = at.AddXY(flowerRadius*float32(sin), -flowerRadius*float32(cos))
		}
		glyph.Resize(side)
		glyph.Move(at)
	}
}

func (flower) MinSize(o []fyne.CanvasObject) fyne.Size {
	return o[0].MinSize().AddWidthHeight(2*flowerRadius, 2*flowerRadius)
}
