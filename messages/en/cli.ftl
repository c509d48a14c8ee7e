# The command line: help, faults of usage and short outputs.
welcome = Ensayo { $version }: rehearse collection calls and score real ones, offline.

    {"  "}ensayo practice               be in a call at once
    {"  "}ensayo list scenarios         choose whom to talk to
    {"  "}ensayo score calls/           score transcripts
    {"  "}ensayo explain "I understand" see what is heard in a sentence, and why
    {"  "}ensayo --help                 everything else

help-heading-usage = Usage
help-heading-commands = Commands
help-heading-arguments = Arguments
help-heading-options = Options
help-options-value = [OPTIONS]
help-command-value = COMMAND
help-also = (or { $names })
help-values = (values: { $values })
help-default = (default: { $value })

value-lang = LANGUAGE
value-when = WHEN
value-files = FILES
value-tag = LANGUAGE
value-date = DATE
value-text = TEXT
value-speaker = WHO
value-kind = KIND
value-name = NAME

help-ensayo = Rehearse debt collection calls against scripted debtors, and score real ones with the same scorecard
help-ensayo-after =
    Exit codes:
    {"  "}0  fine
    {"  "}1  the run failed: something could not be read or evaluated, or a test did not go as expected (test)
    {"  "}2  the arguments make no sense
    {"  "}3  some call fell below the pass mark (score)
    {"  "}4  there are errors in the files that were checked (check)
help-ensayo-lang = Language in which the program speaks; otherwise the system's, and Spanish if that is neither
help-ensayo-color = When to use colours; NO_COLOR turns them off too
help-ensayo-help = Show this help; `ensayo COMMAND --help` shows that of a command
help-ensayo-version = Show the version

help-annotate = Annotate turns: the acts and entities heard in each line, as JSON
help-annotate-long = Annotate turns, one a line, as JSON (NDJSON): which acts and entities are heard in each, where and why.

    In: {"{"}"id":"1","speaker":"agent","lang":"en-US","text":"…"{"}"}, and optionally "context" (the turns before), "date", "currency", "holidays" and "names" (persons of the case). Out comes one line for each line, in the same order. A line that cannot be read gives {"{"}"id":…,"error":"…"{"}"} in its place and the others go on; the exit code is 0.
help-annotate-files = Files to read; without any, or with `-`, standard input
help-annotate-language = Language of the lines without "lang": es, es-MX, en-US…; otherwise the program's
help-annotate-date = Day of the lines without "date" (YYYY-MM-DD), by which "Friday" or "tomorrow" are read; otherwise the system's date: give it to get the same result every time
help-annotate-layer = Which part of the ear listens: `patterns`, the patterns alone; `both`, also what was learnt from examples

help-explain = Explain what is heard in a sentence, where and why
help-explain-text = The sentence, in quotes
help-explain-speaker = Who says it: agent, debtor, third_party or system
help-explain-language = Language of the sentence: es, es-MX, en-US…; otherwise the program's
help-explain-date = Day of the call (YYYY-MM-DD); otherwise the system's date

help-list = List the scenarios, rubrics, scripts and lexicons there are, and the names that they use
help-list-kind = What to list; every file, if nothing is named. Names: acts, objections, types (of debtor), outcomes, topics (of any call)

help-show = Show a content file, to read it or copy it
help-show-name = Name, with its folder where needed: `rubrics/general`; also the path of a file

list-scenarios = Scenarios
list-rubrics = Rubrics
list-scripts = Scripts
list-lexicons = Lexicons
list-acts-agent = Acts of whoever calls
list-acts-debtor = Acts of whoever answers
list-acts-both = Acts of both
list-objections = Objections of the common library
list-types = Types of debtor
list-topics = Topics of any call
list-outcomes = Outcomes
list-none = (none)
list-origin-folder = this folder
list-origin-user = your folder
list-origin-built-in = built in

library-no-file = there is no file `{ $name }`
library-not-found = { $suggestion ->
    [none] there is nothing named `{ $name }` in { $kind }; `ensayo list { $kind }` shows what there is
   *[other] there is nothing named `{ $name }` in { $kind }; did you mean `{ $suggestion }`?
}
show-not-found = { $suggestion ->
    [none] there is nothing named `{ $name }`; `ensayo list` shows what there is
   *[other] there is nothing named `{ $name }`; did you mean `{ $suggestion }`?
}
show-several = several files are named `{ $name }`; say which one: { $kinds }

annotate-bad-line = the line cannot be read: { $reason }
annotate-too-long = the line is too long
annotate-language = the language `{ $tag }` is not known; it may be es or en, with a country if you like (en-US)

explain-nothing = Nothing in particular is heard.
explain-pattern = by the wording "{ $wording }" of { $act }
explain-echo = takes up what was said: { $words }
explain-examples = like the examples: { $words }
explain-context = answers { $act }
explain-entity = names: { $kind }
explain-alternative = or else { $value }
certainty-exact = sure
certainty-approximate = approximate
certainty-ambiguous = ambiguous
entity-money = money
entity-percent = percentage
entity-date = date
entity-time = time
entity-duration = duration
entity-plan = payment plan
entity-method = payment method
entity-number = number
entity-phone = phone
entity-document = document
entity-account = account
entity-person = person

typed-date = write the date like 2026-03-11
typed-language = it may be es or en, with a country if you like: en-US
typed-speaker = it may be agent, debtor, third_party or system

cannot-write = the output could not be written: { $reason }

usage-unknown-command = there is no command `{ $command }`
usage-unknown-argument = `{ $arg }` is not expected here
usage-invalid-value = `{ $value }` will not do for { $arg }; it may be: { $known }
usage-value-missing = { $arg } lacks its value
usage-value-refused = `{ $value }` will not do for { $arg }: { $reason }
usage-argument-missing = { $arg } is missing
usage-command-missing = the command is missing
usage-conflict = { $arg } does not go with { $other }
usage-wrong-number-of-values = { $arg } does not take that number of values
usage-not-unicode = one of the arguments is not text
usage-other = the arguments make no sense: { $reason }
usage-suggestion = did you mean `{ $suggestion }`?
usage-read-on = `ensayo --help` explains everything.
help-eval-layer = Which part of the ear listens: `patterns`, the patterns alone; `both`, also what was learnt from examples
value-layer = LAYER
