package main

import (
	"time"

	"heliotrope/journal"
	"heliotrope/journal/evidence"
	"heliotrope/journal/evidence/source"
)

// evidenceJSON is what a week held, for scripts.
type evidenceJSON struct {
	Week      journal.Week  `json:"week"`
	Lines     []lineJSON    `json:"lines"`
	Off       []string      `json:"off"` // days
	FreeBlock *blockJSON    `json:"freeBlock"`
	Hours     *hoursJSON    `json:"hours"` // null until the week has a split, or if not enough is covered
	Troubles  []troubleJSON `json:"troubles"`
}

type lineJSON struct {
	What    source.What `json:"what"`
	Title   string      `json:"title"`
	Details []string    `json:"details,omitempty"`
	Count   int         `json:"count"`
	Hours   float64     `json:"hours,omitempty"`
	Days    []int       `json:"days"` // from 1, Monday
	Kind    string      `json:"kind,omitempty"`
	Logged  bool        `json:"logged"`
}

type blockJSON struct {
	From  time.Time `json:"from"`
	To    time.Time `json:"to"`
	Hours float64   `json:"hours"`
}

type hoursJSON struct {
	Technical float64 `json:"technical"`
	Both      float64 `json:"both"`
	People    float64 `json:"people"`
	Covered   float64 `json:"covered"`
}

type troubleJSON struct {
	Path    string `json:"path"`
	Line    int    `json:"line,omitempty"`
	Problem string `json:"problem"`
}

func jsonEvidence(w journal.Week, week evidence.Week, rated bool) evidenceJSON {
	out := evidenceJSON{Week: w, Lines: []lineJSON{}, Off: []string{}, Troubles: []troubleJSON{}}
	for _, l := range week.Lines {
		line := lineJSON{What: l.What, Title: l.Title, Details: l.Details, Count: l.Count, Hours: l.Hours, Kind: l.Kind, Logged: l.Logged}
		for _, d := range l.Days {
			line.Days = append(line.Days, journal.ISODay(d))
		}
		out.Lines = append(out.Lines, line)
	}
	for _, d := range week.Off {
		out.Off = append(out.Off, w.Monday().AddDate(0, 0, journal.ISODay(d)-1).Format(time.DateOnly))
	}
	if week.Free != (evidence.Block{}) {
		out.FreeBlock = &blockJSON{week.Free.From, week.Free.To, week.Free.Hours()}
	}
	if rated && week.Enough() {
		out.Hours = &hoursJSON{week.Hours.Technical, week.Hours.Both, week.Hours.People, week.Covered}
	}
	for _, t := range week.Troubles {
		out.Troubles = append(out.Troubles, troubleJSON{t.Path, t.Line, t.Err.Error()})
	}
	return out
}
