package ui

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/help"
	"heliotrope/ui/uitest"
)

// Each place of the manual that the program leads to is in both manuals.
func TestPlacesOfTheManual(t *testing.T) {
	files, err := filepath.Glob("*/*.go")
	if err != nil {
		t.Fatal(err)
	}
	place := regexp.MustCompile(`(?:Help\(|manual:)"([a-z][a-z#-]+)"|"((?:using|figures|report|backups|exchange|command-line|tested|simulation)#[a-z-]+)"`)
	var named []string
	for _, name := range files {
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range place.FindAllStringSubmatch(string(source), -1) {
			named = append(named, found[1]+found[2])
		}
	}
	if len(named) == 0 {
		t.Fatal("no place is named")
	}
	for _, lang := range words.Languages {
		d := newDesk(t, uitest.Weeks(3), lang)
		d.open(pageHelp)
		for _, place := range named {
			if !d.shell.space.help.Has(place) {
				t.Errorf("%s: the manual has no place %s", lang, place)
			}
		}
		d.Window.Close()
	}
}

// Every chapter and the keys are seen in full in any size of window and text and in
// both languages.
func TestHelpIsSeenInFull(t *testing.T) {
	if testing.Short() {
		t.Skip("it lays out the whole manual, many times")
	}
	for _, lang := range uitest.Sweep(words.Languages...) {
		d := newDesk(t, uitest.Weeks(3), lang)
		for _, place := range []string{help.Start, "using", "figures", "exchange", "command-line", "simulation", help.Keys} {
			for fault, where := range d.faults(windowSizes[:2], []int{100, 200}, func() { d.shell.space.Help(place) }) {
				t.Errorf("%s, %s: %s (%s)", lang, place, fault, strings.Join(where, ", "))
			}
		}
		for fault, where := range d.faults(windowSizes[:1], []int{100, 200}, func() {
			d.shell.space.Help(help.Start)
			d.shell.space.help.Search()
			d.Write("journal")
		}) {
			t.Errorf("%s, what was found: %s (%s)", lang, fault, strings.Join(where, ", "))
		}
	}
}

// One searches the manual, goes from place to place, and comes back to where one was.
func TestSearchTheManual(t *testing.T) {
	d := newDesk(t, uitest.Weeks(3), words.English)
	d.shortcut("trends")
	d.shortcut("manual")
	d.Sees("What Time and Energy promise, measured")
	d.shortcut("find")
	d.Write("guessed words")
	d.Sees("Using Heliotrope › Adding a moment")
	d.Misses("What Time and Energy promise, measured")
	d.Press(fyne.KeyReturn)
	d.Sees("1 of ", "Adding a moment")
	marked := uitest.Find(&d.Screen, func(p *controls.Prose) bool { return strings.HasPrefix(p.Text(), "Kind of work: it is guessed") })
	scroll := marked.Size()
	if top, height := marked.PresentMark(); height == 0 || scroll.Height < top {
		t.Error("nothing is marked")
	}
	d.Press(fyne.KeyUp)
	d.Press(fyne.KeyEscape)
	if f := d.Field(); f == nil || f.Text != "" {
		t.Error("Escape does not clear the search")
	}
	d.Press(fyne.KeyEscape)
	if d.shell.space.current != pageTrends {
		t.Errorf("Escape leads to %s", d.shell.space.current)
	}
}

// Alt+Left leads back in the manual, and out of it.
func TestBackInTheManual(t *testing.T) {
	d := newDesk(t, uitest.Weeks(3), words.French)
	d.shell.space.Help("using#kinds-of-work") // the anchor of the English manual
	d.Sees("Types de travail")
	d.shell.space.Help("backups")
	d.Misses("Types de travail :")
	d.shortcut("prev")
	d.Sees("Types de travail")
	d.shortcut("prev")
	if d.shell.space.current != pageWeek {
		t.Errorf("it leads to %s", d.shell.space.current)
	}
}
