// Package week is the page where one week is written.
//
// [Page] has the entry of the week on screen and is the only one that changes it. A part
// of it, with a file each, shows what it is given and calls the page for what the user
// does:
//
//   - header and headline: which week it is
//   - quickadd: the line that adds a moment
//   - momentlist, with momentrow, momentmenu and rowedit: the moments
//   - split, question, reflect, picture, yearago and logged: the cards
//   - held, with heldlook, heldlines, heldrow and helddraft: what the week left behind
//   - diary, with diaryday: its hours, written on the day
//   - compare: what was measured, next to the split
//   - away, monday and ahead: weeks that were not worked, not finished or have not begun
//
// Package line has the line that is written; moments is all that can be done to a moment,
// draft what is half-written, and turn what happens when a new week begins while the page
// is open.
package week

import (
	"slices"

	"fyne.io/fyne/v2"

	"heliotrope/journal"
	"heliotrope/journal/preferences"
	"heliotrope/ui/choices"
	"heliotrope/ui/controls"
	"heliotrope/ui/line"
	"heliotrope/ui/look"
	"heliotrope/ui/saving"
	"heliotrope/ui/session"
)

// Page is where one week is written.
type Page struct {
	session.Session
	saver  *saving.Autosave
	prefs  *preferences.File
	window Window

	entry   journal.Entry // as it is on screen
	today   journal.Week  // as it was last known
	begun   journal.Week  // the last week that has begun
	stays   bool          // in a week that has ended, since something was begun there
	acting  bool          // the user is changing the week
	high    bool          // has room for lines about keys
	drafts  *saving.Drafts
	asked   versions // of which the disk was asked
	past    *line.Past
	editing *rowEdit // the moment that is edited; nil if none is

	halfEdited *journal.Draft // of a moment that was being edited when the program ended

	head       *header
	clock      *notice // shows why the clock may be wrong
	odd        *notice // shows which weeks were logged before they began
	doubt      journal.ClockDoubt
	unfinished *notice // shows that an edit was left half-way in another week
	monday     *mondayCard
	awayCard   *awayCard
	quick      *quickAdd
	moments    *momentList
	held       *heldCard
	diary      *diaryCard
	empty      *emptyCard
	reflect    *reflectCard
	split      *splitCard
	question   *questionCard
	picture    *pictureCard
	yearAgo    *yearAgoCard
	logged     *loggedCard
	scroll     *controls.Scroll
	root       *fyne.Container
}

// Window is what the page asks of the window.
type Window interface {
	// ShowHistory shows the earlier versions of a week.
	ShowHistory(journal.Week)
	// OfferUndo shows a text about what was just done, and offers to undo that.
	OfferUndo(text string)
	// OpenWeek shows a week where it is written.
	OpenWeek(journal.Week)
	// MoveWeek asks for a week to move what is logged in another one to.
	MoveWeek(journal.Week)
	// DeleteWeek moves a week to the trash.
	DeleteWeek(journal.Week)
	// OpenSources shows the page on which is chosen what shows what a week held.
	OpenSources()
	// WeekShown is called when another week is on screen, or another one is the one of
	// today.
	WeekShown()
	// GoBack goes back to where the week on screen was opened from.
	GoBack()
	// Help shows a place of the manual, such as "using#one-question".
	Help(place string)
	// CopyText puts a text on the clipboard.
	CopyText(text string)
	// FollowClock calls [Page.WeekBegan] if another week is the one of today.
	FollowClock()
	// ShowWeekBegan shows above the pages that another week has begun.
	ShowWeekBegan(text string, actions ...controls.Action)
	// HideWeekBegan hides that.
	HideWeekBegan()
	// LineChanged is called after each change of [Page.Line] by the user.
	LineChanged()
	// ShowDone shows a text for a while, with a link that calls do. An empty link is
	// not shown.
	ShowDone(text, link string, do func())
}

// New returns the page, which shows the week of today. Looker looks at what a week left
// behind; it is nil where there are no kinds of sources.
func New(s session.Session, saver *saving.Autosave, prefs *preferences.File, looker Looker, window Window) *Page {
	p := &Page{Session: s, saver: saver, prefs: prefs, window: window, today: journal.WeekOf(s.Now())}
	p.clock, p.odd, p.unfinished = newNotice(), newNotice(), newNotice()
	p.awayCard = newAwayCard(p)
	p.drafts = saving.NewDrafts(p.Journal, saver, p.Now, p.Draft)
	p.head = newHeader(p)
	p.past = line.NewPast(s)
	p.quick = newQuickAdd(p)
	p.moments = newMomentList(p)
	p.held = newHeldCard(p, looker)
	p.diary = newDiaryCard(p)
	p.past.OnRead = func() {
		p.quick.line.Refresh()
		p.held.guessed()
	}
	p.monday, p.empty = newMondayCard(p), newEmptyCard(p.Words)
	p.reflect = newReflectCard(p)
	p.split = newSplitCard(p.Words, p.setSplit, p.splitRemoved, p.keepFigures)
	p.question = newQuestionCard(p.Words, p.setAnswer, p.why("using#one-question"))
	p.picture = newPictureCard(p.Words, p.hidePicture, p.why("using#what-the-week-shows"))
	p.yearAgo = newYearAgoCard(p.Words, p.openWeek, p.hideYearAgo)
	p.logged = newLoggedCard(p.Words, p.openWeek)

	p.scroll = look.PageScrollBelowHead(controls.Stack(16, p.clock.root, p.odd.root, p.unfinished.root, p.arrange()))
	p.root = look.Sized(look.Above(p.head.root, p.scroll), p.fit)
	p.Open(p.today)
	if d, ok := p.Journal.Draft(); ok {
		p.resume(d)
	}
	return p
}

const highPage = 660 // has room for lines about keys; at the usual text size

// fit shows what there is room for.
func (p *Page) fit(size fyne.Size) (changed bool) {
	high := size.Height >= highPage*look.TextScale()
	if high == p.high {
		return false
	}
	p.high = high
	p.moments.fit()
	p.held.fit()
	return true
}

// Content returns what the window shows.
func (p *Page) Content() fyne.CanvasObject { return p.root }

// Shown brings the page up to date with what other pages changed.
func (p *Page) Shown() {
	p.offerKinds()
	p.past.Renew()
	p.Open(p.entry.Week)
}

// First returns what has the focus when the page comes: the line of the running
// week, where one can write in it, and in any other week the button that leads to the
// running one; nil if there is neither.
func (p *Page) First() fyne.Focusable {
	switch {
	case !p.isThisWeek():
		return p.head.toToday
	case p.editing != nil:
		return p.editing.line.Text()
	case p.entry.Away == "" && !p.locked():
		return p.quick.line.Text()
	}
	return nil
}

// GoToLine gives the focus to the line in which a moment is written, if one can be
// written in the week on screen.
func (p *Page) GoToLine() {
	if p.entry.Away == "" && !p.locked() {
		p.quick.line.Focus()
	}
}

// Jump shows a calendar from which any week can be opened that has begun.
func (p *Page) Jump() {
	last := p.begun
	if p.entry.Week.After(last) {
		last = p.entry.Week
	}
	logged := func(w journal.Week) bool { return !p.saver.Entry(w).Empty() }
	choices.NewCalendar(p.Words, p.Now(), p.entry.Week, last, logged).Open(p.Ask, p.head.jump, p.goTo)
}

// isThisWeek reports whether the week on screen is the running one.
func (p *Page) isThisWeek() bool { return p.entry.Week == p.today }

// Changed is called once a week is on the disk. What is on screen is newer or
// the same.
func (p *Page) Changed(w journal.Week) {
	p.showLogged()
	p.showMonday()
	if w == p.entry.Week {
		p.showVersions()
	}
}

// offerKinds gives the lines the kinds that there are now.
func (p *Page) offerKinds() {
	kinds := p.Journal.Kinds()
	p.quick.line.Offer(kinds)
	if p.editing != nil {
		p.editing.line.Offer(kinds)
	}
	if p.held.writing != nil {
		p.held.writing.line.Offer(kinds)
	}
}

// showVersions offers the earlier versions of the week, if there are any,
// once the disk has been asked.
func (p *Page) showVersions() {
	week, kept := p.entry.Week, 0
	now := versions{week, p.Journal.Generation()}
	if now == p.asked {
		return
	}
	p.asked = now
	p.Tasks.Run(func() error {
		versions, err := p.Journal.Versions(week)
		kept = len(versions)
		return err
	}, func(err error) {
		if week == p.entry.Week {
			p.head.setVersions(err == nil && kept > 0)
		}
		if err != nil && now == p.asked {
			p.asked = versions{} // it is asked again
		}
	})
}

// versions names those of a week in a state of the journal.
type versions struct {
	week       journal.Week
	generation uint64
}

// Open shows a week. What was changed in the one before is saved. What is
// half-written stays in its week.
func (p *Page) Open(w journal.Week) {
	p.saver.Flush()
	if w != p.entry.Week {
		p.leaveEdit()
	}
	leaves := p.stays && w != p.entry.Week
	p.stays = p.stays && !leaves
	p.entry = p.saver.Entry(w)
	p.showToday()
	p.showVersions()
	p.show()
	p.moments.show(p.entry.Moments)
	p.reflect.show(p.entry)
	p.diary.follow()
	p.held.follow()
	p.diary.show()
	p.resumeEdit()
	p.scroll.ScrollToTop()
	if leaves {
		p.setStays(false) // last: what was above the page makes room for all of it
	}
}

// showToday shows what depends on which week is the one of today.
func (p *Page) showToday() {
	p.quick.showWeek()
	p.showClock()
	p.showHeader()
	p.window.WeekShown()
	p.showCards()
}

// Reload shows the week as it now is in the journal, where it is scrolled to.
func (p *Page) Reload() {
	p.offerKinds()
	p.past.Renew()
	p.entry = p.saver.Entry(p.entry.Week)
	if e := p.editing; e != nil && !slices.ContainsFunc(p.entry.Moments, func(m journal.Moment) bool { return m.ID == e.moment.ID }) {
		e.close() // its moment is gone
	}
	p.showToday()
	p.showVersions()
	p.show()
	p.moments.show(p.entry.Moments)
	p.reflect.show(p.entry)
}

// show shows all of the entry but moments and reflection, which show
// themselves what the user does to them.
func (p *Page) show() {
	e := p.entry
	p.awayCard.show(e, e.Week == p.today, !p.locked())
	worked := e.Away == ""
	write := worked && !p.locked()
	p.showLocked()
	look.SetVisible(p.quick.root, write)
	p.showHeader()
	empty := write && len(e.Moments) == 0 && e.Week == p.today
	p.empty.show(empty, p.Now())
	look.SetVisible(p.moments.root, len(e.Moments) > 0 || worked && !empty)
	p.showMonday()
	p.showCards()
	p.ShowState(p.saver.State(), nil)
}

// ShowState shows whether the disk has everything, but nothing for a week in
// which there is nothing to save.
func (p *Page) ShowState(state saving.State, err error) {
	text := ""
	switch {
	case state == saving.Failing:
		text = p.Words.Say("week.state.failing") // why, the bar above shows
	case state == saving.Pending:
		text = p.Words.Say("week.state.pending")
	case p.locked():
	case !p.entry.Empty():
		text = p.Words.Say("week.state.saved")
	case p.isThisWeek():
		text = p.Words.Say("week.state.empty")
	}
	p.head.setState(state, text)
}

// showHeader shows in the header which week is on screen.
func (p *Page) showHeader() {
	p.head.show(p.entry.Week, p.today, p.begun, p.entry.Away == "" && !p.locked(), !p.entry.Empty())
}

// edit changes the entry on behalf of the user.
func (p *Page) edit(change func(*journal.Entry)) {
	change(&p.entry)
	p.act(func() {
		p.saver.Change(p.entry)
		p.show()
	})
}

// Flush saves what is half-written, off the window's goroutine.
func (p *Page) Flush() { p.drafts.Flush() }

// Pending reports whether something half-written is not given to the disk yet.
func (p *Page) Pending() bool { return p.drafts.Pending() }

// Settle saves what is half-written before it returns.
func (p *Page) Settle() error { return p.drafts.Settle() }

// Resume shows the week as it now is, with what was half-written on another page.
func (p *Page) Resume(d journal.Draft) {
	p.Open(p.entry.Week)
	if !d.Empty() {
		p.resume(d)
		p.drafts.Touch()
	}
}

// ShowMoment scrolls to a moment of the week on screen, lights it and gives it the
// focus, if it is there.
func (p *Page) ShowMoment(id string) {
	if indexOf(p.entry.Moments, id) >= 0 {
		p.moments.light(id)
		p.moments.focus(id)
	}
}

// ShowReflection scrolls to the reflection and gives it the focus.
func (p *Page) ShowReflection() { p.Ask.Focus(p.reflect.text) }

// Scrolled returns how far the page is scrolled down.
func (p *Page) Scrolled() float32 { return p.scroll.Offset.Y }

// ScrollTo scrolls the page down to where [Page.Scrolled] was.
func (p *Page) ScrollTo(y float32) { p.scroll.ScrollToOffset(fyne.NewPos(0, y)) }

// Week returns the week on screen.
func (p *Page) Week() journal.Week { return p.entry.Week }

// IsReflection reports whether field is the one of the reflection.
func (p *Page) IsReflection(field *controls.TextField) bool { return field == p.reflect.text }

// Left is called when another page comes on screen.
func (p *Page) Left() { p.held.leave() }
