package calendar

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"heliotrope/journal/evidence/source"
)

func zoneOf(t testing.TB, name string) *time.Location {
	t.Helper()
	l, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// week is the week from a Monday on.
func week(t testing.TB, monday, place string) source.Span {
	t.Helper()
	from, err := time.ParseInLocation(time.DateOnly, monday, zoneOf(t, place))
	if err != nil {
		t.Fatal(err)
	}
	return source.Span{From: from, To: from.AddDate(0, 0, 7)}
}

// told says what was found, in lines.
func told(f source.Found) (lines []string) {
	for _, i := range f.Items {
		end := i.End.Format("15:04")
		if i.End.Sub(i.Start) >= 24*time.Hour {
			end = i.End.Format("02 15:04")
		}
		lines = append(lines, strings.TrimSpace(fmt.Sprintf("%s %s-%s %s", i.What, i.Start.Format("Mon 02 15:04"), end, i.Title)))
	}
	for _, t := range f.Troubles {
		lines = append(lines, fmt.Sprintf("%s:%d %v", filepath.Base(t.Path), t.Line, t.Err))
	}
	return lines
}

// check fails unless a look found what is wanted, a line each.
func check(t *testing.T, f source.Found, want ...string) {
	t.Helper()
	if got := told(f); !slices.Equal(got, want) {
		t.Errorf("found\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

// write returns the path of a file with a text.
func write(t testing.TB, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// calendarOf is a calendar with events, each of lines between its beginning and end.
func calendarOf(events ...string) string {
	var b strings.Builder
	b.WriteString("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
	for _, e := range events {
		b.WriteString("BEGIN:VEVENT\r\n" + strings.ReplaceAll(strings.TrimSpace(e), "\n", "\r\n") + "\r\nEND:VEVENT\r\n")
	}
	b.WriteString("END:VCALENDAR\r\n")
	return b.String()
}

// lookAt returns what a text is in the week of 2026-11-23, for a user in Berlin.
func lookAt(t testing.TB, text string) source.Found {
	t.Helper()
	return Kind.Open(write(t, "a.ics", text), []string{"ada@example.com"}).Look(context.Background(), week(t, "2026-11-23", "Europe/Berlin"))
}

// TestForms looks at files as other programs write them.
func TestForms(t *testing.T) {
	for name, c := range map[string]struct {
		monday, place string
		want          []string
	}{
		"google": {"2026-11-23", "Europe/Berlin", []string{
			"meeting Mon 23 09:00-09:15 Daily, standup",
			"busy Mon 23 16:00-17:00",
			"meeting Wed 25 14:00-14:15 Daily, standup (moved)",
			"off Fri 27 00:00-28 00:00",
			"meeting Fri 27 09:00-09:15 Daily, standup",
		}},
		"outlook": {"2026-11-23", "Europe/Berlin", []string{
			"meeting Tue 24 11:00-12:00 Jour fixe",
			"busy Wed 25 14:00-15:00",
			"meeting Wed 25 16:00-17:00 Call with Boston",
			"off Thu 26 00:00-28 00:00",
		}},
		"apple": {"2026-11-23", "Europe/Paris", []string{
			"meeting Wed 25 10:30-11:30 Revue d’architecture",
			"off Thu 26 00:00-28 00:00",
		}},
		"nextcloud": {"2026-11-23", "Europe/Berlin", []string{
			"meeting Mon 23 17:00-17:30 Retrospective (late)",
			"meeting Thu 26 14:00-15:30 Retrospective",
		}},
		"thunderbird": {"2026-11-23", "Europe/London", []string{
			"meeting Mon 23 14:00-14:30 Sync with New York",
			"meeting Wed 25 14:00-14:30 Sync with New York",
			"meeting Thu 26 14:00-14:30 Sync with New York",
			"busy Fri 27 08:30-09:15",
		}},
		"fastmail": {"2026-11-23", "UTC", []string{
			"meeting Mon 23 23:00-23:30 Floating in Melbourne",
			"off Fri 27 00:00-28 00:00",
		}},
	} {
		t.Run(name, func(t *testing.T) {
			s := Kind.Open(filepath.Join("testdata", name+".ics"), []string{"ADA@example.com "})
			check(t, s.Look(context.Background(), week(t, c.monday, c.place)), c.want...)
		})
	}
}

func TestClockChange(t *testing.T) {
	text := calendarOf("UID:a\nDTSTART;TZID=Europe/Berlin:20261001T090000\nDTEND;TZID=Europe/Berlin:20261001T100000\nRRULE:FREQ=DAILY\nSUMMARY:Nine")
	s := Kind.Open(write(t, "a.ics", text), nil)
	for place, want := range map[string][]string{
		"Europe/Berlin":    {"09:00", "09:00", "09:00"},
		"America/New_York": {"03:00", "04:00", "04:00"}, // where clocks change a week later
		"UTC":              {"07:00", "08:00", "08:00"},
	} {
		found := s.Look(context.Background(), week(t, "2026-10-24", place))
		for i, w := range want {
			if got := found.Items[i].Start.Format("15:04"); got != w {
				t.Errorf("in %s on day %d it is at %s, want %s", place, i, got, w)
			}
		}
	}
}

// TestMeaning is about what events are shown as.
func TestMeaning(t *testing.T) {
	const timed = "UID:a\nDTSTART:20261124T100000\nDTEND:20261124T110000\n"
	const whole = "UID:a\nDTSTART;VALUE=DATE:20261124\nDTEND;VALUE=DATE:20261126\n"
	const meeting, busy = "meeting Tue 24 10:00-11:00", "busy Tue 24 10:00-11:00"
	const off = "off Tue 24 00:00-26 00:00"
	for event, want := range map[string]string{
		timed + "SUMMARY:Plan":                                                                            meeting + " Plan",
		timed + "SUMMARY:":                                                                                busy,
		timed + "SUMMARY:A\\, b\\; c\\nd \\\\ e":                                                          meeting + ` A, b; c d \ e`,
		timed + "SUMMARY:a\u202eb\u0007c\u2066d\x00":                                                      meeting + " abcd",
		timed + "SUMMARY:Plan\nCLASS:PRIVATE":                                                             busy,
		timed + "SUMMARY:Plan\nCLASS:confidential":                                                        busy,
		timed + "SUMMARY:Plan\nCLASS:PUBLIC":                                                              meeting + " Plan",
		timed + "SUMMARY:Plan\nSTATUS:CANCELLED":                                                          "",
		timed + "SUMMARY:Plan\nSTATUS:TENTATIVE":                                                          meeting + " Plan",
		timed + "SUMMARY:Plan\nTRANSP:TRANSPARENT":                                                        "",
		timed + "SUMMARY:Plan\nX-MICROSOFT-CDO-BUSYSTATUS:FREE":                                           "",
		timed + "SUMMARY:Plan\nX-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE":                               "",
		timed + "SUMMARY:Plan\nX-GOOGLE-EVENTTYPE:workingLocation":                                        "",
		timed + "SUMMARY:Plan\nATTENDEE;PARTSTAT=DECLINED:MAILTO:Ada@Example.com":                         "",
		timed + "SUMMARY:Plan\nATTENDEE;PARTSTAT=DECLINED;EMAIL=\"ADA@example.com\":urn:uuid:1":           "",
		timed + "SUMMARY:Plan\nATTENDEE;PARTSTAT=DECLINED:mailto:bob@example.com":                         meeting + " Plan",
		timed + "SUMMARY:Plan\nATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:ada@example.com":                     meeting + " Plan",
		timed + "SUMMARY:Vacation planning":                                                               meeting + " Vacation planning",
		timed + "SUMMARY:Out of office":                                                                   busy,
		"UID:a\nDTSTART:20261124T090000\nDTEND:20261124T170000\nX-MICROSOFT-CDO-BUSYSTATUS:OOF":           "off Tue 24 00:00-25 00:00",
		"UID:a\nDTSTART:20261127T180000\nDTEND:20261130T090000\nSUMMARY:OOO":                              "off Sat 28 00:00-30 00:00",
		whole + "SUMMARY:Plan":                                                                            "",
		whole + "SUMMARY:Anna on leave":                                                                   "",
		whole + "SUMMARY:Vacation":                                                                        off,
		whole + "SUMMARY:Vacances en Bretagne\nTRANSP:TRANSPARENT":                                        off,
		whole + "SUMMARY:CONGÉS":                                                                          off,
		whole + "SUMMARY:Jour férié":                                                                      off,
		whole + "SUMMARY:Arrêt maladie":                                                                   off,
		whole + "SUMMARY:Annual leave":                                                                    off,
		whole + "SUMMARY:Sick day\nCLASS:PRIVATE":                                                         off,
		whole + "SUMMARY:Leave by noon":                                                                   "",
		"UID:a\nDTSTART;VALUE=DATE:20261125\nSUMMARY:Sick":                                                "off Wed 25 00:00-26 00:00",
		"UID:a\nDTSTART:20261124T000000\nDTEND:20261124T235900\nSUMMARY:RTT":                              "off Tue 24 00:00-25 00:00",
		"UID:a\nDTSTART:20261123T000000\nSUMMARY:No end":                                                  "meeting Mon 23 00:00-00:00 No end",
		"UID:a\nDTSTART:20261122T230000\nDTEND:20261123T000000\nSUMMARY:Before":                           "",
		"UID:a\nDTSTART:20261124T100000\nSUMMARY:No end":                                                  "meeting Tue 24 10:00-10:00 No end",
		"UID:a\nDTSTART:20261124T100000\nDURATION:PT1H30M\nSUMMARY:Length":                                "meeting Tue 24 10:00-11:30 Length",
		"UID:a\nDTSTART:20261122T230000\nDTEND:20261123T010000\nSUMMARY:Into":                             "meeting Sun 22 23:00-01:00 Into",
		"UID:a\nDTSTART;TZID=America/New_York:20261124T060000\nDTEND;TZID=UTC:20261124T120000\nSUMMARY:F": "meeting Tue 24 12:00-13:00 F",
	} {
		var lines []string
		if want != "" {
			lines = []string{want}
		}
		if found := lookAt(t, calendarOf(event)); !slices.Equal(told(found), lines) {
			t.Errorf("%q is %q, want %q", event, told(found), want)
		}
	}
}

// TestEndlessIsTold: an event of 400 days, which is no leave, is told and left out.
func TestEndlessIsTold(t *testing.T) {
	found := lookAt(t, calendarOf("UID:a\nDTSTART:20251124T100000\nDTEND:20270101T110000\nSUMMARY:400 days"))
	if len(found.Items) > 0 || len(found.Troubles) != 1 || !errors.Is(found.Troubles[0], source.ErrTime) || found.Troubles[0].Line == 0 {
		t.Errorf("found %v, troubles %v", found.Items, found.Troubles)
	}
	leave := lookAt(t, calendarOf("UID:a\nDTSTART:20261001T090000\nDTEND:20270101T170000\nSUMMARY:Parental leave"))
	if len(leave.Items) != 1 || leave.Items[0].What != source.Off {
		t.Errorf("a leave of three months is %v", leave.Items)
	}
}

func TestTitleIsBounded(t *testing.T) {
	found := lookAt(t, calendarOf("UID:a\nDTSTART:20261124T100000\nSUMMARY:"+strings.Repeat("é", 1<<20)))
	if title := found.Items[0].Title; len(title) > source.MaxText || !strings.HasSuffix(title, "é…") {
		t.Errorf("it has %d bytes: %.20q", len(title), title)
	}
}

// TestRecurrence is about times that a rule has, and about those that differ.
func TestRecurrence(t *testing.T) {
	const daily = "UID:a\nDTSTART;TZID=Europe/Berlin:20200101T100000\nDTEND;TZID=Europe/Berlin:20200101T110000\nSUMMARY:D\n"
	on := func(days ...string) (lines []string) {
		for _, d := range days {
			lines = append(lines, "meeting "+d+" 10:00-11:00 D")
		}
		return lines
	}
	all := on("Mon 23", "Tue 24", "Wed 25", "Thu 26", "Fri 27", "Sat 28", "Sun 29")
	for _, c := range []struct {
		events []string
		want   []string
	}{
		{[]string{daily + "RRULE:FREQ=DAILY"}, all},
		{[]string{daily + "RRULE:FREQ=DAILY;COUNT=2519"}, on("Mon 23")},
		{[]string{daily + "RRULE:FREQ=DAILY;COUNT=2518"}, nil},
		{[]string{daily + "RRULE:FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR,SA,SU;COUNT=2519"}, on("Mon 23")},
		{[]string{daily + "RRULE:FREQ=DAILY;UNTIL=20261124T090000Z"}, on("Mon 23", "Tue 24")},
		{[]string{daily + "RRULE:FREQ=DAILY;UNTIL=20261124T085959Z"}, on("Mon 23")},
		{[]string{daily + "RRULE:FREQ=DAILY;UNTIL=20261124"}, on("Mon 23", "Tue 24")},
		{[]string{daily + "RRULE:freq=daily; interval=3;"}, on("Wed 25", "Sat 28")},
		{[]string{daily + "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO"}, on("Mon 23", "Sun 29")},
		{[]string{daily + "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU"}, on("Mon 23")},
		{[]string{daily + "RRULE:FREQ=MONTHLY;BYDAY=-1WE,4TH"}, on("Wed 25", "Thu 26")},
		{[]string{daily + "RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"}, nil},
		{[]string{daily + "RRULE:FREQ=MONTHLY;BYDAY=MO,4TH"}, on("Mon 23", "Thu 26")},
		{[]string{daily + "RRULE:FREQ=YEARLY;BYWEEKNO=48"}, on("Wed 25")}, // its first day is a Wednesday
		{[]string{daily + "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH"}, on("Thu 26")},
		{[]string{daily + "RRULE:FREQ=DAILY\nEXDATE:20261124T090000Z\nEXDATE;TZID=Europe/Berlin:20261125T100000,20261126T100000\nEXDATE;VALUE=DATE:20261127\nEXDATE:20261128T100000"}, on("Mon 23", "Sun 29")},
		{[]string{daily + "RDATE;TZID=Europe/Berlin:20261124T100000\nRDATE;VALUE=PERIOD:20261125T090000Z/PT1H"}, on("Tue 24", "Wed 25")},
		{ // one is moved here from another week, one away, one is canceled
			[]string{
				daily + "RRULE:FREQ=WEEKLY;BYDAY=MO,TU",
				"UID:a\nRECURRENCE-ID;TZID=Europe/Berlin:20261130T100000\nDTSTART;TZID=Europe/Berlin:20261127T100000\nDTEND;TZID=Europe/Berlin:20261127T110000\nSUMMARY:D",
				"UID:a\nRECURRENCE-ID:20261123T090000Z\nDTSTART;TZID=Europe/Berlin:20261207T100000\nSUMMARY:D",
				"UID:a\nRECURRENCE-ID;VALUE=DATE:20261124\nDTSTART;TZID=Europe/Berlin:20261124T100000\nSTATUS:CANCELLED\nSUMMARY:D",
			},
			on("Fri 27"),
		},
		{ // from Wednesday on, all are an hour later and shorter
			[]string{
				daily + "RRULE:FREQ=DAILY;UNTIL=20261126T235959Z",
				"UID:a\nRECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20261125T100000\nDTSTART;TZID=Europe/Berlin:20261125T110000\nDURATION:PT30M\nSUMMARY:E",
			},
			append(on("Mon 23", "Tue 24"), "meeting Wed 25 11:00-11:30 E", "meeting Thu 26 11:00-11:30 E"),
		},
		{ // from last Friday on, all are four days later
			[]string{
				daily + "RRULE:FREQ=WEEKLY;BYDAY=FR",
				"UID:a\nRECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20261113T100000\nDTSTART;TZID=Europe/Berlin:20261117T100000\nDURATION:PT1H\nSUMMARY:D",
			},
			on("Tue 24"),
		},
		{[]string{daily + "RDATE;VALUE=DATE:20261124"}, on("Tue 24")},
		{[]string{daily + "RRULE:FREQ=DAILY", daily + "RRULE:FREQ=DAILY\nSEQUENCE:1\nSTATUS:CANCELLED"}, nil},
		{[]string{"UID:a\nDTSTART:20261124T100000\nDURATION:PT1H\nSUMMARY:D\nSEQUENCE:1", "UID:a\nDTSTART:20261125T100000\nDURATION:PT1H\nSUMMARY:D"}, on("Tue 24")},
		{
			[]string{
				daily + "RRULE:FREQ=WEEKLY;BYDAY=MO",
				"UID:a\nRECURRENCE-ID:20261123T090000Z\nDTSTART:20261124T100000\nDURATION:PT1H\nSEQUENCE:3\nSUMMARY:D",
				"UID:a\nRECURRENCE-ID:20261123T090000Z\nDTSTART:20261125T100000\nDURATION:PT1H\nSEQUENCE:2\nSUMMARY:D",
			},
			on("Tue 24"),
		},
		{[]string{daily + "RRULE:FREQ=SECONDLY"}, []string{"a.ics:8 the recurrence cannot be read: it comes too often"}},
		{[]string{daily + "RRULE:FREQ=SECONDLY;UNTIL=19900101T000000Z"}, nil},
		{[]string{daily + "RRULE:FREQ=SECONDLY;COUNT=1000000"}, nil},
		{[]string{daily + "RRULE:FREQ=SECONDLY;BYHOUR=10;BYMINUTE=0;BYSECOND=0;BYDAY=MO"}, on("Mon 23")},
		{[]string{daily + "RRULE:FREQ=HOURLY;INTERVAL=24"}, all},
		{[]string{daily + "RRULE:FREQ=HOURLY;INTERVAL=2;BYHOUR=11"}, []string{"a.ics:8 the recurrence cannot be read: it never comes"}},
		{[]string{daily + "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"}, nil},
		{[]string{daily + "RRULE:FREQ=DAILY;BYSETPOS=2"}, nil},
		{[]string{daily + "RRULE:FREQ=SECONDLY;BYSETPOS=2"}, []string{"a.ics:8 the recurrence cannot be read: a place among the times of an hour"}},
		{[]string{daily + "RRULE:FREQ=MONTHLY;BYDAY=53MO"}, []string{"a.ics:8 the recurrence cannot be read: the number of a day"}},
		{[]string{daily + "RRULE:FREQ=FORTNIGHTLY"}, []string{"a.ics:8 the recurrence cannot be read: its form"}},
		{[]string{daily + "RRULE:FREQ=DAILY;INTERVAL=0"}, []string{"a.ics:8 the recurrence cannot be read: a number"}},
		{[]string{"UID:b\nDTSTART:20261124T100000\nDURATION:PT1H\nRRULE:nonsense\nSUMMARY:D"}, append(on("Tue 24"), "a.ics:7 the recurrence cannot be read: its form")},
	} {
		if found := lookAt(t, calendarOf(c.events...)); !slices.Equal(told(found), c.want) {
			t.Errorf("%q is\n%s\nwant\n%s", c.events, strings.Join(told(found), "\n"), strings.Join(c.want, "\n"))
		}
	}
}

// TestKey is about the same meeting in several calendars and looks.
func TestKey(t *testing.T) {
	keys := func(monday string, events ...string) map[string]string {
		s := Kind.Open(write(t, "a.ics", calendarOf(events...)), nil)
		keys := make(map[string]string)
		for _, i := range s.Look(context.Background(), week(t, monday, "Europe/Berlin")).Items {
			if keys[i.Key] != "" {
				t.Errorf("%s and %s have one key", keys[i.Key], i.Title)
			}
			keys[i.Title+i.Start.Format(" Mon")] = i.Key
			keys[i.Key] = i.Title
		}
		return keys
	}
	one := keys("2026-11-23", "UID:a\nDTSTART;TZID=Europe/Berlin:20260907T090000\nRRULE:FREQ=DAILY\nSUMMARY:A",
		"UID:a\nRECURRENCE-ID;TZID=Europe/Berlin:20261124T090000\nDTSTART;TZID=Europe/Berlin:20261124T140000\nSUMMARY:B")
	other := keys("2026-11-23", "UID:a\nRECURRENCE-ID:20261124T080000Z\nDTSTART:20261124T080000Z\nSUMMARY:B", "UID:b\nDTSTART:20261124T080000Z\nSUMMARY:C")
	if one["B Tue"] == "" || one["B Tue"] != other["B Tue"] {
		t.Errorf("one time of a series has the keys %q and %q", one["B Tue"], other["B Tue"])
	}
	if other["B Tue"] == other["C Tue"] {
		t.Error("two events have one key")
	}
}

// TestBroken is about files that are not as they should be.
func TestBroken(t *testing.T) {
	const good = "BEGIN:VEVENT\nUID:good\nDTSTART:20261124T100000\nDTEND:20261124T110000\nSUMMARY:Good\nEND:VEVENT\n"
	const shown = "meeting Tue 24 10:00-11:00 Good"
	wrap := func(s string) string { return "BEGIN:VCALENDAR\n" + good + s + "END:VCALENDAR\n" }
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"empty":                  {"", []string{"a.ics:0 the file ends too early"}},
		"a page":                 {"<html>\n", []string{"a.ics:1 the place cannot be read: no calendar begins in it"}},
		"cut in an event":        {"BEGIN:VCALENDAR\n" + good + "BEGIN:VEVENT\nUID:a\nDTSTART:20261124T1", []string{shown, "a.ics:10 the file ends too early"}},
		"cut between":            {"BEGIN:VCALENDAR\n" + good, []string{shown, "a.ics:7 the file ends too early"}},
		"no end of event":        {wrap("BEGIN:VEVENT\nUID:a\nDTSTART:20261125T100000\nSUMMARY:Open\n"), []string{shown, "meeting Wed 25 10:00-10:00 Open", "a.ics:12 the place cannot be read"}},
		"end without begin":      {wrap("END:VEVENT\n"), []string{shown, "a.ics:8 the place cannot be read"}},
		"begin in event":         {wrap("BEGIN:VEVENT\nDTSTART:20261125T100000\nSUMMARY:Open\n" + good), []string{shown, "meeting Wed 25 10:00-10:00 Open", "a.ics:11 the place cannot be read"}},
		"another end":            {wrap("BEGIN:VTODO\nEND:VTOOD\n" + strings.ReplaceAll(strings.ReplaceAll(good, "good", "2"), "Good", "More")), []string{shown, "meeting Tue 24 10:00-11:00 More", "a.ics:9 the place cannot be read", "a.ics:10 the place cannot be read"}},
		"an empty rule":          {strings.ReplaceAll(wrap(""), "SUMMARY", "RRULE:\nSUMMARY"), []string{shown}},
		"a message that cancels": {strings.ReplaceAll(wrap(""), "BEGIN:VCALENDAR", "BEGIN:VCALENDAR\nMETHOD:CANCEL"), nil},
		"no start":               {wrap("BEGIN:VEVENT\nUID:a\nEND:VEVENT\n"), []string{shown, "a.ics:8 the time makes no sense"}},
		"start of nonsense":      {wrap("BEGIN:VEVENT\nUID:a\nDTSTART:20261324T100000\nEND:VEVENT\n"), []string{shown, "a.ics:10 the time makes no sense"}},
		"end before start":       {wrap("BEGIN:VEVENT\nUID:a\nDTSTART:20261125T100000\nDTEND:20261125T090000\nEND:VEVENT\n"), []string{shown, "a.ics:10 the time makes no sense"}},
		"unknown zone":           {wrap("BEGIN:VEVENT\nUID:a\nDTSTART;TZID=Nowhere:20261125T100000\nSUMMARY:Z\nEND:VEVENT\n"), []string{shown, "meeting Wed 25 10:00-10:00 Z", "a.ics:10 the time zone is not known"}},
		"no UID":                 {wrap("BEGIN:VEVENT\nDTSTART:20261125T100000\nSUMMARY:X\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART:20261125T120000\nSUMMARY:X\nEND:VEVENT\n"), []string{shown, "meeting Wed 25 10:00-10:00 X", "meeting Wed 25 12:00-12:00 X"}},
		"others":                 {wrap("BEGIN:VTODO\nDTSTART:20261125T100000\nBEGIN:VALARM\nEND:VALARM\nEND:VTODO\nX-A:b\nBEGIN:X-B\nSUMMARY:c\nEND:X-B\n\n"), []string{shown}},
		"two calendars":          {wrap("") + strings.ReplaceAll(strings.ReplaceAll(wrap(""), "good", "2"), "Good", "More"), []string{shown, "meeting Tue 24 10:00-11:00 More"}},
		"returns":                {strings.ReplaceAll(wrap(""), "\n", "\r"), []string{shown}},
		"both":                   {strings.ReplaceAll(wrap(""), "\n", "\r\n"), []string{shown}},
		"mark":                   {"\ufeff" + wrap(""), []string{shown}},
		"UTF-16":                 {utf16(wrap("")), []string{shown}},
		"Latin-1":                {strings.ReplaceAll(wrap(""), "Good", "R\xe9union"), []string{"meeting Tue 24 10:00-11:00 Réunion"}},
		"folded in a rune":       {strings.ReplaceAll(wrap(""), "Good", "R\xc3\n \xa9u\n\tnion"), []string{"meeting Tue 24 10:00-11:00 Réunion"}},
		"folded name":            {strings.ReplaceAll(wrap(""), "SUMMARY:", "SUMM\n ARY:"), []string{shown}},
		"quoted-printable":       {strings.ReplaceAll(wrap(""), "SUMMARY:Good", "SUMMARY;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:R=C3=\n=A9union"), []string{"meeting Tue 24 10:00-11:00 Réunion"}},
		"small letters":          {strings.ToLower(wrap("")), []string{"meeting Tue 24 10:00-11:00 good"}},
		"a colon in quotes":      {strings.ReplaceAll(wrap(""), "SUMMARY:", `SUMMARY;ALTREP="http://a;b":`), []string{shown}},
		"a long line":            {wrap("X-LONG:" + strings.Repeat("x", 3<<20) + "\n"), []string{shown, "a.ics:8 there is too much to look at"}},
		"a long unknown":         {strings.ReplaceAll(wrap(""), "SUMMARY", "DESCRIPTION:"+strings.Repeat("x", 3<<20)+"\nSUMMARY"), []string{shown}},
		"many exceptions":        {strings.ReplaceAll(wrap(""), "SUMMARY", "EXDATE:"+strings.Repeat("20200101T100000,\n ", 50_000)+"20261125T100000\nRRULE:FREQ=DAILY;COUNT=3\nSUMMARY"), []string{shown, "meeting Thu 26 10:00-11:00 Good"}},
		"deep":                   {wrap(strings.Repeat("BEGIN:X\n", 1000)), []string{shown}},
	} {
		t.Run(name, func(t *testing.T) {
			found := lookAt(t, c.text)
			if name == "deep" { // it is told, as often as it is
				found.Troubles = nil
			}
			check(t, found, c.want...)
		})
	}
}

// utf16 returns s as old programs on Windows write it.
func utf16(s string) string {
	b := []byte{0xFF, 0xFE}
	for _, c := range []byte(s) {
		b = append(b, c, 0)
	}
	return string(b)
}

func TestZones(t *testing.T) {
	z := zones{known: make(map[string]*time.Location)}
	for name, want := range map[string]string{
		"Europe/Paris": "Europe/Paris",
		"/mozilla.org/20050126_1/America/New_York":                        "America/New_York",
		"/freeassociation.sourceforge.net/America/Argentina/Buenos_Aires": "America/Argentina/Buenos_Aires",
		"W. Europe Standard Time":                                         "Europe/Berlin",
		"romance standard time":                                           "Europe/Paris",
		"Z":                                                               "UTC",
		"Local":                                                           "",
		"../../etc/passwd":                                                "",
		"/etc/passwd":                                                     "",
		"Nowhere":                                                         "",
	} {
		got := ""
		if l := z.find(name, nil); l != nil {
			got = l.String()
		}
		if got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	for name, iana := range windowsZones {
		if _, err := time.LoadLocation(iana); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestDefinedZones compares what a file defines with the zone that it describes.
func TestDefinedZones(t *testing.T) {
	d := &definition{name: "Mine"}
	for _, o := range []struct{ start, before, after, rule string }{
		{"16010101T030000", "+0200", "+0100", "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10"},
		{"16010101T020000", "+0100", "+0200", "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3"},
	} {
		observed := d.observe(false)
		observed.take(property{name: "DTSTART", value: []byte(o.start)})
		observed.take(property{name: "TZOFFSETFROM", value: []byte(o.before)})
		observed.take(property{name: "TZOFFSETTO", value: []byte(o.after)})
		observed.take(property{name: "RRULE", value: []byte(o.rule)})
	}
	z := zones{known: make(map[string]*time.Location)}
	l := z.find("Mine", d)
	if l == nil {
		t.Fatal("it is not known")
	}
	berlin := zoneOf(t, "Europe/Berlin")
	for at := time.Date(1997, 1, 1, 0, 0, 0, 0, time.UTC); at.Year() < 2037; at = at.Add(time.Hour) {
		_, got := at.In(l).Zone()
		if _, want := at.In(berlin).Zone(); got != want {
			t.Fatalf("at %v the clocks are %d s ahead, want %d", at, got, want)
		}
	}
}

// TestAt is about the hours that a change of the clocks leaves out or has twice.
func TestAt(t *testing.T) {
	berlin := zoneOf(t, "Europe/Berlin")
	for wall, want := range map[string]string{
		"2026-03-29T01:59:00Z": "2026-03-29T00:59:00Z",
		"2026-03-29T02:30:00Z": "2026-03-29T01:30:00Z", // which is 3:30
		"2026-03-29T03:00:00Z": "2026-03-29T01:00:00Z",
		"2026-10-25T02:30:00Z": "2026-10-25T00:30:00Z", // the first of two
		"2026-10-25T03:00:00Z": "2026-10-25T02:00:00Z",
	} {
		w, _ := time.Parse(time.RFC3339, wall)
		if got := at(w.UTC(), berlin).UTC().Format(time.RFC3339); got != want {
			t.Errorf("%s is %s, want %s", wall, got, want)
		}
	}
}

// TestFolder is about a folder of files, and what of them is remembered.
func TestFolder(t *testing.T) {
	folder := t.TempDir()
	put := func(name, event string) {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(calendarOf(event)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	put("a.ics", "UID:a\nDTSTART:20261123T090000\nSUMMARY:A")
	put("b.ICS", "UID:b\nDTSTART:20261124T090000\nSUMMARY:B")
	put("c.txt", "UID:c\nDTSTART:20261124T090000\nSUMMARY:C")
	if err := os.Mkdir(filepath.Join(folder, "d.ics"), 0o700); err != nil {
		t.Fatal(err)
	}
	reads := 0
	before := open
	t.Cleanup(func() { open = before })
	open = func(path string) (opened, error) { reads++; return before(path) }

	s := Kind.Open(folder, nil)
	span := week(t, "2026-11-23", "Europe/Berlin")
	a, b := "meeting Mon 23 09:00-09:00 A", "meeting Tue 24 09:00-09:00 B"
	check(t, s.Look(context.Background(), span), a, b)
	stamp := s.Stamp()
	check(t, s.Look(context.Background(), span), a, b)
	if reads != 2 || s.Stamp() != stamp {
		t.Errorf("%d files were read, want each once", reads)
	}
	put("a.ics", "UID:a\nDTSTART:20261123T090000\nSUMMARY:A new")
	if err := os.Remove(filepath.Join(folder, "b.ICS")); err != nil {
		t.Fatal(err)
	}
	if s.Stamp() == stamp {
		t.Error("the stamp is as it was")
	}
	check(t, s.Look(context.Background(), span), a+" new")
	if c := s.(*calendar); reads != 3 || len(c.files) != 1 || c.weight != 2 {
		t.Errorf("%d files were read, and %d are remembered with a weight of %d", reads, len(c.files), c.weight)
	}
}

// TestGone is about places that are not there, or no files.
func TestGone(t *testing.T) {
	span := week(t, "2026-11-23", "Europe/Berlin")
	missing := filepath.Join(t.TempDir(), "a.ics")
	s := Kind.Open(missing, nil)
	if found := s.Look(context.Background(), span); len(found.Troubles) != 1 || !errors.Is(found.Troubles[0], source.ErrGone) {
		t.Errorf("what is missing is told as %v", found.Troubles)
	}
	before := s.Stamp()
	if err := os.WriteFile(missing, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if s.Stamp() == before {
		t.Error("a file that is there has the stamp of one that is not")
	}
	if _, err := Kind.Find(context.Background(), filepath.Join(missing, "b")); err == nil {
		t.Error("nothing is told of what is not there")
	}
}

// changing is a file that changes whenever it is read.
type changing struct {
	*os.File
	change func()
}

func (c changing) Read(b []byte) (int, error) {
	c.change()
	return c.File.Read(b)
}

func TestChanging(t *testing.T) {
	path := write(t, "a.ics", calendarOf("UID:a\nDTSTART:20261123T090000\nSUMMARY:A"))
	tries := 0
	change := func() {
		f, err := os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		if _, err := f.WriteString("\n"); err != nil {
			t.Fatal(err)
		}
	}
	before := open
	t.Cleanup(func() { open = before })
	always := false
	open = func(path string) (opened, error) {
		tries++
		f, err := os.Open(path)
		if err != nil {
			return nil, err
		}
		changed := false
		return changing{f, func() {
			if !changed && (always || tries == 1) {
				changed = true
				change()
			}
		}}, nil
	}
	s := Kind.Open(path, nil)
	span := week(t, "2026-11-23", "Europe/Berlin")
	check(t, s.Look(context.Background(), span), "meeting Mon 23 09:00-09:00 A")
	if tries != 2 {
		t.Errorf("it was read %d times, want 2", tries)
	}
	always, tries = true, 0
	change()
	check(t, s.Look(context.Background(), span), "meeting Mon 23 09:00-09:00 A", "a.ics:0 the place cannot be read: it changes while it is read")
	if tries != maxTries {
		t.Errorf("it was read %d times, want %d", tries, maxTries)
	}
}

func TestCancel(t *testing.T) {
	path := write(t, "a.ics", calendarOf("UID:a\nDTSTART:20261123T090000\nSUMMARY:A"))
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	s := Kind.Open(path, nil)
	check(t, s.Look(ctx, week(t, "2026-11-23", "Europe/Berlin")))
	check(t, s.Look(context.Background(), week(t, "2026-11-23", "Europe/Berlin")), "meeting Mon 23 09:00-09:00 A")
	if _, err := Kind.Find(ctx, filepath.Dir(path)); !errors.Is(err, context.Canceled) {
		t.Errorf("a search that was canceled returns %v", err)
	}
}

// TestMany is about a calendar of which not everything can be retained.
func TestMany(t *testing.T) {
	var b strings.Builder
	b.WriteString("BEGIN:VCALENDAR\n")
	const many = maxEvents + 1000
	for i := range many {
		at := time.Date(2020, 1, 1, 8, 0, 0, 0, time.UTC).AddDate(0, 0, i%4000)
		fmt.Fprintf(&b, "BEGIN:VEVENT\nUID:%d\nDTSTART:%s\nSUMMARY:%d\nEND:VEVENT\n", i, at.Format("20060102T150405Z"), i)
	}
	b.WriteString("END:VCALENDAR\n")
	s := Kind.Open(write(t, "a.ics", b.String()), nil)
	for _, monday := range []string{"2026-11-23", "2020-01-06", "2026-11-23"} {
		span := week(t, monday, "UTC")
		days := int(span.From.Sub(time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)) / (24 * time.Hour))
		want := 0
		for i := range many {
			if i%4000 >= days && i%4000 < days+7 {
				want++
			}
		}
		if found := s.Look(context.Background(), span); len(found.Items) != want || len(found.Troubles) > 0 {
			t.Errorf("in the week of %s there are %d, want %d; %v", monday, len(found.Items), want, found.Troubles)
		}
	}
	if c := s.(*calendar); len(c.files) > 0 {
		t.Error("what is only a part is remembered")
	}
}

func TestFind(t *testing.T) {
	top := t.TempDir()
	put := func(path, text string) string {
		path = filepath.Join(top, filepath.FromSlash(path))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	put("work/a.ics", "")
	put("work/b.ics", "")
	put(".local/share/evolution/calendar/system/calendar.ics", "")
	put("node_modules/x/a.ics", "")
	text := put("notes.txt", "hello")
	named := put("export", "\ufeffbegin:vcalendar\n")
	for path, want := range map[string][]string{
		top:                                 {filepath.Join(top, ".local/share/evolution/calendar/system"), filepath.Join(top, "work")},
		filepath.Join(top, "work"):          {filepath.Join(top, "work")},
		text:                                nil,
		named:                               {named},
		filepath.Join(top, "work", "a.ics"): {filepath.Join(top, "work", "a.ics")},
	} {
		if got, err := Kind.Find(context.Background(), path); err != nil || !slices.Equal(got, want) {
			t.Errorf("in %s there are %q (%v), want %q", path, got, err, want)
		}
	}
}

// TestDamaged looks at samples of which a part is missing, doubled or something else.
func TestDamaged(t *testing.T) {
	files, err := filepath.Glob("testdata/*.ics")
	if err != nil || len(files) == 0 {
		t.Fatal("no samples", err)
	}
	random := rand.New(rand.NewPCG(1, 2))
	span := week(t, "2026-11-23", "Europe/Berlin")
	for _, path := range files {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for range 200 {
			damaged := slices.Clone(b)
			for range 1 + random.IntN(5) {
				i := random.IntN(len(damaged))
				j := min(len(damaged), i+random.IntN(40))
				switch random.IntN(4) {
				case 0:
					damaged = slices.Delete(damaged, i, j)
				case 1:
					damaged = slices.Insert(damaged, i, slices.Clone(damaged[i:j])...)
				case 2:
					damaged[i] = byte(random.Uint32())
				case 3:
					damaged = damaged[:i+1]
				}
			}
			checkAnything(t, damaged, span)
		}
	}
}

// checkAnything looks at anything. What it finds must be as package source says.
func checkAnything(t *testing.T, b []byte, span source.Span) {
	t.Helper()
	f := &file{path: "a.ics"}
	zones := &zones{known: make(map[string]*time.Location)}
	if err := parse(f, decoded(bytes.NewReader(b)), make([]byte, 1<<10), map[string]bool{"ada@example.com": true}, zones, span); err != nil {
		t.Errorf("%q returns %v", b, err)
	}
	items, _ := find(context.Background(), f.events, span)
	for _, i := range items {
		midnights := i.Start.Hour()+i.Start.Minute()+i.End.Hour()+i.End.Minute() == 0
		if i.End.Before(i.Start) || !i.Start.Before(span.To) || i.End.Before(span.From) || i.Key == "" ||
			(i.What == source.Meeting) != (i.Title != "") || source.Harmless(i.Title) != i.Title || i.What == source.Off && !midnights {
			t.Errorf("in %q there is %+v", b, i)
		}
	}
}

// FuzzLook looks at anything. It must come to an end.
func FuzzLook(f *testing.F) {
	files, err := filepath.Glob("testdata/*.ics")
	if err != nil || len(files) == 0 {
		f.Fatal("no samples", err)
	}
	for _, path := range files {
		b, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Add([]byte(calendarOf("UID:a\nDTSTART:20261123T090000\nDURATION:P400D\nRRULE:FREQ=SECONDLY;BYSETPOS=-1;BYDAY=53MO;COUNT=99999999\nRDATE:20261123T090000Z/P1D")))
	span := week(f, "2026-11-23", "Europe/Berlin")
	f.Fuzz(func(t *testing.T, b []byte) { checkAnything(t, b, span) })
}
