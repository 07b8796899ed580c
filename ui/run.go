package ui

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"runtime"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/driver"
	"fyne.io/fyne/v2/theme"

	"heliotrope"
	"heliotrope/desktop/memory"
	"heliotrope/journal"
	"heliotrope/journal/evidence/source"
	"heliotrope/journal/preferences"
	"heliotrope/journal/vault"
	"heliotrope/journal/words"
	"heliotrope/ui/look"
	"heliotrope/ui/tasks"
)

// Errors of a machine on which no window can be shown.
var (
	// ErrNoDisplay is returned where there is no screen to show a window on.
	ErrNoDisplay = errors.New("no display")

	// ErrNoOpenGL is returned where the screen cannot draw with OpenGL.
	ErrNoOpenGL = errors.New("no OpenGL")
)

// Config is what the window is opened with.
type Config struct {
	// Journal is shown, and saved to, but not closed. It is nil if it could not be
	// opened; then Problem is the reason, and the recovery options are shown. Run and
	// Capture find them out.
	Journal *journal.Journal
	Problem error
	// Vault is the place of the journal.
	Vault *vault.Vault
	// Preferences are the user's settings.
	Preferences *preferences.File
	// Language is spoken until another one is chosen in the window.
	Language words.Language
	// Open is what is shown at first, as [reminder.ParseTarget] reads it; "" for the
	// week of today.
	Open string
	// Now returns the time.
	Now func() time.Time
	// Build is what the program was built from.
	Build heliotrope.Build
	// Icon is the program's, as PNG.
	Icon []byte
	// Licenses are those of the program and of what it is built with.
	Licenses string
	// News is what each version changed, in Markdown.
	News string
	// Inbox takes what other programs ask of the window; nil if nobody can.
	Inbox *Inbox
	// File is one that another program exported, or "". What importing it would do
	// is shown once the window is there.
	File string
	// Explain puts into words what keeps the journal from being opened, "" for what
	// package words knows. It may be nil.
	Explain func(error) string
	// CopyPicture puts a picture, as PNG, into the system's clipboard, which Fyne
	// does for text only. It may be called on any goroutine; nil if it cannot be
	// done.
	CopyPicture func(png []byte) error
	// Sources are the kinds of sources that show what a week held. Without any, nothing
	// is offered that needs them.
	Sources []source.Kind
	// OnShown is called once the window is on screen, unless it is nil.
	OnShown func()
}

func (c Config) icon() fyne.Resource { return fyne.NewStaticResource("icon.png", c.Icon) }

// The name and the id of the program, as in FyneApp.toml.
const (
	appName = "Heliotrope"
	appID   = "org.heliotrope.Journal"
)

// Run shows the main window, and returns once the last window is closed, or the system
// asked the program to end. It opens the journal with open, while the system makes the
// window ready, which comes on screen once that is over: with the recovery options if
// the journal could not be opened, and not at all if there are none.
//
// Run returns why it could not be opened, [ErrNoDisplay] or [ErrNoOpenGL] where no
// window can be shown, [ErrUnsaved] if something that was written could not be saved,
// and [journal.ErrSlow] if the disk did not answer in time; then it may never do so.
func Run(cfg Config, open func() (*journal.Journal, error)) error {
	opening := beginOpening(open)
	defer opening.wait() // also where no window waited for it
	return onScreen(cfg, func(a fyne.App) stage {
		opening.readFonts()
		w := newWindows(cfg, a, tasks.NewBackground(), tasks.NewBackground())
		w.opening = opening
		return w.stage((*windows).OpenMain)
	})
}

// ErrElsewhere is returned by what opens a journal for [Capture] if another program
// shows the small window, so that there is nothing to show here.
var ErrElsewhere = errors.New("another program shows it")

// openLimit is how long the small window waits for the journal before it shows that it
// does. The largest journals take half of that.
const openLimit = 400 * time.Millisecond

// Capture is Run for the small window in which one moment is written. It opens the
// journal with open, while the system makes the window ready. If that returns
// [ErrElsewhere] the window goes, or does not come.
func Capture(cfg Config, open func() (*journal.Journal, error)) error {
	if err := CheckDisplay(); err != nil {
		return err
	}
	opening := beginOpening(open)
	return onScreen(cfg, func(a fyne.App) stage {
		background, aside := tasks.NewBackground(), tasks.NewBackground()
		if opening.over(openLimit) {
			cfg.Journal, cfg.Problem = opening.journal, opening.problem
			return newWindows(cfg, a, background, aside).stage((*windows).OpenCapture)
		}
		cfg.Problem = journal.ErrInUse
		w := newWindows(cfg, a, background, aside)
		background.Run(func() error {
			opening.wait()
			return opening.problem
		}, func(error) { w.opened(opening.journal, opening.problem) })
		return w.stage((*windows).OpenCapture)
	})
}

// stage is a window that is on screen, with what is begun once the program runs, what
// closes all windows, and what is done once they are closed.
type stage struct {
	window fyne.Window
	start  func()
	quit   func()
	closed func() error
}

// stage shows a window.
func (w *windows) stage(open func(*windows)) stage {
	w.screen, w.started = true, memory.Start()
	open(w)
	return stage{w.first(), w.start, w.closeAll, w.close}
}

// onScreen shows a window until the last one is closed.
func onScreen(cfg Config, set func(fyne.App) stage) error {
	if err := CheckDisplay(); err != nil {
		return err
	}
	// Fyne makes its own folder in here, but not the folder itself.
	if cache, err := os.UserCacheDir(); err == nil {
		_ = os.MkdirAll(cache, 0o700) // without it Fyne does without a cache
	}
	if os.Getenv("XDG_RUNTIME_DIR") == "" && os.Getenv("WAYLAND_DISPLAY") == "" && os.Getenv("DISPLAY") != "" {
		// If not told, GLFW asks Wayland first, which complains on standard error.
		_ = os.Setenv("XDG_SESSION_TYPE", "x11")
	}
	app.SetMetadata(fyne.AppMetadata{
		ID: appID, Name: appName, Version: cfg.Build.Version, Icon: cfg.icon(),
		Migrations: map[string]bool{"fyneDo": true}, // all threads meet in package tasks
	})
	a := app.NewWithID(appID)
	dropStopHook(a)
	a.Settings().SetTheme(look.New(cfg.Preferences.Get()))
	signals := tasks.CatchSignals() // the window is drawn before the program runs
	var s stage
	if err := withDisplay(func() { s = set(a) }); err != nil {
		return err
	}
	var failed error // that is known before the window closes
	// The Quit of the app panics where the system has no more room to watch files,
	// as other programs can use it up.
	quit := func() {
		s.quit()
		a.Driver().Quit()
	}
	a.Lifecycle().SetOnStarted(func() {
		look.Still(a)
		signals.Call(func() { afterEvents(quit) })
		if !hasSurface(s.window) {
			failed = ErrNoOpenGL
			quit()
			return
		}
		if cfg.OnShown != nil {
			cfg.OnShown()
		}
		s.start()
	})
	err := withDisplay(a.Run) // until the last window is closed
	cfg.Inbox.End()
	unsaved := tasks.Within(closeLimit, s.closed)
	if errors.Is(unsaved, journal.ErrSlow) {
		unsaved = errors.Join(ErrUnsaved, unsaved)
	}
	return errors.Join(cmp.Or(failed, err), unsaved)
}

// withDisplay calls f, and returns what was [unopened]. GLFW and Fyne panic if the
// display cannot be reached, and may do so while the program quits.
func withDisplay(f func()) (err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case unopened:
			err = r.error
		default:
			err = fmt.Errorf("%w: %v", ErrNoDisplay, r)
		}
	}()
	f()
	return nil
}

// afterEvents calls f once the keys that were pressed before have come to what
// has the focus. Fyne's loop moves animations right after it took what the system
// had for it.
func afterEvents(f func()) {
	done := false
	a := fyne.NewAnimation(time.Second, nil)
	a.Tick = func(float32) {
		if !done {
			done = true
			f()
		}
	}
	a.Start()
}

// dropStopHook removes what Fyne does when its loop has ended, which is to write
// its preferences; Heliotrope has none there. The loop queues the hook for
// itself and may end before it gets it. Nobody runs it then, and Fyne waits for
// it forever: the window is gone, but the program and its lock stay.
func dropStopHook(a fyne.App) {
	if l, ok := a.Lifecycle().(interface{ SetOnStoppedHookExecuted(func()) }); ok {
		l.SetOnStoppedHookExecuted(nil)
	}
}

// newWindow returns a window of the program. Its first title is also its class,
// by which a desktop finds the icon: it must stay the name alone, and shows nothing of
// what is written.
func newWindow(a fyne.App, cfg Config) fyne.Window {
	w := a.NewWindow(appName)
	w.SetIcon(cfg.icon())
	w.SetPadded(false)
	w.SetContent(look.Ground(theme.ColorNameBackground))
	w.CenterOnScreen()
	return w
}

// CheckDisplay returns [ErrNoDisplay] if the system names no screen to show a
// window on. Whether the one that it names is there, only Run can know.
func CheckDisplay() error {
	switch runtime.GOOS {
	case "linux", "freebsd", "openbsd", "netbsd":
		if os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
			return ErrNoDisplay
		}
	}
	return nil
}

// hasSurface reports whether the system gave the window a surface. Without
// OpenGL Fyne goes on without one.
func hasSurface(w fyne.Window) bool {
	native, ok := w.(driver.NativeWindow)
	if !ok {
		return true
	}
	has := true
	native.RunNative(func(context any) {
		switch c := context.(type) {
		case driver.X11WindowContext:
			has = c.WindowHandle != 0
		case driver.WaylandWindowContext:
			has = c.WaylandSurface != 0
		case driver.WindowsWindowContext:
			has = c.HWND != 0
		case driver.MacWindowContext:
			has = c.NSWindow != 0
		}
	})
	return has
}
