# The report of a call.
report-title = { $scorecard } { $version } · { $call }
report-score-passed = { $score } of 100. { $band } (the pass mark is { $mark }).
report-score-passed-plain = { $score } of 100. Passed (the pass mark is { $mark }).
report-score-below = { $score } of 100. { $band }: the pass mark is { $mark }.
report-score-below-plain = { $score } of 100. The pass mark is { $mark }.
report-score-open = { $score } of 100 so far. Part of it is still to be judged.
report-no-score = No score: the call gave no occasion for anything that is judged.
report-failed-form = { $criterion } may not be missing: the score is 0 (it would have been { $raw }).
report-failed-section = { $criterion } may not be missing: its section scores 0 (the total would have been { $raw }).
report-incomplete = Incomplete: { $coverage } % of what applies could be judged.
report-points = { $earned } of { $of }
report-state-met = done
report-state-partial = in part
report-state-missed = missing
report-state-no-opportunity = no occasion
report-state-not-evaluated = not judged
report-well = What went well
report-over = To rehearse again
report-aside = Out of the count
report-aside-line = { $criterion } ({ $state }): { $reason }.
report-try = Try this: “{ $wording }”
report-quote = turn { $turn }, { $speaker }: “{ $quote }”
report-limit-payments = The case file allows up to { $limit } payments, and { $named } were spoken of.
report-limit-payment = The least payment of the case file is { $limit }, and { $named } was spoken of.
report-limit-discount = The case file allows up to { $limit } % off, and { $named } % was spoken of.
report-limit-days = The case file allows up to { $limit } more days, and it went to { $named }.
report-limit-none = { $way ->
    [discount] The case file allows no discount.
    [installments] The case file allows no instalments.
    [extension] The case file allows no later date.
    [partial] The case file allows no part payment.
    [restructure] The case file allows no new plan.
    [hardship] The case file has no programme for hardship.
   *[other] The case file does not allow it.
}
report-clean-all = { $turns ->
    [one] in the only turn
   *[other] in all { $turns } turns
}
report-quoted-above = turn { $turn }, quoted above
report-clean = { $turns ->
    [one] none in the only turn
   *[other] none in { $turns } turns
}
report-nearest = the closest, turn { $turn }: “{ $quote }”
report-more-quotes = { $count ->
    [one] and once more
   *[other] and { $count } times more
}
report-searched = { $turns ->
    [one] looked for in turn { $from }, { $speaker }
   *[other] looked for in { $turns } turns, from { $from } to { $to }, { $speaker }
}
report-speaker-agent = agent
report-speaker-debtor = customer
report-speaker-third-party = another person
report-speaker-system = system
report-of-agent = the agent’s
report-of-debtor = the customer’s
report-of-third-party = the other person’s
report-of-system = the system’s
report-of-anyone = everyone’s
report-nobody-spoke = nobody spoke
report-script-error = the measure failed; the finding says where
report-no-witness = the measure quoted nothing of the call
report-mode = How it is added up: { $mode }.
report-mode-points = points earned of points possible
report-mode-group-weighted-points = points earned of points possible, multiplied by the weight of their section
report-mode-section-percent-mean = mean of the sections’ percentages, by their weight
report-mode-question-weights-section = criterion weights; what had no occasion spreads its weight over its section
report-mode-question-weights-form = criterion weights; what had no occasion spreads its weight over all
report-no-day = The day of the call is not known: the days that were named were only compared with each other.
report-hashes = Fingerprints: transcript { $transcript }, scorecard { $scorecard }.
report-plan-last = { $rest } and a last one of { $last }
report-plan = { $count } payments of { $amount }
report-plan-uneven = { $count ->
    [1] { $first } and then { $amount }
   *[other] { $first } and then { $count } payments of { $amount }
}
report-terms = { $amount } on { $date }
report-terms-plan = { $amount }, the first on { $date }
report-soft-terms = the amount we agreed
report-money = { $currency ->
    [MXN] { $amount } pesos
    [COP] { $amount } pesos
    [CLP] { $amount } pesos
    [ARS] { $amount } pesos
    [PEN] { $amount } soles
    [EUR] { $amount } euros
    [USD] ${ $amount }
   *[other] { $amount } { $currency }
}
report-date = { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}, { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $day }
report-method-cash = in cash
report-method-transfer = by transfer
report-method-card = by card
report-method-deposit = by deposit
report-method-convenience-store = at the store
report-method-payment-link = with the payment link
report-method-direct-debit = by direct debit
report-method-wallet = with your digital wallet
report-method-payroll = through payroll
report-method-branch = at the branch
report-soft-amount = the amount we agreed
report-soft-date = the one we agreed
report-soft-method = the way we agreed
report-soft-debt = (the exact figure)
report-soft-debtor = the account holder
report-soft-creditor = the company
report-capped = { $criterion }: after what was said, the score counts out of { $cap }, not 100; the { $raw } it would have been come to { $score }.
report-cap = at most { $cap }
report-conduct = What must not be
report-conduct-law = This is against it: { $law }
report-method-named = by { $name }

conduct-threat = Threatened
conduct-insult = Insulted
conduct-third-party = Spoke of the debt to somebody who does not owe it, or asked them to pay
conduct-false-authority = Passed for an authority
conduct-pressed-on = Went on asking for money after that had to stop
conduct-unverified = Told of the debt before knowing who was listening
conduct-false-urgency = Made up an urgency
conduct-no-notice = Did not give the notice that the law demands
conduct-cause-asked = Asked for the cause, which is not asked in this call
conduct-try-threat = Let me tell you which ways there are, and you tell me what works for you.
conduct-try-insult = I know this is a heavy subject. Let us take it calmly.
conduct-try-third-party = It is a personal matter. When could I reach them?
conduct-try-third-party-gone = I apologize. I will correct our record today, so that nobody calls you about this again.
conduct-try-false-authority = Here is my name and the company I am calling for, so that you can check.
conduct-try-pressed-on = Then I am not asking you for anything. I will note it and tell you what happens next.
conduct-try-unverified = Before I say what this is about, could you confirm one detail so that I know it is you?
conduct-try-false-urgency = You have time to think about it. Which day would work for you?
conduct-try-no-notice = This is an attempt to collect a debt, and any information I obtain will be used for that purpose.
conduct-try-cause-asked = Tell me which day and which amount you could keep to.
