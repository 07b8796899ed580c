package line

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"heliotrope/journal"
	"heliotrope/journal/fold"
	"heliotrope/journal/input"
	"heliotrope/journal/words"
)

// How much the list offers of what was written before.
const (
	mostTags    = 6
	mostMoments = 5
	leastPrefix = 2 // letters before moments are offered
)

// span is a part of the line, in bytes.
type span struct{ from, to int }

// list lists what the word at the caret may become: kinds after a slash, tags after
// a number sign, and else the moments that begin like the line.
func (e *Editor) list() {
	text, caret := e.text.Text, e.caret()
	if text == e.closed {
		e.options.close()
		return
	}
	e.closed = ""
	token, ok := input.OpenAt(text, caret)
	part := span{token.Start, token.End}
	switch {
	case ok && token.Sort == input.SortKind:
		e.listKinds(part, token.Query)
	case ok && token.Sort == input.SortTag:
		e.listTags(part, token.Query)
	default:
		e.listMoments(text, caret)
	}
}

// caret returns where the caret is in the text, in bytes.
func (e *Editor) caret() int {
	runes := e.text.CursorTextOffset()
	for i := range e.text.Text {
		if runes == 0 {
			return i
		}
		runes--
	}
	return len(e.text.Text)
}

// listKinds lists the kinds that a query names, or all by track: those used most
// come first, and the one that the moment has or may have is active. None is if
// nothing speaks for one: Enter without a look would take it.
func (e *Editor) listKinds(token span, query string) {
	var all []option
	take := func(k journal.Kind) func() { return func() { e.takeKind(token, k) } }
	add := func(k journal.Kind) {
		all = append(all, option{
			id: k.ID, name: e.on.Words.Kind(k), note: e.on.Words.KindMeaning(k), track: k.Track, take: take(k)})
	}
	active := 0
	if query == "" {
		for _, t := range journal.Tracks {
			all = append(all, option{name: e.on.Words.TrackHeading(t), track: t})
			for _, k := range e.byUse(e.catalog.Offered().Of(t)) {
				add(k)
			}
		}
		active = slices.IndexFunc(all, func(o option) bool { return o.id != "" && o.id == e.current() })
	} else {
		named := false
		for _, k := range input.Matches(query, e.kinds) {
			if found, ok := e.catalog.Find(k.ID); ok {
				add(found)
				named = named || fold.Equal(e.on.Words.Kind(found), query)
			}
		}
		if !named {
			name := strings.ReplaceAll(query, "-", " ")
			all = append(all, option{name: e.on.Words.Say("line.kind.new", words.Args{"Name": name}), plain: true,
				take: func() { e.newKind(token, name) }})
		}
		if len(all) == 1 && all[0].plain {
			active = -1 // what is no kind stays text, unless it is asked for
		}
		if len(all) == 1 && e.read.Kind == all[0].id && e.read.Kind != "" {
			all = nil // it stands there already
		}
	}
	e.options.show(all, active)
}

// current returns the id of the kind that the moment has, or may have.
func (e *Editor) current() string {
	switch {
	case e.read.Kind != "":
		return e.read.Kind
	case e.base.Kind != "":
		return e.base.Kind
	case len(e.guesses) > 0 && e.guesses[0].Understood:
		return e.guesses[0].Kind
	}
	return ""
}

// byUse returns kinds with those used most first.
func (e *Editor) byUse(kinds journal.Kinds) journal.Kinds {
	recall := e.past.lately()
	slices.SortStableFunc(kinds, func(a, b journal.Kind) int { return recall.Uses(b.ID) - recall.Uses(a.ID) })
	return kinds
}

// listTags lists the tags of before that a query begins.
func (e *Editor) listTags(token span, query string) {
	if e.past.recall == nil {
		e.options.close()
		return
	}
	var all []option
	for _, tag := range e.past.recall.Tags(query, mostTags) {
		if fold.Equal(tag, query) {
			all = nil // it stands there
			break
		}
		all = append(all, option{id: tag, name: "#" + tag, take: func() { e.replace(token, input.TagToken(tag)+" ") }})
	}
	e.options.show(all, min(0, len(all)-1))
}

// listMoments lists the moments of before that begin like the line, while it has
// words only. None is active before Down.
func (e *Editor) listMoments(text string, caret int) {
	prefix := strings.TrimLeft(text, " ")
	if e.past.recall == nil || !e.adding() || caret < len(text) || len(e.read.Tokens) > 0 || len(fold.String(prefix)) < leastPrefix {
		e.options.close()
		return
	}
	var all []option
	for _, past := range e.past.recall.Moments(prefix, mostMoments) {
		if fold.Equal(past, strings.TrimSpace(prefix)) {
			continue
		}
		all = append(all, option{id: past, name: past, take: func() { e.replace(span{0, len(e.text.Text)}, input.EscapeText(past)+" ") }})
	}
	e.options.show(all, -1)
}

// takeKind writes a kind in place of what was typed of it.
func (e *Editor) takeKind(token span, k journal.Kind) {
	asked := e.asked
	for _, t := range e.read.Tokens { // another kind that stands elsewhere gives way
		if t.Sort == input.SortKind && t.Understood() && t.Start != token.from {
			e.replace(span{t.Start, t.End}, "")
			if t.Start < token.from {
				n := t.End - t.Start
				token = span{token.from - n, token.to - n}
			}
		}
	}
	name, _ := input.KindToken(k.ID, e.kinds)
	if strings.HasPrefix(e.text.Text[token.to:], " ") {
		token.to++ // the one after the name will do
	}
	e.replace(token, name+" ")
	e.closed = e.text.Text
	e.options.close()
	if e.asked = asked; asked == askKind {
		e.Submit()
		return
	}
	e.Focus()
}

// newKind makes a kind of the user's own and takes it.
func (e *Editor) newKind(token span, name string) {
	asked := e.asked
	e.askNewKind(name, func(k journal.Kind) {
		e.asked = asked
		e.takeKind(token, k)
	})
}

// OpenKinds lists all kinds, and leads to the line, where typing narrows them.
func (e *Editor) OpenKinds() {
	if _, ok := e.slash(); ok {
		e.closed = ""
		e.list()
		e.Focus()
		return
	}
	for _, t := range e.read.Tokens {
		switch {
		case t.Sort != input.SortKind:
		case t.Understood():
			named := e.read.Typed[t.Start:t.End]
			e.replace(span{t.Start, t.End}, "/")
			e.named = named
			e.Focus()
			return
		case t.Candidates != nil:
			e.closed = ""
			e.replace(span{t.End, t.End}, "") // there it narrows already
			e.Focus()
			return
		}
	}
	text := e.text.Text
	slash := "/"
	if text != "" && !strings.HasSuffix(text, " ") {
		slash = " /"
	}
	e.replace(span{len(text), len(text)}, slash)
	e.Focus()
}

// slash returns the slash at the caret that only opened the list of kinds, if there
// is one.
func (e *Editor) slash() (at span, ok bool) {
	t, ok := input.OpenAt(e.text.Text, e.caret())
	return span{t.Start, t.End}, ok && t.Sort == input.SortKind && e.text.Text[t.Start:t.End] == "/"
}

// put writes a token into the line, in place of the one of its sort.
func (e *Editor) put(sort input.Sort, token string) {
	for _, t := range e.read.Tokens {
		if t.Sort == sort && t.Problem == nil {
			e.replace(span{t.Start, t.End}, token)
			return
		}
	}
	text := e.text.Text
	if text != "" && !strings.HasSuffix(text, " ") {
		token = " " + token
	}
	e.replace(span{len(text), len(text)}, token+" ")
}

// mostTyped is how many letters are replaced as if they were typed, so that they can
// be undone; more would take too long.
const mostTyped = 200

// replace puts a text in place of a part of the line, with the caret behind it.
func (e *Editor) replace(part span, with string) {
	text := e.text.Text
	after := []rune(text[part.to:])
	changed, moved := e.text.OnChanged, e.text.OnCursorChanged
	e.text.OnChanged, e.text.OnCursorChanged = nil, nil
	press := func(key fyne.KeyName, n int) {
		for range n {
			e.text.Entry.TypedKey(&fyne.KeyEvent{Name: key})
		}
	}
	press(fyne.KeyEnd, 1)
	if gone := len([]rune(text[part.from:part.to])); len(after)+gone+len(with) <= mostTyped {
		press(fyne.KeyLeft, len(after))
		press(fyne.KeyBackspace, gone)
		for _, r := range with {
			e.text.Entry.TypedRune(r)
		}
	} else {
		e.text.SetText(text[:part.from] + with + string(after))
		press(fyne.KeyEnd, 1)
		press(fyne.KeyLeft, len(after))
	}
	e.text.OnChanged, e.text.OnCursorChanged = changed, moved
	asked := e.asked
	e.changed()
	e.asked = asked
}
