# Findings in scorecards and their measures.
diag-scorecard-format = the format `{ $found }` is not the one that this program reads
diag-scorecard-format-help = write `format: { $expected }`
diag-scorecard-id = `{ $id }` cannot be an id
diag-scorecard-id-help = use lower-case letters without accents, digits, `_` and `-`
diag-scorecard-duplicate-id = the id `{ $id }` stands twice
diag-scorecard-duplicate-id-help = each section and each criterion has its own
diag-scorecard-over-hundred = this value is over 100
diag-scorecard-over-hundred-help = it goes from 0 to 100
diag-scorecard-empty = there is nothing to score here
diag-scorecard-empty-help = add at least one section with a criterion
diag-scorecard-band-twice = two bands begin at { $from }
diag-scorecard-band-twice-help = each band goes from its `from` up to the next
diag-scorecard-band-gap = no band begins at 0: the lowest scores have no name
diag-scorecard-band-gap-help = add a band with `from: 0`
diag-scorecard-no-weight = the weights add up to 0
diag-scorecard-no-weight-help = give each criterion (or section) its share of 100
diag-scorecard-weights = the weights add up to { $total }, not to 100
diag-scorecard-weights-help = the result is right, but the weights cannot be read as per cent
diag-scorecard-part-weight = the part `{ $part }` weighs nothing
diag-scorecard-part-weight-help = give it a weight above 0, or take it out
diag-scorecard-param = the parameter `{ $name }` is not of a type that measures use
diag-scorecard-param-help = use whole numbers, texts, `true` or `false`, or lists of them; for decimals, another unit (700 milliseconds, not 0.7 seconds)
diag-scorecard-try-alone = there is a wording for `{ $key }` and no advice
diag-scorecard-try-alone-help = { $suggestion ->
    [none] add the same key under `feedback:`
   *[other] did you mean `{ $suggestion }`?
}
diag-scorecard-placeholder = `{ $name }` is not something that a wording can be filled with
diag-scorecard-placeholder-help = { $suggestion ->
    [none] what it can be filled with: { $known }
   *[other] did you mean `{ $suggestion }`? What it can be filled with: { $known }
}
diag-scorecard-unknown-script = the measure `{ $script }` is not to be found
diag-scorecard-unknown-script-help = it goes into the folder `scripts/`, with the extension `.rhai`
diag-scorecard-no-text = the text is missing
diag-scorecard-no-text-help = write it in both languages
diag-scorecard-unused = the measure `{ $script }` never uses `{ $key }`
diag-scorecard-unused-help = take it out, or check how the measure spells it

diag-script-no-entry = the measure does not define `fn measure(transcript, p)`
diag-script-no-entry-help = begin with `fn measure(transcript, p) {"{"}` and end with a verdict
diag-script-no-witness = the verdict quotes nothing of the call{ $name ->
    [none] {""}
   *[other] {" "}(part `{ $name }`)
}
diag-script-no-witness-help = each point earned or lost quotes what was said; what is missing says where it was looked for
diag-script-not-a-verdict = the measure returns no verdict ({ $found })
diag-script-not-a-verdict-help = end with `sheet.verdict()`, `met(…)`, `missed(…)` or `no_opportunity(…)`
diag-script-unknown-act = there is no act `{ $name }`
diag-script-unknown-act-help = { $suggestion ->
    [none] see the list with `ensayo list acts`
   *[other] did you mean `{ $suggestion }`?
}
diag-script-unknown-kind = there is nothing of the kind `{ $name }`
diag-script-unknown-kind-help = { $suggestion ->
    [none] kinds: money, date, plan, method, percent, duration, time …
   *[other] did you mean `{ $suggestion }`?
}
diag-script-unknown-fact = an agreement has no fact `{ $name }`
diag-script-unknown-fact-help = the facts are `amount`, `date` and `method`
diag-script-unknown-part = criterion `{ $criterion }` has no part `{ $name }`
diag-script-unknown-part-help = { $suggestion ->
    [none] add it under `parts:`
   *[other] did you mean `{ $suggestion }`?
}
diag-script-unknown-feedback = criterion `{ $criterion }` has no feedback `{ $name }`
diag-script-unknown-feedback-help = { $suggestion ->
    [none] add it under `feedback:`
   *[other] did you mean `{ $suggestion }`?
}
diag-script-unknown-reason = criterion `{ $criterion }` has no reason `{ $name }`
diag-script-unknown-reason-help = { $suggestion ->
    [none] add it under `reasons:`
   *[other] did you mean `{ $suggestion }`?
}
diag-script-bad-part = { $earned } of { $of } is no part of a whole
diag-script-bad-part-help = what was earned goes from zero to the whole, and the whole is more than zero
diag-script-not-a-witness = words of the call go here, and a value of type { $found } came
diag-script-not-a-witness-help = most often: `.first` or `.last` of an empty list is `()`; ask for `.empty` before
diag-script-not-names = a name or a list of names goes here, and a value of type { $found } came
diag-script-not-names-help = write `"empathize"` or `["empathize", "acknowledge"]`
diag-script-no-place = a value of type { $found } stands in no turn
diag-script-no-place-help = most often: `.first` or `.last` of an empty list is `()`; ask for `.empty` before
diag-script-no-agreement = nothing was agreed in this call
diag-script-no-agreement-help = ask for `transcript.commitment.reached` before
