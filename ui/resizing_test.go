package ui

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/uitest"
)

// A window that is made smaller and as large as before within one frame, in which the
// driver lays nothing out on its own, looks as it did.
func TestWindowComesBackWithinOneFrame(t *testing.T) {
	if testing.Short() {
		t.Skip("it draws, and has no goroutines")
	}
	for _, contents := range []journal.Contents{uitest.Sample(t), oneMoment()} {
		d := newDesk(t, contents, words.English)
		frames := uitest.NewFrames(&d.Screen)
		for _, window := range uitest.Sweep(windowSizes...) {
			for _, name := range pageNames {
				d.Window.Resize(window)
				d.open(name)
				d.Clock.Finish()
				frames.Rest()
				was := d.places()
				for _, less := range uitest.Sweep(fyne.NewSize(0, 210), fyne.NewSize(300, 0), fyne.NewSize(300, 210)) {
					d.Window.Resize(window.Subtract(less))
					d.Window.Content().Refresh()
					d.Window.Resize(window.Subtract(fyne.NewSize(less.Width, 0)))
					d.Window.Resize(window)
					d.Clock.Finish()
					frames.Rest()
					if is := d.places(); !slices.Equal(is, was) {
						i := 0
						for i < min(len(is), len(was)) && is[i] == was[i] {
							i++
						}
						t.Errorf("%v, %s, smaller by %v: of %d places that were and %d that are, these differ first:\n%v\n%v",
							window, name, less, len(was), len(is), was[i:min(i+3, len(was))], is[i:min(i+3, len(is))])
					}
				}
			}
		}
	}
}

// oneMoment is a journal with a moment in the week of today.
func oneMoment() journal.Contents {
	return journal.Contents{ID: "one", Entries: []journal.Entry{{Week: journal.WeekOf(uitest.NewClock().Now()), Moments: []journal.Moment{
		{ID: "a", Text: "Found the leak", Kind: "debugging", Track: journal.Technical, Energy: journal.Energized}}}}}
}

// places returns where everything is that can be seen.
func (d *desk) places() (all []string) {
	d.Each(func(o fyne.CanvasObject) {
		all = append(all, fmt.Sprintf("%T %v %v", o, o.Position(), o.Size()))
	})
	return all
}
