package storetest

import (
	"fmt"
	"slices"
	"sync"

	"heliotrope/journal"
)

// Memory keeps a journal in memory. What it keeps outlives its Close, as a
// file does: see [Memory.Reopen]. It is safe for use by several goroutines.
type Memory struct {
	kept *kept

	mu     sync.Mutex
	closed bool
}

// kept stands for the file.
type kept struct {
	mu       sync.Mutex
	contents journal.Contents
}

var _ journal.Store = (*Memory)(nil)

// NewMemory returns a store that holds a copy of contents, and a new id if
// contents has none. Contents that are not valid stand for a damaged file:
// Load refuses them.
func NewMemory(contents journal.Contents) *Memory {
	if contents.ID == "" {
		contents.ID = journal.NewID()
	}
	return &Memory{kept: &kept{contents: clone(contents)}}
}

// Reopen returns an open store of what m keeps.
func (m *Memory) Reopen() *Memory { return &Memory{kept: m.kept} }

// Load implements [journal.Store].
func (m *Memory) Load() (journal.Contents, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.closed {
		return journal.Contents{}, journal.ErrClosed
	}
	m.kept.mu.Lock()
	defer m.kept.mu.Unlock()
	if err := m.kept.contents.Validate(); err != nil {
		return journal.Contents{}, fmt.Errorf("%w: %w", journal.ErrDamaged, err)
	}
	return clone(m.kept.contents), nil
}

// Apply implements [journal.Store].
func (m *Memory) Apply(change journal.Change) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.closed {
		return journal.ErrClosed
	}
	m.kept.mu.Lock()
	defer m.kept.mu.Unlock()
	after := clone(m.kept.contents.After(change))
	if err := after.Validate(); err != nil {
		return err
	}
	m.kept.contents = after
	return nil
}

// Close implements [journal.Store].
func (m *Memory) Close() error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.closed = true
	return nil
}

// clone returns a sorted copy of c that shares nothing with it.
func clone(c journal.Contents) journal.Contents {
	c.Kinds = slices.Clone(c.Kinds)
	c.Events = slices.Clone(c.Events)
	c.Entries = slices.Clone(c.Entries)
	for i := range c.Entries {
		c.Entries[i] = c.Entries[i].Clone()
	}
	c.Sort()
	return c
}
