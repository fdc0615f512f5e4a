"""Domain values as text for other programs."""
