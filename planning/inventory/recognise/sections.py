"""What a heading between the devices, or the name of a sheet, says of all devices under it."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from planning.core.text import clean, folded, tokens, word_set, words
from planning.inventory.values.beside import device_in, rest_of_device
from planning.inventory.values.date_text import MONTH
from planning.inventory.values.devices import as_known, is_kind_word, kind_named, known_words, knows_model, names_model
from planning.inventory.values.lines import read_line
from planning.inventory.values.people import TITLES, whose
from planning.inventory.values.status import read_remark
from planning.inventory.words.cell_words import cell_words, device_words, models

_YEAR: Final = r"['’]?(?:19|20)?\d\d"
_SEASON: Final = r"voorjaar|zomer|najaar|herfst|winter|lente|kerst|pasen|zomervakantie|spring|summer|autumn|fall"
_PURCHASE_WORDS: Final = (
    r"(?:(?:jaar van )?aanschaf(?:jaar|datum)?|aangeschaft|aangekocht|aankoop(?:jaar|datum)?|gekocht|bouwjaar"
    r"|investering(?:en)?|factuurdatum|leverdatum|leveringsdatum|afleverdatum|besteldatum|orderdatum|geleverd|levering"
    r"|zending|ingekocht|inkoop|purchased|bought|purchase(?: date)?|delivered|delivery(?: date)?|order date"
    r"|invoice date)"
)
_PURCHASE_LABEL: Final = re.compile(rf"(?:datum(?: van)? )?{_PURCHASE_WORDS}(?: op)?")
_DATE: Final = r"\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d"
_WHOLE_DATE: Final = re.compile(_DATE)
_PERIOD: Final = re.compile(
    rf"(?P<word>{_PURCHASE_WORDS})?[\s:,-]*(?:in|van|op|per|on|d\.?\s?d\.?)?[\s:]*(?P<period>{_DATE}|(?:sj|schooljaar|cursusjaar|jaar)\.?\s*{_YEAR}"
    rf"(?:\s*[-/–]\s*{_YEAR})?|(?:19|20)\d\d(?:\s*[-/–]\s*{_YEAR})?|(?:\b(?:\d{{1,2}}\s+)?(?:{MONTH}|{_SEASON})\.?\s+)?(?:19|20)\d\d)\s*:?"
)
_LINKED: Final = re.compile(r"^\W*(?:in|van|op|per|on)\b")
_BEHIND: Final = re.compile(
    rf"(?P<device>[^()]+?)\s*(?:\(\s*|[,:]\s+|\s[-–|]\s+)(?P<when>(?:(?:{MONTH})\.?\s+)?(?:19|20)\d\d)\s*\)?",
    re.IGNORECASE,
)
_IPADS: Final = frozenset({"ipad", "ipads"})
_NAMED_BY_YEAR: Final = word_set("macbook imac galaxy surface")
_SCHOOL: Final = re.compile(
    r"^(?:\d\d[a-z]{2}(?:\d\d)?\s*[-:,]?\s+)?(?:school\s*:\s*|locatie\s*:\s*|vestiging\s*:\s*)?"
    r"(?:o\.?b\.?s\.?|c\.?b\.?s\.?|r\.?k\.?b\.?s\.?|p\.?c\.?b\.?s?\.?|p\.?c\.?|s\.?b\.?o\.?|s\.?s\.?b\.?o\.?"
    r"|i\.?k\.?c\.?|k\.?c\.?|m\.?f\.?a\.?|b\.?s\.?"
    r"|(?:(?:r\.?k\.?|p\.?c\.?|openbare|(?:rooms-?)?katholieke|(?:protestants[- ])?christelijke|islamitische) )?"
    r"basisschool"
    r"|school|daltonschool|montessorischool|jenaplanschool|vrije\s?school|kindcentrum|brede school)\b\.?\s*\S",
    re.IGNORECASE,
)
_NAMED_SCHOOL: Final = re.compile(r"^(?:De|Het|'t|Op de|In de|Op 't)\s+[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){0,2}$")
_WITH_CODE: Final = re.compile(r"^(?P<name>[^\d]{3,60}?)\W*\bbrin\b\W*\d\d[a-z]{2}", re.IGNORECASE)
_OTHER_YEAR: Final = re.compile(
    r"\b(?:stand|peil\w*|bijgewerkt|versie|begroting|vervang\w*|afschrijv\w*|garantie|geteld|telling|overzicht|inventaris\w*|lijst"
    r"|leerlingen|wens\w*|gepland|planning|tot|t/m|einde?|updates?|afge\w+|verkocht|ingeleverd|weg|budget|nodig)\b"
)
"""Words beside a year that is no moment of purchase."""
_COUNTED_ON: Final = re.compile(
    r"\b(?:(?:na)?geteld|(?:na)?telling|stand|peil\w*|inventaris\w*|overzicht|opgeschreven|counted)\b"
)
_APART: Final = re.compile(r"\s[-–—|]\s|[,;:]\s")
"""What stands between the parts of a heading that says several things."""
_BRACKETS: Final = re.compile(r"\(([^()]*)\)")
_ROUND: Final = re.compile(
    r"\b(?:ronde|fase|tranche|lichting|levering|partij|batch|order|bestelling|zending)\s*(?:nr\.?\s*)?\d{1,2}\b(?![-/.]\d)",
    re.IGNORECASE,
)
_PAPERS: Final = re.compile(
    r"\b(?:pakbon|vrachtbrief|factuur|faktuur|order|opdracht|inkooporder|bestelling|bon|leverbon|leveringsbon|afleverbon"
    r"|invoice|delivery note|packing slip)\.?\s*(?:nr|nummer|no|number)?[\s.:#]*(?=[\w/-]*\d)[\w/-]{4,}",
    re.IGNORECASE,
)
"""The papers that came with what stands below a heading."""
_OF_MONEY: Final = re.compile(r"\([^()]*\b(?:btw|bedrag\w*|prijs|prijzen|euro)\b[^()]*\)", re.IGNORECASE)
"""What a heading says of the numbers below it, and of no device."""
_IN_TITLES: Final = word_set("overzicht lijst alle onze school ict apparaten")
_SHORT_TITLE: Final = 4  # words
_STOCK: Final = word_set("voorraad stock voorraadlijst")  # what a school has, spare or not, as the name of a sheet
_OF_AGE: Final = word_set("oud oude nieuw nieuwe old new")  # of the list, or of its devices
_NO_PLACE: Final = word_set("school scholen team server gebouw")  # names of sheets that list more than one place
_FOR_ALL: Final = word_set("algemeen gezamenlijk gemeenschappelijk gedeeld general shared")
_SPOKEN: Final = word_set(
    "hebben heeft staan staat liggen ligt zijn wat wij we hierbij hieronder deze dit wordt worden"
)
_ROOM: Final = re.compile(r"(?:kamer|kmr\.?|lokaal|ruimte|kantoor(?:tje)?|zaal|hal|room|office)(?:\b|$)")
_FILLERS: Final = word_set(
    "de het een in van voor en bij alle overige diverse the of in for devices apparaten apparatuur hardware ict stuks"
)
_UNIT: Final = r"(?:x|st\.?|stk|stuks?|devices?|apparaten)"
_STATED: Final = re.compile(
    rf"\s*(?:\(|:|\s[-–](?=\s*\d+\s*{_UNIT}))\s*(?P<n>(?!(?:19|20)\d\d\b)\d{{1,4}})\s*(?P<unit>{_UNIT})?\s*\)?$",
    re.IGNORECASE,
)
_GONE: Final = frozenset({"disposed", "missing", "broken", "in_repair"})
_WEEKDAYS: Final = word_set("ma di wo do vr en maandag dinsdag woensdag donderdag vrijdag ochtend middag")
_NAMES_A_SCHOOL: Final = re.compile(r"(?:naam|name)\s(?:(?:van|of)\s)?(?:(?:de|the)\s)?(?:school|vestiging|locatie)\W*")
_LONGEST: Final = 8  # words; more is a sentence
_LONGEST_TEXT: Final = 100


def of_heading(text: str) -> Mapping[str, str]:
    """Field -> what a heading says of it: "Chromebooks 2015 (groep 7)" -> kind, purchased and location.

    Empty where the text is no heading: a device, a sentence, or words nobody knows. How many devices it says stand
    below it is `stated_in`.
    """
    if len(text) > _LONGEST_TEXT:
        return {}
    text = _STATED.sub("", clean(text).strip(" :-–*")).strip(" :-–*(") or clean(text)
    text = without_papers(text)
    said = tokens(_PERIOD.sub(" ", folded(text))) if _APART.search(text) else tokens(text)
    if not said or (len(said) > _LONGEST and not _names_who_teaches(text)):
        return {}
    school = _SCHOOL.match(text)
    if school and not knows_model(text[school.end() - 1 :]):  # "CBS" is a school, not several of "CB"
        first, _, rest = text.partition(" - ")
        named = first if _place(rest) else text
        own = re.sub(r"^(?:school|locatie|vestiging)\s*:\s*", "", named, flags=re.IGNORECASE)
        return {"school": own, **({"location": rest} if _place(rest) else {})}
    found, rest = _period(_ROUND.sub(" ", _OF_MONEY.sub(" ", text)), bare=True)
    if told := _place_and_device(rest):
        return {**found, **told}
    kind = kind_named(rest)
    if kind == "charging_cart" and not _kind(rest):
        return {**found, "location": rest}  # "Laptopkar 1" is where the devices are
    if _place(rest) and _NAMES_A_SCHOOL.fullmatch(folded(rest)):
        return found  # a label, and no place
    if words(rest) in _FOR_ALL:
        return {**found, "audience": rest}  # "Algemeen" is for all, and no room
    if _place(rest) and not _is_for(rest):
        device = _before_place(rest) if kind and kind != "charging_cart" else ""
        there = (device and rest.removeprefix(device).strip(" ()-–:,")) or rest  # of "Chromebooks (groep 7" the group
        return {**found, "location": there, **({"kind": device} if device else {}), **_state_before(rest)}
    if _is_for(rest):
        return {**found, "audience": rest, **({"kind": rest} if kind else {})}
    if _kind(rest):
        return {**found, "kind": rest}
    if state := _state_in(rest):
        # "Afgevoerd in 2017" tells no moment of purchase.
        return {"status": state} if read_remark(state).status in _GONE else {**found, "status": state}
    if whose(rest) and len(tokens(rest)) <= 3:
        room = {"location": rest} if _ROOM.search(folded(rest)) else {}
        return {**found, **room, "audience": rest, **({"kind": rest} if kind else {})}
    if _ROOM.search(folded(rest)) and len(tokens(rest)) <= 3 and not knows_model(rest):
        return {**found, "location": rest}
    if not _left(rest):
        return found or {"kind": rest}  # "Overige apparatuur" ends what the heading before it said
    # "Inhaalslag (2017/2018)": what the round was called matters less than when it was.
    bought = found and len(_left(rest).split()) <= 2 and not _OTHER_YEAR.search(folded(text))
    return found if bought and not knows_model(rest) and not any(map(str.isdigit, rest)) else {}


def _names_who_teaches(text: str) -> bool:
    """A room, and then who is there on which days: "Groep 7/8 - juf Yvonne (ma-wo) / meester Rik". No sentence."""
    room, *who = re.split(r"\s[-–]\s|[(,:]", text, maxsplit=1)
    said = [word for word in tokens(" ".join(who)) if word not in _WEEKDAYS]
    titled = bool(said) and said[0] in TITLES and len(tokens(room)) <= _SHORT_TITLE
    return titled and len(said) <= _LONGEST and _place(room)


def _before_place(text: str) -> str:
    """What stands before the place, where that names a kind itself: of "iPads groep 4" no iPad 4."""
    said = text.split()
    place = next((n for n, word in enumerate(said) if cell_words("place").find(tokens(word))), 0)
    before = " ".join(said[:place])
    return before if kind_named(before) else text


def without_papers(text: str) -> str:
    """A heading without the numbers of its papers; the day beside one is that of the delivery or its bill."""
    dated = _WHOLE_DATE.search(folded(text)) and not re.search(_PURCHASE_WORDS, folded(text))
    return _PAPERS.sub("geleverd " if dated else " ", text).strip(" ,;:-–") or text


def _state_in(text: str) -> str:
    """A state, whatever stands in brackets behind it that says no other: "Nog te leveren (levertijd 4 weken)"."""
    for said in (text, _BRACKETS.sub("", text).strip()):
        remark = read_remark(said)
        if remark.whole and remark.status:
            inside = {read_remark(part).status for part in _BRACKETS.findall(text)}
            return said if said == text or inside <= {None, remark.status} else ""
    return ""


def _state_before(text: str) -> dict[str, str]:
    """ "Reserve los in de kast": how devices do, and then where they are."""
    said = tokens(text)
    opening = next((hit for hit in cell_words("status").find(said) if hit.start == 0 and hit.value != "in_use"), None)
    if opening is None:
        return {}
    placed = {place for hit in cell_words("place").find(said) for place in range(hit.start, hit.end)}
    if not placed.isdisjoint(range(opening.end)):
        return {}
    return {"status": " ".join(said[: opening.end])}


def _place_and_device(text: str) -> dict[str, str]:
    """ "Koffer 1 (rood) – iPad 2": where devices stand and what they are, each in a part of its own; else nothing."""
    parts = [part.strip() for part in _APART.split(text) if part.strip()]
    if len(parts) < 2:  # nearly every text
        return {}
    devices = [part for part in parts if knows_model(part) and kind_named(part) != "charging_cart"]
    places = [part for part in parts if part not in devices and (_place(part) or kind_named(part) == "charging_cart")]
    if len(devices) != 1 or len(places) != 1 or len(parts) > len([*devices, *places]):
        return {}
    named = "brand_and_model" if names_model(devices[0]) else "kind"
    return {"location": places[0], named: devices[0]}


def names_school(text: str) -> bool:
    """A text is built as the name of a school: "De Vuurtoren", "Het Palet", and no word of it is one of ours."""
    found = _NAMED_SCHOOL.match(clean(text))
    return bool(found) and not any(set(tokens(word)) & device_words() for word in text.split()[1:])


def says_school(text: str) -> bool:
    """A text says itself that it names a school: "OBS De Meent", "Basisschool Sint Jan"."""
    found = _SCHOOL.match(clean(text))
    rest = clean(text)[found.end() - 1 :] if found else ""
    return rest[:1].isupper() and not knows_model(rest)


def bought_with(line: str) -> str:
    """The moment in brackets with a model: "(Lenovo 100e, okt 2018)", or behind it; "" where a line has none."""
    inside = next((part for part in _BRACKETS.findall(line) if models()[0].find(known_words(part))), "")
    return _period(inside, bare=True)[0].get("purchased", "") if inside else _bought_behind(line)


def _bought_behind(line: str) -> str:
    """The moment behind a model that a line names, and nothing else: "Chromebooks Acer C730E (2015)".

    "Overzicht Acer C730E (2018)" was made then, and "iPad (2018)" is what its maker calls it.
    """
    found = _BEHIND.fullmatch(clean(line))
    if found is None or not names_model(found["device"]) or any(rest_of_device(found["device"])):
        return ""
    said = tokens(found["device"])
    return "" if said[-1] in _IPADS or not _NAMED_BY_YEAR.isdisjoint(said) else found["when"]


def kind_dated(line: str) -> str:
    """The moment behind a kind that a line names and nothing else: "Chromebooks (2016)", "iPads (2014)".

    "iPad (2018)" is what its maker calls it; "" as well where a line says more.
    """
    found = _BEHIND.fullmatch(clean(line))
    if found is None or not is_kind_word(found["device"]):
        return ""
    said = tokens(f"{found['device']} {found['when']}")
    return "" if any(hit.length > 1 for hit in models()[0].find(tuple(map(as_known, said)))) else found["when"]


def without_purchase(text: str) -> str:
    """A line without the moment of purchase it tells: that day is not the one the list shows."""
    when = _bought_behind(text)
    return clean(text).removesuffix(")").removesuffix(when).rstrip(" (,:") if when else _period(text, bare=False)[1]


def asks_when_bought(label: str) -> bool:
    """A label asks for a moment of purchase: "Leverdatum", "Datum aanschaf"."""
    return bool(_PURCHASE_LABEL.fullmatch(folded(label)))


def is_of_a_count(text: str) -> bool:
    """A line says when devices were counted: "Telling kasten en karren, kerstvakantie 2017"."""
    return bool(_COUNTED_ON.search(folded(text)))


def state_titled(lines: Iterable[str]) -> str:
    """The line above a list that says how all its devices do: "Reserve (kast)", "Weg in 2018"; "" where none does."""
    for line in lines:
        said = _BRACKETS.split(clean(line))[0]
        own = " ".join(word for word in tokens(said) if word not in _IN_TITLES and not kind_named(word))
        remark = read_remark(own)
        short = 0 < len(tokens(own)) <= _SHORT_TITLE and "=" not in line and ":" not in line
        if short and remark.whole and remark.status and not _STOCK.intersection(tokens(line)):
            return own
    return ""


def tells_when(text: str) -> bool:
    """A text holds a year that is as likely one of purchase as of anything else."""
    return bool(_period(text, bare=True)[0]) and not _OTHER_YEAR.search(folded(text))


def moment_and_rest(text: str) -> tuple[str, str]:
    """The one moment in a line on what was bought, and the rest of it; ("", text) where it holds none, or another."""
    told = [one for one in _PERIOD.finditer(folded(text)) if _LINKED.search(one.group()) or not _of_a_model(text, one)]
    if len(told) != 1 or _OTHER_YEAR.search(folded(text)):
        return "", text
    found = told[0]
    return found["period"].strip(" :"), f"{text[: found.start()]} {text[found.end() :]}"


def school_titled(lines: Iterable[str]) -> str | None:
    """The school a title names beside its code: "De Vuurtoren - BRIN 12AB"; None where none does."""
    found = {named["name"].strip(" ,-–(:") for line in lines if (named := _WITH_CODE.match(clean(line)))}
    return found.pop() if len(found) == 1 else None


def naming(text: str) -> Mapping[str, str]:
    """Field -> what a line that names a device says of all below it: "HP 11 G6 - 22 stuks - geleverd 27-8-2018"."""
    room, rest = _place_before(text)
    if room:
        return {**naming(rest), "location": room}
    lots = read_line(text).lots
    if len(lots) != 1 or not lots[0].device:
        return {"brand_and_model": device_in(text)}
    room = lots[0].place if cell_words("place").find(tokens(lots[0].place)) else ""
    found = {"brand_and_model": lots[0].device, "purchased": lots[0].purchased, "location": room}
    return {name: value for name, value in found.items() if value}


def _place_before(text: str) -> tuple[str, str]:
    """The place a line opens with, and the device behind it: "KAR 1 - Acer C740" counts no device; else "" and all."""
    found = _APART.search(text)
    first, rest = (text[: found.start()].strip(), text[found.end() :].strip()) if found else ("", text)
    named = _place(first) or (kind_named(first) == "charging_cart" and not names_model(first))
    return (first, rest) if named and knows_model(rest) else ("", text)


def counted_in(text: str) -> int | None:
    """How many devices a line that names them says stand below it, in whatever words."""
    text = _place_before(text)[1]
    lots = read_line(text).lots
    counts = [int(lot.count) for lot in lots if lot.sure and lot.count.isdigit()]
    return counts[0] if len(lots) == len(counts) == 1 else stated_in(without_purchase(text))


def stated_in(text: str) -> int | None:
    """How many devices a heading says stand below it: "Chromebooks (15)", "Lokaal 3 - 12 stuks"."""
    if len(text) > _LONGEST_TEXT:
        return None
    found = _STATED.search(clean(text).strip(" :*"))
    if not found:
        return None
    # The number behind a room may be that of its pupils.
    return int(found["n"]) if found["unit"] or _kind(text[: found.start()]) else None


def of_sheet_name(name: str) -> Mapping[str, str]:
    """Field -> what the name of a sheet says of all devices on it; a year alone is when the list was made."""
    found, rest = _period(name, bare=False)
    said: dict[str, str] = dict(found)
    if kind_named(name):
        said["kind"] = name
    remark = read_remark(name)
    if remark.whole and remark.status and not (_STOCK | _OF_AGE).intersection(tokens(name)):
        said["status"] = name
    if (school := _SCHOOL.match(name)) and not knows_model(name[school.end() - 1 :]):
        return {"school": name}
    if _place(rest) and not kind_named(rest) and words(rest) not in _NO_PLACE:
        said["location"] = rest
    elif whose(rest) and not kind_named(rest) and "bestuur" not in tokens(rest):
        if _ROOM.search(folded(rest)):
            said["location"] = rest
        said["audience"] = rest  # a sheet "Bestuur" lists the schools of one, not its staff
    elif whose(rest) and kind_named(rest) and "bestuur" not in tokens(rest):
        said["audience"] = rest  # "laptops lln", "Laptops team"
    return said


def _period(text: str, *, bare: bool) -> tuple[dict[str, str], str]:
    """The moment of purchase in a text and what is left of it. `bare`: without a word like "aanschaf" it counts too."""
    if not any(map(str.isdigit, text)):
        return {}, text
    every = _PERIOD.finditer(folded(text))
    # A day alone, as in "Peildatum 11-9-2018", is as likely the day of the list.
    alone = (one for one in every if one["word"] or (bare and not _WHOLE_DATE.fullmatch(one["period"])))
    told = [one for one in alone if one["word"] or not _of_a_model(text, one)]
    found = next((one for one in told if one["word"]), next(iter(told), None))
    if found is None:
        return {}, text
    rest = (text[: found.start()] + " " + text[found.end() :]).strip(" ,:;()-–/")
    return {"purchased": found["period"].strip(" :")}, rest


def _of_a_model(text: str, found: re.Match[str]) -> bool:
    """A year alone that ends the name of a model: "iPad 2018", "Galaxy Tab 2016"."""
    before = tokens(text[: found.start()])
    if not found["period"].isdigit() or not before:
        return False
    if before[-1] == "ipad" or models()[0].find(before[-2:]):
        return True
    last = (text[: found.start()] + " " + text[found.end() :]).strip(" ,:;()-–/").split()[-1:]
    return any(not is_kind_word(word) and knows_model(word) for word in last)


def _place(text: str) -> bool:
    said = tokens(text)
    if not _SPOKEN.isdisjoint(said):
        return False  # a sentence that mentions a place
    return bool(cell_words("place").find(said)) and not cell_words("brand").find(said) and not is_kind_word(text)


def _is_for(text: str) -> bool:
    """ "Apparaten voor leerlingen" is of whose they are, and of no place; so is "Voor het team"."""
    before, found, behind = f" {folded(text)}".partition(" voor ")
    return bool(found) and whose(behind) is not None and not cell_words("place").find(tokens(before))


def _kind(text: str) -> bool:
    if is_kind_word(text):
        return True
    said = tuple(token for token in tokens(text) if token not in _FILLERS)
    hits = cell_words("kind").find(said)
    return bool(hits) and sum(hit.length for hit in hits) == len(said) and not cell_words("brand").find(said)


def _left(text: str) -> str:
    return " ".join(token for token in words(text).split() if token not in _FILLERS)
