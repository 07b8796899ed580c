package report

import (
	"bytes"
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

// File is a file of a report.
type File struct {
	Name    string // without a folder
	Content []byte
}

// Files makes a report in a format. The first file is the report itself, with
// the given name; a report in Markdown has its charts next to it, in files whose
// names begin like its own. The same input gives the same bytes.
func Files(name string, f Format, in Input) ([]File, error) {
	write := map[Format]func(io.Writer, Input) error{FormatHTML: HTML, FormatPDF: PDF, FormatCSV: CSV}[f]
	switch {
	case f == FormatMarkdown:
		return Markdown(name, in), nil
	case write == nil:
		return nil, fmt.Errorf("report: no format %q", f)
	}
	var b bytes.Buffer
	if err := write(&b, in); err != nil {
		return nil, err
	}
	return []File{{name, b.Bytes()}}, nil
}

// Save puts the files of a report into a folder, each whole or not at all. The
// report itself comes last, so that it never shows a chart that is not there.
func Save(dir string, files []File) error {
	for _, file := range slices.Backward(files) {
		err := outfile.Write(filepath.Join(dir, file.Name), func(w io.Writer) error {
			_, err := w.Write(file.Content)
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}
