// Package text turns what was written into what a reader sees: folded, cut
// into words and sentences, each with the way back to the original bytes.
//
// It hides Unicode. It knows nothing of rules, patients or files.
package text

// ID is a word's number in a Lexicon; 0 is a word no pattern knows.
type ID uint32

// Kind says what sort of thing a Word is.
type Kind uint8

// The kinds of words.
const (
	Plain  Kind = iota // letters, perhaps with digits behind them: "cure", "B12"
	Number             // digits, with their thousands separators and decimals: "1,200", "2.5"
	Symbol             // a sign that reads as a word: % £ $ € ¥ + = / °
	Emoji              // one emoji, skin tone and variation dropped
	Handle             // "@name"
	URL                // "https://…", "www.…", "example.org/…"
	Email              // "name@example.org"
)

// Flags say how a Word was written and what stands before it.
type Flags uint32

// What a Word's flags can say. The marks (Comma to QuoteClose) stand between
// the word before and this one.
const (
	Capital    Flags = 1 << iota // first letter upper-case
	Upper                        // two or more letters, all upper-case
	Possessive                   // a possessive 's was dropped
	Glued                        // no space before it: "anti-ageing", "400mg", "can't"
	Comma
	Semicolon
	Colon
	Dash // a dash, not a hyphen
	ParenOpen
	ParenClose
	QuoteOpen
	QuoteClose
	LineStart // first word of a line
	Tag       // inside a hashtag
	TagStart  // the first word of a hashtag
	TagEnd    // the last word of a hashtag
	Decoded   // read through leet, masking or spacing: "sh1t", "f*ck", "f u c k"
)

// Word is one word of a Text.
type Word struct {
	ID         ID
	Kind       Kind
	Flags      Flags
	Start, End int32 // bytes of Text.Raw; the pieces of "can't" share the bytes of the whole
	fold, stop int32 // bytes of store
}

// Sentence is a run of words; a phrase never crosses its borders.
type Sentence struct {
	First, End  int32 // words
	Start, Stop int32 // bytes of Text.Raw
	Paragraph   int32 // number of its paragraph, from 0
	Question    bool  // ends in a question mark
	fold, stop  int32 // bytes of Folded
}

// Text is a field's text, cut once.
type Text struct {
	Raw       string
	Folded    []byte // lower case, accents, width and look-alikes folded, zero-width dropped
	Words     []Word
	Sentences []Sentence
	segments  []segment
	store     []byte // Folded, and behind it spellings that don't stand in it
}

// Fold returns the folded spelling of word i: lower case, plain letters.
func (t *Text) Fold(i int) string { w := &t.Words[i]; return string(t.store[w.fold:w.stop]) }

// FoldedSentence returns sentence k of Folded, punctuation included, and where
// in Folded it starts.
func (t *Text) FoldedSentence(k int) ([]byte, int) {
	s := &t.Sentences[k]
	return t.Folded[s.fold:s.stop], int(s.fold)
}

// FoldBytes is Fold without a copy; the bytes are valid until the next Cut.
func (t *Text) FoldBytes(i int) []byte { w := &t.Words[i]; return t.store[w.fold:w.stop] }

// SentenceOf returns the index of the sentence that holds word i.
func (t *Text) SentenceOf(i int) int {
	lo, hi := 0, len(t.Sentences)
	for hi-lo > 1 {
		mid := int(uint(lo+hi) >> 1)
		if int(t.Sentences[mid].First) <= i {
			lo = mid
		} else {
			hi = mid
		}
	}
	return lo
}
