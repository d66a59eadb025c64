"""The devices of one sheet, column by column, with what each row leaves open.

Each distinct value is understood once, whatever the number of rows; only rows with something to ask are looked at one
by one.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any, Final

from planning.core.text import clean, tokens
from planning.inventory.guidance import Guidance
from planning.inventory.read.distinct import mapped
from planning.inventory.read.findings import SERIAL_COLUMN, SERIAL_ROW, TOTAL_CENTS, DraftFleet, Finding
from planning.inventory.read.kind_questions import EACH
from planning.inventory.read.marks import Meaning, answered, colour_issue, colour_of, read_looks, voices_of
from planning.inventory.read.prices import price_columns
from planning.inventory.read.purchases import purchase_columns
from planning.inventory.read.record_cells import RecordCells
from planning.inventory.read.sheet_draft import Columns, SheetDraft
from planning.inventory.read.usage import read_usage
from planning.inventory.read.usage_model import Question, Rests, Texts
from planning.inventory.read.voices import Voice
from planning.inventory.reading import DEVICE_COLUMNS
from planning.inventory.recognise.contents import says_nothing
from planning.inventory.recognise.layouts.body import Body
from planning.inventory.recognise.layouts.plan import ListPlan
from planning.inventory.recognise.sections import school_titled, state_titled
from planning.inventory.values.beside import device_in, rest_of_audience, rest_of_device, rest_of_place, serial_and_rest
from planning.inventory.values.claims import state_spelled
from planning.inventory.values.counts import Count, are_tallies, read_count
from planning.inventory.values.dates import read_ends, read_purchases
from planning.inventory.values.devices import (
    Description,
    Device,
    brand_in_remark,
    brand_named,
    identify,
    is_kind_word,
    kind_named,
    kinds_named,
    knows_model,
    names_model,
)
from planning.inventory.values.issue import DROPPED, Change, Issue, Option
from planning.inventory.values.leaving import ABSENT, of_the_device, says
from planning.inventory.values.lines import read_line
from planning.inventory.values.no_dates import stands_for_none
from planning.inventory.values.parts_said import count_said
from planning.inventory.values.people import place_without_names, without_addresses, without_people
from planning.inventory.values.periods import NO_PERIOD
from planning.inventory.values.places import level_of
from planning.inventory.values.redaction import known_part
from planning.inventory.values.serials import odd_serials, unread_serial
from planning.inventory.values.status import conflict_options, read_remark
from planning.inventory.values.support import supports_of
from planning.inventory.values.totals import stated_number
from planning.workbooks.cell_errors import ERRORS
from planning.workbooks.model import Choice, Problem

Names = tuple[str, str, str, str, str]
"""The kind, brand, model, brand and model of a row as written, and the kind that stands over it."""
ERROR_CODES: Final = dict.fromkeys(("kind", "brand", "model", "brand_and_model"), "kind-error") | {
    "serial": "serial-error", "purchased": "date-error", "price": "price-error", "status": "status-error",
    "audience": "audience-error", "location": "place-error",
    "support_until": "support-error", "system": "system-error",
    "last_seen": "last-seen-error", "repairs": "repairs-error", "note": "note-error",
}  # fmt: skip
"""By field what is said of cells that hold an error."""
_ERRORS_ASKED: Final = ERROR_CODES.keys() - {"audience", "location", "system", "last_seen", "repairs", "note"}
_OF_VALUES: Final = ("serial", "purchased", "price")
"""Fields whose cells hold no words; where one does, it may say how the device does."""
_LEFT_BEFORE_BOUGHT: Final = Issue("status-left-before-bought", "must", options=conflict_options("disposed", "in_use"))


def draft_devices(plan: ListPlan, body: Body, guidance: Guidance, legend: Mapping[str, Meaning]) -> DraftFleet:
    """Read the rows of a list that are devices. `legend`: what colours stand for, as marks.read_legend."""
    sheet = SheetDraft(RecordCells(plan, body), guidance, legend, above=body.above, below=body.below, noted=body.noted)
    for read in _READERS:
        sheet.columns |= read(sheet)
    columns = {name: sheet.columns[name] for name in (*DEVICE_COLUMNS, TOTAL_CENTS, SERIAL_ROW, SERIAL_COLUMN)}
    return DraftFleet(columns, sheet.findings)


def _errors(sheet: SheetDraft) -> Columns:
    """Cells in which the spreadsheet gives an error are read as empty; asked once for a column that matters."""
    for name, records in sheet.cells.errors.items():
        code = ERROR_CODES[name]
        row = sheet.plan.grid.rows[sheet.cells.records[records[0]]]
        written = next(str(row[place]) for place in sheet.plan.fields[name] if row[place] in ERRORS)
        options = (Option(Choice("error_as_empty")),) if name in _ERRORS_ASKED else ()
        issue = Issue(code, "must" if options else "info", {"n": str(len(records))}, options)
        sheet.find(records[0], name, issue, written)
    return {}


def _rows(sheet: SheetDraft) -> Columns:
    names = [sheet.plan.grid.name] * len(sheet.cells)
    return {"sheet": names, "row": sheet.cells.excel_rows, "column": sheet.cells.own_columns()}


def _devices(sheet: SheetDraft) -> Columns:
    under = sheet.cells.inherited("kind") or [""] * len(sheet.cells)
    kinds, brands, models, both = map(sheet.cells.texts, ("kind", "brand", "model", "brand_and_model"))
    if named_over := sheet.cells.inherited("brand_and_model"):
        told = map(any, zip(brands, models, both, strict=True))
        both = [own if one else over for own, over, one in zip(both, named_over, told, strict=True)]
    rows = list(zip(kinds, brands, models, both, under, strict=True))
    names, known = _identified(sheet, rows)
    if any(one.issue and one.issue.code == "kind-unknown" for one in known) and any(beside := _kinds_beside(sheet)):
        rows = [(one[0] or over, *one[1:]) for one, over in zip(rows, beside, strict=True)]
        names, known = _identified(sheet, rows)
    name_of = list(map({row: place for place, row in enumerate(names)}.__getitem__, rows))
    _kinds_by_title(sheet, names, known)
    devices = list(map(known.__getitem__, name_of))
    name = sheet.plan.named_in
    # Names in what describes a device were cut; where, is said.
    named = {place for place, row in enumerate(names) if any(without_people(text) != text for text in row[:4])}
    for record, place in enumerate(name_of) if named else ():
        if place in named:
            sheet.find(record, name, Issue("name-cut", "info"), "")
    sheet.find_issues(name, devices, known, lambda record: without_people(" ".join(filter(None, rows[record][:4]))))
    _beside_names(sheet, names, name_of)
    sheet.descriptions = names

    def of_each(values: list[Any]) -> list[Any]:
        return list(map(values.__getitem__, name_of))

    return {
        "kind": of_each([device.kind for device in known]),
        "brand": _with_noted_brands(sheet, of_each([device.brand for device in known])),
        "model": of_each([device.model for device in known]),
        "model_as_written": of_each([device.model_as_written for device in known]),
        "description": of_each(names),
        "device": devices,
    }


def _identified(sheet: SheetDraft, rows: Sequence[Names]) -> tuple[list[Names], list[Device]]:
    """What the rows write of their devices, each once, and what is understood of it."""
    names = list(dict.fromkeys(rows))
    aliases = sheet.guidance.aliases
    return names, [identify(Description(*row[:4], kind_named(row[4])), aliases) for row in names]


def _kinds_beside(sheet: SheetDraft) -> list[str]:
    """A word for a kind in a column read for nothing else, as "Beeldschermen" among the numbers of computers."""
    plan = sheet.plan
    if "kind" in plan.fields or plan.export or plan.grid.origins or len(sheet.cells) > _FEW_ROWS:
        return []
    read = {place for places in plan.fields.values() for place in places} | {*plan.people, *plan.gone, *plan.parts}
    free = [p for p, one in plan.headings.items() if p not in read and one.field != "names_people"]
    columns = [[text if is_kind_word(text) else "" for text in map(clean, sheet.cells.column(p))] for p in free]
    return [next(filter(None, texts), "") for texts in zip(*columns, strict=True)]


def _with_noted_brands(sheet: SheetDraft, brands: list[str | None]) -> list[str | None]:
    """Makes that only a remark names; that is said."""
    if None not in brands or not sheet.cells.has("note"):
        return brands
    noted = mapped(brand_in_remark, sheet.cells.texts("note"))
    for record, (own, told) in enumerate(zip(brands, noted, strict=True)):
        if own is None and told is not None:
            sheet.find(record, "note", Issue("brand-from-remark", "info", {"brand": told}), "")
    return [own or told for own, told in zip(brands, noted, strict=True)]


def _kinds_by_title(sheet: SheetDraft, names: Sequence[tuple[str, ...]], known: list[Device]) -> None:
    """Where nothing nearer says what devices are, a title that names one kind does; that is said."""
    open_places = [n for n, one in enumerate(known) if one.issue and one.issue.code == "kind-unknown"]
    unnamed = bool(open_places) and not any(any(names[place][:4]) for place in open_places)
    if unnamed and (model := _titled_model(sheet.above)):
        for place in open_places:
            known[place] = identify(Description(both=model), sheet.guidance.aliases)
        kind = known[open_places[0]].kind
        sheet.mention("kind-from-title", {"kind": kind, "n": str(len(sheet.cells))})
        return
    titled = {kind for line in sheet.above if len(tokens(line)) <= _LONGEST_TITLE for kind in kinds_named(line)}
    if not open_places or len(titled) != 1:
        return
    kind = titled.pop()
    for place in open_places:
        own_kind, brand, model, both = names[place][:4]
        known[place] = identify(Description(own_kind, brand, model, both, kind), sheet.guidance.aliases)
    sheet.mention("kind-from-title", {"kind": kind, "n": str(len(open_places))})


def _titled_model(lines: Sequence[str]) -> str:
    """The device a title names where no column does: "Wie heeft welke chromebook (Lenovo 100e)"; "" without one."""
    found = {device_in(line) for line in lines if len(tokens(line)) <= _LONGEST_NAMING and names_model(line)}
    return found.pop() if len(found) == 1 else ""


def _beside_names(sheet: SheetDraft, names: Sequence[tuple[str, ...]], name_of: Sequence[int]) -> None:
    """What the columns that say what a device is say besides. A kind beside its model has no words of a model."""
    name = sheet.plan.named_in
    apart = name != "kind"
    known = [apart and kind_named(row[0]) is not None for row in names]
    rests = [
        rest_of_device(" ".join(filter(None, row[1:4] if one else row[:4])))
        for row, one in zip(names, known, strict=True)
    ]
    kinds = [rest_of_device(row[0]) if one else ("", "") for row, one in zip(names, known, strict=True)]
    makes = _rests_of_makes([row[1] for row in names])
    if any(makes):
        sheet.beside.append(Rests("brand", [makes[place] for place in name_of]))
    for which, strict in ((0, True), (1, False)):
        if any(rest[which] for rest in rests):
            sheet.beside.append(Rests(name, [rests[place][which] for place in name_of], strict=strict))
    if any(map(any, kinds)):
        sheet.beside.append(Rests("kind", [", ".join(filter(None, kinds[place])) for place in name_of]))


def _rests_of_makes(texts: Sequence[str]) -> list[str]:
    """What stands in small letters behind a make, in a column of makes that stand alone: "HP bolt op"."""
    if not any(text and brand_named(text) == (text, "") for text in texts):
        return [""] * len(texts)
    rests = [brand_named(text)[1] for text in texts]
    return [rest if rest.islower() and not knows_model(rest) else "" for rest in rests]


def _serials(sheet: SheetDraft) -> Columns:
    cells = sheet.cells.cells("serial")
    odd = odd_serials(cells)
    apart = [cell for cell, own in odd.items() if (own is None or own is not cell or " " in own) and cell != ""]
    split = {cell: serial_and_rest(cell) for cell in apart}
    if any(rest for _, rest in split.values()):
        odd |= {cell: serial for cell, (serial, _) in split.items()}
        sheet.beside.append(Rests("serial", [split[cell][1] if cell in split else "" for cell in cells]))
    serials: list[Any] = [odd.get(cell, cell) for cell in cells] if odd else cells
    lost = {}
    if None in serials:
        unread = dict.fromkeys(cell for cell, serial in zip(cells, serials, strict=True) if serial is None)
        lost = {cell: why for cell in unread if (why := unread_serial(cell))}
    for code in sorted(set(lost.values())):
        records = [record for record, cell in enumerate(cells) if lost.get(cell) == code]
        issue = Issue(code, "info", {"n": str(len(records))})
        sheet.find(records[0], "serial", issue, known_part(clean(cells[records[0]])))
    rows, letters = sheet.cells.excel_cells("serial")
    return {"serial": serials, SERIAL_ROW: rows, SERIAL_COLUMN: letters}


def _counts(sheet: SheetDraft) -> Columns:
    """Devices of every row, and what its count says besides: "8 (1 defect)"."""
    if not sheet.cells.has("count"):
        return {"count": _counts_in_remarks(sheet), "in_count": []}
    in_marks = are_tallies(dict.fromkeys(sheet.cells.cells("count")))
    counts = sheet.read("count", partial(read_count, empty_is_one=sheet.plan.empty_count_is_one, in_marks=in_marks))
    counts = _of_stock(sheet, _held_in_words(sheet, counts))
    _ask_of_moments(sheet)
    return {"count": [count.devices for count in counts], "in_count": [count.remark for count in counts]}


def _counts_in_remarks(sheet: SheetDraft) -> list[int]:
    """One device in each row of a list without counts, but where a remark counts them: "4 stuks!". That is said."""
    if not sheet.cells.has("note"):
        return [1] * len(sheet.cells)
    serials = sheet.columns["serial"]
    counts = mapped(count_said, sheet.cells.texts("note"))
    found = [1 if said is None or serials[record] else said for record, said in enumerate(counts)]
    for record in (record for record, count in enumerate(found) if count > 1):
        written = known_part(sheet.cells.texts("note")[record])
        sheet.find(record, "note", Issue("count-computed", "info", {"count": str(found[record])}), written)
    return found


def _of_stock(sheet: SheetDraft, counts: list[Count]) -> list[Count]:
    """Where what came and went does not come to the number there is now, a person says which holds."""
    stock = sheet.plan.stock
    for record, row in enumerate(sheet.cells.records) if stock else ():
        expected = stock.expected(sheet.plan.grid.rows[row]) if stock else 0
        stated = counts[record].devices
        if expected != stated and counts[record].issue is None:
            options = [Option(Choice("leave_out"), {DROPPED: True})]
            options += [Option(Choice(f"count_{n}", {"n": str(n)}), {"count": n}) for n in (stated, expected) if n > 0]
            written = known_part(clean(sheet.cells.cells("count")[record]))
            sheet.find(record, "count", Issue("count-unclear", "must", options=tuple(options)), written)
    return counts


def _ask_of_moments(sheet: SheetDraft) -> None:
    """Under "aug 2015" and "aug 2016" may stand how many there were then, or how many were bought: asked once."""
    days = sheet.plan.moments
    if not days:
        return
    last = sheet.plan.headings[max(days, key=days.__getitem__)].text
    columns = [[stated_number(cell) or 0 for cell in sheet.cells.column(place)] for place in days]
    together: dict[int, Change] = {r: {"count": sum(row)} for r, row in enumerate(zip(*columns, strict=True))}
    options = (
        Option(Choice("moments_last", {"last": last}), {EACH: dict.fromkeys(together, _NO_CHANGE)}),
        Option(Choice("moments_all"), {EACH: together}),
    )
    choices = tuple(option.choice for option in options)
    values = {"n": str(len(days)), "last": last}
    problem = Problem(sheet.plan.grid.name, None, None, "must", "sheet-moments", "", values, choices)
    sheet.findings.append(Finding(problem, None, options))


def _held_in_words(sheet: SheetDraft, counts: list[Count]) -> list[Count]:
    """A description that says how many there are beside a count of 1: "laptopkar met 15 chromebooks". Asked."""
    if sheet.plan.body is not None:
        return counts  # such a layout read the descriptions itself
    names = {
        row for row in sheet.descriptions if any(c.isdigit() for c in " ".join(row)) and _HOLDS.search(" ".join(row))
    }
    held = {row: n for row in names if (n := _devices_in(" ".join(row)))}
    found = list(counts)
    for record, row in enumerate(sheet.columns["description"]) if held else ():
        if row in held and counts[record].devices == 1 and sheet.columns["kind"][record] != "charging_cart":
            n = held[row]
            options = tuple(Option(Choice(f"count_{k}", {"n": str(k)}), {"count": k}) for k in (n, 1))
            sheet.find(
                record,
                "count",
                Issue("count-in-words", "must", {"n": str(n)}, options),
                known_part(" ".join(filter(None, row))),
            )
            found[record] = replace(counts[record], devices=n)
    return found


def _devices_in(text: str) -> int:
    lots = [lot for lot in read_line(text).lots if lot.sure and lot.count.isdigit() and int(lot.count) > 1]
    return int(lots[0].count) if len(lots) == 1 else 0


def _usage(sheet: SheetDraft) -> Columns:
    places = sheet.cells.places()
    audience = sheet.cells.texts("audience")
    sheet.beside.append(Rests("location", mapped(rest_of_place, places)))
    sheet.beside.append(Rests("audience", mapped(rest_of_audience, audience)))
    texts = Texts(
        names=sheet.columns["description"],
        descriptions=sheet.descriptions,
        status=_states_spelled(sheet, sheet.cells.texts("status")),
        over=sheet.cells.inherited("status") or _over_all(sheet),
        audience=audience,
        places=places,
        notes=_notes(sheet),
        people=sheet.cells.people(),
        counts=sheet.columns["count"],
        in_counts=sheet.columns["in_count"],
        elsewhere={name: words for name in (*_OF_VALUES, "audience") if (words := sheet.cells.words(name))},
        gone=[_gone(sheet, place, state) for place, state in sheet.plan.gone.items()],
        bought=sheet.columns["purchased_earliest"],
        priced=(sheet.columns["price_cents"], sheet.columns[TOTAL_CENTS]),
        above=sheet.above,
        odd_names=sheet.cells.odd_among_names() if sheet.plan.people else (),
        grown_ups=sheet.cells.of_grown_ups() if sheet.plan.people else (),
        parts=[
            *((state, _numbers(sheet, place)) for place, state in sheet.plan.parts.items()),
            *_parts_below(sheet),
        ],
        beside=[beside for beside in sheet.beside if any(beside.rests)],
    )
    voices, whose = _look(sheet) if sheet.plan.grid.marks else ({}, {})
    usage = read_usage(sheet.plan, texts, voices, whose)
    for record, name, issue, written in usage.issues:
        sheet.find(record, name, issue, written)
    for question in usage.questions:
        sheet.ask_once(question)
    _ask_of_the_books(sheet)
    _ask_of_leaving(sheet)
    return {"status": usage.status, "audience": usage.audience, "place": places}


def _states_spelled(sheet: SheetDraft, status: Sequence[str]) -> Sequence[str]:
    """The column of states with slips put right, which is told at the first row of each."""
    meant = {text: better for text in dict.fromkeys(status) if (better := state_spelled(text))}
    for text, better in meant.items():
        sheet.find(status.index(text), "status", Issue("status-read-as", "info", {"read": better}), known_part(text))
    return [meant.get(text, text) for text in status] if meant else status


def _notes(sheet: SheetDraft) -> list[str]:
    """The remarks; in a list of what came and went without those on what is counted there as gone."""
    notes, stock = sheet.cells.texts("note"), sheet.plan.stock
    if sheet.plan.lends:
        notes = mapped(of_the_device, notes)
    if stock is None:
        return notes
    rows = [sheet.plan.grid.rows[row] for row in sheet.cells.records]
    return ["" if stock.gone(row) and _says_gone(text) else text for row, text in zip(rows, notes, strict=True)]


def _says_gone(text: str) -> bool:
    remark = read_remark(text)
    return (remark.part_status or remark.status) in ("disposed", "missing")


def _titles(sheet: SheetDraft) -> Sequence[str]:
    """The lines that stand alone over a list, and not beside it as a legend does."""
    grid, heads = sheet.plan.grid, sheet.plan.header_rows
    if grid.origins or not heads:
        return sheet.above
    first = next((place for place, cell in enumerate(grid.rows[heads[0]]) if cell != ""), 0)
    lines = []
    for row in range(heads[0]):
        filled = [place for place, cell in enumerate(grid.rows[row]) if cell != ""]
        coloured = any(grid.marks.get((row + grid.top, place + grid.left)) for place in filled)
        if len(filled) == 1 and filled[0] <= first and not coloured:
            lines.append(clean(grid.rows[row][filled[0]]))
    return lines


def _over_all(sheet: SheetDraft) -> list[str]:
    """The state that a title gives all devices of a list: "Reserve (kast)"; empty where none does."""
    said = state_titled(_titles(sheet))
    return [said] * len(sheet.cells) if said else []


def _ask_of_the_books(sheet: SheetDraft) -> None:
    """Written off is not gone: asked once for all devices of which a column says so."""
    place = sheet.plan.written_off
    if place is None:
        return
    off = [r for r, cell in enumerate(sheet.cells.column(place)) if cell != "" and says(cell) is not False]
    off = [record for record in off if sheet.columns["count"][record]]
    if not off:
        return
    gone = {record: {"status": "disposed"} for record in off}
    options = (Option(Choice("books_only")), Option(Choice("status_disposed", {"status": "disposed"}), {EACH: gone}))
    row, column = sheet.plan.grid.cell(sheet.cells.records[off[0]], place)
    choices = tuple(option.choice for option in options)
    values = {"header": sheet.plan.headings[place].text, "n": str(len(off))}
    problem = Problem(sheet.plan.grid.name, row, column, "must", "status-written-off", "", values, choices)
    sheet.findings.append(Finding(problem, None, options))
    for record in off[1:]:
        sheet.find(record, "status", Issue("status-as-row", "info", {"row": str(row)}), "")


def _gone(sheet: SheetDraft, place: int, state: str) -> list[str]:
    """Per record the status its cell in a column like "Datum afvoer" gives; "" where it says no, or a day to come."""
    cells = sheet.cells.column(place)
    if state == ABSENT:
        return ["missing" if says(cell) is False else "" for cell in cells]
    days = read_purchases(cells, dutch=sheet.plan.dutch, as_of=sheet.guidance.counted_on)
    left = {cell: says(cell) or (says(cell) is None and days[cell].period.earliest is not None) for cell in days}
    return [state if left[cell] else "" for cell in cells]


def _ask_of_leaving(sheet: SheetDraft) -> None:
    """A device that left before it was bought: one of the two days is wrong, and so is perhaps that it left."""
    bought = sheet.columns["purchased_earliest"]
    for place, state in sheet.plan.gone.items():
        if state == "disposed":
            cells = sheet.cells.column(place)
            days = read_purchases(cells, dutch=sheet.plan.dutch, as_of=sheet.guidance.counted_on)
            for record, cell in enumerate(cells):
                left = days[cell].period.latest
                if left and bought[record] and left < bought[record]:
                    sheet.find(record, "status", _LEFT_BEFORE_BOUGHT, "")


def _parts_below(sheet: SheetDraft) -> Iterator[tuple[str, list[int]]]:
    """Lines below a lot that say of how many of it something holds: "waarvan defect | 2"."""
    records = {row: record for record, row in enumerate(sheet.cells.records)} if sheet.cells.parts_below else {}
    for row, number, said in sheet.cells.parts_below:
        remark = read_remark(said)
        if remark.status == "in_use":
            continue
        numbers = [0] * len(records)
        numbers[records[row]] = number
        yield (remark.status or "" if remark.whole else ""), numbers


def _numbers(sheet: SheetDraft, place: int) -> list[int]:
    return [int(text) if (text := clean(cell)).isdecimal() else 0 for cell in sheet.cells.column(place)]


def _look(sheet: SheetDraft) -> tuple[dict[int, list[Voice]], dict[int, Voice]]:
    """What fills and strike-through say; of a colour without a legend is asked once, at the first cell of it."""
    plan, records = sheet.plan, sheet.cells.records
    read_from = sorted({place for places in plan.fields.values() for place in places})
    looks = read_looks(plan.grid, records, read_from, sheet.legend)
    name = "status" if sheet.cells.has("status") else next(iter(plan.fields), "")
    for fill, coloured in looks.unexplained.items():
        devices = sum(sheet.columns["count"][record] for record in coloured)
        question = sheet.find(coloured[0], name, colour_issue(fill, devices), "")
        meaning = answered(sheet.guidance.answer_to(question))
        for record in coloured:
            looks.meanings[record] = meaning
        row = str(plan.grid.row_number(records[coloured[0]]))
        for record in coloured[1:]:
            sheet.find(record, name, Issue("colour-as-row", "info", {"row": row, "colour": colour_of(fill)}), "")
    return voices_of(looks)


def _locations(sheet: SheetDraft) -> Columns:
    places = sheet.columns["place"]
    kept = {place: place_without_names(place) or None for place in dict.fromkeys(places)}
    cut = {place for place, rest in kept.items() if (rest or "") != place}
    for record, place in enumerate(places) if cut else ():
        if place in cut:
            sheet.find(record, "location", Issue("name-cut", "info"), kept[place] or "")
    level = partial(level_of, group_heading=sheet.plan.group_heading)
    return {"location": list(map(kept.__getitem__, places)), "level": mapped(level, places)}


def _schools(sheet: SheetDraft) -> Columns:
    """A school is written once above or beside its devices, so that an empty cell is the one above it; an export writes
    it in every row."""
    if not sheet.cells.has("school"):
        titled = school_titled(sheet.above) or ""
        over = sheet.cells.inherited("school") or [titled] * len(sheet.cells)
        return {"school": mapped(lambda name: without_addresses(name) or None, over)}
    units, heading = sheet.plan.units, sheet.plan.heading("school")
    texts = sheet.cells.texts("school")
    if units:
        if units.is_code and heading:
            sheet.mention("school-from-code", {"header": heading.text, "schools": ", ".join(units.schools)})
        return {"school": mapped(units.school_of, texts)}
    names = mapped(without_addresses, texts)
    if sheet.plan.export:
        return {"school": [name or None for name in names]}
    found: list[str | None] = []
    current: str | None = None
    for name in names:
        current = name or current
        found.append(current)
    return {"school": found}


def _support(sheet: SheetDraft) -> Columns:
    """What the list says goes first; the table says the rest."""
    devices = sheet.columns["device"]
    stated: list[date | None] = [None] * len(devices)
    if sheet.cells.has("support_until"):
        cells = sheet.cells.cells("support_until")
        ends = read_ends(cells, dutch=sheet.plan.dutch, as_of=sheet.guidance.counted_on)
        stated = [end.last_day for end in sheet.read("support_until", ends.__getitem__)]
    found = supports_of(devices, sheet.cells.texts("system"), sheet.guidance.counted_on)
    return {
        "support_until": [day or support.until for day, support in zip(stated, found, strict=True)],
        "support_source": ["list" if day else support.source for day, support in zip(stated, found, strict=True)],
    }


def _sightings(sheet: SheetDraft) -> Columns:
    """What a management system keeps of a device's life; a cell that says neither a day nor a number is told."""
    if not sheet.cells.has("last_seen") and not sheet.cells.has("repairs"):
        return {name: [None] * len(sheet.cells) for name in ("last_seen", "repairs")}
    seen, repairs = sheet.cells.cells("last_seen"), sheet.cells.cells("repairs")
    days = read_purchases(seen, dutch=sheet.plan.dutch, as_of=sheet.guidance.counted_on) if any(seen) else {}
    told = {cell: day.period.latest for cell, day in days.items() if day.period.precision == "day"}
    counted = {
        cell: int(text) for cell in dict.fromkeys(repairs) if (text := clean(cell)).isdecimal() and len(text) < 4
    }
    for name, cells, known in (("last_seen", seen, told), ("repairs", repairs, counted)):
        said = (cell for cell in dict.fromkeys(cells) if cell not in known and tokens(clean(cell)))
        unclear = {cell for cell in said if not stands_for_none(cell)}
        for record in (place for place, cell in enumerate(cells) if cell in unclear) if unclear else ():
            sheet.find(record, name, _SIGHTING_UNCLEAR, known_part(clean(cells[record])))
    return {"last_seen": list(map(told.get, seen)), "repairs": list(map(counted.get, repairs))}


def _guessed_columns(sheet: SheetDraft) -> Columns:
    """Columns that were read for what stands in them, under a heading nobody knows: asked once of each."""
    for name in sheet.plan.unsure:
        cells = sheet.cells.cells(name)
        records = tuple(r for r, cell in enumerate(cells) if not says_nothing(cell) and sheet.columns["count"][r])
        heading = sheet.plan.heading(name)
        if not records or heading is None:
            continue
        options = (
            Option(Choice("value_stands"), {EACH: dict.fromkeys(records, _NO_CHANGE)}),
            Option(Choice("value_unknown"), {EACH: dict.fromkeys(records, _WITHOUT[name])}),
        )
        values = {"header": heading.text, "field": name, "n": str(len(records))}
        issue = Issue(_GUESSED[name], "must", values, options)
        sheet.ask_once(Question(name, records, issue, known_part(clean(cells[records[0]])), each=True))
    return {}


_GUESSED: Final = {
    "purchased": "purchase-column", "price": "price-column", "location": "location-column", "brand": "brand-column",
    "audience": "audience-column",
}  # fmt: skip
_NO_CHANGE: Final[Change] = {}
_WITHOUT: Final[Mapping[str, Change]] = {
    "purchased": NO_PERIOD.change(), "price": {"price_cents": None}, "location": {"location": None},
    "brand": {"brand": None}, "audience": {"audience": "unknown"},
}  # fmt: skip
"""By field what a device is without a column that was guessed wrongly."""
_HOLDS: Final = re.compile(r"\b(?:met|bevat|with|vol)\b", re.IGNORECASE)
"""What stands in a description that holds devices; all others are not taken apart."""
_FEW_ROWS: Final = 1000
_LONGEST_TITLE: Final = 8  # words
_LONGEST_NAMING: Final = 14  # words, where nothing else names the devices
_SIGHTING_UNCLEAR: Final = Issue("sighting-unclear", "info")
_READERS: Final[tuple[Callable[[SheetDraft], Columns], ...]] = (
    _errors, _rows, _devices, _serials, _counts, purchase_columns, price_columns, _usage, _locations, _schools,
    _support, _sightings, _guessed_columns,
)  # fmt: skip
"""Each gives some of reading.DEVICE_COLUMNS, or what one after it needs, from the columns before it."""
