"""A line of text about devices: "30 chromebooks (Acer C740) in groep 7/8, gekocht in 2016".

Of the line only words of our tables, numbers and dates come out; whatever else stands there may be a name.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from planning.core.text import Cell, clean, folded
from planning.inventory.values.claims import residue
from planning.inventory.values.clauses import (
    Amount,
    Clause,
    amounts,
    audience,
    cover,
    numbers_aside,
    periods,
    places,
    serials,
)
from planning.inventory.values.counts import NUMBER_WORDS, read_count
from planning.inventory.values.devices import knows_model
from planning.inventory.values.labels import with_labels_counted
from planning.inventory.values.mentions import COVER, Mention, lowered, mentions
from planning.inventory.values.own_labels import without_own_label
from planning.inventory.values.quantities import Quantity, quantities
from planning.inventory.values.status import read_remark

SEVERAL: Final = "meerdere"
"""The count of what is named as more than one, and by no number."""
_BULLET: Final = re.compile(r"^(?:[-–—•*·►>+→]+\s*|\(?\d{1,2}[.)]\s+|[a-h][.)]\s+)+")
_STOPS: Final = re.compile(r"[.;:,()]|\b(?:staan|staat|hangt|hangen|heeft|hebben|zijn|is|liggen|ligt|zit|zitten)\b")
_BOX: Final = re.compile(r"\b(?:karren|kar|kasten|kast|koffers?|sets?|dozen|doos|trolleys?|wagens?|lokalen|groepen)\b")
_ROOM_FOR: Final = re.compile(
    r"\b(?:voor|tbv|t\.b\.v\.|capaciteit|plaats aan|plek voor|ruimte voor|holds|for)\W+"
    r"(?:van\s+|(?:max\.?|maximaal|tot)\s+)?$"
)
_EVERY: Final = re.compile(
    r"\b(?:per (?:groep|klas|lokaal|leerkracht|kind|leerling|tafel)|elke?|ieder|iedere|each"
    r"|(?:alle|in de|de meeste|beide) (?:lokalen|groepen|klassen|leerkrachten|bouwen))\b|\balle ¦"
)
_ONE_EACH: Final = re.compile(
    r"\b(?:overal|elke?|ieder|iedere|each|every|everywhere|per (?:groep|klas|lokaal|leerkracht))\b"
)
_BEHIND: Final = re.compile(
    r"\b(?:op|in|aan|via|met|bij|naast|voor|over|van|uit|per|tussen|onder|incl\.?|inclusief|zonder|achter|boven|als)\s+"
    r"(?:(?:de|het|een|ons|onze|deze|die|hun|alle|elke?|zijn|haar|eigen|bijbehorende|losse|oude|nieuwe)\s+)*$"
)
_TOTAL: Final = re.compile(r"\b(?:totaal|samen|bij elkaar|dat zijn er)\b[\s:]*(?:van|om|zijn er|hebben we er)?\s*$")
_OF_THEM: Final = re.compile(r"\b(?:waarvan|daarvan|of which)\s+(?:er\s+)?(?:zijn\s+)?(?:er\s+)?$")
_TELLS: Final = re.compile(
    r"^[\s:(=–-]*(?:aantal\s*:?\s*)?$|\b(?:er|aantal|totaal|hebben|staan|liggen|zijn)[\s:]*(?:nu|nog|er)?\s*$"
)
_AND: Final = re.compile(r"\s*(?:\+|&|/|en|met|incl\.?|inclusief)\s*")
_ALL: Final = re.compile(r"\b(?:allemaal|alle|alles|beide|allebei|all|both)\b")
_NONE: Final = re.compile(r"\b(?:geen|no)\s+(?:\w+\s+)?$")
_NOT_THERE: Final = re.compile(
    r"^\s*(?:hangt|hangen|staat|staan|ligt|liggen|is|zijn|hebben|heeft)\s+(?:(?:er|hier|daar|we|wij|nog)\s+)*niet\s*(?:[.,;!]|$)"
)
"""Behind a device: it is not there. "Een digibord hangt er niet"."""
_WISH: Final = re.compile(
    r"\b(?:willen|wil|wens\w*|graag|nodig|zouden|gewenst|aanvragen|aangevraagd|begroting|begroot|offertes?|plan|plannen"
    r"|volgend (?:school)?jaar|te kopen|aan te schaffen|aanschaffen|terugbrengen|bellen met|uitzoeken of|brengen|kopen"
    r"|behoefte|bestellen|vraagt of|vragen (?:of|om)|kunnen komen|erbij komen"
    r"|we gaan|gaan we|moet(?:en)?(?! ik nog tellen| (?:\w+ )?(?:vervangen|gerepareerd|gemaakt|opgeladen) worden)"
    r"|overwegen|voorstel|advies)\b"
)
_PLAINLY_WISHED: Final = re.compile(
    r"^(?!.*\b(?:vervang\w*|kapot\w*|oude?|inruilen|verkopen|weg\w*)\b)"
    r"(?=.*\b(?:volgend|komend|toekomst|straks|later)\w*\b)"
    r".*\b(?:will?en|wil|zouden|hopen|wensen|hebben)\b.*\b(?:er\s?bij|bij|extra|kopen|aanschaffen|bestellen)\W*$"
)
"""Of a moment to come, and nothing of what is there: "Volgend jaar willen we er 15 chromebooks bij"."""
_GONE: Final = re.compile(
    r"\b(?:weg(?:gegaan|gedaan|gebracht)|ingeruild|vervangen door|opgeheven)\b"
    r"|\b(?:hebben|heeft|zijn|staan)\s+(?:we|wij|er)\s+niet meer\b"
    r"|\b(?:zijn|is|are)\s+(?:er\s+)?(?:(?:nu|inmiddels|al|ook)\s+)*(?:allemaal|alle(?:maal)? al|all)\s+(?:weg|gone)\b"
)
_LEFT: Final = "afgevoerd"
_PLAINLY_GONE: Final = ("weggedaan", "weggebracht", "ingeruild")
"""Participles of which the devices are the object, not the ones that came in their place."""
_WERE: Final = re.compile(r"\bhadden (?:we|wij)\b|\b(?:we|wij) hadden\b|\bwaren er\b|\ber waren\b")
_BUYS: Final = re.compile(r"\b(?:uit|van|gekocht|aangeschaft|aangekocht|aanschaf)\b")
_BOUGHT_THEN: Final = re.compile(r"\b(?:uit|van|gekocht|aangeschaft|aangekocht|aanschaf)\s+(?:(?:in|per|op)\s+)?$")
_ABOUT: Final = re.compile(
    r"\b(?:overzicht|inventaris\w*|lijst|telling|stand van zaken|vragen|bel|bellen|mail|mailen|let op|nb|bijgewerkt"
    r"|wachtwoord|inlog\w*|niet geteld|niet meegeteld|hierbij|hieronder|onderstaand\w*|groeten|zie|opladen)\b"
    r"|\?\s*$"
)
_SCHOOL: Final = re.compile(
    r"\b(?i:cbs|obs|kbs|rkbs|pcbs|pcb|ibs|sbo|bs)(?=\s+(?:De|Het|'[tT]|Sint|St\.?|Prins|Koning)\b)"
)
"""What kind of school it is, before its name: "cbs De Hazelaar" are no Chromebooks."""
_IN_A_CART: Final = re.compile(
    r"((?i:(?:laptop|ipad|tablet|chromebook|laad|oplaad|notebook)-?(?:kar|kast|wagen|trolley|koffer))\s+(?:nr\.?\s*)?\w{1,2})"
    r"\s*[:=–-]\s*(?=\d)"
)
"""A cart by its number, before what is in it: "laptopkar 5: 12 HP 11 G5"."""
_SINGULAR: Final = {"doen": "doet", "werken": "werkt", "gaan": "gaat", "starten": "start", "laden": "laadt"}
_PLAUSIBLE: Final = range(80, 2001)  # euros for one device that a line of text would speak of


_CLAUSES: Final = re.compile(r"(?<![\s(][a-z])[.!;](?:\s|$)|,\s|\s[-–]\s|[()]")
_SMALL: Final = rf"(?<![-/.\d])\b(?:\d{{1,3}}(?![-/.\d])|{'|'.join(NUMBER_WORDS)})\b"
_MORE_OF_THEM: Final = re.compile(
    rf"\b(?:er|nog|ook|idem|dito|zelfde|dezelfde|another|same|also)\b.*{_SMALL}"
    rf"|\b(?:\d{{1,3}}|{'|'.join(word for word in NUMBER_WORDS if word not in ('een', 'one'))})\s+"
    r"(?:stuks|zelfde|dezelfde|ervan|idem|dito|of the same)\b"
)
"""A number of the devices that were spoken of before: "Groep 6 heeft er 8, zelfde soort"."""

_SEVERAL: Final = 2  # lots


@dataclass(slots=True)
class TextLot:
    """Devices of a line, as text for the readers of values; "" where the line does not say."""

    start: int
    end: int
    device: str
    count: str
    sure: bool = True  # a number, not only an article, says how many
    place: str = ""
    purchased: str = ""
    price: str = ""
    status: str = ""
    audience: str = ""
    serial: str = ""
    note: str = ""  # sentences behind it that may say how the devices do, in words nobody knows
    kind: str | None = None
    around: str = ""  # all of a line of one lot but its number: what it stands in may name people
    is_total: bool = False  # the line says it is the number of all of them
    counted_at: tuple[int, int] = (0, 0)  # where the number stands


@dataclass(frozen=True, slots=True)
class TextLine:
    """What a line says: its lots, or that a device is named whose number or standing nobody can tell."""

    lots: tuple[TextLot, ...] = ()
    unclear: bool = False
    names_device: bool = False


@dataclass(slots=True)
class _Parts:
    """A line taken apart."""

    text: str
    low: str
    devices: list[Mention]
    money: list[Amount]
    bought: list[Clause]
    other: list[Clause]  # moments of something else than the purchase
    rooms: list[Clause]
    serials: list[Clause]
    lots: list[TextLot] = field(default_factory=list)


def read_line(text: str, *, under: str = "") -> TextLine:
    """What one line says. `under`: the kind its heading names, for lines like "5 in groep 3"."""
    said = without_own_label(with_labels_counted(clean(text)), knows_model)
    parts = _taken_apart(_BULLET.sub("", said))
    if not parts.devices and not under:
        return TextLine()
    counts, parts.devices = quantities(parts.low, parts.devices)
    left = _lots(parts, counts)
    if not parts.devices and not parts.lots:
        parts.lots = [_lot(c, None) for c in counts if c.text != "1" or c.sure][:1]
        left = left[1:]
    if not parts.lots:
        asks = bool(left) or any(d.plural for d in parts.devices)
        return TextLine(unclear=asks and not _ABOUT.search(parts.low), names_device=bool(parts.devices))
    gone = _GONE.search(parts.low)
    if gone and not (gone.group() in _PLAINLY_GONE and any(lot.sure for lot in parts.lots)):
        return TextLine(names_device=True)
    if _WERE.search(parts.low) or _WISH.search(parts.low) or parts.text.endswith("?"):
        there = any(lot.sure for lot in parts.lots) and not _PLAINLY_WISHED.search(parts.low)
        return TextLine(unclear=there, names_device=True)
    if _ABOUT.search(parts.low) and not any(lot.sure for lot in parts.lots):
        return TextLine(names_device=True)
    _describe(parts, left)
    for lot in parts.lots if gone else ():
        lot.status = lot.status or _LEFT
    return TextLine(tuple(parts.lots), names_device=True)


def one_line(cell: Cell) -> str:
    """A cell as one sentence: lines below each other in it are parts of that."""
    parts = cell.splitlines() if isinstance(cell, str) else [clean(cell)]
    return "; ".join(text for part in parts if (text := clean(part).strip(" ;-•*")))


def counts_more(text: str) -> bool:
    """A line says how many more there are of what was named before, without its name."""
    return bool(_MORE_OF_THEM.search(folded(text))) and not _PLAINLY_WISHED.search(folded(text))


def _taken_apart(text: str) -> _Parts:
    low = cover(lowered(text), [found.span() for found in _SCHOOL.finditer(text)])
    numbers = serials(text, low)
    low = cover(low, [(f.start, f.end) for f in numbers])
    money = amounts(low)
    low = cover(low, [(a.start, a.end) for a in money])
    carts = [Clause(found.start(1), found.end(1), found[1]) for found in [_IN_A_CART.match(text)] if found]
    low = cover(low, [(one.start, one.end) for one in carts])
    devices = mentions(text, low)
    bought, other = periods(text, low, devices)
    low = cover(low, [(f.start, f.end) for f in (*bought, *other)])
    low = cover(low, [s for s in numbers_aside(low) if not any(d.start < s[1] and s[0] < d.end for d in devices)])
    rooms = [*carts, *places(text, low, devices)]
    low = cover(low, [(f.start, f.end) for f in rooms])
    return _Parts(text, low, devices, money, bought, other, rooms, numbers)


def _lots(parts: _Parts, counts: Sequence[Quantity]) -> list[Quantity]:
    """Pair numbers and devices; what is left are numbers that nothing explains."""
    low, lots = parts.low, parts.lots
    ahead = {id(c): d for c in counts if (d := _counted(low, c, counts, parts.devices))}
    by_device = {d.start: c for c in counts if (d := ahead.get(id(c)))}
    lead: Mention | None = None
    for device in parts.devices:
        count = by_device.get(device.start)
        if count and _is_capacity(low, count, lots):
            continue
        if count and count.sure and _OF_THEM.search(low[: count.start]) and lots:
            lots[-1].count += f" waarvan {count.text}"
        elif count and (count.sure or not _secondary(low, count.start, lots)):
            told = lots.pop() if lots and _counts_anew(low, lots[-1], count, device) else None
            lots.append(_lot(count, device, _between(low, count, device)))
            if told:
                lots[-1].device, lots[-1].kind = f"{told.device} {device.text}", told.kind
            named = lead is not None and device.kind is None and device.named
            if lead and (named or _labels(low, lead, device)):
                lots[-1].device, lots[-1].kind = f"{lead.text} {device.text}", lead.kind
                lots[:] = [lot for lot in lots if lot.start != lead.start]
        elif not count:
            lead = _uncounted(parts, device) or lead
    left = [c for c in counts if id(c) not in ahead and c.sure]
    return [c for c in left if not _explained(parts, c)]


def _is_capacity(low: str, count: Quantity, lots: Sequence[TextLot]) -> bool:
    """What fits in a cart, and need not be there: "laadkar voor 20 chromebooks"."""
    return bool(lots) and lots[-1].kind == "charging_cart" and bool(_ROOM_FOR.search(low[: count.start]))


def _counts_anew(low: str, told: TextLot, count: Quantity, device: Mention) -> bool:
    """ "Elk een laptop: 9 stuks HP ProBook": behind a colon stands how many of what was spoken of."""
    of_it = device.kind in (None, told.kind) and not told.sure and count.sure
    return of_it and ":" in low[told.end : count.start]


def _labels(low: str, lead: Mention, device: Mention) -> bool:
    """ "Wifi: 7 access points" counts what the line is of."""
    return lead.kind == device.kind and ":" in low[lead.end : device.start] and not low[: lead.start].strip()


def _counted(low: str, count: Quantity, counts: Sequence[Quantity], devices: Sequence[Mention]) -> Mention | None:
    """The device right behind a number: "30 nieuwe chromebooks"."""
    device = next((d for d in devices if d.start >= count.end), None)
    if device is None or any(count.end <= c.start < device.start and c.sure for c in counts):
        return None
    between = low[count.end : device.start]
    most = 4 if count.unit else 3 if count.sure else 2
    stops = _STOPS.search(between.replace(",", " ") if count.unit else between)  # "18 stuks, Acer TravelMate"
    return None if stops or len(between.split()) > most else device


def _between(low: str, count: Quantity, device: Mention) -> str:
    return low[count.end : device.start]


def _lot(count: Quantity, device: Mention | None, between: str = "") -> TextLot:
    text = count.text
    if _BOX.search(between):
        text = f"{text} of {text} kar"  # two carts full of devices are no two devices
    return TextLot(
        count.start,
        device.end if device else count.end,
        device.text if device else "",
        text,
        count.sure,
        kind=device.kind if device else None,
        counted_at=(count.start, count.end),
    )


def _secondary(low: str, start: int, lots: Sequence[TextLot]) -> bool:
    """A device that only tells of another, or of a place: "met een laadkar", "op de iPads"."""
    return bool(_BEHIND.search(low[:start]))


def _uncounted(parts: _Parts, device: Mention) -> Mention | None:
    """A device without a number of its own: one, some, or more about the device before it."""
    low, lots = parts.low, parts.lots
    last = lots[-1] if lots else None
    if _NONE.search(low[: device.start]):
        lots.append(TextLot(device.start, device.end, device.text, "0", kind=device.kind))
    elif last and device.kind in (None, last.kind):
        if device.named and device.text.lower() not in last.device.lower():
            last.device = f"{last.device} {device.text}"
        last.end = device.end
    elif last and last.kind is None and device.kind:
        last.device, last.kind, last.end = f"{last.device} {device.text}", device.kind, device.end
    elif not _secondary(low, device.start, lots):
        one = not device.plural
        lots.append(
            TextLot(device.start, device.end, device.text, "1" if one else SEVERAL, sure=False, kind=device.kind)
        )
        return device
    return None


def _explained(parts: _Parts, count: Quantity) -> bool:
    """A number behind its device, a total of all, or how many of them are broken."""
    low, lots = parts.low, parts.lots
    before = [lot for lot in lots if lot.end <= count.start]
    if not before:
        return False
    last = before[-1]
    if _is_capacity(low, count, before):
        return True
    between = low[last.end : count.start]
    if _TOTAL.search(low[: count.start]):
        if len(lots) == 1 and (not last.sure or last.count == count.text):
            _recount(last, count)
            last.is_total = True
            return True
        return str(sum(read_count(lot.count, empty_is_one=False).devices for lot in lots)) == count.text
    in_brackets = low[: count.start].endswith("(") and low[count.end :].startswith(")")
    if not last.sure and (count.unit or in_brackets or _TELLS.search(between)):
        _recount(last, count)
        for lot, after in reversed(list(pairwise(before))):
            if lot.sure or not _AND.fullmatch(low[lot.end : after.start]):
                break
            _recount(lot, count)  # "Smartboard + beamer 4 st": four of either
        return True
    if last.sure and not count.unit and count.text.isdigit() and not between.strip(" -"):
        last.device += f" {count.text}"
        return True
    following = next((lot.start for lot in lots if lot.start >= count.end), len(low))
    remark = read_remark(_inflected(low[count.start : following]))
    return remark.part is not None and str(remark.part) == count.text


def _recount(lot: TextLot, count: Quantity) -> None:
    lot.count, lot.sure, lot.counted_at = count.text, True, (count.start, count.end)


def _describe(parts: _Parts, left: Sequence[Quantity]) -> None:
    """What the line says around each lot; what stands before the first or behind all of them may tell of each."""
    lots, low = parts.lots, parts.low
    lots.sort(key=lambda lot: lot.start)
    edges = [lot.start for lot in lots] + [len(low)]
    plain = cover(low, [*((d.start, d.end) for d in parts.devices), *(lot.counted_at for lot in lots)])
    head = range(edges[0])
    tail = range(lots[-1].end, len(low))
    of_all = bool(_ALL.search(low[tail.start :]))
    for place, lot in enumerate(lots):
        own = range(edges[place], edges[place + 1])
        if not lot.sure and _NOT_THERE.match(plain[lot.end : own.stop]):
            lot.count = "0"
        _say(parts, plain, lot, own, head, tail, of_all=of_all)
        for count in left:
            if count.start in own or (place == 0 and count.start in head):
                if lot.count == "1" and _counts_every(low, count):
                    _recount(lot, count)
                    lot.is_total = True
                elif lot.count != count.text or not _counts_every(low, count):
                    lot.count += f" of {count.text}"
        before = plain[: edges[0]]
        # "Elk een laptop: 9 stuks" says behind the colon how many these are.
        behind = ":" in low[lot.start : max(lot.start, lot.counted_at[0])]
        every = _EVERY.search(plain[own.start : own.stop]) or _EVERY.search(before[before.rfind(":") + 1 :])
        every = None if behind else every
        if every and not lot.is_total and (not lot.sure or every.group().startswith(("per", "elk", "ieder", "each"))):
            lot.count = f"per groep {lot.count}"
        _price(parts, lot, own)
    if len(lots) == 1:
        first, past = lots[0].counted_at
        lots[0].around = f"{parts.text[:first]} {parts.text[past:]}".strip(" ,;:()-")


def _counts_every(low: str, count: Quantity) -> bool:
    """One for each, and how many that are in brackets: "overal 1 Prowise (8 stuks)", "elke juf (9) een laptop"."""
    in_brackets = low[: count.start].endswith("(") and low[count.end :].lstrip(" .").startswith(")")
    return in_brackets and bool(_ONE_EACH.search(low[: count.start]))


def _say(parts: _Parts, plain: str, lot: TextLot, own: range, head: range, tail: range, *, of_all: bool) -> None:
    bought = _in(parts.bought, own) or _in(parts.bought, head)
    behind = _in(parts.bought, tail)
    if not bought and behind and (of_all or "," in plain[tail.start : behind[0].start]):
        bought = behind
    rooms = _in(parts.rooms, own) or _in(parts.rooms, head) or _in(parts.rooms, tail)
    lot.place = ", ".join(dict.fromkeys(found.text for found in rooms))
    lot.serial = next((found.text for found in _in(parts.serials, own)), "")
    body = plain[own.start : own.stop].replace(COVER, " ¦ ")
    body = re.sub(r"\b(?:geschonken|gekregen|gesponsord|gedoneerd)\s+(?:door|van|via)\b", " ", body)
    remark = read_remark(_inflected(body))
    if not remark.understood:
        remark = read_remark(_inflected(plain[head.start : head.stop]))
    if not remark.understood:
        behind_all = read_remark(_inflected(plain[tail.start : tail.stop]))
        # Where things stand ("in de kast") is said of all of them.
        remark = behind_all if of_all or behind_all.status == "spare" else remark
    lot.status = remark.fragment if remark.understood else ""
    if not remark.understood:
        said = [one.strip() for one in _CLAUSES.split(body)[1:]]
        lot.note = "; ".join(one.replace("¦", "").strip() for one in said if _may_tell(one))
    if read_remark(lot.status).status == "disposed" and len(bought) > 1:  # the other moment is when they left
        bought = [one for one in bought if _BOUGHT_THEN.search(plain[: one.start])] or bought
    lot.purchased = " en ".join(dict.fromkeys(found.text for found in bought))
    in_brackets = any(parts.text[: one.start].rstrip().endswith("(") for one in bought)
    if (
        read_remark(lot.status).status == "disposed"
        and bought
        and not parts.other
        and not _BUYS.search(plain)
        and not in_brackets
    ):
        lot.purchased = ""  # that is when they left
    if not lot.sure and lot.count == "1" and len(re.findall(r"\d+", lot.place)) > 1:
        lot.count = f"per lokaal {lot.count}"
    titles = not parts.rooms
    lot.audience = audience(plain[own.start : own.stop], titles=titles) or audience(plain[: head.stop], titles=titles)


def _may_tell(clause: str) -> bool:
    """In lower case a name cannot be told from a word: what opens like one is looked at for words we know only."""
    left = residue(clause)
    return left.tells or (left.hints and not clause.strip(" ¦").startswith(("van ", "door ", "bij ", "voor ")))


def _inflected(text: str) -> str:
    """ "kapotte" is kapot and "ze doen het niet" is doet het niet: the tables hold one form of a word."""
    text = re.sub(r"\b(kapot|defect|vermist|gestolen|afgevoerd|afgedankt|besteld)(?:te|e)\b", r"\1", text)
    return re.sub(r"\b(?:doen|werken|gaan|starten|laden)\b", lambda m: _SINGULAR[m[0]], text)


def _price(parts: _Parts, lot: TextLot, own: range) -> None:
    money = [a for a in parts.money if a.start in own] or (parts.money if len(parts.lots) == 1 else [])
    if not money:
        return
    devices = read_count(lot.count, empty_is_one=False)
    known = devices.issue is None or devices.issue.severity != "must"
    each = next((a for a in money if a.each), None)
    if each or len(money) > 1 or not known:
        lot.price = each.text if each else f"{money[0].text} ?"
        return
    amount = money[0]
    unit = amount.euros / devices.devices if devices.devices else 0.0
    if devices.devices == 1 or (not amount.together and int(amount.euros) in _PLAUSIBLE and unit < _PLAUSIBLE.start):
        lot.price = amount.text
    elif amount.together or (int(unit) in _PLAUSIBLE and int(amount.euros) not in _PLAUSIBLE):
        lot.price = " ".join([f"{unit:.2f}".replace(".", ","), *amount.text.split()[1:]])
    else:
        lot.price = f"{amount.text} ?"


def _in(found: Sequence[Clause], where: range) -> list[Clause]:
    return [one for one in found if one.start in where]


def devices_of_lots(text: str) -> int:
    """How many devices a line counts in lots of their own: 8 in "4 x Smart (2011) en 4 x CTouch"; 0 for one lot."""
    if sum(map(str.isdigit, text)) < _SEVERAL:
        return 0
    lots = read_line(text).lots
    plain = len(lots) >= _SEVERAL and all(lot.sure and lot.count.isdigit() and lot.device for lot in lots)
    return sum(int(lot.count) for lot in lots) if plain else 0
