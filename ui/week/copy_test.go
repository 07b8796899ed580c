package week

import (
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/report"
	"heliotrope/ui/controls"
	"heliotrope/ui/uitest"
)

// more opens the menu of the week and chooses an item.
func (d *desk) more(item string) {
	d.T.Helper()
	d.Choose(uitest.Find(&d.Screen, func(b *controls.MenuButton) bool { return b == d.page.head.more }), item)
}

// The week is copied with all that is in it, as it is on screen, and it is said that
// private moments are among that.
func TestWeekIsCopied(t *testing.T) {
	contents := uitest.Weeks(3)
	contents.Entries[2].Moments[0].Text = "Asked *twice*, [once] in vain"
	d := newDesk(t, contents)
	d.page.Open(contents.Entries[2].Week)
	d.more("Copy as Markdown")
	e := d.Journal.Entry(contents.Entries[2].Week)
	if want := report.WeekMarkdown(d.page.Words, e, d.Journal.Kinds()); d.copied != want || want == "" {
		t.Errorf("%q was copied, want %q", d.copied, want)
	}
	if want := d.page.Words.Week(e.Week) + " is on the clipboard, as Markdown."; d.done != want {
		t.Errorf("it is said that %q, want %q", d.done, want)
	}
	d.page.edit(func(e *journal.Entry) { e.Moments[0].Private = true })
	d.more("Copy as Markdown")
	if want := d.page.Words.Week(e.Week) + " is on the clipboard, as Markdown, with its private moments."; d.done != want {
		t.Errorf("it is said that %q, want %q", d.done, want)
	}
}

// There is no menu where there is nothing to choose from it.
func TestEmptyWeekIsNotCopied(t *testing.T) {
	d := newDesk(t, journal.Contents{})
	if d.page.head.more.Visible() {
		t.Error("an empty week has a menu")
	}
}
