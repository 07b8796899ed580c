package notification

import (
	"errors"
	"testing"

	"heliotrope/desktop/bus/bustest"
	"heliotrope/desktop/notification/notificationtest"
)

// TestPost requires that a text is read as markup by no service, and closed by none.
func TestPost(t *testing.T) {
	const text = "<b>a & b</b>"
	for _, tt := range []struct{ can, body string }{
		{"body-markup", "&lt;b&gt;a &amp; b&lt;/b&gt;"},
		{"body", text},
	} {
		d := notificationtest.Start(t, bustest.Start(t), 0, tt.can)
		if err := Post(t.Context(), "Heliotrope", text); err != nil {
			t.Fatal(err)
		}
		n := take(t, d.Shown)
		if n.Title != "Heliotrope" || n.Body != tt.body || len(n.Actions) > 0 || n.Expires != 0 || n.Hints["urgency"].Value() != byte(2) {
			t.Errorf("with %s, shown is %+v", tt.can, n)
		}
		if _, there := n.Hints["desktop-entry"]; there {
			t.Error("it names the desktop entry, with which it would go")
		}
	}
}

func TestPostNone(t *testing.T) {
	address := bustest.Start(t)
	if err := Post(t.Context(), "Heliotrope", "text"); !errors.Is(err, ErrNone) {
		t.Errorf("without a service: %v", err)
	}
	notificationtest.Start(t, address, 0).Refuse()
	if err := Post(t.Context(), "Heliotrope", "text"); !errors.Is(err, ErrNone) {
		t.Errorf("with one that refuses: %v", err)
	}
}
