package ui

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

// TestOneFileStartsGoroutines reads the sources of the window: only tasks.go
// has a go statement. That only it calls fyne.Do is in .golangci.yml.
func TestOneFileStartsGoroutines(t *testing.T) {
	files := token.NewFileSet()
	starts := make(map[string]bool) // by the name of the file
	err := filepath.WalkDir(".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if statement, ok := n.(*ast.GoStmt); ok {
				starts[filepath.Base(path)] = true
				if filepath.Base(path) != "tasks.go" {
					t.Errorf("%s: a goroutine is started outside of tasks.go", files.Position(statement.Pos()))
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if !starts["tasks.go"] {
		t.Error("tasks.go was not read, or starts no goroutine")
	}
}
