package outfile

import "testing"

func TestIsDevice(t *testing.T) {
	for path, want := range map[string]bool{
		"con.pdf": true, `C:\Users\ada\NUL.pdf`: true, "aux": true, "Com1.tar.gz": true, "lpt9 .md": true, `\\server\share\prn.csv`: true,
		"D:con": true, "COM².html": true, "folder/nul.html": true, "CONIN$": true,
		"NUL": false, "nul": false, "": false, "console.pdf": false, "com.pdf": false, "com10.pdf": false, `C:\con\brief.pdf`: false,
		"my.con": false, "brief.pdf": false, "lpt.csv": false, `C:\Users\ada\`: false,
	} {
		if isDevice(path) != want {
			t.Errorf("isDevice(%q) is not %v", path, want)
		}
	}
}
