"""A coordinator's list as a file: the product's template filled in, a workbook of their own, or a csv."""

import csv
import random
from collections.abc import Sequence
from datetime import date
from io import StringIO
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from data.examples.maker.habits import Habit
from data.examples.maker.lots import PUPIL_KINDS, Lot
from data.examples.maker.notation import month_name, written_day, written_price, written_purchase
from planning.inventory.write.template import HEADER_ROW, HEADINGS, template_words, template_workbook
from planning.workbooks.writing import set_text, to_bytes

VAT: Final = 1.21
FIRST_NAMES: Final = (
    "Fenna", "Milan", "Sofie", "Daan", "Lieke", "Tijn", "Noor", "Bram", "Jasmijn", "Pim", "Roos", "Gijs", "Evi",
)  # fmt: skip


def inventory_file(habit: Habit, school_id: str, school: str, day: date, lots: Sequence[Lot]) -> bytes:
    """The file a coordinator with this habit hands in on `day`."""
    if habit.template:
        return _filled_template(habit, school_id, school, lots)
    rows = [[_value(what, lot, number, habit) for what, _ in habit.columns] for number, lot in enumerate(lots, start=1)]
    if any(what == "person" for what, _ in habit.columns):
        _name_people(habit, school_id, rows, lots)
    if habit.file.endswith(".csv"):
        return _csv(habit, rows)
    return _workbook(habit, school, day, rows, sum(lot.count for lot in lots))


def file_name(habit: Habit, school: str, day: date) -> str:
    """As its coordinator would call it."""
    return habit.file.format(school=school, month=month_name(day), year=day.year)


def _filled_template(habit: Habit, school_id: str, school: str, lots: Sequence[Lot]) -> bytes:
    workbook = template_workbook(school_id, school)
    sheet = workbook.worksheets[0]
    words = template_words()
    for row, lot in enumerate(lots, start=HEADER_ROW + 1):
        bought = written_purchase(lot.bought, habit.dates)
        values = {
            "kind": words["kind"][lot.kind],
            "brand": lot.brand,
            "model": lot.model,
            "serial": lot.serial,
            "count": None if habit.by_device else lot.count,
            # The template's date column is text: what is typed stays as typed.
            "purchased": None
            if lot.bought == "?"
            else written_day(bought)
            if isinstance(bought, date)
            else str(bought),
            "price": lot.price,
            "status": words["status"][lot.status],
            "audience": words["audience"][lot.audience],
            "location": lot.place,
            "support_until": written_day(lot.support_until) if lot.support_until else None,
        }
        for number, heading in enumerate(HEADINGS, start=1):
            _put(sheet, row, number, values.get(heading.field), heading.number_format)
    return _saved(workbook)


def _workbook(habit: Habit, school: str, day: date, rows: list[list[Any]], total: int) -> bytes:
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = habit.sheet
    texts = {"school": school, "day": written_day(day), "month": month_name(day), "year": day.year}
    for row, title in enumerate(habit.titles, start=1):
        if title:
            set_text(sheet.cell(row, 1), title.format(**texts))
    if habit.titles:
        sheet["A1"].font = Font(name="Calibri", size=14, bold=True)
    header_row = len(habit.titles) + 1
    for number, (what, heading) in enumerate(habit.columns, start=1):
        cell = sheet.cell(header_row, number)
        set_text(cell, heading)
        cell.font = Font(name="Calibri", bold=True)
        if habit.fill:
            cell.fill = PatternFill("solid", fgColor=habit.fill)
        widest = max(len(str(row[number - 1] or "")) for row in rows)
        sheet.column_dimensions[get_column_letter(number)].width = max(len(heading), min(widest, 40)) + 3
        for row, values in enumerate(rows, start=header_row + 1):
            _put(sheet, row, number, values[number - 1], "DD-MM-YYYY" if what == "purchased" else "General")
    if habit.total:
        _write_total(sheet, habit, header_row + len(rows) + 2, total)
    for name in habit.extra_sheets:
        set_text(workbook.create_sheet(name)["A1"], "Bestellen: oortjes, een hoes voor de kar, nieuwe stickers.")
    return _saved(workbook)


def _write_total(sheet: Worksheet, habit: Habit, row: int, total: int) -> None:
    """Lots: a number under the counts with its word beside it. Devices: word and number in the first cell."""
    wanted = [what for what, _ in habit.columns]
    if "count" in wanted:
        set_text(sheet.cell(row, wanted.index("item") + 1), habit.total)
        sheet.cell(row, wanted.index("count") + 1).value = total
    else:
        set_text(sheet.cell(row, 1), f"{habit.total} {total}")


def _csv(habit: Habit, rows: list[list[Any]]) -> bytes:
    """Semicolons and Windows line ends, as a Dutch Excel writes it."""
    text = StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([heading for _, heading in habit.columns])
    for row in rows:
        writer.writerow([f"{cell:%d-%m-%Y}" if isinstance(cell, date) else cell for cell in row])
    return text.getvalue().encode(habit.encoding)


def _value(what: str, lot: Lot, number: int, habit: Habit) -> Any:
    """What this coordinator writes about `lot` under one heading."""
    values = {
        "nr": number,
        "kind": habit.kinds[lot.kind],
        "brand": lot.brand,
        "model": lot.model,
        "item": f"{lot.brand} {lot.model}",
        "serial": lot.serial,
        "count": lot.count,
        "purchased": written_purchase(lot.bought, habit.dates),
        "price": None if lot.price is None else written_price(lot.price, habit.prices),
        "price_ex": None if lot.price is None else written_price(round(lot.price / VAT, 2), habit.prices),
        "status": habit.statuses[lot.status] or None,
        "audience": habit.audiences[lot.audience],
        "location": lot.place,
        "support_until": written_day(lot.support_until) if lot.support_until else None,
        "person": None,
    }
    return values[what]


def _name_people(habit: Habit, school_id: str, rows: list[list[Any]], lots: Sequence[Lot]) -> None:
    """Invented first names in a part of the rows, to show that such a column is left out."""
    place = [what for what, _ in habit.columns].index("person")
    dice = random.Random(f"people {school_id}")  # noqa: S311 - invented data
    for row, lot in zip(rows, lots, strict=True):
        if lot.kind in PUPIL_KINDS and lot.audience == "pupils" and dice.random() < 0.4:
            row[place] = dice.choice(FIRST_NAMES)


def _put(sheet: Worksheet, row: int, column: int, value: Any, number_format: str) -> None:
    if value is None:
        return
    cell = sheet.cell(row, column)
    if isinstance(value, str):
        set_text(cell, value)
    else:
        cell.value = value
    if number_format != "General" and (not isinstance(value, int) or number_format != "DD-MM-YYYY"):
        cell.number_format = number_format


def _saved(workbook: Workbook) -> bytes:
    workbook.properties.creator = "ICT-coördinator"
    return to_bytes(workbook)
