# Reading transcripts and files.
diag-transcript-no-speakers = nothing shows who is speaking
diag-transcript-no-speakers-help = start each turn on a line of its own with the speaker and a colon: `Agent: …`, `Customer: …`
diag-transcript-one-speaker = only one person speaks (`{ $label }`)
diag-transcript-one-speaker-help = { $role ->
    [agent] mark the other person's turns too, each on its own line: `Customer: …`
   *[other] mark the agent's turns too, each on its own line: `Agent: …`
}

unreadable-io = could not read `{ $path }`: { $reason }
unreadable-too-large = `{ $path }` is larger than { $megabytes } MB, the limit for a file; split it, or see that it is the right one
unreadable-binary = `{ $path }` is not a text file; if it comes from a word processor or is a PDF, save it as plain text (.txt)
unreadable-empty = `{ $path }` is empty
io-not-found = it does not exist
io-permission-denied = there is no permission to read it
io-is-a-directory = it is a folder
