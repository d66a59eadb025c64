"""The lines above every exported table."""

from datetime import date

from planning.core.boards import Board
from planning.core.notation import day
from planning.core.translation import gettext as _


def facts_of(board: Board, as_of: date) -> list[str]:
    """The lines above every exported table: for which date, what counts, and whether it is an example."""
    counted = _("Counted: chromebooks, laptops, tablets and desktops for pupils, in use, that still get updates")
    first, *rest = origin_of(board, as_of)
    return [first, counted, *rest]


def origin_of(board: Board, as_of: date) -> list[str]:
    """The lines above a table in which no devices are counted."""
    lines = [_("Reference date {day}").format(day=day(as_of))]
    if board.is_example:
        lines.append(_("Example data: school names and pupil numbers are DUO's, all other figures are invented"))
    return lines
