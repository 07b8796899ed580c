package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"heliotrope/journal/vault"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
)

// notices are the bars above the pages, each told until it is dismissed or no
// longer true.
type notices struct {
	words *words.Words
	bars  map[string]*controls.Notice
	order []string
	rows  *fyne.Container
	root  *fyne.Container
}

// newNotices returns bars above what is below them, none as yet.
func newNotices(w *words.Words, below fyne.CanvasObject) *notices {
	n := &notices{words: w, bars: make(map[string]*controls.Notice), rows: controls.Stack(1)}
	n.root = between(n.rows, below, nil)
	return n
}

// tell shows a bar, in place of the one of the same name.
func (n *notices) tell(name, text string, actions ...controls.Action) {
	if _, there := n.bars[name]; !there {
		n.order = append(n.order, name)
	}
	n.bars[name] = controls.NewNotice(colorNotice, text, actions...)
	n.refresh()
}

// tellOnce is tell with a link that dismisses the bar and then calls done,
// which may be nil.
func (n *notices) tellOnce(name, text string, done func(), actions ...controls.Action) {
	dismiss := controls.Action{Text: n.words.Say("notice.dismiss"), Do: func() {
		n.end(name)
		if done != nil {
			done()
		}
	}}
	n.tell(name, text, append(actions, dismiss)...)
}

// end takes a bar away.
func (n *notices) end(name string) {
	if _, there := n.bars[name]; !there {
		return
	}
	delete(n.bars, name)
	for i, o := range n.order {
		if o == name {
			n.order = append(n.order[:i:i], n.order[i+1:]...)
			break
		}
	}
	n.refresh()
}

func (n *notices) refresh() {
	n.rows.RemoveAll()
	for _, name := range n.order {
		n.rows.Add(n.bars[name].Content())
	}
	n.root.Refresh() // what is below makes room
}

// tellNoticed tells what was noticed when the journal was opened. LookBack leads
// to the backups.
func (n *notices) tellNoticed(found vault.Warnings, prefs *settings, lookBack func()) {
	say := n.words.Say
	if found.ReadOnly != nil {
		n.tell("read-only", n.words.ReadOnly(found.ReadOnly))
	}
	if !found.Seen.IsZero() {
		args := words.Args{"When": n.words.Instant(found.Seen.Local())}
		text := say("notice.older", args)
		switch {
		case found.Other:
			text = say("notice.other-journal", args)
		case found.Missing > 0:
			text = n.words.Count("notice.behind", found.Missing, args)
		}
		n.tellOnce("rollback", text, nil, controls.Action{Text: say("notice.look-back"), Do: lookBack})
	}
	if found.Recovered {
		n.tellOnce("recovered", say("notice.recovered"), nil)
	}
	told := found.Synced + "\n" + strings.Join(found.Conflicted, "\n")
	if told == "\n" || prefs.warnedSynced() == told {
		return
	}
	var lines []string
	if found.Synced != "" {
		lines = append(lines, n.words.SyncedFolder(found.Synced))
	}
	if len(found.Conflicted) > 0 {
		lines = append(lines, n.words.Count("notice.conflicted", len(found.Conflicted),
			words.Args{"Paths": strings.Join(found.Conflicted, "\n")}))
	}
	n.tellOnce("synced", strings.Join(lines, "\n"), func() { prefs.setWarnedSynced(told) })
}
