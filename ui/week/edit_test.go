package week

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"heliotrope/journal"
	"heliotrope/journal/exchange"
	"heliotrope/journal/words"
	"heliotrope/ui/saving"
	"heliotrope/ui/session"
	"heliotrope/ui/uitest"
)

// oddTexts are texts that a journal may contain and that nobody would type.
var oddTexts = []string{
	"Plain", " spaces around ", "\ttab\t", "two\nlines", "\n\nlines before and after\n", "a  b\u00a0\u2003c", "\u200bhidden\u200d", "e\u0301\u0323\ufe0f",
	"\u202eright to left\u202c", "🌻👩\u200d💻", "#,;:\"'\\", "\ufeffmark", "1,5", "ﬁ ½ Å", "한글 \u1112\u1161\u11ab", "“quoted”", "\ufffd", "\u3164", "-", strings.Repeat("long ", 300),
}

var oddHours = []float64{
	1. / 3, 4. / 3, 0.333333, 0.004, 1e-9, 5e-324, 1.4999, 2.999, 0.1 + 0.2, 1. / 7, 0.5, 1, 2, 8, 7.25, 167.99999999999997, 168, 20.0000001 / 60, 1. / 120,
}

var oddTags = []string{
	"plain", "#c++", " spaced ", "one, two", ",", "a  b", "Go", "go", "GO ", "two\nlines", "é", "e\u0301", "#", "\u3164", "\ufe0f", "tab\ttab", strings.Repeat("x", journal.MaxName),
}

// someOf returns a few of all, each at most once, in any order.
func someOf[T any](random *rand.Rand, all []T) []T {
	var some []T
	for _, i := range random.Perm(len(all))[:random.IntN(len(all))] {
		some = append(some, all[i])
	}
	return some
}

func oneOf[T any](random *rand.Rand, all []T) T { return all[random.IntN(len(all))] }

// oddJournal returns a journal that could have come from a file and has in its
// newest week all that a week may have.
func oddJournal(random *rand.Rand) journal.Contents {
	c := journal.Contents{ID: "test", Kinds: []journal.Kind{
		{ID: "own", Name: "Own", Track: journal.People}, {ID: "twin", Name: "Own", Track: journal.People},
		{ID: "like-built-in", Name: "Coding", Track: journal.Technical}, {ID: "design", Name: "Own", Track: journal.People},
		{ID: "odd", Name: " \u200bodd\n", Track: journal.Both}, {ID: "mimic", Name: "Own (2)", Track: journal.People},
	}}
	kinds := journal.BuiltInKinds()
	for _, k := range c.Kinds {
		kinds = append(kinds, k)
	}
	e := journal.Entry{Week: journal.WeekOf(uitest.NewClock().Now()), Updated: time.Date(2026, 11, 20, 1, 2, 3, 0, time.UTC)}
	for i := range 6 {
		m := journal.Moment{
			ID: fmt.Sprint("m", i), Text: oneOf(random, oddTexts), Kind: oneOf(random, kinds).ID, Track: oneOf(random, journal.Tracks),
			Energy: oneOf(random, journal.Energies), Hours: oneOf(random, oddHours), Tags: someOf(random, oddTags),
			Private: random.IntN(2) == 0, Chosen: random.IntN(2) == 0,
		}
		if random.IntN(3) == 0 {
			m.Hours = 168 * (1 - random.Float64())
		}
		if random.IntN(3) > 0 {
			m.Logged = time.Date(2026, 11, 23, 8, i, 0, 0, time.FixedZone("", 3600*random.IntN(12)))
		}
		e.Moments = append(e.Moments, m)
	}
	for _, q := range someOf(random, journal.Questions) {
		e.Answers = append(e.Answers, journal.Answer{Question: q, Value: random.IntN(5) - 2})
	}
	if random.IntN(2) == 0 {
		first := random.IntN(101)
		second := first + random.IntN(101-first)
		e.Split = &journal.Split{Technical: first, Both: second - first, People: 100 - second}
	}
	if random.IntN(4) > 0 {
		e.Reflection = oneOf(random, oddTexts)
		e.Prompt = oneOf(random, []string{"", "What was asked?", " odd\nprompt "})
	}
	c.Entries = []journal.Entry{e}
	return c
}

// written returns a journal as its file has it.
func written(t *testing.T, c journal.Contents) string {
	t.Helper()
	var b bytes.Buffer
	if err := exchange.Write(&b, c, time.Time{}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// openOdd shows a page on contents.
func openOdd(t *testing.T, contents journal.Contents, lang words.Language) *desk {
	t.Helper()
	return open(t, uitest.NewDesk(t, contents), func(s *session.Session) { s.Words = words.In(lang) })
}

// edit opens a moment, changes something and saves.
func (d *desk) edit(m journal.Moment, change func()) {
	d.T.Helper()
	d.page.editMoment(d.Today(), m)
	change()
	d.Clock.Advance(saving.SavePause)
	d.TapButton("Save")
	d.Clock.Advance(saving.SavePause)
	if d.page.editing != nil {
		d.T.Fatalf("%+v cannot be saved:\n%s", m, d.Texts())
	}
}

// What is opened and saved without a change stays, to the byte, and nothing is
// written.
func TestAnUntouchedEditChangesNothing(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for i := range rounds(40) {
		contents := oddJournal(random)
		d := openOdd(t, contents, words.Languages[i%len(words.Languages)])
		before := written(t, d.Journal.Contents())
		for _, m := range d.Entry().Moments {
			d.page.editMoment(d.Today(), m)
			d.Press(fyne.KeyReturn)
			if d.page.editing != nil {
				t.Fatalf("%+v cannot be saved:\n%s", m, d.Texts())
			}
		}
		d.Focus(d.page.reflect.text)
		d.page.GoPrev()
		d.page.GoNext()
		d.page.Reload()
		d.Clock.Advance(time.Minute)
		if after := written(t, d.Journal.Contents()); after != before {
			t.Fatalf("\n%s\nbecame\n%s", before, after)
		}
		if n := d.Store.Attempts(); n != 0 {
			t.Fatalf("%d writes for nothing", n)
		}
		if step, ok := d.Journal.CanUndo(); ok {
			t.Fatalf("%+v can be undone", step)
		}
		d.Window.Close()
	}
}

// A change of one field leaves all others as they were, to the byte.
func TestAnEditChangesWhatWasEdited(t *testing.T) {
	changes := map[string]struct {
		edit func(*desk)
		want func(*journal.Moment)
	}{
		"energy":  {func(d *desk) { d.Write(" +1") }, func(m *journal.Moment) { m.Energy = journal.BitEnergized }},
		"private": {func(d *desk) { d.toggle("Private") }, func(m *journal.Moment) { m.Private = !m.Private }},
		"chosen":  {func(d *desk) { d.toggle("Chosen") }, func(m *journal.Moment) { m.Chosen = !m.Chosen }},
		"hours":   {func(d *desk) { d.Write(" 1h45") }, func(m *journal.Moment) { m.Hours = 1.75 }},
		"tags":    {func(d *desk) { d.Write(" #another") }, func(m *journal.Moment) { m.Tags = append(m.Tags, "another") }},
		"kind": {func(d *desk) { d.Write(" /hiring") },
			func(m *journal.Moment) { m.Kind, m.Track = "hiring", journal.People }},
	}
	for name, change := range changes {
		t.Run(name, func(t *testing.T) {
			random := rand.New(rand.NewPCG(3, 4))
			for range rounds(8) {
				d := openOdd(t, oddJournal(random), words.English)
				want := d.Journal.Contents()
				e := &want.Entries[0]
				m := &e.Moments[random.IntN(len(e.Moments))]
				if name == "kind" && m.Kind == "hiring" {
					continue
				}
				d.edit(*m, func() { change.edit(d) })
				change.want(m)
				after := d.Journal.Contents()
				e.Updated = after.Entries[0].Updated
				if got, want := written(t, after), written(t, want); got != want {
					t.Errorf("\n%s\nwant\n%s", got, want)
				}
				d.Window.Close()
			}
		})
	}
}

// The rest of the week stays when one part of it changes.
func TestAPartOfTheWeekChangesAlone(t *testing.T) {
	changes := map[string]struct {
		page func(*desk)
		want func(*journal.Entry)
	}{
		"reflection": {func(d *desk) {
			d.Focus(d.page.reflect.text)
			d.page.reflect.text.SetText(d.page.reflect.text.Text + " and more")
		}, func(e *journal.Entry) { e.Reflection += " and more" }},
		"split": {func(d *desk) { d.page.split.bar.OnChanged(33, 66) },
			func(e *journal.Entry) { e.Split = &journal.Split{Technical: 33, Both: 33, People: 34} }},
		"away": {func(d *desk) { d.page.setAway(d.page.Week(), "sick") }, func(e *journal.Entry) { e.Away = "sick" }},
		"answer": {func(d *desk) { d.page.question.scale.OnChanged(4) }, func(e *journal.Entry) {
			q := journal.QuestionFor(e.Week)
			if _, ok := e.Answer(q); !ok && len(e.Answers) > 0 {
				q = e.Answers[0].Question
			}
			for i := range e.Answers {
				if e.Answers[i].Question == q {
					e.Answers[i].Value = 2
					return
				}
			}
			e.Answers = append(e.Answers, journal.Answer{Question: q, Value: 2})
		}},
	}
	for name, change := range changes {
		t.Run(name, func(t *testing.T) {
			random := rand.New(rand.NewPCG(5, 6))
			for range rounds(20) {
				d := openOdd(t, oddJournal(random), words.English)
				want := d.Journal.Contents()
				change.page(d)
				d.Clock.Advance(saving.SavePause)
				change.want(&want.Entries[0])
				after := d.Journal.Contents()
				e := &want.Entries[0]
				e.Updated = after.Entries[0].Updated
				if e.Prompt == "" && name == "reflection" && e.Reflection == " and more" {
					e.Prompt = after.Entries[0].Prompt // the one that was shown
				}
				if got, want := written(t, after), written(t, want); got != want {
					t.Errorf("\n%s\nwant\n%s", got, want)
				}
				d.Window.Close()
			}
		})
	}
}

// An edit that goes on after a crash, in another language, changes what was
// edited before it.
func TestAnEditAfterACrashChangesWhatWasEdited(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	for range rounds(30) {
		contents := oddJournal(random)
		d := openOdd(t, contents, words.French)
		want := d.Journal.Contents()
		m := &want.Entries[0].Moments[random.IntN(len(want.Entries[0].Moments))]
		d.page.editMoment(d.Today(), *m)
		d.toggle("Privé")
		d.Clock.Advance(saving.SaveLatest)
		again := d.afterCrash()
		again.TapButton("Save")
		again.Clock.Advance(saving.SaveLatest)
		m.Private = !m.Private
		after := again.Journal.Contents()
		want.Entries[0].Updated = after.Entries[0].Updated
		if got, want := written(t, after), written(t, want); got != want {
			t.Fatalf("\n%s\nwant\n%s", got, want)
		}
		again.Window.Close()
	}
}

// rounds returns how many journals are tried: fewer in a short run.
func rounds(n int) int {
	if testing.Short() {
		return n/4 + 1
	}
	return n
}
