package report

import (
	"path/filepath"
	"slices"
	"strings"

	"heliotrope/journal"
	"heliotrope/journal/chart"
	"heliotrope/journal/lean"
	"heliotrope/journal/outfile"
	"heliotrope/journal/report"
	"heliotrope/journal/report/paper"
)

// order is a report that was asked for, whole: what is made of it does
// not depend on anything that changes meanwhile, so it can be made elsewhere.
type order struct {
	in     report.Input // without its result
	span   lean.Span
	format report.Format
	name   string // of the file
}

// input computes the figures and returns what the report is made of.
func (o order) input() report.Input {
	in := o.in
	in.Result = lean.Of(in.Entries, in.Events, o.span)
	return in
}

// files makes the files to be written into a folder.
func (o order) files(folder string) ([]outfile.File, error) {
	return report.Files(filepath.Join(folder, o.name), o.format, o.input())
}

// empty reports whether there is nothing to report on.
func (o order) empty() bool {
	return !slices.ContainsFunc(o.in.Entries, func(e journal.Entry) bool { return o.span.Contains(e.Week) })
}

// paged reports whether the preview of a format shows pages.
func paged(f report.Format) bool { return f == report.FormatPDF || f == report.FormatHTML }

// draft is what a preview shows of a report.
type draft struct {
	format   report.Format
	early    bool          // before a first reading
	pages    []chart.Scene // of a format that is paged
	families []string      // of other fonts that the pages borrow characters from
	named    bool          // some characters are written by name, as no font has them
	text     string        // of another, cut
	more     int           // lines that were cut
	pictures int           // files next to the text
	finding  string

	gave, took []report.Choice // the moments that a brief can quote
}

// mostLines is how much of a text a preview shows. Nobody reads more there.
const mostLines = 5000

// draft makes the preview.
func (o order) draft() (draft, error) {
	in := o.input()
	d := draft{format: o.format, early: in.Result.Time.State == lean.Insufficient, finding: in.Words.Finding(in.Result)}
	d.gave, d.took = report.Choices(in)
	if paged(o.format) {
		pages := report.Pages(in)
		for _, page := range pages {
			d.pages = append(d.pages, page.Scene)
		}
		if o.format == report.FormatPDF {
			d.families, d.named = paper.Borrowed(pages)
		}
		return d, nil
	}
	files, err := report.Files(o.name, o.format, in)
	if err != nil {
		return d, err
	}
	content, err := files[0].Bytes()
	if err != nil {
		return d, err
	}
	d.pictures = len(files) - 1
	text := strings.TrimPrefix(string(content), "\uFEFF")
	lines := strings.Split(strings.TrimRight(strings.ReplaceAll(text, "\r\n", "\n"), "\n"), "\n")
	if len(lines) > mostLines {
		lines, d.more = lines[:mostLines], len(lines)-mostLines
	}
	d.text = strings.Join(lines, "\n")
	return d, nil
}

// fileName makes what was typed the name of a file in a format, in the folder
// that is shown. It is "" if nothing is left. Another format's ending that was
// typed gives way.
func fileName(typed string, f report.Format) string {
	name := filepath.Base(strings.TrimSpace(typed))
	if _, known := report.FormatOf(name); known {
		name = strings.TrimSuffix(name, filepath.Ext(name))
	}
	if strings.Trim(name, ". "+string(filepath.Separator)) == "" {
		return ""
	}
	return name + f.Ext()
}
