package journal

import (
	"slices"
	"strings"
	"testing"
)

// Each case is a row of weeks, the last one before today's at the end: m has a
// moment, s a split, b both, r only a reflection, o is a week off with both, and a
// dot has nothing.
func TestUnfinished(t *testing.T) {
	today := Week{2026, 48}
	for _, tt := range []struct {
		weeks string
		skip  string // of the last weeks, x for those that are skipped
		want  int    // how many weeks before today's; 0 for none
	}{
		{weeks: "", want: 0},
		{weeks: "b", want: 0},
		{weeks: "b.", want: 1},
		{weeks: "m.", want: 1},
		{weeks: "mr", want: 1}, // a reflection alone is no week logged
		{weeks: "r.", want: 0}, // and begins no journal
		{weeks: "o.", want: 0}, // nor does a week off
		{weeks: "bo", want: 0},
		{weeks: "b.b", want: 2}, // the newest such
		{weeks: "b..", want: 1},
		{weeks: "b..o", want: 2},
		{weeks: "b.bbb", want: 0}, // dropped after three
		{weeks: "b.bb", want: 3},
		{weeks: "bbm", want: 1}, // no split, which is usual
		{weeks: "mmm", want: 0}, // which is not
		{weeks: "bmm", want: 2}, // most weeks before that one, no longer before the last
		{weeks: "bbmm", want: 1},
		{weeks: "sss", want: 0},
		{weeks: "bbs", want: 1},
		{weeks: "s.", want: 1},
		{weeks: "mbmbm", want: 0},                 // half of them is not most
		{weeks: "bbbbbbbbbbmmmmmmmmmmm", want: 0}, // only the last ten show what is usual
		{weeks: "mmmmmmmmmmbbbbboooom", want: 0},  // five of the last ten, without those off
		{weeks: "mmmmmmmmmmbbbbbboooom", want: 1},
		{weeks: "b.", skip: "x", want: 0},         // the user said not now
		{weeks: "b..", skip: ".x", want: 2},       // other weeks still
		{weeks: "b...", skip: "xx.", want: 1},     // though older ones were skipped
		{weeks: "b....", skip: "xxx", want: 0},    // all of them
		{weeks: "bbbbb.m.", skip: "...", want: 1}, // one after the other
		{weeks: "bbbbb.m.", skip: "..x", want: 2}, //
		{weeks: "bbbbb.m.", skip: ".xx", want: 3}, //
		{weeks: "bbbbb.m.", skip: "xxx", want: 0}, //
		{weeks: "bbbbb.mo", skip: ".x.", want: 3}, //
		{weeks: strings.Repeat("b", 600) + ".", want: 1},
	} {
		var entries []Entry
		for i, c := range tt.weeks {
			e := Entry{Week: today.Add(i - len(tt.weeks))}
			if strings.ContainsRune("mbo", c) {
				e.Moments = []Moment{{ID: "a", Text: "Fed the quokka", Kind: "coding", Track: Technical}}
			}
			if strings.ContainsRune("sbo", c) {
				e.Split = &Split{Technical: 100}
			}
			switch c {
			case 'o':
				e.Away = OnCall
			case 'r':
				e.Reflection = "So it went."
			case '.':
				continue
			}
			entries = append(entries, e)
		}
		var skipped []Week
		for i, c := range tt.skip {
			if c == 'x' {
				skipped = append(skipped, today.Add(i-len(tt.skip)))
			}
		}
		got, ok := unfinished(entries, today, func(w Week) bool { return slices.Contains(skipped, w) })
		want := Week{}
		if tt.want > 0 {
			want = today.Add(-tt.want)
		}
		if got != want || ok != (tt.want > 0) {
			t.Errorf("of %q without %q: %v %v, want %v", tt.weeks, tt.skip, got, ok, want)
		}
	}
}
