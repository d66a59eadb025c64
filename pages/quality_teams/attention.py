"""Signals of the quality teams in words."""

from collections.abc import Mapping
from typing import Final

from pages.parts.frame import Frame
from pages.parts.signal_words import Link, Shown, schools_named
from planning.attention.teams import TeamSignal
from planning.core.notation import day
from planning.core.translation import gettext as _
from planning.core.translation import ngettext


def _requests_wait(frame: Frame, signal: TeamSignal) -> str:
    text = ngettext(
        "{names} waits longer than two weeks for an answer of the quality team, since {when}.",
        "{names} wait longer than two weeks for an answer of the quality team, the first since {when}.",
        len(signal.schools),
    )
    return text.format(names=schools_named(frame, signal), when=day(signal.day) if signal.day else "")


def _not_visited(frame: Frame, signal: TeamSignal) -> str:
    text = ngettext(
        "{names} saw nobody of a quality team for eight weeks or longer.",
        "{names} saw nobody of a quality team for eight weeks or longer.",
        len(signal.schools),
    )
    return text.format(names=schools_named(frame, signal))


def _to(part: str) -> list[Link]:
    return [Link("quality_teams/page.py", _("To the quality teams"), {"deel": part})]


SHOWN: Final[Mapping[str, Shown[TeamSignal]]] = {
    "requests_wait": Shown(
        "orange", "forum", lambda _s: _("a school waits"), _requests_wait, lambda _f, _s: _to("aanvragen")
    ),
    "not_visited": Shown("gray", "person_off", lambda _s: _("no visit"), _not_visited, lambda _f, _s: _to("overzicht")),
}
