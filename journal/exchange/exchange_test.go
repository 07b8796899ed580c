package exchange_test

import (
	"bytes"
	"errors"
	"os"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/exchange"
)

var exported = time.Date(2026, 11, 23, 8, 0, 0, 0, time.FixedZone("", 3600))

// rich is a journal that uses every field, in the order of the file.
func rich() journal.Contents {
	return journal.Contents{
		ID: "journal-1",
		Kinds: []journal.Kind{
			{ID: "mentoring-circle", Name: "Mentoring \"circle\"", Track: journal.People},
			{ID: "review", Track: journal.Both},
		},
		Events: []journal.Event{
			{ID: "e1", Week: week("2020-W53"), Kind: journal.RoleEvent, Title: "Tech lead, payments",
				Role: journal.RoleTechLead, CompanySize: "51-250"},
			{ID: "e2", Week: week("2026-W18"), Kind: journal.LeaveEvent, Title: "Parental leave"},
		},
		Entries: []journal.Entry{
			{
				Week:  week("2026-W46"),
				Split: &journal.Split{Technical: 40, Both: 12, People: 48},
				Moments: []journal.Moment{
					{
						ID: "m1", Text: "Zanzibar: found the lock-order inversion\n\tin <checkout> & 支払い 🔒",
						Kind: "debugging", Track: journal.Technical, Energy: journal.Energized, Hours: 6,
						Tags: []string{"checkout", "héron"}, Chosen: true,
						Logged: time.Date(2026, 11, 13, 16, 10, 0, 123456789, time.FixedZone("", 3600)),
					},
					{
						ID: "m2", Text: "Zanzibar, told the team about the freeze", Kind: "mentoring-circle",
						Track: journal.People, Energy: journal.Drained, Hours: 0.5, Private: true,
						Logged: time.Date(2026, 11, 13, 16, 12, 0, 0, time.UTC),
					},
				},
				Answers: []journal.Answer{
					{Question: journal.Scale, Value: 1},
					{Question: journal.Growth, Value: -2},
				},
				Prompt:     "What would you want more of next week?",
				Reflection: "Zanzibar.\n\nMore mornings like Tuesday's.",
				Updated:    time.Date(2026, 11, 13, 17, 0, 0, 0, time.FixedZone("", -34200)),
			},
			{Week: week("2026-W47"), Away: "sick"},
		},
	}
}

func week(s string) journal.Week {
	w, err := journal.ParseWeek(s)
	if err != nil {
		panic(err)
	}
	return w
}

func write(t *testing.T, c journal.Contents) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := exchange.Write(&b, c, exported); err != nil {
		t.Fatalf("Write: %v", err)
	}
	return b.Bytes()
}

func read(t *testing.T, data []byte) journal.Contents {
	t.Helper()
	c, err := exchange.Read(bytes.NewReader(data))
	if err != nil {
		t.Fatalf("Read: %v", err)
	}
	return c
}

// checkSame checks that got says what want says. Locations are compared by
// their offset, which is all that a file holds of them.
func checkSame(t *testing.T, got, want journal.Contents) {
	t.Helper()
	if !reflect.DeepEqual(withPlainTimes(got), withPlainTimes(want)) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func withPlainTimes(c journal.Contents) journal.Contents {
	plain := func(t time.Time) time.Time {
		if t.IsZero() {
			return time.Time{}
		}
		_, offset := t.Zone()
		return t.In(time.FixedZone("", offset))
	}
	entries := make([]journal.Entry, 0, len(c.Entries))
	for _, e := range c.Entries {
		e = e.Clone()
		e.Updated = plain(e.Updated)
		for i := range e.Moments {
			e.Moments[i].Logged = plain(e.Moments[i].Logged)
		}
		entries = append(entries, e)
	}
	c.Entries = entries
	return c
}

func TestRoundTrip(t *testing.T) {
	first := write(t, rich())
	c := read(t, first)
	checkSame(t, c, rich())
	if second := write(t, c); !bytes.Equal(first, second) {
		t.Errorf("written again:\n%s\nwant:\n%s", second, first)
	}
}

// TestVersion1: a file of version 1 opens in every later version, also one that
// spells out empty fields, so testdata/v1.json is never changed. What is written
// leaves them out.
func TestVersion1(t *testing.T) {
	golden, err := os.ReadFile("testdata/v1.json")
	if err != nil {
		t.Fatal(err)
	}
	checkSame(t, read(t, golden), rich())
	written, err := os.ReadFile("testdata/written.json")
	if err != nil {
		t.Fatal(err)
	}
	if got := write(t, rich()); !bytes.Equal(got, written) {
		t.Errorf("got:\n%s\nwant:\n%s", got, written)
	}
}

func TestWriteEmpty(t *testing.T) {
	const want = `{
  "format": "heliotrope-journal",
  "version": 1,
  "id": "j",
  "exported": "2026-11-23T07:00:00Z",
  "kinds": [],
  "events": [],
  "entries": []
}
`
	got := write(t, journal.Contents{ID: "j"})
	if string(got) != want {
		t.Errorf("got %s, want %s", got, want)
	}
	checkSame(t, read(t, got), journal.Contents{ID: "j"})
}

func TestWriteSortsACopy(t *testing.T) {
	c := rich()
	c.Events[0], c.Events[1] = c.Events[1], c.Events[0]
	c.Entries[0], c.Entries[1] = c.Entries[1], c.Entries[0]
	if got, want := write(t, c), write(t, rich()); !bytes.Equal(got, want) {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
	if c.Events[0].ID != "e2" || c.Entries[0].Away != "sick" {
		t.Error("Write reordered the lists it was given")
	}
}

// An offset of seconds, as in local times of long ago, has no form in RFC 3339.
func TestRow52OddOffsets(t *testing.T) {
	for _, offset := range []int{561, -561, 86400, -90000} {
		c := rich()
		at := time.Date(1905, 1, 2, 3, 4, 5, 0, time.FixedZone("LMT", offset))
		c.Entries[0].Updated = at
		got := read(t, write(t, c)).Entries[0].Updated
		if !got.Equal(at) {
			t.Errorf("offset %d: got %v, want %v", offset, got, at)
		}
	}
}

func TestWriteRefuses(t *testing.T) {
	energy := rich()
	energy.Entries[0].Moments[0].Energy = 3
	year := rich()
	year.Entries[0].Updated = time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC)
	tests := []struct {
		name     string
		contents journal.Contents
		want     string // prefix of the message
	}{
		{"broken rule", energy, "write exchange file: entries[0].moments[0].energy breaks"},
		{"year 10000", year, "write exchange file: "},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var b bytes.Buffer
			err := exchange.Write(&b, tt.contents, exported)
			if err == nil || !strings.HasPrefix(err.Error(), tt.want) {
				t.Errorf("got error %v, want %q…", err, tt.want)
			}
			if b.Len() > 0 {
				t.Errorf("wrote %d bytes", b.Len())
			}
		})
	}
}

// TestLargeJournal: a journal of any size can leave, and come back as it was: here
// 120,000 moments, 61 MB of text, and kinds and events for each of them.
func TestLargeJournal(t *testing.T) {
	if testing.Short() {
		t.Skip("it reads and writes tens of megabytes")
	}
	c := manyMoments(120_000)
	text := strings.Repeat("é", 250) + " "
	for i := range c.Entries {
		for k := range c.Entries[i].Moments {
			m := &c.Entries[i].Moments[k]
			m.Text, m.Kind = text, m.ID
			c.Kinds = append(c.Kinds, journal.Kind{ID: m.ID, Name: "x", Track: journal.Both})
			c.Events = append(c.Events, journal.Event{ID: m.ID, Week: c.Entries[i].Week, Kind: journal.OtherEvent, Title: "x"})
		}
	}
	data := write(t, c)
	if len(data) < 60_000_000 {
		t.Fatalf("the file has only %d bytes", len(data))
	}
	c.Sort()
	checkSame(t, read(t, data), c)
}

// manyMoments is a journal of n moments, 1,000 a week.
func manyMoments(n int) journal.Contents {
	c := journal.Contents{ID: "j"}
	for w := week("1950-W01"); n > 0; w = w.Next() {
		e := journal.Entry{Week: w}
		for range min(n, journal.MaxMoments) {
			e.Moments = append(e.Moments, journal.Moment{
				ID: journal.NewID(), Text: "x", Kind: "coding", Track: journal.Technical, Hours: 1,
			})
		}
		n -= len(e.Moments)
		c.Entries = append(c.Entries, e)
	}
	return c
}

type failingWriter struct{ err error }

func (w failingWriter) Write([]byte) (int, error) { return 0, w.err }

func TestFailingStreams(t *testing.T) {
	broken := errors.New("stick pulled out")
	if err := exchange.Write(failingWriter{broken}, rich(), exported); !errors.Is(err, broken) {
		t.Errorf("Write: got %v, want %v", err, broken)
	}
	if _, err := exchange.Read(iotest.ErrReader(broken)); !errors.Is(err, broken) {
		t.Errorf("Read: got %v, want %v", err, broken)
	}
	c, err := exchange.Read(iotest.OneByteReader(bytes.NewReader(write(t, rich()))))
	if err != nil || len(c.Entries) != 2 {
		t.Errorf("byte by byte: got %v and error %v, want 2 weeks", c, err)
	}
}
