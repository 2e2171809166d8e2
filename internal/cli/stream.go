package cli

import (
	"bufio"
	"errors"
	"os"
	"runtime"
	"strconv"
	"strings"
	"syscall"

	"golang.org/x/term"
)

// stream is standard output or standard error and what its reader can take.
type stream struct {
	*bufio.Writer
	file     *os.File
	env      func(string) string
	terminal bool
	ascii    bool
}

func newStream(f *os.File, env func(string) string) *stream {
	s := &stream{file: f, env: env, terminal: term.IsTerminal(int(f.Fd())), ascii: !unicodeLocale(env)}
	s.Writer = bufio.NewWriter(pipe{f})
	return s
}

// width returns the columns of the terminal, 80 for what is none.
func (s *stream) width() int {
	if n, err := strconv.Atoi(s.env("COLUMNS")); err == nil && n > 0 {
		return n
	}
	if s.terminal {
		if n, _, err := term.GetSize(int(s.file.Fd())); err == nil && n > 0 {
			return n
		}
	}
	return 80
}

// colour decides whether to paint: what the flag says (auto, always or never),
// then NO_COLOR, then FORCE_COLOR and CLICOLOR_FORCE, then the terminal.
func (s *stream) colour(flag string) bool {
	forced := func(name string) bool {
		v := s.env(name)
		return v != "" && v != "0" && v != "false"
	}
	switch {
	case flag != "auto":
		return flag == "always"
	case s.env("NO_COLOR") != "":
		return false
	case forced("FORCE_COLOR"), forced("CLICOLOR_FORCE"):
		return true
	}
	return s.terminal && s.env("TERM") != "dumb"
}

// unicodeLocale reports whether the locale says that text is UTF-8. Windows
// has no such variables and a console that takes Unicode.
func unicodeLocale(env func(string) string) bool {
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if v := strings.ToLower(env(name)); v != "" {
			return strings.Contains(v, "utf-8") || strings.Contains(v, "utf8")
		}
	}
	return runtime.GOOS == "windows" || runtime.GOOS == "darwin"
}

// pipe swallows what is written after its reader has gone: "postvet check |
// head" is no failure, and the exit code still comes from the findings.
type pipe struct{ f *os.File }

func (p pipe) Write(b []byte) (int, error) {
	n, err := p.f.Write(b)
	if err != nil && readerGone(err) {
		return len(b), nil
	}
	return n, err
}

func readerGone(err error) bool {
	if errors.Is(err, syscall.EPIPE) {
		return true
	}
	const brokenPipe, pipeClosing = syscall.Errno(109), syscall.Errno(232)
	return runtime.GOOS == "windows" && (errors.Is(err, brokenPipe) || errors.Is(err, pipeClosing))
}
