package words_test

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/evidence"
	traces "heliotrope/journal/evidence/source"
	"heliotrope/journal/words"
)

func TestEvidenceLine(t *testing.T) {
	days := []time.Weekday{time.Monday, time.Thursday}
	for _, tt := range []struct {
		line   evidence.Line
		en, fr string
	}{
		{evidence.Line{What: traces.Meeting, Title: "Planning", Count: 1, Hours: .75, Days: days[:1]}, "Planning: 0.75 h · Mon", "Planning: 0,75 h · lun."},
		{evidence.Line{What: traces.Meeting, Count: 2, Hours: 3, Days: days, Logged: true}, "Meeting without a title: 2 times, 3 h · Mon, Thu · logged", "Réunion sans titre: 2 fois, 3 h · lun., jeu. · noté"},
		{evidence.Line{What: traces.Meeting, Title: "Call", Count: 1, Days: days[:1]}, "Call: a meeting · Mon", "Call: une réunion · lun."},
		{evidence.Line{What: traces.Commit, Title: "ox", Count: 1, Days: days[:1]}, "Work on ox: 1 commit · Mon", "Travail sur ox: 1 commit · lun."},
		{evidence.Line{What: traces.Review, Title: "ox", Count: 4, Days: days[:1]}, "Reviews in ox: 4 reviews · Mon", "Revues dans ox: 4 revues · lun."},
		{evidence.Line{What: traces.Pairing, Title: "ox", Count: 2, Days: days[:1]}, "Pairing on ox: 2 commits written as a pair · Mon", "À deux sur ox: 2 commits écrits à deux · lun."},
	} {
		for lang, want := range map[words.Language]string{words.English: tt.en, words.French: tt.fr} {
			w := words.In(lang)
			if got := w.EvidenceText(tt.line) + ": " + w.EvidenceLine(tt.line); strings.ReplaceAll(got, "\u00a0", " ") != want {
				t.Errorf("%s: got %q, want %q", lang, got, want)
			}
		}
	}
}

func TestEvidenceOfAWeek(t *testing.T) {
	w := words.In(words.English)
	at := time.Date(2026, time.November, 18, 13, 0, 0, 0, time.UTC)
	week := evidence.Week{
		Met: true, Free: evidence.Block{From: at, To: at.Add(4*time.Hour + 30*time.Minute)}, Off: []time.Weekday{time.Friday},
		Hours: journal.Hours{Technical: 20, Both: 4, People: 8}, Covered: .8,
	}
	for got, want := range map[string]string{
		w.EvidenceFree(week.Free):    "Longest free block: Wed, 13:00–17:30 (4.5 h)",
		w.EvidenceOff(week):          "1 day off: Fri",
		w.EvidencePeople(week.Hours): "Your calendar says 25% people.",
	} {
		if strings.ReplaceAll(got, "\u00a0", " ") != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// TestEvidenceTrouble: each trouble has words, with its line where it has one, and an
// error of the file system has its own.
func TestEvidenceTrouble(t *testing.T) {
	w := words.In(words.English)
	for _, tt := range []struct {
		trouble traces.Trouble
		want    string
	}{
		{traces.Trouble{Path: "/a/work.ics", Line: 1204, Err: fmt.Errorf("read: %w", traces.ErrZone)}, "/a/work.ics, line 1,204: this time zone isn’t known. The event is shown in yours."},
		{traces.Trouble{Path: "/a/src", Err: traces.ErrForeign}, "/a/src: it belongs to another user of this computer, so it wasn’t opened."},
		{traces.Trouble{Path: "/a/src", Err: &fs.PathError{Op: "open", Path: "/a/src", Err: fs.ErrPermission}}, "/a/src: " + w.Problem(&fs.PathError{Op: "open", Path: "/a/src", Err: fs.ErrPermission}).What},
	} {
		if got := w.EvidenceTrouble(tt.trouble); strings.ReplaceAll(got, "\u00a0", " ") != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}
