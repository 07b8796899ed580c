package report

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal/report"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/texts"
)

// saver puts a report into a folder, and opens it afterwards.
type saver struct {
	page    *Page
	journal string // path of the journal's own file, "" if there is none
	wishes  *Wishes

	name    *controls.TextField
	ending  *controls.Colored
	folder  *controls.Colored
	save    *controls.Button
	problem *controls.Hint // shows what goes on, or went wrong
	done    *controls.Colored
	links   *fyne.Container // shows that it is written, and leads there
	root    *controls.Panel
	allowed bool // there is something to report
	busy    bool
	written string // path of the last report
}

// errOverJournal is returned for a report that would replace the journal.
var errOverJournal = errors.New("the report would replace the journal")

func newSaver(p *Page, wishes *Wishes, journal string) *saver {
	s := &saver{page: p, journal: journal, wishes: wishes}
	w := p.Words
	const longest = 120 // bytes
	s.name = controls.NewTextField(false, longest, texts.CleanLine)
	s.name.OnSubmitted = func(string) { s.begin() }
	s.ending = controls.NewColored("", controls.ColorMuted, theme.SizeNameText, fyne.TextStyle{})
	s.folder = controls.NewColored("", controls.ColorMuted, theme.SizeNameCaptionText, fyne.TextStyle{})
	s.save = controls.NewButton(w.Say("report.page.save"), s.begin)
	s.save.Importance = widget.HighImportance
	s.problem = controls.NewHint(widget.MediumImportance)
	s.done = controls.NewColored("", theme.ColorNameForeground, theme.SizeNameCaptionText, fyne.TextStyle{})
	s.links = container.New(&controls.Flow{GapX: 20, GapY: 4}, s.done,
		controls.NewLink(w.Say("report.page.open"), func() { s.open(s.written) }),
		controls.NewLink(w.Say("report.page.folder"), func() { s.open(filepath.Dir(s.written)) }))
	s.links.Hide()
	const nameWidth = 190
	file := container.NewHBox(container.New(textWide(nameWidth), s.name), container.NewCenter(s.ending))
	place := container.New(&controls.Flow{GapX: 12, GapY: 4},
		file, s.folder, controls.NewLink(w.Say("report.page.change"), s.chooseFolder))
	corner := container.NewCenter(s.save)
	s.root = controls.NewPanel(controls.Stack(4, nextTo(place, corner), s.problem.Content(), s.links),
		controls.ColorCard, theme.ColorNameSeparator, 10, fyne.NewSize(14, 10))
	s.show()
	return s
}

// nextTo puts corner at the right of o, which gets the rest, and after it for
// Tab.
func nextTo(o, corner fyne.CanvasObject) *fyne.Container {
	return container.New(&restAndCorner{gap: 12}, o, corner)
}

// show shows the folder and how the name ends.
func (s *saver) show() {
	s.ending.Set(s.wishes.format.Ext(), controls.ColorMuted)
	s.folder.Set(s.wishes.folder, controls.ColorMuted)
	s.root.Refresh()
}

// allow allows to save, or not if there is nothing to report.
func (s *saver) allow(something bool) {
	s.allowed = something
	if s.allowed && !s.busy {
		s.save.Enable()
	} else {
		s.save.Disable()
	}
}

// showProblem shows what goes on or went wrong, or nothing.
func (s *saver) showProblem(text string) {
	s.problem.Show(text)
	s.links.Hide()
	s.root.Refresh()
}

// showWritten shows that all went well, with links to what was written.
func (s *saver) showWritten(text string) {
	s.problem.Show("")
	s.done.Set(text, theme.ColorNameForeground)
	s.links.Show()
	s.root.Refresh()
}

// work does something elsewhere and shows that it does if it takes longer than
// a blink.
func (s *saver) work(do func() error, done func()) {
	s.busy = true
	s.allow(s.allowed)
	s.showProblem("")
	stop := s.page.Tasks.After(blink, func() { s.showProblem(s.page.Words.Say("report.page.working")) })
	s.page.Tasks.Run(do, func(err error) {
		stop()
		s.busy = false
		s.allow(s.allowed)
		s.showProblem("")
		switch {
		case errors.Is(err, errOverJournal):
			s.showProblem(s.page.Words.Say("report.page.over-journal"))
		case err != nil:
			s.showProblem(s.page.Words.Problem(err).String())
		default:
			done()
		}
	})
}

// begin makes the report, then asks before it replaces a file.
func (s *saver) begin() {
	if s.save.Disabled() {
		return
	}
	order := s.page.order()
	if order.name == "" {
		s.showProblem(s.page.Words.Say("report.page.nameless"))
		return
	}
	dir := s.wishes.folder
	var (
		files []report.File
		there present
	)
	s.work(func() (err error) {
		if files, err = order.files(); err == nil {
			there, err = presentIn(dir, files, s.journal)
		}
		return err
	}, func() {
		switch {
		case there.taken != "":
			s.showProblem(s.page.Words.Say("report.page.taken", words.Args{"Name": there.taken}))
		case len(there.files) > 0:
			s.confirm(dir, there.files, func() { s.write(dir, files) })
		default:
			s.write(dir, files)
		}
	})
}

// confirm asks before files are replaced, and lists them.
func (s *saver) confirm(dir string, names []string, replace func()) {
	title := s.page.Words.Say("report.page.exists")
	if len(names) > 1 {
		title = s.page.Words.Say("report.page.exists.all")
	}
	place := s.page.Words.Say("report.page.exists.in", words.Args{"Folder": dir})
	s.page.Ask.Confirm(title, place+"\n"+strings.Join(names, "\n"), s.page.Words.Say("report.page.replace"), replace)
}

// present is what is in a folder already.
type present struct {
	files []string // names that would be replaced
	taken string   // a name that belongs to something that is not a file
}

// presentIn finds what files would replace in a folder.
func presentIn(dir string, files []report.File, journal string) (present, error) {
	var there present
	for _, f := range files {
		path := filepath.Join(dir, f.Name)
		info, err := os.Stat(path)
		switch {
		case errors.Is(err, fs.ErrNotExist):
		case err != nil:
			return there, err
		case isJournal(info, journal):
			return there, errOverJournal
		case !info.Mode().IsRegular():
			there.taken = f.Name
		default:
			there.files = append(there.files, f.Name)
		}
	}
	return there, nil
}

// isJournal reports whether a file is the journal, by whatever name.
func isJournal(file fs.FileInfo, journal string) bool {
	info, err := os.Stat(journal)
	return err == nil && os.SameFile(info, file)
}

// write puts the files on the disk.
func (s *saver) write(dir string, files []report.File) {
	s.work(func() error { return report.Save(dir, files) }, func() {
		s.written = filepath.Join(dir, files[0].Name)
		args := words.Args{"Name": files[0].Name}
		text := s.page.Words.Say("report.page.done", args)
		if pictures := len(files) - 1; pictures > 0 {
			text = s.page.Words.Count("report.page.done.pictures", pictures, args)
		}
		s.showWritten(text)
	})
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
