package chart_test

import (
	"fmt"
	"strings"
	"sync"

	"heliotrope/journal"
	"heliotrope/journal/chart"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// hostileTexts are names and texts that look ordinary to nobody.
var hostileTexts = []string{
	"Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
	"👩‍👩‍👧‍👦👩‍💻🧑🏽‍🚒🏳️‍🌈 emoji 🚀🚀🚀",
	"ניהול אנשים ושיחות קשות עם צוותים",
	"إدارة الاجتماعات الطويلة جدا مع الشركاء",
	"a\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309\u030a\u030b\u030c",
	"<b>\"quoted\" & 'apos'</b>",
	"tab\tand\nline and   spaces",
	"{{.Name}} %s %d",
	"計画会議と採用面接と障害対応",
	"x",
}

// anyJournal is the input for the charts of a journal.
type anyJournal struct {
	name string
	in   chart.Input
}

// anyJournals returns journals of every length, and some that few write.
var anyJournals = sync.OnceValue(func() []anyJournal {
	var all []anyJournal
	for _, weeks := range []int{0, 1, 3, 26, 60, 520} {
		all = append(all, anyJournal{fmt.Sprint(weeks, " weeks"), inputOf(entriesOf(weeks, ordinary), journal.BuiltInKinds())})
	}
	kinds := journal.BuiltInKinds()
	for i := range 40 {
		kinds = append(kinds, journal.Kind{
			ID: fmt.Sprint("own", i), Name: hostileTexts[i%len(hostileTexts)] + strings.Repeat("!", i/10), Track: journal.Tracks[i%3],
		})
	}
	all = append(all,
		anyJournal{"40 hostile kinds", inputOf(entriesOf(30, func(week, i int) journal.Moment {
			m := ordinary(week, i)
			m.Kind = fmt.Sprint("own", (week*4+i)%40)
			m.Text = strings.Repeat(hostileTexts[(week+i)%len(hostileTexts)], 1+(week+i)%7)
			return m
		}), kinds)},
		anyJournal{"one kind", inputOf(entriesOf(12, func(week, i int) journal.Moment {
			m := ordinary(week, i)
			m.Kind, m.Track = "gone", journal.Technical
			return m
		}), journal.BuiltInKinds())},
		anyJournal{"all equal", inputOf(entriesOf(12, func(week, i int) journal.Moment {
			m := ordinary(week, i)
			m.Energy = journal.Energized
			return m
		}), journal.BuiltInKinds())},
		anyJournal{"no hours", inputOf(entriesOf(60, func(week, i int) journal.Moment {
			m := ordinary(week, i)
			m.Hours = 0
			return m
		}), journal.BuiltInKinds())},
		anyJournal{"each kind once or twice", inputOf(entriesOf(6, func(week, i int) journal.Moment {
			m := ordinary(week, i)
			m.Kind = kinds[week*4+i].ID
			return m
		}), kinds)},
	)
	return all
})

// ordinary is the i-th moment of a week.
func ordinary(week, i int) journal.Moment {
	kind := journal.BuiltInKinds()[(week*3+i*5)%len(journal.BuiltInKinds())]
	return journal.Moment{
		ID: fmt.Sprint("m", i), Kind: kind.ID, Track: kind.Track, Hours: float64(1+(week+i)%6) / 2,
		Energy: journal.Energy((week*7+i*3)%5 - 2), Text: fmt.Sprintf("What moment %d of week %d was about", i, week),
	}
}

// entriesOf returns so many weeks of four moments and an answer each, the last
// question left out.
func entriesOf(weeks int, moment func(week, i int) journal.Moment) []journal.Entry {
	var entries []journal.Entry
	for i := range weeks {
		e := journal.Entry{Week: start.Add(i), Split: &journal.Split{Technical: 40 + i%30, People: 60 - i%30}}
		for k := range 4 {
			e.Moments = append(e.Moments, moment(i, k))
		}
		if q := journal.QuestionFor(e.Week); q != journal.Growth {
			e.Answers = []journal.Answer{{Question: q, Value: i%5 - 2}}
		}
		entries = append(entries, e)
	}
	return entries
}

func inputOf(entries []journal.Entry, kinds journal.Kinds) chart.Input {
	r := lean.Of(entries, nil, lean.SpanOf(entries, start.Add(max(len(entries)-1, 0))))
	return chart.Input{Result: r, Entries: entries, Kinds: kinds, Words: words.In(words.English)}
}
