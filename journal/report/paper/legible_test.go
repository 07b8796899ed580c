package paper_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"heliotrope/journal/report/paper"
)

func TestLegible(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"empty", "", ""},
		{"plain", "Débogage : 6 h → “très” énergisant…", "Débogage : 6 h → “très” énergisant…"},
		{"decomposed", "e\u0301te\u0301 n\u0303", "été ñ"},
		{"marks without composed letter", "x\u0302", "x\u0302"},
		{"emoji", "🎉", "[party popper]"},
		{"two emoji", "🎉🎉", "[party popper × 2]"},
		{"family", "👩‍👩‍👧‍👦", "[woman, woman, girl, boy]"},
		{"skin", "👍🏽!", "[thumbs up sign]!"},
		{"flags", "🇫🇷🇩🇪", "[flag FR, flag DE]"},
		{"half a flag", "🇫 a", "[flag F] a"},
		{"flag of tags", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "[waving black flag]"},
		{"heart", "❤️", "❤"},
		{"burning heart", "❤️‍🔥", "❤"},
		{"key", "1️⃣", "1"},
		{"unseen", "a\u200Bb\u200Dc\uFEFFd\u00ADe", "abcde"},
		{"directions", "\u202Eabc\u202C", "abc"},
		{"controls", "a\tb\nc\x00d\u2028e", "a b c d e"},
		{"not text", "a\xFFb", "a\uFFFDb"},
		{"Chinese", "找到了", "[CJK Ideograph 627E 5230 4E86]"},
		{"wide and bold forms", "Ｇｏ 𝐆𝐨 ①㎏", "Go Go ①kg"},
		{"Hindi", "हि", "[devanagari letter ha, devanagari vowel sign i]"},
		{"Hebrew in reading order", "שלום", "שלום"},
		{"Arabic joined", "سلام", "\uFEB3\uFEFC\uFEE1"},
		{"Arabic apart", "درس", "\uFEA9\uFEAD\uFEB1"},
		{"Arabic marks between", "مُحَ", "\uFEE3\u064F\uFEA2\u064E"},
		{"Persian with a gap inside", "می\u200Cخ", "\uFEE3\uFBFD\uFEA5"},
		{"stroke", "ـهـ", "\u0640\uFEEC\u0640"},
		{"lone hamza", "ءا", "\uFE80\uFE8D"},
	} {
		if got := paper.Legible(test.text); got != test.want {
			t.Errorf("%s: %q became %q (%+q), want %q", test.name, test.text, got, got, test.want)
		}
	}
}

// The order in which a reader sees the characters, from left to right, as
// Chromium shows them.
func TestPrinted(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"left to right", "abc (12)", "abc (12)"},
		{"right to left", "שלום", "םולש"},
		{"brackets face their text", "שלום (אב)", "(בא) םולש"},
		{"quotes face their text", "שלום «אב»", "«בא» םולש"},
		{"within the other direction", "Met שלום עולם, then", "Met םלוע םולש, then"},
		{"a number in it", "Met שלום 123 עולם, then", "Met םלוע 123 םולש, then"},
		{"a number after it", "Met שלום 1,5 then 45% done", "Met 1,5 םולש then 45% done"},
		{"a percent sign alone", "Met שלום% done", "Met םולש% done"},
		{"another language in it", "שלום abc 12 def עולם", "םלוע abc 12 def םולש"},
		{"a number in a paragraph of its own", "פרק 12.5 כאן", "ןאכ 12.5 קרפ"},
		{"marks come first", "בְּרֵ", "ֵרְּב"},
	} {
		got := paper.Printed(test.text)
		if test.name == "marks come first" {
			if first, _ := utf8.DecodeRuneInString(got); first != '\u05B5' {
				t.Errorf("%s: %+q", test.name, got)
			}
			continue
		}
		if got != test.want {
			t.Errorf("%s: %q is seen as %q, want %q", test.name, test.text, got, test.want)
		}
	}
}

func TestNamed(t *testing.T) {
	if got := paper.Named("Wie\x00 läuft’s\n🎉? שלום"); got != "Wie läuft’s [party popper]? שלום" {
		t.Errorf("%q", got)
	}
}

// hostile are texts that break layouts and fonts.
var hostile = []string{
	"",
	" ",
	"\n\n\t\n",
	strings.Repeat("Une longue phrase qui ne dit rien de neuf. ", 12), // 500 characters
	"Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" + strings.Repeat("x", 200),
	strings.Repeat("W", 60),
	"مرحبا بالعالم، هذا تقرير عن عملي في ٢٠٢٦ و 2027 (نسخة 3) مع Go 1.26 هنا لَا إِلٰهَ",
	strings.Repeat("בְּרֵאשִׁית בָּרָא אֱלֹהִים (פרק 1) ", 8),
	"👩‍👩‍👧‍👦👍🏽🇫🇷❤️‍🔥1️⃣🏴󠁧󠁢󠁥󠁮󠁧󠁿" + strings.Repeat("🎉", 80),
	strings.Repeat("找到了死锁的原因", 30),
	"zero\u200Bwidth\u200Ball\u200Bthe\u200Bway\u2060and\uFEFFmore\u00AD",
	"z" + strings.Repeat("\u0335\u0301", 300),
	strings.Repeat("\u0301", 50),
	"\u202E\u2067drehen\u2069 \u202A(abc\u202C",
	"a\xFF\xFE\xC0b \x00\x01\x7F\u0085",
	strings.Repeat("mot\u00A0", 60),
	"\\(PDF) Tj ET <</Type /Page>> endstream endobj \r\n BT",
	"हिन्दी ไทย ქართული አማርኛ 𝐁𝐨𝐥𝐝 \U0010FFFF \uFFFF \uE000",
}

// FuzzLegible: no text fails, and what is left is what the font has.
func FuzzLegible(f *testing.F) {
	for _, text := range hostile {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		clean, seen := paper.Legible(text), paper.Printed(text)
		for _, r := range clean {
			if !paper.Prints(r) && !strings.ContainsAny(clean, "⟨⟩") || r < ' ' {
				t.Fatalf("%q keeps %U", text, r)
			}
		}
		if measured, drawn := measurer.Width(text, 10, false), paper.PrintedWidth(text, 10, false); measured != drawn {
			t.Fatalf("%q is measured as %g and drawn as %g", text, measured, drawn)
		}
		if n := utf8.RuneCountInString(clean); n != utf8.RuneCountInString(seen) {
			t.Fatalf("%q has %d characters, but is seen as %q", clean, n, seen)
		}
		if name := paper.Named(text); strings.ContainsFunc(name, func(r rune) bool { return r > 0xFFFF || r < ' ' }) {
			t.Fatalf("%q is named %q", text, name)
		}
	})
}
