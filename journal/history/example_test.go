package history_test

import (
	"fmt"

	"heliotrope/journal/history"
)

// Texts finds what was written differently in an earlier version.
func ExampleTexts() {
	then, now := history.Texts("The planning meeting was long.", "The planning meeting was short.")
	for _, parts := range [][]history.Part{then, now} {
		for _, p := range parts {
			if p.Mark == history.Only {
				fmt.Printf("[%s]", p.Text)
			} else {
				fmt.Print(p.Text)
			}
		}
		fmt.Println()
	}
	// Output:
	// The planning meeting was [long.]
	// The planning meeting was [short.]
}
