"""Reads what a job advertisement asks, whatever kind of file it is in."""

from careercli.advertisements.advertisement import read_advertisement, read_file

__all__ = ["read_advertisement", "read_file"]
