package ui

import (
	"fmt"
	"reflect"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal/preferences"
	"heliotrope/journal/words"
	"heliotrope/ui/look"
	"heliotrope/ui/uitest"
)

// probe is a part of a page that counts what is done for it.
type probe struct {
	widget.BaseWidget
	refreshed, laidOut, measured int
}

func (p *probe) CreateRenderer() fyne.WidgetRenderer { return p }

func (p *probe) Refresh() { p.refreshed++ }

func (p *probe) Layout(fyne.Size) { p.laidOut++ }

func (p *probe) MinSize() fyne.Size {
	p.measured++
	return fyne.NewSize(1, 1)
}

func (p *probe) Objects() []fyne.CanvasObject { return nil }

func (p *probe) Destroy() {}

func (p *probe) done() int { return p.refreshed + p.laidOut + p.measured }

// Nothing is refreshed, laid out or measured on a page that is not shown, whatever
// changes.
func TestNothingIsDoneForHiddenPages(t *testing.T) {
	d := newDesk(t, uitest.Sample(t), words.English)
	probes := make(map[pageName]*probe)
	for _, name := range pageNames {
		p := &probe{}
		p.ExtendBaseWidget(p)
		made := d.shell.space.made(name)
		d.shell.space.pages[name] = probed{made, container.NewStack(made.Content(), p)}
		d.open(name)
		if probes[name] = p; p.done() == 0 {
			t.Fatalf("%s: nothing is done while it is shown", name)
		}
	}
	for _, shown := range uitest.Sweep(pageNames...) {
		d.open(shown)
		before := make(map[pageName]int)
		for what, change := range map[string]func(){
			"dark":         func() { d.prefer(func(p *preferences.Preferences) { p.Appearance = look.AlwaysDark }) },
			"larger texts": func() { d.prefer(func(p *preferences.Preferences) { p.TextSize += 10 }) },
			"a resize":     func() { d.Window.Resize(d.Window.Canvas().Size().AddWidthHeight(20, 10)) },
			"a notice":     func() { d.shell.space.Say("Copied") },
			"a save": func() {
				e := d.mine().Entry(d.Today())
				e.Reflection += "More."
				d.shell.space.saver.Change(e)
				d.shell.space.saver.Flush()
			},
			"an hour": func() { d.Clock.Advance(time.Hour) },
		} {
			for name, p := range probes {
				before[name] = p.done()
			}
			change()
			d.Clock.Finish()
			d.Settle()
			for name, p := range probes {
				if name != shown && p.done() != before[name] {
					t.Errorf("%s is done %d times for %s, which is not shown", what, p.done()-before[name], name)
				}
			}
		}
	}
}

// probed is a page with a probe in it.
type probed struct {
	page
	content fyne.CanvasObject
}

func (p probed) Content() fyne.CanvasObject { return p.content }

// A page that was away while colors and texts changed looks as one that was there.
func TestHiddenPagesComeBackRight(t *testing.T) {
	for _, change := range uitest.Sweep(
		func(p *preferences.Preferences) { p.Appearance = look.AlwaysDark },
		func(p *preferences.Preferences) { p.TextSize = 145 },
	) {
		d := newDesk(t, uitest.Sample(t), words.English)
		for _, name := range pageNames {
			d.open(name)
		}
		d.prefer(change)
		for _, name := range pageNames {
			d.open(name)
			d.Settle()
			got := d.drawn()
			d.shell.ApplyLook()
			d.Settle()
			if want := d.drawn(); !slices.Equal(got, want) {
				t.Errorf("%s is not as it is to be", name)
			}
		}
		d.Window.Close()
	}
}

// All that were away get another look at once, since Fyne retains fonts each time.
func TestHiddenPagesComeBackTogether(t *testing.T) {
	d := newDesk(t, uitest.Sample(t), words.English)
	for _, name := range pageNames {
		d.open(name)
	}
	d.prefer(func(p *preferences.Preferences) { p.Appearance = look.AlwaysDark })
	applied := 0
	d.App.Settings().AddListener(func(fyne.Settings) { applied++ })
	for range 2 {
		for _, name := range pageNames {
			d.open(name)
		}
	}
	if applied != 1 {
		t.Errorf("the look was applied %d times, want once", applied)
	}
}

// drawn tells of everything that is drawn in the window where it is, how large, and in
// which colors. To capture the window would end what has not been drawn for a while.
func (d *desk) drawn() (all []string) {
	d.Each(func(o fyne.CanvasObject) {
		look := fmt.Sprint(reflect.TypeOf(o), o.Position(), o.Size())
		switch o := o.(type) {
		case *canvas.Text:
			look += fmt.Sprint(o.Text, o.TextSize, o.Color)
		case *canvas.Rectangle:
			look += fmt.Sprint(o.FillColor, o.StrokeColor)
		case *canvas.Image:
			if o.Resource != nil {
				look += string(o.Resource.Content())
			}
		}
		all = append(all, look)
	})
	return all
}

// A page that is shown again computes and reads nothing unless something changed since.
func TestShownAgainIsNotMadeAgain(t *testing.T) {
	d := newDesk(t, uitest.Sample(t), words.English)
	for _, name := range []pageName{pageWeek, pageTrends, pagePast, pageReport} {
		jobs := func() int {
			d.open(pageHelp)
			before := d.Clock.Given()
			d.open(name)
			d.Clock.Advance(time.Second)
			return d.Clock.Given() - before
		}
		jobs()
		if n := jobs(); n != 0 {
			t.Errorf("%s: %d jobs when it is shown again", name, n)
		}
		e := d.mine().Entry(d.Today())
		e.Reflection += "More."
		if err := d.mine().Save(e); err != nil {
			t.Fatal(err)
		}
		if n := jobs(); n == 0 && name != pagePast { // which reads so little at once
			t.Errorf("%s: nothing is made after a week was saved", name)
		}
		if n := jobs(); n != 0 {
			t.Errorf("%s: %d jobs when it is shown once more", name, n)
		}
	}
}
