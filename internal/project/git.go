package project

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
)

// git runs git as it is installed, in the working folder, and returns what it
// writes. What the repository's own configuration would run stays out of it.
func git(ctx context.Context, args ...string) (string, error) {
	c := gitCommand(ctx, args...)
	var stderr bytes.Buffer
	c.Stderr = &stderr
	out, err := c.Output()
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return "", errors.New("git isn't installed here")
	case err != nil:
		said, _, _ := strings.Cut(strings.TrimSpace(stderr.String()), "\n")
		return "", fmt.Errorf("git %s: %s", args[0], strings.TrimSpace(strings.TrimPrefix(said, "fatal:")))
	}
	return string(out), nil
}

func gitCommand(ctx context.Context, args ...string) *exec.Cmd {
	c := exec.CommandContext(ctx, "git", append([]string{"-c", "core.fsmonitor=false"}, args...)...)
	c.Env = append(os.Environ(), "GIT_OPTIONAL_LOCKS=0")
	return c
}

// gitNames returns the paths that git lists, from the repository's root.
func gitNames(ctx context.Context, args ...string) ([]string, error) {
	out, err := git(ctx, args...)
	if err != nil || out == "" {
		return nil, err
	}
	return strings.Split(strings.TrimSuffix(out, "\x00"), "\x00"), nil
}

// differing returns the paths that differ from a commit: in the working folder
// or, cached, as they are staged. Deleted ones aren't among them.
func differing(ctx context.Context, cached bool, commit ...string) ([]string, error) {
	args := []string{"diff", "--name-only", "-z", "--no-renames", "--no-relative", "--no-ext-diff", "--no-textconv", "--diff-filter=d"}
	if cached {
		args = append(args, "--cached")
	}
	args = append(append(args, commit...), "--")
	return gitNames(ctx, args...)
}

// objects reads files out of git's store, one after the other.
type objects struct {
	cmd *exec.Cmd
	in  io.WriteCloser
	out *bufio.Reader
}

func openObjects(ctx context.Context) (*objects, error) {
	o := &objects{cmd: gitCommand(ctx, "cat-file", "--batch")}
	in, err := o.cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := o.cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	o.in, o.out = in, bufio.NewReader(out)
	return o, o.cmd.Start()
}

// close ends git.
func (o *objects) close() {
	_ = o.in.Close()
	_ = o.cmd.Wait() // what it could complain of has shown while reading
}

// read calls f with the content of an object; found is false when there is
// none, or when it is no file.
func (o *objects) read(name string, f func(io.Reader)) (found bool, err error) {
	if strings.Contains(name, "\n") {
		return false, nil // no way to ask for it
	}
	if _, err := fmt.Fprintln(o.in, name); err != nil {
		return false, err
	}
	head, err := o.out.ReadString('\n')
	if err != nil {
		return false, err
	}
	words := strings.Fields(head)
	if len(words) < 3 || words[len(words)-1] == "missing" {
		return false, nil
	}
	size, err := strconv.ParseInt(words[len(words)-1], 10, 64)
	if err != nil {
		return false, nil // "ambiguous" and the like
	}
	content := io.LimitReader(o.out, size)
	if found = words[1] == "blob"; found {
		f(content)
	}
	if _, err := io.Copy(io.Discard, content); err != nil {
		return found, err
	}
	_, err = o.out.Discard(1) // the line end behind it
	return found, err
}
