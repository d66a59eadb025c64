"""The competences as their service answers, kept between reruns (see data.py)."""

from typing import Final

from pages.parts.data import DataKey
from pages.parts.kept import AnswerCache
from pages.server.session import open_database
from planning.competences.service import Competences, competences
from planning.core.rights import Person, Right, require

_competences: Final = AnswerCache[Competences](50)


def kept_competences(key: DataKey, person: Person) -> Competences:
    """Vision, workshop, sets, and what may be shown of the self-scans within reach."""
    require(person, Right.READ)
    return _competences.answer(key, lambda: competences(person, open_database()))
