// Command heliotrope-reminder waits, while Heliotrope is closed, for the time to remind
// the user to log the week, and then runs heliotrope remind, which does that. It is
// started when the user logs in, by an entry that package autostart writes.
//
// It is a separate program since it runs all the time: it has no window and no cgo,
// takes a few megabytes, and wakes up once a minute to look at the clock on the wall,
// which is right after a sleep too. It does not open the journal.
//
// It ends when the reminder is switched off, in the settings of Heliotrope or in those
// of the desktop. Once it is uninstalled it removes the entry that started it.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"time"

	"heliotrope/journal/preferences"
	"heliotrope/journal/wallclock"
)

func main() {
	journal := flag.String("journal", "", "the journal `FILE`")
	pause := flag.Duration("pause", 0, "the `TIME` between two looks at the clock (default: until the next minute begins)")
	flag.Parse()
	self, err := os.Executable()
	if err != nil {
		fmt.Fprintln(os.Stderr, "heliotrope-reminder:", err)
		os.Exit(1)
	}
	if !filepath.IsAbs(*journal) || flag.NArg() > 0 {
		fmt.Fprintln(os.Stderr, "heliotrope-reminder: --journal with an absolute path is required, and nothing else")
		os.Exit(2)
	}
	release, only := claim(*journal)
	if !only {
		return // another one waits
	}
	defer release()
	live(12 << 20)
	clock := wallclock.New()
	w := &waiter{journal: *journal, self: self, now: clock.Now, settings: settings{path: preferences.DefaultPath()}}
	for w.look() {
		time.Sleep(untilNext(clock.Now(), *pause))
	}
	w.stop()
}

// untilNext returns how long to sleep: pause or, if that is 0, until the next minute
// begins.
func untilNext(now time.Time, pause time.Duration) time.Duration {
	if pause > 0 {
		return pause
	}
	return now.Truncate(time.Minute).Add(time.Minute).Sub(now)
}

// live lets the program live in so many bytes without being woken: the collector runs
// when they are used up, and not every two minutes, and no second thread is looking for
// work.
func live(bytes int64) {
	runtime.GOMAXPROCS(1)
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(bytes)
}
