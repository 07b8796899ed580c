package words_test

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/lean"
	"heliotrope/journal/report"
	"heliotrope/journal/words"
)

// made lists the ids that the program puts together as it runs: a beginning
// that its source has, or that it gets from another part of an id, and every
// end that may follow.
func made() map[string][]string {
	var kinds, months []string
	sides := []string{"technical", "people"}
	for _, k := range journal.BuiltInKinds() {
		kinds = append(kinds, k.ID)
	}
	for m := 1; m <= 12; m++ {
		months = append(months, strconv.Itoa(m))
	}
	return map[string][]string{
		"kind.":                      kinds,
		"track.":                     texts(journal.Tracks),
		"role.":                      texts(journal.Roles),
		"event.kind.":                texts(journal.EventKinds),
		"energy.":                    {"-2", "-1", "0", "1", "2"},
		"question.":                  join(texts(journal.Questions), ".ask", ".technical", ".people"),
		"month.":                     months,
		"month.short.":               months,
		"clock.":                     {"earlier", "far-ahead"},
		"away.":                      {"leave", "sick", "on-call", "other"},
		"prompt.":                    {"1", "2", "3", "4", "5", "6", "7", "8"},
		"field.":                     {"text", "kind", "track", "energy", "hours", "tags", "split", "title", "week", "role", "name", "reflection", "companySize"},
		"rule.":                      {"week", "text", "required", "length", "id", "unique", "track", "kind", "energy", "hours", "split", "question", "answer", "event-kind", "role", "count"},
		"problem.":                   join([]string{"in-use", "missing", "bad-copy", "empty-file", "not-journal", "newer-format", "damaged", "replaced", "closed", "week", "event-unknown", "read-only", "version-unknown", "trash-unknown", "nothing-to-undo", "permission", "not-exist", "exist", "disk-full", "disk-fault", "gone", "shortened", "other", "conflict", "exchange"}, ".what", ".safe", ".do"),
		"exchange.":                  {"empty", "too-large", "encoding", "syntax", "truncated", "trailing", "too-deep", "surrogate", "duplicate", "unknown", "case", "missing", "not-object", "not-list", "not-text", "not-number", "not-integer", "not-bool", "range", "time", "too-many", "format", "version", "newer"},
		"finding.title.":             join([]string{"early", "leaning", "clear"}, ".technical", ".people"),
		"finding.side.":              sides,
		"finding.swing.":             sides,
		"finding.energy.clear.":      sides,
		"finding.energy.likely.":     sides,
		"explain.":                   join(texts(lean.Figures), ".title", ".how", ".inputs", ".source"),
		"chart.lean.title.swing.":    sides,
		"chart.stated.name.":         texts(journal.Questions),
		"finding.facts.":             join([]string{"even", "technical", "people"}, ".even", ".technical", ".people"),
		"report.method.":             join([]string{"log", "week", "line", "claims", "sources", "limits"}, "", ".title"),
		"report.tracks.":             sides,
		"report.format.":             texts(report.Formats),
		"report.paper.":              append(texts(report.Papers), "any"),
		"report.section.":            texts(report.Sections),
		"step.":                      {"week", "text", "add", "delete", "drop", "restore"},
		"nav.":                       {"week", "trends", "journal", "report", "settings"},
		"keys.":                      join([]string{"week", "trends", "journal", "report", "settings", "new", "find", "prev", "next", "today", "undo", "redo", "tab", "arrows", "event", "enter"}, "", ".key"),
		"chart.quarters.title.one.":  append(sides, "none"),
		"chart.quarters.title.all.":  append(sides, "none"),
		"chart.quarters.title.some.": append(sides, "none"),
		"chart.quadrant.title.":      join(append(sides, "none"), ".technical", ".people", ".none"),
	}
}

// texts turns named strings into plain ones.
func texts[S ~string](values []S) []string {
	var plain []string
	for _, v := range values {
		plain = append(plain, string(v))
	}
	return plain
}

// join returns each beginning with each end.
func join(beginnings []string, ends ...string) []string {
	var all []string
	for _, b := range beginnings {
		for _, e := range ends {
			all = append(all, b+e)
		}
	}
	return all
}

// notIDs are texts of the source that look like ids of the catalog.
var notIDs = []string{"report.gohtml", "sample."}

// use is a text of the source that may name a sentence.
type use struct {
	id    string
	place string
	said  bool // it is what Say or Count is called with, so it must name one
}

// call is a sentence that the source says with gaps that can be read there.
type call struct {
	use
	args []string // sorted
}

// source returns what the program's own files say, tests left out.
func source(t *testing.T) (uses []use, calls []call) {
	t.Helper()
	root := filepath.Join("..", "..")
	fset := token.NewFileSet()
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir():
			if name := entry.Name(); path != root && (strings.HasPrefix(name, ".") || name == "testdata" || name == "dist") {
				return filepath.SkipDir
			}
			return nil
		case strings.HasSuffix(path, ".gohtml"):
			found, err := templateCalls(path)
			calls = append(calls, found...)
			return err
		case !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		file, err := parser.ParseFile(fset, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ImportSpec:
				return false
			case *ast.Field:
				return n.Tag == nil
			case *ast.BasicLit:
				if text, ok := literal(n); ok {
					uses = append(uses, use{text, fset.Position(n.Pos()).String(), false})
				}
			case *ast.CallExpr:
				if id, ok := beginning(n); ok {
					uses = append(uses, use{id, fset.Position(n.Pos()).String(), true})
				}
				if c, ok := callOf(n); ok {
					c.place = fset.Position(n.Pos()).String()
					calls = append(calls, c)
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(uses) == 0 || len(calls) == 0 {
		t.Fatal("the source was not found")
	}
	for _, c := range calls {
		uses = append(uses, c.use)
	}
	return uses, calls
}

// literal returns the value of a text in the source.
func literal(e ast.Expr) (string, bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	text, err := strconv.Unquote(lit.Value)
	return text, err == nil
}

// beginning returns the text with which the id begins that Say or Count is
// called with: all of "a.b", and "a." of "a."+c.
func beginning(e *ast.CallExpr) (string, bool) {
	method, ok := e.Fun.(*ast.SelectorExpr)
	if !ok || len(e.Args) == 0 || method.Sel.Name != "Say" && method.Sel.Name != "Count" {
		return "", false
	}
	first := e.Args[0]
	for sum, ok := first.(*ast.BinaryExpr); ok; sum, ok = first.(*ast.BinaryExpr) {
		first = sum.X
	}
	text, ok := literal(first)
	return text, ok && text != "" // a hint says "" when it is done
}

// callOf reads a call such as w.Say("id", words.Args{"Gap": value}) or
// w.Count("id", n). It leaves out those whose id or gaps are no literals.
func callOf(e *ast.CallExpr) (c call, ok bool) {
	method, ok := e.Fun.(*ast.SelectorExpr)
	if !ok || len(e.Args) == 0 {
		return c, false
	}
	rest := e.Args[1:]
	switch method.Sel.Name {
	case "Say":
	case "Count":
		if len(rest) == 0 {
			return c, false // strings.Count and its kin
		}
		c.args, rest = append(c.args, "Count"), rest[1:]
	default:
		return c, false
	}
	if c.id, ok = literal(e.Args[0]); !ok {
		return c, false
	}
	for _, arg := range rest {
		gaps, isList := arg.(*ast.CompositeLit)
		if !isList {
			return c, false
		}
		for _, element := range gaps.Elts {
			pair, isPair := element.(*ast.KeyValueExpr)
			if !isPair {
				return c, false
			}
			name, isLiteral := literal(pair.Key)
			if !isLiteral {
				return c, false
			}
			c.args = append(c.args, name)
		}
	}
	slices.Sort(c.args)
	return c, true
}

var sayInTemplate = regexp.MustCompile(`\.Say "([^"]+)"`)

// templateCalls returns what a template says; it cannot fill gaps.
func templateCalls(path string) ([]call, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var calls []call
	for i, line := range bytes.Split(content, []byte("\n")) {
		for _, found := range sayInTemplate.FindAllSubmatch(line, -1) {
			calls = append(calls, call{use: use{string(found[1]), path + ":" + strconv.Itoa(i+1), true}})
		}
	}
	return calls, nil
}

var (
	likeID        = regexp.MustCompile(`^[a-z]+(\.[a-zA-Z0-9-]+)+$`)
	likeBeginning = regexp.MustCompile(`^([a-z]+(\.[a-zA-Z0-9-]+)*\.)(%d)?$`)
)

// Every sentence that the source names exists, whether by its whole id or by a
// beginning that is on the list above.
func TestSaidSentencesExist(t *testing.T) {
	said := catalog(t, words.English)
	areas := make(map[string]bool)
	for id := range said {
		areas[strings.SplitN(id, ".", 2)[0]] = true
	}
	beginnings := made()
	uses, _ := source(t)
	for _, u := range uses {
		if !u.said && (!areas[strings.SplitN(u.id, ".", 2)[0]] || slices.Contains(notIDs, u.id)) {
			continue
		}
		if found := likeBeginning.FindStringSubmatch(u.id); found != nil {
			if beginnings[found[1]] == nil {
				t.Errorf("%s: %s… is put together, and not on the list of this test", u.place, u.id)
			}
			continue
		}
		if (u.said || likeID.MatchString(u.id)) && !exists(said, u.id) && !endsOf(beginnings, u.id) {
			t.Errorf("%s: nothing says %s", u.place, u.id)
		}
	}
	for beginning, ends := range beginnings {
		for _, end := range ends {
			if !exists(said, beginning+end) {
				t.Errorf("nothing says %s", beginning+end)
			}
		}
	}
}

func exists(said map[string]sentence, id string) bool {
	_, ok := said[id]
	return ok
}

// endsOf reports whether an id is a beginning without its dot, to which the
// source adds the rest, as to "finding.facts.even".
func endsOf(beginnings map[string][]string, id string) bool { return beginnings[id+"."] != nil }

// Nothing is translated that nobody says.
func TestEverySentenceIsSaid(t *testing.T) {
	used := make(map[string]bool)
	uses, _ := source(t)
	for _, u := range uses {
		used[u.id] = true
	}
	for beginning, ends := range made() {
		for _, end := range ends {
			used[beginning+end] = true
		}
	}
	for _, id := range slices.Sorted(maps.Keys(catalog(t, words.English))) {
		if !used[id] {
			t.Errorf("nobody says %s", id)
		}
	}
}

// Whoever says a sentence fills its gaps, all of them and no others, and
// counts where it has a plural.
func TestGapsAreFilled(t *testing.T) {
	said := catalog(t, words.English)
	_, calls := source(t)
	for _, c := range calls {
		s, ok := said[c.id]
		if !ok {
			continue // another test's
		}
		if s.plural() && !slices.Contains(c.args, "Count") {
			t.Errorf("%s: %s is said without a number", c.place, c.id)
		}
		if gaps := s.gaps(); !slices.Equal(gaps, c.args) {
			t.Errorf("%s: %s has the gaps %v, and is given %v", c.place, c.id, gaps, c.args)
		}
	}
}
