package history

import "unicode"

// Part is a run of a text that is in the other one too, or is not.
type Part struct {
	Text string
	Mark Mark // Same or Only
}

// maxCells bounds the work of comparing: two texts of about 2,000 words each
// that have nothing in common. Beyond, all that differs is one part.
const maxCells = 4 << 20

// Texts compares two texts word by word.
// The parts of a side put together are its text.
func Texts(then, now string) (thenParts, nowParts []Part) {
	a, b := split(then), split(now)
	begin := 0
	for begin < min(len(a), len(b)) && a[begin] == b[begin] {
		begin++
	}
	end := 0
	for end < min(len(a), len(b))-begin && a[len(a)-1-end] == b[len(b)-1-end] {
		end++
	}
	commonA, commonB := common(a[begin:len(a)-end], b[begin:len(b)-end])
	parts := func(text string, words []string, middle []bool) []Part {
		var all []Part
		start, at := 0, 0 // of the part, and of the word
		for i, word := range words {
			m := Only
			if i < begin || i >= len(words)-end || middle[i-begin] {
				m = Same
			}
			if n := len(all); n == 0 || all[n-1].Mark != m {
				all, start = append(all, Part{Mark: m}), at
			}
			at += len(word)
			all[len(all)-1].Text = text[start:at]
		}
		return all
	}
	return parts(then, a, commonA), parts(now, b, commonB)
}

// split cuts a text into words and the white space between them.
func split(text string) []string {
	var words []string
	start, space := 0, false
	for i, r := range text {
		if is := unicode.IsSpace(r); is != space || r == '\n' {
			if i > start {
				words = append(words, text[start:i])
			}
			start, space = i, is
		}
	}
	if start < len(text) {
		words = append(words, text[start:])
	}
	return words
}

// common marks in a and b the longest sequence of words that both have.
func common(a, b []string) (inA, inB []bool) {
	inA, inB = make([]bool, len(a)), make([]bool, len(b))
	if len(a)*len(b) > maxCells {
		return inA, inB
	}
	width := len(b) + 1
	longest := make([]int32, (len(a)+1)*width) // of a[i:] and b[j:]
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				longest[i*width+j] = longest[(i+1)*width+j+1] + 1
			} else {
				longest[i*width+j] = max(longest[(i+1)*width+j], longest[i*width+j+1])
			}
		}
	}
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			inA[i], inB[j] = true, true
			i, j = i+1, j+1
		case longest[(i+1)*width+j] >= longest[i*width+j+1]:
			i++
		default:
			j++
		}
	}
	return inA, inB
}
