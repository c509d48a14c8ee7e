//! English verb and noun forms: the regular endings with their spelling, and a table of the words that take others.
//! A word's part of speech is not known, so it gets the endings of both; nobody says the ones it has not.

/// Base, then every form that the endings do not give. A verb's past and participle replace `-ed`.
const IRREGULAR_VERBS: &str = "\
arise arose arisen
awake awoke awoken
be am is are was were been being
bear bore borne born
beat beat beaten
become became become
begin began begun
bend bent
bet bet
bind bound
bite bit bitten
bleed bled
blow blew blown
break broke broken
bring brought
build built
burn burnt burned
burst burst
buy bought
can could
cast cast
catch caught
choose chose chosen
come came
cost cost
creep crept
cut cut
deal dealt
dig dug
do does did done
draw drew drawn
dream dreamt dreamed
drink drank drunk
drive drove driven
eat ate eaten
fall fell fallen
feed fed
feel felt
fight fought
find found
fly flew flown
forbid forbade forbidden
forecast forecast forecasted
foresee foresaw foreseen
forget forgot forgotten
forgive forgave forgiven
forgo forwent forgone
freeze froze frozen
get got gotten
give gave given
go goes went gone
grow grew grown
hang hung hanged
have has had
hear heard
hide hid hidden
hit hit
hold held
hurt hurt
keep kept
know knew known
lay laid
lead led
lean leant leaned
learn learnt learned
leave left
lend lent
let let
lie lay lain lied lying
light lit lighted
lose lost
make made
may might
mean meant
meet met
mislead misled
mistake mistook mistaken
misunderstand misunderstood
outbid outbid
overcome overcame
overdraw overdrew overdrawn
overdo overdoes overdid overdone
overhear overheard
overpay overpaid
oversee oversaw overseen
oversleep overslept
overspend overspent
overtake overtook overtaken
pay paid
prepay prepaid
prove proved proven
put put
quit quit quitted
read read
rebuild rebuilt
redo redoes redid redone
repay repaid
resell resold
resend resent
reset reset
rethink rethought
rewrite rewrote rewritten
rid rid
ride rode ridden
ring rang rung
rise rose risen
run ran
say said
see saw seen
seek sought
sell sold
send sent
set set
shake shook shaken
shall should
shine shone shined
shoot shot
show showed shown
shrink shrank shrunk
shut shut
sing sang sung
sink sank sunk
sit sat
sleep slept
slide slid
speak spoke spoken
speed sped speeded
spell spelt spelled
spend spent
spill spilt spilled
spin spun
split split
spoil spoilt spoiled
spread spread
stand stood
steal stole stolen
stick stuck
strike struck stricken
strive strove striven
sublet sublet
swear swore sworn
sweep swept
swim swam swum
swing swung
take took taken
teach taught
tear tore torn
tell told
think thought
throw threw thrown
undergo undergoes underwent undergone
underpay underpaid
understand understood
undertake undertook undertaken
undo undoes undid undone
unwind unwound
uphold upheld
upset upset
wake woke woken
wear wore worn
weep wept
will would
win won
wind wound
withdraw withdrew withdrawn
withhold withheld
withstand withstood
write wrote written";

const IRREGULAR_NOUNS: &[(&str, &str)] = &[
    ("analysis", "analyses"),
    ("basis", "bases"),
    ("child", "children"),
    ("crisis", "crises"),
    ("foot", "feet"),
    ("grandchild", "grandchildren"),
    ("half", "halves"),
    ("housewife", "housewives"),
    ("knife", "knives"),
    ("leaf", "leaves"),
    ("life", "lives"),
    ("loaf", "loaves"),
    ("man", "men"),
    ("person", "people"),
    ("self", "selves"),
    ("shelf", "shelves"),
    ("thief", "thieves"),
    ("tooth", "teeth"),
    ("wife", "wives"),
    ("woman", "women"),
];

/// Verbs of more than one syllable that double their last letter, being stressed on it (or by custom).
const DOUBLING: &[&str] = &[
    "abhor", "acquit", "admit", "allot", "begin", "cancel", "commit", "compel", "concur", "confer",
    "control", "counsel", "defer", "deter", "enrol", "equip", "excel", "expel", "forbid", "forget", "format",
    "fulfil", "handicap", "incur", "infer", "label", "level", "marshal", "occur", "offset", "omit", "outbid",
    "outwit", "patrol", "permit", "prefer", "program", "propel", "quarrel", "rebut", "recur", "refer",
    "regret", "remit", "reset", "resubmit", "signal", "sublet", "submit", "total", "transfer", "transmit",
    "travel", "upset", "worship",
];

/// Verbs that double and are as often written without it.
const DOUBLING_OR_NOT: &[&str] = &[
    "cancel", "counsel", "format", "label", "level", "marshal", "program", "quarrel", "signal", "total",
    "travel", "worship",
];

/// Verbs whose -s form is in the table.
const THIRD_PERSON_GIVEN: &[&str] = &["do", "go", "have", "overdo", "redo", "undergo", "undo"];

/// Words in -o with -es; most have -s (photos, radios).
const O_TAKES_ES: &[&str] = &["echo", "forgo", "hero", "potato", "tomato", "veto"];

/// Every form of a folded English word but itself.
pub(super) fn inflect(word: &str) -> Vec<String> {
    if let Some((_, plural)) = IRREGULAR_NOUNS.iter().find(|(singular, _)| *singular == word) {
        return vec![(*plural).to_owned()];
    }
    let others = IRREGULAR_VERBS
        .lines()
        .find_map(|line| line.strip_prefix(word)?.strip_prefix(' '))
        .map(|others| others.split_ascii_whitespace().map(str::to_owned));
    // Be has all its forms in the table; the modals take no ending.
    if let Some(others) = others.clone().filter(|_| matches!(word, "be" | "can" | "may" | "shall" | "will")) {
        let noun = matches!(word, "can" | "will").then(|| with_s(word));
        return others.chain(noun).collect();
    }
    let mut forms = Vec::new();
    with_ing(word, &mut forms);
    match others {
        Some(others) => forms.extend(others),
        None => with_ed(word, &mut forms),
    }
    if !THIRD_PERSON_GIVEN.contains(&word) {
        forms.push(with_s(word));
    }
    forms
}

fn with_s(word: &str) -> String {
    if let Some(stem) = ends_in_consonant_y(word) {
        format!("{stem}ies")
    } else if ["s", "x", "z", "ch", "sh"].iter().any(|end| word.ends_with(end)) || O_TAKES_ES.contains(&word)
    {
        format!("{word}es")
    } else {
        format!("{word}s")
    }
}

fn with_ed(word: &str, forms: &mut Vec<String>) {
    if let Some(stem) = ends_in_consonant_y(word) {
        forms.push(format!("{stem}ied"));
    } else if word.ends_with('e') {
        forms.push(format!("{word}d"));
    } else {
        each_spelling(word, "ed", forms);
    }
}

fn with_ing(word: &str, forms: &mut Vec<String>) {
    if let Some(stem) = word.strip_suffix("ie") {
        forms.push(format!("{stem}ying"));
    } else if let Some(stem) =
        word.strip_suffix('e').filter(|stem| stem.len() > 1 && !stem.ends_with(['e', 'o', 'y']))
    {
        forms.push(format!("{stem}ing"));
    } else {
        each_spelling(word, "ing", forms);
    }
}

fn each_spelling(word: &str, ending: &str, forms: &mut Vec<String>) {
    let doubled = doubled_letter(word);
    if let Some(letter) = doubled {
        forms.push(format!("{word}{letter}{ending}"));
    }
    if doubled.is_none() || DOUBLING_OR_NOT.contains(&word) {
        forms.push(format!("{word}{ending}"));
    }
}

fn ends_in_consonant_y(word: &str) -> Option<&str> {
    word.strip_suffix('y').filter(|stem| stem.ends_with(|before| !is_vowel(before)))
}

/// stop: stopped; plan: planned; but need, want, pay.
fn doubled_letter(word: &str) -> Option<char> {
    let letters: Vec<char> = word.chars().collect();
    let [before @ .., near, vowel, last] = letters.as_slice() else { return None };
    let closed = is_vowel(*vowel) && !is_vowel(*last) && !matches!(last, 'w' | 'x' | 'y');
    // The u of quit is no vowel.
    let one_syllable = match (before, near) {
        ([.., 'q'], 'u') => before.len() == 1,
        _ => !is_vowel(*near) && !before.iter().any(|letter| is_vowel(*letter) || *letter == 'y'),
    };
    (closed && (one_syllable || DOUBLING.contains(&word))).then_some(*last)
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u')
}
