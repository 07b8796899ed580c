package line

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"heliotrope/journal"
	"heliotrope/journal/preferences"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
	"heliotrope/ui/session"
	"heliotrope/ui/uitest"
)

// desk is a line on screen, with what it gave its owner.
type desk struct {
	*uitest.Desk
	on      session.Session
	line    *Editor
	entered []journal.Moment
	escapes int
	made    int // kinds
}

// Enter implements [Owner].
func (d *desk) Enter(m journal.Moment) {
	d.entered = append(d.entered, m)
	d.line.Clear(journal.NewID())
	d.line.Focus()
}

// Touched implements [Owner].
func (d *desk) Touched() {}

// Escape implements [Owner].
func (d *desk) Escape() { d.escapes++ }

// KindMade implements [Owner].
func (d *desk) KindMade() { d.made++ }

func open(t testing.TB, contents journal.Contents, l words.Language) *desk {
	t.Helper()
	d := &desk{Desk: uitest.NewDesk(t, contents)}
	d.on = d.Session(l)
	past := NewPast(d.on)
	d.line = New(d.on, past, d, journal.MaxMoment)
	past.Want()
	d.Clock.Finish()
	d.Show(d.line.Content())
	d.line.Focus()
	return d
}

// logs types a line, presses keys after it and returns the one moment that was
// logged.
func (d *desk) logs(text string, keys string) journal.Moment {
	d.T.Helper()
	d.entered = nil
	d.Write(text)
	d.press(keys)
	if len(d.entered) != 1 {
		d.T.Fatalf("%q with %q logged %d moments:\n%s", text, keys, len(d.entered), d.Texts())
	}
	return d.entered[0]
}

// press types keys: names between spaces, and single letters as runes.
func (d *desk) press(keys string) {
	d.T.Helper()
	for _, k := range strings.Fields(keys) {
		if len(k) == 1 {
			d.Window.Canvas().Focused().TypedRune(rune(k[0]))
		} else {
			d.Press(fyne.KeyName(k))
		}
	}
}

func TestALineIsAMoment(t *testing.T) {
	for _, tt := range []struct {
		text, keys string
		want       journal.Moment
	}{
		{"Found the leak in the pool #checkout 3h +2 /debugging", "Return",
			journal.Moment{Text: "Found the leak in the pool", Kind: "debugging", Track: journal.Technical, Energy: 2, Hours: 3, Tags: []string{"checkout"}}},
		{"Found the leak /deb", "Return 5",
			journal.Moment{Text: "Found the leak", Kind: "debugging", Track: journal.Technical, Energy: 2}},
		{"Found the leak /deb", "Tab Return 1",
			journal.Moment{Text: "Found the leak", Kind: "debugging", Track: journal.Technical, Energy: -2}},
		{"Paired on the migration #infra @ines +2 3h /pair", "Return",
			journal.Moment{Text: "Paired on the migration @ines", Kind: "pairing", Track: journal.Both, Energy: 2, Hours: 3, Tags: []string{"infra"}}},
		{"Untouched \\3h \\#tag /coding", "Return 3",
			journal.Moment{Text: "Untouched 3h #tag", Kind: "coding", Track: journal.Technical}},
		{"Far too much 999h /coding -1", "Return",
			journal.Moment{Text: "Far too much 999h", Kind: "coding", Track: journal.Technical, Energy: -1}},
		{"Moved /etc/hosts +3 /coding", "Return 2",
			journal.Moment{Text: "Moved /etc/hosts +3", Kind: "coding", Track: journal.Technical, Energy: -1}},
	} {
		d := open(t, journal.Contents{}, words.English)
		m := d.logs(tt.text, tt.keys)
		tt.want.ID = m.ID
		if !same(m, tt.want) {
			t.Errorf("%q with %q: %+v, want %+v", tt.text, tt.keys, m, tt.want)
		}
		if d.line.text.Text != "" || d.Window.Canvas().Focused() != fyne.Focusable(d.line.text) {
			t.Errorf("after %q the line has %q, and %T the focus", tt.text, d.line.text.Text, d.Window.Canvas().Focused())
		}
	}
}

func same(a, b journal.Moment) bool {
	return journal.Entry{Moments: []journal.Moment{a}}.Equal(journal.Entry{Moments: []journal.Moment{b}})
}

// Nothing is preset: without a kind that is sure and without an energy nothing is
// logged, however often Enter is pressed.
func TestNothingIsPreset(t *testing.T) {
	d := open(t, journal.Contents{}, words.English)
	d.Write("Xyzzy qwrtz")
	d.Press(fyne.KeyReturn)
	d.Sees("What kind of work was it?", "Design", "Running the team")
	if len(d.entered) > 0 {
		t.Fatalf("%+v was logged", d.entered)
	}
	d.Write("one-on")
	d.Press(fyne.KeyReturn)
	if len(d.entered) > 0 {
		t.Fatalf("%+v was logged", d.entered)
	}
	d.Press(fyne.KeyReturn, fyne.KeyReturn)
	if len(d.entered) > 0 {
		t.Fatalf("Enter alone logged %+v", d.entered)
	}
	d.press("4")
	if len(d.entered) != 1 || d.entered[0].Kind != "one-on-one" || d.entered[0].Energy != 1 || d.entered[0].Text != "Xyzzy qwrtz" {
		t.Errorf("%+v was logged", d.entered)
	}
}

func TestEscape(t *testing.T) {
	d := open(t, journal.Contents{}, words.English)
	d.Write("Found it /deb")
	if !d.line.options.open() {
		t.Fatal("no list")
	}
	d.Press(fyne.KeyEscape)
	if d.line.options.open() || d.escapes > 0 || d.line.text.Text != "Found it /deb" {
		t.Errorf("Escape left %q, list %v, %d escapes", d.line.text.Text, d.line.options.open(), d.escapes)
	}
	d.Press(fyne.KeyReturn) // the prefix is one kind's
	if d.Window.Canvas().Focused() != fyne.Focusable(d.line.energy) {
		t.Fatalf("%T has the focus", d.Window.Canvas().Focused())
	}
	d.Press(fyne.KeyEscape)
	if d.Window.Canvas().Focused() != fyne.Focusable(d.line.text) || d.line.text.Text != "Found it /deb" || len(d.entered) > 0 {
		t.Errorf("Escape left %q", d.line.text.Text)
	}
	d.Press(fyne.KeyEscape)
	if d.escapes != 1 {
		t.Errorf("%d escapes", d.escapes)
	}
}

// A kind is taken by Enter alone only where the words of the line speak for it.
func TestNoKindIsMarkedWithoutAReason(t *testing.T) {
	d := open(t, journal.Contents{}, words.English)
	for _, tt := range []struct {
		line  string
		marks bool
	}{
		{"Xyzzy qwrtz", false},
		{"Xyzzy qwrtz /", false},
		{"Xyzzy the bug /", true},
	} {
		d.line.Clear(journal.NewID())
		d.line.Focus()
		d.Write(tt.line)
		if _, marked := d.line.options.taken(); !marked {
			d.line.Submit()
		}
		d.Sees("Running the team")
		if _, marked := d.line.options.taken(); marked != tt.marks {
			t.Errorf("%q marks a kind: %v", tt.line, marked)
		}
		d.press("Return Return")
		if kind := d.line.read.Kind; (kind != "") != tt.marks {
			t.Errorf("Enter alone takes the kind %q for %q", kind, tt.line)
		}
	}
	if got := d.line.text.Text; len(d.entered) > 0 || strings.Count(got, "/") != 1 {
		t.Errorf("the line says %q, and %+v was logged", got, d.entered)
	}
}

// A slash that only opened the list does not stay in the words when an energy is
// given by a button.
func TestEnergyWhileTheListIsOpen(t *testing.T) {
	d := open(t, journal.Contents{}, words.English)
	d.Write("Xyzzy /")
	d.line.energy.OnChanged(4)
	d.Sees("What kind of work was it?")
	d.Write("des")
	d.Press(fyne.KeyReturn)
	if len(d.entered) != 1 || d.entered[0].Text != "Xyzzy" || d.entered[0].Energy != 2 || d.entered[0].Kind != "design" {
		t.Errorf("%+v was logged, and the line says %q", d.entered, d.line.text.Text)
	}
}

// A name that several kinds have is asked about, however sure the words make another
// kind.
func TestSeveralKindsAreAsked(t *testing.T) {
	d := open(t, journal.Contents{}, words.English)
	d.Write("Fixed a failing test, a crash and a bug /co")
	d.Press(fyne.KeyEscape, fyne.KeyReturn)
	if d.line.asked != askKind {
		t.Fatalf("%q is asked:\n%s", d.line.asked, d.Texts())
	}
	d.press("Return 3")
	if len(d.entered) != 1 || strings.Contains(d.entered[0].Text, "/") {
		t.Errorf("%+v was logged", d.entered)
	}
}

// In a low window with large text the list is low too, so that its marked row is in
// sight.
func TestTheListFitsALowWindow(t *testing.T) {
	d := open(t, journal.Contents{}, words.French)
	for _, tt := range []struct {
		height, scale float32
		rows          int
	}{{1000, 1, 8}, {600, 1, 6}, {600, 1.45, 4}, {200, 1.45, 3}} {
		d.App.Settings().SetTheme(look.New(preferences.Preferences{TextSize: int(100*tt.scale + 0.5)}))
		d.Window.Resize(fyne.NewSize(900, tt.height))
		d.line.Clear(journal.NewID())
		d.Write("Xyzzy /")
		for range 12 {
			d.Press(fyne.KeyDown)
			list, row := d.line.options, optionHeight*tt.scale
			if got := list.MinSize().Height - 2; got != float32(tt.rows)*row {
				t.Fatalf("at a height of %g and %g of the text the list is %g high, %g rows", tt.height, tt.scale, got, got/row)
			}
			if top := float32(list.active)*row - list.scroll.Offset.Y; top < -1 || top+row > float32(tt.rows)*row+1 {
				t.Errorf("row %d begins at %g of a list of %d rows of %g", list.active, top, tt.rows, row)
			}
		}
	}
}

// Tab does what the caption below the line says.
func TestTabWhileAListIsOpen(t *testing.T) {
	week := journal.WeekOf(uitest.NewClock().Now()).Prev()
	d := open(t, journal.Contents{Entries: []journal.Entry{{Week: week, Moments: []journal.Moment{
		{ID: "a", Text: "Debugged the pool again", Kind: "debugging", Track: journal.Technical}}}}}, words.English)
	d.Write("Debugged the pool")
	if _, marked := d.line.options.taken(); !d.line.options.open() || marked || d.line.keyed != "line.keys.guess" {
		t.Fatalf("the caption is %s:\n%s", d.line.keyed, d.Texts())
	}
	d.Press(fyne.KeyDown)
	if d.line.keyed != "line.keys.take" {
		t.Errorf("after Down the caption is %s", d.line.keyed)
	}
	d.line.Clear(journal.NewID())
	d.Write("Debugged the pool")
	d.Press(fyne.KeyTab)
	if d.Field() != d.line.text || d.line.read.Kind == "" {
		t.Errorf("Tab left %q", d.line.text.Text)
	}

	d.line.Clear(journal.NewID())
	d.Write("Xyzzy /")
	d.Press(fyne.KeyTab)
	if _, marked := d.line.options.taken(); !marked || d.line.keyed != "line.keys.take" {
		t.Errorf("Tab marks no kind, and the caption is %s", d.line.keyed)
	}
	d.Press(fyne.KeyTab)
	if d.line.read.Kind == "" {
		t.Errorf("Tab took no kind: %q", d.line.text.Text)
	}
}

// The list that a click on the kind opens takes nothing away when it is closed.
func TestEscapeGivesTheKindBack(t *testing.T) {
	d := open(t, journal.Contents{}, words.English)
	for _, text := range []string{"Xyzzy /coding 3h", "Xyzzy 3h /coding", "/coding Xyzzy"} {
		d.line.Clear(journal.NewID())
		d.Write(text)
		d.line.OpenKinds()
		d.Sees("Running the team")
		if got := d.line.Draft(d.Today()).Text; !strings.Contains(got, `/"coding"`) {
			t.Errorf("while the list is open the draft of %q is %q", text, got)
		}
		d.Press(fyne.KeyEscape)
		if got := d.line.text.Text; got != text || d.line.options.open() {
			t.Errorf("%q became %q", text, got)
		}
		d.line.OpenKinds()
		d.Write("desi")
		d.Press(fyne.KeyTab)
		if got, want := strings.TrimSpace(d.line.text.Text), strings.Replace(text, "coding", "design", 1); got != want {
			t.Errorf("%q became %q, want %q", text, got, want)
		}
	}
}

// Typing hides what a pointer that rests on a chip shows over the line.
func TestTypingHidesTheTipOfAChip(t *testing.T) {
	d := open(t, journal.Contents{}, words.English)
	d.Write("Lag of 2h ")
	uitest.Find(&d.Screen, func(c *controls.Chip) bool { return c.Text() == "Private" }).MouseIn(&desktop.MouseEvent{})
	d.Sees("Never in a report")
	d.Write("more")
	d.Misses("Never in a report")
}

// An energy or a kind that was taken out of a moment is asked for, and not preset.
func TestEditAsksForWhatWasTakenOut(t *testing.T) {
	moment := journal.Moment{ID: "m", Text: "Xyzzy", Kind: "coding", Track: journal.Technical, Energy: 1}
	d := open(t, journal.Contents{}, words.English)
	d.line.Edit(moment)
	d.Press(fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyReturn)
	if len(d.entered) > 0 || d.line.asked != askEnergy {
		t.Fatalf("%+v was saved, and %q is asked", d.entered, d.line.asked)
	}
	d.press("2")
	if len(d.entered) != 1 || d.entered[0].Energy != -1 {
		t.Errorf("%+v was saved", d.entered)
	}

	d.entered = nil
	d.line.Edit(moment)
	d.line.replace(span{len("Xyzzy "), len("Xyzzy /coding ")}, "")
	d.Sees("Kind?")
	d.Press(fyne.KeyReturn)
	if len(d.entered) > 0 || d.line.asked != askKind {
		t.Fatalf("%+v was saved, and %q is asked", d.entered, d.line.asked)
	}
	d.Write("des")
	d.Press(fyne.KeyReturn)
	if len(d.entered) != 1 || d.entered[0].Kind != "design" || d.entered[0].Energy != 1 {
		t.Errorf("%+v was saved", d.entered)
	}
}

func TestEscapeLeavesTheQuestionAboutHours(t *testing.T) {
	d := open(t, journal.Contents{}, words.English)
	d.Write("Upgrade weekend 18h +1 /coding")
	d.Press(fyne.KeyReturn, fyne.KeyEscape)
	d.Misses("Keep 18 h")
	if d.Field() != d.line.text || strings.TrimSpace(d.line.text.Text) != "Upgrade weekend 18h +1 /coding" || len(d.entered) > 0 {
		t.Errorf("the line says %q, %T has the focus", d.line.text.Text, d.Window.Canvas().Focused())
	}
}

func TestManyHoursAreAsked(t *testing.T) {
	d := open(t, journal.Contents{}, words.English)
	d.Write("Upgrade weekend 18h +1 /coding")
	d.Press(fyne.KeyReturn)
	d.Sees("18 h for one moment? That is more than a day’s work.", "Keep 18 h", "Change")
	if len(d.entered) > 0 {
		t.Fatalf("%+v was logged", d.entered)
	}
	d.Press(fyne.KeyReturn) // on Keep
	if len(d.entered) != 1 || d.entered[0].Hours != 18 {
		t.Errorf("%+v was logged", d.entered)
	}
}

// A kind that is not there can be made, and the moment goes on from there.
func TestNewKind(t *testing.T) {
	d := open(t, journal.Contents{}, words.English)
	d.Write("Ran the circle /mentoring-circle")
	d.Sees("New kind “mentoring circle”…")
	d.Press(fyne.KeyDown, fyne.KeyTab)
	if got := d.Field().Text; got != "mentoring circle" {
		t.Fatalf("a kind named %q was asked for", got)
	}
	d.TapButton("Save")
	d.press("Return 4")
	own := d.Journal.Kinds()[len(d.Journal.Kinds())-1]
	if len(d.entered) != 1 || d.entered[0].Kind != own.ID || d.entered[0].Text != "Ran the circle" || own.Name != "mentoring circle" {
		t.Errorf("%+v was logged of kind %+v", d.entered, own)
	}
	if d.made != 1 {
		t.Errorf("the owner heard of %d kinds", d.made)
	}
}

// A kind whose name has the letters of another is that one.
func TestKindsWithTheSameLettersAreOne(t *testing.T) {
	d := open(t, journal.Contents{Kinds: []journal.Kind{{ID: "own", Name: "Gérance d’été", Track: journal.People}}}, words.English)
	for typed, want := range map[string]string{"gerance d'ETE": "own", " CODING": "coding", "１:１": "", "Code\u00a0review": "review"} {
		before := len(d.Journal.Kinds())
		var got journal.Kind
		d.line.askNewKind(typed, func(k journal.Kind) { got = k })
		d.TapButton("Save")
		if want != "" && (got.ID != want || len(d.Journal.Kinds()) != before) {
			t.Errorf("%q is %q, and there are %d kinds", typed, got.ID, len(d.Journal.Kinds()))
		} else if want == "" && len(d.Journal.Kinds()) != before+1 {
			t.Errorf("%q is no kind of its own", typed)
		}
	}
}

func TestCompletion(t *testing.T) {
	week := journal.WeekOf(uitest.NewClock().Now()).Prev()
	moment := func(id, text string, tags ...string) journal.Moment {
		return journal.Moment{ID: id, Text: text, Kind: "one-on-one", Track: journal.People, Tags: tags}
	}
	d := open(t, journal.Contents{Entries: []journal.Entry{{Week: week, Moments: []journal.Moment{
		moment("a", "1:1 with Inès", "équipe"), moment("b", "Sold 3h of work"),
	}}}}, words.English)
	d.Write("1:1 w")
	d.Press(fyne.KeyDown, fyne.KeyTab)
	if got := d.line.text.Text; got != "1:1 with Inès " {
		t.Fatalf("completed to %q", got)
	}
	d.Write("#equ")
	d.Press(fyne.KeyTab)
	if got := d.line.text.Text; got != "1:1 with Inès #équipe " {
		t.Fatalf("completed to %q", got)
	}
	d.line.Clear(journal.NewID())
	d.Write("sold")
	d.Press(fyne.KeyDown, fyne.KeyTab)
	if m := d.logs("", "Return Return 3"); m.Text != "Sold 3h of work" || m.Hours != 0 {
		t.Errorf("%+v was logged", m)
	}
}

// An edit without a change is the moment, to the byte, and one of a part leaves the
// rest.
func TestEdit(t *testing.T) {
	odd := journal.Moment{ID: "m", Text: "Read 3h of #C\ncode", Kind: "coding", Track: journal.People, Energy: -1, Hours: 1. / 3,
		Tags: []string{"one, two", " spaced ", "Go", "go"}, Private: true}
	d := open(t, journal.Contents{}, words.French)
	d.line.Edit(odd)
	if m, err := d.line.Moment(); err != nil || !same(m, odd) || d.line.Changed() {
		t.Errorf("unchanged, it is %+v, %v, %v", m, err, d.line.Changed())
	}
	d.line.private = false
	want := odd
	want.Private = false
	if m, err := d.line.Moment(); err != nil || !same(m, want) {
		t.Errorf("%+v, %v", m, err)
	}
	d.Write(" 2h")
	want.Hours = 2
	if m, err := d.line.Moment(); err != nil || !same(m, want) {
		t.Errorf("%q is %+v, %v", d.line.text.Text, m, err)
	}
}

// TestSource: a moment is of the trace that its line was begun with, until the line is
// emptied. An edit changes nothing of that.
func TestSource(t *testing.T) {
	d := open(t, journal.Contents{}, words.English)
	begun := journal.Draft{ID: "m", Text: "Standup 2h +1 /planning", Source: "4f1c"}
	d.line.Clear("m")
	d.line.Resume(begun)
	if got := d.line.Draft(journal.Week{}); got.Source != "4f1c" {
		t.Errorf("the draft is %+v", got)
	}
	d.press("Return")
	if m := d.entered[0]; m.Source != "4f1c" || m.Text != "Standup" {
		t.Errorf("the moment is %+v", m)
	}
	if m := d.logs("Something else +1 /planning", "Return"); m.Source != "" {
		t.Errorf("the next one is %+v", m)
	}
	d.line.Resume(begun)
	d.line.text.SetText("")
	if m := d.logs("Something else +1 /planning", "Return"); m.Source != "" {
		t.Errorf("what is written in its place is %+v", m)
	}
	d.line.Edit(journal.Moment{ID: "m", Text: "Standup", Kind: "planning", Track: journal.Both, Source: "4f1c"})
	d.line.text.SetText("")
	d.Write("Planning +2 /planning")
	if m, err := d.line.Moment(); err != nil || m.Source != "4f1c" {
		t.Errorf("edited, it is %+v, %v", m, err)
	}
}

func TestBackspaceOnAChipGivesTheTextBack(t *testing.T) {
	d := open(t, journal.Contents{}, words.English)
	d.Write("Lag of 2h +1 /coding")
	d.line.giveBack(d.line.read.Tokens[0])
	if m := d.logs("", "Return"); m.Text != "Lag of 2h" || m.Hours != 0 || m.Energy != 1 {
		t.Errorf("%+v was logged", m)
	}
}
