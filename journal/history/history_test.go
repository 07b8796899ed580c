package history

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"

	"heliotrope/journal"
)

func moment(id, text string) journal.Moment {
	return journal.Moment{ID: id, Text: text, Kind: "coding", Track: journal.Technical, Hours: 1}
}

func TestMoments(t *testing.T) {
	then := []journal.Moment{moment("a", "same"), moment("b", "before"), moment("c", "gone")}
	now := []journal.Moment{moment("d", "new"), moment("b", "after"), moment("a", "same")}
	var got []string
	for _, p := range Moments(then, now) {
		side := func(m *journal.Moment) string {
			if m == nil {
				return "-"
			}
			return m.Text
		}
		got = append(got, fmt.Sprint(side(p.Then), "/", side(p.Now), "/", p.Mark))
	}
	want := []string{"same/same/0", "before/after/1", "gone/-/2", "-/new/2"}
	if strings.Join(got, " ") != strings.Join(want, " ") {
		t.Errorf("the pairs are %v, want %v", got, want)
	}
}

func TestBetween(t *testing.T) {
	full := journal.Entry{
		Split:   &journal.Split{Technical: 40, Both: 20, People: 40},
		Moments: []journal.Moment{moment("a", "a"), moment("b", "b")},
		Answers: []journal.Answer{{Question: "scale", Value: 1}},
		Prompt:  "p", Reflection: "r",
	}
	measured := full.Clone()
	measured.Evidence = &journal.Hours{People: 8}
	diary := full.Clone()
	diary.Diary = []journal.DiaryDay{{Day: 1}}
	same := full.Clone()
	same.Split = &journal.Split{Technical: 40, Both: 20, People: 40}
	prompt := full.Clone()
	prompt.Prompt = "another"
	edited := full.Clone()
	edited.Moments = []journal.Moment{moment("b", "changed"), moment("c", "c"), moment("d", "d")}
	for _, tt := range []struct {
		name          string
		before, after journal.Entry
		want          Changes
	}{
		{"nothing", full, same, Changes{}},
		{"all", journal.Entry{}, full, Changes{Added: 2, Reflection: true, Split: true, Answers: true}},
		{"all gone", full, journal.Entry{}, Changes{Removed: 2, Reflection: true, Split: true, Answers: true}},
		{"moments", full, edited, Changes{Added: 2, Removed: 1, Edited: 1}},
		{"evidence", full, measured, Changes{Evidence: true}},
		{"evidence that stays", measured, measured.Clone(), Changes{}},
		{"diary", diary, full, Changes{Diary: true}},
		{"prompt", full, prompt, Changes{Reflection: true}},
		{"prompt alone", journal.Entry{}, journal.Entry{Prompt: "p"}, Changes{}},
		{"away", journal.Entry{}, journal.Entry{Away: "leave"}, Changes{Away: true}},
	} {
		if got := Between(tt.before, tt.after); got != tt.want {
			t.Errorf("%s: %+v, want %+v", tt.name, got, tt.want)
		}
	}
}

// plain writes parts with what is on one side alone in brackets.
func plain(parts []Part) string {
	var b strings.Builder
	for _, p := range parts {
		if p.Mark == Only {
			b.WriteString("[" + p.Text + "]")
		} else {
			b.WriteString(p.Text)
		}
	}
	return b.String()
}

func TestTexts(t *testing.T) {
	for _, tt := range []struct{ then, now, wantThen, wantNow string }{
		{"", "", "", ""},
		{"one two", "one two", "one two", "one two"},
		{"", "new", "", "[new]"},
		{"gone", "", "[gone]", ""},
		{"one two three", "one 2 three", "one [two] three", "one [2] three"},
		{"one three", "one two three", "one three", "one [two ]three"},
		{"a b c", "c a b", "a b[ c]", "[c ]a b"},
		{"first\nsecond", "first\n\nsecond", "first\nsecond", "first\n[\n]second"},
		{"l’été, dit-il", "l’hiver, dit-il", "[l’été,] dit-il", "[l’hiver,] dit-il"},
	} {
		then, now := Texts(tt.then, tt.now)
		if plain(then) != tt.wantThen || plain(now) != tt.wantNow {
			t.Errorf("%q and %q: %s and %s, want %s and %s", tt.then, tt.now, plain(then), plain(now), tt.wantThen, tt.wantNow)
		}
	}
}

// TestTextsWhole: whatever the texts, each side is whole, and what both have is
// the same on both.
func TestTextsWhole(t *testing.T) {
	words := []string{"a", "b", "c", " ", " ", "\n", "\u00a0", "é", "💡"}
	random := rand.New(rand.NewPCG(1, 1))
	write := func(n int) string {
		var b strings.Builder
		for range random.IntN(n + 1) {
			b.WriteString(words[random.IntN(len(words))])
		}
		return b.String()
	}
	join := func(parts []Part, all bool) string {
		var b strings.Builder
		for _, p := range parts {
			if all || p.Mark == Same {
				b.WriteString(p.Text)
			}
		}
		return b.String()
	}
	check := func(then, now string) {
		t.Helper()
		a, b := Texts(then, now)
		if join(a, true) != then || join(b, true) != now || join(a, false) != join(b, false) {
			t.Fatalf("%q and %q: %s and %s", then, now, plain(a), plain(b))
		}
	}
	for range 2000 {
		check(write(30), write(30))
	}
	for _, pair := range largest {
		check(pair[0], pair[1])
	}
}

// largest are the pairs of texts that take most work: one just too long to be
// compared word by word, and one that is compared.
var largest = [][2]string{
	{strings.Repeat("a ", journal.MaxReflection/2), strings.Repeat("b ", journal.MaxReflection/2)},
	{strings.Repeat("word a ", 500), strings.Repeat("word b ", 500)},
}

// TestTextsMemory: a comparison allocates the table of maxCells cells at most,
// and for words and parts a fixed multiple of the texts.
func TestTextsMemory(t *testing.T) {
	const cell, aByte = 4, 200
	for _, pair := range largest {
		most := uint64(cell*(maxCells+2*journal.MaxReflection) + aByte*(len(pair[0])+len(pair[1])))
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		Texts(pair[0], pair[1])
		runtime.ReadMemStats(&after)
		if got := after.TotalAlloc - before.TotalAlloc; got > most {
			t.Errorf("texts of %d bytes allocated %d bytes, want at most %d", len(pair[0]), got, most)
		}
	}
}

func BenchmarkTexts(b *testing.B) {
	for _, pair := range largest {
		b.Run(fmt.Sprint(len(pair[0])), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Texts(pair[0], pair[1])
			}
		})
	}
}
