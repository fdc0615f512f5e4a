"""How somebody can be reached: lines of a résumé that are never kept, and never taken for anything else."""

import re

_MAIL = re.compile(r"(?<![\w.+'-])[\w.+'-]++@[\w-]+\.[\w-]")
_LINK = re.compile(
    r"https?://|\bwww\.|\b(?:linkedin|github|gitlab|facebook|twitter|x|xing|behance|medium|t|wa)\.(?:com|"
    r"me)/|\(linkedin\)$",
    re.IGNORECASE,
)
_DOMAIN = re.compile(
    r"[a-z\d-]+(?:\.[a-z\d-]+)*\.(?:com|org|net|io|dev|me|co|info|eu|de|uk|in|ph|nl|fr|es|it|pl|br|pt)(?:/\S*)?"
)
"""A page of somebody's own, which is in small letters where an employer such as Booking.com is not."""

_PHONE = re.compile(r"(?<![\w/.-])(?:\+|\(?0|\(?\d{3}\)?[ .-])[\d()./ \u2013-]{6,20}\d(?!\w)")
_YEARS = re.compile(r"(?:19|20)\d\d\D{0,3}(?:19|20)\d\d|\d{1,2}[./-](?:19|20)\d\d")
_LABEL = re.compile(
    r"(?:tel|telephone|phone|mobile|mob|cell|e-?mail|email id|mail|address|addresse|anschrift|adresse|"
    r"direcci\u00f3n|skype|linkedin|website|web|github|whatsapp|telefon|handy|t\u00e9l|contact no|contact "
    r"number|date of birth|dob|born|geburtsdatum|nationality|gender|sex|marital status|civil status|age|"
    r"religion|height|weight|visa|passport|driving licen[cs]e|father'?s name|mother'?s name|spouse)\b\.?(?: "
    r"(?:no|number|nr))?\.?\s*[:\u2013-]",
    re.IGNORECASE,
)
_STREET = re.compile(
    r"\b\d{1,5}[a-z]?\s+(?:[\w.'-]+\s+){1,4}(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|blvd|boulevard|"
    r"court|ct|way|place|close|crescent|terrace|square|apt|suite)\b|\w+(?:stra(?:\u00dfe|sse)|str\.|weg|"
    r"platz|allee)\s+\d|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b\d{5}\s+[A-Z]\w+$|,\s*[A-Z]{2}\s+\d{5}\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z]{3,}")
_SLUG = re.compile(r"linkedin\.com/in/([\w%-]+)|(?<![\w.+-])([\w.+-]++)@", re.IGNORECASE)


def is_contact(text: str) -> bool:
    """Return whether a line says how somebody can be reached, or what else is nobody's business here."""
    if _MAIL.search(text) or _LINK.search(text) or _DOMAIN.fullmatch(text) or _LABEL.match(text):
        return True
    phone = _PHONE.search(text)
    if phone and not _YEARS.search(phone.group()):
        return True
    return len(text) < 100 and bool(_STREET.search(text))


def letters_of_addresses(texts: list[str]) -> str:
    """Return the letters of mail addresses and links to profiles, in which names can be found again."""
    found = [match[1] or match[2] for text in texts for match in _SLUG.finditer(text)]
    return " ".join("".join(_WORD.findall(one.casefold())) for one in found)
