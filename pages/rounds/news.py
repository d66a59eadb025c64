"""What of the rounds changed after a day, in a few words each."""

from collections.abc import Sequence
from datetime import date

from pages.parts.frame import Frame, devices
from pages.rounds.state import kept_view
from planning.core.notation import number
from planning.core.translation import gettext as _


def news(frame: Frame, since: date) -> Sequence[str]:
    """Plans approved, devices ordered and delivered; nothing for who does not see the whole board's rounds."""
    if frame.person.reach is not None:
        return ()
    view = kept_view(frame)
    told = [_("plan {version} approved").format(version=number(p.version)) for p in view.plans if p.as_of > since]
    ordered = sum(order.count for order in view.orders if order.ordered_on > since)
    came = sum(d.count for d in view.deliveries if since < d.delivered_on <= frame.as_of)
    if ordered:
        told.append(_("{devices} ordered").format(devices=devices(ordered)))
    if came:
        told.append(_("{devices} delivered").format(devices=devices(came)))
    return told
