"""What of the inventories changed after a day, in a few words."""

from collections.abc import Sequence
from datetime import date

from pages.parts.frame import Frame, plain
from pages.ratios.data import ratio_view
from planning.attention.sentences import NAMED
from planning.core.clock import board_day
from planning.core.notation import listed, number
from planning.core.translation import gettext as _
from planning.core.translation import ngettext


def news(frame: Frame, since: date) -> Sequence[str]:
    """The schools that handed in a list, by name where they are few."""
    confirmed = {
        version.school_id
        for version in ratio_view(frame).fleets.versions
        if since < board_day(frame.board, version.confirmed_at) <= frame.as_of
    }
    names = [plain(school.name) for school in frame.schools if school.school_id in confirmed]
    if not names:
        return ()
    if len(names) > NAMED:
        text = ngettext("new list of {n} school", "new lists of {n} schools", len(names))
        return (text.format(n=number(len(names))),)
    return (_("new list of {names}").format(names=listed(names)),)
