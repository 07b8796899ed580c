package controls

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
)

func TestKeyCaption(t *testing.T) {
	newApp(t)
	c := KeyCaption("`Enter`, then `1` – `5` logs it")
	var words []string
	for _, o := range c.Objects {
		word := ""
		for _, part := range o.(*fyne.Container).Objects {
			switch part := part.(type) {
			case *KeyCap:
				word += "[" + part.Text() + "]"
			case *Colored:
				word += part.Text()
			}
		}
		words = append(words, word)
	}
	if want := []string{"[Enter],", "then", "[1]", "–", "[5]", "logs", "it"}; !slices.Equal(words, want) {
		t.Errorf("the words are %q, want %q", words, want)
	}
}
