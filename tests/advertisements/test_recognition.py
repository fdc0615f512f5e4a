"""What is no advertisement is refused, and what of one was not read is told."""

from __future__ import annotations

import pytest

from careercli.api import read_advertisement
from careercli.errors import InvalidDataError
from tests.advertisements.ads import AD, demands, read

RECIPE = (
    "Lemon cake\n\nIngredients\n- 200 g butter\n- 4 eggs\n\nMethod\n1. Heat the oven.\n"
    "2. Beat the butter until it is pale, then add the eggs one by one.\n3. Bake it, and let it cool.\n"
)
RESUME = (
    "Dana Field\n\nExperience\nSupport Specialist, Acme, 2019 - 2022\n- Answered 60 tickets a day\n"
    "Senior Support Agent, Bolt, 2022 - present\n- Handled escalations\n\nEducation\nBA, 2015 - 2018\n"
)
SIGN_IN = "Jobs\nSign in\nEmail or phone\nPassword\nForgot password?\nNew here? Join now\n"
GERMAN = (
    "Kundenservice\n\nWir suchen f\u00fcr unser Team in Berlin einen Menschen, der mit den Kunden spricht "
    "und ihnen bei der Bestellung hilft. Du bist f\u00fcr die Kunden da und arbeitest mit den Kollegen.\n"
)
SHORT_LINES = {
    "German": (
        "Customer Support Agent (m/w/d)\nAcme GmbH, Bremen\nIhre Aufgaben:\n- Beantwortung von Anfragen per "
        "E-Mail und Chat\n- Pflege der Tickets in Zendesk und Microsoft Teams\nIhr Profil:\n- Mindestens 2 "
        "Jahre Erfahrung\n- Sehr gute Englischkenntnisse\n"
    ),
    "French": (
        "Customer Support Specialist (H/F) - Lyon\nMissions\n- R\u00e9pondre aux clients par chat\n"
        "- Suivre les "
        "tickets dans Zendesk\nProfil recherch\u00e9\n- 2 ans d'exp\u00e9rience\n"
        "- Anglais courant pour notre "
        "\u00e9quipe\n"
    ),
    "Spanish": (
        "Customer Support Agent\nRequisitos\n- 2 a\u00f1os de experiencia en atenci\u00f3n al cliente\n"
        "- Ingl\u00e9s "
        "avanzado\nFunciones\n- Atender a los clientes por tel\u00e9fono\n- Uso de Zendesk para los tickets\n"
    ),
    "Portuguese": (
        "Customer Support Agent\nRequisitos\n- 2 anos de experi\u00eancia em atendimento\n"
        "- Ingl\u00eas fluente\n"
        "Atividades\n- Responder aos clientes com o Zendesk\n- Trabalho em equipe\n"
    ),
    "Italian": (
        "Customer Support Agent\nRequisiti\n- 2 anni di esperienza nel servizio clienti\n- Inglese fluente\n"
        "Offriamo\n- Lavoro da casa\n- Assistenza ai clienti con Zendesk e formazione\n"
    ),
    "Dutch": (
        "Customer Support Agent\nJouw taken\n- Vragen van klanten beantwoorden in Zendesk\n"
        "- Werken met het team\n"
        "Wij vragen\n- Minimaal 2 jaar ervaring\n- Goede kennis van Engels\n"
    ),
    "Polish": (
        "Customer Support Agent\nWymagania\n- 2 lata do\u015bwiadczenia\n"
        "- Znajomo\u015b\u0107 j\u0119zyka angielskiego\n"
        "Oferujemy\n- Prac\u0119 w Zendesk oraz szkolenia dla nowych\nObs\u0142uga klienta przez telefon\n"
    ),
}
"""Advertisements of which no line is long, with English names in them."""

JAPANESE = (
    ""
    "\u30ab\u30b9\u30bf\u30de\u30fc\u30b5\u30dd\u30fc\u30c8\u306e\u52df\u96c6\u3067\u3059\u3002\u304a\u5ba2\u69d8\n"
    * 10
)
LISTING = "\n".join(
    f"{title}\nAcme\nLeeds\n{days} days ago\nEasy apply\n"
    for days, title in enumerate(
        ["Support Agent", "Help Desk Technician", "Customer Service Manager", "Call Center Agent"] * 2
        + ["Support Team Lead", "Client Care Advisor"],
        start=2,
    )
)
TITLES = """Open positions

- Support Agent - Remote
- Help Desk Technician (Leeds)
- Customer Service Manager | Leeds
4. Call Center Agent - $20/hour
"""
SUMMARIES = "\n\n".join(
    f"{title} at Contoso\nAnswer customers by phone, log their tickets and resolve complaints. Write to us."
    for title in ("Support Agent", "Help Desk Technician", "Customer Service Manager")
)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "is an empty file"),
        (" \n\n", "is an empty file"),
        (RECIPE, "does not look like a job advertisement"),
        (RESUME, "looks like a r\u00e9sum\u00e9"),
        (SIGN_IN, "is a page to sign in"),
        (GERMAN, "is in German"),
        *((text, f"is in {language}: only") for language, text in SHORT_LINES.items()),
        (JAPANESE, "is in a script that is not Latin"),
        (LISTING, "lists 10 jobs"),
        ("\n\n---\n\n".join([AD, AD.replace("Northwind", "Contoso"), AD]), "holds 3 advertisements"),
        (SUMMARIES, "holds 3 advertisements"),
        (TITLES, "names 4 jobs, and does not say what they ask"),
    ],
)
def test_what_is_no_advertisement_is_refused(text: str, why: str) -> None:
    """Each says what it is, and the way on."""
    with pytest.raises(InvalidDataError, match=why) as refused:
        read(text, name="it")
    assert refused.value.hint


def test_a_file_that_is_too_large_is_refused() -> None:
    """Nobody's advertisement has so many bytes."""
    with pytest.raises(InvalidDataError, match="larger than"):
        read_advertisement(b"a line of words\n" * 3_000_000)


def test_a_passage_in_another_language_is_told() -> None:
    """The English part is read, and the other named with its line."""
    ad = read(AD + "\n" + GERMAN.partition("\n\n")[2])
    assert demands(ad) == demands(read(AD))
    assert ad.not_taken == (f"What is in German, from line {AD.count(chr(10)) + 2} on, was not read.",)


@pytest.mark.parametrize("language", SHORT_LINES)
@pytest.mark.parametrize("first", [True, False])
def test_short_lines_in_another_language_are_told(language: str, *, first: bool) -> None:
    """Of an advertisement in two languages the English half is read, whichever comes first."""
    parts = [SHORT_LINES[language].partition("\n")[2], AD]
    ad = read("\n".join(parts if first else reversed(parts)))
    assert demands(ad) == demands(read(AD))
    assert [told for told in ad.not_taken if told.startswith(f"What is in {language}, from line")]


def test_english_around_another_language_is_no_advertisement() -> None:
    """Where only what every page of an employer says is in English, the language of the rest is told."""
    english = (
        "Acme has been building tools for people who travel since the very first day of its life, and we are "
        "proud of all that our people have done for each other in these many years.\n"
    )
    with pytest.raises(InvalidDataError, match="is in German"):
        read(english + SHORT_LINES["German"].partition("\n")[2])


def test_half_in_english_is_read_however_short() -> None:
    """Short lines in English weigh as much as those in the other language."""
    ad = read(
        "Customer Support Agent / Agent de support\nYou have\n- Two years of experience in customer service\n"
        "- Written communication\nProfil recherch\u00e9\n- Deux ans d'exp\u00e9rience dans notre service\n"
        "- R\u00e9pondre aux appels\n- Salaire selon exp\u00e9rience\n"
    )
    assert demands(ad)["communication"]
    assert any("in French, from line 5 on" in told for told in ad.not_taken)


def test_foreign_names_are_no_other_language() -> None:
    """Places, companies and languages that are asked leave an advertisement English."""
    names = (
        "Banco de la Naci\u00f3n y Los Andes S.A. de C.V.\nSan Jos\u00e9 dos Campos\n"
        "M\u00fcller und S\u00f6hne, Frankfurt am Main\nPlaya del Carmen\nVan den Berg, Den Haag\n"
        "Fluent German (Deutsch als Muttersprache)\n"
    )
    assert read(AD + names).not_taken == ()
    assert demands(read(AD + names)) == demands(read(AD))


def test_look_alike_letters_and_invisible_ones_change_nothing() -> None:
    """Cyrillic letters in a Latin word are read as what they look like, and that is told."""
    ad = read(AD.replace("communication", "\u0441ommuni\u200bc\u0430tion"))
    assert demands(ad) == demands(read(AD))
    assert [sentence for sentence in ad.not_taken if "look like" in sentence]


def test_a_line_can_be_an_advertisement() -> None:
    """What people post in a group is short, and says enough."""
    ad = read("Hiring: Customer Service Representative, night shift, 1 year BPO experience, 25k PHP monthly")
    assert ad.tier is not None
    assert ad.support_years is not None
    assert ad.pay is not None
    assert (ad.support_years.least, ad.pay.min, ad.pay.per) == (1, 25_000, "month")
    assert "nights" in {one.kind for one in ad.conditions}


def test_a_very_long_text_is_read_to_a_point() -> None:
    """What nobody writes in one advertisement is left out, and that is told."""
    ad = read(AD + "- Answer customers by phone\n" * 5_000)
    assert demands(ad)["communication"] == "required"
    assert [sentence for sentence in ad.not_taken if "very long" in sentence]


@pytest.mark.parametrize(
    "line", ["$1 to " * 2_000, "1 year " * 2_000, "(" * 5_000, "a" * 9_000, "27.000.003.500.0"]
)
def test_odd_lines_are_read(line: str) -> None:
    """Whatever stands in a text, what is plain in it is read."""
    assert demands(read(f"{AD}\n{line}\n"))["communication"] == "required"


NOT_ENGLISH = {
    "Czech": """Specialista zákaznické podpory
Náplň práce
- Odpovídat na dotazy zákazníků a řešit reklamace
- Pracovat se systémem Zendesk
Požadujeme
- Minimálně rok praxe, angličtinu na úrovni B2
""",
    "Hungarian without accents": """Ugyfelszolgalati munkatars
Feladatok
- A beerkezo hivasok megvalaszolasa, a panaszok kezelese
- A hibak rogzitese a Zendesk rendszerben is
Elvarasok
- Legalabb 1 ev tapasztalat, angol nyelvtudas is
""",
    "Vietnamese": """Nhân viên chăm sóc khách hàng
Mô tả công việc
- Trả lời điện thoại và email của khách hàng
- Xử lý khiếu nại, sử dụng CRM
Yêu cầu
- Kinh nghiệm tối thiểu 1 năm, tiếng Anh tốt
""",
    "Finnish with English names of things": """Customer Support Specialist
Tehtävät
- Vastaat asiakkaiden puheluihin, live chat, email
- Zendesk, Jira, Slack
Vaatimukset
- Sujuva englanti, 2 vuotta kokemusta customer support -tehtävistä
- Team player, problem solving
""",
    "Swahili": """Afisa Huduma kwa Wateja
Majukumu
- Kujibu simu na barua pepe za wateja
- Kutatua malalamiko, kutumia Zendesk
Sifa
- Ufasaha wa Kiingereza, uzoefu wa mwaka mmoja
""",
}


@pytest.mark.parametrize("text", NOT_ENGLISH.values(), ids=NOT_ENGLISH)
def test_a_language_that_is_not_known(text: str) -> None:
    """What is in a language without words here is refused, and no other language is named."""
    with pytest.raises(InvalidDataError, match=r"does not read as English, and only advert"):
        read(text)


@pytest.mark.parametrize(
    "text",
    [
        """Call Center Agent
KEY SKILLS
Customer service
Ticketing systems
Conflict resolution
Salesforce CRM
Active listening
QUALIFICATIONS
High school diploma
Weekend availability
""",
        """Customer Care Advisor, Société Générale, Kraków
Contact: Małgorzata Wójcik, Zoë Müller
Duties
- Answer calls from customers in Zürich, Genève and München
- Log tickets in Zendesk
Requirements
- Fluent German, Český, Français
- 1 year of customer service experience
""",
    ],
    ids=["a list of skills", "names of other languages"],
)
def test_english_with_little_but_lists_and_names(text: str) -> None:
    """Lists without a sentence, and names with accents, are English all the same."""
    assert read(text).skills


def test_similar_jobs_below_an_advertisement() -> None:
    """What a page lists below the job that it is about is no second advertisement."""
    assert read(f"{AD}\nSimilar jobs\n{LISTING}").title == read(AD).title
