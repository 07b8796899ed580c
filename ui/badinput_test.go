package ui

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
)

// pasteInto pastes text into a field, as a user does, and returns how long the
// window took.
func pasteInto(f *controls.TextField, text string) time.Duration {
	clipboard := test.NewClipboard()
	clipboard.SetContent(text)
	start := time.Now()
	f.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	return time.Since(start)
}

// quickest returns the shortest of three times, since the machine may be busy.
func quickest(measured func() time.Duration) time.Duration {
	return min(measured(), measured(), measured())
}

// TestRow55PasteTenMegabytes holds that a paste that is far too large is taken
// as far as it fits, soon, with words about the rest.
func TestRow55PasteTenMegabytes(t *testing.T) {
	d := newWeekDesk(t)
	text := strings.Repeat("Donaudampfschifffahrt, ", 10<<20/23)
	for _, tt := range []struct {
		name  string
		field *controls.TextField
		limit int
	}{
		{"moment", d.week().quick.form.text, journal.MaxMoment},
		{"reflection", d.week().reflect.text, journal.MaxReflection},
	} {
		took := quickest(func() time.Duration {
			tt.field.SetText("")
			return pasteInto(tt.field, text)
		})
		if tt.field.Text != text[:tt.limit] {
			t.Errorf("%s: %d bytes are in the field, want the first %d", tt.name, len(tt.field.Text), tt.limit)
		}
		if took > busy*pasteTime {
			t.Errorf("%s: the window stood still for %v", tt.name, took)
		}
	}
	d.sees("characters did not fit and were left out.")
}

// TestRow56PasteOneParagraph holds that a long paragraph does not slow the next
// key down.
func TestRow56PasteOneParagraph(t *testing.T) {
	d := newWeekDesk(t)
	field := d.week().reflect.text
	for name, text := range map[string]string{
		"words": strings.Repeat("word ", 3_300), "one word": strings.Repeat("w", 16_500), "lines": strings.Repeat("a line\n", 2_400),
		"empty lines": strings.Repeat("\n", 19_000),
	} {
		took := quickest(func() time.Duration {
			field.SetText("")
			start := time.Now()
			pasteInto(field, text)
			test.Type(field, "x")
			return time.Since(start)
		})
		if took > busy*pasteTime {
			t.Errorf("%s: paste and key took %v", name, took)
		}
	}
}

func TestRow56CleanLines(t *testing.T) {
	few := strings.Repeat("\n", mostPastedLines)
	for _, tt := range []struct {
		text string
		want string
		cut  int
	}{
		{"", "", 0}, {"one\r\ntwo", "one\ntwo", 0}, {few[1:] + "end", few[1:] + "end", 0}, {few, few, 0}, {few + "end", few, 3},
	} {
		if got, rest := cleanLines(tt.text, journal.MaxReflection); got != tt.want || len(rest) != tt.cut {
			t.Errorf("%d bytes became %d with %d cut, want %d with %d", len(tt.text), len(got), len(rest), len(tt.want), tt.cut)
		}
	}
	if got, rest := cleanLines(few+"end", 5); got != few[:5] || len(rest) != mostPastedLines+3-5 {
		t.Errorf("cut at both limits: %d bytes, %d cut", len(got), len(rest))
	}
}

// hugeContents is a journal in which every text is as long as it may be.
func hugeContents(today journal.Week) journal.Contents {
	c := journal.Contents{ID: "huge", Kinds: []journal.Kind{
		{ID: "own", Name: strings.Repeat("k", journal.MaxName), Track: journal.Both}}}
	c.Events = []journal.Event{{ID: "e", Week: today.Add(-3), Kind: journal.TeamEvent, Title: strings.Repeat("title ", 83)}}
	for i := range 20 {
		e := journal.Entry{Week: today.Add(-i), Prompt: "Why?", Reflection: strings.Repeat("words ", 3_333)}
		for range 3 {
			e.Moments = append(e.Moments, journal.Moment{
				ID: journal.NewID(), Text: strings.Repeat("m", journal.MaxMoment), Kind: "own", Track: journal.Both, Hours: 1,
				Tags: []string{strings.Repeat("t", journal.MaxName)}, Energy: journal.Energized,
			})
		}
		c.Entries = append(c.Entries, e)
	}
	return c
}

// TestRow57LongTexts holds that no page shows more than the beginning of long
// texts that are there already, as after an import.
func TestRow57LongTexts(t *testing.T) {
	d := newDesk(t, hugeContents(journal.WeekOf(newClockwork().now())), words.English)
	for name := range d.shell.space.make {
		start := time.Now()
		d.shell.space.open(name)
		d.shell.window.Canvas().Capture()
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("page %s took %v", name, took)
		}
		d.each(func(o fyne.CanvasObject) {
			if l, ok := o.(*widget.Label); ok && len([]rune(l.Text)) > 700 {
				t.Errorf("page %s shows a text of %d bytes", name, len(l.Text))
			}
		})
	}
}

func TestRow57Flatten(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"short", "short"}, {"two\n\nlines", "two lines"}, {"exactly10!", "exactly10!"}, {"eleven runes", "eleven ru…"},
		{"é🌻é🌻é🌻é🌻é🌻é", "é🌻é🌻é🌻é🌻é…"}, {"seven   x y z", "seven x y…"}, {"", ""},
	} {
		if got := flatten(tt.text, 10); got != tt.want {
			t.Errorf("%q became %q, want %q", tt.text, got, tt.want)
		}
	}
}

// TestRow58PasteIsCleaned holds that what a paste brings along is not kept.
func TestRow58PasteIsCleaned(t *testing.T) {
	const dirty = "one\r\ntwo\rthree\x00\x1b[31m\xff\tfour"
	d := newWeekDesk(t)
	pasteInto(d.week().reflect.text, dirty)
	pasteInto(d.week().quick.form.text, dirty)
	d.press(fyne.KeyReturn)
	d.clock.advance(savePause)
	e := d.entry()
	if want := "one\ntwo\nthree[31m\tfour"; e.Reflection != want {
		t.Errorf("the reflection is %q, want %q", e.Reflection, want)
	}
	if want := "one two three[31m four"; len(e.Moments) != 1 || e.Moments[0].Text != want {
		t.Errorf("the moments are %+v, want one that says %q", e.Moments, want)
	}
}

// TestRow59CombiningMarks holds that odd characters are kept as they were
// typed, shown, and found in either form.
func TestRow59CombiningMarks(t *testing.T) {
	d := newWeekDesk(t)
	texts := []string{
		"a" + strings.Repeat("\u0301", 3_900), "👩\u200d👩\u200d👧\u200d👦 met the 👩🏽\u200d💻", "re\u0301sume\u0301 of the week", "שלום \u202Eevil",
	}
	for _, text := range texts {
		pasteInto(d.week().quick.form.text, text)
		d.press(fyne.KeyReturn)
	}
	d.shell.window.Canvas().Capture()
	moments := d.entry().Moments
	for i, text := range texts {
		if i >= len(moments) || moments[i].Text != text {
			t.Fatalf("moment %d is not as it was pasted", i)
		}
	}
	for _, form := range []string{"résumé", "re\u0301sume\u0301", "RESUME"} {
		if !matches(fold(moments[2].Text), strings.Fields(fold(form))) {
			t.Errorf("%q does not find it", form)
		}
	}
}

// TestRow60NothingToSee holds that nothing is kept of what cannot be seen.
func TestRow60NothingToSee(t *testing.T) {
	for _, text := range []string{"   ", "\u200b\u200d\ufeff", "\u00a0\u2003"} {
		d := newWeekDesk(t)
		pasteInto(d.week().quick.form.text, text)
		d.press(fyne.KeyReturn)
		d.sees("The text must not be empty.")
		pasteInto(d.week().reflect.text, text)
		d.clock.advance(savePause)
		d.shell.tryClose()
		if !d.mine.Empty() || !d.closed {
			t.Errorf("%q is kept, or in the way (closed %v)", text, d.closed)
		}
	}
}

// TestRow40NamesOfFiles holds that a name leads into no other folder, and that
// those which are offered are made of dates.
func TestRow40NamesOfFiles(t *testing.T) {
	for typed, want := range map[string]string{
		"../x": "x.html", "a/b": "b.html", "/etc/passwd": "passwd.html", "..": "...html", ".": "heliotrope.html", "": "heliotrope.html",
		"  talk ": "talk.html", "talk.HTML": "talk.HTML", "talk.pdf": "talk.pdf.html", "/": "heliotrope.html", "con": "con.html",
	} {
		if got := named(typed, ".html"); got != want {
			t.Errorf("%q becomes %q, want %q", typed, got, want)
		}
	}
	d := newDesk(t, hugeContents(journal.WeekOf(newClockwork().now())), words.English)
	page := d.trends()
	d.menuItem(page.lean(), "Save as SVG…")
	field, ok := d.shell.window.Canvas().Focused().(*controls.TextField)
	if !ok || len(field.Text) > 60 || !strings.HasSuffix(field.Text, "-2026-W48.svg") || !strings.HasPrefix(field.Text, "heliotrope-") {
		t.Errorf("the name offered is %q", field.Text)
	}
}

// TestRow62Replaced holds that text stays when the journal's file is gone, with
// words about it, and is saved once it is back.
func TestRow62Replaced(t *testing.T) {
	d := newWeekDesk(t)
	d.store.Fail(journal.ErrReplaced)
	d.write("Written on a stick")
	d.press(fyne.KeyReturn)
	d.clock.advance(savePause)
	d.sees("Written on a stick", "Not saved yet", "moved or replaced")
	d.store.Fail(nil)
	d.clock.advance(retryPause)
	if moments := d.entry().Moments; len(moments) != 1 {
		t.Errorf("the store holds %+v", moments)
	}
	d.sees("All changes saved")
}
