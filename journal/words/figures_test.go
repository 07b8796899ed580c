package words_test

import (
	"math"
	"testing"

	"heliotrope/journal/lean"
	"heliotrope/journal/words"
)

// A share names its side, and 50% is one half.
func TestTimeShare(t *testing.T) {
	for _, tt := range []struct {
		v      float64
		en, fr string
	}{
		{-0.28, "64% on the technical side", "64~% du côté technique"},
		{0.28, "64% on the people side", "64~% du côté encadrement"},
		{1, "100% on the people side", "100~% du côté encadrement"},
		{0, "half on each side", "moitié de chaque côté"},
		{math.Copysign(0, -1), "half on each side", "moitié de chaque côté"},
		{-0.008, "50.4% on the technical side", "50,4~% du côté technique"},
		{0.0001, "50.1% on the people side", "50,1~% du côté encadrement"},
		{0.01, "50.5% on the people side", "50,5~% du côté encadrement"},
		{0.0102, "51% on the people side", "51~% du côté encadrement"},
	} {
		both(t, func(w *words.Words) string { return w.TimeShare(tt.v) }, tt.en, tt.fr)
	}
}

// A range of time is that of the side which its middle has.
func TestTimeRange(t *testing.T) {
	for _, tt := range []struct {
		level  lean.Level
		en, fr string
	}{
		{lean.Level{Mid: -0.28, Low90: -0.42, High90: -0.14}, "very likely between 57 and 71%", "très probablement entre 57 et 71~%"},
		{lean.Level{Mid: 0.28, Low90: 0.14, High90: 0.42}, "very likely between 57 and 71%", "très probablement entre 57 et 71~%"},
		{lean.Level{Mid: 0.1, Low90: -0.008, High90: 0.2}, "very likely between 49.6 and 60%", "très probablement entre 49,6 et 60~%"},
		{lean.Level{Mid: 0.1, Low90: 0.0002, High90: 1}, "very likely between 50.1 and 100%", "très probablement entre 50,1 et 100~%"},
	} {
		both(t, func(w *words.Words) string { return w.TimeRange(tt.level) }, tt.en, tt.fr)
	}
}

// A difference of energy names the side that is ahead, and is never of no points.
func TestEnergyGap(t *testing.T) {
	for _, tt := range []struct {
		v      float64
		en, fr string
	}{
		{-1.24, "technical work 1.2~points higher", "la technique~: 1,2~point de plus"},
		{2, "people work 2.0~points higher", "l’encadrement~: 2,0~points de plus"},
		{1, "people work 1.0~points higher", "l’encadrement~: 1,0~point de plus"},
		{0.049, "no difference", "aucun écart"},
		{-0.06, "technical work 0.1~points higher", "la technique~: 0,1~point de plus"},
	} {
		both(t, func(w *words.Words) string { return w.EnergyGap(tt.v) }, tt.en, tt.fr)
	}
}

// A range of energy names both sides where it spans 0.
func TestEnergyRange(t *testing.T) {
	for _, tt := range []struct {
		level  lean.Level
		en, fr string
	}{
		{lean.Level{Mid: -1.2, Low90: -1.5, High90: -0.9}, "very likely between 0.9 and 1.5~points", "très probablement entre 0,9 et 1,5~point"},
		{lean.Level{Mid: 1.2, Low90: 0.04, High90: 2.5}, "very likely between 0 and 2.5~points", "très probablement entre 0 et 2,5~points"},
		{lean.Level{Mid: -0.3, Low90: -0.8, High90: 0.2}, "very likely between people work 0.2~points higher and technical work 0.8~points higher",
			"très probablement entre l’encadrement~: 0,2~point de plus et la technique~: 0,8~point de plus"},
		{lean.Level{Mid: 0.3, Low90: -0.2, High90: 0.8}, "very likely between technical work 0.2~points higher and people work 0.8~points higher",
			"très probablement entre la technique~: 0,2~point de plus et l’encadrement~: 0,8~point de plus"},
	} {
		both(t, func(w *words.Words) string { return w.EnergyRange(tt.level) }, tt.en, tt.fr)
	}
}
