package exchange_test

import (
	"bytes"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"heliotrope/journal"
)

// TestRandomRoundTrips holds that whatever is valid comes back as it was.
func TestRandomRoundTrips(t *testing.T) {
	for seed := range uint64(300) {
		g := generator{rand.New(rand.NewPCG(seed, 1))}
		want := g.contents()
		if err := want.Validate(); err != nil {
			t.Fatalf("seed %d: the generator made an invalid journal: %v", seed, err)
		}
		first := write(t, want)
		got := read(t, first)
		want.Sort()
		checkSame(t, got, want)
		if second := write(t, got); !bytes.Equal(first, second) {
			t.Errorf("written again:\n%s\nwant:\n%s", second, first)
		}
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

// generator makes valid journals, not likely ones.
type generator struct{ *rand.Rand }

func pick[T any](g generator, items []T) T { return items[g.IntN(len(items))] }

// some makes up to limit-1 items, and nil for none.
func some[T any](g generator, limit int, item func() T) []T {
	var items []T
	for range g.IntN(limit) {
		items = append(items, item())
	}
	return items
}

// scraps are what random text is made of: everything that needs care in JSON.
var scraps = []string{
	"a", "É", "é", "e\u0301", "ß", "支", "🔒", "👩‍👧", "\u202e", "\u2028", "\ufeff", "\ufffd", "\U0010ffff", "\u00a0",
	`"`, `\`, "/", "</script>", "&", "\t", "\n", "\n\n", " ", "  ", "{", "]", ",", ":", `\u0000`, "'", "0", "-1e400", "null",
}

func (g generator) text() string {
	return strings.Join(some(g, 12, func() string { return pick(g, scraps) }), "")
}

func (g generator) visible() string { return "x" + g.text() }

func (g generator) instant() time.Time {
	if g.IntN(4) == 0 {
		return time.Time{}
	}
	zone := time.FixedZone("", 60*(g.IntN(2*24*60-1)-24*60+1))
	return time.Unix(g.Int64N(1<<33), g.Int64N(1e9)).In(zone)
}

func (g generator) contents() journal.Contents {
	c := journal.Contents{ID: journal.NewID()}
	c.Kinds = some(g, 4, func() journal.Kind {
		return journal.Kind{ID: journal.NewID(), Name: g.visible(), Track: pick(g, journal.Tracks)}
	})
	c.Briefs = some(g, 2, func() journal.Brief {
		ref := func() journal.MomentRef { return journal.MomentRef{Week: g.week(), ID: journal.NewID()} }
		return journal.Brief{Try: g.text(), Gave: some(g, 3, ref), Took: pick(g, [][]journal.MomentRef{nil, {}, {ref()}})}
	})
	c.Dismissed = some(g, 4, func() journal.Dismissal { return journal.Dismissal{ID: journal.NewID()} })
	c.Events = some(g, 5, func() journal.Event {
		return journal.Event{
			ID: journal.NewID(), Week: g.week(), Kind: pick(g, journal.EventKinds), Title: g.visible(),
			Role: pick(g, append(journal.Roles, "")), CompanySize: pick(g, append(journal.CompanySizes, "")),
		}
	})
	kinds := append(journal.BuiltInKinds(), c.Kinds...)
	weeks := make(map[journal.Week]bool)
	for range g.IntN(8) {
		w := g.week()
		if !weeks[w] {
			c.Entries = append(c.Entries, g.entry(w, kinds))
		}
		weeks[w] = true
	}
	return c
}

func (g generator) week() journal.Week {
	first, last := week("1900-W01").Index(), week("2200-W52").Index()
	return journal.WeekAt(first + g.IntN(last-first+1))
}

func (g generator) entry(w journal.Week, kinds journal.Kinds) journal.Entry {
	e := journal.Entry{
		Week: w, Away: g.text(), Prompt: g.text(), Reflection: g.text(), Updated: g.instant(),
		Moments: some(g, 6, func() journal.Moment { return g.moment(kinds) }),
	}
	if g.IntN(2) == 0 {
		technical := g.IntN(101)
		both := g.IntN(101 - technical)
		e.Split = &journal.Split{Technical: technical, Both: both, People: 100 - technical - both}
	}
	if g.IntN(2) == 0 {
		e.Evidence = &journal.Hours{Technical: g.hours() / 3, Both: g.hours() / 3, People: 0.1}
	}
	for day := range 7 {
		if g.IntN(3) == 0 {
			e.Diary = append(e.Diary, journal.DiaryDay{Day: day + 1, Hours: journal.Hours{Technical: g.hours() / 21, Both: g.hours() / 21, People: g.hours() / 21}})
		}
	}
	for _, i := range g.Perm(len(journal.Questions))[:g.IntN(4)] {
		e.Answers = append(e.Answers, journal.Answer{Question: journal.Questions[i], Value: g.IntN(5) - 2})
	}
	return e
}

func (g generator) moment(kinds journal.Kinds) journal.Moment {
	m := journal.Moment{
		ID: journal.NewID(), Text: g.visible(), Kind: pick(g, kinds).ID, Track: pick(g, journal.Tracks),
		Energy: pick(g, journal.Energies), Hours: g.hours(), Private: g.IntN(2) == 0, Chosen: g.IntN(2) == 0,
		Logged: g.instant(),
	}
	if g.IntN(3) == 0 {
		m.Source = journal.NewID()
	}
	for i := range g.IntN(3) {
		m.Tags = append(m.Tags, string(rune('a'+i))+g.text())
	}
	return m
}

func (g generator) hours() float64 {
	odd := []float64{0, math.SmallestNonzeroFloat64, 1e-7, 0.1, 1.0 / 3, 0.5, 1, math.Nextafter(168, 0), 168}
	if g.IntN(2) == 0 {
		return pick(g, odd)
	}
	return 168 * (1 - g.Float64())
}
