package evidence

import (
	"heliotrope/journal/evidence/calendar"
	"heliotrope/journal/evidence/git"
	"heliotrope/journal/evidence/source"
)

// Kinds are all kinds of sources.
var Kinds = []source.Kind{calendar.Kind, git.Kind}
