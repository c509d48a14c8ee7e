# Scoring transcripts, and the table of several.
help-score = Scores transcripts of calls with a scorecard
help-score-long = Scores transcripts of calls with a scorecard.

    Reads files and folders (of these the .txt, .md and .log files, those further down too, in order of name); `-` is standard input. A file that cannot be read is told, and the others go on. With --format json there is always one line a call (NDJSON), and nothing else.
help-score-after =
    Exit codes:
    {"  "}0  all passed
    {"  "}1  something could not be read or judged, even if the rest could
    {"  "}3  some call fell below the pass mark
help-score-paths = Transcripts and folders; `-` for standard input
help-score-rubric = Scorecard to score with: its name or the file
help-score-format = Text to read, or one JSON line a call
help-score-language = Language of those that do not say: es, es-MX, en-US…; otherwise the one that is recognised
help-score-country = Country of those that do not say, by which amounts and dates are read: MX, CO, CL, PE, AR, ES, EC, US
help-score-date = Day of those that do not say (YYYY-MM-DD); without it, days are only compared with each other
help-score-jobs = How many calls are scored at once; 0 is as many as there are cores. The result is the same, byte for byte, with any number
value-paths = PATHS
value-country = COUNTRY
typed-country = it can be MX, CO, CL, PE, AR, ES, EC or US

score-empty-folder = there are no transcripts in `{ $path }` (.txt, .md, .log)
score-progress = { $done } of { $of }

overview-heading = Calls
overview-passed = passed
overview-below = below the pass mark
overview-open = no verdict
overview-unread = could not be scored
overview-total = { $count ->
    [one] 1 call
   *[other] { $count } calls
}
overview-count-passed = { $count } passed
overview-count-below = { $count } below the pass mark
overview-count-open = { $count } without a verdict
overview-count-unread = { $count } that could not be scored
