package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A command that is not understood ends with 2, says why in the user's
// language without repeating the user's text, and changes nothing.
func TestWrongUsage(t *testing.T) {
	const text = "Fed the quokka"
	add := func(more ...string) []string {
		return append([]string{"add", text, "--kind", "coding", "--energy", "1"}, more...)
	}
	report := func(more ...string) []string { return append([]string{"report"}, more...) }
	tests := []struct {
		name   string
		args   []string
		en, fr string // parts of the message
	}{
		{"unknown command", []string{"frobnicate"}, "no such command", "n’existe pas"},
		{"a text without its command", []string{text}, "no such command", "n’existe pas"},
		{"unknown flag", []string{"--frobnicate"}, "a flag is not known", "une option est inconnue"},
		{"unknown short flag", []string{"show", "-x"}, "a flag is not known", "une option est inconnue"},
		{"unknown flag of a command", add("--color"), "a flag is not known", "une option est inconnue"},
		{"a flag of another command", []string{"show", "--json"}, "a flag is not known", "une option est inconnue"},
		{"a text that begins with a dash", []string{"add", "-1 quokka", "--kind", "coding", "--energy", "1"}, "goes after --", "après --"},
		{"a text that begins with two", []string{"add", "--quokka", "--kind", "coding", "--energy", "1"}, "goes after --", "après --"},
		{"a flag without its value", add("--week"), "--week needs a value", "--week attend une valeur"},
		{"a name that is a flag", []string{"--sample=quokka", "show"}, "--sample does not take", "--sample n’accepte pas"},

		{"bad language", []string{"version", "--lang", "de"}, "--lang takes en or fr", ""},
		{"bad day", []string{"version", "--today", "23.11.2026"}, "--today takes a date", "--today attend une date"},
		{"row 43 impossible day", []string{"version", "--today", "2026-02-30"}, "--today takes a date", "--today attend une date"},
		{"row 43 a time", []string{"version", "--today", "2026-02-28T24:00:00"}, "--today takes a date", "--today attend une date"},
		{"row 44 the year 10000", []string{"version", "--today", "10000-01-01"}, "--today takes a date", "--today attend une date"},
		{"row 44 the year 9999", []string{"version", "--today", "9999-01-01"}, "--today takes a date", "--today attend une date"},
		{"row 45 month 13", []string{"version", "--today", "2026-13-40"}, "--today takes a date", "--today attend une date"},
		{"row 44 a day that no journal has", []string{"version", "--today", "0099-01-01"}, "--today takes a date", "--today attend une date"},

		{"no text", []string{"add", "--kind", "coding", "--energy", "1"}, "heliotrope add TEXT", "heliotrope add TEXT"},
		{"a text without quotes", []string{"add", "Fed", "the", "quokka", "--kind", "coding", "--energy", "1"}, "heliotrope add TEXT", "heliotrope add TEXT"},
		{"empty text", []string{"add", "", "--kind", "coding", "--energy", "1"}, "The text must not be empty", "Le texte ne doit pas être vide"},
		{"row 60 blank text", []string{"add", " \u200b\n", "--kind", "coding", "--energy", "1"}, "The text must not be empty", "Le texte"},
		{"row 58 control characters", []string{"add", "a quokka\x1b[31m", "--kind", "coding", "--energy", "1"}, "The text must be plain", "Le texte doit être du texte simple"},
		{"row 58 invalid UTF-8", []string{"add", "a quokka\xff", "--kind", "coding", "--energy", "1"}, "The text must be plain", "Le texte doit être du texte simple"},
		{"row 55 long text", []string{"add", strings.Repeat("quokka ", 2000), "--kind", "coding", "--energy", "1"}, "The text is too long", "Le texte dépasse"},
		{"no kind", []string{"add", text, "--energy", "1"}, "this also needs: --kind", "il manque\u00a0: --kind"},
		{"no energy", []string{"add", text, "--kind", "coding"}, "this also needs: --energy", "il manque\u00a0: --energy"},
		{"neither", []string{"add", text}, "--energy, --kind", "--energy, --kind"},
		{"unknown kind", add("--kind", "quokka-keeping"), "--kind takes one of design, ", "--kind attend l’un de design, "},
		{"empty kind", add("--kind", ""), "--kind takes one of", "--kind attend"},
		{"energy too high", add("--energy", "3"), "The energy must be", "L’énergie doit être"},
		{"energy too low", add("--energy=-3"), "The energy must be", "L’énergie doit être"},
		{"energy far too high", add("--energy", "4294967298"), "The energy must be", "L’énergie doit être"},
		{"energy of a half", add("--energy", "0.5"), "--energy does not take", "--energy n’accepte pas"},
		{"energy in words", add("--energy", "a tired quokka"), "--energy does not take", "--energy n’accepte pas"},
		{"no hours", add("--hours", "0"), "The hours must be", "La durée doit être"},
		{"negative hours", add("--hours", "-1"), "The hours must be", "La durée doit être"},
		{"more hours than a week has", add("--hours", "168.5"), "The hours must be", "La durée doit être"},
		{"hours that are no number", add("--hours", "NaN"), "The hours must be", "La durée doit être"},
		{"endless hours", add("--hours", "Inf"), "The hours must be", "La durée doit être"},
		{"hours in words", add("--hours", "one quokka"), "--hours does not take", "--hours n’accepte pas"},
		{"unknown track", add("--track", "manager"), "The track must be", "La voie doit être"},
		{"empty tag", add("--tag", ""), "must not be empty", "ne doit pas être vide"},
		{"same tag twice", add("--tag", "quokka", "--tag", "quokka"), "must not appear twice", "deux fois"},
		{"no week", add("--week", "quokka"), "That is not a week", "Ce n’est pas une semaine"},
		{"row 48 a week that its year has not", add("--week", "2025-W53"), "That is not a week", "Ce n’est pas une semaine"},

		{"show no week", []string{"show", "quokka"}, "That is not a week", "Ce n’est pas une semaine"},
		{"show two weeks", []string{"show", "2026-W01", "2026-W02"}, "heliotrope show [WEEK]", "heliotrope show [WEEK]"},
		{"lean with a text", []string{"lean", "quokka"}, "heliotrope lean", "heliotrope lean"},
		{"lean from no week", []string{"lean", "--from", "2026-47"}, "That is not a week", "Ce n’est pas une semaine"},
		{"lean to no week", []string{"lean", "--to", "W47"}, "That is not a week", "Ce n’est pas une semaine"},
		{"lean backwards", []string{"lean", "--from", "2026-W10", "--to", "2026-W09"}, "--to is before --from", "--to vient avant --from"},

		{"report without a file", report(), "this also needs: --output", "il manque\u00a0: --output"},
		{"report without an extension", report("-o", "r"), "-o takes a file", "-o attend un fichier"},
		{"report with another extension", report("-o", "r.docx"), "-o takes a file", "-o attend un fichier"},
		{"report with an empty name", report("-o", ""), "-o takes a file", "-o attend un fichier"},
		{"report without an unknown part", report("-o", "r.html", "--redact", "quokka"), "--redact takes private, text", "--redact attend private, text"},
		{"report without parts in capitals", report("-o", "r.html", "--redact", "text,Tags"), "--redact takes private, text", "--redact attend private, text"},
		{"report without an unknown section", report("-o", "r.html", "--sections", "charts,quokka"), "--sections takes charts, moments", "--sections attend charts, moments"},
		{"report without unknown paper", report("-o", "r.html", "--paper", "a5"), "--paper takes a4, letter", "--paper attend a4, letter"},
		{"report backwards", report("-o", "r.html", "--from", "2026-W10", "--to", "2026-W09"), "--to is before --from", "--to vient avant --from"},
		{"report from no week", report("-o", "r.html", "--from", "quokka"), "That is not a week", "Ce n’est pas une semaine"},

		{"export with a name", []string{"export", "r.json"}, "heliotrope export", "heliotrope export"},
		{"import nothing", []string{"import"}, "heliotrope import FILE", "heliotrope import FILE"},
		{"import two files", []string{"import", "a.json", "b.json"}, "heliotrope import FILE", "heliotrope import FILE"},
		{"import an unknown format", []string{"import", "a.json", "--as", "quokka"}, "--as takes heliotrope", "--as attend heliotrope"},
		{"version with a text", []string{"version", "quokka"}, "heliotrope version", "heliotrope version"},
	}
	existing := sampleJournal(t)
	t.Chdir(t.TempDir()) // for the files that must not be made
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			check := remains(t, filepath.Dir(existing))
			missing := place(t)
			refuses(t, exitUsage, tt.en, on(existing, tt.args...)...)
			refuses(t, exitUsage, tt.en, on(missing, tt.args...)...)
			if tt.fr != "" {
				refuses(t, exitUsage, tt.fr, on(existing, append([]string{"--lang=fr"}, tt.args...)...)...)
			}
			check()
			for _, dir := range []string{filepath.Dir(missing), "."} {
				if found, err := os.ReadDir(dir); err != nil || len(found) > 0 {
					t.Errorf("made %v (%v)", found, err)
				}
			}
		})
	}
}

// A wrong call points to the help, as the last line.
func TestWrongUsagePointsToHelp(t *testing.T) {
	for lang, want := range map[string]string{"en": "See: heliotrope --help", "fr": "Voir\u00a0: heliotrope --help"} {
		said := lines(heliotrope(t, "--lang", lang, "frobnicate").err)
		if len(said) != 2 || !strings.HasPrefix(said[0], "heliotrope: ") || said[1] != want {
			t.Errorf("%s: %q", lang, said)
		}
	}
}
