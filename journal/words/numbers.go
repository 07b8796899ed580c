package words

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Number formats v with the given number of decimals as the language does,
// with a minus sign rather than a hyphen and without a negative zero.
func (w *Words) Number(v float64, decimals int) string {
	text := strconv.FormatFloat(v, 'f', decimals, 64)
	digits := strings.TrimPrefix(text, "-")
	whole, fraction, _ := strings.Cut(digits, ".")
	group, point := ",", "."
	if w.Language == French {
		group, point = "\u00a0", "," // the narrow no-break space is in few fonts
	}
	var b strings.Builder
	if len(digits) < len(text) && strings.Trim(digits, "0.") != "" {
		b.WriteString("−")
	}
	for i, digit := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteString(group)
		}
		b.WriteRune(digit)
	}
	if fraction != "" {
		b.WriteString(point + fraction)
	}
	return b.String()
}

// rounded returns v as [Words.Number] prints it.
func rounded(v float64, decimals int) float64 {
	v, _ = strconv.ParseFloat(strconv.FormatFloat(v, 'f', decimals, 64), 64)
	return v
}

// Signed is Number with a plus sign before a positive number.
func (w *Words) Signed(v float64, decimals int) string {
	text := w.Number(v, decimals)
	if rounded(v, decimals) > 0 {
		return "+" + text
	}
	return text
}

// Percent formats a share of 1 as whole percents. What is nearly nothing or
// nearly all gets the decimals that show so.
func (w *Words) Percent(share float64) string {
	v, decimals := 100*share, 0
	left := min(v, 100-v)
	for left > 1e-9 && left <= 0.5*math.Pow10(-decimals) {
		decimals++
	}
	return w.Say("number.percent", Args{"Number": w.Number(v, decimals)})
}

// Hours formats hours with as many decimals as they have, or as hours and
// minutes where those are exact and two decimals are not: "1.5 h", "20 min",
// "1 h 20". It returns "" for 0, hours that were not given.
func (w *Words) Hours(hours float64) string {
	if hours == 0 {
		return ""
	}
	if text, ok := w.minutes(hours); ok {
		return text
	}
	return w.Say("number.hours", Args{"Number": w.Decimal(hours)})
}

// HoursAbout is Hours where there is little room: with two decimals, or as many
// as show that it is not 0, and a sign that it is about so if there are more.
func (w *Words) HoursAbout(hours float64) string {
	exact := w.Hours(hours)
	if _, ok := w.minutes(hours); ok {
		return exact
	}
	const most = 20 // decimals that one rounds to
	for decimals := 2; decimals < most; decimals++ {
		scale := math.Pow10(decimals)
		about := w.Say("number.hours", Args{"Number": w.Decimal(math.Round(hours*scale) / scale)})
		if about == exact {
			break
		}
		if math.Round(hours*scale) > 0 {
			return w.Say("number.about", Args{"Number": about})
		}
	}
	return exact
}

// sumError is how far a sum of many hours may be from what it would be if each
// were exact, relative to it.
const sumError = 1e-13

// minutes formats hours in whole minutes, and reports whether that is what they
// are, up to sumError, and takes fewer digits than decimals do.
func (w *Words) minutes(hours float64) (text string, ok bool) {
	all := math.Round(60 * hours)
	if all == 0 || math.Abs(hours-all/60) > sumError*hours || math.Abs(100*hours-math.Round(100*hours)) <= sumError*all {
		return "", false
	}
	h, m := math.Floor(all/60), math.Mod(all, 60)
	if h == 0 {
		return w.Say("number.minutes", Args{"Minutes": w.Number(m, 0)}), true
	}
	return w.Say("number.hours-minutes", Args{"Hours": w.Number(h, 0), "Minutes": fmt.Sprintf("%02.0f", m)}), true
}

// Decimal formats v with all of its decimals, but for those that adding up
// brings: 0.1 and 0.2 are 0.3.
func (w *Words) Decimal(v float64) string {
	v, _ = strconv.ParseFloat(strconv.FormatFloat(v, 'g', 15, 64), 64)
	_, decimals, _ := strings.Cut(strconv.FormatFloat(v, 'f', -1, 64), ".")
	return w.Number(v, len(decimals))
}
