package evidence

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/evidence/source"
)

// fakeKind is a kind of source whose places are what a test says.
type fakeKind struct {
	id    string
	looks map[string]func(context.Context, source.Span) source.Found
	stamp string
	asked []string // paths, in the order of the looks
}

func (k *fakeKind) ID() string                                     { return k.id }
func (k *fakeKind) Find(context.Context, string) ([]string, error) { return nil, nil }
func (k *fakeKind) Addresses(context.Context, []string) []string   { return nil }
func (k *fakeKind) Open(path string, _ []string) source.Source     { return fakeSource{k, path} }

type fakeSource struct {
	kind *fakeKind
	path string
}

func (s fakeSource) Path() string  { return s.path }
func (s fakeSource) Stamp() string { return s.kind.stamp }
func (s fakeSource) Look(ctx context.Context, span source.Span) source.Found {
	s.kind.asked = append(s.kind.asked, s.path)
	return s.kind.looks[s.path](ctx, span)
}

func meeting(key, title string, start time.Time, length time.Duration) source.Item {
	return source.Item{What: source.Meeting, Key: key, Title: title, Start: start, End: start.Add(length)}
}

var (
	w47  = week("2026-W47")
	span = SpanOf(w47, time.UTC)
)

func week(name string) journal.Week {
	w, err := journal.ParseWeek(name)
	if err != nil {
		panic(err)
	}
	return w
}

// at returns a time in the week, from Monday, 0.
func at(day, hour, minute int) time.Time {
	return time.Date(2026, time.November, 16+day, hour, minute, 0, 0, time.UTC)
}

func once(f source.Found) func(context.Context, source.Span) source.Found {
	return func(context.Context, source.Span) source.Found { return f }
}

// TestLookRemembers: a place is looked at again only once its stamp is another one.
func TestLookRemembers(t *testing.T) {
	kind := &fakeKind{id: "fake", stamp: "1", looks: map[string]func(context.Context, source.Span) source.Found{
		"a": once(source.Found{Items: []source.Item{meeting("1", "Planning", at(0, 9, 0), time.Hour)}}),
	}}
	l, places := NewLooker(kind), Places{Paths: map[string][]string{"fake": {"a", "a"}, "unknown": {"b"}}}
	for range 3 {
		found, err := l.Look(context.Background(), places, span)
		if err != nil || len(found.Items) != 1 {
			t.Fatalf("found %v, %v", found, err)
		}
	}
	if len(kind.asked) != 1 {
		t.Errorf("looked %d times at what did not change", len(kind.asked))
	}
	kind.stamp = "2"
	if _, err := l.Look(context.Background(), places, span); err != nil || len(kind.asked) != 2 {
		t.Errorf("looked %d times after a change, %v", len(kind.asked), err)
	}
	if _, err := l.Look(context.Background(), places, SpanOf(w47.Next(), time.UTC)); err != nil || len(kind.asked) != 3 {
		t.Errorf("looked %d times with another week, %v", len(kind.asked), err)
	}
}

// TestLookIsCanceled: a look ends when its week is left, and what it had found by then
// is not taken for all there is.
func TestLookIsCanceled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	kind := &fakeKind{id: "fake", looks: map[string]func(context.Context, source.Span) source.Found{
		"slow": func(ctx context.Context, _ source.Span) source.Found {
			cancel()
			<-ctx.Done()
			return source.Found{}
		},
	}}
	l, places := NewLooker(kind), Places{Paths: map[string][]string{"fake": {"slow"}}}
	if _, err := l.Look(ctx, places, span); !errors.Is(err, context.Canceled) {
		t.Fatalf("got %v", err)
	}
	kind.looks["slow"] = once(source.Found{Items: []source.Item{meeting("1", "Planning", at(0, 9, 0), time.Hour)}})
	if found, err := l.Look(context.Background(), places, span); err != nil || len(found.Items) != 1 {
		t.Errorf("after it was canceled a look found %v, %v", found, err)
	}
}

// TestLookJoins: an event in two calendars is one, and the one that is shown counts; the
// troubles of all places are told.
func TestLookJoins(t *testing.T) {
	hidden := meeting("1", "", at(1, 9, 0), time.Hour)
	hidden.What = source.Busy
	kind := &fakeKind{id: "fake", looks: map[string]func(context.Context, source.Span) source.Found{
		"a": once(source.Found{Items: []source.Item{hidden}, Troubles: []source.Trouble{{Path: "a", Err: source.ErrCut}}}),
		"b": once(source.Found{Items: []source.Item{meeting("0", "Earlier", at(0, 9, 0), time.Hour), meeting("1", "Review", at(1, 9, 0), time.Hour)}}),
	}}
	found, err := NewLooker(kind).Look(context.Background(), Places{Paths: map[string][]string{"fake": {"a", "b"}}}, span)
	if err != nil {
		t.Fatal(err)
	}
	var titles []string
	for _, i := range found.Items {
		titles = append(titles, i.Title)
	}
	if !slices.Equal(titles, []string{"Earlier", "Review"}) || len(found.Troubles) != 1 {
		t.Errorf("found %q with %v", titles, found.Troubles)
	}
}

// TestSpanOf: a week is from midnight to midnight of the user, also where a clock is
// changed.
func TestSpanOf(t *testing.T) {
	paris, err := time.LoadLocation("Europe/Paris")
	if err != nil {
		t.Fatal(err)
	}
	s := SpanOf(week("2026-W43"), paris) // the last Sunday of October has 25 hours
	if h := s.To.Sub(s.From).Hours(); h != 169 || s.From.Hour() != 0 || s.To.Hour() != 0 {
		t.Errorf("the week has %v hours, from %v to %v", h, s.From, s.To)
	}
}
