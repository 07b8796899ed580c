package settings

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/input"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
	"heliotrope/ui/session"
)

// kindGroup shows the kinds of work by track, each with the number of its moments,
// and edits one where it is. Nothing that was logged changes without being asked.
type kindGroup struct {
	session.Session
	window kindWindow

	moments map[string]int // of each kind
	tracks  map[journal.Track]*trackRows
	edited  *kindEdit // nil if none is
	adding  *kindAdd
	every   bool // kinds without moments are shown too

	count *controls.Colored
	add   *controls.Link
	more  *controls.Link
	root  *fyne.Container
}

// kindWindow is what the kinds ask of the window.
type kindWindow interface {
	// OfferUndo shows what was done, and offers to undo it.
	OfferUndo(text string)
}

// trackRows are the kinds of one track below its name.
type trackRows struct {
	list *controls.RowList
	root *fyne.Container
}

// fewestHidden is how many kinds without moments it takes to leave them out at first.
const fewestHidden = 4

func newKindGroup(s session.Session, window kindWindow) *kindGroup {
	g := &kindGroup{Session: s, window: window, tracks: make(map[journal.Track]*trackRows)}
	say := s.Words.Say
	g.count = controls.NewColored("", controls.ColorMuted, controls.SizeControl, fyne.TextStyle{})
	g.add = controls.NewLink(say("kinds.add"), g.startAdding)
	g.add.Hidden = s.ReadOnly
	g.more = controls.NewLink("", func() {
		g.every = true
		g.show()
	})
	title := container.New(&controls.Flow{GapX: 8},
		controls.NewColored(say("kinds.title"), theme.ColorNameForeground, theme.SizeNameText, fyne.TextStyle{Bold: true}), g.count)
	g.adding = newKindAdd(g)
	rows := controls.Stack(0, g.adding.root)
	for i, t := range journal.Tracks {
		of := g.newTrackRows(t, i == 0)
		g.tracks[t] = of
		if i > 0 {
			of.root.Objects = append([]fyne.CanvasObject{widget.NewSeparator(), controls.Gap(6)}, of.root.Objects...)
		}
		rows.Add(of.root)
	}
	rows.Add(within(rowEdge, container.NewHBox(g.more)))
	card := controls.NewPanel(rows, controls.ColorCard, theme.ColorNameSeparator, 12, fyne.NewSize(1, 8))
	g.root = controls.Stack(8, container.New(&controls.Ends{Gap: 12}, title, g.add), card)
	return g
}

// rowEdge is the room before a row, and half of that behind it.
const rowEdge = 20

func (g *kindGroup) newTrackRows(t journal.Track, first bool) *trackRows {
	name := controls.NewColored(g.Words.TrackHeading(t), look.TrackText(t), controls.SizeControl, fyne.TextStyle{Bold: true})
	column := ""
	if first {
		column = g.Words.Say("kinds.column")
	}
	mark := controls.NewGlyph(look.TrackShape(t), look.TrackColor(t)) // only for the room that it takes
	mark.Hide()
	head := container.New(layout.NewCustomPaddedLayout(0, 0, rowEdge, 2*rowEdge), container.New(kindRow{}, mark, name,
		controls.NewColored(column, controls.ColorMuted, theme.SizeNameCaptionText, fyne.TextStyle{})))
	list := controls.NewRowList(g.Words.TrackHeading(t), g.Words.Say("kinds.menu"))
	list.Dense = true
	list.OnOpen, list.OnClick, list.OnMenu = g.open, g.click, g.menu
	list.SetFixed(g.ReadOnly)
	return &trackRows{list, controls.Stack(2, head, list, controls.Gap(4))}
}

// show shows the kinds as they are now.
func (g *kindGroup) show() {
	kinds := g.Journal.Kinds()
	g.moments = g.Journal.KindCounts()
	hidden := len(kinds) - len(kinds.Offered())
	all := g.Words.Number(float64(len(kinds)), 0)
	if hidden > 0 {
		all = g.Words.Count("kinds.hidden.count", hidden, words.Args{"All": all})
	}
	g.count.Set(all, controls.ColorMuted)
	g.more.SetText(g.Words.Say("kinds.all", words.Args{"Count": len(kinds)}))
	if e := g.edited; e != nil {
		if k, ok := kinds.Find(e.kind.ID); ok {
			e.show(k)
		} else {
			g.edited = nil // it was added, and that was undone
		}
	}
	shown := g.shown(kinds)
	look.SetVisible(g.more, len(shown) < len(kinds))
	for _, t := range journal.Tracks {
		var rows []controls.Row
		for _, k := range shown {
			if g.trackOf(k) == t {
				rows = append(rows, controls.Row{ID: k.ID, Content: g.row(k)})
			}
		}
		g.tracks[t].list.SetRows(rows)
		look.SetVisible(g.tracks[t].root, len(rows) > 0)
	}
}

// shown returns the kinds that are shown, those with most moments first.
func (g *kindGroup) shown(kinds journal.Kinds) journal.Kinds {
	idle := func(k journal.Kind) bool {
		return g.moments[k.ID] == 0 && k.BuiltIn() && !k.Hidden && (g.edited == nil || g.edited.kind.ID != k.ID)
	}
	if left := slices.DeleteFunc(slices.Clone(kinds), idle); !g.every && len(left) > 0 && len(kinds)-len(left) >= fewestHidden {
		kinds = left
	}
	kinds = slices.Clone(kinds)
	slices.SortStableFunc(kinds, func(a, b journal.Kind) int { return cmp.Compare(g.moments[b.ID], g.moments[a.ID]) })
	return kinds
}

// trackOf returns the track below which a kind is shown: one that is edited stays
// where it is.
func (g *kindGroup) trackOf(k journal.Kind) journal.Track {
	if g.edited != nil && g.edited.kind.ID == k.ID {
		return g.edited.at
	}
	return k.Track
}

// row returns what is shown of a kind.
func (g *kindGroup) row(k journal.Kind) fyne.CanvasObject {
	name, ink := g.Words.Kind(k), theme.ColorNameForeground
	if k.Hidden {
		name, ink = g.Words.Say("kinds.hidden", words.Args{"Kind": name}), controls.ColorMuted
	}
	return container.New(kindRow{}, controls.NewGlyph(look.TrackShape(k.Track), look.TrackColor(k.Track)),
		controls.NewColored(name, ink, theme.SizeNameText, fyne.TextStyle{}), g.newCount(k))
}

// newCount returns the number of the moments of a kind.
func (g *kindGroup) newCount(k journal.Kind) fyne.CanvasObject {
	count := g.Words.Number(float64(g.moments[k.ID]), 0)
	return controls.NewColored(count, controls.ColorMuted, controls.SizeControl, fyne.TextStyle{})
}

// kindRow lays out the mark of a track, a name, and at the end a number.
type kindRow struct{}

const kindGap = 10

// Layout implements fyne.Layout.
func (kindRow) Layout(o []fyne.CanvasObject, size fyne.Size) {
	x := float32(0)
	for i, part := range o {
		least := part.MinSize()
		if i == 1 {
			least.Width = size.Width - x - o[2].MinSize().Width - kindGap
		}
		part.Resize(least)
		part.Move(fyne.NewPos(x, (size.Height-least.Height)/2))
		x += least.Width + kindGap
	}
}

// MinSize implements fyne.Layout. A long name is shortened.
func (kindRow) MinSize(o []fyne.CanvasObject) fyne.Size {
	mark, name, count := o[0].MinSize(), o[1].MinSize(), o[2].MinSize()
	return fyne.NewSize(mark.Width+count.Width+2*kindGap, max(mark.Height, name.Height, count.Height))
}

// kind returns the kind with an id as it is now.
func (g *kindGroup) kind(id string) journal.Kind {
	k, _ := g.Journal.Kinds().Find(id)
	return k
}

// list returns the list that has the row of a kind.
func (g *kindGroup) list(k journal.Kind) *controls.RowList { return g.tracks[g.trackOf(k)].list }

// open edits a kind where it is.
func (g *kindGroup) open(id string) {
	g.close()
	k := g.kind(id)
	g.edited = newKindEdit(g, k)
	g.show()
	g.list(k).Put(id, g.edited.root)
	g.list(k).Light(id, 1)
	e := g.edited
	g.Ask.Focus(e.name)
	g.Tasks.After(0, func() { // once it has its height
		if g.edited == e {
			controls.Reveal(e.root)
		}
	})
}

// click is open for a click, after which Fyne takes the focus away from what is not
// under the pointer.
func (g *kindGroup) click(id string) {
	g.open(id)
	e := g.edited
	g.Tasks.After(0, func() {
		if g.edited == e {
			g.Ask.Focus(e.name)
		}
	})
}

// close ends the editing, and saves a name that was written.
func (g *kindGroup) close() {
	if g.edited == nil {
		return
	}
	e := g.edited
	e.rename()
	list := g.list(e.kind)
	list.Put(e.kind.ID, nil)
	list.Light(e.kind.ID, 0)
	g.edited = nil
	g.show()
}

// done ends the editing and goes back to the row.
func (g *kindGroup) done(id string) {
	g.close()
	g.focus(id)
}

// focus gives the row of a kind the focus.
func (g *kindGroup) focus(id string) {
	if k, ok := g.Journal.Kinds().Find(id); ok {
		g.list(k).Activate(id)
		g.Ask.Focus(g.list(k))
	}
}

// menu opens the menu of a kind.
func (g *kindGroup) menu(id string, at fyne.Position) {
	k, say := g.kind(id), g.Words.Say
	hide := say("kinds.hide")
	if k.Hidden {
		hide = say("kinds.show")
	}
	controls.ShowMenuAt(fyne.CurrentApp().Driver().CanvasForObject(g.root), at,
		fyne.NewMenuItem(say("kinds.edit"), func() { g.open(id) }),
		fyne.NewMenuItem(hide, func() { g.hide(id) }),
		fyne.NewMenuItem(say("kinds.merge"), func() { g.askMerge(id) }))
}

// save stores a kind and shows what was done with that. It returns why that could not
// be.
func (g *kindGroup) save(k journal.Kind, said string) error {
	if err := g.Do(func() error { return g.Journal.SaveKind(k) }); err != nil {
		return err
	}
	g.show()
	g.offer(said)
	return nil
}

// offer shows what was done, and offers to undo it. What is edited stays in sight
// above that.
func (g *kindGroup) offer(said string) {
	g.window.OfferUndo(said)
	if g.edited != nil {
		controls.Reveal(g.edited.root)
	}
}

// hide hides a kind, or shows one that is hidden.
func (g *kindGroup) hide(id string) {
	k := g.kind(id)
	k.Hidden = !k.Hidden
	said := "kinds.said.shown"
	if k.Hidden {
		said = "kinds.said.hidden"
	}
	if err := g.save(k, g.Words.Say(said, words.Args{"Kind": g.Words.Kind(k)})); err != nil {
		g.Ask.Problem(err)
	}
}

// wrong returns what is wrong with a name for a kind with an id, or "".
func (g *kindGroup) wrong(name, id string) string {
	if journal.IsBlank(name) {
		return g.Words.Say("kinds.name.empty")
	}
	for _, k := range g.Journal.Kinds() {
		if k.ID != id && input.SameName(g.Words.Kind(k), name) {
			return g.Words.Say("kinds.name.taken", words.Args{"Kind": g.Words.Kind(k)})
		}
	}
	return ""
}
