"""A text that a board writes for a meeting: kept under one button, undone, and shared as it chooses."""

from collections.abc import Callable
from typing import Final

from pages.circles.data import AtCircle
from pages.parts import fields
from pages.parts.fields import Field
from pages.parts.forms import Back, change
from planning.circles import contribution_service as store
from planning.circles.model import DEFAULT_SHARING, Contribution, Sharing
from planning.core.translation import N_
from planning.core.translation import gettext as _

WITH_OTHERS: Final = (Sharing.GUIDE, Sharing.CIRCLE)
"""Who can see what is made to be seen."""
_WHO: Final = {
    Sharing.OWN: N_("only us"),
    Sharing.GUIDE: N_("the facilitator"),
    Sharing.CIRCLE: N_("everybody in the network"),
    Sharing.PUBLIC: N_("all boards here"),
}


def level_field(
    before: Contribution | None, first: Sharing = DEFAULT_SHARING, levels: tuple[Sharing, ...] = tuple(Sharing)
) -> Field:
    """Who sees what is being written, chosen beside it; of what is there already, as it is."""
    known = before.level if before and before.level in levels else first
    return fields.choice("level", _("Who sees this?"), levels, known, lambda level: _(_WHO[level]))


def back_to(at: AtCircle, before: Contribution | None, kind: str, key: str) -> Back:
    """The opposite of writing it: what was there before, or nothing."""
    network_id = at.seat.circle.circle_id
    back: Callable[..., object]
    if before is None:
        back = change(store.take_back, network_id, kind, key)
    else:
        back = change(
            store.contribute,
            network_id,
            kind,
            key,
            before.content,
            level=before.level,
            addressee=before.addressee,
        )
    return back
