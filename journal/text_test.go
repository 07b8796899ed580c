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

// unseen are texts of which nothing can be seen.
var unseen = []string{
	" ", "\t\n ", "\u00a0\u2003\u3000", "\u200b\u200c\u200d", "\ufeff\u2060\u00ad", "\u202e \u2069",
	"\ufe0f", "\ufe00\U000e0100", "\u180b", "\u3164", "\u115f\u1160", "\uffa0", "\u2800", "\u034f", "\u17b4\u17b5", "\u2065", "\ufff0",
	"\U000e0001\U000e0041\U000e007f", "\U0001d159", "\u0301", "\u20dd", "\u2800 \ufe0f\u200b\n\u3164",
}

// What cannot be seen makes no moment, no tag and no week.
func TestWhatCannotBeSeenIsNotTaken(t *testing.T) {
	week := mustWeek(t, "2026-W40")
	for _, text := range unseen {
		j := open(t, storetest.Sample())
		moment := storetest.Sample().Entries[1].Moments[0]
		moment.Text = text
		tagged := storetest.Sample().Entries[1].Moments[0]
		tagged.Tags = []string{"seen", text}
		for field, err := range map[string]error{
			"moments[0].text":    j.Save(journal.Entry{Week: week, Moments: []journal.Moment{moment}}),
			"moments[0].tags[1]": j.Save(journal.Entry{Week: week, Moments: []journal.Moment{tagged}}),
			"title":              j.SaveEvent(journal.Event{ID: "e", Week: week, Kind: journal.TeamEvent, Title: text}),
			"name":               j.SaveKind(journal.Kind{ID: "k", Name: text, Track: journal.Both}),
		} {
			if bad, ok := errors.AsType[*journal.InvalidError](err); !ok || bad.Field != field || bad.Rule != journal.RuleRequired && bad.Rule != journal.RuleText {
				t.Errorf("%+q as %s: %v", text, field, err)
			}
		}
		j.must(j.Save(journal.Entry{Week: week, Reflection: text}))
		j.must(j.SaveDraft(journal.Draft{ID: "d", Week: week, Text: text}))
		if n := j.failing.Attempts(); n != 0 {
			t.Errorf("%+q reached the store %d times", text, n)
		}
		j.holds(storetest.Sample())
	}
	for _, text := range []string{"x", ".", "🌻", "\u200b1", "e\u0301", "¨", "ـ", "\ufffd", "´", "\u2801", "ㅤㅏ"} {
		if journal.IsBlank(text) || (journal.Entry{Reflection: text}).Empty() {
			t.Errorf("%+q counts as nothing", text)
		}
	}
}

// Earlier versions took some characters that cannot be seen for text. What they
// stored is read and stays, and the rest of its week can be changed.
func TestWhatCannotBeSeenAndIsStoredStays(t *testing.T) {
	for _, text := range []string{"\ufe0f", "\u3164", "\u2800", "\u1160", "\u0301"} {
		contents := storetest.Sample()
		moment := &contents.Entries[1].Moments[0]
		moment.Text, moment.Tags = text, []string{text}
		j := open(t, contents)
		e := j.Entry(contents.Entries[1].Week)
		e.Reflection += " and more"
		e.Moments[0].Hours++
		j.must(j.Save(e))
		e.Moments[0].Text += text
		if bad, ok := errors.AsType[*journal.InvalidError](j.Save(e)); !ok || bad.Field != "moments[0].text" {
			t.Errorf("%+q changed to another that cannot be seen: %v", text, bad)
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
