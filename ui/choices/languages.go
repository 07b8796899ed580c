package choices

import (
	"slices"

	"heliotrope/journal/words"
	"heliotrope/ui/controls"
)

// NewLanguage returns a choice among the languages, each in its own words.
func NewLanguage(chosen words.Language, changed func(words.Language)) *controls.Choice {
	names := map[words.Language]string{words.English: "English", words.French: "Français"}
	var options []string
	for _, l := range words.Languages {
		options = append(options, names[l])
	}
	choice := controls.NewChoice(options, func(i int) { changed(words.Languages[i]) })
	choice.SetChosen(slices.Index(words.Languages, chosen))
	return choice
}
