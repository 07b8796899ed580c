package controls

// order asks for another place of a row, and has it in view there.
func (l *RowList) order(r *listRow, to int) {
	if l.OnOrder != nil {
		l.OnOrder(r.id, to)
		l.Activate(r.id)
	}
}

// dragTo shows where a row that is dragged would be put, with the pointer at a height
// of the list.
func (l *RowList) dragTo(r *listRow, y float32) {
	if l.dragged != r {
		l.dragged = r
		l.press(r)
	}
	at, from := 0, l.index(r.id)
	for _, other := range l.rows {
		if other.Position().Y+other.Size().Height/2 < y {
			at++
		}
	}
	if at == from || at == from+1 {
		at = -1
	}
	const near = 24 // to an edge of the view, which scrolls then
	revealPart(l, y-near, 2*near)
	l.drop = at
	l.Refresh()
}

// endDrag ends dragging.
func (l *RowList) endDrag() {
	r := l.dragged
	l.dragged, l.drop = nil, -1
	if r != nil {
		r.Refresh()
	}
	l.Refresh()
}

// dropped puts the row that was dragged where it was dragged to.
func (l *RowList) dropped() {
	r, to := l.dragged, l.drop
	l.endDrag()
	if r == nil || to < 0 {
		return
	}
	if to > l.index(r.id) {
		to-- // its own place is free then
	}
	l.order(r, to)
}
