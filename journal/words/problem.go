package words

import (
	"errors"
	"io/fs"
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
	err error
	id  string
}{
	{journal.ErrNotBegun, "not-begun"},
	{journal.ErrInUse, "in-use"},
	{syscall.ENOSPC, "disk-full"},
	{syscall.EIO, "disk-fault"},
	{journal.ErrProtected, "protected"},
	{outfile.ErrNotFile, "not-file"},
	{journal.ErrBadCopy, "bad-copy"}, // before the reasons that it wraps
	{journal.ErrBehind, "behind"},
	{journal.ErrMissing, "missing"},
	{journal.ErrEmptyFile, "empty-file"},
	{journal.ErrNotJournal, "not-journal"},
	{journal.ErrNewerFormat, "newer-format"},
	{journal.ErrDamaged, "damaged"},
	{journal.ErrReplaced, "replaced"},
	{journal.ErrClosed, "closed"},
	{journal.ErrWeek, "week"},
	{journal.ErrEventUnknown, "event-unknown"},
	{journal.ErrVersionUnknown, "version-unknown"},
	{journal.ErrTrashUnknown, "trash-unknown"},
	{journal.ErrNothingToUndo, "nothing-to-undo"},
	{fs.ErrPermission, "permission"},
	{syscall.EROFS, "permission"},
	{fs.ErrNotExist, "not-exist"},
	{fs.ErrExist, "exist"},
	{journal.ErrReadOnly, "read-only"}, // last: it may wrap a more precise reason
}

// Problem formats an error. It is the one place where errors become words. It
// never repeats what the user wrote.
func (w *Words) Problem(err error) Problem {
	var (
		bad      *journal.InvalidError
		conflict *journal.ConflictError
		file     *exchange.Error
	)
	switch {
	case errors.As(err, &file):
		return w.exchange(file)
	case errors.As(err, &bad):
		return Problem{What: w.Invalid(bad)}
	case errors.As(err, &conflict):
		return w.conflict(conflict)
	case errors.Is(err, journal.ErrReplaced) && errors.Is(err, fs.ErrNotExist):
		return w.problem("gone", nil)
	case errors.Is(err, journal.ErrReplaced) && errors.Is(err, journal.ErrDamaged):
		return w.problem("shortened", nil)
	}
	for _, s := range sentinels {
		if errors.Is(err, s.err) {
			return w.problem(s.id, Args{"Path": w.path(err)})
		}
	}
	return w.problem("other", Args{"Error": err.Error()})
}

// path returns the file or folder that err names, to begin a sentence with.
func (w *Words) path(err error) string {
	if e, ok := errors.AsType[*fs.PathError](err); ok && e.Path != "" {
		return e.Path
	}
	return w.Say("problem.path")
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
