package report

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"heliotrope/assets"
	"heliotrope/journal"
	"heliotrope/journal/report"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/uitest"
)

// choices returns what can be chosen now on both sides.
func (d *desk) choices() (gave, took []report.Choice) {
	d.drafted()
	return d.page.own.gave.choices, d.page.own.took.choices
}

func picks(choices []report.Choice) (refs []journal.MomentRef) {
	for _, c := range choices {
		if c.Picked {
			refs = append(refs, c.Ref)
		}
	}
	return refs
}

// openPicker opens the dialog for what gave energy.
func (d *desk) openPicker() {
	d.T.Helper()
	d.drafted()
	link := uitest.Find(&d.Screen, func(l *controls.Link) bool { return l == d.page.own.gave.choose })
	d.Focus(link)
	d.Press(fyne.KeyReturn)
}

// What one types is stored soon, and not lost by whatever comes before that.
func TestWhatOneWouldLikeToTryIsStored(t *testing.T) {
	d := newDesk(t, uitest.Sample(t))
	d.typeIn(d.page.own.try, "A tech lead role\nwith fewer reports")
	if got := d.Journal.Brief().Try; got != "" {
		t.Errorf("each letter is stored at once: %q", got)
	}
	d.Clock.Advance(quietTime)
	if draft := d.drafted(); !strings.Contains(draft, "fewer reports") {
		t.Error("the preview does not show it")
	}
	d.Clock.Advance(2 * quietTime)
	d.Clock.Finish()
	if got := d.Journal.Brief().Try; got != "A tech lead role\nwith fewer reports" {
		t.Errorf("%q is stored", got)
	}
	d.Write("!")
	if err := d.saver.Settle(); err != nil { // the window closes
		t.Fatal(err)
	}
	if got := d.Journal.Brief().Try; !strings.HasSuffix(got, "!") {
		t.Errorf("on closing, %q is stored", got)
	}
	d.show(words.French, d.page.form.wishes)
	if got := d.page.own.try.Text; !strings.HasSuffix(got, "!") {
		t.Errorf("the page shows %q", got)
	}
}

// What was typed stays while the disk refuses it, and is stored once it can be.
func TestWhatOneWouldLikeToTryStaysInTrouble(t *testing.T) {
	d := newDesk(t, uitest.Sample(t))
	d.Store.Fail(errors.New("disk full"))
	d.typeIn(d.page.own.try, "A Staff role")
	d.Clock.Advance(4 * quietTime)
	d.page.Shown()
	if d.page.own.try.Text != "A Staff role" || d.saver.Problem() == nil {
		t.Errorf("%q is on screen, the problem is %v", d.page.own.try.Text, d.saver.Problem())
	}
	d.Store.Fail(nil)
	if err := d.saver.Settle(); err != nil || d.Journal.Brief().Try != "A Staff role" {
		t.Errorf("%q is stored: %v", d.Journal.Brief().Try, err)
	}
}

// Undo brings back what was chosen before, on the page too.
func TestUndoOfWhatOneWouldLikeToTry(t *testing.T) {
	d := newDesk(t, uitest.Sample(t))
	d.typeIn(d.page.own.try, "A Staff role")
	d.Clock.Advance(4 * quietTime)
	d.Clock.Finish()
	if _, err := d.Journal.Undo(); err != nil {
		t.Fatal(err)
	}
	d.page.Shown()
	if d.page.own.try.Text != "" {
		t.Errorf("%q is on screen", d.page.own.try.Text)
	}
}

// The moments are chosen with the keyboard alone: search, down into the list, Space.
func TestMomentsAreChosen(t *testing.T) {
	d := newDesk(t, uitest.Sample(t))
	gave, _ := d.choices()
	if len(gave) < 5 || len(picks(gave)) != journal.MostPicked {
		t.Fatalf("%d can be chosen, %d are", len(gave), len(picks(gave)))
	}
	d.openPicker()
	d.Sees("Up to three moments that gave you energy", "3 of 3 chosen.")
	list := d.List()
	last := len(gave) - 1
	d.Focus(list)
	list.Select(last)
	d.Sees("Three are chosen. Deselect one first.")
	first := slices.IndexFunc(gave, func(c report.Choice) bool { return c.Picked })
	list.Select(first)
	d.Sees("2 of 3 chosen.")
	list.Select(last)
	d.Sees("3 of 3 chosen.")
	d.Misses("Deselect one first")
	d.Press(fyne.KeyEscape)
	d.Clock.Advance(4 * quietTime)
	d.Clock.Finish()
	want := append(picks(gave)[1:], gave[last].Ref)
	if got := d.Journal.Brief().Gave; !slices.Equal(got, want) {
		t.Errorf("%v are stored, want %v", got, want)
	}
	if got := d.Journal.Brief().Took; got != nil {
		t.Errorf("the other side has %v", got)
	}
	d.drafted()
	d.Sees(gave[last].Moment.Text)
}

// A search leaves the moments with every word of it, and Enter goes to them.
func TestMomentsAreSearched(t *testing.T) {
	d := newDesk(t, uitest.Sample(t))
	gave, _ := d.choices()
	wanted := gave[len(gave)-1].Moment
	d.openPicker()
	d.Write(strings.ToUpper(wanted.Text))
	list := d.List()
	if n := list.Length(); n != 1 {
		t.Errorf("%d moments are left", n)
	}
	d.Press(fyne.KeyReturn)
	if d.Window.Canvas().Focused() != fyne.Focusable(list) {
		t.Errorf("the focus is on %T", d.Window.Canvas().Focused())
	}
	d.Focus(uitest.Find[*controls.TextField](&d.Screen, nil))
	d.Write(" zzz")
	d.Sees("No moment matches.")
	d.Press(fyne.KeyReturn)
	if d.Window.Canvas().Focused() == fyne.Focusable(list) {
		t.Error("the focus is on a list of nothing")
	}
}

// None is a choice, which the report does not replace.
func TestNoMomentIsChosen(t *testing.T) {
	d := newDesk(t, uitest.Sample(t))
	gave, _ := d.choices()
	d.openPicker()
	for i, c := range gave {
		if c.Picked {
			d.List().Select(i)
		}
	}
	d.Press(fyne.KeyEscape)
	d.Clock.Advance(4 * quietTime)
	d.Clock.Finish()
	if got := d.Journal.Brief().Gave; got == nil || len(got) > 0 {
		t.Errorf("%v is stored", got)
	}
	d.drafted()
	d.Sees("None chosen.")
}

// A private moment is never offered.
func TestPrivateMomentsAreNotOffered(t *testing.T) {
	contents := uitest.Sample(t)
	for i := range contents.Entries {
		for k := range contents.Entries[i].Moments {
			contents.Entries[i].Moments[k].Private = true
		}
	}
	d := newDesk(t, contents)
	gave, took := d.choices()
	if len(gave)+len(took) > 0 {
		t.Errorf("%d and %d moments are offered", len(gave), len(took))
	}
	d.Sees("No moment that gave energy can be shown", "No moment that took energy can be shown")
	d.Misses("Choose…")
}

func TestBriefIsCopied(t *testing.T) {
	d := newDesk(t, uitest.Sample(t))
	d.typeIn(d.page.form.names, "henrik")
	d.TapButton("Copy as Markdown")
	d.Clock.Finish()
	o := report.Options{Redact: report.Redaction{Reflections: true, Names: []string{"henrik"}}}
	order := d.page.order()
	order.in.Options = o
	if want := report.BriefMarkdown(order.input()); d.copied != want || want == "" {
		t.Errorf("%q was copied, want %q", d.copied, want)
	}
	d.Sees("The brief is on the clipboard, as Markdown.")
	d.save("talk")
	d.Misses("on the clipboard")
}

// Who wants figures only is told that what they chose and wrote is left out.
func TestFiguresLeaveOutWhatOneWrote(t *testing.T) {
	d := newDesk(t, uitest.Sample(t))
	d.Misses("A report of figures only")
	d.check(d.page.form.figures)
	d.Sees("A report of figures only leaves all of this out.")
}

// In a journal that can only be read, nothing can be typed that could not be stored.
func TestReadOnlyJournalTakesNoChoices(t *testing.T) {
	d := newDesk(t, uitest.Sample(t))
	on := d.Session(words.English)
	on.ReadOnly = true
	d.page = New(on, d.saver, d.page.form.wishes, d)
	d.Show(d.page.Content())
	d.page.Shown()
	d.drafted()
	if !d.page.own.try.Disabled() || d.page.own.gave.choose.Visible() {
		t.Error("something can be chosen or typed")
	}
	if len(d.save("talk")) == 0 {
		t.Error("the report cannot be saved")
	}
}

// What the manual explains is a link away, and there.
func TestReportLeadsToTheManual(t *testing.T) {
	contents := uitest.Sample(t)
	last := &contents.Entries[len(contents.Entries)-1]
	last.Moments[0] = journal.Moment{ID: journal.NewID(), Text: "Released 𓀀", Kind: "coding", Track: journal.Technical, Energy: 2, Hours: 40}
	d := newDesk(t, contents)
	d.drafted()
	d.TapLink("What is left out?")
	d.TapLink("How?")
	manual, err := assets.Manual.ReadFile("manual/en/report.md")
	if err != nil || len(d.helped) != 2 {
		t.Fatalf("it leads to %q: %v", d.helped, err)
	}
	for _, place := range d.helped {
		_, anchor, _ := strings.Cut(place, "#")
		heading := strings.ReplaceAll(anchor, "-", " ")
		if !strings.Contains(strings.ToLower(string(manual)), "# "+heading+"\n") {
			t.Errorf("the manual has no %s", place)
		}
	}
}
