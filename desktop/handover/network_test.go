package handover

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Of package net this package uses sockets that are files, and nothing else.
func TestOnlyUnixSockets(t *testing.T) {
	allowed := map[string]bool{
		"Buffers": true, "Conn": true, "DialTimeout": true, "ErrClosed": true,
		"ListenUnix": true, "UnixAddr": true, "UnixConn": true, "UnixListener": true,
	}
	if network != "unix" {
		t.Errorf("the network is %q", network)
	}
	sources, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, name := range sources {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, source, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, i := range file.Imports {
			if strings.HasPrefix(i.Path.Value, `"net/`) || i.Name != nil {
				t.Errorf("%s imports %s", name, i.Path.Value)
			}
		}
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if x, ok := call.X.(*ast.Ident); ok && x.Name == "net" {
				found++
				if !allowed[call.Sel.Name] {
					t.Errorf("%s uses net.%s", name, call.Sel.Name)
				}
			}
			return true
		})
		if n := strings.Count(string(source), "net.DialTimeout(") - strings.Count(string(source), "net.DialTimeout(network, "); n != 0 {
			t.Errorf("%s dials another network", name)
		}
	}
	if found == 0 {
		t.Error("nothing was looked at")
	}
}
