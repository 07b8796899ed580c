package main

import (
	"encoding/json"
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

// The manual names every field of lean --json, and its tables no other.
func TestTheManualNamesTheFieldsOfLean(t *testing.T) {
	var result any
	if err := json.Unmarshal([]byte(succeeds(t, "--sample", "lean", "--json").out), &result); err != nil {
		t.Fatal(err)
	}
	fields := make(map[string]bool)
	var collect func(value any)
	collect = func(value any) {
		switch value := value.(type) {
		case map[string]any:
			for name, inside := range value {
				fields[name] = true
				collect(inside)
			}
		case []any:
			for _, inside := range value {
				collect(inside)
			}
		}
	}
	collect(result)
	for _, name := range []string{"perQuarter", "z", "p"} { // of a trend, which the sample has not
		fields[name] = true
	}
	code := regexp.MustCompile("`([A-Za-z0-9]+)`")
	for language, heading := range map[string]string{"en": "## All figures as JSON", "fr": "## Tous les chiffres en JSON"} {
		page := readFile(t, filepath.Join("..", "..", "assets", "manual", language, "figures.md"))
		_, section, _ := strings.Cut(page, heading)
		section, _, _ = strings.Cut(section, "\n## ")
		for name := range fields {
			if !strings.Contains(section, "`"+name+"`") {
				t.Errorf("%s/figures.md does not name the field %s", language, name)
			}
		}
		for line := range strings.Lines(section) {
			first, _, _ := strings.Cut(strings.TrimPrefix(line, "| "), "|")
			for _, found := range code.FindAllStringSubmatch(first, -1) {
				if strings.HasPrefix(line, "| ") && !fields[found[1]] {
					t.Errorf("%s/figures.md names the field %s, which lean has not", language, found[1])
				}
			}
		}
	}
}
