package rule

import (
	"slices"

	"github.com/postvet/postvet/internal/post"
	"github.com/postvet/postvet/internal/yamldoc"
)

// Example is a post that the rule must flag or leave alone.
type Example struct {
	Text     string
	Fields   []Value   // other texts of the post: title, alt, answered, reshared, …
	Meta     []Value   // what the post says about itself
	Media    [][]Value // its images, videos and sounds
	Match    string    // the text that must be underlined; "" any
	Severity Severity  // that the finding must have; Off any
	Line     int       // in the pack's file
}

// Value is a name with what stands under it.
type Value struct {
	Name   string
	Values []string
}

// Post returns the example as a post of that source, with the first value of
// each key of the rule's when that the example says nothing of.
func (r *Rule) Post(e *Example, source string) *post.Post {
	record := slices.Concat(e.Fields, e.Meta)
	for _, c := range r.When {
		told := slices.ContainsFunc(record, func(v Value) bool { return v.Name == c.Name })
		if len(c.Values) > 0 && !told {
			record = append(record, Value{c.Name, c.Values[:1]})
		}
	}
	root := mapOf(record)
	if len(e.Media) > 0 {
		items := &yamldoc.Node{Kind: yamldoc.List}
		for _, item := range e.Media {
			items.Items = append(items.Items, mapOf(item))
		}
		root.Keys = append(root.Keys, yamldoc.Entry{Key: scalar("media"), Value: items})
	}
	return post.New(source, e.Text, root, &yamldoc.Decoder{Path: source})
}

// texts returns every text of the example.
func (e *Example) texts() []string {
	all := []string{e.Text}
	for _, f := range e.Fields {
		all = append(all, f.Values...)
	}
	for _, item := range e.Media {
		for _, v := range item {
			all = append(all, v.Values...)
		}
	}
	return all
}

// mapOf returns values as the map they were read from.
func mapOf(values []Value) *yamldoc.Node {
	n := &yamldoc.Node{Kind: yamldoc.Map}
	for _, v := range values {
		value := &yamldoc.Node{Kind: yamldoc.List}
		for _, one := range v.Values {
			value.Items = append(value.Items, scalar(one))
		}
		if len(value.Items) == 1 {
			value = value.Items[0]
		}
		n.Keys = append(n.Keys, yamldoc.Entry{Key: scalar(v.Name), Value: value})
	}
	return n
}

// scalar returns a text as YAML would have it; true and false are no texts.
func scalar(text string) *yamldoc.Node {
	tag := "!!str"
	if text == "true" || text == "false" {
		tag = "!!bool"
	}
	return &yamldoc.Node{Value: text, Tag: tag, Line: 1, Column: 1}
}
