package settings

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal/preferences"
	"heliotrope/ui/controls"
)

// evidenceGroup shows how many sources are read to show what a week held, and leads to
// where they are chosen.
type evidenceGroup struct {
	page  *Page
	kinds []string // their ids

	count *controls.Hint
	card  *controls.Check
	root  *fyne.Container
}

func newEvidenceGroup(p *Page, kinds []string) *evidenceGroup {
	g := &evidenceGroup{page: p, kinds: kinds, count: controls.NewHint(widget.LowImportance)}
	say := p.Words.Say
	g.card = controls.NewCheck(say("settings.evidence.card"), func(on bool) {
		p.change(func(all *preferences.Preferences) {
			all.ChangeEvidence(p.Journal.ID(), func(e *preferences.Evidence) { e.Hidden = !on })
		})
	})
	choose := controls.NewButton(say("settings.evidence.choose"), p.window.OpenSources)
	g.root = newGroup(say("settings.evidence.title"), g.card, newLine(say("nav.sources"), g.count.Content(), choose))
	g.show()
	return g
}

// show shows what is chosen now.
func (g *evidenceGroup) show() {
	w, now := g.page.Words, g.page.prefs.Get().Evidence[g.page.Journal.ID()]
	g.card.Tick(!now.Hidden)
	var counts []string
	for _, id := range g.kinds {
		if n := len(now.Places[id]); n > 0 {
			counts = append(counts, w.Count("sources.count."+id, n))
		}
	}
	text := strings.Join(counts, ", ")
	if text == "" {
		text = w.Say("settings.evidence.none")
	}
	g.count.Show(text)
	g.root.Refresh()
}
