# A new scenario: questions, and what the file says.
help-new = Writes the first version of a scenario, from a few questions or from a real call
help-new-long = Writes the first version of a scenario: it asks seven short questions (Enter takes what stands in brackets) and leaves a YAML file with notes, which plays at once and brings its tests.

    With --from it takes from a transcript what the debtor objected and what the agent said; names, telephones and documents are replaced. What is given as an option is not asked. It never writes over a file that exists.
help-new-what = What is written
help-new-file = File; otherwise the name and the first objection: carol-i-have-no-money.yaml
help-new-name = Name of the debtor, after Ms. or Mr.
help-new-country = Country: MX, CO, CL, PE, AR, ES, EC, US
help-new-kind = Type of debtor of the common library: fortuitous, negligent…
help-new-product = What is owed: store card, phone line…
help-new-creditor = To whom it is owed
help-new-amount = How much is overdue
help-new-objection = Objections of the common library, the outermost first: no_money,busy; may be repeated
help-new-level = Difficulty, from 1 to 5
help-new-date = Day of the call; otherwise today, or Monday at the weekend
help-new-from = Transcript of a real call to start from
help-new-yes = Asks nothing: what no option tells is as usual
value-what = WHAT
value-type = TYPE
value-product = PRODUCT
value-creditor = CREDITOR
value-amount = AMOUNT
value-objection = OBJECTIONS
value-level = LEVEL
value-call = TRANSCRIPT

new-welcome = A new debtor. Enter takes what stands in brackets.
new-ask-name = What is the debtor's name? After Ms. or Mr. [{ $usual }]
new-ask-country = Which country? MX, CO, CL, PE, AR, ES, EC, US. [{ $usual }]
new-ask-type = Which type of debtor? Number or name. [{ $usual }]
new-ask-product = What is owed, and to whom? With a comma between. [{ $usual }]
new-ask-amount = How much is overdue? [{ $usual }]
new-ask-objections = What is objected? One or two, the outermost first. [{ $usual }]
new-ask-level = How hard is it, from 1 to 5? [{ $usual }]
new-no-name = `{ $value }` is no name
new-no-country = the country `{ $value }` is not known; it can be MX, CO, CL, PE, AR, ES, EC or US
new-no-product = `{ $value }` lacks the product or the creditor: write both, with a comma between
new-no-amount = `{ $value }` is no amount above zero; write it in digits
new-levels = very easy, easy, medium, hard, very hard
new-no-level = `{ $value }` is no number from 1 to 5
new-no-objection = it takes one objection at least
new-unknown-type = there is no type `{ $name }`; there are: { $known }
new-unknown-objection = the common library has no objection `{ $name }`{ $suggestion ->
    [none] {""}
   *[other] ; did you mean `{ $suggestion }`?
}
new-exists = { $path } exists already; choose another name
new-given-up = nothing was written
new-written =
    Done: { $path }

    {"  "}ensayo practice { $path }   talk to your debtor
    {"  "}ensayo test { $path }       play the tests that it brings
    {"  "}ensayo check { $path }      check the file whenever you change it
new-not-won = No call of the trial agent came to a good end: its test says what happened. Change the objections, or write the call that does get there by hand.
new-read-through = Read the whole file before you share it: something in the sentences may still tell who somebody is.

new-usual-name = Ms. Carol Whitman
new-usual-name-man = Mr. Carl Whitman
new-usual-product = store card
new-usual-creditor = Fairmont Stores
new-agent-name = Ana Reed
new-somebody = somebody
new-somebody-woman = somebody

new-note-head =
    The first version of a debtor. Everything can be changed; `ensayo check` tells what is missing, and in which line.
    This comment, and the others, can go once they are of no use.
new-note-summary = What the agent may know before calling, and what a good call reaches.
new-note-case-file = The case file. Amounts go in quotes, with a full stop before the decimals.
new-note-policy = All that the agent may offer; what is not here may not be offered.
new-note-persona = Who answers. The type brings trust, patience and temper; what you write here replaces it.
new-note-truth = What only you know: the cause, how much can really be paid, and from when.
new-note-facts = What can come out in the call, by name.
new-note-objections =
    What is answered, layer by layer, the outermost first. `use:` brings lines and points of the common library
    (`ensayo show scenarios/common/en/objections`); what you write below replaces them: opens, insists, hardened, yields_to…
new-note-gives-way = Said when the debtor opens up at last: put your debtor's story here.
new-note-outcomes = What a good call ends in, and what an acceptable one.
new-note-tests = A call played well and one that is not; `ensayo test` plays them whenever you change something.

new-title = { $name }: "{ $objection }"
new-summary = Forty-five days late on a { $product }. Always paid on time before.
new-objective = { $way ->
    [stop] Understand what is said, stop collecting and take leave well.
    [dispute] Listen to the complaint and take it down, with a date for the answer.
   *[agreement] Understand what is going on and reach an agreement that can be kept.
}
new-account-number = ending in 2180
new-concept = missed payment
new-verify-label = date of birth
new-verify-value = May 9, 1983
new-programme = hardship program
new-programme-about = three months without late fees and with smaller payments
new-methods = { $country ->
    [US] debit card by phone
        bank transfer (ACH)
   *[other] bank transfer
        deposit at a branch
}
new-about = { $gender ->
    [male] Has a job and a family. Always kept his word until lately.
   *[female] Has a job and a family. Always kept her word until lately.
}
new-account = { $way ->
    [stop] What is said is true, and once it is said no money may be asked for.
    [dispute] The complaint is right, and once it is taken down there is peace.
   *[agreement] { $means ->
        [has] The money is there. It was put off, and with a clear day and amount it will be paid.
       *[lacks] Hours were cut a month ago and there is less money. A small payment is possible from the next payday on.
    }
}
new-fact = { $means ->
    [has] The money is there; it was only put off.
   *[lacks] Hours were cut a month ago.
}
new-gives-way = { $means ->
    [has] Okay, the truth is I kept putting it off. I can pay {"{own_amount}"} {"{own_date}"}.
        Look, you're right, I let it sit too long. I can do {"{own_amount}"} {"{own_date}"}.
   *[lacks] I'll tell you the truth, they cut my hours and I make less now. I could pay {"{own_amount}"} {"{own_date}"}.
        Thanks for listening. They cut my hours at work. I could pay {"{own_amount}"}, starting {"{own_date}"}.
}
new-test-real = the real call, turn by turn
new-test-skilled = with skill it comes as far as it can
new-test-clumsy = pressed, it comes to nothing good
