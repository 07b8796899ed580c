package ui

import (
	"regexp"
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/dialogs"
)

// ask returns what shows dialogs, also while no journal is open.
func (s *shell) ask() *dialogs.Asker { return dialogs.New(s.words(), s.window) }

// textWidth is the width of a dialog with a long text at the usual text size.
const textWidth = 760

// showNews shows what each version of the program changed.
func (s *shell) showNews() {
	news := newsOf(s.cfg.News, s.cfg.Build.Version)
	if s.cfg.Language != words.English {
		news = "*" + s.words().Say("news.english") + "*\n\n" + news
	}
	text := widget.NewRichTextFromMarkdown(news)
	text.Wrapping = fyne.TextWrapWord
	s.showText("menu.news", controls.NewReader(text), textWidth)
}

// besides are the links of the changelog to files next to it, which the window cannot
// open.
var besides = regexp.MustCompile(`\[([^\]]+)\]\([^):]*\)`)

// newsOf returns a changelog without its own title. What has no version yet is in this
// one.
func newsOf(changelog, version string) string {
	_, news, _ := strings.Cut(changelog, "\n## ")
	return besides.ReplaceAllString("## "+strings.Replace(news, "[Unreleased]", version, 1), "$1")
}

// showLicenses shows the licenses of the program and of what it is built with.
func (s *shell) showLicenses() {
	text := controls.NewListing(true)
	text.SetText(s.cfg.Licenses)
	reader := controls.NewReader(text)
	reader.Listing = text
	s.showText("menu.licenses", reader, textWidth)
}

// showText shows a long text in a dialog.
func (s *shell) showText(title string, reader *controls.Reader, width float32) {
	ask := s.ask()
	ask.ShowLarge(ask.NewBox(s.words().Say(title), reader, "dialog.close"), width)
	ask.Focus(reader)
}

// showAbout shows which program this is, and where the journal is.
func (s *shell) showAbout() {
	w, ask := s.words(), s.ask()
	line := func(text string) fyne.CanvasObject { return controls.Flush(controls.Body(text)) }
	lines := controls.Stack(8, line(w.Say("about.version", words.Args{"Version": w.Version(s.cfg.Build)})+" "+w.BuiltWith(s.cfg.Build)))
	private := w.Say("settings.place.offline")
	if s.sample == nil && !s.cfg.Vault.IsSample() {
		path := controls.Body(w.Say("about.place", words.Args{"Path": s.cfg.Vault.Path()}))
		path.Wrapping = fyne.TextWrapBreak
		lines.Add(controls.Flush(path))
		if runtime.GOOS != "windows" { // where a file has no such mode
			private = w.Say("settings.place.private") + " " + private
		}
	}
	lines.Add(line(private))
	b := ask.NewWideBox(w.Say("menu.about"), lines, "dialog.close")
	lines.Add(container.NewHBox(controls.NewLink(w.Say("menu.licenses"), func() {
		b.Hide()
		s.showLicenses()
	})))
	ask.Show(b)
}
