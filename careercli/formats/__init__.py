"""Documents from outside: read within limits, checked against a type, every problem with its place."""
