// Command postvet checks drafts of healthcare social-media posts.
package main

import (
	"os"

	"github.com/postvet/postvet/internal/cli"
)

func main() {
	os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
