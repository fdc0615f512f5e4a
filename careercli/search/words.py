"""The words in which people ask about work: which say nothing, mean the same, or tell what is meant.

Plain lists for ``careercli.search.passages``. They hold for any question; what belongs to one question of
a guide stands in its keywords, in the data.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


STOP_WORDS = _words(
    """
    a able about absolutely actually afraid after again ago ain all allowed already also always am an
    and another any anybody anymore anyone anything anyway are aren as asked asking at away bad barely
    basically be became because become becomes becoming been before beforehand begin begins being best
    better between big biggest bit both bring brings but by came can cannot certain chance chances clue
    come comes comfortable common could couldn current currently d day days decent definitely did didn
    do does doesn doing don done during each easily eight either else end especially even ever every
    everybody everyone everything exactly expect expected expects face facing fair feel feels few fine
    find finds five folks for forever four from gave generally get gets getting gig give given go goes
    going gone gonna good got great grips guess guy guys had hadn happen happened happens has hasn hate
    have haven having he hear hello help her here hers hey hi him his honestly hope how however hundred
    i idea if in inside instead interested into is isn it its itself job jobs just keep keeps kid kids
    kind kinds know known knows lady less let lets like likely list literally ll long look looking looks
    lose loses losing lost lot lots love m main make makes making man mandatory many master matter
    matters may maybe me mean means might mom month months more most mostly much must my myself named
    near necessary need needed needs nervous never next nice nine no nobody none normal normally not
    nothing now nowadays of off often oh ok okay old on once one ones only or other others our ours out
    over overnight own part people per perhaps person please plus point possible pretty prior probably
    put quick quite re ready real realistic really regular remain require required requires right s said
    say says see seem seems seen seriously seven several she should shouldn show simply since six so
    some somebody somehow someday someone something sometimes soon stay stays still stuff such suddenly
    sure t take taken takes talk tell ten than thank thanks that the their theirs them then there these
    they thing things think this those though three through till tip tips to today too took total
    totally tried try trying turn two under understand until up upon us use used useful uses using usual
    usually various ve very want wanted wanting wants was wasn way ways we week weekend weeks well went
    were weren what whatever when where whether which while who whole whom whose why will wish with
    within without woman won wonder wondering worried worth would wouldn wow yeah year years yes yet you
    young your yours yourself zero
    """
)
"""Words that say nothing of what a question is about."""

OF_THIS_WORK = _words(
    """
    agent agents call caller callers calls career client clients colleague colleagues customer customers
    cv employer employers helpdesk hire hired job jobs promoted rep reps resume salary specialist
    specialists support supporting team teams ticket tickets work working worked
    """
)
"""Words by which a question is plainly about work such as this."""

CUSTOMER_SUPPORT = _words(
    """
    agent agents callers client clients csat customer customers helpdesk nps rep reps support zendesk
    """
)
"""Words by which a question is plainly about customer support, whatever else it names."""

OCCUPATIONS = _words(
    """
    actor actress army artist astronaut athlete baker barber bartender builder butcher carpenter cashier
    chef chemist cleaner cook dancer dentist doctor driver electrician farmer footballer gardener
    hairdresser journalist judge lawyer mechanic military musician nurse painter pharmacist pilot
    plumber police priest sailor singer soldier surgeon teacher vet veteran waiter waitress
    """
)
"""Words for the work of others, who may well ask about this work."""

ELSEWHERE = OCCUPATIONS | _words(
    """
    airline airplane airport album animal apple aunt baby bake balcony ball band baseball basketball
    bath beach bed beer bike bird birthday boat boil bread breakfast brother cake camera car carpet cat
    child cinema climate cooking cousin cow cup dad dance daughter diet dinner dish dog egg engine
    father ferry fish fishing flight flower flu food football furniture garden gift girlfriend grandma
    grandpa guitar gym hair history holiday homework horse housing husband lake lawn loan lunch marathon
    marriage meal medicine mortgage mother mountain movie museum music neighbor neighbour novel parent
    party passport pet photo piano pizza plane planet plant playlist poem poet president prime rain
    recipe river roof salad sea shampoo shark shoe shower sister skin sky sleep snow soccer son song
    soup sport sun swim swimming tea teenager tennis tire tomato tooth train tree trip tv uncle vacation
    vegetable video visa wall weather wedding wife wine yoga
    """
)
"""Words by which a question is about another life, unless it is plainly about customer support."""

SYNONYMS = (
    "ai bot chatbot automation",
    "america american us usa states",
    (
        "angry anger mad rude upset furious irate hostile abusive aggressive insult swear curse yell "
        "shout scream threaten calm annoyed nasty mean loud"
    ),
    "avoid prevent survive",
    "beginner newcomer newbie rookie starter novice new start trainee fresh junior",
    (
        "boring bored boredom dull monotonous monotony repetitive routine tedious same motivated "
        "motivation enthusiasm"
    ),
    "certificate certification certified cert credential badge exam accreditation license course",
    "company employer employ firm organization business",
    "complain complaint unhappy dissatisfied",
    "computer technical technology tech nerd geek",
    "country abroad worldwide global international",
    "customer client caller user consumer buyer guest",
    (
        "data number figure metric statistic stats analytics analysis analytical analyst report "
        "dashboard kpi spreadsheet excel math maths mathematics"
    ),
    (
        "degree college university diploma education educated school schooling bachelor mba graduate "
        "study studied studying qualification qualified academic"
    ),
    "duty responsibility task",
    "advantage upside benefit pro perk",
    "disadvantage downside drawback con",
    "example story case",
    "executive vp president chief cco ceo director",
    "expertise expert knowledge specialist",
    (
        "friendly empathy soft interpersonal communication communicate patience personality outgoing "
        "chatty talkative shy introvert extrovert kind charm"
    ),
    "growth grow advancement",
    "happy happier satisfaction satisfied csat nps rating survey score review",
    (
        "hard harder hardest difficult tough tougher toughest challenge struggle problem headache worst "
        "downside drawback disadvantage difficulty"
    ),
    "hire recruit employ demand opening vacancy",
    "improve improving increase boost raise lift better",
    "industry sector field domain trade business branch",
    "learn train training practice practise develop teach",
    "mistake error blunder pitfall trap wrong fail failure avoid slip",
    "pay paid salary wage earn earnings income money compensation dollar",
    "phone telephone call",
    (
        "promotion promote promoted advance advancement climb rise ladder career progress step future "
        "later prospect"
    ),
    (
        "remote remotely home house apartment wfh telework telecommute virtual hybrid commute office "
        "onsite couch bedroom"
    ),
    "quit resign leave",
    "resume cv application apply portfolio",
    "schedule shift hours",
    "skill ability strength talent trait",
    "similar related alternative",
    "rung tier level",
    "stress stressful pressure burnout overload exhausted",
    "support service helpdesk",
    "tool software app application platform program system technology",
    "trend change future",
)
"""Words that people use for one another when they ask about work, each in any of its forms."""

LEADING = _words(
    """
    boss bosses bossing chief director directors executive executives head heads lead leader leaders
    leadership leading leads led manage managed management manager managers manages managing president
    supervise supervising supervisor supervisors supervisory vp
    """
)
"""Words for people who lead, and for leading."""

ANSWERING = _words(
    """
    advisor advisors agent agents associate clerk operator rep representative representatives reps
    specialist specialists
    """
)
"""Words for people who answer customers."""

_PLACES = (
    "africa|argentina|asia|australia|austria|bangladesh|belgium|brazil|canada|chile|china|colombia|denmark|dubai|"
    "egypt|england|europe|finland|france|germany|ghana|greece|hungary|india|indonesia|ireland|israel|italy|japan|"
    "kenya|korea|latin america|malaysia|mexico|morocco|netherlands|new zealand|nigeria|norway|pakistan|peru|"
    "philippines|poland|portugal|romania|russia|singapore|south africa|spain|sweden|switzerland|thailand|"
    "turkey|uae|uk|ukraine|united kingdom|vietnam"
)

OF_ANOTHER = (
    ("boss manager managers supervisor recruiters", r"hiring managers?|recruiters?", "employer"),
    (
        "boss manager supervisor",
        r"(?:(?:will|would|does|should|can) (?:my|the)|(?:to|with|from|for) my) (?:boss|manager|supervisor)",
        "employer",
    ),
)
"""How people speak of somebody who leads them, in the form of ``PHRASES``: they ask for themselves."""

PHRASES = (
    ("run runs running", r"(?:run|runs|running) (?:\w+ ){0,3}(?:team|department|desk)", "lead team"),
    ("my", r"my (?:agents|department|people|staff|team)", "lead team"),
    ("charge", r"in charge(?: of people)?", "lead"),
    ("front frontline", r"front ?line", "agent"),
    ("desk", r"help desk", "support"),
    ("person", r"people person", "soft"),
    ("year years", r"how many years", "tiers"),
    ("day", r"(?:typical|normal|average|usual) (?:\w+ )?day|day in the life|do all day", "typical workday"),
    ("do does", r"what do(?:es)? (?!i |you |we )(?:\w+ ){1,5}do", "duty"),
    ("states us", r"(?:the|united) states|the us", "america"),
    ("site", r"on[ -]site", "onsite"),
    ("of", r"(?:kind|sort|type)s? of", ""),
    ("look looks looking", r"look(?:s|ing)? for", "hire"),
    ("night", r"up at night", "challenge"),
    ("after above beyond", r"(?:comes?|goes|go|is there|anything) (?:after|above|beyond)", "promotion"),
    (
        "higher top next better other",
        r"(?:higher|top|next|better|other) (?:job|position|rung|level|rank|role|step)s?",
        "promotion",
    ),
    ("up upward upwards", r"(?:mov|go|climb|ris)(?:e|es|ing)? up(?:ward)?s?", "promotion"),
    ("far high next here", r"how (?:far|high)|what(?: i|'|\u2019)?s next|from here", "promotion"),
    (
        "much",
        r"how much (?:more )?(?:do|does|would|will|can|could|should) (?:\w+ ){1,5}(?:make|get|bring)",
        "pay",
    ),
    ("", r"\d+ ?k", "pay"),
    ("first day", r"first (?:day|week|month|shift|job)s?|day (?:one|two|1)", "beginner"),
    ("up", r"(?:mess|screw|slip|botch|foul)(?:ed|es|ing|s)? (?:\w+ )?up", "mistake"),
    (
        "fed sick tired bored will",
        r"fed up(?: (?:of|with))?|(?:sick|tired|bored) (?:of|with)|losing the will",
        "boring",
    ),
    (
        "over out again time same",
        r"over and over|day in,? day out|again and again|all the time|every day the same",
        "repetitive",
    ),
    ("in from to for", rf"(?:in|from|to|for) (?:the )?({_PLACES})", r"country \1"),
    (
        "former ex was am m as been",
        rf"(?:former|ex|was|am|i'?m|as|been) (?:an? )?(?:\w+ )?(?:{'|'.join(sorted(OCCUPATIONS))})",
        "background",
    ),
)
"""What people say in several words: words of which the question has one (none given: any), the pattern, and
what is meant. Patterns are slow to compile, so only those are that can match."""
