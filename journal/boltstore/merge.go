package boltstore

import (
	"bytes"
	"maps"
	"slices"

	"heliotrope/journal"
)

// merge adds what was salvaged to base, which may be nothing, and returns a
// journal that is whole, with the weeks that were added. It returns false if
// nothing was.
//
// Of two records in one place the later one counts. The base knew of every
// record up to its own revision: what it does not hold of these had been
// replaced or deleted by then, and stays so. What was replaced or deleted since
// may still lie about in free pages: of that only weeks come back, and only
// where nothing later is found, in the trash say.
func merge(base *whole, found []scrap, boxes []box) (w whole, added []journal.Week, ok bool) {
	b, ok := likeliest(found, boxes)
	if !ok {
		return whole{}, nil, false
	}
	w = whole{box: b, format: formatVersion, records: make(map[place][]byte)}
	if base != nil {
		if !bytes.Equal(base.key, b.key) {
			return whole{}, nil, false
		}
		w = *base
		w.records, w.head = maps.Clone(base.records), mac{}
	}
	newest := make(map[place]scrap)
	for _, f := range found {
		if base != nil && f.revision <= base.revision {
			continue
		}
		if !f.live && f.bucket != entriesBucket && f.bucket != metaBucket && f.bucket != kindsBucket {
			continue
		}
		if before, ok := newest[f.place]; !ok || f.after(before) {
			newest[f.place] = f
		}
	}
	for p, f := range newest {
		if p.bucket == metaBucket && p.key != keyJournal || !w.box.decodes(p, f.value) {
			continue
		}
		if bytes.Equal(w.records[p], f.value) {
			continue
		}
		w.records[p] = f.value
		w.revision = max(w.revision, f.revision)
		if week, err := journal.ParseWeek(p.key); err == nil && p.bucket == entriesBucket {
			added = append(added, week)
		}
	}
	if len(added) == 0 {
		return whole{}, nil, false
	}
	w.leaveInTrash(base)
	err := w.mend()
	added = slices.DeleteFunc(added, func(week journal.Week) bool { return w.records[place{entriesBucket, week.String()}] == nil })
	slices.SortFunc(added, journal.Week.Compare)
	return w, added, err == nil && len(added) > 0
}

// likeliest returns the box under which most was found.
func likeliest(found []scrap, boxes []box) (best box, ok bool) {
	most := 0
	for _, b := range boxes {
		n := 0
		for _, f := range found {
			if _, err := b.open(f.bucket, f.key, f.value); err == nil {
				n++
			}
		}
		if n > most {
			most, best, ok = n, b, true
		}
	}
	return best, ok
}

// after reports whether f was written after o. Of two copies of one record, the
// one in use comes after the one that is free.
func (f scrap) after(o scrap) bool {
	if f.revision != o.revision {
		return f.revision > o.revision
	}
	return f.live && !o.live
}

// decodes reports whether a record can be read by this version.
func (b box) decodes(p place, value []byte) bool {
	var err error
	switch p.bucket {
	case metaBucket:
		_, err = b.decodeJournal(value)
	case kindsBucket:
		_, err = b.decodeKind(p.key, value)
	case eventsBucket:
		_, err = b.decodeEvent(p.key, value)
	case entriesBucket:
		_, err = b.decodeEntry(p.key, value)
	case historyBucket:
		_, err = b.decodeVersion(p.key, value)
	case trashBucket:
		_, err = b.decodeTrashed(p.key, value)
	case draftBucket:
		_, err = b.decodeDraft(p.key, value)
	}
	return err == nil
}

// put keeps a record in w, later than all others.
func (w *whole) put(bucket, key string, record any, err error) error {
	if err != nil {
		return err
	}
	w.revision++
	value, err := w.seal(bucket, key, w.revision, record)
	w.records[place{bucket, key}] = value
	return err
}

// mend makes a journal of what was found: one with an id, where every moment's
// kind is declared, and where no draft is of a moment that is there.
func (w *whole) mend() error {
	if w.records[place{metaBucket, keyJournal}] == nil {
		record, err := newJournalRecord(w.id()) // it follows from what was found, so that it is the same each time
		if err := w.put(metaBucket, keyJournal, record, err); err != nil {
			return err
		}
	}
	declared, end := make(map[string]bool), 0
	for _, k := range journal.BuiltInKinds() {
		declared[k.ID] = true
	}
	for p, value := range w.records {
		if p.bucket == kindsBucket {
			k, err := w.decodeKind(p.key, value)
			if err != nil {
				return err
			}
			declared[k.ID], end = true, max(end, k.place+1)
		}
	}
	for _, p := range w.places() {
		if p.bucket != entriesBucket {
			continue
		}
		v, err := w.decodeEntry(p.key, w.records[p])
		if err != nil {
			return err
		}
		for _, m := range v.Entry.Moments {
			if d := (place{draftBucket, keyDraft}); w.records[d] != nil && w.drafts(d, m.ID) {
				delete(w.records, d)
			}
			if declared[m.Kind] {
				continue
			}
			// Its name was lost with its record.
			record, err := newKindRecord(placedKind{journal.Kind{ID: m.Kind, Name: m.Kind, Track: m.Track}, end})
			if err := w.put(kindsBucket, m.Kind, record, err); err != nil {
				return err
			}
			declared[m.Kind], end = true, end+1
		}
	}
	return nil
}

// drafts reports whether the draft is of the moment with that id.
func (w *whole) drafts(p place, id string) bool {
	d, err := w.decodeDraft(p.key, w.records[p])
	return err != nil || d.ID == id
}

// leaveInTrash removes the weeks that were put into the trash after they were
// last saved. What base holds both of was so.
func (w *whole) leaveInTrash(base *whole) {
	for p, value := range w.records {
		if p.bucket != trashBucket {
			continue
		}
		record, err := w.open(p.bucket, p.key, value)
		t, decodeErr := w.decodeTrashed(p.key, value)
		if err != nil || decodeErr != nil || t.Entry == nil {
			continue
		}
		at := place{entriesBucket, t.Week.String()}
		if base != nil && base.records[p] != nil && base.records[at] != nil {
			continue
		}
		if entry, err := w.open(at.bucket, at.key, w.records[at]); err == nil && entry.revision < record.revision {
			delete(w.records, at)
		}
	}
}
