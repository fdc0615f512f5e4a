"""The headings of a résumé: what they say of the lines below them, in the usual words of eight languages."""

import re
import unicodedata
from functools import cache, lru_cache
from typing import Literal, get_args

from careercli.reading.pieces import names

Kind = Literal[
    "volunteer",
    "languages",
    "certificates",
    "skills",
    "education",
    "projects",
    "contact",
    "other",
    "summary",
    "experience",
]
"""What stands below a heading. Where a heading has words of several kinds, the kind listed first is meant, as
in "volunteer experience" and "summary of skills"; among the first eight, the word that comes first."""

_WEAK: tuple[Kind, ...] = ("summary", "experience")

_WORDS: dict[Kind, str] = {
    "experience": """
        experience experiences employment employments career work history background jobs internship
        internships berufserfahrung berufserfahrungen arbeitserfahrung werdegang berufspraxis
        berufstatigkeit laufbahn praktika erfahrung parcours emplois stages experiencia experiencias
        trayectoria empleo empleos historico emprego esperienza esperienze carriera werkervaring
        ervaring loopbaan arbeidsverleden doswiadczenie zatrudnienie kariera przebieg
    """,
    "education": """
        education educational academic academics academia qualification qualifications schooling studies
        degrees ausbildung bildung bildungsweg schulbildung studium schule formation formations etudes
        scolarite diplomes educacion formacion estudios educacao formacao escolaridade istruzione
        formazione studi opleiding opleidingen onderwijs studie wyksztalcenie edukacja
    """,
    "skills": """
        skills skill skillset competencies competences competency expertise strengths proficiencies
        proficiency abilities capabilities toolkit toolbox tools technologies specialties specialities
        software attributes kenntnisse fahigkeiten kompetenzen starken edv-kenntnisse it-kenntnisse
        fachkenntnisse computerkenntnisse atouts habilidades competencias aptitudes destrezas
        conocimientos conhecimentos competenze capacita vaardigheden competenties umiejetnosci
        kompetencje
    """,
    "certificates": """
        certifications certification certificates certificate certs licenses licences license licence
        licensure accreditations credentials training trainings courses coursework course seminars
        workshops zertifikate zertifizierungen weiterbildung weiterbildungen fortbildungen fortbildung
        certificats certificaciones cursos certificados certificacoes certificazioni corsi certificati
        certificaten certificeringen cursussen certyfikaty kursy szkolenia
    """,
    "languages": """
        languages language sprachen sprachkenntnisse fremdsprachen langues idiomas lenguas linguas
        lingue talen talenkennis jezyki jezykow
    """,
    "summary": """
        summary profile objective objectives about overview introduction statement bio biography
        highlights profil kurzprofil zusammenfassung objectif resumen perfil objetivo resumo profilo
        riepilogo obiettivo profiel samenvatting podsumowanie
    """,
    "volunteer": """
        volunteer volunteering voluntary community ehrenamt ehrenamtliches ehrenamtliche benevolat
        benevole benevoles voluntariado volontariato vrijwilligerswerk wolontariat
    """,
    "projects": """
        projects project projekte projets proyectos projetos progetti projecten projekty portfolio
    """,
    "contact": """
        contact contacts details information info particulars kontakt kontaktdaten daten coordonnees
        contacto datos contato contatti contactgegevens dane
    """,
    "other": """
        interests interest hobbies hobby hobbys awards award honors honours publications references
        reference referees affiliations memberships membership activities recognition declaration
        patents conferences achievements accomplishments interessen referenzen auszeichnungen loisirs
        interet interets distinctions centres intereses referencias premios aficiones interesses
        interessi referenze hobby's referenties zainteresowania referencje extracurricular miscellaneous
        sonstiges divers varie overige
    """,
}
"""Words without accents that decide, by what they say."""

_FILLING = names("""
    a an and of in the for with to on my me & + und y e et en i de des du la le les da do das dos del
    della o w van professional relevant selected additional other key core technical related main major
    personal recent previous past current earlier early prior detailed brief executive general soft hard
    computer it digital interpersonal transferable special industry paid military civilian full areas
    area side customer client service support contact center centre business leadership teaching known
    list notable involvement development skills level levels total who am what can most continuing
    further beruflicher berufliche berufliches praktische personliche uber mich besondere weitere
    sonstige professionnelle professionnelles professionnel propos moi informatiques techniques
    personnelles competences laboral laborales profesional profesionales sobre mi personales academica
    academico tecnicas profissional profissionais mim pessoais academicas lavorativa lavorative
    professionale professionali tecniche di relevante over mij persoonlijke zawodowe zawodowa zawodowego
    osobowe obce mnie seu sua job professionelle academique linguistic linguistiques
""")
"""Words that may stand in a heading beside one that decides."""

_WHOLE: dict[str, Kind] = {
    "top skills": "skills",
    "it": "skills",
    "computer": "skills",
    "computers": "skills",
    "school": "education",
    "study": "education",
    "professional development": "certificates",
    "military service": "experience",
    "where i have worked": "experience",
    "what i have done": "experience",
    "what i do": "summary",
    "who i am": "summary",
    "uber mich": "summary",
    "a propos": "summary",
    "sobre mi": "summary",
    "o mnie": "summary",
    "over mij": "summary",
    "chi sono": "summary",
    "references available on request": "other",
    "references available upon request": "other",
    "references on request": "other",
    "character references": "other",
}
"""Headings that no single word decides."""

_NO_HEADING = re.compile(
    r"(customer|client|user|guest|patient|member|employee|passenger) experience|project support|contact "
    r"cent(er|re)"
)
"""Lines of such words that are seats and departments."""

_INSIDE = names("""
    achievements accomplishments responsibilities duties highlights results deliverables tasks
    contributions aufgaben tatigkeiten erfolge missions realisations taches responsabilidades logros
    funciones attivita mansioni taken obowiazki
""")
"""Words of headings below which a job goes on: "Key achievements" inside it says what was done there."""

_INSIDE_WHOLE = frozenset(
    [
        "job profile",
        "role profile",
        "work profile",
        "job description",
        "role description",
        "position description",
        "job summary",
        "role summary",
        "nature of work",
        "nature of duties",
        "kra",
        "kras",
        "key result areas",
    ]
)

_INSIDE_FILLING = names("""
    key main major selected notable job work and & of the role roles core primary duties wichtigste
    principales professional daily
""")

_MOST_WORDS = 6
_MOST_LETTERS = 60
_EDGES = re.compile(r"^[\W\d_]+|[\W_]+$")
_ARTICLES = re.compile(r"\b[dl]'")
_LEAST_SPACED, _LONGEST_SPACED = 3, 3


@lru_cache(maxsize=4096)  # each part of a line is looked at in many ways
def plain(text: str) -> str:
    """Return a text as headings are compared: in lower case, without accents, on one line."""
    folded = text.casefold()
    if not folded.isascii():  # what is, and most text is, has no accents
        apart = unicodedata.normalize("NFKD", folded.replace("\u0142", "l"))
        folded = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return " ".join(folded.split())


def says_volunteer(title: str) -> bool:
    """Return whether a title says that its work was unpaid."""
    return "volunteer" in plain(title).split()


def unspaced(text: str) -> str:
    """Return a line whose letters stand apart, as ``E X P E R I E N C E``, as words; any other unchanged.

    Fonts draw some pairs together, as in ``C O N TA C T``: that is told from words by what it spells.
    """
    words = re.split(r"\s{2,}", text.strip())
    letters = " ".join(words).split()
    if len(letters) < _LEAST_SPACED or max(map(len, letters)) > _LONGEST_SPACED:
        return text
    single = sum(len(letter) == 1 for letter in letters)
    if single * 2 < len(letters):
        return text
    split = _split(plain("".join(letters)))
    if split:
        whole = " ".join(split)
        return whole.upper() if text.isupper() else whole.capitalize()
    apart = single == len(letters) and sum(map(str.isalpha, letters)) * 2 >= len(letters)
    return " ".join(word.replace(" ", "") for word in words) if apart else text


def heading_of(text: str) -> Kind | None:
    """Return what a line says of those below it if it is nothing but a heading, or None."""
    if not text or len(text) > _MOST_LETTERS:
        return None
    folded = _ARTICLES.sub("", _EDGES.sub("", plain(text).replace("\u2019", "'")))
    if _NO_HEADING.search(folded):
        return None
    words = folded.replace("/", " ").replace(",", " ").split()
    return _WHOLE.get(folded) or (_kind_of(words) if len(words) <= _MOST_WORDS else None)


def _kind_of(words: list[str]) -> Kind | None:
    """Return what the words of a heading decide, or None where one of them is none of headings."""
    if any(word not in _kinds() and word not in _FILLING for word in words):
        return None
    kinds = [_kinds()[word] for word in words if word in _kinds()]
    strong = [kind for kind in kinds if kind not in _WEAK]
    if "summary" in kinds and (strong == ["contact"] or words[-1].startswith("qualification")):
        return "summary"
    if "volunteer" in kinds:
        return "volunteer"
    return next(iter(strong), "summary" if "summary" in kinds else next(iter(kinds), None))


def run_in(text: str) -> tuple[Kind, str] | None:
    """Return what a heading that runs into its first entry says, and the entry: ``Work Acme Ltd``."""
    if len(text) > _MOST_LETTERS:
        return None
    first, _, rest = text.partition(" ")
    kind = heading_of(first) if rest[:1].isupper() else None
    return (kind, rest.strip()) if kind and not heading_of(text) else None


def heading_inside(text: str) -> bool:
    """Return whether a line is a heading inside a job, such as "Key achievements:"."""
    words = _EDGES.sub("", plain(text)).split()
    return 0 < len(words) <= _MOST_WORDS and (
        " ".join(words) in _INSIDE_WHOLE
        or (
            any(word in _INSIDE for word in words)
            and all(word in _INSIDE or word in _INSIDE_FILLING for word in words)
        )
    )


@cache
def _kinds() -> dict[str, Kind]:
    found: dict[str, Kind] = {}
    for kind in get_args(Kind):
        for word in _WORDS[kind].split():
            found.setdefault(word, kind)
    return found


def _split(letters: str) -> list[str]:
    """Return the words of headings that letters without a gap spell, or none."""
    known = _kinds().keys() | _FILLING
    best: dict[int, list[str]] = {0: []}
    for end in range(1, min(len(letters), _MOST_LETTERS) + 1):
        ways = [
            [*best[start], letters[start:end]]
            for start in range(end)
            if start in best and letters[start:end] in known
        ]
        if ways:
            best[end] = min(ways, key=len)
    found = best.get(len(letters), [])
    return found if any(word in _kinds() for word in found) else []
