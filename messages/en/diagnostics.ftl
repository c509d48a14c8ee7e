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
