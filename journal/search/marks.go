package search

import (
	"slices"
	"strings"

	"heliotrope/journal/fold"
)

// Marks returns the parts of a text in which words are, from the first to the last;
// parts that touch are one. The words are folded, see [Words].
func Marks(text string, words []string) []fold.Span {
	var marks []fold.Span
	folded := fold.New(text)
	for _, word := range words {
		marks = append(marks, folded.Spans(word)...)
	}
	slices.SortFunc(marks, func(a, b fold.Span) int { return a.From - b.From })
	merged := marks[:0]
	for _, m := range marks {
		if n := len(merged); n > 0 && m.From <= merged[n-1].To {
			merged[n-1].To = max(merged[n-1].To, m.To)
			continue
		}
		merged = append(merged, m)
	}
	return merged
}

// Reason is where a word was found that is not in the text of a row itself.
type Reason struct {
	In   Place
	Text string // the tag, the name of the kind or of the track, or the prompt
}

// Place is a place in which a word is found.
type Place string

// The places next to the text.
const (
	InTag    Place = "tag"
	InKind   Place = "kind"
	InTrack  Place = "track"
	InPrompt Place = "prompt" // of a reflection
)

// Reasons returns why a row was found for words that are not in its text, each reason
// once.
func (x *Index) Reasons(r Row, words []string) (reasons []Reason) {
	add := func(in Place, text string) {
		if reason := (Reason{in, text}); !slices.Contains(reasons, reason) {
			reasons = append(reasons, reason)
		}
	}
	if r.Item == Reflection {
		folded := fold.String(r.Entry.Reflection)
		for _, word := range words {
			if !strings.Contains(folded, word) {
				add(InPrompt, r.Entry.Prompt)
			}
		}
		return reasons
	}
	m := r.Moment()
	if m == nil {
		return nil
	}
	folded := fold.String(m.Text)
	for _, word := range words {
		if strings.Contains(folded, word) {
			continue
		}
		for _, tag := range m.Tags {
			if strings.Contains("#"+fold.String(tag), word) {
				add(InTag, "#"+tag)
			}
		}
		if strings.Contains(x.kinds[m.Kind], word) {
			add(InKind, x.names.Kinds[m.Kind])
		}
		if strings.Contains(x.tracks[m.Track], word) {
			add(InTrack, x.names.Tracks[m.Track])
		}
	}
	return reasons
}
