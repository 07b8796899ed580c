package trends

import (
	"bytes"
	"image"
	"image/png"
	"io"
	"path/filepath"

	"fyne.io/fyne/v2"

	"heliotrope/journal"
	"heliotrope/journal/chart"
	"heliotrope/journal/outfile"
	"heliotrope/journal/words"
	"heliotrope/ui/chartview"
	"heliotrope/ui/dialogs"
	"heliotrope/ui/session"
)

// chartGiver gives charts away: as a picture in the clipboard, or as files. All
// are in the light colors, which fit paper and other people's documents.
type chartGiver struct {
	session.Session
	copy func(png []byte) error // puts a picture into the clipboard; nil if that cannot be done

	folder string // where the last file went
}

// menu returns the ways to give a chart away.
func (g *chartGiver) menu(c *chartCard) []*fyne.MenuItem {
	items := []*fyne.MenuItem{
		fyne.NewMenuItem(g.Words.Say("chart.save.svg"), func() { g.saveSVG(c) }),
		fyne.NewMenuItem(g.Words.Say("chart.save.png"), func() { g.savePNG(c) }),
	}
	if g.copy == nil {
		return items
	}
	return append([]*fyne.MenuItem{fyne.NewMenuItem(g.Words.Say("chart.copy"), func() { g.copyPicture(c) })}, items...)
}

// copyPicture shows how it went on the card.
func (g *chartGiver) copyPicture(c *chartCard) {
	picture := g.picture(c)
	g.Tasks.Run(func() error {
		var b bytes.Buffer
		if err := png.Encode(&b, picture); err != nil {
			return err
		}
		return g.copy(b.Bytes())
	}, func(err error) {
		if err != nil {
			c.showResult(g.Words.Say("chart.copy.failed"))
			return
		}
		c.showResult(g.Words.Say("chart.copy.done"))
	})
}

// picture draws the chart with its finding and how to read it.
func (g *chartGiver) picture(c *chartCard) image.Image {
	return chartview.Picture(c.scene(chartview.Measurer{}), c.chart.Title, c.chart.Caption, chart.Light)
}

func (g *chartGiver) savePNG(c *chartCard) {
	g.save(c, ".png", func() func(io.Writer) error {
		picture := g.picture(c)
		return func(w io.Writer) error { return png.Encode(w, picture) }
	})
}

func (g *chartGiver) saveSVG(c *chartCard) {
	g.save(c, ".svg", func() func(io.Writer) error {
		scene := c.scene(chart.FontMeasurer{}) // whoever opens it has fonts of their own
		return func(w io.Writer) error { return scene.SVG(w, chart.Light) }
	})
}

// save asks where to, then writes what draw returns. Draw is called on the
// window's goroutine, what it returns elsewhere.
func (g *chartGiver) save(c *chartCard, ending string, draw func() func(io.Writer) error) {
	if g.folder == "" {
		g.folder = dialogs.Documents()
	}
	name := "heliotrope-" + c.chart.ID + "-" + journal.WeekOf(g.Now()).String() + ending
	g.Ask.File(g.Tasks.Run, dialogs.Place{Folder: g.folder, Name: name, Ending: ending}, func(path string) func() ([]outfile.File, error) {
		g.folder = filepath.Dir(path)
		write := draw()
		return func() ([]outfile.File, error) {
			var b bytes.Buffer
			err := write(&b)
			return []outfile.File{{Path: path, Content: b.Bytes()}}, err
		}
	}, func(files []outfile.File, err error) {
		if err != nil {
			c.showResult(g.Words.Problem(err).String())
			return
		}
		c.showResult(g.Words.Say("chart.save.done", words.Args{"Name": filepath.Base(files[0].Path)}))
	})
}
