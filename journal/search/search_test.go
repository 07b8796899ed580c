package search_test

import (
	"fmt"
	"iter"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/search"
)

var names = search.Names{
	Kinds:  map[string]string{"coding": "Coding", "debugging": "Debugging", "hiring": "Hiring"},
	Tracks: map[journal.Track]string{journal.Technical: "technical", journal.Both: "tech lead", journal.People: "people"},
}

// index returns an index that is folded.
func index(entries iter.Seq[journal.Entry], names search.Names, before *search.Index) *search.Index {
	x := search.New(entries, names, before)
	x.Fold()
	return x
}

var first = journal.WeekOf(time.Date(2026, time.October, 5, 0, 0, 0, 0, time.UTC)) // week 41

// small is a journal of three weeks, one of them off.
func small() []journal.Entry {
	return []journal.Entry{
		{Week: first, Prompt: "What surprised you?", Reflection: "The upgrade was urgent, for a day.", Moments: []journal.Moment{
			{ID: "a", Text: "Upgrade go or no-go", Kind: "hiring", Track: journal.People, Energy: 1, Tags: []string{"upgrade", "infra"}},
			{ID: "b", Text: "Checked collations with Ines", Kind: "coding", Track: journal.Technical, Energy: -1, Tags: []string{"Upgrade"}, Private: true},
		}},
		{Week: first.Next(), Away: "vacation"},
		{Week: first.Add(2), Moments: []journal.Moment{
			{ID: "c", Text: "Drew lines", Kind: "debugging", Track: journal.Technical, Energy: 2},
		}},
	}
}

// rows names what was found.
func rows(f search.Found) string {
	var names []string
	for _, r := range f.Rows {
		switch {
		case r.Moment() != nil:
			names = append(names, r.Moment().ID)
		case r.Item == search.Reflection:
			names = append(names, "reflection")
		default:
			names = append(names, fmt.Sprint(r.Entry.Week.Number()))
		}
	}
	return strings.Join(names, " ")
}

func TestFind(t *testing.T) {
	x := index(slices.Values(small()), names, nil)
	for _, tt := range []struct {
		name, words string
		query       search.Query
		want        string
	}{
		{"everything, the newest first", "", search.Query{}, "43 c 42 41 b a reflection"},
		{"a word in text and tag", "upgrade", search.Query{}, "41 b a reflection"},
		{"a part of a word", "ines", search.Query{}, "43 c 41 b"},
		{"all words", "upgrade ines", search.Query{}, "41 b"},
		{"a tag with its sign", "#infra", search.Query{}, "41 a"},
		{"a kind", "debug", search.Query{}, "43 c"},
		{"a track", "people", search.Query{}, "41 a"},
		{"a prompt", "surprised", search.Query{}, "41 reflection"},
		{"nothing", "quokka", search.Query{}, ""},
		{"tracks", "", search.Query{Tracks: []journal.Track{journal.Technical}}, "43 c 41 b"},
		{"two values of a filter", "", search.Query{Kinds: []string{"coding", "hiring"}}, "41 b a"},
		{"two filters", "", search.Query{Tracks: []journal.Track{journal.Technical}, Energies: []journal.Energy{2}}, "43 c"},
		{"a tag in another spelling", "", search.Query{Tags: []string{"UPGRADE"}}, "41 b a"},
		{"no part of a tag", "", search.Query{Tags: []string{"upgr"}}, ""},
		{"private", "", search.Query{Private: true}, "41 b"},
		{"off", "", search.Query{Off: true}, "42"},
		{"private or off", "", search.Query{Private: true, Off: true}, "42 41 b"},
		{"off, of a track", "", search.Query{Off: true, Tracks: []journal.Track{journal.Technical}}, ""},
		{"words and a filter", "upgrade", search.Query{Tracks: []journal.Track{journal.People}}, "41 a reflection"},
		{"a reflection of a week without such moments", "upgrade", search.Query{Energies: []journal.Energy{2}}, ""},
	} {
		tt.query.Words = search.Words(tt.words)
		found := x.Find(tt.query)
		if got := rows(found); got != tt.want {
			t.Errorf("%s: found %q, want %q", tt.name, got, tt.want)
		}
		if count := found.Weeks + found.Moments + found.Reflections; count != len(found.Rows) {
			t.Errorf("%s: counted %d of %d rows", tt.name, count, len(found.Rows))
		}
	}
}

func TestReasons(t *testing.T) {
	entries := small()
	x := index(slices.Values(entries), names, nil)
	for _, tt := range []struct {
		row   search.Row
		words string
		want  []search.Reason
	}{
		{search.Row{Entry: &entries[0], Item: 0}, "upgrade", nil},
		{search.Row{Entry: &entries[0], Item: 1}, "upgrade", []search.Reason{{In: search.InTag, Text: "#Upgrade"}}},
		{search.Row{Entry: &entries[0], Item: 0}, "hir peo infra", []search.Reason{
			{In: search.InKind, Text: "Hiring"}, {In: search.InTrack, Text: "people"}, {In: search.InTag, Text: "#infra"}}},
		{search.Row{Entry: &entries[0], Item: search.Reflection}, "urgent surprised", []search.Reason{{In: search.InPrompt, Text: "What surprised you?"}}},
		{search.Row{Entry: &entries[0], Item: search.Head}, "upgrade", nil},
	} {
		if got := x.Reasons(tt.row, search.Words(tt.words)); !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%q was found in %v for %v, want %v", tt.words, tt.row.Item, got, tt.want)
		}
	}
}

// A mark covers the letters of the text that a folded word stands for.
func TestMarks(t *testing.T) {
	for _, tt := range []struct{ text, words, want string }{
		{"Upgrade night, upgraded", "upgrade", "[Upgrade] night, [upgrade]d"},
		{"Lines for Ines", "ines", "L[ines] for [Ines]"},
		{"Le nœud maître", "noeud maitre", "Le [nœud] [maître]"},
		{"Le nœud maître", "oe", "Le n[œ]ud maître"},
		{"naïve cafe\u0301", "CAFE", "naïve [cafe\u0301]"},
		{"İstanbul’da ışık", "istanbul'da isik", "[İstanbul’da] [ışık]"},
		{"straße", "ss", "stra[ß]e"},
		{"aaaa", "aa", "[aaaa]"},
		{"upgrade", "grade upgr", "[upgrade]"},
		{"co\u00adoperate", "cooper", "[co\u00adoper]ate"},
		{"nothing", "quokka", "nothing"},
		{"", "x", ""},
	} {
		var b strings.Builder
		end := 0
		for _, m := range search.Marks(tt.text, search.Words(tt.words)) {
			b.WriteString(tt.text[end:m.From] + "[" + tt.text[m.From:m.To] + "]")
			end = m.To
		}
		if got := b.String() + tt.text[end:]; got != tt.want {
			t.Errorf("%q in %q is marked as %q, want %q", tt.words, tt.text, got, tt.want)
		}
	}
}

func TestTags(t *testing.T) {
	tags := index(slices.Values(small()), names, nil).Tags()
	slices.SortFunc(tags, func(a, b search.Tag) int { return strings.Compare(a.Name, b.Name) })
	if want := []search.Tag{{"Upgrade", 2}, {"infra", 1}}; !reflect.DeepEqual(tags, want) {
		t.Errorf("the tags are %v, want %v", tags, want)
	}
}

// An index made from an older one finds what is in the journal now, whatever became of
// its weeks.
func TestIndexFollowsTheJournal(t *testing.T) {
	entries := small()
	before := index(slices.Values(entries), names, nil)
	redrawn := entries[2]
	redrawn.Moments = slices.Clone(redrawn.Moments)
	redrawn.Moments[0].Text = "Drew circles"
	now := []journal.Entry{
		{Week: first.Prev(), Reflection: "Quiet"}, entries[0], entries[1], redrawn, {Week: first.Add(3), Reflection: "Circles again"},
	}
	after := index(slices.Values(now), names, before)
	for words, want := range map[string]string{"lines": "", "circles": "44 reflection 43 c", "upgrade": "41 b a reflection", "quiet": "40 reflection"} {
		if got := rows(after.Find(search.Query{Words: search.Words(words)})); got != want {
			t.Errorf("%q finds %q, want %q", words, got, want)
		}
	}
	if got := rows(index(slices.Values(entries[1:2]), names, before).Find(search.Query{})); got != "42" {
		t.Errorf("a journal that lost two weeks has %q", got)
	}
}

// What did not change is not folded again.
func TestIndexFoldsOnlyWhatChanged(t *testing.T) {
	entries := long(200)
	all := testing.AllocsPerRun(3, func() { index(slices.Values(entries), names, nil) })
	x := index(slices.Values(entries), names, nil)
	again := testing.AllocsPerRun(3, func() { index(slices.Values(entries), names, x) })
	if again*10 > all {
		t.Errorf("an index of the same entries takes %.0f allocations, a new one %.0f", again, all)
	}
}

// long returns n weeks of twenty moments.
func long(n int) []journal.Entry {
	entries := make([]journal.Entry, n)
	for i := range entries {
		e := &entries[i]
		e.Week = first.Add(i - n)
		e.Reflection = fmt.Sprintf("Week %d went by as most do: reviews, a rehearsal of the upgrade, and two talks about who leads what.", i)
		for k := range 20 {
			e.Moments = append(e.Moments, journal.Moment{ID: fmt.Sprint(k), Text: fmt.Sprintf("Second rehearsal of upgrade %d, then a third: %d minutes of read-only for Étretat", i, k),
				Kind: []string{"coding", "debugging", "hiring"}[k%3], Track: journal.Tracks[k%3], Energy: journal.Energies[k%5], Tags: []string{fmt.Sprintf("tag%d", k*i%97)}})
		}
	}
	return entries
}

// A key in the search over 52,000 moments.
func BenchmarkFind(b *testing.B) {
	x := index(slices.Values(long(2600)), names, nil)
	for _, words := range []string{"", "e", "upgrade", "quokka", "rehearsal tag9 coding"} {
		b.Run(fmt.Sprintf("%q", words), func(b *testing.B) {
			q := search.Query{Words: search.Words(words)}
			for b.Loop() {
				x.Find(q)
			}
		})
	}
}

func BenchmarkNew(b *testing.B) {
	entries := long(2600)
	x := index(slices.Values(entries), names, nil)
	b.Run("first", func(b *testing.B) {
		for b.Loop() {
			index(slices.Values(entries), names, nil)
		}
	})
	b.Run("again", func(b *testing.B) {
		for b.Loop() {
			index(slices.Values(entries), names, x)
		}
	})
}

func BenchmarkTags(b *testing.B) {
	x := index(slices.Values(long(2600)), names, nil)
	for b.Loop() {
		x.Tags()
	}
}
