package handover

import "golang.org/x/sys/unix"

// peerUser returns the id of the user at the other end of a socket.
func peerUser(fd uintptr) (int, error) {
	peer, err := unix.GetsockoptUcred(int(fd), unix.SOL_SOCKET, unix.SO_PEERCRED)
	if err != nil {
		return 0, err
	}
	return int(peer.Uid), nil
}
