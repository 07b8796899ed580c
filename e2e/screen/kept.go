//go:build linux

package screen

import (
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/jezek/xgb/xproto"
)

// failed is the folder, in that of the project, for what tests that fail leave
// behind.
const failed = "e2e/failed"

// kept has the folder of each test that has failed.
var kept = struct {
	sync.Mutex
	folders map[testing.TB]string
}{folders: make(map[testing.TB]string)}

// Kept returns where what is left of a test that has failed is kept, and says so
// in its log: a folder of its own, "" if there can be none.
func Kept(t testing.TB) (folder string) {
	t.Helper()
	kept.Lock()
	defer kept.Unlock()
	if folder, ok := kept.folders[t]; ok {
		return folder
	}
	folder, err := newKept(t.Name())
	if err != nil {
		t.Log("nothing is kept: ", err)
	} else {
		t.Log("what is left of it is kept in ", folder)
	}
	kept.folders[t] = folder
	return folder
}

// newKept makes the folder for a test that has failed, with a number if it has
// failed before.
func newKept(test string) (folder string, err error) {
	mod, err := exec.Command("go", "env", "GOMOD").Output()
	if err != nil {
		return "", err
	}
	all := filepath.Join(filepath.Dir(string(mod)), failed)
	if err := os.MkdirAll(all, 0o755); err != nil {
		return "", err
	}
	name := filepath.Join(all, strings.NewReplacer("/", "-", " ", "_").Replace(test))
	folder = name
	for i := 2; ; i++ {
		err := os.Mkdir(folder, 0o755)
		if !errors.Is(err, fs.ErrExist) {
			return folder, err
		}
		folder = fmt.Sprintf("%s-%d", name, i)
	}
}

// keepFile keeps a file of a test that has failed. What it is called may be
// there already, then it gets a number.
func keepFile(t testing.TB, name string, write func(*os.File) error) {
	t.Helper()
	folder := Kept(t)
	if folder == "" {
		return
	}
	end := filepath.Ext(name)
	f, err := os.CreateTemp(folder, strings.TrimSuffix(name, end)+"-*"+end)
	if err != nil {
		t.Log(err)
		return
	}
	defer f.Close()
	if err := write(f); err != nil {
		t.Log(err)
	}
}

// keep keeps a picture of the screen of the window, with all that is open there,
// if the test has failed.
func (w *Window) keep() {
	w.t.Helper()
	if !w.t.Failed() {
		return
	}
	x, _ := w.connect()
	defer x.Close()
	p, ok := take(x, xproto.Drawable(xproto.Setup(x).DefaultScreen(x).Root))
	if !ok {
		return
	}
	keepFile(w.t, "screen.png", func(f *os.File) error { return png.Encode(f, p) })
}

// keep keeps what the program said on standard error, likewise.
func (p *Process) keep() {
	p.t.Helper()
	if !p.t.Failed() || p.errs.Len() == 0 {
		return
	}
	keepFile(p.t, filepath.Base(p.cmd.Path)+".txt", func(f *os.File) error {
		_, err := f.Write(p.errs.Bytes())
		return err
	})
}

// keep keeps a list of the files of the user, and the folder of the journal, likewise.
func (h Home) keep(t testing.TB) {
	t.Helper()
	data := filepath.Dir(h.Journal())
	if _, err := os.Stat(data); err != nil || !t.Failed() {
		return
	}
	keepFile(t, "files.txt", func(f *os.File) error {
		return filepath.WalkDir(string(h), func(path string, entry fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if path == h.In("cache") {
				return filepath.SkipDir // nothing of the user
			}
			info, err := entry.Info()
			if err == nil {
				_, err = fmt.Fprintln(f, fs.FormatFileInfo(info), path)
			}
			return err
		})
	})
	if folder := Kept(t); folder != "" {
		if err := os.CopyFS(filepath.Join(folder, "journal-"+filepath.Base(string(h))), os.DirFS(data)); err != nil {
			t.Log(err)
		}
	}
}

// ColorModel implements [image.Image].
func (p Picture) ColorModel() color.Model { return color.RGBAModel }

// Bounds implements [image.Image].
func (p Picture) Bounds() image.Rectangle { return image.Rect(0, 0, p.Width, p.Height) }

// At implements [image.Image].
func (p Picture) At(x, y int) color.Color {
	at := p.Pixels[4*(y*p.Width+x):]
	return color.RGBA{R: at[2], G: at[1], B: at[0], A: 255}
}
