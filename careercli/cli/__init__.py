"""The program: what a run knows, its options, what it says on standard error, and where it ends."""
