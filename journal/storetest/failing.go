package storetest

import (
	"errors"
	"sync"

	"heliotrope/journal"
)

// Failing is another store whose Apply, or Verify, fails on demand, as on a
// full disk.
// It is safe for use by several goroutines if the other store is.
type Failing struct {
	inner journal.Store

	mu       sync.Mutex
	err      error
	left     int // how many more calls fail; negative for all
	attempts int
	doubt    error // what Apply returns until Verify; nil if nothing is in doubt
	made     bool  // the next Apply ends in doubt, after its change was made
	verify   error // what Verify returns before it asks the other store
	verified int
}

var _ journal.Store = (*Failing)(nil)

// NewFailing returns a store that does what inner does until it is set to
// fail.
func NewFailing(inner journal.Store) *Failing { return &Failing{inner: inner} }

// Fail makes every Apply from now on return err and change nothing. A nil err
// makes it work again.
func (f *Failing) Fail(err error) { f.FailNext(-1, err) }

// FailNext makes the next n calls of Apply return err and change nothing.
func (f *Failing) FailNext(n int, err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.left, f.err = n, err
}

// FailInDoubt makes the next Apply end in err, as when a disk fails, after its
// change was made if that is so. Until Verify all further ones return err, too.
func (f *Failing) FailInDoubt(err error, made bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.doubt, f.made = err, made
}

// Attempts returns how often Apply was called, failed calls included.
func (f *Failing) Attempts() int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.attempts
}

// Load implements [journal.Store]. It fails only if the inner store does.
func (f *Failing) Load() (journal.Contents, error) { return f.inner.Load() }

// Aside implements [journal.Store]. It fails only if the inner store does.
func (f *Failing) Aside() (journal.Aside, error) { return f.inner.Aside() }

// Versions implements [journal.Store]. It fails only if the inner store does.
func (f *Failing) Versions(w journal.Week) ([]journal.Version, error) { return f.inner.Versions(w) }

// FailVerify makes every Verify from now on return err; nil makes it work again.
func (f *Failing) FailVerify(err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.verify = err
}

// Verified returns how often Verify was called, failed calls included.
func (f *Failing) Verified() int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.verified
}

// Verify implements [journal.Store].
func (f *Failing) Verify() error {
	f.mu.Lock()
	f.verified++
	err := f.verify
	if err == nil {
		f.doubt, f.made = nil, false
	}
	f.mu.Unlock()
	if err != nil {
		return err
	}
	return f.inner.Verify()
}

// Apply implements [journal.Store].
func (f *Failing) Apply(change journal.Change) error {
	made, err := f.next()
	if made {
		err = errors.Join(err, f.inner.Apply(change))
	}
	return err
}

// next counts a call, and returns whether its change is made and the error that
// it ends in.
func (f *Failing) next() (made bool, err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.attempts++
	if f.doubt != nil {
		made, f.made = f.made, false
		return made, f.doubt
	}
	if f.left == 0 {
		return true, nil
	}
	if f.left > 0 {
		f.left--
	}
	return f.err == nil, f.err
}

// Close implements [journal.Store]. It fails only if the inner store does.
func (f *Failing) Close() error { return f.inner.Close() }
