package report

import (
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/postvet/postvet/internal/clearance"
	"github.com/postvet/postvet/internal/rule"
)

// sarif is the OASIS Static Analysis Results Interchange Format 2.1.0, as
// GitHub code scanning reads it.
type sarif struct {
	w      io.Writer
	o      Options
	run    Run
	items  items
	rules  []*rule.Rule // those met, in order
	index  map[*rule.Rule]int
	failed []sarifNotification
}

func newSARIF(w io.Writer, o Options) Writer { return &sarif{w: w, o: o, index: map[*rule.Rule]int{}} }

// sarifCap is the most characters code scanning reads of a description.
const sarifCap = 1024

type sarifText struct {
	Text string `json:"text"`
}

type sarifRule struct {
	ID               string         `json:"id"`
	ShortDescription sarifText      `json:"shortDescription"`
	FullDescription  sarifText      `json:"fullDescription"`
	Help             sarifText      `json:"help"`
	HelpURI          string         `json:"helpUri"`
	Properties       sarifRuleProps `json:"properties"`
}

type sarifRuleProps struct {
	Tags            []string `json:"tags"`
	Precision       string   `json:"precision"`
	ProblemSeverity string   `json:"problem.severity"`
}

type sarifResult struct {
	RuleID       string            `json:"ruleId"`
	RuleIndex    int               `json:"ruleIndex"`
	Level        string            `json:"level"`
	Message      sarifText         `json:"message"`
	Locations    []sarifLocation   `json:"locations"`
	Fingerprints map[string]string `json:"partialFingerprints"`
}

type sarifLocation struct {
	Physical sarifPhysical `json:"physicalLocation"`
}

type sarifPhysical struct {
	Artifact sarifArtifact `json:"artifactLocation"`
	Region   *sarifRegion  `json:"region,omitempty"`
}

type sarifArtifact struct {
	URI string `json:"uri"`
}

type sarifRegion struct {
	StartLine   int `json:"startLine"`
	StartColumn int `json:"startColumn,omitempty"`
	EndLine     int `json:"endLine"`
	EndColumn   int `json:"endColumn,omitempty"`
}

type sarifNotification struct {
	Level     string          `json:"level"`
	Message   sarifText       `json:"message"`
	Locations []sarifLocation `json:"locations"`
}

func (s *sarif) Begin(run Run) error {
	s.run = run
	return s.items.open(s.w, `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"columnKind":"unicodeCodePoints","results":[`)
}

func (s *sarif) Post(r clearance.Result) error {
	if err := r.Post.Err; err != nil {
		s.failed = append(s.failed, sarifNotification{"error", sarifText{Visible(err.Error(), s.o.ASCII)}, []sarifLocation{{sarifPhysical{sarifArtifact{uri(r.Post.Source)}, nil}}}})
		return nil
	}
	for i := range r.Findings {
		f := &r.Findings[i]
		at := spotOf(r, f)
		region := &sarifRegion{StartLine: at.line, EndLine: at.endLine}
		if at.columns {
			region.StartColumn, region.EndColumn = at.start.Rune, at.end.Rune
		}
		err := s.items.add(s.w, sarifResult{
			RuleID: f.Rule.ID, RuleIndex: s.number(f.Rule),
			Level:        byWord(f.Severity, "error", "warning", "note"),
			Message:      sarifText{s.o.line(r, f)},
			Locations:    []sarifLocation{{sarifPhysical{sarifArtifact{uri(r.Post.Source)}, region}}},
			Fingerprints: map[string]string{"primaryLocationLineHash": f.Fingerprint},
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (s *sarif) number(r *rule.Rule) int {
	n, ok := s.index[r]
	if !ok {
		n = len(s.rules)
		s.index[r] = n
		s.rules = append(s.rules, r)
	}
	return n
}

func (s *sarif) End(Summary) error {
	rules := []sarifRule{}
	for _, r := range s.rules {
		title, why := either(r.Title, r.ID), either(r.Why, r.Message)
		rules = append(rules, sarifRule{
			ID: r.ID, ShortDescription: sarifText{capped(title)}, FullDescription: sarifText{capped(why)},
			Help: sarifText{capped(either(strings.TrimSpace(why+" "+r.Instead), title))}, HelpURI: home + "/blob/main/rules/README.md",
			Properties: sarifRuleProps{[]string{r.Pack.Name}, byWord(r.Severity.Default, "high", "medium", "medium"), byWord(r.Severity.Default, "error", "warning", "recommendation")},
		})
	}
	foot, err := JSON(struct {
		Driver any `json:"driver"`
	}{struct {
		Name           string      `json:"name"`
		Version        string      `json:"version,omitempty"`
		InformationURI string      `json:"informationUri"`
		Rules          []sarifRule `json:"rules"`
	}{"postvet", s.run.Version, home, rules}})
	if err != nil {
		return err
	}
	invocation, err := JSON(struct {
		Successful    bool                `json:"executionSuccessful"`
		Notifications []sarifNotification `json:"toolExecutionNotifications,omitempty"`
	}{len(s.failed) == 0, s.failed})
	if err != nil {
		return err
	}
	return s.items.close(s.w, fmt.Sprintf("],\"tool\":%s,\"invocations\":[%s]}]}\n", foot, invocation))
}

func either(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

func capped(s string) string {
	if utf8.RuneCountInString(s) <= sarifCap {
		return s
	}
	return string([]rune(s)[:sarifCap-1]) + "…"
}

// slashed is a path as web services write it.
func slashed(path string) string { return filepath.ToSlash(path) }

// uri is a path as a relative reference.
func uri(path string) string { return (&url.URL{Path: slashed(path)}).String() }
