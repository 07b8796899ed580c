package fold_test

import (
	"fmt"

	"heliotrope/journal/fold"
)

func ExampleEqual() {
	fmt.Println(fold.Equal("İstanbul", "ISTANBUL"), fold.Equal("nœud", "Noeud"), fold.Equal("Müller", "Mueller"))
	// Output: true true false
}

// All finds the letters of a query wherever and however they are written.
func ExampleText_All() {
	text := "Le nœud, puis un NOEUD"
	for _, s := range fold.New(text).All(fold.New("noeud")) {
		fmt.Println(text[s.From:s.To])
	}
	// Output:
	// nœud
	// NOEUD
}
