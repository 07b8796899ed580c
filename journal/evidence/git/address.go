package git

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"heliotrope/journal/evidence/source"
)

// maxConfigs is how many files of the user's configuration are read.
const maxConfigs = 20

// Addresses implements [source.Kind]: the addresses that the user's own configuration
// has, with those that it has for some repositories only, and what the repositories at
// paths have in theirs.
func (k kind) Addresses(ctx context.Context, paths []string) []string {
	found := []string{os.Getenv("GIT_AUTHOR_EMAIL")}
	addresses, files := k.config(ctx, "--global", "--includes")
	found = append(found, addresses...)
	for i := 0; i < len(files) && i < maxConfigs; i++ {
		if info, err := os.Stat(files[i]); err != nil || !info.Mode().IsRegular() {
			continue
		}
		addresses, more := k.config(ctx, "--file", files[i], "--includes")
		found = append(found, addresses...)
		for _, file := range more {
			if !slices.Contains(files, file) {
				files = append(files, file)
			}
		}
	}
	return distinct(append(append(found, k.addressesIn(ctx, paths)...), os.Getenv("EMAIL")))
}

// addressesIn returns the addresses that the repositories at paths have for the user
// in their own configuration, the most frequent first.
func (k kind) addressesIn(ctx context.Context, paths []string) []string {
	count := make(map[string]int)
	var found []string
	for _, path := range paths {
		at, err := locate(path)
		if err != nil || at.check(k.belongs) != nil {
			continue
		}
		addresses, _ := k.config(ctx, "--file", filepath.Join(at.common, "config"), "--no-includes")
		for _, a := range distinct(addresses) {
			count[a]++
			found = append(found, a)
		}
	}
	found = distinct(found)
	slices.SortStableFunc(found, func(a, b string) int { return count[b] - count[a] })
	return found
}

// config returns the addresses that a part of git's configuration has, the one that
// counts first, and the files that it includes for some repositories only.
func (k kind) config(ctx context.Context, from ...string) (addresses, files []string) {
	ctx, cancel := context.WithTimeout(ctx, k.limit)
	defer cancel()
	program, err := usable(ctx)
	if err != nil {
		return nil, nil
	}
	var authors, users []string
	origin := ""
	out := splitter{f: func(record []byte) {
		key, value, ok := strings.Cut(string(record), "\n")
		switch {
		case !ok: // a record of its own
			origin = strings.TrimPrefix(key, "file:")
		case key == "author.email":
			authors = append(authors, value)
		case key == "user.email":
			users = append(users, value)
		default:
			files = append(files, expand(value, filepath.Dir(origin)))
		}
	}}
	env := append(basic(program), inherited("XDG_CONFIG_HOME", "GIT_CONFIG_GLOBAL")...)
	env = append(env, "GIT_DIR="+os.DevNull) // none
	_ = run(ctx, program, env, nil, &out, slices.Concat(safe, []string{"config"}, from,
		[]string{"--null", "--show-origin", "--get-regexp", `^((author|user)\.email|includeif\..*\.path)$`})...) // fails where there is none
	slices.Reverse(authors)
	slices.Reverse(users)
	return append(authors, users...), files
}

// expand returns the path of an included file, which may begin with the user's home
// or at the folder of the one that includes it.
func expand(path, dir string) string {
	if rest, ok := strings.CutPrefix(path, "~/"); ok {
		home, err := os.UserHomeDir()
		if err != nil {
			return path
		}
		return filepath.Join(home, filepath.FromSlash(rest))
	}
	return join(dir, path)
}

// distinct returns addresses as they are compared, each once, in their order.
func distinct(addresses []string) (all []string) {
	for _, a := range addresses {
		if a = source.Address(a); strings.Contains(a, "@") && !slices.Contains(all, a) {
			all = append(all, a)
		}
	}
	return all
}
