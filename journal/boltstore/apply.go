package boltstore

import (
	"fmt"
	"slices"

	"heliotrope/journal"
)

// apply makes change. What is both put and dropped is dropped, and what is put
// twice is put last, as in [journal.Contents.After].
func (l *ledger) apply(change journal.Change) error {
	if change.ID != "" {
		record, err := newJournalRecord(change.ID)
		if err != nil {
			return err
		}
		if err := l.put(metaBucket, keyJournal, record); err != nil {
			return err
		}
	}
	for _, do := range []func(journal.Change) error{
		l.applyKinds, l.applyEvents, l.applyEntries, l.applyVersions, l.applyAside, l.dropKinds,
	} {
		if err := do(change); err != nil {
			return err
		}
	}
	return nil
}

// last returns the puts that count: those that are neither dropped nor put
// again later.
func last[T any, K comparable](puts []T, drops []K, key func(T) K) []T {
	places := make(map[K]int, len(puts))
	for i, p := range puts {
		places[key(p)] = i
	}
	for _, d := range drops {
		delete(places, d)
	}
	var kept []T
	for i, p := range puts {
		if place, ok := places[key(p)]; ok && place == i {
			kept = append(kept, p)
		}
	}
	return kept
}

// applyKinds puts kinds. One that is there keeps its place, and others go to
// the end.
func (l *ledger) applyKinds(change journal.Change) error {
	kinds, err := bucket(l.tx, kindsBucket)
	if err != nil || len(change.PutKinds) == 0 {
		return err
	}
	places, end := make(map[string]int), 0
	err = kinds.ForEach(func(key, value []byte) error {
		k, err := l.decodeKind(string(key), value)
		places[k.ID], end = k.place, max(end, k.place+1)
		return err
	})
	if err != nil {
		return err
	}
	for _, k := range last(change.PutKinds, nil, func(k journal.Kind) string { return k.ID }) {
		place, ok := places[k.ID]
		if !ok {
			place = end
			end++
		}
		record, err := newKindRecord(placedKind{k, place})
		if err != nil {
			return err
		}
		if err := l.put(kindsBucket, k.ID, record); err != nil {
			return err
		}
	}
	return nil
}

// dropKinds removes kinds, once all else is done, and makes sure that no
// moment is of one.
func (l *ledger) dropKinds(change journal.Change) error {
	if len(change.DropKinds) == 0 {
		return nil
	}
	for _, id := range change.DropKinds {
		if err := l.drop(kindsBucket, id); err != nil {
			return err
		}
	}
	all, err := copyAll(l.tx)
	if err != nil {
		return err
	}
	used := make(map[string]bool)
	for _, p := range all.entries {
		v, err := l.decodeEntry(p.key, p.value)
		if err != nil {
			return err
		}
		for _, m := range v.Entry.Moments {
			used[m.Kind] = true
		}
	}
	for i, id := range change.DropKinds {
		if _, builtIn := journal.BuiltInKinds().Find(id); used[id] && !builtIn {
			return &journal.InvalidError{Field: fmt.Sprintf("kinds[%d]", i), Rule: journal.RuleKind}
		}
	}
	return nil
}

func (l *ledger) applyEvents(change journal.Change) error {
	for _, e := range last(change.PutEvents, change.DropEvents, func(e journal.Event) string { return e.ID }) {
		record, err := newEventRecord(e)
		if err != nil {
			return err
		}
		if err := l.put(eventsBucket, e.ID, record); err != nil {
			return err
		}
	}
	for _, id := range change.DropEvents {
		if err := l.drop(eventsBucket, id); err != nil {
			return err
		}
	}
	return nil
}

// applyEntries puts and drops entries and keeps those that they replace as
// versions.
func (l *ledger) applyEntries(change journal.Change) error {
	for _, e := range last(change.PutEntries, change.DropEntries, func(e journal.Entry) journal.Week { return e.Week }) {
		record, err := newEntryRecord(e, change.At)
		if err != nil {
			return err
		}
		if err := l.checkKinds(e); err != nil {
			return err
		}
		if err := l.replace(e.Week, e, change); err != nil {
			return err
		}
		if err := l.put(entriesBucket, e.Week.String(), record); err != nil {
			return err
		}
	}
	for _, w := range change.DropEntries {
		if err := l.replace(w, journal.Entry{Week: w}, change); err != nil {
			return err
		}
		if err := l.drop(entriesBucket, w.String()); err != nil {
			return err
		}
	}
	return nil
}

// checkKinds makes sure that every moment's kind is declared.
func (l *ledger) checkKinds(e journal.Entry) error {
	kinds, err := bucket(l.tx, kindsBucket)
	if err != nil {
		return err
	}
	builtIn := journal.BuiltInKinds()
	for i, m := range e.Moments {
		if _, ok := builtIn.Find(m.Kind); !ok && kinds.Get([]byte(m.Kind)) == nil {
			return &journal.InvalidError{Field: fmt.Sprintf("moments[%d].kind", i), Rule: journal.RuleKind}
		}
	}
	return nil
}

// replace keeps what week w holds as a version, unless next says the same or
// change says that it is not worth one.
func (l *ledger) replace(w journal.Week, next journal.Entry, change journal.Change) error {
	entries, err := bucket(l.tx, entriesBucket)
	if err != nil {
		return err
	}
	value := entries.Get([]byte(w.String()))
	if value == nil || slices.Contains(change.Fold, w) {
		return nil
	}
	old, err := l.decodeEntry(w.String(), value)
	if err != nil || old.Entry.Equal(next) {
		return err
	}
	return l.retire(old, change.At)
}

func (l *ledger) applyVersions(change journal.Change) error {
	for _, w := range change.DropVersions {
		if err := l.dropVersions(w); err != nil {
			return err
		}
	}
	return nil
}

// applyAside changes the trash and the draft.
func (l *ledger) applyAside(change journal.Change) error {
	for _, t := range last(change.PutTrash, change.DropTrash, func(t journal.Trashed) string { return t.ID }) {
		record, err := newTrashRecord(t)
		if err != nil {
			return err
		}
		if err := l.put(trashBucket, t.ID, record); err != nil {
			return err
		}
	}
	for _, id := range change.DropTrash {
		if err := l.drop(trashBucket, id); err != nil {
			return err
		}
	}
	switch {
	case change.Draft == nil:
		return nil
	case change.Draft.Empty():
		return l.drop(draftBucket, keyDraft)
	}
	record, err := newDraftRecord(*change.Draft)
	if err != nil {
		return err
	}
	return l.put(draftBucket, keyDraft, record)
}
