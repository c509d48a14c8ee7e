# Faults of measures (scripts) and of conditions.
diag-script-syntax = this cannot be read as code: { $reason }
diag-script-syntax-help = check that each bracket and brace is closed, and that each line ends in `;`
diag-condition-syntax = { $instead ->
    [none] this condition cannot be understood
   *[other] in a condition, `{ $word }` is written `{ $instead }`
}
diag-condition-syntax-help = a condition compares (`trust >= 50`) or asks (`said("empathize")`); they are joined by `&&` (and), `||` (or) and `!` (not): `trust >= 50 && !said("blame")`
diag-script-reserved-word = `{ $word }` is a reserved word
diag-script-reserved-word-help = use another name (for the call, `transcript`)
diag-script-unknown-variable = nothing is called `{ $name }`
diag-script-unknown-variable-help = { $suggestion ->
    [none] declare it with `let`, or check its spelling
   *[other] did you mean `{ $suggestion }`?
}
diag-script-unknown-function = there is no function `{ $name }`
diag-script-unknown-function-help = { $suggestion ->
    [none] see the list of functions in the guide to measures
   *[other] did you mean `{ $suggestion }`?
}
diag-script-wrong-arity = `{ $name }` does not take { $given ->
    [one] one argument
   *[other] { $given } arguments
}
diag-script-wrong-arity-help = arguments it takes: { $expected }
diag-script-wrong-arguments = `{ $name }` exists, but not for these values: { $signature }
diag-script-wrong-arguments-help = most often: `.first` or `.last` of an empty list is `()`; ask for `.empty` before
diag-script-unknown-property = there is no property `{ $name }` here
diag-script-unknown-property-help = { $suggestion ->
    [none] see the properties of each thing in the guide to measures
   *[other] did you mean `{ $suggestion }`?
}
diag-script-unknown-param = the scorecard gives this criterion no parameter `{ $name }`
diag-script-unknown-param-help = { $suggestion ->
    [none] add it to the criterion's `params:`
   *[other] did you mean `{ $suggestion }`?
}
diag-script-wrong-type = a value of type { $expected } goes here, and one of type { $found } came
diag-script-wrong-type-help = compare with values of the same type; a condition is true or false
diag-script-too-long = the computation passed { $limit } steps and was stopped
diag-script-too-long-help = look for a loop that does not end
diag-script-too-deep = calls or brackets go deeper than { $limit } levels
diag-script-too-deep-help = look for a function that calls itself without end
diag-script-too-large = a value grew larger than allowed ({ $kind })
diag-script-too-large-help = look for a list or a text that grows inside a loop
diag-script-division-by-zero = division by zero
diag-script-division-by-zero-help = ask before whether the divisor is zero; for a part of a whole, use `partial(n, of, …)`
diag-script-overflow = the result is too large for an integer
diag-script-overflow-help = use smaller figures
diag-script-out-of-range = element { $index } was asked of a list of { $length }
diag-script-out-of-range-help = elements count from zero; ask for `.len` before
diag-script-thrown = the measure stopped of its own accord: { $reason }
diag-script-thrown-help = it is the script itself that says so with `throw`
diag-script-failed = the measure failed: { $reason }
diag-script-failed-help = make this line simpler, or see how one of the scripts that come with the program does it (`ensayo list scripts`)
