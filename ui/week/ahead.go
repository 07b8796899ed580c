package week

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
)

// notice is shown above a week: that the clock may be wrong, or that a week was
// logged before it began.
type notice struct {
	text  *widget.Label
	links *fyne.Container
	root  fyne.CanvasObject
}

func newNotice() *notice {
	n := &notice{text: controls.Body(""), links: container.New(&controls.Flow{GapX: 18, GapY: 4})}
	n.root = controls.NewPanel(controls.Stack(4, controls.Flush(n.text), n.links), look.ColorNotice, "", 10, fyne.NewSize(18, 12))
	n.root.Hide()
	return n
}

// show shows a text with links, and nothing if it is empty.
func (n *notice) show(text string, actions ...controls.Action) {
	n.text.SetText(text)
	n.links.RemoveAll()
	for _, a := range actions {
		n.links.Add(controls.NewLink(a.Text, a.Do))
	}
	look.SetVisible(n.links, len(actions) > 0)
	look.SetVisible(n.root, text != "")
}

// showClock shows what is odd about the clock or about the weeks that were logged.
// Those of a sample were written at no time, so of them nothing is odd.
func (p *Page) showClock() {
	now := p.Now()
	r := p.Journal.ReadClock(now)
	p.begun, p.doubt = r.Begun, r.Doubt
	if p.Sample {
		return
	}
	p.clock.show(p.Words.ClockDoubt(r.Doubt, now, r.Last))
	say := func(id string, w journal.Week) string {
		return p.Words.Say(id, words.Args{"Number": w.Number(), "Year": w.Year()})
	}
	switch w := p.entry.Week; {
	case p.ahead() && p.entry.Empty():
		p.odd.show(say("week.ahead", w))
	case p.ahead():
		var actions []controls.Action
		if !p.ReadOnly {
			actions = []controls.Action{
				{Text: p.Words.Say("past.move"), Do: func() { p.window.MoveWeek(w) }},
				{Text: p.Words.Say("week.ahead.delete"), Do: func() { p.window.DeleteWeek(w) }},
			}
		}
		p.odd.show(p.Words.LoggedAhead([]journal.Week{w}, p.today), actions...)
	case len(r.Ahead) > 0:
		first := r.Ahead[0]
		p.odd.show(p.Words.LoggedAhead(r.Ahead, p.today),
			controls.Action{Text: say("week.ahead.open", first), Do: func() { p.window.OpenWeek(first) }})
	default:
		p.odd.show("")
	}
}

// ahead reports whether the week on screen has not begun, so that nothing can be
// written there. What was begun there before the clock went back can be ended.
func (p *Page) ahead() bool { return p.entry.Week.After(p.begun) && !p.stays }

// locked reports whether nothing can be written in the week on screen.
func (p *Page) locked() bool { return p.ReadOnly || p.ahead() }

// showLocked makes the fields of a week that can be written in, or not.
func (p *Page) showLocked() {
	p.reflect.setLocked(p.locked())
	p.split.setLocked(p.locked())
	if p.locked() {
		p.question.scale.Disable()
	} else {
		p.question.scale.Enable()
	}
}
