package welcome

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"heliotrope/journal"
	"heliotrope/journal/preferences"
	"heliotrope/journal/words"
	"heliotrope/ui/look"
	"heliotrope/ui/uitest"
)

// window records what the page asked for.
type window struct {
	begun  []journal.Event
	sample int
	spoken []words.Language
}

func (w *window) Begin(e journal.Event)  { w.begun = append(w.begun, e) }
func (w *window) Speak(l words.Language) { w.spoken = append(w.spoken, l) }
func (w *window) OpenSample()            { w.sample++ }

func open(t *testing.T, sample bool) (*Page, *window, *uitest.Screen) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.New(preferences.Preferences{}))
	asked := &window{}
	p := New(words.In(words.English), theme.AccountIcon(), sample, asked)
	s := &uitest.Screen{T: t, Clock: uitest.NewClock(), Window: test.NewTempWindow(t, p.Content())}
	return p, asked, s
}

func TestStartBeginsWithTheRoleThatWasChosen(t *testing.T) {
	p, asked, s := open(t, true)
	p.role.SetSelectedIndex(1)
	s.TapButton("Log this week")
	if len(asked.begun) != 1 || asked.begun[0].Role != journal.Roles[0] || asked.begun[0].Kind != journal.RoleEvent {
		t.Errorf("began with %v, want the role %s", asked.begun, journal.Roles[0])
	}
}

func TestStartWithoutARoleNamesNone(t *testing.T) {
	_, asked, s := open(t, true)
	s.TapButton("Log this week")
	if len(asked.begun) != 1 || asked.begun[0].Role != "" {
		t.Errorf("began with %v, want no role", asked.begun)
	}
}

func TestTheSampleIsOfferedOnlyIfThereIsOne(t *testing.T) {
	_, asked, s := open(t, true)
	s.TapButton("Explore a sample journal")
	if asked.sample != 1 {
		t.Errorf("the sample was opened %d times", asked.sample)
	}
	_, _, without := open(t, false)
	without.Misses("Explore a sample journal")
}

// One key goes on: the page comes with the focus on the button that begins.
func TestEnterSkipsBothQuestions(t *testing.T) {
	p, asked, s := open(t, true)
	s.Sees("shown on your charts", "the same title means different work elsewhere", "You can skip both: Enter starts right away.")
	s.Window.Canvas().Focus(p.First())
	s.Press(fyne.KeyReturn)
	if len(asked.begun) != 1 || asked.begun[0].Role != "" || asked.begun[0].CompanySize != "" {
		t.Errorf("began with %v, want nothing named", asked.begun)
	}
}

func TestTheSizeAloneIsOfTheCompany(t *testing.T) {
	p, asked, s := open(t, true)
	p.size.SetSelectedIndex(1)
	s.TapButton("Log this week")
	if len(asked.begun) != 1 || asked.begun[0].Kind != journal.CompanyEvent || asked.begun[0].CompanySize != journal.CompanySizes[0] {
		t.Errorf("began with %v, want the size %s of the company", asked.begun, journal.CompanySizes[0])
	}
}

// Nothing is cut and everything is large enough to be clicked, in any size of window
// and text.
func TestWelcomeIsSeenInFull(t *testing.T) {
	for _, lang := range uitest.Sweep(words.Languages...) {
		for _, size := range uitest.Sweep(100, 145, 200) {
			a := test.NewTempApp(t)
			a.Settings().SetTheme(look.New(preferences.Preferences{TextSize: size}))
			p := New(words.In(lang), theme.AccountIcon(), true, &window{})
			s := &uitest.Screen{T: t, Clock: uitest.NewClock(), Window: test.NewTempWindow(t, p.Content())}
			for _, room := range uitest.Sweep(fyne.NewSize(720, 540), fyne.NewSize(1024, 740), fyne.NewSize(1190, 700), fyne.NewSize(1424, 940)) {
				s.Window.Resize(room)
				if least := p.Content().MinSize(); least.Width > room.Width {
					t.Errorf("%s, %d %%: needs %v", lang, size, least)
				}
				for _, fault := range slices.Concat(s.CutTexts(), s.Overlaps(), s.LowTargets()) {
					t.Errorf("%s, %.0fx%.0f at %d %%: %s", lang, room.Width, room.Height, size, fault)
				}
			}
		}
	}
}
