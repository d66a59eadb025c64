"""Tables below a list that hold no devices of it: prices, pupils, norms, plans, and what adds the list up.

One is told by its numbers (they add up the kinds of the list above), by its shape (numbers stand where the list writes
words), by what its title says it is of; a table told by its shape alone is asked about.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from planning.core.text import Cell, clean, folded
from planning.inventory.recognise.contents import is_date, is_money
from planning.inventory.recognise.layouts.plan import ListPlan
from planning.inventory.recognise.layouts.sums import says_how_many
from planning.inventory.values.devices import Description, identify, kind_named, knows_model
from planning.inventory.values.serials import is_plainly_serial
from planning.inventory.values.totals import is_of_a_bill, is_total, stated_number
from planning.workbooks.grid import is_blank

_NO_DEVICES: Final = re.compile(
    r"\b(?:\w*prijs\w*|\w*prijzen|price\w*|tarie\w+|\w*kosten|costs?|bedrag\w*|\w*budget\w*|begro\w+|raming|offertes?"
    r"|aantal(?:len)? \w*(?:leerlingen|kinderen|lln)|\w*leerling\w*(?:aantal\w*|telling\w*|prognose\w*)"
    r"|(?:leerlingen|kinderen|lln) (?:per|op|\d)"
    r"|\w*norm(?:en)?|streef\w*|gewenst\w*|benodigd\w*|nodig|tekort\w*|\w*wens(?:en|lijst)?|verlanglijst\w*"
    r"|(?:te|nog) bestellen|aan te schaffen|licenties?|abonnement\w*|contactgegevens|telefoonnummers?|wachtwoord\w*"
    r"|\w*planning|\w*begroting|prognose|afschrijvingstermijn\w*|levensduur|ratio"
    r"|logboek|journaal|gebeurtenissen|gebeurd|storingen|meldingen|incidenten|history|log)\b"
)
"""What the title of a table says that it is of."""
_WISHES: Final = re.compile(
    r"\b(?:(?:nog |aan )?(?:nodig|gewenst|te bestellen|te kopen|aan te schaffen)|(?:te|nog) bestellen"
    r"|\w*wens(?:en|lijst\w*)|verlanglijst\w*|offertes?|begroting|wish ?list|to buy|onder voorbehoud|in overweging"
    r"|nog (?:niet|geen) (?:definitief )?(?:besloten|besluit|beslist|goedgekeurd|goedkeuring|akkoord|besteld|gekocht"
    r"|aangeschaft|aangevraagd|vastgesteld|toegekend)|not (?:yet )?(?:decided|approved|ordered))\b"
)
"""What the title of devices says that are still to come, whatever is known of them."""
_REPLACED: Final = re.compile(r"\bvervang\w*|\breplace\w*")
_ADDS_UP: Final = re.compile(
    r"\b(?:samen\w*|overzicht|optelling|opgeteld|telling|recap\w*|summary|\w*totalen"
    r"|per (?:soort|type|kind|jaar|groep|lokaal))\b"
)
_IDENTITY: Final = ("kind", "brand", "model", "brand_and_model")
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_MOST_ROWS: Final = 400
_ENOUGH: Final = 2  # rows
_PAIR: Final = 2  # cells


@dataclass(frozen=True, slots=True)
class OtherTables:
    """Rows of a list's grid that are other tables' and of which a person is asked."""

    aside: frozenset[int]
    asked: frozenset[int]


NONE: Final = OtherTables(frozenset(), frozenset())


@dataclass(frozen=True, slots=True)
class _Patch:
    title: int | None
    rows: tuple[int, ...]

    @property
    def all(self) -> frozenset[int]:
        return frozenset(self.rows if self.title is None else (self.title, *self.rows))


def titles_wishes(text: str) -> bool:
    """A title says of devices that they are still to come."""
    return bool(_WISHES.search(folded(text)))


def is_wished(plan: ListPlan) -> bool:
    """What stands over a list says that nothing on it is there yet: "NOG TE BESTELLEN"."""
    above = plan.grid.rows[: plan.header_rows[0] if plan.header_rows else 0]
    return any(isinstance(cell, str) and titles_wishes(cell) for row in above for cell in row)


def other_tables(plan: ListPlan) -> OtherTables:
    """The tables below a list, behind a blank row or a line of their own."""
    if len(plan.grid.rows) - plan.first_row > _MOST_ROWS or plan.export:
        return NONE
    aside: set[int] = set()
    asked: set[int] = set()
    above: list[int] = []
    for block in _blocks(plan):
        rows = [row for row in block.rows if not _is_sum(plan, row, len(above))]
        if not above or not rows:
            above += rows
        elif _is_aside(plan, above, rows, _said_over(plan, block)):
            aside |= block.all
        elif _divides(plan, above, block):
            aside |= set(rows)  # its total is one of the list
        elif len(above) >= _ENOUGH and _is_shaped_otherwise(plan, above, rows):
            asked |= block.all
        else:
            above += rows
    return OtherTables(frozenset(aside), frozenset(asked))


def _is_aside(plan: ListPlan, above: Sequence[int], rows: Sequence[int], title: str) -> bool:
    """Its numbers, or its shape and what it says of itself, show that a table is no list of devices."""
    if titles_wishes(title) or _adds_up(plan, above, rows):
        return True
    if _ADDS_UP.search(title):
        return len(above) >= _ENOUGH and _is_shaped_otherwise(plan, above, rows)
    if _has_details(plan, rows):
        return False
    return bool(_NO_DEVICES.search(title) or (_REPLACED.search(title) and _are_among(plan, above, rows)))


def _blocks(plan: ListPlan) -> Iterator[_Patch]:
    """The rows below the headings, from a line that stands alone or behind a blank row to the next."""
    title: int | None = None
    rows: list[int] = []
    blank = False
    for place in range(plan.first_row, len(plan.grid.rows)):
        line = plan.grid.rows[place]
        if is_blank(line):
            blank = True
            continue
        alone = len(line) - line.count("") == 1 and isinstance(_first(line), str)
        if alone or (blank and rows):
            yield _Patch(title, tuple(rows))
            title, rows = (place, []) if alone else (None, [place])
        else:
            rows.append(place)
        blank = False
    yield _Patch(title, tuple(rows))


def _first(line: Sequence[object]) -> object:
    return next((cell for cell in line if cell != ""), "")


def _said_over(plan: ListPlan, block: _Patch) -> str:
    """The line over a block, and the headings it opens with."""
    own = () if block.title is None else (block.title,)
    heads = [row for row in block.rows[:1] if not any(map(_is_number, plan.grid.rows[row]))]
    return folded(" ".join(text for row in (*own, *heads) for cell in plan.grid.rows[row] if (text := clean(cell))))


def _is_number(cell: object) -> bool:
    return isinstance(cell, (int, float)) and not isinstance(cell, bool)


def _is_sum(plan: ListPlan, row: int, devices: int) -> bool:
    cells = [cell for cell in plan.grid.rows[row] if cell != ""]
    if "count" not in plan.fields and says_how_many(cells, devices):
        return True
    texts = [clean(cell) for cell in cells if isinstance(cell, str)]
    return any(map(is_total, texts)) or (len(cells) <= _PAIR and any(map(is_of_a_bill, texts)))


def _has_details(plan: ListPlan, rows: Sequence[int]) -> bool:
    """Most rows say when, where or for whom, as those of a list do: "Leerlingen" may head the pupils' own devices."""
    tests = [(place, test) for name, test in _DETAILS.items() for place in plan.fields.get(name, ())]
    told = [row for row in rows if any(test(plan.grid.rows[row][place]) for place, test in tests)]
    return 2 * len(told) > len(rows)


def _is_words(cell: Cell) -> bool:
    return isinstance(cell, str) and any(map(str.isalpha, cell)) and not is_money(clean(cell))


def _is_day(cell: Cell) -> bool:
    return cell != "" and is_date(cell)


def _is_serial(cell: Cell) -> bool:
    return is_plainly_serial(clean(cell))


_DETAILS: Final[Mapping[str, Callable[[Cell], bool]]] = {
    "serial": _is_serial, "purchased": _is_day, "support_until": _is_day, "location": _is_words, "status": _is_words,
    "audience": _is_words,
}  # fmt: skip
"""Fields that a list says of its devices, and what their cells look like: a price there is of another table."""


def _adds_up(plan: ListPlan, above: Sequence[int], rows: Sequence[int]) -> bool:
    """Every row says of a kind, a year or a place how many devices of it stand above, and of some of several rows."""
    counts = [_devices(plan, row) for row in above]
    labels = [_labels(plan, row) for row in above]
    several = False
    checked = 0
    for row in rows:
        cells = [cell for cell in plan.grid.rows[row] if cell != ""]
        numbers = [number for cell in cells if (number := stated_number(cell)) is not None]
        texts = [text for cell in cells if (text := clean(cell))]
        if not numbers and checked == 0:
            continue  # its headings
        of_row = [
            [count for count, own in zip(counts, labels, strict=True) if own & _named(text)]
            for text in texts
            if text != str(numbers[-1] if numbers else "")
        ]
        if len(texts) != 2 or len(numbers) not in (1, 2) or not any(sum(one) == numbers[-1] for one in of_row):
            return False
        checked += 1
        several = several or any(len(one) > 1 for one in of_row)
    return several and checked >= _ENOUGH


def _divides(plan: ListPlan, above: Sequence[int], block: _Patch) -> bool:
    """How the devices above are divided ("Doet het | 38", "Stuk | 4"): labels that name none, and as many together."""
    parts: list[int] = []
    totals: list[int] = []
    for row in block.rows:
        cells = [cell for cell in plan.grid.rows[row] if cell != ""]
        numbers = [number for cell in cells if (number := stated_number(cell)) is not None]
        if len(cells) != 2 or len(numbers) != 1 or any(knows_model(clean(cell)) for cell in cells):
            return False
        (totals if _is_sum(plan, row, 0) else parts).append(numbers[0])
    devices = sum(_devices(plan, row) for row in above)
    return len(parts) >= _ENOUGH and sum(parts) == devices and all(total == devices for total in totals)


def _are_among(plan: ListPlan, above: Sequence[int], rows: Sequence[int]) -> bool:
    """Of every kind a block speaks of as many devices at least stand above: it tells again of those."""
    there: Counter[str] = Counter()
    for row in above:
        there[_kind(plan, row)] += _devices(plan, row)
    told: Counter[str] = Counter()
    for row in rows:
        told[_kind(plan, row)] += _devices(plan, row)
    return all(there[kind] >= devices for kind, devices in told.items())


def _devices(plan: ListPlan, row: int) -> int:
    places = plan.fields.get("count", ())
    return next((number for place in places if (number := stated_number(plan.grid.rows[row][place])) is not None), 1)


def _labels(plan: ListPlan, row: int) -> frozenset[str]:
    """What a row may be added up by: its kind, and what its cells say."""
    said = frozenset(folded(text) for cell in plan.grid.rows[row] if (text := clean(cell)))
    years = frozenset(year for text in said for year in _YEAR.findall(text))
    return said | years | {f"kind {_kind(plan, row)}"}


def _kind(plan: ListPlan, row: int) -> str:
    line = plan.grid.rows[row]
    kind, brand, model, both = (
        " ".join(clean(line[place]) for place in plan.fields.get(name, ()) if line[place] != "") for name in _IDENTITY
    )
    return identify(Description(kind, brand, model, both)).kind


def _named(text: str) -> frozenset[str]:
    kind = kind_named(text)
    return frozenset({folded(text), *({f"kind {kind}"} if kind else ())})


def _is_shaped_otherwise(plan: ListPlan, above: Sequence[int], rows: Sequence[int]) -> bool:
    """In most rows numbers stand where the list has words, or words where it has numbers, and its count is blank."""
    counts = plan.fields.get("count", ())
    width = len(plan.grid.rows[0])
    kinds = [Counter(_is_number(cell) for row in above if (cell := plan.grid.rows[row][c]) != "") for c in range(width)]
    days = {place for name in ("purchased", "support_until") for place in plan.fields.get(name, ())}
    odd = 0
    for row in rows:
        line = plan.grid.rows[row]
        if counts and any(line[place] != "" for place in counts):
            return False
        odd += any(
            cell != "" and kinds[c].total() > 1 and not kinds[c][_is_number(cell)]
            for c, cell in enumerate(line)
            if not (c in days and _is_day(cell))  # a year by itself or a whole day, it says when
        )
    return 2 * odd > len(rows)
