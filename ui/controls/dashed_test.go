package controls

import (
	"image"
	"image/color"
	"math"
	"testing"
)

// The edge of a box is drawn in dashes of one length all the way around, and
// nothing inside.
func TestDashed(t *testing.T) {
	for _, tt := range []struct {
		name   string
		w, h   int
		radius float64
		scale  float64
	}{{"pill", 120, 28, 14, 1}, {"box", 80, 40, 8, 1}, {"sharp", 80, 40, 0, 1}, {"scaled", 240, 56, 28, 2}} {
		t.Run(tt.name, func(t *testing.T) {
			picture := dashed(tt.w, tt.h, tt.radius, 1.2*tt.scale, tt.scale, color.Black).(*image.NRGBA)
			inked, inside := 0.0, 0
			inset := int(3 * tt.scale)
			for y := range tt.h {
				for x := range tt.w {
					a := float64(picture.NRGBAAt(x, y).A) / 255
					inked += a
					off := min(x, y, tt.w-1-x, tt.h-1-y)
					corner := tt.radius > 0 && (float64(x) < tt.radius || float64(x) > float64(tt.w)-tt.radius)
					if a > 0 && off > inset && !corner {
						inside++
					}
				}
			}
			around := 2*float64(tt.w+tt.h) - (8-2*math.Pi)*tt.radius
			want := around * 1.2 * tt.scale * dashOn / (dashOn + dashOff)
			if inside > 0 || math.Abs(inked/want-1) > 0.15 {
				t.Errorf("%d pixels inside, and ink of %.0f, want %.0f", inside, inked, want)
			}
			dashes := 0
			before := false
			for x := range tt.w { // along the top
				on := picture.NRGBAAt(x, int(0.6*tt.scale)).A > 60
				if on && !before {
					dashes++
				}
				before = on
			}
			want = (float64(tt.w) - 2*tt.radius) / (tt.scale * (dashOn + dashOff))
			if math.Abs(float64(dashes)-want) > 3 {
				t.Errorf("%d dashes along the top, want about %.0f", dashes, want)
			}
		})
	}
	if b := dashed(0, 0, 14, 1, 1, color.Black).Bounds(); !b.Empty() {
		t.Errorf("nothing is %v", b)
	}
}
