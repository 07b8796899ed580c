package input_test

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/input"
	"heliotrope/journal/words"
)

func TestHours(t *testing.T) {
	for text, want := range map[string]float64{
		"1.5": 1.5, "1,5": 1.5, " 2 ": 2, ".5": .5, ",25": .25, "3.": 3, "008": 8, "0,125": .125, "1,234": 1.234, "168": 168,
		"1.5h": 1.5, "1,5 h": 1.5, "2 H": 2, "2hr": 2, "2 hrs": 2, "1 hour": 1, "2 hours": 2, "1 heure": 1, "2 Heures": 2,
		"½": .5, "1½": 1.5, "2 ¾ h": 2.75, "¼ heure": .25, "⅓": 1. / 3, "1⅓": 4. / 3,
		"90m": 1.5, "90 min": 1.5, "45 MIN": .75, "1 minute": 1. / 60, "20 minutes": 1. / 3, "15mn": .25, "7,5 min": .125, "10080m": 168,
		"1h30": 1.5, "1 h 30": 1.5, "1h30m": 1.5, "1h 30min": 1.5, "1 h 30 min": 1.5, "1H05": 65. / 60, "1h5m": 65. / 60, "0h45": .75,
		"1 hour 30 minutes": 1.5, "2 heures 20": 7. / 3, "2heures20mn": 7. / 3, "167h59": 10079. / 60, "168h00": 168,
		"1:30": 1.5, "0:05": 5. / 60, "12:00": 12,
		"1\u00a0h\u202f30\u2009min": 1.5, "1\u00a0h": 1, "\t1\n": 1, "1  h": 1,
	} {
		if got, err := input.Hours(text); err != nil || got != want {
			t.Errorf("%q: %v, %v, want %v", text, got, err, want)
		}
	}
}

func TestHoursRefused(t *testing.T) {
	for rule, texts := range map[journal.Rule][]string{
		input.RuleDuration: {
			"", " ", "h", "min", ".", ",", "one", "-1", "+1", "−1", "1.5.5", "1,234.5", "1.234,5", "1 5", "1'000", "1_0", "1e1", "1E1", "0x10", "0b1",
			"NaN", "nan", "Inf", "-Inf", "infinity", "1/2", "½½", "1.5½", "٣", "１", "１．５", "1٫5", "१", "1.5h30", "1h60", "1h075", "1h30h", "90m1h", "1m30",
			"1:5", "1:60", "1:30:00", "1:30h", ":30", "1h:30", "1d", "1j", "2 days", "1 h x", "PT1H", "1h-30", "1h,5", "1\u200b", "1\x00", "5 p.m.",
		},
		journal.RuleHours: {
			"0", "0,0", "0m", "0h00", "0:00", "168.01", "168h01", "169", "10081m", "168⅛", "1" + strings.Repeat("0", 400),
			"0." + strings.Repeat("0", 400) + "1", strings.Repeat("9", 400) + ":59",
		},
	} {
		for _, text := range texts {
			got, err := input.Hours(text)
			if bad, ok := errors.AsType[*journal.InvalidError](err); !ok || bad.Rule != rule || bad.Field != "hours" || got != 0 {
				t.Errorf("%q: %v, %v, want the rule %s", text, got, err, rule)
			}
		}
	}
}

// What is printed for hours is read as the same number, where it can be printed
// in full: in minutes and in hundredths.
func TestHoursReadWhatIsPrinted(t *testing.T) {
	var all []float64
	for i := 1; i <= 60*journal.MaxHours; i++ {
		all = append(all, float64(i)/60)
	}
	for i := 1; i <= 100*journal.MaxHours; i++ {
		all = append(all, float64(i)/100)
	}
	for _, lang := range words.Languages {
		w := words.In(lang)
		for _, hours := range append(all, .001, .0004, .00002) {
			for _, text := range []string{w.Hours(hours), strings.ToUpper(w.Hours(hours))} {
				if got, err := input.Hours(text); err != nil || got != hours {
					t.Fatalf("%s: %v is printed as %q and read as %v, %v", lang, hours, text, got, err)
				}
			}
		}
	}
}

// Whatever is typed, it is refused or it is hours that a moment can have.
func FuzzHours(f *testing.F) {
	for _, text := range []string{"1.5", "1h30", "90m", "1:30", "1½ h", "NaN", "1e400", "0x1p4", "٣"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		hours, err := input.Hours(text)
		if err == nil && !(hours > 0 && hours <= journal.MaxHours) || err != nil && hours != 0 || math.IsNaN(hours) {
			t.Errorf("%q: %v, %v", text, hours, err)
		}
		capitals := strings.Map(func(r rune) rune {
			if 'a' <= r && r <= 'z' {
				r += 'A' - 'a'
			}
			return r
		}, text)
		again, errAgain := input.Hours("\u00a0" + capitals + " ")
		if (err == nil) != (errAgain == nil) || again != hours {
			t.Errorf("%q: %v, %v, and in capitals %v, %v", text, hours, err, again, errAgain)
		}
	})
}

func TestTags(t *testing.T) {
	for _, tt := range []struct {
		texts, want []string
	}{
		{nil, nil},
		{[]string{""}, nil},
		{[]string{"#", " # ", "##", "#\u00a0#", ",", "\u200b", "#\u2060", "\u2800", "\ufe0f,\u3164", "#\u0301"}, nil},
		{[]string{"#c++", "#", " spaced "}, []string{"c++", "spaced"}},
		{[]string{"one, two", "three,,#four"}, []string{"one", "two", "three", "four"}},
		{[]string{"# # on call", "＃全角"}, []string{"on call", "全角"}},
		{[]string{"a  b\t c\nd", "a b c d"}, []string{"a b c d"}},
		{[]string{"C#", "c#", "C"}, []string{"C#", "C"}},
		{[]string{"Été", "ete", "ÉTÉ,Éte"}, []string{"Été"}},
		{[]string{"on‑call", "on-call"}, []string{"on‑call"}},
		{[]string{"-1", "--x", "+"}, []string{"-1", "--x", "+"}},
		{[]string{"🌻"}, []string{"🌻"}},
	} {
		if got := input.Tags(tt.texts...); !slices.Equal(got, tt.want) {
			t.Errorf("%q: %q, want %q", tt.texts, got, tt.want)
		}
	}
}

// Tags that were read are the same tags when they are read again, in a form that
// contains them all.
func FuzzTags(f *testing.F) {
	f.Add("#c++, # , spaced ,ÉTÉ,ete")
	f.Add("#\u200b#a, #\x1b#")
	f.Fuzz(func(t *testing.T, text string) {
		tags := input.Tags(text)
		if again := input.Tags(strings.Join(tags, ", ")); !slices.Equal(again, tags) {
			t.Errorf("%q: %q, then %q", text, tags, again)
		}
	})
}

func TestEnergy(t *testing.T) {
	for text, want := range map[string]journal.Energy{
		"-2": -2, "−2": -2, "–1": -1, "0": 0, "-0": 0, "+0": 0, "1": 1, "+2": 2, " 2 ": 2,
	} {
		if got, ok := input.Energy(text); !ok || got != want {
			t.Errorf("%q: %d, %v, want %d", text, got, ok, want)
		}
	}
	for _, text := range []string{"", "-", "+", "3", "-3", "+-2", "--2", "02", "2.0", "0x1", "1_", "２", "٢", "- 2", "drained", "4294967298"} {
		if got, ok := input.Energy(text); ok || got != 0 {
			t.Errorf("%q: %d, %v", text, got, ok)
		}
	}
}

func ExampleHours() {
	for _, text := range []string{"1,5", "1h30", "90 min", "1.5.5", "200"} {
		fmt.Println(input.Hours(text))
	}
	// Output:
	// 1.5 <nil>
	// 1.5 <nil>
	// 1.5 <nil>
	// 0 hours breaks the rule "duration"
	// 0 hours breaks the rule "hours"
}
