"""A career advisor for customer support that lives in the terminal."""

__version__ = "0.1.0"
