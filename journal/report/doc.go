// Package report writes what a user takes to a career conversation: a brief of one
// page, two at most, or a full report, which is the brief and the sections that are
// added to it. It is a page of HTML that needs nothing else, a PDF, or Markdown with
// its charts next to it. A table of moments in CSV is the fourth format.
//
// A report is a pure function of its [Input]: the same input gives the same
// bytes. Its figures are those of package lean, its sentences those of package
// words and its pictures the scenes of package chart, so that it cannot
// disagree with the window.
//
// # How a report comes about
//
//  1. [Files], or a function for one format such as [HTML], takes an [Input]:
//     figures, entries, events, words and the user's choices.
//  2. newMaterial (redact.go) takes out what the user leaves out, masks names
//     (mask.go), and picks the moments of the brief (choices.go). No later step sees
//     the input: what is not in the material is in no sentence, no picture, no
//     description of a picture and no file name.
//  3. newDocument (document.go) makes everything there is to read, in reading
//     order and without a format: first the brief (brief.go), then sentences, charts,
//     quotes (quotes.go), figures (figures.go) and tables (tables.go). So every format
//     shows the same.
//  4. A writer gives the document its format: html.go by a template, markdown.go
//     line by line, pdf.go and pdfbrief.go as blocks that package paper sets on
//     pages. [Pages] returns these pages, to be shown before a PDF is written. A
//     table in CSV (csv.go) is written from the material.
//  5. Package outfile writes the files, all or none.
//
// # Rules
//
// What the user wrote in a brief is cut at a word where it is long, and on paper its
// charts and letters are made a little smaller if it has one page then.
//
// A page has no script and no address, and forbids both by its content security
// policy. A private moment is never quoted or listed; like any other it counts
// in the figures, and the section on the method mentions it. The reason for a
// week away is never in a report. What the user wrote is set apart from the
// program's sentences, in bidirectional text too, and is never taken for markup
// or a formula. Reflections alone may be written in simple Markdown (prose.go),
// which is parsed before names are hidden, so that no markup hides a name from
// that. HTML in them is text, and a link is its text and its address.
//
// A report reads well without the pictures: every chart has a summary, and the
// sections have tables of its figures. A page fits a phone, prints on paper and follows the reader's choice
// of light or dark.
package report
