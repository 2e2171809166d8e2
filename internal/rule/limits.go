package rule

// What packs may have at most: they may come from strangers, and loading one
// must stay quick. Shipped packs are far below.
const (
	maxPack     = 4 << 20 // bytes of a pack
	maxList     = 4 << 20 // bytes of a list file
	maxRules    = 10_000  // rules of a pack
	maxPhrases  = 50_000  // phrases of a matcher or list
	maxText     = 4_000   // bytes of a title, message or other text
	maxPhrase   = 1_000   // bytes of a phrase
	maxRegexp   = 4_000   // bytes of a regexp
	maxName     = 64      // bytes of an id
	maxNesting  = 6       // matchers in matchers
	maxSignals  = 50      // signals of at_least
	maxMistakes = 1_000   // said of one file
)
