package words

import (
	"errors"
	"io/fs"
	"os"
	"slices"
	"strings"
	"syscall"

	"heliotrope/journal"
	"heliotrope/journal/exchange"
	"heliotrope/journal/outfile"
)

// Problem is an error in words: what happened, what is safe, what to do.
type Problem struct {
	What string
	Safe string
	Do   string
}

// String returns the problem as one paragraph.
func (p Problem) String() string {
	return strings.TrimSpace(p.What + " " + strings.TrimSpace(p.Safe+" "+p.Do))
}

// sentinels are the errors with their own words, by id in the catalog. The
// first match wins.
var sentinels = []struct {
	id   string
	errs []error
}{
	{"not-begun", []error{journal.ErrNotBegun}},
	{"in-use", []error{journal.ErrInUse}},
	{"slow", []error{journal.ErrSlow}},
	{"nowhere", []error{journal.ErrNowhere}},
	{"no-home", []error{journal.ErrNoHome}},
	{"no-second", []error{journal.ErrNoSecond}},
	{"same-folder", []error{journal.ErrSameFolder}},
	{"disk-full", []error{syscall.ENOSPC}},
	{"quota", []error{syscall.EDQUOT}},
	{"too-large", []error{syscall.EFBIG}},
	{"disk-fault", []error{syscall.EIO}},
	{"protected", []error{journal.ErrProtected}},
	{"full", []error{journal.ErrFull}},
	{"not-file", []error{outfile.ErrNotFile}},
	{"bad-copy", []error{journal.ErrBadCopy}}, // before the reasons that it wraps
	{"behind", []error{journal.ErrBehind}},
	{"missing", []error{journal.ErrMissing}},
	{"empty-file", []error{journal.ErrEmptyFile}},
	{"not-journal", []error{journal.ErrNotJournal}},
	{"newer-format", []error{journal.ErrNewerFormat}},
	{"damaged", []error{journal.ErrDamaged}},
	{"replaced", []error{journal.ErrReplaced}},
	{"closed", []error{journal.ErrClosed}},
	{"week", []error{journal.ErrWeek}},
	{"ahead", []error{journal.ErrAhead}},
	{"week-away", []error{journal.ErrWeekAway}},
	{"event-unknown", []error{journal.ErrEventUnknown}},
	{"version-unknown", []error{journal.ErrVersionUnknown}},
	{"trash-unknown", []error{journal.ErrTrashUnknown}},
	{"nothing-to-undo", []error{journal.ErrNothingToUndo}},
	{"read-only-disk", []error{syscall.EROFS}},
	{"permission", []error{fs.ErrPermission}},
	{"not-exist", []error{fs.ErrNotExist}},
	{"exist", []error{fs.ErrExist}},
	{"not-folder", []error{syscall.ENOTDIR}},
	{"is-folder", []error{syscall.EISDIR}},
	{"links", []error{syscall.ELOOP}},
	{"long-name", []error{syscall.ENAMETOOLONG}},
	{"too-many-open", []error{syscall.EMFILE, syscall.ENFILE}},
	{"busy", []error{syscall.EBUSY, syscall.ETXTBSY, syscall.EAGAIN, syscall.EDEADLK}},
	{"away", away},
	{"unread", []error{syscall.EPIPE}},
	{"closed-file", []error{fs.ErrClosed, syscall.EBADF}},
	{"refused", []error{fs.ErrInvalid, syscall.EINVAL, syscall.EILSEQ}},
	{"memory", []error{syscall.ENOMEM}},
	{"unsupported", []error{errors.ErrUnsupported, syscall.EXDEV, syscall.ENOLCK, syscall.EMLINK}},
	{"read-only", []error{journal.ErrReadOnly}}, // last: it may wrap a more precise reason
}

// away are the errors of a disk that was pulled out, and of a network drive that
// cannot be reached.
var away = []error{
	syscall.ESTALE, syscall.ENODEV, syscall.ENXIO, syscall.ETIMEDOUT, syscall.EHOSTDOWN, syscall.EHOSTUNREACH, syscall.ENETDOWN,
	syscall.ENETUNREACH, syscall.ENETRESET, syscall.ENOTCONN, syscall.ECONNRESET, syscall.ECONNREFUSED, syscall.ECONNABORTED,
}

// Problem formats an error. It is the one place where errors become words. It
// never repeats what the user wrote, nor what the error says to those who make
// the program.
func (w *Words) Problem(err error) Problem {
	var (
		bad      *journal.InvalidError
		conflict *journal.ConflictError
		file     *exchange.Error
		code     syscall.Errno
	)
	args := Args{"Path": w.path(err)}
	switch {
	case errors.As(err, &file):
		return w.exchange(file)
	case errors.As(err, &bad):
		return Problem{What: w.Invalid(bad)}
	case errors.As(err, &conflict):
		return w.conflict(conflict)
	case errors.Is(err, journal.ErrReplaced) && (isAny(err, away) || isAny(err, systemErrors["away"]) || isAny(err, []error{fs.ErrNotExist, syscall.ENOTDIR})):
		return w.problem("gone", nil)
	case errors.Is(err, journal.ErrReplaced) && errors.Is(err, journal.ErrDamaged):
		return w.problem("shortened", nil)
	}
	for _, s := range sentinels {
		if isAny(err, s.errs) || isAny(err, systemErrors[s.id]) {
			return w.problem(s.id, args)
		}
	}
	if errors.As(err, &code) {
		args["Code"] = w.Number(float64(code), 0)
		return w.problem("other", args)
	}
	return w.problem("unknown", nil)
}

func isAny(err error, targets []error) bool {
	return slices.ContainsFunc(targets, func(target error) bool { return errors.Is(err, target) })
}

// path returns the file or folder that err names, to begin a sentence with. Of
// several it is that of the outermost error: what is deeper was done on the way.
func (w *Words) path(err error) string {
	path := ""
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		path = e.Path
	} else if e, ok := errors.AsType[*os.LinkError](err); ok {
		path = e.New
	}
	if path == "" {
		return w.Say("problem.path")
	}
	return path
}

func (w *Words) problem(id string, args Args) Problem {
	id = "problem." + id
	return Problem{What: w.Say(id+".what", args), Safe: w.Say(id+".safe", args), Do: w.Say(id+".do", args)}
}

// Invalid formats which field breaks which rule.
func (w *Words) Invalid(e *journal.InvalidError) string {
	name := e.Field
	if name == "tags" && e.Rule == journal.RuleCount {
		return w.Say("invalid.tags", Args{"Limit": w.Number(journal.MaxTags, 0)})
	}
	if i := strings.LastIndexByte(name, '.'); i >= 0 && !strings.Contains(e.Field, "[") {
		name = name[i+1:]
	}
	return w.Say("invalid", Args{"Field": w.field(name), "Rule": w.Rule(e.Rule)})
}

// field names a field for the user: a single one by its word, a path as in the
// exchange file.
func (w *Words) field(path string) string {
	switch path {
	case "text", "kind", "track", "energy", "hours", "tags", "split", "title", "week", "role", "name", "reflection", "companySize":
		return w.Say("field." + path)
	}
	if strings.HasPrefix(path, "tags[") {
		return w.Say("field.tag")
	}
	return path
}

// Rule returns a rule as the end of a sentence that begins with the field.
func (w *Words) Rule(r journal.Rule) string { return w.Say("rule." + string(r)) }

func (w *Words) conflict(c *journal.ConflictError) Problem {
	var weeks, others []string
	for _, r := range c.Records {
		if r.One == journal.EntryList.One {
			weeks = append(weeks, r.Key)
		} else {
			others = append(others, w.Say("problem.conflict."+r.One, Args{"ID": r.Key}))
		}
	}
	return w.problem("conflict", Args{"Places": strings.Join(append(weeks, others...), ", ")})
}
