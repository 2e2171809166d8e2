// Package match compiles many patterns into one program: text in, matches
// out.
//
// Every phrase is anchored on its rarest piece; one table over all anchors
// says at each word which phrases may stand there, and only those are
// verified, inside their sentence. Regexps run only where a literal of theirs
// was seen. The package hides the words syntax, anchors, gates and cue scopes.
package match

// Finder is the number of one set of phrases (or one regexp) in a Program;
// the zero Finder is none.
type Finder int32

// Options says how the phrases of a finder are read.
type Options struct {
	Obfuscated bool // also leet, masked and spaced spellings
	CaseExact  bool // capitals must agree
}

// A SyntaxError is a mistake in a phrase or regexp: what was found and what
// would be accepted.
type SyntaxError struct {
	Phrase int // index in the slice given
	Offset int // byte in that phrase
	Text   string
}

func (e *SyntaxError) Error() string { return e.Text }

// Piece is the part of a match that stood for a <name>.
type Piece struct {
	Name        string
	Start, Stop int32 // bytes of Text.Raw
}

// Match is one place where a finder holds.
type Match struct {
	Finder      Finder
	Phrase      int32 // index of the phrase in its finder
	First, End  int32 // words
	Start, Stop int32 // bytes of Text.Raw
	Skipped     int32 // words passed over in gaps
	Sentence    int32
	Pieces      []Piece
}
