package assets_test

import (
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"heliotrope/assets"
	"heliotrope/journal"
	"heliotrope/journal/words"
)

// manualPages returns the pages of the manual in a language, by file name.
func manualPages(t *testing.T, language string) map[string]string {
	t.Helper()
	files, err := fs.ReadDir(assets.Manual, "manual/"+language)
	if err != nil {
		t.Fatal(err)
	}
	pages := make(map[string]string)
	for _, file := range files {
		data, err := assets.Manual.ReadFile("manual/" + language + "/" + file.Name())
		if err != nil {
			t.Fatal(err)
		}
		pages[file.Name()] = string(data)
	}
	return pages
}

var codeBlock = regexp.MustCompile("(?ms)^```.*?^```$")

// outline returns the levels of a page's headings and its count of list items
// and table rows, which a translation does not change.
func outline(page string) (levels []string, items, rows int) {
	for line := range strings.Lines(codeBlock.ReplaceAllString(page, "")) {
		switch {
		case strings.HasPrefix(line, "#"):
			level, _, _ := strings.Cut(line, " ")
			levels = append(levels, level)
		case strings.HasPrefix(line, "- "):
			items++
		case strings.HasPrefix(line, "|"):
			rows++
		}
	}
	return levels, items, rows
}

func TestManualHasTheSamePagesInBothLanguages(t *testing.T) {
	english, french := manualPages(t, "en"), manualPages(t, "fr")
	for name := range french {
		if _, ok := english[name]; !ok {
			t.Errorf("fr/%s has no page in English", name)
		}
	}
	for name, page := range english {
		translated, ok := french[name]
		if !ok {
			t.Errorf("en/%s has no page in French", name)
			continue
		}
		levels, items, rows := outline(page)
		gotLevels, gotItems, gotRows := outline(translated)
		if !slices.Equal(levels, gotLevels) || items != gotItems || rows != gotRows {
			t.Errorf("fr/%s has headings %v, %d list items and %d table rows; en/%s has %v, %d and %d",
				name, gotLevels, gotItems, gotRows, name, levels, items, rows)
		}
	}
}

var markdownLink = regexp.MustCompile(`\]\(([^)\s]+)\)`)

// TestLinksResolve follows the links of all papers to files and headings of the
// repository. Links to other sites are not followed.
func TestLinksResolve(t *testing.T) {
	var papers []string
	for _, pattern := range []string{"../*.md", "../.github/*.md", "manual/*/*.md"} {
		found, err := filepath.Glob(pattern)
		if err != nil || len(found) == 0 {
			t.Fatalf("no papers match %s (%v)", pattern, err)
		}
		papers = append(papers, found...)
	}
	for _, paper := range papers {
		data, err := os.ReadFile(paper)
		if err != nil {
			t.Fatal(err)
		}
		for _, match := range markdownLink.FindAllStringSubmatch(codeBlock.ReplaceAllString(string(data), ""), -1) {
			link, err := url.Parse(match[1])
			if err != nil {
				t.Errorf("%s: %v", paper, err)
				continue
			}
			if link.Scheme != "" {
				continue
			}
			target := paper
			if link.Path != "" {
				target = filepath.Join(filepath.Dir(paper), filepath.FromSlash(link.Path))
			}
			if _, err := os.Stat(target); err != nil {
				t.Errorf("%s links to %s, which does not exist", paper, match[1])
				continue
			}
			if link.Fragment != "" && !hasHeading(t, target, link.Fragment) {
				t.Errorf("%s links to %s, which has no such heading", paper, match[1])
			}
		}
	}
}

// hasHeading reports whether a page has a heading with an anchor as GitHub
// names it.
func hasHeading(t *testing.T, page, anchor string) bool {
	t.Helper()
	data, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		heading := strings.TrimSpace(strings.TrimLeft(line, "#"))
		if strings.HasPrefix(line, "#") && strings.ReplaceAll(strings.ToLower(heading), " ", "-") == anchor {
			return true
		}
	}
	return false
}

// TestReadmeIsShort holds README to what one reads before a first start.
func TestReadmeIsShort(t *testing.T) {
	info, err := os.Stat("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	if info.Size() > 8<<10 {
		t.Errorf("README.md has %d bytes; the rest belongs in the manual", info.Size())
	}
}

// The manual lists the built-in kinds as the program does, each with its id.
func TestManualListsTheKinds(t *testing.T) {
	for _, language := range words.Languages {
		w, pages := words.In(language), manualPages(t, string(language))
		for _, k := range journal.BuiltInKinds() {
			name := "**" + w.Kind(k) + "**"
			if line := "\n- " + strings.Replace(w.KindLine(k), w.Kind(k), name, 1) + "\n"; !strings.Contains(pages["using.md"], line) {
				t.Errorf("%s: using.md lacks %q", language, line)
			}
		}
		for _, track := range journal.Tracks {
			var ids []string
			for _, k := range journal.BuiltInKinds().Of(track) {
				ids = append(ids, "`"+k.ID+"`")
			}
			if line := strings.Join(ids, " "); !strings.Contains(pages["exchange.md"], line+"\n") {
				t.Errorf("%s: exchange.md lacks %q", language, line)
			}
		}
	}
}
