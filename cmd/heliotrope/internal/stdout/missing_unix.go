//go:build unix

package stdout

// #include <errno.h>
// #include <fcntl.h>
//
// static int closed;
//
// __attribute__((constructor)) static void look(void) {
//	closed = fcntl(1, F_GETFD) == -1 && errno == EBADF;
// }
//
// static int stdout_closed(void) { return closed; }
import "C"

// missing reports whether the program was started without a standard output.
func missing() bool { return C.stdout_closed() != 0 }
