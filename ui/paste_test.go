package ui

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/ui/controls"
)

// paste pastes into what has the focus.
func (d *desk) paste(text string) {
	c := test.NewClipboard()
	c.SetContent(text)
	d.field().TypedShortcut(&fyne.ShortcutPaste{Clipboard: c})
}

// prose returns n bytes of words, of which few come twice, in lines of about
// line bytes.
func prose(n, line int) string {
	random := rand.New(rand.NewPCG(1, 2))
	var b strings.Builder
	for used := 0; b.Len() < n; {
		word := make([]byte, 1+random.IntN(9), 12)
		for i := range word {
			word[i] = 'a' + byte(random.IntN(26))
		}
		used += len(word) + 1
		if used > line {
			used = 0
			word = append(word, '\n')
		} else {
			word = append(word, ' ')
		}
		b.Write(word)
	}
	return b.String()[:n]
}

const megabytes = 1 << 20

// pasteTime is what a paste may take until the window answers again. The first
// frame after it comes on top, which only a real window has.
const pasteTime = 100 * time.Millisecond

// busy is how many times longer a machine may take that runs other tests beside
// this one. A text that freezes the field takes more; BenchmarkPaste tells what
// it takes.
const busy = 10

// pastes are texts that would make a field slow or harm what is kept.
var pastes = []struct {
	name string
	text string
}{
	{"10 MB in one paragraph", prose(10*megabytes, 20*megabytes)},
	{"10 MB in paragraphs", prose(10*megabytes, 500)},
	{"10 MB in short lines", strings.Repeat("a\n", 5*megabytes)},
	{"10 MB without a space", strings.Repeat("x", 10*megabytes)},
	{"10 MB of emoji", strings.Repeat("👩‍💻", 10*megabytes/11)},
	{"10 MB with NUL, ESC, CRLF and bad UTF-8", strings.Repeat("one\x00\r\ntwo\x1b\xff\xfethree\r", 10*megabytes/21)},
}

// TestRow55PasteAnswers holds that a paste of 10 MB is answered at once in every
// field that is written in, that no more is kept than may be, and that it is
// said how much was left out.
func TestRow55PasteAnswers(t *testing.T) {
	for _, p := range pastes {
		d := newWeekDesk(t)
		for _, field := range []struct {
			name  string
			field *controls.TextField
			limit int
		}{
			{"quick add", d.week().quick.form.text, journal.MaxMoment},
			{"reflection", d.week().reflect.text, journal.MaxReflection},
		} {
			best := time.Hour
			for range 3 { // the machine may be busy with something else
				field.field.SetText("")
				d.focus(field.field)
				start := time.Now()
				d.paste(p.text)
				best = min(best, time.Since(start))
			}
			t.Logf("%s into %s: %v", p.name, field.name, best.Round(time.Millisecond))
			if best > busy*pasteTime && !raceDetector {
				t.Errorf("%s into %s took %v", p.name, field.name, best)
			}
			text := field.field.Text
			if text == "" || len(text) > field.limit || !utf8.ValidString(text) || strings.ContainsAny(text, "\r\x00\x1b") {
				t.Errorf("%s into %s left %d bytes: %q…", p.name, field.name, len(text), text[:min(len(text), 20)])
			}
			if n := strings.Count(text, "\n"); n > mostPastedLines {
				t.Errorf("%s into %s left %d lines", p.name, field.name, n)
			}
			d.sees("characters did not fit and were left out.", "Save the rest as a file…")
		}
		d.clock.advance(time.Minute)
		if got := d.entry().Reflection; got != d.week().reflect.text.Text {
			t.Errorf("%s: the store holds %d bytes of the reflection, the field %d", p.name, len(got), len(d.week().reflect.text.Text))
		}
	}
}

// TestRow55SaveTheRest holds that what was left out can be had as a file, and
// is with what was kept the whole paste.
func TestRow55SaveTheRest(t *testing.T) {
	d := newWeekDesk(t)
	d.focus(d.week().reflect.text)
	text := prose(50_000, 300)
	d.paste(text)
	dir := t.TempDir()
	d.week().reflect.cut.save()
	d.choose(dir, "rest")
	rest, err := os.ReadFile(filepath.Join(dir, "rest.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if kept := d.week().reflect.text.Text; kept+string(rest) != text {
		t.Errorf("%d bytes are kept and %d in the file, of %d", len(kept), len(rest), len(text))
	}
	d.sees("The rest is saved as rest.txt.")
	d.misses("Save the rest")
}

// choose answers the question for a file.
func (d *desk) choose(folder, name string) {
	d.t.Helper()
	d.each(func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *controls.Colored:
			if o.Text() == reportFolder() {
				o.Set(folder, controls.ColorMuted)
			}
		case *controls.TextField:
			if strings.HasSuffix(o.Text, ".txt") {
				o.SetText(name)
			}
		}
	})
	d.tapButton("Save")
}

// TestRow56KeyAnswers holds that a key is answered within a frame or two
// after the longest paste that a field takes.
func TestRow56KeyAnswers(t *testing.T) {
	d := newWeekDesk(t)
	for _, field := range []*controls.TextField{d.week().quick.form.text, d.week().reflect.text} {
		d.focus(field)
		d.paste(prose(megabytes, megabytes*2))
		d.press(fyne.KeyBackspace)
		best := time.Hour
		for range 3 {
			start := time.Now()
			d.press(fyne.KeyBackspace)
			d.write("x")
			best = min(best, time.Since(start)/2)
		}
		t.Logf("a key in %d bytes: %v", len(field.Text), best.Round(time.Microsecond))
		if best > busy*2*time.Second/60 && !raceDetector {
			t.Errorf("a key in %d bytes took %v", len(field.Text), best)
		}
	}
}

// TestRow57LongTextBefore holds that no label is given all of a long text that
// came from a file.
func TestRow57LongTextBefore(t *testing.T) {
	d := newWeekDesk(t)
	long := prose(journal.MaxMoment, journal.MaxMoment)
	e := d.entry()
	e.Moments = []journal.Moment{{ID: "a", Text: long, Kind: "coding", Track: journal.Technical, Hours: 1}}
	e.Reflection = prose(journal.MaxReflection, journal.MaxReflection)
	if err := d.mine.Save(e); err != nil {
		t.Fatal(err)
	}
	d.week().reload()
	check := func() {
		t.Helper()
		d.each(func(o fyne.CanvasObject) {
			if l, ok := o.(*widget.Label); ok && utf8.RuneCountInString(l.Text) > 600 {
				t.Errorf("a label has %d bytes", len(l.Text))
			}
		})
	}
	check()
	d.shell.space.open(pagePast)
	d.shell.window.Canvas().Capture()
	check()
	d.clock.advance(time.Hour)
	e.Reflection = prose(journal.MaxReflection, 500)
	if err := d.mine.Save(e); err != nil {
		t.Fatal(err)
	}
	start := time.Now()
	d.shell.space.showHistory(d.today())
	took := time.Since(start)
	t.Logf("the versions of a long week: %v", took.Round(time.Millisecond))
	d.sees("Restore this version", "Today")
	check()
	if took > time.Second && !raceDetector {
		t.Errorf("the versions of a long week took %v", took)
	}
}

// TestCleanRest holds what a cleaned text and its rest are together.
func TestCleanRest(t *testing.T) {
	for _, tt := range []struct {
		text        string
		limit       int
		clean, rest string
	}{
		{"", 10, "", ""},
		{"abc", 3, "abc", ""},
		{"abc", 2, "ab", "c"},
		{"abc", 0, "", "abc"},
		{"aé", 2, "a", "é"},
		{"a👩b", 4, "a", "👩b"},
		{"a\r\nb", 3, "a\nb", ""},
		{strings.Repeat("\n", mostPastedLines+1), 1 << 20, strings.Repeat("\n", mostPastedLines), "\n"},
	} {
		if clean, rest := cleanLines(tt.text, tt.limit); clean != tt.clean || rest != tt.rest {
			t.Errorf("%q cut to %d is %q and %q, want %q and %q", tt.text, tt.limit, clean, rest, tt.clean, tt.rest)
		}
	}
	if clean, rest := cleanLine("a\n\nb\tc d", 6); clean != "a b c" || rest != " d" {
		t.Errorf("a line is %q and %q", clean, rest)
	}
}

// BenchmarkPaste pastes 10 MB.
func BenchmarkPaste(b *testing.B) {
	text := prose(10*megabytes, 500)
	for b.Loop() {
		cleanLines(text, journal.MaxReflection)
	}
}
