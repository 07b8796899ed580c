package paper

import (
	"bytes"
	"cmp"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"
	"github.com/go-text/typesetting/fontscan"
	"github.com/go-text/typesetting/shaping"
)

// shelf has the fonts that foreign characters are drawn with.
var shelf = &fontShelf{folders: systemFolders}

// fontShelf finds a font for characters: first that of the pages, which has more
// of them than a PDF can reach, then those of the system. It opens files in the
// order of how well they go with the pages, and no more than it needs to.
type fontShelf struct {
	folders func() []string
	faces   []*shelfFace // opened so far
	unread  []string     // files that were not opened yet; nil before the folders were searched
}

// shelfFace is a font whose glyphs are read once it is used.
type shelfFace struct {
	family string
	path   string // "" for one that is part of the program
	nth    int    // in its file
	has    font.Cmap
	face   *font.Face // nil before
	broken bool       // it cannot be read in full
	shaper shaping.HarfbuzzShaper
	drawn  map[string]bool // characters that were asked for
}

// systemFolders returns the folders in which this system has its fonts.
func systemFolders() []string {
	folders, err := fontscan.DefaultFontDirectories(silent{})
	if err != nil {
		return nil
	}
	return folders
}

// silent ignores what a search of folders finds odd.
type silent struct{}

// Printf implements [fontscan.Logger].
func (silent) Printf(string, ...any) {}

// faceOf returns a font that draws a character: first, if it does, or nil if none
// is found.
func (s *fontShelf) faceOf(character []rune, first *shelfFace) *shelfFace {
	if first != nil && first.draws(character) {
		return first
	}
	if s.unread == nil {
		s.unread = fontFiles(s.folders())
		s.faces = append(s.faces, facesOf("", bytes.NewReader(Font(false)))...)
	}
	for i := 0; ; i++ {
		for i == len(s.faces) {
			if len(s.unread) == 0 {
				return nil
			}
			s.faces = append(s.faces, openFaces(s.unread[0])...)
			s.unread = s.unread[1:]
		}
		if s.faces[i].draws(character) {
			return s.faces[i]
		}
	}
}

// fontFiles returns the font files in folders, those first that go well with
// the pages: upright, of the usual weight, without serifs.
func fontFiles(folders []string) []string {
	found := []string{}
	for _, folder := range folders {
		_ = filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
			isFont := slices.Contains([]string{".ttf", ".otf", ".ttc", ".otc"}, strings.ToLower(filepath.Ext(path)))
			if err == nil && isFont && !d.IsDir() {
				found = append(found, path)
			}
			return nil // what cannot be searched has no fonts
		})
	}
	slices.SortFunc(found, func(a, b string) int {
		return cmp.Or(cmp.Compare(oddness(a), oddness(b)), cmp.Compare(a, b))
	})
	return slices.Compact(found)
}

// oddness counts what in the name of a file tells that its letters would be
// conspicuous among others.
func oddness(path string) int {
	name, odd := strings.ToLower(filepath.Base(path)), 1
	if strings.Contains(name, "noto") {
		odd = 0
	}
	for _, word := range []string{"bold", "italic", "oblique", "light", "thin", "black", "heavy", "condensed", "mono", "serif", "math", "music", "last"} {
		if strings.Contains(name, word) {
			odd += 2
		}
	}
	return odd
}

// openFaces reads which characters the fonts of a file have.
func openFaces(path string) []*shelfFace {
	file, err := os.Open(path)
	if err != nil {
		return nil
	}
	defer file.Close()
	return facesOf(path, file)
}

func facesOf(path string, file font.Resource) (faces []*shelfFace) {
	defer func() {
		if recover() != nil {
			faces = nil // a damaged file
		}
	}()
	loaders, err := opentype.NewLoaders(file)
	if err != nil {
		return nil
	}
	for nth, loader := range loaders {
		raw, err := loader.RawTable(opentype.MustNewTag("cmap"))
		if err != nil {
			continue
		}
		table, _, err := tables.ParseCmap(raw)
		if err != nil {
			continue
		}
		has, _, err := font.ProcessCmap(table, tables.FPNone)
		if err != nil {
			continue
		}
		family := ""
		if path != "" {
			description, _ := font.Describe(loader, nil)
			family = description.Family
		}
		faces = append(faces, &shelfFace{family: family, path: path, nth: nth, has: has})
	}
	return faces
}

// draws reports whether the font has an outline of a character.
func (f *shelfFace) draws(character []rune) bool {
	for _, r := range character {
		if _, ok := f.has.Lookup(r); !ok && !unseen(r) {
			return false
		}
	}
	text := string(character)
	drawn, known := f.drawn[text]
	if !known {
		if f.drawn == nil {
			f.drawn = make(map[string]bool)
		}
		drawn = f.shape(character) != nil
		f.drawn[text] = drawn
	}
	return drawn
}

// read reads the font in full.
func (f *shelfFace) read() bool {
	if f.face != nil || f.broken {
		return f.face != nil
	}
	f.broken = true
	var file font.Resource = bytes.NewReader(Font(false))
	if f.path != "" {
		opened, err := os.Open(f.path)
		if err != nil {
			return false
		}
		defer opened.Close()
		file = opened
	}
	loaders, err := opentype.NewLoaders(file)
	if err != nil || f.nth >= len(loaders) {
		return false
	}
	read, err := font.NewFont(loaders[f.nth])
	if err != nil {
		return false
	}
	f.face, f.broken = font.NewFace(read), false
	return true
}
