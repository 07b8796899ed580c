// Package assets contains what is built into the program: the words in every
// language, the icon, the sample journal and the manual. It embeds files and does nothing
// else.
package assets

import "embed"

// Words is the catalog of sentences, words/AREA.LANGUAGE.toml, and those that
// replace them in a report, words/first-person/AREA.LANGUAGE.toml, and in a
// command, words/command/AREA.LANGUAGE.toml. Package words reads it.
//
//go:embed words/*.toml words/first-person/*.toml words/command/*.toml
var Words embed.FS

// Icon is the program's icon, a PNG of 128 by 128, drawn from icon.svg. A larger one
// takes long to decode at each start; the packages have it in all sizes.
//
//go:embed icon-128.png
var Icon []byte

// Licenses are the licenses of what the program is built with.
//
//go:embed licenses.txt
var Licenses string

// Samples is the sample journal, sample.LANGUAGE.json in the exchange format:
// the same weeks and figures in each language.
//
//go:embed sample.*.json
var Samples embed.FS

// Manual is the manual, manual/LANGUAGE/PAGE.md, with the same pages in each
// language; README.md lists them.
//
//go:embed manual/*/*.md
var Manual embed.FS
