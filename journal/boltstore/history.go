package boltstore

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	bolt "go.etcd.io/bbolt"

	"heliotrope/journal"
	"heliotrope/journal/shape"
)

// historyKey is the key of a version of a week. Keys sort by week, then by
// revision.
func historyKey(w journal.Week, revision uint64) string { return fmt.Sprintf("%v/%016x", w, revision) }

// parseHistoryKey reads what historyKey writes.
func parseHistoryKey(key string) (w journal.Week, revision uint64, err error) {
	week, number, _ := strings.Cut(key, "/")
	if w, err = journal.ParseWeek(week); err != nil {
		return journal.Week{}, 0, err
	}
	revision, err = strconv.ParseUint(number, 16, 64)
	if err != nil || historyKey(w, revision) != key {
		return journal.Week{}, 0, errors.New("not the key of a version")
	}
	return w, revision, nil
}

// retire stores an entry as a version, before something else takes its place at
// the given time.
func (l *ledger) retire(old loaded[journal.Entry], at time.Time) error {
	week := old.record.Week
	entry := entries.store(old.record)
	if entry.Saved = old.saved; entry.Saved.IsZero() {
		entry.Saved = shape.Time(old.record.Updated)
	}
	version := versionRecord{Replaced: shape.Time(at), Entry: entry}
	if err := l.put(historyBucket, historyKey(week, old.revision), version); err != nil {
		return err
	}
	keys, err := historyKeys(l.tx, week)
	if err != nil {
		return err
	}
	for len(keys) > journal.MaxVersions {
		if err := l.drop(historyBucket, keys[0]); err != nil {
			return err
		}
		keys = keys[1:]
	}
	return nil
}

// dropVersions removes all versions of a week.
func (l *ledger) dropVersions(w journal.Week) error {
	keys, err := historyKeys(l.tx, w)
	if err != nil {
		return err
	}
	for _, key := range keys {
		if err := l.drop(historyBucket, key); err != nil {
			return err
		}
	}
	return nil
}

// historyKeys returns the keys of the versions of a week, oldest first.
func historyKeys(tx *bolt.Tx, w journal.Week) (keys []string, err error) {
	history, err := bucket(tx, historyBucket)
	if err != nil {
		return nil, err
	}
	prefix := []byte(w.String() + "/")
	cursor := history.Cursor()
	for key, _ := cursor.Seek(prefix); bytes.HasPrefix(key, prefix); key, _ = cursor.Next() {
		keys = append(keys, string(key))
	}
	return keys, nil
}

// Versions implements [journal.Store].
func (s *Store) Versions(w journal.Week) ([]journal.Version, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.usable(); err != nil {
		return nil, err
	}
	var pairs []pair
	err := s.view(func(tx *bolt.Tx) error {
		keys, err := historyKeys(tx, w)
		if err != nil {
			return err
		}
		for _, key := range keys {
			pairs = append(pairs, pair{key, bytes.Clone(tx.Bucket([]byte(historyBucket)).Get([]byte(key)))})
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read versions: %w", err)
	}
	versions, err := decodeEach(pairs, s.box.decodeVersion)
	if err != nil {
		return nil, fmt.Errorf("read versions: %w", err)
	}
	slices.Reverse(versions)
	return versions, nil
}

func (b box) decodeVersion(key string, value []byte) (journal.Version, error) {
	week, revision, err := parseHistoryKey(key)
	if err != nil {
		return journal.Version{}, damaged(historyBucket, key, err)
	}
	var r versionRecord
	if _, err := b.unseal(historyBucket, key, value, &r); err != nil {
		return journal.Version{}, err
	}
	r.Entry.Shape.Week = week.String()
	v := journal.Version{
		Revision: revision, Saved: r.Entry.Saved, Replaced: r.Replaced, Entry: entries.Read(r.Entry.Shape),
	}
	if err := v.Entry.Validate(); err != nil {
		return journal.Version{}, damaged(historyBucket, key, err)
	}
	return v, nil
}
