package words

import "heliotrope/journal/lean"

// Explanation is how a figure is computed, in words.
type Explanation struct {
	Title  string // what the figure is
	How    string // the formula in words
	Inputs string // what goes into it
	Source string // whose method it is
}

// Explain returns how figures of the sort f are computed.
func (w *Words) Explain(f lean.Figure) Explanation {
	part := func(name string) string { return w.Say("explain." + string(f) + "." + name) }
	return Explanation{Title: part("title"), How: part("how"), Inputs: part("inputs"), Source: part("source")}
}
