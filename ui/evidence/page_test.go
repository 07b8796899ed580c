package evidence

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"heliotrope/journal/evidence/source"
	"heliotrope/journal/preferences"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
	"heliotrope/ui/uitest"
)

// What is found in a folder is listed, and read once it is confirmed: with Enter alone,
// or without what was unticked. The user's addresses are those that the kinds know of,
// unless others were chosen.
func TestPlacesAreConfirmed(t *testing.T) {
	d, _, _ := newDesk(t, words.English)
	d.page.search.look("/src")
	if !d.shows("Looking through /src…") || d.Clock.Looking() != 1 {
		t.Error("it does not look")
	}
	d.Clock.Finish()
	d.reads()
	if !d.shows("3 sources found in /src.") || d.page.Ask.Focused() != fyne.Focusable(d.page.search.use) {
		t.Errorf("what was found is not asked about; %v has the focus", d.page.Ask.Focused())
	}
	d.page.search.found[1].check.SetChecked(false)
	d.Press(fyne.KeyReturn)
	d.reads("calendar /src/Work.ics", "git /src/shop")
	if got := d.chosen().Own; !slices.Equal(got, []string{"me@example.org", "me@home.example"}) {
		t.Errorf("the addresses are %q", got)
	}
	if d.page.Ask.Focused() != fyne.Focusable(d.page.search.folder) || !d.shows("2 sources added.") {
		t.Error("that they are read is not shown")
	}

	d.page.Offer("/src") // such as one that was dropped
	d.Clock.Finish()
	if !d.shows("1 source found in /src.") {
		t.Error("what is read already is offered again")
	}
	d.Press(fyne.KeyEscape)
	d.reads("calendar /src/Work.ics", "git /src/shop")
	d.page.Offer("/src/shop")
	d.Clock.Finish()
	if !d.shows("Everything in /src/shop is listed already.") {
		t.Error("that it is read already is not said")
	}
}

// A place that is unticked is read no more, and can be ticked again as long as the page
// is there.
func TestPlacesAreLeft(t *testing.T) {
	d, _, _ := newDesk(t, words.English)
	d.page.Offer("/")
	d.Clock.Finish()
	d.Press(fyne.KeyReturn)
	r := d.page.groups[0].rows[0]
	r.check.SetChecked(false)
	d.reads("calendar /cal/Team.ics", "calendar /src/Work.ics", "git /other/x", "git /src/tools/build")
	if len(d.page.groups[0].rows) != 3 || r.check.Checked {
		t.Error("it is gone, or read")
	}
	r.check.SetChecked(true)
	r.check.SetChecked(false)
	d.page.Fresh()
	d.page.Shown()
	if len(d.page.groups[0].rows) != 2 {
		t.Error("it is still listed when the page comes again")
	}
}

// What cannot be looked into is said, next to what was found.
func TestTroubleIsTold(t *testing.T) {
	d, git, _ := newDesk(t, words.English)
	git.trouble = errors.Join(source.Trouble{Path: "/src/theirs", Err: fmt.Errorf("look: %w", source.ErrForeign)}, errors.New("another"))
	d.page.Offer("/src")
	d.Clock.Finish()
	if !d.shows("/src/theirs: it belongs to another user of this computer") || !d.shows("3 sources found in /src.") {
		t.Error("the trouble is not told")
	}
	git.trouble = nil
	d.page.Offer("/nowhere")
	d.Clock.Finish()
	if !d.shows("No repository or calendar found in /nowhere.") || d.shows("theirs") {
		t.Error("that nothing was found is not told")
	}
}

// Looking ends with Escape, with its link and with another look; what it finds then is
// not shown. Escape with nothing to stop goes back.
func TestLookingEnds(t *testing.T) {
	d, _, _ := newDesk(t, words.English)
	for name, end := range map[string]func(){
		"another page": d.page.Left, "Escape": d.page.Escape, "the link": func() { d.Press(fyne.KeyReturn) }, "another look": func() { d.page.Offer("/nowhere") },
	} {
		d.page.Offer("/src")
		end()
		d.Clock.Finish()
		if d.shows("found in /src") || d.page.search.stop() {
			t.Errorf("%s does not end it", name)
		}
	}
	if d.back != 0 {
		t.Error("it went back")
	}
	if d.page.Escape(); d.back != 1 {
		t.Error("Escape does not go back")
	}
}

// Addresses are proposed, and can be chosen and added.
func TestAddresses(t *testing.T) {
	d, _, _ := newDesk(t, words.English)
	a := d.page.addresses
	if !slices.Equal(a.shown, []string{"me@example.org", "me@home.example"}) || a.checks[0].Checked {
		t.Errorf("proposed are %q", a.shown)
	}
	a.checks[1].SetChecked(true)
	d.Focus(a.field)
	for _, wrong := range []string{"me", "@example.org", "me@", "a b@c", "<me@example.org>", "a@b,c@d"} {
		d.Write(wrong)
		if d.Press(fyne.KeyReturn); !d.shows("That isn’t an e-mail address.") {
			t.Errorf("%q is an address", wrong)
		}
		a.field.SetText("")
	}
	d.Write(" other@example.org ")
	d.Press(fyne.KeyReturn)
	if got := d.chosen().Own; !slices.Equal(got, []string{"me@home.example", "other@example.org"}) || a.field.Text != "" || len(a.checks) != 3 {
		t.Errorf("chosen are %q, and %q is in the field", got, a.field.Text)
	}
	a.checks[2].SetChecked(false)
	d.page.Offer("/src")
	d.Clock.Finish()
	d.Press(fyne.KeyReturn)
	if got := d.chosen().Own; !slices.Equal(got, []string{"me@home.example"}) {
		t.Errorf("once places were chosen they are %q", got)
	}
}

// The working day is stored once it is one.
func TestWorkingDay(t *testing.T) {
	d, _, _ := newDesk(t, words.English)
	if day := d.page.day; day.from.Text != "09:00" || day.to.Text != "17:00" {
		t.Errorf("the usual day is %s to %s", day.from.Text, day.to.Text)
	}
	for _, tt := range []struct {
		from, to string
		want     [2]int // stored; the last one where it is wrong
		wrong    bool
	}{
		{"8:30", "16:30", [2]int{510, 990}, false}, {"10", "9", [2]int{510, 990}, true}, {"noon", "18", [2]int{510, 990}, true},
		{"10 am", "24:00", [2]int{600, 1440}, false}, {"0:00", "23:59", [2]int{0, 1439}, false},
	} {
		d.page.day.from.SetText(tt.from)
		d.page.day.to.SetText(tt.to)
		d.Focus(d.page.day.to)
		d.Press(fyne.KeyReturn)
		if got := [2]int{d.chosen().From, d.chosen().To}; got != tt.want || d.shows("Enter two times") != tt.wrong {
			t.Errorf("%s to %s is %v", tt.from, tt.to, got)
		}
	}
}

func TestFiguresAreTaken(t *testing.T) {
	d, _, _ := newDesk(t, words.English)
	test.Tap(d.page.figures)
	if !d.chosen().Figures {
		t.Error("they are not taken")
	}
}

// What is never shown is counted, and shown again in one step that can be undone.
func TestDismissed(t *testing.T) {
	d, _, _ := newDesk(t, words.English)
	d.Misses("never shown")
	for _, id := range []string{"a", "b"} {
		if err := d.Journal.Dismiss(id); err != nil {
			t.Fatal(err)
		}
	}
	d.page.Shown()
	d.Sees("2 titles or repositories are never shown.")
	d.TapLink("Show them again")
	d.Misses("never shown")
	if len(d.Journal.Dismissed()) != 0 || len(d.offered) != 1 {
		t.Errorf("%d are dismissed, and %q is offered to undo", len(d.Journal.Dismissed()), d.offered)
	}
	if _, err := d.Journal.Undo(); err != nil || len(d.Journal.Dismissed()) != 2 {
		t.Errorf("undone, %d are dismissed (%v)", len(d.Journal.Dismissed()), err)
	}
}

// Names of places cannot change how the page is drawn, and no text is cut, however long
// they are.
func TestSourcesFit(t *testing.T) {
	for _, lang := range uitest.Sweep(words.Languages...) {
		for _, size := range uitest.Sweep(preferences.MinText, preferences.MaxText) {
			d, git, calendar := newDesk(t, lang)
			git.places = []string{"/src/" + strings.Repeat("folder", 40) + "/a\u202eb\nc", "/src/" + strings.Repeat("x", 200)}
			calendar.trouble = source.Trouble{Path: "/src/\u202eevil\x07.ics", Line: 12345, Err: source.ErrRule}
			if err := d.Preferences.Change(func(p *preferences.Preferences) { p.TextSize = size }); err != nil {
				t.Fatal(err)
			}
			d.App.Settings().SetTheme(look.New(d.Preferences.Get()))
			for range 2 { // found, and read
				d.page.Offer("/src")
				d.Clock.Finish()
				for _, window := range uitest.Sweep(fyne.NewSize(900-176, 600), fyne.NewSize(1600, 1000)) {
					d.Window.Resize(window)
					d.Settle()
					for _, wrong := range slices.Concat(d.CutTexts(), d.Overlaps(), d.LowTargets()) {
						if !strings.Contains(wrong, "xxx") && !strings.Contains(wrong, "folderfolder") { // names are shortened
							t.Errorf("%s, %d %%, %v: %s", lang, size, window, wrong)
						}
					}
				}
				d.Press(fyne.KeyReturn)
			}
			d.Each(func(o fyne.CanvasObject) {
				if c, ok := o.(*controls.Check); ok && strings.ContainsAny(c.Text, "\u202e\n\x07") {
					t.Errorf("a box says %q", c.Text)
				}
			})
		}
	}
}
