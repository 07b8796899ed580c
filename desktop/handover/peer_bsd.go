//go:build darwin || freebsd

package handover

import "golang.org/x/sys/unix"

// peerUser returns the id of the user at the other end of a socket.
func peerUser(fd uintptr) (int, error) {
	const level = 0 // SOL_LOCAL
	peer, err := unix.GetsockoptXucred(int(fd), level, unix.LOCAL_PEERCRED)
	if err != nil {
		return 0, err
	}
	return int(peer.Uid), nil
}
