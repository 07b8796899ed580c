package input

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Open is a tag or a kind that is being typed, by which a list narrows.
type Open struct {
	Sort       Sort   // SortTag or SortKind
	Start, End int    // the bytes of the text that a choice from the list replaces
	Query      string // what is typed of it before the caret, without its sign
}

// OpenAt returns the tag or kind in text at whose end, or within which, the caret
// is; caret counts bytes. It may have nothing but its sign yet.
func OpenAt(text string, caret int) (o Open, ok bool) {
	caret = min(max(caret, 0), len(text))
	for at := caret; at >= 0 && at >= caret-maxQuoted; at-- {
		if at == len(text) || !utf8.RuneStart(text[at]) || !startsWord(text[:at]) {
			continue
		}
		signs, sort := signs(text[at:])
		if signs == 0 || at+signs > caret {
			continue
		}
		o = Open{Sort: sort, Start: at, End: at + wordEnd(text[at:])}
		if f, quoted := quotedAt(text[at:], signs); quoted {
			_, size := utf8.DecodeRuneInString(text[at+signs:])
			if f.closed {
				o.End = at + f.end
			} else {
				o.End = caret + wordEnd(text[caret:])
			}
			if caret <= o.End && at+signs+size <= caret {
				o.Query = text[at+signs+size : caret]
				if f.closed && caret == o.End {
					o.Query = f.value
				}
				return o, true
			}
			continue
		}
		if caret > o.End {
			continue
		}
		if i := strings.IndexAny(text[at+signs:o.End], "/,"); sort == SortKind && i >= 0 && text[at+signs+i] == '/' {
			return Open{}, false // a path
		}
		o.Query = text[at+signs : caret]
		return o, true
	}
	return Open{}, false
}

// startsWord reports whether a word or a tag after a comma begins after text.
func startsWord(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(text)
	return text == "" || unicode.IsSpace(r) || r == ','
}

// signs returns how many bytes of signs text begins with, and of which sort.
func signs(text string) (n int, sort Sort) {
	if strings.HasPrefix(text, "/") {
		return 1, SortKind
	}
	return len(text) - len(strings.TrimLeftFunc(text, isHash)), SortTag
}
