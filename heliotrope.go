// Package heliotrope embeds what is at the top of the repository.
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
