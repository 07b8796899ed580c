package settings

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
)

// kindAdd adds a kind of the user's own, above the others.
type kindAdd struct {
	group   *kindGroup
	name    *controls.TextField
	trouble *controls.Hint
	tracks  *controls.Choice
	root    *fyne.Container
}

func newKindAdd(g *kindGroup) *kindAdd {
	a := &kindAdd{group: g, trouble: controls.NewTrouble()}
	say := g.Words.Say
	a.name = newNameField(say("kinds.name"), a.trouble, say("kinds.name.long"), a.submit)
	a.name.Keys = escape(a.leave)
	a.tracks = controls.NewChoice(trackNames(g.Words), nil)
	add, cancel := controls.NewButton(say("kinds.create"), a.submit), controls.NewButton(say("dialog.cancel"), a.leave)
	add.Importance = widget.HighImportance
	add.OnEscape, cancel.OnEscape = a.leave, a.leave
	a.root = within(rowEdge, controls.Stack(8, controls.Gap(4), a.name, a.trouble.Content(),
		newCountsAs(say("kinds.counts"), a.tracks),
		controls.Flush(controls.Caption(say("kind.rule"))),
		container.New(&controls.Ends{Gap: 8}, controls.Gap(0), buttons(cancel, add)),
		widget.NewSeparator(), controls.Gap(4)))
	a.root.Hide()
	return a
}

// startAdding asks for another kind.
func (g *kindGroup) startAdding() {
	g.close()
	a := g.adding
	a.name.SetText("")
	a.trouble.Show("")
	a.tracks.SetChosen(1)
	a.root.Show()
	g.root.Refresh()
	g.Ask.Focus(a.name)
}

// submit adds the kind, or shows why it cannot be.
func (a *kindAdd) submit() {
	g, name := a.group, strings.TrimSpace(a.name.Text)
	if wrong := g.wrong(name, ""); wrong != "" {
		a.trouble.Show(wrong)
		return
	}
	k := journal.Kind{ID: journal.NewID(), Name: name, Track: journal.Tracks[a.tracks.Chosen()]}
	if err := g.save(k, g.Words.Say("kinds.said.added", words.Args{"Kind": name})); err != nil {
		a.trouble.Show(g.Words.Problem(err).String())
		return
	}
	a.root.Hide()
	g.focus(k.ID)
}

func (a *kindAdd) leave() {
	a.root.Hide()
	a.group.Ask.Focus(a.group.add)
}
