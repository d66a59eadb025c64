"""What measures a sub-goal: the code it names, and the subject below that knows the figures.

A code without figures is not measured (yet): the sub-goal then has its milestones and a person's judgement only.
"""

from collections.abc import Mapping
from datetime import date
from typing import Final

from planning.core.database import Database
from planning.core.rights import Person
from planning.core.translation import N_
from planning.goals import devices
from planning.goals.figures import Figure
from planning.ratios.service import Facts

Measured = Mapping[str, tuple[Figure, ...]]
"""Code of a measure -> its figures on one day, within a person's reach."""

MEASURES: Final = {
    "devices.expansion": N_("more devices: pupils per device, schools on target"),
    "devices.replacement": N_("newer devices: within their life span"),
    "teams.coaches": N_("quality team: schools visited"),
    "teams.several": N_("quality teams: teams started"),
    "competences.explored": N_("core competences: self-scans"),
    "ibp.policy": N_("IBP: policy adopted"),
    "ibp.practice": N_("IBP: norms on their level"),
}


def measured(person: Person, database: Database, facts: Facts, year: int, as_of: date) -> Measured:
    """Every measure on a day, as far as it is known."""
    return {
        "devices.expansion": devices.expansion(facts, year, as_of),
        "devices.replacement": devices.replacement(facts, year, as_of),
    }
