package chart

import "image/color"

// Palette gives every role of a scene its color. Colors are opaque, so that
// paper, canvas and browser show the same.
type Palette struct {
	Page color.NRGBA // behind everything
	Card color.NRGBA // behind a chart

	roles [roleCount]color.NRGBA
}

// Color returns the color of a role, and that of Ink for an unknown one.
func (p Palette) Color(r Role) color.NRGBA {
	if r < 0 || int(r) >= len(p.roles) {
		return p.roles[Ink]
	}
	return p.roles[r]
}

// Light is the palette for a light window and for paper. Blue and orange stay
// apart in every kind of color vision, and neither means good.
var Light = Palette{
	Page: rgb(0xFAF9F7),
	Card: rgb(0xFFFFFF),
	roles: [...]color.NRGBA{
		Ink:       rgb(0x1F2328),
		Muted:     rgb(0x5B5B66),
		Grid:      rgb(0xE3E3E6),
		Technical: rgb(0x1F6FB4),
		People:    rgb(0xC2570C),
		Balance:   rgb(0x807A8D),
		Accent:    rgb(0x6B47B0),
		Band90:    rgb(0xEEE9F7),
		Band50:    rgb(0xD9CEEE),
		Ground:    rgb(0xFFFFFF),
		Away:      rgb(0xF3F2EF),

		Step1: rgb(0x0B4F82), Step2: rgb(0x2F7FB8), Step3: rgb(0x79B0D6), Step4: rgb(0xBFD9EA), Step5: rgb(0xF2F2F0),
		Step6: rgb(0xF7D3B5), Step7: rgb(0xEBA066), Step8: rgb(0xC96A1B), Step9: rgb(0x8A3D00),
	},
}

// Dark is the palette for a dark window.
var Dark = Palette{
	Page: rgb(0x1E1E22),
	Card: rgb(0x26262B),
	roles: [...]color.NRGBA{
		Ink:       rgb(0xECEAF1),
		Muted:     rgb(0xA9A9B4),
		Grid:      rgb(0x3A3A41),
		Technical: rgb(0x7CC0F5),
		People:    rgb(0xF5A94F),
		Balance:   rgb(0x8A8497),
		Accent:    rgb(0xB79AF0),
		Band90:    rgb(0x383049),
		Band50:    rgb(0x52466F),
		Ground:    rgb(0x26262B),
		Away:      rgb(0x1C1C20),

		Step1: rgb(0x8FD0FF), Step2: rgb(0x5AA9DE), Step3: rgb(0x3A7CAB), Step4: rgb(0x2D5470), Step5: rgb(0x3A3A3E),
		Step6: rgb(0x6B4A2A), Step7: rgb(0xA66A2E), Step8: rgb(0xDB934A), Step9: rgb(0xFFC48A),
	},
}

// Pale reports whether a step differs so little from the ground
// that it needs an outline, in any palette.
func Pale(step Role) bool { return step >= Step3 && step <= Step7 }

// OnStep returns the role of a mark on a step, in any palette: ink
// on the inner steps, the ground on the outer ones.
func OnStep(step Role) Role {
	if Pale(step) {
		return Ink
	}
	return Ground
}

func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xFF}
}
