package week

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"heliotrope/journal"
	"heliotrope/journal/preferences"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
	"heliotrope/ui/saving"
	"heliotrope/ui/session"
	"heliotrope/ui/uitest"
)

// energies returns moments of the given energies, oldest first.
func energies(of ...journal.Energy) (all []journal.Moment) {
	texts := []string{"Coached Ines", "Quarter planning", "Handover", "Paired with Noor", "Compare step"}
	for i, e := range of {
		all = append(all, journal.Moment{ID: fmt.Sprint(i), Text: texts[i], Kind: "coding", Track: journal.Technical, Energy: e, Hours: 1})
	}
	return all
}

// weekWith returns a journal with a week that ends the given number of weeks
// before that of today.
func weekWith(ago int, e journal.Entry) journal.Contents {
	e.Week = journal.WeekOf(uitest.NewClock().Now()).Add(-ago)
	return journal.Contents{Entries: []journal.Entry{e}}
}

func (d *desk) hover(o desktop.Hoverable, x, y float32) {
	o.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, y)}})
}

// rail is the width of the window that the page does not get.
const rail = 176

// The question is a sentence that the answer ends; each point has words under
// the pointer, and an answer can be taken back by key, click and link.
func TestQuestion(t *testing.T) {
	d := newDesk(t, journal.Contents{})
	scale := d.page.question.scale
	ask := d.Words(t, "question."+string(journal.QuestionFor(d.Today()))+".ask")
	end := d.Words(t, "question."+string(journal.QuestionFor(d.Today()))+".people")
	d.Sees(ask)
	cell := scale.Size().Width / 5
	for i, want := range []string{"clearly ", "mostly ", "both alike", "mostly " + end, "clearly " + end} {
		d.hover(scale, (float32(i)+0.5)*cell, 10)
		d.Sees(want)
	}
	scale.MouseOut()
	d.Misses("clearly", "Clear")
	d.Focus(scale)
	d.Write("4")
	d.Sees(ask + " mostly " + end + ".")
	for name, takeBack := range map[string]func(){
		"key":   func() { d.Focus(scale); d.Press(fyne.KeyBackspace) },
		"click": func() { scale.Tapped(&fyne.PointEvent{Position: fyne.NewPos(3.5*cell, 10)}) },
		"link":  func() { d.TapLink("Clear") },
	} {
		d.Focus(scale)
		d.Write("4")
		takeBack()
		d.Clock.Advance(saving.SavePause)
		if e := d.Entry(); len(e.Answers) != 0 {
			t.Errorf("an answer taken back by %s is in the journal: %v", name, e.Answers)
		}
		d.Misses("mostly")
	}
}

// Words returns a sentence in English.
func (d *desk) Words(t *testing.T, id string) string {
	t.Helper()
	return words.In(words.English).Say(id)
}

// The third moment brings the picture of the week, the newest first, with no
// sum; a half without anything says so.
func TestPicture(t *testing.T) {
	d := newDesk(t, journal.Contents{})
	d.page.addMoment(d.Today(), energies(2)[0])
	d.page.addMoment(d.Today(), energies(2, 1)[1])
	d.Misses("This week so far")
	d.page.addMoment(d.Today(), energies(2, 1, 0)[2])
	d.Sees("This week so far", "Gave energy", "Took energy\nNothing yet")
	d.Window.Resize(fyne.NewSize(1201, 800)) // makes room for the card
	var shown []string
	uitest.Walk(d.page.picture.bars, func(o fyne.CanvasObject) {
		if text, ok := o.(*canvas.Text); ok {
			shown = append(shown, text.Text)
		}
	})
	if got := strings.Join(shown, ", "); got != "Handover, Quarter planning, Coached Ines" {
		t.Errorf("the bars are %s", got)
	}
	d.page.deleteMoment(d.Today(), "1")
	d.Misses("This week so far")
}

func TestPictureOfAnotherWeek(t *testing.T) {
	d := newDesk(t, weekWith(1, journal.Entry{Moments: energies(-2, -1, 0)}))
	d.page.GoPrev()
	d.Sees("That week", "That week’s time", "Gave energy\nNothing")
	d.Misses("yet", "This week so far")
}

// Hidden, the picture stays hidden until the preferences show it again.
func TestPictureHidden(t *testing.T) {
	d := newDesk(t, weekWith(0, journal.Entry{Moments: energies(2, -1, 0)}))
	d.Sees("This week so far")
	d.TapLink("Hide")
	d.Misses("This week so far")
	if !d.Preferences.Get().HidePicture {
		t.Error("the preferences do not know")
	}
	if err := d.Preferences.Change(func(p *preferences.Preferences) { p.HidePicture = false }); err != nil {
		t.Fatal(err)
	}
	d.page.Shown()
	d.Sees("This week so far")
}

// Each square names its week and opens it. A week off is no week logged.
func TestSquaresOfWeeks(t *testing.T) {
	today := journal.WeekOf(uitest.NewClock().Now())
	answer := []journal.Answer{{Question: journal.Questions[0], Value: 1}}
	d := newDesk(t, journal.Contents{Entries: []journal.Entry{
		{Week: today.Add(-4), Moments: energies(1, 1, 1, 1, 1)}, {Week: today.Add(-3), Away: "leave", Moments: energies(1)},
		{Week: today.Add(-2), Answers: answer}, {Week: today.Add(-1), Moments: energies(1)},
	}})
	d.Sees("3 weeks · 1 week off")
	squares := d.page.logged.squares
	for back, want := range []string{"nothing logged", "1 moment", "no moments", "a week off: Vacation", "5 moments"} {
		d.hover(squares, 245-float32(back)*19, 50)
		d.Sees(fmt.Sprintf("Week %d, %s", today.Add(-back).Number(), want))
	}
	dashes := 0
	uitest.Walk(squares, func(o fyne.CanvasObject) {
		if r, ok := o.(*canvas.Rectangle); ok && r.Size().Height < r.Size().Width {
			dashes++
		}
	})
	if dashes != 1 {
		t.Errorf("%d weeks are marked as off", dashes)
	}
	squares.Tapped(&fyne.PointEvent{Position: fyne.NewPos(245-4*19, 60)})
	if d.page.Week() != today.Add(-4) {
		t.Errorf("the square opened %v", d.page.Week())
	}
	d.Focus(squares)
	d.Press(fyne.KeyRight, fyne.KeyReturn)
	if d.page.Week() != today.Add(-3) {
		t.Errorf("Right and Enter opened %v", d.page.Week())
	}
}

func TestYearAgoOpensItsWeek(t *testing.T) {
	d := newDesk(t, weekWith(52, journal.Entry{Moments: energies(1, -2)}))
	d.Sees("A year ago", "“Quarter planning”")
	d.TapLink("Open that week")
	if d.page.Week() != d.Today().Add(-52) {
		t.Errorf("the link opened %v", d.page.Week())
	}
}

// Nothing in the cards is cut, overlaps or leaves its card, in both languages, at
// every size of text and in every size of the window.
func TestCardsFit(t *testing.T) {
	today := journal.WeekOf(uitest.NewClock().Now())
	e := journal.Entry{Week: today, Moments: energies(2, -2, 0), Split: &journal.Split{Technical: 33, Both: 33, People: 34}}
	ago := journal.Entry{Week: today.Add(-52), Moments: energies(2)}
	for _, language := range uitest.Sweep(words.Languages...) {
		for _, size := range uitest.Sweep(100, 145, 200) {
			on := uitest.NewDesk(t, journal.Contents{Entries: []journal.Entry{e, ago}})
			if err := on.Preferences.Change(func(p *preferences.Preferences) { p.TextSize = size }); err != nil {
				t.Fatal(err)
			}
			on.App.Settings().SetTheme(look.New(on.Preferences.Get()))
			d := open(t, on, func(s *session.Session) { s.Words = words.In(language) })
			for _, window := range uitest.Sweep(fyne.NewSize(1600, 1000), fyne.NewSize(1366, 768), fyne.NewSize(1200, 800), fyne.NewSize(900, 600)) {
				d.Window.Resize(window.SubtractWidthHeight(rail, 0))
				d.wantFit(fmt.Sprint(language, " ", size, " ", window.Width))
			}
			for i, q := range journal.Questions { // where there is the least room
				answered := e
				answered.Answers = []journal.Answer{{Question: q, Value: 2}}
				d.page.question.show(answered)
				d.Window.Resize(fyne.NewSize(900-rail, 600+float32(i)))
				d.wantFit(fmt.Sprint(language, " ", size, " ", q))
			}
			d.Window.Close()
		}
	}
}

// wantFit fails unless what the cards next to the moments show is whole and
// inside of them.
func (d *desk) wantFit(where string) {
	d.T.Helper()
	p := d.page
	driver := fyne.CurrentApp().Driver()
	type place struct{ left, top, right, bottom float32 }
	of := func(o fyne.CanvasObject) place {
		at := driver.AbsolutePositionForObject(o)
		return place{at.X, at.Y, at.X + o.Size().Width, at.Y + o.Size().Height}
	}
	cards := []fyne.CanvasObject{p.split.root, p.question.root, p.picture.root, p.yearAgo.root, p.logged.root}
	for i, card := range cards {
		in := of(card)
		if in.right > d.Window.Canvas().Size().Width {
			d.T.Errorf("%s: card %d ends at %v", where, i, in.right)
		}
		for k, other := range cards[:i] {
			if b := of(other); in.left < b.right && b.left < in.right && in.top < b.bottom && b.top < in.bottom {
				d.T.Errorf("%s: cards %d and %d overlap: %v and %v", where, k, i, b, in)
			}
		}
		uitest.Walk(card, func(o fyne.CanvasObject) {
			switch o := o.(type) {
			case *controls.Colored, *controls.Link, *controls.TextField, *controls.Scale, *controls.Squares:
				b, least := of(o), o.MinSize()
				if o.Size().Width < least.Width-0.5 || o.Size().Height < least.Height-1.5 {
					d.T.Errorf("%s: a %T of card %d has %v and needs %v", where, o, i, o.Size(), least)
				}
				if b.left < in.left || b.right > in.right+0.5 || b.top < in.top || b.bottom > in.bottom+0.5 {
					d.T.Errorf("%s: a %T of card %d is at %v, outside of %v", where, o, i, b, in)
				}
			}
		})
	}
}

// In narrow windows, time and question share a row below the moments.
func TestNarrowWindow(t *testing.T) {
	d := newDesk(t, weekWith(0, journal.Entry{Moments: energies(2, -1, 0)}))
	at := func(o fyne.CanvasObject) fyne.Position {
		return fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	}
	p := d.page
	if a, b := at(p.split.root), at(p.quick.root); a.Y != b.Y || a.X <= b.X {
		t.Errorf("in a wide window, time is at %v and the line at %v", a, b)
	}
	d.Window.Resize(fyne.NewSize(900-rail, 600))
	order := []fyne.CanvasObject{p.quick.root, p.moments.root, p.split.root, p.reflect.root, p.picture.root, p.logged.root}
	for i, o := range order[1:] {
		if at(o).Y <= at(order[i]).Y {
			t.Errorf("card %d is at %v, the one before at %v", i+1, at(o), at(order[i]))
		}
	}
	if a, b := at(p.split.root), at(p.question.root); a.Y != b.Y || a.X >= b.X {
		t.Errorf("time is at %v and the question at %v", a, b)
	}
	d.Focus(p.split.fields[2])
	d.Press(fyne.KeyTab) // why there is a question
	d.Press(fyne.KeyTab)
	if d.Window.Canvas().Focused() != fyne.Focusable(p.question.scale) {
		t.Errorf("after the split, Tab comes to %T", d.Window.Canvas().Focused())
	}
	d.Press(fyne.KeyTab)
	d.Press(fyne.KeyTab)
	if d.Window.Canvas().Focused() != fyne.Focusable(p.reflect.text) {
		t.Errorf("after the question, Tab comes to %T", d.Window.Canvas().Focused())
	}
	test.Type(p.reflect.text, "a")
}

// What is being saved is shown a year later, too.
func TestYearAgoWhileSaving(t *testing.T) {
	d := newDesk(t, journal.Contents{})
	d.page.Open(d.Today().Add(-52))
	d.add("Quarter planning")
	d.page.Open(d.Today())
	d.Sees("A year ago", "“Quarter planning”")
}
