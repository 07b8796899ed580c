package fold_test

import (
	"fmt"

	"heliotrope/journal/fold"
)

func ExampleEqual() {
	fmt.Println(fold.Equal("İstanbul", "ISTANBUL"), fold.Equal("nœud", "Noeud"), fold.Equal("Müller", "Mueller"))
	// Output: true true false
}

// A folded text knows where its letters were.
func ExampleText_Span() {
	text := "Le nœud est lent"
	folded, node := fold.New(text), fold.New("NOEUD")
	for i := range folded.Len() {
		if folded.HasAt(i, node) {
			s := folded.Span(i, i+node.Len())
			fmt.Println(text[s.From:s.To])
		}
	}
	// Output: nœud
}
