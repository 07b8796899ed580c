package input_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/input"
	"heliotrope/journal/words"
)

// kindsIn returns the built-in kinds and some of a user's own as they may be typed
// in a language.
func kindsIn(lang words.Language) []input.Kind {
	own := journal.Kinds{
		{ID: "k1", Name: "On-call handover", Track: journal.Both},
		{ID: "k2", Name: "Mentoring", Track: journal.People}, // as a built-in one
		{ID: "k3", Name: "C++ / R&D", Track: journal.Technical},
		{ID: "k4", Name: "Ops", Track: journal.Technical},
		{ID: "k5", Name: "ops", Track: journal.People},
		{ID: "a/b \"", Name: "?", Track: journal.People},
		{ID: "k6", Name: "1:1", Track: journal.People},
	}
	return input.Kinds(append(journal.BuiltInKinds(), own...), words.In(lang).Kind)
}

// say writes what a line was read as: its words, then what was understood, then
// what was not.
func say(l input.Line) string {
	s := fmt.Sprintf("%q", l.Text)
	for _, tag := range l.Tags {
		s += " #" + tag
	}
	if l.Hours != 0 {
		s += fmt.Sprintf(" %.4gh", l.Hours)
	}
	if l.Rated {
		s += fmt.Sprintf(" %+d", l.Energy)
	}
	if l.Kind != "" {
		s += " /" + l.Kind
	}
	for _, t := range l.Tokens {
		part := l.Typed[t.Start:t.End]
		switch {
		case t.Problem != nil:
			s += fmt.Sprintf(" | %.9s: %s %s", part, t.Problem.Field, t.Problem.Rule)
		case t.Candidates != nil:
			s += fmt.Sprintf(" | %s: %s", part, strings.Join(t.Candidates, " "))
		}
	}
	return s
}

func TestParseLine(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		// All of it.
		{"Found the leak in the pool #checkout 3h +2", `"Found the leak in the pool" #checkout 3h +2`},
		{"Paired on the migration #infra @ines +2 3h", `"Paired on the migration @ines" #infra 3h +2`},
		{"Found the leak in the pool #checkout 3h +2 /deb", `"Found the leak in the pool" #checkout 3h +2 /debugging`},
		{"+2 3h #checkout /deb Found it", `"Found it" #checkout 3h +2 /debugging`},
		{"Found 3h the #checkout leak -1 in /deb the pool", `"Found the leak in the pool" #checkout 3h -1 /debugging`},
		{"", `""`},
		{"   ", `"   "`},
		{"words only", `"words only"`},
		{"#a +1", `"" #a +1`},

		// Hours.
		{"x 90m", `"x" 1.5h`},
		{"x 90min", `"x" 1.5h`},
		{"x 90 min", `"x" 1.5h`},
		{"x 90 minutes", `"x" 1.5h`},
		{"x 45 m", `"x" 0.75h`},
		{"x 1h30", `"x" 1.5h`},
		{"x 1h30m", `"x" 1.5h`},
		{"x 1h5", `"x" 1.083h`},
		{"x 1h30min y", `"x y" 1.5h`},
		{"x 1 h 30 y", `"x y" 1.5h`},
		{"x 1 h 30 min y", `"x y" 1.5h`},
		{"x 1h 30 min y", `"x y" 1.5h`},
		{"x 1h 30", `"x" 1.5h`},
		{"x 1h 30 +2", `"x" 1.5h +2`},
		{"x 2 heures 20", `"x" 2.333h`},
		{"Triage, 3h 20 tickets", `"Triage, 20 tickets" 3h`},
		{"x 3 h 5 tickets", `"x 5 tickets" 3h`},
		{"x ½h", `"x" 0.5h`},
		{"x 1½h", `"x" 1.5h`},
		{"x 1 ½ h", `"x" 1.5h`},
		{"x ¼ heure", `"x" 0.25h`},
		{"x 1,5h", `"x" 1.5h`},
		{"x 0.5h", `"x" 0.5h`},
		{"x .5h", `"x" 0.5h`},
		{"x 3 h", `"x" 3h`},
		{"x 3\u00a0h", `"x" 3h`},
		{"x 2\u00a0h\u00a020 y", `"x y" 2.333h`},
		{"x 3H", `"x" 3h`},
		{"x 2 hours y", `"x y" 2h`},
		{"x 3h.", `"x." 3h`},
		{"x 3h, y", `"x y" 3h`},
		{"Slept 8h, then 3h", `"Slept 8h, then" 3h`},
		{"x 168h", `"x" 168h`},
		{"x 3", `"x 3"`},
		{"x 9:30 y 1:1", `"x 9:30 y 1:1"`},
		{"x 3\nh", `"x 3\nh"`},
		{"x 10M rows, 5 M users", `"x 10M rows, 5 M users"`},
		{"x v3h 3hx 3h-4h ~3h (3h 3h/day 1h75", `"x v3h 3hx 3h-4h ~3h (3h 3h/day 1h75"`},
		{"x ½ min 1/2h 3d 2j 1e1h", `"x ½ min 1/2h 3d 2j 1e1h"`},
		{"Point\u00a0à 14h30 avec lui", `"Point\u00a0à 14h30 avec lui"`},
		{"Point de 9 h à 10 h, 2h", `"Point de 9 h à 10 h" 2h`},
		{"Vers 9h, dès 8h, jusqu’à 18h, at 15h @ 16h", `"Vers 9h, dès 8h, jusqu’à 18h, at 15h @ 16h"`},
		{"Passé jusque-là 3h", `"Passé jusque-là" 3h`},
		{"x 3h à déboguer", `"x à déboguer" 3h`},
		{"x 999h", `"x 999h" | 999h: hours hours`},
		{"x 0h 2h", `"x 0h" 2h | 0h: hours hours`},
		{"x 2h 0h", `"x 0h" 2h | 0h: hours hours`},
		{"x " + strings.Repeat("9", 400) + "h", `"x ` + strings.Repeat("9", 400) + `h" | 999999999: hours hours`},

		// Energy.
		{"x +0", `"x" +0`},
		{"x -0", `"x" +0`},
		{"x ±0", `"x" +0`},
		{"x -2", `"x" -2`},
		{"x −2", `"x" -2`},
		{"x –1", `"x" -1`},
		{"x +2.", `"x." +2`},
		{"x +1 +2", `"x" +2`},
		{"x +1 3h #a -1 2h ", `"x" #a 2h -1`},
		{"x +1 y +2", `"x +1 y" +2`},
		{"x 2 0 1", `"x 2 0 1"`},
		{"x - 2 + 1 a-1 ±1 —1 +2% +1.5 +a --2 +336", `"x - 2 + 1 a-1 ±1 —1 +2% +1.5 +a --2 +336"`},
		{"x +2 % y, +1\u00a0€, -1°", `"x +2 % y, +1\u00a0€, -1°"`},
		{"x +3", `"x +3" | +3: energy energy`},
		{"x -5 +1", `"x -5" +1 | -5: energy energy`},
		{"x −10", `"x −10" | −10: energy energy`},

		{"Found it, 3h, +2", `"Found it" 3h +2`},
		{"Found it; #a, then more, 3h", `"Found it; then more" #a 3h`},
		{"Found it,, 3h", `"Found it," 3h`},
		{"Found it, ", `"Found it, "`},

		// Tags.
		{"Found it #checkout.", `"Found it." #checkout`},
		{"Found it (in #checkout)!", `"Found it (in)!" #checkout`},
		{"Found #a, #b, #c", `"Found" #a #b #c`},
		{"Found #a,#b", `"Found" #a #b`},
		{"#checkout: found it", `"found it" #checkout`},
		{"In #checkout: found it", `"In: found it" #checkout`},
		{"x #Été #ete #ÉTÉ", `"x" #Été`},
		{"x #全角 ＃タグ #тег #🌻", `"x" #全角 #タグ #тег #🌻`},
		{"x #c++ #c# #node.js #on-call #a_b", `"x" #c++ #c# #node.js #on-call #a_b`},
		{"x ##two", `"x" #two`},
		{`x #"on call" y`, `"x y" #on call`},
		{`x #“on call”, #« d’astreinte »`, `"x" #on call #d’astreinte`},
		{`x #"a \"b\" \\ c"`, `"x" #a "b" \ c`},
		{`x #"123"`, `"x" #123`},
		{`x #"Go" #"go" #GO`, `"x" #Go #go`},
		{"Fixed #123, C# and # or #, ## #. a#b #a,b", `"Fixed #123, C# and # or #, ## #. a#b #a,b"`},
		{"Fixed #123. (#4) #567", `"Fixed #123. (#4) #567"`},
		{"x #️⃣", `"x #️⃣"`},
		{"x #1st #2fa", `"x" #1st #2fa`},
		{`x #"on call y`, `"x #\"on call y" | #"on: tags[] quote`},
		{`x #"on"call y`, `"x #\"on\"call y" | #"on"call: tags[] quote`},
		{`x #""`, `"x #\"\"" | #"": tags[] required`},
		{"x #" + strings.Repeat("é", 50), `"x" #` + strings.Repeat("é", 50)},
		{"x #" + strings.Repeat("y", 101) + " z", `"x #` + strings.Repeat("y", 101) + ` z" | #yyyyyyyy: tags[] length`},

		// Kinds.
		{"x /debugging", `"x" /debugging`},
		{"x /Code-review", `"x" /review`},
		{"x /review", `"x" /review`},
		{"x /CODE-R", `"x" /review`},
		{"x /one-on-one /deb", `"x" /debugging`},
		{"x /project", `"x" /tech-lead`},
		{"x /on-call", `"x" /k1`},
		{"x /handover", `"x" /k1`},
		{"x /mentoring", `"x" /k2`},
		{`x /"mentoring"`, `"x" /mentoring`},
		{`x /"k5" /1:1`, `"x" /k6`},
		{"x /deb.", `"x." /debugging`},
		{"x /co", `"x /co" | /co: coding review agents coaching conflict`},
		{"x /deb /rev", `"x /rev" /debugging | /rev: review feedback`},
		{"x /nothing", `"x /nothing" | /nothing: kind kind`},
		{`x /"k9"`, `"x /\"k9\"" | /"k9": kind kind`},
		{"in /etc/hosts and/or // / /- https://example.org /a/", `"in /etc/hosts and/or // / /- https://example.org /a/"`},

		// Backslashes.
		{`Slept \8h`, `"Slept 8h"`},
		{`x \3 h \+2 \#a \/deb \/nothing \999h \#"a b"`, `"x 3 h +2 #a /deb /nothing 999h #\"a b\""`},
		{`x \\3h \\\+2`, `"x \\3h \\\\+2"`},
		{`C:\3h a\b \ \\ \x \#1 \3 \@me`, `"C:\\3h a\\b \\ \\\\ \\x \\#1 \\3 \\@me"`},
		{`x #a,\#b`, `"x #b" #a`},

		// What is around them.
		{"a  b  #t   c  d", `"a  b c  d" #t`},
		{"  a #t ", `"  a" #t`},
		{"a  #t", `"a " #t`},
		{"a\n#t\nb", `"a\nb" #t`},
		{"a\n\n#t 3h\n\nb", `"a\n\nb" #t 3h`},
		{"a #t\nb", `"a\nb" #t`},
		{"3 #t h", `"3 h" #t`},
		{"a\r\nb\rc 3h", `"a\nb\nc" 3h`},
		{"a\xff\xed\xa0\x80b\x00 #t\x07ag 3\x1bh +\u00852", `"ab" #tag 3h +2`},
		{"a\u200b #t\u200b", "\"a\\u200b\" #t\u200b"},
	} {
		l := input.ParseLine(tt.text, kindsIn("en"))
		if got := say(l); got != tt.want {
			t.Errorf("%q:\ngot  %s\nwant %s", tt.text, got, tt.want)
		}
	}
}

// In French kinds have their French names, and the rest of the grammar is the
// same.
func TestParseLineInFrench(t *testing.T) {
	for text, want := range map[string]string{
		"Fuite trouvée #checkout 1h30 +2 /débogage": `"Fuite trouvée" #checkout 1.5h +2 /debugging`,
		"Fuite trouvée\u00a0: 1,5 h /debog":         `"Fuite trouvée\u00a0:" 1.5h /debugging`,
		"x /ECHANGE-INDIVIDUEL":                     `"x" /one-on-one`,
		"x /revue-de":                               `"x" /review`,
		"x /coding 2 heures":                        `"x" 2h /coding`,
		"x /con":                                    `"x /con" | /con: design tech-lead conflict team`,
	} {
		if got := say(input.ParseLine(text, kindsIn("fr"))); got != want {
			t.Errorf("%q:\ngot  %s\nwant %s", text, got, want)
		}
	}
}

// The first tags that a moment may have count, and the others stay words.
func TestParseLineOfAThousandTags(t *testing.T) {
	var text strings.Builder
	for i := range 1_000 {
		fmt.Fprintf(&text, "#tag%d ", i)
	}
	l := input.ParseLine(text.String()+"3h", nil)
	rest, _ := strings.CutPrefix(l.Text, "#tag30 #tag31 ")
	if len(l.Tags) != journal.MaxTags || l.Hours != 3 || !strings.HasSuffix(rest, "#tag999") {
		t.Errorf("%d tags, %v hours, and %q", len(l.Tags), l.Hours, l.Text)
	}
	for _, token := range l.Tokens[30 : len(l.Tokens)-1] {
		if token.Problem == nil || token.Problem.Rule != journal.RuleCount {
			t.Fatalf("%+v", token)
		}
	}
}

// The time that a line takes grows with its length and not faster, whatever is in
// it. With squares, eight times the length would take 64 times as long.
func TestParseLineIsLinear(t *testing.T) {
	kinds := kindsIn("en")
	for _, part := range []string{
		"x", "a ", "3h ", "1 ", "1 m ", "1 h 30 ", "#a ", "#tag ", "+3 ", "/nothing ", "/de ", `\`, `\3h `, `#" `, "#“ ", "#a,", "½", "#", "à 3h ", "a\n\n#t ", "\xff", " ", ".",
	} {
		read := func(n int) time.Duration {
			text := strings.Repeat(part, n/len(part))
			best := time.Duration(math.MaxInt64)
			for range 10 { // other programs may take the processor meanwhile
				start := time.Now()
				input.ParseLine(text, kinds)
				best = min(best, time.Since(start))
			}
			return best
		}
		const short = 20_000
		if a, b := read(short), read(8*short); b > 32*a+20*time.Millisecond {
			t.Errorf("%q: %v for %d bytes, %v for %d", part, a, short, b, 8*short)
		}
	}
}

// A paste of ten megabytes is read to its end, and all of it stays.
func TestParseLineOfAPaste(t *testing.T) {
	paste := strings.Repeat("Found the leak in the pool #checkout 3h +2 /deb +3 ", 10_000_000/50)
	l := input.ParseLine(paste+"#last", kindsIn("en"))
	if l.Hours != 3 || l.Energy != 2 || l.Kind != "debugging" || !slices.Equal(l.Tags, []string{"checkout"}) {
		t.Errorf("%v hours, %d, %s, %q", l.Hours, l.Energy, l.Kind, l.Tags)
	}
	words := strings.Count(l.Text, " ") + 1
	for _, token := range l.Tokens {
		if token.Understood() {
			words++
		}
	}
	if want := strings.Count(paste, " ") + 1; words != want {
		t.Errorf("%d words, want %d", words, want)
	}
}

// Hours of a line are those that Hours reads.
func TestLineHoursAreHours(t *testing.T) {
	for _, text := range []string{"3h", "10m", "1h20", "⅓h", "1,1 h", "7 min", "2 heures 20 minutes", "0.1h"} {
		want, err := input.Hours(text)
		if got := input.ParseLine("x "+text, nil).Hours; got != want || err != nil {
			t.Errorf("%q: %v, want %v, %v", text, got, want, err)
		}
	}
}

func TestLong(t *testing.T) {
	for text, want := range map[string]bool{"x": false, "x 16h": false, "x 16h01": true, "x 31h": true, "x 999h": false} {
		if got := input.ParseLine(text, nil).Long(); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

// A token becomes words with a backslash before it.
func TestBackslashMakesWords(t *testing.T) {
	l := input.ParseLine("a #t 3 h +2 #x,#y /deb", kindsIn("en"))
	for len(l.Tokens) > 0 {
		before := len(l.Tokens)
		at := l.Tokens[0].Start
		l = input.ParseLine(l.Typed[:at]+`\`+l.Typed[at:], kindsIn("en"))
		if len(l.Tokens) != before-1 {
			t.Fatalf("%q has the tokens %+v", l.Typed, l.Tokens)
		}
	}
	if l.Text != "a #t 3 h +2 #x,#y /deb" {
		t.Errorf("%q", l.Text)
	}
}

func TestMatches(t *testing.T) {
	for query, want := range map[string]string{
		"rev": "review feedback", "code-rev": "review", "Code Rev": "review", "and f": "feedback", "handover": "k1",
		"TE": "tech-lead team stakeholders", "quokka": "", "1": "k6", "-": "all", "": "all",
	} {
		var ids []string
		for _, k := range input.Matches(query, kindsIn("en")) {
			ids = append(ids, k.ID)
		}
		got := strings.Join(ids, " ")
		if len(ids) == len(kindsIn("en")) {
			got = "all"
		}
		if got != want {
			t.Errorf("%q: %s, want %s", query, got, want)
		}
	}
}

func TestOpenAt(t *testing.T) {
	for _, tt := range []struct{ text, want string }{ // | is the caret
		{"x /deb|", "/deb /deb"},
		{"x /|", "/ /"},
		{"x /de|b y", "/de /deb"},
		{"x /deb |", ""},
		{"x |/deb", ""},
		{"x /etc/ho|", ""},
		{"and/o|", ""},
		{"#che|", "#che #che"},
		{"x #|", "# #"},
		{"x C#|", ""},
		{"x #a,#b|", "#b #b"},
		{`x #"on ca|ll" y`, `#on ca #"on call"`},
		{`x #"on call"|`, `#on call #"on call"`},
		{`x #"on ca|`, `#on ca #"on ca`},
		{`x #"|`, `# #"`},
		{`x #"on call" y|`, ""},
		{`x \/de|`, ""},
		{"x #été|", "#été #été"},
		{"x ＃t|", "#t ＃t"},
		{"", ""},
	} {
		before, after, _ := strings.Cut(tt.text, "|")
		text, got := before+after, ""
		if o, ok := input.OpenAt(text, len(before)); ok {
			got = map[input.Sort]string{input.SortTag: "#", input.SortKind: "/"}[o.Sort] + o.Query + " " + text[o.Start:o.End]
		}
		if got != tt.want {
			t.Errorf("%s: %q, want %q", tt.text, got, tt.want)
		}
	}
	input.OpenAt("x", 99)
	input.OpenAt("x", -1)
}

func TestFormatLine(t *testing.T) {
	moment := func(text string, hours float64, e journal.Energy, kind string, tags ...string) journal.Moment {
		return journal.Moment{Text: text, Hours: hours, Energy: e, Kind: kind, Tags: tags}
	}
	for _, tt := range []struct {
		moment journal.Moment
		want   string
	}{
		{moment("Found the leak", 3, 2, "debugging", "checkout"), "Found the leak #checkout /debugging 3h +2"},
		{moment("Talked, ", 1, 1, ""), "Talked,,  +1 1h"},
		{moment("Talked", .5, -1, "one-on-one"), "Talked /one-on-one 30m -1"},
		{moment("Talked", 1.5, 0, "review"), "Talked /code-review 1h30 +0"},
		{moment("Talked", 1.001, 0, "mentoring"), `Talked /"mentoring" 1.001h +0`},
		{moment("Talked", 0, 0, "k3", "on call", "123", "Go", "go"), `Talked #"on call" #"123" #Go #"go" /"k3" +0`},
		{moment("Slept 8h then 1 h", .5, 1, ""), `Slept \8h then \1 h +1 30m`},
		{moment(`See \#4 \#x`, 1, 1, "k6"), `See \#4 \\#x /1:1 1h +1`},
	} {
		if got := input.FormatLine(tt.moment, kindsIn("en")); got != tt.want {
			t.Errorf("%s, want %s", got, tt.want)
		}
	}
	if got := input.FormatLine(moment("Parlé", 1, 1, "one-on-one"), kindsIn("fr")); got != "Parlé /échange-individuel 1h +1" {
		t.Errorf("in French: %s", got)
	}
}

// Every kind has a token that means it.
func TestKindToken(t *testing.T) {
	for _, lang := range words.Languages {
		kinds := kindsIn(lang)
		for _, k := range kinds {
			token, ok := input.KindToken(k.ID, kinds)
			if l := input.ParseLine(token, kinds); !ok || l.Kind != k.ID {
				t.Errorf("%s: %s means %q", k.ID, token, l.Kind)
			}
		}
	}
	if token, ok := input.KindToken("k9", kindsIn("en")); ok || token != "" {
		t.Errorf("an unknown kind is %q", token)
	}
}

// A moment that is written as a line is read as the same.
func FuzzFormatLine(f *testing.F) {
	f.Add(" Fed\n #x the 3h \\+2 quokka ", "infra", "on call", 1.5, 2, 0)
	f.Add("3h, ", "a;", "b", 1., 0, 1)
	f.Add("took 1 h", "", "", 1./3, -2, 99)
	f.Add(`#"b`, " c", "#", 0.1, 0, 25)
	f.Add(`#"`, "0", "1", 0.5, 0, 25)
	f.Add("à 3h, 9 h à 10 h, 3h à", "1", "à", 3., 0, 25)
	f.Add(`\`, `"`, `\`, 5e-324, 1, 22)
	f.Add(`1h 30 #x /a/b #a,#b, /x`, `Go`, `go`, 167.99, 1, 24)
	kinds := kindsIn("en")
	f.Fuzz(func(t *testing.T, text, tag, another string, hours float64, energy, kind int) {
		m := journal.Moment{ID: "m", Text: text, Kind: "none", Track: journal.Both, Hours: hours, Energy: journal.Energy(energy)}
		for _, tag := range []string{tag, another} {
			if tag != "" {
				m.Tags = append(m.Tags, tag)
			}
		}
		if m.Validate() != nil {
			t.Skip()
		}
		m.Kind = ""
		if kind >= 0 && kind < len(kinds) {
			m.Kind = kinds[kind].ID
		}
		typed := input.FormatLine(m, kinds)
		l := input.ParseLine(typed, kinds)
		got := journal.Moment{ID: "m", Text: l.Text, Kind: l.Kind, Track: m.Track, Energy: l.Energy, Hours: l.Hours, Tags: l.Tags}
		if !got.Equal(m) || !l.Rated {
			t.Errorf("%+v\nis written as %q\nand read as %+v", m, typed, got)
		}
	})
}

// Whatever is typed, what was not understood is in the words, and everything else
// in a token.
func FuzzParseLine(f *testing.F) {
	f.Add("Paired on the migration #infra @ines +2 3h")
	f.Add("#a,#b, 1 h 30. \\3 h +3 /co /nothing #\"x y\" ½h \xff\x00 \\\\#q")
	kinds := kindsIn("fr")
	f.Fuzz(func(t *testing.T, text string) {
		l := input.ParseLine(text, kinds)
		var rest strings.Builder
		at := 0
		for _, token := range l.Tokens {
			if token.Start < at || token.End <= token.Start {
				t.Fatalf("%q: %+v", text, l.Tokens)
			}
			rest.WriteString(l.Typed[at:token.Start])
			if !token.Understood() {
				rest.WriteString(l.Typed[token.Start:token.End])
			}
			at = token.End
		}
		rest.WriteString(l.Typed[at:])
		if got, want := visible(l.Text), visible(rest.String()); got != want {
			t.Errorf("%q: the words are %q, want %q", text, got, want)
		}
		if again := input.ParseLine(l.Typed, kinds); again.Text != l.Text || !slices.Equal(again.Tags, l.Tags) {
			t.Errorf("%q is read as %+v, and cleaned as %+v", text, l, again)
		}
		for i := range min(len(text), 30) + 1 {
			if o, ok := input.OpenAt(text, i); ok && !(o.Start < i && i <= o.End && o.End <= len(text)) {
				t.Errorf("%q at %d: %+v", text, i, o)
			}
		}
	})
}

// visible returns text without spaces and backslashes, and without commas at its
// end.
func visible(text string) string {
	return strings.TrimRight(strings.ReplaceAll(strings.Join(strings.Fields(text), ""), `\`, ""), ",;，、；،؛")
}

func ExampleParseLine() {
	kinds := []input.Kind{{ID: "debugging", Names: []string{"Debugging"}}, {ID: "review", Names: []string{"Code review"}}}
	l := input.ParseLine("Found the leak in the pool #checkout 3h +2 /deb", kinds)
	fmt.Println(l.Text, l.Tags, l.Hours, l.Energy, l.Kind)
	l = input.ParseLine(`Slept \8h after it, 999h awake`, kinds)
	fmt.Println(l.Text, l.Hours, l.Tokens[0].Problem)
	// Output:
	// Found the leak in the pool [checkout] 3 2 debugging
	// Slept 8h after it, 999h awake 0 hours breaks the rule "hours"
}

func ExampleFormatLine() {
	kinds := []input.Kind{{ID: "review", Names: []string{"Code review"}}}
	m := journal.Moment{Text: "Read it in 2h", Hours: 1.5, Tags: []string{"infra", "on call"}, Kind: "review", Energy: journal.BitDrained}
	fmt.Println(input.FormatLine(m, kinds))
	// Output: Read it in \2h #infra #"on call" /code-review 1h30 -1
}

func BenchmarkParseLine(b *testing.B) {
	kinds := kindsIn("en")
	for b.Loop() {
		input.ParseLine("Found the leak in the pool #checkout 3h +2 /deb", kinds)
	}
}

func BenchmarkFormatLine(b *testing.B) {
	kinds := kindsIn("en")
	m := journal.Moment{Text: "Found the leak in the pool", Tags: []string{"checkout"}, Hours: 3, Energy: 2, Kind: "debugging"}
	for b.Loop() {
		input.FormatLine(m, kinds)
	}
}
