package memory

import (
	"runtime"

	"golang.org/x/sys/unix"
)

// hugeBytes is by how much the heap grows in huge pages: by as much as a start takes
// with decades in the journal.
const hugeBytes = 64 << 20

var huge mapping // the part of the heap that has them

// UseHugePages has the heap grow in pages of some megabytes, of which the system
// provides one at a time: a small page costs about as much, and a start or a command
// touches thousands. It is called once, before anything else takes memory.
//
// No memory is taken for it, since no page is touched: what is made here is garbage at
// once, and its place is where the heap grows next. A system that gives every program
// such pages, or none, goes on as it did.
func UseHugePages() {
	huge = placeOf(make([]byte, hugeBytes))
	huge.advise(unix.MADV_HUGEPAGE)
	runtime.GC()
}

// useSmallPages ends that: where little of a large page is used any more, the system
// would sooner or later provide all of it again.
func useSmallPages() {
	if huge.start != 0 {
		huge.advise(unix.MADV_NOHUGEPAGE)
	}
}
