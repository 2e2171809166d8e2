package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/postvet/postvet/internal/post"
	"github.com/postvet/postvet/internal/project"
	"github.com/postvet/postvet/internal/report"
)

// settingsOptions are the flags that choose settings and packs or stand in
// for a setting.
type settingsOptions struct {
	config   string
	noConfig bool
	packs    []string
	meta     [5][]string // by metaFlags
}

// metaFlags are the metadata that a flag can say for posts that don't.
func metaFlags() [5]struct{ name, setting, usage string } {
	return [5]struct{ name, setting, usage string }{
		{"platform", "defaults.platform", "platform of drafts that don't say"},
		{"kind", "defaults.kind", "kind of drafts that don't say"},
		{"account", "defaults.account", "account of drafts that don't say"},
		{"audience", "defaults.audience", "audience of drafts that don't say"},
		{"jurisdiction", "jurisdiction", "places where drafts that don't say are published"},
	}
}

// addTo adds the flags that every command with rules has.
func (o *settingsOptions) addTo(a *app, c *cobra.Command) {
	f := c.Flags()
	f.StringVar(&o.config, "config", "", "settings `FILE`, instead of the nearest .postvet.yaml")
	f.BoolVar(&o.noConfig, "no-config", false, "read no settings file")
	f.StringSliceVar(&o.packs, "pack", nil, "use this `PACK`, a shipped name or a path, in place of the settings' (repeatable)")
	c.MarkFlagsMutuallyExclusive("config", "no-config")
	complete(c, "pack", a.packNames)
}

// addMeta adds the flags that speak for posts that don't.
func (o *settingsOptions) addMeta(c *cobra.Command) {
	for i, flag := range metaFlags() {
		c.Flags().Var(metaValue{flag.name, &o.meta[i]}, flag.name, flag.usage)
		complete(c, flag.name, func() []string { return metaValues(flag.name) })
	}
}

// open reads settings and packs as the flags say.
func (a *app) open(o *settingsOptions) (*project.Project, error) {
	flags := map[string][]string{}
	for i, flag := range metaFlags() {
		if len(o.meta[i]) > 0 {
			flags[flag.setting] = o.meta[i]
		}
	}
	if len(o.packs) > 0 {
		flags["packs"] = o.packs
	}
	return project.Open(project.Options{Config: o.config, NoConfig: o.noConfig, Flags: flags})
}

// metaValue is a flag that takes values of one metadata name.
type metaValue struct {
	name   string
	values *[]string
}

// String is the values now.
func (m metaValue) String() string {
	if m.values == nil {
		return ""
	}
	return strings.Join(*m.values, ",")
}

// Set takes one value, or several parted by commas.
func (m metaValue) Set(s string) error {
	for value := range strings.SplitSeq(s, ",") {
		*m.values = append(*m.values, strings.TrimSpace(value))
	}
	var meta post.Meta
	return meta.Set(m.name, *m.values...)
}

// Type is what help shows in place of the value.
func (m metaValue) Type() string { return strings.ToUpper(m.name) }

// tables lists, for help, how drafts are read, how results are written, and
// what the flags about drafts accept.
func tables() string {
	var b strings.Builder
	b.WriteString("Formats of drafts (--input-format):\n")
	for _, f := range post.Formats() {
		fmt.Fprintf(&b, "  %-13s %s (%s)\n", f.Name, f.Summary, strings.Join(f.Extensions, ", "))
	}
	b.WriteString("\nFormats of results (--format, --output):\n")
	for _, f := range report.Formats() {
		fmt.Fprintf(&b, "  %-13s %s\n", f.Name, f.Summary)
	}
	b.WriteString("\nWhat drafts can be:\n")
	for _, flag := range metaFlags() {
		n, _ := post.NameOf(flag.name)
		fmt.Fprintf(&b, "  %-13s %s\n", n.Name, n.Accepts)
	}
	return strings.TrimSpace(b.String())
}

// inputFormats are the words of --input-format.
func inputFormats() []string {
	all := []string{"auto"}
	for _, f := range post.Formats() {
		all = append(all, f.Name)
	}
	return all
}

func metaValues(name string) []string {
	n, _ := post.NameOf(name)
	return n.Values
}
