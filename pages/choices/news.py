"""What of the choices changed after a day, in a few words."""

from collections.abc import Sequence
from datetime import date

from pages.choices.data import choices_view
from pages.parts.frame import Frame
from planning.core.clock import board_day
from planning.core.notation import number
from planning.core.translation import ngettext


def news(frame: Frame, since: date) -> Sequence[str]:
    """Schools that chose; nothing for who sees some schools only."""
    if frame.person.reach is not None:
        return ()
    chosen = [one for one in choices_view(frame).choices(frame.as_of.year).values() if one.chosen_at]
    n = sum(one.chosen_at is not None and board_day(frame.board, one.chosen_at) > since for one in chosen)
    text = ngettext("{n} school made its choice", "{n} schools made their choice", n)
    return (text.format(n=number(n)),) if n else ()
