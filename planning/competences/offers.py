"""Trainings that answer gaps; what coaches do on visits is kept with the visits and names a competence by its key."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Final

from planning.core.refusal import Reason
from planning.core.text import name_key
from planning.core.translation import N_
from planning.core.translation import gettext as _

STATES: Final = {"planned": N_("is planned"), "running": N_("is under way"), "done": N_("is finished")}
LONGEST_TITLE: Final = 160
MOST_HOURS: Final = 400


@dataclass(frozen=True, slots=True)
class Offer:
    """A training that answers gaps."""

    offer_id: int  # 0 for one that is still to be kept
    title: str
    hours: int  # for one teacher
    state: str  # one of STATES
    starts_on: date | None
    competences: tuple[str, ...]  # keys


def state_name(state: str) -> str:
    """ "running" -> "loopt"."""
    return _(STATES[state])


def offer_reasons(offer: Offer, known: Collection[str]) -> list[Reason]:
    """Why this offer cannot be kept; `known` are the keys of the board's competences."""
    reasons = []
    if not offer.title:
        reasons.append(Reason("training_without_name", "title"))
    if len(offer.title) > LONGEST_TITLE:
        reasons.append(Reason("training_name_too_long", "title", {"n": LONGEST_TITLE}))
    if not 0 < offer.hours <= MOST_HOURS:
        reasons.append(Reason("training_hours_out_of_range", "hours", {"most": MOST_HOURS, "read": offer.hours}))
    if not offer.competences or set(offer.competences) - set(known):
        reasons.append(Reason("training_without_competence", "competences"))
    return reasons


def answering(offers: Collection[Offer], competence: str) -> list[Offer]:
    """The offers for a competence: first what runs, then what is planned, then what is over."""
    order = ("running", "planned", "done")
    mine = [offer for offer in offers if competence in offer.competences]
    return sorted(mine, key=lambda offer: (order.index(offer.state), name_key(offer.title)))
