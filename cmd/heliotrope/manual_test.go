package main

import (
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// exchangePage returns the page of the manual on the exchange file in a
// language, and the example in it.
func exchangePage(t *testing.T, language string) (page, example string) {
	t.Helper()
	page = readFile(t, filepath.Join("..", "..", "assets", "manual", language, "exchange.md"))
	found := regexp.MustCompile("(?s)```json\n(.*?)```").FindAllStringSubmatch(page, -1)
	if len(found) != 1 {
		t.Fatalf("exchange.md has %d examples, want 1", len(found))
	}
	return page, found[0][1]
}

func TestTheExampleInTheManualIsAnExchangeFile(t *testing.T) {
	_, text := exchangePage(t, "en")
	example := exported(t, text)
	if len(example.Kinds) == 0 || len(example.Events) == 0 || len(example.Entries) == 0 || example.Entries[0].Split == nil ||
		len(example.Entries[0].Moments) == 0 || len(example.Entries[0].Answers) == 0 || example.Entries[0].Reflection == "" {
		t.Error("the example leaves something out")
	}
	path := place(t)
	succeeds(t, on(path, "import", writeFile(t, "example.json", text))...)
	if got := contents(t, path); !reflect.DeepEqual(got, example) {
		t.Error("the journal differs from the example")
	}
}

func TestTheRefusalInTheManualIsARefusal(t *testing.T) {
	for _, language := range []string{"en", "fr"} {
		page, example := exchangePage(t, language)
		bad := strings.Replace(example, `"energy": 2,`, `"energy": 3,`, 1)
		got := heliotrope(t, on(place(t), "--lang", language, "import", writeFile(t, "bad.json", bad))...)
		said := strings.TrimPrefix(strings.Split(got.err, "\n")[0], "heliotrope: ")
		if !slices.Contains(strings.Split(page, "\n"), said) {
			t.Errorf("%s/exchange.md does not show %q", language, said)
		}
	}
}
