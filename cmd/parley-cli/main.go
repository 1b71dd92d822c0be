// Command parley-cli has every command of Parley and no window, so it runs on any server.
package main

import (
	"os"

	"parley/cmd/internal/command"
)

func main() {
	os.Exit(command.Run(os.Args[1:], command.Env{Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr}))
}
