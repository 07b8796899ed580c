package week

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"heliotrope/ui/controls"
)

// showLineHelp shows what is understood in a line.
func (p *Page) showLineHelp() {
	w := p.Words
	rows := controls.Stack(12, controls.Flush(controls.Body(w.Say("line.help.text"))))
	for _, part := range []string{"tag", "hours", "energy", "kind"} {
		rows.Add(controls.Stack(2,
			controls.NewColored(w.Say("line.help."+part+".forms"), theme.ColorNameForeground, theme.SizeNameText, fyne.TextStyle{Bold: true}),
			controls.Flush(controls.Caption(w.Say("line.help."+part)))))
	}
	rows.Add(controls.Flush(controls.Body(w.Say("line.help.example"))))
	p.Ask.Show(p.Ask.NewWideBox(w.Say("line.help.title"), rows, "dialog.close"))
}
