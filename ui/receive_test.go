package ui

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"heliotrope/desktop/handover"
	"heliotrope/journal"
	"heliotrope/journal/exchange"
	"heliotrope/journal/words"
	"heliotrope/ui/uitest"
)

// asked is a request that was put, and its answer once there is one.
type asked struct {
	t      *testing.T
	answer *handover.Answer
}

// ask puts a request to the window.
func (d *desk) ask(t *testing.T, r handover.Request) *asked {
	t.Helper()
	a := &asked{t: t}
	d.shell.receive(r, func(answer func() handover.Answer) {
		if a.answer != nil {
			t.Error("it was answered twice")
		}
		got := answer()
		a.answer = &got
	})
	return a
}

// err returns why it was not done; it fails the test if there is no answer yet.
func (a *asked) err() error {
	a.t.Helper()
	if a.answer == nil {
		a.t.Fatal("there is no answer yet")
	}
	return a.answer.Err()
}

// outside returns a request to log a moment in a week.
func outside(w journal.Week, id, text string) handover.Request {
	return handover.Request{Kind: handover.Add, Week: w.String(), Moment: journal.Moment{
		ID: id, Text: text, Kind: "coding", Track: journal.Technical, Energy: journal.Energized, Logged: time.Date(2026, 11, 23, 7, 0, 0, 0, time.UTC),
	}}
}

// stored returns the texts of the moments of a week that are on the disk, in order.
func (d *desk) stored(w journal.Week) (texts []string) {
	d.T.Helper()
	contents, err := d.Memory.Reopen().Load()
	if err != nil {
		d.T.Fatal(err)
	}
	for _, e := range contents.Entries {
		if e.Week == w {
			for _, m := range e.Moments {
				texts = append(texts, m.Text)
			}
		}
	}
	return texts
}

// A moment from outside is in the list at once, answered for once it is on the disk,
// and a step of its own, next to what was typed just before and not saved yet.
func TestReceiveMoment(t *testing.T) {
	d := newWeekDesk(t)
	d.add("First")
	d.Focus(d.reflection())
	d.Write("half a thought")
	a := d.ask(t, outside(d.Today(), "m1", "From outside"))
	if got := d.TextsNow(); !bytes.Contains([]byte(got), []byte("From outside")) {
		t.Errorf("it is not shown at once:\n%s", got)
	}
	if a.answer != nil {
		t.Error("it is answered before it is on the disk")
	}
	d.Write(" more")
	d.Clock.Finish()
	if err := a.err(); err != nil {
		t.Fatal(err)
	}
	if got := d.stored(d.Today()); len(got) != 2 || got[1] != "From outside" {
		t.Errorf("the disk has %q", got)
	}
	d.Clock.Advance(time.Minute)
	if got := d.Entry().Reflection; got != "half a thought more" {
		t.Errorf("the reflection is %q", got)
	}
	if d.Field() != d.reflection() {
		t.Error("the focus is gone from what was being typed")
	}
	again := d.ask(t, outside(d.Today(), "m1", "From outside"))
	d.Clock.Finish()
	if err := again.err(); err != nil || len(d.stored(d.Today())) != 2 {
		t.Errorf("asked again: %v, and there is %q", err, d.stored(d.Today()))
	}
	for i, want := range []journal.StepKind{journal.TextStep, journal.AddStep} {
		if step, err := d.Journal.Undo(); err != nil || step.Kind != want {
			t.Errorf("undone is %q (%v), want %q", step.Kind, err, want)
		}
		if e := d.Entry(); len(e.Moments) != 2-i || e.Reflection != "half a thought" {
			t.Errorf("undone, the week is %+v", e)
		}
	}
}

// Wherever the user is, and whichever week it goes to, nothing is lost or doubled.
func TestReceiveOnEveryPage(t *testing.T) {
	for _, page := range []pageName{pageWeek, pageTrends, pagePast, pageReport, pageSettings, pageHelp} {
		t.Run(string(page), func(t *testing.T) {
			d := newDesk(t, uitest.Weeks(3), words.English)
			last := d.Today().Prev()
			d.shell.space.open(pageWeek)
			d.Clock.Finish()
			d.Focus(d.reflection())
			d.Write("typed")
			d.shell.space.open(page)
			var all []*asked
			for i := range 20 {
				w := d.Today()
				if i%2 == 1 {
					w = last
				}
				all = append(all, d.ask(t, outside(w, "m"+strconv.Itoa(i%10), "Text "+strconv.Itoa(i%10))))
				if i%3 == 0 {
					d.Clock.Next()
				}
			}
			d.Clock.Finish()
			for i, a := range all {
				if err := a.err(); err != nil {
					t.Errorf("%d: %v", i, err)
				}
			}
			if here, there := d.stored(d.Today()), d.stored(last); len(here) != 5 || len(there) != 6 {
				t.Errorf("the weeks have %q and %q", here, there)
			}
			d.shell.space.open(pageWeek)
			d.Clock.Finish()
			d.Sees("Text 0", "Text 8")
			if got := d.Entry().Reflection; got != "typed" {
				t.Errorf("the reflection is %q", got)
			}
		})
	}
}

// A moment that is being edited, or typed, stays as it is next to one from outside.
func TestReceiveWhileWriting(t *testing.T) {
	d := newWeekDesk(t)
	d.add("First")
	d.Focus(d.line())
	d.Write("half a mom")
	a := d.ask(t, outside(d.Today(), "m1", "From outside"))
	d.Clock.Finish()
	if err := a.err(); err != nil {
		t.Fatal(err)
	}
	if got := d.line().Text; got != "half a mom" || d.Field() != d.line() {
		t.Errorf("the line has %q", got)
	}
	d.Write("ent /coding +1")
	d.Press(fyne.KeyReturn)
	d.Clock.Advance(time.Minute)
	if got := d.stored(d.Today()); len(got) != 3 {
		t.Errorf("the disk has %q", got)
	}
}

func TestReceiveRefuses(t *testing.T) {
	d := newDesk(t, uitest.Weeks(3), words.English)
	bad := outside(d.Today(), "m1", "")
	noWeek := outside(d.Today(), "m1", "Text")
	noWeek.Week = "last week"
	for name, r := range map[string]handover.Request{"an empty text": bad, "no week": noWeek} {
		a := d.ask(t, r)
		d.Clock.Finish()
		if _, ok := errors.AsType[*journal.InvalidError](a.err()); !ok {
			t.Errorf("%s: %v", name, a.err())
		}
	}
	ahead := d.ask(t, outside(d.Today().Add(2), "m1", "Text"))
	unknown := d.ask(t, handover.Request{Kind: "of a later version"})
	d.Clock.Finish()
	if !errors.Is(ahead.err(), journal.ErrAhead) || !errors.Is(unknown.err(), handover.ErrUnknown) {
		t.Errorf("%v, %v", ahead.err(), unknown.err())
	}
	if d.Journal.HasMoment("m1") {
		t.Error("it was logged")
	}
	d.shell.space.ReadOnly = true
	if a := d.ask(t, outside(d.Today(), "m1", "Text")); !errors.Is(a.err(), journal.ErrReadOnly) {
		t.Errorf("a journal that can only be read: %v", a.err())
	}
}

// While the disk refuses, who asks is told that it is not saved yet. It is in the
// window, which saves it once, whenever the disk is well.
func TestReceiveOnAFullDisk(t *testing.T) {
	d := newWeekDesk(t)
	d.Store.Fail(syscall.ENOSPC)
	a := d.ask(t, outside(d.Today(), "m1", "From outside"))
	d.Clock.Finish()
	if err := a.err(); !errors.Is(err, handover.ErrUnsaved) || !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("it is answered with %v", err)
	}
	d.Sees("From outside")
	again := d.ask(t, outside(d.Today(), "m1", "From outside"))
	d.Store.Fail(nil)
	d.Clock.Advance(time.Minute)
	if err := again.err(); err != nil || len(d.stored(d.Today())) != 1 {
		t.Errorf("%v, and the disk has %q", err, d.stored(d.Today()))
	}
}

// While the sample is shown, what is handed over goes to the journal.
func TestReceiveDuringTheSample(t *testing.T) {
	d := newDesk(t, uitest.Weeks(3), words.English)
	d.shell.openSample()
	d.Clock.Finish()
	a := d.ask(t, outside(d.Today(), "m1", "From outside"))
	read := d.ask(t, handover.Request{Kind: handover.Read})
	d.Clock.Finish()
	if err := a.err(); err != nil || len(d.stored(d.Today())) != 1 {
		t.Errorf("%v, and the disk has %q", err, d.stored(d.Today()))
	}
	if c, err := exchange.Read(bytes.NewReader(read.answer.Body)); err != nil || c.ID != "test" {
		t.Errorf("it reads %q (%v)", c.ID, err)
	}
	d.shell.leaveSample()
	d.Clock.Finish()
	if got := d.Entry().Moments; len(got) != 1 {
		t.Errorf("back in the journal there is %+v", got)
	}
}

// What is read has all that was typed.
func TestReceiveRead(t *testing.T) {
	d := newWeekDesk(t)
	d.Focus(d.reflection())
	d.Write("just typed")
	a := d.ask(t, handover.Request{Kind: handover.Read})
	d.Clock.Finish()
	if err := a.err(); err != nil {
		t.Fatal(err)
	}
	c, err := exchange.Read(bytes.NewReader(a.answer.Body))
	if err != nil || len(c.Entries) != 1 || c.Entries[0].Reflection != "just typed" {
		t.Errorf("it reads %+v (%v)", c, err)
	}
	d.Store.Fail(syscall.ENOSPC)
	d.Write(" and more")
	a = d.ask(t, handover.Request{Kind: handover.Read})
	d.Clock.Finish()
	if c, err := exchange.Read(bytes.NewReader(a.answer.Body)); err != nil || c.Entries[0].Reflection != "just typed" || !errors.Is(a.err(), syscall.ENOSPC) {
		t.Errorf("on a full disk it reads %+v (%v, %v)", c, err, a.err())
	}
}

// A file that was opened with the program is offered to be imported.
func TestReceiveFile(t *testing.T) {
	d := newDesk(t, uitest.Weeks(3), words.English)
	var b bytes.Buffer
	if err := exchange.Write(&b, uitest.Weeks(5), d.Clock.Now()); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "old.json")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	d.shell.openSample()
	d.Clock.Finish()
	a := d.ask(t, handover.Request{Kind: handover.Raise, Path: path})
	d.Clock.Finish()
	if err := a.err(); err != nil {
		t.Fatal(err)
	}
	d.Sees("New: 2 weeks, 2 moments.")
	d.TapButton("Import 2 weeks")
	d.Clock.Finish()
	if got := d.Journal.WeeksLogged(); got != 5 {
		t.Errorf("there are %d weeks", got)
	}
}

// A window without a journal comes to the front, and knows no more.
func TestReceiveDuringRecovery(t *testing.T) {
	d := newDeskWith(t, journal.Contents{}, words.English, func(c *Config) { c.Journal, c.Problem = nil, journal.ErrDamaged })
	if a := d.ask(t, handover.Request{Kind: handover.Raise}); a.err() != nil {
		t.Errorf("to the front: %v", a.err())
	}
	for _, r := range []handover.Request{{Kind: handover.Raise, Path: "/x.json"}, {Kind: handover.Read}, outside(d.Today(), "m1", "Text")} {
		if a := d.ask(t, r); !errors.Is(a.err(), handover.ErrNotOpen) {
			t.Errorf("%s: %v", r.Kind, a.err())
		}
	}
}

// Who asks before there is a window waits for it, and who asks after it is told so.
func TestInbox(t *testing.T) {
	in := NewInbox(func(r handover.Request) handover.Answer { return handover.Answer{Out: "checked"} })
	clock := uitest.NewClock()
	answers := make(chan handover.Answer)
	serve := func(k handover.Kind) { go func() { answers <- in.Serve(handover.Request{Kind: k}) }() }
	wait := func() {
		for clock.Pending() == 0 {
			time.Sleep(time.Millisecond)
		}
	}
	serve(handover.Read)
	in.open(clock, func(r handover.Request, reply reply) {
		if r.Kind == handover.Read {
			reply(func() handover.Answer { return handover.Answer{Out: "read"} })
		}
	})
	wait()
	clock.Next()
	if a := <-answers; a.Out != "read" {
		t.Errorf("the answer is %+v", a)
	}
	serve(handover.Add) // which is not replied to
	wait()
	clock.Next()
	in.End()
	in.End()
	if a := <-answers; !errors.Is(a.Err(), handover.ErrBusy) {
		t.Errorf("the answer of a window that ends is %+v", a)
	}
	serve(handover.Read)
	a := handover.Answer{}
	for done := false; !done; {
		select {
		case a = <-answers:
			done = true
		default:
			if clock.Pending() > 0 {
				clock.Next()
			}
			time.Sleep(time.Millisecond)
		}
	}
	if !errors.Is(a.Err(), handover.ErrBusy) {
		t.Errorf("the answer after the window is %+v", a)
	}
	var none *Inbox
	none.open(clock, nil)
	none.End()
}
