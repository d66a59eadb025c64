"""The quality teams as their service answers, kept between reruns (see pages/parts/data.py)."""

from typing import Final

from pages.parts.frame import Frame
from pages.parts.kept import AnswerCache
from pages.server.session import open_database
from planning.core.rights import Right, require
from planning.quality_teams import service as quality_teams
from planning.quality_teams.service import TeamsView

_views: Final = AnswerCache[TeamsView](50)


def teams_view(frame: Frame) -> TeamsView:
    """The quality teams, and the visits and requests of the schools within reach."""
    require(frame.person, Right.READ)
    return _views.answer(frame.key, lambda: quality_teams.teams_view(frame.person, open_database()))
