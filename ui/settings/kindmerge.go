package settings

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
)

// askMerge asks which kind the moments of another become, and shows what that does.
func (g *kindGroup) askMerge(id string) {
	from, say := g.kind(id), g.Words.Say
	name := g.Words.Kind(from)
	var into journal.Kinds
	var names []string
	for _, t := range journal.Tracks {
		for _, k := range g.Journal.Kinds().Offered().Of(t) {
			into, names = append(into, k), append(names, g.Words.Kind(k))
		}
	}
	about, trouble := controls.NewHint(widget.MediumImportance), controls.NewTrouble()
	merge := controls.NewButton(say("kinds.merge.do"), nil)
	merge.Importance = widget.HighImportance
	merge.Disable()
	target := controls.NewSelect(names, nil)
	target.PlaceHolder = say("kinds.merge.choose")
	box := g.Ask.NewWideBox(say("kinds.merge.title", words.Args{"From": name}),
		controls.Stack(8, controls.Flush(controls.Caption(say("kinds.merge.into"))), target, about.Content(), trouble.Content()), "dialog.cancel")
	target.OnChanged = func(string) {
		defer box.Resize(fyne.Size{}) // as large as what it says needs
		to := into[target.SelectedIndex()]
		about.Show("")
		trouble.Show("")
		merge.Disable()
		switch {
		case to.ID == id:
			trouble.Show(say("kinds.merge.itself"))
			return
		case g.moments[id] == 0:
			about.Show(say("kinds.merge.none", words.Args{"From": name}))
		default:
			about.Show(g.Words.Count("kinds.merge.about", g.moments[id], words.Args{"From": name, "Into": g.Words.Kind(to)}))
		}
		merge.Enable()
	}
	merge.OnTapped = func() {
		to := into[target.SelectedIndex()]
		err := g.Do(func() error {
			g.moments = g.Journal.KindCounts()
			return g.Journal.MergeKind(id, to.ID)
		})
		if err != nil {
			trouble.Show(g.Words.Problem(err).String())
			return
		}
		box.Hide()
		g.merged(from, to)
	}
	box.Add(merge)
	g.Ask.Show(box)
}

// merged shows what a merge has done.
func (g *kindGroup) merged(from, into journal.Kind) {
	said := g.Words.Say("kinds.said.hidden", words.Args{"Kind": g.Words.Kind(from)})
	if n := g.moments[from.ID]; n > 0 {
		said = g.Words.Count("kinds.said.merged", n, words.Args{"From": g.Words.Kind(from), "Into": g.Words.Kind(into)})
	}
	if g.edited != nil && g.edited.kind.ID == from.ID {
		g.close()
	}
	g.show()
	g.focus(into.ID)
	g.offer(said)
}
