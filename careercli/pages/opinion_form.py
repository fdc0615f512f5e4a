"""The form that asks another person about somebody: one page that works from a file, with no network.

Its content-security policy names the one script and the one style sheet by their hashes, so nothing else
runs, whatever stands in a name.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256
from html import escape

from careercli import __version__
from careercli.domain.model import Skill
from careercli.domain.opinion import Request
from careercli.pages.render.page import page, part, styles
from careercli.pages.render.svg import element
from careercli.text.opinion import UNSEEN, level_of_other
from careercli.text.phrases import day, spoken


def opinion_form(request: Request, about: str, skills: Sequence[Skill]) -> str:
    """Return the form that was asked for, about somebody who is called ``about`` in it, as an HTML page."""
    look, script = styles("base", "form"), part("form.js")
    questions = part(
        "form.html",
        form=escape(request.form),
        about=escape(about),
        giver=escape(request.to),
        file=f"opinion-{request.form}.json",
        questions="\n".join(_question(about, skill) for skill in skills),
        text_label=escape(f"What else should {about} hear?"),
        text_hint="One thing to keep doing, one thing to try. Leave it empty if you like.",
        count=f"0 of {len(skills)} answered",
    )
    policy = f"style-src {_hash(look)}; script-src {_hash(script)}; img-src data:; base-uri 'none'"
    return page(
        f"About {about}, for {request.to}",
        version=__version__,
        policy=f"{policy}; form-action 'none'",
        robots='<meta name="robots" content="noindex">\n',
        styles=look,
        skip="Skip to the questions",
        head="\n".join(_head(request, about, len(skills))),
        inside=questions,
        script=f"<script>{script}</script>\n",
        foot=element(
            "p",
            escape(
                f"Made by careercli {__version__} on {day(request.day)}. This page sends nothing anywhere: "
                "your answers are in the file that you save, and only who gets that file can read them."
            ),
        ),
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _head(request: Request, about: str, questions: int) -> Iterator[str]:
    yield element("p", escape(f"A second opinion, {day(request.day)}"), class_="kicker")
    yield element("h1", escape(f"How do you see {about} at work?"))
    yield element(
        "p",
        escape(
            f"{request.to}, {about} asks for your view: {spoken(questions)} short questions, about ten "
            "minutes. Mark what you have seen yourself in the last months: the highest line that is true "
            "most of the time. Nothing here is a grade. Your answers will stand beside their own, to talk "
            "about."
        ),
    )
    yield element(
        "p",
        escape("When you are done, save your answers and send back the small file that your browser keeps."),
    )


def _question(about: str, skill: Skill) -> str:
    """Return a question: what somebody does at each level, lowest first, blind to what any job asks."""
    told = [(str(level), level_of_other(skill, level)) for level in range(len(skill.levels) + 1)]
    options = [_option(skill.id, value, text) for value, text in told]
    options.append(_option(skill.id, "unseen", UNSEEN, "apart"))
    hint = element("p", escape(skill.summary), class_="hint")
    answers = element("ul", "\n".join(options), class_="options")
    legend = element("legend", escape(f"{about}: {skill.name}"))
    return f'<fieldset data-skill="{escape(skill.id)}">\n{legend}\n{hint}\n{answers}\n</fieldset>'


def _option(skill: str, value: str, text: str, style: str = "") -> str:
    box = f'<input type="radio" name="{escape(skill)}" value="{value}">'
    return element("li", element("label", f"{box}{element('span', escape(text))}"), class_=style)
