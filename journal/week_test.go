package journal_test

import (
	"encoding/json"
	"errors"
	"testing"
	"time"
	_ "time/tzdata" // the zones below, whatever the machine has

	"heliotrope/journal"
)

func TestWeekOf(t *testing.T) {
	for name, dates := range map[string]map[string]string{
		"published values": {
			"2021-01-03": "2020-W53",
			"2018-12-31": "2019-W01",
			"2024-12-30": "2025-W01",
			"2026-12-31": "2026-W53",
		},
		"the week-year is not that of the calendar": {
			"2021-01-01": "2020-W53",
			"2021-01-02": "2020-W53",
			"2021-01-03": "2020-W53",
			"2021-01-04": "2021-W01",
		},
		"a year begins before January": {
			"2024-12-29": "2024-W52",
			"2024-12-30": "2025-W01",
			"2025-12-28": "2025-W52",
			"2025-12-29": "2026-W01",
			"2026-01-01": "2026-W01",
		},
		"2026 has a week 53": {
			"2026-12-27": "2026-W52",
			"2026-12-28": "2026-W53",
			"2027-01-03": "2026-W53",
			"2027-01-04": "2027-W01",
		},
		"leap days": {
			"2024-02-29": "2024-W09",
			"2000-02-29": "2000-W09",
			"1900-03-01": "1900-W09",
		},
		"clocks that were never set": {
			"1970-01-01": "1970-W01",
			"2099-12-31": "2099-W53",
		},
	} {
		t.Run(name, func(t *testing.T) {
			for date, want := range dates {
				day, err := time.Parse(time.DateOnly, date)
				if err != nil {
					t.Fatal(err)
				}
				if got := journal.WeekOf(day).String(); got != want {
					t.Errorf("%s is in %s, want %s", date, got, want)
				}
			}
		})
	}
}

// TestWeekOfLocalDate: the date on the writer's wall counts, whatever the
// clock does that day.
func TestWeekOfLocalDate(t *testing.T) {
	for _, zone := range []string{
		"Europe/Berlin", "America/Sao_Paulo", "Africa/Cairo", "Asia/Beirut",
		"Pacific/Apia", "Asia/Kathmandu", "Pacific/Kiritimati", "America/St_Johns",
	} {
		location, err := time.LoadLocation(zone)
		if err != nil {
			t.Fatal(err)
		}
		// Every hour of twelve years, in which these zones skipped midnights,
		// and Apia a whole day.
		for at := time.Date(2009, 1, 1, 0, 30, 0, 0, time.UTC); at.Year() < 2021; at = at.Add(time.Hour) {
			local := at.In(location)
			year, month, day := local.Date()
			want := journal.WeekOf(time.Date(year, month, day, 12, 0, 0, 0, time.UTC))
			if got := journal.WeekOf(local); got != want {
				t.Fatalf("%v is in %v, want %v", local, got, want)
			}
		}
	}
}

// TestWeekAcrossClockChange: seven times 24 hours after a Monday's midnight in
// Berlin may still be Sunday.
func TestWeekAcrossClockChange(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	monday := time.Date(2026, 10, 19, 0, 0, 0, 0, berlin)
	w := journal.WeekOf(monday)
	if naive := journal.WeekOf(monday.Add(7 * 24 * time.Hour)); naive != w {
		t.Fatalf("the naive sum gives %v: this date tests nothing", naive)
	}
	if got := w.Next().String(); got != "2026-W44" {
		t.Errorf("the week after %v is %s", w, got)
	}
}

// TestWeekOfInstantByZone: one instant is in two weeks for two writers.
func TestWeekOfInstantByZone(t *testing.T) {
	at := time.Date(2026, 11, 23, 1, 0, 0, 0, time.UTC)
	for offset, want := range map[int]string{0: "2026-W48", -2: "2026-W47", 14: "2026-W48", -12: "2026-W47"} {
		if got := journal.WeekOf(at.In(time.FixedZone("", offset*60*60))).String(); got != want {
			t.Errorf("%+d h: %s, want %s", offset, got, want)
		}
	}
}

func TestParseWeekRefuses(t *testing.T) {
	for name, texts := range map[string][]string{
		"another form": {
			"", "2026", "2026-W", "2026-W4", "2026-W047", "2026W47", "2026-w47", "2026-47", "2026-W47 ", " 2026-W47",
			"2026-W4x", "202x-W47", "２０２６-W47", "2026-W４", "+026-W47", "2026-W+7", "2026-W-1", "-026-W47", "2026–W47",
		},
		"years that no journal has": {"0000-W01", "1899-W52", "2201-W01", "9999-W01", "10000-W01"},
		"weeks that no year has":    {"2026-W00", "2026-W54", "2026-W99"},
		"week 53 of a year of 52":   {"2025-W53", "2024-W53", "1900-W53", "2200-W53"},
	} {
		t.Run(name, func(t *testing.T) {
			for _, text := range texts {
				if w, err := journal.ParseWeek(text); !errors.Is(err, journal.ErrWeek) || !w.IsZero() {
					t.Errorf("%q: %v, %v, want ErrWeek", text, w, err)
				}
			}
		})
	}
}

func TestParseWeekAccepts(t *testing.T) {
	for _, text := range []string{"1900-W01", "2200-W52", "2020-W53", "2026-W53", "2026-W01", "2026-W47"} {
		if w, err := journal.ParseWeek(text); err != nil || w.String() != text {
			t.Errorf("%q: %v, %v", text, w, err)
		}
	}
}

// TestEveryWeek checks what must hold for every week that a journal accepts.
func TestEveryWeek(t *testing.T) {
	first, last := mustWeek(t, "1900-W01"), mustWeek(t, "2200-W52")
	if first.Prev().Valid() || last.Next().Valid() {
		t.Error("there are valid weeks before the first or after the last one")
	}
	long := 0
	index := first.Index()
	monday := first.Monday()
	for w := first; !w.After(last); w = w.Next() {
		text := w.String()
		parsed, err := journal.ParseWeek(text)
		switch {
		case err != nil || parsed != w:
			t.Fatalf("%v reads back as %v (%v)", w, parsed, err)
		case !w.Valid() || w.IsZero():
			t.Fatalf("%v is not valid", w)
		case w.Index() != index || journal.WeekAt(index) != w:
			t.Fatalf("%v has index %d, want %d; at that is %v", w, w.Index(), index, journal.WeekAt(index))
		case w.Monday() != monday || monday.Weekday() != time.Monday:
			t.Fatalf("%v begins on %v, want %v", w, w.Monday(), monday)
		case w.Sunday() != monday.AddDate(0, 0, 6):
			t.Fatalf("%v ends on %v", w, w.Sunday())
		case journal.WeekOf(w.Monday()) != w || journal.WeekOf(w.Sunday()) != w:
			t.Fatalf("%v does not hold its own days", w)
		case w.Next().Prev() != w || w.Add(1) != w.Next() || w.Add(-1) != w.Prev() || w.Add(0) != w:
			t.Fatalf("%v is not between its neighbors", w)
		case !w.Before(w.Next()) || !w.After(w.Prev()) || w.Compare(w) != 0 || text >= w.Next().String():
			t.Fatalf("%v is out of order", w)
		case w.Year() != first.Year() && w.Add(-260).Add(260) != w:
			t.Fatalf("%v and five years back is another week", w)
		}
		if w.Number() == 53 {
			long++
		}
		index++
		monday = monday.AddDate(0, 0, 7)
	}
	if span := last.Index() - first.Index() + 1; span != index-first.Index() || span != 15705 {
		t.Errorf("%d weeks from the first to the last one, want 15705", span)
	}
	if long != 53 {
		t.Errorf("%d years of 53 weeks, want 53", long)
	}
	if got := mustWeek(t, "1970-W01").Index(); got != 0 {
		t.Errorf("the week of 1 January 1970 has index %d", got)
	}
}

func TestWeekAsText(t *testing.T) {
	var holder struct{ Week journal.Week }
	if err := json.Unmarshal([]byte(`{"Week":"2026-W53"}`), &holder); err != nil {
		t.Fatal(err)
	}
	if text, err := json.Marshal(holder); err != nil || string(text) != `{"Week":"2026-W53"}` {
		t.Errorf("%s, %v", text, err)
	}
	if err := json.Unmarshal([]byte(`{"Week":"2025-W53"}`), &holder); !errors.Is(err, journal.ErrWeek) {
		t.Errorf("%v, want ErrWeek", err)
	}
	if holder.Week != mustWeek(t, "2026-W53") {
		t.Error("a week that is refused changes the one that was there")
	}
}

// FuzzParseWeek: what is accepted is written the same way, is valid, and
// nothing else is.
func FuzzParseWeek(f *testing.F) {
	for _, seed := range []string{"2026-W47", "2026-W53", "2025-W53", "1900-W01", "2200-W52", "2201-W01", "", "２０２６-W47", "2026-W4\x00"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		w, err := journal.ParseWeek(text)
		if err != nil {
			if !errors.Is(err, journal.ErrWeek) || !w.IsZero() {
				t.Errorf("%q: %v, %v", text, w, err)
			}
			return
		}
		if !w.Valid() || w.String() != text || journal.WeekAt(w.Index()) != w {
			t.Errorf("%q was read as %v", text, w)
		}
	})
}

// TestQuestionRotation: one a week, each every ten weeks, in all years.
func TestQuestionRotation(t *testing.T) {
	for w := mustWeek(t, "1960-W01"); w.Year() < 1980; w = w.Next() {
		seen := make(map[journal.Question]bool)
		for i := range 10 {
			seen[journal.QuestionFor(w.Add(i))] = true
		}
		if len(seen) != 10 {
			t.Fatalf("ten weeks from %v ask %d questions", w, len(seen))
		}
	}
}

func mustWeek(t testing.TB, text string) journal.Week {
	t.Helper()
	w, err := journal.ParseWeek(text)
	if err != nil {
		t.Fatal(err)
	}
	return w
}
