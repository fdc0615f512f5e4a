"""The words of dates in nine languages: months, seasons, "until" and "today", without accents and case.

Months and seasons are those of English, German, French, Spanish, Portuguese, Italian, Dutch and Polish;
Japanese dates need no words but the signs of year and month. The seasons are those of the north.
"""

from functools import cache

_MONTHS = """
january february march april may june july august september october november december
januar februar marz april mai juni juli august september oktober november dezember
janner feber maerz april mai juni juli august sept oktober november dezember
janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro
gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
januari februari maart april mei juni juli augustus september oktober november december
styczen luty marzec kwiecien maj czerwiec lipiec sierpien wrzesien pazdziernik listopad grudzien
stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia
jan feb mrt apr may jun jul aug setiembre oct nov dec
"""
_SHORTEST = 3

_SEASONS = {
    4: "spring fruhling fruhjahr printemps primavera lente voorjaar wiosna",
    7: "summer sommer ete verano verao zomer lato",
    10: "autumn fall herbst automne otono outono autunno herfst najaar jesien",
    1: "winter hiver invierno inverno zima",
}
PARTS = {"early": 2, "beginning": 2, "mid": 6, "middle": 6, "late": 11, "end": 11}
"""Parts of a year, with the month in their middle."""

UNTIL = (
    "to|until|till|til|through|thru|up to|upto|bis|bis zum|a|au|jusqu'a|jusqu'en|jusqu'au|hasta|al|ate|fino "
    "a|fino al|tot|tot en met|t/m|do"
)
SINCE = "since|from|seit|ab|depuis|desde|dal|dall'|sinds|vanaf|od"
_FILLING = f"{UNTIL}|the|la|le|ce|o|os|ad|alla|zu|zum"
_NOW = (
    "present day|present time|present|presently|currently|nowadays|now|today|ongoing|on-going|date|so far|"
    "current(?: position| role| job| date| day| employer)?|continuing|still (?:working|employed|there)|in "
    "progress|heute|jetzt|aktuell|laufend|gegenwart|gegenwartig|dato|aujourd'hui|ce jour|nos jours|"
    "maintenant|actuellement|actuelle?|en cours|en poste|actualidad|actualmente|actual|presente|hoy|la "
    "fecha|ahora|en curso|atualmente|atual|atualidade|[eo]l? momento|momento atual|hoje|agora|data (?:atual|"
    "presente|de hoje)|attualmente|attuale|oggi|in corso|adesso|ora|heden|nu|vandaag|huidig|lopend|obecnie|"
    "teraz|dzis|dzisiaj|nadal|chwili obecnej"
)
NOW = rf"(?:(?:(?:{_FILLING}) +)*(?:{_NOW})(?![a-z0-9])|現在(?:に至る)?|現職|今)"
"""A pattern of what stands where a job goes on: ``present``, ``till date``, ``bis heute``."""


@cache
def month_words() -> dict[str, tuple[int, bool]]:
    """Return words with the month that they mean, and whether it is but the middle of a season.

    A month may be cut short to three letters where no other month, in any of the languages, begins so.
    """
    words: dict[str, set[int]] = {}
    whole = {}
    for line in _MONTHS.split("\n"):
        for month, name in enumerate(line.split(), start=1):
            whole[name] = month
            for length in range(_SHORTEST, len(name)):
                words.setdefault(name[:length], set()).add(month)
    out = {word: (months.pop(), False) for word, months in words.items() if len(months) == 1}
    out |= {name: (month, False) for name, month in whole.items()}
    seasons = {word: (month, True) for month, line in _SEASONS.items() for word in line.split()}
    return seasons | out
