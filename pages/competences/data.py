"""The competences as their service answers, kept between reruns (see pages/parts/data.py)."""

from typing import Final

from pages.parts.frame import Frame
from pages.parts.kept import AnswerCache
from pages.server.session import open_database
from planning.competences import service as competences
from planning.competences.service import CompetencesView
from planning.core.rights import Right, require

_views: Final = AnswerCache[CompetencesView](50)


def competences_view(frame: Frame) -> CompetencesView:
    """Vision, workshop, sets, and what may be shown of the self-scans within reach."""
    require(frame.person, Right.READ)
    return _views.answer(frame.key, lambda: competences.competences_view(frame.person, open_database()))
