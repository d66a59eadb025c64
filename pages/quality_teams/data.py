"""The quality teams as their service answers, kept between reruns (see data.py)."""

from typing import Final

from pages.parts.data import DataKey
from pages.parts.kept import AnswerCache
from pages.server.session import open_database
from planning.core.rights import Person, Right, require
from planning.quality_teams.service import Facts, facts

_teams: Final = AnswerCache[Facts](50)


def kept_teams(key: DataKey, person: Person) -> Facts:
    """The quality teams, and the visits and requests of the schools within reach."""
    require(person, Right.READ)
    return _teams.answer(key, lambda: facts(person, open_database()))
