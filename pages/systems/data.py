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

_now: Final = AnswerCache[SystemsView](50)
_views: Final = AnswerCache[SystemsView](100)
_matrices: Final = AnswerCache[SystemsMatrix](100)
_candidates: Final = AnswerCache[tuple[HarmonisingCandidate, ...]](100)
_costs: Final = AnswerCache[tuple[FunctionCost, ...]](100)


def systems_now(frame: Frame) -> SystemsView:
    """The systems of the schools within reach as they are kept; reading the register is part of the role."""
    require(frame.person, Right.READ)
    key = (frame.key._replace(known_on=None), frame.person.reach is None)
    return _now.answer(key, lambda: service.systems_view(frame.person, open_database()))


def systems_view(frame: Frame) -> SystemsView:
    """The same with the lines as they were on the reference date, as far as it is known (frame.key.known_on)."""
    view, day = systems_now(frame), frame.key.known_on
    key = (frame.key, frame.person.reach is None, frame.as_of)
    return _views.answer(key, lambda: (view if day is None else view.known_on(day)).on(frame.as_of))


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
