# How well the ear hears, measured on labelled turns.
help-eval = Measures how well the ear hears, on labelled turns
help-eval-long = Measures how well the ear hears, on labelled turns.

    Reads lines like those of `annotate` (JSON), with the acts that each turn performs: {"{"}"id":"1","speaker":"agent","lang":"en-US","text":"…","context":[],"acts":["greet"],"maybe":[],"style":"clean"{"}"}. What is in "maybe" counts neither for nor against. Gives precision (of what was heard, how much is there), recall (of what is there, how much was heard) and F1 of each act; macro-F1 is the mean of the labelled acts, micro-F1 counts them all together. A line that cannot be read is reported and the others go on.
help-eval-after =
    Exit codes:
    {"  "}0  everything was measured
    {"  "}1  something could not be read, even if the rest could
help-eval-files = Files with one JSON line a turn; `-` is standard input
help-eval-by = One row for each act, family, style, country or speaker; or for what made it heard (source)
help-eval-confusions = Shows, for each act that was missed, what was heard instead
help-eval-errors = Shows the turns in which this act was missed or falsely heard, and why
help-eval-format = Text to read, or one JSON document
value-view = VIEW
value-act = ACT

eval-by-act = act
eval-by-family = family
eval-by-style = style
eval-by-country = country
eval-by-speaker = speaker
eval-by-source = source
eval-column-n = n
eval-column-precision = precision
eval-column-recall = recall
eval-column-f1 = F1
eval-column-heard = heard
eval-column-right = right

eval-macro = Macro-F1: { $value } ({ $acts ->
    [one] 1 act
   *[other] { $acts } acts
})
eval-micro = Micro-F1: { $value } (precision { $precision }, recall { $recall })
eval-idle = Turns without acts in which something was heard: { $heard } of { $turns } ({ $value })
eval-turns = Measured on { $turns ->
    [one] 1 turn
   *[other] { $turns } turns
} and { $labels ->
    [one] 1 label
   *[other] { $labels } labels
}.
eval-confusions = What was heard instead of what was missed
eval-confusion = { $act }, missed { $missed ->
    [one] once
   *[other] { $missed } times
}
eval-errors = Errors: { $act }
eval-no-errors = None.
eval-nothing = nothing
eval-missed = missed
eval-false_alarm = falsely heard
eval-no-such-act = { $suggestion ->
    [none] there is no act `{ $act }`
   *[other] there is no act `{ $act }`; did you mean `{ $suggestion }`?
}
eval-more-faults = { $file }: { $count ->
    [one] and 1 more fault
   *[other] and { $count } more faults
}
diag-eval-bad-line = the line cannot be read: { $reason }
diag-eval-bad-line-help = each line is a JSON object with "speaker", "text" and "acts"
diag-eval-language = the language `{ $tag }` is not known
diag-eval-language-help = it can be es or en, with a country if you like (es-MX)
diag-eval-unknown-act = there is no act `{ $act }`: it is not counted
diag-eval-unknown-act-help = { $suggestion ->
    [none] `ensayo show lexicons/acts` shows those there are
   *[other] did you mean `{ $suggestion }`?
}
