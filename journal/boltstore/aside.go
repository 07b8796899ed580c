package boltstore

import (
	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"heliotrope/journal"
	"heliotrope/journal/shape"
)

// What is next to the contents: the draft and the trash.

// momentMember is the name of a moment in a record of the trash. Other items
// have the name that their list gives to one of its records.
const momentMember = "moment"

func newDraftRecord(d journal.Draft) (draftRecord, error) {
	r := draftRecord{ID: d.ID, Week: d.Week.String(), Text: d.Text, Private: d.Private, Chosen: d.Chosen, Source: d.Source}
	if d.Edit != nil {
		edit, err := newDraftRecord(*d.Edit)
		if err != nil {
			return r, err
		}
		r.Edit = &edit
	}
	return r, d.Validate()
}

func (b box) decodeDraft(key string, value []byte) (journal.Draft, error) {
	var r draftRecord
	if _, err := b.unseal(draftBucket, key, value, &r); err != nil {
		return journal.Draft{}, err
	}
	d, err := r.draft()
	if err == nil {
		err = d.Validate()
	}
	if err != nil {
		return journal.Draft{}, damaged(draftBucket, key, err)
	}
	return d, nil
}

func (r draftRecord) draft() (journal.Draft, error) {
	week, err := journal.ParseWeek(r.Week)
	d := journal.Draft{ID: r.ID, Week: week, Text: r.line(), Private: r.Private, Chosen: r.Chosen, Source: r.Source}
	if err == nil && r.Edit != nil {
		var edit journal.Draft
		edit, err = r.Edit.draft()
		d.Edit = &edit
	}
	return d, err
}

func newTrashRecord(t journal.Trashed) (trashRecord, error) {
	if err := t.Validate(); err != nil {
		return trashRecord{}, err
	}
	week := t.Week.String()
	one, value := momentMember, any(nil)
	if m, ok := t.Item.(journal.Moment); ok {
		value = shape.MomentShape(m)
	}
	for _, table := range tables {
		if name, shape, ok := table.trashed(t.Item, week); ok {
			one, value = name, shape
		}
	}
	text, err := json.Marshal(value, asWritten)
	return trashRecord{At: shape.Time(t.At), Week: week, Item: map[string]jsontext.Value{one: text}}, err
}

func (b box) decodeTrashed(key string, value []byte) (journal.Trashed, error) {
	var r trashRecord
	if _, err := b.unseal(trashBucket, key, value, &r); err != nil {
		return journal.Trashed{}, err
	}
	week, err := journal.ParseWeek(r.Week)
	t := journal.Trashed{ID: key, At: r.At, Week: week}
	if err == nil {
		t.Item, err = r.item(b.lenient)
	}
	if err == nil {
		err = t.Validate()
	}
	if err != nil {
		return journal.Trashed{}, damaged(trashBucket, key, err)
	}
	return t, nil
}

// item returns what was deleted. A newer version may have added other members.
func (r trashRecord) item(lenient bool) (found journal.Item, err error) {
	for one, value := range r.Item {
		var item journal.Item
		if one == momentMember {
			var m shape.Moment
			if err := json.Unmarshal(value, &m, json.RejectUnknownMembers(!lenient)); err != nil {
				return nil, errNotRecord
			}
			item = m.Moment()
		}
		for _, table := range tables {
			switch other, err := table.item(one, value, r.Week, lenient); {
			case err != nil:
				return nil, err
			case other != nil:
				item = other
			}
		}
		if item == nil && lenient {
			continue
		}
		if item == nil || found != nil {
			return nil, errNotRecord
		}
		found = item
	}
	return found, nil
}

// decodeAside returns the contents of the records, sorted.
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
