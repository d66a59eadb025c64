"""From an approved round to orders, and the order list that goes to a supplier. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.styles import Border, Font, Side
from openpyxl.worksheet.worksheet import Worksheet

from planning.core.notation import day
from planning.core.text import name_key
from planning.core.translation import gettext as _
from planning.rounds.board_plan import BoardPlan
from planning.rounds.model import Order
from planning.workbooks.writing import (
    BODY_FONT,
    EURO_CENTS,
    INK,
    LINE,
    WHOLE,
    print_on_a4,
    set_text,
    sheet_title,
    style_header,
    to_bytes,
    write_title,
)

WIDTHS: Final = (9, 30, 18, 16, 26, 10, 14, 16, 14, 12, 14)
BOLD: Final = Font(name="Calibri", size=11, bold=True, color=INK)


@dataclass(frozen=True)
class OrderLine:
    """One line of an order list."""

    school_id: str
    school: str
    place: str
    kind: str
    supplier: str
    count: int
    price_cents: int
    ordered_on: date | None  # None: not ordered yet
    ledger: str = ""
    cost_centre: str = ""

    @property
    def cents(self) -> int:
        """What the line costs."""
        return self.count * self.price_cents


def to_order(plan_version: int, plan: BoardPlan, round_id: int, orders: Iterable[Order], on: date) -> list[Order]:
    """What a round of an approved plan buys and is not ordered yet, as orders of this day."""
    ordered: Counter[tuple[str, str]] = Counter()
    for order in orders:
        if order.round_id == round_id:
            ordered[order.school_id, order.kind] += order.due
    found = []
    for purchase in plan.of_round(round_id):
        left = purchase.count - ordered[purchase.school_id, purchase.kind]
        if left > 0:
            found.append(
                Order(0, plan_version, round_id, purchase.school_id, purchase.kind, "", left, purchase.price_cents, on)
            )
    return found


def order_list(lines: Sequence[OrderLine], kind_names: Mapping[str, str], *, title: str, facts: Sequence[str]) -> bytes:
    """The order list as Excel: a lot for each supplier and kind, its schools with their addresses, sums and a total.

    Amounts are figures, not formulas, so that every program and every reader shows the same.
    """
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = sheet_title(_("Order list"))
    sheet.sheet_view.showGridLines = False
    row = header = write_title(sheet, title, facts)
    headings = (
        _("BRIN"), _("School"), _("Place"), _("Kind"), _("Supplier"), _("Devices"), _("Price of one"), _("Amount"),
        _("Ordered on"), _("Ledger code"), _("Cost centre"),
    )  # fmt: skip
    for column, heading in enumerate(headings, 1):
        set_text(sheet.cell(row, column), heading)
        style_header(sheet.cell(row, column))
        sheet.column_dimensions[sheet.cell(row, column).column_letter].width = WIDTHS[column - 1]
    lots: dict[tuple[str, str], list[OrderLine]] = {}
    for line in sorted(
        lines, key=lambda line: (name_key(line.supplier), line.kind, name_key(line.school), line.school_id)
    ):
        lots.setdefault((line.supplier, line.kind), []).append(line)
    for (supplier, kind), lot in lots.items():
        for line in lot:
            row += 1
            ordered = day(line.ordered_on) if line.ordered_on else _("not yet")
            texts = (line.school_id, line.school, line.place, kind_names.get(kind, kind), supplier or "–")
            figures = line.count, line.price_cents / 100, line.cents / 100
            _write(sheet, row, (*texts, *figures, ordered, line.ledger, line.cost_centre), BODY_FONT)
        row += 1
        name = _("Sum of {kind}").format(kind=kind_names.get(kind, kind))
        _write_sum(sheet, row, name, supplier, lot)
        row += 1  # a blank one between lots
    _write_sum(sheet, row + 1, _("Total"), "", lines)
    sheet.freeze_panes = f"A{header + 1}"
    print_on_a4(sheet, header)
    return to_bytes(workbook)


def _write_sum(sheet: Worksheet, row: int, name: str, supplier: str, lines: Sequence[OrderLine]) -> None:
    values = (
        "",
        name,
        "",
        "",
        supplier,
        sum(line.count for line in lines),
        None,
        sum(x.cents for x in lines) / 100,
        "",
    )
    _write(sheet, row, values, BOLD)
    for cell in sheet[row]:
        cell.border = Border(top=Side("thin", color=LINE))


def _write(sheet: Worksheet, row: int, values: Sequence[Any], font: Font) -> None:
    formats = {6: WHOLE, 7: EURO_CENTS, 8: EURO_CENTS}
    for column, value in enumerate(values, 1):
        cell = sheet.cell(row, column)
        cell.font = font
        if isinstance(value, str):
            set_text(cell, value)
        elif value is not None:
            cell.value = value
            cell.number_format = formats[column]
