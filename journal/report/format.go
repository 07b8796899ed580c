package report

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"heliotrope/journal/outfile"
)

// Format is a file format of a report, named as its files end.
type Format string

// The formats.
const (
	FormatHTML     Format = "html"
	FormatPDF      Format = "pdf"
	FormatMarkdown Format = "md"
	FormatCSV      Format = "csv"
)

// Formats lists the formats that can be written.
var Formats = []Format{FormatHTML, FormatPDF, FormatMarkdown, FormatCSV}

// Ext returns how the name of such a file ends: ".html".
func (f Format) Ext() string { return "." + string(f) }

// FormatOf returns the format that a file of the given name has, in any case.
func FormatOf(name string) (Format, bool) {
	f := Format(strings.TrimPrefix(strings.ToLower(filepath.Ext(name)), "."))
	return f, slices.Contains(Formats, f)
}

// Files makes a report in a format, to be written at path. The first file is the
// report itself; one in Markdown has its charts next to it, in files whose names
// begin like its own. The same input gives the same bytes.
func Files(path string, f Format, in Input) ([]outfile.File, error) {
	write := map[Format]func(io.Writer, Input) error{FormatHTML: HTML, FormatPDF: PDF, FormatCSV: CSV}[f]
	switch {
	case f == FormatMarkdown:
		return Markdown(path, in), nil
	case write == nil:
		return nil, fmt.Errorf("report: no format %q", f)
	}
	return []outfile.File{{Path: path, Write: func(w io.Writer) error { return write(w, in) }}}, nil
}
