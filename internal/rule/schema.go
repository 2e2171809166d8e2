package rule

import (
	"encoding/json"
	"maps"

	"github.com/postvet/postvet/internal/post"
)

// shape is what a value looks like, in the words of JSON Schema.
type shape map[string]any

// The shapes of simple values.
var (
	aText       = shape{"type": "string", "minLength": 1}
	aFlag       = shape{"type": "boolean"}
	aDate       = shape{"type": "string", "format": "date"}
	aName       = shape{"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": maxName}
	somePhrases = shape{"anyOf": []any{aText, listOf(aText)}}
)

func listOf(s shape) shape { return shape{"type": "array", "items": s, "minItems": 1} }

func oneOrMore(s shape) shape { return shape{"anyOf": []any{s, listOf(s)}} }

func mapTo(s shape) shape {
	return shape{"type": "object", "additionalProperties": s, "minProperties": 1}
}

// aWord is one of a few words.
func aWord(values ...string) shape { return shape{"enum": values} }

func ref(name string) shape { return shape{"$ref": "#/$defs/" + name} }

// object is the shape of a mapping that has a table of keys.
func object[T any](keys []key[T]) shape {
	properties, required := shape{}, []string{}
	for _, k := range keys {
		described := maps.Clone(k.shape)
		described["description"] = k.doc
		properties[k.name] = described
		if k.need {
			required = append(required, k.name)
		}
	}
	s := shape{"type": "object", "properties": properties, "additionalProperties": false}
	if len(required) > 0 {
		s["required"] = required
	}
	return s
}

// Schema returns the JSON Schema of a pack, for editors.
func Schema() []byte {
	s := object(packKeys())
	s["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	s["title"] = "postvet rule pack"
	s["$defs"] = shape{
		"rule":       object(ruleKeys()),
		"matcher":    matcherShape(),
		"conditions": vocabulary(post.Names()).shape(),
		"media":      vocabulary(post.MediaNames()).shape(),
		"severity":   severityShape(),
		"example":    object(exampleKeys()),
	}
	text, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		panic(err) // shapes are maps, lists and texts
	}
	return append(text, '\n')
}
