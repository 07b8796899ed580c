package tray

import (
	"bytes"
	"cmp"
	"image"
	"image/png"

	"github.com/godbus/dbus/v5"
	"github.com/godbus/dbus/v5/introspect"
	"github.com/godbus/dbus/v5/prop"
	"golang.org/x/image/draw"
)

// The objects that a host reads.
const (
	itemName = "org.kde.StatusNotifierItem"
	itemPath = "/StatusNotifierItem"
	menuName = "com.canonical.dbusmenu"
	menuPath = "/StatusNotifierItem/Menu"
)

// iconSizes are those of the icon, in pixels: of a usual panel, and of one on a
// screen with small pixels.
var iconSizes = []int{24, 48}

// export shows an item to whoever asks the connection.
func export(conn *dbus.Conn, i Item) error {
	icons, err := pixmaps(i.Icon)
	if err != nil {
		return err
	}
	fixed := func(v any) *prop.Prop { return &prop.Prop{Value: v, Emit: prop.EmitConst} }
	properties := prop.Map{
		itemName: {
			"Category": fixed("ApplicationStatus"), "Id": fixed(i.ID), "Title": fixed(i.Title), "Status": fixed("Active"),
			"WindowId": fixed(int32(0)), "IconName": fixed(""), "IconThemePath": fixed(""), "IconPixmap": fixed(icons),
			"OverlayIconName": fixed(""), "OverlayIconPixmap": fixed([]pixmap{}),
			"AttentionIconName": fixed(""), "AttentionIconPixmap": fixed([]pixmap{}), "AttentionMovieName": fixed(""),
			"ToolTip":    fixed(toolTip{Icons: []pixmap{}, Title: i.Title}),
			"ItemIsMenu": fixed(false), "Menu": fixed(dbus.ObjectPath(menuPath)),
		},
	}
	menuProperties := prop.Map{
		menuName: {
			"Version": fixed(uint32(3)), "TextDirection": fixed("ltr"), "Status": fixed("normal"), "IconThemePath": fixed([]string{}),
		},
	}
	return cmp.Or(exportObject(conn, itemPath, itemName, clicks{i.Open}, properties),
		exportObject(conn, menuPath, menuName, &menu{i.Menu}, menuProperties))
}

// exportObject exports an object with one interface, which hosts may ask it about.
func exportObject(conn *dbus.Conn, path dbus.ObjectPath, name string, object any, properties prop.Map) error {
	has, err := prop.Export(conn, path, properties)
	if err != nil {
		return err
	}
	node := &introspect.Node{Name: string(path), Interfaces: []introspect.Interface{
		introspect.IntrospectData, prop.IntrospectData,
		{Name: name, Methods: introspect.Methods(object), Properties: has.Introspection(name)},
	}}
	return cmp.Or(conn.Export(object, path, name),
		conn.Export(introspect.NewIntrospectable(node), path, "org.freedesktop.DBus.Introspectable"))
}

// clicks takes the clicks on the icon. Its methods are those of the interface.
type clicks struct{ open func() }

// Activate is called for a click.
func (c clicks) Activate(_, _ int32) *dbus.Error { c.open(); return nil }

// SecondaryActivate is called for a click with the middle button.
func (c clicks) SecondaryActivate(_, _ int32) *dbus.Error { c.open(); return nil }

// ContextMenu is called by hosts that show no menu themselves.
func (c clicks) ContextMenu(_, _ int32) *dbus.Error { return nil }

// Scroll is called when the wheel is turned over the icon.
func (c clicks) Scroll(int32, string) *dbus.Error { return nil }

// pixmap is a picture as D-Bus has it: four bytes a pixel, alpha first.
type pixmap struct {
	Width, Height int32
	Pixels        []byte
}

// toolTip is what is shown when the pointer rests over the icon.
type toolTip struct {
	IconName    string
	Icons       []pixmap
	Title, Text string
}

// pixmaps returns a PNG in all sizes.
func pixmaps(icon []byte) ([]pixmap, error) {
	decoded, err := png.Decode(bytes.NewReader(icon))
	if err != nil {
		return nil, err
	}
	var all []pixmap
	for _, size := range iconSizes {
		scaled := image.NewNRGBA(image.Rect(0, 0, size, size))
		draw.CatmullRom.Scale(scaled, scaled.Bounds(), decoded, decoded.Bounds(), draw.Src, nil)
		pixels := make([]byte, 0, len(scaled.Pix))
		for p := scaled.Pix; len(p) > 0; p = p[4:] {
			pixels = append(pixels, p[3], p[0], p[1], p[2])
		}
		all = append(all, pixmap{int32(size), int32(size), pixels})
	}
	return all, nil
}
