"""An administration's register of assets: devices between furniture and buildings, the price one of the whole lot."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from planning.core.text import Cell, clean, folded, tokens, word_set
from planning.inventory.reading import Evidence
from planning.inventory.recognise.headings import read_heading
from planning.inventory.recognise.layouts.body import of_total
from planning.inventory.recognise.layouts.described import LotRows
from planning.inventory.recognise.layouts.plan import ListPlan
from planning.inventory.recognise.layouts.proposal import Proposal, SheetView
from planning.inventory.recognise.sections import of_heading
from planning.inventory.values.devices import Description, identify, kind_named, names_model
from planning.inventory.values.lines import TextLot, read_line
from planning.inventory.values.money import says_each
from planning.inventory.values.no_devices import leaves_others, names_no_device
from planning.inventory.values.services import SERVICES
from planning.inventory.values.status import read_remark
from planning.inventory.values.totals import is_total
from planning.inventory.words.cell_words import cell_words
from planning.workbooks.grid import is_blank

_HEADING: Final = re.compile(
    r"\bactiv|\bactief\b|\bact\.?\s?(?:nr|nummer)|boekw(?:aarde)?\b|\bafschr|restwaarde|grootboek|kostenplaats|investering"
    r"|aanschaf(?:fings)?waarde|\bmva\b|depreciation|book value"
)
_MOST_LINES: Final = 5000
_NEARLY_ALL: Final = 0.8
_DESCRIBES: Final = ("brand_and_model", "model", "kind")
_TOLD_APART: Final = frozenset({"brand", "model", "count"})
"""A list with columns for these describes nothing: it names."""
_ICT: Final = re.compile(
    r"\b(?:ict|hardware|computers?|automatisering|devices?|digitaal|digitalisering|apparaten|apparatuur|\w*apparatuur)\b"
)
_ANYTHING: Final = re.compile(r"\binventaris\b")
_ACCESSORY: Final = re.compile(r"\b(?:hoezen|hoes|opladers?|laders?|tassen|tas|adapters?|\w*tafels?|kast(?:en)?)\b")
_LEFT: Final = re.compile(r"desinvest|afvoer|afgevoerd op|afgestoten|buiten gebruik|verkocht op|disposal")
_WITH: Final = re.compile(r"\b(?:incl\.?|inclusief|met|en|\+)\s*$")
_WALL: Final = re.compile(r"\b(?:white|school)bord(?:en)?\b|\bwhiteboards?\b")  # to write on, unless booked as ICT
_ADMIN: Final = word_set(
    "zie cf conform volgens nota factuur offerte bijlage order bon levering nr nummer de het van op in en dd d per"
)
_CART_AND_HELD: Final = 2  # lots
_OWN_PRICE: Final = re.compile(r"per (?:stuk|device|eenheid)|p\.?\s?st|stuk")


def recognise(seen: SheetView) -> Proposal | None:
    """A list with a register's headings, that describes what was bought and gives no serial numbers."""
    plan = seen.plan("register")
    if plan is None:
        return None
    column = next((place for name in _DESCRIBES if (place := plan.column(name)) is not None), None)
    headings = [h.text for h in plan.headings.values() if h.text and _HEADING.search(folded(h.text))]
    if (
        column is None
        or len(seen.grid.rows) > _MOST_LINES
        or not headings
        or "serial" in plan.fields
        or plan.fields.keys() >= _TOLD_APART
        or not {"price", "purchased"} & plan.fields.keys()
        or _is_told_by_kind(plan, column)
    ):
        return None
    plan = _without_categories(plan, column)
    found = _sort(plan, column)
    others = sum(row.why == "no_device" for row in found.body.ignored)
    if not found.rows or (len(headings) < 2 and not others):
        return None
    arranged = found.plan(_whole_lots(plan), "register", plan.score)
    evidence = Evidence("register_headings", {"headings": ", ".join(headings)})
    return Proposal("register", arranged.score, (arranged,), (evidence,))


def _without_categories(plan: ListPlan, column: int) -> ListPlan:
    """A register's category ("ICT", "Meubilair") is no kind of device."""
    place = plan.column("kind")
    if place in (None, column) or any(kind_named(clean(row[place])) for row in plan.grid.rows[plan.first_row :]):
        return plan
    letter = plan.grid.label(place)
    columns = tuple(
        replace(c, field=None, why_left_out="not_a_device_field") if c.column == letter else c for c in plan.columns
    )
    return replace(plan, columns=columns, fields={name: at for name, at in plan.fields.items() if name != "kind"})


def _is_told_by_kind(plan: ListPlan, column: int) -> bool:
    """Beside what was bought a column of its own says of nearly every row what kind of device it is: a plain list."""
    place = plan.column("kind")
    if place in (None, column):
        return False
    rows = [row for row in plan.grid.rows[plan.first_row :] if row[column] != ""]
    return sum(kind_named(clean(row[place])) is not None for row in rows) >= _NEARLY_ALL * len(rows) > 0


def _whole_lots(plan: ListPlan) -> ListPlan:
    """A register books what all devices of a line cost together, unless its heading says otherwise."""
    price = plan.heading("price")
    if price is None or _OWN_PRICE.search(folded(price.text)) or says_each(price.text):
        return plan
    column = plan.fields["price"][0]
    return replace(plan, headings={**plan.headings, column: replace(price, whole_lot=True)})


def _sort(plan: ListPlan, column: int) -> LotRows:
    found = LotRows()
    grid = plan.grid
    bought = ""  # when, as a heading over the rows says it
    ict: bool | None = None  # the heading the rows stand under is one of ICT; None: there is none
    left = False  # that heading is of what has gone
    booked = _booked(plan, column)
    for place, row in enumerate(grid.rows):
        if is_blank(row) or not any(clean(cell) for cell in row):
            continue
        if place < plan.first_row or _is_header(plan, row):
            found.set_aside(grid, place, "header" if place in plan.header_rows or place >= plan.first_row else "title")
            continue
        texts = [text for cell in row if isinstance(cell, str) and (text := clean(cell))]
        total = next((text for text in texts if is_total(text)), None)
        if total:
            # What it adds up is money.
            at = grid.label(column)
            found.body.totals.append(replace(of_total(total, grid.row_number(place), at, len(found.rows)), stated=None))
        elif _is_heading(plan, row, column):
            says = of_heading(texts[0]) if len(texts) == 1 else {}
            if not _is_note(texts):
                left = bool(_LEFT.search(folded(" ".join(texts))))
                ict = _of_ict(folded(" ".join(texts)))
            bought = says.get("purchased", bought if ict or _is_note(texts) else "") if not left else ""
            found.set_aside(grid, place, "note" if _is_note(texts) else "section")
        else:
            _sort_line(found, plan, place, column, booked, ict=ict, bought=bought, left=left)
    return found


def _booked(plan: ListPlan, column: int) -> list[TextLot]:
    """What every line of one lot books."""
    lines = (read_line(clean(row[column])).lots for row in plan.grid.rows[plan.first_row :])
    return [lots[0] for lots in lines if len(lots) == 1]


def _may_be_same(one: TextLot, other: TextLot) -> bool:
    """Of one kind, and not of two models."""
    known, same = (identify(Description(both=lot.device)) for lot in (one, other))
    return known.kind == same.kind and (None in (known.model, same.model) or known.model == same.model)


def _without_what_it_holds(text: str, lots: Sequence[TextLot], booked: Sequence[TextLot]) -> list[TextLot]:
    """ "Laadkast 24 chromebooks" beside a line of 24 chromebooks is a cart for those, and no 24 more."""
    kept = list(lots)
    if len(lots) == _CART_AND_HELD and lots[0].kind == "charging_cart" and not lots[0].sure:
        held = lots[1]
        apart = text[lots[0].end : held.start].strip(" -–")
        if not apart and any(one.count == held.count and _may_be_same(one, held) for one in booked):
            return kept[:1]
    return kept


def _of_ict(heading: str) -> bool | None:
    """ "Inventaris en apparatuur" is everything a school has: the lines below it say themselves what they are."""
    return None if _ANYTHING.search(heading) else bool(_ICT.search(heading) or kind_named(heading))


def _sort_line(
    found: LotRows,
    plan: ListPlan,
    place: int,
    column: int,
    booked: Sequence[TextLot],
    *,
    ict: bool | None,
    bought: str,
    left: bool,
) -> None:
    row = plan.grid.rows[place]
    text = clean(row[column])
    line = read_line(text)
    line = replace(line, lots=tuple(_without_what_it_holds(text, line.lots, booked)))
    low = folded(text)
    if any(_ICT.search(folded(cell)) for at, cell in enumerate(row) if at != column and isinstance(cell, str)):
        ict = True
    price = plan.column("price")
    work = SERVICES.search(low)
    if price is not None and isinstance(amount := row[price], (int, float)) and amount < 0:
        if _booked_out_once(line.lots, booked, left=left):
            found.add(plan, place, column, [replace(line.lots[0], status="afgevoerd")], blank=(price,))
        elif line.lots:
            found.ask(plan, place)  # booked out: of which of the lines above?
        else:
            found.set_aside(plan.grid, place, "no_device")
    elif names_no_device(text) and not any(lot.sure and lot.kind != "other" for lot in line.lots):
        found.set_aside(plan.grid, place, "no_device")
    elif work and not _WITH.search(low[: work.start()]):
        if any(lot.sure and lot.kind != "other" and _is_known(lot) for lot in line.lots) and not _ACCESSORY.search(low):
            found.ask(plan, place)  # "installatie 8 digiborden": are those new ones?
        else:
            found.set_aside(plan.grid, place, "no_device")
    elif leaves_others(text):
        found.ask(plan, place)
    elif not ict and _WALL.search(low):
        found.set_aside(plan.grid, place, "no_device")
    elif any(map(_is_known, line.lots)) or (ict is not False and any(lot.sure for lot in line.lots)):
        for lot in line.lots:
            # A spelling that only likeness knows stands in the rest of the description.
            lot.device = lot.device if lot.kind or not lot.around else lot.around
            if left or _has_left(plan, row):
                lot.status = lot.status or "afgevoerd"
            lot.purchased = lot.purchased or bought
        found.add(plan, place, column, line.lots)
    elif line.lots or line.unclear or ict or _ICT.search(low) or not text or _names_make(text, ict=ict):
        found.ask(plan, place)  # a brand alone may stand over anything: "Acer levering aug", "Samsung koelkast"
    else:
        found.set_aside(plan.grid, place, "no_device")


def _booked_out_once(lots: Sequence[TextLot], booked: Sequence[TextLot], *, left: bool) -> bool:
    """What was booked out stands in no other line, and its own says that it has gone."""
    if len(lots) != 1 or not lots[0].sure or not names_model(lots[0].device):
        return False  # "Desinvestering 10 pc's": which ones?
    gone = left or read_remark(lots[0].status).status == "disposed"
    return gone and sum(_may_be_same(one, lots[0]) for one in booked) == 1


def _names_make(text: str, *, ict: bool | None) -> bool:
    """A make and where to look for more: "Lenovo, zie nota". Beside furniture it may be of a fridge."""
    made = cell_words("brand").find(tokens(text))
    others = [t for t in tokens(text) if t.isalpha() and not cell_words("brand").find((t,)) and t not in _ADMIN]
    return bool(made) and (ict is None or not others)


def _is_known(lot: TextLot) -> bool:
    """Its kind is said, or follows from its model."""
    return lot.kind is not None or names_model(lot.device)


def _has_left(plan: ListPlan, row: list[Cell]) -> bool:
    """A date or an amount stands where the register books what is gone."""
    columns = [place for place, heading in plan.headings.items() if _LEFT.search(folded(heading.text))]
    return any(row[place] not in ("", 0) and bool(tokens(clean(row[place]))) for place in columns)


def _is_header(plan: ListPlan, row: list[Cell]) -> bool:
    texts = [(column, clean(cell)) for column, cell in enumerate(row) if cell != ""]
    same = [column for column, text in texts if text and plan.headings[column].text.casefold() == text.casefold()]
    known = [column for column in same if read_heading(plan.headings[column].text).field]
    return len(texts) > 1 and len(same) == len(texts) and bool(known)


def _is_heading(plan: ListPlan, row: list[Cell], column: int) -> bool:
    """No money and no date: a category with perhaps its code, or a remark."""
    filled = [place for place, cell in enumerate(row) if cell != ""]
    said = [place for name in ("price", "purchased", "count") for place in plan.fields.get(name, ())]
    if len(filled) > 2 or any(row[place] != "" for place in said):
        return False
    return not any(lot.sure or names_model(lot.device) for lot in read_line(clean(row[column])).lots)


def _is_note(texts: list[str]) -> bool:
    return len(" ".join(texts).split()) > 6
