package preferences

import (
	"bytes"
	"maps"
	"slices"
	"time"

	"github.com/go-json-experiment/json/jsontext"
)

// Reminder is when the user wants to be reminded to log the week, and what was done
// about it. The zero value is off. Package reminder decides with it what is due.
//
// What a file has of it is read as far as it makes sense. A value that does not is
// the default of its field and costs no other setting; then Unread says so.
type Reminder struct {
	On      bool   `json:"on,omitzero"`
	Weekday int    `json:"weekday,omitzero"` // 1 for Monday to 7 for Sunday; see Day
	Time    string `json:"time,omitzero"`    // of day, such as "16:00"; see TimeOfDay

	// Done is what was done about it, by the absolute path of the journal.
	Done map[string]Reminded `json:"done,omitzero"`

	// Unread reports that the file has something of the reminder that makes no sense.
	Unread bool `json:"-"`

	// Other contains the fields that a later version wrote.
	Other jsontext.Value `json:",embed"`
}

// Reminded is what was done about the reminders of one journal, in the order in which
// it was done.
type Reminded struct {
	Weeks    []Reminding `json:"weeks,omitzero"`
	Quarters []Reminding `json:"quarters,omitzero"`
}

// Reminding is what was done about one week or one quarter.
type Reminding struct {
	About  string         `json:"about"`           // such as "2026-W47", in whose reminder it was, or "2026-Q3"
	At     time.Time      `json:"at,omitzero"`     // when it was done
	Answer ReminderAnswer `json:"answer,omitzero"` // "" as long as there is none
	Later  time.Time      `json:"later,omitzero"`  // when to remind again; zero for not
}

// ReminderAnswer is what the user answered to a reminder, or why there was none.
type ReminderAnswer string

// The answers.
const (
	ReminderOpened   ReminderAnswer = "opened"   // the week, or the quarter's brief
	ReminderLater    ReminderAnswer = "later"    // to be reminded again, see Later
	ReminderSkipped  ReminderAnswer = "skipped"  // not this week, or not this quarter
	ReminderClosed   ReminderAnswer = "closed"   // without an answer
	ReminderFailed   ReminderAnswer = "failed"   // it could not be shown, see Later
	ReminderNeedless ReminderAnswer = "needless" // nothing was shown: it was logged, or the reminder was not on then
)

// Known reports whether it is known that the reminder is on, or off. If not, the user may
// have switched it on in a way that makes no sense.
func (r Reminder) Known() bool { return r.On || !r.Unread }

// Day returns the day of the week; Friday unless another one was chosen.
func (r Reminder) Day() time.Weekday {
	if r.Weekday < 1 || r.Weekday > 7 {
		return time.Friday
	}
	return time.Weekday(r.Weekday % 7)
}

// TimeOfDay returns the time of day, in minutes since midnight from 0 to 1439; four in
// the afternoon unless another one was chosen.
func (r Reminder) TimeOfDay() int {
	at, err := time.Parse(timeForm, r.Time)
	if err != nil {
		return 16 * 60
	}
	return at.Hour()*60 + at.Minute()
}

// timeForm is how a time of day is written.
const timeForm = "15:04"

// Clock returns the time of day as a clock shows it, such as "16:00".
func (r Reminder) Clock() string { return clock(r.TimeOfDay()) }

func clock(minutes int) string {
	return time.Date(1, 1, 1, 0, minutes, 0, 0, time.UTC).Format(timeForm)
}

// Set changes the day, and the time of day in minutes since midnight.
func (r *Reminder) Set(day time.Weekday, minutes int) {
	r.Weekday, r.Time = (int(day)+6)%7+1, clock(minutes)
}

// UnmarshalJSON implements [json.Unmarshaler] for what a file has of a reminder. It
// always succeeds.
func (r *Reminder) UnmarshalJSON(content []byte) error {
	type plain Reminder // without this method
	var read plain
	unread := readFields(content, &read)
	*r = Reminder(read)
	r.Unread = unread
	return nil
}

// Clone returns a copy of r that shares nothing with it.
func (r Reminder) Clone() Reminder {
	r.Done, r.Other = maps.Clone(r.Done), bytes.Clone(r.Other)
	for path, done := range r.Done {
		r.Done[path] = Reminded{slices.Clone(done.Weeks), slices.Clone(done.Quarters)}
	}
	return r
}
