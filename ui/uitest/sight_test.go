package uitest_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/ui/controls"
	"heliotrope/ui/uitest"
)

func colored(text string) *controls.Colored {
	return controls.NewColored(text, theme.ColorNameForeground, theme.SizeNameText, fyne.TextStyle{})
}

func TestCutTexts(t *testing.T) {
	long := strings.Repeat("a long label ", 8)
	for _, tt := range []struct {
		name    string
		content func() fyne.CanvasObject
		cut     bool
	}{
		{"a short label", func() fyne.CanvasObject { return colored("short") }, false},
		{"a shortened label", func() fyne.CanvasObject { return colored(long) }, true},
		{"a truncated label", func() fyne.CanvasObject {
			l := widget.NewLabel(long)
			l.Truncation = fyne.TextTruncateEllipsis
			return l
		}, true},
		{"a wrapped label", func() fyne.CanvasObject {
			l := widget.NewLabel(long)
			l.Wrapping = fyne.TextWrapWord
			return l
		}, false},
		{"words in a field that is too narrow", func() fyne.CanvasObject {
			f := controls.NewTextField(false, 9, func(s string, _ int) (string, string) { return s, "" })
			f.PlaceHolder = long
			return f
		}, true},
		{"an ellipsis of the program's own", func() fyne.CanvasObject { return colored("Mark as a week off…") }, false},
		{"wider than the button", func() fyne.CanvasObject {
			return container.NewWithoutLayout(sized(controls.NewButton(long, nil), 100, 32))
		}, true},
		{"inside the card", func() fyne.CanvasObject {
			return controls.NewCard(container.NewWithoutLayout(sized(colored("short"), 200, 20)))
		}, false},
		{"beyond the window", func() fyne.CanvasObject { return container.NewWithoutLayout(moved(colored("short"), 290)) }, true},
		{"beyond what can be scrolled to", func() fyne.CanvasObject {
			return controls.NewVScroll(container.NewWithoutLayout(moved(colored("short"), 290)))
		}, true},
		{"what can be scrolled to", func() fyne.CanvasObject {
			return controls.NewScroll(container.NewWithoutLayout(moved(colored("short"), 290)))
		}, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := uitest.NewDesk(t, journal.Contents{})
			d.Show(tt.content())
			d.Window.Resize(fyne.NewSize(300, 200))
			if cut := d.CutTexts(); (len(cut) > 0) != tt.cut {
				t.Errorf("cut are %q", cut)
			}
		})
	}
}

func TestLowTargets(t *testing.T) {
	for _, tt := range []struct {
		name    string
		content fyne.CanvasObject
		low     bool
	}{
		{"a button", sized(controls.NewButton("press", nil), 100, 32), false},
		{"a button squeezed", sized(controls.NewButton("press", nil), 100, 20), true},
		{"a link, which reaches beyond its words", controls.NewLink("more", nil), false},
		{"a field", controls.NewTextField(false, 9, func(s string, _ int) (string, string) { return s, "" }), false},
		{"what takes no clicks", colored("words"), false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := uitest.NewDesk(t, journal.Contents{})
			if tt.content.Size().IsZero() {
				tt.content.Resize(tt.content.MinSize())
			}
			d.Show(container.NewWithoutLayout(tt.content))
			if low := d.LowTargets(); (len(low) > 0) != tt.low {
				t.Errorf("low are %q", low)
			}
		})
	}
}

func sized(o fyne.CanvasObject, width, height float32) fyne.CanvasObject {
	o.Resize(fyne.NewSize(width, height))
	return o
}

func moved(o fyne.CanvasObject, x float32) fyne.CanvasObject {
	o.Move(fyne.NewPos(x, 0))
	return sized(o, 100, 20)
}

func TestOverlaps(t *testing.T) {
	for _, tt := range []struct {
		name  string
		shift float32
		over  bool
	}{{"one over the other", 5, true}, {"next to each other", 120, false}} {
		t.Run(tt.name, func(t *testing.T) {
			d := uitest.NewDesk(t, journal.Contents{})
			d.Show(container.NewWithoutLayout(moved(colored("one"), 10), moved(colored("other"), 10+tt.shift)))
			if over := d.Overlaps(); (len(over) > 0) != tt.over {
				t.Errorf("over one another are %q", over)
			}
		})
	}
}
