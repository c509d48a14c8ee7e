# The tests of scenarios.
help-test = Plays the tests of scenarios and says which did not go as expected
help-test-long = Plays the tests that scenarios carry (`tests:`), each with all of its seeds, and says which did not go as expected: what was expected, what came, at which turn that was decided, and how to play the call again.

    Without names it plays those of all scenarios.
help-test-after =
    Exit codes:
    {"  "}0  every test went as expected
    {"  "}1  some did not, there is too little coverage, or something could not be read
help-test-scenarios = Scenarios, by name or by file; without any, all of them
help-test-rubric = Scorecard to judge with where a test asks for a score
help-test-coverage = Tells as well which parts of each scenario its tests reach, and which none does
help-test-at_least = Coverage that every scenario must reach, in per cent (0 to 100)
help-test-jobs = How many scenarios are tested at once; 0 is as many as there are cores. The result is the same with any number
help-test-format = Text to read, or a JSON document with all that happened in each call
value-percent = PERCENT
typed-percent = write a whole number from 0 to 100

test-none = has no tests
test-line = { $failed ->
    [0] { $name } ({ $calls ->
        [one] 1 call
       *[other] { $calls } calls
    })
   *[other] { $name } ({ $calls ->
        [one] the call fails
       *[other] { $failed ->
            [one] 1 of { $calls } calls fails
           *[other] { $failed } of { $calls } calls fail
        }
    })
}
test-seed = seed { $seed }
test-outcome = it had to end in { $wanted }; it ended in { $came }
test-withheld = the fact { $fact } had to come out; it did not
test-came-out = the fact { $fact } was not to come out; it did
test-unresolved = the objection { $objection } had to give way; it did not
test-trust = trust had to end { $wanted }; it ended at { $came }
test-patience = patience had to end { $wanted }; it ended at { $came }
test-mood = the mood had to end as { $wanted }; it ended as { $came }
test-not-understood = { $most ->
    [0] no turn
    [one] 1 turn
   *[other] { $most } turns
} could go without being understood; { $came } did
test-score = the score had to be { $wanted }; it is { $came }
test-unjudged = the score had to be { $wanted }; the call could not be judged to its end
test-band = from { $from } to { $to }
test-band-from = at { $from } or above
test-band-to = at { $to } or below
test-band-open = at any value
test-unsaid = the call ended before that; { $count ->
    [one] 1 line was left unsaid
   *[other] { $count } lines were left unsaid
}
test-replay = To play it again: { $command }
test-summary = { $tests ->
    [one] 1 test
   *[other] { $tests } tests
}, { $calls ->
    [one] 1 call
   *[other] { $calls } calls
}: { $failed ->
    [0] all went as expected.
    [one] 1 test fails.
   *[other] { $failed } tests fail.
}
test-too-little = the tests of `{ $scenario }` reach { $percent } %, and { $least } % is asked for
test-coverage = Coverage: { $percent } % ({ $counts })
test-coverage-voiced = objections voiced { $reached }/{ $of }
test-coverage-gave-way = objections given way { $reached }/{ $of }
test-coverage-lines = lines { $reached }/{ $of }
test-coverage-facts = facts { $reached }/{ $of }
test-coverage-outcomes = outcomes { $reached }/{ $of }
test-missed-voiced = Objections that nobody gets to hear: { $ids }
test-missed-gave-way = Objections that never give way: { $ids }
test-missed-lines = Lines that are never said: { $ids }
test-missed-facts = Facts that never come out: { $ids }
test-missed-outcomes = Outcomes that none comes to: { $ids }

diag-test-without-name = the test has no name
diag-test-without-name-help = say in a few words what this call shows
diag-test-repeated = there is a test called “{ $name }” already
diag-test-repeated-help = change one of the two names: it is by its name that one knows which failed
diag-test-without-seeds = the test is played with no seed
diag-test-without-seeds-help = write one or more, such as `seeds: [1, 7]`, or take `seeds:` away
diag-test-contradiction = the fact `{ $name }` cannot both come out and be kept
diag-test-contradiction-help = leave it in `discloses:` or in `keeps:`, not in both
diag-test-expects-nothing = this test expects nothing, and cannot fail
diag-test-expects-nothing-help = say what has to happen: `outcome`, `discloses`, `keeps`, `resolves`, `trust`, `patience`, `mood`, `score` or `not_understood`
diag-test-empty-band = no value fits here, or any does
diag-test-empty-band-help = write `from:`, `to:` or both, the smaller first
