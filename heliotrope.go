// Package heliotrope embeds what is at the top of the repository, and knows
// which version of the program this is and what it was built from.
package heliotrope

import _ "embed"

// Changelog is what each version changed, in Markdown.
//
//go:embed CHANGELOG.md
var Changelog string

// License is the license of the program.
//
//go:embed LICENSE
var License string

// metadata is what the packaging tools and the desktop know of the program.
//
//go:embed FyneApp.toml
var metadata string
