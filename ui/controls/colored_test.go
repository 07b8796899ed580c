package controls

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

func TestColored(t *testing.T) {
	newApp(t)
	style := fyne.TextStyle{Bold: true}
	c := NewColored("some words", "left", theme.SizeNameCaptionText, style)
	size := fyne.MeasureText("some words", theme.CaptionTextSize(), style)
	wantSize(t, "the smallest size", c.MinSize(), size)
	c.Resize(c.MinSize())
	text := drawn[*canvas.Text](c)[0]
	if text.Text != "some words" || text.Color != in("left") || !text.TextStyle.Bold || text.TextSize != theme.CaptionTextSize() {
		t.Errorf("draws %+v", text)
	}
	c.Set("other words, and more of them", "right")
	if c.Text() != "other words, and more of them" || text.Color != in("right") {
		t.Errorf("says %q in %v", c.Text(), text.Color)
	}
	if text.Text == c.Text() || !strings.HasSuffix(text.Text, "…") {
		t.Errorf("draws %q where there is room for less", text.Text)
	}
	if c.MinSize().Width <= size.Width {
		t.Error("it does not ask for more room for more words")
	}
	c.Resize(c.MinSize())
	if text.Text != c.Text() {
		t.Errorf("draws %q where there is room for all", text.Text)
	}
	bigger(8)
	c.Refresh()
	if !strings.HasSuffix(text.Text, "…") {
		t.Errorf("draws %q where larger text has no room for all", text.Text)
	}
}

// In a place that it was not given yet it draws all of its text, so that the
// place can be made large enough.
func TestColoredWithoutSize(t *testing.T) {
	newApp(t)
	c := NewColored("words", "left", theme.SizeNameText, fyne.TextStyle{})
	if got := drawn[*canvas.Text](c)[0].Text; got != "words" {
		t.Errorf("draws %q", got)
	}
}

func TestShorten(t *testing.T) {
	newApp(t)
	const size = 12
	width := func(s string) float32 { return fyne.MeasureText(s, size, fyne.TextStyle{}).Width }
	for _, tt := range []struct {
		text string
		room float32
		want string
	}{
		{"words", width("words"), "words"},
		{"words", width("words") + 50, "words"},
		{"words", width("wor…"), "wor…"},
		{"words", width("wor…") - 1, "wo…"},
		{"two words", width("two …") + 0.1, "two…"},
		{"élève", width("él…"), "él…"},
		{"words", width("…"), "…"},
		{"words", 0, "…"},
		{"words", -5, "…"},
		{"", 10, ""},
		{strings.Repeat("abc ", 3000), width("abc abc…"), "abc abc…"},
	} {
		if got := Shorten(tt.text, tt.room, size, fyne.TextStyle{}); got != tt.want {
			t.Errorf("%.20q in %v becomes %q, want %q", tt.text, tt.room, got, tt.want)
		}
	}
}

func TestShortenKeepsAsMuchAsFits(t *testing.T) {
	newApp(t)
	const text, size = "Found the lock-order inversion in checkout", 13
	for room := float32(13); room < 320; room += 3.7 {
		got := Shorten(text, room, size, fyne.TextStyle{Bold: true})
		if w := fyne.MeasureText(got, size, fyne.TextStyle{Bold: true}).Width; w > room+0.5 {
			t.Errorf("%q is %v wide, want at most %v", got, w, room)
		}
		kept := strings.TrimSuffix(got, "…")
		if kept == text || len(kept) == len(text) {
			continue
		}
		next := strings.TrimSpace(text[:len(kept)+2]) + "…" // one more, and a space that was trimmed
		if w := fyne.MeasureText(next, size, fyne.TextStyle{Bold: true}).Width; w <= room-8 {
			t.Errorf("%q where there is room for %q", got, next)
		}
	}
}
