"""Which column of a list is read as which field: what its headings say, what stands below them, and a person's word."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from planning.core.text import Cell, clean, tokens, word_set, words
from planning.inventory.guidance import Corrections
from planning.inventory.recognise.contents import are_counts, looks_like_place
from planning.inventory.recognise.headings import HeaderRow, Heading, names_legend
from planning.inventory.recognise.leanings import asks_for_a_number
from planning.inventory.values.claims import Telling, residue, tells_of_state
from planning.inventory.values.colours import COLOURS
from planning.inventory.values.devices import is_kind_word, knows_model
from planning.inventory.values.money import says_each
from planning.inventory.values.people import is_name, whose
from planning.inventory.values.status import ALONG, PARTS
from planning.inventory.words.cell_words import cell_words, first_names
from planning.workbooks.grid import Grid

_SEVERAL: Final = frozenset({"note", "location", "system"})  # fields read from more than one column
_NAME_OF_DEVICE: Final = "naam apparaat"  # its model in one list, in the next what its user calls it
_SAMPLE: Final = 200
_MOSTLY: Final = 0.6
_FEW_NUMBERED: Final = 2  # rows of a list that gives each device its serial number
_MANY_NUMBERED: Final = 5
_HOW: Final = word_set("staat conditie kwaliteit toestand hoe is van de het nog condition state quality")
_CODE: Final = re.compile(r"[A-Z0-9]+(?:[-/._][A-Z0-9]+)*")
_SIZE: Final = re.compile(
    r"\d+(?:[.,]\d+)?\s*(?:[gmt]i?b|gig(?:a(?:byte)?)?|inch|\"|cm)(?:\s*(?:ssd|hdd|emmc|ram))?", re.IGNORECASE
)

ColumnField = tuple[str | None, str | None]  # field, and where there is none: why


def choose_columns(grid: Grid, header: HeaderRow, corrections: Corrections) -> list[ColumnField]:
    """Each column's field; of two that claim one the surer heading has it, and a person's word goes first."""
    corrected = {
        place: corrections[key]
        for place in range(len(header.headings))
        if (key := (grid.name, grid.label(place))) in corrections
    }
    taken = {name for name in corrected.values() if name} - _SEVERAL
    # The price of one device goes before that of all, whatever their headings.
    order = sorted(
        range(len(header.headings)),
        key=lambda place: (*_last_of_prices(header.headings[place]), -_worth(header.headings[place]), place),
    )
    chosen: list[ColumnField] = [(None, "not_a_device_field")] * len(header.headings)
    for place in order:
        heading = header.headings[place]
        if place in corrected:
            chosen[place] = (corrected[place], None if corrected[place] else _why(heading))
        elif not heading.is_device_field or heading.field is None:
            chosen[place] = (None, _why(heading))
        elif heading.field in taken:
            chosen[place] = (None, "another_column")
        else:
            chosen[place] = (heading.field, None)
            taken |= {heading.field} - _SEVERAL
    return chosen


def _worth(heading: Heading) -> float:
    return heading.score + heading.held


def _last_of_prices(heading: Heading) -> tuple[bool, bool]:
    return heading.whole_lot, heading.field == "price" and not says_each(heading.text)


def _why(heading: Heading) -> str:
    return "names_people" if heading.field == "names_people" else "not_a_device_field"


def settle_by_content(
    chosen: list[ColumnField], header: HeaderRow, grid: Grid, corrections: Corrections
) -> list[ColumnField]:
    """ "Type" and "Device" head kinds in one list and models in the next: what stands below decides."""
    settled = list(chosen)
    first = header.rows[-1] + 1 if header.rows else 0
    rows = grid.rows[first : first + _SAMPLE]
    for place, heading in enumerate(header.headings):
        if _holds_people(chosen[place][0], heading, rows, place) and free_of(corrections, grid, place):
            settled[place] = (None, "names_people")
        elif (
            settled[place] == (None, "names_people") and _kind_share(rows, place) >= _MOSTLY and not _has_kind(settled)
        ):
            settled[place] = ("kind", None)  # "Naam": Laptop, Beamer
        if settled[place][0] == "location" and _all(_SIZE, rows, place) and free_of(corrections, grid, place):
            settled[place] = (None, "not_a_device_field")  # "Opslag" heads a room, and here what a device can store
    _settle_devices(settled, header, grid, rows, corrections)
    one_by_one = any(name == "serial" for name, _ in settled)
    for place, (name, _) in enumerate(settled):
        if name == "count" and free_of(corrections, grid, place) and _numbers_rows(rows, place, one_by_one=one_by_one):
            settled[place] = (None, "not_a_device_field")
    fields = {name: place for place, (name, _) in enumerate(settled) if name}

    def free(name: str) -> int | None:
        place = fields.get(name)
        return place if place is not None and free_of(corrections, grid, place) else None

    for name in ("model", "brand_and_model"):
        named = free(name)
        if named is not None and "kind" not in fields and _kind_share(rows, named) >= 0.6:
            settled[named] = ("kind", None)
            return settled
    kinds = free("kind")
    if kinds is not None and not {"model", "brand_and_model"} & fields.keys() and _kind_share(rows, kinds) < 0.5:
        settled[kinds] = ("brand_and_model", None)
    return settled


def _has_kind(chosen: Sequence[ColumnField]) -> bool:
    return any(name == "kind" for name, _ in chosen)


def with_telling_columns(
    chosen: list[ColumnField], header: HeaderRow, grid: Grid, corrections: Corrections
) -> list[ColumnField]:
    """A column whose heading nobody knows is looked at where its words tell how devices do."""
    first = header.rows[-1] + 1 if header.rows else 0
    told = list(chosen)
    last = max((place for place, heading in enumerate(header.headings) if heading.text), default=0)
    for place, heading in enumerate(header.headings):
        unknown = heading.field is None and told[place] == (None, "not_a_device_field")
        if not unknown or names_legend(heading.text) or not free_of(corrections, grid, place):
            continue
        if not heading.text and (
            place < last or grid.distinct(place, first).keys() <= {""} or _explains_signs(grid.rows[first:], place)
        ):
            continue  # right of all headings stand remarks without one
        texts = [clean(cell) for row in grid.rows[first:] if isinstance(cell := row[place], str) and cell]
        if asks_for_a_number(heading.text) or _counts_on(grid.rows[first:], place):
            # "81ER-DEF" is no defect device, and what stands alone in a row is no number of one.
            rows = [row for row in grid.rows[first:] if len(row) - row.count("") > 1]
            texts = [text for row in rows if (text := clean(row[place])) and not _CODE.fullmatch(text)]
        if "status" in {name for name, _ in told} and _is_of_a_part(heading.text, texts):
            continue
        states = {text: tells_of_state(text) for text in dict.fromkeys(texts)}
        plain = sum(states[text] is Telling.WHOLLY for text in texts)
        if "status" not in {name for name, _ in told} and texts and 2 * plain >= len(texts):
            told[place] = ("status", None)
        elif any(state is not Telling.NOTHING or _hints(text) for text, state in states.items()):
            told[place] = ("note", None)
    return told


def _explains_signs(rows: Sequence[Sequence[Cell]], place: int) -> bool:
    """Beside a list stands what its colours and signs mean: "rood = kapot", "Legenda"."""
    texts = [text for row in rows if isinstance(row[place], str) and (text := clean(row[place]))]
    return any(names_legend(text) or "=" in text or not COLOURS.keys().isdisjoint(tokens(text)[:1]) for text in texts)


def _is_of_a_part(heading: str, texts: Sequence[str]) -> bool:
    """How a part of every device does, in a word, in a list that says of each how it does: "Accu": goed, matig."""
    said = [word for word in tokens(heading) if word not in _HOW]
    of_a_part = bool(said) and (PARTS | ALONG).issuperset(said)
    return of_a_part and all(len(tokens(text)) <= 1 and "?" not in text for text in texts)


def _counts_on(rows: Sequence[Sequence[Cell]], place: int) -> bool:
    """Beside what else a row holds stands a number, each more than the one before: "Pos" 1, 2, 3."""
    beside = [clean(row[place]) for row in rows if len(row) - row.count("") > 1 and row[place] != ""]
    numbers = [int(text) for text in beside if text.isdecimal()]
    return len(numbers) == len(beside) > 1 and all(one < next_one for one, next_one in pairwise(numbers))


def _numbers_rows(rows: Sequence[Sequence[Cell]], place: int, *, one_by_one: bool) -> bool:
    """Under "#" stands 1, 2, 3 for as many rows: the rows are numbered, and nobody has one device more each time."""
    numbers = [int(text) for row in rows if (text := clean(row[place])).isdecimal()]
    enough = len(numbers) >= (_FEW_NUMBERED if one_by_one else _MANY_NUMBERED)
    return enough and _counts_on(rows, place) and numbers == list(range(1, len(numbers) + 1))


def _hints(text: str) -> bool:
    """A sentence, and no name, that may say how a device does."""
    return text[:1].islower() and " " in text and residue(text).hints


def _settle_devices(
    settled: list[ColumnField], header: HeaderRow, grid: Grid, rows: Sequence[Sequence[Cell]], corrections: Corrections
) -> None:
    """ "Devices" heads how many there are where numbers stand below it, "Type" the kind beside a model."""
    for place, heading in enumerate(header.headings):
        named = heading.field in ("kind", "model", "brand_and_model") and free_of(corrections, grid, place)
        fields = {name for name, _ in settled}
        if named and "count" not in fields and "serial" not in fields and _all_counts(rows, place):
            settled[place] = ("count", None)
        elif (
            named and settled[place][1] == "another_column" and "kind" not in fields and _kind_share(rows, place) >= 0.6
        ):
            settled[place] = ("kind", None)


def _all_counts(rows: Sequence[Sequence[Cell]], place: int) -> bool:
    cells = [row[place] for row in rows if row[place] != ""]
    return are_counts(cells) and all(clean(cell).isdigit() for cell in cells)


def _all(pattern: re.Pattern[str], rows: Sequence[Sequence[Cell]], place: int) -> bool:
    texts = [text for row in rows if (text := clean(row[place]))]
    return bool(texts) and all(pattern.fullmatch(text) for text in texts)


def free_of(corrections: Corrections, grid: Grid, place: int) -> bool:
    """Nobody has said what this column is."""
    return (grid.name, grid.label(place)) not in corrections


def _holds_people(name: str | None, heading: Heading, rows: Sequence[Sequence[Cell]], place: int) -> bool:
    """ "Kind" is a child in a Dutch list, "leerling/leerkracht" may head names, and so may a heading nobody knows."""
    if name is None and heading.field is None:
        texts = [text for row in rows if (text := clean(row[place]))]
        return sum(map(is_name, texts)) > len(texts) / 2
    if name == "brand_and_model" and words(heading.text) == _NAME_OF_DEVICE:
        texts = [text for row in rows if (text := clean(row[place]))]
        owned = any({"van", "of"} & set(tokens(text)) or "'s " in text for text in texts)
        return owned or sum(map(knows_model, texts)) < len(texts) * 0.6
    if name == "kind" and words(heading.text) == "kind":
        return _kind_share(rows, place) < 0.3
    if name != "audience":
        return False
    said = [text for row in rows if (text := clean(row[place])) and not cell_words("unknown").exact(tokens(text))]
    others = [text for text in said if whose(text) is None and not looks_like_place(text)]
    return len(others) > len(said) / 2 and sum(map(_may_be_a_name, others)) >= len(others) / 2


def _may_be_a_name(text: str) -> bool:
    return is_name(text) or text[:1].isupper() or not first_names().isdisjoint(tokens(text))


def _kind_share(rows: Sequence[Sequence[Cell]], place: int) -> float:
    texts = [clean(row[place]) for row in rows if row[place] != ""]
    return sum(map(is_kind_word, texts)) / len(texts) if texts else 0.0
