package welcome

import (
	"testing"

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
}

func (w *window) Begin(e journal.Event) { w.begun = append(w.begun, e) }
func (w *window) OpenSample()           { w.sample++ }

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
