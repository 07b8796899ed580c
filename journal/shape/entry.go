package shape

import (
	"time"

	"heliotrope/journal"
)

// Entry is the shape of an entry.
type Entry struct {
	Week       string     `json:"week,omitzero" exchange:"required"`
	Away       string     `json:"away,omitzero"`
	Split      *Split     `json:"split,omitzero"`
	Evidence   *Hours     `json:"evidence,omitzero"`
	Diary      []DiaryDay `json:"diary,omitempty"`
	Moments    []Moment   `json:"moments,omitempty"`
	Answers    []Answer   `json:"answers,omitempty"`
	Prompt     string     `json:"prompt,omitzero"`
	Reflection string     `json:"reflection,omitzero"`
	Updated    time.Time  `json:"updated,omitzero"`
}

// Split is the shape of a split.
type Split struct {
	Technical int `json:"technical"`
	Both      int `json:"both"`
	People    int `json:"people"`
}

// Hours is the shape of hours by track.
type Hours struct {
	Technical float64 `json:"technical"`
	Both      float64 `json:"both"`
	People    float64 `json:"people"`
}

// DiaryDay is the shape of a day in a diary.
type DiaryDay struct {
	Day   int `json:"day" exchange:"required"`
	Hours `json:",embed"`
}

// Moment is the shape of a moment.
type Moment struct {
	ID      string    `json:"id" exchange:"required"`
	Text    string    `json:"text" exchange:"required"`
	Kind    string    `json:"kind" exchange:"required"`
	Track   string    `json:"track"`
	Energy  int       `json:"energy" exchange:"required"`
	Hours   float64   `json:"hours,omitzero"`
	Tags    []string  `json:"tags,omitempty"`
	Private bool      `json:"private,omitzero"`
	Chosen  bool      `json:"chosen,omitzero"`
	Logged  time.Time `json:"logged,omitzero"`
	Source  string    `json:"source,omitzero"`
}

// Answer is the shape of an answer.
type Answer struct {
	Question string `json:"question" exchange:"required"`
	Value    int    `json:"value" exchange:"required"`
}

// Entries is the table of entries.
var Entries = Table[journal.Week, journal.Entry, Entry]{
	List:  journal.EntryList,
	Key:   func(s *Entry) *string { return &s.Week },
	Shape: entryShape,
	Read:  Entry.entry,
}

func entryShape(e journal.Entry) Entry {
	s := Entry{
		Week:       e.Week.String(),
		Away:       e.Away,
		Split:      (*Split)(e.Split),
		Evidence:   (*Hours)(e.Evidence),
		Prompt:     e.Prompt,
		Reflection: e.Reflection,
		Updated:    Time(e.Updated),
	}
	for _, d := range e.Diary {
		s.Diary = append(s.Diary, DiaryDay{d.Day, Hours(d.Hours)})
	}
	if len(e.Moments) > 0 {
		s.Moments = make([]Moment, 0, len(e.Moments))
	}
	for _, m := range e.Moments {
		s.Moments = append(s.Moments, MomentShape(m))
	}
	for _, a := range e.Answers {
		s.Answers = append(s.Answers, Answer{string(a.Question), a.Value})
	}
	return s
}

func (s Entry) entry() journal.Entry {
	e := journal.Entry{
		Week:       week(s.Week),
		Away:       s.Away,
		Split:      (*journal.Split)(s.Split),
		Evidence:   (*journal.Hours)(s.Evidence),
		Prompt:     s.Prompt,
		Reflection: s.Reflection,
		Updated:    s.Updated,
	}
	for _, d := range s.Diary {
		e.Diary = append(e.Diary, journal.DiaryDay{Day: d.Day, Hours: journal.Hours(d.Hours)})
	}
	if len(s.Moments) > 0 {
		e.Moments = make([]journal.Moment, 0, len(s.Moments))
	}
	for _, m := range s.Moments {
		e.Moments = append(e.Moments, m.Moment())
	}
	for _, a := range s.Answers {
		e.Answers = append(e.Answers, journal.Answer{Question: journal.Question(a.Question), Value: a.Value})
	}
	return e
}

// MomentShape returns the shape of m.
func MomentShape(m journal.Moment) Moment {
	return Moment{
		ID:      m.ID,
		Text:    m.Text,
		Kind:    m.Kind,
		Track:   string(m.Track),
		Energy:  int(m.Energy),
		Hours:   m.Hours,
		Tags:    m.Tags,
		Private: m.Private,
		Chosen:  m.Chosen,
		Logged:  Time(m.Logged),
		Source:  m.Source,
	}
}

// Moment returns the moment that s is the shape of. It need not be valid.
func (s Moment) Moment() journal.Moment {
	if len(s.Tags) == 0 {
		s.Tags = nil
	}
	return journal.Moment{
		ID:      s.ID,
		Text:    s.Text,
		Kind:    s.Kind,
		Track:   journal.Track(s.Track),
		Energy:  journal.Energy(s.Energy),
		Hours:   s.Hours,
		Tags:    s.Tags,
		Private: s.Private,
		Chosen:  s.Chosen,
		Logged:  s.Logged,
		Source:  s.Source,
	}
}
