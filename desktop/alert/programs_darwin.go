package alert

// programs returns the one that macOS has. The message is not part of its
// script.
func programs(string) []program {
	return []program{{
		name: "osascript",
		args: func(m Message) []string {
			return []string{
				"-e", "on run argv",
				"-e", "display dialog (item 1 of argv) with title (item 2 of argv) buttons {item 3 of argv} default button 1 with icon stop",
				"-e", "end run",
				"--", m.Text, m.Title, m.Close,
			}
		},
	}}
}
