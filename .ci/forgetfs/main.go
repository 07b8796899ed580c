// Command forgetfs shows a folder at another place, as a file system that
// forgets: what was written and not synced is in its memory alone, so that
// killing it is a power cut. It is for the figures of package boltstore.
//
//	forgetfs FOLDER MOUNTPOINT
//
// It says "mounted" once it is, and needs the right to mount. Names are not
// forgotten: that a file was made, renamed or removed reaches the folder at
// once. The idea is that of LazyFS (Azevedo and others, 2023).
package main

import (
	"context"
	"fmt"
	"os"
	"sync"
	"syscall"

	"github.com/hanwen/go-fuse/v2/fs"
	"github.com/hanwen/go-fuse/v2/fuse"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: forgetfs FOLDER MOUNTPOINT")
		os.Exit(2)
	}
	server, err := mount(os.Args[1], os.Args[2])
	if err != nil {
		fmt.Fprintln(os.Stderr, "forgetfs:", err)
		os.Exit(1)
	}
	fmt.Println("mounted")
	server.Wait()
}

func mount(folder, at string) (*fuse.Server, error) {
	var stat syscall.Stat_t
	if err := syscall.Stat(folder, &stat); err != nil {
		return nil, err
	}
	memory := &memory{files: make(map[uint64]*file)}
	below := &fs.LoopbackRoot{Path: folder, Dev: uint64(stat.Dev)}
	root := &node{LoopbackNode: &fs.LoopbackNode{RootData: below}, memory: memory}
	below.RootNode = root
	return fs.Mount(at, root, &fs.Options{MountOptions: fuse.MountOptions{DirectMount: true, FsName: "forgetfs"}})
}

// memory holds what was written and not synced, of every file that has any.
type memory struct {
	mu    sync.Mutex
	files map[uint64]*file // by inode
}

// file is a file as a program sees it.
type file struct {
	content []byte
	dirty   map[int64]bool // pages that the disk has not
}

const pageSize = 4096

// of returns the file with what the disk has of it, once it was touched.
func (m *memory) of(f *os.File) (*file, error) {
	ino, err := inode(f)
	if err != nil {
		return nil, err
	}
	if known := m.files[ino]; known != nil {
		return known, nil
	}
	content, err := os.ReadFile(f.Name())
	if err != nil {
		return nil, err
	}
	m.files[ino] = &file{content: content, dirty: make(map[int64]bool)}
	return m.files[ino], nil
}

func inode(f *os.File) (uint64, error) {
	var stat syscall.Stat_t
	err := syscall.Fstat(int(f.Fd()), &stat)
	return stat.Ino, err
}

func (f *file) resize(size int64) {
	for int64(len(f.content)) < size {
		f.content = append(f.content, make([]byte, size-int64(len(f.content)))...)
	}
	f.content = f.content[:size]
}

func (f *file) write(data []byte, at int64) {
	f.resize(max(int64(len(f.content)), at+int64(len(data))))
	copy(f.content[at:], data)
	for page := at / pageSize; page*pageSize < at+int64(len(data)); page++ {
		f.dirty[page] = true
	}
}

// sync brings to the disk what it has not, page by page.
func (f *file) sync(disk *os.File) error {
	if err := disk.Truncate(int64(len(f.content))); err != nil {
		return err
	}
	for page := range f.dirty {
		from := page * pageSize
		if from >= int64(len(f.content)) {
			continue
		}
		if _, err := disk.WriteAt(f.content[from:min(from+pageSize, int64(len(f.content)))], from); err != nil {
			return err
		}
	}
	clear(f.dirty)
	return disk.Sync()
}

// node is a file or folder, whose names are those of the folder below.
type node struct {
	*fs.LoopbackNode
	memory *memory
}

// WrapChild implements [fs.NodeWrapChilder]: what is in a folder forgets as well.
func (n *node) WrapChild(_ context.Context, child fs.InodeEmbedder) fs.InodeEmbedder {
	return &node{LoopbackNode: child.(*fs.LoopbackNode), memory: n.memory}
}

var (
	_ fs.NodeWrapChilder = (*node)(nil)
	_ fs.NodeOpener      = (*node)(nil)
	_ fs.NodeCreater     = (*node)(nil)
	_ fs.NodeGetattrer   = (*node)(nil)
	_ fs.NodeSetattrer   = (*node)(nil)
	_ fs.NodeLookuper    = (*node)(nil)
)

func (n *node) below() string { return n.RootData.Path + "/" + n.Path(n.Root()) }

func (n *node) Open(_ context.Context, flags uint32) (fs.FileHandle, uint32, syscall.Errno) {
	disk, err := os.OpenFile(n.below(), os.O_RDWR, 0)
	if err != nil {
		return nil, 0, fs.ToErrno(err)
	}
	h := &handle{memory: n.memory, disk: disk}
	if flags&syscall.O_TRUNC != 0 {
		return h, 0, h.resize(0)
	}
	return h, 0, 0
}

func (n *node) Create(ctx context.Context, name string, flags, mode uint32, out *fuse.EntryOut) (*fs.Inode, fs.FileHandle, uint32, syscall.Errno) {
	child, made, _, errno := n.LoopbackNode.Create(ctx, name, flags&^syscall.O_TRUNC, mode, out)
	if errno != 0 {
		return nil, nil, 0, errno
	}
	if closer, ok := made.(fs.FileReleaser); ok {
		closer.Release(ctx)
	}
	disk, err := os.OpenFile(n.below()+"/"+name, os.O_RDWR, 0)
	if err != nil {
		return nil, nil, 0, fs.ToErrno(err)
	}
	return child, &handle{memory: n.memory, disk: disk}, 0, 0
}

func (n *node) Lookup(ctx context.Context, name string, out *fuse.EntryOut) (*fs.Inode, syscall.Errno) {
	child, errno := n.LoopbackNode.Lookup(ctx, name, out)
	if errno == 0 {
		n.memory.correct(&out.Attr)
	}
	return child, errno
}

func (n *node) Getattr(ctx context.Context, _ fs.FileHandle, out *fuse.AttrOut) syscall.Errno {
	errno := n.LoopbackNode.Getattr(ctx, nil, out)
	if errno == 0 {
		n.memory.correct(&out.Attr)
	}
	return errno
}

func (n *node) Setattr(ctx context.Context, h fs.FileHandle, in *fuse.SetAttrIn, out *fuse.AttrOut) syscall.Errno {
	if size, ok := in.GetSize(); ok {
		disk, err := os.OpenFile(n.below(), os.O_RDWR, 0)
		if err != nil {
			return fs.ToErrno(err)
		}
		defer disk.Close()
		if errno := (&handle{memory: n.memory, disk: disk}).resize(int64(size)); errno != 0 {
			return errno
		}
		in.Valid &^= fuse.FATTR_SIZE
	}
	if errno := n.LoopbackNode.Setattr(ctx, nil, in, out); errno != 0 {
		return errno
	}
	n.memory.correct(&out.Attr)
	return 0
}

// correct puts the size that a program sees in place of the disk's.
func (m *memory) correct(a *fuse.Attr) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if f := m.files[a.Ino]; f != nil {
		a.Size = uint64(len(f.content))
	}
}

// handle is an open file.
type handle struct {
	memory *memory
	disk   *os.File
}

var (
	_ fs.FileReader   = (*handle)(nil)
	_ fs.FileWriter   = (*handle)(nil)
	_ fs.FileFsyncer  = (*handle)(nil)
	_ fs.FileReleaser = (*handle)(nil)
)

// with does something with the file in memory.
func (h *handle) with(do func(*file) error) syscall.Errno {
	h.memory.mu.Lock()
	defer h.memory.mu.Unlock()
	f, err := h.memory.of(h.disk)
	if err == nil {
		err = do(f)
	}
	return fs.ToErrno(err)
}

func (h *handle) resize(size int64) syscall.Errno {
	return h.with(func(f *file) error { f.resize(size); return nil })
}

func (h *handle) Read(_ context.Context, to []byte, at int64) (fuse.ReadResult, syscall.Errno) {
	n := 0
	errno := h.with(func(f *file) error {
		if at < int64(len(f.content)) {
			n = copy(to, f.content[at:])
		}
		return nil
	})
	return fuse.ReadResultData(to[:n]), errno
}

func (h *handle) Write(_ context.Context, data []byte, at int64) (uint32, syscall.Errno) {
	errno := h.with(func(f *file) error { f.write(data, at); return nil })
	return uint32(len(data)), errno
}

func (h *handle) Fsync(context.Context, uint32) syscall.Errno {
	return h.with(func(f *file) error { return f.sync(h.disk) })
}

func (h *handle) Release(context.Context) syscall.Errno { return fs.ToErrno(h.disk.Close()) }
