package alert

import "testing"

// A dialog opens for those who see no standard error, and for nobody else.
func TestByClick(t *testing.T) {
	type env = map[string]string
	const pid = 42
	session := env{"DISPLAY": ":0", "XDG_CURRENT_DESKTOP": "GNOME"}
	for _, test := range []struct {
		name  string
		env   env
		start start
		want  bool
	}{
		{"an entry of GNOME", env{"GIO_LAUNCHED_DESKTOP_FILE": "/x.desktop", "GIO_LAUNCHED_DESKTOP_FILE_PID": "42"}, start{}, true},
		{"an entry, read by a pipe", env{"GIO_LAUNCHED_DESKTOP_FILE": "/x.desktop"}, start{piped: true}, true},
		{"an entry of X", env{"DESKTOP_STARTUP_ID": "x"}, start{}, true},
		{"an entry of Wayland", env{"XDG_ACTIVATION_TOKEN": "x"}, start{}, true},
		{"a session without a display", env{"DESKTOP_SESSION": "xfce"}, start{}, true},
		{"the bare program in a file manager", session, start{}, true},
		{"a key of a window manager", env{"DISPLAY": ":0"}, start{}, true},
		{"Wayland alone", env{"WAYLAND_DISPLAY": "wayland-0"}, start{}, true},
		{"the Finder", nil, start{graphic: true}, true},

		{"a terminal", session, start{terminal: true}, false},
		{"a terminal that an entry has started", env{"GIO_LAUNCHED_DESKTOP_FILE": "/x.desktop", "DESKTOP_STARTUP_ID": "x"}, start{terminal: true}, false},
		{"a script of a program that an entry has started", env{"GIO_LAUNCHED_DESKTOP_FILE": "/x.desktop", "GIO_LAUNCHED_DESKTOP_FILE_PID": "7", "DISPLAY": ":0"}, start{piped: true}, false},
		{"a script with pipes", session, start{piped: true}, false},
		{"a job of cron", nil, start{}, false},
		{"a job of cron that names a display", env{"DISPLAY": ":0"}, start{piped: true}, false},
		{"ssh with a display", env{"DISPLAY": "localhost:10.0", "SSH_CONNECTION": "1.2.3.4"}, start{}, false},
		{"ssh to macOS", env{"SSH_CONNECTION": "1.2.3.4"}, start{graphic: true}, false},
	} {
		test.start.env = func(name string) string { return test.env[name] }
		test.start.pid = pid
		if got := test.start.byClick(); got != test.want {
			t.Errorf("%s: got %v, want %v", test.name, got, test.want)
		}
	}
}
