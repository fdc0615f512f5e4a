"""A résumé from elsewhere becomes a draft profile, with the reason for everything that was taken."""

from careercli.imports.draft import draft_of
from careercli.imports.resume import read_resume

__all__ = ["draft_of", "read_resume"]
