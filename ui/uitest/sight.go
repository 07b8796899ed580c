package uitest

import (
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/assets"
	"heliotrope/ui/controls"
)

// seen is an object on screen with its place in the window and what it is in.
type seen struct {
	fyne.CanvasObject

	at fyne.Position
	in *seen // nil for the content of the window
}

// right returns where an object ends on the right.
func (s *seen) right() float32 { return s.at.X + s.Size().Width }

// path names what an object is in, the innermost first, for a person who looks
// for it.
func (s *seen) path() string {
	var names []string
	for o := s; o != nil && len(names) < 4; o = o.in {
		if _, plain := o.CanvasObject.(*fyne.Container); !plain {
			names = append(names, strings.TrimPrefix(fmt.Sprintf("%T", o.CanvasObject), "*"))
		}
	}
	return strings.Join(names, " in ")
}

// view returns the innermost view that an object is scrolled in, or nil.
func (s *seen) view() *seen {
	for o := s.in; o != nil; o = o.in {
		if scrollOf(o.CanvasObject) != nil {
			return o
		}
	}
	return nil
}

// scrollOf returns an object as a view, or nil.
func scrollOf(o fyne.CanvasObject) *container.Scroll {
	switch o := o.(type) {
	case *container.Scroll:
		return o // of a field or a list of Fyne's
	case *controls.Scroll:
		return &o.Scroll
	}
	return nil
}

// eachSeen calls f with everything that can be seen in the topmost layer of the
// window, also what one has to scroll to.
func (s *Screen) eachSeen(f func(*seen)) {
	s.Clock.Finish()
	var walk func(o fyne.CanvasObject, offset fyne.Position, in *seen)
	walk = func(o fyne.CanvasObject, offset fyne.Position, in *seen) {
		if o == nil || !o.Visible() {
			return
		}
		at := &seen{CanvasObject: o, at: offset.Add(o.Position()), in: in}
		f(at)
		switch o := o.(type) {
		case *fyne.Container:
			for _, child := range o.Objects {
				walk(child, at.at, at)
			}
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(o).Objects() {
				walk(child, at.at, at)
			}
		}
	}
	top := s.Window.Canvas().Overlays().Top()
	if top == nil {
		top = s.Window.Content()
	}
	walk(top, fyne.Position{}, nil)
}

// Settle lays everything out again, as Fyne does before it draws a window in
// which the smallest size of something has changed.
func (s *Screen) Settle() {
	for range 2 { // a width gives a height, and that a bar to scroll with
		s.eachSeen(func(o *seen) {
			if c, ok := o.CanvasObject.(*fyne.Container); ok && c.Layout != nil {
				c.Layout.Layout(c.Objects, c.Size())
			}
		})
	}
}

// idOnly is what the catalog returns for an id that it does not have.
var idOnly = regexp.MustCompile(`^[a-z]+(\.[a-z-]+)+$`)

// CutTexts returns the texts that cannot be read, or not to their end: they are an id
// without words, or end with an ellipsis that nobody wrote, or go beyond the card, the field or the view that
// they are in.
func (s *Screen) CutTexts() []string {
	var cut []string
	s.eachSeen(func(o *seen) {
		if f, ok := o.CanvasObject.(*controls.TextField); ok && f.Text == "" && !f.MultiLine {
			room := f.Size().Width - 2*theme.InnerPadding()
			if size := fyne.MeasureText(f.PlaceHolder, theme.TextSize(), f.TextStyle); size.Width > room {
				cut = append(cut, fmt.Sprintf("%q has %.0f less than it needs (%s)", f.PlaceHolder, size.Width-room, o.path()))
			}
		}
		t, ok := o.CanvasObject.(*canvas.Text)
		if !ok || strings.TrimSpace(t.Text) == "" {
			return
		}
		text := strings.TrimSpace(t.Text)
		prose, _ := o.in.CanvasObject.(*controls.Prose) // is broken into lines, and never shortened
		if prose == nil && idOnly.MatchString(text) {
			cut = append(cut, fmt.Sprintf("%q has no words (%s)", text, o.in.path()))
		}
		if strings.HasSuffix(text, "…") && !written(text) && (prose == nil || !strings.Contains(prose.Text(), text)) {
			cut = append(cut, fmt.Sprintf("%q is shortened (%s)", text, o.in.path()))
			return
		}
		const rounding = 1.5
		end := o.at.X + fyne.MeasureText(strings.TrimRight(t.Text, " "), t.TextSize, t.TextStyle).Width
		for around := o.in; around != nil; around = around.in {
			if !holds(around.CanvasObject) || around.Size().Width <= 0 {
				continue
			}
			if scroll := scrollOf(around.CanvasObject); scroll != nil && scroll.Direction != container.ScrollVerticalOnly {
				return // one can scroll to the rest
			}
			if end > around.right()+rounding {
				cut = append(cut, fmt.Sprintf("%q ends %.0f beyond its %T (%s)", text, end-around.right(), around.CanvasObject, o.in.path()))
			}
		}
		if width := s.Window.Canvas().Size().Width; end > width+rounding {
			cut = append(cut, fmt.Sprintf("%q ends %.0f beyond the window (%s)", text, end-width, o.in.path()))
		}
	})
	return cut
}

// Overlaps returns the texts that are drawn over one another.
func (s *Screen) Overlaps() []string {
	type place struct {
		*seen
		text string
		size fyne.Size
	}
	var places []place
	var over []string
	s.eachSeen(func(o *seen) {
		t, ok := o.CanvasObject.(*canvas.Text)
		if !ok || strings.TrimSpace(t.Text) == "" {
			return
		}
		const edge = 2 // of no ink around letters
		p := place{o, t.Text, fyne.MeasureText(t.Text, t.TextSize, t.TextStyle).SubtractWidthHeight(edge, 2*edge)}
		for _, q := range places {
			if p.view() == q.view() && p.at.X < q.at.X+q.size.Width && q.at.X < p.at.X+p.size.Width &&
				p.at.Y < q.at.Y+q.size.Height && q.at.Y < p.at.Y+p.size.Height {
				over = append(over, fmt.Sprintf("%q is drawn over %q (%s)", p.text, q.text, o.in.path()))
			}
		}
		places = append(places, p)
	})
	return over
}

// holds reports whether what is inside must not go beyond an object's right edge:
// views, and widgets that take clicks or have an edge.
func holds(o fyne.CanvasObject) bool {
	switch o.(type) {
	case *controls.Scroll, *container.Scroll, *widget.Entry:
		return true
	case fyne.Tappable, fyne.Focusable:
		return true
	}
	name := fmt.Sprintf("%T", o)
	return name == "*controls.Panel" || name == "*controls.TextField"
}

// endings are the sentences of the program that end with an ellipsis themselves,
// with a pattern in place of what is put into them.
var endings = sync.OnceValue(func() (all []ending) {
	sentence := regexp.MustCompile(`(?m)= "(.*…)"$`)
	value := regexp.MustCompile(`\\{\\{[^}]*\\}\\}`)
	_ = fs.WalkDir(assets.Words, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := assets.Words.ReadFile(path)
		for _, found := range sentence.FindAllStringSubmatch(plain(string(b)), -1) {
			pattern := value.ReplaceAllString(regexp.QuoteMeta(found[1]), ".+")
			all = append(all, ending{found[1], regexp.MustCompile("^" + pattern + "$")})
		}
		return err
	})
	return all
})

type ending struct {
	text    string
	pattern *regexp.Regexp
}

func plain(s string) string { return strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(s) }

// written reports whether a text, or the last line of one, is a sentence of the
// program that ends with an ellipsis itself.
func written(text string) bool {
	return slices.ContainsFunc(endings(), func(e ending) bool {
		return strings.HasSuffix(e.text, plain(text)) || e.pattern.MatchString(plain(text))
	})
}

// LeastTarget is the least height of what takes clicks.
const LeastTarget = 32

// LowTargets returns what takes clicks and is lower than [LeastTarget]. What is
// part of a higher target, or has a part that is one, is not.
func (s *Screen) LowTargets() []string {
	high := map[*seen]bool{}
	var targets []*seen
	s.eachSeen(func(o *seen) {
		if !isTarget(o.CanvasObject) {
			return
		}
		targets = append(targets, o)
		if o.Size().Height >= LeastTarget-0.5 {
			for around := o; around != nil; around = around.in {
				high[around] = true
			}
		}
	})
	var low []string
targets:
	for _, o := range targets {
		for around := o; around != nil; around = around.in {
			if around == o && high[o] || around != o && isTarget(around.CanvasObject) && around.Size().Height >= LeastTarget-0.5 {
				continue targets
			}
		}
		low = append(low, fmt.Sprintf("%s is %.1f high %s", o.path(), o.Size().Height, labelOf(o.CanvasObject)))
	}
	return low
}

// isTarget reports whether a click on an object does something.
func isTarget(o fyne.CanvasObject) bool {
	switch o.(type) {
	case *widget.Label, *widget.RichText, *controls.Scroll, *container.Scroll:
		return false // whose text can be selected
	case fyne.Tappable:
		name := fmt.Sprintf("%T", o)
		return name != "*widget.selectable" && name != "*widget.focusSelectable" && name != "*widget.scrollBarArea" // parts of Fyne's own
	}
	return false
}

func labelOf(o fyne.CanvasObject) string {
	if a, ok := o.(fyne.Accessible); ok {
		if b, isButton := o.(*widget.Button); isButton && b.Icon == nil && b.Text == "" {
			return ""
		}
		return fmt.Sprintf("(%s)", a.AccessibilityLabel())
	}
	return ""
}
