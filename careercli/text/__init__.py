"""Domain values in English."""
