package words

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"heliotrope/journal"
)

// Week names a week as a heading: "Week 47, 2026".
func (w *Words) Week(week journal.Week) string {
	return w.Say("week.name", Args{"Number": week.Number(), "Year": week.Year()})
}

// WeekInline names a week inside a sentence: "week 47 of 2026".
func (w *Words) WeekInline(week journal.Week) string {
	return w.Say("week.inline", Args{"Number": week.Number(), "Year": week.Year()})
}

// Later formats that logged weeks, oldest first, are not included since they come
// after the weeks that are. It returns "" for none.
func (w *Words) Later(weeks []journal.Week) string {
	const most = 3
	var names []string
	for _, week := range weeks[:min(most, len(weeks))] {
		names = append(names, w.WeekInline(week))
	}
	if len(weeks) == 0 {
		return ""
	}
	if len(weeks) > most {
		names = append(names[:most-1], "…", w.WeekInline(weeks[len(weeks)-1]))
	}
	return w.Count("weeks.later", len(weeks), Args{"Weeks": strings.Join(names, ", ")})
}

// WeeksLogged formats how many weeks were logged and how many of the others
// were weeks off: "66 weeks logged, 4 off".
func (w *Words) WeeksLogged(logged, away int) string {
	text := w.Count("weeks.logged", logged)
	if away == 0 {
		return text
	}
	return w.Count("weeks.logged.away", away, Args{"Logged": text})
}

// WeekDates formats a week's days: "16–22 November 2026".
func (w *Words) WeekDates(week journal.Week) string {
	first, last := week.Monday(), week.Sunday()
	id := "week.dates.month"
	switch {
	case first.Year() != last.Year():
		id = "week.dates.year"
	case first.Month() != last.Month():
		id = "week.dates.months"
	}
	return w.Say(id, Args{
		"FromDay": w.day(first), "FromMonth": w.Month(first.Month()), "FromYear": first.Year(),
		"ToDay": w.day(last), "ToMonth": w.Month(last.Month()), "ToYear": last.Year(),
	})
}

// WeeksAgo formats how long before the week of today another one was: "eight weeks
// ago". It returns "" for one that was not before.
func (w *Words) WeeksAgo(week, today journal.Week) string {
	weeks, years := today.Index()-week.Index(), today.Year()-week.Year()
	sameNumber := years > 0 && week.Number() == today.Number()
	switch {
	case weeks <= 0:
		return ""
	case weeks == 1:
		return w.Say("weeks.ago.last")
	case sameNumber && years == 1:
		return w.Say("years.ago.last")
	case sameNumber:
		return w.Say("years.ago", Args{"Years": w.small(years)})
	}
	return w.Say("weeks.ago", Args{"Weeks": w.small(weeks)})
}

// small formats a number inside a sentence, up to nine in words.
func (w *Words) small(n int) string {
	if n < 2 || n > 9 {
		return w.Number(float64(n), 0)
	}
	return w.Say(fmt.Sprintf("number.word.%d", n))
}

// Date formats a day: "22 November 2026".
func (w *Words) Date(t time.Time) string {
	return w.Say("date.day", Args{"Day": w.day(t), "Month": w.Month(t.Month()), "Year": t.Year()})
}

// day formats the day of the month of t. French writes the first one as an
// ordinal.
func (w *Words) day(t time.Time) string {
	if t.Day() == 1 {
		return w.Say("date.first")
	}
	return strconv.Itoa(t.Day())
}

// Month returns the name of a month.
func (w *Words) Month(m time.Month) string { return w.Say(fmt.Sprintf("month.%d", m)) }

// MonthShort returns the short name of a month, for an axis.
func (w *Words) MonthShort(m time.Month) string { return w.Say(fmt.Sprintf("month.short.%d", m)) }
