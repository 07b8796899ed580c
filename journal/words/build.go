package words

import "heliotrope"

// Version formats the version of a build with its commit, if that is known,
// such as "1.2.0 (commit 0123456789ab, modified)".
func (w *Words) Version(b heliotrope.Build) string {
	args := Args{"Version": b.Version, "Commit": b.Commit}
	switch {
	case b.Commit == "":
		return b.Version
	case b.Modified:
		return w.Say("build.modified", args)
	default:
		return w.Say("build.commit", args)
	}
}

// BuiltWith formats what a build was made with, as a sentence.
func (w *Words) BuiltWith(b heliotrope.Build) string {
	return w.Say("build.with", Args{"Toolkit": b.Toolkit, "Go": b.Go})
}
