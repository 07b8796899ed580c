package main

import (
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var exportedAt = regexp.MustCompile(`(?m)^  "exported": ".*",$`)

// What was exported and is imported elsewhere is exported as the same bytes,
// but for the time.
func TestRoundTrip(t *testing.T) {
	for _, name := range []string{"sample.en.json", "sample.fr.json"} {
		file := readFile(t, filepath.Join("..", "..", "assets", name))
		path := place(t)
		succeeds(t, on(path, "import", filepath.Join("..", "..", "assets", name))...)
		got := succeeds(t, on(path, "export")...).out
		if exportedAt.ReplaceAllString(got, "") != exportedAt.ReplaceAllString(file, "") {
			t.Errorf("%s came back otherwise", name)
		}
	}
}

func TestImportFromStandardInput(t *testing.T) {
	path := place(t)
	got := heliotropeReading(t, small, on(path, "import", "-")...)
	if got.code != exitDone {
		t.Fatalf("exit %d: %s", got.code, got.err)
	}
	if c := contents(t, path); !reflect.DeepEqual(c, exported(t, small)) {
		t.Errorf("the journal holds %v", c)
	}
}

// TestRow26ImportSays: the same file a second time adds nothing.
func TestRow26ImportSays(t *testing.T) {
	path := place(t)
	file := writeFile(t, "small.json", small)
	steps := []struct {
		name string
		args []string
		want string
	}{
		{"beforehand", []string{"import", "--dry-run", file}, "Would add 1 week with 2 moments and 1 event; 0 were already there. Nothing was changed."},
		{"first time", []string{"import", file}, "Added 1 week with 2 moments and 1 event; 0 were already there."},
		{"again, beforehand", []string{"import", file, "--dry-run"}, "Would add 0 weeks with 0 moments and 0 events; 2 were already there. Nothing was changed."},
		{"again", []string{"import", file, "--as=heliotrope"}, "Added 0 weeks with 0 moments and 0 events; 2 were already there."},
		{"again, in French", []string{"import", file, "--lang", "fr"}, "Ajouté : 0 semaine avec 0 moment et 0 événement ; 2 y étaient déjà."},
	}
	for _, tt := range steps { // one after the other
		got := succeeds(t, on(path, tt.args...)...)
		if said := strings.ReplaceAll(strings.TrimSpace(got.err), "\u00a0", " "); said != tt.want || got.out != "" {
			t.Errorf("%s: says %q, want %q", tt.name, said, tt.want)
		}
	}
	if c := contents(t, path); !reflect.DeepEqual(c, exported(t, small)) {
		t.Errorf("the journal holds %v", c)
	}
}

// Neither what is there already nor a look beforehand writes to the journal.
func TestImportWithoutEffect(t *testing.T) {
	path := sampleJournal(t)
	check := remains(t, filepath.Dir(path))
	succeeds(t, on(path, "import", sampleFile)...)
	check()
	other := writeFile(t, "other.json", strings.ReplaceAll(small, "2026-W47", "2031-W01"))
	succeeds(t, on(path, "import", "--dry-run", other)...)
	check()
}

// Weeks that are not there are added to those that are.
func TestImportAdds(t *testing.T) {
	path := sampleJournal(t)
	before := contents(t, path)
	succeeds(t, on(path, "import", writeFile(t, "other.json", strings.ReplaceAll(small, "2026-W47", "2031-W01")))...)
	after := contents(t, path)
	if len(after.Entries) != len(before.Entries)+1 || after.ID != before.ID {
		t.Fatalf("from %v with id %s to %v with id %s", before, before.ID, after, after.ID)
	}
	last := len(after.Entries) - 1
	if !reflect.DeepEqual(after.Entries[:last], before.Entries) || !reflect.DeepEqual(after.Entries[last], exported(t, strings.ReplaceAll(small, "2026-W47", "2031-W01")).Entries[0]) {
		t.Error("the weeks are not those of before and of the file")
	}
}

// A file that says something else of what is there is refused whole, with all
// that it says otherwise.
func TestRow27ImportConflict(t *testing.T) {
	path := place(t)
	succeeds(t, on(path, "import", writeFile(t, "small.json", small))...)
	check := remains(t, filepath.Dir(path))
	file := writeFile(t, "conflict.json", `{"format": "heliotrope-journal", "version": 1, "id": "other",
"events": [{"id": "e", "week": "2026-W47", "kind": "role", "title": "Another quokka"}],
"entries": [{"week": "2026-W46", "reflection": "This quokka is new"}, {"week": "2026-W47", "reflection": "Another quokka"}]}`)
	for _, args := range [][]string{{"import", file}, {"import", "--dry-run", file}} {
		refuses(t, exitFailed, "2026-W47, event e.\nNothing was changed.", on(path, args...)...)
		if said := heliotrope(t, on(path, args...)...).err; strings.Contains(said, "2026-W46") {
			t.Errorf("a week that fits is listed: %s", said)
		}
		check()
	}
	refuses(t, exitFailed, "2026-W47, événement e.\nRien n’a été modifié.", on(path, "--lang", "fr", "import", file)...)
}

// A bad file is refused with its place before the journal is opened, and
// makes none.
func TestImportBadFile(t *testing.T) {
	replaced := func(old, new string) string {
		if !strings.Contains(small, old) {
			t.Fatalf("the file has no %q", old)
		}
		return strings.Replace(small, old, new, 1)
	}
	tests := []struct {
		name, file, want string
	}{
		{"row 25 empty", "", "line 1, column 1: the file is empty"},
		{"no JSON", "week,quokka\n", "line 1, column 1: the file is not valid JSON"},
		{"other JSON", `{"quokka": 1}`, "line 1, column 1: format is missing"},
		{"row 22 cut short", small[:strings.Index(small, "on my own")], "line 5, column "},
		{"row 16 of a later version", replaced(`"version": 1`, `"version": 2`), "line 1, column 45: version was written by a newer version"},
		{"row 16 a field too many", replaced(`"private": true`, `"animal": true`), "line 6, column 112: entries[0].moments[1].animal is not a field"},
		{"row 15 a field in capitals", replaced(`"energy": 2`, `"Energy": 2`), "line 5, column 71: entries[0].moments[0].Energy is written in other capital letters"},
		{"row 23 energy too high", replaced(`"energy": 2`, `"energy": 3`), "line 5, column 81: entries[0].moments[0].energy must be a whole number from -2 to 2"},
		{"row 23 text for a number", replaced(`"hours": 2`, `"hours": "quokka"`), "entries[0].moments[0].hours must be a number"},
		{"row 13 half a character", replaced(`"Fed the`, `"Fed \ud800 the`), "line 5, column "},
		{"row 12 no UTF-8", replaced("Fed the", "Fed\xff the"), "the file is not valid UTF-8"},
		{"row 14 a field twice", replaced(`"energy": 2`, `"energy": 2, "energy": 1`), "entries[0].moments[0].energy appears twice"},
		{"row 18 nested too deep", strings.Repeat("[", 20_000), "is nested too deep"},
		{"row 25 only spaces", " \n\t ", "the file is empty"},
		{"a list instead", "[" + small + "]", "line 1, column 1: the file must be an object"},
		{"row 17 more behind the end", small + "{}", "line 7, column 1: the file goes on after its end"},
	}
	existing := sampleJournal(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			check := remains(t, filepath.Dir(existing))
			missing := place(t)
			file := writeFile(t, "bad.json", tt.file)
			for _, path := range []string{existing, missing} {
				refuses(t, exitFailed, tt.want, on(path, "import", file)...)
				refuses(t, exitFailed, "Nothing was changed.", on(path, "import", "--dry-run", file)...)
			}
			check()
			if found, err := os.ReadDir(filepath.Dir(missing)); err != nil || len(found) > 0 {
				t.Errorf("made %v (%v)", found, err)
			}
		})
	}
}

// A name that is no file is refused in the same way.
func TestImportWithoutFile(t *testing.T) {
	path := place(t)
	refuses(t, exitFailed, "Nothing was changed.", on(path, "import", filepath.Join(t.TempDir(), "quokka"))...)
	refuses(t, exitFailed, "did not work", on(path, "import", t.TempDir())...)
	if _, err := os.Stat(path); err == nil {
		t.Error("a journal was made")
	}
}

// A file that is there is replaced by a new one, whole, and not written into.
func TestRow41ExportReplacesTheFile(t *testing.T) {
	path, dir := sampleJournal(t), t.TempDir()
	target, link := filepath.Join(dir, "out.json"), filepath.Join(dir, "link.json")
	if err := os.WriteFile(target, []byte("before"), 0o640); err != nil {
		t.Fatal(err)
	}
	if err := os.Link(target, link); err != nil {
		t.Skip(err)
	}
	got := succeeds(t, on(path, "export", "-o", target)...)
	if got.out != "" || !strings.Contains(got.err, target) {
		t.Errorf("said %q on standard output and %q on standard error", got.out, got.err)
	}
	if !reflect.DeepEqual(exported(t, readFile(t, target)), contents(t, path)) {
		t.Error("the file is not what the journal holds")
	}
	if readFile(t, link) != "before" {
		t.Error("the old file was written into")
	}
	if found := files(t, dir); len(found) != 2 {
		t.Errorf("%d files are in the folder, want 2", len(found))
	}
}

// An export that fails leaves the file that was there, and nothing else.
func TestRow41ExportThatFails(t *testing.T) {
	path, dir := sampleJournal(t), t.TempDir()
	taken := filepath.Join(dir, "folder.json")
	if err := os.Mkdir(taken, 0o700); err != nil {
		t.Fatal(err)
	}
	refuses(t, exitFailed, "did not work", on(path, "export", "-o", taken)...)
	refuses(t, exitFailed, "not there", on(path, "export", "-o", filepath.Join(dir, "missing", "out.json"))...)
	if found := files(t, dir); len(found) > 0 {
		t.Errorf("left %v", found)
	}
}

// No name for the journal is one to write to, and not one where it will be.
func TestRow42NothingIsWrittenOverTheJournal(t *testing.T) {
	for _, begun := range []bool{true, false} {
		dir := t.TempDir()
		path := filepath.Join(dir, "journal.html") // so that a report could be meant too
		symlink, link := filepath.Join(dir, "symlink.html"), filepath.Join(dir, "link.html")
		names := []string{path, filepath.Join(dir, "..", filepath.Base(dir), "journal.html")}
		if begun {
			succeeds(t, on(path, "import", sampleFile)...)
			if os.Symlink(path, symlink) == nil {
				names = append(names, symlink)
			}
			if os.Link(path, link) == nil {
				names = append(names, link)
			}
		}
		t.Chdir(dir)
		names = append(names, "journal.html")
		check := remains(t, dir)
		for _, name := range names {
			refuses(t, exitUsage, "that file is the journal itself", on(path, "export", "-o", name)...)
			refuses(t, exitUsage, "that file is the journal itself", on(path, "report", "-o", name)...)
			refuses(t, exitUsage, "that file is the journal itself", on(path, "--sample", "report", "-o", name)...)
		}
		check()
		t.Chdir(filepath.Dir(dir))
	}
}

// A picture of a report is not written over the journal either.
func TestRow42NoPictureIsWrittenOverTheJournal(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "talk-lean.svg")
	succeeds(t, on(path, "import", sampleFile)...)
	check := remains(t, dir)
	refuses(t, exitUsage, "that file is the journal itself", on(path, "report", "-o", filepath.Join(dir, "talk.md"))...)
	check()
}

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
