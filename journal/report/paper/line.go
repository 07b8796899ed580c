package paper

import (
	"slices"
	"strings"
	"unicode"

	"heliotrope/journal/chart"
)

// look is how letters are set.
type look struct {
	size    float64
	leading float64 // from one baseline to the next
	bold    bool
	role    chart.Role
}

// rise is how far a baseline is below the top of its line: capitals, 0.73 of
// the size high, stand in the middle of it.
func (l look) rise() float64 { return l.leading/2 + 0.365*l.size }

// letter is one character in reading order, and the run that it belongs to.
type letter struct {
	r   rune
	run int
}

// line is a line of text that fits its room.
type line struct {
	letters     []letter // in reading order, without spaces at its ends
	width       float64
	rightToLeft bool // the paragraph is, so the line ends at the left
}

// text is runs of letters in a look, ready to be broken into lines.
type text struct {
	runs []Run
	look look
}

// lines breaks t into lines no wider than room, at least one.
func (t text) lines(room float64) []line {
	var all []line
	var paragraph []letter
	end := func() {
		all = append(all, t.breakLines(paragraph, room)...)
		paragraph = nil
	}
	for i, run := range t.runs {
		if run.Code {
			run.Text = indented(run.Text)
		}
		from := 0
		for at, r := range run.Text {
			if r == '\n' {
				paragraph = appendLegible(paragraph, run.Text[from:at], i)
				end()
				from = at + 1
			}
		}
		paragraph = appendLegible(paragraph, run.Text[from:], i)
	}
	end()
	return all
}

// fewLines is lines, with no more than most: what is beyond is cut, at a word unless
// that is long, and marked. 0 means any number.
func (t text) fewLines(room float64, most int) []line {
	all := t.lines(room)
	if most == 0 || len(all) <= most {
		return all
	}
	last := all[most-1].letters
	dots := letter{r: '…'}
	if len(last) > 0 {
		dots.run = last[len(last)-1].run
	}
	end := len(last)
	for end > 0 && t.width(append(slices.Clone(last[:end]), dots)) > room {
		end--
	}
	for word := end; word > end/2; word-- {
		if word == len(last) || isSpace(last[word].r) {
			end = word
			break
		}
	}
	cut := append(slices.Clone(last[:end]), dots)
	all[most-1].letters, all[most-1].width = cut, t.width(cut)
	return all[:most]
}

// evenRoom returns the room in which t has as many lines as in room, of widths as
// alike as they can be.
func (t text) evenRoom(room float64) float64 {
	const step = 4.0
	n := len(t.lines(room))
	for n > 1 && room > step && len(t.lines(room-step)) == n {
		room -= step
	}
	return room
}

// indented returns text whose lines begin with spaces that are shown.
func indented(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		line = strings.ReplaceAll(line, "\t", "    ")
		rest := strings.TrimLeft(line, " ")
		lines[i] = strings.Repeat("\u00A0", len(line)-len(rest)) + rest
	}
	return strings.Join(lines, "\n")
}

// appendLegible also makes one space of several.
func appendLegible(letters []letter, added string, run int) []letter {
	for _, r := range legible(added) {
		if n := len(letters); isSpace(r) && n > 0 && isSpace(letters[n-1].r) {
			continue
		}
		letters = append(letters, letter{r, run})
	}
	return letters
}

// breakLines fills line after line. A word that is wider than a line is broken.
func (t text) breakLines(letters []letter, room float64) []line {
	runes := make([]rune, len(letters))
	for i, l := range letters {
		runes[i] = l.r
	}
	rightToLeft := isRightToLeft(runes)
	var lines []line
	for start := 0; ; {
		for start < len(runes) && isSpace(runes[start]) {
			start++
		}
		if start == len(runes) && len(lines) > 0 {
			return lines
		}
		end := t.lineEnd(letters, start, room)
		last := end
		for last > start && isSpace(runes[last-1]) {
			last--
		}
		inLine := letters[start:last]
		lines = append(lines, line{letters: inLine, width: t.width(inLine), rightToLeft: rightToLeft})
		start = end
	}
}

// lineEnd returns where the line that begins at start must end.
func (t text) lineEnd(letters []letter, start int, room float64) int {
	width, possible := 0.0, start
	for i := start; i < len(letters); i++ {
		r := letters[i].r
		if i > start && breaks(letters, i) {
			possible = i
		}
		width += t.advance(letters[i])
		const slack = 1e-6 // sums of the same widths differ by their order
		if width <= room+slack || isSpace(r) {
			continue
		}
		if possible > start {
			return possible
		}
		end := max(i, start+1)
		for end > start+1 && isMark(letters[end].r) {
			end--
		}
		for end < len(letters) && isMark(letters[end].r) {
			end++ // all of the line are marks of one letter
		}
		return end
	}
	return len(letters)
}

// breaks reports whether a line may end before the i-th letter.
func breaks(letters []letter, i int) bool {
	before, r := letters[i-1].r, base(letters[i].r)
	if isForeign(before) {
		return endsLine(before) && !unicode.IsPunct(r) && !isSpace(r)
	}
	if isForeign(letters[i].r) && endsLine(letters[i].r) {
		return !unicode.In(before, unicode.Ps, unicode.Pi)
	}
	switch before {
	case '-', '/', '‐':
		return unicode.IsLetter(r) && i > 1 && unicode.IsLetter(letters[i-2].r)
	case '—', box:
		return !unicode.IsPunct(r) && !isSpace(r)
	}
	return isSpace(before)
}

// isSpace reports whether a line may end at r, which is then not seen.
func isSpace(r rune) bool {
	switch r {
	case '\u00A0', '\u202F', '\u2007':
		return false
	}
	return unicode.IsSpace(r)
}

func (t text) isBold(l letter) bool { return t.look.bold || t.runs[l.run].Bold }

func (t text) role(l letter) chart.Role {
	if role := t.runs[l.run].Role; role != chart.Ink {
		return role
	}
	return t.look.role
}

func (t text) advance(l letter) float64 {
	return float64(advancesOf(t.isBold(l)).of(l.r)) * t.look.size / em
}

func (t text) width(letters []letter) float64 {
	width := 0.0
	for _, l := range letters {
		width += t.advance(l)
	}
	return width
}

// widest returns how wide t is without line breaks, and how wide its widest
// word is.
func (t text) widest() (whole, word float64) {
	const endless = 1e9
	for _, l := range t.lines(endless) {
		whole = max(whole, l.width)
		from := 0
		for i := range l.letters {
			if i > 0 && breaks(l.letters, i) {
				word = max(word, t.width(l.letters[from:i]))
				from = i
			}
		}
		word = max(word, t.width(l.letters[from:]))
	}
	return whole, word
}

// set draws l with its baseline at y, between left and left+room.
func (t text) set(l line, left, room, y float64, align chart.Anchor) []chart.Item {
	x := left
	switch {
	case align == chart.Middle:
		x += (room - l.width) / 2
	case align == chart.End || l.rightToLeft:
		x += room - l.width
	}
	runes := make([]rune, len(l.letters))
	for i, l := range l.letters {
		runes[i] = l.r
	}
	order, levels := make([]int, len(runes)), make([]int, len(runes))
	for i := range order {
		order[i] = i
	}
	if hasRightToLeft(runes) {
		order, levels = visualOrder(runes, l.rightToLeft)
	}
	var items []chart.Item
	for from := 0; from < len(order); {
		first := l.letters[order[from]]
		var seen []rune
		to, width := from, 0.0
		for ; to < len(order) && l.letters[order[to]].run == first.run; to++ {
			i := order[to]
			seen = append(seen, facing(runes[i], levels[i]))
			width += t.advance(l.letters[i])
		}
		if t.runs[first.run].Code {
			items = append(items, chart.Rect{
				Min: chart.Point{X: x, Y: y - t.look.rise()}, Max: chart.Point{X: x + width, Y: y - t.look.rise() + t.look.leading}, Role: chart.Away,
			})
		}
		items = append(items, drawnItems(chart.Text{
			At: chart.Point{X: x, Y: y}, Text: string(seen), Size: t.look.size, Bold: t.isBold(first), Slanted: t.runs[first.run].Italic,
			Role: t.role(first),
		})...)
		x += width
		from = to
	}
	return items
}
