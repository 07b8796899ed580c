package words_test

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/words"
)

// secret stands for what a user wrote. No problem may repeat it.
const secret = "quokka"

// sentinels are the errors that a user may meet, by name.
var sentinels = map[string]error{
	"ErrWeek":           journal.ErrWeek,
	"ErrAhead":          journal.ErrAhead,
	"ErrWeekAway":       journal.ErrWeekAway,
	"ErrNotBegun":       journal.ErrNotBegun,
	"ErrInUse":          journal.ErrInUse,
	"ErrNotJournal":     journal.ErrNotJournal,
	"ErrMissing":        journal.ErrMissing,
	"ErrProtected":      journal.ErrProtected,
	"ErrFull":           journal.ErrFull,
	"ErrBehind":         journal.ErrBehind,
	"ErrBadCopy":        journal.ErrBadCopy,
	"ErrEmptyFile":      journal.ErrEmptyFile,
	"ErrDamaged":        journal.ErrDamaged,
	"ErrNewerFormat":    journal.ErrNewerFormat,
	"ErrReplaced":       journal.ErrReplaced,
	"ErrClosed":         journal.ErrClosed,
	"ErrEventUnknown":   journal.ErrEventUnknown,
	"ErrReadOnly":       journal.ErrReadOnly,
	"ErrNoHome":         journal.ErrNoHome,
	"ErrNowhere":        journal.ErrNowhere,
	"ErrNoSecond":       journal.ErrNoSecond,
	"ErrSameFolder":     journal.ErrSameFolder,
	"ErrSlow":           journal.ErrSlow,
	"ErrVersionUnknown": journal.ErrVersionUnknown,
	"ErrTrashUnknown":   journal.ErrTrashUnknown,
	"ErrNothingToUndo":  journal.ErrNothingToUndo,
	"fs.ErrNotExist":    fs.ErrNotExist,
	"fs.ErrExist":       fs.ErrExist,
	"fs.PathError":      &fs.PathError{Op: "open", Path: "/journal.db", Err: os.ErrPermission},
}

// declared returns the variables and constants of package journal's errors.go
// whose names begin with prefix, each with its value in the source.
func declared(t *testing.T, prefix string) map[string]ast.Expr {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), filepath.Join("..", "errors.go"), nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	found := make(map[string]ast.Expr)
	ast.Inspect(file, func(n ast.Node) bool {
		if spec, ok := n.(*ast.ValueSpec); ok {
			for i, name := range spec.Names {
				if strings.HasPrefix(name.Name, prefix) {
					found[name.Name] = spec.Values[i]
				}
			}
		}
		return true
	})
	if len(found) == 0 {
		t.Fatalf("nothing in errors.go begins with %s", prefix)
	}
	return found
}

// The list above has all that package journal declares.
func TestSentinelsAreListed(t *testing.T) {
	for name := range declared(t, "Err") {
		if _, ok := sentinels[name]; !ok {
			t.Errorf("journal.%s is not on the list", name)
		}
	}
}

// complete matches a sentence, or a command to run at its end.
var complete = regexp.MustCompile(`\.$|: heliotrope( [a-z-]+)+$`)

// Every error that one can meet has words of its own, all three, however deep
// it is wrapped; and none of what it is wrapped in is repeated.
func TestProblem(t *testing.T) {
	for _, lang := range words.Languages {
		w := words.In(lang)
		other := w.Problem(errors.New(""))
		said := make(map[string]string)
		for name, err := range sentinels {
			p := w.Problem(err)
			for part, text := range map[string]string{"what": p.What, "safe": p.Safe, "do": p.Do} {
				if text == "" || strings.Contains(text, "problem.") || !complete.MatchString(text) {
					t.Errorf("%s: %s: %s is %q", lang, name, part, text)
				}
			}
			if p.Safe == other.Safe && p.Do == other.Do {
				t.Errorf("%s: %s has no words of its own: %s", lang, name, p)
			}
			if twin, ok := said[p.What]; ok {
				t.Errorf("%s: %s and %s are both %q", lang, name, twin, p.What)
			}
			said[p.What] = name
			if got, want := p.String(), p.What+" "+p.Safe+" "+p.Do; got != want {
				t.Errorf("%s: %s as text is %q, want %q", lang, name, got, want)
			}
			for _, wrapped := range []error{
				fmt.Errorf("%s: %w", secret, err),
				fmt.Errorf("open %s: %w", secret, fmt.Errorf("read %s: %w", secret, err)),
				errors.Join(errors.New(secret), err),
				errors.Join(fmt.Errorf("%s: %w", secret, err), errors.New(secret)),
			} {
				if got := w.Problem(wrapped); got != p {
					t.Errorf("%s: %s wrapped is %q, want %q", lang, name, got, p)
				}
			}
			if strings.Contains(p.String(), secret) {
				t.Errorf("%s: %s repeats what the user wrote: %s", lang, name, p)
			}
		}
	}
}

// An error that has no words is not repeated: it is for those who make the
// program, in their language.
func TestProblemWithoutWords(t *testing.T) {
	err := errors.New("disk on fire")
	both(t, func(w *words.Words) string { return w.Problem(err).What },
		"That didn’t work, for a reason that isn’t known.", "L’opération a échoué, pour une raison inconnue.")
}

// Every rule that package journal declares can be said of a field.
func TestRules(t *testing.T) {
	for name, value := range declared(t, "Rule") {
		text, ok := literal(value)
		if !ok {
			t.Fatalf("journal.%s is no text", name)
		}
		for _, lang := range words.Languages {
			if said := words.In(lang).Rule(journal.Rule(text)); said == "" || strings.HasPrefix(said, "rule.") {
				t.Errorf("%s: journal.%s is said as %q", lang, name, said)
			}
		}
	}
}

func TestInvalid(t *testing.T) {
	tests := []struct {
		field  string
		rule   journal.Rule
		en, fr string
	}{
		{"hours", journal.RuleHours, "Hours must be more than 0 and at most 168.", "La durée doit dépasser 0 et ne pas dépasser 168 heures."},
		{"text", journal.RuleRequired, "Text must not be empty.", "Le texte ne doit pas être vide."},
		{"companySize", journal.RuleLength, "Company size is too long.", "La taille de l’entreprise dépasse la limite."},
		// A path that can be found in a file stays a path.
		{"moments[2].energy", journal.RuleEnergy, "moments[2].energy must be a whole number from -2 to 2.", "moments[2].energy doit être un nombre entier de -2 à 2."},
		{"event.title", journal.RuleRequired, "Title must not be empty.", "Le titre ne doit pas être vide."},
	}
	for _, tt := range tests {
		err := fmt.Errorf("%s: %w", secret, &journal.InvalidError{Field: tt.field, Rule: tt.rule})
		both(t, func(w *words.Words) string { return w.Problem(err).String() }, tt.en, tt.fr)
	}
}

// An error about a file names it if the name is known, however deep the error
// is wrapped.
func TestProblemNamesTheFile(t *testing.T) {
	for err, want := range map[error]string{
		fmt.Errorf("open: %w", &fs.PathError{Op: "open", Path: "/a.db", Err: fs.ErrNotExist}): "/a.db doesn’t exist.",
		&fs.PathError{Op: "copy", Path: "/a.db", Err: fs.ErrExist}:                            "/a.db already exists.",
		fs.ErrNotExist: "This file or folder doesn’t exist.",
	} {
		if got := words.In(words.English).Problem(err).What; got != want {
			t.Errorf("%v: %q, want %q", err, got, want)
		}
	}
}

// A conflict names every place, and what to do.
func TestConflict(t *testing.T) {
	err := fmt.Errorf("%s: %w", secret, &journal.ConflictError{Records: []journal.Ref{
		{One: "entry", Key: "2026-W49"}, {One: "entry", Key: "2026-W51"}, {One: "event", Key: "e1"}, {One: "kind", Key: "handover"},
	}})
	both(t, func(w *words.Words) string { return w.Problem(err).String() },
		"The journal and the file differ in: 2026-W49, 2026-W51, change e1, kind handover. Nothing was changed. "+
			"Import the file into an empty journal, or remove these items from the file.",
		"Le journal et le fichier diffèrent pour~: 2026-W49, 2026-W51, changement e1, type handover. Rien n’a été modifié. "+
			"Importez le fichier dans un journal vide, ou retirez ces éléments du fichier.")
}
