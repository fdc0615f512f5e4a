"""What a part of a job's head is likely to be: a title, an employer, a place, or how long it was.

These are words of all lines of work, since a résumé has jobs of other lines too; whether a title counts is
for the ladder to say, whose own titles weigh most here.
"""

import re

from careercli.domain.model import Ladder
from careercli.domain.titles import read_title
from careercli.imports.headings import plain
from careercli.reading.pieces import names

CERTAIN, LIKELY = 3, 2

_SEAT_WORDS = {
    "English": """
        accountant adjuster administrator admin adviser advisor advocate agent aide ambassador analyst
        annotator apprentice architect artist assembler assessor assistant associate attendant attorney
        auditor baker banker barista bartender bookkeeper boss broker buyer captain caregiver carer
        cashier ceo cfo chair chairman champion chef chief cleaner clerk cmo coach collector companion
        concierge conductor consultant contractor controller cook coo coordinator co-ordinator
        correspondent counselor counsellor courier crew csm csr cto curator custodian dealer dean deputy
        designer detective developer director dispatcher doctor driver editor educator electrician
        employee engineer estimator evaluator examiner executive exec expert facilitator farmer fellow
        firefighter founder co-founder freelancer gardener generalist greeter guard guide guru handler
        head helper hero host hostess housekeeper inspector instructor intern internship interpreter
        investigator janitor journalist keeper laborer labourer lead leader lecturer librarian lifeguard
        machinist manager mechanic member merchandiser messenger model moderator monitor musician nanny
        nurse officer operative operator owner packer painter paralegal paramedic partner pharmacist
        photographer physician picker pilot planner plumber porter president principal processor
        producer professional professor programmer promoter provider publisher realtor receptionist
        recruiter registrar rep representative reporter researcher reviewer sailor salesman salesperson
        saleswoman sales-person scheduler scientist secretary seller sergeant server shopper sme soldier
        specialist sre staff steward stewardess stocker strategist student superintendent supervisor
        support surveyor teacher technician technologist telemarketer teller tester tl therapist trainee
        trainer translator treasurer tutor typist underwriter usher vendor veterinarian volunteer vp svp
        avp evp waiter waitress warden welder worker writer
    """,
    "German": """
        angestellte angestellter aushilfe auszubildende auszubildender azubi berater beraterin
        bearbeiter bearbeiterin betreuer betreuerin fachkraft fachmann fachfrau kauffrau kaufmann
        koordinator koordinatorin leiter leiterin leitung mitarbeiter mitarbeiterin praktikant
        praktikantin referent referentin spezialist spezialistin teamleitung techniker technikerin
        trainerin verkaufer verkauferin werkstudent werkstudentin agentin managerin chefin supervisorin
        assistent assistentin
    """,
    "French": """
        agente charge chargee charges conseiller conseillere teleconseiller teleconseillere responsable
        gestionnaire directeur directrice employe employee hote hotesse superviseur superviseuse
        technicien technicienne vendeur vendeuse assistante stagiaire specialiste formateur formatrice
        chef cheffe serveur serveuse caissier caissiere standardiste
    """,
    "Spanish and Portuguese": """
        asesor asesora ejecutivo ejecutiva encargado encargada especialista coordinador coordinadora
        jefe jefa teleoperador teleoperadora representante gerente supervisora operador operadora
        tecnico tecnica vendedor vendedora dependiente auxiliar recepcionista gestor gestora camarero
        camarera cajero cajera atendente assistente analista lider coordenador coordenadora estagiario
        estagiaria consultor consultora diretor diretora chefe formador formadora
    """,
    "Italian": """
        addetto addetta operatore operatrice impiegato impiegata consulente specialista tecnico commesso
        commessa direttore direttrice capo responsabile cameriere cameriera coordinatore coordinatrice
        tirocinante
    """,
    "Dutch": """
        medewerker medewerkster adviseur adviseuse teamleider leidinggevende verkoper verkoopster
        coordinator stagiair stagiaire klantadviseur hoofd
    """,
    "Polish": """
        konsultant konsultantka specjalista specjalistka kierownik kierowniczka doradca pracownik
        pracowniczka przedstawiciel przedstawicielka sprzedawca koordynator koordynatorka stazysta
        asystent asystentka dyrektor lider kasjer kasjerka
    """,
}
"""Nouns that a title has, without accents."""

_SEATS = names(" ".join(_SEAT_WORDS.values()))

_SEAT_ENDS = re.compile(
    r"\w{3,}(?:mitarbeiter(?:in)?|berater(?:in)?|leiter(?:in)?|betreuer(?:in)?|verkaufer(?:in)?|"
    r"agent(?:in)?|manager(?:in)?|assistent(?:in)?|techniker(?:in)?|bearbeiter(?:in)?|kaufmann|kauffrau|"
    r"fachkraft|medewerker|adviseur|leider|worker|woman|keeper|person)"
)
_PAIRS = re.compile(
    r"\b(?:vice president|customer (?:service|support|care|success|experience)|technical support|tech "
    r"support|help ?desk|service desk|it support|call cent(?:er|re)|contact cent(?:er|re))\b"
)
_SCALE = re.compile(
    r"\b(?:senior|sr|junior|jr|assistant|associate|deputy|acting|interim|trainee|team|shift|head of|chief|"
    r"[ivx]{1,3}|l[1-4]|tier \d|level \d)\b"
)
_DEPARTMENT = re.compile(
    r"(?:(?:dach|anz|mena|accounting|payroll|marketing|purchasing|legal|payments|collections|global|"
    r"regional|national|local|emea|apac|amer|americas|latam|europe|north america|nam|uk|us|usa|german|"
    r"french|spanish|dutch|english|customer|client|consumer|patient|member|guest|user|technical|tech|"
    r"product|service|services|support|care|success|experience|help|helpdesk|desk|call|contact|center|"
    r"centre|operations|ops|it|and|&|of|the|voice|chat|email|social|media|process|shift|night|day|evening|"
    r"weekend|nights|days|back|front|office|office|team|department|dept|division|tier|level|line|first|"
    r"second|third|\d|i|ii|iii|iv|l\d|t\d|inbound|outbound|billing|claims|complaints|quality|assurance|"
    r"training|workforce|management|premium|vip|enterprise|smb|b2b|b2c|part time|part-time|full time|"
    r"full-time|temporary|temp|contract|seasonal|remote|hybrid|bilingual|german|technology|digital|online|"
    r"retail|banking|telecom|escalations?|community|key|accounts?|sales|finance|hr|human|resources|"
    r"logistics|onboarding|implementation|reservations?)[\s/,-]*)+",
)
"""Words of a title after a comma or dash: what it is for, not where."""

_LEGAL = re.compile(
    r"\b(?:inc|incorporated|llc|l\.l\.c|ltd|limited|gmbh|ag|corp|corporation|plc|pvt|pte|llp|lp|bv|b\.v|nv|"
    r"n\.v|sarl|s\.a|s\.l|s\.r\.l|srl|s\.p\.a|spa|s\.a\.s|sas|ltda|e\.v|kg|ohg|oy|ab|a/s|aps|sp\. ?z ?o\. "
    r"?o|co\.|& co|gmbh & co|pty|sdn bhd|k\.k|s\.c)(?:\b|\.|$)"
)
_FIRM = re.compile(
    r"\b(?:company|group|gruppe|groupe|grupo|gruppo|holdings?|bank|university|universitat|universite|"
    r"universidad|college|school|academy|hospital|clinic|hotels?|resorts?|restaurants?|cafe|coffee|bakery|"
    r"solutions|services|technologies|technology|systems|software|labs?|media|telecom|telecommunications|"
    r"communications|airlines?|airways|insurance|healthcare|health|foods?|stores?|shop|market|supermarket|"
    r"retail|logistics|energy|partners|consulting|agency|studios?|council|ministry|department of|foundation|"
    r"trust|institute|association|society|bpo|outsourcing|global|international|enterprises|industries|"
    r"electronics|motors|pharmacy|library|museum|theatre|theater|church|charity|railways?|rail|networks?|"
    r"stadtwerke|werke|verlag|versicherung|sparkasse|city of|county|state of|government|army|navy|air force|"
    r"(?:contact|call) cent(?:re|er)s|"
    r"nhs|brothers|bros|& sons|computers?|philippines|india|deutschland|france|espana|italia|nederland|"
    r"polska|brasil|uk)\b|\.(?:com|io|de|co|net|org|ai)\b"
)
_TERMS = re.compile(
    r"(?:(?:on )?(?:full|part)[- ]?time|permanent|(?:\d+[- ]months? )?(?:fixed[- ]term )?contract(?:or)?|"
    r"temporary|temp|freelance|self[- ]employed|seasonal|summer|internship|apprenticeship|casual|fixed[- "
    r"]term|zero[- ]hours|(?:(?:maternity|paternity|parental|sick|holiday)(?: leave)? )?cover|weekends?(?: "
    r"only)?|evenings?|nights?|(?:(?:about|approx\.?|ca\.?|up to) )?(?:\d+(?:[.,-]\d+)?\+?|a few|few|some|"
    r"\d+ to \d+) ?(?:hours?|hrs?|h|std\.?|stunden|days?)(?: ?(?:/|a|per|each|pro|weekly)? ?(?:week|wk|"
    r"woche|month|day)?)|vollzeit|teilzeit|befristet|minijob|cdi|cdd|temps plein|temps partiel|(?:medio|"
    r"media) (?:tiempo|jornada)|tiempo (?:completo|parcial)|tempo (?:pieno|parziale)|deeltijd|voltijd|"
    r"this is an? [\w ]{2,40}|"
    r"expected|ongoing|unpaid|paid|\d{2,3} ?%)(?: (?:contract|position|role|job|work|basis))?"
)
_OWN_BOSS = re.compile(
    r"(?:self[- ]employed|freelance|freelancer|independent|selbst(?:st)?andig|freiberuflich)"
)
_LENGTH = re.compile(
    r"[(\[]?\s*(?:(?:approx\.?|about|ca\.?|total:?) )?\d+(?:[.,]\d+)?\+?\s*(?:years?|yrs?|months?|mos?|"
    r"jahre?|monate?|ans?|mois|a\u00f1os?|anos?|meses|mes|anni|anno|mesi|jaar|maanden|lat|rok|lata|"
    r"miesi\w+)\.?(?:[\s,&]*(?:and|und|et|y|e|en|i)?\s*\d+\s*(?:months?|mos?|monate?|mois|meses|mes|mesi|"
    r"maanden|miesi\w+)\.?)?\s*[)\]]?",
    re.IGNORECASE,
)
_WORD = re.compile(r"[\w&.'\u2019-]+")
_MOST_TITLE_WORDS = 12
_MOST_LETTERS = 140
"""A part of a head is no longer."""

DID = "led|built|wrote|took|kept|held|made|ran|won|sold|taught"
"""What somebody did, of the verbs that do not end in -ed: a pattern."""

_TOLD = re.compile(
    r"\b(?:a|an|our|their|my|his|her|all|every|each|two|three|four|five|six|seven|eight|nine|ten|eleven|"
    r"twelve|\d{2,}|who|which|that|were|was|by|with|from)\b|^(?!(?:certified|registered|licensed|embedded|"
    r"applied|chartered|qualified|distributed|advanced|dedicated|shared|managed services|specialized|"
    rf"specialised)\b)[a-z]+ed\b|^(?:{DID})\b"
)
"""What somebody did, rather than what they were: a title has no article and begins with no verb."""

_BRACKET = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*")


def is_length(text: str) -> bool:
    """Return whether a text says how long something was and nothing else: ``4 years 2 months``."""
    return len(text) <= _MOST_LETTERS and bool(_LENGTH.fullmatch(text.strip()))


def without_length(text: str) -> str:
    """Return a text without how long a job was, as ``(2 yrs 3 mos)`` after its dates."""
    if len(text) > _MOST_LETTERS or not any(map(str.isdigit, text)):
        return text
    return _LENGTH.sub(" ", text).strip()


def is_terms(text: str) -> bool:
    """Return whether a text is nothing but how somebody was employed: ``Full-time``."""
    return bool(_TERMS.fullmatch(plain(text).strip(" ()[].,")))


def without_terms(text: str) -> str:
    """Return a line without brackets on how somebody was employed: ``Agent (part-time, 24 hrs/week)``."""
    return _BRACKET.sub(lambda one: " " if any(map(is_terms, one[1].split(","))) else one[0], text).strip()


def is_own_boss(text: str) -> bool:
    """Return whether a text says in an employer's place that there was none: ``Self-employed``."""
    return bool(_OWN_BOSS.fullmatch(plain(text)))


def is_department(text: str) -> bool:
    """Return whether a text says what a seat was for: ``Customer Support``, ``EMEA``, ``Night Shift``."""
    return len(text) <= _MOST_LETTERS and bool(_DEPARTMENT.fullmatch(plain(text).strip(" ()[].")))


def title_strength(text: str, ladder: Ladder | None) -> int:
    """Return how likely a text is a job's title, from 0, not at all, to 3, for certain."""
    if len(text) > _MOST_LETTERS:
        return 0
    folded = plain(_BRACKET.sub(" ", text)).strip(" .,:;")
    words = [word.strip(".'-") for word in _WORD.findall(folded)]
    if not words or len(words) > _MOST_TITLE_WORDS or _TOLD.search(folded):
        return 0
    legal = bool(_LEGAL.search(folded))
    strength = 0
    if not legal and ladder and (reading := read_title(ladder, text)) and reading.words:
        strength = LIKELY if is_department(text) else CERTAIN
    ends = [
        part.split()
        for part in re.split(
            r"\s*[,(/|&:]\s*|\s+[-\u2013\u2014]+\s+|\s+(?:of|for|in|to|and|de|du|des|fur|im|da|del|di|van|"
            r"ds)\s+",
            folded,
        )
    ]
    last = [
        re.sub(r"^(?:i{1,3}|iv|v|l?[1-5])$", "", part[-1].strip(".")) or (part[-2] if len(part) > 1 else "")
        for part in ends
        if part
    ]
    if any(_is_seat(word) for word in last):
        strength = max(strength, CERTAIN)
    elif any(map(_is_seat, words[1:])) or (_is_seat(words[0]) and is_department(" ".join(words[1:]))):
        strength = max(strength, LIKELY)
    elif _is_seat(words[0]) or _PAIRS.search(folded):  # or a firm: Agent Systems
        strength = max(strength, 1)
    if legal:
        return max(0, strength - LIKELY)
    return strength - 1 if strength and _FIRM.search(folded) and not _is_seat(words[-1]) else strength


def employer_strength(text: str) -> int:
    """Return how likely a text names an employer: 2 by its legal form, 1 by a word such as bank, else 0."""
    folded = plain(text[:_MOST_LETTERS])
    return 2 if _LEGAL.search(folded) else int(bool(_FIRM.search(folded)))


def ends_in_seat(title: str) -> bool:
    """Return whether a title ends in what somebody is or was: ``Primary School Teacher``, ``Student``."""
    words = _WORD.findall(plain(_BRACKET.sub(" ", title)))
    return bool(words) and _is_seat(words[-1])


def _is_seat(word: str) -> bool:
    singular = word.removesuffix("s")
    slashed = re.sub(r"(?:[*:_]|/-?)(?:in|innen|e|a)$", "", word)
    return any(form in _SEATS or _SEAT_ENDS.fullmatch(form) for form in (word, singular, slashed))
