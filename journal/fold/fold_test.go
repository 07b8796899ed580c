package fold

import (
	"strings"
	"testing"
)

// Each line has spellings with the same letters.
var same = [][]string{
	// Latin
	{"didn't", "didn’t", "didn‘t", "didnʼt", "DIDN＇T", "didn`t", "didn´t", "didn′t"},
	{"noeud maître", "nœud maître", "NŒUD MAITRE", "nœud mai\u0302tre"},
	{"on-call", "on‑call", "on–call", "on—call", "on−call", "On\u2010Call"},
	{"on call", "on\u00a0call", "on  call", "on\tcall", "on\ncall", "on\u2009call", "on\u3000call", "on\u202fcall"},
	{"cooperate", "co\u00adoperate", "coope\u200brate", "coope\u2060rate", "\ufeffcooperate", "cooperate\u200d"},
	{"cafe", "café", "cafe\u0301", "CAFÉ", "Ｃａｆｅ", "ＣＡＦÉ"},
	{"Soren", "Søren", "SØREN", "s\u00f8ren"},
	{"Lodz", "Łódź", "łódź", "ŁÓDŹ"},
	{"Djordje", "Đjorđje", "đjorđje"},
	{"Aeroe", "Ærø" + "e", "æroe"},
	{"Thor", "Þor", "þor"},
	{"Strasse", "Straße", "STRASSE", "STRAẞE"},
	{"office", "oﬃce", "oﬀice", "ofﬁce"},
	{"Hello 2", "Ｈｅｌｌｏ　２", "hello ²", "hello ②"},
	{"Nguyen", "Nguyễn", "NGUYỄN", "Nguye\u0302\u0303n"},
	{"Dvorak", "Dvořák", "DVOŘÁK"},
	{"Sanchez", "Sánchez"},
	{"smorgasbord", "smörgåsbord", "smo\u0308rga\u030asbord"},
	{"Maltese hal", "Maltese Ħal"},
	{"O'Brien", "O’Brien", "OʼBRIEN"},
	{"Jean-Pierre", "Jean‑Pierre", "JEAN–PIERRE"},
	{"say \"yes\"", "say “yes”", "say «yes»", "say „yes‟"},
	{"1/2 h", "½ h", "1⁄2 h"},
	{"wait...", "wait…"},
	{"naive", "naïve", "nai\u0308ve"},
	{"long s", "long ſ"},
	{"Zürich", "Zurich", "ZÜRICH"},
	{"fiancee", "fiancée", "fiance\u0301e"},
	{"a\u0300\u0323b", "ab", "ạ\u0300b"},
	// Turkish
	{"istanbul", "İstanbul", "ISTANBUL", "ıstanbul", "i\u0307stanbul"},
	{"Isparta", "ısparta", "İSPARTA"},
	{"Sirin", "Şirin", "ŞİRİN", "şirin"},
	{"Cagri", "Çağrı", "ÇAĞRI"},
	{"Gokce", "Gökçe", "GÖKÇE"},
	{"Azerbaycan", "Azərbaycan"},
	// Greek
	{"Ελλαδα", "Ελλάδα", "ΕΛΛΑΔΑ", "ελλάδα"},
	{"Νικος", "Νίκος", "ΝΙΚΟΣ", "νικοσ"},
	{"ραινη", "ΡΑΪΝΗ", "ραΐνη"},
	{"αθηνα", "ἀθήνα", "Ἀθήνα"},
	{"Ωμεγα", "Ωμέγα", "Ωμέγα"}, // U+2126 is the sign of the unit
	// Cyrillic
	{"Алексеи", "Алексей", "АЛЕКСЕЙ", "Алексеи\u0306"},
	{"Пётр", "Петр", "ПЕТР", "Пе\u0308тр"},
	{"Київ", "Киів", "КИЇВ"},
	{"Ґанна", "Ганна"},
	{"Қазақ", "Казак"},
	{"Өмір", "Омір"},
	// Hebrew
	{"שלום", "שָׁלוֹם", "שלומ"},
	{"דוד", "דָּוִד"},
	{"ג'ירפה", "ג׳ירפה"},
	{"בית-ספר", "בית־ספר"},
	{"כ\"ץ", "כ״צ"},
	// Arabic
	{"محمد", "مُحَمَّد", "محـــمد"},
	{"احمد", "أحمد", "أَحْمَد"},
	{"امنة", "آمنة", "امنه"},
	{"علي", "على", "علی"},
	{"كريم", "کریم"},
	{"لا", "ﻻ", "لَا"},
	{"سلمى", "سلمي", "ﺳﻠﻤﻰ"},
	{"غرفة 12", "غرفة ١٢", "غرفة ۱۲"},
	// Korean
	{"한국", "\u1112\u1161\u11ab\u1100\u116e\u11a8", "한\u200b국"},
	{"김철수", "김철수"},
	{"가", "\u1100\u1161", "ᄀ\u1161"},
	// Japanese
	{"カタカナ", "ｶﾀｶﾅ", "かたかな"},
	{"ガス", "ｶﾞｽ", "がす", "か\u3099す"},
	{"パリ", "ﾊﾟﾘ", "ぱり"},
	{"ユーザー", "ﾕｰｻﾞｰ", "ゆーざー"},
	{"10時", "１０時"},
	{"ジョン・スミス", "ｼﾞｮﾝ･ｽﾐｽ"},
	// Others
	{"हिन्दी", "हिन\u094dदी"},
	{"กรุงเทพ", "กรุงเทพ"},
	{"Վահե", "ՎԱՀԵ"},
	{"გიორგი", "Გიორგი"},
	{"blank between", "blank\u2800between"},
	{"filler", "fil\u3164ler", "fil\u115fler"},
	{"heart ❤", "heart ❤\ufe0f"},
	{"３４５", "345", "३४५", "๓๔๕"},
}

func TestSpellingsWithTheSameLettersAreEqual(t *testing.T) {
	for _, spellings := range same {
		for _, s := range spellings[1:] {
			if !Equal(spellings[0], s) {
				t.Errorf("%+q and %+q differ: %q, %q", spellings[0], s, String(spellings[0]), String(s))
			}
		}
	}
}

func TestOtherLettersDiffer(t *testing.T) {
	for _, tt := range [][2]string{
		{"Müller", "Mueller"}, {"か", "が"}, {"ハ", "パ"}, {"ば", "ぱ"}, {"한", "하"}, {"国", "國"},
		{"कि", "की"}, {"कु", "क"}, {"และ", "เละ"}, {"on-call", "oncall"}, {"it's", "its"}, {"a b", "ab"},
		{"о", "o"}, // Cyrillic and Latin
		{"C++", "C"}, {"1.5", "15"}, {"ب", "ت"}, {"ב", "כ"}, {"и", "н"}, {"σ", "ο"}, {"👍", "👎"}, {"#1", "1"},
	} {
		if Equal(tt[0], tt[1]) {
			t.Errorf("%q and %q are the same, %q", tt[0], tt[1], String(tt[0]))
		}
	}
}

func TestFoldingTwiceChangesNothing(t *testing.T) {
	for _, spellings := range same {
		for _, s := range spellings {
			if once := String(s); String(once) != once {
				t.Errorf("%q folds to %q and then to %q", s, once, String(once))
			}
		}
	}
}

func TestAllFindsThePartsOfTheOriginal(t *testing.T) {
	for _, tt := range []struct {
		text, query string
		want        []string
	}{
		{"Le nœud, le NOEUD", "noeud", []string{"nœud", "NOEUD"}},
		{"It didn’t, didn't", "didn't", []string{"didn’t", "didn't"}},
		{"cafe\u0301 noir", "café", []string{"cafe\u0301"}},
		{"cafe\u0301 noir", "e", []string{"e\u0301"}},
		{"aaa", "aa", []string{"aa"}},
		{"ﬁne", "f", []string{"ﬁ"}},
		{"two  spaces", "two spaces", []string{"two  spaces"}},
		{"co\u00adoperate", "coop", []string{"co\u00adop"}},
		{"ｶﾞｽ", "ガ", []string{"ｶﾞ"}},
		{"İzmir", "i", []string{"İ", "i"}},
		{"text", "", nil},
		{"", "text", nil},
		{"short", "shorter", nil},
	} {
		var got []string
		for _, s := range New(tt.text).All(New(tt.query)) {
			got = append(got, tt.text[s.From:s.To])
		}
		if strings.Join(got, "|") != strings.Join(tt.want, "|") {
			t.Errorf("%q in %q is at %q, want %q", tt.query, tt.text, got, tt.want)
		}
	}
}

func TestInvalidUTF8IsFoldedWithoutLoss(t *testing.T) {
	text := "a\xffb\xc3"
	f := New(text)
	if f.Len() != 4 || f.Span(0, f.Len()) != (Span{0, len(text)}) {
		t.Errorf("%q has %d letters in %v", text, f.Len(), f.Span(0, f.Len()))
	}
}

func FuzzFold(f *testing.F) {
	for _, spellings := range same {
		f.Add(spellings[0], spellings[len(spellings)-1])
	}
	f.Fuzz(func(t *testing.T, text, query string) {
		folded := New(text)
		if got := String(text); got != string(folded.runes) {
			t.Fatalf("%q is %q and %q", text, got, string(folded.runes))
		}
		for _, s := range folded.All(New(query)) {
			if s.From < 0 || s.To > len(text) || s.From >= s.To {
				t.Fatalf("%q in %q is at %v", query, text, s)
			}
		}
	})
}

func BenchmarkString(b *testing.B) {
	for _, tt := range []struct{ name, text string }{
		{"plain", strings.Repeat("Found the leak in the pool. ", 10)},
		{"accented", strings.Repeat("Trouvé la fuite à la fin. ", 10)},
	} {
		b.Run(tt.name, func(b *testing.B) {
			b.SetBytes(int64(len(tt.text)))
			for b.Loop() {
				String(tt.text)
			}
		})
	}
}
