package paper

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/go-text/typesetting/segmenter"

	"heliotrope/journal/chart"
)

// A foreign character is one that the font of the pages lacks, with all that
// belongs to it: the marks on a letter, the members of a family. It is drawn as
// it is in another font, or it is named if no font has it. In a text that is
// legible it is one rune of Unicode's last private plane, so that it is
// measured, ordered and taken to the next line like any letter.
type foreign struct {
	text    string
	glyph   *chart.Glyph // nil for the mark in front of a name
	advance int          // in thousandths of an em
}

const (
	firstForeign = 0x100000
	mostForeign  = 0xFFFE // in the plane; those after them are boxes
)

// foreigners are the foreign characters of all documents so far, by their rune.
var foreigners struct {
	sync.RWMutex
	all     []foreign
	known   map[string]rune   // by their font and text
	legible map[string][]rune // texts that were looked up
}

func isForeign(r rune) bool { return r >= firstForeign }

// foreignOf returns the foreign character that r stands for.
func foreignOf(r rune) foreign {
	foreigners.RLock()
	defer foreigners.RUnlock()
	if i := int(r) - firstForeign; i < len(foreigners.all) {
		return foreigners.all[i]
	}
	return foreign{text: string(box)}
}

// base returns the first character of what r stands for.
func base(r rune) rune {
	if !isForeign(r) {
		return r
	}
	f := foreignOf(r)
	if f.glyph == nil {
		return box // its name is Latin
	}
	return []rune(f.text)[0]
}

// bases returns runes by their first characters.
func bases(runes []rune) []rune {
	if !slices.ContainsFunc(runes, isForeign) {
		return runes
	}
	all := make([]rune, len(runes))
	for i, r := range runes {
		all[i] = base(r)
	}
	return all
}

// legibleForeign returns what is shown for characters that the font lacks, which
// are next to each other.
func legibleForeign(text string) []rune {
	foreigners.Lock()
	defer foreigners.Unlock()
	if known, ok := foreigners.legible[text]; ok {
		return known
	}
	if foreigners.legible == nil {
		foreigners.known, foreigners.legible = make(map[string]rune), make(map[string][]rune)
	}
	shown := drawnOrNamed(graphemes([]rune(text)))
	foreigners.legible[text] = shown
	return shown
}

// graphemes cuts a text where a reader sees the next character. A color of the
// skin is left out, as outlines have one color.
func graphemes(text []rune) [][]rune {
	var s segmenter.Segmenter
	s.Init(text)
	var all [][]rune
	for i := s.GraphemeIterator(); i.Next(); {
		character := i.Grapheme().Text
		if withoutSkin := slices.DeleteFunc(slices.Clone(character), isSkin); len(withoutSkin) > 0 {
			character = withoutSkin
		}
		all = append(all, character)
	}
	return all
}

// drawnOrNamed shapes neighbors of one font together, and names the others.
func drawnOrNamed(characters [][]rune) []rune {
	var shown []rune
	for len(characters) > 0 {
		n := 1
		face := shelf.faceOf(characters[0], nil)
		for n < len(characters) && shelf.faceOf(characters[n], face) == face {
			n++
		}
		run := characters[:n]
		characters = characters[n:]
		if face == nil {
			shown = append(shown, behindMark(run)...)
			continue
		}
		for _, g := range face.shape(slices.Concat(run...)) {
			shown = append(shown, admit(g))
		}
	}
	return shown
}

// behindMark returns the names of characters behind a mark that they are names.
func behindMark(characters [][]rune) []rune {
	return append([]rune{admit(foreign{})}, []rune(namesOf(characters))...)
}

// admit returns the rune that stands for f.
func admit(f foreign) rune {
	key := "\x00" + f.text
	if f.glyph != nil {
		key = f.glyph.Font + key
	}
	if r, known := foreigners.known[key]; known {
		return r
	}
	if len(foreigners.all) == mostForeign {
		return box
	}
	r := firstForeign + rune(len(foreigners.all))
	foreigners.all, foreigners.known[key] = append(foreigners.all, f), r
	return r
}

// endsLine reports whether a line may end after the foreign character r: emoji,
// and scripts without spaces between words.
func endsLine(r rune) bool {
	f := foreignOf(r)
	return f.glyph != nil && (!unicode.IsLetter(base(r)) || unicode.In(base(r), unicode.Han, unicode.Hiragana, unicode.Katakana,
		unicode.Bopomofo, unicode.Hangul, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar, unicode.Tibetan))
}

// drawnItems returns a text as it is drawn: what the font has as text, foreign
// characters as shapes.
func drawnItems(t chart.Text) []chart.Item {
	if !strings.ContainsFunc(t.Text, isForeign) {
		return []chart.Item{t}
	}
	x := startOf(t)
	t.Anchor = chart.Start
	var items []chart.Item
	written := ""
	write := func() {
		if written != "" {
			t.At.X, t.Text = x, written
			items = append(items, t)
			x += widthOf(written, t.Size, t.Bold)
		}
		written = ""
	}
	for _, r := range t.Text {
		if !isForeign(r) {
			written += string(r)
			continue
		}
		write()
		f := foreignOf(r)
		items = append(items, chart.Drawn{
			At: chart.Point{X: x, Y: t.At.Y}, Size: t.Size, Slanted: t.Slanted, Role: t.Role, Text: f.text, Glyph: f.glyph,
		})
		x += float64(f.advance) * t.Size / em
	}
	write()
	return items
}

// startOf returns where the first character of a text is drawn, which is legible.
func startOf(t chart.Text) float64 {
	switch t.Anchor {
	case chart.Middle:
		return t.At.X - widthOf(t.Text, t.Size, t.Bold)/2
	case chart.End:
		return t.At.X - widthOf(t.Text, t.Size, t.Bold)
	}
	return t.At.X
}

// Borrowed returns the families of the fonts in which pages draw what the font
// of the program lacks, in the order of the alphabet, and reports whether some of
// it is written by name because no font has it.
func Borrowed(pages []Page) (families []string, named bool) {
	for _, page := range pages {
		for _, item := range page.Scene.Items {
			d, ok := item.(chart.Drawn)
			switch {
			case !ok:
			case d.Glyph == nil:
				named = true
			case d.Glyph.Font != "":
				families = append(families, d.Glyph.Font)
			}
		}
	}
	slices.Sort(families)
	return slices.Compact(families), named
}
