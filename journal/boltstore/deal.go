package boltstore

import (
	"errors"
	"io"
	"runtime"
	"sync"
	"sync/atomic"
)

// Checking the codes of records, and decoding them, is most of what it takes to
// read a file. So while the walk goes over the pages it deals out the records, some at
// a time, to goroutines on all processors.

// taker takes records whose codes fit. What it is given is good until it returns.
type taker interface {
	take(b box, bucket, key string, value []byte) error
}

// batch is some of the records, copied out of their pages.
type batch struct {
	number  int
	bytes   []byte // the key and the value of each
	records []dealt
}

// dealt is a record in a batch: its bucket, and where its key and its value end.
type dealt struct {
	bucket   string
	key, end int
}

const (
	batchSize = 128 << 10 // bytes, or little more
	perHand   = 2         // batches, so that nobody waits
)

func (b *batch) add(bucket string, key, value []byte) {
	b.bytes = append(append(b.bytes, key...), value...)
	b.records = append(b.records, dealt{bucket, len(b.bytes) - len(value), len(b.bytes)})
}

// each calls do with the records, in their order.
func (b *batch) each(do func(bucket, key string, value []byte) error) error {
	at := 0
	for _, r := range b.records {
		if err := do(r.bucket, string(b.bytes[at:r.key]), b.bytes[r.key:r.end]); err != nil {
			return err
		}
		at = r.end
	}
	return nil
}

// hand is what one goroutine makes of the batches that it gets.
type hand struct {
	taker taker // nil if the codes are all that is asked for
	tally tally
	err   error // of the first record that is wrong
	wrong int   // the number of its batch
}

// play checks and takes the records of a batch. The batches come in order.
func (h *hand) play(b box, batch *batch) {
	err := batch.each(func(bucket, key string, value []byte) error {
		record, err := b.count(&h.tally, bucket, key, value)
		if err == nil && record && h.taker != nil {
			err = h.taker.take(b, bucket, key, value)
		}
		return err
	})
	if h.err == nil && err != nil {
		h.err, h.wrong = err, batch.number
	}
}

// deal is [meta.verify] with a visit that checks the code of every record and then
// gives it to one of takers. It returns what is there. Of several records that are
// wrong the error is that of the first.
func (m meta) deal(file io.ReaderAt, b box, takers []taker) (t tally, err error) {
	if len(takers) == 0 {
		takers = make([]taker, runtime.GOMAXPROCS(0))
	}
	hands := make([]hand, len(takers))
	full, empty := make(chan *batch, perHand*len(hands)), make(chan *batch, perHand*len(hands))
	var all sync.WaitGroup
	var failed atomic.Bool
	for i := range hands {
		hands[i] = hand{taker: takers[i], tally: tally{counts: make(map[string]int)}}
		all.Go(func() {
			b := b.forMany()
			for batch := range full {
				if hands[i].play(b, batch); hands[i].err != nil {
					failed.Store(true)
				}
				empty <- batch
			}
		})
	}
	for range cap(empty) {
		empty <- &batch{bytes: make([]byte, 0, batchSize+batchSize/8)} // a record more than is needed
	}
	next, number := <-empty, 0
	err = m.verify(file, func(bucket string, key, value []byte) error {
		if next.add(bucket, key, value); len(next.bytes) < batchSize {
			return nil
		}
		if failed.Load() {
			return errDealt
		}
		full <- next
		next, number = <-empty, number+1
		*next = batch{number, next.bytes[:0], next.records[:0]}
		return nil
	})
	full <- next
	close(full)
	all.Wait()
	return gather(hands, err)
}

// errDealt ends a walk after a record that was wrong.
var errDealt = errors.New("a record is wrong")

// gather returns what all hands found. The walk ended in err.
func gather(hands []hand, err error) (tally, error) {
	t := tally{counts: make(map[string]int)}
	wrong := -1
	for _, h := range hands {
		t.merge(h.tally)
		if h.err != nil && (wrong < 0 || h.wrong < wrong) {
			err, wrong = h.err, h.wrong
		}
	}
	return t, err
}
