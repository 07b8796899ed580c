package week

import (
	"slices"
	"strings"
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/session"
)

// No prompt comes back within a month, however often another one is asked for and in
// whatever language it was shown.
func TestPromptsOfAMonth(t *testing.T) {
	english, french := words.In(words.English).Prompts(), words.In(words.French).Prompts()
	var recent []int
	var c journal.Contents
	for i, n := range []int{44, 45, 46, 47} {
		prompt := english[2*i]
		if i%2 == 0 {
			prompt = french[2*i]
		}
		c.Entries = append(c.Entries, journal.Entry{Week: in2026(n), Prompt: prompt, Reflection: "So it went."})
		recent = append(recent, 2*i)
	}
	d := newDesk(t, c)
	d.Focus(d.page.reflect.text)
	seen := make(map[int]bool)
	for range 12 {
		at := slices.Index(english, d.page.reflect.prompt.Text)
		if slices.Contains(recent, at) || at < 0 {
			t.Fatalf("%q is shown again", d.page.reflect.prompt.Text)
		}
		seen[at] = true
		d.TapLink("Another prompt")
	}
	if len(seen) != 4 {
		t.Errorf("%d prompts were offered, want the 4 others", len(seen))
	}
}

// The field is as high as the text of the week on screen, which is longer than its
// window.
func TestReflectionGrows(t *testing.T) {
	long := strings.Repeat("A line of what happened.\n", 200)
	d := newDesk(t, journal.Contents{Entries: []journal.Entry{{Week: in2026(47), Reflection: long}}})
	field := d.page.reflect.text
	empty := field.MinSize().Height
	d.page.Open(in2026(47))
	if high := field.MinSize().Height; high < 200*14 {
		t.Errorf("200 lines are %v high", high)
	}
	d.page.Open(d.Today())
	if high := field.MinSize().Height; high != empty {
		t.Errorf("the field of an empty week is %v high, want %v", high, empty)
	}
	locked := open(t, d.Desk, func(s *session.Session) { s.ReadOnly = true })
	locked.page.Open(in2026(47))
	if high := locked.page.reflect.text.MinSize().Height; high < 200*14 {
		t.Errorf("to read only, 200 lines are %v high", high)
	}
}
