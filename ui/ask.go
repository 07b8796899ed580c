package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
)

// asker shows dialogs over the window: what a page needs of the window without
// knowing it.
type asker struct {
	words  *words.Words
	window fyne.Window
}

// confirm asks before something that cannot be taken back.
func (a *asker) confirm(title, text, yes string, do func()) {
	d := dialog.NewCustomConfirm(title, yes, a.words.Say("dialog.cancel"), wide(controls.Body(text)), func(ok bool) {
		if ok {
			do()
		}
	}, a.window)
	a.show(d)
}

// problem says what went wrong.
func (a *asker) problem(err error) {
	p := a.words.Problem(err)
	text := controls.Body(p.Safe + " " + p.Do)
	a.show(dialog.NewCustom(p.What, a.words.Say("dialog.close"), wide(text), a.window))
}

// unsaved asks what to do with text that the disk does not take.
func (a *asker) unsaved(err error, copyText, elsewhere, closeAnyway func()) {
	p := a.words.Problem(err)
	var d *dialog.CustomDialog
	text := controls.Stack(10, controls.Flush(controls.Body(p.String())), controls.Flush(controls.Body(a.words.Say("unsaved.text"))))
	d = dialog.NewCustomWithoutButtons(a.words.Say("unsaved.title"), wide(text), a.window)
	stay := controls.NewButton(a.words.Say("unsaved.stay"), func() { d.Hide() })
	stay.Importance = widget.HighImportance
	d.SetButtons([]fyne.CanvasObject{
		controls.NewButton(a.words.Say("unsaved.close"), closeAnyway),
		controls.NewButton(a.words.Say("unsaved.copy"), copyText),
		controls.NewButton(a.words.Say("trouble.elsewhere"), func() {
			d.Hide()
			elsewhere()
		}),
		stay,
	})
	a.show(d)
}

// form shows fields. Enter in them calls the returned submit, which calls take
// and closes the dialog unless take returns an error; that is then shown below
// the fields. Closed, unless it is nil, is called at the end.
func (a *asker) form(title, button string, fields fyne.CanvasObject, take func() error, closed func()) (submit func()) {
	problem := controls.NewHint(widget.DangerImportance)
	var d *dialog.CustomDialog
	submit = func() {
		if err := take(); err != nil {
			problem.Say(a.words.Problem(err).What)
			return
		}
		d.Hide()
	}
	ok := controls.NewButton(button, submit)
	ok.Importance = widget.HighImportance
	cancel := controls.NewButton(a.words.Say("dialog.cancel"), func() { d.Hide() })
	d = dialog.NewCustomWithoutButtons(title, wide(controls.Stack(10, fields, problem.Content())), a.window)
	d.SetButtons([]fyne.CanvasObject{cancel, ok})
	a.showThen(d, closed)
	return submit
}

// show shows a dialog that Escape closes.
func (a *asker) show(d dialog.Dialog) { a.showThen(d, nil) }

// showThen is show with something to do once the dialog is closed, unless it is
// nil.
func (a *asker) showThen(d dialog.Dialog, closed func()) {
	c := a.window.Canvas()
	before := c.OnTypedKey()
	c.SetOnTypedKey(func(e *fyne.KeyEvent) {
		if e.Name == fyne.KeyEscape {
			d.Hide()
		}
	})
	d.SetOnClosed(func() {
		c.SetOnTypedKey(before)
		if closed != nil {
			closed()
		}
	})
	d.Show()
}

// focus gives something of the window the focus.
func (a *asker) focus(o fyne.Focusable) { a.window.Canvas().Focus(o) }

// moment shows all fields of a moment. Changed is told of each change in them,
// and closed of the end.
func (a *asker) moment(m journal.Moment, kinds journal.Kinds, t tasks, changed func(), take func(journal.Moment), closed func()) *momentForm {
	var submit func()
	f := newMomentForm(a.words, kinds, func() { submit() }, nil, changed)
	f.text.MultiLine = true // here a long text is seen whole
	f.text.Wrapping = fyne.TextWrapWord
	f.text.SetMinRowsVisible(3)
	f.set(m)
	row := func(id string, field fyne.CanvasObject) fyne.CanvasObject {
		return controls.Stack(2, controls.Flush(controls.Caption(a.words.Say(id))), field)
	}
	cut := newLeftOut(a.words, t, a)
	f.text.OnCut = cut.say
	fields := controls.Stack(10, f.text, cut.root, controls.Framed(f.kind),
		row("week.add.energy", f.energy),
		row("week.add.hours", container.New(&controls.Flow{GapX: 10, GapY: 6}, f.hours, sized(70, f.exact))),
		row("week.add.track", f.track),
		f.tags, container.NewHBox(f.chosen, f.private))
	submit = a.form(a.words.Say("week.moment.edit.title"), a.words.Say("dialog.save"), fields, func() error {
		edited, err := f.read(m)
		if err == nil {
			take(edited)
		}
		return err
	}, closed)
	a.focus(f.text)
	return f
}

// kind asks for a kind of work of the user's own.
func (a *asker) kind(take func(journal.Kind) error) {
	var submit func()
	name := controls.NewTextField(false, journal.MaxName, cleanLine)
	name.SetPlaceHolder(a.words.Say("kind.new.name"))
	name.OnSubmitted = func(string) { submit() }
	track := controls.NewChoice(trackWords(a.words), nil)
	track.SetChosen(1)
	fields := controls.Stack(10, name,
		controls.Flush(controls.Caption(a.words.Say("kind.new.track"))), track)
	submit = a.form(a.words.Say("kind.new.title"), a.words.Say("dialog.save"), fields, func() error {
		text, _ := cleanLine(name.Text, journal.MaxName)
		return take(journal.Kind{ID: journal.NewID(), Name: text, Track: journal.Tracks[track.Chosen()]})
	}, nil)
	a.focus(name)
}

// event asks for something that changed about the work, or changes what was
// said.
func (a *asker) event(e journal.Event, take func(journal.Event) error) {
	var submit func()
	f := newEventForm(a.words, e, func() { submit() })
	submit = a.form(a.words.Say("event.title"), a.words.Say("dialog.save"), f.root, func() error {
		event, err := f.read(e)
		if err != nil {
			return err
		}
		return take(event)
	}, nil)
	a.focus(f.title)
}

// wide gives the content of a dialog a fitting width.
func wide(o fyne.CanvasObject) fyne.CanvasObject {
	spacer := container.NewGridWrap(fyne.NewSize(440, 0), container.NewWithoutLayout())
	return container.NewPadded(controls.Stack(0, spacer, o))
}
