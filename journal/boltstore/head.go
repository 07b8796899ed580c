package boltstore

import (
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"math/bits"

	bolt "go.etcd.io/bbolt"

	"heliotrope/journal"
	"heliotrope/journal/backup"
)

// head is the summary of all other records: how many there are in each
// bucket, the sum of their codes, and which transaction wrote it. So no record
// can be missing, come back older, or come from an older tree unnoticed.
type head struct {
	format, readers int
	transaction     int
	revision        uint64 // the highest; the head's own
	counts          map[string]int
	sum             sum
	lineage         backup.Lineage
	mac             mac // the head's own: it names the state of the file
}

// sum is a sum of codes modulo 2^128. A sum, not a XOR, since in that two
// equal codes would be as good as none.
type sum struct{ high, low uint64 }

func (s sum) plus(m mac) sum {
	low, carry := bits.Add64(s.low, binary.BigEndian.Uint64(m[8:]), 0)
	high, _ := bits.Add64(s.high, binary.BigEndian.Uint64(m[:8]), carry)
	return sum{high, low}
}

func (s sum) minus(m mac) sum {
	low, borrow := bits.Sub64(s.low, binary.BigEndian.Uint64(m[8:]), 0)
	high, _ := bits.Sub64(s.high, binary.BigEndian.Uint64(m[:8]), borrow)
	return sum{high, low}
}

func (s sum) String() string { return fmt.Sprintf("%016x%016x", s.high, s.low) }

func parseSum(text string) (sum, error) {
	b, err := hex.DecodeString(text)
	if err != nil || len(b) != macSize {
		return sum{}, errors.New("no sum")
	}
	return sum{binary.BigEndian.Uint64(b), binary.BigEndian.Uint64(b[8:])}, nil
}

// decodeHead reads a head record.
func (b box) decodeHead(value []byte) (head, error) {
	var r headRecord
	revision, err := b.unseal(metaBucket, keyHead, value, &r)
	if err != nil {
		return head{}, err
	}
	total, err := parseSum(r.Sum)
	if err != nil {
		return head{}, damaged(metaBucket, keyHead, err)
	}
	return head{
		format: r.Format, readers: r.Readers, transaction: r.Transaction, revision: revision,
		counts: r.Counts, sum: total, lineage: b.lineage(r.Lines), mac: mac(value[9:headerSize]),
	}, nil
}

// tally is what is really there.
type tally struct {
	counts map[string]int
	sum    sum
}

func (t *tally) add(bucket string, m mac) {
	t.counts[bucket]++
	t.sum = t.sum.plus(m)
}

// merge adds what another tally counted.
func (t *tally) merge(o tally) {
	for bucket, n := range o.counts {
		t.counts[bucket] += n
	}
	low, carry := bits.Add64(t.sum.low, o.sum.low, 0)
	high, _ := bits.Add64(t.sum.high, o.sum.high, carry)
	t.sum = sum{high, low}
}

// check compares the head with what is there, in the state that
// transaction left.
//
// The head may be one transaction ahead of the meta page: the second meta page
// of a copied file numbers the same state one lower. It can never be behind,
// as it is where an older tree has come back.
func (h head) check(t tally, transaction int) error {
	if h.transaction != transaction && h.transaction != transaction+1 {
		return fmt.Errorf("%w: it is of save %d, its head of save %d", journal.ErrDamaged, transaction, h.transaction)
	}
	if !maps.Equal(h.counts, t.counts) {
		return fmt.Errorf("%w: records are missing, or too many", journal.ErrDamaged)
	}
	if h.sum != t.sum {
		return fmt.Errorf("%w: a record is not the last one that was written", journal.ErrDamaged)
	}
	return nil
}

// ledger writes records in one transaction and updates the head.
type ledger struct {
	tx *bolt.Tx
	box
	head head // as it will be
}

func newLedger(tx *bolt.Tx, b box, h head) *ledger {
	h.counts = maps.Clone(h.counts)
	return &ledger{tx, b, h}
}

// put stores record under key in bucket, in place of what is there.
func (l *ledger) put(bucket, key string, record any) error {
	b, err := l.forget(bucket, key)
	if err != nil {
		return err
	}
	l.head.revision++
	value, err := l.seal(bucket, key, l.head.revision, record)
	if err != nil {
		return err
	}
	l.head.counts[bucket]++
	l.head.sum = l.head.sum.plus(mac(value[9:headerSize]))
	return b.Put([]byte(key), value)
}

// drop removes what is under key in bucket, if anything is.
func (l *ledger) drop(bucket, key string) error {
	b, err := l.forget(bucket, key)
	if err != nil {
		return err
	}
	return b.Delete([]byte(key))
}

// forget takes what is under key in bucket out of the head. What is there must
// be whole: nothing damaged is ever written over.
func (l *ledger) forget(bucketName, key string) (*bolt.Bucket, error) {
	if l.head.counts[bucketName] == 0 { // it may not be there yet
		if _, err := l.tx.CreateBucketIfNotExists([]byte(bucketName)); err != nil {
			return nil, err
		}
	}
	b, err := bucket(l.tx, bucketName)
	if err != nil {
		return nil, err
	}
	value := b.Get([]byte(key))
	if value == nil {
		return b, nil
	}
	old, err := l.open(bucketName, key, value)
	if err != nil {
		return nil, err
	}
	if l.head.counts[bucketName]--; l.head.counts[bucketName] == 0 {
		delete(l.head.counts, bucketName)
	}
	l.head.sum = l.head.sum.minus(old.mac)
	return b, nil
}

// finish writes the head. It returns it as it is then.
func (l *ledger) finish() (head, error) {
	meta, err := bucket(l.tx, metaBucket)
	if err != nil {
		return head{}, err
	}
	h := l.head
	h.format, h.readers, h.transaction = formatVersion, formatVersion, l.tx.ID()
	h.revision++
	value, err := l.seal(metaBucket, keyHead, h.revision, headRecord{
		Format: h.format, Readers: h.readers, Transaction: h.transaction, Counts: h.counts, Sum: h.sum.String(),
		Lines: lineRecords(h.lineage),
	})
	if err != nil {
		return head{}, err
	}
	h.mac = mac(value[9:headerSize])
	return h, errors.Join(
		meta.Put([]byte(keyHead), value),
		putKey(meta, l.key), // both copies: one of them may have been bad
	)
}
