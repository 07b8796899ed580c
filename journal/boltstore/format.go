package boltstore

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"strconv"

	bolt "go.etcd.io/bbolt"

	"heliotrope/journal"
	"heliotrope/journal/backup"
)

// The buckets, and the keys in the meta bucket.
const (
	metaBucket    = "meta"
	kindsBucket   = "kinds" // these two as in package shape, which has the other tables
	entriesBucket = "entries"
	historyBucket = "history"
	trashBucket   = "trash"
	draftBucket   = "draft"

	keyFormat  = "format"
	keyVersion = "version"
	keyReaders = "readers"
	keyKey     = "key"
	keyKeyCopy = "key-copy"
	keyJournal = "journal"
	keyHead    = "head"

	keyDraft = "moment" // the one key in the draft bucket
)

const (
	formatName    = "heliotrope-journal"
	formatVersion = 2
)

// format is the description of the file in the meta bucket.
type format struct {
	version int // which wrote it
	readers int // the least version of a reader
	box     box
}

// newer reports whether a later version of the program wrote the file.
func (f format) newer() bool { return f.version > formatVersion }

// identify returns the format of a file with the given values in its meta
// bucket, or an error if it is no journal that we can read.
func identify(values map[string][]byte) (f format, err error) {
	if string(values[keyFormat]) != formatName {
		return format{}, journal.ErrNotJournal
	}
	if f.version, err = strconv.Atoi(string(values[keyVersion])); err != nil || f.version < formatVersion {
		return format{}, damaged(metaBucket, keyVersion, errors.New("not a number"))
	}
	f.readers = f.version
	if text, ok := values[keyReaders]; ok {
		if f.readers, err = strconv.Atoi(string(text)); err != nil || f.readers < 1 || f.readers > f.version {
			return format{}, damaged(metaBucket, keyReaders, errors.New("not a number"))
		}
	}
	if f.readers > formatVersion {
		return format{}, fmt.Errorf("%w: format %d", journal.ErrNewerFormat, f.version)
	}
	key, err := readKey(values)
	f.box = box{key: key, lenient: f.newer()}
	return f, err
}

// putKey stores both copies of the key, each with its checksum. It is
// no secret: it makes codes that damage does not fit by chance.
func putKey(meta *bolt.Bucket, key []byte) error {
	value := binary.BigEndian.AppendUint32(key[:keySize:keySize], crc32.Checksum(key, castagnoli))
	for _, name := range []string{keyKey, keyKeyCopy} {
		if string(meta.Get([]byte(name))) == string(value) {
			continue
		}
		if err := meta.Put([]byte(name), value); err != nil {
			return err
		}
	}
	return nil
}

// readKey returns a copy of the key that is whole.
func readKey(values map[string][]byte) ([]byte, error) {
	for _, name := range []string{keyKey, keyKeyCopy} {
		if value := values[name]; len(value) == keySize+4 &&
			binary.BigEndian.Uint32(value[keySize:]) == crc32.Checksum(value[:keySize], castagnoli) {
			return append([]byte(nil), value[:keySize]...), nil
		}
	}
	return nil, damaged(metaBucket, keyKey, errors.New("no copy is whole"))
}

// putFormat records in tx that the file has our format.
func putFormat(tx *bolt.Tx) error {
	names := []string{metaBucket, historyBucket, trashBucket, draftBucket}
	for _, t := range tables {
		names = append(names, t.bucket())
	}
	for _, name := range names {
		if _, err := tx.CreateBucketIfNotExists([]byte(name)); err != nil {
			return err
		}
	}
	meta := tx.Bucket([]byte(metaBucket))
	version := []byte(strconv.Itoa(formatVersion))
	return errors.Join(
		meta.Put([]byte(keyFormat), []byte(formatName)),
		meta.Put([]byte(keyVersion), version),
		meta.Put([]byte(keyReaders), version),
	)
}

// initialize makes an empty journal in tx.
func initialize(tx *bolt.Tx, id string, line backup.Line) error {
	if err := putFormat(tx); err != nil {
		return err
	}
	l := newLedger(tx, box{key: newKey()}, head{counts: make(map[string]int), lineage: backup.Lineage{line}})
	if err := l.putJournal(id); err != nil {
		return err
	}
	_, err := l.finish()
	return err
}
