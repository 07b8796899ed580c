package tray

import "github.com/godbus/dbus/v5"

// menu answers what a host asks about the menu. Entry i has the id i+1, and the menu
// itself 0. Its exported methods are those of the interface.
type menu struct{ entries []Entry }

// layout is a node of the menu.
type layout struct {
	ID         int32
	Properties map[string]dbus.Variant
	Children   []dbus.Variant
}

// itemProperties are those of a node.
type itemProperties struct {
	ID         int32
	Properties map[string]dbus.Variant
}

// event is something that happened to a node, as a host reports it.
type event struct {
	ID   int32
	Type string
	Data dbus.Variant
	Time uint32
}

// GetLayout returns the menu, or one of its entries.
func (m *menu) GetLayout(parent, depth int32, _ []string) (uint32, layout, *dbus.Error) {
	root := layout{parent, m.properties(parent), []dbus.Variant{}}
	if parent == 0 && depth != 0 {
		for i := range m.entries {
			id := int32(i + 1)
			root.Children = append(root.Children, dbus.MakeVariant(layout{id, m.properties(id), []dbus.Variant{}}))
		}
	}
	const revision = 1 // it never changes: another one is another item
	return revision, root, nil
}

// properties returns those of a node.
func (m *menu) properties(id int32) map[string]dbus.Variant {
	switch {
	case id == 0:
		return map[string]dbus.Variant{"children-display": dbus.MakeVariant("submenu")}
	case id < 0 || int(id) > len(m.entries):
		return map[string]dbus.Variant{}
	}
	return map[string]dbus.Variant{
		"label":   dbus.MakeVariant(m.entries[id-1].Text),
		"enabled": dbus.MakeVariant(true), "visible": dbus.MakeVariant(true),
	}
}

// GetGroupProperties returns the properties of nodes, of all if none is named.
func (m *menu) GetGroupProperties(ids []int32, _ []string) ([]itemProperties, *dbus.Error) {
	if len(ids) == 0 {
		for id := range len(m.entries) + 1 {
			ids = append(ids, int32(id))
		}
	}
	all := []itemProperties{}
	for _, id := range ids {
		all = append(all, itemProperties{id, m.properties(id)})
	}
	return all, nil
}

// GetProperty returns a property of a node.
func (m *menu) GetProperty(id int32, name string) (dbus.Variant, *dbus.Error) {
	v, ok := m.properties(id)[name]
	if !ok {
		return dbus.MakeVariant(""), dbus.NewError("com.canonical.dbusmenu.Error", []any{"no such property"})
	}
	return v, nil
}

// Event takes a click on an entry.
func (m *menu) Event(id int32, kind string, _ dbus.Variant, _ uint32) *dbus.Error {
	if kind == "clicked" && id > 0 && int(id) <= len(m.entries) {
		m.entries[id-1].Do()
	}
	return nil
}

// EventGroup takes several events.
func (m *menu) EventGroup(events []event) ([]int32, *dbus.Error) {
	for _, e := range events {
		_ = m.Event(e.ID, e.Type, e.Data, e.Time) // never fails
	}
	return []int32{}, nil
}

// AboutToShow is called before the menu is shown.
func (m *menu) AboutToShow(int32) (bool, *dbus.Error) { return false, nil }

// AboutToShowGroup is called before several nodes are shown.
func (m *menu) AboutToShowGroup([]int32) ([]int32, []int32, *dbus.Error) {
	return []int32{}, []int32{}, nil
}
