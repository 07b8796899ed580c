package calendar

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// tenYears are the events of a calendar of ten years: 5,000, of which 300 recur.
func tenYears() (events []string) {
	rules := []string{"FREQ=WEEKLY", "FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "FREQ=MONTHLY;BYDAY=2TU", "FREQ=WEEKLY;INTERVAL=2;COUNT=200", "FREQ=YEARLY"}
	for i := range 5000 {
		at := time.Date(2017, 1, 1, 8, 0, 0, 0, time.UTC).AddDate(0, 0, i*3650/5000)
		e := fmt.Sprintf("UID:%d@example.com\nDTSTAMP:20261128T100000Z\nDTSTART;TZID=W. Europe Standard Time:%s\nDTEND;TZID=W. Europe Standard Time:%s\nSUMMARY:Meeting %d\nORGANIZER:mailto:bob@example.com\nATTENDEE;CN=Ada;PARTSTAT=ACCEPTED:mailto:ada@example.com\nDESCRIPTION:%s",
			i, at.Format("20060102T150405"), at.Add(time.Hour).Format("20060102T150405"), i%100, strings.Repeat("Words that nobody reads.\\n\n ", 20))
		if i%17 == 0 && i/17 < 300 {
			e += "\nRRULE:" + rules[i/17%len(rules)]
		}
		events = append(events, e)
	}
	return events
}

// BenchmarkLook looks at a week of ten years, first and again at another one, in a file
// and in a folder of one file for each event.
func BenchmarkLook(b *testing.B) {
	events := tenYears()
	folder := b.TempDir()
	for i, e := range events {
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%d.ics", i)), []byte(calendarOf(e)), 0o600); err != nil {
			b.Fatal(err)
		}
	}
	span, other := week(b, "2026-11-23", "Europe/Berlin"), week(b, "2026-11-16", "Europe/Berlin")
	for name, path := range map[string]string{"file": write(b, "a.ics", calendarOf(events...)), "folder": folder} {
		b.Run(name+"/first", func(b *testing.B) {
			for b.Loop() {
				if found := Kind.Open(path, nil).Look(context.Background(), span); len(found.Items) < 100 || len(found.Troubles) > 0 {
					b.Fatal(len(found.Items), found.Troubles)
				}
			}
		})
		b.Run(name+"/again", func(b *testing.B) {
			s := Kind.Open(path, nil)
			s.Look(context.Background(), span)
			for b.Loop() {
				s.Look(context.Background(), other)
			}
		})
		b.Run(name+"/stamp", func(b *testing.B) {
			s := Kind.Open(path, nil)
			for b.Loop() {
				s.Stamp()
			}
		})
	}
}
