"""A table of a board as a workbook: on top whose it is, of what and of which day, where it comes from, what counts."""

from collections.abc import Collection, Hashable, Mapping
from datetime import date

import pandas as pd

from planning.core.boards import Board
from planning.core.notation import day
from planning.core.translation import gettext as _
from planning.workbooks.writing import table_to_excel


def board_excel(
    board: Board,
    as_of: date,
    table: pd.DataFrame,
    what: str,
    *,
    sheet: str = "",
    of: str = "",
    about: Collection[str] = (),
    formats: Mapping[Hashable, str] | None = None,
    sums: Collection[int] = (),
) -> bytes:
    """The workbook of a table that says `what`, on a sheet of that name or of its own.

    `of`: whose it is, where that is not the board that hands it out. `about`: what else is to be known of its figures.
    `formats` and `sums` as in `table_to_excel`.
    """
    title = f"{of or board.name} – {what}"
    facts = facts_of(board, as_of, *about)
    return table_to_excel(table, sheet=sheet or what, title=title, facts=facts, formats=formats, sums=sums)


def facts_of(board: Board, as_of: date, *about: str) -> list[str]:
    """The lines above a table that a board hands out."""
    lines = [
        _("Reference date {day}").format(day=day(as_of)),
        _("Source: Vlootplan, data of {board}").format(board=board.name),
        *about,
    ]
    if board.is_example:
        lines.append(_("Example data: school names and pupil numbers are DUO's, all else is invented"))
    return lines


def what_counts() -> str:
    """Of a table in which devices are counted, which they are."""
    return _("Counted: chromebooks, laptops, tablets and desktops for pupils, in use, that still get updates")
