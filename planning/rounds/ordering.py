"""From an approved round to orders, and the order list that goes to a supplier. Pure."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import pandas as pd

from planning.core.boards import Board
from planning.core.text import name_key
from planning.core.translation import gettext as _
from planning.rounds.board_plan import BoardPlan
from planning.rounds.model import Order
from planning.workbooks.board_table import board_excel
from planning.workbooks.writing import EURO_CENTS


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


def order_list(
    lines: Sequence[OrderLine], kind_names: Mapping[str, str], board: Board, as_of: date, about: Sequence[str] = ()
) -> bytes:
    """The order list as Excel: a lot for each supplier and kind, its schools with their addresses, sums and a total.

    Amounts are figures, not formulas, so that every program and every reader shows the same.
    """
    lots: dict[tuple[str, str], list[OrderLine]] = {}
    for line in sorted(
        lines, key=lambda line: (name_key(line.supplier), line.kind, name_key(line.school), line.school_id)
    ):
        lots.setdefault((line.supplier, line.kind), []).append(line)
    rows: list[dict[str, object]] = []
    sums = []
    for (supplier, kind), lot in lots.items():
        rows += [_row(line, kind_names.get(kind, kind)) for line in lot]
        sums.append(len(rows))
        rows.append(_sum(_("Sum of {kind}").format(kind=kind_names.get(kind, kind)), supplier, lot))
    sums.append(len(rows))
    rows.append(_sum(_("Total"), "", lines))
    formats: dict[Hashable, str] = {_("Price of one"): EURO_CENTS, _("Amount"): EURO_CENTS}
    about = [*about, _("Prices of one, VAT included")]
    table = pd.DataFrame(rows, columns=list(_row(_NOTHING, "")), dtype=object)
    return board_excel(board, as_of, table, _("Order list"), about=about, formats=formats, sums=sums)


_NOTHING: Final = OrderLine("", "", "", "", "", 0, 0, None)


def _row(line: OrderLine, kind: str) -> dict[str, object]:
    return {
        _("BRIN"): line.school_id,
        _("School"): line.school,
        _("Place"): line.place,
        _("Kind"): kind,
        _("Supplier"): line.supplier or "–",
        _("Devices"): line.count,
        _("Price of one"): line.price_cents / 100,
        _("Amount"): line.cents / 100,
        _("Ordered on"): line.ordered_on or _("not yet"),
        _("Ledger code"): line.ledger,
        _("Cost centre"): line.cost_centre,
    }


def _sum(name: str, supplier: str, lines: Sequence[OrderLine]) -> dict[str, object]:
    amount = sum(line.cents for line in lines) / 100
    count = sum(line.count for line in lines)
    return {_("School"): name, _("Supplier"): supplier, _("Devices"): count, _("Amount"): amount}
