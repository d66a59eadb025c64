"""The inventory in force as a filled template: to be corrected in Excel and handed in again, or handed in as it is."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd
from openpyxl.styles import Alignment

from planning.core.translation import gettext as _
from planning.inventory.words.messages import audience_name, field_name, kind_name, status_name
from planning.inventory.write.template import HEADER_ROW, HEADINGS, template_workbook
from planning.workbooks.writing import BODY_FONT, set_text, style_header, to_bytes


def fill_template(lots: pd.DataFrame, school_id: str, school_name: str, counted_on: date) -> bytes:
    """The template of a school with a row for every lot, named after the day it was counted; read again it is the same.

    Nothing is left to what an empty cell means: what is not known is said to be unknown.
    """
    workbook = template_workbook(school_id, school_name, counted_on)
    sheet = workbook.active
    vat = _vat_of(lots)
    for column, heading in enumerate(HEADINGS, start=1):
        if heading.field == "price" and vat != "included":
            title = _("Price each (excl. VAT)") if vat == "excluded" else _("Price each")
            set_text(sheet.cell(HEADER_ROW, column), title)
    extra = [name for name in ("last_seen", "repairs") if lots[name].notna().any()]
    for column, name in enumerate(extra, start=len(HEADINGS) + 1):
        set_text(sheet.cell(HEADER_ROW, column), field_name(name).capitalize())
        style_header(sheet.cell(HEADER_ROW, column))
    for row, lot in enumerate(lots.to_dict("records"), start=HEADER_ROW + 1):
        for column, name in enumerate(extra, start=len(HEADINGS) + 1):
            value = lot[name]
            sheet.cell(row, column).value = value.isoformat() if isinstance(value, date) else value
        for column, heading in enumerate(HEADINGS, start=1):
            value = _cell(heading.field, lot, vat)
            cell = sheet.cell(row, column)
            cell.font, cell.number_format = BODY_FONT, heading.number_format
            if isinstance(value, str):
                set_text(cell, value)
                cell.alignment = Alignment(horizontal="left", indent=1)  # apart from the figure before it
            elif value is not None:
                cell.value = value
                cell.alignment = Alignment(horizontal="right")
    return to_bytes(workbook)


def _cell(field: str, lot: Mapping[Any, Any], vat: str) -> str | int | float | None:
    """What a cell of the template says of a lot."""
    if field == "kind":
        return kind_name(lot["kind"])
    if field == "status":
        return status_name(lot["status"])
    if field == "audience":
        return audience_name(lot["audience"])
    if field == "purchased":
        return _period(lot["purchased_precision"], lot["purchased_earliest"], lot["purchased_latest"])
    if field == "price":
        return _price(lot["price_cents"], lot["price_vat"], vat)
    if field == "support_until":  # what our own table says of a model is looked up anew
        return lot["support_until"].isoformat() if lot["support_source"] == "list" and lot["support_until"] else None
    if field == "count":
        return int(lot["count"])
    return None if field == "note" else lot[field]


def _period(precision: str, first: date | None, last: date | None) -> str | None:
    """Years first: day and month cannot be taken for each other, whatever language the headings have."""
    if first is None or last is None:
        return None
    return {
        "day": first.isoformat(),
        "month": f"{first:%Y-%m}",
        "year": f"{first:%Y}",
        "school_year": f"{first:%Y}-{last:%Y}",
    }[precision]


def _vat_of(lots: pd.DataFrame) -> str:
    """What the heading says of VAT for every price; where they differ each cell says it, as far as it is known."""
    said = set(lots.loc[lots["price_cents"].notna(), "price_vat"])
    return said.pop() if len(said) == 1 else "unknown" if said else "included"


def _price(cents: int | None, vat: str, heading: str) -> float | str | None:
    if cents is None or vat in (heading, "unknown"):
        return None if cents is None else cents / 100
    said = _("incl. VAT") if vat == "included" else _("excl. VAT")
    return f"{cents // 100},{cents % 100:02} {said}"
