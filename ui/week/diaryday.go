package week

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"heliotrope/journal"
	"heliotrope/journal/input"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/texts"
)

// diaryDay is the row of a day: three fields of hours, stored as soon as they are hours.
type diaryDay struct {
	card *diaryCard
	day  int // from 1, Monday

	week    journal.Week
	hours   journal.Hours // that are stored
	written bool          // something is
	setting bool          // the fields are being set, and nobody types

	fields  [3]*controls.TextField
	trouble *controls.Hint
	root    fyne.CanvasObject
}

const longestHours = 16 // that can be typed, in bytes

func newDiaryDay(c *diaryCard, day int) *diaryDay {
	d := &diaryDay{card: c, day: day, trouble: controls.NewTrouble()}
	w := c.page.Words
	name := w.Weekday(time.Weekday(day % 7))
	fields := container.New(&controls.Even{Gap: 8})
	for i, t := range journal.Tracks {
		f := controls.NewTextField(false, longestHours, texts.CleanLine)
		f.Spoken = w.Say("week.diary.field", words.Args{"Day": name, "Track": w.Track(t)})
		f.OnChanged = func(string) { d.typed() }
		d.fields[i] = f
		fields.Add(f)
	}
	label := controls.NewColored(name, theme.ColorNameForeground, controls.SizeControl, fyne.TextStyle{})
	d.root = controls.Stack(2, container.New(&dayRow{}, label, fields), d.trouble.Content())
	return d
}

// show shows what is stored of the day. What is typed stays while that is the same. A day
// that has not come is not written.
func (d *diaryDay) show(h journal.Hours, written bool) {
	p := d.card.page
	if w := p.entry.Week; w != d.week || h != d.hours || written != d.written {
		d.week, d.hours, d.written = w, h, written
		d.setting = true
		for i, t := range journal.Tracks {
			text := ""
			if hours := h.Of(t); hours > 0 {
				text = p.Words.Decimal(hours)
			}
			d.fields[i].SetText(text)
		}
		d.setting = false
		d.trouble.Show("")
	}
	later := p.isThisWeek() && d.day > journal.ISODay(p.Now().Weekday())
	for _, f := range d.fields {
		if p.locked() || later && !written {
			f.Disable()
		} else {
			f.Enable()
		}
	}
}

// typed stores what the fields say as soon as it can be, and shows what is wrong until
// then.
func (d *diaryDay) typed() {
	if d.setting {
		return
	}
	p := d.card.page
	h, given, wrong := d.read()
	if wrong != "" {
		d.trouble.Show(p.Words.Say(wrong))
		d.card.root.Refresh()
		return
	}
	d.trouble.Show("")
	d.hours, d.written = h, given
	p.edit(func(e *journal.Entry) {
		if given {
			e.SetDiary(journal.DiaryDay{Day: d.day, Hours: h})
		} else {
			e.DropDiary(d.day)
			d.card.begun = e.Week // it stays open
		}
	})
}

// read returns the hours that the fields say, whether any field says something, and the
// sentence for what is wrong, "" for nothing.
func (d *diaryDay) read() (h journal.Hours, given bool, wrong string) {
	var all [3]float64
	for i, f := range d.fields {
		text := strings.TrimSpace(f.Text)
		given = given || text != ""
		if strings.Trim(text, "0.,") == "" {
			continue // empty, or none, which is an answer
		}
		hours, err := input.Hours(text)
		if err != nil {
			return h, given, "week.diary.wrong"
		}
		all[i] = hours
	}
	h = journal.Hours{Technical: all[0], Both: all[1], People: all[2]}
	if h.Sum() > journal.MaxDayHours {
		return h, given, "week.diary.long"
	}
	return h, given, ""
}

// dayRow lays out the name of a day and its fields.
type dayRow struct{}

// dayWidth is the width of the name, in heights of the text.
const dayWidth = 7

// Layout implements fyne.Layout.
func (dayRow) Layout(o []fyne.CanvasObject, size fyne.Size) {
	name := theme.TextSize() * dayWidth
	least := o[0].MinSize()
	o[0].Resize(fyne.NewSize(name, least.Height))
	o[0].Move(fyne.NewPos(0, (size.Height-least.Height)/2))
	o[1].Resize(fyne.NewSize(max(0, size.Width-name), size.Height))
	o[1].Move(fyne.NewPos(name, 0))
}

// MinSize implements fyne.Layout.
func (dayRow) MinSize(o []fyne.CanvasObject) fyne.Size {
	fields := o[1].MinSize()
	return fyne.NewSize(theme.TextSize()*dayWidth+fields.Width, max(fields.Height, o[0].MinSize().Height))
}
