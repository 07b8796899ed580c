package words

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"heliotrope/journal"
)

// Kind names a kind of work: the user's own name for it, or the language's.
func (w *Words) Kind(k journal.Kind) string {
	if k.Name != "" {
		return k.Name
	}
	return w.Say("kind." + k.ID)
}

// KindLine names a kind with what it means, if it is built in and was not
// renamed: "Glue work: unblocking, onboarding, noticing what was dropped".
func (w *Words) KindLine(k journal.Kind) string {
	if k.Name != "" {
		return k.Name
	}
	return w.Say("kind.line", Args{"Kind": w.Kind(k), "Meaning": w.KindMeaning(k)})
}

// KindMeaning returns what a built-in kind means, in one line without a period. It
// returns "" for a kind that the user named.
func (w *Words) KindMeaning(k journal.Kind) string {
	if k.Name != "" {
		return ""
	}
	return w.Say("kind." + k.ID + ".meaning")
}

// TrackHeading names a track as a heading.
func (w *Words) TrackHeading(t journal.Track) string { return w.Say("track.heading." + string(t)) }

// Track names a track.
func (w *Words) Track(t journal.Track) string { return w.Say("track." + string(t)) }

// Energies names the points of energy, from drained to energized.
func (w *Words) Energies() []string {
	var names []string
	for _, e := range journal.Energies {
		names = append(names, w.Energy(e))
	}
	return names
}

// MomentNotes formats what a moment of a kind with the given name was like, its
// hours only if they were given: "Debugging · energized · 6 h".
func (w *Words) MomentNotes(kind string, m journal.Moment) string {
	notes := []string{kind, w.Energy(m.Energy)}
	if hours := w.Hours(m.Hours); hours != "" {
		notes = append(notes, hours)
	}
	return strings.Join(notes, " · ")
}

// Energy names a point of the energy scale.
func (w *Words) Energy(e journal.Energy) string { return w.Say(fmt.Sprintf("energy.%d", e)) }

// Role names a role.
func (w *Words) Role(r journal.Role) string { return w.Say("role." + string(r)) }

// EventKind names a kind of event.
func (w *Words) EventKind(k journal.EventKind) string { return w.Say("event.kind." + string(k)) }

// Event names an event: its title, or the role that it begins.
func (w *Words) Event(e journal.Event) string {
	if e.Title != "" {
		return e.Title
	}
	return w.Role(e.Role)
}

// CompanySize formats a built-in company size as a number of people,
// "1,001–5,000 people", and returns any other size as it was written.
func (w *Words) CompanySize(size string) string {
	if slices.Contains(journal.CompanySizes, size) {
		size = digits.ReplaceAllStringFunc(size, func(number string) string {
			n, _ := strconv.Atoi(number)
			return w.Number(float64(n), 0)
		})
		return w.Say("company.size", Args{"Size": strings.ReplaceAll(size, "-", "–")})
	}
	return size
}

var digits = regexp.MustCompile(`[0-9]+`)

// Away returns why a week was not worked: a built-in reason in the language's
// word, any other as it was written.
func (w *Words) Away(reason string) string {
	if reason == journal.OnCall || slices.Contains(journal.AwayReasons, reason) {
		return w.Say("away." + reason)
	}
	return reason
}

// Prompts returns the prompts of the reflection in the order in which they
// rotate.
func (w *Words) Prompts() []string {
	prompts := make([]string, 0, promptCount)
	for i := range promptCount {
		prompts = append(prompts, w.Say(fmt.Sprintf("prompt.%d", i+1)))
	}
	return prompts
}

const promptCount = 8

// PromptIndex returns the index of a prompt among [Words.Prompts], in whatever
// language it was shown, and -1 if it is none of them.
func PromptIndex(prompt string) int {
	for _, l := range Languages {
		if i := slices.Index(promptsIn[l](), prompt); i >= 0 {
			return i // without a look at the other languages, which takes long to read
		}
	}
	return -1
}

var promptsIn = func() map[Language]func() []string {
	in := make(map[Language]func() []string)
	for _, l := range Languages {
		in[l] = sync.OnceValue(func() []string { return In(l).Prompts() })
	}
	return in
}()
