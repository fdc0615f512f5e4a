"""Many profiles at once: lines in, lines out, by processes, with results that do not depend on how many."""
