package words_test

import (
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
	"heliotrope/journal/evidence"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// call is a place in the source that names a sentence.
type call struct {
	place string
	id    string   // all of the id, or its beginning
	whole bool     // the id is one literal
	gaps  []string // sorted
	known bool     // the gaps can be read at the call
}

// TestSentencesNamedExist: what Say and Count are called with is in the
// catalog, with all of its gaps filled and no others, and with a number where
// there is a plural.
func TestSentencesNamedExist(t *testing.T) {
	said := catalog(t, words.English)
	_, calls := source(t)
	for _, c := range calls {
		s, exists := said[c.id]
		switch {
		case !c.whole && !hasBeginning(said, c.id):
			t.Errorf("%s: no sentence begins with %s", c.place, c.id)
		case c.whole && !exists:
			t.Errorf("%s: there is no sentence %s", c.place, c.id)
		case c.whole && c.known && !slices.Equal(s.gaps(), c.gaps):
			t.Errorf("%s: %s has the gaps %v, and is given %v", c.place, c.id, s.gaps(), c.gaps)
		}
	}
}

// TestValuesHaveSentences: each value of the domain that is shown has a name.
func TestValuesHaveSentences(t *testing.T) {
	said := catalog(t, words.English)
	var kinds []string
	for _, k := range journal.BuiltInKinds() {
		kinds = append(kinds, k.ID)
	}
	var sources []string
	for _, k := range evidence.Kinds {
		sources = append(sources, k.ID())
	}
	for format, values := range map[string][]string{
		"sources.kind.%":       sources,
		"sources.about.%":      sources,
		"sources.count.%":      sources,
		"kind.%":               kinds,
		"kind.%.meaning":       kinds,
		"track.heading.%":      texts(journal.Tracks),
		"track.%":              texts(journal.Tracks),
		"role.%":               texts(journal.Roles),
		"event.kind.%":         texts(journal.EventKinds),
		"question.%.ask":       texts(journal.Questions),
		"question.%.technical": texts(journal.Questions),
		"question.%.people":    texts(journal.Questions),
		"explain.%.title":      texts(lean.Figures),
		"explain.%.how":        texts(lean.Figures),
		"explain.%.inputs":     texts(lean.Figures),
		"explain.%.source":     texts(lean.Figures),
	} {
		for _, value := range values {
			if id := strings.Replace(format, "%", value, 1); said[id].forms == nil {
				t.Errorf("there is no sentence %s", id)
			}
		}
	}
}

// TestEverySentenceIsUsed: the source has the id of each sentence, or its
// beginning up to a period.
func TestEverySentenceIsUsed(t *testing.T) {
	texts, calls := source(t)
	for _, c := range calls {
		texts[c.id] = true
	}
	for _, id := range slices.Sorted(maps.Keys(catalog(t, words.English))) {
		used := texts[id]
		for i, r := range id {
			if beginning := id[:i]; r == '.' && !used {
				used = texts[beginning+"."] || texts[beginning+".%d"] || strings.Contains(beginning, ".") && texts[beginning]
			}
		}
		if !used {
			t.Errorf("%s is not used", id)
		}
	}
}

func texts[S ~string](values []S) (plain []string) {
	for _, v := range values {
		plain = append(plain, string(v))
	}
	return plain
}

func hasBeginning(said map[string]sentence, beginning string) bool {
	for id := range said {
		if strings.HasPrefix(id, beginning) {
			return true
		}
	}
	return false
}

// source returns the texts and the calls of Say and Count in the program's own
// files and templates, without tests.
func source(t *testing.T) (texts map[string]bool, calls []call) {
	t.Helper()
	texts = make(map[string]bool)
	files := token.NewFileSet()
	err := filepath.WalkDir(filepath.Join("..", ".."), func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && (entry.Name() == "testdata" || entry.Name() == "dist" || strings.HasPrefix(entry.Name(), ".") && entry.Name() != ".."):
			return filepath.SkipDir
		case strings.HasSuffix(path, ".gohtml"):
			found, err := callsInTemplate(path)
			calls = append(calls, found...)
			return err
		case !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		file, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.BasicLit:
				if text, ok := literal(n); ok {
					texts[text] = true
				}
			case *ast.CallExpr:
				if c, ok := callOf(n); ok {
					c.place = files.Position(n.Pos()).String()
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
	if len(calls) == 0 {
		t.Fatal("the source was not found")
	}
	return texts, calls
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

// callOf reads a call such as w.Say("id", words.Args{"Gap": value}) or
// w.Count("id."+part, n), or one of what the commands say so with. It reports whether e
// is one.
func callOf(e *ast.CallExpr) (c call, ok bool) {
	method, ok := e.Fun.(*ast.SelectorExpr)
	if !ok || len(e.Args) == 0 {
		return c, false
	}
	id, rest := e.Args[0], e.Args[1:]
	switch {
	case slices.Contains([]string{"Say", "sayLine", "misuse"}, method.Sel.Name):
	case method.Sel.Name == "Count" && len(rest) > 0 && !isPackage(method.X, "strings", "bytes"):
		c.gaps, rest = append(c.gaps, "Count"), rest[1:]
	default:
		return c, false
	}
	c.whole, c.known = true, true
	for sum, ok := id.(*ast.BinaryExpr); ok; sum, ok = id.(*ast.BinaryExpr) {
		id, c.whole = sum.X, false
	}
	if c.id, ok = literal(id); !ok || c.id == "" {
		return c, false
	}
	for _, arg := range rest {
		list, _ := arg.(*ast.CompositeLit)
		if list == nil {
			c.known = false
			break
		}
		for _, element := range list.Elts {
			pair, _ := element.(*ast.KeyValueExpr)
			if pair == nil {
				c.known = false
				break
			}
			name, isLiteral := literal(pair.Key)
			c.known = c.known && isLiteral
			c.gaps = append(c.gaps, name)
		}
	}
	slices.Sort(c.gaps)
	return c, true
}

func isPackage(e ast.Expr, names ...string) bool {
	ident, ok := e.(*ast.Ident)
	return ok && slices.Contains(names, ident.Name)
}

var sayInTemplate = regexp.MustCompile(`\.Say "([^"]+)"`)

// callsInTemplate returns the calls in a template, which cannot fill gaps.
func callsInTemplate(path string) (calls []call, err error) {
	content, err := os.ReadFile(path)
	for _, found := range sayInTemplate.FindAllSubmatch(content, -1) {
		calls = append(calls, call{place: path, id: string(found[1]), whole: true, known: true})
	}
	return calls, err
}
