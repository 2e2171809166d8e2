package rule

import (
	"encoding/json"
	"slices"
	"testing"
)

func TestSchemaKnowsEveryKey(t *testing.T) {
	var schema struct {
		Schema     string `json:"$schema"`
		Required   []string
		Properties map[string]struct{ Description string }
		Defs       map[string]struct {
			Properties map[string]any
			Required   []string
			Closed     *bool `json:"additionalProperties"`
		} `json:"$defs"`
	}
	if err := json.Unmarshal(Schema(), &schema); err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(schema.Required, []string{"pack", "rules"}) || schema.Properties["lists"].Description == "" {
		t.Errorf("pack: %+v", schema)
	}
	if rule := schema.Defs["rule"]; !slices.Equal(rule.Required, []string{"id", "severity", "find", "message"}) || *rule.Closed {
		t.Errorf("rule: %+v", rule)
	}
	for _, k := range append(matcherKinds(), matcherDetails()...) {
		if schema.Defs["matcher"].Properties[k.name] == nil {
			t.Errorf("a matcher has no key %s", k.name)
		}
	}
	if schema.Defs["conditions"].Properties["consent"] == nil || schema.Defs["media"].Properties["alt"] == nil {
		t.Errorf("conditions: %+v", schema.Defs)
	}
}

// references collects every $ref of a schema.
func references(v any, to map[string]bool) {
	switch v := v.(type) {
	case map[string]any:
		for key, value := range v {
			if name, ok := value.(string); ok && key == "$ref" {
				to[name] = true
			}
			references(value, to)
		}
	case []any:
		for _, item := range v {
			references(item, to)
		}
	}
}

func TestSchemaRefersToWhatItDefines(t *testing.T) {
	var schema map[string]any
	if err := json.Unmarshal(Schema(), &schema); err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	references(schema, found)
	defs := schema["$defs"].(map[string]any)
	for name := range found {
		if defs[name[len("#/$defs/"):]] == nil {
			t.Errorf("%s isn't defined", name)
		}
	}
	if len(found) != len(defs) {
		t.Errorf("%d definitions, %d of them used", len(defs), len(found))
	}
}
