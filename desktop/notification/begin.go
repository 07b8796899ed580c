package notification

import "context"

// Begin is [Show] and Wait for a caller that does not wait. It returns once the
// notification is on screen, or cannot be. Answered is called on another goroutine
// with what the user did, unless withdraw was called before.
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
