package settings

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/uitest"
)

// coded are twelve weeks with a moment of the kind coding each.
func coded() journal.Contents { return uitest.Weeks(12) }

func (d *desk) kind(id string) journal.Kind { return d.page.kinds.kind(id) }

// A name is changed by keyboard alone, for earlier weeks too, and back.
func TestRenameKind(t *testing.T) {
	d := newDesk(t, coded(), words.English)
	before := d.Journal.Contents()
	d.Focus(d.page.kinds.tracks[journal.Technical].list)
	d.Press(fyne.KeyHome, fyne.KeyReturn)
	d.Field().SetText("  Building ")
	d.Press(fyne.KeyReturn)
	if got := d.kind("coding").Name; got != "Building" || d.said() != "“Coding” is now called “Building”." {
		t.Errorf("the kind is called %q, the page says %q", got, d.said())
	}
	if d.Window.Canvas().Focused() != d.page.kinds.tracks[journal.Technical].list {
		t.Error("the row does not have the focus again")
	}
	d.undo(before)
	d.Sees("Coding")

	e := d.open("coding")
	e.name.SetText("Building")
	e.submit()
	d.open("coding")
	d.TapButton("Use “Coding”")
	if k := d.kind("coding"); k.Name != "" {
		t.Errorf("the built-in kind is called %q", k.Name)
	}
	d.Misses("Use “Coding”")
}

// A name that cannot be is told where it is written, and nothing is changed.
func TestWrongNames(t *testing.T) {
	d := newDesk(t, coded(), words.English)
	before := d.Journal.Contents()
	for _, tt := range []struct{ name, wrong string }{
		{"", "Enter a name."}, {" \u200b ", "Enter a name."}, {"code-REVIEW", "There is already a kind called “Code review”."},
		{"débugging", "There is already a kind called “Debugging”."},
	} {
		e := d.open("coding")
		e.name.SetText(tt.name)
		d.Focus(e.name)
		d.Press(fyne.KeyReturn)
		d.Sees(tt.wrong)
		if d.Field() != e.name {
			t.Errorf("%q leaves the field", tt.name)
		}
		d.Press(fyne.KeyEscape)
		d.Misses(tt.wrong)

		d.TapLink("Add a kind")
		d.Field().SetText(tt.name)
		d.Press(fyne.KeyReturn)
		d.Sees(tt.wrong)
		d.Press(fyne.KeyEscape)
	}
	e := d.open("coding")
	d.Focus(e.name)
	d.Paste(strings.Repeat("long ", journal.MaxName))
	d.Sees("That name is too long.")
	d.Press(fyne.KeyEscape)
	if !same(d.Journal.Contents(), before) || len(d.offered) > 0 {
		t.Errorf("the journal is %v, the page says %q", d.Journal.Contents(), d.offered)
	}
}

// What is logged retains its track, unless that is asked for.
func TestKindCountsAs(t *testing.T) {
	d := newDesk(t, coded(), words.English)
	before := d.Journal.Contents()
	e := d.open("coding")
	d.Focus(e.tracks)
	d.Press(fyne.KeyRight)
	if d.kind("coding").Track != journal.Both || d.said() != "New moments of “Coding” count as tech lead." {
		t.Errorf("the kind counts as %s, the page says %q", d.kind("coding").Track, d.said())
	}
	d.Sees("New moments count as tech lead; the 12 logged ones keep theirs.")
	counted := func(track journal.Track) (n int) {
		for _, e := range d.Journal.Entries() {
			for _, m := range e.Moments {
				if m.Track == track {
					n++
				}
			}
		}
		return n
	}
	if counted(journal.Technical) != 12 {
		t.Error("logged moments changed silently")
	}
	between := d.Journal.Contents()
	d.TapLink("Change what is logged too")
	if d.said() != "12 moments of “Coding” now count as tech lead." || counted(journal.Both) != 12 {
		t.Errorf("%d moments count so, the page says %q", counted(journal.Both), d.said())
	}
	d.Misses("keep theirs")
	d.undo(between)
	d.undo(before)
	if d.page.kinds.edited.tracks.Chosen() != 0 {
		t.Error("the choice does not show what was undone")
	}
}

func TestHideKind(t *testing.T) {
	d := newDesk(t, coded(), words.English)
	before := d.Journal.Contents()
	d.open("coding")
	d.TapButton("Hide")
	if len(d.Journal.Kinds().Offered()) != len(d.Journal.Kinds())-1 || len(d.Journal.MomentsOf("coding")) != 12 {
		t.Error("the kind is still offered, or its moments are gone")
	}
	d.Sees("1 hidden", "No longer offered for new moments; its moments stay.")
	d.page.kinds.close()
	d.Sees("Coding · hidden")
	d.undo(before)
	d.Misses("hidden")
	d.page.kinds.hide("coding")
	d.open("coding")
	d.TapButton("Show")
	if d.kind("coding").Hidden || d.said() != "“Coding” is offered again." {
		t.Errorf("the page says %q", d.said())
	}
}

// The dialog says before it merges what becomes of the moments, and merges no kind
// into itself.
func TestMergeKind(t *testing.T) {
	d := newDesk(t, coded(), words.English)
	before := d.Journal.Contents()
	d.open("coding")
	d.TapButton("Merge into…")
	target := uitest.Find[*controls.Select](&d.Screen, nil)
	choose := func(name string) {
		t.Helper()
		target.SetSelected(name)
		if target.Selected != name {
			t.Fatalf("%s is not among %q", name, target.Options)
		}
	}
	choose("Coding")
	d.Sees("A kind can’t be merged into itself. Choose another one.")
	d.TapButton("Merge")
	if !same(d.Journal.Contents(), before) {
		t.Fatal("it was merged into itself")
	}
	choose("Debugging")
	d.Misses("into itself")
	d.Sees("12 moments of “Coding” become “Debugging” and keep their track. “Coding” is then hidden.")
	d.TapButton("Merge")
	if d.said() != "12 moments of “Coding” are now “Debugging”." || len(d.Journal.MomentsOf("debugging")) != 12 || !d.kind("coding").Hidden {
		t.Errorf("%d moments are of the other kind, the page says %q", len(d.Journal.MomentsOf("debugging")), d.said())
	}
	d.Sees("Coding · hidden")
	d.undo(before)
}

func TestAddKind(t *testing.T) {
	d := newDesk(t, coded(), words.English)
	before := d.Journal.Contents()
	d.TapLink("Add a kind")
	d.Write("On-call handover")
	d.Press(fyne.KeyReturn)
	kinds := d.Journal.Kinds()
	k := kinds[len(kinds)-1]
	if k.Name != "On-call handover" || k.Track != journal.Both || d.said() != "“On-call handover” is added." {
		t.Errorf("%+v was added, the page says %q", k, d.said())
	}
	d.undo(before)
	d.Misses("On-call handover")
}

// A kind that is no longer there is edited no longer.
func TestUndoAddedKindWhileItIsEdited(t *testing.T) {
	d := newDesk(t, coded(), words.English)
	before := d.Journal.Contents()
	d.TapLink("Add a kind")
	d.Write("Handover")
	d.Press(fyne.KeyReturn)
	d.Press(fyne.KeyReturn)
	e := d.page.kinds.edited
	if e == nil || d.Field() != e.name {
		t.Fatal("the new kind is not edited")
	}
	e.name.SetText("Handover of the week")
	d.undo(before)
	d.Misses("Handover")
	d.Press(fyne.KeyReturn)
	e.leave()
	d.page.kinds.done(e.kind.ID)
	if !same(d.Journal.Contents(), before) {
		t.Error("the kind came back")
	}
}

// A click opens a row, and its menu has what can be done to it.
func TestKindByMouse(t *testing.T) {
	d := newDesk(t, coded(), words.English)
	d.page.kinds.click("coding")
	d.Clock.Advance(1)
	if e := d.page.kinds.edited; e == nil || d.Field() != e.name {
		t.Fatal("a click does not open the row with the focus in the name")
	}
	d.page.kinds.click("debugging")
	if d.page.kinds.edited.kind.ID != "debugging" {
		t.Error("a click on another row does not open that")
	}
	d.page.kinds.done("debugging")
	list := d.page.kinds.tracks[journal.Technical].list
	list.Activate("coding")
	d.Focus(list)
	d.Press(desktop.KeyMenu)
	d.ChooseItem("Hide")
	if !d.kind("coding").Hidden {
		t.Error("the menu does not hide the kind")
	}
}

// Kinds without moments are left out until they are asked for.
func TestShowAllKinds(t *testing.T) {
	d := newDesk(t, coded(), words.English)
	d.Misses("Conflict")
	d.TapLink("Show all 21")
	d.Sees("Conflict")
	d.Misses("Show all")
	d = newDesk(t, journal.Contents{}, words.English)
	d.Sees("Conflict")
}

// What is saved when a kind is changed comes before it, and is changed with it.
func TestChangeKindWhileSaving(t *testing.T) {
	d := newDesk(t, coded(), words.English)
	saving := 0
	d.page.kinds.Settle = func() error {
		if saving++; saving == 2 {
			return d.Journal.AddMoment(d.Today(), journal.Moment{ID: "new", Text: "New", Kind: "coding", Track: journal.Technical, Logged: d.Clock.Now()})
		}
		return nil
	}
	e := d.open("coding")
	e.count(journal.Both)
	between := d.Journal.Contents()
	d.TapLink("Change what is logged too")
	if d.said() != "13 moments of “Coding” now count as tech lead." {
		t.Errorf("the page says %q", d.said())
	}
	if m := d.Journal.Entry(d.Today()).Moments; len(m) != 1 || m[0].Track != journal.Both {
		t.Errorf("the new moments are %+v", m)
	}
	if _, err := d.Journal.Undo(); err != nil {
		t.Fatal(err)
	}
	d.undo(between)
}

// How many moments there are follows what is saved while the page is on screen.
func TestKindCountsFollow(t *testing.T) {
	d := newDesk(t, coded(), words.English)
	if err := d.Journal.AddMoment(d.Today(), journal.Moment{ID: "new", Text: "New", Kind: "coding", Track: journal.Technical, Logged: d.Clock.Now()}); err != nil {
		t.Fatal(err)
	}
	if n := d.page.kinds.moments["coding"]; n != 12 {
		t.Fatalf("%d moments before, want 12", n)
	}
	d.page.Changed(d.Today())
	if n := d.page.kinds.moments["coding"]; n != 13 {
		t.Errorf("%d moments, want 13", n)
	}
}
