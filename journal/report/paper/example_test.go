package paper_test

import (
	"bytes"
	"fmt"

	"heliotrope/journal/chart"
	"heliotrope/journal/report/paper"
)

// A page is a scene like any chart: its texts are in their places before a PDF
// is written.
func Example() {
	properties := paper.Properties{Title: "My year", Language: "en"}
	pages := paper.LayOut(paper.Document{Properties: properties, Blocks: []paper.Block{
		paper.Heading{Level: 1, Text: paper.Plain("My year")},
		paper.Paragraph{Text: []paper.Run{{Text: "Found "}, {Text: "the leak", Bold: true}, {Text: " 🎉."}}},
	}}, paper.A4)
	for _, item := range pages[0].Scene.Items {
		if text, ok := item.(chart.Text); ok {
			fmt.Printf("%3.0f %3.0f %q\n", text.At.X, text.At.Y, text.Text)
		}
	}
	var file bytes.Buffer
	if err := paper.WritePDF(&file, pages, properties); err != nil {
		fmt.Println(err)
	}
	fmt.Printf("%s\n", file.Bytes()[:5])
	// Output:
	//  48  57 "My year"
	//  48  81 "Found "
	//  80  81 "the leak"
	// 124  81 " "
	// 127  81 "[party popper]."
	//  48 814 "My year"
	// 547 814 "1 / 1"
	// %PDF-
}
