package ui

import (
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	"github.com/adrg/xdg"

	"heliotrope/journal"
	"heliotrope/journal/lean"
	"heliotrope/journal/outfile"
	"heliotrope/journal/report"
	"heliotrope/journal/words"
	"heliotrope/ui/controls"
)

// reportPage writes the report that one takes to a career conversation.
type reportPage struct {
	words   *words.Words
	journal *journal.Journal
	tasks   tasks
	now     func() time.Time
	ask     *asker
	openURL func(*url.URL) error

	spans       *spanChoice
	covers      *widget.Label
	reflections *controls.Check
	figures     *controls.Check
	name        *controls.TextField
	folder      *controls.Colored
	save        *controls.Button
	done        *controls.Hint
	links       *fyne.Container
	written     string // path of the last report
	scroll      *container.Scroll
}

// newReportPage returns the page. OpenURL opens a file in the system's own way.
func newReportPage(w *words.Words, j *journal.Journal, t tasks, now func() time.Time, ask *asker, openURL func(*url.URL) error) *reportPage {
	p := &reportPage{words: w, journal: j, tasks: t, now: now, ask: ask, openURL: openURL}
	p.spans = newSpanChoice(w, p.shown)
	p.covers = controls.Caption("")
	p.reflections = controls.NewCheck(w.Say("report.page.reflections"), nil)
	p.figures = controls.NewCheck(w.Say("report.page.figures"), func(on bool) {
		if on {
			p.reflections.SetChecked(false)
			p.reflections.Disable()
		} else {
			p.reflections.Enable()
		}
	})
	p.name = controls.NewTextField(false, 120, cleanLine)
	p.name.OnSubmitted = func(string) { p.saveReport() }
	p.folder = controls.NewColored(reportFolder(), controls.ColorMuted, theme.SizeNameCaptionText, fyne.TextStyle{})
	p.save = controls.NewButton(w.Say("report.page.save"), p.saveReport)
	p.save.Importance = widget.HighImportance
	p.done = controls.NewHint(widget.MediumImportance)
	p.links = container.New(&controls.Flow{GapX: 20, GapY: 6},
		controls.NewLink(w.Say("report.page.open"), func() { p.openFile(p.written) }),
		controls.NewLink(w.Say("report.page.folder"), func() { p.openFile(filepath.Dir(p.written)) }))
	p.links.Hide()
	p.scroll = pageScroll(p.layout())
	return p
}

func (p *reportPage) layout() fyne.CanvasObject {
	say := p.words.Say
	section := func(id string, objects ...fyne.CanvasObject) fyne.CanvasObject {
		heading := controls.Flush(controls.Heading(say(id), theme.SizeNameSubHeadingText))
		return controls.NewCard(controls.Stack(10, append([]fyne.CanvasObject{heading}, objects...)...))
	}
	return controls.Stack(16,
		controls.Stack(6,
			controls.Flush(controls.Heading(say("nav.report"), theme.SizeNameHeadingText)),
			controls.Flush(controls.Body(say("report.page.what")))),
		section("report.page.span", p.spans.column(), controls.Flush(p.covers)),
		section("report.page.parts",
			controls.Stack(0, p.reflections, p.figures),
			controls.Flush(controls.Caption(say("report.page.private")))),
		section("report.page.file", p.name,
			container.New(&controls.Flow{GapX: 12, GapY: 4},
				p.folder, controls.NewLink(say("report.page.change"), p.chooseFolder)),
			container.NewHBox(p.save), p.done.Content(), p.links))
}

func (p *reportPage) content() fyne.CanvasObject { return p.scroll }

// shown says what the report would cover.
func (p *reportPage) shown() {
	entries := p.journal.Entries()
	span := p.span(entries)
	weeks := 0
	for _, e := range entries {
		if span.Contains(e.Week) {
			weeks++
		}
	}
	p.covers.SetText(p.words.Count("report.page.covers", weeks, words.Args{
		"From": p.words.Week(span.From), "To": p.words.Week(span.To)}))
	if p.name.Text == "" {
		p.name.SetText("heliotrope-" + journal.WeekOf(p.now()).String() + ".html")
	}
	if weeks == 0 {
		p.save.Disable()
	} else {
		p.save.Enable()
	}
}

func (p *reportPage) changed(journal.Week) { p.shown() }

func (p *reportPage) span(entries []journal.Entry) lean.Span {
	return p.spans.of(entries, p.journal.Events(), journal.WeekOf(p.now()))
}

// saveReport asks before it replaces a file.
func (p *reportPage) saveReport() {
	if p.save.Disabled() {
		return
	}
	name := filepath.Base(strings.TrimSpace(p.name.Text))
	if name == "." || name == string(filepath.Separator) {
		return
	}
	if !strings.HasSuffix(strings.ToLower(name), ".html") {
		name += ".html"
	}
	path := filepath.Join(p.folder.Text(), name)
	if _, err := os.Stat(path); err == nil {
		p.ask.confirm(p.words.Say("report.page.exists"), path, p.words.Say("report.page.replace"), func() { p.write(path) })
		return
	}
	p.write(path)
}

// write makes the report and puts it on the disk, off the window's goroutine.
func (p *reportPage) write(path string) {
	entries, events, kinds := p.journal.Entries(), p.journal.Events(), p.journal.Kinds()
	in := report.Input{
		Entries: entries, Events: events, Kinds: kinds, Words: p.words, Written: p.now(),
		Options: report.Options{Redact: report.Redaction{
			Text: p.figures.Checked, Tags: p.figures.Checked, Reflections: !p.reflections.Checked,
		}},
	}
	span := p.span(entries)
	p.save.Disable()
	p.links.Hide()
	p.done.Say(p.words.Say("report.page.working"))
	p.tasks.run(func() error {
		in.Result = lean.Of(entries, events, span)
		return outfile.Write(path, func(w io.Writer) error { return report.HTML(w, in) })
	}, func(err error) {
		p.save.Enable()
		if err != nil {
			p.done.Say(p.words.Problem(err).String())
			return
		}
		p.written = path
		p.done.Say(p.words.Say("report.page.done", words.Args{"Name": filepath.Base(path)}))
		p.links.Show()
	})
}

func (p *reportPage) openFile(path string) {
	if err := p.openURL(fileURL(path)); err != nil {
		p.done.Say(p.words.Say("report.page.cannot-open", words.Args{"Path": path}))
	}
}

func (p *reportPage) chooseFolder() {
	d := dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		if err == nil && folder != nil {
			p.folder.Set(folder.Path(), controls.ColorMuted)
		}
	}, p.ask.window)
	p.ask.show(d)
}

// reportFolder is where reports go unless told otherwise.
func reportFolder() string {
	if dir := xdg.UserDirs.Documents; dir != "" {
		if info, err := os.Stat(dir); err == nil && info.IsDir() {
			return dir
		}
	}
	return xdg.Home
}
