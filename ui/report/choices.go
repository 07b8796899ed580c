package report

import (
	"sync"

	"heliotrope/journal"
	"heliotrope/ui/saving"
)

// briefChoices are what the user chose for the brief, as it is on screen. Each
// change is stored with the next save, so that what is typed is neither lost nor
// written letter by letter.
type briefChoices struct {
	journal *journal.Journal
	saver   *saving.Autosave

	mu      sync.Mutex
	now     journal.Brief
	unsaved bool
}

func newBriefChoices(j *journal.Journal, saver *saving.Autosave) *briefChoices {
	return &briefChoices{journal: j, saver: saver}
}

// get returns the choices.
func (c *briefChoices) get() journal.Brief {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.unsaved {
		c.now = c.journal.Brief()
	}
	return c.now.Clone()
}

// change changes the choices with do.
func (c *briefChoices) change(do func(*journal.Brief)) {
	b := c.get()
	do(&b)
	c.mu.Lock()
	c.now, c.unsaved = b, true
	c.mu.Unlock()
	c.saver.Store(c.store)
}

// store stores the choices as they are now; on any goroutine.
func (c *briefChoices) store() error {
	b := c.get()
	if err := c.journal.SaveBrief(b); err != nil {
		return err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.unsaved = c.unsaved && !c.now.Equal(b)
	return nil
}
