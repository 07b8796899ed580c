package words_test

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// journals is how many random journals are read out.
const journals = 2000

// TestNothingContradicts reads out random journals in both languages, takes the
// sentences apart again by what they mean, and checks every pair that cannot stand
// together and every two figures that must agree.
func TestNothingContradicts(t *testing.T) {
	const parts = 8
	most := journals
	if testing.Short() {
		most /= 10
	}
	var reached sync.Map // the claims that were made, by pattern
	t.Run("journals", func(t *testing.T) {
		for part := range parts {
			t.Run(fmt.Sprint(part), func(t *testing.T) {
				t.Parallel()
				for seed := part; seed < most; seed += parts {
					r := randomResult(uint64(seed))
					for _, lang := range words.Languages {
						f, wrong := contradictions(words.In(lang), r)
						if len(wrong) > 0 {
							t.Errorf("seed %d, %s: %s\n%s", seed, lang, strings.Join(wrong, "\n"), f.text)
						}
						for _, x := range f.all {
							reached.Store(x.pattern, true)
						}
					}
				}
			})
		}
	})
	for _, p := range patterns {
		if _, ok := reached.Load(p); !ok && most == journals {
			t.Errorf("no journal claims %q", p.en)
		}
	}
}

// TestContradictionsAreFound checks that the check itself finds what is wrong.
func TestContradictionsAreFound(t *testing.T) {
	for _, lines := range [][]string{
		{"You spend more time on technical work.", "About 36% of your time is on the technical side, very likely between 29 and 43%. It is likely the larger side."},
		{"You spend more time on technical work.", "About 52% of your time is on the technical side, very likely between 43 and 61%. Either side may be the larger."},
		{"About 57% of your time is on the technical side, very likely between 50 and 64%. Either side may be the larger."},
		{"You divide your time about evenly.", "About 70% of your time is on the people side, very likely between 61 and 79%. It is likely the larger side."},
		{"Technical work gives you more energy.", "Average energy over these 8 weeks: technical −0.4 · people −1.2 (from −2 drained to +2 energized)."},
		{"People work drains you less.", "A technical moment gives you about 0.4 points more than a people one, very likely between 0.1 and 0.7."},
		{"Technical work gives you more energy.", "Average energy over these 8 weeks: technical +0.4 · people +0.9 (from −2 drained to +2 energized)."},
		{"A technical moment gives you about 0.0 points more than a people one, very likely between 0.1 and 0.7."},
		{"It isn’t clear which side takes more of your time.", "Your time swung to people work around May 2026.", "Over these 52 weeks, the technical side’s share of your time grew by about 4 percentage points a quarter."},
		{"Tech lead work takes the largest part of your time (62%).", "26 weeks logged of 26, 78 moments. Tech lead work, lately 10%, counts half to each side."},
		{"Neither your time nor your energy points clearly to one side.", "Your answers point to people work, your logged energy to technical work."},
		{"Technical work gives you more energy.", "Your answers point to neither side, and so does your logged energy."},
		{"At 90%, the lean is 0.06 to 0.65."},
	} {
		if wrong := check(read(words.English, lines), nil); len(wrong) == 0 {
			t.Errorf("nothing is found wrong with %q", lines)
		}
	}
}

// contradictions returns what is wrong with all that w tells about r.
func contradictions(w *words.Words, r lean.Result) (f facts, wrong []string) {
	lines := told(w, r)
	f = read(w.Language, lines)
	wrong = check(f, &r)
	for _, line := range lines {
		if !f.understood[line] {
			wrong = append(wrong, fmt.Sprintf("%q is not understood by this test", line))
		}
	}
	own := sentences(w.FirstPerson(), r)
	for i, line := range lines[:len(own)] {
		if a, b := anyNumber.FindAllString(line, -1), anyNumber.FindAllString(own[i], -1); fmt.Sprint(a) != fmt.Sprint(b) {
			wrong = append(wrong, fmt.Sprintf("%q has other figures than %q", own[i], line))
		}
	}
	title := w.Finding(r)
	for _, named := range w.FindingSides(r) {
		_, rest, ok := strings.Cut(title, named.Text)
		if title = rest; !ok || !named.Side.IsSide() {
			wrong = append(wrong, fmt.Sprintf("%q is not next in the title", named.Text))
		}
	}
	return f, wrong
}

var anyNumber = regexp.MustCompile(`[−+]?\d+(?:[.,]\d+)?`)

// fact is one thing that a text claims: of a dial, with the sides and the figures
// that it names.
type fact struct {
	pattern
	side, two string // the sides named, "technical" or "people"
	n         []float64
	event     string
	text      string
}

// facts is all that a text claims.
type facts struct {
	all        []fact
	understood map[string]bool
	text       string
}

// pattern is how a claim is made in either language. {X} and {Y} stand for sides,
// # for a figure and “ for the name of an event.
type pattern struct {
	of, is, verb string
	en, fr       string
}

var patterns = []pattern{
	// Titles.
	{"time", "nothing", "", `Nothing to read yet|Log a week to begin`, `Rien à lire pour l’instant|Remplissez une semaine pour commencer`},
	{"time", "missing", "", `until a first reading|A first range needs`, `avant une première lecture|pour une première plage`},
	{"time", "early", "", `before a side can be named`, `avant de pouvoir nommer un côté`},
	{"time", "stale", "", `No side is named: nothing has been logged since`, `Aucun côté n’est nommé : rien de noté depuis`},
	{"time", "side", "", `You spend more time on {X}`, `Vous consacrez plus de temps à {X}`},
	{"time", "even", "", `You divide your time about evenly`, `se partage à parts presque égales`},
	{"time", "lead", "", `Tech lead work (?:takes|is) the largest part of [a-z ]+\(#%\)`, `Le travail de tech lead prend la plus grande part de [a-zé ]+\(# %\)`},
	{"time", "open", "", `It isn’t clear which side`, `On ne peut pas dire quel côté`},
	{"time", "unsure", "", `It isn’t certain yet which side`, `On ne sait pas encore avec certitude quel côté`},
	{"time", "logged", "", `What you logged is all that is known of your time`, `De votre temps, on ne connaît que ce que vous avez noté`},
	{"time", "open", "", `Neither your time nor your energy points`, `Ni votre temps ni votre énergie ne va`},
	{"energy", "open", "", `Neither your time nor your energy points`, `Ni votre temps ni votre énergie ne va`},
	{"time", "undecided", "", `Neither [a-z ]+ nor your energy is certain enough`, `Ni pour [a-zé ]+ ni pour votre énergie, un côté`},
	{"energy", "undecided", "", `Neither [a-z ]+ nor your energy is certain enough`, `Ni pour [a-zé ]+ ni pour votre énergie, un côté`},

	{"energy", "side", "more", `{X} gives you more energy`, `{X} vous donne plus d’énergie`},
	{"energy", "side", "less", `{X} drains you less`, `{X} vous prend moins d’énergie`},
	{"energy", "side", "leaves", `(?:^|, and |, but ){X} leaves you with more energy`, `(?:^|, et |, mais ){X} vous laisse plus d’énergie`},
	{"energy", "side", "apart", `{X} gives you energy while {Y} takes it`, `{X} vous donne de l’énergie alors que {Y} vous en prend`},
	{"energy", "even", "more", `echnical and people work give you about the same`, `a technique et l’encadrement vous donnent à peu près la même`},
	{"energy", "even", "less", `echnical and people work drain you about the same`, `a technique et l’encadrement vous prennent à peu près autant`},
	{"energy", "even", "leaves", `echnical and people work leave you with about the same energy(?:$|\. What)`, `(?:^| ; )(?i:la technique et l’encadrement vous laissent à peu près la même énergie)`},
	{"energy", "open", "", `t isn’t clear whether`, `n ne peut pas dire lequel des deux`},
	{"energy", "unsure", "", `t isn’t certain yet whether`, `n ne sait pas encore avec certitude lequel des deux`},
	{"energy", "early", "", `too early to compare energy`, `trop tôt pour comparer l’énergie`},
	{"energy", "missing", "", `nergy can’t be compared yet: too few`, `’énergie ne se compare pas encore : trop peu`},
	{"energy", "missing", "", `Energy is compared from`, `L’énergie se compare à partir de`},
	{"energy", "stale", "", `nergy can’t be compared: nothing`, `’énergie ne se compare pas : rien`},

	// Lines.
	{"time", "line", "", `bout #% (?:of your time )?is on the {X} side, very likely between # and #%`, `nviron # % (?:de votre temps )?est du côté {X}, très probablement entre # et # %`},
	{"time", "named", "", `the larger side, and has been named`, `le plus grand des deux côtés, nommé`},
	{"time", "even", "", `not far from half`, `pas loin de la moitié`},
	{"time", "either", "", `Either side may be the larger`, `Chacun des deux côtés peut être le plus grand`},
	{"energy", "line", "more", `A {X} moment gives you about # points? more than a {Y} one, very likely between # and #\.`, `Un moment {X} vous donne environ # points? de plus qu’un moment {Y}, très probablement entre # et #\.`},
	{"energy", "line", "less", `A {X} moment drains you about # points? less than a {Y} one, very likely between # and #\.`, `Un moment {X} vous prend environ # points? de moins qu’un moment {Y}, très probablement entre # et #\.`},
	{"energy", "line", "leaves", `A {X} moment leaves you about # points? higher than a {Y} one, very likely between # and #\.`, `Un moment {X} vous laisse environ # points? de plus qu’un moment {Y}, très probablement entre # et #\.`},
	{"energy", "across", "", `After a {X} moment you are very likely between # points? lower and # points? higher than after a {Y} one`, `Un moment {X} vous laisse très probablement entre # points? de moins et # points? de plus qu’un moment {Y}`},
	{"energy", "either", "", `Either side may be ahead`, `Chacun des deux côtés peut être en tête`},
	{"energy", "named", "", `{X} is [a-z ]+ ahead, and has been named`, `{X} est [a-zè ]+ en tête\. Ce côté est nommé`},
	{"energy", "even", "", `Technical and people moments leave you about the same: they very likely differ by at most # point`, `Technique et encadrement vous laissent à peu près autant : l’écart est très probablement de # point`},

	// The whole span, and what it rests on.
	{"tracks", "now", "", `Recent weeks differ`, `Les semaines récentes diffèrent`},
	{"tracks", "technical", "", `Average energy over .* technical #`, `Énergie moyenne sur .* technique #`},
	{"tracks", "lead", "", `Average energy over .* tech lead #`, `Énergie moyenne sur .* tech lead #`},
	{"tracks", "people", "", `Average energy over .* people #`, `Énergie moyenne sur .* encadrement #`},
	{"basis", "", "", `weeks? logged.* \(of`, `semaines? remplies?.* \(sur`},
	{"basis", "lead", "", `Tech lead work, lately #%, counts half`, `Le travail de tech lead, # % ces derniers temps, compte`},

	// Remarks.
	{"tracks", "advice", "", `Tech lead work leaves you with more energy than technical and people work: # on average over these? [^,]*, # points? above {X}`, `Le travail de tech lead vous laisse plus d’énergie que la technique et l’encadrement : # en moyenne sur ce[^,]*, # points? au-dessus de {X}`},
	{"time", "again", "", `the reading starts again there|starts the reading again`, `la lecture repart de là|fait repartir la lecture`},
	{"trend", "", "", `the {X} side’s share of (?:your time|the work you logged) grew by about # percentage`, `du côté {X}(?: dans le travail que vous avez noté)? a augmenté d’environ # points? de pourcentage`},
	{"trend", "title", "", `The {X} side’s share of time has grown`, `La part du temps du côté {X} a augmenté`},
	{"event", "time", "", `Before “"” \([^)]*\), #% of (?:your time|the work you logged) was on the {X} side; after it, #%`, `Avant « " » \([^)]*\), # % (?:de votre temps|du travail que vous avez noté) était du côté {X} ; après, # %`},
	{"event", "energy", "", `After “"” \([^)]*\), energy moved by about # points? toward {X}`, `Après « " » \([^)]*\), l’énergie s’est déplacée d’environ # points? vers {X}`},
	{"swing", "time", "", `(?:Your time|The work you logged) swung to {X}`, `(?:Votre temps|Le travail que vous avez noté) a basculé vers {X}`},
	{"swing", "energy", "", `Your energy swung to {X}`, `Votre énergie a basculé vers {X}`},
	{"swing", "title", "", `^= Time swung to {X}`, `^= Le temps a basculé vers {X}`},
	{"kinds", "", "", `“[^”]*” left you with more energy than “[^”]*”: # on average in # moments?, against # in`, `« [^»]* » vous a laissé plus d’énergie que « [^»]* » : # en moyenne en # moments?, contre # en`},
	{"chosen", "holds", "", `that you chose yourself .*, too, {X} leaves`, `que vous avez choisis? .* aussi, {X} vous laisse`},
	{"chosen", "reverses", "", `that you chose yourself .*, {X} leaves you with more energy instead`, `que vous avez choisis? .*, c’est au contraire {X} qui`},
	{"drain", "", "", `#% of technical and #% of people moments drained you`, `# % des moments de technique et # % des moments d’encadrement vous ont pris`},
	{"memory", "more", "", `you put about # percentage points? more on the {X} side than your (?:calendar|diary)`, `vous avez placé environ # points? de pourcentage de plus du côté {X} que ce qu’indique(?:nt)? vo`},
	{"memory", "near", "", `your splits agree with what your .* at most # percentage`, `vos répartitions s’accordent avec ce qu’indique(?:nt)? .* d’au plus # point`},
	{"memory", "apart", "", `your splits differ from what your`, `vos répartitions diffèrent de ce qu’indique`},
	{"change", "", "", `Did something change at work`, `Quelque chose a-t-il changé au travail`},
	{"stated", "energy", "", `your logged energy to {X}|Your answers point to {X}, and so does`, `l’énergie notée : {X}|Vos réponses : {X} ; l’énergie notée aussi`},
	{"stated", "undecided", "", `your logged energy to neither side|neither side, and so does`, `l’énergie notée : aucun côté|aucun côté ; l’énergie notée aussi`},
	{"stated", "missing", "", `energy can’t be compared yet$|energy can’t be compared yet\.$`, `l’énergie ne se compare pas encore\.?$`},
	{"stated", "", "", `Your answers point to|questions? of ten answered`, `Vos réponses : |questions? sur dix`},

	// Titles of charts.
	{"dials", "both", "", `Since “"” time has moved, and so has`, `Depuis « " », le temps a bougé, et ce qui`},
	{"dials", "time", "", `Since “"” time has moved\. What`, `Depuis « " », le temps a bougé\. Ce`},
	{"dials", "energy", "", `Since “"” what gives energy has moved`, `Depuis « " », ce qui donne de l’énergie a bougé`},
	{"dials", "alone", "", `Since “"” time has moved$`, `Depuis « " », le temps a bougé$`},
	{"dials", "none", "", `Since “"” neither`, `Depuis « " », ni le temps`},
	{"dials", "", "", `Time and energy, week by week`, `Temps et énergie, semaine par semaine`},
	{"tracks title", "", "", `Average energy on each track`, `Énergie moyenne de chaque voie`},
	{"tracks title", "lead", "", `Tech lead work leaves more energy`, `Le travail de tech lead laisse plus d’énergie`},
	{"kinds title", "even", "", `On average every kind of work left about the same`, `En moyenne, tous les types de travail ont laissé`},
	{"kinds title", "", "", `= (?:So far|Which kind|Most energy|No kind)`, `= (?:Un seul type|Le type|A (?:donné|pris)|Aucun type)`},
	{"drain title", "none", "", `No rated moment took energy`, `Aucun moment évalué n’a pris d’énergie`},
	{"drain title", "technical", "", `Moments that took energy: .*technical #%`, `Moments qui ont pris de l’énergie : .*technique # %`},
	{"drain title", "people", "", `Moments that took energy: .*people #%`, `Moments qui ont pris de l’énergie : .*encadrement # %`},
	{"drain title", "", "", `Moments that took energy`, `Moments qui ont pris de l’énergie`},
	{"quarters", "time none", "", `No clear side of time at the end of any quarter`, `Pas de côté net pour le temps à la fin d’un trimestre`},
	{"quarters", "energy none", "", `; no clear side of energy`, ` ; pas de côté net pour l’énergie`},
	{"quarters", "", "", `= (?:At the end of|More time)`, `= (?:Fin T|Plus de temps)`},
	{"year", "", "", `= #(?:,\d+)? weeks? logged`, `= # semaines? remplies?`},
	{"tracks title", "near", "", `Tech lead work gives nearly as much as {X}`, `Le travail de tech lead donne presque autant que {X}`},
}

// ofChart reports whether the claim is that of a chart's title.
func (p pattern) ofChart() bool {
	switch p.of {
	case "dials", "tracks title", "kinds title", "drain title", "quarters", "year":
		return true
	}
	return p.is == "title"
}

// ends is how a line of a dial ends, which is about the dial of that line.
var ends = []pattern{
	{"", "unsure", "", `not been certain for long enough`, `pas sûr depuis assez longtemps`},
	{"", "early", "", `before a side can be named`, `avant de pouvoir nommer un côté`},
	{"", "stale", "", `Nothing has counted since`, `Rien n’a compté depuis`},
}

// compiled is the patterns of a language.
var compiled = map[words.Language][]*regexp.Regexp{words.English: compile(words.English, patterns), words.French: compile(words.French, patterns)}
var compiledEnds = map[words.Language][]*regexp.Regexp{words.English: compile(words.English, ends), words.French: compile(words.French, ends)}

func compile(lang words.Language, patterns []pattern) (all []*regexp.Regexp) {
	for _, p := range patterns {
		text, side := p.en, `(technical|people|it)(?: work)?`
		if lang == words.French {
			text, side = p.fr, `(?:la |l’|d’|de )?(technique|encadrement|elle|il)`
		}
		text = strings.NewReplacer("{X}", "(?i:"+side+")", "{Y}", "(?i:"+side+")", "#", `([−+]?\d+(?:[.,]\d+)?)`, `"`, `([^”»]*)`).Replace(text)
		all = append(all, regexp.MustCompile(text))
	}
	return all
}

var sideNames = map[string]string{"technical": "technical", "technique": "technical", "elle": "technical", "people": "people", "encadrement": "people", "il": "people", "it": "it"}

// read takes lines apart.
func read(lang words.Language, lines []string) facts {
	f := facts{understood: make(map[string]bool), text: strings.Join(lines, "\n")}
	for _, original := range lines {
		line := strings.ReplaceAll(original, "\u00a0", " ")
		dial := "" // that a line is about
		for i, re := range compiled[lang] {
			if (patterns[i].is == "line" || patterns[i].is == "across") && re.MatchString(line) {
				dial = patterns[i].of
			}
		}
		for i, re := range compiled[lang] {
			p := patterns[i]
			if p.of != "stated" && p.ofChart() != strings.HasPrefix(line, "= ") {
				continue
			}
			for _, groups := range re.FindAllStringSubmatch(line, -1) {
				if p.of == "time" && p.is == "early" && dial != "" {
					continue // the end of a line
				}
				found := fact{pattern: p, text: original}
				for _, g := range groups[1:] {
					if g == "" {
						continue
					}
					if n, err := strconv.ParseFloat(strings.NewReplacer("−", "-", "+", "", ",", ".").Replace(g), 64); err == nil {
						found.n = append(found.n, n)
					} else if s := sideNames[strings.ToLower(g)]; s == "" {
						found.event = g
					} else if found.side == "" {
						found.side = s
					} else {
						found.two = s
					}
				}
				f.all = append(f.all, found)
				f.understood[original] = true
			}
		}
		for i, re := range compiledEnds[lang] {
			if dial != "" && re.MatchString(line) {
				f.all = append(f.all, fact{pattern: pattern{of: dial, is: ends[i].is}, text: original})
			}
		}
	}
	// "it" is the side of time that the same title names.
	for i := range f.all {
		if f.all[i].side == "it" {
			for _, other := range f.all {
				if other.of == "time" && other.is == "side" && other.text == f.all[i].text {
					f.all[i].side = other.side
				}
			}
		}
	}
	return f
}

// get returns the first fact of a sort.
func (f facts) get(of, is string) (fact, bool) {
	for _, x := range f.all {
		if x.of == of && x.is == is {
			return x, true
		}
	}
	return fact{}, false
}

// together reports whether two claims about one dial can stand together.
func together(a, b fact) bool {
	if a.of != b.of || a.of != "time" && a.of != "energy" {
		return true
	}
	fits := func(one, two string) bool {
		return a.is == one && b.is == two || a.is == two && b.is == one
	}
	switch {
	case a.is == b.is:
		return a.side == b.side && (a.verb == b.verb || a.verb == "" || b.verb == "")
	case a.is == "line" || b.is == "line" || a.is == "across" || b.is == "across":
		return (!fits("line", "side") && !fits("across", "side") || a.side == b.side) && !fits("line", "across")
	case fits("side", "named"):
		return a.side == b.side || a.side == "" || b.side == ""
	case fits("logged", "named"), fits("logged", "even"), fits("logged", "either"), fits("logged", "unsure"), fits("logged", "stale"):
		return true // a title without a side of time, and the line of what was logged
	case fits("undecided", "open"), fits("undecided", "unsure"), fits("open", "either"), fits("undecided", "either"):
		return true
	case fits("lead", "even"), fits("lead", "open"), fits("lead", "unsure"), fits("lead", "either"), fits("early", "again"):
		return true
	}
	return false
}

// jargon is what no sentence has, and superlatives what only a chart ranks kinds of
// work by.
var (
	jargon = []string{
		"at 9", "à 9", "avec 9", "interval", "band ", " mean ", "the lean", "leaning", "penche", "tendance", "certitude à", "pondérée",
		"finding.", "count.", "chart.", "<no value>", "%!", "{{", " nan", " inf", "!", " only ", " just ", " already ", "seulement", "déjà",
		" 0.0 point", " 0,0 point", " 0 points more", " 0 points less", " 0 points higher", " 0 point de plus", " 0 point de moins", "−0.0", "−0,0",
	}
	superlatives = []string{"the most", "most energy", "most of your", "le plus d’énergie"}
)

// check returns what cannot be: two claims that exclude each other, and figures
// that disagree.
func check(f facts, r *lean.Result) (wrong []string) {
	say := func(format string, args ...any) { wrong = append(wrong, fmt.Sprintf(format, args...)) }
	for i, a := range f.all {
		for _, b := range f.all[:i] {
			if !together(a, b) {
				say("%s %s %s %s: %q beside %s %s %s: %q", a.of, a.is, a.side, a.verb, a.text, b.is, b.side, b.verb, b.text)
			}
		}
	}
	sentences, titles, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(f.text, "\u00a0", " ")), "\n= ")
	for _, bad := range jargon {
		if strings.Contains(sentences, bad) || strings.Contains(titles, bad) {
			say("%q is said", bad)
		}
	}
	for _, bad := range superlatives {
		if strings.Contains(sentences, bad) {
			say("%q is said", bad)
		}
	}
	_, hasTimeSide := f.get("time", "side")
	energySide, hasEnergySide := f.get("energy", "side")
	line, hasLine := f.get("time", "line")
	_, either := f.get("time", "either")
	_, timeUnsure := f.get("time", "unsure")
	_, evenTime := f.get("time", "even")

	if hasLine {
		share, low, high := line.n[0], line.n[1], line.n[2]
		if low > share || share > high || low < 0 || high > 100 {
			say("%v%% is not between %v and %v%%", share, low, high)
		}
		if hasTimeSide && share <= 50 {
			say("%v%% is the larger side", share)
		}
		if either && (low >= 50 || high <= 50) {
			say("either side may be the larger, between %v and %v%%", low, high)
		}
		if timeUnsure && low < 50 {
			say("one side is nearly certain, from %v%% on", low)
		}
		if evenTime && (share > 65 || low > 60) {
			say("%v%% is about even", share)
		}
	}
	lead, hasLead := f.get("time", "lead")
	if basis, ok := f.get("basis", "lead"); ok && hasLead && basis.n[0] != lead.n[0] {
		say("tech lead work has %v%% and %v%%", lead.n[0], basis.n[0])
	}
	if hasLead && lead.n[0] < 33 {
		say("%v%% is the largest part", lead.n[0])
	}

	for _, x := range f.all {
		switch {
		case x.of == "energy" && x.is == "line":
			if low, high := x.n[1], x.n[2]; x.n[0] <= 0 || low > x.n[0] || x.n[0] > high {
				say("%v points are not between %v and %v", x.n[0], low, high)
			}
			if x.side == x.two {
				say("a %s moment gives more than a %s one", x.side, x.two)
			}
		case x.of == "energy" && x.is == "across" && hasEnergySide && x.side != energySide.side:
			say("%q beside %s", x.text, energySide.side)
		case x.of == "energy" && x.is == "unsure" && strings.Contains(f.text, "lower and"):
			say("energy is nearly certain across 0")
		}
	}

	// Averages over the span.
	technical, hasTechnical := f.get("tracks", "technical")
	people, hasPeople := f.get("tracks", "people")
	leads, hasLeads := f.get("tracks", "lead")
	if hasTechnical && hasPeople {
		ahead, behind := technical.n[0], people.n[0]
		energy, ok := energySide, hasEnergySide
		if !ok {
			energy, ok = f.get("energy", "named")
		}
		if energy.side == "people" {
			ahead, behind = behind, ahead
		}
		_, differ := f.get("tracks", "now")
		if ok && ahead <= behind && !differ {
			say("%s gives more now, and %v against %v on average", energy.side, ahead, behind)
		}
		if _, alike := f.get("energy", "even"); alike && math.Abs(ahead-behind) > 0.6 && !differ {
			say("both give the same, and %v against %v on average", ahead, behind)
		}
		verb := energySide.verb
		if e, ok := f.get("energy", "even"); ok && !hasEnergySide {
			verb = e.verb
		}
		switch {
		case verb == "more" && ahead <= 0:
			say("%v on average gives energy", ahead)
		case verb == "less" && (ahead >= 0 || behind >= 0):
			say("%v and %v on average both drain", ahead, behind)
		case verb == "apart" && (ahead <= 0 || behind >= 0):
			say("%v gives and %v takes", ahead, behind)
		}
		if hasEnergySide && verb != "apart" && hasLeads && leads.n[0] > ahead && !strings.Contains(energySide.text, " than ") && !strings.Contains(energySide.text, " que l") {
			say("tech lead work gives %v, more than %v, and %q", leads.n[0], ahead, energySide.text)
		}
		if advice, ok := f.get("tracks", "advice"); ok {
			second := math.Max(technical.n[0], people.n[0])
			if advice.n[0] != leads.n[0] || math.Abs(advice.n[0]-second-advice.n[1]) > 0.01 || advice.n[1] <= 0 {
				say("%q beside %v, %v, %v", advice.text, technical.n, leads.n, people.n)
			}
		}
		if title, ok := f.get("tracks title", "near"); ok && (leads.n[0] >= ahead || leads.n[0] <= behind || title.side != energySide.side && hasEnergySide) {
			say("%q beside %v, %v, %v", title.text, technical.n, leads.n, people.n)
		}
	}
	if title, ok := f.get("tracks title", "lead"); ok {
		if _, advised := f.get("tracks", "advice"); !advised {
			say("%q without the advice", title.text)
		}
	}

	// What is about one event, and what moved.
	swing, swung := f.get("swing", "time")
	for _, x := range f.all {
		switch x.of {
		case "trend":
			if swung && swing.side != x.side {
				say("%q beside %q", x.text, swing.text)
			}
			for _, e := range f.all {
				if e.of == "event" && e.is == "time" && (e.side == x.side) != (e.n[1] > e.n[0]) {
					say("%q beside %q", x.text, e.text)
				}
			}
		case "swing":
			if x.is == "title" && (!swung || swing.side != x.side) {
				say("%q alone", x.text)
			}
		case "event":
			if x.is == "time" && x.n[0] == x.n[1] || x.is == "energy" && x.n[0] == 0 {
				say("%q is no difference", x.text)
			}
			if x.is == "time" && x.n[1] < 50 {
				say("%q is told of the smaller side", x.text)
			}
		case "dials":
			moved := map[string]bool{}
			for _, e := range f.all {
				if e.of == "event" && e.event == x.event {
					moved[e.is] = true
				}
			}
			want := map[string][2]bool{"both": {true, true}, "time": {true, false}, "alone": {true, false}, "energy": {false, true}, "none": {}}[x.is]
			if x.event != "" && (moved["time"] != want[0] || moved["energy"] != want[1]) {
				say("%q, and moved %v", x.text, moved)
			}
		case "kinds title":
			if x.is != "" && (hasEnergySide || strings.Contains(f.text, "gives you energy while")) && technical.n != nil && people.n != nil && math.Abs(technical.n[0]-people.n[0]) > 0.7 {
				say("%q beside %q", x.text, energySide.text)
			}
		case "drain title":
			if drained, ok := f.get("drain", ""); ok && (x.is == "none" || x.is == "technical" && x.n[0] != drained.n[0] || x.is == "people" && x.n[0] != drained.n[1]) {
				say("%q beside %q", x.text, drained.text)
			}
			if x.is == "none" && (energySide.verb == "less" || energySide.verb == "apart") {
				say("%q beside %q", x.text, energySide.text)
			}
		case "quarters":
			_, energyNamed := f.get("energy", "named")
			_, timeNamed := f.get("time", "named")
			if x.is == "time none" && timeNamed || x.is == "energy none" && energyNamed {
				say("%q beside a side", x.text)
			}
		case "chosen":
			if hasEnergySide && (x.side == energySide.side) != (x.is == "holds") {
				say("%q beside %q", x.text, energySide.text)
			}
		case "drain":
			if e, ok := f.get("energy", "named"); ok && (x.n[0] > x.n[1] && e.side == "technical" || x.n[0] < x.n[1] && e.side == "people") {
				say("%q beside %q", x.text, e.text)
			}
		case "kinds":
			if x.n[0] <= x.n[2] {
				say("%q", x.text)
			}
		case "stated":
			named, ok := f.get("energy", "named")
			if !ok {
				named, ok = energySide, hasEnergySide
			}
			if x.is == "energy" && (!ok || named.side != x.side) || x.is != "energy" && x.is != "" && ok {
				say("%q beside energy %s", x.text, named.side)
			}
		}
	}
	if r != nil {
		wrong = append(wrong, untrue(f, *r)...)
	}
	return wrong
}

// untrue returns what a text claims of r that is not so.
func untrue(f facts, r lean.Result) (wrong []string) {
	for _, x := range f.all {
		state := map[string]lean.State{"time": r.Time.State, "energy": r.Energy.State}[x.of]
		ok := true
		switch x.is {
		case "side", "named":
			ok = state.IsSide() && (x.side == "" || x.side == string(state))
		case "even":
			ok = state == lean.Even
		case "open", "unsure", "undecided", "either", "stale", "early", "again":
			ok = state == lean.Open
		case "missing":
			ok = state == lean.Insufficient
		}
		if state != "" && !ok {
			wrong = append(wrong, fmt.Sprintf("%s is %s, and %q", x.of, state, x.text))
		}
	}
	if last, ok := lastWorkChange(r); ok {
		for _, e := range f.all {
			line, now := f.get("time", "line")
			if e.of == "event" && e.is == "time" && e.event == last.Title && now && e.side == line.side && math.Abs(e.n[1]-line.n[0]) > 0.5 {
				wrong = append(wrong, fmt.Sprintf("%q beside %q", e.text, line.text))
			}
		}
	}
	return wrong
}

func lastWorkChange(r lean.Result) (last journal.Event, ok bool) {
	for _, c := range r.Changes {
		if c.Event.Kind.ChangesWork() {
			last, ok = c.Event, true
		}
	}
	return last, ok
}
