package report

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal"
	"heliotrope/journal/report"
	"heliotrope/journal/words"
	"heliotrope/ui/choices"
	"heliotrope/ui/controls"
	"heliotrope/ui/dialogs"
	"heliotrope/ui/look"
	"heliotrope/ui/texts"
)

// Wishes are choices that last until the window is closed, whatever is
// done in it meanwhile. They are stored nowhere, and contain nothing that was
// written.
type Wishes struct {
	format  report.Format
	full    bool // the brief and the sections that are not left out, not the brief alone
	paper   report.Paper
	leftOut map[report.Section]bool
	figures bool // only, without the user's words
	noTags  bool
	bom     bool
	decimal string // sign in the figures of a table, "" for that of the language
	folder  string
}

// NewWishes returns the usual choices: the brief as a PDF. What is added to it in full
// is everything but the reflections, which are for nobody else unless one chooses so.
func NewWishes() *Wishes {
	return &Wishes{format: report.FormatPDF, leftOut: map[report.Section]bool{report.ReflectionsSection: true}, folder: dialogs.Documents()}
}

// formatNames are names, the same in every language.
var formatNames = map[report.Format]string{
	report.FormatHTML: "HTML", report.FormatPDF: "PDF", report.FormatMarkdown: "Markdown", report.FormatCSV: "CSV",
}

// reportFormats are the formats as they are offered, the usual one first.
var reportFormats = []report.Format{report.FormatPDF, report.FormatHTML, report.FormatMarkdown, report.FormatCSV}

// form lets one say what a report is to be.
type form struct {
	words   *words.Words
	wishes  *Wishes
	own     fyne.CanvasObject // which a table has no choice of either
	changed func()

	format   *controls.Choice
	what     *controls.Hint // shows what the format is good for
	paper    *controls.Choice
	paperRow *fyne.Container
	bom      *controls.Check
	decimal  *controls.Choice
	decimals *fyne.Container
	language *controls.Choice
	name     *controls.TextField
	kind     *controls.Choice // brief or full
	added    *controls.Hint   // shows what that is
	sections map[report.Section]*controls.Check
	checks   *fyne.Container // of the sections
	parts    *controls.Panel // what goes in, which a table has no choice of
	figures  *controls.Check
	tags     *controls.Check
	names    *controls.TextField
	root     *fyne.Container
}

// newForm returns the choices, with those of the weeks and of what is the user's own
// among them. Changed is called after each change.
func newForm(p *Page, wishes *Wishes, weeks fyne.CanvasObject, changed func()) *form {
	w := p.Words
	c := &form{words: w, wishes: wishes, own: p.own.root, changed: changed}
	c.makeForm()
	c.makeParts()
	c.makeSecrets()
	heading := func(id string) fyne.CanvasObject { return cardTitle(w.Say(id)) }
	caption := func(id string) fyne.CanvasObject { return controls.Flush(controls.Caption(w.Say(id))) }
	var checks []fyne.CanvasObject
	for _, s := range report.Sections {
		checks = append(checks, c.sections[s])
	}
	c.decimals = controls.Stack(2, caption("report.page.decimal"), c.decimal)
	c.paperRow = controls.Stack(2, caption("report.page.paper"), c.paper)
	c.checks = controls.Stack(0, checks...)
	c.parts = controls.NewCard(controls.Stack(8, heading("report.page.parts"), c.kind, c.added.Content(), c.checks,
		controls.Stack(2, caption("report.page.name"), c.name)))
	c.root = controls.Stack(12,
		c.parts,
		controls.NewCard(controls.Stack(8, heading("report.page.span"), weeks)),
		c.own,
		controls.NewCard(controls.Stack(8, heading("report.page.form"), c.format, c.what.Content(), c.paperRow, c.decimals, c.bom,
			controls.Stack(2, caption("report.page.language"), c.language))),
		controls.NewCard(controls.Stack(8,
			controls.NewCardHead(controls.CardTitle(w.Say("report.page.secrets")), controls.NewLink(w.Say("report.page.secrets.why"), func() { p.window.Help("report#what-you-can-leave-out") })),
			caption("report.page.private"),
			controls.Stack(0, c.figures, c.tags),
			controls.Stack(2, caption("report.page.names"), c.names))))
	c.show()
	return c
}

// makeForm makes the choices of format, paper and language.
func (c *form) makeForm() {
	var names []string
	for _, f := range reportFormats {
		names = append(names, formatNames[f])
	}
	c.format = controls.NewChoice(names, func(i int) {
		c.wishes.format = reportFormats[i]
		c.show()
		c.changed()
	})
	c.format.SetChosen(max(slices.Index(reportFormats, c.wishes.format), 0))
	c.what = controls.NewHint(widget.LowImportance)
	c.paper = controls.NewChoice(nil, func(i int) {
		c.wishes.paper = c.papers()[i]
		c.changed()
	})
	c.decimal = controls.NewChoice([]string{c.words.Say("report.page.decimal.point"), c.words.Say("report.page.decimal.comma")}, func(i int) {
		c.wishes.decimal = []string{".", ","}[i]
		c.changed()
	})
	c.bom = controls.NewCheck(c.words.Say("report.page.bom"), func(on bool) {
		c.wishes.bom = on
		c.changed()
	})
	c.bom.Checked = c.wishes.bom
	c.language = choices.NewLanguage(c.words.Language, func(words.Language) {
		c.show()
		c.changed()
	})
}

// makeParts makes the choices of what goes in.
func (c *form) makeParts() {
	c.kind = controls.NewChoice([]string{c.words.Say("report.page.brief"), c.words.Say("report.page.full")}, func(i int) {
		c.wishes.full = i == 1
		c.show()
		c.changed()
	})
	c.kind.SetChosen(0)
	if c.wishes.full {
		c.kind.SetChosen(1)
	}
	c.added = controls.NewHint(widget.LowImportance)
	c.name = controls.NewTextField(false, journal.MaxName, texts.CleanLine)
	c.name.Spoken = c.words.Say("report.page.name")
	c.name.OnChanged = func(string) { c.changed() }
	c.sections = make(map[report.Section]*controls.Check)
	for _, s := range report.Sections {
		check := controls.NewCheck(c.words.Say("report.section."+string(s)), func(on bool) {
			c.wishes.leftOut[s] = !on
			c.changed()
		})
		check.Checked = !c.wishes.leftOut[s]
		c.sections[s] = check
	}
}

// makeSecrets makes the choices of what stays out.
func (c *form) makeSecrets() {
	c.figures = controls.NewCheck(c.words.Say("report.page.figures"), func(on bool) {
		c.wishes.figures = on
		c.show()
		c.changed()
	})
	c.figures.Checked = c.wishes.figures
	c.tags = controls.NewCheck(c.words.Say("report.page.tags"), func(on bool) {
		c.wishes.noTags = on
		c.changed()
	})
	c.tags.Checked = c.wishes.noTags
	const longest = 4000 // bytes
	c.names = controls.NewTextField(true, longest, texts.CleanLines)
	c.names.SetPlaceHolder(c.words.Say("report.page.names.example"))
	c.names.SetMinRowsVisible(2)
	c.names.OnChanged = func(string) { c.changed() }
}

// papers lists the sizes of paper that there are to choose from: a page in a
// browser may leave it to the reader.
func (c *form) papers() []report.Paper {
	if c.wishes.format == report.FormatHTML {
		return append([]report.Paper{""}, report.Papers...)
	}
	return report.Papers
}

// show shows what there is to choose for the format.
func (c *form) show() {
	csv := c.wishes.format == report.FormatCSV
	c.what.Show(c.words.Say("report.format." + string(c.wishes.format)))
	var papers []string
	for _, p := range c.papers() {
		papers = append(papers, c.words.Say("report.paper."+cmp.Or(string(p), "any")))
	}
	c.paper.SetOptions(papers, max(slices.Index(c.papers(), c.wishes.paper), 0))
	c.paperRow.Hidden = !paged(c.wishes.format)
	c.bom.Hidden, c.tags.Hidden, c.decimals.Hidden = !csv, !csv, !csv
	c.decimal.SetChosen(0)
	if c.comma() {
		c.decimal.SetChosen(1)
	}
	c.parts.Hidden = csv
	c.checks.Hidden = !c.wishes.full
	c.added.Show(c.words.Say("report.page.brief.what"))
	if c.wishes.full {
		c.added.Show(c.words.Say("report.page.full.what"))
	}
	look.SetVisible(c.own, !csv)
	reflections := c.sections[report.ReflectionsSection]
	reflections.Checked = !c.wishes.figures && !c.wishes.leftOut[report.ReflectionsSection]
	if reflections.Enable(); c.wishes.figures {
		reflections.Disable()
	}
	c.root.Refresh()
}

// options returns what was chosen.
func (c *form) options() report.Options {
	o := report.Options{
		Paper: c.papers()[max(c.paper.Chosen(), 0)], BOM: c.wishes.bom, DecimalComma: c.comma(),
	}
	o.Name, _ = journal.CleanText(strings.Join(strings.Fields(c.name.Text), " "), journal.MaxName)
	for _, s := range report.Sections {
		if c.wishes.full && !c.wishes.leftOut[s] {
			o.Sections = append(o.Sections, s)
		}
	}
	o.Redact = report.Redaction{
		Text: c.wishes.figures, Tags: c.wishes.noTags, Reflections: !c.wishes.full || c.wishes.leftOut[report.ReflectionsSection],
		Names: namesIn(c.names.Text),
	}
	return o
}

// comma reports whether the figures of a table have a decimal comma.
func (c *form) comma() bool {
	if c.wishes.decimal != "" {
		return c.wishes.decimal == ","
	}
	comma, _ := report.DecimalComma(string(c.spoken().Language))
	return comma
}

// spoken returns the language of the report.
func (c *form) spoken() *words.Words {
	return words.In(words.Languages[c.language.Chosen()])
}

// namesIn returns the names in a text that has them between commas, semicolons
// or line ends.
func namesIn(text string) []string {
	var names []string
	for _, name := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",;\n，；、،؛", r) }) {
		if name = strings.TrimSpace(name); name != "" {
			names = append(names, name)
		}
	}
	return names
}
