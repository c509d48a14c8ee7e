# Findings in files that somebody wrote: title and remedy.
diag-error = error
diag-warning = warning
diag-help = help
diag-first-here = it was here already

diag-unknown-field = there is no field `{ $field }` here
diag-unknown-field-help = { $suggestion ->
    [none] possible fields: { $known }
   *[other] did you mean `{ $suggestion }`? Possible fields: { $known }
}
diag-unknown-value = there is no value `{ $value }` here
diag-unknown-value-help = { $suggestion ->
    [none] possible values: { $known }
   *[other] did you mean `{ $suggestion }`? Possible values: { $known }
}
diag-missing-field = the field `{ $field }` is missing
diag-missing-field-help = add a line `{ $field }: …` to this block
diag-yaml-too-large = the file is larger than { $megabytes } MB
diag-yaml-too-large-help = split it into smaller files
diag-yaml-empty = the file is empty
diag-yaml-empty-help = copy one that comes with the program (`ensayo show`) and change it
diag-yaml-syntax = this line, or what follows it, does not have the form of a YAML file
diag-yaml-syntax-help = see that every `[` and every `{"{"}` is closed, that the lines of one block begin at the same column, and put texts with `: ` or that begin with a sign in quotes
diag-yaml-tab = the line begins with a tab (shown as →), where only spaces may stand
diag-yaml-tab-help = delete it and type spaces: two for each level
diag-yaml-open-quote = this quote is opened and never closed
diag-yaml-open-quote-help = add the missing quote at the end of the text; a text with quotes inside is closed by the kind it begins with
diag-yaml-text-after-quote = some text is left outside the quotes
diag-yaml-text-after-quote-help = close the quotes at the end of the sentence; inside it, use another kind of quotes
diag-yaml-colon-in-text = this colon cuts the sentence: what is before it is read as the name of a field
diag-yaml-colon-in-text-help = put the whole sentence in quotes: { $quoted }
diag-yaml-dash-without-space = a space is missing after the dash
diag-yaml-dash-without-space-help = write { $line }
diag-yaml-indentation = this line does not line up with its block: it begins with { $spaces ->
    [one] one space
   *[other] { $spaces } spaces
}
diag-yaml-indentation-help = count the spaces at the beginning: the block above has { $wanted }
diag-yaml-key-too-deep = too many spaces at the beginning: `{ $key }` ends up inside `{ $above }`
diag-yaml-key-too-deep-help = { $spaces ->
    [one] take away one space
   *[other] take away { $spaces } spaces
}, so that `{ $key }` stands below `{ $above }`
diag-yaml-sign-first = a text cannot begin with `{ $sign }`
diag-yaml-sign-first-help = put it in quotes: { $quoted }
diag-bad-value = this value will not do here
diag-bad-value-help = compare it with one of the files that come with the program: `ensayo list` names them, `ensayo show` prints them
diag-wrong-type = { $found ->
    [text] the text “{ $value }” does not belong here
    [number] the number { $value } does not belong here
    [boolean] `{ $value }` does not belong here
    [list] a list does not belong here
    [block] a block of fields does not belong here
    [nothing] the value is missing here
   *[other] this value is not of the kind that belongs here
}
diag-wrong-type-help = { $wanted ->
    [boolean] write `true` for yes or `false` for no, without quotes
    [number] write a whole number in digits, without quotes: `3`
    [text] write a text, in quotes if it has signs in it
    [list] write a list: a line for each thing, with `- ` before it
    [pair] write two values in brackets, the lesser first: `[20, 45]`
    [block] write its fields below, one a line (`field: value`), with two more spaces at the beginning
    [gauge] write a number from 0 to 100, in digits
    [line] write a sentence; if it depends on the mood or the country, `say:` with the sentence and below it `mood:` or `country:`
   *[other] compare it with one of the files that come with the program: `ensayo list` names them, `ensayo show` prints them
}
diag-bad-date = `{ $value }` is not a date as it is written here
diag-bad-date-help = { $suggestion ->
    [none] write year, month and day in digits with dashes: 2026-11-30
   *[other] write { $suggestion }: year, month and day in digits with dashes
}
diag-yaml-duplicate-key = the key `{ $key }` stands twice
diag-yaml-duplicate-key-help = join the two blocks into one: YAML would keep only the last
diag-yaml-anchor = anchors (`&`), aliases (`*`), tags (`!`) and `<<` are not used in these files
diag-yaml-anchor-help = if the text begins with one of those signs, quote it; if not, repeat the value
diag-yaml-prose-in-brackets = a sentence inside `[ ]` or `{"{"} {"}"}` is split at its first comma, in silence
diag-yaml-prose-in-brackets-help = write one sentence a line, with `- ` before it
diag-yaml-hash-cuts-text = `#` after a blank starts a comment: the rest of the line is lost
diag-yaml-hash-cuts-text-help = quote the sentence, or take the blank away
diag-yaml-no-break-space = there is a no-break space (U+00A0), which looks like a blank and is none
diag-yaml-no-break-space-help = delete it and type an ordinary blank

diag-unknown-format = this file does not say `format: { $expected }`
diag-unknown-format-help = its first line must be `format: { $expected }`
diag-duplicate-id = `{ $id }` is defined twice
diag-duplicate-id-help = change one of the two names
diag-unknown-act = there is no act `{ $act }`
diag-unknown-act-help = { $suggestion ->
    [none] `ensayo list acts` shows them all, with what each means
   *[other] did you mean `{ $suggestion }`?
}
diag-act-of-other-party = the act `{ $act }` is the other party's: it is never heard here
diag-act-of-other-party-help = choose an act of whoever speaks here: `ensayo list acts` says who performs each act
diag-unknown-set = there is no list `${ $name }`
diag-unknown-set-help = { $suggestion ->
    [none] define it under `sets:`
   *[other] did you mean `${ $suggestion }`?
}
diag-lexicon-language = the file is in the folder of another language
diag-lexicon-language-help = change `language:` or move the file
diag-pattern-empty = the pattern, or a part of it, is empty
diag-pattern-empty-help = write at least one word between the signs
diag-pattern-unclosed-group = this bracket is never closed
diag-pattern-unclosed-group-help = add `)`
diag-pattern-unopened-group = this bracket was never opened
diag-pattern-unopened-group-help = add `(` before, or take `)` away
diag-pattern-unclosed-slot = `<` lacks its `>`
diag-pattern-unclosed-slot-help = write, for instance, `<money>`
diag-pattern-unknown-slot = there is no `<{ $name }>`
diag-pattern-unknown-slot-help = { $suggestion ->
    [none] there are: { $known }
   *[other] did you mean `<{ $suggestion }>`? There are: { $known }
}
diag-pattern-nothing-optional = `?` has no word before it
diag-pattern-nothing-optional-help = `?` follows at once the word or group that may be missing: `very?`
diag-pattern-gap-too-long = the distance is too long
diag-pattern-gap-too-long-help = `...12` is the most
diag-pattern-stray-character = this sign is no part of the pattern language
diag-pattern-stray-character-help = take it away: patterns are words, `( | )`, `?`, `...`, `_`, `$list`, `<money>`
diag-pattern-hears-anything = this pattern would hear anything
diag-pattern-hears-anything-help = add at least one word that must be there
diag-pattern-too-deep = too many brackets inside one another
diag-pattern-too-deep-help = split the pattern into several
diag-example-not-heard = this example of `{ $act }` is not heard as one (heard: { $heard })
diag-example-not-heard-help = add a pattern that hears it, or correct the example
diag-counter-example-heard = this counter-example is heard as `{ $act }` ("{ $words }", { $because })
diag-counter-example-heard-help = make the pattern stricter, or add an exception under `except:`

diag-scenario-language = `{ $value }` is no language with a country
diag-scenario-language-help = write `es-MX` or `en-US`, for instance; countries: MX, CO, CL, PE, AR, ES, EC, US
diag-out-of-range = the value is out of range
diag-out-of-range-help = it goes from { $range }
diag-unknown-currency = `{ $value }` is no currency code
diag-unknown-currency-help = three capitals: MXN, COP, CLP, PEN, ARS, EUR, USD
diag-bad-amount = `{ $value }` is no amount
diag-bad-amount-help = { $suggestion ->
    [none] digits alone, with a full stop for decimals and nothing for thousands: "1850.00"
   *[other] did you mean "{ $suggestion }"? Digits alone, with a full stop for decimals and nothing for thousands
}
diag-amount-with-thousands = `{ $value }` has three decimals: that full stop seems to part thousands
diag-amount-with-thousands-help = did you mean "{ $suggestion }"? { $groups ->
    [dot] In that country a full stop parts thousands; in this file it parts decimals, and nothing parts thousands
   *[comma] In this file a full stop parts decimals, and nothing parts thousands
}
diag-no-lines = at least one line is missing here
diag-no-lines-help = add one to a row, with `- ` before it
diag-repeated-line = this sentence is in the list already
diag-repeated-line-help = write another way to say it, or take it away
diag-unknown-blank = there is nothing to put in { "{" }{ $name }{ "}" }
diag-unknown-blank-help = { $suggestion ->
    [none] what can be used here: { $known }
   *[other] did you mean { "{" }{ $suggestion }{ "}" }? What can be used here: { $known }
}
diag-unknown-situation = there is no situation `{ $name }`
diag-unknown-situation-help = { $suggestion ->
    [none] `ensayo show scenarios/common/en/lines` shows them with their lines
   *[other] did you mean `{ $suggestion }`?
}
diag-missing-situation = the situation `{ $name }` is missing
diag-missing-situation-help = add at least one sentence for it
diag-past-due-over-balance = what is overdue comes to more than the balance
diag-past-due-over-balance-help = correct `balance` or the amounts of `past_due`
diag-objection-never-yields = nothing can make the objection `{ $id }` yield
diag-objection-never-yields-help = give positive points in `yields_to` and a `needs` of 1 or more
diag-last-objection-is-mute = the last objection, `{ $id }`, has nothing to say when it gives way
diag-last-objection-is-mute-help = add `gives_way:` with one or more sentences
diag-unknown-fact = there is no fact `{ $name }`
diag-unknown-fact-help = { $suggestion ->
    [none] define it under `facts:`
   *[other] did you mean `{ $suggestion }`?
}
diag-fact-never-disclosed = nothing brings the fact `{ $name }` out
diag-fact-never-disclosed-help = name it in `discloses:` of an objection, an answer or a rule
diag-unknown-outcome = there is no outcome `{ $name }`
diag-unknown-outcome-help = { $suggestion ->
    [none] there are: { $known } (`ensayo list outcomes` says what each is)
   *[other] did you mean `{ $suggestion }`? There are: { $known } (`ensayo list outcomes` says what each is)
}
diag-unknown-name-in-condition = the condition names `{ $name }`, which does not exist
diag-unknown-name-in-condition-help = { $suggestion ->
    [none] check the acts, facts and objections of this scenario
   *[other] did you mean `{ $suggestion }`?
}
diag-unknown-objection = there is no objection `{ $name }`
diag-unknown-objection-help = { $suggestion ->
    [none] write the `id` of one of `objections:`
   *[other] did you mean `{ $suggestion }`?
}

diag-missing-key = `{ $name }:` is missing
diag-missing-key-help = write it here, or name something of the common library that has it with `type:` or `use:`
diag-unknown-debtor-type = there is no type of debtor `{ $name }`
diag-unknown-debtor-type-help = { $suggestion ->
    [none] known: { $known }
   *[other] did you mean `{ $suggestion }`? Known: { $known }
}
diag-unknown-identity = nobody picks up as `{ $name }`
diag-unknown-identity-help = { $suggestion ->
    [none] it can be third_party, wrong_number, deceased or gatekeeper
   *[other] did you mean `{ $suggestion }`?
}
diag-unknown-library-objection = the common library has no objection `{ $name }`
diag-unknown-library-objection-help = { $suggestion ->
    [none] `ensayo list objections` names them all
   *[other] did you mean `{ $suggestion }`?
}
diag-claim-without-public = the fact `{ $name }` has no public version to tell
diag-claim-without-public-help = add `public:` to the fact: what is said in its place until the truth comes out
diag-question-never-answered = nothing answers the question `{ $id }`
diag-question-never-answered-help = name in `answered_by:` the agent's acts that answer it
diag-last-objection-left-out = the last objection, `{ $id }`, cannot be missing
diag-last-objection-left-out-help = take it out of `leave_out:`
diag-range-upside-down = the first end is greater than the second
diag-range-upside-down-help = write the smaller one first
