package backup

import "time"

// Behind describes a journal that is not what was last saved here: it was
// restored, a program that synchronizes folders brought another copy, or its
// last save cannot be read.
type Behind struct {
	Missing    int       // saves that the one seen here has more; 0 if it is another copy as far on
	Other      bool      // it is another journal altogether, such as a new one
	Unreadable bool      // the page that leads to the last save is damaged
	Seen       time.Time // when the one seen here was last saved; zero if that is not known
}
