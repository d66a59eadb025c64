"""The systems as their service answers, and what follows from them, kept between reruns (see pages/parts/data.py)."""

from typing import Final

from pages.parts.frame import Frame
from pages.parts.kept import AnswerCache
from pages.server.session import open_database
from planning.core.rights import Right, require
from planning.systems import service
from planning.systems.contracts import HarmonisingCandidate, harmonising_candidates
from planning.systems.rules import FunctionCost, SystemsMatrix, function_costs, systems_matrix
from planning.systems.service import SystemsView

_views: Final = AnswerCache[SystemsView](50)
_matrices: Final = AnswerCache[SystemsMatrix](100)
_candidates: Final = AnswerCache[tuple[HarmonisingCandidate, ...]](100)
_costs: Final = AnswerCache[tuple[FunctionCost, ...]](100)


def systems_view(frame: Frame) -> SystemsView:
    """The systems of the schools within reach; whether the register may be read is part of the role."""
    require(frame.person, Right.READ)
    key = (frame.key, frame.person.reach is None)
    return _views.answer(key, lambda: service.systems_view(frame.person, open_database()))


def matrix_of(frame: Frame) -> SystemsMatrix:
    """Functions by schools, with the pupils of the reference date."""
    view = systems_view(frame)
    return _matrices.answer((frame.key, frame.as_of), lambda: systems_matrix(view.functions, view.columns(frame.as_of)))


def candidates_of(frame: Frame) -> tuple[HarmonisingCandidate, ...]:
    """The functions that could do with one system, the dearest first."""
    return _candidates.answer((frame.key, frame.as_of), lambda: harmonising_candidates(matrix_of(frame), frame.as_of))


def costs_of(frame: Frame) -> tuple[FunctionCost, ...]:
    """What every function costs, the dearest per pupil first."""
    view = systems_view(frame)
    return _costs.answer((frame.key, frame.as_of), lambda: function_costs(view.functions, view.columns(frame.as_of)))
