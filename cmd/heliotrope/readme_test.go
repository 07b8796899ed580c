package main

import (
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// What README shows of the exchange file is one.
func TestReadmeExample(t *testing.T) {
	readme := readFile(t, filepath.Join("..", "..", "README.md"))
	found := regexp.MustCompile("(?s)```json\n(.*?)```").FindAllStringSubmatch(readme, -1)
	if len(found) != 1 {
		t.Fatalf("README.md has %d examples, want 1", len(found))
	}
	example := exported(t, found[0][1])
	if len(example.Kinds) == 0 || len(example.Events) == 0 || len(example.Entries) == 0 || example.Entries[0].Split == nil ||
		len(example.Entries[0].Moments) == 0 || len(example.Entries[0].Answers) == 0 || example.Entries[0].Reflection == "" {
		t.Error("the example leaves something out")
	}
	path := place(t)
	succeeds(t, on(path, "import", writeFile(t, "readme.json", found[0][1]))...)
	if got := contents(t, path); !reflect.DeepEqual(got, example) {
		t.Error("the journal holds something else than the example")
	}
}

// What README says that a refusal looks like is what one looks like.
func TestReadmeRefusal(t *testing.T) {
	readme := readFile(t, filepath.Join("..", "..", "README.md"))
	example := regexp.MustCompile("(?s)```json\n(.*?)```").FindStringSubmatch(readme)[1]
	bad := strings.Replace(example, `"energy": 2,`, `"energy": 3,`, 1)
	got := heliotrope(t, on(place(t), "import", writeFile(t, "bad.json", bad))...)
	said := strings.TrimPrefix(strings.Split(got.err, "\n")[0], "heliotrope: bad.json: ")
	said = strings.TrimPrefix(said, "heliotrope: ")
	if !slices.Contains(strings.Split(readme, "\n"), said) {
		t.Errorf("README.md does not show %q", said)
	}
}
