# Simulated calls: scripted agents against the debtors of the scenarios.
help-simulate = Has scripted agents play a scenario thousands of times, and counts how it ends
help-simulate-long = Has scripted agents play a scenario thousands of times, and counts how it ends.

    The agents speak free text and the debtor hears them as he hears a person: they see none of his state, only the case file and what he says. This shows whether a scenario can be won by skill and is not won by force. Without names it plays every scenario. With the same seed the result is the same, on however many threads. A call that has not ended in 40 turns counts as abandoned.
help-simulate-scenarios = Scenarios: their names or files; with none, all of them
help-simulate-agent = Agent: all (everyone of the scenario's language), a name (skilled, hurried, passive, rambling, pushy) or a file; can be repeated
help-simulate-runs = Calls of each agent
help-simulate-seed = Seed: with the same one the calls are the same
help-simulate-jobs = Threads; otherwise as many as there are cores
help-simulate-format = Text with a table and bars, a JSON document, or an SVG chart
help-simulate-out = File to write to; otherwise standard output
help-simulate-show = Instead of counting, shows call number N of each agent
value-agent = AGENT
value-runs = CALLS
value-run = N
list-agents = Agents

simulate-heading = { $title } ({ $scenario }, level { $level })
simulate-runs = { $runs ->
    [one] 1 call of each agent
   *[other] { $runs } calls of each agent
}, seed { $seed }
simulate-call = { $scenario } · { $agent } · call { $run }
simulate-chart = How the calls end
simulate-legend = █ good outcome  ▒ acceptable  ░ could be better
simulate-column-agent = agent
simulate-column-good = good
simulate-column-acceptable = acceptable
simulate-column-poor = other
simulate-column-kept = promises kept
simulate-column-facts = came out
simulate-column-turns = turns
simulate-column-not-understood = not understood
simulate-endless = { $count ->
    [one] 1 without an end
   *[other] { $count } without an end
}
simulate-other-language = scenario `{ $scenario }` is in the language `{ $language }`, and the agent in `{ $agent }`
agent-list = { $first } and { $last }
agent-on-date = { $near ->
    [yes] { $date }
   *[no] on { $date }
}

diag-agent-language = `{ $value }` is no language
diag-agent-language-help = write `es` or `en`
diag-agent-no-moves = the agent does nothing
diag-agent-no-moves-help = add at least a farewell to `moves:`
diag-agent-no-last-resort = the last thing that an agent does has to be possible always
diag-agent-no-last-resort-help = end with a farewell without `when:` or `times:`, with at least one sentence that has no { "{" }…{ "}" }
diag-agent-repeated-move = there is a move `{ $id }` already
diag-agent-repeated-move-help = give it another `id`

help-check-deep = Also has the scripted agents play each scenario: skill has to be able to win it, and force must not
diag-deep-skill-loses = with skill this scenario comes to a good end in { $share } of 100 calls; level { $level } takes { $needed }
diag-deep-skill-loses-help = read a call with `ensayo simulate … --agent skilled --show 1` and see where it is stuck: which objection does not yield, which offer is not accepted
diag-deep-force-wins = by force this scenario comes to a good end in { $share } of 100 calls; it may not come to { $most }
diag-deep-force-wins-help = let what is promised under pressure not be kept: look at `gives_in_after`, `hangs_up_on` and `truth.means`, and at which outcomes are good
diag-deep-force-beats-skill = force gets as much or more ({ $pushy } of 100) than skill ({ $skilled })
diag-deep-force-beats-skill-help = read a call of each with `ensayo simulate … --show 1`
diag-deep-objection-never-reached = in none of the calls played did the objection `{ $id }` come up
diag-deep-objection-never-reached-help = see which objection before it never yields
diag-deep-list-never-said = in none of the calls played was a single one of these lines said
diag-deep-list-never-said-help = check what it would take for them to be said, or remove them
