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
// record up to its own revision: what it does not have of these had been
// replaced or deleted by then, and stays so. What was replaced or deleted since
// may still be in free pages: of that only weeks come back, and only where
// nothing later is found, for example in the trash.
func merge(base *whole, found []scrap, boxes []box) (w whole, added []journal.Week, ok bool) {
	b, ok := likeliest(found, boxes)
	if !ok || base != nil && !bytes.Equal(base.key, b.key) {
		return whole{}, nil, false
	}
	w = whole{box: b, format: formatVersion, records: make(map[place][]byte)}
	if base != nil {
		w = *base
		w.records, w.head = maps.Clone(base.records), mac{}
	}
	for p, f := range newest(found, base) {
		if w.decodes(p, f.value) && !bytes.Equal(w.records[p], f.value) {
			w.records[p] = f.value
			w.revision = max(w.revision, f.revision)
			added = appendWeek(added, p)
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

// newest returns the last scrap of each place that base does not know of.
func newest(found []scrap, base *whole) map[place]scrap {
	last := make(map[place]scrap)
	for _, f := range found {
		known := base != nil && f.revision <= base.revision
		if before, ok := last[f.place]; !known && f.returns() && (!ok || f.after(before)) {
			last[f.place] = f
		}
	}
	return last
}

// returns reports whether f may come back. Of what lies in free pages, and may
// have been deleted, only weeks do, with the kinds and the id that they need.
func (f scrap) returns() bool {
	return f.live || f.bucket == entriesBucket || f.bucket == metaBucket || f.bucket == kindsBucket
}

// after reports whether f was written after o. Of two copies of one record, the
// one in use comes after the one that is free.
func (f scrap) after(o scrap) bool {
	if f.revision != o.revision {
		return f.revision > o.revision
	}
	return f.live && !o.live
}

// appendWeek adds the week whose entry is at p, if it is one.
func appendWeek(weeks []journal.Week, p place) []journal.Week {
	week, err := journal.ParseWeek(p.key)
	if err != nil || p.bucket != entriesBucket {
		return weeks
	}
	return append(weeks, week)
}

// decodes reports whether a record can be read by this version, and comes back.
func (b box) decodes(p place, value []byte) bool {
	var err error
	switch p.bucket {
	case metaBucket:
		if _, err = b.decodeJournal(value); p.key != keyJournal {
			return false
		}
	case historyBucket:
		_, err = b.decodeVersion(p.key, value)
	case trashBucket:
		_, err = b.decodeTrashed(p.key, value)
	case draftBucket:
		_, err = b.decodeDraft(p.key, value)
	}
	for _, t := range tables {
		if t.bucket() == p.bucket {
			err = t.check(b, p.key, value)
		}
	}
	return err == nil
}

// put stores a record in w, later than all others.
func (w *whole) put(bucket, key string, record any) error {
	w.revision++
	value, err := w.seal(bucket, key, w.revision, record)
	w.records[place{bucket, key}] = value
	return err
}

// mend makes a journal of what was found: one with an id, where every moment's
// kind is declared, and where no draft is of a moment that is there.
func (w *whole) mend() error {
	if w.records[place{metaBucket, keyJournal}] == nil {
		// The id follows from what was found, so that it is the same each time.
		if err := w.put(metaBucket, keyJournal, journalRecord{w.id()}); err != nil {
			return err
		}
	}
	moments, err := w.moments()
	if err != nil {
		return err
	}
	w.endDraft(moments)
	return w.declareKinds(moments)
}

// moments returns the moments of all weeks.
func (w *whole) moments() (moments []journal.Moment, err error) {
	for _, p := range w.places() {
		if p.bucket != entriesBucket {
			continue
		}
		e, err := entries.decode(w.box, p.key, w.records[p])
		if err != nil {
			return nil, err
		}
		moments = append(moments, e.record.Moments...)
	}
	return moments, nil
}

// endDraft removes a draft of one of moments, or one that cannot be read.
func (w *whole) endDraft(moments []journal.Moment) {
	p := place{draftBucket, keyDraft}
	if w.records[p] == nil {
		return
	}
	d, err := w.decodeDraft(p.key, w.records[p])
	if err != nil || slices.ContainsFunc(moments, func(m journal.Moment) bool { return m.ID == d.ID }) {
		delete(w.records, p)
	}
}

// declareKinds adds the kinds of moments whose records were lost, under their
// ids: their names were lost too.
func (w *whole) declareKinds(moments []journal.Moment) error {
	declared, end := make(map[string]bool), 0
	for _, k := range journal.BuiltInKinds() {
		declared[k.ID] = true
	}
	for p, value := range w.records {
		if p.bucket == kindsBucket {
			k, err := kinds.decode(w.box, p.key, value)
			if err != nil {
				return err
			}
			declared[k.record.ID], end = true, max(end, k.place+1)
		}
	}
	for _, m := range moments {
		if declared[m.Kind] {
			continue
		}
		place := end
		s := kinds.store(journal.Kind{ID: m.Kind, Name: m.Kind, Track: m.Track})
		s.Place = &place
		if err := w.put(kindsBucket, m.Kind, s); err != nil {
			return err
		}
		declared[m.Kind], end = true, end+1
	}
	return nil
}

// leaveInTrash removes the weeks that were moved to the trash after they were
// last saved. What base has both of was so.
func (w *whole) leaveInTrash(base *whole) {
	for p, value := range w.records {
		if p.bucket != trashBucket {
			continue
		}
		record, err := w.open(p.bucket, p.key, value)
		t, decodeErr := w.decodeTrashed(p.key, value)
		_, isEntry := t.Item.(journal.Entry)
		if err != nil || decodeErr != nil || !isEntry {
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
