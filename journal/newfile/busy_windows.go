package newfile

import (
	"errors"
	"time"

	"golang.org/x/sys/windows"
)

// busyLimit is how long a file that another program has open is waited for. One
// that the user may not change fails for the same reason, only later.
const busyLimit = time.Second

// whenFree calls do again while another program has the file open: one that reads
// it, or a scanner for viruses. Windows renames nothing over such a file, and opens
// none that is being replaced.
func whenFree(do func() error) error {
	const pause = 5 * time.Millisecond
	for until := time.Now().Add(busyLimit); ; time.Sleep(pause) {
		err := do()
		if !errors.Is(err, windows.ERROR_ACCESS_DENIED) && !errors.Is(err, windows.ERROR_SHARING_VIOLATION) || time.Now().After(until) {
			return err
		}
	}
}
