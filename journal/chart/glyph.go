package chart

// Glyph is the shape of characters in a font, in ems from where they begin on
// the baseline, y down. Its contours are closed and filled by the nonzero rule.
type Glyph struct {
	Contours [][]Point
	Font     string // name of its family; "" for a font of the program
}

// Drawn is characters that are drawn as a shape, because the font of the page
// lacks them. It occurs only on paper.
type Drawn struct {
	At      Point // where the shape begins, on the baseline
	Size    float64
	Slanted bool
	Role    Role
	Text    string // what was written; "" if Glyph is nil
	Glyph   *Glyph // nil where nothing is drawn because the text that follows names the characters
}

// Outline returns the contours of the glyph in its place.
func (d Drawn) Outline() [][]Point {
	if d.Glyph == nil {
		return nil
	}
	slant := 0.0
	if d.Slanted {
		slant = Slant
	}
	contours := make([][]Point, len(d.Glyph.Contours))
	for i, contour := range d.Glyph.Contours {
		contours[i] = make([]Point, len(contour))
		for k, p := range contour {
			contours[i][k] = Point{d.At.X + d.Size*(p.X-slant*p.Y), d.At.Y + d.Size*p.Y}
		}
	}
	return contours
}

func (Drawn) item() {}
