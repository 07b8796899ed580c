package input_test

import (
	"fmt"
	"testing"

	"heliotrope/journal/input"
)

func TestTimeOfDay(t *testing.T) {
	for text, want := range map[string]int{
		"16:00": 960, "16.00": 960, "16h": 960, "16 h": 960, "16H": 960, "16h00": 960, "16 h 30": 990, "16h30min": 990, "1600": 960, "16": 960,
		"4 pm": 960, "4pm": 960, "4 PM": 960, "4 p.m.": 960, "4:30 p.m.": 990, "4.30pm": 990, "12 pm": 720, "12 am": 0, "12:30am": 30, "9 am": 540,
		" 9:05 ": 545, "0:00": 0, "00:00": 0, "0": 0, "0h": 0, "23:59": 1439, "16\u00a0h\u202f30": 990,
	} {
		if got, ok := input.TimeOfDay(text); !ok || got != want {
			t.Errorf("%q is %d, %v, want %d", text, got, ok, want)
		}
	}
	for _, text := range []string{
		"", " ", ":", "h", "am", "pm", "24:00", "24", "25 h", "2400", "16:60", "16h60", "16:0", "16:000", "160", "16000", "016:00", "-1", "+4", "1e1",
		"13 pm", "0 pm", "00:30 am", "four", "16:00:00", "16:00 uhr", "16h30h", "4 pm pm", "١٦:٠٠", "16:3o", "9999999999999999999999",
	} {
		if got, ok := input.TimeOfDay(text); ok {
			t.Errorf("%q is %d", text, got)
		}
	}
	for minutes := range 24 * 60 {
		h, m := minutes/60, minutes%60
		half, twelve := "am", (h+11)%12+1
		if h >= 12 {
			half = "pm"
		}
		for _, text := range []string{fmt.Sprintf("%02d:%02d", h, m), fmt.Sprintf("%dh%02d", h, m), fmt.Sprintf("%d:%02d %s", twelve, m, half)} {
			if got, ok := input.TimeOfDay(text); !ok || got != minutes {
				t.Errorf("%q is %d, %v", text, got, ok)
			}
		}
	}
}
