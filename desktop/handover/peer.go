package handover

import (
	"errors"
	"fmt"
	"net"
	"os"
)

// errUser is returned for a connection to a program of another user.
var errUser = errors.New("a program of another user")

// checkPeer returns an error if the program at the other end of a connection is
// another user's, or if the system does not answer whose it is. Where it cannot be
// asked, the folder has to do.
func checkPeer(c net.Conn) error {
	u, ok := c.(*net.UnixConn)
	if !ok {
		return errUser
	}
	raw, err := u.SyscallConn()
	if err != nil {
		return err
	}
	var user int
	var failed error
	if err := raw.Control(func(fd uintptr) { user, failed = peerUser(fd) }); err != nil {
		return err
	}
	if failed != nil {
		return failed
	}
	if user != os.Geteuid() {
		return fmt.Errorf("%w: %d", errUser, user)
	}
	return nil
}
