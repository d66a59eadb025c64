"""Levels (bouwen): ages on 1 October grouped as the groups of a Dutch primary school are.

Onderbouw is groep 1-2, middenbouw groep 3-5, bovenbouw groep 6-8. Pupils are counted by age, not by group; on 1 October
most pupils of groep 1-2 are 4 or 5 years old, of groep 3-5 six to eight, of groep 6-8 nine or older.
"""

from collections.abc import Mapping
from typing import Final

from planning.core.translation import N_
from planning.core.translation import gettext as _

AGES: Final = range(3, 26)
"""Ages as DUO counts them: 3 stands for younger than 4, 25 for 25 and older."""
LEVELS: Final = ("lower", "middle", "upper")
LEVEL_NAMES: Final = {"lower": N_("lower years"), "middle": N_("middle years"), "upper": N_("upper years")}
_GROUPS: Final = {"lower": "1-2", "middle": "3-5", "upper": "6-8"}


def level_of_age(age: int) -> str:
    """The level of a pupil who is `age` years old on 1 October."""
    if age < 6:
        return "lower"
    return "middle" if age < 9 else "upper"


def pupils_per_level(ages: Mapping[int, int]) -> dict[str, int]:
    """Pupils per age -> pupils per level, every level present."""
    counts = dict.fromkeys(LEVELS, 0)
    for age, pupils in ages.items():
        counts[level_of_age(age)] += pupils
    return counts


def level_name(level: str) -> str:
    """ "lower" -> "onderbouw"."""
    return _(LEVEL_NAMES[level])


def level_groups(level: str) -> str:
    """ "lower" -> "groep 1-2"."""
    return _("years {first_to_last}").format(first_to_last=_GROUPS[level])
