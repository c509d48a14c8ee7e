# Several lines at once, and how many.
help-annotate-jobs = How many lines are heard at once; 0 is as many as there are cores. The result is the same, byte for byte, with any number
value-jobs = N
