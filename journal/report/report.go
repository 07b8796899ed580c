package report

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"io"
	"time"

	"heliotrope/journal"
	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// Input is what a report is made of.
type Input struct {
	Result  lean.Result     // of the span to report on
	Entries []journal.Entry // those outside the span are left out
	Events  []journal.Event // those outside the span only tell the role
	Kinds   journal.Kinds
	Words   *words.Words
	Written time.Time // its date is printed

	// OmitText leaves out what the user wrote: the moments, the titles of
	// events, the reflections. Figures remain, and the names of kinds.
	OmitText bool
	// Reflections puts the reflections in, which are left out otherwise.
	Reflections bool
}

//go:embed report.gohtml style.css
var files embed.FS

var page = template.Must(template.ParseFS(files, "report.gohtml", "style.css"))

// HTML writes the report as one self-contained page. It fails only if w does.
func HTML(w io.Writer, in Input) error {
	var b bytes.Buffer
	if err := page.ExecuteTemplate(&b, "report.gohtml", viewOf(in)); err != nil {
		return fmt.Errorf("report: %w", err) // a bug: memory does not fail
	}
	if _, err := w.Write(b.Bytes()); err != nil {
		return fmt.Errorf("write report: %w", err)
	}
	return nil
}
