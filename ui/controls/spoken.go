package controls

import (
	"cmp"
	"strings"

	"fyne.io/fyne/v2"
)

// What widgets tell a screen reader, where the toolkit passes it on. Fyne has no word
// for a state, so a label ends with what is chosen.

var (
	_ fyne.Accessible = (*Check)(nil)
	_ fyne.Accessible = (*Choice)(nil)
	_ fyne.Accessible = (*Select)(nil)
	_ fyne.Accessible = (*TextField)(nil)
	_ fyne.Accessible = (*Squares)(nil)
	_ fyne.Accessible = (*Nav)(nil)
	_ fyne.Accessible = (*dropDown)(nil)
)

// AccessibilityLabel implements fyne.Accessible.
func (c *Check) AccessibilityLabel() string { return c.Text }

// AccessibilityRole implements fyne.Accessible.
func (c *Check) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityLabel implements fyne.Accessible. It is the option that is chosen, or
// all of them.
func (c *Choice) AccessibilityLabel() string {
	if c.chosen >= 0 && c.chosen < len(c.options) {
		return c.options[c.chosen]
	}
	return strings.Join(c.options, ", ")
}

// AccessibilityRole implements fyne.Accessible.
func (c *Choice) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityLabel implements fyne.Accessible.
func (s *Select) AccessibilityLabel() string { return cmp.Or(s.Selected, s.PlaceHolder) }

// AccessibilityRole implements fyne.Accessible.
func (s *Select) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityLabel implements fyne.Accessible. It never is what was written.
func (f *TextField) AccessibilityLabel() string { return cmp.Or(f.Spoken, f.PlaceHolder) }

// AccessibilityRole implements fyne.Accessible.
func (f *TextField) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AccessibilityLabel implements fyne.Accessible: the words of the square that Enter
// opens.
func (s *Squares) AccessibilityLabel() string {
	if s.Words == nil || len(s.squares) == 0 {
		return ""
	}
	return s.Words(min(max(s.at, 0), len(s.squares)-1))
}

// AccessibilityRole implements fyne.Accessible.
func (s *Squares) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityLabel implements fyne.Accessible: the item that Enter presses.
func (n *Nav) AccessibilityLabel() string { return n.items[n.at].AccessibilityLabel() }

// AccessibilityRole implements fyne.Accessible.
func (n *Nav) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleLink }

// AccessibilityLabel implements fyne.Accessible: the entry that Enter chooses, or the
// first.
func (d *dropDown) AccessibilityLabel() string {
	if entries := d.menus[d.at]; len(entries) > 0 {
		return entries[min(max(d.active, 0), len(entries)-1)].Text
	}
	return ""
}

// AccessibilityRole implements fyne.Accessible.
func (d *dropDown) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }
