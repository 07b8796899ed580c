package paper

import "strings"

// What tests look at from outside.
var (
	Prints = prints
	Named  = named
)

// Legible returns what is shown for text, with what is drawn in another font
// between ⟨ and ⟩.
func Legible(text string) string { return unmasked(legible(text)) }

// Printed returns it in the order in which it is seen.
func Printed(text string) string { return unmasked(printed(text)) }

// PrintedWidth returns how wide it is drawn.
func PrintedWidth(text string, size float64, bold bool) float64 {
	return widthOf(printed(text), size, bold)
}

// unmasked replaces the runes that stand for foreign characters.
func unmasked(text string) string {
	var b strings.Builder
	for _, r := range text {
		if !isForeign(r) {
			b.WriteRune(r)
		} else if f := foreignOf(r); f.glyph != nil {
			b.WriteString("⟨" + f.text + "⟩")
		}
	}
	return b.String()
}

// UseFonts draws what the font lacks with the fonts of folders, until undo is
// called. Tests begin without any, so that they see the same on every machine.
func UseFonts(folders ...string) (undo func()) {
	return SearchFonts(func() []string { return folders })
}

// SearchFonts is UseFonts for folders that are looked up once they are needed.
func SearchFonts(folders func() []string) (undo func()) {
	before := shelf
	use := func(s *fontShelf) {
		foreigners.Lock()
		defer foreigners.Unlock()
		shelf, foreigners.legible, foreigners.known = s, nil, nil
	}
	use(&fontShelf{folders: folders})
	return func() { use(before) }
}
