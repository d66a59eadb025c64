"""What measures a sub-goal: the code it names, and the subject below that knows the figures. Pure.

A code without figures is not measured yet: the sub-goal then has its milestones and a person's judgement only.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from planning.core.translation import N_
from planning.goals import deliveries, devices, people, protection
from planning.goals.figures import Figure
from planning.goals.sources import Sources
from planning.ratios.rules import GroupRatio

Measurements = Mapping[str, tuple[Figure, ...]]
"""Code of a measure -> its figures on one day, within a person's reach."""

MEASURES: Final = {
    "competences.explored": N_("core competences: wanted levels, self-scans"),
    "teams.coaches": N_("quality team: schools visited"),
    "teams.several": N_("quality teams: teams started"),
    "devices.expansion": N_("more devices: pupils per device, schools on target"),
    "devices.replacement": N_("newer devices: within their life span, rounds delivered"),
    "ibp.policy": N_("IBP: policy adopted, consent of the GMR"),
    "ibp.practice": N_("IBP: norms at their level, measures, awareness, agreements"),
}


def measured(sources: Sources, ratio_on: Callable[[date], GroupRatio], year: int, as_of: date) -> Measurements:
    """Every measure on a day, as far as it is known; `ratio_on` gives the ratios within the same reach."""
    now, first = ratio_on(as_of), ratio_on(date(year, 1, 1))
    rounds = deliveries.delivered(sources.rounds, year, as_of) if sources.rounds else ()
    return {
        "competences.explored": people.explored(sources.competences, as_of),
        "teams.coaches": people.coaches(sources.teams, year, as_of),
        "teams.several": people.several(sources.teams, as_of),
        "devices.expansion": devices.expansion(now, first),
        "devices.replacement": (*devices.replacement(now, first), *rounds),
        "ibp.policy": protection.policy(sources.privacy, sources.attitude, as_of),
        "ibp.practice": (
            *protection.practice(sources.privacy, sources.attitude, year, as_of),
            *protection.agreements(sources.processors, year, as_of),
        ),
    }
