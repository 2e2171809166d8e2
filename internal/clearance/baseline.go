package clearance

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
)

// Baseline is what was found before the checking began: fingerprints by rule,
// and how often each was met. It holds no text and nothing of private rules.
type Baseline struct{ found map[key]int }

type key struct{ rule, fingerprint string }

// baselineSchema names the form of the file.
const baselineSchema = "postvet/baseline/1"

type baselineFile struct {
	Schema   string          `json:"schema"`
	Findings []baselineEntry `json:"findings"`
}

type baselineEntry struct {
	Rule        string `json:"rule"`
	Fingerprint string `json:"fingerprint"`
	Count       int    `json:"count"`
}

func (b *Baseline) add(k key, n int) {
	if b.found == nil {
		b.found = map[key]int{}
	}
	b.found[k] += n
}

// counts returns a copy of what was found.
func (b *Baseline) counts() map[key]int {
	left := make(map[key]int, len(b.found))
	for k, n := range b.found {
		left[k] = n
	}
	return left
}

// Len returns how many findings it holds.
func (b *Baseline) Len() int {
	n := 0
	for _, count := range b.found {
		n += count
	}
	return n
}

// Write writes the baseline, one finding a line in order, so that versions of
// it compare well.
func (b *Baseline) Write(w io.Writer) error {
	var entries []baselineEntry
	for k, n := range b.found {
		entries = append(entries, baselineEntry{k.rule, k.fingerprint, n})
	}
	slices.SortFunc(entries, func(a, b baselineEntry) int {
		return cmp.Or(cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Fingerprint, b.Fingerprint))
	})
	if _, err := fmt.Fprintf(w, "{\"schema\": %q, \"findings\": [", baselineSchema); err != nil {
		return err
	}
	for i, e := range entries {
		line, err := json.Marshal(e)
		if err != nil {
			return err
		}
		separator := ",\n"
		if i == 0 {
			separator = "\n"
		}
		if _, err := fmt.Fprintf(w, "%s%s", separator, line); err != nil {
			return err
		}
	}
	_, err := fmt.Fprint(w, "\n]}\n")
	return err
}

// ReadBaseline reads what Write wrote.
func ReadBaseline(data []byte) (*Baseline, error) {
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	var file baselineFile
	if err := d.Decode(&file); err != nil || d.More() {
		return nil, errors.New("not a baseline; write one with --write-baseline")
	}
	if file.Schema != baselineSchema {
		return nil, fmt.Errorf("not a baseline of this version (%s); write it anew with --write-baseline", baselineSchema)
	}
	b := &Baseline{}
	for _, e := range file.Findings {
		if e.Rule == "" || e.Fingerprint == "" || e.Count < 1 {
			return nil, errors.New("a finding in it has no rule, fingerprint or count; write it anew with --write-baseline")
		}
		b.add(key{e.Rule, e.Fingerprint}, e.Count)
	}
	return b, nil
}
