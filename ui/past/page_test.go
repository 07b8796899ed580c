package past

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/search"
	"heliotrope/ui/texts"
	"heliotrope/ui/uitest"
)

// rows names the rows of the list: weeks by their number, moments by their text.
func (d *desk) rows() (rows []string) {
	d.Clock.Finish()
	for _, row := range d.page.results.found.Rows {
		switch m := row.Moment(); {
		case m != nil:
			rows = append(rows, m.Text)
		case row.Item == search.Reflection:
			rows = append(rows, "reflection")
		default:
			rows = append(rows, fmt.Sprint(row.Entry.Week.Number()))
		}
	}
	return rows
}

func TestSearch(t *testing.T) {
	d := newDesk(t, uitest.Sample(t))
	d.page.Search()
	all := len(d.rows())
	if newest, _ := d.Journal.Newest(); d.page.results.found.Rows[0].Entry.Week != newest {
		t.Errorf("the list begins with %v", d.page.results.found.Rows[0].Entry.Week)
	}
	for _, query := range []string{"histogram", "#none of this", "debugging", "ANOUK"} {
		d.page.search.set("")
		d.Write(query)
		if n := len(d.rows()); n >= all || n == 0 && query[0] != '#' {
			t.Errorf("%q finds %d rows of %d", query, n, all)
		}
	}
	d.page.search.set("histogram")
	d.Sees("moment", "Clear all")
	row := d.page.results.found.Rows[1]
	d.page.list.OnOpen(1)
	if len(d.opened) != 1 || d.opened[0] != row.Entry.Week || d.moment != row.Moment().ID {
		t.Errorf("a click opened %v at %q, want %v at %q", d.opened, d.moment, row.Entry.Week, row.Moment().ID)
	}
}

// What the eye reads is found, however it is typed.
func TestSearchInAnySpelling(t *testing.T) {
	texts := []string{
		"It didn’t deploy", "Le nœud maître est lent", "on‑call week", "naïve cafe\u0301", "İstanbul’da ışık", "Ελλάδα, ο Οδυσσεύς", "10\u00a0h of Łódź",
		"Ёлка и мой чай", "שָׁלוֹם", "مُحَمَّد أحمد", "\u1112\u1161\u11ab\u1100\u116e\u11a8", "ｶﾞｽとカタカナ", "co\u00adoperate", "２０２６年",
	}
	d := newDesk(t, journal.Contents{})
	for i, text := range texts {
		e := journal.Entry{Week: d.Today().Add(-i), Moments: []journal.Moment{{
			ID: "m", Text: text, Kind: "coding", Track: journal.Technical, Hours: 1, Tags: []string{fmt.Sprintf("Étiquette‑%d.", i)},
		}}}
		if err := d.Journal.Save(e); err != nil {
			t.Fatal(err)
		}
	}
	d.page.Shown()
	for query, want := range map[string]int{
		"didn't": 0, "noeud maitre": 1, "NŒUD": 1, "on-call": 2, "NAIVE café": 3, "istanbul'da ISIK": 4, "ελλαδα": 5, "οδυσσευσ": 5, "10 h lodz": 6, "ŁÓDŹ": 6,
		"елка": 7, "МОЙ": 7, "שלום": 8, "محمد احمد": 9, "한국": 10, "がす": 11, "ガス かたかな": 11, "cooperate": 12, "2026": 13, "#etiquette-5.": 5, "ETIQUETTE—7.": 7,
	} {
		d.page.search.set(query)
		if rows := d.rows(); len(rows) != 2 || rows[1] != texts[want] {
			t.Errorf("%q finds %q, want %q", query, rows, texts[want])
		}
	}
	for _, query := range []string{"мои", "かす", "하", "didnt", "oncall", "نحمد"} {
		if d.page.search.set(query); len(d.rows()) != 0 {
			t.Errorf("%q finds %q", query, d.rows())
		}
	}
}

// aFewVersions writes a week three times and returns it.
func (d *desk) aFewVersions() journal.Week {
	d.T.Helper()
	e := journal.Entry{Week: d.Today()}
	for _, text := range []string{"One thing was said.", "Another thing was said.", "A third was written."} {
		e.Reflection = text
		e.Moments = append(e.Moments, journal.Moment{
			ID: journal.NewID(), Text: "On " + text, Kind: "coding", Track: journal.Technical, Hours: 1, Logged: d.Clock.Now()})
		if err := d.Journal.Save(e); err != nil {
			d.T.Fatal(err)
		}
		d.Clock.Advance(time.Hour)
	}
	return e.Week
}

func TestHistoryRestoresTheVersionThatIsChosen(t *testing.T) {
	d := newDesk(t, journal.Contents{})
	week := d.aFewVersions()
	d.Window.Resize(fyne.NewSize(900, 600))
	d.page.ShowHistory(week)
	d.Sees("Week 48, 2026: earlier versions", "Today", "only here", "Another", "oldest version kept")
	versions, _ := d.Journal.Versions(week)
	oldest := versions[len(versions)-1].Entry
	d.List().Select(len(versions) - 1)
	d.TapButton("Restore this version")
	if got := d.Entry(); !got.Equal(oldest) {
		t.Errorf("restored %+v, want %+v", got, oldest)
	}
	if len(d.restored) != 1 || d.restored[0] != "Earlier version restored." {
		t.Errorf("it showed %q", d.restored)
	}
	d.Misses("Restore this version")
}

// What cannot be saved now would be lost behind the version that is restored.
func TestHistoryWaitsForTheDisk(t *testing.T) {
	d := newDesk(t, journal.Contents{})
	week := d.aFewVersions()
	d.Store.Fail(syscall.ENOSPC)
	d.saver.Change(journal.Entry{Week: week, Reflection: "Not saved"})
	d.page.ShowHistory(week)
	d.page.showTrash()
	d.Misses("Restore this version", "Deleted items stay here")
	if len(d.said) != 2 || !strings.Contains(d.said[0], "the disk is full") {
		t.Errorf("it said %q", d.said)
	}
}

func TestOnlyAWeekWithVersionsOffersThem(t *testing.T) {
	d := newDesk(t, uitest.Weeks(2))
	if newest, _ := d.Journal.Newest(); d.offers(newest, "Earlier versions…") {
		t.Error("a week without versions offers them")
	}
	if week := d.aFewVersions(); !d.offers(week, "Earlier versions…") {
		t.Error("a week with versions does not offer them")
	}
}

func TestTrash(t *testing.T) {
	d := newDesk(t, uitest.Sample(t))
	start := d.Journal.Contents()
	newest, _ := d.Journal.Newest()
	entry := d.Journal.Entry(newest)
	without := entry.Clone()
	without.Moments = without.Moments[1:]
	if err := errors.Join(d.Journal.Save(without), d.Journal.DeleteEvent(start.Events[0].ID)); err != nil {
		t.Fatal(err)
	}
	d.page.Shown()
	d.Sees("Trash (2)")
	d.pick(newest.Prev(), "Delete")
	d.Sees("Trash (3)")
	if len(d.offered) != 1 || d.offered[0] != "Week moved to the trash." {
		t.Errorf("it offered to undo %q", d.offered)
	}
	if gone := d.Journal.Entry(newest.Prev()); !gone.Empty() {
		t.Fatal("the week is still there")
	}

	d.TapLink("Trash (3)")
	d.Sees("Deleted items stay here", texts.Flatten(entry.Moments[0].Text, 200), "deleted 23 November 2026")
	for range 3 {
		d.TapLink("Restore")
	}
	d.Sees("The trash is empty.")
	d.TapButton("Close")
	d.Misses("Trash (")
	for i, e := range d.Journal.Entries() {
		if len(e.Moments) != len(start.Entries[i].Moments) || e.Reflection != start.Entries[i].Reflection {
			t.Errorf("week %v came back as %+v", e.Week, e)
		}
	}
	if len(d.Journal.Events()) != len(start.Events) || len(d.restored) != 3 {
		t.Errorf("%d events, and it showed %q", len(d.Journal.Events()), d.restored)
	}
}

func TestEmptyTrash(t *testing.T) {
	d := newDesk(t, uitest.Sample(t))
	newest, _ := d.Journal.Newest()
	d.pick(newest, "Delete")
	d.TapLink("Trash (1)")
	d.TapButton("Empty trash…")
	d.Sees("1 item will be deleted for good. This can’t be undone.", "Backups and earlier versions")
	d.TapButton("Cancel")
	if len(d.Journal.Trash()) != 1 {
		t.Fatal("a question that was answered with no emptied the trash")
	}
	d.TapButton("Empty trash…")
	d.TapButton("Empty trash")
	d.Sees("The trash is empty.")
	d.TapButton("Close")
	d.Misses("Trash (")
	if len(d.Journal.Trash()) != 0 {
		t.Error("the trash is not empty")
	}
}

func TestNothingCanBeDeletedFromAJournalThatIsReadOnly(t *testing.T) {
	d := newDesk(t, uitest.Weeks(2))
	newest, _ := d.Journal.Newest()
	if !d.offers(newest, "Delete") {
		t.Fatal("a week cannot be deleted")
	}
	d.page.ReadOnly = true
	if d.offers(newest, "Delete") {
		t.Error("a week can be deleted")
	}
}

// No label is given all of a long text, neither in the list nor between
// versions: it would slow the window down.
func TestLabelsShowTheBeginningOfLongTexts(t *testing.T) {
	d := newDesk(t, journal.Contents{})
	word := strings.Repeat("x", 30)
	e := journal.Entry{Week: d.Today(), Reflection: strings.Repeat(word+" ", 600), Moments: []journal.Moment{{
		ID: "a", Text: strings.Repeat("m", journal.MaxMoment), Kind: "coding", Track: journal.Technical, Hours: 1}}}
	for i := range 2 {
		if err := d.Journal.Save(e); err != nil {
			t.Fatal(err)
		}
		d.Clock.Advance(time.Hour)
		e.Reflection = strings.Repeat(word+"\n", 600+i)
	}
	check := func() {
		t.Helper()
		d.Each(func(o fyne.CanvasObject) {
			if l, ok := o.(*widget.Label); ok && utf8.RuneCountInString(l.Text) > 600 {
				t.Errorf("a label has %d bytes", len(l.Text))
			}
		})
	}
	d.page.Shown()
	check()
	d.page.ShowHistory(e.Week)
	d.Sees("Restore this version", "Today")
	check()
}

func TestBreakLong(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"", ""},
		{"short", "short"},
		{"0123456789", "0123456789"},
		{"01234567890", "0123456789\n0"},
		{"one two three four", "one two\nthree four"},
		{"one\ntwo three four five", "one\ntwo three\nfour five"},
		{strings.Repeat("é", 25), strings.Repeat("é", 10) + "\n" + strings.Repeat("é", 10) + "\n" + strings.Repeat("é", 5)},
	} {
		if got := breakLong(tt.text, 10); got != tt.want {
			t.Errorf("%q is broken to %q, want %q", tt.text, got, tt.want)
		}
	}
}

// The menu of a week copies it as Markdown, and says so if it has private moments.
func TestCopyWeek(t *testing.T) {
	d := newDesk(t, uitest.Weeks(3))
	week := d.Journal.Entries()[0].Week
	for _, item := range d.page.menu(week) {
		if item.Label == "Copy as Markdown" {
			item.Action()
		}
	}
	if !strings.Contains(d.copied, d.Journal.Entry(week).Moments[0].Text) || len(d.said) != 1 || !strings.HasSuffix(d.said[0], "as Markdown.") {
		t.Errorf("copied %q and said %q", d.copied, d.said)
	}
}

// A row that is laid out again as wide as it was makes no new objects. Fyne would lay
// it out again because of these, and draw the window sixty times a second.
func TestARowIsDrawnOnceForAWidth(t *testing.T) {
	newDesk(t, uitest.Sample(t))
	r := newRow()
	renderer := test.WidgetRenderer(r)
	r.show(rowWords{text: "Found the leak", kind: "Debugging"})
	r.Resize(fyne.NewSize(600, 40))
	drawn := slices.Clone(renderer.Objects())
	renderer.Layout(r.Size())
	if !slices.Equal(renderer.Objects(), drawn) {
		t.Error("it was drawn again")
	}
	r.Resize(fyne.NewSize(300, 40))
	if slices.Equal(renderer.Objects(), drawn) {
		t.Error("it was not drawn again for another width")
	}
}

// The calendar is drawn on the same objects, whatever it shows.
func TestYearIsDrawnOnTheSameObjects(t *testing.T) {
	d := newDesk(t, uitest.Sample(t))
	grid := d.page.year.grid
	r := test.WidgetRenderer(grid).(*yearRenderer)
	objects := slices.Clone(r.Objects())
	visible := func() (n int) {
		for _, o := range r.Objects() {
			if o.Visible() {
				n++
			}
		}
		return n
	}
	for _, tt := range []struct{ year, weeks, rings int }{{2026, 53, 1}, {2025, 52, 0}, {2026, 53, 1}} {
		d.page.year.choose(tt.year)
		d.page.Shown()
		grid.hover(grid.months[2][0])
		if n := visible(); n != 12+2*tt.weeks+tt.rings || !slices.Equal(objects, r.Objects()) {
			t.Errorf("in %d there are %d objects", tt.year, n)
		}
	}
	d.Focus(grid)
	if n := visible(); n != 12+2*53+2 {
		t.Errorf("with the focus there are %d objects", n)
	}
}

// Nothing is read for the page when a week is deleted where it is written.
func TestHiddenPageIsNotRead(t *testing.T) {
	d := newDesk(t, uitest.Sample(t))
	index := d.page.index
	content := d.page.Content()
	content.Hide()
	if !d.page.DeleteWeek(journal.WeekOf(d.Clock.Now()).Prev()) || d.page.index != index {
		t.Error("the journal was read for a page that is hidden")
	}
	content.Show()
	d.page.Shown()
	if d.page.index == index {
		t.Error("the page was not read when it was shown")
	}
}

// The page reads the journal when it comes on screen, unless that is as it was.
func TestShownAgainReadsNothing(t *testing.T) {
	d := newDesk(t, uitest.Weeks(3))
	d.page.Shown()
	index := d.page.index
	d.page.Shown()
	if d.page.index != index {
		t.Error("what is shown is indexed again")
	}
	e := uitest.Weeks(1).Entries[0]
	e.Reflection = "Fed it again."
	if err := d.Journal.Save(e); err != nil {
		t.Fatal(err)
	}
	d.page.Shown()
	if d.page.index == index {
		t.Error("what was saved since is not indexed")
	}
}
