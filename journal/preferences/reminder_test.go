package preferences

import (
	"reflect"
	"strings"
	"testing"
	"time"
)

// TestReminderIsStored: the setting and what was done about it are there in the next
// program, and a caller that changes its copy changes nothing.
func TestReminderIsStored(t *testing.T) {
	path := place(t)
	at := time.Date(2026, time.November, 27, 16, 0, 0, 0, time.UTC)
	want := Reminder{On: true, Weekday: 4, Time: "17:30", Done: map[string]Reminded{"/home/me/journal.db": {
		Weeks:    []Reminding{{About: "2026-W48", At: at, Answer: ReminderLater, Later: at.Add(3 * time.Hour)}},
		Quarters: []Reminding{{About: "2026-Q3", At: at}},
	}}}
	if err := Open(path).Change(func(p *Preferences) { p.Reminder = want }); err != nil {
		t.Fatal(err)
	}
	f := Open(path)
	for range 2 {
		got := f.Get().Reminder
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("it is %+v, want %+v", got, want)
		}
		got.Done["/home/me/journal.db"].Weeks[0].About = "changed"
		got.Done["/other"] = Reminded{}
	}
}

// TestReminderOfAnyFile: whatever a file has in the place of a reminder, the other
// settings count, and what makes no sense is off or the default, and told.
func TestReminderOfAnyFile(t *testing.T) {
	for content, want := range map[string]Reminder{
		`null`: {}, `{}`: {}, `{"on": true}`: {On: true},
		`{"time": "8:05", "weekday": -4, "done": {"/a": {"weeks": null}}}`: {Time: "8:05", Weekday: -4, Done: map[string]Reminded{"/a": {}}},

		`5`: {Unread: true}, `"on"`: {Unread: true}, `[]`: {Unread: true}, `{"on": "yes"}`: {Unread: true}, `{"on": 1}`: {Unread: true},
		`{"on": true, "weekday": "Friday", "time": 16}`:                  {On: true, Unread: true},
		`{"on": true, "weekday": 1e99, "time": null, "done": [1]}`:       {On: true, Unread: true},
		`{"on": true, "weekday": 3, "done": {"/a": {"weeks": "none"}}}`:  {On: true, Weekday: 3, Unread: true},
		`{"on": true, "done": {"/a": {"weeks": [{"at": "yesterday"}]}}}`: {On: true, Unread: true},
	} {
		path := place(t)
		put(t, path, `{"language": "fr", "reminder": `+content+`}`)
		f := Open(path)
		if got := f.Get(); got.Language != "fr" || f.Problem() != nil || !reflect.DeepEqual(got.Reminder, want) {
			t.Errorf("%s is %+v (%v), want %+v", content, got, f.Problem(), want)
		}
	}
}

// TestReminderOfALaterVersion: fields that this version does not know are retained.
func TestReminderOfALaterVersion(t *testing.T) {
	path := place(t)
	put(t, path, `{"reminder": {"on": true, "sound": "bell", "time": "09:00", "voice": {"name": "x"}}}`)
	if err := Open(path).Change(chooseFrench); err != nil {
		t.Fatal(err)
	}
	got := contentOf(t, path)
	for _, want := range []string{`"sound": "bell"`, `"on": true`, `"09:00"`, `"name": "x"`} {
		if !strings.Contains(got, want) {
			t.Errorf("the file lacks %s: %s", want, got)
		}
	}
}

func TestReminderDayAndTime(t *testing.T) {
	for weekday, want := range map[int]time.Weekday{
		1: time.Monday, 5: time.Friday, 6: time.Saturday, 7: time.Sunday, 0: time.Friday, -1: time.Friday, 8: time.Friday, 1 << 40: time.Friday,
	} {
		if got := (Reminder{Weekday: weekday}).Day(); got != want {
			t.Errorf("day %d is %v, want %v", weekday, got, want)
		}
	}
	for written, want := range map[string]string{
		"09:05": "09:05", "00:00": "00:00", "23:59": "23:59", "2:30": "02:30",
		"": "16:00", "24:00": "16:00", "12:60": "16:00", "noon": "16:00", "16:00:30": "16:00", "-1:00": "16:00", "16.00": "16:00",
	} {
		if got := (Reminder{Time: written}).Clock(); got != want {
			t.Errorf("%q is %s, want %s", written, got, want)
		}
	}
	for day := time.Sunday; day <= time.Saturday; day++ {
		for minutes := range 24 * 60 {
			var r Reminder
			if r.Set(day, minutes); r.Day() != day || r.TimeOfDay() != minutes || r.Weekday < 1 {
				t.Fatalf("%v, minute %d is set as %v, minute %d", day, minutes, r.Day(), r.TimeOfDay())
			}
		}
	}
}
