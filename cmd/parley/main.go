// Command parley opens the window of Parley, and has every command of it.
package main

import (
	"os"

	"parley/cmd/internal/command"
)

func main() {
	os.Exit(command.Run(os.Args[1:], command.Env{
		Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
		OpenWindow: openWindow,
	}))
}
