package boltstore

import (
	"errors"
	"time"

	"heliotrope/journal"
)

// What stands beside the contents: the draft and the trash.

func newDraftRecord(d journal.Draft) (draftRecord, error) {
	return draftRecord{
		ID: d.ID, Week: d.Week.String(), Text: d.Text, Kind: d.Kind, Track: string(d.Track), Energy: int(d.Energy),
		Hours: d.Hours, Tags: d.Tags, Private: d.Private, Chosen: d.Chosen,
	}, d.Validate()
}

func (b box) decodeDraft(key string, value []byte) (journal.Draft, error) {
	var r draftRecord
	if _, err := b.unseal(draftBucket, key, value, &r); err != nil {
		return journal.Draft{}, err
	}
	week, err := journal.ParseWeek(r.Week)
	d := journal.Draft{
		ID: r.ID, Week: week, Text: r.Text, Kind: r.Kind, Track: journal.Track(r.Track), Energy: journal.Energy(r.Energy),
		Hours: r.Hours, Tags: r.Tags, Private: r.Private, Chosen: r.Chosen,
	}
	if err == nil {
		err = d.Validate()
	}
	if err != nil {
		return journal.Draft{}, damaged(draftBucket, key, err)
	}
	return d, nil
}

func newTrashRecord(t journal.Trashed) (trashRecord, error) {
	if err := t.Validate(); err != nil {
		return trashRecord{}, err
	}
	r := trashRecord{At: toStamp(t.At), Week: t.Week.String()}
	switch {
	case t.Entry != nil:
		entry, err := newEntryRecord(*t.Entry, time.Time{})
		r.Entry = &entry
		return r, err
	case t.Moment != nil:
		moment := newMomentRecord(*t.Moment)
		r.Moment = &moment
	case t.Event != nil:
		event, err := newEventRecord(*t.Event)
		r.Event = &trashedEvent{t.Event.ID, event}
		return r, err
	}
	return r, nil
}

func (b box) decodeTrashed(key string, value []byte) (journal.Trashed, error) {
	var r trashRecord
	if _, err := b.unseal(trashBucket, key, value, &r); err != nil {
		return journal.Trashed{}, err
	}
	week, err := journal.ParseWeek(r.Week)
	t := journal.Trashed{ID: key, At: r.At, Week: week}
	if r.Entry != nil {
		e := r.Entry.entry(week)
		t.Entry = &e
	}
	if r.Moment != nil {
		m := r.Moment.moment()
		t.Moment = &m
	}
	if r.Event != nil {
		e, eventErr := r.Event.event(r.Event.ID)
		t.Event, err = &e, errors.Join(err, eventErr)
	}
	if err == nil {
		err = t.Validate()
	}
	if err != nil {
		return journal.Trashed{}, damaged(trashBucket, key, err)
	}
	return t, nil
}

// decodeAside returns what the records say, sorted.
func (b box) decodeAside(trash []pair, draft []byte) (aside journal.Aside, err error) {
	if aside.Trash, err = decodeEach(trash, b.decodeTrashed); err != nil {
		return journal.Aside{}, err
	}
	if draft != nil {
		d, err := b.decodeDraft(keyDraft, draft)
		if err != nil {
			return journal.Aside{}, err
		}
		aside.Draft = &d
	}
	aside.Sort()
	return aside, nil
}
