"""Signals: what needs a person now, worst first. Each names the schools, the number and where to act."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

import pandas as pd

from planning.goals.plan import Milestone
from planning.ratios.service import Facts

SUPPORT_AHEAD: Final = timedelta(days=365)
CODES: Final = (
    "incident", "request_due", "agreements",
    "no_inventory", "no_pupils", "far_behind", "late_milestone", "stale", "requests_wait", "support_ends",
    "not_visited", "past_life",
)  # fmt: skip
FAR_BEHIND: Final = 0.5  # fewer than half of the devices needed


@dataclass(frozen=True)
class Signal:
    """Something that asks for attention on the reference date."""

    code: str  # one of CODES
    schools: tuple[str, ...]  # school ids, in the order of their names
    devices: int = 0
    day: date | None = None  # the first end or term, the oldest inventory or request, the last visit
    milestones: tuple[Milestone, ...] = ()  # late_milestone: longest late first, on `day`
    number: int = 0  # agreements: processors without one that holds; request_due: requests
    until: datetime | None = None  # incident: when the 72 hours end
    left: timedelta | None = None  # incident: how long that is, in whole hours; negative is too late


def signals_of(facts: Facts, as_of: date) -> tuple[Signal, ...]:
    """The signals of the schools within reach, in the order of CODES; none where all is well."""
    ratio = facts.on(as_of)
    fleet = facts.fleet(as_of)
    counting = fleet[fleet["reason"] == "counts"]
    soon = counting[[end is not None and end <= as_of + SUPPORT_AHEAD for end in counting["support_until"]]]
    old = counting[counting["past_life"]]
    behind = [s for s in ratio.known if s.needed and (s.countable or 0) < FAR_BEHIND * s.needed]
    stale = [s for s in ratio.schools if s.is_stale]
    found = (
        Signal("no_inventory", tuple(s.school_id for s in ratio.schools if s.countable is None)),
        Signal("no_pupils", tuple(s.school_id for s in ratio.schools if s.pupils is None)),
        Signal("far_behind", tuple(s.school_id for s in behind), sum(s.shortage or 0 for s in behind)),
        Signal(
            "stale",
            tuple(s.school_id for s in stale),
            0,
            min((s.counted_on for s in stale if s.counted_on), default=None),
        ),
        Signal(
            "support_ends", _schools(facts, soon), int(soon["count"].sum()), min(soon["support_until"], default=None)
        ),
        Signal("past_life", _schools(facts, old), int(old["count"].sum())),
    )
    return tuple(signal for signal in found if signal.schools)


def in_order(signals: Iterable[Signal]) -> tuple[Signal, ...]:
    """Signals of several subjects, in the order of CODES."""
    return tuple(sorted(signals, key=lambda signal: CODES.index(signal.code)))


def _schools(facts: Facts, fleet: pd.DataFrame) -> tuple[str, ...]:
    here = set(fleet["school_id"])
    return tuple(school.school_id for school in facts.schools if school.school_id in here)
