package report

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"heliotrope/journal/fold"
)

func TestMask(t *testing.T) {
	m := newMasker([]string{"Inès", "marc", " Marc  Dupont ", "O’Brien", "Jean-Pierre", "李", "J. R.", "Ω", "Squad 4", "7 Wonders", "Søren", "Łukasz", "İpek", "", "  "}, "…")
	for _, tt := range []struct{ name, text, want string }{
		{"nothing to hide", "Planned the quarter", "Planned the quarter"},
		{"alone", "Marc", "…"},
		{"any case", "MARC, marc and mArC", "…, … and …"},
		{"in punctuation", "(Marc) “marc” marc’s @marc #marc marc_1 marc-and-marc!", "(…) “…” …’s @… #… …_1 …-and-…!"},
		{"not in a word", "marching, demarcate, Marcel, Marcß", "marching, demarcate, Marcel, Marcß"},
		{"a digit ends a word", "1on1marc 2marc3", "1on1… 2…3"},
		{"accents composed", "d’Inès", "d’…"},
		{"accents decomposed", "d’Ine\u0300s, then", "d’…, then"},
		{"accents left out", "INES", "…"},
		{"another word with accents", "Inèse", "Inèse"},
		{"the longest first", "Marc Dupont, Marc Durand", "…, … Durand"},
		{"over a line", "Marc\n\tDupont", "…"},
		{"over a no-break space", "Marc\u00a0Dupont", "…"},
		{"another apostrophe", "O'Brien O’Brien", "… …"},
		{"another hyphen", "Jean‑Pierre Jean–Pierre", "… …"},
		{"invisible characters", "Ma\u00adrc and M\u200bar\u200cc", "… and …"},
		{"set apart", "\u2068Marc\u2069", "\u2068…\u2069"},
		{"full width", "Ｍａｒｃ", "…"},
		{"a script without spaces", "老李说", "老…说"},
		{"ends in a point", "by J. R.; by J. Ross", "by …; by J. Ross"},
		{"other alphabets", "ω, Ώ", "…, …"},
		{"strokes", "soren, SØREN, Lukasz and łukasz", "…, …, … and …"},
		{"dotless i", "Ipek, ıpek, İPEK", "…, …, …"},
		{"emoji beside", "👩‍💻Marc🎉", "👩‍💻…🎉"},
		{"another number", "Squad 4, Squad 42, Squad 4b and 7 Wonders, 17 Wonders, v7 Wonders", "…, Squad 42, …b and …, 17 Wonders, v…"},
		{"twice", "MarcMarc Marc Marc", "MarcMarc … …"},
	} {
		if got := m.mask(tt.text); got != tt.want {
			t.Errorf("%s: %q became %q, want %q", tt.name, tt.text, got, tt.want)
		}
	}
	if got := newMasker(nil, "…").mask("Marc"); got != "Marc" {
		t.Errorf("nothing to hide became %q", got)
	}
}

func TestMaskOfNamesInAnyLanguage(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"Anna", "An\u00adna\u0301\u200d, A\u0336n\u0336na and Anna\u20e3\u20e3!", "…, … and …!"},
		{"Anna", "Ann\u200ba\ufe0f\U000e0041\U000e007f.", "…."},
		{"Anna", "\u200bAnna met \ufeff\u200bAnna, “\u2060Anna”", "… met …, “…”"},
		{"Anna", "“Anna”–Anna’s/Anna:ANNA", "“…”–…’s/…:…"},
		{"Anna", "Annaは, Anna가, للAnna and בAnna", "…は, …가, لل… and ב…"},
		{"Anna", "Annas Joanna Hanna Аnna", "Annas Joanna Hanna Аnna"},
		{"Jean Pierre", "Jean-Pierre, JEAN‑PIERRE, Jean\u202fPierre, Jeanpierre", "…, …, …, Jeanpierre"},
		{"Jean-Pierre", "jean pierre, Jean-Pierrette", "…, Jean-Pierrette"},
		{"Strauß", "STRAUSS, Strauss, Straußin", "…, …, Straußin"},
		{"Yıldız", "Yıldız’ın, YILDIZ, Yildiz, Yıldızlar", "…’ın, …, …, Yıldızlar"},
		{"Νίκος", "ο Νικος, ΝΊΚΟΣ· ἐΝίκος", "ο …, …· ἐΝίκος"},
		{"Пётр", "Петр, ПЁТР, Пётр-младший, Петров", "…, …, …-младший, Петров"},
		{"יוסף", "יוֹסֵף, יוסף\u200f, ליוסף", "…, …, ליוסף"},
		{"محمد", "مُحَمَّدٌ، محـمـد، ﻣﺤﻤﺪ، محمدي", "…، …، …، محمدي"},
		{"김철수", "김철수가 \u1100\u1175\u11b7\u110e\u1165\u11af\u1109\u116e, 새김철수", "…가 …, 새김철수"},
		{"한", "한국, 하나", "…국, 하나"},
		{"タナカ", "ﾀﾅｶさん、田中、たなか", "…さん、田中、…"},
		{"มาน", "มานพ มานี", "…พ มานี"},
		{"राम", "राम, रामा, राम\u200dने", "…, रामा, राम\u200dने"},
		{"Zoë", "Zoe\u0308, Zoe¨, ZOË, zoe", "…, …, …, …"},
		{"½", "½, 1/2, 11/2", "…, …, 11/2"},
	} {
		if got := newMasker([]string{tt.name}, "…").mask(tt.text); got != tt.want {
			t.Errorf("%q without %q became %q, want %q", tt.text, tt.name, got, tt.want)
		}
	}
}

// Nothing is left of names that share words.
func TestMaskOfNamesThatOverlap(t *testing.T) {
	m := newMasker([]string{"Ana Maria", "Maria Lopez", "Lopez Garcia", "Lopez"}, "…")
	for text, want := range map[string]string{
		"Ana Maria Lopez Garcia left": "… left", "Maria, Lopez": "Maria, …", "Ana Maria Ana Maria": "… …",
	} {
		if got := m.mask(text); got != want {
			t.Errorf("%q became %q, want %q", text, got, want)
		}
	}
}

func TestWhatCanBeHidden(t *testing.T) {
	for name, want := range map[string]bool{
		"Anna": true, "R2": true, "7": true, "李": true, "ا": true, "🦊": true, "Ⓐ": true, "A.": true, "½": true,
		"": false, " ": false, "\u00a0\t": false, "\u200b": false, "\ufe0f": false, "\u3164": false, "\u2800": false, "\U0001d159": false, "\u0301": false,
		"\U000e0041": false, "-": false, "…": false, "’": false, "«»": false, "#": false, "`": false, "¨": false, "ـ": false, "+": false, "·": false, "٪": false,
	} {
		if IsName(name) != want {
			t.Errorf("%+q can be hidden: %v, want %v", name, !want, want)
		}
	}
}

// However a name is spelled, exactly that is hidden.
func TestMaskOfAnySpelling(t *testing.T) {
	names := []string{
		"Søren Kierkegaard", "Łódź", "Nguyễn Văn", "O’Brien", "Jean‑Luc", "Straße", "ŞİRİN", "Çağrı", "Οδυσσεύς", "Ἅδης", "Фёдор",
		"Ґанна", "אַבְרָהָם", "בית־ספר", "إبراهيم", "على", "علاء الدين", "한국", "박 지성", "ガスパール", "ﾀﾅｶ", "山田 太郎", "ज़ाकिर", "ŒUVRE", "Ana2",
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		name := names[random.IntN(len(names))]
		spelled := respell(random, name)
		before, after := []string{"", "a ", "«", "1"}[random.IntN(3)], []string{"", " b", "’s", ",", "\u2069", "!"}[random.IntN(6)]
		m := newMasker([]string{respell(random, name)}, "*")
		if got := m.mask(before + spelled + after); got != before+"*"+after {
			t.Fatalf("%+q spelled %+q became %+q", name, before+spelled+after, got)
		}
	}
}

// respell returns a name in another spelling of the same letters.
func respell(random *rand.Rand, name string) string {
	forms := []func(string) string{
		strings.ToUpper, strings.ToLower, strings.ToTitle, norm.NFC.String, norm.NFD.String, norm.NFKD.String, fold.String,
		func(s string) string { return s },
	}
	name = forms[random.IntN(len(forms))](name)
	invisible := []string{"\u00ad", "\u200b", "\u200d", "\u2060", "\ufeff", "\ufe0f", "\u034f", "\u200f", "\U000e0041"}
	var b strings.Builder
	for _, r := range name {
		b.WriteRune(r)
		switch random.IntN(8) {
		case 0:
			b.WriteString(invisible[random.IntN(len(invisible))])
		case 1:
			if unicode.In(r, unicode.Latin, unicode.Greek) {
				b.WriteString("\u0323\u0302")
			}
		}
	}
	return forms[random.IntN(len(forms))](b.String())
}

// Whatever is typed, nothing is lost that is not a name, no name is left, and
// nothing panics.
func FuzzMask(f *testing.F) {
	f.Add("Marc met Ine\u0300s", "marc", "Ines")
	f.Add("\xff\u0300\u0300", "\u0300", "x")
	f.Add("ﬁ", "i", "f")
	f.Fuzz(func(t *testing.T, text, name, other string) {
		m := newMasker([]string{name, other}, "")
		if got := m.mask(text); len(got) > len(text) || len(m.names) == 0 && got != text {
			t.Errorf("%+q without %+q and %+q became %+q", text, name, other, got)
		}
		at := 0
		for _, s := range append(m.spans(fold.New(text)), fold.Span{From: len(text), To: len(text)}) {
			if left := m.spans(fold.New(text[at:s.From])); len(left) > 0 {
				t.Errorf("%+q without %+q and %+q has %+q left at %v", text, name, other, text[at:s.From], left)
			}
			at = s.To
		}
	})
}
