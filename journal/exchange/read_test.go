package exchange_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unsafe"

	"heliotrope/journal"
	"heliotrope/journal/exchange"
)

// file wraps the fields of a version 1 file behind its header.
func file(fields string) string {
	return `{"format": "heliotrope-journal", "version": 1, "id": "j"` + fields + `}`
}

func readString(t *testing.T, s string) journal.Contents {
	t.Helper()
	return read(t, []byte(s))
}

func TestReadAccepts(t *testing.T) {
	good := goodFile(t)
	tests := []struct {
		name string
		data string
	}{
		{"byte order mark", "\ufeff" + good},
		{"Windows line ends", strings.ReplaceAll(good, "\n", "\r\n")},
		{"Windows line ends in text", strings.ReplaceAll(good, `\n`, `\r\n`)},
		{"on one line", strings.ReplaceAll(good, "\n", "")},
		{"null split", strings.Replace(good, `"away": "sick",`, `"away": "sick", "split": null,`, 1)},
		{"not exported", strings.Replace(good, `"exported": "2026-11-23T07:00:00Z",`, "", 1)},
		{"escaped name", strings.Replace(good, `"energy": 2`, `"en\u0065rgy": 2`, 1)},
		{"escaped emoji", strings.Replace(good, "🔒", `\ud83d\udd12`, 1)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if tt.data == good {
				t.Fatal("the edit changed nothing")
			}
			checkSame(t, readString(t, tt.data), rich())
		})
	}
}

func TestReadOptional(t *testing.T) {
	checkSame(t, readString(t, file("")), journal.Contents{ID: "j"})

	got := readString(t, file(`,
		"kinds": [{"id": "debugging", "track": "both"}],
		"events": [{"id": "e", "week": "2026-W01", "kind": "role", "role": "staff"}],
		"entries": [{"week": "2026-W02", "split": {"people": 100}, "moments": [
			{"id": "m", "text": "x", "kind": "coding", "energy": 0, "hours": 1}]}]`))
	checkSame(t, got, journal.Contents{
		ID:     "j",
		Kinds:  []journal.Kind{{ID: "debugging", Track: journal.Both}},
		Events: []journal.Event{{ID: "e", Week: week("2026-W01"), Kind: journal.RoleEvent, Role: journal.RoleStaff}},
		Entries: []journal.Entry{{
			Week:  week("2026-W02"),
			Split: &journal.Split{People: 100},
			Moments: []journal.Moment{
				{ID: "m", Text: "x", Kind: "coding", Track: journal.Technical, Hours: 1},
			},
		}},
	})
}

func TestReadRequired(t *testing.T) {
	full := file(`, "kinds": [{"id": "k", "track": "both", "name": "K"}],
		"events": [{"id": "e", "week": "2026-W01", "kind": "other", "title": "x"}],
		"briefs": [{"gave": [{"week": "2026-W04", "id": "g"}], "took": [{"id": "t", "week": "2026-W03"}]}],
		"dismissed": [{"id": "d"}],
		"entries": [{"week": "2026-W02", "diary": [{"day": 1, "both": 2}], "answers": [{"question": "code", "value": 1}],
			"moments": [{"id": "m", "text": "x", "kind": "k", "energy": 0, "hours": 1, "track": "both"}]}]`)
	readString(t, full)
	tests := []struct{ cut, want string }{
		{`"format": "heliotrope-journal", `, "format"},
		{`"version": 1, `, "version"},
		{`"id": "j", `, "id"},
		{`"id": "k", `, "kinds[0].id"},
		{`"track": "both", `, "kinds[0].track"},
		{`"id": "e", `, "events[0].id"},
		{`"week": "2026-W01", `, "events[0].week"},
		{`"kind": "other", `, "events[0].kind"},
		{`, "id": "g"`, "briefs[0].gave[0].id"},
		{`, "week": "2026-W03"`, "briefs[0].took[0].week"},
		{`"id": "d"`, "dismissed[0].id"},
		{`"day": 1, `, "entries[0].diary[0].day"},
		{`"week": "2026-W02", `, "entries[0].week"},
		{`"question": "code", `, "entries[0].answers[0].question"},
		{`, "value": 1`, "entries[0].answers[0].value"},
		{`"id": "m", `, "entries[0].moments[0].id"},
		{`"text": "x", `, "entries[0].moments[0].text"},
		{`"kind": "k", `, "entries[0].moments[0].kind"},
		{`"energy": 0, `, "entries[0].moments[0].energy"},
	}
	for _, tt := range tests {
		_, err := exchange.Read(strings.NewReader(strings.Replace(full, tt.cut, "", 1)))
		if err == nil || !strings.HasSuffix(err.Error(), ": "+tt.want+" is missing") {
			t.Errorf("without %s: got %v, want %s is missing", tt.cut, err, tt.want)
		}
	}
}

// TestReadBrief: a list that is not there was not chosen, one that is empty was.
func TestReadBrief(t *testing.T) {
	got := readString(t, file(`, "briefs": [{"try": "x", "took": []}]`))
	checkSame(t, got, journal.Contents{ID: "j", Briefs: []journal.Brief{{Try: "x", Took: []journal.MomentRef{}}}})
	four := strings.Repeat(`, {"week": "2026-W02", "id": "m"}`, 4)[2:]
	for briefs, want := range map[string]string{
		`{}, {}`:                   "briefs[1] is one item too many",
		`{"gave": [` + four + `]}`: "briefs[0].gave[3] is one item too many",
		`{"gave": null}`:           "briefs[0].gave must be",
		`{"try": "` + strings.Repeat("x", journal.MaxTry+1) + `"}`: "briefs[0].try",
		`{"tried": "x"}`: "briefs[0].tried",
	} {
		if _, err := exchange.Read(strings.NewReader(file(`, "briefs": [` + briefs + `]`))); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.40s: got %v, want %s", briefs, err, want)
		}
	}
}

// TestReadHours: a track that is not there has no hours, and a day may have none at
// all. No evidence is not evidence of none.
func TestReadHours(t *testing.T) {
	got := readString(t, file(`, "entries": [{"week": "2026-W02", "evidence": {"both": 1.5}, "diary": [{"day": 2}, {"people": 3, "day": 7}]}]`))
	checkSame(t, got, journal.Contents{ID: "j", Entries: []journal.Entry{{
		Week: week("2026-W02"), Evidence: &journal.Hours{Both: 1.5},
		Diary: []journal.DiaryDay{{Day: 2}, {Day: 7, Hours: journal.Hours{People: 3}}},
	}}})
	for fields, want := range map[string]string{
		`"evidence": {}`:                         "entries[0].evidence",
		`"evidence": null`:                       "entries[0].evidence must be",
		`"evidence": {"hours": 1}`:               "entries[0].evidence.hours",
		`"evidence": {"people": "1"}`:            "entries[0].evidence.people",
		`"diary": [{"day": 1.5}]`:                "entries[0].diary[0].day",
		`"diary": [{"day": 8}]`:                  "entries[0].diary[0].day",
		`"diary": [{"day": 2}, {"day": 1}]`:      "entries[0].diary[1].day",
		`"diary": [{"day": 2, "technical": 25}]`: "entries[0].diary[0]",
		`"diary": [` + strings.Repeat(`{"day": 2}, `, 7) + `{"day": 7}]`:                        "entries[0].diary[7] is one item too many",
		`"moments": [{"id": "m", "text": "x", "kind": "coding", "energy": 0, "source": "a b"}]`: "entries[0].moments[0].source",
	} {
		if _, err := exchange.Read(strings.NewReader(file(`, "entries": [{"week": "2026-W02", ` + fields + `}]`))); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want %s", fields, err, want)
		}
	}
}

func TestReadDefaultTrack(t *testing.T) {
	const moment = `{"id": "m%d", "text": "x", "kind": %q, "energy": 0, "hours": 1}`
	entries := `, "entries": [{"week": "2026-W02", "moments": [` +
		fmt.Sprintf(moment, 1, "one-on-one") + "," + fmt.Sprintf(moment, 2, "pairing") + "," +
		fmt.Sprintf(moment, 3, "debugging") + "," + fmt.Sprintf(moment, 4, "circle") + `]}]`
	kinds := `, "kinds": [{"id": "debugging", "track": "both"}, {"id": "circle", "name": "C", "track": "people"}]`
	want := []journal.Track{journal.People, journal.Both, journal.Both, journal.People}
	for _, fields := range []string{kinds + entries, entries + kinds} { // in either order
		for i, m := range readString(t, file(fields)).Entries[0].Moments {
			if m.Track != want[i] {
				t.Errorf("%s: got track %q, want %q", m.Kind, m.Track, want[i])
			}
		}
	}
}

// In a file without tracks a kind has the track that it had when the format was
// defined, unless the file itself has another for it.
func TestReadDefaultTrackOfVersion1(t *testing.T) {
	const moments = `, "entries": [{"week": "2026-W02", "moments": [
		{"id": "a", "text": "x", "kind": "planning", "energy": 0},
		{"id": "b", "text": "x", "kind": "stakeholders", "energy": 0}]}]`
	for kinds, want := range map[string][]journal.Track{
		"": {journal.People, journal.People},
		`, "kinds": [{"id": "planning", "track": "technical"}]`: {journal.Technical, journal.People},
	} {
		for i, m := range readString(t, file(kinds+moments)).Entries[0].Moments {
			if m.Track != want[i] {
				t.Errorf("%s: got track %q, want %q", m.Kind, m.Track, want[i])
			}
		}
	}
}

// Hours that were not said are not in the file, and those not in the file were not
// said.
func TestHoursNotSaid(t *testing.T) {
	c := rich()
	c.Entries[0].Moments[0].Hours = 0
	data := write(t, c)
	if n := bytes.Count(data, []byte(`"hours"`)); n != 1 {
		t.Errorf("%d moments have hours, want 1", n)
	}
	got, err := exchange.Read(bytes.NewReader(data))
	if err != nil || got.Entries[0].Moments[0].Hours != 0 || got.Entries[0].Moments[1].Hours != 0.5 {
		t.Errorf("got %+v, %v", got.Entries[0].Moments, err)
	}
}

// TestReadSharesTexts: a kind or a tag that comes again is in memory once.
func TestReadSharesTexts(t *testing.T) {
	const moment = `{"id": "m%d", "text": "Found it", "kind": "coding", "energy": 1, "tags": ["checkout"]}`
	moments := readString(t, file(fmt.Sprintf(`, "entries": [{"week": "2026-W47", "moments": [`+moment+`, `+moment+`]}]`, 1, 2))).Entries[0].Moments
	for _, texts := range [][2]string{{moments[0].Kind, moments[1].Kind}, {moments[0].Tags[0], moments[1].Tags[0]}} {
		if unsafe.StringData(texts[0]) != unsafe.StringData(texts[1]) {
			t.Errorf("%q is in memory twice", texts[0])
		}
	}
}

func TestReadSorts(t *testing.T) {
	c := readString(t, file(`,
		"events": [{"id": "b", "week": "2026-W02", "kind": "other", "title": "x"},
			{"id": "a", "week": "2026-W02", "kind": "other", "title": "x"}],
		"entries": [{"week": "2026-W02", "away": "x"}, {"week": "2025-W52", "away": "x"}]`))
	if c.Events[0].ID != "a" || c.Entries[0].Week != week("2025-W52") {
		t.Errorf("got events %v and entries %v", c.Events, c.Entries)
	}
}

func TestReadSentinels(t *testing.T) {
	tests := []struct {
		data    string
		is      error
		problem exchange.Problem
	}{
		{`[]`, journal.ErrNotJournal, exchange.ProblemNotObject},
		{`{}`, journal.ErrNotJournal, exchange.ProblemMissing},
		{`{"format": "x", "version": 7}`, journal.ErrNotJournal, exchange.ProblemFormat},
		// The fields of a later version are not this version's business.
		{`{"version": 7, "moods": [{}], "format": "heliotrope-journal"}`, journal.ErrNewerFormat, exchange.ProblemNewer},
	}
	for _, tt := range tests {
		_, err := exchange.Read(strings.NewReader(tt.data))
		bad, ok := errors.AsType[*exchange.Error](err)
		if !ok || bad.Problem != tt.problem || !errors.Is(err, tt.is) {
			t.Errorf("%s: got %v, want %q wrapping %v", tt.data, err, tt.problem, tt.is)
		}
	}
}

// endless repeats a text for ever and counts the bytes.
type endless struct {
	text string
	n    int
}

func (r *endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = r.text[(r.n+i)%len(r.text)]
	}
	r.n += len(p)
	return len(p), nil
}

// TestReadEndless: what is no exchange file, or none any more, is not read for
// much longer than one that is.
func TestReadEndless(t *testing.T) {
	if testing.Short() {
		t.Skip("it reads and writes tens of megabytes")
	}
	const begun = `{"format": "heliotrope-journal", "version": 1, "id": "j", `
	for name, tt := range map[string]struct{ begin, repeat, want string }{
		"spaces":            {"", " ", "format is missing"},
		"spaces behind":     {file(""), " ", "larger than 2.5 GB"},
		"spaces inside":     {begun, " ", "larger than 2.5 GB"},
		"zeros":             {"", "\x00", "format is missing"},
		"noise":             {"", "\xff", "is not valid UTF-8"},
		"an endless text":   {begun + `"prompt": "`, "x", "larger than 2.5 GB"},
		"an endless number": {begun + `"version": `, "1", "length\""},
		"an endless list":   {begun + `"entries": [`, "{},", "is one item too many"},
		"nested":            {begun + `"kinds": `, "[", "is nested too deep"},
		"another format":    {`{"tracks": [`, `"a song",`, "format is missing"},
		"spoiled later":     {begun + `"kinds": [` + strings.Repeat("{},", 12_000_000), "\x00", "is not valid JSON"},
	} {
		t.Run(name, func(t *testing.T) {
			rest := &endless{text: tt.repeat}
			_, err := exchange.Read(io.MultiReader(strings.NewReader(tt.begin), rest))
			if err == nil || !strings.HasSuffix(err.Error(), tt.want) {
				t.Errorf("got %v, want %s", err, tt.want)
			}
			if most := max(64_000_000, 2*len(tt.begin)); len(tt.begin)+rest.n > most+1000 {
				t.Errorf("read %d bytes", len(tt.begin)+rest.n)
			}
		})
	}
}

// TestReadHugeFile: a file that is larger than any journal is not even opened for
// reading. Its bytes are not on the disk.
func TestReadHugeFile(t *testing.T) {
	f, err := os.Create(filepath.Join(t.TempDir(), "huge.json"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := f.Truncate(exchange.MaxSize + 1); err != nil {
		t.Skip(err)
	}
	if _, err := exchange.Read(f); err == nil || err.Error() != "the file is larger than 2.5 GB" {
		t.Errorf("got %v", err)
	}
	if at, err := f.Seek(0, io.SeekCurrent); at != 0 || err != nil {
		t.Errorf("read %d bytes (%v)", at, err)
	}
}

// TestReadLongFile: what is longer than is looked at in one go is read all the
// same, wherever the looks cut it.
func TestReadLongFile(t *testing.T) {
	if testing.Short() {
		t.Skip("it reads and writes tens of megabytes")
	}
	const length = 35_000_000
	for shift := range 3 { // the look ends in another byte of a rune
		c := journal.Contents{ID: "j" + strings.Repeat("j", shift)}
		for w := week("1950-W01"); len(c.Entries) < 1_800; w = w.Next() {
			c.Entries = append(c.Entries, journal.Entry{Week: w, Reflection: strings.Repeat("🔒", journal.MaxReflection/4)})
		}
		data := write(t, c)
		if len(data) < length {
			t.Fatalf("only %d bytes", len(data))
		}
		checkSame(t, read(t, data), c)
	}
}

func TestReadTooManyOthers(t *testing.T) {
	repeat := func(n int, item string) string {
		items := make([]string, n)
		for i := range items {
			items[i] = fmt.Sprintf(item, i)
		}
		return strings.Join(items, ",")
	}
	const entry = `{"week": "2026-W01", "away": "%d"}`
	tests := []struct{ fields, want string }{
		{`, "entries": [` + repeat(20_000, entry) + `]`, "entries[15953] is one item too many"},
		{`, "entries": [{"week": "2026-W01", "moments": [` + repeat(1_001,
			`{"id": "%d", "text": "x", "kind": "coding", "energy": 0, "hours": 1}`) + `]}]`,
			"entries[0].moments[1000] is one item too many"},
	}
	for _, tt := range tests {
		_, err := exchange.Read(strings.NewReader(file(tt.fields)))
		if err == nil || !strings.HasSuffix(err.Error(), ": "+tt.want) {
			t.Errorf("got %v, want %s", err, tt.want)
		}
	}
}

// FuzzRead holds that Read never panics, that what it refuses is an *Error
// about a place in the file, and that what it accepts can be written and read
// back as it was.
func FuzzRead(f *testing.F) {
	good := goodFile(f)
	f.Add([]byte(good))
	f.Add([]byte(file("")))
	for _, table := range [][]damage{syntaxDamage, shapeDamage, ruleDamage} {
		for _, d := range table {
			data, _, _ := d.apply(f, good)
			f.Add(data)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := exchange.Read(bytes.NewReader(data))
		if err != nil {
			checkRefused(t, c, err)
			bad, _ := errors.AsType[*exchange.Error](err)
			if lines := 1 + bytes.Count(data, []byte("\n")); bad.Line < 1 || bad.Line > lines || bad.Column < 1 {
				t.Errorf("%v, in a file of %d lines", err, lines)
			}
			return
		}
		var first, second bytes.Buffer
		if err := exchange.Write(&first, c, exported); err != nil {
			t.Fatalf("write what was read: %v", err)
		}
		again, err := exchange.Read(bytes.NewReader(first.Bytes()))
		if err != nil {
			t.Fatalf("read what was written: %v", err)
		}
		checkSame(t, again, c)
		if err := exchange.Write(&second, again, exported); err != nil || !bytes.Equal(first.Bytes(), second.Bytes()) {
			t.Errorf("written again, with error %v:\n%s\nwant:\n%s", err, &second, &first)
		}
	})
}
