package ui

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
)

// weekPage is where one week is written.
type weekPage struct {
	words   *words.Words
	journal *journal.Journal
	saver   *autosave
	now     func() time.Time
	prefs   *settings
	ask     *asker
	deleted func(text string) // says that something went to the trash

	readOnly bool // nothing can be written now

	entry   journal.Entry // as it is on screen
	doubt   func() string // says that the clock may be wrong, or nothing
	drafts  *draftKeeper
	editing *momentEdit // the dialog that is open; nil if none is

	halfEdited *journal.Draft // of a moment that was being edited when the program was cut off

	name, dates *widget.Label
	next        *controls.Button
	today       *controls.Link
	status      *widget.Label
	away        *controls.Link
	versions    *controls.Link // to what the week held before

	clock    *clockNotice
	awayCard *awayCard
	quick    *quickAdd
	moments  *momentList
	reflect  *reflectCard
	split    *splitCard
	question *questionCard
	yearAgo  *yearAgoCard
	logged   *loggedCard
	scroll   *container.Scroll
}

// weekHooks are what the page of a week needs of the others.
type weekHooks struct {
	doubt   func() string           // says that the clock may be wrong, or nothing
	deleted func(text string)       // says that something went to the trash
	history func(week journal.Week) // shows what a week held before
}

// newWeekPage returns the page for the week of today.
func newWeekPage(w *words.Words, j *journal.Journal, saver *autosave, now func() time.Time,
	prefs *settings, ask *asker, hooks weekHooks, readOnly bool) *weekPage {
	p := &weekPage{words: w, journal: j, saver: saver, now: now, doubt: hooks.doubt, prefs: prefs, ask: ask,
		deleted: hooks.deleted, readOnly: readOnly}
	p.clock = newClockNotice()
	p.awayCard = newAwayCard(w, p.setAway)
	p.drafts = newDraftKeeper(j, saver, now, p.draft)
	p.versions = controls.NewLink(w.Say("history.open"), func() { hooks.history(p.entry.Week) })
	p.versions.Hide()
	p.quick = newQuickAdd(w, j.Kinds(), now, newLeftOut(w, saver.tasks, ask), ask.focus, p.addMoment, p.newKind, func() { p.drafts.touch() })
	p.moments = newMomentList(w, j.Kinds, p.editMoment, p.deleteMoment, readOnly)
	p.reflect = newReflectCard(w, newLeftOut(w, saver.tasks, ask), p.setReflection, saver.flush)
	p.split = newSplitCard(w, p.setSplit)
	p.question = newQuestionCard(w, p.setAnswer)
	p.yearAgo = newYearAgoCard(w, p.hideYearAgo)
	p.logged = newLoggedCard(w)
	if readOnly {
		p.reflect.disable()
		p.split.bar.Disable()
		p.question.scale.Disable()
	}

	left := controls.Stack(16, p.awayCard.root, p.quick.root, p.moments.root, p.reflect.root)
	right := controls.Stack(16, p.split.root, p.question.root, p.yearAgo.root, p.logged.root)
	columns := container.New(&controls.Columns{Gap: 16, SideMin: 212, SideMax: 300, NarrowBelow: 600}, left, right)
	p.scroll = pageScroll(controls.Stack(16, p.header(), p.clock.root, columns))
	p.open(journal.WeekOf(now()))
	p.resume()
	return p
}

// header returns the line with the week, the ways to others, and the state.
func (p *weekPage) header() fyne.CanvasObject {
	p.name = controls.Title("", theme.SizeNameHeadingText)
	p.dates = widget.NewLabel("")
	p.dates.Importance = widget.LowImportance
	prev := controls.NewButtonWithIcon("", theme.NavigateBackIcon(), p.goPrev)
	p.next = controls.NewButtonWithIcon("", theme.NavigateNextIcon(), p.goNext)
	p.today = controls.NewLink(p.words.Say("week.today"), p.goToday)
	p.status = widget.NewLabel("")
	p.status.SizeName = theme.SizeNameCaptionText
	p.status.Importance = widget.LowImportance
	p.away = controls.NewLink(p.words.Say("week.off"), func() { p.setAway(awayReasons[0]) })

	center := func(o fyne.CanvasObject) fyne.CanvasObject { return container.NewCenter(o) }
	left := container.New(layout.NewCustomPaddedHBoxLayout(12), center(prev), center(controls.Flush(p.name)), center(controls.Flush(p.dates)),
		center(p.next), center(p.today))
	right := container.New(layout.NewCustomPaddedHBoxLayout(12), center(p.status), center(p.versions), center(p.away))
	return container.New(&controls.Ends{Gap: 16}, left, right)
}

func (p *weekPage) content() fyne.CanvasObject { return p.scroll }

// shown brings the page up to date with what other pages changed.
func (p *weekPage) shown() {
	p.quick.form.offer(p.journal.Kinds(), p.newKind)
	p.open(p.entry.Week)
	switch {
	case p.halfEdited != nil && !p.readOnly:
		d := *p.halfEdited
		p.halfEdited = nil
		p.resumeEdit(d)
	case p.entry.Away == "" && !p.readOnly:
		p.quick.focus()
	}
}

// show makes an object visible or not.
func show(o fyne.CanvasObject, visible bool) {
	if visible {
		o.Show()
	} else {
		o.Hide()
	}
}

// changed is told that a week is on the disk. What is on screen is newer or
// the same.
func (p *weekPage) changed(w journal.Week) {
	p.showLogged()
	if w == p.entry.Week {
		p.showVersions()
	}
}

// showVersions offers what the week held before, if anything of it is kept,
// once the disk has been asked.
func (p *weekPage) showVersions() {
	week, kept := p.entry.Week, 0
	p.saver.tasks.run(func() error {
		versions, err := p.journal.Versions(week)
		kept = len(versions)
		return err
	}, func(err error) {
		if week == p.entry.Week {
			p.versions.Hidden = err != nil || kept == 0
			p.versions.Refresh()
		}
	})
}

// open shows a week. What was changed in the one before is saved.
func (p *weekPage) open(w journal.Week) {
	p.saver.flush()
	p.entry = p.saver.entry(w)
	p.name.SetText(p.words.Say("week.title", words.Args{"Number": w.Number()}))
	p.dates.SetText(p.words.WeekDates(w))
	today := journal.WeekOf(p.now())
	if w.Before(p.latest()) {
		p.next.Enable()
	} else {
		p.next.Disable()
	}
	p.today.Hidden = w == today
	p.clock.show(p.doubt())
	p.showVersions()
	p.show()
	p.moments.show(p.entry.Moments)
	p.reflect.show(p.entry)
	p.scroll.ScrollToTop()
	if !p.quick.draft(w).Empty() {
		p.drafts.touch() // it is for this week now
	}
}

// reload shows the week as the journal now holds it, where it is scrolled to.
func (p *weekPage) reload() {
	p.quick.form.offer(p.journal.Kinds(), p.newKind)
	p.entry = p.saver.entry(p.entry.Week)
	p.showVersions()
	p.show()
	p.moments.show(p.entry.Moments)
	p.reflect.show(p.entry)
}

// latest returns the last week that one can go to: this one, or a later one
// that holds something, as after an import or with a clock that is wrong.
func (p *weekPage) latest() journal.Week {
	latest := journal.WeekOf(p.now())
	if newest, ok := p.journal.Newest(); ok && newest.After(latest) {
		latest = newest
	}
	return latest
}

// show shows all of the entry but moments and reflection, which show what the
// user does to them by themselves.
func (p *weekPage) show() {
	e := p.entry
	p.awayCard.show(e.Away)
	worked := e.Away == ""
	write := worked && !p.readOnly
	for _, o := range []fyne.CanvasObject{p.split.root, p.question.root} {
		show(o, worked)
	}
	show(p.quick.root, write)
	show(p.away, write)
	show(p.awayCard.root, !worked && !p.readOnly)
	if worked || len(e.Moments) > 0 {
		p.moments.root.Show()
	} else {
		p.moments.root.Hide()
	}
	p.split.show(e.Split, p.lastSplit())
	p.question.show(e)
	p.yearAgo.show(p.journal.Entry(e.Week.Add(-52)), p.prefs.yearAgo())
	p.showLogged()
	p.showState(p.saver.state(), nil)
}

func (p *weekPage) showLogged() {
	p.logged.show(journal.WeekOf(p.now()), p.journal.WeeksLogged(), func(w journal.Week) bool {
		return !p.saver.entry(w).Empty()
	})
}

// lastSplit returns the split of the newest week before this one that has
// one, within a quarter; nil if there is none.
func (p *weekPage) lastSplit() *journal.Split {
	for i := 1; i <= 13; i++ {
		if split := p.journal.Entry(p.entry.Week.Add(-i)).Split; split != nil {
			return split
		}
	}
	return nil
}

// showState says whether the disk has everything. It says nothing of a week
// in which there is nothing to keep.
func (p *weekPage) showState(state saveState, err error) {
	p.status.Importance = widget.LowImportance
	text := ""
	switch {
	case state == failing:
		p.status.Importance = widget.DangerImportance
		text = p.words.Say("week.state.failing") // why, the bar above says
	case state == pending:
		text = p.words.Say("week.state.pending")
	case !p.entry.Empty() && !p.readOnly:
		text = p.words.Say("week.state.saved")
	}
	p.status.SetText(text)
}

// edit changes the entry on behalf of the user.
func (p *weekPage) edit(change func(*journal.Entry)) {
	change(&p.entry)
	p.saver.change(p.entry)
	p.show()
}

func (p *weekPage) addMoment(m journal.Moment) {
	p.setMoments(append(slices.Clone(p.entry.Moments), m))
}

// keepUnadded makes a moment of what was written and not added, on the way out.
func (p *weekPage) keepUnadded() {
	m, ok := p.quick.unadded()
	if !ok || p.entry.Away != "" {
		return
	}
	p.quick.form.text.Text, p.quick.form.tags.Text = "", "" // not SetText: the window may be gone
	p.quick.id = journal.NewID()
	p.entry.Moments = append(p.entry.Moments, m)
	p.saver.keep(p.entry)
}

// withUnadded returns the entry with a moment that was written and not added
// yet, if there is one.
func (p *weekPage) withUnadded() (journal.Entry, bool) {
	m, ok := p.quick.unadded()
	if !ok || p.entry.Away != "" {
		return journal.Entry{}, false
	}
	e := p.saver.entry(p.entry.Week)
	e.Moments = append(e.Moments, m)
	return e, true
}

// setMoments changes the moments of the week, and shows them.
func (p *weekPage) setMoments(moments []journal.Moment) {
	p.moments.show(moments)
	p.edit(func(e *journal.Entry) { e.Moments = moments })
	p.saver.flush()
}

func (p *weekPage) deleteMoment(id string) {
	moments := slices.DeleteFunc(slices.Clone(p.entry.Moments), func(m journal.Moment) bool { return m.ID == id })
	p.setMoments(moments)
	p.deleted(p.words.Say("week.moments.removed"))
}

func (p *weekPage) setReflection(prompt, text string) {
	p.entry.Prompt, p.entry.Reflection = prompt, text
	if p.reflect.text.TakingBack() {
		p.saver.takeBack(p.entry)
	} else {
		p.saver.change(p.entry)
	}
	p.showState(p.saver.state(), nil)
}

func (p *weekPage) setSplit(split *journal.Split) {
	p.edit(func(e *journal.Entry) { e.Split = split })
}

func (p *weekPage) setAnswer(q journal.Question, value int, given bool) {
	p.edit(func(e *journal.Entry) {
		answers := make([]journal.Answer, 0, len(e.Answers)+1)
		for _, a := range e.Answers {
			if a.Question != q {
				answers = append(answers, a)
			}
		}
		if given {
			answers = append(answers, journal.Answer{Question: q, Value: value})
		}
		e.Answers = answers
	})
}

func (p *weekPage) setAway(reason string) {
	p.edit(func(e *journal.Entry) { e.Away = reason })
	p.saver.flush()
}

func (p *weekPage) hideYearAgo() {
	p.prefs.setYearAgo(false)
	p.show()
}

// newKind asks for a kind of the user's own and chooses it.
func (p *weekPage) newKind() {
	p.ask.kind(func(k journal.Kind) error {
		if err := p.journal.SaveKind(k); err != nil {
			return err
		}
		p.quick.form.offer(p.journal.Kinds(), p.newKind)
		p.quick.form.choose(k.ID)
		p.quick.form.setTrack(k.Track)
		return nil
	})
}

func (p *weekPage) goPrev() { p.open(p.entry.Week.Prev()) }

func (p *weekPage) goNext() {
	if p.entry.Week.Before(p.latest()) {
		p.open(p.entry.Week.Next())
	}
}

func (p *weekPage) goToday() { p.open(journal.WeekOf(p.now())) }
