package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"heliotrope/journal/words"
	"heliotrope/ui/controls"
	"heliotrope/ui/look"
)

// Tell shows in a small window why the journal could not be opened, for those
// who see no standard error. It returns once the window is closed.
func Tell(cfg Config, why error) error {
	return onScreen(cfg, func(a fyne.App) stage {
		w := words.In(cfg.Language)
		window := newWindow(a, cfg)
		p := w.Problem(why)
		if cfg.Explain != nil {
			if said := cfg.Explain(why); said != "" {
				p = words.Problem{}
				p.What, p.Do, _ = strings.Cut(said, "\n")
			}
		}
		closing := controls.NewButton(w.Say("dialog.close"), window.Close)
		closing.Importance = widget.HighImportance
		place := ""
		if cfg.Vault != nil { // if not, there is none
			place = cfg.Vault.Path()
		}
		content := look.PagePadding(controls.Stack(12,
			controls.Flush(controls.Heading(p.What, theme.SizeNameSubHeadingText)),
			controls.Flush(controls.Body(strings.TrimSpace(p.Safe+" "+p.Do))),
			controls.Flush(controls.Caption(place)),
			container.NewHBox(closing)))
		window.Resize(fyne.NewSize(520, 240))
		window.Show()
		return stage{window, func() { window.SetContent(content) }, window.Close, func() error { return nil }}
	})
}
