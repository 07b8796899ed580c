package report

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"heliotrope/journal"
	"heliotrope/journal/chart"
	"heliotrope/journal/lean"
	"heliotrope/journal/preferences"
	"heliotrope/journal/report"
	"heliotrope/journal/vault"
	"heliotrope/journal/words"
	"heliotrope/ui/choices"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
	"heliotrope/ui/saving"
	"heliotrope/ui/uitest"
)

// desk is the page on screen, without the rest of the window. It writes into a
// folder of the test.
type desk struct {
	*uitest.Desk
	page  *Page
	dir   string
	saver *saving.Autosave

	opened []string // paths
	refuse error    // to open anything
	copied string
	helped []string // places of the manual
	logged bool     // it was asked to show this week
}

// CopyText implements [Window].
func (d *desk) CopyText(text string) { d.copied = text }

// Help implements [Window].
func (d *desk) Help(place string) { d.helped = append(d.helped, place) }

// LogThisWeek implements [Window].
func (d *desk) LogThisWeek() { d.logged = true }

// OpenPath implements [Window].
func (d *desk) OpenPath(path string) error {
	d.opened = append(d.opened, path)
	return d.refuse
}

func newDesk(t testing.TB, contents journal.Contents) *desk {
	t.Helper()
	d := &desk{Desk: uitest.NewDesk(t, contents), dir: t.TempDir()}
	wishes := NewWishes()
	wishes.folder = d.dir
	d.show(words.English, wishes)
	return d
}

// show shows the page as the window does.
func (d *desk) show(lang words.Language, wishes *Wishes) {
	d.saver = saving.NewAutosave(d.Journal, d.Clock, d.Clock.Now, func(saving.State, error) {}, func(journal.Week) {})
	d.page = New(d.Session(lang), d.saver, wishes, d)
	d.Show(d.page.Content())
	d.page.Shown()
	d.Clock.Advance(0)
}

// choose chooses an option by its place.
func (d *desk) choose(c *controls.Choice, index int) {
	d.Window.Canvas().Focus(c)
	c.TypedRune(rune('1' + index))
}

func (d *desk) format(f report.Format) {
	d.choose(d.page.form.format, slices.Index(reportFormats, f))
}

// check turns a check box on or off.
func (d *desk) check(c *controls.Check) { test.Tap(c) }

func (d *desk) typeIn(f *controls.TextField, text string) {
	f.SetText("")
	d.Window.Canvas().Focus(f)
	d.Write(text)
}

// save writes the report under a name and returns the file.
func (d *desk) save(name string) []byte {
	d.T.Helper()
	d.typeIn(d.page.saver.name, name)
	d.TapButton("Save report")
	d.Clock.Finish()
	content, err := os.ReadFile(filepath.Join(d.dir, name+d.page.form.wishes.format.Ext()))
	if err != nil {
		d.Texts()
		d.T.Fatal(err)
	}
	return content
}

// expected is what the command line writes for the same options.
func (d *desk) expected(f report.Format, lang words.Language, span lean.Span, o report.Options) []byte {
	d.T.Helper()
	in := report.Input{Entries: d.Journal.Entries(), Events: d.Journal.Events(), Kinds: d.Journal.Kinds(),
		Words: words.In(lang), Written: d.Clock.Now(), Options: o, Brief: d.Journal.Brief()}
	in.Result = lean.Of(in.Entries, in.Events, span)
	files, err := report.Files("talk"+f.Ext(), f, in)
	if err != nil {
		d.T.Fatal(err)
	}
	content, err := files[0].Bytes()
	if err != nil {
		d.T.Fatal(err)
	}
	return content
}

// drafted returns all that the preview says.
func (d *desk) drafted() string {
	d.Clock.Advance(quietTime)
	shown := d.page.preview.shown
	var b strings.Builder
	b.WriteString(strings.ReplaceAll(shown.text, `\`, "")) // Markdown escapes brackets
	for _, page := range shown.pages {
		for _, item := range page.Items {
			if text, ok := item.(chart.Text); ok {
				b.WriteString(text.Text + " ")
			}
		}
	}
	return b.String()
}

// full adds the sections that are added unless one chooses otherwise.
func (d *desk) full() { d.choose(d.page.form.kind, 1) }

// Each choice reaches the file, and
// nothing else does.
func TestReportIsWhatTheCommandWrites(t *testing.T) {
	usual := func(change func(*report.Options)) report.Options {
		o := report.Options{Redact: report.Redaction{Reflections: true}}
		if change != nil {
			change(&o)
		}
		return o
	}
	same := func(*report.Options) {}
	for _, tt := range []struct {
		name   string
		format report.Format
		choose func(*desk)
		change func(*report.Options)
		lang   words.Language
	}{
		{"a PDF", report.FormatPDF, nil, same, words.English},
		{"on Letter", report.FormatPDF, func(d *desk) { d.choose(d.page.form.paper, 1) },
			func(o *report.Options) { o.Paper = report.Letter }, words.English},
		{"a page", report.FormatHTML, nil, same, words.English},
		{"a page on A4", report.FormatHTML, func(d *desk) { d.choose(d.page.form.paper, 1) },
			func(o *report.Options) { o.Paper = report.A4 }, words.English},
		{"in French", report.FormatHTML, func(d *desk) { d.choose(d.page.form.language, 1) }, same, words.French},
		{"with a name", report.FormatHTML, func(d *desk) { d.typeIn(d.page.form.name, "Ada  Lovelace ") },
			func(o *report.Options) { o.Name = "Ada Lovelace" }, words.English},
		{"in full", report.FormatMarkdown, (*desk).full,
			func(o *report.Options) { o.Sections = report.FullSections }, words.English},
		{"in full with reflections", report.FormatMarkdown, func(d *desk) {
			d.full()
			d.check(d.page.form.sections[report.ReflectionsSection])
		}, func(o *report.Options) { o.Sections, o.Redact.Reflections = report.Sections, false }, words.English},
		{"in full without charts", report.FormatMarkdown, func(d *desk) {
			d.full()
			d.check(d.page.form.sections[report.ChartsSection])
		}, func(o *report.Options) {
			o.Sections = slices.DeleteFunc(slices.Clone(report.FullSections), func(s report.Section) bool { return s == report.ChartsSection })
		}, words.English},
		{"with what one would like to try", report.FormatMarkdown,
			func(d *desk) { d.typeIn(d.page.own.try, "A Staff role"); d.Clock.Finish() }, same, words.English},
		{"figures only", report.FormatHTML, func(d *desk) { d.check(d.page.form.figures) },
			func(o *report.Options) { o.Redact.Text = true }, words.English},
		{"without names", report.FormatHTML, func(d *desk) { d.typeIn(d.page.form.names, "thibault, Tove") },
			func(o *report.Options) { o.Redact.Names = []string{"thibault", "Tove"} }, words.English},
		{"a table", report.FormatCSV, nil, same, words.English},
		{"a table with commas", report.FormatCSV, func(d *desk) { d.choose(d.page.form.decimal, 1) },
			func(o *report.Options) { o.DecimalComma = true }, words.English},
		{"a table in French", report.FormatCSV, func(d *desk) { d.choose(d.page.form.language, 1) },
			func(o *report.Options) { o.DecimalComma = true }, words.French},
		{"a table in French with points", report.FormatCSV, func(d *desk) {
			d.choose(d.page.form.language, 1)
			d.choose(d.page.form.decimal, 0)
		}, same, words.French},
		{"without tags", report.FormatCSV, func(d *desk) { d.check(d.page.form.tags) },
			func(o *report.Options) { o.Redact.Tags = true }, words.English},
		{"for Excel", report.FormatCSV, func(d *desk) { d.check(d.page.form.bom) },
			func(o *report.Options) { o.BOM = true }, words.English},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := newDesk(t, uitest.Sample(t))
			d.format(tt.format)
			plain := d.save("plain")
			if tt.choose != nil {
				tt.choose(d)
			}
			got := d.save("talk")
			span := lean.Span{From: d.Today().Add(-25), To: d.Today()}
			if want := d.expected(tt.format, tt.lang, span, usual(tt.change)); !bytes.Equal(got, want) {
				t.Errorf("the file has %d bytes, and %d are expected", len(got), len(want))
			}
			if tt.choose != nil && bytes.Equal(got, plain) {
				t.Error("the choice made no difference")
			}
		})
	}
}

func TestReportWeeks(t *testing.T) {
	d := newDesk(t, uitest.Sample(t))
	d.format(report.FormatHTML)
	d.choose(d.page.spans.Pills, 0)
	got := d.save("talk")
	span := lean.Span{From: d.Today().Add(-11), To: d.Today()}
	o := report.Options{Redact: report.Redaction{Reflections: true}}
	if !bytes.Equal(got, d.expected(report.FormatHTML, words.English, span, o)) {
		t.Error("the report is not of 12 weeks")
	}
	d.Sees("Week 37, 2026 – Week 48, 2026")
}

// TestReportNamesLaterWeeks: a week that was filed years ahead is named where the
// weeks of the report are chosen.
func TestReportNamesLaterWeeks(t *testing.T) {
	contents := uitest.Weeks(30)
	odd := contents.Entries[29].Clone()
	odd.Week = odd.Week.Add(1000)
	contents.Entries = append(contents.Entries, odd)
	d := newDesk(t, contents)
	d.Sees("1 week after this period is not included: " + d.page.Words.WeekInline(odd.Week))
}

func TestReportPreview(t *testing.T) {
	d := newDesk(t, uitest.Sample(t))
	finding := words.In(words.English).FirstPerson().Finding(lean.Of(d.Journal.Entries(), d.Journal.Events(), d.page.order().span))
	words := strings.Fields(finding)
	for _, f := range reportFormats {
		d.format(f)
		draft := d.drafted()
		if f != report.FormatCSV {
			for _, w := range words {
				if w = strings.Trim(w, ",."); !strings.Contains(draft, w) {
					t.Errorf("the preview of %s does not say %q of the finding", f, w)
				}
			}
		}
		if !strings.Contains(strings.ToLower(draft), "thibault") {
			t.Fatalf("the preview of %s does not quote", f)
		}
		d.typeIn(d.page.form.names, "thibault")
		if draft := strings.ToLower(d.drafted()); strings.Contains(draft, "thibault") || !strings.Contains(draft, "[…]") {
			t.Errorf("the preview of %s says the name, or does not mark it", f)
		}
		d.page.form.names.SetText("")
	}
	d.format(report.FormatPDF)
	d.full()
	d.drafted()
	d.Sees("Page 1 of ")
	d.page.preview.pages.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	d.Misses("Page 1 of ")
	d.format(report.FormatMarkdown)
	d.drafted()
	d.Sees("As it will appear in the file", "charts are saved as separate files", "## ")
}

// What was asked for earlier is never shown after what was asked for later, and
// changes wait while a preview is being made.
func TestPreviewInOrder(t *testing.T) {
	d := newDesk(t, uitest.Sample(t))
	p := d.page.preview
	d.format(report.FormatHTML)
	d.Clock.Pass(quietTime / 2)
	p.want(quietTime)
	d.Clock.Pass(quietTime / 2)
	if n := d.Clock.Pending(); n != 0 {
		t.Fatal("it works before one has stopped choosing")
	}
	d.Clock.Pass(quietTime)
	if n := d.Clock.Pending(); n != 1 {
		t.Fatalf("%d previews are made, want 1", n)
	}
	d.Clock.Pass(blink)
	if got := p.state.Text; got != "Preparing the preview…" {
		t.Errorf("after a blink it says %q", got)
	}
	before := p.shown.format
	d.format(report.FormatCSV)
	d.Clock.Pass(2 * quietTime)
	if n := d.Clock.Pending(); n != 1 {
		t.Errorf("%d previews are made at once", n)
	}
	d.Clock.Next()
	if p.shown.format != before {
		t.Errorf("an old preview of %s is shown", p.shown.format)
	}
	d.Clock.Next()
	if p.shown.format != report.FormatCSV || p.state.Text != "As it will appear in the file" || d.Clock.Pending() != 0 {
		t.Errorf("the preview of %s is shown and it says %q", p.shown.format, p.state.Text)
	}
}

func TestReportSaved(t *testing.T) {
	d := newDesk(t, uitest.Sample(t))
	d.Misses("Open")
	first := d.save("talk")
	d.Sees("Saved as talk.pdf.")
	d.TapLink("Open")
	d.TapLink("Show in folder")
	if want := []string{filepath.Join(d.dir, "talk.pdf"), d.dir}; !slices.Equal(d.opened, want) {
		t.Errorf("opened %q, want %q", d.opened, want)
	}
	d.refuse = errors.New("no")
	d.TapLink("Open")
	d.Sees("couldn’t be opened")

	// A second time it asks, and no is no.
	d.check(d.page.form.figures)
	d.TapButton("Save report")
	d.Clock.Finish()
	d.Sees("Replace the file?", "talk.pdf")
	d.TapButton("Cancel")
	if now, _ := os.ReadFile(filepath.Join(d.dir, "talk.pdf")); !bytes.Equal(first, now) {
		t.Error("it was replaced without a yes")
	}
	d.TapButton("Save report")
	d.Clock.Finish()
	d.TapButton("Replace")
	d.Clock.Finish()
	if now, _ := os.ReadFile(filepath.Join(d.dir, "talk.pdf")); bytes.Equal(first, now) {
		t.Error("it was not replaced")
	}

	d.format(report.FormatMarkdown)
	d.check(d.page.form.figures)
	d.save("talk")
	d.Sees("Saved as talk.md, with ", " charts in separate files.")
	d.TapButton("Save report")
	d.Clock.Finish()
	d.Sees("Replace these files?", "talk.md\n", "talk-dials.svg")
}

func TestReportRefused(t *testing.T) {
	d := newDesk(t, uitest.Sample(t))
	for _, name := range []string{" ", "..", ".pdf", "/"} {
		d.typeIn(d.page.saver.name, name)
		d.TapButton("Save report")
		d.Clock.Finish()
		d.Sees("Enter a file name.")
	}
	d.typeIn(d.page.saver.name, "folder")
	if err := os.Mkdir(filepath.Join(d.dir, "folder.pdf"), 0o700); err != nil {
		t.Fatal(err)
	}
	d.TapButton("Save report")
	d.Clock.Finish()
	d.Sees("folder.pdf isn’t a regular file.")

	own := filepath.Join(d.dir, "own.pdf")
	v, err := vault.At(own, preferences.Open(""), d.Clock.Now)
	if err == nil {
		_, err = v.Open()
	}
	if err := errors.Join(err, v.Close()); err != nil {
		t.Fatal(err)
	}
	before, _ := os.ReadFile(own)
	if err := os.Link(own, filepath.Join(d.dir, "other.pdf")); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"own", "other"} {
		d.typeIn(d.page.saver.name, name)
		d.TapButton("Save report")
		d.Clock.Finish()
		d.Sees(name + ".pdf belongs to a journal")
		d.Misses("Replace")
	}
	if content, _ := os.ReadFile(own); !bytes.Equal(content, before) {
		t.Error("the journal was replaced")
	}

	d.page.form.wishes.folder = filepath.Join(d.dir, "none")
	d.typeIn(d.page.saver.name, "talk")
	d.TapButton("Save report")
	d.Clock.Finish()
	d.Sees(" doesn’t exist. Nothing was changed.")
	d.Misses("Open")
	if d.page.saver.name.Text != "talk" || d.page.saver.save.Disabled() {
		t.Error("after a failure one cannot try again")
	}
}

func TestReportIntoReadOnlyFolder(t *testing.T) {
	if os.Getuid() <= 0 {
		t.Skip("this user may write everywhere, or there are no permissions here")
	}
	d := newDesk(t, uitest.Sample(t))
	if err := os.Chmod(d.dir, 0o500); err != nil {
		t.Fatal(err)
	}
	d.typeIn(d.page.saver.name, "talk")
	d.TapButton("Save report")
	d.Clock.Finish()
	d.Sees(" isn’t accessible to Heliotrope.")
}

func TestFileName(t *testing.T) {
	for typed, want := range map[string]string{
		"talk": "talk.pdf", " talk ": "talk.pdf", "talk.pdf": "talk.pdf", "talk.HTML": "talk.pdf", "talk.v2": "talk.v2.pdf",
		"../../talk": "talk.pdf", "": "", ".": "", "..": "", "/": "", ".pdf": "", "  ": "",
	} {
		if got := fileName(typed, report.FormatPDF); got != want {
			t.Errorf("%q becomes %q, want %q", typed, got, want)
		}
	}
}

func TestReportOfNothing(t *testing.T) {
	d := newDesk(t, journal.Contents{})
	d.Sees("Your report starts with your first week.")
	d.Misses("Page 1", "You can save the report now", "Save report", "Brief")
	d.TapButton("Log this week")
	if !d.logged {
		t.Error("the button does not lead to this week")
	}
	if !d.page.saver.save.Disabled() {
		t.Error("nothing can be saved as a report")
	}
	d.page.saver.begin()
	if names, _ := os.ReadDir(d.dir); len(names) != 0 {
		t.Error("something was written")
	}
}

// Weeks without an entry are said to be, and
// that others bring the report back.
func TestReportOfOtherWeeks(t *testing.T) {
	d := newDesk(t, uitest.Sample(t))
	d.choose(d.page.spans.Pills, 5)
	var pickers []*choices.WeekPicker // from and to
	d.Each(func(o fyne.CanvasObject) {
		if p, ok := o.(*choices.WeekPicker); ok {
			pickers = append(pickers, p)
		}
	})
	for _, p := range pickers {
		d.Focus(p)
		d.Press(fyne.KeyReturn)
		for range 6 {
			d.Press(fyne.KeyPageUp) // a year back
		}
		d.Press(fyne.KeyReturn)
	}
	d.drafted()
	d.Sees("Nothing is logged in these weeks.")
	d.Misses("Page 1 of ")
	if !d.page.saver.save.Disabled() {
		t.Error("nothing can be saved")
	}
	d.choose(d.page.spans.Pills, 4)
	d.drafted()
	d.Misses("Nothing is logged in these weeks.")
	d.Sees("Page 1 of ")
	if d.page.saver.save.Disabled() {
		t.Error("the report cannot be saved any more")
	}
}

func TestReportTooEarly(t *testing.T) {
	contents := uitest.Sample(t)
	contents.Entries = contents.Entries[len(contents.Entries)-2:]
	d := newDesk(t, contents)
	d.Sees("2 more weeks until a first reading.", "You can save the report now")
	if content := d.save("talk"); !bytes.HasPrefix(content, []byte("%PDF")) {
		t.Error("it was not written")
	}
}

// Choices stay as long as the window is
// open, and that nothing that was typed does, nor anything on the disk.
func TestReportRemembersChoices(t *testing.T) {
	d := newDesk(t, uitest.Sample(t))
	d.format(report.FormatCSV)
	d.check(d.page.form.bom)
	d.typeIn(d.page.form.names, "Tove")
	d.show(words.French, d.page.form.wishes)
	page := d.page
	o := page.form.options()
	if page.form.wishes.format != report.FormatCSV || page.form.format.Chosen() != 3 || !o.BOM || page.saver.wishes.folder != d.dir {
		t.Errorf("the choices are %+v", page.form.wishes)
	}
	if len(o.Redact.Names) != 0 || page.form.spoken().Language != words.French {
		t.Errorf("it hides %q and speaks %s", o.Redact.Names, page.form.spoken().Language)
	}
}

// Writing says so only if it takes longer than a
// blink, and that one cannot write twice at once.
func TestReportProgress(t *testing.T) {
	d := newDesk(t, uitest.Sample(t))
	writing := func() bool { return strings.Contains(d.TextsNow(), "Saving…") }
	d.typeIn(d.page.saver.name, "talk")
	d.Clock.Finish()
	d.page.saver.begin()
	if d.Clock.Pending() != 1 || writing() {
		t.Fatalf("at first it says so, or %d are under way", d.Clock.Pending())
	}
	d.Clock.Pass(blink)
	if !writing() {
		t.Error("after a blink it does not say so")
	}
	d.page.saver.begin()
	d.page.choose() // also not after another choice
	d.page.saver.begin()
	if n := d.Clock.Pending(); n != 1 {
		t.Fatalf("%d reports are made at once", n)
	}
	d.Sees("Saved as talk.pdf.")
	d.Misses("Saving…")
	if d.page.saver.save.Disabled() {
		t.Error("it is not ready for another")
	}
}

// The choices and the preview stand next to each other where there is room, or else
// each can be had alone.
func TestReportBesideOrAlone(t *testing.T) {
	d := newDesk(t, uitest.Sample(t))
	for _, tt := range []struct {
		width            float32
		text, view       int
		choices, preview bool
	}{
		{1200, 100, 0, true, true},
		{900, 100, 1, true, true},
		{900, 145, 0, true, false},
		{900, 145, 1, false, true},
		{1200, 145, 0, true, true},
	} {
		d.App.Settings().SetTheme(look.New(preferences.Preferences{TextSize: tt.text}))
		d.page.view.Show()
		d.choose(d.page.view, tt.view)
		d.Window.Resize(fyne.NewSize(tt.width+10, 700))
		d.Window.Resize(fyne.NewSize(tt.width, 700))
		d.Settle()
		choices, preview := d.page.choices, d.page.preview.root
		if choices.Visible() != tt.choices || preview.Visible() != tt.preview {
			t.Errorf("%+v: choices are seen %v, the preview %v", tt, choices.Visible(), preview.Visible())
		}
		if d.page.view.Visible() == (tt.choices && tt.preview) {
			t.Errorf("%+v: which of both to see can be chosen: %v", tt, d.page.view.Visible())
		}
		if both := choices.Position().X + choices.Size().Width; tt.choices && tt.preview && both > preview.Position().X {
			t.Errorf("%+v: the choices reach to %v, the preview begins at %v", tt, both, preview.Position().X)
		}
	}
}

// In a low window the choices have all the height that they need, and the page
// scrolls; in any other the report can be saved without scrolling.
func TestReportInLowWindows(t *testing.T) {
	d := newDesk(t, uitest.Sample(t))
	for _, tt := range []struct {
		size    fyne.Size
		text    int
		scrolls bool
	}{
		{fyne.NewSize(1190, 735), 100, false}, {fyne.NewSize(760, 560), 100, false}, {fyne.NewSize(1420, 960), 200, false},
		{fyne.NewSize(640, 520), 200, true}, {fyne.NewSize(760, 420), 100, true},
	} {
		d.App.Settings().SetTheme(look.New(preferences.Preferences{TextSize: tt.text}))
		d.Window.Resize(tt.size)
		d.Settle()
		page, foot := d.page.scroll, d.page.saver.root
		if scrolls := page.Content.Size().Height > page.Size().Height; scrolls != tt.scrolls {
			t.Errorf("%+v: the page scrolls: %v", tt, scrolls)
		}
		if end := d.App.Driver().AbsolutePositionForObject(foot).Y + foot.Size().Height; !tt.scrolls && end > tt.size.Height {
			t.Errorf("%+v: the foot reaches to %v", tt, end)
		}
		if d.page.choices.Visible() && d.page.choices.Size().Height < leastHeight*float32(tt.text)/100 {
			t.Errorf("%+v: the choices are %v high", tt, d.page.choices.Size().Height)
		}
	}
}

func TestNamesIn(t *testing.T) {
	for text, want := range map[string][]string{
		"": nil, " , ;\n": nil, "李、أحمد، Bo；Cy，": {"李", "أحمد", "Bo", "Cy"}, "Ines": {"Ines"}, "Ines, Ada Lovelace;Bo\n Cy ": {"Ines", "Ada Lovelace", "Bo", "Cy"},
	} {
		if got := namesIn(text); !slices.Equal(got, want) {
			t.Errorf("%q has the names %q, want %q", text, got, want)
		}
	}
}

// What cannot be hidden is refused before anything is written.
func TestNamesThatCannotBeHidden(t *testing.T) {
	d := newDesk(t, uitest.Sample(t))
	for _, tt := range []struct {
		typed string
		bad   bool
	}{
		{"Ines", false}, {"Ines, -", true}, {"\u200b", true}, {"Ines;\u3164\nAda", true}, {"Ines, ", false}, {"…", true}, {"", false}, {"\ufe0f\u0301", true}, {"李", false},
	} {
		d.page.form.names.SetText(tt.typed)
		d.Clock.Advance(quietTime)
		if d.page.saver.save.Disabled() != tt.bad {
			t.Errorf("%+q: saving is refused: %v", tt.typed, !tt.bad)
		}
		if tt.bad {
			d.Sees("A name to hide must have")
		} else {
			d.Misses("A name to hide must have")
		}
	}
}

// A text of many lines is cut, and that it is said
// how much more there is.
func TestLongPreview(t *testing.T) {
	contents := uitest.Sample(t)
	for i := range contents.Entries {
		e := &contents.Entries[i]
		if e.Away != "" {
			continue
		}
		for len(e.Moments) < 90 {
			m := journal.Moment{ID: journal.NewID(), Text: "One more", Kind: "coding", Track: journal.Technical, Energy: 1, Hours: 1}
			e.Moments = append(e.Moments, m)
		}
	}
	d := newDesk(t, contents)
	d.choose(d.page.spans.Pills, 4)
	d.format(report.FormatCSV)
	d.drafted()
	lines := bytes.Count(d.save("talk"), []byte("\r\n"))
	more := d.page.preview.shown.more
	if got := strings.Count(d.page.preview.table.text.Text(), "\n") + 1; got != mostLines || more != lines-mostLines || more < 2 {
		t.Errorf("of %d lines %d are shown, and %d are said to be more", lines, got, more)
	}
	d.Sees("And " + words.In(words.English).Number(float64(more), 0) + " more lines.")
}

// Nothing is made for a page that was left before its preview was begun, and one when it
// is shown again.
func TestNoPreviewOfAHiddenPage(t *testing.T) {
	d := newDesk(t, uitest.Sample(t))
	before := d.page.preview.shown
	d.page.Content().Hide()
	d.page.choose()
	d.Clock.Pass(time.Second)
	if d.Clock.Working() {
		t.Error("a preview is made for a page that is hidden")
	}
	d.page.Content().Show()
	d.page.form.wishes.format = report.FormatMarkdown
	d.page.Shown()
	d.Clock.Advance(0)
	if now := d.page.preview.shown; now.format == before.format || len(now.text) == 0 {
		t.Errorf("shown again, the preview is of %s", now.format)
	}
	if n := d.page.preview.sheets.Count(); n > 0 {
		t.Errorf("%d sheets are kept that are not shown", n)
	}
}

// What is being saved is in the report.
func TestReportWhileSaving(t *testing.T) {
	d := newDesk(t, uitest.Weeks(12))
	d.format(report.FormatCSV)
	d.typeIn(d.page.saver.name, "talk")
	d.Clock.Finish()
	e := d.saver.Entry(d.Today().Prev())
	e.Moments[0].Text = "Fed the wombat"
	d.saver.Change(e)
	d.saver.Flush()
	d.TapButtonNow("Save report")
	d.Clock.Finish()
	content, err := os.ReadFile(filepath.Join(d.dir, "talk.csv"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(content, []byte("Fed the wombat")) {
		t.Errorf("it is not in %s", content)
	}
}
