package report

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal/outfile"
	"heliotrope/journal/report"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/texts"
)

// saver puts a report into a folder, and opens it afterwards.
type saver struct {
	page   *Page
	wishes *Wishes

	name    *controls.TextField
	ending  *controls.Colored
	folder  *controls.Colored
	save    *controls.Button
	copy    *controls.Button
	working *controls.Hint // shows that it goes on
	problem *controls.Hint // shows what went wrong
	done    *controls.Colored
	links   *fyne.Container // shows that it is written, and leads there
	copied  *controls.Hint  // shows that the brief is on the clipboard
	root    *controls.Panel
	allowed bool // there is something to report
	busy    bool
	written string // path of the last report
}

func newSaver(p *Page, wishes *Wishes) *saver {
	s := &saver{page: p, wishes: wishes}
	w := p.Words
	const longest = 120 // bytes
	s.name = controls.NewTextField(false, longest, texts.CleanLine)
	s.name.Spoken = w.Say("report.page.save")
	s.name.OnSubmitted = func(string) { s.begin() }
	s.ending = controls.NewColored("", controls.ColorMuted, theme.SizeNameText, fyne.TextStyle{})
	s.folder = controls.NewColored("", controls.ColorMuted, theme.SizeNameCaptionText, fyne.TextStyle{})
	s.save = controls.NewButton(w.Say("report.page.save"), s.begin)
	s.save.Importance = widget.HighImportance
	s.copy = controls.NewButton(w.Say("report.page.copy"), s.copyBrief)
	s.problem = controls.NewTrouble()
	s.working = controls.NewHint(widget.LowImportance)
	s.done = controls.NewColored("", theme.ColorNameForeground, theme.SizeNameCaptionText, fyne.TextStyle{})
	s.links = container.New(&controls.Flow{GapX: 20, GapY: 4}, s.done,
		controls.NewLink(w.Say("report.page.open"), func() { s.open(s.written) }),
		controls.NewLink(w.Say("report.page.folder"), func() { s.open(filepath.Dir(s.written)) }))
	s.links.Hide()
	s.copied = controls.NewHint(widget.LowImportance)
	const nameWidth = 190
	file := container.NewHBox(container.New(textWide(nameWidth), s.name), container.NewCenter(s.ending))
	place := container.New(&controls.Flow{GapX: 12, GapY: 4},
		file, s.folder, controls.NewLink(w.Say("report.page.change"), s.chooseFolder))
	acts := container.New(&controls.Flow{GapX: 8, GapY: 8}, s.copy, s.save)
	s.root = controls.NewPanel(controls.Stack(6, container.New(&placeAndActs{}, place, acts),
		s.working.Content(), s.problem.Content(), s.copied.Content(), s.links),
		controls.ColorCard, theme.ColorNameSeparator, 10, fyne.NewSize(14, 10))
	s.show()
	return s
}

// show shows the folder and how the name ends.
func (s *saver) show() {
	s.ending.Set(s.wishes.format.Ext(), controls.ColorMuted)
	s.folder.Set(s.wishes.folder, controls.ColorMuted)
	s.root.Refresh()
}

// allow allows to save, or not if there can be no report.
func (s *saver) allow(allowed bool) {
	s.allowed = allowed
	for _, b := range []*controls.Button{s.save, s.copy} {
		if s.allowed && !s.busy {
			b.Enable()
		} else {
			b.Disable()
		}
	}
}

// showProblem shows what went wrong, or nothing.
func (s *saver) showProblem(text string) { s.tell("", text, "") }

// tell shows what goes on, what went wrong or what was copied, and nothing of before.
func (s *saver) tell(working, problem, copied string) {
	s.working.Show(working)
	s.problem.Show(problem)
	s.copied.Show(copied)
	s.links.Hide()
	s.root.Refresh()
}

// showWritten shows that all went well, with links to what was written.
func (s *saver) showWritten(text string) {
	s.tell("", "", "")
	s.done.Set(text, theme.ColorNameForeground)
	s.links.Show()
	s.root.Refresh()
}

// work does something elsewhere and shows that it does if it takes longer than
// a blink.
func (s *saver) work(do func() error, done func(error)) {
	s.busy = true
	s.allow(s.allowed)
	s.showProblem("")
	stop := s.page.Tasks.After(blink, func() { s.tell(s.page.Words.Say("report.page.working"), "", "") })
	s.page.Tasks.Run(do, func(err error) {
		stop()
		s.busy = false
		s.allow(s.allowed)
		s.showProblem("")
		done(err)
	})
}

// begin makes the report and writes it.
func (s *saver) begin() {
	if s.save.Disabled() {
		return
	}
	order := s.page.settled()
	if order.name == "" {
		s.showProblem(s.page.Words.Say("report.page.nameless"))
		return
	}
	dir := s.wishes.folder
	s.page.Ask.GiveAway(s.work, func() ([]outfile.File, error) { return order.files(dir) }, s.wrote)
}

// copyBrief puts the brief on the clipboard as Markdown.
func (s *saver) copyBrief() {
	if s.copy.Disabled() {
		return
	}
	order, text := s.page.settled(), ""
	s.work(func() error {
		text = report.BriefMarkdown(order.input())
		return nil
	}, func(error) {
		s.page.window.CopyText(text)
		s.tell("", "", s.page.Words.Say("report.page.copied"))
	})
}

// wrote shows what was written, or why nothing was.
func (s *saver) wrote(files []outfile.File, err error) {
	if err != nil {
		s.showProblem(s.page.Words.Problem(err).What + " " + s.page.Words.Say("report.page.unsaved"))
		return
	}
	s.written = files[0].Path
	args := words.Args{"Name": filepath.Base(s.written)}
	text := s.page.Words.Say("report.page.done", args)
	if pictures := len(files) - 1; pictures > 0 {
		text = s.page.Words.Count("report.page.done.pictures", pictures, args)
	}
	s.showWritten(text)
}

func (s *saver) open(path string) {
	if err := s.page.window.OpenPath(path); err != nil {
		s.problem.Show(s.page.Words.Say("report.page.cannot-open", words.Args{"Path": path}))
		s.root.Refresh()
	}
}

func (s *saver) chooseFolder() {
	s.page.Ask.Folder(func(path string) {
		s.wishes.folder = path
		s.show()
	})
}
