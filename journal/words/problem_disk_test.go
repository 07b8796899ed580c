package words_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"strings"
	"syscall"
	"testing"

	"heliotrope/journal"
	"heliotrope/journal/words"
)

// diskErrors are what the system may answer about a file, and whether it is about
// this file rather than about the computer.
var diskErrors = map[syscall.Errno]bool{
	syscall.ENOSPC: true, syscall.EDQUOT: true, syscall.EIO: true, syscall.EROFS: true, syscall.EACCES: true, syscall.EPERM: true,
	syscall.ENOENT: true, syscall.ENOTDIR: true, syscall.EISDIR: true, syscall.ELOOP: true, syscall.ENAMETOOLONG: true,
	syscall.EMFILE: true, syscall.ENFILE: true, syscall.ETXTBSY: true, syscall.EBUSY: true, syscall.EAGAIN: true, syscall.EDEADLK: true,
	syscall.ESTALE: true, syscall.EFBIG: true, syscall.EINVAL: true, syscall.EILSEQ: true, syscall.ENODEV: true, syscall.ENXIO: true,
	syscall.ETIMEDOUT: true, syscall.ENOTCONN: true, syscall.EHOSTDOWN: true, syscall.EHOSTUNREACH: true, syscall.ECONNRESET: true,
	syscall.EPIPE: true, syscall.EBADF: true, syscall.EEXIST: true, syscall.EXDEV: true, syscall.EMLINK: true, syscall.ENOSYS: true,
	syscall.EOPNOTSUPP: true, syscall.ENOLCK: true, syscall.ENOMEM: false,
}

const (
	target  = "/home/dana/journal.db"
	halfway = "/home/dana/.heliotrope-2718.tmp"
)

// operations are what may fail with an error of the system, as the packages that
// do it return that.
var operations = map[string]func(error) error{
	"reading": func(err error) error {
		return fmt.Errorf("open journal: %w", &fs.PathError{Op: "open", Path: target, Err: err})
	},
	"writing": func(err error) error {
		return fmt.Errorf("save journal: write journal: %w", &fs.PathError{Op: "write", Path: target, Err: fmt.Errorf("write: %w", err)})
	},
	"in doubt": func(err error) error {
		return &fs.PathError{Op: "write", Path: target, Err: fmt.Errorf("%w: the disk failed at an earlier save: %w", journal.ErrReadOnly, err)}
	},
	"backup": func(err error) error {
		inner := errors.Join(&fs.PathError{Op: "write", Path: halfway, Err: err}, &fs.PathError{Op: "sync", Path: halfway, Err: err})
		return fmt.Errorf("back up journal: %w", &fs.PathError{Op: "write", Path: target, Err: inner})
	},
	"restore": func(err error) error {
		inner := fmt.Errorf("meta 0 copy: write %s: %w", halfway, err)
		return fmt.Errorf("rebuild journal: %w", &fs.PathError{Op: "write", Path: target, Err: inner})
	},
	"export": func(err error) error {
		return &fs.PathError{Op: "write", Path: target, Err: &fs.PathError{Op: "write", Path: halfway, Err: err}}
	},
	"report": func(err error) error {
		return errors.Join(&fs.PathError{Op: "write", Path: target, Err: &os.LinkError{Op: "rename", Old: halfway, New: target, Err: err}})
	},
	"import": func(err error) error {
		return fmt.Errorf("all.json: %w", &fs.PathError{Op: "read", Path: target, Err: err})
	},
	"rename":      func(err error) error { return &os.LinkError{Op: "rename", Old: halfway, New: target, Err: err} },
	"system call": func(err error) error { return os.NewSyscallError("fdatasync", err) },
}

// inner matches what means something only to those who make the program.
var inner = regexp.MustCompile(`\.heliotrope|\.tmp|/proc/|meta 0|bbolt|etcd|errno|fdatasync|\b(open|write|read|sync|rename|mkdir) /|` +
	`<nil>|no value|%!|problem\.|\{\{|ErrReadOnly|earlier save`)

// Advice of the window is not given by a command, nor the other way round.
var (
	windowOnly  = regexp.MustCompile(`(?i)screen|écran|automatic|automatiq|start Heliotrope again|relancez Heliotrope|try again, and`)
	commandOnly = regexp.MustCompile(`(?i)the command again|relancez la commande|: heliotrope`)
)

// TestEveryErrorOfADisk: whatever the system answers, whatever was being done, in
// the window and in a command, in both languages: what happened, what is safe and
// what to do, about the file that the user knows, and nothing from inside.
func TestEveryErrorOfADisk(t *testing.T) {
	for _, lang := range words.Languages {
		window := words.In(lang)
		for where, w := range map[string]*words.Words{"window": window, "command": window.Command()} {
			other, unknown := w.Problem(syscall.Errno(9999)), w.Problem(errors.New("?"))
			for code, aboutFile := range diskErrors {
				for operation, wrap := range operations {
					p := w.Problem(wrap(code))
					place := fmt.Sprintf("%s, %s, %s, %v", lang, where, operation, code)
					for _, text := range []string{p.What, p.Safe, p.Do} {
						if !complete.MatchString(text) {
							t.Errorf("%s: %q is no sentence", place, text)
						}
					}
					if p.Do == other.Do || p.What == unknown.What {
						t.Errorf("%s has no words: %s", place, p)
					}
					checkWords(t, place, where, code, p)
					named := operation != "system call"
					if gone := w.Problem(fmt.Errorf("%w: %w", journal.ErrReplaced, fs.ErrNotExist)); named && aboutFile && p != gone && !strings.HasPrefix(p.What, target) {
						t.Errorf("%s does not name the file: %s", place, p.What)
					}
				}
			}
		}
	}
}

// TestEveryProblem: the same of every other error that a user may meet, and of
// those that have no words.
func TestEveryProblem(t *testing.T) {
	all := map[string]error{"unknown code": syscall.Errno(9999), "unknown": errors.New("open /build/x.go: write /tmp/.heliotrope-1.tmp")}
	for name, err := range sentinels {
		all[name] = err
		all[name+" and a fault"] = fmt.Errorf("%w: %w", err, syscall.ESTALE)
	}
	for _, lang := range words.Languages {
		for name, err := range all {
			checkWords(t, string(lang)+", window, "+name, "window", 0, words.In(lang).Problem(err))
			checkWords(t, string(lang)+", command, "+name, "command", 0, words.In(lang).Command().Problem(err))
		}
	}
}

// checkWords checks that nothing in p is from inside, or for somewhere else.
func checkWords(t *testing.T, place, where string, code syscall.Errno, p words.Problem) {
	t.Helper()
	elsewhere := windowOnly
	if where == "window" {
		elsewhere = commandOnly
	}
	text := p.String()
	if found := inner.FindString(text); found != "" {
		t.Errorf("%s: %q is from inside: %s", place, found, text)
	}
	if code != 0 && strings.Contains(text, code.Error()) && len(code.Error()) > 12 {
		t.Errorf("%s: the words of the system: %s", place, text)
	}
	if found := elsewhere.FindString(text); found != "" {
		t.Errorf("%s: %q is said elsewhere: %s", place, found, text)
	}
}
