"""Which rows of a sheet are devices, and what the others are. Every row that is not blank ends up somewhere."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain, compress, islice
from typing import Final

from planning.core.text import Cell, clean, folded, tokens
from planning.inventory.reading import IgnoredRow
from planning.inventory.recognise.contents import is_money
from planning.inventory.recognise.headings import Heading, read_heading
from planning.inventory.recognise.layouts.among_headings import among_rooms, ends_a_round, heads_a_place
from planning.inventory.recognise.layouts.axes import is_beside
from planning.inventory.recognise.layouts.body import Body, Total, UnclearPlace
from planning.inventory.recognise.layouts.label_ranges import counts_labels, labelled
from planning.inventory.recognise.layouts.lines_above import lines_above
from planning.inventory.recognise.layouts.no_device_rows import IDENTITY, examples, is_left_empty, of_no_device
from planning.inventory.recognise.layouts.other_tables import other_tables
from planning.inventory.recognise.layouts.plan import ListPlan
from planning.inventory.recognise.layouts.sums import kinds_over, total_in
from planning.inventory.recognise.row_notes import SPOKEN_OF
from planning.inventory.recognise.sections import names_school, of_heading, of_sheet_name, stated_in
from planning.inventory.values.claims import Telling, residue, tells_of_state
from planning.inventory.values.devices import kind_named, kinds_named, knows_model, names_model
from planning.inventory.values.lines import read_line
from planning.inventory.values.no_devices import names_no_device
from planning.inventory.values.pages import is_page_mark
from planning.inventory.values.parts_said import numbers_of_devices
from planning.inventory.values.redaction import known_part
from planning.inventory.values.status import read_remark
from planning.inventory.values.totals import is_of_a_bill, is_total, stated_number
from planning.workbooks.cell_errors import ERRORS
from planning.workbooks.grid import Grid
from planning.workbooks.model import Problem

_OF_WHICH: Final = re.compile(r"^\W*(?:waarvan|daarvan|hiervan|of which|of these)\b\W*(?:er |zijn |nu )*")
_NOTE: Final = re.compile(
    r"^(?:nb|n\.b\.|let op|vragen|ps|p\.s\.|opm|opmerking|toelichting|bron|legenda|note|\*|zie\b|z\.o\.z"
    r"|[^\d]*\bniet (?:mee)?(?:geteld|gerekend|genomen)\b|[^\d]*\bnot (?:counted|included)\b"
    r"|(?:voor )?akkoord\b|handtekening|paraaf|getekend|ondergetekende|verklaring\b)"
)
_NOTHING_BOUGHT: Final = re.compile(
    r"(?:(?:dit|in dit|er (?:is|zijn)) (?:jaar |schooljaar )?)?(?:geen|niets?|niks|no|nothing)"
    r"(?: (?:nieuwe?|ict|aankoop|aankopen|aanschaf|aanschaffingen|investeringen?|bestellingen?|gekocht|aangeschaft"
    r"|besteld|geleverd|purchases?|orders?|bought))+\W*"
)
"""A line in the place of devices: in that year there were none."""
_ALONG_WITH: Final = re.compile(r"(?:incl(?:usief|\.)?|excl(?:usief|\.)?|met|zonder|plus|with|without)\b\.?\s|\+\s*")
"""A line of its own that goes on about the row above it: "incl. tas en muis"."""
_NUMBER_ALONE: Final = re.compile(r"(?=(?:\S*\d){2})(?=\S*[A-Za-z])[\w-]{6,24}")
_DIGITS: Final = re.compile(r"\d+")
_REQUEST: Final = re.compile(
    r"\b(?:meld|melden|mail|mailen|bel|bellen|graag|s\.?v\.?p|a\.?u\.?b|aub|altijd|als|indien|wanneer|vragen|contact|zie"
    r"|please|if|report|worden|moeten|mogen|kunnen|gaan|rood|rode|geel|oranje|groen|grijs|kleur|gekleurd|doorgestreept)\b"
)
"""Words of a line about what is to be done, or of what signs in the list mean."""
_NUMBERED: Final = re.compile(r"\b(?:nrs?|nummers?|no)\.? ?\d")
_PARTS_OF_TITLE: Final = re.compile(r"[(),;:]|\s[-–|]\s")
_SENTENCE_WORDS: Final = 5
_ENDS_A_ROUND: Final = {"purchased": ""}
_ENDS_ALL: Final = {"purchased": "", "location": "", "audience": ""}
_SEVERAL_ROOMS: Final = 2
_SEVERAL_BEFORE: Final = 4  # columns left of those that name devices: more are another list
_SHORT: Final = 3  # words
_LABELLED: Final = 2  # cells
_PAIR: Final = 2  # cells


def read_body(plan: ListPlan) -> Body:
    """Sort the rows of a list, unless the layout made and sorted them."""
    if plan.body is not None:
        return plan.body
    rows = plan.grid.rows
    above = rows[: plan.header_rows[0] if plan.header_rows else 0]
    body = Body(above=lines_above(above))
    set_aside = plan.export.set_aside if plan.export else {}
    begun = _begins_above(plan)
    for place in range(plan.first_row):
        if place not in plan.header_rows and any(clean(cell) for cell in rows[place]):
            if begun is not None and place > begun and _counts_devices(rows[place]):
                body.unclear.append(UnclearPlace(plan.grid.row_number(place)))
            else:
                body.ignored.append(_ignored(plan, place, "title"))
    body.ignored += [_ignored(plan, place, "header") for place in plan.header_rows]
    body.ignored += [_ignored(plan, place, why) for place, why in sorted(set_aside.items())]
    regular, odd = _split(plan, rows)
    other = other_tables(plan)
    if other.asked:
        body.unclear += [UnclearPlace(plan.grid.row_number(place)) for place in sorted(other.asked)]
        regular, odd = ([place for place in places if place not in other.asked] for places in (regular, odd))
    regular, odd = _without(plan, body, dict.fromkeys(other.aside, "other_table"), regular, odd)
    regular, odd = _without(plan, body, dict.fromkeys(examples(plan, [*regular, *odd]), "note"), regular, odd)
    if set_aside:
        regular, odd = ([p for p in places if p not in set_aside] for places in (regular, odd))
    sums = kinds_over(plan, sorted((*regular, *odd)))
    body.sections |= {place: {"kind": text} for place, text in sums.items()}
    regular, odd = _without(plan, body, dict.fromkeys(sums, "total"), regular, odd)
    several = [place for place in odd if len(rows[place]) - rows[place].count("") > 1]
    regular, odd = _without(plan, body, of_no_device(plan, [*regular, *several]), regular, odd)
    last_regular = max(regular, default=plan.first_row)
    body.records += regular
    body.problems += _as_above(plan)
    for place in odd:
        _sort_odd(plan, place, body, after_list=place > last_regular)
    body.records.sort()
    _first_section(plan, body)
    _stated_above(plan, body)
    return body


def _as_above(plan: ListPlan) -> list[Problem]:
    """That rows with a serial number only are read as the row above them, said once."""
    if not plan.as_above:
        return []
    row, column = plan.as_above[0], plan.fields["serial"][0]
    values = {"n": str(len(plan.as_above))}
    place = (plan.grid.name, plan.grid.row_number(row), plan.grid.label(column))
    return [Problem(*place, "info", "kind-as-above", known_part(clean(plan.grid.rows[row][column])), values)]


def _without(
    plan: ListPlan, body: Body, found: Mapping[int, str], regular: list[int], odd: list[int]
) -> tuple[list[int], list[int]]:
    """The rows that are left when some are passed over, of which the body says why."""
    if not found:  # nearly always
        return regular, odd
    body.ignored += [_ignored(plan, place, why) for place, why in sorted(found.items())]
    return [place for place in regular if place not in found], [place for place in odd if place not in found]


def _begins_above(plan: ListPlan) -> int | None:
    """Where the headings of a list stand already above those it is read under; None where they do not."""
    own = {text for place in plan.header_rows for cell in plan.grid.rows[place] if (text := clean(cell))}
    above = range(plan.header_rows[0] if plan.header_rows else 0)
    alike = (place for place in above if sum(clean(cell) in own for cell in plan.grid.rows[place]) > 1)
    return next(alike, None)


def _counts_devices(row: Sequence[Cell]) -> bool:
    """A number, and beside it what a device is."""
    counted = any(isinstance(cell, int | float) or (isinstance(cell, str) and cell.isdecimal()) for cell in row)
    return counted and any(isinstance(cell, str) and knows_model(clean(cell)) for cell in row)


def _stated_above(plan: ListPlan, body: Body) -> None:
    """What a heading says stands below it: "Chromebooks (15)" is a total of its rows."""
    for place, says in body.sections.items():
        # A heading of a kind below one of a room is part of that room, and not the other way round.
        inner = says.keys() == {"kind"}
        after = (p for p, other in body.sections.items() if p > place and (inner or says.keys() & other.keys()))
        end = min(after, default=len(plan.grid.rows))
        column, text = next((c, text) for c, cell in enumerate(plan.grid.rows[place]) if (text := clean(cell)))
        stated = stated_in(text)
        if stated is not None:
            body.totals.append(
                Total(
                    row=plan.grid.row_number(place),
                    column=plan.grid.label(column),
                    as_written=known_part(text),
                    stated=stated,
                    below=place,
                    members=frozenset(record for record in body.records if place < record < end),
                )
            )


def _first_section(plan: ListPlan, body: Body) -> None:
    """Right above the headings stands the heading of the first rows, where others like it stand between the rows."""
    above = next((place for place in range(plan.first_row - 1, -1, -1) if place not in plan.header_rows), None)
    if above is None:
        return
    texts = [text for cell in plan.grid.rows[above] if (text := clean(cell))]
    says = of_heading(texts[0]) if len(texts) == 1 else {}
    if not says and len(texts) == 1 and names_school(texts[0]):
        says = {"school": texts[0]}
    only_kind = says.keys() == {"kind"} and "kind" not in plan.fields and not body.sections
    if not set(IDENTITY[:-1]) & plan.fields.keys():  # a list of serial numbers alone
        says = says or (_of_model(texts[0]) if len(texts) == 1 else {})
        only_kind = only_kind or not {"kind", "brand_and_model"}.isdisjoint(says)
    alike = any(says.keys() == {name for name, text in other.items() if text} for other in body.sections.values())
    if only_kind or (says and alike):
        row = plan.grid.row_number(above)
        body.sections[above] = says
        body.ignored = [replace(r, why="section") if r.row == row else r for r in body.ignored]


def _of_model(title: str) -> dict[str, str]:
    """The model that a title names, in a part of its own: "Laptops leerlingen KBS Sint Jozef (Lenovo ThinkPad 11e)"."""
    named = [part.strip() for part in _PARTS_OF_TITLE.split(title) if names_model(part)]
    return {"brand_and_model": named[0]} if len(named) == 1 else {}


def _split(plan: ListPlan, rows: Sequence[Sequence[Cell]]) -> tuple[list[int], list[int]]:
    """Rows that are plainly devices, and rows to look at one by one."""
    identity = [place for name in IDENTITY for place in plan.fields.get(name, ())]
    if not identity:
        return [], [p for p in range(plan.first_row, len(rows)) if any(rows[p])]
    mapped = sum(len(places) for places in plan.fields.values())
    few = 3 if mapped >= 6 else 2 if mapped >= 4 else 1
    suspect = _suspect_texts(plan)
    left = range(min(identity)) if min(identity) < _SEVERAL_BEFORE else ()  # of numbers, that a total goes under
    telling = [*identity, *plan.fields.get("count", ()), *left] if suspect else []
    first = plan.first_row
    looked_at = {
        place
        for column in telling
        if not suspect.isdisjoint(plan.grid.distinct(column, first))
        for place, cell in enumerate(islice(plan.grid.column(column), first, None), start=first)
        if cell in suspect
    }
    places = range(first, len(rows))
    sums_in_words = "count" in plan.fields and few < _PAIR  # a row of two cells may be one
    if not sums_in_words and _is_filled(plan.grid, first, identity, few):
        plain = [place for place in places if place not in looked_at] if looked_at else list(places)
        return plain, sorted(looked_at)
    named = zip(*(islice(plan.grid.column(place), first, None) for place in identity), strict=True)
    nothing = ("",) * len(identity)
    filled = [len(row) - row.count("") for row in islice(rows, first, None)]
    plainly = [cells > few and names != nothing for cells, names in zip(filled, named, strict=True)]
    if looked_at:
        plainly = [plain and place not in looked_at for place, plain in enumerate(plainly, start=first)]
    if "count" in plan.fields:
        # A number and a word that names no device may be the sum of the others: "15 | apparaten".
        pairs = (place for place, cells, plain in zip(places, filled, plainly, strict=True) if plain and cells == _PAIR)
        sums = {place for place in pairs if not any(knows_model(clean(cell)) for cell in rows[place] if cell != "")}
        plainly = [plain and place not in sums for place, plain in enumerate(plainly, start=first)] if sums else plainly
    odd = [place for place, cells, plain in zip(places, filled, plainly, strict=True) if cells and not plain]
    return list(compress(places, plainly)), odd


def _is_filled(grid: Grid, first: int, identity: Sequence[int], few: int) -> bool:
    """All rows say what the device is, and more than a few cells: so many columns are filled from top to bottom."""
    named = [place for place in identity if "" not in grid.distinct(place, first)]
    others = (place for place in range(len(grid.rows[0])) if place not in identity)
    full = chain(named, (place for place in others if "" not in grid.distinct(place, first)))
    return bool(named) and next(islice(full, few, None), None) is not None


def _suspect_texts(plan: ListPlan) -> set[Cell]:
    """Values of the columns that name or count devices which open like a total or repeat a heading."""
    found = _headings_again(plan)
    before = min(column for name in IDENTITY for column in plan.fields.get(name, ()))
    for column in range(before) if before < _SEVERAL_BEFORE else ():
        labels = (cell for cell in plan.grid.distinct(column, plan.first_row) if isinstance(cell, str) and cell)
        found |= {cell for cell in labels if is_total(clean(cell))}
    for name in (*IDENTITY[:-1], "count"):
        for column in plan.fields.get(name, ()):
            distinct = plan.grid.distinct(column, plan.first_row).keys()
            own = plan.headings[column].text
            texts = [cell for cell in distinct if isinstance(cell, str)]
            found |= ERRORS & distinct
            found |= {cell for cell in texts if is_total(clean(cell)) or _OF_WHICH.match(folded(cell))}
            found |= {cell for cell in texts if own and clean(cell) == own}
            found |= {cell for cell in texts if cell and (not cell.strip() or cell.rstrip().endswith(":"))}
    return found


def _headings_again(plan: ListPlan) -> set[Cell]:
    """The headings of the serial numbers where they come again among them."""
    numbers = [(column, plan.grid.distinct(column, plan.first_row)) for column in plan.fields.get("serial", ())]
    rows = [plan.grid.rows[place] for place in plan.header_rows]
    return {row[column] for column, own in numbers for row in rows if row[column] != "" and row[column] in own}


def _sort_odd(plan: ListPlan, place: int, body: Body, *, after_list: bool) -> None:
    row = plan.grid.rows[place]
    cells = [(column, text) for column, cell in enumerate(row) if cell != "" and (text := clean(cell))]
    if not cells:
        return
    if is_left_empty(cells) or (len(cells) == 1 and _NOTHING_BOUGHT.fullmatch(folded(cells[0][1]))):
        body.ignored.append(_ignored(plan, place, "none"))
        return
    only_errors = all(text in ERRORS for _, text in cells)
    ignore = "errors" if only_errors else _ignored_as(plan, cells, after_list=after_list)
    total = total_in(plan, body, place, cells)
    part = _part(plan, body, place, cells)
    if part:
        body.parts.append(part)
        body.ignored.append(_ignored(plan, place, "part"))
    elif total:
        body.totals.append(total)
    elif len(cells) == 1 and body.records and (along := _ALONG_WITH.match(folded(cells[0][1]))):
        rest = cells[0][1][along.end() :]
        if not names_no_device(rest) and (kinds_named(rest) - {"other"} or knows_model(rest)):
            body.unclear.append(UnclearPlace(plan.grid.row_number(place)))
        else:
            body.ignored.append(_ignored(plan, place, "note"))
    elif len(cells) == 1 and (after_list or ignore == "note") and _tells_of_devices(cells[0][1]):
        body.unclear.append(UnclearPlace(plan.grid.row_number(place)))
    elif ignore:
        body.ignored.append(_ignored(plan, place, ignore))
        if ignore == "section":
            says = among_rooms(body, of_heading(cells[0][1]))
            body.sections[place] = {**_ENDS_A_ROUND, **says} if ends_a_round(body, says) else says
    elif len(cells) == 1 and (device := _heads_devices(plan, cells[0][1])):
        body.ignored.append(_ignored(plan, place, "section"))
        body.sections[place] = device
    elif _repeats_a_title(plan, cells):
        body.ignored.append(_ignored(plan, place, "title"))
    elif _is_of_another_table(cells):
        body.ignored.append(_ignored(plan, place, "other_table"))
    elif _is_of_a_bill(plan, row, cells):
        body.ignored.append(_ignored(plan, place, "no_device"))
    elif _is_of_a_form(cells):
        body.ignored.append(_ignored(plan, place, "note"))
    elif len(cells) == 1 and _heads_a_school(plan, place, cells[0][1]):
        body.ignored.append(_ignored(plan, place, "section"))
        body.sections[place] = {**_ENDS_ALL, "school": cells[0][1]}
    elif len(cells) == 1 and _heads_again(plan, place) and not _heads_a_state(plan, cells[0][1]):
        body.ignored.append(_ignored(plan, place, "section"))
        body.sections[place] = _ENDS_ALL
    elif len(cells) == 1 and of_heading(cells[0][1]).keys() == {"kind"} and _is_form(plan):
        body.ignored.append(_ignored(plan, place, "none"))  # printed beforehand, and left blank
    elif _names_a_device(plan, cells):
        body.records.append(place)
    elif (bought := _bought_in(cells)) and not _names_a_device(plan, cells):
        body.ignored.append(_ignored(plan, place, "section"))
        body.sections[place] = {"purchased": bought}
    elif _is_labelled(plan, cells) and any("purchased" in says for says in body.sections.values()):
        body.ignored.append(_ignored(plan, place, "section"))
        body.sections[place] = _ENDS_A_ROUND
    elif len(cells) == 1 and heads_a_place(body, cells[0][1]):
        body.ignored.append(_ignored(plan, place, "section"))
        body.sections[place] = {"location": cells[0][1]}
    elif len(cells) == 1 and _heads_a_state(plan, cells[0][1]):
        # Whatever it says holds for what stands below it, and the year above it no longer does.
        body.ignored.append(_ignored(plan, place, "section"))
        body.sections[place] = {**_ENDS_A_ROUND, "status": cells[0][1]}
    elif len(cells) == 1 and _heads_nothing(body, place, cells[0][1]):
        body.ignored.append(_ignored(plan, place, "section"))
    else:
        body.unclear.append(UnclearPlace(plan.grid.row_number(place)))
        if len(cells) == 1 or _is_labelled(plan, cells):
            # It may head what stands below: the year above it no longer holds until somebody says so.
            body.sections[place] = _ENDS_A_ROUND if knows_model(cells[0][1]) else _ENDS_ALL


def _repeats_a_title(plan: ListPlan, cells: Sequence[tuple[int, str]]) -> bool:
    """What stands over the list comes again on its next page: "Computerlijst | blz 2 van 3"."""
    above = plan.grid.rows[: plan.header_rows[0] if plan.header_rows else 0]
    titles = {text for row in above for cell in row if (text := clean(cell))}
    said = {text for _, text in cells}
    pages = {_DIGITS.sub("", text) for text in titles}
    return len(cells) > 1 and not said.isdisjoint(titles) and all(_DIGITS.sub("", text) in pages for text in said)


def _is_of_another_table(cells: Sequence[tuple[int, str]]) -> bool:
    """It opens with what no list of devices is asked, and names none; "16 t/m 20" may be the labels of some."""
    first = cells[0][1]
    return is_beside(first) and not labelled(first, bare=True) and not any(knows_model(text) for _, text in cells)


def _heads_nothing(body: Body, place: int, text: str) -> bool:
    """A line of a few words that name no device, no number and no state, where nothing said before it still holds."""
    in_force = any(says and any(says.values()) for row, says in body.sections.items() if row < place)
    left = residue(text)
    plain = not (left.tells or left.hints or left.doubts or knows_model(text) or any(map(str.isdigit, text)))
    return plain and not in_force and len(tokens(text)) <= _SHORT


def _heads_devices(plan: ListPlan, text: str) -> Mapping[str, str]:
    """In a list of serial numbers alone a line that names a model says what stands below it, and when it was bought."""
    if "serial" not in plan.fields or any(name in plan.fields for name in IDENTITY[:-1]) or not names_model(text):
        return {}
    lots = read_line(text).lots
    if len(lots) != 1 or lots[0].sure:
        return {}
    return {"brand_and_model": lots[0].device, "purchased": lots[0].purchased, "location": "", "audience": ""}


def _is_of_a_bill(plan: ListPlan, row: Sequence[Cell], cells: Sequence[tuple[int, str]]) -> bool:
    """A line of money alone, outside what names devices: "btw 21% | 2.736,22", "Korting | -50"."""
    named = {column for name in IDENTITY for column in plan.fields.get(name, ())}
    texts = [(column, text) for column, text in cells if isinstance(row[column], str) and not is_money(text)]
    if not len(cells) > len(texts) == 1:
        return False
    column, text = texts[0]
    return is_of_a_bill(text) or (column not in named and names_no_device(text))


def _is_of_a_form(cells: Sequence[tuple[int, str]]) -> bool:
    """Labels to sign beside: "Akkoord directie: | ja | Paraaf:"."""
    return any(text.endswith(":") for _, text in cells) and not any(knows_model(text) for _, text in cells)


def _heads_again(plan: ListPlan, place: int) -> bool:
    """Right below it the headings come again."""
    return place + 1 < len(plan.grid.rows) and _are_headings(plan, plan.grid.rows[place + 1])


def _is_form(plan: ListPlan) -> bool:
    """Its headings come again over each of its parts, as in a form that schools fill in."""
    return sum(_are_headings(plan, row) for row in plan.grid.rows[plan.first_row :]) >= _SEVERAL_ROOMS


def _are_headings(plan: ListPlan, row: Sequence[Cell]) -> bool:
    again = sum(cell != "" and clean(cell) == plan.headings[column].text for column, cell in enumerate(row))
    return again > 1 and again == len(row) - row.count("")


def _bought_in(cells: Sequence[tuple[int, str]]) -> str:
    """ "ORDER 18-004 | factuurdatum 12 april 2018": the day is that of all devices below; "" where no such row."""
    if len(cells) != _LABELLED or any(knows_model(text) for _, text in cells):
        return ""
    found = {says["purchased"] for _, text in cells if "purchased" in (says := of_sheet_name(text))}
    return found.pop() if len(found) == 1 else ""


def _is_labelled(plan: ListPlan, cells: Sequence[tuple[int, str]]) -> bool:
    """A label and its text, of which no cell is a number: "ORDER 18-005 | nog niet gefactureerd"."""
    named = {place for name in IDENTITY for place in plan.fields.get(name, ())}
    return len(cells) == _LABELLED and not any(
        text.isdigit() or (c in named and knows_model(text)) for c, text in cells
    )


def _heads_a_school(plan: ListPlan, place: int, text: str) -> bool:
    """A name alone over headings that come again: "De Vuurtoren" over each of its lists."""
    return _heads_again(plan, place) and names_school(text)


def _part(plan: ListPlan, body: Body, place: int, cells: Sequence[tuple[int, str]]) -> tuple[int, int, str] | None:
    """A line that counts some of the lot above it: "waarvan defect | 2"."""
    said = next((_OF_WHICH.sub("", folded(text)) for _, text in cells if _OF_WHICH.match(folded(text))), None)
    number = next((n for c, text in cells if c in plan.fields.get("count", ()) and (n := stated_number(text))), None)
    above = max((record for record in body.records if record < place), default=None)
    return None if said is None or number is None or above is None else (above, number, said)


def _heads_a_state(plan: ListPlan, text: str) -> bool:
    """A line that may say how the devices below it do: "Bij de firma"."""
    names = not knows_model(text) or "kind" not in plan.fields
    return names and len(tokens(text)) < _SENTENCE_WORDS and tells_of_state(text) is not Telling.NOTHING


def _ignored(plan: ListPlan, place: int, why: str) -> IgnoredRow:
    return IgnoredRow(plan.grid.name, plan.grid.row_number(place), why)


def _ignored_as(plan: ListPlan, cells: Sequence[tuple[int, str]], *, after_list: bool) -> str | None:
    """header, section or note where the row is one of them."""
    same = sum(_is_its_heading(plan.headings[column], text) for column, text in cells if column in plan.headings)
    if len(cells) >= 2 and same == len(cells) and any(plan.headings[c].field for c, _ in cells):
        return "header"
    if len(cells) > 1:
        return None
    text = cells[0][1]
    if _is_number_alone(plan, *cells[0]):
        return None
    says = of_heading(text)
    if (
        _NOTE.match(folded(text)) or is_page_mark(text)
    ) and "status" not in says:  # "Nog aanwezig (niet meegenomen)" heads devices
        return "note"
    said = tokens(text)
    # Where the list has a column of kinds, "chromebook" alone is a row somebody did not finish.
    if says and not (says.keys() == {"kind"} and "kind" in plan.fields):
        return "note" if after_list else "section"
    if after_list and len(said) >= _SENTENCE_WORDS and names_no_device(text):
        return "note"  # "opladers liggen in de tas van de gymdocent"
    if after_list and len(said) > _SENTENCE_WORDS and not numbers_of_devices(text) and not _names_lots(text):
        return "note"  # "alle laptops hebben een nieuwe accu gehad in 2017"
    if after_list and _REQUEST.search(folded(text)) and not any(map(str.isdigit, text)):
        return "note"  # "Oude laptops gaan in de zomer weg"
    if knows_model(text):
        return "note" if len(said) > _SENTENCE_WORDS and text.rstrip().endswith((".", "!", "?")) else None
    return "note" if after_list or len(said) >= _SENTENCE_WORDS else None


def _tells_of_devices(note: str) -> bool:
    """A remark says of some devices that they are out of use, and of which the list does not show."""
    low = folded(note)
    if note.startswith(SPOKEN_OF) or _REQUEST.search(low):
        return False
    remark = read_remark(low)
    out_of_use = remark.part or (remark.status not in (None, "in_use", "ordered") and not remark.doubt)
    return bool(out_of_use) and bool(kinds_named(low) or remark.part or _NUMBERED.search(low))


def _names_lots(text: str) -> bool:
    return any(lot.sure for lot in read_line(text).lots)


def _is_its_heading(heading: Heading, text: str) -> bool:
    """The heading of a column stands in it again, in its own words or in others for the same."""
    return folded(text) == folded(heading.text) or read_heading(text).field == heading.field


def _is_number_alone(plan: ListPlan, column: int, text: str) -> bool:
    """A serial number with nothing beside it, in a list that has no column of what devices are: that stands over it."""
    told = any(name in plan.fields for name in IDENTITY[:-1])
    return not told and column in plan.fields.get("serial", ()) and bool(_NUMBER_ALONE.fullmatch(text))


def _names_a_device(plan: ListPlan, cells: Sequence[tuple[int, str]]) -> bool:
    identity = {place: name for name in IDENTITY for place in plan.fields.get(name, ())}
    names = [(identity[column], text) for column, text in cells if column in identity]
    if not names:
        # In a list of numbers alone what counts is a device too: "16 t/m 20", of which nobody wrote down the numbers.
        told = any(name in plan.fields for name in IDENTITY[:-1])
        counts = plan.fields.get("count", ())
        return not told and any(column in counts and counts_labels(text) for column, text in cells)
    if len(cells) == 1:
        own = plan.empty_count_is_one is False and knows_model(cells[0][1])
        return own or _is_number_alone(plan, *cells[0])
    return any(name == "serial" or knows_model(text) or kind_named(text) for name, text in names) or len(cells) > 2
