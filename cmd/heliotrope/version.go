package main

import (
	"fmt"

	"github.com/spf13/cobra"

	root "heliotrope"
)

func (p *program) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:         "version",
		Annotations: map[string]string{anywhere: "yes"},
		Short:       p.words.Say("cli.version.short"),
		Args:        p.args(0, 0),
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintln(p.out, p.version())
			return err
		},
	}
}

// version returns which version of the program this is, and below it what it
// was built with.
func (p *program) version() string {
	build := root.ThisBuild()
	return "heliotrope " + p.words.Version(build) + "\n" + p.words.BuiltWith(build)
}
