package week

import (
	"context"
	"time"

	"heliotrope/journal/evidence"
	"heliotrope/journal/evidence/source"
	"heliotrope/journal/preferences"
)

// Looker looks at the places that the user chose, such as [evidence.Looker].
type Looker interface {
	// Look returns what the places have of a span of time. The error is that of ctx.
	Look(ctx context.Context, places evidence.Places, s source.Span) (source.Found, error)
}

// lookingAfter is how long a look takes at least that is said to go on.
const lookingAfter = 400 * time.Millisecond

// follow looks at the week on screen, and no longer at the one before.
func (c *heldCard) follow() {
	c.leave()
	w, chosen := c.page.entry.Week, c.chosen()
	looks := c.wanted() && chosen.Any()
	if w != c.week || !looks {
		c.found, c.known = source.Found{}, false
	}
	if w != c.week {
		c.endDraft()
		c.week, c.all = w, false
		c.rows.SetRows(nil)
		c.contents = make(map[string]*heldRow)
	}
	if looks {
		c.look(chosen)
	}
	c.show()
}

// look looks at the chosen places for what they have of the week, and says so if that
// takes a while.
func (c *heldCard) look(chosen preferences.Evidence) {
	p := c.page
	p.past.Want()
	places := evidence.Places{Paths: chosen.Places, Own: chosen.Own}
	span := evidence.SpanOf(c.week, p.Now().Location())
	var found source.Found
	c.cancel = p.Tasks.Aside(func(ctx context.Context) (err error) {
		found, err = c.looker.Look(ctx, places, span)
		return err
	}, func(err error) {
		c.leave()
		if err == nil {
			c.found, c.known = found, true
		}
		c.kinds = nil
		c.show()
		p.diary.show()
		p.compare()
	})
	c.slow = p.Tasks.After(lookingAfter, func() {
		c.slow = nil
		c.show()
	})
}

// leave ends the look that goes on.
func (c *heldCard) leave() {
	if c.cancel != nil {
		c.cancel()
		c.cancel = nil
	}
	if c.slow != nil {
		c.slow()
		c.slow = nil
	}
}

// guessed is called when kinds can be guessed by more moments than before.
func (c *heldCard) guessed() {
	c.kinds = nil
	c.show()
}

// kindOf guesses the kind of a meeting by its title, "" if that is not sure.
func (c *heldCard) kindOf(title string) string {
	kind, there := c.kinds[title]
	if !there {
		if c.kinds == nil {
			c.kinds = make(map[string]string)
		}
		kind = c.page.past.Kind(title)
		c.kinds[title] = kind
	}
	return kind
}
