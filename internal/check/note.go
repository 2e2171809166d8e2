package check

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"

	"github.com/postvet/postvet/internal/post"
	"github.com/postvet/postvet/internal/rule"
)

// Note is a finding about the checking itself, such as one about a waiver.
type Note struct {
	Rule    *rule.Rule
	At      post.Position
	Shown   string // what stands for the line in question, never text of a draft
	Message string // without text of a draft
	Hidden  string // what those read in its place who may see no text, "" if the same
	Number  int    // tells it from others of its rule and message in one result
}

// Finding returns the note as a finding of no field.
func (n Note) Finding() Finding {
	hidden := n.Hidden
	if hidden == "" {
		hidden = n.Message
	}
	sum := sha256.Sum256([]byte(strings.Join([]string{n.Rule.ID, n.Shown, hidden, strconv.Itoa(n.Number)}, "\x00")))
	return Finding{
		Rule: n.Rule, Severity: n.Rule.Severity.Default, Field: NoteField, Start: n.At, End: n.At,
		Fingerprint: hex.EncodeToString(sum[:16]),
		quote:       &quote{message: n.Message, hidden: hidden, line: Line{Text: n.Shown, To: len(n.Shown)}},
		masked:      n.Hidden != "",
	}
}
