package boltstore

import (
	"time"

	"heliotrope/journal"
)

// What follows turns the domain into records and back. Values are validated on
// the way in, so that nothing is kept that could not be loaded again, and on
// the way out, so that nothing damaged is.

func newJournalRecord(id string) (journalRecord, error) {
	return journalRecord{ID: id}, (journal.Contents{ID: id}).Validate()
}

func (b box) decodeJournal(value []byte) (id string, err error) {
	var r journalRecord
	if _, err := b.unseal(metaBucket, keyJournal, value, &r); err != nil {
		return "", err
	}
	if err := (journal.Contents{ID: r.ID}).Validate(); err != nil {
		return "", damaged(metaBucket, keyJournal, err)
	}
	return r.ID, nil
}

// placedKind is a kind with its place in the order of kinds.
type placedKind struct {
	journal.Kind
	place int
}

func newKindRecord(k placedKind) (kindRecord, error) {
	return kindRecord{Place: k.place, Name: k.Name, Track: string(k.Track)}, k.Validate()
}

func (b box) decodeKind(key string, value []byte) (placedKind, error) {
	var r kindRecord
	if _, err := b.unseal(kindsBucket, key, value, &r); err != nil {
		return placedKind{}, err
	}
	k := placedKind{journal.Kind{ID: key, Name: r.Name, Track: journal.Track(r.Track)}, r.Place}
	if err := k.Validate(); err != nil {
		return placedKind{}, damaged(kindsBucket, key, err)
	}
	return k, nil
}

func newEventRecord(e journal.Event) (eventRecord, error) {
	return eventRecord{
		Week:        e.Week.String(),
		Kind:        string(e.Kind),
		Title:       e.Title,
		Role:        string(e.Role),
		CompanySize: e.CompanySize,
	}, e.Validate()
}

func (r eventRecord) event(id string) (journal.Event, error) {
	week, err := journal.ParseWeek(r.Week)
	return journal.Event{
		ID:          id,
		Week:        week,
		Kind:        journal.EventKind(r.Kind),
		Title:       r.Title,
		Role:        journal.Role(r.Role),
		CompanySize: r.CompanySize,
	}, err
}

func (b box) decodeEvent(key string, value []byte) (journal.Event, error) {
	var r eventRecord
	if _, err := b.unseal(eventsBucket, key, value, &r); err != nil {
		return journal.Event{}, err
	}
	e, err := r.event(key)
	if err == nil {
		err = e.Validate()
	}
	if err != nil {
		return journal.Event{}, damaged(eventsBucket, key, err)
	}
	return e, nil
}

func newEntryRecord(e journal.Entry, saved time.Time) (entryRecord, error) {
	r := entryRecord{
		Away:       e.Away,
		Split:      (*splitRecord)(e.Split),
		Prompt:     e.Prompt,
		Reflection: e.Reflection,
		Updated:    toStamp(e.Updated),
		Saved:      toStamp(saved),
	}
	for _, m := range e.Moments {
		r.Moments = append(r.Moments, newMomentRecord(m))
	}
	for _, a := range e.Answers {
		r.Answers = append(r.Answers, answerRecord{Question: string(a.Question), Value: a.Value})
	}
	return r, e.Validate()
}

func (r entryRecord) entry(week journal.Week) journal.Entry {
	e := journal.Entry{
		Week:       week,
		Away:       r.Away,
		Split:      (*journal.Split)(r.Split),
		Prompt:     r.Prompt,
		Reflection: r.Reflection,
		Updated:    r.Updated,
	}
	for _, m := range r.Moments {
		e.Moments = append(e.Moments, m.moment())
	}
	for _, a := range r.Answers {
		e.Answers = append(e.Answers, journal.Answer{Question: journal.Question(a.Question), Value: a.Value})
	}
	return e
}

func newMomentRecord(m journal.Moment) momentRecord {
	return momentRecord{
		ID:      m.ID,
		Text:    m.Text,
		Kind:    m.Kind,
		Track:   string(m.Track),
		Energy:  int(m.Energy),
		Hours:   m.Hours,
		Tags:    m.Tags,
		Private: m.Private,
		Chosen:  m.Chosen,
		Logged:  toStamp(m.Logged),
	}
}

func (r momentRecord) moment() journal.Moment {
	return journal.Moment{
		ID:      r.ID,
		Text:    r.Text,
		Kind:    r.Kind,
		Track:   journal.Track(r.Track),
		Energy:  journal.Energy(r.Energy),
		Hours:   r.Hours,
		Tags:    r.Tags,
		Private: r.Private,
		Chosen:  r.Chosen,
		Logged:  r.Logged,
	}
}

// decodeEntry returns an entry as a version, since when it is there included.
func (b box) decodeEntry(key string, value []byte) (journal.Version, error) {
	week, err := journal.ParseWeek(key)
	if err != nil {
		return journal.Version{}, damaged(entriesBucket, key, err)
	}
	var r entryRecord
	revision, err := b.unseal(entriesBucket, key, value, &r)
	if err != nil {
		return journal.Version{}, err
	}
	e := r.entry(week)
	if err := e.Validate(); err != nil {
		return journal.Version{}, damaged(entriesBucket, key, err)
	}
	return journal.Version{Revision: revision, Saved: r.Saved, Entry: e}, nil
}
