"""When the devices of a sheet were bought: by its dates, or else by its title or the years in its descriptions."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Final

from planning.core.text import Cell, clean
from planning.inventory.read.distinct import looked_up, mapped
from planning.inventory.read.kind_questions import EACH
from planning.inventory.read.noted_purchases import bought_by_notes
from planning.inventory.read.sheet_draft import Columns, SheetDraft
from planning.inventory.read.titled_purchases import (
    bought_by_makes,
    bought_by_title,
    dated_beside,
    moments_of,
    year_of_list,
)
from planning.inventory.read.usage_model import Question, Rests
from planning.inventory.recognise.sections import without_purchase
from planning.inventory.values.ages import asks_how_old, bought_at, read_age, years_back
from planning.inventory.values.beside import date_and_rest
from planning.inventory.values.date_text import month_alone
from planning.inventory.values.dates import (
    PurchaseDate,
    evening_issue,
    in_its_year,
    one_order,
    order_answered,
    order_issue,
    read_purchases,
)
from planning.inventory.values.devices import year_beside
from planning.inventory.values.issue import Change, Issue, Option
from planning.inventory.values.named_days import day_in
from planning.inventory.values.no_dates import stands_for_none
from planning.inventory.values.periods import NO_PERIOD, year
from planning.inventory.values.redaction import known_part
from planning.workbooks.model import Choice

_YEAR: Final = re.compile(r"\b20[0-4]\d\b")
_NO_CHANGE: Final[Change] = {}


def purchase_columns(sheet: SheetDraft) -> Columns:
    """What is written of the purchase, and the period it stands for; doubts are asked."""
    n = len(sheet.cells)
    cells = _in_year_of_list(sheet, _counted_back(sheet, sheet.cells.cells("purchased")))
    export = sheet.plan.export
    if not sheet.cells.has("purchased") and sheet.plan.ages is not None and not all(cells):
        return _bought_by_age(sheet, sheet.plan.ages)
    titled = bought_by_title(sheet.above) or (dated_beside(sheet.above) if sheet.plan.grid.beside else "")
    noted = _bought_by_notes(sheet, cells)
    if any(noted):
        cells = [cell or when for cell, when in zip(cells, noted, strict=True)]
    elif not sheet.cells.has("purchased") and not all(cells) and titled:
        sheet.mention("purchase-from-title", {"period": titled})
        cells = [cell or titled for cell in cells]
    elif not sheet.cells.has("purchased") and not any(cells) and (moments := bought_by_makes(sheet.above)):
        sheet.mention("purchase-from-title", {"period": ", ".join(when for _, when in moments)})
        cells = list(moments_of(moments, sheet.columns))
    elif not sheet.cells.has("purchased") and not any(cells):
        years = mapped(lambda row: year_beside(" ".join(filter(None, row[:4]))), sheet.columns["description"])
        if any(years):
            return _bought_in_described_year(sheet, years)
        sheet.mention("export-without-purchase" if export else "no-purchase-column")
        return {
            "purchased_as_written": [None] * n,
            "purchased_precision": ["unknown"] * n,
            "purchased_earliest": [None] * n,
            "purchased_latest": [None] * n,
        }
    evening = sheet.guidance.said_once("date-midnight")
    read = partial(read_purchases, cells, dutch=sheet.plan.dutch, as_of=sheet.guidance.counted_on, evening=evening)
    if export and export.age_from:
        sheet.mention("age-from-another-date", {"header": export.age_from})
        table = {cell: in_its_year(bought) for cell, bought in read().items()}
    else:
        table = _in_order(sheet, read(), cells, read)
    _ask_for_evenings(sheet, table, cells)
    _tell_of_no_dates(sheet, cells)
    table = _with_words_apart(sheet, table, cells)
    purchases = looked_up(table, cells)
    written = {cell: known_part(purchase.as_written or "") or None for cell, purchase in table.items()}
    sheet.find_issues("purchased", purchases, table.values(), lambda record: written[cells[record]] or "")
    periods = {cell: purchase.period for cell, purchase in table.items()}
    return {
        "purchased_as_written": looked_up(written, cells),
        "purchased_precision": looked_up({cell: period.precision for cell, period in periods.items()}, cells),
        "purchased_earliest": looked_up({cell: period.earliest for cell, period in periods.items()}, cells),
        "purchased_latest": looked_up({cell: period.latest for cell, period in periods.items()}, cells),
    }


def _counted_back(sheet: SheetDraft, cells: list[Cell]) -> list[Cell]:
    """ "Vorig jaar" as the year it was on the day the list says it is of; as it stands where it says none."""
    told = {cell: cell for cell in dict.fromkeys(cells) if isinstance(cell, str) and years_back(cell, date.max)}
    lines = (*sheet.above, *sheet.below)
    day = _day_of_ages("", lines, sheet.guidance.file_name, sheet.guidance.counted_on or date.max) if told else None
    if day is None:
        return cells
    sheet.mention("purchase-counted-back", {"said": clean(next(iter(told))), "day": day.isoformat()})
    return [years_back(cell, day) or cell if cell in told else cell for cell in cells]


def _in_year_of_list(sheet: SheetDraft, cells: list[Cell]) -> list[Cell]:
    """Months and days without a year in the year that the sheet is of: "mei" on "2015"; untouched where it is none."""
    without = {cell: month for cell in dict.fromkeys(cells) if (month := month_alone(cell))}
    said = year_of_list(sheet.plan.grid.name, sheet.above) if without else ""
    year_said = read_purchases([said])[said].period if said else NO_PERIOD
    if not year_said.earliest or year_said.precision not in ("year", "school_year"):
        return cells
    first = year_said.earliest
    told = {cell: f"{clean(cell)} {first.year + (month < first.month)}" for cell, month in without.items()}
    sheet.mention("purchase-in-year-of-list", {"period": said})
    return [told.get(cell, cell) for cell in cells]


def _bought_by_notes(sheet: SheetDraft, cells: Sequence[Cell]) -> list[str]:
    """By record when it was bought by a line around the list that names its kind; said."""
    moments = bought_by_notes(sheet.noted)
    by_kind = moments_of(moments, sheet.columns) if moments else [""] * len(cells)
    noted = ["" if cell != "" else when for cell, when in zip(cells, by_kind, strict=True)]
    if any(noted):
        code = "purchase-from-title" if set(sheet.noted) <= set(sheet.above) else "purchase-from-note"
        sheet.mention(code, {"period": ", ".join(filter(None, dict.fromkeys(noted)))})
    return noted


def _tell_of_no_dates(sheet: SheetDraft, cells: Sequence[Cell]) -> None:
    """That some dates are what a program writes where it has none, said once."""
    none = {cell for cell in dict.fromkeys(cells) if stands_for_none(cell)}
    rows = [record for record, cell in enumerate(cells) if cell in none] if none else []
    if rows:
        written = clean(cells[rows[0]])
        sheet.find(rows[0], "purchased", Issue("dates-stand-for-none", "info", {"n": str(len(rows))}), written)


def _bought_by_age(sheet: SheetDraft, place: int) -> Columns:
    """How old devices are tells when they were bought, from the day the list says; without one a person is asked."""
    cells, heading = sheet.cells.column(place), sheet.plan.headings[place].text
    today = sheet.guidance.counted_on
    stated = _day_of_ages(heading, sheet.above, sheet.guidance.file_name, today or date.max)
    day = stated or today
    ages = {cell: read_age(cell) for cell in dict.fromkeys(cells)}
    periods = {cell: (bought_at(age, day) if age and day else None) or NO_PERIOD for cell, age in ages.items()}
    told = [record for record, cell in enumerate(cells) if periods[cell].earliest]
    values = {"header": heading, "day": day.isoformat() if day else "", "n": str(len(told))}
    if told and stated:
        sheet.mention("purchase-from-age", values)
    elif told:
        options = (
            Option(Choice("value_stands"), {EACH: dict.fromkeys(told, _NO_CHANGE)}),
            Option(Choice("value_unknown"), {EACH: dict.fromkeys(told, NO_PERIOD.change())}),
        )
        issue = Issue("purchase-age-day", "must", values, options)
        sheet.ask_once(Question("purchased", tuple(told), issue, known_part(clean(cells[told[0]])), each=True))
    for record, cell in enumerate(cells):
        if not periods[cell].earliest:
            sheet.find(record, "purchased", Issue("purchase-unknown", "info"), known_part(clean(cell)))
    bought = [periods[cell] for cell in cells]
    return {
        "purchased_as_written": [known_part(clean(cell)) or None for cell in cells],
        "purchased_precision": [period.precision for period in bought],
        "purchased_earliest": [period.earliest for period in bought],
        "purchased_latest": [period.latest for period in bought],
    }


def _day_of_ages(heading: str, above: Sequence[str], file_name: str, today: date) -> date | None:
    """The day on which devices are so old: in the heading, in a line above the list, or in the file's name.

    A year alone, in the heading or a line on their age, is its last day.
    """
    texts = (heading, *above, file_name)
    if day := next((found for text in texts if (found := day_in(without_purchase(text), today))), None):
        return day
    years = (_YEAR.search(text) for text in texts if asks_how_old(text))
    return next((date(int(found.group()), 12, 31) for found in years if found), None)


def _with_words_apart(
    sheet: SheetDraft, table: dict[Cell, PurchaseDate], cells: Sequence[Cell]
) -> dict[Cell, PurchaseDate]:
    """Dates with words behind them: "2017, nu kapot" is a year and what happened since."""
    unclear = [cell for cell, bought in table.items() if bought.issue and bought.issue.code == "date-unclear"]
    if not unclear:
        return table
    read = partial(read_purchases, dutch=sheet.plan.dutch, as_of=sheet.guidance.counted_on)
    found = {cell: split for cell in unclear if (split := date_and_rest(cell, read))}
    if found:
        sheet.beside.append(Rests("purchased", [found[cell][1] if cell in found else "" for cell in cells]))
    return table | {cell: bought for cell, (bought, _) in found.items()}


def _bought_in_described_year(sheet: SheetDraft, years: Sequence[int | None]) -> Columns:
    """Years in the words that name the devices, where nothing else says when they were bought: asked once."""
    periods = [(year(one) if one else None) or NO_PERIOD for one in years]
    bought = {record: period for record, period in enumerate(periods) if period.earliest}
    options = (
        Option(Choice("years_bought"), {EACH: {record: period.change() for record, period in bought.items()}}),
        Option(Choice("unknown"), {EACH: dict.fromkeys(bought, NO_PERIOD.change())}),
    )
    first = next(iter(bought))
    issue = Issue("purchase-in-words", "must", {"n": str(len(bought))}, options)
    sheet.find(first, sheet.plan.named_in, issue, str(years[first]))
    return {
        "purchased_as_written": [str(one) if one else None for one in years],
        "purchased_precision": [period.precision for period in periods],
        "purchased_earliest": [period.earliest for period in periods],
        "purchased_latest": [period.latest for period in periods],
    }


def _in_order(
    sheet: SheetDraft,
    table: dict[Cell, PurchaseDate],
    cells: Sequence[Cell],
    read: Callable[..., dict[Cell, PurchaseDate]],
) -> dict[Cell, PurchaseDate]:
    """Dates that can be read two ways are asked about once; the rows only say so."""
    open_cells = {cell for cell, bought in table.items() if bought.issue and bought.issue.code == "date-ambiguous"}
    rows = [record for record, cell in enumerate(cells) if cell in open_cells] if open_cells else []
    if len(rows) < 2 or not one_order(cells):
        return table
    first = table[cells[rows[0]]]
    assert first.issue
    sheet.find(rows[0], "purchased", order_issue(first.issue, len(rows)), first.as_written or "")
    order = order_answered(sheet.guidance.said_once("date-order"))
    if order:
        return read(order=order)
    told = {cell: Issue("date-ambiguous", "info", issue.values) for cell in open_cells if (issue := table[cell].issue)}
    return {cell: replace(bought, issue=told.get(cell, bought.issue)) for cell, bought in table.items()}


def _ask_for_evenings(sheet: SheetDraft, table: Mapping[Cell, PurchaseDate], cells: Sequence[Cell]) -> None:
    """Dates of which nobody can tell whether they are midnight of the day after are asked about once."""
    open_cells = {cell for cell, bought in table.items() if bought.issue and bought.issue.code == "date-evening"}
    rows = [record for record, cell in enumerate(cells) if cell in open_cells] if open_cells else []
    if rows:
        sheet.find(rows[0], "purchased", evening_issue(table[cells[rows[0]]].as_written or "", len(rows)), "")
