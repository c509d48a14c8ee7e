# The rehearsed call: before, during and after.
help-practice = Rehearse a call with a practice debtor
help-practice-long = Rehearse a call with a practice debtor.
    Without a name, shows the scenarios and lets you choose. Through a pipe it reads one line a turn, and with the
    same seed and the same lines the call is the same.
help-practice-scenario = Scenario: its name or its file
help-practice-seed = Seed: with the same one, the debtor says the same
help-practice-rubric = Scorecard to score it with
help-practice-format = Text to read, or one JSON document at the end
help-practice-exam = Exam: no hints and no mood
value-scenario = SCENARIO
value-seed = SEED
value-format = FORMAT

practice-welcome = Who would you like to rehearse with?
practice-level = level { $level } of 5
practice-choose = Number or name:{" "}
practice-no-such = { $suggestion ->
    [none] There is no scenario "{ $name }".
   *[other] There is no scenario "{ $name }". Did you mean "{ $suggestion }"?
}
practice-commands = /file the case file · /hint a hint · /mood how they feel · /why what was heard · /hangup · /help
practice-ringing = (the phone rings… someone answers)
practice-prompt = You:{" "}
practice-help = Type what you would say on the phone and press Enter. /file shows the case file, /hint suggests what to try, /mood tells how the person feels, /why what was heard and what it moved, /hangup ends the call. You will see your score at the end.
practice-no-help = There are no hints in an exam.
practice-hint = Hint: { $hint }
practice-mood = { $name } is { $mood }.  trust { $trust }  patience { $patience }
practice-unknown-command = { $suggestion ->
    [none] I do not know "{ $name }". /help shows what you can ask for.
   *[other] I do not know "{ $name }". Did you mean { $suggestion }?
}
practice-cannot-read = what is typed could not be read: { $reason }
practice-again = To repeat this very call: { $command }
mood-upset = upset
mood-guarded = guarded
mood-open = at ease

case-debtor = Debtor
case-creditor = Creditor
case-product = Product
case-today = Today is
case-balance = Balance
case-past-due = Past due
case-past-due-item = { $concept } { $amount }, due { $date }
case-verify = Verify
case-history = History
case-policy = You may offer
case-methods = Paid by
case-law = Law
case-objective = Objective
case-policy-installments = up to { $count } payments
case-policy-min-payment = a least payment of { $amount }
case-policy-partial = part payment now
case-policy-extension = up to { $days } days more
case-policy-discount = up to { $percent } % off
case-policy-discount-until = up to { $percent } % off, until { $date }
case-policy-restructure = restructuring
case-policy-hardship = { $name } ({ $description })

outcome-paid = pays it all today
outcome-promise-kept = a promise that will be kept
outcome-promise-broken = a promise that will be broken
outcome-plan = payments that can be kept
outcome-hardship-referral = passed to the hardship program
outcome-dispute-registered = a dispute taken down, to be looked into
outcome-callback = another call agreed
outcome-right-refusal = this was no call to collect on, and nothing was collected
outcome-third-party-told = the debt was told to somebody else
outcome-refused = agreed to nothing
outcome-hung-up = hung up on you
outcome-abandoned = ended without an agreement
standing-good = a good outcome
standing-acceptable = acceptable
standing-poor = it can go better
debrief-outcome = End of the call: { $outcome } ({ $standing }).
debrief-terms = You agreed on { $terms }.
debrief-squeezed = They said yes so that the pressing would stop, not because they can keep it. That promise will be broken.
debrief-misremembers = They left with another date in mind, and nobody put it right before the end.
debrief-beyond-payments = You agreed on { $agreed } payments and the case file allows { $permitted }: that is not yours to promise.
debrief-beyond-least = Each payment is below the least the case file allows, { $least }: that is not yours to promise.
debrief-beyond-discount = You took { $agreed } % off and the case file allows { $permitted } %: that is not yours to promise.
debrief-could-have-paid = { $amount } could have been paid today and nobody asked well: that money was there.
debrief-third-party-told = The debt was discussed with somebody who does not owe it (turn { $turns }).
debrief-missed-signal = They were about to say yes and nobody proposed anything (turn { $turns }).
debrief-ignored-questions = { $count ->
    [one] One question of theirs was left unanswered.
   *[other] { $count } questions of theirs were left unanswered.
}
debrief-contradiction = At first, in turn { $claimed }, they said: “{ $claim }” What was behind it came out in turn { $turn }.
debrief-best = Your best moment
debrief-redo = The moment to do over
debrief-said = turn { $turn }: "{ $quote }"
debrief-answer = Answer: "{ $quote }"
debrief-because = Heard: { $because }.
debrief-try = Try this: "{ $wording }"
debrief-hidden = What you were not being told
debrief-came-out = Came out in turn { $turn }: “{ $quote }” The whole of it: { $what }
debrief-kept = Never came out: { $what }
practice-no-ear = the lexicons could not be loaded

help-practice-mode = How much help: guided (after each turn: what was heard, what it moved, what to try), practice, or exam (none; 30 turns and 15 minutes at most)
help-practice-shuffle = The same person in another mood, with other means and objections, within what the scenario allows
help-practice-pace = How fast they speak on a terminal; a key pressed before they end is an interruption (Enter or space: show the rest)
help-practice-silence = Seconds of silence until they ask whether you are there; 0: never
help-practice-watch = Read the scenario again when it is edited during the call
help-practice-resume = Go on with the last call that was left unfinished, of that scenario if one is named
value-mode = MODE
value-pace = PACE
value-seconds = SECONDS
practice-commands-exam = /file the case file · /hangup · /help
practice-help-exam = Type what you would say on the phone and press Enter. /file shows the case file, /hangup ends the call. There are no hints in an exam; your evaluation comes at the end.
practice-exam-over = The exam is over: the call ends here.
practice-no-attempts = this scenario was taken as an exam { $count } times; to allow another, delete { $path }
practice-cannot-save = the call could not be kept in { $path }: { $reason }
practice-nothing-to-resume = { $name ->
    [none] no call was left unfinished
   *[other] no call with “{ $name }” was left unfinished
}
practice-resumed = { $count ->
    [one] (the call goes on: one line had been said)
   *[other] (the call goes on: { $count } lines had been said)
}
practice-changed = (the scenario has changed: to line { $line } the answer was “{ $was }”, and now is “{ $is }”)
guide-heard-nothing = nothing in particular was heard
guide-heard = heard { $act }: “{ $words }” ({ $because })
guide-moved = it moved: { $moves }
guide-move = { $cause } (trust { $trust }, patience { $patience })
guide-drift = the turns going by
guide-yielded = the objection { $name } gave way
guide-hardened = the objection { $name } hardened
guide-disclosed = the truth came out: { $name }
guide-pressed-on = money was asked for where it no longer should be
guide-talked-over = they were not let finish
guide-ignored = their question { $name } was left unanswered
guide-signal-missed = they were about to say yes and nothing was proposed
guide-because = answered because of: { $name }
guide-mood = trust { $trust }, patience { $patience }
act-of-this-case = Touches on a topic of this case
practice-last-turn = Your last turn
guide-nothing-said = You have not said anything yet.

debrief-try-insult = Forgive me, I put that badly. Let us go on calmly and with respect.
debrief-try-threat = Let me tell you which ways there are, and you tell me what works for you.
debrief-try-sarcasm = I ask in earnest, because I would like to understand.
debrief-try-blame = I am not looking for anybody to blame. Let us see what can be done from today.
debrief-try-disbelief = I believe you. Help me understand what happened.
debrief-try-condescend = You know your situation better than anyone. How do you see it?
debrief-try-third-party = Thank you. Could you put me through to the person I am looking for, please?
debrief-try-pressure = Take the time you need. What would help you decide?
