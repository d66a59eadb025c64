"""Which column holds which field, by three voices heard together: its heading, its cells, and what the list lacks.

All columns are settled at once (`matching`), on one scale: what a heading says of a field (1 where it is known, less
where it only leans to it) and how much of the cells look like its values. A column that nobody else is better for takes
a field the list would go without; cells that plainly hold something else overrule a heading.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Protocol

from planning.core.text import Cell, clean, folded, tokens, words
from planning.inventory.recognise.contents import Contents, are_counts, contents_of, name_people, only_devices
from planning.inventory.recognise.heading_parts import names_devices
from planning.inventory.recognise.leanings import asks_for_a_number, asks_for_a_year, leanings, step_of_purchase, vetoed
from planning.inventory.recognise.matching import best_matching
from planning.inventory.recognise.sections import names_school, says_school
from planning.inventory.values.absent import asks_whose_property
from planning.inventory.values.ages import asks_how_old
from planning.inventory.values.devices import is_kind_word
from planning.inventory.values.people import is_name
from planning.inventory.words.cell_words import cell_words

ENOUGH: Final = 0.45
"""What heading and cells have to come to for a column to be read as a field."""
_OPEN: Final = 0.3  # the share of cells that speaks neither for a field nor against it
_CONTRADICTED: Final = 0.5  # what it costs a heading that its cells plainly hold something else
_SUMMED: Final = 0.05  # of two amounts that of one device is read
_OF_SUMS: Final = frozenset({"totaal", "totale", "total", "som", "samen", "sum"})
_LATER: Final = 1e-6  # of two that are as good the first is taken
_TELLING: Final = 0.1
_LATER_STEP: Final = (0.0, 0.12, 0.24, 0.36, 0.48, 0.06)
"""By step of a purchase how far it is from it: "Kochten we in" goes before "In gebruik sinds", which is known."""
_PLAINLY: Final = 0.8  # share of the cells
_HARDLY: Final = 0.25
_BY_CONTENTS: Final = 0.75  # less than any heading that was read
_SEVERAL: Final = frozenset({"note", "location", "system"})  # fields read from more than one column
_SEEN_IN_CELLS: Final = {
    "purchased": "purchased", "price": "price", "serial": "serial", "count": "count", "location": "location",
    "audience": "audience", "kind": "kind", "brand": "brand", "model": "model", "brand_and_model": "brand_and_model",
    "status": "status", "support_until": "purchased", "last_seen": "purchased",
}  # fmt: skip
"""Field -> what its cells look like; of the other fields nothing shows in the cells."""
_SIBLINGS: Final[Mapping[str, Mapping[str, float]]] = {
    "audience": {"location": 0.2},
    "location": {"audience": 0.4},
    "kind": {"brand_and_model": 0.6, "model": 0.4},
    "model": {"kind": 0.5, "brand_and_model": 0.6},
    "brand_and_model": {"kind": 0.0, "model": 0.5},
    "brand": {"brand_and_model": 0.4},
    "names_people": {"audience": 0.3, "location": 0.2},
}
"""What a heading that is known for one field is used for as well."""
_NAMING: Final = frozenset({"model", "brand_and_model"})
_TELL_BRANDS: Final = frozenset({"brand", "brand_and_model"})
_LISTED: Final = 0.95  # a heading that is one of our list, not one put together from its words
_BUT_NUMBERS: Final = -0.1  # goes after any heading that says nothing
_BOTH: Final = 0.6
_LESS: Final = 0.4
_IDENTITY: Final = frozenset({"kind", "brand", "model", "brand_and_model"})
_SHAPES: Final = frozenset(
    {"purchased", "serial", "price", "marks", "brand_and_model", "status", "location", "audience", "kind", "brand"}
)
"""What cells can plainly hold, whatever their heading says."""
_WORDS: Final = frozenset({"status", "location", "audience", "kind", "brand", "brand_and_model"})
_MAY_HOLD: Final[Mapping[str, frozenset[str]]] = {
    "support_until": frozenset({"purchased", "status"}),
    "last_seen": frozenset({"purchased", "status"}),
    "purchased": frozenset({"price"}),
    "kind": _WORDS,
    "brand": _WORDS,
    "model": _WORDS | {"serial"},
    "brand_and_model": _WORDS | {"serial"},
    "serial": frozenset({"brand_and_model", "price"}),
    "status": frozenset({"marks", "purchased", "location", "audience"}),
    "location": frozenset({"serial", "status"}),
    "audience": frozenset({"status"}),
}
"""Field -> shapes that do not speak against it."""
_ALL_OF_THEM: Final = frozenset({"totaal", "total"})
_MOST_IN_A_ROW: Final = 300  # devices
_HALF: Final = 0.55  # of the cells, and no less
_FEWEST: Final = 2
_FILLED: Final = 0.2  # of the rows at least
_ASKED: Final = frozenset({"purchased", "price", "location", "brand", "audience"})
"""Fields for which a column is guessed at, and a person asked."""
_MANY_KINDS: Final = frozenset({"purchased", "price"})
"""Dates and amounts are of many things: a heading has to say of which."""
_SOLD_FOR: Final = re.compile(
    r"(?:(?:netto|bruto) ?)?(?:verkoop(?:prijs|bedrag|waarde)|sell(?:ing)? price|sales price)\W*"
    r"(?:(?:p\.?|per) ?(?:stuk|st|s|unit)\W*)?(?:\(?(?:ex|in)(?:c?l?)\.?\W*(?:btw|vat)\W*)?"
)
_CUSTOMER: Final = re.compile(r"\b(?:klant|debiteur|customer|client|afnemer|relatie)(?:\b|nr|num|naam|code)")
_MOSTLY: Final = 0.6
_OF_GROUPS: Final = 0.5  # of the cells
_WHEN: Final = re.compile(r"jaar|\bjr\b|year|dat|\bop\b|\bin\b|sinds|wanneer|when|since|moment|dag")
_OF_A_DAY: Final = 4  # digits: a whole year, or a day as a program counts them
_SHORT_YEARS: Final = range(5, 30)  # of this century, written with two digits
_SAMPLE: Final = 60


class HeadingVoice(Protocol):
    """A heading as it was read."""

    @property
    def text(self) -> str: ...
    @property
    def field(self) -> str | None: ...
    @property
    def score(self) -> float: ...


@dataclass(frozen=True, slots=True)
class FieldVerdict:
    """The field a column is given, how well its heading says so, and what its cells add to that or take from it."""

    field: str | None
    score: float = 0.0  # 0..1
    held: float = 0.0
    unsure: bool = False  # a person is to say whether it is so


def fields_given(
    headings: Sequence[HeadingVoice], columns: Sequence[Sequence[Cell]], above: Sequence[str] = ()
) -> list[FieldVerdict]:
    """One field for each column, or none. `columns`: a sample of the cells below each heading; `above`: the titles."""
    contents = list(map(contents_of, columns))
    rows = max((one.cells for one in contents), default=0)
    claims = [
        _claims(heading, cells, contents[place], _named_beside(headings, contents, place), rows)
        for place, (heading, cells) in enumerate(zip(headings, columns, strict=True))
    ]
    for place, heading in enumerate(headings):
        if heading.field in (None, "names_people") and _are_schools_of(above, columns[place]):
            claims[place]["school"] = _BY_CONTENTS
        if heading.field in (None, "names_people", "not_a_device_field") and _say_schools(columns[place]):
            claims[place]["school"] = _BY_CONTENTS  # "Kostenplaats" over "OBS De Meent"
        if _is_what_the_school_paid(heading, headings):
            claims[place]["price"] = _BY_CONTENTS
    given = best_matching({place: _own_places(place, headings[place], one) for place, one in enumerate(claims)})
    found = [
        _given(heading, given[place].partition(" ")[0] if place in given else None, claims[place])
        for place, heading in enumerate(headings)
    ]
    found = _with_guesses(_with_counts(found, headings, columns), headings, contents)
    counted = bool({"count", "serial"} & {given.field for given in found})
    return [
        replace(given, unsure=True)
        if given.field == "purchased" and not counted and _may_be_counts(heading, cells)
        else given
        for given, heading, cells in zip(found, headings, columns, strict=True)
    ]


def _may_be_counts(heading: HeadingVoice, cells: Sequence[Cell]) -> bool:
    """ "Geleverd" over 14, 15 and 15 is how many or in which year, where nothing else counts the devices."""
    texts = [text for cell in cells if (text := clean(cell))]
    short = all(text.isdecimal() and int(text) in _SHORT_YEARS for text in texts)
    return bool(texts) and short and not _WHEN.search(folded(heading.text))


def _is_what_the_school_paid(heading: HeadingVoice, headings: Sequence[HeadingVoice]) -> bool:
    """In a list of the supplier's own, which names its customer, what the devices were sold for is their price."""
    if heading.field is not None or not _SOLD_FOR.fullmatch(folded(heading.text)):
        return False
    return any(_CUSTOMER.search(folded(one.text)) for one in headings)


def _with_guesses(
    found: Sequence[FieldVerdict], headings: Sequence[HeadingVoice], contents: Sequence[Contents]
) -> list[FieldVerdict]:
    """What the list still lacks is taken from a column whose heading nobody knows, where half of its cells look so."""
    lacks = _ASKED - {given.field for given in found}
    fewest = max(_FEWEST, _FILLED * max((one.cells for one in contents), default=0))
    guesses: dict[int, dict[str, float]] = {}
    for place, (given, heading) in enumerate(zip(found, headings, strict=True)):
        if (
            given.field is None
            and heading.text
            and contents[place].cells >= fewest
            and not contents[place].share("names")
        ):
            looks = {name: contents[place].share(name) for name in lacks - vetoed(heading.text)}
            guesses[place] = {name: share for name, share in looks.items() if share >= _HALF}
    guessed = best_matching(guesses)
    return [
        FieldVerdict(guessed[place], _BY_CONTENTS, unsure=True) if place in guessed else given
        for place, given in enumerate(found)
    ]


def _are_schools_of(above: Sequence[str], cells: Sequence[Cell]) -> bool:
    """Most are names built as those of schools, and stand in a title: else "De Vries" would be one."""
    texts = [clean(cell) for cell in cells] if above else []
    titles = folded(" ".join(above))
    schools = {text for text in dict.fromkeys(texts[:_SAMPLE]) if names_school(text) and folded(text) in titles}
    named = sum(text in schools for text in texts)
    return len(schools) > 1 and named >= _MOSTLY * len(texts) and not any(map(is_name, set(texts) - schools))


def _say_schools(cells: Sequence[Cell]) -> bool:
    """Nearly every cell says itself that it names a school."""
    texts = [cell for cell in cells if isinstance(cell, str)]
    return bool(texts) and len(texts) == len(cells) and sum(map(says_school, texts)) >= _PLAINLY * len(texts)


def _named_beside(headings: Sequence[HeadingVoice], contents: Sequence[Contents], place: int) -> frozenset[str]:
    """The fields that other headings ask for; "Product" over nothing but kinds leaves room for a make and a model."""
    return frozenset(
        "kind" if heading.field in _NAMING and _are_only_kinds(below) else heading.field
        for other, (heading, below) in enumerate(zip(headings, contents, strict=True))
        if other != place and heading.field
    )


def _are_only_kinds(contents: Contents) -> bool:
    return contents.share("kind") >= _PLAINLY > contents.share("brand_and_model")


def _own_places(place: int, heading: HeadingVoice, claims: Mapping[str, float]) -> dict[str, float]:
    """Several columns may say where a device stands: a heading that asks for it takes it from no other."""
    return {
        f"{name} {place}" if name == heading.field and name in _SEVERAL else name: worth - _LATER * place
        for name, worth in claims.items()
    }


def _claims(
    heading: HeadingVoice, cells: Sequence[Cell], contents: Contents, beside: frozenset[str], rows: int
) -> dict[str, float]:
    """Field -> how well a column would be one of it, where that is well enough."""
    said = _said(heading, cells, beside)
    of_purchase = heading.field == "purchased" or (heading.field is None and "purchased" in leanings(heading.text))
    if of_purchase and "count" not in beside and _are_no_years(heading, cells):
        # "Geleverd" over 32, 8 and 45 is how many, and no day.
        said = {"count": (heading.score or _LISTED) - _LATER_STEP[step_of_purchase(heading.text)]}
    elif heading.field in said and _is_contradicted(heading.field, contents):
        # "St." may be how many there are, and how they do: its cells tell.
        said = {**_unknown(heading.text, beside), heading.field: said[heading.field] - _CONTRADICTED}
    if contents.cells < max(_FEWEST, rows * _FILLED):  # a few cells tell nothing that their heading does not
        said = {name: voice for name, voice in said.items() if voice > 0}
    worth = {name: voice + _seen(name, voice, heading, contents) for name, voice in said.items()}
    if heading.field == "not_a_device_field" and contents.share("brand") < _PLAINLY:
        worth.pop("brand", None)  # who delivers a device is not always who made it
    if "price" in worth and not _OF_SUMS.isdisjoint(tokens(heading.text)):
        worth["price"] -= _SUMMED
    if heading.field == "names_people" and contents.share("audience") >= _OF_GROUPS:
        worth.pop("location", None)  # "Gebruikt door" over "leerkrachten" and "leerlingen bovenbouw" is of no room
    if asks_whose_property(heading.text):
        worth = {name: one for name, one in worth.items() if name not in ("location", "audience")}  # nor "Eigenaar"
    if "location" in worth:  # "kast" in every row tells less than a room in each
        worth["location"] += _TELLING * len(set(cells)) / max(1, len(cells))
    if "purchased" in worth:
        worth["purchased"] -= _LATER_STEP[step_of_purchase(heading.text)]
    return {name: one for name, one in worth.items() if one >= ENOUGH}


def _are_no_years(heading: HeadingVoice, cells: Sequence[Cell]) -> bool:
    """Numbers of devices, of which some can be no year with two digits, under a heading that asks for no day."""
    texts = [text for cell in cells if (text := clean(cell))]
    numbers = [int(text) for text in texts if text.isdecimal() and len(text) < _OF_A_DAY]
    told = len(numbers) == len(texts) >= _FEWEST and not _WHEN.search(folded(heading.text))
    return told and any(number not in _SHORT_YEARS for number in numbers)


def _said(heading: HeadingVoice, cells: Sequence[Cell], beside: frozenset[str]) -> dict[str, float]:
    """Field -> what a heading says of it, 0 where it says nothing and does not speak against it."""
    left_out = heading.field == "not_a_device_field"
    if heading.field == "names_people":
        said = dict(_SIBLINGS["names_people"])
        if names_devices(heading.text) and not beside & _NAMING and not name_people(cells):
            said["brand_and_model"] = 1.0 if only_devices(cells) else _LESS
        return said
    if left_out and heading.score >= _LISTED:
        # Who delivers a device is often who made it, and "ID" may be a number of its maker's.
        told = {"brand": 0.3} if "brand" in leanings(heading.text) and not beside & _TELL_BRANDS else {}
        return told if "serial" in vetoed(heading.text) else {**told, "serial": _BUT_NUMBERS}
    if heading.field and not left_out:
        siblings = _SIBLINGS.get(heading.field, {})
        if heading.score < _LISTED:  # put together from its words, of which another may be the one that counts
            siblings = {**dict.fromkeys(_leaning_of(heading.text), _LESS), **siblings}
        if heading.field == "audience" and "location" in leanings(heading.text):
            siblings = {**siblings, "location": _BOTH}  # "Bestemming" is a room or whose it is
        said = {name: voice for name, voice in siblings.items() if not (name in _IDENTITY and beside & _NAMING)}
        if not beside & _NAMING:
            said.setdefault("brand_and_model", 0.0)  # "Investering" over the devices that were bought
        sure = heading.score >= _LISTED or heading.field not in vetoed(heading.text)
        return said | ({heading.field: heading.score} if sure else {})
    return _unknown(heading.text, beside) if heading.text or not beside & _IDENTITY else {}


def _unknown(heading: str, beside: frozenset[str]) -> dict[str, float]:
    """What a heading nobody knows may be of: what it leans to, and anything else that it does not say it is not."""
    leaning = leanings(heading)
    if is_kind_word(heading):
        leaning = {**leaning, "brand_and_model": 0.5}  # "Bord" over the boards
    told = {name: leaning.get(name, 0.0) for name in _SEEN_IN_CELLS if name not in vetoed(heading)}
    without = beside & {"kind", "brand"}
    if beside & _NAMING:
        without |= _NAMING
    if "brand" not in beside:
        without |= {"model"}
    if "serial" in beside:
        without |= {"count"}
    without |= {name for name in ("support_until", "last_seen") if name not in leaning}
    if asks_for_a_number(heading):
        without |= _IDENTITY - leaning.keys()
    return {name: voice for name, voice in told.items() if name not in without}


def _leaning_of(heading: str) -> frozenset[str]:
    return frozenset(leanings(heading)) - _IDENTITY - {"note"}


def _seen(name: str, voice: float, heading: HeadingVoice, contents: Contents) -> float:
    """What the cells add to a heading's word for a field, or take from it."""
    if name not in _SEEN_IN_CELLS or not contents.cells:
        return 0.0
    share = contents.share(_SEEN_IN_CELLS[name])
    if name == "status" and voice:
        share += contents.share("answers")
    if name == "purchased" and asks_for_a_year(heading.text):
        share = min(1.0, share + contents.share("years"))
    if name in ("location", "audience") and heading.field != name:
        share = share - contents.share("names") if voice else share * (not contents.share("names"))
    return share - _OPEN


def _is_contradicted(name: str, contents: Contents) -> bool:
    """Hardly a cell looks like a value of a field, and most are plainly something else."""
    seen = _SEEN_IN_CELLS.get(name)
    if seen is None or not contents.cells or contents.share(seen) > _HARDLY:
        return False
    own = _MAY_HOLD.get(name, frozenset()) | {seen}
    return any(contents.share(shape) >= _PLAINLY for shape in _SHAPES - own)


def _given(heading: HeadingVoice, field: str | None, claims: Mapping[str, float]) -> FieldVerdict:
    if field is None:
        known = heading.field in claims or heading.field in (None, "names_people", "not_a_device_field")
        field = heading.field if known else None
        return FieldVerdict(
            field, heading.score if field else 0.0, claims.get(field or "", heading.score) - heading.score
        )
    score = heading.score if field == heading.field else _BY_CONTENTS
    sold_for = field == "price" and _SOLD_FOR.fullmatch(folded(heading.text)) is not None
    known = sold_for or field in leanings(heading.text)
    unsure = field in _MANY_KINDS and field != heading.field and not known
    return FieldVerdict(field, score, claims[field] - score, unsure=unsure and bool(heading.text))


def _with_counts(
    found: Sequence[FieldVerdict], headings: Sequence[HeadingVoice], columns: Sequence[Sequence[Cell]]
) -> list[FieldVerdict]:
    """A list that says of what and not of how many: one column of small numbers under a heading nobody knows."""
    fields = {given.field for given in found}
    if not fields & _IDENTITY or fields & {"count", "serial"}:
        return list(found)
    unknown = [
        place
        for place, given in enumerate(found)
        if given.field is None and headings[place].text and not _is_of_something_else(headings[place].text)
    ]
    counts = [place for place in unknown if are_counts(columns[place])]
    counts = counts or [
        place
        for place in unknown
        if words(headings[place].text) in _ALL_OF_THEM
        and all((text := clean(cell)).isdecimal() and 0 < int(text) < _MOST_IN_A_ROW for cell in columns[place])
    ]
    return [FieldVerdict("count", _BY_CONTENTS) if [place] == counts else given for place, given in enumerate(found)]


def _is_of_something_else(heading: str) -> bool:
    """Numbers under it count no devices: euros, pupils, the version of a system."""
    of_a_device = any(cell_words("device_word").exact((word,)) for word in words(heading).split())
    return of_a_device or "count" in vetoed(heading) or asks_how_old(heading)
