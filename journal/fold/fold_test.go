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
	{"Ǿ", "ø", "O"},
	{"Hausa", "Ɦausa", "hauşa"},
	{"Kankiya", "Ƙanƙiya", "ƙankiya"},
	{"alice", "ᴀʟɪᴄᴇ", "𝓐𝓵𝓲𝓬𝓮", "Ⓐⓛⓘⓒⓔ", "ａｌｉｃｅ", "ᵃlice"},
	{"Jorg", "Jo¨rg", "Jörg", "Jo\u0308\u0323rg"},
	{"ljubav", "ǉubav", "Ǉubav", "ǈubav"},
	{"ijs", "ĳs", "Ĳs"},
	{"l'ete", "l´été", "l’été", "l❜été", "l＇été"},
	{"Anna", "A\u0336n\u0336n\u0336a\u0336", "A\u20ddnna", "Anna\ufe0f", "An\U000e0062na", "A\u034fnna", "\u2066Anna\u2069", "An\u00adna"},
	{"a b", "a\u2003b", "a\u2028b", "a\u205fb", "a\u1680b", "a\u200a\u200ab", "a \u200b b"},
	{"a-b", "a﹣b", "a－b", "a⸺b", "a⁃b", "a‒b", "a־b"},
	// Turkish
	{"istanbul", "İstanbul", "ISTANBUL", "ıstanbul", "i\u0307stanbul", "İSTANBUL"},
	{"Isparta", "ısparta", "İSPARTA"},
	{"Sirin", "Şirin", "ŞİRİN", "şirin", "Ṣırın"},
	{"Cagri", "Çağrı", "ÇAĞRI", "çağri"},
	{"Gokce", "Gökçe", "GÖKÇE"},
	{"Irmak", "ırmak", "IRMAK", "irmak"},
	{"Yildiz", "Yıldız", "YILDIZ", "YİLDİZ"},
	{"Ulku", "Ülkü", "ÜLKÜ", "u\u0308lku\u0308"},
	{"Ayse'nin", "Ayşe’nin", "AYŞE'NİN"},
	{"kagit", "kâğıt", "KÂĞIT"},
	{"Azerbaycan", "Azərbaycan"},
	// Greek
	{"Ελλαδα", "Ελλάδα", "ΕΛΛΑΔΑ", "ελλάδα"},
	{"Νικος", "Νίκος", "ΝΙΚΟΣ", "νικοσ"},
	{"Οδυσσευς", "Ὀδυσσεύς", "ΟΔΥΣΣΕΥΣ", "οδυσσευϲ"},
	{"ραινη", "ΡΑΪΝΗ", "ραΐνη", "ραϊνη"},
	{"αθηνα", "ἀθήνα", "Ἀθήνα"},
	{"τω", "τῷ", "ΤΩ", "τω\u0345"},
	{"Αδης", "ᾍδης", "Ἅδης"},
	{"αλλ'", "ἀλλ᾽", "ἀλλ’", "αλλ᾿"},
	{"Ωμεγα", "Ωμέγα", "Ωμέγα"}, // U+2126 is the sign of the unit
	{"θεος", "ϑεος", "Θεός"},
	{"Ξενια", "Ξένια", "ΞΕΝΙΑ"},
	{"μικρο", "µικρό"}, // U+00B5 is the sign of a millionth
	// Cyrillic
	{"Алексей", "АЛЕКСЕЙ", "Алексеи\u0306", "алексе́й"},
	{"Пётр", "Петр", "ПЕТР", "Пе\u0308тр", "ПЁТР"},
	{"Фёдор", "Федор", "ФЁДОР"},
	{"Київ", "Киів", "КИЇВ", "Киі\u0308в"},
	{"Ґанна", "Ганна", "ґАННА"},
	{"Дем'ян", "Дем’ян", "Демʼян", "ДЕМ`ЯН"},
	{"Купʼянськ", "куп'янськ"},
	{"Саўка", "САЎКА", "сау\u0306ка"},
	{"Қазақ", "Казак"},
	{"Өмір", "Омір"},
	{"Үміт", "Уміт", "ұміт"},
	{"Владимир", "Влади\u0301мир", "Влад\u00adимир"},
	{"дело", "дѣло", "ДѢЛО"},
	{"Ѐлена", "Елена"},
	// Hebrew
	{"שלום", "שָׁלוֹם", "שלומ", "שׁלום"},
	{"דוד", "דָּוִד", "ד\u05b8\u05bcוד"},
	{"יוסף", "יוֹסֵף", "יוספ", "יו\u200fסף"},
	{"ג'ירפה", "ג׳ירפה", "ג’ירפה"},
	{"בית-ספר", "בית־ספר", "בית–ספר"},
	{"כ\"ץ", "כ״צ", "כ”ץ"},
	{"אל", "ﭏ", "אֵל"},
	{"ייד", "ײד", "ײַד"},
	{"בראשית", "בְּרֵאשִׁ֖ית"},
	// Arabic
	{"محمد", "مُحَمَّد", "محـــمد", "ﻣﺤﻤﺪ", "ﻣﹸﺤﻤﺪ", "مح\u200cمد"},
	{"احمد", "أحمد", "أَحْمَد", "ا\u0654حمد", "ٱحمد"},
	{"ابراهيم", "إبراهيم", "إِبْرَاهِيم", "ابراهیم"},
	{"امنة", "آمنة", "امنه", "آمِنَة"},
	{"مؤمن", "مومن", "مُؤمن"},
	{"رئيس", "رييس", "رئیس"},
	{"علي", "على", "علی", "عَلِيّ"},
	{"كريم", "کریم", "ڪريم"},
	{"لا", "ﻻ", "لَا", "ﻷ"},
	{"سلمى", "سلمي", "ﺳﻠﻤﻰ"},
	{"الرحمن", "الرحمٰن", "ٱلرَّحْمَـٰن"},
	{"میخواهم", "می\u200cخواهم"},
	{"الله", "ﷲ", "اللّٰه"},
	{"غرفة 12", "غرفة ١٢", "غرفة ۱۲"},
	// Korean
	{"한국", "\u1112\u1161\u11ab\u1100\u116e\u11a8", "한\u200b국", "ㅎㅏㄴㄱㅜㄱ", "\u200bㅎ\u200bㅏㄴ\u200dㄱㅜㄱ", "ﾾￂﾤﾡￓﾡ"},
	{"김철수", "\u1100\u1175\u11b7\u110e\u1165\u11af\u1109\u116e", "ㄱㅣㅁㅊㅓㄹㅅㅜ"},
	{"가", "\u1100\u1161", "ᄀ\u1161", "㉮", "ㄱㅏ"},
	{"가나", "ㄱㅏㄴㅏ", "ﾡￂﾤￂ", "㉮㉯"},
	{"넋", "ㄴㅓㄳ", "\u1102\u1165\u11aa"},
	{"까마귀", "ㄲㅏㅁㅏㄱㅟ"},
	{"뭐하ㅋㅋ", "뭐하ᄏᄏ", "뭐하ﾻﾻ"},
	{"박 지성", "박\u00a0지성", "박\u3000지성"},
	// Japanese
	{"カタカナ", "ｶﾀｶﾅ", "かたかな"},
	{"ガス", "ｶﾞｽ", "がす", "か\u3099す", "か゛す", "カﾞス"},
	{"パリ", "ﾊﾟﾘ", "ぱり", "は゜り", "ハ\u309aリ"},
	{"ヴィラ", "ｳﾞｨﾗ", "ゔぃら"},
	{"ユーザー", "ﾕｰｻﾞｰ", "ゆーざー"},
	{"10時", "１０時", "⑩時"},
	{"ジョン・スミス", "ｼﾞｮﾝ･ｽﾐｽ"},
	{"キロ", "㌔", "きろ"},
	{"山田 太郎", "山田　太郎", "山田\u00a0太郎"},
	{"10〜12", "10～12", "10~12"},
	{"羽", "羽"}, // U+FA1E is a compatible form
	{"株", "㊑"},
	// Others
	{"हिन्दी", "हिन\u094dदी", "हिन्\u200dदी"},
	{"ज़ाकिर", "जाकिर", "ज\u093cाकिर"},
	{"กรุงเทพ", "กรุง\u200bเทพ"},
	{"น้ำ", "น\u0e49\u0e4d\u0e32"},
	{"Վահե", "ՎԱՀԵ"},
	{"Արեւ", "Արև", "ԱՐԵՒ"},
	{"გიორგი", "Გიორგი"},
	{"blank between", "blank\u2800between"},
	{"filler", "fil\u3164ler", "fil\u115fler", "fil\uffa0ler"},
	{"heart ❤", "heart ❤\ufe0f"},
	{"３４５", "345", "३४५", "๓๔๕", "𝟛𝟜𝟝"},
	{"", "\u200b", "\ufe0f\u2060", "\u0301", "\U000e0041", "\u3164", "¨", "ـ"},
}

// Each line has two texts with other letters.
var others = [][2]string{
	{"Müller", "Mueller"}, {"Åse", "Aase"}, {"on-call", "oncall"}, {"on-call", "on call"}, {"it's", "its"}, {"a b", "ab"},
	{"C++", "C"}, {"1.5", "15"}, {"#1", "1"}, {"ana", "anna"}, {"rn", "m"}, {"l", "1"}, {"O", "0"},
	{"o", "о"}, {"A", "Α"}, {"а", "a"}, // Cyrillic, Greek
	{"sık", "şok"}, {"gün", "gur"}, {"kan", "kağan"},
	{"σ", "ο"}, {"η", "ι"}, {"υ", "ν"}, {"ω", "ο"}, {"ει", "ι"},
	{"мой", "мои"}, {"мэр", "мер"}, {"и", "н"}, {"ш", "щ"}, {"ъ", "ь"}, {"и", "і"}, {"ж", "з"}, {"ћ", "ч"}, {"ђ", "д"},
	{"ב", "כ"}, {"ה", "ח"}, {"ו", "ז"}, {"דוד", "דד"}, {"ע", "א"},
	{"ب", "ت"}, {"ب", "پ"}, {"ح", "خ"}, {"س", "ش"}, {"ك", "گ"}, {"ماء", "ما"}, {"د", "ذ"}, {"علي", "عالي"},
	{"한", "하"}, {"가", "까"}, {"김", "킴"}, {"하나", "한아"}, {"수", "스"}, {"애", "에"}, {"국", "극"},
	{"か", "が"}, {"ハ", "パ"}, {"ば", "ぱ"}, {"ア", "ァ"}, {"つ", "っ"}, {"国", "國"}, {"ビール", "ビル"}, {"シ", "ツ"}, {"ー", "-"}, {"は", "わ"},
	{"कि", "की"}, {"कु", "क"}, {"कल", "क्ल"}, {"कं", "क"}, {"தமிழ", "தமிழ்"}, {"ক", "কা"},
	{"และ", "เละ"}, {"ป่า", "ป้า"}, {"ปา", "ป่า"}, {"กุ", "กู"}, {"กุ", "ก"}, {"ดิ", "ดี"}, {"ດຸ", "ດ"}, {"က့", "က"}, {"កា", "ក"}, {"བོད", "བད"},
	{"👍", "👎"}, {"❤", "♥"},
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
	for _, tt := range others {
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

func TestSpanIsThePartOfTheOriginal(t *testing.T) {
	for _, tt := range []struct{ text, letters, want string }{
		{"Le nœud, le NOEUD", "noeud", "nœud"},
		{"It didn’t", "didn't", "didn’t"},
		{"cafe\u0301 noir", "café", "cafe\u0301"},
		{"cafe\u0301 noir", "e", "e\u0301"},
		{"ﬁne", "f", "ﬁ"},
		{"two  spaces", "two spaces", "two  spaces"},
		{"co\u00adoperate", "coop", "co\u00adop"},
		{"Anna\u200b\u0301\ufe0f\u20e3.", "anna", "Anna\u200b\u0301\ufe0f\u20e3"},
		{"\u2068Anna\u2069", "anna", "Anna"},
		{"met \u200b\ufeffAnna", "anna", "\u200b\ufeffAnna"},
		{"«\u0301Anna»", "anna", "Anna"},
		{"¨Anna", "anna", "¨Anna"},
		{"❤\ufe0fAnna", "anna", "Anna"},
		{"x\u200dAnna", "anna", "Anna"},
		{"\u200b\u2068Anna", "anna", "Anna"},
		{"\u202bAn\u00adna\u202c", "anna", "An\u00adna"},
		{"Anna\U000e0041\U000e007f!", "anna", "Anna\U000e0041\U000e007f"},
		{"a" + strings.Repeat("\u0301", 100) + "b", "a", "a" + strings.Repeat("\u0301", 100)},
		{"ｶﾞｽ", "ガ", "ｶﾞ"},
		{"か゛す", "が", "か゛"},
		{"ﾾￂﾤﾡￓﾡ", "한", "ﾾￂﾤ"},
		{"ㅎㅏㄴㄱㅜㄱ", "국", "ㄱㅜㄱ"},
		{"محمـــد", "محمد", "محمـــد"},
		{"ﻣﹸﺤﻤﺪ", "محم", "ﻣﹸﺤﻤ"},
	} {
		text, letters := New(tt.text), New(tt.letters)
		i := 0
		for i < text.Len() && !text.HasAt(i, letters) {
			i++
		}
		if i == text.Len() {
			t.Errorf("%+q is not in %+q", tt.letters, tt.text)
		} else if s := text.Span(i, i+letters.Len()); tt.text[s.From:s.To] != tt.want {
			t.Errorf("%+q in %+q is %+q, want %+q", tt.letters, tt.text, tt.text[s.From:s.To], tt.want)
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

// Whatever is folded, the parts of the letters follow each other and leave out
// only directions of writing, and folding twice changes nothing.
func FuzzFold(f *testing.F) {
	for _, spellings := range same {
		f.Add(spellings[0] + spellings[len(spellings)-1])
	}
	f.Fuzz(func(t *testing.T, text string) {
		folded := New(text)
		once := string(folded.runes)
		if got := String(text); got != once {
			t.Fatalf("%+q is %+q and %+q", text, got, once)
		}
		if got := String(once); got != once {
			t.Fatalf("%+q is %+q and then %+q", text, once, got)
		}
		at := 0
		for i := range folded.Len() {
			s := folded.Span(i, i+1)
			if s.From >= s.To || s.From < at && s.From != folded.from[i-1] {
				t.Fatalf("letter %d of %+q is at %v, the one before ends at %d", i, text, s, at)
			}
			if between := text[min(at, s.From):s.From]; i > 0 && strings.ContainsFunc(between, func(r rune) bool { return !pairs(r) }) && !strings.ContainsFunc(between, pairs) {
				t.Fatalf("%+q leaves out %+q", text, between)
			}
			at = s.To
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
