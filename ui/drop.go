package ui

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"heliotrope/journal/evidence/source"
	"heliotrope/journal/words"
	"heliotrope/ui/texts"
)

// What follows takes files and folders that are dropped onto the window.

// dropped is what was dropped.
type dropped string

const (
	droppedSources dropped = "sources" // folders, or what a kind of source reads
	droppedExport  dropped = "export"  // maybe; the preview tells what is wrong with it
	droppedOther   dropped = "other"
)

// dropped takes what was dropped: sources to be confirmed, or a file to be imported.
// Behind a dialog nothing is taken.
func (s *shell) dropped(_ fyne.Position, uris []fyne.URI) {
	var paths []string
	for _, u := range uris {
		if u.Scheme() == "file" {
			paths = append(paths, u.Path())
		}
	}
	if len(paths) == 0 || s.space == nil || !leavesMenu(s.window.Canvas()) {
		return
	}
	kinds := s.cfg.Sources
	what := droppedOther
	s.tasks.Aside(func(ctx context.Context) error {
		what = recognize(ctx, kinds, paths)
		return nil
	}, func(error) {
		if s.space == nil {
			return
		}
		switch {
		case what == droppedExport:
			_ = s.openFile(paths[0]) // the window shows what is wrong with it
		case what == droppedSources && !s.cfg.Vault.IsSample():
			if s.sample != nil {
				s.leaveSample()
			}
			s.space.OpenSources()
			s.space.sources.Offer(paths...)
		default:
			name := texts.Flatten(filepath.Base(paths[0]), 40)
			s.space.Say(s.words().Say("drop.other", words.Args{"Name": name}))
		}
	})
}

// recognize returns what is at paths. It reads the disk.
func recognize(ctx context.Context, kinds []source.Kind, paths []string) dropped {
	for _, path := range paths {
		info, err := os.Stat(path)
		switch {
		case err != nil:
			continue
		case info.IsDir() && len(kinds) > 0:
			return droppedSources
		case info.Mode().IsRegular() && strings.EqualFold(filepath.Ext(path), ".json"):
			return droppedExport
		case info.Mode().IsRegular():
			for _, k := range kinds {
				if found, _ := k.Find(ctx, path); len(found) > 0 {
					return droppedSources
				}
			}
		}
	}
	return droppedOther
}
