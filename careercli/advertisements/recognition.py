"""Whether a file holds one advertisement in English; anything else is refused with the way on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from careercli.advertisements.blocks import Block, words_in
from careercli.advertisements.job import Job
from careercli.advertisements.listing import refusal_of_several
from careercli.advertisements.sentences import Sentence
from careercli.domain.model import Ladder
from careercli.domain.values import Value
from careercli.errors import InvalidDataError
from careercli.reading.pieces import names

_LANGUAGES = {
    "English": names(
        "the and to of with you for our we are your will be is this that or from as have an in a on by can "
        "who at must their all not"
    ),
    "German": names(
        "und der die das mit wir sie fur zu den von ein eine ist bei deine ihre auf im des dich du ihr dein "
        "unser unsere unseren unserer suchen bieten oder als aufgaben profil erfahrung kenntnisse "
        "mindestens jahre jahren sehr gute sowie kunden werden bewerbung ab sofort abgeschlossene "
        "ausbildung anforderungen berufserfahrung deutsch englisch urlaub tage bearbeiten bearbeitung "
        "beantworten beantwortung kundenanfragen kundenservice gehalt stelle englischkenntnisse "
        "deutschkenntnisse wunschenswert"
    ),
    "French": names(
        "et le la les des de vous nous pour une un du dans avec est votre notre sur en au aux vos nos par "
        "ou recherchons poste profil recherche ans competences rejoindre equipe salaire maitrise anglais "
        "francais gestion reclamations accueil courant teletravail cdi cdd souhaitee exigee selon appels "
        "bac repondre clientele formation"
    ),
    "Spanish": names(
        "y el la los las de en con para un una que por del nuestro su somos tu al se es nuestra nuestros "
        "buscamos requisitos funciones experiencia anos atencion clientes ingles ofrecemos empresa puesto "
        "equipo conocimientos salario trabajo minima minimo ano manejo contrato indefinido disponibilidad "
        "horario cliente llamadas espanol conocimiento"
    ),
    "Portuguese": names(
        "e o a os as de em com para um uma que por do da nosso voce no na ao se dos nossa buscamos "
        "requisitos experiencia anos atendimento clientes ingles oferecemos empresa vaga equipe "
        "conhecimentos salario trabalho atividades minimo horario cliente conhecimento ensino portugues "
        "beneficios contratacao chamados"
    ),
    "Italian": names(
        "e il la i le di in con per un una che del della nostro sei al si gli lo dei nostra cerchiamo "
        "requisiti esperienza anni clienti inglese offriamo azienda conoscenza attivita lavoro assistenza "
        "alla nel italiano minimo gestione cliente orario contratto richieste buona ottima"
    ),
    "Dutch": names(
        "en de het een van met je voor wij zijn ons jij bij op te in als onze aan jouw wat ga bent hebt wie "
        "zoeken bieden ervaring jaar minimaal klanten kennis werk vragen goede taken functie uur nederlands "
        "engels klantenservice salaris vakantiedagen beschikbaar"
    ),
    "Polish": names(
        "i w z na do oraz dla sie jest nas praca od o po za przez nasz ze lub to co szukamy wymagania "
        "doswiadczenie lata klienta klientow oferujemy znajomosc jezyka pracy obsluga obowiazki jezyk "
        "angielski polski widziane umowa wynagrodzenie"
    ),
    "Swedish": names(
        "och att det som en ett med for du vi ar pa av till har dig vara i om den soker kunder erfarenhet "
        "arbetsuppgifter minst inom kundtjanst eller"
    ),
    "Danish": names(
        "og at det som en et med for du vi er pa af til har dig vores i om den kunder erfaring kundeservice "
        "mindst eller opgaver"
    ),
    "Indonesian": names(
        "dan yang di untuk dengan pada ini dari kami atau dalam akan anda sebagai adalah ke pengalaman tahun "
        "pelanggan minimal mampu lowongan kualifikasi memiliki"
    ),
    "Turkish": names(
        "ve bir ile icin olarak olan bu en az da de veya deneyim deneyimi musteri musteriler hizmetleri iyi "
        "ingilizce derecede bilen aranan nitelikler gorev"
    ),
    "Tagalog": names("ang ng mga sa na at ay para ikaw kami may ito kung hindi namin po"),
}
"""The words that each language, or an advertisement in it, cannot do without, without accents."""

_NOT_TELLING = _LANGUAGES["English"] | names(
    "de del la las los el le les du des do da dos di van der den von zu y e i o w z al un en no na me se "
    "es par sur ga har may po te til om er ab pa ay est ist aux ons nas con sa anda met ve taken "
    "minimal minima com hindi bu formation gestion"
)
"""Words that English has as well, and those that stand in names of people, companies and places."""

_TELLING = {name: known - _NOT_TELLING for name, known in _LANGUAGES.items()}

_SAYS_ENGLISH = _LANGUAGES["English"] | names(
    "experience skills years requirements responsibilities ability required preferred knowledge strong "
    "excellent written degree qualifications answer handle provide what least hiring looking join apply "
    "work working days hours week month schedule paid holiday insurance customers calls requests questions "
    "issues tasks duties english fluent native german french spanish portuguese italian dutch polish turkish"
)
_SHARED = names("a an as at be by can for have in is of on or our all will what")
"""Words that show that a short line is in English, and those of them that other languages have as well."""

_SHARE = 0.15
"""What share of the words of a text are those that its language cannot do without."""

_ENOUGH, _A_PASSAGE = 15, 12
"""From so many words on a text is judged by its language, and so is a passage of one."""

_SURE, _IN_A_LINE = 4, 0.08
"""So many different telling words show that short lines of a file are in a language, and such a share one."""

_MOSTLY = 2
"""So many times as much in another language as in English leaves no English half to read."""

_AFTER_LATIN = "\u0370"
_LETTERS_A_WORD, _FEW_LETTERS = 6, 8

_SIGN_IN = (
    r"\b(?:sign|log)[ -]?in\b|\bpassword\b|\bforgot\b|\bcreate (?:an )?account\b|\busername\b|"
    r"\bremember me\b|\bcaptcha\b|\bverify (?:you are|that you are) human\b|\bjoin now\b|\bcontinue with\b"
)
_MOST_TO_SIGN_IN, _LEAST_TO_SIGN_IN = 160, 3

_SPAN = (
    r"\b(?:19|20)\d\d\s*(?:-|\u2013|\u2014|to)\s*"
    r"(?:(?:[a-z]{3,9}\.?\s*)?(?:19|20)\d\d|present|now|current|today)\b"
)
_LEAST_SPANS = 2
_MANY = 5

_TEXT_OF_IT = "Open the advertisement, and save its page or copy its text into a file."
_LEAST_POINTS = 2


class Recognised(Value):
    """What of a file is left to read, and what is said of the rest."""

    blocks: list[Block]
    not_taken: tuple[str, ...]
    other: str
    """The language that most of the rest is in; "" where there is none."""


def in_english(blocks: Sequence[Block], name: str) -> Recognised:
    """Return the blocks that are in English.

    Raises:
        InvalidDataError: few of them are.

    """
    languages = _languages(blocks)
    foreign: dict[str, int] = {}
    first: dict[str, int] = {}
    english = 0
    for block, language in zip(blocks, languages, strict=True):
        words = words_in(block.text)
        length = max(len(words), len(block.text) // _LETTERS_A_WORD)
        if language and language != "English":
            foreign[language] = foreign.get(language, 0) + length
            first.setdefault(language, block.line_at(0))
        elif language:
            english += length
    most = max(foreign, key=lambda language: foreign[language], default="")
    length = sum(len(words_in(block.text)) for block in blocks)
    if most and foreign[most] > _MOSTLY * english and max(length, foreign[most]) >= _ENOUGH:
        raise _in_another(name, most)
    left = [block for block, language in zip(blocks, languages, strict=True) if language in {"", "English"}]
    told = (f"What is in {language}, from line {line} on, was not read." for language, line in first.items())
    return Recognised(left, tuple(told), most)


def _in_another(name: str, language: str) -> InvalidDataError:
    message = f"{name} is in {language}: only advertisements in English are read."
    return InvalidDataError(message, hint="Is there an English version of it?")


def _languages(blocks: Sequence[Block]) -> list[str]:
    """Return which language each block is in; "" where it does not say.

    A long one says so itself; short ones are taken together, and what stands between two in another language
    is in it.
    """
    each = [words_in(block.text) for block in blocks]
    found = [_language(words, block.text) for words, block in zip(each, blocks, strict=True)]
    short = [at for at, language in enumerate(found) if not language]
    said = set().union(*(each[at] for at in short))
    telling = {language: known & said for language, known in _TELLING.items()}
    sure = {language for language, words in telling.items() if len(words) >= _SURE}
    if sure:
        sure = {max(sure, key=lambda language: len(telling[language]))}
    sure |= {language for language in found if language in _LANGUAGES}
    for at in short:
        found[at] = _of_a_line(each[at], sure)
    telling_ones = [at for at, language in enumerate(found) if language]
    for before, after in pairwise(telling_ones):
        if found[before] == found[after]:
            found[before:after] = [found[before]] * (after - before)
    return found


def _of_a_line(words: Sequence[str], sure: Iterable[str]) -> str:
    """Return which of the languages of a file a line is in, or English; "" where it does not say."""
    counts = {name: sum(word in _TELLING[name] for word in words) for name in sure}
    likeliest = max(counts, key=lambda name: counts[name], default="")
    most = counts.get(likeliest, 0)
    english = sum(word in _SAYS_ENGLISH and not (most and word in _SHARED) for word in words)
    if most > english and most >= _IN_A_LINE * len(words):
        return likeliest
    return "English" if english else ""


def _language(words: Sequence[str], text: str) -> str:
    """Return which language other than English words are in; "" where they are, or say too little."""
    if not text.isascii():
        letters = [letter for letter in text if letter.isalpha()]
        if len(letters) >= _FEW_LETTERS and 2 * sum(letter < _AFTER_LATIN for letter in letters) < len(
            letters
        ):
            return "a script that is not Latin"
    english = sum(word in _LANGUAGES["English"] for word in words)
    if len(words) < _A_PASSAGE or 2 * english >= _SHARE * len(words):
        return ""
    counts = {name: sum(word in known for word in words) for name, known in _LANGUAGES.items()}
    likeliest = max(counts, key=lambda name: counts[name])
    if not _TELLING[likeliest].intersection(words):
        return ""
    foreign = 2 * counts["English"] < counts[likeliest] and counts[likeliest] >= _SHARE * len(words)
    return likeliest if foreign else ""


def check(name: str, ladder: Ladder, english: Recognised, sentences: Sequence[Sentence], job: Job) -> None:
    """Refuse what is not one advertisement.

    Raises:
        InvalidDataError: it is a page to sign in, a list of jobs, a résumé or something else; says which.

    """
    blocks = english.blocks
    text = "\n".join(block.text for block in blocks)
    if len(text.split()) <= _MOST_TO_SIGN_IN and len(_said(_SIGN_IN, text)) >= _LEAST_TO_SIGN_IN:
        raise InvalidDataError(
            f"{name} is a page to sign in, not the advertisement behind it.", hint=_TEXT_OF_IT
        )
    if several := refusal_of_several(name, ladder, blocks, sentences):
        raise several
    spoken_to = sum("person" in sentence.cues for sentence in sentences)
    seeking = any("seeking" in sentence.cues for sentence in sentences)
    if not spoken_to and not seeking and len(re.findall(_SPAN, text, re.IGNORECASE)) >= _LEAST_SPANS:
        hint = "To begin a profile from it: careercli profile import FILE --as NAME."
        raise InvalidDataError(f"{name} looks like a r\u00e9sum\u00e9, not like an advertisement.", hint=hint)
    if not _reads_as_english(blocks, sentences):
        message = f"{name} does not read as English, and only advertisements in English are read."
        raise InvalidDataError(message, hint="Is there an English version of it?")
    if _points(sentences, job, spoken_to=spoken_to, seeking=seeking) < _LEAST_POINTS:
        if english.other:
            raise _in_another(name, english.other)
        message = (
            f"{name} does not look like a job advertisement: it asks for nothing that people do at work."
        )
        raise InvalidDataError(message, hint="Is it the right file? " + _TEXT_OF_IT)


def _reads_as_english(blocks: Sequence[Block], sentences: Sequence[Sentence]) -> bool:
    """Return whether a text is English as far as it tells, whatever language it may be in otherwise.

    Lists of duties and tools have few of the words that English cannot do without, but then much in them is
    what advertisements ask; and they have hardly a word with an accent.
    """
    words = [word for block in blocks for word in words_in(block.text)]
    english = [word for word in words if word in _ONLY_ENGLISH]
    if len(words) < _ENOUGH or len(english) >= _SOME_ENGLISH * len(words) or len(set(english)) >= _MANY_WORDS:
        return True
    written = [word for block in blocks for word in block.text.split()]
    accented = sum(any(letter.isalpha() and not letter.isascii() for letter in word) for word in written)
    total = sum(len(sentence.words) for sentence in sentences)
    understood = 0
    for sentence in sentences:
        told = (range(mark.first, mark.end) for mark in sentence.marks if mark.table in _OF_ENGLISH)
        understood += len({at for places in told for at in places})
    return accented < _ACCENTED * len(written) and understood >= _UNDERSTOOD * total


_ONLY_ENGLISH = _SAYS_ENGLISH - _SHARED
_MANY_WORDS = 10
"""So many different words that only English has show that a text is in it."""

_SOME_ENGLISH, _ACCENTED, _UNDERSTOOD = 0.06, 0.05, 0.3
"""Shares of words: so many show English; of a text with fewer so many with accents show another language,
and so many must be words that mean something."""

_OF_ENGLISH = frozenset({"skill", "cue", "condition", "education", "years"})
"""What is told by phrases in English; tools and places are called the same in every language."""


def _said(pattern: str, text: str) -> set[str]:
    return {found.casefold() for found in re.findall(pattern, text, re.IGNORECASE)}


def _points(sentences: Sequence[Sentence], job: Job, *, spoken_to: int, seeking: bool) -> int:
    """Return how much speaks for an advertisement."""
    parts = {sentence.part for sentence in sentences}
    cues = {cue for sentence in sentences for cue in sentence.cues}
    asked = {mark.table for sentence in sentences for mark in sentence.marks}
    reading = job.reading
    named = reading is not None and (bool(reading.words) or reading.elsewhere)
    skills = {mark.name for sentence in sentences for mark in sentence.of("skill")}
    return (
        2 * bool({"duties", "required", "preferred"} & parts and (named or len(skills) > 1))
        + 2 * (len(skills) >= _MANY)
        + named
        + seeking
        + bool({"apply", "equal", "offer"} & cues)
        + (spoken_to > 1 and len(skills) > 1)
        + bool(asked & {"years", "education"} and skills)
    )
