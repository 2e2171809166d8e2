package text

// lookalikes are letters and signs that a reader takes for plain ones, and
// letters without a decomposition of their own. Source: Unicode's
// confusables.txt (UTS #39), the Cyrillic, Greek and small-capital rows that
// look like Latin letters; the rest are transliterations in common use.
var lookalikes = map[rune]string{
	// Cyrillic
	'а': "a", 'в': "b", 'с': "c", 'ԁ': "d", 'е': "e", 'ё': "e", 'һ': "h", 'н': "h", 'і': "i", 'ї': "i",
	'ј': "j", 'к': "k", 'ӏ': "l", 'м': "m", 'о': "o", 'р': "p", 'ԛ': "q", 'г': "r", 'ѕ': "s", 'т': "t",
	'у': "y", 'ѵ': "v", 'ԝ': "w", 'х': "x",
	// Greek
	'α': "a", 'β': "b", 'ε': "e", 'η': "n", 'ι': "i", 'κ': "k", 'ν': "v", 'ο': "o", 'ρ': "p", 'τ': "t",
	'υ': "u", 'χ': "x", 'ω': "w", 'γ': "y",
	// small capitals and IPA
	'ᴀ': "a", 'ʙ': "b", 'ᴄ': "c", 'ᴅ': "d", 'ᴇ': "e", 'ꜰ': "f", 'ɢ': "g", 'ʜ': "h", 'ɪ': "i", 'ᴊ': "j",
	'ᴋ': "k", 'ʟ': "l", 'ᴍ': "m", 'ɴ': "n", 'ᴏ': "o", 'ᴘ': "p", 'ʀ': "r", 'ꜱ': "s", 'ᴛ': "t", 'ᴜ': "u",
	'ᴠ': "v", 'ᴡ': "w", 'ʏ': "y", 'ᴢ': "z", 'ɑ': "a", 'ɡ': "g",
	// letters that NFKD leaves whole
	'ß': "ss", 'ẞ': "ss", 'æ': "ae", 'Æ': "ae", 'œ': "oe", 'Œ': "oe", 'ø': "o", 'Ø': "o", 'ł': "l", 'Ł': "l",
	'đ': "d", 'Đ': "d", 'ð': "d", 'Ð': "d", 'þ': "th", 'Þ': "th", 'ı': "i", 'ħ': "h", 'Ħ': "h", 'ŧ': "t",
	// quotes, apostrophes, hyphens, dashes, line ends
	'‘': "'", '’': "'", '‚': "'", '‛': "'", '′': "'", 'ʼ': "'", 'ʻ': "'", '´': "'", '＇': "'", 'ʹ': "'",
	'“': `"`, '”': `"`, '„': `"`, '‟': `"`, '«': `"`, '»': `"`, '″': `"`, '‹': `"`, '›': `"`,
	'‐': "-", '‑': "-", '−': "-", '﹣': "-", '－': "-", '⁃': "-",
	'‒': "–", '—': "–", '―': "–",
	'\u2028': "\n", '\u2029': "\n", '\u0085': "\n",
	// footnote marks aren't digits of the word before
	'¹': " ", '²': " ", '³': " ", '⁰': " ", '⁴': " ", '⁵': " ", '⁶': " ", '⁷': " ", '⁸': " ", '⁹': " ",
}
