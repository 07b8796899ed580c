package heliotrope

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"

	"github.com/BurntSushi/toml"
)

// Build is what a program is and what it was built from. The commit is empty
// where it is not known: Go finds none in a copy without .git, and looks for none with
// -buildvcs=false.
type Build struct {
	Version  string // as in FyneApp.toml, such as "1.2.0"
	Commit   string // the first 12 digits of its hash
	Modified bool   // since that commit
	Toolkit  string // the version of Fyne
	Go       string // the version of Go
}

// ThisBuild returns the build that is running.
var ThisBuild = sync.OnceValue(func() Build {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		info = new(debug.BuildInfo)
	}
	return buildOf(info)
})

// commitDigits is how much of a hash names a commit for people.
const commitDigits = 12

func buildOf(info *debug.BuildInfo) Build {
	b := Build{Version: version(metadata), Go: strings.TrimPrefix(runtime.Version(), "go")}
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			b.Commit = s.Value[:min(commitDigits, len(s.Value))]
		case "vcs.modified":
			b.Modified = s.Value == "true"
		}
	}
	for _, d := range info.Deps {
		if d.Path == "fyne.io/fyne/v2" {
			b.Toolkit = strings.TrimPrefix(d.Version, "v")
		}
	}
	return b
}

// version returns the version in the text of FyneApp.toml. That file is part of
// the program, so every test finds a bad one at once.
func version(text string) string {
	var file struct{ Details struct{ Version string } }
	if _, err := toml.Decode(text, &file); err != nil {
		panic(fmt.Sprintf("FyneApp.toml: %v", err))
	}
	return file.Details.Version
}
