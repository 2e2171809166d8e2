package project

import (
	"encoding/json"

	"github.com/postvet/postvet/internal/post"
	"github.com/postvet/postvet/internal/rule"
)

// SettingsSchema returns the JSON Schema of the settings file, for editors.
func SettingsSchema() []byte {
	texts := oneOrMore(map[string]any{"type": []string{"string", "number"}})
	organisation, paths, defaults := map[string]any{}, map[string]any{}, map[string]any{}
	for _, key := range organisationKeys() {
		organisation[key] = texts
	}
	for _, key := range pathsKeys() {
		paths[key] = texts
	}
	for _, name := range defaultNames() {
		defaults[name] = metadataSchema(name)
	}
	s := closed(map[string]any{
		"jurisdiction": described(metadataSchema("jurisdiction"), "Where posts are published; rules of other places are left out."),
		"organisation": described(closed(organisation), "Who you are: names, people who may be named, contacts, rivals."),
		"packs":        described(texts, `Rule packs: "shipped" for all, names of some, paths of your own.`),
		"rules":        described(map[string]any{"type": "object", "additionalProperties": rule.OverrideSchema()}, "What is decided otherwise about single rules."),
		"paths":        described(closed(paths), "Patterns of the files that are drafts, counted from this folder."),
		"disclaimers":  described(map[string]any{"type": "object", "additionalProperties": map[string]any{"type": "string", "minLength": 1}}, "The lines that fix adds for rules, in the organisation's own words."),
		"defaults":     described(closed(defaults), "What drafts are that don't say."),
	})
	s["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	s["title"] = "postvet settings"
	text, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		panic(err) // maps, lists and texts
	}
	return append(text, '\n')
}

// metadataSchema is the shape of a metadata name as the table has it.
func metadataSchema(name string) map[string]any {
	n, _ := post.NameOf(name)
	one := map[string]any{"type": []string{"string", "number", "boolean"}}
	switch {
	case len(n.Values) > 0 && n.Values[0] == "true":
		one = map[string]any{"enum": []any{true, false, "true", "false"}}
	case n.Values != nil:
		one = map[string]any{"enum": n.Values}
	}
	if n.List {
		one = oneOrMore(one)
	}
	return described(one, n.Accepts)
}

func oneOrMore(one map[string]any) map[string]any {
	return map[string]any{"anyOf": []any{one, map[string]any{"type": "array", "items": one}}}
}

func closed(properties map[string]any) map[string]any {
	return map[string]any{"type": "object", "properties": properties, "additionalProperties": false}
}

func described(s map[string]any, text string) map[string]any {
	s["description"] = text
	return s
}
