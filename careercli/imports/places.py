"""Where a job was: the places that stand in the heads of jobs."""

import re
from functools import lru_cache

from careercli.imports.headings import plain
from careercli.imports.job_words import employer_strength


def _any_of(names: str) -> str:
    """Return a pattern of names with commas between them."""
    return "|".join(map(re.escape, " ".join(names.split()).split(", ")))


_COUNTRIES = _any_of("""
    usa, u.s, u.s.a, us, united states, united states of america, uk, u.k, united kingdom, england,
    scotland, wales, northern ireland, ireland, india, philippines, germany, deutschland, france, spain,
    espana, italy, italia, netherlands, nederland, the netherlands, belgium, austria, osterreich,
    switzerland, schweiz, poland, polska, portugal, brazil, brasil, mexico, canada, australia, new
    zealand, south africa, nigeria, kenya, ghana, egypt, morocco, pakistan, bangladesh, sri lanka,
    nepal, singapore, malaysia, indonesia, vietnam, thailand, china, hong kong, japan, south korea,
    korea, taiwan, uae, united arab emirates, dubai, qatar, saudi arabia, turkey, greece, romania,
    bulgaria, hungary, czech republic, czechia, slovakia, slovenia, croatia, serbia, ukraine, russia,
    estonia, latvia, lithuania, finland, sweden, norway, denmark, iceland, israel, jordan, lebanon,
    colombia, argentina, chile, peru, costa rica, panama, guatemala, el salvador, honduras, nicaragua,
    dominican republic, jamaica, puerto rico, ecuador, bolivia, uruguay, paraguay, venezuela
""")
_STATES = _any_of("""
    AL, AK, AZ, AR, CA, CO, CT, DE, FL, GA, HI, ID, IL, IN, IA, KS, KY, LA, ME, MD, MA, MI, MN, MS, MO,
    MT, NE, NV, NH, NJ, NM, NY, NC, ND, OH, OK, OR, PA, RI, SC, SD, TN, TX, UT, VT, VA, WA, WV, WI, WY,
    DC, ON, BC, QC, AB, NSW, QLD, VIC, NCR
""")
_STATE_NAMES = _any_of("""
    alabama, alaska, arizona, arkansas, california, colorado, connecticut, delaware, florida, georgia,
    hawaii, idaho, illinois, indiana, iowa, kansas, kentucky, louisiana, maine, maryland, massachusetts,
    michigan, minnesota, mississippi, missouri, montana, nebraska, nevada, new hampshire, new jersey,
    new mexico, new york, north carolina, north dakota, ohio, oklahoma, oregon, pennsylvania, rhode
    island, south carolina, south dakota, tennessee, texas, utah, vermont, virginia, washington, west
    virginia, wisconsin, wyoming, ontario, quebec, british columbia, alberta, karnataka, maharashtra,
    tamil nadu, telangana, kerala, haryana, uttar pradesh, gujarat, punjab, west bengal, metro manila,
    ncr, cebu, cavite, laguna, pampanga, bavaria, bayern, hesse, hessen, saxony, sachsen, brandenburg
""")
_CITIES = _any_of("""
    london, manchester, birmingham, leeds, glasgow, edinburgh, bristol, liverpool, sheffield, cardiff,
    belfast, dublin, cork, berlin, munich, munchen, hamburg, cologne, koln, frankfurt, stuttgart,
    leipzig, dresden, dusseldorf, vienna, wien, zurich, paris, lyon, madrid, barcelona, valencia,
    lisbon, lisboa, porto, rome, roma, milan, milano, amsterdam, rotterdam, utrecht, brussels, warsaw,
    warszawa, krakow, gdansk, wroclaw, prague, budapest, bucharest, sofia, athens, new york, new york
    city, nyc, los angeles, chicago, houston, phoenix, philadelphia, san antonio, san diego, dallas,
    austin, san jose, san francisco, seattle, denver, boston, miami, atlanta, portland, las vegas,
    detroit, minneapolis, tampa, orlando, charlotte, columbus, salt lake city, toronto, vancouver,
    montreal, calgary, ottawa, sydney, melbourne, brisbane, perth, auckland, bangalore, bengaluru,
    mumbai, new delhi, delhi, gurgaon, gurugram, noida, hyderabad, chennai, pune, kolkata, ahmedabad,
    jaipur, kochi, manila, makati, makati city, quezon city, taguig, taguig city, bgc, pasig, pasig
    city, cebu city, davao, davao city, clark, pasay, pasay city, mandaluyong, ortigas, alabang, iloilo,
    bacolod, lagos, nairobi, cape town, johannesburg, durban, cairo, karachi, lahore, dhaka, kuala
    lumpur, jakarta, tokyo, sao paulo, rio de janeiro, buenos aires, bogota, mexico city, guadalajara,
    monterrey, lima, santiago
""")
_PLACE = re.compile(
    rf"(?:(?:greater )?(?:{_CITIES})(?: city)?(?: ?(?:area|metropolitan area|bay area))?,? "
    rf"?)?(?:(?:{_STATE_NAMES}),? ?)?(?:{_COUNTRIES})?|"
    r"(?:(?:fully|100%|mostly|us|uk|usa|eu|work) ?)?(?:remote|hybrid|on-?site|home ?office|wfh|work from "
    r"home|home-?based)(?:[\s,(-]+[\w ]{2,20}\)?)?"
)
_WAY_OF_WORK = re.compile(
    r"(?<=\w)\s*[(\[,/]\s*(?:fully )?(?:remote|hybrid|on-?site|office)[)\]]?$", re.IGNORECASE
)
_AFTER_COMMA = re.compile(rf"[^,]{{2,40}}(?:, ?[^,]{{2,40}})?, ?(?:{_COUNTRIES}|{_STATE_NAMES}|{_CITIES})")
_STATE_PLACE = re.compile(
    rf"(?:[^\W\d_][\w.'\u2019 -]{{1,30}},? )?(?:{_STATES})(?:,? \d{{5}})?(?:, ?(?:USA?|Canada))?"
)
_ADDRESS = re.compile(
    r"\d{1,6}[A-Za-z]?(?: [\w.'\u2019-]+){1,5} (?:street|st|road|rd|avenue|ave|"
    r"boulevard|blvd|drive|dr|lane|ln|court|ct|plaza|parkway|pkwy|highway|hwy|square|sq|terrace|circle)\.?"
    r"(?:,? (?:[ns][ew]|north|south|east|west))?(?:,? (?:suite|ste|floor|unit|room|apt|#)\.? ?[\w-]+)?",
    re.IGNORECASE,
)
_TOWN = re.compile(
    rf"[^\d,]{{2,30}}, ?(?:{_STATE_NAMES})(?:, ?(?:{_COUNTRIES}))?|"
    rf"[^\d,]{{2,30}}, [^\d,]{{2,30}}, (?:{_COUNTRIES})"
)
_MOST_LETTERS = 140
"""A part of a head is no longer."""


@lru_cache(maxsize=4096)  # each part of a line is looked at in many ways
def is_place(text: str) -> bool:
    """Return whether a text is nothing but where a job was: ``Austin, TX``, ``Remote``."""
    bare = _WAY_OF_WORK.sub("", text).strip(" ()[].,")
    return 0 < len(bare) <= _MOST_LETTERS and bool(
        _PLACE.fullmatch(plain(bare)) or _STATE_PLACE.fullmatch(bare) or _ADDRESS.fullmatch(bare)
    )


def is_town(text: str) -> bool:
    """Return whether a text is a town with its state or region by name: ``Duluth, Minnesota``."""
    bare = text.strip(" ()[].,")
    return len(bare) <= _MOST_LETTERS and bool(_TOWN.fullmatch(plain(bare))) and not employer_strength(bare)


def may_be_place(text: str) -> bool:
    """Return whether a text ends in a place and may be one: ``Round Rock, Texas``, ``Acme, Berlin``."""
    bare = text.strip(" ()[].,")
    return is_place(bare) or (
        len(bare) <= _MOST_LETTERS
        and bool(_AFTER_COMMA.fullmatch(plain(bare)))
        and not employer_strength(bare)
    )
