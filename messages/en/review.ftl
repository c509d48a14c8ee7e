# Contradictions and dead ends of a scenario: title and remedy.
diag-line-too-long = this line has { $length } letters: nobody talks like that on the phone
diag-line-too-long-help = split it into two lines of the list, or keep it under { $most } letters

diag-past-due-in-future = this falls due on { $date }, after the call
diag-past-due-in-future-help = what is overdue fell due before `date:`: correct one of the two dates
diag-history-in-future = this happened on { $date }, after the call
diag-history-in-future-help = history comes before `date:`: correct one of the two dates
diag-min-payment-over-balance = the least payment is more than all that is owed
diag-min-payment-over-balance-help = correct `min_payment` or `balance`
diag-undisputed-over-past-due = what is owed beyond doubt is more than what is overdue
diag-undisputed-over-past-due-help = `undisputed` is the part of `past_due` that nobody disputes
diag-currency-of-another-country = this is owed in { $currency }, and the country's money is { $usual }
diag-currency-of-another-country-help = correct `currency` or the country in `language`
diag-nothing-to-verify = there is nothing by which to check who is on the line
diag-nothing-to-verify-help = add `verify:` with a datum or two (`label` and `value`)
diag-cents-without-currency = { $currency } has no cents
diag-cents-without-currency-help = write the amount without decimals
diag-call-on-sunday = the call is on a Sunday
diag-call-on-sunday-help = nobody collects on Sundays (in several countries the law forbids it): choose a working day
diag-history-long-ago = years pass between the call and the last entry of the case file ({ $date })
diag-history-long-ago-help = check the year of `date:`, or tell in `history:` what happened since
diag-patience-gone-at-start = without patience, the debtor hangs up before saying anything
diag-patience-gone-at-start-help = let `patience` start above 0
diag-opens-at-once = from the start there is trust enough to tell the truth
diag-opens-at-once-help = raise `opens_at` above `trust`, or lower `trust`
diag-trust-out-of-reach = trust never goes above { $most }: `{ $name }` is never reached
diag-trust-out-of-reach-help = lower `{ $name }`, or raise the `max` of `trust`
diag-shuffle-out-of-bounds = the draw leaves the bounds of the persona ({ $range })
diag-shuffle-out-of-bounds-help = keep both ends within { $range }, or change `min` and `max` in `persona:`
diag-line-never-said = nobody comes to say `{ $name }` in this call
diag-line-never-said-help = add `passes_on:` so that the phone is passed on, or remove these lines
diag-outcome-listed-twice = `{ $name }` is both good and acceptable
diag-outcome-listed-twice-help = keep it in one of the two lists
diag-outcome-impossible = this call cannot end as `{ $name }`
diag-outcome-impossible-help = { $name ->
    [paid] on the day of the call there is no means to pay all that is overdue: check `means` or remove this outcome
    [promise_kept] there is no means to pay anything: check `means` or remove this outcome
    [plan] there are no means, or `policy:` allows no instalments: check `means` and `max_installments`, or remove this outcome
    [hardship_referral] `policy:` has no programme in `hardship:`
    [dispute_registered] no objection has an act `dispute.…`
    [right_refusal] no objection has `stops_collection:`, and the debtor picks up
   *[other] check `answered_by:` and `policy:`, or remove this outcome
}
diag-outcome-never-good = `{ $name }` cannot be a good end
diag-outcome-never-good-help = remove it from `good:`

diag-objection-only-hardens = all that would make the objection `{ $id }` give way hardens it too
diag-objection-only-hardens-help = give points in `yields_to` to an act that is not in `hardens_on`
diag-objection-needs-too-much-trust = the objection `{ $id }` waits for a trust that is never reached: the most is { $most }
diag-objection-needs-too-much-trust-help = lower `needs_trust`, or raise the `max` of `trust`
diag-answer-shadowed = `{ $other }` answers the same before: this is said only once its lines are used up
diag-answer-shadowed-help = join the two answers, or give each its own `when:`
diag-rule-shadowed = `{ $other }` ends the call on the same condition
diag-rule-shadowed-help = put this rule first, or change one of the conditions
diag-rule-resolves-too-late = when the condition holds, the objection `{ $id }` is not the one in the way
diag-rule-resolves-too-late-help = objections give way in their order: ask in `when:` only for what comes before
diag-claim-after-truth = the fact `{ $name }` came out in an earlier objection: nobody would believe the other version
diag-claim-after-truth-help = put `claims:` in an objection further out, or remove it
diag-signals-without-deal = signals of agreement are given, and no agreement is possible
diag-signals-without-deal-help = check `agrees_at`, `means` and `policy.hardship`, or remove `signals:`
diag-objection-of-business = the objection `{ $id }` is one of businesses, and here a person owes
diag-objection-of-business-help = write `segment: business`, or choose another from `ensayo list objections`
diag-yields-to-what-hangs-up = `{ $act }` would make the objection give way, and ends the call too
diag-yields-to-what-hangs-up-help = remove it from `yields_to` or from `hangs_up_on`
diag-fact-waits-for-itself = the fact `{ $name }` comes out only where it is out already
diag-fact-waits-for-itself-help = remove `disclosed("{ $name }")` from the condition that discloses it, or let an objection disclose it

diag-when-never-true = this condition never holds
diag-when-never-true-help = check the numbers (`trust` and `patience` go from their `min` to their `max`) and the order of the objections
diag-topic-unused = nothing waits for the topic `{ $name }`
diag-topic-unused-help = name it as `topic.{ $name }` in an answer, an objection or a condition, or remove it
diag-topic-repeats-another = the topic `{ $other }` hears this already
diag-topic-repeats-another-help = keep the pattern in one of the two topics
