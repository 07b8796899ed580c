package week

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
)

// splitCard asks where the week's time went. A bar with two handles and three
// fields show the same split. Two fields are enough: the third follows. What is
// typed stays as it is, and is the split of the week as soon as it adds up.
type splitCard struct {
	words   *words.Words
	change  func(*journal.Split)
	removed func() // called once the user took the split back

	week    journal.Week
	split   *journal.Split // of the week; nil if none is set
	before  *journal.Split // what it was before the field of now was edited
	edited  int            // index of that field; none if there is none
	follows int            // index of the field that makes the others add up; none if each was typed
	derived bool           // that field has what makes them add up
	writing bool           // the fields are being set, by nobody's hand

	title   *widget.Label
	forget  *controls.Link
	bar     *controls.SplitBar
	fields  [3]*controls.TextField
	hint    *controls.Hint // what to do next
	trouble *controls.Hint // why what is typed is no split
	hours   *controls.Hint
	traces  *controls.Hint  // what was measured of the week
	kept    *fyne.Container // offers to keep that
	root    fyne.CanvasObject
}

const (
	none = -1
	last = 2 // index of the field that follows the two before it
)

func newSplitCard(w *words.Words, change func(*journal.Split), removed, keep func()) *splitCard {
	c := &splitCard{words: w, change: change, removed: removed, edited: none, follows: last}
	c.title = controls.CardTitle("")
	c.forget = controls.NewLink(w.Say("week.split.forget"), c.clear)
	c.bar = controls.NewSplitBar([3]fyne.ThemeColorName{look.ColorTechnical, look.ColorBoth, look.ColorPeople},
		w.Say("week.split.prompt"), c.moved)
	c.bar.OnBegun = func() { c.hint.Show(w.Say("week.split.other")) }
	fields := container.New(&controls.Even{Gap: 8})
	for i, t := range journal.Tracks {
		f := controls.NewPercentField()
		f.Spoken = w.Track(t)
		f.OnChanged = func(string) { c.typed(i) }
		f.OnBlur = func() { c.edited = none }
		f.OnCut = func(string) { c.trouble.Show(w.Say("week.split.digits")) }
		f.OnStep = func(by int) { c.step(i, by) }
		c.fields[i] = f
		fields.Add(controls.NewCaptioned(f,
			controls.NewColored(w.Track(t), look.TrackText(t), theme.SizeNameCaptionText, fyne.TextStyle{})))
	}
	c.hint, c.trouble, c.hours = controls.NewHint(widget.MediumImportance), controls.NewTrouble(), controls.NewHint(widget.LowImportance)
	c.traces = controls.NewHint(widget.LowImportance)
	c.kept = container.NewHBox(controls.NewLink(w.Say("week.split.keep"), keep))
	c.root = controls.NewCard(controls.Stack(8,
		controls.NewCardHead(c.title, c.forget), c.bar, fields, c.hint.Content(), c.trouble.Content(), c.hours.Content(),
		c.traces.Content(), c.kept))
	return c
}

// show shows the split of an entry. What is typed stays while the split is the
// same. ThatWeek is whether the week is another one than that of today.
func (c *splitCard) show(e journal.Entry, thatWeek bool) {
	title := "week.split.title"
	if thatWeek {
		title += ".that"
	}
	c.title.SetText(c.words.Say(title))
	if e.Week != c.week || !sameSplit(e.Split, c.split) {
		c.week = e.Week
		c.write(e.Split)
	}
	hours := ""
	if byHours, ok := splitOfHours(e.Moments); ok && e.Split != nil {
		hours = c.words.Say("week.split.hours", words.Args{
			"Technical": byHours.Technical, "Both": byHours.Both, "People": byHours.People})
	}
	c.hours.Show(hours)
	look.SetVisible(c.forget, e.Split != nil && !c.bar.Disabled())
}

// compare shows what was measured of the week, and offers to keep it.
func (c *splitCard) compare(text string, offer bool) {
	c.traces.Show(text)
	look.SetVisible(c.kept, offer)
	c.root.Refresh()
}

// setLocked makes the split one to be read only, or no longer.
func (c *splitCard) setLocked(locked bool) {
	for _, field := range []fyne.Disableable{c.bar, c.fields[0], c.fields[1], c.fields[2]} {
		if locked {
			field.Disable()
		} else {
			field.Enable()
		}
	}
}

// begun reports whether a split is being set that is not yet one.
func (c *splitCard) begun() bool {
	for i, text := range c.texts(c.split) {
		if c.fields[i].Text != text {
			return true
		}
	}
	return c.bar.Begun()
}

// texts returns what the fields show for a split.
func (c *splitCard) texts(s *journal.Split) (texts [3]string) {
	if s != nil {
		for i, n := range []int{s.Technical, s.Both, s.People} {
			texts[i] = strconv.Itoa(n)
		}
	}
	return texts
}

func sameSplit(a, b *journal.Split) bool {
	return a == b || a != nil && b != nil && *a == *b
}

// write shows a split in the bar and the fields, and ends what was typed.
func (c *splitCard) write(s *journal.Split) {
	c.split, c.edited, c.follows, c.derived = s, none, last, false
	c.showBar()
	c.hint.Show("")
	c.trouble.Show("")
	for i, text := range c.texts(s) {
		c.put(i, text)
	}
}

// put sets the text of a field as if nobody had typed it.
func (c *splitCard) put(i int, text string) {
	if c.fields[i].Text != text {
		c.writing = true
		c.fields[i].SetText(text)
		c.writing = false
	}
}

func (c *splitCard) showBar() {
	if c.split == nil {
		c.bar.Clear()
	} else {
		c.bar.Set(c.split.Technical, c.split.Technical+c.split.Both)
	}
}

// moved takes the places of both handles.
func (c *splitCard) moved(first, second int) {
	s := &journal.Split{Technical: first, Both: second - first, People: 100 - second}
	c.write(s)
	c.change(s)
}

func (c *splitCard) clear() {
	c.write(nil)
	c.change(nil)
	c.removed()
}

// value returns the number in a field, and whether there is one.
func (c *splitCard) value(i int) (n int, given bool) {
	n, err := strconv.Atoi(c.fields[i].Text)
	return n, err == nil
}

// step moves a field to the next 5 points, as far as the third can follow.
func (c *splitCard) step(i, by int) {
	n, _ := c.value(i)
	most := 100
	if i != last {
		other, _ := c.value(1 - i)
		most = max(100-other, 0)
	}
	if by > 0 {
		n = n/5*5 + 5
	} else {
		n = (n - 1) / 5 * 5
	}
	c.fields[i].SetText(strconv.Itoa(min(max(n, 0), most)))
}

// typed takes what was typed into a field.
func (c *splitCard) typed(i int) {
	if c.writing {
		return
	}
	if c.edited != i {
		c.edited, c.before = i, c.split
	}
	c.follow(i)
	c.settle()
}

// follow lets the field that nobody typed follow field i. That is the last one,
// or the only empty one, until it is typed itself.
func (c *splitCard) follow(i int) {
	if i == c.follows {
		c.follows, c.derived = none, false
	}
	_, typed := c.value(i)
	empty, at := 0, none
	for k := range c.fields {
		if c.fields[k].Text == "" && k != i {
			empty, at = empty+1, k
		}
	}
	if c.follows == none && empty == 1 && typed {
		c.follows = at
	}
	if c.follows == none {
		return
	}
	rest := 100
	for k := range c.fields {
		if k != c.follows {
			n, given := c.value(k)
			if !given {
				c.unfollow()
				return
			}
			rest -= n
		}
	}
	c.put(c.follows, strconv.Itoa(max(rest, 0)))
	c.derived = true
}

// unfollow empties the field that followed, once nothing leads it.
func (c *splitCard) unfollow() {
	if c.derived {
		c.put(c.follows, "")
		c.derived = false
	}
}

// settle makes what the fields show the split of the week if it adds up, and
// none if all are empty. If not, the split is what it was before.
func (c *splitCard) settle() {
	var sum, given int
	var values [3]int
	for i := range c.fields {
		if n, ok := c.value(i); ok {
			values[i], sum, given = n, sum+n, given+1
		}
	}
	trouble := ""
	switch {
	case given == 0:
		if c.follows = last; c.split != nil {
			c.before = nil
			c.store(nil)
			c.removed()
		}
	case given == len(values) && sum == 100:
		if c.follows == none {
			c.follows = last
		}
		c.store(&journal.Split{Technical: values[0], Both: values[1], People: values[2]})
	default:
		if sum > 100 {
			trouble = c.sumWords("week.split.over", sum, sum-100)
		} else if given == len(values) || c.before != nil {
			trouble = c.sumWords("week.split.short", sum, 100-sum)
		}
		c.store(c.before)
	}
	c.trouble.Show(trouble)
}

func (c *splitCard) sumWords(id string, sum, by int) string {
	percent := func(n int) string { return c.words.Percent(float64(n) / 100) }
	return c.words.Say(id, words.Args{"Sum": percent(sum), "By": percent(by)})
}

// store makes a split the one of the week, and leaves the fields as they are.
func (c *splitCard) store(s *journal.Split) {
	if sameSplit(s, c.split) {
		return
	}
	c.split = s
	c.showBar()
	c.hint.Show("")
	c.change(s)
}

// splitOfHours returns the shares of the tracks in the hours of moments, in
// whole percents that add up to 100, and false if no hours are logged.
func splitOfHours(moments []journal.Moment) (journal.Split, bool) {
	var technical, both, all float64
	for _, m := range moments {
		all += m.Hours
		switch m.Track {
		case journal.Technical:
			technical += m.Hours
		case journal.Both:
			both += m.Hours
		}
	}
	if all == 0 {
		return journal.Split{}, false
	}
	first := int(100*technical/all + 0.5)
	second := max(int(100*(technical+both)/all+0.5), first)
	return journal.Split{Technical: first, Both: second - first, People: 100 - second}, true
}

// setSplit makes a split that of the week; nil is none.
func (p *Page) setSplit(split *journal.Split) {
	p.edit(func(e *journal.Entry) {
		e.Split = split
		p.measure(e)
	})
}

// splitRemoved offers to undo that the user took the split back.
func (p *Page) splitRemoved() {
	p.saver.Flush()
	p.window.OfferUndo(p.Words.Say("week.split.removed"))
}
