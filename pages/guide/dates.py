"""Netwerk, before when the boards hand in what comes before the first meeting."""

from functools import partial
from typing import Final

from pages.circles.data import AtCircle
from pages.network.meetings_data import meetings_of
from pages.network.writing import back_to
from pages.parts import fields
from pages.parts.fields import Field
from pages.parts.forms import Form, Outcome, Values, change, show_outcome
from pages.parts.frame import Frame, more
from planning.circles.model import Contribution
from planning.core.rights import Person
from planning.core.translation import gettext as _
from planning.network import cycle_contents as cycle
from planning.network.cycle import PHASE_NAMES, Phase, dates_of, days_of
from planning.network.cycle_service import set_dates

PLACE: Final = "guide_dates"
PHASES: Final = {
    "sketch": Phase.SKETCH,
    "reaction": Phase.REACTION,
    "concept": Phase.CONCEPT,
    "intake": Phase.INTAKE,
    "adopted": Phase.ADOPTED,
}
"""The parts that have a day of their own, in their order."""


def show(frame: Frame, at: AtCircle) -> None:
    """The form; without days of the facilitator's own it proposes those counted back from the first meeting."""
    known = dates_of(at.contributions, days_of(meetings_of(frame, at).meetings))
    label = _("Dates before the first meeting")
    if not more("guide_dates", closed=label, opened=_("Close the dates"), icon=":material/event:"):
        show_outcome(PLACE)
        return
    parts: list[Field] = [
        fields.day(name, _(PHASE_NAMES[phase]), getattr(known, name) if known else None, missing="date_missing")
        for name, phase in PHASES.items()
    ]
    before = next(iter(at.of(cycle.DATES)), None)
    Form(PLACE, (fields.beside(*parts),), partial(_keep, at, before), _("Keep the dates"), look={}).show()


def _keep(at: AtCircle, before: Contribution | None, person: Person, said: Values) -> Outcome:
    change(set_dates, at.seat.circle.circle_id, cycle.CycleDates(**said))(person)
    return _("The boards see these dates at once."), back_to(at, before, cycle.DATES, cycle.WHOLE)
