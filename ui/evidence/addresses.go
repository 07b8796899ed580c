package evidence

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"heliotrope/journal/evidence/source"
	"heliotrope/journal/preferences"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
	"heliotrope/ui/texts"
)

// addresses are those under which the user commits and is invited: the chosen ones,
// those that the kinds know of, and a field for others.
type addresses struct {
	page     *Page
	proposed []string // by the kinds
	cancel   func()   // what asks them; it may be over

	shown   []string // all that are listed
	checks  []*controls.Check
	list    *fyne.Container
	field   *controls.TextField
	trouble *controls.Hint
	root    fyne.CanvasObject
}

// longestAddress is the most that an address has, in bytes, by RFC 5321.
const longestAddress = 254

func newAddresses(p *Page) *addresses {
	a := &addresses{page: p, cancel: func() {}, list: controls.Stack(0), trouble: controls.NewTrouble()}
	say := p.Words.Say
	a.field = controls.NewTextField(false, longestAddress, texts.CleanLine)
	a.field.SetPlaceHolder(say("sources.addresses.add"))
	a.field.OnChanged = func(string) { a.trouble.Show("") }
	a.field.OnSubmitted = func(string) { a.add() }
	a.root = controls.NewCard(controls.Stack(8,
		controls.Flush(controls.CardTitle(say("sources.addresses"))),
		controls.Flush(controls.Caption(say("sources.addresses.about"))), a.list, a.field, a.trouble.Content()))
	return a
}

// propose asks the kinds for addresses.
func (a *addresses) propose() {
	p := a.page
	var found []string
	places := p.chosen().Places
	a.cancel()
	a.cancel = p.Tasks.Aside(func(ctx context.Context) error {
		found = addressesOf(ctx, p.kinds, places)
		return nil
	}, func(error) {
		a.proposed = found
		a.show(p.chosen().Own)
	})
}

// show lists the addresses, of which some are chosen.
func (a *addresses) show(chosen []string) {
	for _, address := range slices.Concat(chosen, a.proposed) {
		if !slices.Contains(a.shown, address) {
			a.shown = append(a.shown, address)
			c, row := newTicked(source.Harmless(address), "", func(on bool) { a.set(address, on) })
			a.checks = append(a.checks, c)
			a.list.Add(row)
		}
	}
	for i, c := range a.checks {
		c.Tick(slices.Contains(chosen, a.shown[i]))
	}
	look.SetVisible(a.list, len(a.checks) > 0)
	a.root.Refresh()
}

// set makes an address one of the user's, or not.
func (a *addresses) set(address string, on bool) {
	a.page.change(func(e *preferences.Evidence) {
		e.Own = slices.DeleteFunc(e.Own, func(other string) bool { return other == address })
		if on {
			e.Own = append(e.Own, address)
		}
	})
}

// add makes what is typed one of the user's addresses, or shows that it is none.
func (a *addresses) add() {
	address := strings.TrimSpace(a.field.Text)
	name, host, ok := strings.Cut(address, "@")
	if !ok || name == "" || host == "" || strings.ContainsAny(address, " <>,;") {
		a.trouble.Show(a.page.Words.Say("sources.addresses.wrong"))
		a.root.Refresh()
		return
	}
	a.field.SetText("")
	a.set(address, true)
	a.show(a.page.chosen().Own)
}
