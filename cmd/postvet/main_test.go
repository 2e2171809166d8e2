package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite the expected output in testdata/script")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"postvet": main})
}

// The scripts are the manual of the command line: every command, flag, exit
// code, format and mistake stands in one of them.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "../../testdata/script",
		RequireExplicitExec: true,
		UpdateScripts:       *update,
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"exits": exits},
		Condition: func(name string) (bool, error) {
			if name != "root" {
				return false, fmt.Errorf("unknown condition %q", name)
			}
			return os.Geteuid() == 0, nil
		},
		Setup: func(env *testscript.Env) error {
			// What the machine's own environment says must not show.
			for _, name := range []string{"CI", "NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "COLUMNS", "LC_ALL", "LC_CTYPE"} {
				env.Setenv(name, "")
			}
			env.Setenv("LANG", "en_GB.UTF-8")
			// The repository's root: no settings are looked for above it.
			if err := os.Mkdir(filepath.Join(env.WorkDir, ".git"), 0o777); err != nil {
				return err
			}
			odd := filepath.Join(env.WorkDir, "odd")
			return errors.Join(writeOdd(odd), writeOffice(odd))
		},
	})
}

// writeOdd writes files that a script can't hold.
func writeOdd(folder string) error {
	if err := os.Mkdir(folder, 0o777); err != nil {
		return err
	}
	for name, data := range map[string]string{
		"binary.txt":  "PK\x03\x04\x00\x00\x00lucky guarantee",
		"windows.txt": "\x93Caf\xe9\x94\r\n\r\n\xa35: lucky guarantee",
		"utf16.csv":   "\xff\xfe" + wide("Network\tMessage\nTwitter\tlucky guarantee\n"),
		"utf16.txt":   "\xff\xfeH\x00i\x00\n\x00A\x00n\x00d\x00,\x00 \x00" + wide("lucky guarantee"),
		"bom.md":      "\ufeff---\r\njurisdiction: uk\r\n---\r\nAnd, lucky guarantee\r\n",
		"hostile.txt": "::set-env name=PATH::x\x1b[31m \u202elucky guarantee\u009b31m ##vso[task.complete]\x07\n::error::x\n\n::lucky guarantee ##[command]",
	} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(data), 0o666); err != nil {
			return err
		}
	}
	return nil
}

// wide returns ASCII as UTF-16, little end first.
func wide(s string) string {
	var b strings.Builder
	for _, r := range s {
		b.WriteRune(r)
		b.WriteByte(0)
	}
	return b.String()
}

// exits runs a command that must end with a code: exits 2 postvet check x
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND [ARGUMENT...]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}
