package match

import (
	"strings"
	"sync"
)

// forms returns a folded word with its noun plural and verb forms.
func forms(word string) []string {
	if f, ok := irregular()[word]; ok {
		return append([]string{word}, strings.Fields(f)...)
	}
	out := []string{word}
	n := len(word)
	if n < 2 || word[n-1] < 'a' || word[n-1] > 'z' {
		return out
	}
	last, before := word[n-1], word[n-2]
	switch {
	case strings.HasSuffix(word, "sis"): // diagnosis
		return append(out, word[:n-2]+"es")
	case last == 's' || last == 'x' || last == 'z' || strings.HasSuffix(word, "ch") || strings.HasSuffix(word, "sh"):
		out = append(out, word+"es")
	case last == 'y' && !vowel(before):
		out = append(out, word[:n-1]+"ies")
	case last == 'o' && !vowel(before):
		out = append(out, word+"s", word+"es")
	default:
		out = append(out, word+"s")
	}
	switch {
	case strings.HasSuffix(word, "ie"): // die, lie
		return append(out, word+"d", word[:n-2]+"ying")
	case last == 'e':
		out = append(out, word+"d", word[:n-1]+"ing")
		if before == 'e' || before == 'y' || before == 'o' {
			out = append(out, word+"ing")
		}
		return out
	case last == 'y' && !vowel(before):
		return append(out, word[:n-1]+"ied", word+"ing")
	case last == 'c':
		out = append(out, word+"ked", word+"king")
	}
	out = append(out, word+"ed", word+"ing")
	if n > 2 && doubles(last) && vowel(before) && !vowel(word[n-3]) {
		out = append(out, word+string(last)+"ed", word+string(last)+"ing")
	}
	return out
}

func vowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

func doubles(c byte) bool { return strings.IndexByte("bdfgklmnprstvz", c) >= 0 }

// irregular holds the other forms of words that don't follow the rules.
var irregular = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for _, line := range strings.Split(irregularForms, "\n") {
		if word, rest, ok := strings.Cut(strings.TrimSpace(line), " "); ok {
			m[word] = rest
		}
	}
	return m
})

const irregularForms = `
analysis analyses
be am is are was were been being
bear bears bore borne bearing
beat beats beaten beating
become becomes became becoming
begin begins began begun beginning
bind binds bound binding
bite bites bit bitten biting
bleed bleeds bled bleeding
blow blows blew blown blowing
break breaks broke broken breaking
bring brings brought bringing
build builds built building
burn burns burned burnt burning
buy buys bought buying
calf calves
catch catches caught catching
child children
choose chooses chose chosen choosing
come comes came coming
cost costs costing
cut cuts cutting
deal deals dealt dealing
do does did done doing
draw draws drew drawn drawing
dream dreams dreamed dreamt dreaming
drink drinks drank drunk drinking
drive drives drove driven driving
eat eats ate eaten eating
fall falls fell fallen falling
feed feeds fed feeding
feel feels felt feeling
fight fights fought fighting
find finds found finding
fly flies flew flown flying
foot feet
forget forgets forgot forgotten forgetting
freeze freezes froze frozen freezing
get gets got gotten getting
give gives gave given giving
go goes went gone going
grow grows grew grown growing
half halves halved halving
halve halves halved halving
have has had having
hear hears heard hearing
hide hides hid hidden hiding
hit hits hitting
hold holds held holding
hurt hurts hurting
keep keeps kept keeping
knife knives knifed
know knows knew known knowing
lay lays laid laying
lead leads led leading
leaf leaves
learn learns learned learnt learning
leave leaves left leaving
lend lends lent lending
let lets letting
life lives
lose loses lost losing
make makes made making
man men
mean means meant meaning
meet meets met meeting
mouse mice
overcome overcomes overcame overcoming
overdo overdoes overdid overdone overdoing
pay pays paid paying
person persons people
prognosis prognoses
put puts putting
quit quits quitting quitted
quiz quizzes quizzed quizzing
read reads reading
rid rids ridded ridding
ride rides rode ridden riding
ring rings rang rung ringing
rise rises rose risen rising
run runs ran running
say says said saying
see sees saw seen seeing
sell sells sold selling
send sends sent sending
set sets setting
shake shakes shook shaken shaking
shelf shelves
shed sheds shedding
shoot shoots shot shooting
shrink shrinks shrank shrunk shrinking
shut shuts shutting
sing sings sang sung singing
sink sinks sank sunk sinking
sit sits sat sitting
sleep sleeps slept sleeping
smell smells smelled smelt smelling
speak speaks spoke spoken speaking
spend spends spent spending
spill spills spilled spilt spilling
split splits splitting
spread spreads spreading
stand stands stood standing
steal steals stole stolen stealing
stick sticks stuck sticking
sting stings stung stinging
strike strikes struck striking
swear swears swore sworn swearing
sweep sweeps swept sweeping
swell swells swelled swollen swelling
swim swims swam swum swimming
take takes took taken taking
teach teaches taught teaching
tear tears tore torn tearing
tell tells told telling
thief thieves
think thinks thought thinking
throw throws threw thrown throwing
tooth teeth
understand understands understood understanding
undo undoes undid undone undoing
wake wakes woke woken waking
wear wears wore worn wearing
weep weeps wept weeping
wife wives
win wins won winning
withdraw withdraws withdrew withdrawn withdrawing
woman women
write writes wrote written writing
`
