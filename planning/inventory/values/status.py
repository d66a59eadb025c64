"""What a status, a remark or a place says: whether devices work, how many do not, whether the count holds."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from planning.core.text import Hit, Tokens, folded, tokens, word_set
from planning.inventory.values.issue import DROPPED, PART, Issue, Option
from planning.inventory.values.labels import with_named_counted
from planning.inventory.words.cell_words import cell_words
from planning.workbooks.model import Choice

# Where a text holds several, the one that matters most for who can work with the device.
_ABOUT_SO_MANY: Final = re.compile(r"\been stuk of (?=\w)", re.IGNORECASE)
_WHEN_REPLACED: Final = re.compile(
    r"\b(wordt|worden) (?:(?:in|per|na|met|dit|deze|volgend|komend|eind|begin|de|het|januari|februari|maart|april"
    r"|mei|juni|juli|augustus|september|oktober|november|december|najaar|voorjaar|zomer|zomervakantie|schooljaar|jaar|maand"
    r"|(?:19|20)\d\d(?:\s?[/-]\s?(?:19|20)?\d\d)?)\s+)+vervangen\b",
    re.IGNORECASE,
)
"""Until then they do: "worden in 2018 vervangen"."""
_EARLIER_ANSWER: Final = re.compile(
    r"\b(?:(?:mijn|m'n|onze|de|het|my|the)\s+)?(?:vorige?|eerdere?|eerste|oude?|previous|earlier|first)\s+"
    r"(?:inzending|invulling|formulier|antwoord|opgave|reactie|submission|answer|form|response)\b[^,.;!]*"
    r"(?:[,.;!]\s*(?:maar\s)?(?:deze|dit|this)\b[^,.;!]*)?",
    re.IGNORECASE,
)
"""What is said of an answer that this one takes the place of: "mijn vorige inzending klopte niet"."""
_THAN_BEFORE: Final = re.compile(
    r"\b\d{1,3} (?:stuks? )?(?:minder|meer|extra|erbij|fewer|more) (?:dan|als|tov|t\.o\.v\.|than)"
    r" (?:(?:in|het|de|bij|op|last)\s)*(?:vorige?|eerder|year|(?:19|20)\d\d)\b"
)
"""Held against an earlier list: the number of this one is of what is there. "2 minder dan vorig jaar (afgevoerd)"."""
_TO_PEOPLE: Final = re.compile(
    r"\b(?:(?:svp|s\.v\.p\.?|aub|a\.u\.b\.?|graag|please|hier|er)\s+)*(?:(?:niet|nooit|not|never)\s+"
    r"(?:aankomen|aanraken|verplaatsen|verzetten|verschuiven|uitzetten|weghalen|weggooien|meenemen|openmaken|openen|losmaken"
    r"|loskoppelen|uitlenen|touch|move)|(?:van\s+)?af\s?blijven|eraf\s?blijven|do not (?:touch|move))\b"
    r"(?:\s+(?:svp|aub|s\.v\.p\.?|a\.u\.b\.?|please))?",
    re.IGNORECASE,
)
"""What people are told: it says nothing of how a device does. "Niet aankomen!"."""
_LATER: Final = re.compile(
    r"\b(?:(?:moet(?:en)?|mag|mogen|gaat|gaan|zal|zullen)\s+)?(?:inleveren|afvoeren|inruilen|teruggeven|terugsturen"
    r"|retourneren|verkopen|opruimen|weggooien|te retourneren|to return|hand in)\s+"
    r"(?:(?:in|per|op|voor|na|eind|begin|medio|met|de|het|by|in|on|before)\s+)*"
    r"(?:(?:voorjaar|zomer|najaar|herfst|winter|zomervakantie|januari|februari|maart|april|mei|juni|juli|augustus"
    r"|september|oktober|november|december|jan|feb|mrt|apr|jun|jul|aug|sep|sept|okt|nov|dec)\b\.?\s*(?:(?:19|20)\d\d)?"
    r"|\d{1,2}[-/.]\d{1,2}(?:[-/.](?:20)?\d\d)?|20\d\d|(?:volgend|komend)e? (?:jaar|schooljaar|zomer|maand))",
    re.IGNORECASE,
)
"""What is to be done with a device, and when: until then it is in use. "Inleveren zomer 2018"."""
_MAY_GO: Final = word_set("mag mogen kan kunnen moet moeten may can")
_IN_THE_WAY: Final = re.compile(r"\bin de weg\b", re.IGNORECASE)
"""What stands there has not gone: "staat in de weg"."""
_ORDER: Final = ("disposed", "missing", "broken", "in_repair", "ordered", "spare", "in_use")
_FILLERS: Final = word_set(
    "is zijn in de het een en nu al nog op van bij met was wordt worden staat staan ligt liggen zit zitten sinds "
    "helaas wel alle allemaal deze dit device devices apparaat apparaten "
    "laptop ipad the are has been all jan feb mrt apr "
    "mei jun jul aug sep sept okt nov dec januari februari maart april juni juli augustus september oktober "
    "november december niemand nobody vrij momenteel tijdelijk weer dus tijdens meer "
    "hele heel gehele partij serie lichting set allen"
)
_AS_EVER: Final = _FILLERS | word_set("verder gewoon prima gelukkig still")
_DAMAGE: Final = word_set("barst barstje barsten kras krasje krassen deuk deukje vlek scheur scheurtje dent")
"""What is to be seen on a device that works: "1 met barst, werkt nog"."""
_AWAY: Final = ("weg",)
_LEFT_THE_HAND: Final = word_set("weg weggebracht ingeleverd meegegeven afgegeven")
_WAITS: Final = word_set("wacht wachten wachtend klaar awaiting waiting")
_COSTS: Final = word_set("duur loont kosten kost prijs waard zonde too expensive")
"""Words behind a repair that say it will not come."""
_SAY_WHERETO: Final = frozenset({"in_repair", "missing"})
"""States that say how a device is away: "is weg, zoek sinds kerst", "ingeleverd voor reparatie"."""
_MANY: Final = (_AWAY, ("stuk",), ("terug",), ("retour",))
"""States that mean another thing with what is behind them: "weg bij groep 4", "stuk voor stuk"."""
_TAKEN_BACK: Final = word_set(
    "maar behalve deels gedeeltelijk sommige enkele paar helft geweest gerepareerd hersteld vervangen gemaakt nu weer "
    "niet geen misschien waarschijnlijk ok goed except partly"
)
"""Words behind a state that take it back, or say it of a part."""
_CONDITIONS: Final = ("nieuw", "traag", "langzaam")
_FORMS: Final = {
    "doen": "doet", "werken": "werkt", "zijn": "is", "staan": "staat", "liggen": "ligt", "gaan": "gaat",
    "hebben": "heeft", "starten": "start", "laden": "laadt", "vallen": "valt", "kapotte": "kapot", "defecte": "defect",
    "gebroken": "kapot", "kapote": "kapot", "vermiste": "vermist", "afgevoerde": "afgevoerd", "verkochte": "verkocht",
    "toets": "toetsen", "batterijen": "batterij", "accus": "accu", "schermen": "scherm", "kwijte": "kwijt",
    "verdwenen": "kwijt", "ut": "het", "nie": "niet", "aangaan": "aangaat",
    "opstarten": "opstart", "opladen": "oplaadt", "werkende": "werkend",
}  # fmt: skip
"""Forms of words for a state -> the form that the table has."""
ALONG: Final = word_set(
    "oplader opladers lader laders adapter adapters kabel kabels snoer snoertje stekker hoes hoezen hoesje "
    "hoesjes tas tassen sleeve oortjes oordopjes koptelefoon koptelefoons headset muis muizen pen stylus sticker "
    "stickers stikker label docking dockingstation dock "
    "afstandsbediening afstandsbedieningen dop dopje klepje rubber charger cable case bag"
)
"""Things that come with a device: it does without them."""
PARTS: Final = word_set(
    "scherm beeldscherm accu batterij toetsenbord toets toetsen moederbord lamp screen battery keyboard glas "
    "spatiebalk touchpad trackpad scharnier scharnieren klep camera webcam speaker laadpoort knop home homeknop "
    "behuizing hoekje"
)
_PIECES: Final = PARTS | ALONG
_BROKEN: Final = word_set(
    "kapot kapotte stuk stukke gebarsten gebroken defect defecte gesprongen barst breuk broken cracked"
)
"""What is said of a part says it of the device: "glas gebarsten"."""
_WITH_WHOM: Final = frozenset({"bij", "naar", "via", "with", "to"})
_ANSWERS: Final = word_set("nee neen ja nog steeds allebei beide alletwee alledrie helemaal echt no yes both")
_LENDERS: Final = word_set(
    "samenwerkingsverband gemeente bibliotheek provincie leverancier uitgeverij ouderraad ouders"
)
"""Of whom a school has devices that no other school counts."""
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_AGREES: Final = {
    "disposed": word_set(
        "afgeschreven oud oude verouderd versleten en te gaan gaat moet moeten meegegeven gegeven gebracht weggebracht "
        "ingeleverd aan naar"
    )
}
"""Words before a state that give its reason."""
_CLAUSES: Final = re.compile(r"[,;:]\s|\s[-–]\s")
_OF_THINGS: Final = frozenset({"broken", "missing", "disposed", "ordered"})
_NOT: Final = frozenset({"niet", "geen", "not", "no", "non"})
_NO_MORE: Final = ("niet", "meer")
_ANY_MORE: Final = frozenset({"meer", "langer", "longer"})
_OF_USE: Final = word_set(
    "uitgeven uitgegeven uitlenen uitgeleend gebruiken gebruikt gebruik inzetten ingezet inzetbaar opladen"
)
_NUMBER: Final = {
    "een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9, "tien": 10,
    "eentje": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
}  # fmt: skip
_BETWEEN: Final = word_set(
    "x of which are were stuks stuk st is zijn in er ervan al nog laptop laptops ipad ipads tablets chromebooks"
)
_MONTHS: Final = word_set(
    "jan feb mrt apr mei jun jul aug sep sept okt nov dec januari februari maart april juni juli augustus september "
    "oktober november december"
)
_NUMBERED: Final = word_set("groep gr klas unit lokaal lok kar nr nummer kast kamer etage verdieping")
_NO_COUNT: Final = re.compile(rf"(?:19|20)\d\d|\b(?:{'|'.join(sorted(_NUMBERED))})\.? ?\d{{1,3}}\b")
YES_NO_HEADINGS: Final = {
    "in gebruik": ("in_use", "spare"), "in use": ("in_use", "spare"), "actief": ("in_use", "unknown"),
    "werkt": ("in_use", "broken"), "werkend": ("in_use", "broken"), "working": ("in_use", "broken"),
    "functioneert": ("in_use", "broken"), "doet": ("in_use", "broken"), "ok": ("in_use", "broken"),
    "kapot": ("broken", "in_use"), "stuk": ("broken", "in_use"), "aanwezig": ("in_use", "missing"),
    "weg": ("disposed", "in_use"), "in huis": ("in_use", "missing"), "kwijt": ("missing", "in_use"),
    "reserve": ("spare", "in_use"), "defect": ("broken", "in_use"), "afgevoerd": ("disposed", "in_use"),
}  # fmt: skip
"""Headings answered by yes or no, and the status each answer stands for."""
YES: Final = frozenset({"ja", "j", "yes", "y", "x", "true", "v", "1", "waar"})
_COUNTED_ANSWERS: Final = dict.fromkeys(("ja", "yes", "wel"), True) | dict.fromkeys(
    ("nee", "neen", "no", "niet"), False
)
"""Words that stand beside a number of devices for which they hold."""
_SPOKEN_ANSWERS: Final = frozenset({"ja", "nee", "yes", "no", "neen"})
NO: Final = frozenset({"nee", "n", "no", "neen", "false", "0", "onwaar"})


@dataclass(frozen=True, slots=True)
class Remark:
    """What a text says: a status for all devices of the row, part of them, a doubt; or words nobody knows."""

    status: str | None = None
    whole: bool = False  # the text says nothing else
    opens: bool = False  # it opens with the state, and adds how, where or when it came to it
    part: int | None = None  # so many devices of the lot have `part_status`
    part_status: str | None = None
    doubt: str | None = None  # lent_elsewhere, own, not_sure
    fragment: str = ""  # the words understood, which hold no name

    @property
    def understood(self) -> bool:
        """Something in the text was known."""
        return bool(self.status or self.part or self.doubt)


NOTHING: Final = Remark()
UNKNOWN: Final = Remark(fragment="…")
"""There is a text, and nothing in it was understood."""


_COMPLAINTS: Final = word_set("traag trage langzaam sloom oud verouderd versleten zwak slecht slow old worn weak")
_WORKING: Final = word_set("werkt werken doet doen bruikbaar gebruik works working usable")


def read_remark(text: str, heading: str = "") -> Remark:
    """What a text says of the row's devices. `heading`: of its column, for answers like "ja" under "Defect"."""
    text = with_named_counted(text)
    said = tokens(said_of_now(_ABOUT_SO_MANY.sub("", text)))
    if "??" in text:
        return Remark(doubt="not_sure", fragment="??")
    if not said:
        return NOTHING
    if heading in YES_NO_HEADINGS and len(said) == 1 and said[0] in YES | NO:
        status = YES_NO_HEADINGS[heading][0 if said[0] in YES else 1]
        return Remark(status, whole=True, fragment=said[0])
    if heading in YES_NO_HEADINGS and (some := _yes_of_some(said, YES_NO_HEADINGS[heading])):
        return some
    if heading in YES_NO_HEADINGS and said[0] in _SPOKEN_ANSWERS and (answer := _answer(text, heading)):
        return answer
    if compared := _THAN_BEFORE.search(folded(text)):
        return Remark("in_use", whole=True, opens=True, fragment=compared.group())
    if works_all_the_same := _works_in_the_end(text):
        return works_all_the_same
    doubts = [hit for hit in cell_words("count_doubt").find(said) if _LENDERS.isdisjoint(said[hit.end :])]
    hits = [h for h in _states_in(said) if not _is_denied(said, h.start)]
    hits = _of_the_device(said, hits)
    part = _part(said, hits)
    if part:
        number, hit = part
        return Remark(part=number, part_status=hit.value, fragment=_words(said, hit, f"{number} "))
    if doubts:
        return Remark(doubt=doubts[0].value, fragment=_words(said, doubts[0]))
    if not hits:
        return UNKNOWN
    told, hits = hits, _as_it_is_now(said, hits)
    worst = min(hits, key=lambda hit: (_ORDER.index(hit.value), hit.start))
    covered = {place for hit in told for place in range(hit.start, hit.end)}
    rest = [token for place, token in enumerate(said) if place not in covered and not token.isdigit()]
    plainly = any(not _BROKEN.isdisjoint(said[hit.start : hit.end]) for hit in told)
    plainly = plainly or (worst.value == "broken" and said[worst.start] in ("doet", "werkt", "doen", "werken"))
    whole = all(token in _FILLERS or (token in PARTS and plainly) for token in rest)
    opens = whole or _opens(said, worst, hits) or _in_a_clause(text, said, worst)
    return Remark(worst.value, whole=whole, opens=opens, fragment=_words(said, worst))


def said_of_now(text: str) -> str:
    """A text without the moment until which devices do, what is said of an earlier answer, and whom they hinder."""
    text = _LATER.sub("", _TO_PEOPLE.sub("", text))
    return _IN_THE_WAY.sub("", _EARLIER_ANSWER.sub("", _WHEN_REPLACED.sub(r"\1 vervangen", text)))


def says_it_works(text: str) -> bool:
    """A text says of devices that they work or are in use, and not only that they are new or good."""
    said = tokens(text)
    return read_remark(text).status == "in_use" and any(word in _WORKING or word.startswith("werkend") for word in said)


def _as_it_is_now(said: Tokens, hits: list[Hit]) -> list[Hit]:
    """Without why or how it came to that: "scherm stuk, is weg voor reparatie" is in repair."""
    if any(hit.value in _SAY_WHERETO for hit in hits):
        hits = [hit for hit in hits if hit.value != "disposed" or said[hit.end - 1] not in _LEFT_THE_HAND] or hits
    if any(hit.value == "broken" for hit in hits):  # "stuk, wacht op afvoer" has not gone yet
        hits = [hit for hit in hits if hit.value != "disposed" or _WAITS.isdisjoint(said[: hit.start])] or hits
        hits = [hit for hit in hits if hit.value != "disposed" or said[hit.start] not in _MAY_GO] or hits
    last = max(hits, key=lambda hit: hit.start)
    if last.value == "in_repair" and last.length > 1 and (_TAKEN_BACK | _COSTS).isdisjoint(said[last.end :]):
        return [hit for hit in hits if hit.value != "broken"]
    return hits


def _yes_of_some(said: Tokens, states: tuple[str, str]) -> Remark | None:
    """ "ja 2" under "kapot?" is of two of them, and "5 wel, 1 niet" under "werkt?" of one; None for other answers."""
    answers = [_COUNTED_ANSWERS[word] for word in said if word in _COUNTED_ANSWERS]
    numbers = [int(word) for word in said if word.isdecimal()]
    others = [word for word in said if word not in _COUNTED_ANSWERS and not word.isdecimal() and word not in _BETWEEN]
    if len(answers) != len(numbers) or len(set(answers)) != len(answers) or others:
        return None
    counted = [(number, states[0 if yes else 1]) for yes, number in zip(answers, numbers, strict=True)]
    some = [(number, state) for number, state in counted if number and state != "in_use"]
    if len(some) != 1:
        return None
    number, state = some[0]
    return Remark(part=number, part_status=state, fragment=" ".join(word for word in said if word not in _BETWEEN))


def _answer(text: str, heading: str) -> Remark | None:
    """ "nee, al een jaar": a "no" and more about it; None where what is behind it tells of a state itself."""
    first, _, rest = text.replace(",", " ").strip().partition(" ")
    status = YES_NO_HEADINGS[heading][0 if folded(first) in YES else 1]
    said = read_remark(rest)
    if said.status == "in_use" and status != "in_use":
        # "nee, te traag" is a no and why; "nee, werkt nog" is asked.
        return Remark(status, whole=True, opens=True, fragment=folded(first)) if _complains(rest) else UNKNOWN
    if said.status == "in_use" or (said.understood and status == "in_use"):
        return None
    if said.understood:
        confirmed = said.status and status == "broken"
        return Remark(said.status, whole=True, opens=True, fragment=said.fragment) if confirmed else None
    return Remark(status, whole=status != "in_use", opens=True, fragment=folded(first)) if tokens(rest) else None


def _complains(text: str) -> bool:
    """Why a device is not used any more, of which nothing says that it works."""
    said = frozenset(tokens(text))
    return not _COMPLAINTS.isdisjoint(said) and _WORKING.isdisjoint(said)


def _works_in_the_end(text: str) -> Remark | None:
    """ "bromt, maar doet het nog" and "barst in scherm, te gebruiken": what is said last of a device holds."""
    before, found, last = folded(text).rpartition(" maar ")
    if not found:
        before, found, last = text.rpartition(",")
    if not found or (any(map(str.isdigit, _NO_COUNT.sub("", before))) and not _tells_of_damage(tokens(before))):
        return None
    said = tokens(last)
    hits = _states_in(said) if said else []
    covered = sum(hit.length for hit in hits)
    left = [word for place, word in enumerate(said) if not any(h.start <= place < h.end for h in hits)]
    if not covered or {hit.value for hit in hits} != {"in_use"} or any(word not in _AS_EVER for word in left):
        return None
    seen = tokens(before)
    of_a_piece = bool(seen) and seen[0] in _PIECES
    if not of_a_piece and seen and _states_in(seen) and read_remark(before).status in ("disposed", "missing"):
        return None
    return Remark("in_use", whole=True, opens=True, fragment=_words(said, hits[0]))


def _tells_of_damage(said: Tokens) -> bool:
    """Nothing but what is to be seen on a device that works."""
    hits = _states_in(said) if said else []
    return bool(hits) and all(not _DAMAGE.isdisjoint(said[hit.start : hit.end]) for hit in hits)


def _opens(said: Tokens, worst: Hit, hits: list[Hit]) -> bool:
    """A state, and then by whom, since when or why: "zoek sinds kerst", "in reparatie (toetsenbord)".

    Before it may stand an answer, and where the device is for it: "nee, bij de helpdesk voor reparatie".
    """
    agreeing = _AGREES.get(worst.value, frozenset())
    before = tuple(word for word in said[: worst.start] if word not in agreeing)
    if not _leads_to(before) or {hit.value for hit in hits} != {worst.value}:
        return False
    known = {place for hit in hits for place in range(hit.start, hit.end)}
    behind = tuple(word for place, word in enumerate(said) if place >= worst.end and place not in known)
    plain = not behind or said[worst.start : worst.end] not in _MANY
    return worst.value != "in_use" and plain and _TAKEN_BACK.isdisjoint(behind)


def _in_a_clause(text: str, said: Tokens, worst: Hit) -> bool:
    """A clause of its own says the state, and the others how it came to it: "gevallen: scherm stuk"."""
    clauses = [tokens(clause) for clause in _CLAUSES.split(text)]
    if len(clauses) < 2 or worst.value == "in_use" or not (ALONG | _TAKEN_BACK | _NOT).isdisjoint(_rest(said)):
        return False
    for clause in clauses:
        hits = _states_in(clause)
        if hits and hits[0].value == worst.value and _opens(clause, hits[0], hits):
            return True
    return False


def _rest(said: Tokens) -> Tokens:
    """What stands around the states, and around what nobody does any more: "scherm kapot, niet meer uitgeven"."""
    stated = {place for hit in _states_in(said) for place in range(hit.start, hit.end)}
    no_more = {
        place + n
        for place in range(len(said) - 1)
        if said[place : place + 2] == _NO_MORE and not _OF_USE.isdisjoint(said[place + 2 : place + 4])
        for n in (0, 1)
    }
    return tuple(word for place, word in enumerate(said) if place not in stated | no_more)


def _leads_to(before: Tokens) -> bool:
    """Nothing stands before a state but words that say nothing, an answer, and with whom the device is."""
    place = 0
    while place < len(before):
        if before[place] in _WITH_WHOM:
            place += 1
            while place < len(before) and before[place] in _FILLERS:
                place += 1
            place += 1  # whoever that is
        elif before[place] in _FILLERS or before[place] in _ANSWERS or _YEAR.fullmatch(before[place]):
            place += 1
        else:
            return False
    return True


def _is_denied(said: Tokens, start: int) -> bool:
    """ "niet kapot" and "niet meer gebruikt" are not what the word stands for."""
    before = start - 1 if start and said[start - 1] in _ANY_MORE else start
    return before > 0 and said[before - 1] in _NOT


def _states_in(said: Tokens) -> list[Hit]:
    """The words for a state; of several devices and as an adjective they are the same: "doen het niet", "kapotte"."""
    hits = cell_words("status").find(said)
    if not hits:
        forms = tuple(_FORMS.get(word) or _stressed(word) for word in said)
        return cell_words("status").find(forms) if forms != said else hits
    if _FORMS.keys().isdisjoint(said):
        return hits
    taken = {place for hit in hits for place in range(hit.start, hit.end)}
    others = cell_words("status").find(tuple(_FORMS.get(word, word) for word in said))
    return sorted(
        [*hits, *(one for one in others if taken.isdisjoint(range(one.start, one.end)))], key=lambda h: h.start
    )


@lru_cache(maxsize=8192)
def _stressed(word: str) -> str:
    """ "gloednieuw" is nieuw: how a device does, with more before it."""
    return next((plain for plain in _CONDITIONS if word.endswith(plain) and len(word) > len(plain) + 2), word)


def of_a_part(text: str, remark: Remark) -> bool:
    """A part of the device or what comes with it does again ("scherm vervangen"): that says nothing of the device."""
    return remark.status == "in_use" and not (ALONG | PARTS).isdisjoint(tokens(text))


def _without_a_part(said: Tokens, hit: Hit) -> Hit:
    """ "Scherm weg" is of the screen: the device is there, and does not work."""
    of_part = hit.start > 0 and said[hit.start - 1] in PARTS and hit.value in ("disposed", "missing")
    return Hit("broken", hit.start, hit.end) if of_part else hit


def _of_the_device(said: Tokens, hits: list[Hit]) -> list[Hit]:
    """Without what only holds for a thing that comes with a device, "oplader kwijt"; without a part it is broken."""
    hits = [_without_a_part(said, hit) for hit in hits]
    if said[0] in ALONG and PARTS.isdisjoint(said):  # "pen van groep 4 kwijt"
        return [hit for hit in hits if hit.value not in _OF_THINGS] or _works_without(hits)
    if ALONG.isdisjoint(said) or not PARTS.isdisjoint(said):
        return hits
    beside = {place for at, word in enumerate(said) if word in ALONG for place in range(at - 1, at + 3)}
    kept = [hit for hit in hits if hit.value not in _OF_THINGS or beside.isdisjoint(range(hit.start, hit.end))]
    return kept or _works_without(hits)


def _works_without(hits: list[Hit]) -> list[Hit]:
    """What was said of a thing that comes with a device, as it is of the device: that does without."""
    return [Hit("in_use", hit.start, hit.end) for hit in hits[:1]]


def part_issue(remark: Remark, count: int, status: str) -> Issue | None:
    """The question a lot raises whose remark speaks of part of it; None where the remark speaks of all."""
    assert remark.part is not None
    assert remark.part_status is not None
    values = {"part": str(remark.part), "count": str(count), "status": remark.part_status}
    if remark.part >= count:
        if remark.part == count:
            return None
        return doubt_issue(remark)
    split = {PART: (remark.part, remark.part_status)}
    options = (
        Option(Choice("split", values), split),
        Option(Choice("all_same", {"count": str(count), "status": status})),
        Option(Choice("all_part", {"count": str(count), "status": remark.part_status}), {"status": remark.part_status}),
    )
    return Issue("mixed-status-in-lot", "must", values, options, remark.fragment)


def doubt_issue(remark: Remark) -> Issue:
    """Does the count hold? It is kept as it stands until a person says otherwise."""
    options = (Option(Choice("keep")), Option(Choice("leave_out"), {DROPPED: True}))
    return Issue("note-questions-count", "must", {"why": remark.doubt or "not_sure"}, options, remark.fragment)


def worst(*statuses: str) -> str:
    """The status that matters most for who can work with a device."""
    return min(statuses, key=lambda status: _ORDER.index(status) if status in _ORDER else len(_ORDER))


def conflict_options(*statuses: str) -> tuple[Option, ...]:
    """One of several statuses, the worst first."""
    ordered = sorted(statuses, key=lambda status: _ORDER.index(status) if status in _ORDER else len(_ORDER))
    return tuple(Option(Choice(f"status_{status}", {"status": status}), {"status": status}) for status in ordered)


def _part(said: Tokens, hits: list[Hit]) -> tuple[int, Hit] | None:
    """A number beside a status: "waarvan 3 in reparatie", "2 stuks defect", "defect: 2"."""
    for hit in hits:
        if hit.value != "in_use" and said[hit.end :] and said[hit.end].isdigit() and hit.start == 0:
            after = int(said[hit.end])
            behind = said[hit.end + 1 : hit.end + 2]
            dated = said[hit.end].startswith("0") or any(w in _MONTHS or w.isdigit() for w in behind)
            if not dated and 0 < after < 1000 and len(said) - hit.end <= 2:
                return after, hit
        place = hit.start - 1
        while place >= 0 and said[place] in _BETWEEN:
            place -= 1
        if place < 0 or hit.value == "in_use":
            continue
        number = int(said[place]) if said[place].isdigit() else _NUMBER.get(said[place])
        if place and said[place - 1] in _NUMBERED:
            continue  # "groep 4"
        if said[place + 1] in _MONTHS:
            continue  # "3 juli"
        if number and number < 1000:
            return number, hit
    return None


def _words(said: Tokens, hit: Hit, before: str = "") -> str:
    return before + " ".join(said[hit.start : hit.end])
