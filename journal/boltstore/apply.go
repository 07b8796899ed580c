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
		if err := l.putJournal(change.ID); err != nil {
			return err
		}
	}
	if err := l.retireReplaced(change); err != nil {
		return err
	}
	for _, t := range tables {
		if err := t.put(l, &change); err != nil {
			return err
		}
	}
	for _, t := range tables {
		if err := t.drop(l, &change); err != nil {
			return err
		}
	}
	if err := l.checkKinds(change); err != nil {
		return err
	}
	return l.applyAside(change)
}

// checkKinds makes sure that every moment's kind is declared, after a change.
func (l *ledger) checkKinds(change journal.Change) error {
	b, err := bucket(l.tx, kindsBucket)
	if err != nil {
		return err
	}
	builtIn := journal.BuiltInKinds()
	declared := func(id string) bool {
		_, ok := builtIn.Find(id)
		return ok || b.Get([]byte(id)) != nil
	}
	for _, e := range last(change.PutEntries, change.DropEntries, journal.Entry.Key) {
		for i, m := range e.Moments {
			if !declared(m.Kind) {
				return &journal.InvalidError{Field: fmt.Sprintf("moments[%d].kind", i), Rule: journal.RuleKind}
			}
		}
	}
	if len(change.DropKinds) == 0 {
		return nil
	}
	pairs, err := copyBucket(l.tx, entriesBucket, l.head.counts)
	for _, p := range pairs {
		e, err := entries.decode(l.box, p.key, p.value)
		if err != nil {
			return err
		}
		for _, m := range e.record.Moments {
			if i := slices.Index(change.DropKinds, m.Kind); i >= 0 && !declared(m.Kind) {
				return &journal.InvalidError{Field: fmt.Sprintf("kinds[%d]", i), Rule: journal.RuleKind}
			}
		}
	}
	return err
}

// retireReplaced makes a version of every entry that change replaces or drops,
// unless the new one is equal or change lists the week in Fold.
func (l *ledger) retireReplaced(change journal.Change) error {
	next := last(change.PutEntries, change.DropEntries, journal.Entry.Key)
	for _, w := range change.DropEntries {
		next = append(next, journal.Entry{Week: w})
	}
	for _, e := range next {
		b, err := bucket(l.tx, entriesBucket)
		if err != nil {
			return err
		}
		value := b.Get([]byte(e.Week.String()))
		if value == nil || slices.Contains(change.Fold, e.Week) {
			continue
		}
		old, err := entries.decode(l.box, e.Week.String(), value)
		if err != nil {
			return err
		}
		if old.record.Equal(e) {
			continue
		}
		if err := l.retire(old, change.At); err != nil {
			return err
		}
	}
	return nil
}

// applyAside changes the versions, the trash and the draft.
func (l *ledger) applyAside(change journal.Change) error {
	for _, w := range change.DropVersions {
		if err := l.dropVersions(w); err != nil {
			return err
		}
	}
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
