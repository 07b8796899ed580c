package calendar

import (
	"strings"
	"sync"
	"time"
)

// zones finds time zones by the names that files have for them, and remembers them. It
// may be used by several goroutines.
type zones struct {
	mu    sync.Mutex
	known map[string]*time.Location // by name, or by definition
}

// find returns the zone of a name, nil if nobody knows it. Defined is what the file
// says about it, nil for nothing.
//
// The rules that everybody has go before those in the file, which programs write from
// their own, often old ones.
func (z *zones) find(name string, defined *definition) *time.Location {
	if l := z.named(name); l != nil || defined == nil {
		return l
	}
	if l := z.named(defined.location); l != nil {
		return l
	}
	return z.remember(defined.key(), defined.build)
}

// remember returns what make returns, from memory if it can.
func (z *zones) remember(key string, build func() *time.Location) *time.Location {
	z.mu.Lock()
	l, ok := z.known[key]
	z.mu.Unlock()
	if ok {
		return l
	}
	l = build()
	z.mu.Lock()
	defer z.mu.Unlock()
	if len(z.known) < 2*maxZones {
		z.known[key] = l
	}
	return l
}

func (z *zones) named(name string) *time.Location {
	name = strings.Trim(strings.TrimSpace(name), `"`)
	if name == "" {
		return nil
	}
	return z.remember("name "+name, func() *time.Location { return locate(name) })
}

// locate returns the zone of a name: one of IANA's, also with the prefix by which
// Mozilla and libical say whose rules they have, or one of Windows.
func locate(name string) *time.Location {
	switch strings.ToUpper(name) {
	case "Z", "UTC", "GMT", "TZONE://MICROSOFT/UTC":
		return time.UTC
	case "LOCAL":
		return nil
	}
	if iana, ok := windowsZones[strings.ToLower(name)]; ok {
		name = iana
	}
	for {
		if l, err := time.LoadLocation(name); err == nil && name != "" {
			return l
		}
		_, rest, found := strings.Cut(name, "/")
		if !found || !strings.Contains(rest, "/") {
			return nil
		}
		name = rest
	}
}
