package alert

import (
	"context"

	"heliotrope/desktop/notification"
)

// notify shows m in a notification that stays until the user closes it.
func notify(m Message) error { return notification.Post(context.Background(), m.Title, m.Text) }
