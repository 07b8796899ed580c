package journal_test

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"heliotrope/journal"
	"heliotrope/journal/storetest"
)

func TestCleanText(t *testing.T) {
	for _, test := range []struct {
		name, text string
		limit      int
		want       string
		cut        int
	}{
		{"nothing", "", 10, "", 0},
		{"plain", "plain", 10, "plain", 0},
		{"as long as allowed", "plain", 5, "plain", 0},
		{"too long", "plain text", 5, "plain", 5},
		{"line ends", "a\r\nb\rc\nd\r\r\n", 100, "a\nb\nc\nd\n\n", 0},
		{"tab stays", "a\tb", 100, "a\tb", 0},
		{"control characters go", "a\x00b\x1b[31mc\x7f\u0085\u009b", 100, "ab[31mc", 0},
		{"no UTF-8", "a\xffb\xc3", 100, "ab", 0},
		{"what goes is not counted as cut", "\x00\x00\x00abc", 3, "abc", 0},
		{"cut between characters", "aé", 2, "a", 2},
		{"cut inside a long one", "🌻🌻", 7, "🌻", 4},
		{"nothing fits", "🌻", 3, "", 4},
		{"no room", "abc", 0, "", 3},
		{"less than no room", "abc", -5, "", 3},
		{"marks and joiners stay", "e\u0301 👩\u200d💻 \u202e", 100, "e\u0301 👩\u200d💻 \u202e", 0},
		{"many marks on one letter", "a" + strings.Repeat("\u0301", 5_000), journal.MaxReflection, "a" + strings.Repeat("\u0301", 5_000), 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, cut := journal.CleanText(test.text, test.limit)
			if got != test.want || cut != test.cut {
				t.Errorf("got %q with %d cut, want %q with %d", got, cut, test.want, test.cut)
			}
		})
	}
}

// FuzzCleanText: whatever is pasted, what comes out can be kept, and cleaning
// it again changes nothing.
func FuzzCleanText(f *testing.F) {
	f.Add("a\r\n\x00\xffb", 3)
	f.Add("🌻🌻", 5)
	f.Fuzz(func(t *testing.T, text string, limit int) {
		clean, _ := journal.CleanText(text, limit)
		if len(clean) > max(limit, 0) || !utf8.ValidString(clean) {
			t.Fatalf("%q cut to %d became %q", text, limit, clean)
		}
		if again, cut := journal.CleanText(clean, limit); again != clean || cut != 0 {
			t.Errorf("%q cleaned again became %q", clean, again)
		}
		e := journal.Entry{Week: journal.WeekAt(0), Reflection: clean}
		if err := e.Validate(); err != nil && len(clean) <= journal.MaxReflection {
			t.Errorf("%q cannot be kept: %v", clean, err)
		}
	})
}

// TestEmptyWhenNothingIsVisible: what cannot be seen makes no moment and no week.
func TestEmptyWhenNothingIsVisible(t *testing.T) {
	for _, text := range []string{" ", "\t\n ", "\u00a0\u2003\u3000", "\u200b\u200c\u200d", "\ufeff\u2060\u00ad", "\u202e \u2069"} {
		m := storetest.Sample().Entries[1].Moments[0]
		m.Text = text
		var invalid *journal.InvalidError
		if err := m.Validate(); !errors.As(err, &invalid) || invalid.Field != "text" || invalid.Rule != journal.RuleRequired {
			t.Errorf("a moment of %q: %v", text, err)
		}
		j := open(t, storetest.Sample())
		j.must(j.Save(journal.Entry{Week: mustWeek(t, "2031-W01"), Reflection: text}))
		j.must(j.SaveDraft(journal.Draft{ID: "d", Week: mustWeek(t, "2031-W01"), Text: text}))
		if n := j.failing.Attempts(); n != 0 {
			t.Errorf("%q reached the store %d times", text, n)
		}
		j.holds(storetest.Sample())
	}
	for _, text := range []string{"x", ".", "🌻", "\u200b1", "e\u0301"} {
		if (journal.Entry{Reflection: text}).Empty() {
			t.Errorf("%q counts as nothing", text)
		}
	}
}

func TestNewID(t *testing.T) {
	seen := make(map[string]bool)
	for range 1000 {
		id := journal.NewID()
		if err := (journal.Contents{ID: id}).Validate(); err != nil || strings.ToLower(id) != id || seen[id] {
			t.Fatalf("id %q: %v", id, err)
		}
		seen[id] = true
	}
}
