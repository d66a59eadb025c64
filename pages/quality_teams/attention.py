"""Signals of the quality teams, and how they are said."""

from collections.abc import Mapping
from typing import Final

from pages.parts.frame import Frame, plain
from pages.parts.kept import AnswerCache
from pages.parts.signal_words import Link, NextStep, SignalWords
from pages.quality_teams.data import teams_view
from pages.quality_teams.place import QUALITY_TEAMS
from planning.attention.sentences import not_visited_sentence, requests_wait_sentence
from planning.attention.teams import TeamSignal, team_signals
from planning.core.rights import Right
from planning.core.translation import gettext as _

_signals: Final = AnswerCache[tuple[TeamSignal, ...]](200)


def signals(frame: Frame) -> tuple[TeamSignal, ...]:
    """What of the quality teams needs this person on the reference date."""
    return _signals.answer((frame.key, frame.as_of), lambda: team_signals(teams_view(frame), frame.as_of))


def _to(label: str, part: str) -> Link:
    return Link(QUALITY_TEAMS, label, {"deel": part})


WORDS: Final[Mapping[str, SignalWords[TeamSignal]]] = {
    "requests_wait": SignalWords(
        "orange",
        "forum",
        lambda _s: _("a school waits"),
        lambda frame, signal: requests_wait_sentence(signal, frame.schools, plain),
        lambda _f, _s: [_to(_("Open the requests"), "aanvragen")],
        NextStep((Right.VISIT,), lambda _f, _s: _to(_("Answer it"), "aanvragen")),
    ),
    "not_visited": SignalWords(
        "gray",
        "person_off",
        lambda _s: _("no visit"),
        lambda frame, signal: not_visited_sentence(signal, frame.schools, plain),
        lambda _f, _s: [_to(_("See who was visited"), "overzicht")],
    ),
}
