# What the ear learns from labelled turns.
help-learn = Teach the ear with labelled turns
help-learn-long = Teach the ear with labelled turns.

    Reads the same files as `eval` and writes, in the folder of each language, what the second layer of the ear learns from them and from the examples of the lexicons. The same turns in the same order give the same bytes. What is in `lexicons/` of the current folder is used instead of what the program brings. With thousands of turns it takes a minute or two.
help-learn-files = Files with one JSON line a turn; `-`, standard input
help-learn-out = Folder of the lexicons to write in
value-folder = FOLDER
learn-done = { $language }: { $agent ->
    [one] 1 turn of the agent
   *[other] { $agent } turns of the agent
} and { $debtor ->
    [one] 1 of the debtor
   *[other] { $debtor } of the debtor
}, learnt in { $path }
learnt-unusable = { $path }: this is no file of what the ear learns, or another version's; make it anew with `ensayo learn`
help-learn-check = Only look whether what is there was learnt from these turns; if not, exit with 4
learn-current = { $language }: what is learnt is from these turns
learn-stale = { $language }: what is learnt is not from these turns; make it anew with `ensayo learn`
