package yamldoc

// Fields are the values of a map by key. Each method names its key in what it reports.
type Fields struct {
	Node *Node // nil when the map isn't there
	d    *Decoder
	what string
}

// Need reports each key that is missing or empty, when the map itself is there.
func (f Fields) Need(keys ...string) {
	if f.Node == nil {
		return
	}
	for _, key := range keys {
		if f.Get(key).Empty() {
			f.d.Report(f.Node, "%s has no %s", f.what, key)
		}
	}
}

// Get returns the value of a key, nil when it is missing.
func (f Fields) Get(key string) *Node { return f.Node.Get(key) }

// String is Decoder.String of a key.
func (f Fields) String(key string) string { return f.d.String(f.Get(key), key) }

// Strings is Decoder.Strings of a key.
func (f Fields) Strings(key string) []string { return f.d.Strings(f.Get(key), key) }

// Phrases is Decoder.Phrases of a key.
func (f Fields) Phrases(key string) []*Node { return f.d.Phrases(f.Get(key), key) }

// Int is Decoder.Int of a key.
func (f Fields) Int(key string, least, most int) int { return f.d.Int(f.Get(key), key, least, most) }

// Bool is Decoder.Bool of a key.
func (f Fields) Bool(key string) bool { return f.d.Bool(f.Get(key), key) }

// Enum is Decoder.Enum of a key.
func (f Fields) Enum(key string, values ...string) string {
	return f.d.Enum(f.Get(key), key, values...)
}

// List is Decoder.List of a key.
func (f Fields) List(key string) []*Node { return f.d.List(f.Get(key), key) }

// Entries is Decoder.Entries of a key.
func (f Fields) Entries(key string) []Entry { return f.d.Entries(f.Get(key), key) }

// Map is Decoder.Map of a key.
func (f Fields) Map(key string, known ...string) Fields { return f.d.Map(f.Get(key), key, known...) }
