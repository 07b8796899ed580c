package trends

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"heliotrope/journal"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/uitest"
)

// measured gives the last n weeks with a split the hours of a calendar, with 10 points
// less on the people side than the split.
func measured(c journal.Contents, n int) journal.Contents {
	for i := len(c.Entries) - 1; i >= 0 && n > 0; i-- {
		if e := &c.Entries[i]; e.Split != nil && e.Away == "" && e.Split.People >= 10 {
			e.Evidence = &journal.Hours{
				Technical: float64(e.Split.Technical+10) / 4, Both: float64(e.Split.Both) / 4, People: float64(e.Split.People-10) / 4,
			}
			n--
		}
	}
	return c
}

// TestMemory: next to what is known of memory and calendar is what it rests on, week by
// week; before there are enough weeks, how many are missing; without any, nothing.
func TestMemory(t *testing.T) {
	const finding = "you put about 10 percentage points more on the people side than your calendar shows. The range of your time allows for that."
	for n, want := range map[int]string{
		0: "", 7: "After 5 more weeks with both, your splits are compared with what your calendar shows.", 12: finding,
	} {
		d := newDesk(t, measured(uitest.Sample(t), n), words.English)
		d.page.findings.fold.Toggle()
		if want == "" {
			d.Misses("your splits are compared", "than your calendar shows")
			continue
		}
		d.Sees(want)
		var mark *controls.QuestionMark
		d.Each(func(o fyne.CanvasObject) {
			if m, ok := o.(*controls.QuestionMark); ok && strings.Contains(m.AccessibilityLabel(), "Your memory and your calendar") {
				mark = m
			}
		})
		if mark == nil {
			t.Fatalf("after %d weeks nothing says how memory is compared", n)
		}
		test.Tap(mark)
		d.Sees("Your memory and your calendar", "by your split")
		if rows := d.List().Length(); rows != n {
			t.Errorf("%d weeks are behind it, want %d", rows, n)
		}
		d.Press(fyne.KeyDown, fyne.KeyReturn)
		if len(d.opened) != 1 {
			t.Errorf("the page opened %v", d.opened)
		}
	}
}
