package heliotrope

import (
	"regexp"
	"runtime/debug"
	"testing"

	"github.com/BurntSushi/toml"
)

// Tools that build packages read FyneApp.toml too, and need all of this.
func TestMetadataIsWellFormed(t *testing.T) {
	var file struct {
		Details struct {
			Name, ID, Version, Icon string
			Build                   int
		}
		LinuxAndBSD struct {
			GenericName, Comment string
			Categories, Keywords []string
		}
		Migrations map[string]bool
	}
	meta, err := toml.Decode(metadata, &file)
	if err != nil {
		t.Fatal(err)
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		t.Errorf("not known: %v", unknown)
	}
	d, l := file.Details, file.LinuxAndBSD
	for what, text := range map[string]string{"Name": d.Name, "ID": d.ID, "Icon": d.Icon, "GenericName": l.GenericName, "Comment": l.Comment} {
		if text == "" {
			t.Errorf("no %s", what)
		}
	}
	if d.Build < 1 || len(l.Categories) == 0 || len(l.Keywords) == 0 {
		t.Errorf("build %d, categories %q, keywords %q", d.Build, l.Categories, l.Keywords)
	}
	// Packages of all systems take it: dpkg, rpm, and the resources of Windows.
	if got := ThisBuild().Version; got != d.Version || !regexp.MustCompile(`^\d+\.\d+\.\d+$`).MatchString(got) {
		t.Errorf("version %q", got)
	}
}

func TestBuildOf(t *testing.T) {
	const hash = "301587c6a1b2c3d4e5f60718293a4b5c6d7e8f90"
	fyne := []*debug.Module{{Path: "example.org/other", Version: "v9.0.0"}, {Path: "fyne.io/fyne/v2", Version: "v2.8.1"}}
	for name, test := range map[string]struct {
		info debug.BuildInfo
		want Build
	}{
		"nothing": {debug.BuildInfo{}, Build{}},
		"clean": {
			debug.BuildInfo{Deps: fyne, Settings: []debug.BuildSetting{{Key: "vcs.revision", Value: hash}, {Key: "vcs.modified", Value: "false"}}},
			Build{Commit: "301587c6a1b2", Toolkit: "2.8.1"},
		},
		"modified": {
			debug.BuildInfo{Settings: []debug.BuildSetting{{Key: "vcs.revision", Value: hash}, {Key: "vcs.modified", Value: "true"}}},
			Build{Commit: "301587c6a1b2", Modified: true},
		},
		"short": {debug.BuildInfo{Settings: []debug.BuildSetting{{Key: "vcs.revision", Value: "17"}}}, Build{Commit: "17"}},
	} {
		got := buildOf(&test.info)
		if got.Version == "" || got.Go == "" {
			t.Errorf("%s: no version, or none of Go: %+v", name, got)
		}
		got.Version, got.Go = "", ""
		if got != test.want {
			t.Errorf("%s: got %+v, want %+v", name, got, test.want)
		}
	}
}
