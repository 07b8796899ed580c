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
	item := func(name pageName) fyne.CanvasObject {
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
	menu := controls.NewMenuButtonOf(s.Words.Say("undo.menu"), s.undoMenu)
	head := container.NewBorder(nil, nil, nil, container.NewCenter(menu), container.New(layout.NewCustomPaddedLayout(8, 12, 10, 0), name))
	top := controls.Stack(4, head,
		item(pageWeek), item(pageTrends), item(pagePast), item(pageReport))
	bottom := controls.Stack(6, item(pageSettings),
		container.New(layout.NewCustomPaddedLayout(0, 6, 12, 0), controls.Flush(s.count)))
	ground := look.Ground(look.ColorRail)
	column := container.New(layout.NewCustomPaddedLayout(12, 12, 10, 10), container.NewBorder(top, bottom, nil, nil))
	return container.NewStack(ground, container.New(fixedColumn(176), column))
}

// body returns the place of the pages, below the notices.
func (s *workspace) body() fyne.CanvasObject {
	pages := look.Between(controls.Gap(0), s.bars.Root, s.bar.Root)
	if !s.Sample {
		return pages
	}
	notice := container.New(&controls.Flow{GapX: 16, GapY: 4},
		controls.NewColored(s.Words.Say("sample.notice"), theme.ColorNameForeground, theme.SizeNameCaptionText, fyne.TextStyle{}))
	if s.shell.sample != nil {
		notice.Add(controls.NewLink(s.Words.Say("sample.leave"), s.shell.leaveSample))
	}
	return look.Between(controls.NewPanel(notice, look.ColorNotice, "", 0, fyne.NewSize(30, 8)), pages, nil)
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
}

// fixedColumn lays one object out in a fixed width and the full height.
type fixedColumn float32

func (w fixedColumn) Layout(o []fyne.CanvasObject, size fyne.Size) { o[0].Resize(size) }

func (w fixedColumn) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(max(float32(w), o[0].MinSize().Width), o[0].MinSize().Height)
}
