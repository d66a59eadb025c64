"""The quality teams as their service answers, kept between reruns (see pages/parts/data.py)."""

from typing import Final

from pages.parts.frame import Frame
from pages.parts.kept import AnswerCache
from pages.server.session import open_database
from planning.core.rights import Right, require
from planning.quality_teams.service import Facts, facts

_views: Final = AnswerCache[Facts](50)


def teams_view(frame: Frame) -> Facts:
    """The quality teams, and the visits and requests of the schools within reach."""
    require(frame.person, Right.READ)
    return _views.answer(frame.key, lambda: facts(frame.person, open_database()))
