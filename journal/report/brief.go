package report

import (
	"strings"
	"unicode/utf8"

	"heliotrope/journal"
	"heliotrope/journal/chart"
	"heliotrope/journal/lean"
)

// The limits of what the user wrote in a brief, in characters. What is longer is
// cut, so that a brief has two pages at most; the journal has the rest.
const (
	longestPicked = 100 // a moment
	longestTry    = 400
	longestEvent  = 80 // the name of a change at work in a sentence
	mostChanges   = 2
)

// brief is what a report begins with, and what most of them are: all that is needed
// for a career conversation.
type brief struct {
	Kicker string // what this is
	Date   string
	Title  title
	Facts  []term // a line for each dial, and what both rest on; none before anything was logged
	Later  string // which weeks are not in it though no span left them out; "" for none

	Charts  []chart.Chart // the dials, and the energy of each track once it can be compared
	Picked  []pickedList  // what gave energy and what took it, without those of which nothing may be shown
	Stories []story       // what changed, and what the user would like to try, without empty ones
	Ends    []paragraph   // how sure all this is, how it was measured
	Foot    string
}

// pickedList is the moments of one side.
type pickedList struct {
	ID      string // "gave", for anchors
	Title   string
	Moments []moment
}

// story is what is told in a few sentences under a title.
type story struct {
	ID         string // "changed", for anchors
	Title      string
	Paragraphs []string
}

func newBrief(m material, charts []chart.Chart) brief {
	w, r := m.words, m.result
	b := brief{
		Kicker: w.Say("brief.kicker"), Date: w.Date(m.written), Title: titleOf(r, w), Later: w.Later(m.later), Charts: charts, Foot: w.Say("brief.foot"),
	}
	if m.options.full() {
		b.Kicker = w.Say("brief.kicker.full")
	}
	if m.options.has(ReflectionsSection) {
		b.Foot = w.Say("brief.foot.reflections")
	}
	for i := range b.Charts { // their captions explain more than a brief has room for
		b.Charts[i].Caption = ""
	}
	if read(r) {
		b.Charts[0].Caption = w.Say("brief.dials")
	}
	alone := ""
	if len(m.gave) == 0 {
		alone = ".alone" // there is nothing before it to refer to
	}
	for _, list := range []struct {
		id      string
		moments []lean.DatedMoment
	}{{"gave", m.gave}, {"took", m.took}} {
		if len(list.moments) > 0 {
			b.Picked = append(b.Picked, pickedList{list.id, w.Say("brief." + list.id + alone), pickedMoments(m, list.moments)})
		}
	}
	b.Stories = storiesOf(m)
	if r.WeeksLogged == 0 {
		return b
	}
	b.Facts = []term{
		{w.Say("brief.label.time"), w.BriefTime(r)},
		{w.Say("brief.label.energy"), w.BriefEnergy(r)},
		{w.Say("brief.label.basis"), w.BriefBasis(r, journal.WeekOf(m.written))},
	}
	b.Ends = []paragraph{
		{w.Say("brief.sure.title"), w.BriefSure(r)},
		{w.Say("brief.measured.title"), w.Say("brief.measured")},
	}
	return b
}

func pickedMoments(m material, dated []lean.DatedMoment) (moments []moment) {
	for _, d := range dated {
		moments = append(moments, moment{
			Text: abridged(d.Text, longestPicked), Kind: m.words.Kind(kindOf(m, d.Kind)), Class: string(d.Track), Week: m.words.WeekInline(d.Week),
		})
	}
	return moments
}

func storiesOf(m material) (stories []story) {
	if changes := m.words.BriefChanges(m.result, mostChanges); len(changes) > 0 {
		stories = append(stories, story{"changed", m.words.Say("brief.changed"), changes})
	}
	if m.try != "" {
		stories = append(stories, story{"try", m.words.Say("brief.try"), []string{abridged(m.try, longestTry)}})
	}
	return stories
}

// abridged returns text on one line and cut at a space if it has more than so many
// characters.
func abridged(text string, most int) string {
	text = oneLine(text)
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	cut := string([]rune(text)[:most])
	if space := strings.LastIndexByte(cut, ' '); space > len(cut)/2 {
		cut = cut[:space]
	}
	return strings.TrimRight(cut, " ,;:.–—-") + "…"
}
