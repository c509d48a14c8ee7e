# Checking content.
help-check = Checks scenarios, scorecards, scripts and lexicons, and says where each fault is
help-check-long = Checks scenarios, scorecards, scripts and lexicons, and says where each fault is.

    Without names it checks all there is: lexicons with their examples, scenarios with the program's ear, scorecards with their scripts. A path is checked by its `format:` line; a lexicon together with the others of its language; a script (.rhai) with the scorecards that use it.
help-check-after =
    Exit codes:
    {"  "}0  no errors (there may be warnings)
    {"  "}1  something could not be read
    {"  "}4  there are errors
help-check-names = Names, files or folders; everything, if there are none
help-check-format = Text to read, or one JSON document with the findings
value-names = NAMES
check-summary = { $files ->
    [one] 1 file
   *[other] { $files } files
}, { $errors ->
    [one] 1 error
   *[other] { $errors } errors
}, { $warnings ->
    [one] 1 warning
   *[other] { $warnings } warnings
}
check-empty-folder = there are no content files in `{ $path }` (.yaml, .yml, .rhai)
diag-check-unknown-format = the file does not say what it is
diag-check-unknown-format-help = begin with a line `format: …`; it can be: { $known }
diag-scenario-no-common = there are no common lines for this language (`scenarios/{ $name }.yaml`)
diag-scenario-no-common-help = change `language:`, or write that file
diag-objection-not-heard = this line should be heard as `{ $act }` and is not (heard: { $heard })
diag-objection-not-heard-help = say it in a way that is heard (try `ensayo explain --speaker debtor "…"`), or change `act:`
