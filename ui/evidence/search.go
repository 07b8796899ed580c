package evidence

import (
	"context"
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal/evidence/source"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/dialogs"
	"heliotrope/ui/look"
	"heliotrope/ui/texts"
)

// search looks for places in a folder, and asks which of them are to be read.
type search struct {
	page *Page

	folder  *controls.Button
	state   *controls.Hint
	trouble *controls.Hint
	halt    *controls.Link
	rows    *fyne.Container
	more    *controls.Hint
	all     *controls.Link
	use     *controls.Button
	answer  *fyne.Container // what to do with what was found; hidden if nothing was
	root    fyne.CanvasObject

	found  []*placeRow
	cancel func() // what goes on; nil if nothing does
}

// mostFound is how many places are listed at once. Whoever has more chooses a folder
// further down.
const mostFound = 200

func newSearch(p *Page) *search {
	s := &search{page: p}
	say := p.Words.Say
	s.folder = controls.NewButton(say("sources.add.folder"), func() { p.Ask.Folder(func(path string) { s.look(path) }) })
	file := controls.NewButton(say("sources.add.file"), func() {
		p.Ask.OpenFile(dialogs.Documents(), func(path string) { s.look(path) })
	})
	s.state, s.trouble, s.more = controls.NewHint(widget.MediumImportance), controls.NewTrouble(), controls.NewHint(widget.MediumImportance)
	s.halt = controls.NewLink(say("sources.stop"), func() { s.stop() })
	s.halt.Hide()
	s.rows = controls.Stack(2)
	s.all = controls.NewLink("", s.tickAll)
	s.use = controls.NewButton("", s.accept)
	s.use.Importance = widget.HighImportance
	cancel := controls.NewButton(say("dialog.cancel"), s.leave)
	s.use.OnEscape, cancel.OnEscape = s.leave, s.leave
	s.answer = controls.Stack(8, controls.Flush(controls.Caption(say("sources.found.ask"))), s.rows, s.more.Content(),
		container.New(&controls.Flow{GapX: 12, GapY: 8}, s.use, cancel, s.all))
	s.answer.Hide()
	s.root = controls.NewCard(controls.Stack(8,
		controls.Flush(controls.CardTitle(say("sources.add.title"))),
		controls.Flush(controls.Caption(say("sources.add.about"))),
		container.New(&controls.Flow{GapX: 8, GapY: 6}, s.folder, file),
		container.New(&controls.Flow{GapX: 12, GapY: 4}, s.halt),
		s.state.Content(), s.trouble.Content(), s.answer))
	return s
}

// look looks for places at paths or below them.
func (s *search) look(paths ...string) {
	s.clear()
	p := s.page
	names := make([]string, len(paths))
	for i, path := range paths {
		names[i] = shown(path)
	}
	where := texts.Flatten(strings.Join(names, ", "), longestPath)
	args := words.Args{"Path": where}
	s.state.Show(p.Words.Say("sources.looking", args))
	s.halt.Show()
	p.Ask.Focus(s.halt)
	var (
		found   []place
		trouble error
	)
	s.cancel = p.Tasks.Aside(func(ctx context.Context) error {
		found, trouble = placesAt(ctx, p.kinds, paths)
		return nil
	}, func(error) {
		s.stop()
		s.show(where, found, trouble)
	})
	s.refresh()
}

// show asks which of the places that were found somewhere are to be read.
func (s *search) show(where string, found []place, trouble error) {
	p, w := s.page, s.page.Words
	all := len(found)
	now := p.chosen().Places
	found = slices.DeleteFunc(found, func(at place) bool { return slices.Contains(now[at.kind.ID()], at.path) })
	args := words.Args{"Path": where}
	switch {
	case len(found) > 0:
		s.state.Show(w.Count("sources.found", len(found), args))
	case all > 0:
		s.state.Show(w.Say("sources.found.known", args))
	default:
		s.state.Show(w.Say("sources.found.none", args))
	}
	if trouble != nil {
		s.trouble.Show(w.EvidenceTrouble(firstOf(trouble, where)))
	}
	if hidden := len(found) - mostFound; hidden > 0 {
		s.more.Show(w.Count("sources.found.more", hidden))
		found = found[:mostFound]
	}
	for _, at := range found {
		r := newPlaceRow(at, true, func(bool) { s.showUse() })
		s.found = append(s.found, r)
		s.rows.Add(r.root)
	}
	look.SetVisible(s.answer, len(found) > 0)
	s.showUse()
	s.refresh()
	if len(found) > 0 {
		p.Ask.Focus(s.use)
	} else {
		p.Ask.Focus(s.folder)
	}
}

// firstOf returns the first of the troubles that were met at a path, as it is shown.
func firstOf(err error, path string) source.Trouble {
	t := source.Trouble{Path: path, Err: err}
	errors.As(err, &t)
	t.Path = shown(t.Path)
	return t
}

// ticked returns the places that are ticked.
func (s *search) ticked() (places []place) {
	for _, r := range s.found {
		if r.check.Checked {
			places = append(places, r.at)
		}
	}
	return places
}

// showUse shows what the answer would do.
func (s *search) showUse() {
	w, n := s.page.Words, len(s.ticked())
	s.use.SetText(w.Count("sources.found.use", n))
	if n == 0 {
		s.use.Disable()
	} else {
		s.use.Enable()
	}
	id := "sources.found.none-of-them"
	if n == 0 {
		id = "sources.found.all-of-them"
	}
	s.all.SetText(w.Say(id))
	look.SetVisible(s.all, len(s.found) > 1)
	s.refresh()
}

// tickAll ticks all places, or none if some are ticked.
func (s *search) tickAll() {
	on := len(s.ticked()) == 0
	for _, r := range s.found {
		r.check.Tick(on)
	}
	s.showUse()
}

// accept reads what is ticked from now on.
func (s *search) accept() {
	places := s.ticked()
	s.clear()
	s.page.use(places)
	s.state.Show(s.page.Words.Count("sources.found.done", len(places)))
	s.refresh()
	s.page.Ask.Focus(s.folder)
}

// leave forgets what was found.
func (s *search) leave() {
	s.clear()
	s.refresh()
	s.page.Ask.Focus(s.folder)
}

// end ends looking, and reports whether that went on.
func (s *search) end() bool {
	if s.cancel == nil {
		return false
	}
	s.cancel()
	s.cancel = nil
	s.halt.Hide()
	s.state.Show("")
	return true
}

// stop ends looking like end, and takes a focus that would be lost to where one can look
// again.
func (s *search) stop() bool {
	focused := s.page.Ask.Focused() == fyne.Focusable(s.halt)
	if !s.end() {
		return false
	}
	if focused {
		s.page.Ask.Focus(s.folder)
	}
	s.refresh()
	return true
}

// clear shows nothing.
func (s *search) clear() {
	s.stop()
	s.found = nil
	s.rows.RemoveAll()
	s.state.Show("")
	s.trouble.Show("")
	s.more.Show("")
	s.answer.Hide()
}

func (s *search) refresh() { s.root.Refresh() }
