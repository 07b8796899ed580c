package journal_test

import (
	"fmt"
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The layers of the program, held over every file of the module whatever its
// build tags. See the package comment and the README for the picture.

const module = "heliotrope"

// source is what the rules look at in one file.
type source struct {
	pkg     string // import path
	file    string // name
	imports []string
	gates   bool // it starts goroutines or calls fyne.Do
}

func (s source) isTest() bool { return strings.HasSuffix(s.file, "_test.go") }

// layerRules tell which imports are wrong.
var layerRules = []struct {
	name   string
	breaks func(s source, imported string) bool
}{
	{"package journal imports the standard library only, and storetest in its tests", func(s source, imported string) bool {
		inTest := s.isTest() && (imported == module+"/journal" || imported == module+"/journal/storetest")
		return s.pkg == module+"/journal" && !isStandard(imported) && !inTest
	}},
	{"nothing under journal imports ui or cmd", func(s source, imported string) bool {
		return within(s.pkg, module+"/journal") && (within(imported, module+"/ui") || within(imported, module+"/cmd"))
	}},
	{"only ui imports Fyne", func(s source, imported string) bool {
		return within(imported, "fyne.io") && !within(s.pkg, module+"/ui")
	}},
	{"ui never imports boltstore", func(s source, imported string) bool {
		return within(s.pkg, module+"/ui") && within(imported, module+"/journal/boltstore")
	}},
	{"chartview knows charts and weeks, and no words", func(s source, imported string) bool {
		return s.pkg == module+"/ui/chartview" && !s.isTest() && within(imported, module+"/journal") &&
			imported != module+"/journal" && imported != module+"/journal/chart"
	}},
	{"widgets that could be lifted out of ui know no journal", func(s source, imported string) bool {
		lifted := within(s.pkg, module+"/ui") && s.pkg != module+"/ui" && s.pkg != module+"/ui/chartview"
		return lifted && !s.isTest() && within(imported, module+"/journal")
	}},
	{"only boltstore imports bbolt", func(s source, imported string) bool {
		return within(imported, "go.etcd.io") && s.pkg != module+"/journal/boltstore"
	}},
	{"only paper writes PDF", func(s source, imported string) bool {
		return within(imported, "codeberg.org/go-pdf") && s.pkg != module+"/journal/report/paper"
	}},
	{"paper knows no journal, only charts", func(s source, imported string) bool {
		return s.pkg == module+"/journal/report/paper" && !s.isTest() && within(imported, module) &&
			imported != module+"/journal/chart"
	}},
	{"only words, ui and cmd import assets", func(s source, imported string) bool {
		allowed := s.pkg == module+"/journal/words" || within(s.pkg, module+"/ui") || within(s.pkg, module+"/cmd")
		return within(imported, module+"/assets") && !allowed && !s.isTest()
	}},
	{"assets imports the standard library only", func(s source, imported string) bool {
		return within(s.pkg, module+"/assets") && !isStandard(imported) && !s.isTest()
	}},
	{"nothing but tests opens connections", func(s source, imported string) bool {
		network := within(imported, "net") && imported != "net/url" || within(imported, "golang.org/x/net")
		return network && !s.isTest()
	}},
}

// within reports whether pkg is the package at root or below it.
func within(pkg, root string) bool { return pkg == root || strings.HasPrefix(pkg, root+"/") }

// isStandard reports whether a package is of the standard library, whose first
// path element has no dot, and which this module is not.
func isStandard(pkg string) bool {
	first, _, _ := strings.Cut(pkg, "/")
	return !strings.Contains(first, ".") && first != module
}

// violations returns what breaks the rules.
func violations(sources []source) (broken []string) {
	var gates []string
	for _, s := range sources {
		for _, imported := range s.imports {
			for _, rule := range layerRules {
				if rule.breaks(s, imported) {
					broken = append(broken, fmt.Sprintf("%s/%s imports %s, but %s", s.pkg, s.file, imported, rule.name))
				}
			}
		}
		if s.gates && within(s.pkg, module+"/ui") && !s.isTest() {
			gates = append(gates, s.pkg+"/"+s.file)
		}
	}
	if len(gates) > 1 {
		broken = append(broken, fmt.Sprintf("one file in ui starts goroutines and calls fyne.Do, not %v", gates))
	}
	return broken
}

func TestLayers(t *testing.T) {
	sources := readModule(t, "..")
	packages := make(map[string]bool)
	for _, s := range sources {
		packages[s.pkg] = true
	}
	for _, known := range []string{module + "/journal", module + "/journal/boltstore", module + "/cmd/heliotrope"} {
		if !packages[known] {
			t.Errorf("%s was not read, only %v", known, slices.Sorted(maps.Keys(packages)))
		}
	}
	for _, broken := range violations(sources) {
		t.Error(broken)
	}
}

// TestLayersCanFail breaks each rule once.
func TestLayersCanFail(t *testing.T) {
	for _, test := range []struct {
		pkg, file, imported string
		fails               bool
	}{
		{"journal", "a.go", "golang.org/x/text", true},
		{"journal", "a.go", "heliotrope/journal/lean", true},
		{"journal", "a.go", "heliotrope/journal/storetest", true},
		{"journal", "a.go", "go/ast", false},
		{"journal", "a_test.go", "heliotrope/journal/storetest", false},
		{"journal", "a_test.go", "github.com/stretchr/testify", true},
		{"journal/report", "a.go", "heliotrope/ui", true},
		{"journal/report", "a_test.go", "heliotrope/ui/chartview", true},
		{"journal/report", "a.go", "heliotrope/cmd/heliotrope", true},
		{"journal/report", "a.go", "fyne.io/fyne/v2", true},
		{"journal/report", "a.go", "heliotrope/assets", true},
		{"journal/report", "a.go", "heliotrope/journal/chart", false},
		{"journal/report", "a.go", "heliotrope/journal/report/paper", false},
		{"journal/report", "a.go", "codeberg.org/go-pdf/fpdf", true},
		{"journal/report/paper", "a.go", "codeberg.org/go-pdf/fpdf", false},
		{"journal/report/paper", "a.go", "heliotrope/journal/chart", false},
		{"journal/report/paper", "a.go", "heliotrope/journal/report", true},
		{"journal/report/paper", "a.go", "heliotrope/journal", true},
		{"journal/report/paper", "a_test.go", "heliotrope/journal/words", false},
		{"journal/words", "a.go", "heliotrope/assets", false},
		{"journal/storetest", "a.go", "go.etcd.io/bbolt", true},
		{"journal/boltstore", "a.go", "go.etcd.io/bbolt/errors", false},
		{"journal/exchange", "a.go", "net/http", true},
		{"journal/exchange", "a.go", "net", true},
		{"journal/exchange", "a.go", "net/url", false},
		{"ui", "a.go", "fyne.io/fyne/v2", false},
		{"ui", "a.go", "heliotrope/assets", false},
		{"ui", "a.go", "heliotrope/journal/words", false},
		{"ui", "a.go", "heliotrope/journal/boltstore", true},
		{"ui", "a_test.go", "heliotrope/journal/boltstore", true},
		{"ui", "a.go", "net/http", true},
		{"ui", "a_test.go", "net/http", false},
		{"ui/chartview", "a.go", "heliotrope/journal/words", true},
		{"ui/chartview", "a.go", "heliotrope/journal/lean", true},
		{"ui/chartview", "a.go", "heliotrope/journal", false},
		{"ui/chartview", "a.go", "heliotrope/journal/chart", false},
		{"ui/controls", "a.go", "heliotrope/journal", true},
		{"ui/controls", "a.go", "fyne.io/fyne/v2", false},
		{"cmd/heliotrope", "a.go", "fyne.io/fyne/v2/app", true},
		{"cmd/heliotrope", "a.go", "heliotrope/journal/boltstore", false},
		{"cmd/heliotrope", "a.go", "heliotrope/assets", false},
		{"assets", "a.go", "heliotrope/journal", true},
		{"assets", "a.go", "embed", false},
	} {
		s := source{pkg: path.Join(module, test.pkg), file: test.file, imports: []string{test.imported}}
		if broken := violations([]source{s}); (len(broken) > 0) != test.fails {
			t.Errorf("%s/%s imports %s: %v", test.pkg, test.file, test.imported, broken)
		}
	}
}

// TestGateCanFail: one file may start goroutines, a second may not.
func TestGateCanFail(t *testing.T) {
	const head = "package ui\n\nimport \"fyne.io/fyne/v2\"\n\n"
	for code, want := range map[string]bool{
		head + "func f() { go f() }":                                                                         true,
		head + "func f() { fyne.Do(f) }":                                                                     true,
		head + "func f() { fyne.DoAndWait(f) }":                                                              true,
		head + "var f = fyne.Do":                                                                             true,
		"package ui\n\nimport kit \"fyne.io/fyne/v2\"\n\nfunc f() { kit.Do(f) }":                             true,
		"package ui\n\nimport \"sync\"\n\nvar fyne sync.Once\n\nfunc f() { fyne.Do(f) }":                     false,
		head + "func f() { fyne.CurrentApp() }":                                                              false,
		head + "// go f() and fyne.Do(f) in a comment\nfunc f() { println(\"fyne.Do\", fyne.NewSize(1,1)) }": false,
	} {
		file, err := parser.ParseFile(token.NewFileSet(), "a.go", code, 0)
		if err != nil {
			t.Fatal(err)
		}
		if got := isGate(file); got != want {
			t.Errorf("gate is %v, want %v, in\n%s", got, want, code)
		}
	}
	gate := func(pkg, file string) source { return source{pkg: path.Join(module, pkg), file: file, gates: true} }
	for _, test := range []struct {
		sources []source
		fails   bool
	}{
		{nil, false},
		{[]source{gate("ui", "task.go")}, false},
		{[]source{gate("ui", "task.go"), gate("ui", "task_test.go"), gate("journal/boltstore", "a.go")}, false},
		{[]source{gate("ui", "task.go"), gate("ui", "week.go")}, true},
		{[]source{gate("ui", "task.go"), gate("ui/chartview", "view.go")}, true},
	} {
		if broken := violations(test.sources); (len(broken) > 0) != test.fails {
			t.Errorf("%v: %v", test.sources, broken)
		}
	}
}

// readModule parses every Go file below root, which holds go.mod.
func readModule(t *testing.T, root string) (sources []source) {
	t.Helper()
	err := filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
		base := entry.Name()
		switch {
		case err != nil:
			return err
		case entry.IsDir() && name != root && (base == "testdata" || base == "dist" || strings.ContainsAny(base[:1], "._")):
			return filepath.SkipDir
		case entry.IsDir() || filepath.Ext(base) != ".go":
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			return err
		}
		folder, err := filepath.Rel(root, filepath.Dir(name))
		if err != nil {
			return err
		}
		s := source{pkg: path.Join(module, filepath.ToSlash(folder)), file: base, gates: isGate(file)}
		for _, spec := range file.Imports {
			s.imports = append(s.imports, importPath(spec))
		}
		sources = append(sources, s)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return sources
}

func importPath(spec *ast.ImportSpec) string {
	unquoted, err := strconv.Unquote(spec.Path.Value)
	if err != nil {
		return spec.Path.Value
	}
	return unquoted
}

// isGate reports whether file starts a goroutine or names fyne.Do or
// fyne.DoAndWait.
func isGate(file *ast.File) (found bool) {
	fyne := ""
	for _, spec := range file.Imports {
		if importPath(spec) == "fyne.io/fyne/v2" {
			fyne = "fyne"
			if spec.Name != nil {
				fyne = spec.Name.Name
			}
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GoStmt:
			found = true
		case *ast.SelectorExpr:
			pkg, ok := n.X.(*ast.Ident)
			found = found || ok && fyne != "" && pkg.Name == fyne && (n.Sel.Name == "Do" || n.Sel.Name == "DoAndWait")
		}
		return !found
	})
	return found
}

// TestStandard: the checker knows the standard library from the rest by the
// first path element only, so make sure that this holds.
func TestStandard(t *testing.T) {
	for _, pkg := range []string{"fmt", "net/http", "go/ast"} {
		if found, err := build.Import(pkg, "", build.FindOnly); err != nil || !found.Goroot || !isStandard(pkg) {
			t.Errorf("%s is not taken for the standard library (%v)", pkg, err)
		}
	}
	for _, pkg := range []string{"heliotrope/journal", "heliotrope", "go.etcd.io/bbolt", "golang.org/x/text", "fyne.io/fyne/v2"} {
		if isStandard(pkg) {
			t.Errorf("%s is taken for the standard library", pkg)
		}
	}
}
