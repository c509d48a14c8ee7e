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
diag-wrong-type = this value is not of the type expected ({ $found })
diag-wrong-type-help = what goes here: { $expected }
diag-yaml-too-large = the file is larger than { $megabytes } MB
diag-yaml-too-large-help = split it into smaller files
diag-yaml-empty = the file is empty
diag-yaml-empty-help = copy one that comes with the program (`ensayo show`) and change it
diag-yaml-syntax = this is not well-formed YAML: { $reason }
diag-yaml-syntax-help = check the indentation (blanks, never tabs), and quote texts that hold `: ` or begin with a sign
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
    [none] the acts are in lexicons/acts.yaml
   *[other] did you mean `{ $suggestion }`?
}
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
