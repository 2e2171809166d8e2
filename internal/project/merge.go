package project

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/viper"

	"github.com/postvet/postvet/internal/post"
	"github.com/postvet/postvet/internal/yamldoc"
)

// envPrefix starts the names of all variables: POSTVET_JURISDICTION,
// POSTVET_DEFAULTS_PLATFORM.
const envPrefix = "POSTVET"

// merge puts the environment over the file and flags over both.
func (s *settings) merge(flags map[string][]string) error {
	v := viper.New()
	if err := v.MergeConfigMap(s.file); err != nil {
		return fmt.Errorf("merging settings: %w", err)
	}
	v.SetEnvPrefix(envPrefix)
	v.SetEnvKeyReplacer(strings.NewReplacer(".", "_"))
	for _, key := range keys() {
		if err := v.BindEnv(key); err != nil {
			return fmt.Errorf("reading the environment: %w", err)
		}
	}
	for key, values := range flags {
		v.Set(key, values)
	}
	s.merged = v
	s.paths.include, s.paths.exclude = s.list("paths.include"), s.list("paths.exclude")
	return checkEnvironment(os.Environ())
}

// variable is the name of the variable that sets key.
func variable(key string) string {
	return envPrefix + "_" + strings.ToUpper(strings.ReplaceAll(key, ".", "_"))
}

// checkEnvironment refuses a variable that is nearly one of ours; others with
// our prefix may belong to whoever installs the tool.
func checkEnvironment(environment []string) error {
	var known []string
	for _, key := range keys() {
		known = append(known, strings.TrimPrefix(variable(key), envPrefix+"_"))
	}
	for _, entry := range environment {
		name, value, _ := strings.Cut(entry, "=")
		suffix, ours := strings.CutPrefix(name, envPrefix+"_")
		if !ours || value == "" || slices.Contains(known, suffix) {
			continue
		}
		if near := yamldoc.Suggest(suffix, known); near != "" {
			return fmt.Errorf("unknown variable %s (did you mean %s_%s?)", name, envPrefix, near)
		}
	}
	return nil
}

// list returns the texts of a setting; in the environment commas part them.
func (s *settings) list(key string) []string {
	switch value := s.merged.Get(key).(type) {
	case []string:
		return value
	case string:
		var all []string
		for part := range strings.SplitSeq(value, ",") {
			if part = strings.TrimSpace(part); part != "" {
				all = append(all, part)
			}
		}
		return all
	}
	return nil
}

// defaults are the metadata of posts that don't say.
func (s *settings) defaults() (post.Meta, error) {
	var meta post.Meta
	if err := meta.Set("jurisdiction", s.list("jurisdiction")...); err != nil {
		return meta, fmt.Errorf("%s: %w", variable("jurisdiction"), err)
	}
	for _, name := range defaultNames() {
		key := "defaults." + name
		if err := meta.Set(name, s.list(key)...); err != nil {
			return meta, fmt.Errorf("%s: %w", variable(key), err)
		}
	}
	return meta, nil
}
