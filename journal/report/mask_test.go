package report

import "testing"

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

// Whatever is typed, nothing is lost that is not a name and nothing panics.
func FuzzMask(f *testing.F) {
	f.Add("Marc met Ine\u0300s", "marc")
	f.Add("\xff\u0300\u0300", "\u0300")
	f.Add("ﬁ", "i")
	f.Fuzz(func(t *testing.T, text, name string) {
		m := newMasker([]string{name}, "")
		got := m.mask(text)
		if len(got) > len(text) {
			t.Errorf("%q without %q became %q", text, name, got)
		}
		if len(m.names) == 0 && got != text {
			t.Errorf("%q became %q", text, got)
		}
	})
}
