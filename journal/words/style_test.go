package words_test

import (
	"regexp"
	"strings"
	"testing"

	"heliotrope/journal/words"
)

// style is what no sentence may contain, by language; "" stands for both.
var style = []struct {
	rule string
	lang words.Language
	bad  *regexp.Regexp
}{
	{"is empty", "", regexp.MustCompile(`^\s*$`)},
	{"begins or ends with a space", "", regexp.MustCompile(`^[\s\x{a0}]|[\s\x{a0}]$`)},
	{"has two spaces", "", regexp.MustCompile(`[ \x{a0}]{2}`)},
	{"has a narrow no-break space, which few fonts have", "", regexp.MustCompile(`\x{202f}`)},
	{"has an exclamation mark", "", regexp.MustCompile(`!`)},
	{"has a straight apostrophe", "", regexp.MustCompile(`'`)},
	{"has straight quotes", "", regexp.MustCompile(`"`)},
	{"has three dots for an ellipsis", "", regexp.MustCompile(`\.\.\.`)},
	{"has a gap that is not closed", "", regexp.MustCompile(`\{\{[^}]*$|\{\{ |\{[^{]*\{\.?\s|^[^{]*\}\}`)},
	{"has spaces around the dash of a range of numbers", "", regexp.MustCompile(`\d[ \x{a0}]?[–-][ \x{a0}]\d|Day\}\}[ \x{a0}]–[ \x{a0}]\{\{\.ToDay`)},

	{"has a space before its punctuation", words.English, regexp.MustCompile(`[ \x{a0}]([:;?,%]|\.( |$))`)},
	{"lacks a no-break space before a unit", "", regexp.MustCompile(`(\d|\}\}) (h|KB|MB|ko|Mo)\b`)},
	{"has French quotes", words.English, regexp.MustCompile(`[«»]`)},
	{"has a British spelling", words.English, regexp.MustCompile(`(?i)colour|grey|neighbour|favour|behaviour|licence|centre|[a-z]isation|organis|recognis`)},
	{"has a contraction that is not used here", words.English, regexp.MustCompile(`’(ll|d|ve)\b|there’re`)},
	{"pleads or apologizes", words.English, regexp.MustCompile(`(?i)\b(please|sorry|oops)\b`)},
	{"has a word that is not said today", words.English, regexp.MustCompile(`(?i)\b(beside|anew|by itself|the user|as yet)\b`)},
	{"has another word than recovery option", words.English, regexp.MustCompile(`(?i)\bways? back\b|\b(bring|brings|brought) back\b`)},

	{"lacks a no-break space before its punctuation", words.French, regexp.MustCompile(`(^|[^\x{a0}])([;?%»]|:(\D|$))`)},
	{"lacks a no-break space within its quotes", words.French, regexp.MustCompile(`«([^\x{a0}]|$)`)},
	{"has English quotes", words.French, regexp.MustCompile(`[“”]`)},
	{"says genre, ramener, penchant or abîmé: type, restaurer, tendance, endommagé", words.French, regexp.MustCompile(`(?i)\bgenres?\b|\bram[eè]n|\bpenchants?\b|abîm`)},
	{"has an adjective for a noun: la technique, l’encadrement", words.French, regexp.MustCompile(`\b([Ll]e|du) technique\b|[’ ]humain\b( [^é]|$)`)},
	{"takes the reader for a man", words.French, regexp.MustCompile(`(?i)(m’|vous )(a|ont) (vidé|porté|attiré|repoussé)|vous seul\b|plus fier\b|\b(ingénieur|directeur|auteur)\b`)},
	{"marks a gender", words.French, regexp.MustCompile(`\(e\)|\(ne\)|·e`)},
	{"uses tu, veuillez or oups", words.French, regexp.MustCompile(`(?i)(^|[ ’(])(tu|toi|ton|tes|veuillez|oups)\b`)},
	{"has the English name of a value", words.French, regexp.MustCompile(`\b(FILE|DIR|WEEK|TEXT|NAME|HOURS|KIND|TRACK|LANGUAGE|SIZE)\b`)},
}

// hyphened matches a negative number with a hyphen, as it is typed on the command line
// and in a file. All other sentences have a minus sign.
var hyphened = regexp.MustCompile(`(^|[ (])-\d`)

// addressed matches the words that address the reader.
var addressed = map[words.Language]*regexp.Regexp{
	words.English: regexp.MustCompile(`(?i)\b(you|your|yours|yourself)\b`),
	words.French:  regexp.MustCompile(`(?i)\b(vous|votre|vos)\b`),
}

func TestStyle(t *testing.T) {
	for _, lang := range words.Languages {
		var others []map[string]sentence
		for _, folder := range replacing {
			others = append(others, instead(t, folder, lang))
		}
		for id, s := range catalog(t, lang) {
			sentences := s.texts()
			for _, other := range others {
				if s, ok := other[id]; ok {
					sentences = append(sentences, s.texts()...)
				}
			}
			for _, text := range sentences {
				for _, s := range style {
					if (s.lang == "" || s.lang == lang) && s.bad.MatchString(text) {
						t.Errorf("%s: %s %s: %q", lang, id, s.rule, text)
					}
				}
				typed := strings.HasPrefix(id, "cli.") || strings.HasPrefix(id, "rule.")
				if !typed && hyphened.MatchString(text) {
					t.Errorf("%s: %s has a hyphen for a minus sign: %q", lang, id, text)
				}
			}
		}
		for id, s := range firstPerson(t, lang) {
			for _, text := range s.texts() {
				if addressed[lang].MatchString(text) {
					t.Errorf("%s: %s addresses the reader of a report: %q", lang, id, text)
				}
			}
		}
	}
}

// A report has no sentence that addresses its reader.
func TestReportIsInTheFirstPerson(t *testing.T) {
	inWindow := []string{"report.page.", "report.preview.", "report.format.", "report.paper."}
	for _, lang := range words.Languages {
		own := firstPerson(t, lang)
		for id, s := range catalog(t, lang) {
			area, _, _ := strings.Cut(id, ".")
			if area != "report" && area != "finding" && area != "chart" || hasAnyPrefix(id, inWindow) {
				continue
			}
			for _, text := range s.texts() {
				if _, ok := own[id]; !ok && addressed[lang].MatchString(text) {
					t.Errorf("%s: %s has no first person: %q", lang, id, text)
				}
			}
		}
	}
}

func hasAnyPrefix(id string, prefixes []string) bool {
	for _, p := range prefixes {
		if strings.HasPrefix(id, p) {
			return true
		}
	}
	return false
}

// The first person replaces a sentence that has one, and no other.
func TestFirstPersonIsUsed(t *testing.T) {
	for lang, want := range map[words.Language]string{words.English: "I divide my time about evenly", words.French: "Mon temps se partage à parts presque égales"} {
		const id = "finding.time.even"
		w := words.In(lang)
		if got := w.FirstPerson().Say(id); got != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
		if w.Say(id) == want {
			t.Errorf("%s: the window is in the first person too", lang)
		}
		if a, b := w.FirstPerson().Say("nav.week"), w.Say("nav.week"); a != b {
			t.Errorf("%s: %q, want %q", lang, a, b)
		}
	}
}
