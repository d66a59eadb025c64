"""What of the contributions can be laid side by side: self-evaluations, figures of sketches, decisions; pure."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from planning.circles.model import Contribution
from planning.core.notation import number, one_in, percent
from planning.core.translation import N_
from planning.core.translation import gettext as _
from planning.network import cycle_contents as cycle
from planning.network.decisions import KIND, decision_of, matters
from planning.network.mirror import MirrorFigure
from planning.network.themes import NetworkTheme


class Written(StrEnum):
    """How a figure is written."""

    RATIO = "ratio"  # pupils per device
    SHARE = "share"
    COUNT = "count"


COMPARED: Final = {
    "ratio": (Written.RATIO, N_("Pupils per device")),
    "on_target": (Written.SHARE, N_("Schools on target")),
    "past_life": (Written.SHARE, N_("Devices past their life span")),
    "lists": (Written.SHARE, N_("Recent inventories")),
    "rounds": (Written.COUNT, N_("Rounds to come in the plan")),
    "vision": (Written.COUNT, N_("Statements of vision")),
    "coaches": (Written.COUNT, N_("iCoaches")),
    "visited": (Written.SHARE, N_("Schools visited")),
    "teams": (Written.COUNT, N_("Quality teams at work")),
    "central": (Written.SHARE, N_("Decisions on ICT taken by the board")),
    "administrations": (Written.COUNT, N_("Pupil administrations in use")),
    "several_systems": (Written.SHARE, N_("Functions with more than one system")),
    "agreements": (Written.SHARE, N_("Agreements signed")),
    "norms": (Written.SHARE, N_("IBP norms on target")),
    "competences": (Written.COUNT, N_("Core competences adopted")),
    "scanned": (Written.SHARE, N_("Schools that held a self-scan")),
}
"""Figures of a sketch by code: how each is written and what it is called; in the order of the mirror."""


def evaluated_figures(contributions: Iterable[Contribution]) -> tuple[MirrorFigure[float], ...]:
    """The mean score of each theme's self-evaluation, in the order of the themes."""
    found = [
        MirrorFigure(one.owner, one.key, one.content.mean, one.level, _whys(one.content))
        for one in contributions
        if one.kind == cycle.ANSWERS and isinstance(one.content, cycle.SelfEvaluation) and one.key in set(NetworkTheme)
    ]
    order = list(NetworkTheme)
    return tuple(sorted(found, key=lambda one: order.index(NetworkTheme(one.item))))


def sketched_figures(contributions: Iterable[Contribution]) -> tuple[MirrorFigure[float], ...]:
    """The figures of the sketches, in their order; so many of a total is a share, for boards are not equally large."""
    found = [
        MirrorFigure(one.owner, figure.code, figure.share, one.level, one.content.told)
        for one in contributions
        if one.kind == cycle.SKETCH and isinstance(one.content, cycle.ThemeSketch)
        for figure in one.content.figures
        if figure.code in COMPARED
    ]
    order = list(COMPARED)
    return tuple(sorted(found, key=lambda one: order.index(one.item)))


def decided_figures(contributions: Iterable[Contribution]) -> tuple[MirrorFigure[str], ...]:
    """Who decides what now, in the order of the table."""
    order = list(matters())
    found = [one for one in contributions if one.kind == KIND and one.key in order]
    return tuple(
        MirrorFigure(one.owner, one.key, decision_of(one).now, one.level, decision_of(one).why)
        for one in sorted(found, key=lambda one: order.index(one.key))
    )


def compared_value(code: str, value: float) -> str:
    """A figure of a sketch, or the middle of several, as the reader's language writes it."""
    how = COMPARED[code][0]
    if how is Written.RATIO:
        return one_in(value)
    return percent(value) if how is Written.SHARE else number(value, 0 if float(value).is_integer() else 1)


def compared_name(code: str) -> str:
    """What a figure of a sketch is called."""
    return _(COMPARED[code][1])


def _whys(said: cycle.SelfEvaluation) -> str:
    return " · ".join(one.why for one in said.answers if one.why)
