package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"heliotrope/ui/controls"
	"heliotrope/ui/look"
)

// rail returns the column on the left.
func (s *workspace) rail() fyne.CanvasObject {
	s.items = make(map[pageName]*controls.NavItem)
	item := func(name pageName) *controls.NavItem {
		n := controls.NewNavItem(s.Words.Say("nav."+string(name)), func() {
			if name == pageWeek {
				s.openToday()
				return
			}
			s.open(name)
		})
		s.items[name] = n
		return n
	}
	s.count = controls.Caption("")
	name := controls.NewColored("Heliotrope", theme.ColorNamePrimary, theme.SizeNameSubHeadingText, fyne.TextStyle{Bold: true})
	head := container.New(layout.NewCustomPaddedLayout(8, 12, 10, 0), name)
	week, trends, past, report, settings := item(pageWeek), item(pageTrends), item(pagePast), item(pageReport), item(pageSettings)
	s.nav = controls.NewNav(container.NewBorder(controls.Stack(4, week, trends, past, report), settings, nil, nil),
		week, trends, past, report, settings)
	foot := container.New(layout.NewCustomPaddedLayout(6, 6, 10, 0), controls.Flush(s.count))
	column := container.New(layout.NewCustomPaddedLayout(12, 12, 12, 12), look.Between(head, s.nav, foot))
	return container.NewStack(look.Ground(look.ColorRail), column)
}

// body returns the place of the pages, below the notices.
func (s *workspace) body() fyne.CanvasObject {
	pages := s.bar.Below(s.bars.Root)
	if !s.Sample {
		return pages
	}
	var leave []controls.Action
	if s.shell.sample != nil {
		leave = append(leave, controls.Action{Text: s.Words.Say("sample.leave"), Do: s.shell.leaveSample})
	}
	return look.Above(controls.NewNotice(look.ColorNotice, s.Words.Say("sample.notice"), leave...).Content(), pages)
}

// showCount shows at the foot of the rail how much is logged and backed up.
func (s *workspace) showCount() {
	text := s.Words.WeeksLogged(s.Journal.WeeksLogged(), s.Journal.WeeksAway())
	if s.backups != nil && s.backups.Made.Backup.Path != "" {
		text += "\n" + s.Words.LastBackup(s.backups.Made.Backup.Made, s.Now())
	}
	if text != s.count.Text {
		s.count.SetText(text)
	}
	s.shell.showMenus()
}

// pageAndRail lays the pages out at the right of the rail, which is narrower in a
// narrow window. Tab comes to the pages first.
type pageAndRail struct{}

const (
	railWidth   = 176
	railNarrow  = 140
	narrowBelow = 1000 // the width of the window
)

// rail returns the width of the rail in a window of a width.
func (pageAndRail) rail(o []fyne.CanvasObject, window float32) float32 {
	width := float32(railWidth)
	if window < narrowBelow {
		width = railNarrow
	}
	return max(width, o[1].MinSize().Width)
}

func (l pageAndRail) Layout(o []fyne.CanvasObject, size fyne.Size) {
	rail := l.rail(o, size.Width)
	o[0].Move(fyne.NewPos(rail, 0))
	o[0].Resize(fyne.NewSize(size.Width-rail, size.Height))
	o[1].Resize(fyne.NewSize(rail, size.Height))
}

func (l pageAndRail) MinSize(o []fyne.CanvasObject) fyne.Size {
	page, rail := o[0].MinSize(), o[1].MinSize()
	return fyne.NewSize(page.Width+l.rail(o, 0), max(page.Height, rail.Height))
}
