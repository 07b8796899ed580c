package journal_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// badInput is something bad that a user, a file, a clock or a disk may hand to
// the program. Its number is that of the row in the list of bad inputs; a test
// of it is a function TestRow12… or a subtest "row 12 …".
type badInput struct {
	row      int
	input    string
	packages []string // that hold tests of it; none if it cannot come yet
}

// in lists packages.
func in(packages ...string) []string { return packages }

// notYet is for inputs that nothing takes so far. Who lets one in moves it to
// the package that tests it.
var notYet []string

var badInputs = []badInput{
	// What is written as CSV. CSV is not read.
	{1, "a cell that a spreadsheet takes for a formula", in("journal/report")},
	{2, "a cell that begins with an apostrophe", in("journal/report")},
	{3, "CSV with CRLF in a cell", notYet},
	{4, "CSV with a byte order mark", notYet},
	{5, "CSV with semicolons or tabs", notYet},
	{6, "CSV in UTF-16", notYet},
	{7, "CSV with ragged rows or open quotes", notYet},
	{8, "CSV with NUL in a cell", notYet},
	{9, "CSV with a missing, repeated or unknown column", notYet},
	{10, "CSV of a million columns, or with a cell of 50 MB", notYet},
	{11, "CSV with numbers like 3,5 or 1e400", notYet},

	// The exchange file.
	{12, "JSON that is not UTF-8", in("journal/exchange", "cmd/heliotrope")},
	{13, "a lone surrogate", in("journal/exchange", "cmd/heliotrope")},
	{14, "a name twice", in("journal/exchange", "cmd/heliotrope")},
	{15, "a name in other capital letters", in("journal/exchange", "cmd/heliotrope")},
	{16, "an unknown field, a newer version", in("journal/exchange", "cmd/heliotrope")},
	{17, "something behind the end", in("journal/exchange", "cmd/heliotrope")},
	{18, "20,000 nested lists", in("journal/exchange", "cmd/heliotrope")},
	{19, "a byte order mark", in("journal/exchange")},
	{20, "NUL and other control characters in a text", in("journal/exchange")},
	{21, "a file of gigabytes", in("journal/exchange")},
	{22, "a file cut short", in("journal/exchange", "cmd/heliotrope")},
	{23, "numbers out of range, fractions, null", in("journal/exchange", "cmd/heliotrope")},
	{24, "null for a text", in("journal/exchange")},
	{25, "an empty file", in("journal/exchange", "cmd/heliotrope")},
	{26, "the same file twice", in("journal", "cmd/heliotrope")},
	{27, "an older export over newer text", in("journal", "cmd/heliotrope")},

	// Archives are not read.
	{28, "an archive with names that lead out of it", notYet},
	{29, "an archive with names of Windows", notYet},
	{30, "an archive with links", notYet},
	{31, "an archive that unpacks without end", notYet},
	{32, "an archive with a name twice", notYet},
	{33, "an archive that is encrypted or damaged", notYet},
	{34, "an archive in an archive", notYet},

	// Reports and exports.
	{35, "markup in a text", in("journal/report")},
	{36, "an address that runs something", in("journal/report")},
	{37, "characters that turn the direction, or have no width", in("journal/report")},
	{38, "a report opened from the disk", in("journal/report")},
	{39, "Markdown in a text", in("journal/report")},
	{40, "a text or a path as the name of a file", in("ui")},
	{41, "a place that takes no file, a full disk", in("journal/outfile", "cmd/heliotrope")},
	{42, "an export over the journal, or its folder", in("cmd/heliotrope")},

	// Weeks and clocks.
	{43, "30 February, 24 o'clock, a leap second", in("journal/exchange", "cmd/heliotrope")},
	{44, "the years 0, 1899, 9999 and 10000", in("journal", "journal/exchange", "cmd/heliotrope")},
	{45, "month 13, day 40", in("cmd/heliotrope")},
	{46, "the first days of 2021", in("journal")},
	{47, "the last days of 2024 and 2025", in("journal")},
	{48, "weeks 0, 53 and 54", in("journal", "journal/exchange", "cmd/heliotrope")},
	{49, "a year of 53 weeks", in("journal/chart")},
	{50, "a week in which the clocks change", in("journal")},
	{51, "a day without a midnight", in("journal")},
	{52, "a traveler, an offset of long ago", in("journal", "journal/exchange")},
	{53, "a clock set back a year", in("journal", "cmd/heliotrope", "ui")},
	{54, "a clock in 1970 or 2099", in("journal", "cmd/heliotrope", "ui")},

	// Texts.
	{55, "a paste of 10 MB", in("journal", "ui/controls", "ui", "cmd/heliotrope")},
	{56, "a paste of one long paragraph, or of many lines", in("ui")},
	{57, "long texts that are there already", in("ui", "journal/report")},
	{58, "line ends, control characters and bytes that are no text", in("journal", "ui", "cmd/heliotrope")},
	{59, "5,000 combining marks, joined emoji", in("journal", "ui")},
	{60, "spaces, or nothing that can be seen", in("journal", "journal/exchange", "ui", "cmd/heliotrope")},

	// Places and permissions.
	{61, "a journal of 0 bytes, garbage, another program's, a newer format", in("journal/boltstore", "cmd/heliotrope")},
	{62, "the stick with the journal pulled out", in("journal/boltstore", "cmd/heliotrope", "ui")},
	{63, "a folder that is synchronized", in("journal/backup")},
	{64, "two windows on one journal", in("cmd/heliotrope")},
	{65, "a file or folder that may only be read", in("journal/boltstore")},
	{66, "a full disk", in("cmd/heliotrope", "ui")},
	{67, "the end of the session while one types", in("cmd/heliotrope", "ui")},

	// Nothing is encrypted yet.
	{68, "a wrong passphrase three times", notYet},
	{69, "a damaged header of an encrypted journal", notYet},
	{70, "a key that takes all memory to derive", notYet},
}

// TestBadInputs holds that every bad input that can come is tested where this
// list says, and that no test of one is missing from the list.
func TestBadInputs(t *testing.T) {
	tested := rowsTested(t, "..")
	for i, b := range badInputs {
		if b.row != i+1 {
			t.Fatalf("row %d follows row %d", b.row, i)
		}
		for _, pkg := range b.packages {
			if !slices.Contains(tested[b.row], pkg) {
				t.Errorf("row %d, %s: no test in %s is named after it", b.row, b.input, pkg)
			}
		}
		for _, pkg := range tested[b.row] {
			if !slices.Contains(b.packages, pkg) {
				t.Errorf("row %d, %s: %s tests it, and the list does not say so", b.row, b.input, pkg)
			}
		}
		delete(tested, b.row)
	}
	if len(tested) > 0 {
		t.Errorf("tests are named after rows that do not exist: %v", tested)
	}
}

// How tests name their row.
var (
	rowFunction = regexp.MustCompile(`^(?:Test|Fuzz)Row(\d+)[A-Z]`)
	rowSubtest  = regexp.MustCompile(`^row (\d+) .`)
)

// rowsTested reads the tests below root and returns, for each row, the packages
// that test it.
func rowsTested(t *testing.T, root string) map[int][]string {
	t.Helper()
	tested := make(map[int][]string)
	for _, name := range testFiles(t, root) {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		folder, err := filepath.Rel(root, filepath.Dir(name))
		if err != nil {
			t.Fatal(err)
		}
		pkg := filepath.ToSlash(folder)
		for _, row := range rowsNamed(file) {
			if !slices.Contains(tested[row], pkg) {
				tested[row] = append(tested[row], pkg)
			}
		}
	}
	return tested
}

// rowsNamed returns the rows that the tests of a file are named after.
func rowsNamed(file *ast.File) (rows []int) {
	add := func(found []string) {
		if found != nil {
			row, _ := strconv.Atoi(found[1]) // digits
			rows = append(rows, row)
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			add(rowFunction.FindStringSubmatch(n.Name.Name))
		case *ast.BasicLit:
			if text, err := strconv.Unquote(n.Value); n.Kind == token.STRING && err == nil {
				add(rowSubtest.FindStringSubmatch(text))
			}
		}
		return true
	})
	return rows
}

func testFiles(t *testing.T, root string) (names []string) {
	t.Helper()
	for _, s := range readModule(t, root) {
		if strings.HasSuffix(s.file, "_test.go") {
			names = append(names, filepath.Join(root, strings.TrimPrefix(s.pkg, module), s.file))
		}
	}
	return names
}

// TestBadInputsCanFail: the list is held by names, so make sure that they are
// read.
func TestBadInputsCanFail(t *testing.T) {
	const source = `package p
func TestRow7Ragged(t *testing.T) { t.Run("row 8 NUL", nil); t.Run("in row 9", nil) }
func FuzzRow10(f *testing.F) {}
func TestRow11() {}
func TestRow12x() {}
func FuzzRow13Surrogates(f *testing.F) {}`
	file, err := parser.ParseFile(token.NewFileSet(), "p_test.go", source, 0)
	if err != nil {
		t.Fatal(err)
	}
	if got := rowsNamed(file); !slices.Equal(got, []int{7, 8, 13}) {
		t.Errorf("found rows %v", got)
	}
}
