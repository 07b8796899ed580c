package main

import (
	"bytes"
	"encoding/binary"
	"flag"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"heliotrope/cmd/heliotrope/internal/stdout"
	"heliotrope/journal/boltstore"
)

var update = flag.Bool("update", false, "rewrite what the scripts compare with what they got")

// TestScripts runs the sessions in testdata/script. A script has a home of its
// own, in which the journal is home/journal.db, and takes $TODAY for today, a
// Monday. $SAMPLE is an exchange file with a year and a half of everything.
// Besides the commands of testscript it has those below.
func TestScripts(t *testing.T) {
	sample, err := filepath.Abs(sampleFile)
	if err != nil {
		t.Fatal(err)
	}
	metadata := readFile(t, filepath.Join("..", "..", "FyneApp.toml"))
	version := regexp.MustCompile(`(?m)^Version = "(.+)"$`).FindStringSubmatch(metadata)
	if version == nil {
		t.Fatal("FyneApp.toml has no version")
	}
	testscript.Run(t, testscript.Params{
		Dir:           filepath.Join("testdata", "script"),
		WorkdirRoot:   t.TempDir(),
		UpdateScripts: *update,
		Setup: func(e *testscript.Env) error {
			home := filepath.Join(e.WorkDir, "home")
			for name, value := range map[string]string{
				"HOME": home, "XDG_CONFIG_HOME": filepath.Join(home, "config"), "XDG_DATA_HOME": filepath.Join(home, "data"),
				"HELIOTROPE_JOURNAL": filepath.Join(home, "journal.db"),
				"LC_ALL":             "en_US.UTF-8", "LANGUAGE": "en",
				"DISPLAY": "", "WAYLAND_DISPLAY": "",
				"SAMPLE": sample, "TODAY": "2026-11-23", "VERSION": version[1],
			} {
				e.Setenv(name, value)
			}
			e.Values[snapshotKey{}] = make(map[string]map[string]string)
			return os.Mkdir(home, 0o700)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"damage": damageCommand, "damage-last": damageLastCommand, "files": filesCommand, "hold": holdCommand,
			"same": sameCommand, "snapshot": snapshotCommand, "unchanged": unchangedCommand,
		},
	})
}

// secret is part of every text that a script logs. No message may repeat it.
const secret = "quokka"

// heliotropeCommand is the program as scripts run it, in a process of its own.
func heliotropeCommand() {
	surviveReader()
	code := runInScript(os.Args[1:])
	if code == exitUnread {
		endUnread()
	}
	os.Exit(code)
}

// statusCommand is "status CODE heliotrope ARGUMENT...": it requires that the
// program ends with CODE, and with nothing on standard output if CODE is 2.
func statusCommand() {
	code, out := 0, new(bytes.Buffer)
	code = runInScriptTo(io.MultiWriter(stdout.Writer(), out), os.Args[3:])
	switch {
	case strconv.Itoa(code) != os.Args[1]:
		_, _ = os.Stderr.WriteString("exit status " + strconv.Itoa(code) + "\n")
		os.Exit(1)
	case code == exitUsage && out.Len() > 0:
		_, _ = os.Stderr.WriteString("a wrong call is answered on standard output\n")
		os.Exit(1)
	}
}

func runInScript(args []string) int { return runInScriptTo(stdout.Writer(), args) }

func runInScriptTo(out io.Writer, args []string) int {
	if today := os.Getenv("TODAY"); today != "" {
		args = append([]string{"--today", today}, args...)
	}
	var errs strings.Builder
	code := run(args, os.Stdin, out, io.MultiWriter(os.Stderr, &errs))
	if strings.Contains(strings.ToLower(errs.String()), secret) {
		_, _ = os.Stderr.WriteString("a message repeats what the user wrote\n")
		return -1
	}
	return code
}

// damageCommand is "damage FILE TEXT": it flips a bit in the last place where
// the file has the text.
func damageCommand(ts *testscript.TestScript, _ bool, args []string) {
	content := ts.ReadFile(args[0])
	at := strings.LastIndex(content, args[1])
	if at < 0 {
		ts.Fatalf("%s does not have %s", args[0], args[1])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(flip(content, at)), 0o600))
}

// damageLastCommand is "damage-last FILE": it flips a bit in the page that leads
// to the last save of a journal, so that its file shows the state before.
func damageLastCommand(ts *testscript.TestScript, _ bool, args []string) {
	content := []byte(ts.ReadFile(args[0]))
	const header, pageSizeAt, transactionAt = 16, 8, 48 // of a meta page of bbolt
	second := int(binary.NativeEndian.Uint32(content[header+pageSizeAt:]))
	transaction := func(page int) uint64 { return binary.NativeEndian.Uint64(content[page+header+transactionAt:]) }
	newest := 0
	if transaction(second) > transaction(0) {
		newest = second
	}
	content[newest+header+transactionAt] ^= 0x40
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), content, 0o600))
}

// filesCommand is "files COUNT PATTERN": it requires that so many files match,
// and sets $file to the last of them.
func filesCommand(ts *testscript.TestScript, _ bool, args []string) {
	found, err := filepath.Glob(ts.MkAbs(args[1]))
	ts.Check(err)
	if strconv.Itoa(len(found)) != args[0] {
		ts.Fatalf("%d files match: %q", len(found), found)
	}
	if len(found) > 0 {
		ts.Setenv("file", found[len(found)-1])
	}
}

// holdCommand is "hold FILE": another program has the journal in it open until
// the script ends.
func holdCommand(ts *testscript.TestScript, _ bool, args []string) {
	store, err := boltstore.Open(ts.MkAbs(args[0]))
	ts.Check(err)
	ts.Defer(func() { ts.Check(store.Close()) })
}

// sameCommand is "same FILE FILE": it requires that two exchange files contain
// the same, whenever they were written.
func sameCommand(ts *testscript.TestScript, neg bool, args []string) {
	first, err := readExchange(ts.ReadFile(args[0]))
	ts.Check(err)
	second, err := readExchange(ts.ReadFile(args[1]))
	ts.Check(err)
	if reflect.DeepEqual(first, second) == neg {
		ts.Fatalf("%s and %s are the same: %v", args[0], args[1], neg)
	}
}

// snapshotCommand is "snapshot FOLDER", and unchangedCommand "unchanged
// FOLDER": it requires the same files with the same bytes as at the snapshot.
func snapshotCommand(ts *testscript.TestScript, _ bool, args []string) {
	found, err := files(ts.MkAbs(args[0]))
	ts.Check(err)
	ts.Value(snapshotKey{}).(map[string]map[string]string)[args[0]] = found
}

func unchangedCommand(ts *testscript.TestScript, _ bool, args []string) {
	before, ok := ts.Value(snapshotKey{}).(map[string]map[string]string)[args[0]]
	if !ok {
		ts.Fatalf("no snapshot of %s", args[0])
	}
	after, err := files(ts.MkAbs(args[0]))
	ts.Check(err)
	for _, change := range changes(before, after) {
		ts.Logf("%s", change)
		ok = false
	}
	if !ok {
		ts.Fatalf("%s was changed", args[0])
	}
}

type snapshotKey struct{}
