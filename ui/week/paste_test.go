package week

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/ui/controls"
	"heliotrope/ui/dialogs"
	"heliotrope/ui/saving"
	"heliotrope/ui/texts"
)

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

// pastes are texts that would freeze a field or harm what is saved.
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

// pasted are the fields that are written in, each with its limit.
func (d *desk) pasted() map[string]struct {
	field *controls.TextField
	limit int
} {
	return map[string]struct {
		field *controls.TextField
		limit int
	}{
		"moment":     {d.field(), journal.MaxMoment},
		"reflection": {d.page.reflect.text, journal.MaxReflection},
	}
}

// A field never sees more of a paste than it may contain: what it sees decides
// how long it takes.
func TestPasteIsCutBeforeTheFieldSeesIt(t *testing.T) {
	for _, p := range pastes {
		d := newDesk(t, journal.Contents{})
		for name, to := range d.pasted() {
			seen := 0
			changed := to.field.OnChanged
			to.field.OnChanged = func(text string) {
				seen = max(seen, len(text))
				changed(text)
			}
			d.Focus(to.field)
			d.Paste(p.text)
			text := to.field.Text
			if text == "" || seen > to.limit || !utf8.ValidString(text) || strings.ContainsAny(text, "\r\x00\x1b") {
				t.Errorf("%s into %s: %d bytes were seen, and left %d: %q…", p.name, name, seen, len(text), text[:min(len(text), 20)])
			}
			if n := strings.Count(text, "\n"); n > texts.MostLines {
				t.Errorf("%s into %s left %d lines", p.name, name, n)
			}
			d.Sees("characters over the limit left out.", "Save the rest as a file…")
		}
		d.Clock.Advance(time.Minute)
		if got := d.Entry().Reflection; got != d.page.reflect.text.Text {
			t.Errorf("%s: the journal has %d bytes of the reflection, the field %d", p.name, len(got), len(d.page.reflect.text.Text))
		}
	}
}

func TestPasteNoticeEndsWhenTheMomentIsAdded(t *testing.T) {
	d := newDesk(t, journal.Contents{})
	d.Focus(d.field())
	d.Paste(strings.Repeat("x", journal.MaxMoment+7))
	d.Sees("7 characters over the limit left out.")
	d.log()
	d.Misses("over the limit")
	if n := len(d.Entry().Moments); n != 1 {
		t.Errorf("%d moments were added", n)
	}
}

// What was left out is, with what was saved, the whole paste.
func TestSaveTheRestOfAPaste(t *testing.T) {
	d := newDesk(t, journal.Contents{})
	d.Focus(d.page.reflect.text)
	text := prose(50_000, 300)
	d.Paste(text)
	dir := t.TempDir()
	d.TapLink("Save the rest as a file…")
	d.chooseFile(dir, "rest")
	d.Sees("Rest saved as rest.txt.")
	rest, err := os.ReadFile(filepath.Join(dir, "rest.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if saved := d.page.reflect.text.Text; saved+string(rest) != text {
		t.Errorf("%d bytes are in the field and %d in the file, of %d", len(saved), len(rest), len(text))
	}
	d.Misses("Save the rest")
}

// chooseFile answers the question for a file.
func (d *desk) chooseFile(folder, name string) {
	d.T.Helper()
	d.Each(func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *controls.Colored:
			if o.Text() == dialogs.Documents() {
				o.Set(folder, controls.ColorMuted)
			}
		case *controls.TextField:
			if strings.HasSuffix(o.Text, ".txt") {
				o.SetText(name)
			}
		}
	})
	d.TapButton("Save")
}

func TestPasteIsCleaned(t *testing.T) {
	const dirty = "one\r\ntwo\rthree\x00\x1b[31m\xff\tfour"
	d := newDesk(t, journal.Contents{})
	d.Focus(d.page.reflect.text)
	d.Paste(dirty)
	d.Focus(d.field())
	d.Paste(dirty)
	d.log()
	d.Clock.Advance(saving.SavePause)
	e := d.Entry()
	if want := "one\ntwo\nthree[31m\tfour"; e.Reflection != want {
		t.Errorf("the reflection is %q, want %q", e.Reflection, want)
	}
	if want := "one two three[31m four"; len(e.Moments) != 1 || e.Moments[0].Text != want {
		t.Errorf("the moments are %+v, want one that says %q", e.Moments, want)
	}
}

// Odd characters are saved as they were typed, and can be shown.
func TestCombiningMarksAreSavedAsTyped(t *testing.T) {
	d := newDesk(t, journal.Contents{})
	odd := []string{
		"a" + strings.Repeat("\u0301", 3_900), "👩\u200d👩\u200d👧\u200d👦 met the 👩🏽\u200d💻", "re\u0301sume\u0301 of the week", "שלום \u202Eevil",
	}
	for _, text := range odd {
		d.Focus(d.field())
		d.Paste(text)
		d.log()
	}
	moments := d.Entry().Moments
	d.Window.Canvas().Capture()
	for i, text := range odd {
		if i >= len(moments) || moments[i].Text != text {
			t.Fatalf("moment %d is not as it was pasted", i)
		}
	}
}

func TestNothingIsSavedOfWhatCannotBeSeen(t *testing.T) {
	for _, text := range []string{"   ", "\u200b\u200d\ufeff", "\u00a0\u2003"} {
		d := newDesk(t, journal.Contents{})
		d.Paste(text)
		d.Press(fyne.KeyReturn)
		d.Sees("Text must not be empty.")
		d.Focus(d.page.reflect.text)
		d.Paste(text)
		d.Clock.Advance(saving.SavePause)
		if err := d.saver.Settle(); err != nil || !d.Journal.Empty() {
			t.Errorf("%q is saved, or in the way: %v", text, err)
		}
	}
}

// No label is given all of a long text that came from a file: it would slow the
// page down.
func TestLabelsShowTheBeginningOfLongTexts(t *testing.T) {
	d := newDesk(t, journal.Contents{})
	e := d.Entry()
	e.Moments = []journal.Moment{{
		ID: "a", Text: prose(journal.MaxMoment, journal.MaxMoment), Kind: "coding", Track: journal.Technical, Hours: 1}}
	e.Reflection = prose(journal.MaxReflection, journal.MaxReflection)
	if err := d.Journal.Save(e); err != nil {
		t.Fatal(err)
	}
	d.page.Reload()
	d.Each(func(o fyne.CanvasObject) {
		if l, ok := o.(*widget.Label); ok && utf8.RuneCountInString(l.Text) > 600 {
			t.Errorf("a label has %d bytes", len(l.Text))
		}
	})
}

// BenchmarkPaste reports how long a field stands still for a paste of 10 MB. A
// tenth of a second is felt.
func BenchmarkPaste(b *testing.B) {
	for _, p := range pastes {
		b.Run(p.name, func(b *testing.B) {
			d := newDesk(b, journal.Contents{})
			d.Focus(d.page.reflect.text)
			for b.Loop() {
				d.page.reflect.text.SetText("")
				d.Paste(p.text)
			}
		})
	}
}

// BenchmarkKey reports how long two keys take in the longest texts. Two frames of
// a sixtieth of a second for each are felt.
func BenchmarkKey(b *testing.B) {
	for name, text := range map[string]string{
		"words": prose(megabytes, 2*megabytes), "one word": strings.Repeat("w", 16_500),
		"lines": strings.Repeat("a line\n", 2_400), "empty lines": strings.Repeat("\n", 19_000),
	} {
		b.Run(name, func(b *testing.B) {
			d := newDesk(b, journal.Contents{})
			d.Focus(d.page.reflect.text)
			d.Paste(text)
			d.Press(fyne.KeyBackspace)
			for b.Loop() {
				d.Write("x")
				d.Press(fyne.KeyBackspace)
			}
		})
	}
}
