"""Lines for a résumé as JSON Resume (https://jsonresume.org/schema), for any theme to print.

The profile itself goes along under ``meta``, so that careercli reads back what it wrote, unchanged.
"""

from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from careercli import __version__
from careercli.domain.bullets import Bullet
from careercli.domain.model import LEVEL_NAMES, Profile, Skills
from careercli.formats.profiles import as_document

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"


def json_resume(profile: Profile, bullets: Sequence[Bullet], skills: Skills, today: date) -> bytes:
    """Return a résumé with these lines: what is not known of a job, such as its employer, is left out."""
    held = {key: value for key, value in (("name", profile.name), ("label", profile.title)) if value}
    work = {"position": profile.title or "Customer support", "highlights": [each.text for each in bullets]}
    document = {
        "$schema": SCHEMA,
        "basics": held,
        "work": [work] if bullets or profile.title else [],
        "skills": list(_skills(profile, skills)),
        "meta": {
            "canonical": SCHEMA,
            "version": "v1.0.0",
            "lastModified": f"{today.isoformat()}T00:00:00Z",
            "careercli": {"version": __version__, "profile": as_document(profile)},
        },
    }
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def _skills(profile: Profile, skills: Skills) -> Iterator[dict[str, object]]:
    """Yield the skills that are held, the best first, each with its level in words."""
    held = [(level, skill) for skill, level in profile.skills.items() if level and skill in skills]
    for level, skill in sorted(held, key=lambda pair: -pair[0]):
        yield {"name": skills[skill].name, "level": LEVEL_NAMES[level].capitalize()}
