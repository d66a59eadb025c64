"""What a heading nobody listed leans to, by the stems of its words: "besteljaar", "Waar staan ze", "jaar op sticker".

A leaning decides nothing: what stands below the heading has to agree (`columns`). It is one of three voices.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from planning.core.text import folded

_FIELD: Final = 0.5
_MOMENT: Final = 0.4
_STEMS: Final = {
    "purchased": (
        r"koop|kocht|aansch|aangesch|lever|bestel|factu|ontv|binnengek|invest|ingebr|gebruik|gekregen|install|geplaatst"
        r"|in dienst|startj|bouwj|producti|fabric|nieuw|leeft|\boud|verworv|verkreg|purch|bought|acqui|deliv|invoic"
        r"|order"
        r"|receiv|\bage\b|\bnew\b|commission"
    ),
    "price": (
        r"prijs|price|kost|cost|bedrag|amount|waarde|value|betaal|paid|euro?\b|€|tarief|\bgeld|bruto|netto"
        r"|som\b|\bsum|totaa?l|\bexc?l?\b|\bincl?\b|\bfee\b"
    ),
    "serial": r"seri|s/?n\b|\bs ?nr|servi?ce ?(?:tag|nr|num)|fabrieks?n|chassis|identif|uniek|unique",
    "count": r"aant|hoeveel|stuks?\b|\bst\b|qty|quant|\bcount|number of|\bpcs\b|hvh|eenheden|units\b|how many|exempl",
    "location": (
        r"\bwaar(?!d|v|om|b|s|n)|locat|plaats|plek|\blok|ruimte|kamer|room|groep|\bgr\b|klas|gebouw|verdiep|etage"
        r"|afdel|where|hang|staan|staat"
        r"|ligt|ligg|bewaa|opgeb|opslag|bergin|vleugel|unit\b|zaal|bestem|bevind|domici|zit\b|thuis|\bbij\b|vloer|floor"
        r"|place|area|domein|bouw\b|\bwing"
    ),
    "audience": (
        r"(?:voor|van|aan) wie|wie\b.*(?:gebr|heeft|werk|mee)|voor\b|bestem|doelgr|gebruik|leerl|personeel"
        r"|\bfor\b|\buse|audience|medew|lkr|\blln"
    ),
    "kind": (
        r"soort|type|\bwat\b|categ|rubriek|groep|apparaat|toestel|device|item|ding|middel|hardware|class"
        r"|sort\b|what"
    ),
    "brand": r"merk|fabri|maker|brand|\bmake\b|producent|vendor|firma|leveranc|supplier|manufact",
    "model": r"model|type|uitvoer|specif|variant|versie|naam|name",
    "brand_and_model": (
        r"omschr|artikel|benam|product|device|apparaat|toestel|\bwat\b|materi|object|naam|name|spul|ding|item"
        r"|hardware|\bict\b"
        r"|middel|inhoud|model|type|descr|what|equipm|inventaris|merk"
    ),
    "status": (
        r"stat|toest|condit|werk|\bdo(?:et|en)\b|intact|\bheel\b|kapot|stuk\b|defect|bevind|oordeel|in orde|\bgoed"
        r"|\bok\b|gaat|functi|kwal"
        r"|bruikb|keur|gezond|situat|works?\b|condit|health|broken|beoord|technisch"
    ),
    "note": (
        r"opm|bijz|notit|toelich|remark|comment|note\b|notes\b|\biets\b|extra|info|kantt|verder|overig|weten|actie"
        r"|advies"
        r"|memo|uitleg|bevind|klacht|mankem|gebrek|vermeld|details?\b|wat\b.*mee|anders"
    ),
    "support_until": r"update|\baue\b|\beol\b|ondersteun|support|beveilig|security|chrome.*tot|\bos\b.*tot",
    "last_seen": r"laatst|last|gezien|seen|sync|online",
}  # fmt: skip
"""Field -> stems of the words that ask for it, whatever is put before or behind them."""
_OF_A_MOMENT: Final = (
    r"jaar|\bjr|\bbj\b|\bjrt|datum|date|\bdd\b|\bd\.d|maand|\bmnd|\bdag\b|\bjr\b|year|month|\bdat\b|sinds|since"
    r"|sedert|vanaf|wanneer|when"
    r"|moment|periode|tijdst|\banno\b|schoolj"
)
_ANOTHER_MOMENT: Final = (
    r"laatst|last|gezien|seen|geteld|telling|peil|repar|gerep|uitgif|uitger|uitgeg|uitlee|uitgel|geleend|leen"
    r"|meegeg|meegen"
    r"|overhand|wijzig|bijgew|changed|modif|aanmeld|log ?in|sign|teken|sync|online|afvoer|afgev|inname|ingenom|inlever"
    r"|ingelev|retour|terug|return|contro|check|garan|warrant|update|time ?stamp|tijdst|registr|geboor|verwacht|gepland"
    r"|vervang|vervali|vervalt|eind|\btot\b|t/m|until|expir|af(?:ge)?schr|polis|nodig|wens|plan\b|gaan we"
    r"|ingang|verleng|keur|onderh|service|uit (?:gebr|die"
    r"|bedr)|verkoc|afgest|schade|aangifte|melding|gemeld|scan|backup|inspec|ingevoerd|aangemaakt|created|enrol|bezoek"
    r"|inschr|boek|reset|gewist|schoongem|opgehaald|opgestuurd|verstuurd|verzond|sloop|stort|budget|begrot|raming"
)
"""What dates may be of, if not of the purchase."""
_ANOTHER_AMOUNT: Final = (
    r"boekw|boek\b|restw|rest\b|af ?(?:ge|te)? ?schr|taxat|verzek|dagw|vervang|huidig|\bborg|onderh|maand"
    r"|budget|raming|begro|subsid|garan|repar|verkoo"
    r"|opbreng|korting|termijn|duur|%|perc|\bnr|numm|aant|inruil|statieg|fonds|bijdrage|verzend|rente|residu"
    r"|depreci|book"
    r"|curr|insur|refund|schade|eigen|licen|installatiek|abonn|lease|^\W*btw\W*$|resteren|per jaar"
)
"""What amounts may be of, if not of the purchase."""
_ANOTHER_NUMBER: Final = (
    r"invent|\binv|volg|polis|fact|bestel|order|sticker|label|tel\b|telef|phone|artikel|klant|debit|sleutel|key"
    r"|activ|groot"
    r"|contract|ticket|melding|\bpos\b|regel|budget|kosten|\bmac|\bip\b|imei|\bsim|post|\bref|dossier|kluis"
)
"""What numbers and letters may name, if not a device by its maker."""
_ANOTHER_COUNT: Final = (
    r"%|€|\bafschr|\bboekw|waarde|termijn|duur|\bjr\b|\bjaren|\brente|percentage|\blln|leerl|m2|\bgb\b|inch"
    r"|\bpos|volg|\bnr|leeft"
    r"|jaar|prio|klas|groep|verdiep|kast|cijfer|score|gewenst|nodig|wens|tekort|te best|te verv|lader|oplader"
    r"|muis|hoes|maat\b|scherm|forma|groott|diag|ram\b|versie|aansl|poort"
)
"""What small numbers may be, if not of devices."""
_VETOES: Final = {
    "purchased": re.compile(_ANOTHER_MOMENT),
    "price": re.compile(_ANOTHER_AMOUNT),
    "serial": re.compile(_ANOTHER_NUMBER),
    "count": re.compile(_ANOTHER_COUNT),
    "location": re.compile(r"sleutel|\bkey|kleur|\bnr|numm|code|label|sticker|kocht bij|lever|reden|waarom"),
}
_ASKS_FOR: Final = {name: re.compile(stems) for name, stems in _STEMS.items()}
_ASKS_WHEN: Final = re.compile(_OF_A_MOMENT)


_WORKS: Final = re.compile(
    r"werk|\bdo(?:et|en)\b|functi|\bheel\b|in orde|\bgoed|\bok\b|bruikb|works?\b|\bstart|\bgaat|intact"
)
_STEPS: Final = tuple(
    map(
        re.compile,
        (
            r"koop|kocht|aansch|aangesch|purch|bought|acqui|invest|verkreg|verworv|gekregen",
            r"lever|deliv|ontv|binnengek|receiv",
            r"factu|invoic",
            r"bestel|order",
            r"gebr|in dienst|in use|install|geplaatst|commission|in service",
        ),
    )
)
"""The moments of one purchase, the one that tells most of it first."""


@lru_cache(maxsize=8192)
def step_of_purchase(heading: str) -> int:
    """Which moment of a purchase a heading asks for: bought 0, delivered 1, invoiced 2, ordered 3, put to use 4.

    5 where it only asks when.
    """
    text = folded(heading)
    return next((step for step, stems in enumerate(_STEPS) if stems.search(text)), len(_STEPS))


@lru_cache(maxsize=8192)
def asks_whether_it_works(heading: str) -> bool:
    """ "Doen ze het?", "Alles in orde": a "ja" below it is a device that works."""
    return bool(_WORKS.search(folded(heading)))


def are_steps(heading: str, other: str) -> bool:
    """Two headings ask for different moments of one purchase: when it was ordered, and when it was put to use."""
    steps = {step_of_purchase(heading), step_of_purchase(other)}
    return len(steps) == 2 and len(_STEPS) not in steps


@lru_cache(maxsize=8192)
def leanings(heading: str) -> Mapping[str, float]:
    """Field -> how much a heading leans to it, 0 to 1; nothing where none of its stems is known."""
    text = folded(heading)
    found = {name: _FIELD for name, stems in _ASKS_FOR.items() if stems.search(text) and name not in vetoed(heading)}
    if _ASKS_WHEN.search(text) and "purchased" not in vetoed(heading):
        found["purchased"] = max(found.get("purchased", 0.0), _MOMENT)
    return found


@lru_cache(maxsize=8192)
def vetoed(heading: str) -> frozenset[str]:
    """Fields a heading says it is not of: "Garantie tot" is no purchase, "Boekwaarde" no price."""
    text = folded(heading)
    return frozenset(name for name, stems in _VETOES.items() if stems.search(text))
