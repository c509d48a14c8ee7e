# What `explain` tells of a whole call.
help-explain-call = Explain a whole call, from a transcript: what is heard in each turn, which turn answers which, and which objections are taken up; `-` is standard input
value-file = FILE
explain-turn = turn { $turn }, { $speaker }

links-questions = Questions and answers
links-objections = The customer’s objections
links-none = (none)
links-said = { $acts ->
    [none] turn { $turn }, { $speaker }: “{ $quote }”
   *[other] turn { $turn }, { $speaker }: “{ $quote }” ({ $acts })
}
links-answered = answered: { $said }
links-unanswered = no answer
links-taken-up = taken up: { $said }
links-passed-over = the turns after it passed over it
links-pending = the other party did not speak again

consequence-informs = a consequence that informs
consequence-ambiguous = an ambiguous consequence
consequence-threatens = a consequence that threatens
consequence-condition = with a condition (“{ $words }”)
consequence-no-condition = without a condition
consequence-possibility = as a possibility (“{ $words }”)
consequence-certainty = as a fact (“{ $words }”)
consequence-imminence = at once (“{ $words }”)
consequence-kind-possible = { $title } (“{ $words }”): can be true
consequence-kind-too-soon = { $title } (“{ $words }”): takes its time, nobody can do it at once
consequence-kind-without-past-due = { $title } (“{ $words }”): the case file has nothing overdue
consequence-kind-without-discount = { $title } (“{ $words }”): the case file allows no discount
consequence-kind-barred = { $title } (“{ $words }”): in { $country } not to be mentioned before it has begun
consequence-kind-never = { $title } (“{ $words }”): never true
consequence-kind-only-by-court = { $title } (“{ $words }”): only a court can order it
