package evidence

import (
	"cmp"
	"context"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/evidence/source"
)

// Places are the places that the user chose.
type Places struct {
	Paths map[string][]string // by the id of their kind; of a kind that is not known none is looked at
	Own   []string            // the user's e-mail addresses
}

// Looker looks at places, and remembers what it found as long as the place is as it
// was. It is safe for use by several goroutines.
type Looker struct {
	kinds []source.Kind

	mu      sync.Mutex
	sources map[place]source.Source
	seen    map[look]memory
}

// place is one place, as one user sees it.
type place struct{ kind, path, own string }

// look is one look at a place.
type look struct {
	place
	from, to int64
	zone     string
}

// memory is what a look found, and the stamp that the place had before.
type memory struct {
	stamp string
	found source.Found
}

// mostSeen is how many looks are remembered: a year of weeks of some places.
const mostSeen = 1024

// NewLooker returns a looker at places of some kinds.
func NewLooker(kinds ...source.Kind) *Looker {
	return &Looker{kinds: kinds, sources: make(map[place]source.Source), seen: make(map[look]memory)}
}

// SpanOf returns the span of week w in a time zone.
func SpanOf(w journal.Week, zone *time.Location) source.Span {
	midnight := func(w journal.Week) time.Time {
		d := w.Monday()
		return time.Date(d.Year(), d.Month(), d.Day(), 0, 0, 0, 0, zone)
	}
	return source.Span{From: midnight(w), To: midnight(w.Next())}
}

// Look looks at all places side by side and returns what they have of a span, each item
// once. The error is that of ctx, if it was done before all were looked at.
func (l *Looker) Look(ctx context.Context, places Places, s source.Span) (source.Found, error) {
	sources, names := l.open(places)
	found := make([]source.Found, len(sources))
	var all sync.WaitGroup
	free := make(chan struct{}, 2*runtime.NumCPU()) // for those at work; most of their time they wait for the disk
	for i := range sources {
		all.Go(func() {
			select {
			case free <- struct{}{}:
				defer func() { <-free }()
				found[i] = l.lookAt(ctx, sources[i], names[i], s)
			case <-ctx.Done():
			}
		})
	}
	all.Wait()
	if err := ctx.Err(); err != nil {
		return source.Found{}, err
	}
	return joined(found), nil
}

// open returns the source of each place, in the order of the kinds.
func (l *Looker) open(places Places) (sources []source.Source, names []place) {
	own := slices.Sorted(slices.Values(places.Own))
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, kind := range l.kinds {
		for _, path := range places.Paths[kind.ID()] {
			name := place{kind.ID(), path, strings.Join(own, "\n")}
			at, there := l.sources[name]
			if !there {
				at = kind.Open(path, own)
				l.sources[name] = at
			}
			if !slices.Contains(names, name) {
				sources, names = append(sources, at), append(names, name)
			}
		}
	}
	return sources, names
}

// lookAt looks at one place, unless it is as it was when that was last done.
func (l *Looker) lookAt(ctx context.Context, at source.Source, name place, s source.Span) source.Found {
	key := look{name, s.From.Unix(), s.To.Unix(), s.From.Location().String()}
	stamp := at.Stamp() // before the look: what changes meanwhile is seen next time
	l.mu.Lock()
	before, there := l.seen[key]
	l.mu.Unlock()
	if there && before.stamp == stamp {
		return before.found
	}
	found := at.Look(ctx, s)
	if ctx.Err() != nil {
		return source.Found{}
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(l.seen) >= mostSeen {
		clear(l.seen)
	}
	l.seen[key] = memory{stamp, found}
	return found
}

// joined returns all that was found, each item once, by their beginning. Of an event in
// two calendars the one that is shown counts.
func joined(found []source.Found) source.Found {
	var all source.Found
	where := make(map[string]int)
	for _, f := range found {
		for _, item := range f.Items {
			i, there := where[item.Key]
			switch {
			case !there:
				where[item.Key] = len(all.Items)
				all.Items = append(all.Items, item)
			case all.Items[i].What == source.Busy:
				all.Items[i] = item
			}
		}
		all.Troubles = append(all.Troubles, f.Troubles...)
	}
	slices.SortStableFunc(all.Items, func(a, b source.Item) int {
		return cmp.Or(a.Start.Compare(b.Start), cmp.Compare(a.Key, b.Key))
	})
	return all
}
