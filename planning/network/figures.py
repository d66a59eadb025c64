"""The figures of a situation sketch: the board's own, as its screens show them on a date. Pure."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from planning.competences.service import CompetencesView
from planning.competences.service import progress_of as competences_of
from planning.core.notation import number, one_in
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.network.cycle_contents import SketchFigure
from planning.network.decisions import Decider
from planning.network.themes import NetworkTheme
from planning.privacy.facts import PrivacyView
from planning.privacy.registers import Processor
from planning.quality_teams.service import TeamsView
from planning.quality_teams.service import progress_of as teams_of
from planning.ratios.service import RatioView
from planning.rounds.view import RoundsView
from planning.systems.rules import systems_matrix
from planning.systems.service import SystemsView

RATIO: Final = "ratio"
ADMINISTRATION: Final = "las"
"""The function of systems in which pupils are administered."""


@dataclass(frozen=True)
class SketchSources:
    """The views of the subjects that a sketch is filled from; all of the whole board, and of one moment."""

    ratios: RatioView
    rounds: RoundsView
    teams: TeamsView
    competences: CompetencesView
    privacy: PrivacyView
    processors: Sequence[Processor]
    systems: SystemsView


def sketch_figures(known: SketchSources, as_of: date) -> dict[NetworkTheme, tuple[SketchFigure, ...]]:
    """The figures of each theme on a date, the most telling first; none where nothing of it is measured."""
    return {
        NetworkTheme.INFRASTRUCTURE: _infrastructure(known, as_of),
        NetworkTheme.VISION: _vision(known),
        NetworkTheme.LEADERSHIP: _leadership(known, as_of),
        NetworkTheme.CONTENT: _content(known, as_of),
        NetworkTheme.IBP: _ibp(known, as_of),
        NetworkTheme.EXPERTISE: _expertise(known, as_of),
    }


def decision_figures(decided: Iterable[Decider | None]) -> tuple[SketchFigure, ...]:
    """Of the decisions on ICT of which a board said who takes them, how many it takes itself; none before it did."""
    known = [one for one in decided if one is not None]
    return (SketchFigure("central", known.count(Decider.BOARD), len(known)),) if known else ()


def figure_words(figure: SketchFigure) -> str:
    """What a figure says: "ratio 1 op 4,5", "18 van 20 lijsten actueel"."""
    if figure.value is None:
        return _UNKNOWN[figure.code]()
    whole = round(figure.value)
    return _WORDS[figure.code](figure, whole).format(
        n=number(whole), total=number(figure.total or 0), ratio=one_in(figure.value)
    )


def _infrastructure(known: SketchSources, as_of: date) -> tuple[SketchFigure, ...]:
    ratio = known.ratios.on(as_of)
    recent = sum(one.counted_on is not None and not one.is_stale for one in ratio.schools)
    figures = [
        SketchFigure(RATIO, ratio.pupils_per_device if ratio.is_group_known else None),
        SketchFigure("lists", recent, len(ratio.schools)),
    ]
    if ratio.is_group_known:
        figures += [
            SketchFigure("on_target", ratio.on_target, len(ratio.known)),
            SketchFigure("past_life", ratio.past_life, ratio.countable),
        ]
    return (*figures, SketchFigure("rounds", len(known.rounds.to_come) if known.rounds.approved else None))


def _vision(known: SketchSources) -> tuple[SketchFigure, ...]:
    return (SketchFigure("vision", len(known.competences.visions)),) if known.competences.visions else ()


def _leadership(known: SketchSources, as_of: date) -> tuple[SketchFigure, ...]:
    teams = teams_of(known.teams, as_of)
    if not known.teams.teams:
        return ()
    return (
        SketchFigure("coaches", teams.members),
        SketchFigure("visited", teams.schools_visited, teams.schools),
        SketchFigure("teams", teams.teams_active),
    )


def _content(known: SketchSources, as_of: date) -> tuple[SketchFigure, ...]:
    """How many systems the schools have among them for the same work."""
    matrix = systems_matrix(known.systems.functions, known.systems.columns(as_of))
    administration = next((len(row.systems) for row in matrix.rows if row.function.code == ADMINISTRATION), None)
    figures = [] if administration is None else [SketchFigure("administrations", administration)]
    if matrix.rows:
        figures.append(SketchFigure("several_systems", len(matrix.several), len(matrix.rows)))
    return tuple(figures)


def _ibp(known: SketchSources, as_of: date) -> tuple[SketchFigure, ...]:
    figures = []
    if known.processors:
        signed = sum(one.is_in_force(as_of) for one in known.processors)
        figures.append(SketchFigure("agreements", signed, len(known.processors)))
    mature = known.privacy.maturity(as_of)
    if mature:
        figures.append(SketchFigure("norms", mature.at_target, mature.norms))
    return tuple(figures)


def _expertise(known: SketchSources, as_of: date) -> tuple[SketchFigure, ...]:
    found = competences_of(known.competences, as_of)
    return (
        SketchFigure("competences", found.competences or None),
        SketchFigure("scanned", found.schools_scanned, found.schools),
    )


_WORDS: Final[Mapping[str, Callable[[SketchFigure, int], str]]] = {
    RATIO: lambda _f, _n: _("ratio {ratio}"),
    "lists": lambda _f, _n: _("{n} of {total} lists recent"),
    "on_target": lambda _f, _n: _("{n} of {total} schools on target"),
    "past_life": lambda _f, _n: _("{n} of {total} devices past their life span"),
    "rounds": lambda _f, n: ngettext("{n} round to come in the plan", "{n} rounds to come in the plan", n),
    "vision": lambda _f, n: ngettext("{n} statement of vision", "{n} statements of vision", n),
    "coaches": lambda _f, n: ngettext("{n} iCoach", "{n} iCoaches", n),
    "visited": lambda _f, _n: _("{n} of {total} schools visited"),
    "teams": lambda _f, n: ngettext("{n} quality team at work", "{n} quality teams at work", n),
    "central": lambda _f, _n: _("{n} of {total} decisions on ICT taken by the board"),
    "administrations": lambda _f, n: ngettext("{n} pupil administration in use", "{n} pupil administrations in use", n),
    "several_systems": lambda _f, _n: _("{n} of {total} functions with more than one system"),
    "agreements": lambda _f, _n: _("{n} of {total} agreements signed"),
    "norms": lambda _f, _n: _("{n} of {total} norms on target"),
    "competences": lambda _f, n: ngettext("{n} core competence adopted", "{n} core competences adopted", n),
    "scanned": lambda _f, _n: _("{n} of {total} schools held a self-scan"),
}
"""Code of a figure -> how it is said."""
_UNKNOWN: Final[Mapping[str, Callable[[], str]]] = {
    RATIO: lambda: _("ratio not known yet"),
    "rounds": lambda: _("no plan of rounds approved yet"),
    "competences": lambda: _("no core competences adopted yet"),
}
"""Code of a figure that can be unknown -> how that is said."""
