package notification

import (
	"context"
	"fmt"

	"heliotrope/desktop/bus"
)

// Begin is [Show] and Wait for a caller that does not wait. It returns once the notification is
// on screen, or cannot be. Answered is called on another goroutine with what the user
// did, unless withdraw was called before.
func Begin(m Message, answered func(Answer)) (withdraw func(), err error) {
	ctx, cancel := context.WithCancel(context.Background())
	n, err := Show(ctx, m)
	if err != nil {
		cancel()
		return nil, err
	}
	go func() {
		if a, err := n.Wait(ctx); err == nil {
			answered(a)
		}
	}()
	return cancel, nil
}

// Check returns an error that wraps [ErrNone] if nothing shows notifications.
func Check(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	conn, err := bus.Connect(ctx)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrNone, err)
	}
	defer conn.Close()
	var can []string
	if err := conn.Object(service, path).CallWithContext(ctx, service+".GetCapabilities", 0).Store(&can); err != nil {
		return fmt.Errorf("%w: %w", ErrNone, err)
	}
	return nil
}
