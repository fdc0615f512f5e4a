"""What each setting does, in a sentence."""

from __future__ import annotations

ABOUT = {
    "profile": "The saved profile in use where none is named.",
    "hours": "Hours a week for a plan; for new profiles, and facts given as flags.",
    "goal": "The tier to aim at; for new profiles, and facts given as flags.",
    "ladder": "The ladder to use, where packs bring several.",
    "state": "The US state that pay is looked up for.",
    "accessible": "Plain lines, made for screen readers.",
    "colour": "Colours: auto, always or never.",
    "pager": "The program that shows what is longer than the screen.",
    "data": "Folders of packs to lay over the built-in role data.",
}
"""For every one of ``SETTINGS`` by its name."""
