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
