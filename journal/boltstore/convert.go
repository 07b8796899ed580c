package boltstore

import "heliotrope/journal"

// What follows turns the domain into records and back. Values are validated on
// the way in, so that nothing is kept that could not be loaded again, and on
// the way out, so that nothing damaged is.

func encodeJournal(id string) ([]byte, error) {
	if err := (journal.Contents{ID: id}).Validate(); err != nil {
		return nil, err
	}
	return seal(metaBucket, keyJournal, journalRecord{ID: id})
}

func decodeJournal(value []byte) (id string, err error) {
	var r journalRecord
	if err := unseal(metaBucket, keyJournal, value, &r); err != nil {
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

func encodeKind(k placedKind) ([]byte, error) {
	if err := k.Validate(); err != nil {
		return nil, err
	}
	return seal(kindsBucket, k.ID, kindRecord{Place: k.place, Name: k.Name, Track: string(k.Track)})
}

func decodeKind(key string, value []byte) (placedKind, error) {
	var r kindRecord
	if err := unseal(kindsBucket, key, value, &r); err != nil {
		return placedKind{}, err
	}
	k := placedKind{journal.Kind{ID: key, Name: r.Name, Track: journal.Track(r.Track)}, r.Place}
	if err := k.Validate(); err != nil {
		return placedKind{}, damaged(kindsBucket, key, err)
	}
	return k, nil
}

func encodeEvent(e journal.Event) ([]byte, error) {
	if err := e.Validate(); err != nil {
		return nil, err
	}
	return seal(eventsBucket, e.ID, eventRecord{
		Week:        e.Week.String(),
		Kind:        string(e.Kind),
		Title:       e.Title,
		Role:        string(e.Role),
		CompanySize: e.CompanySize,
	})
}

func decodeEvent(key string, value []byte) (journal.Event, error) {
	var r eventRecord
	if err := unseal(eventsBucket, key, value, &r); err != nil {
		return journal.Event{}, err
	}
	week, err := journal.ParseWeek(r.Week)
	if err != nil {
		return journal.Event{}, damaged(eventsBucket, key, err)
	}
	e := journal.Event{
		ID:          key,
		Week:        week,
		Kind:        journal.EventKind(r.Kind),
		Title:       r.Title,
		Role:        journal.Role(r.Role),
		CompanySize: r.CompanySize,
	}
	if err := e.Validate(); err != nil {
		return journal.Event{}, damaged(eventsBucket, key, err)
	}
	return e, nil
}

func encodeEntry(e journal.Entry) ([]byte, error) {
	if err := e.Validate(); err != nil {
		return nil, err
	}
	r := entryRecord{
		Away:       e.Away,
		Split:      (*splitRecord)(e.Split),
		Prompt:     e.Prompt,
		Reflection: e.Reflection,
		Updated:    toStamp(e.Updated),
	}
	for _, m := range e.Moments {
		r.Moments = append(r.Moments, momentRecord{
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
		})
	}
	for _, a := range e.Answers {
		r.Answers = append(r.Answers, answerRecord{Question: string(a.Question), Value: a.Value})
	}
	return seal(entriesBucket, e.Week.String(), r)
}

func decodeEntry(key string, value []byte) (journal.Entry, error) {
	week, err := journal.ParseWeek(key)
	if err != nil {
		return journal.Entry{}, damaged(entriesBucket, key, err)
	}
	var r entryRecord
	if err := unseal(entriesBucket, key, value, &r); err != nil {
		return journal.Entry{}, err
	}
	e := journal.Entry{
		Week:       week,
		Away:       r.Away,
		Split:      (*journal.Split)(r.Split),
		Prompt:     r.Prompt,
		Reflection: r.Reflection,
		Updated:    r.Updated,
	}
	for _, m := range r.Moments {
		e.Moments = append(e.Moments, journal.Moment{
			ID:      m.ID,
			Text:    m.Text,
			Kind:    m.Kind,
			Track:   journal.Track(m.Track),
			Energy:  journal.Energy(m.Energy),
			Hours:   m.Hours,
			Tags:    m.Tags,
			Private: m.Private,
			Chosen:  m.Chosen,
			Logged:  m.Logged,
		})
	}
	for _, a := range r.Answers {
		e.Answers = append(e.Answers, journal.Answer{Question: journal.Question(a.Question), Value: a.Value})
	}
	if err := e.Validate(); err != nil {
		return journal.Entry{}, damaged(entriesBucket, key, err)
	}
	return e, nil
}
