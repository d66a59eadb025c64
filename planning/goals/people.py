"""The goals on quality teams and on core competences, measured. Pure."""

from datetime import date
from typing import Final

from planning.competences.service import CompetencesView
from planning.competences.service import progress_of as competences_of
from planning.goals.figures import Figure, counted
from planning.quality_teams.rules import made
from planning.quality_teams.service import TeamsView
from planning.quality_teams.service import progress_of as teams_of

SEVERAL: Final = 2
"""Fewer teams than this are not "several", however many are planned."""


def coaches(facts: TeamsView, year: int, as_of: date) -> tuple[Figure, ...]:
    """Schools within reach that a quality team visited since 1 January."""
    visited = {visit.school_id for visit in made(facts.visits, as_of, date(year, 1, 1))}
    return (counted("visited", as_of, len(visited & set(facts.school_ids)), len(facts.school_ids)),)


def several(facts: TeamsView, as_of: date) -> tuple[Figure, ...]:
    """Teams that started, of those there are or will be."""
    now = teams_of(facts, as_of)
    whole = max(SEVERAL, now.teams_active + now.teams_setting_up)
    return (counted("teams_started", as_of, now.teams_active, whole),)


def explored(known: CompetencesView, as_of: date) -> tuple[Figure, ...]:
    """Core competences with a wanted level, once a set is adopted; and schools that held a self-scan this year."""
    now = competences_of(known, as_of)
    wanted = counted("wanted_level", as_of, now.competences_with_wanted, now.competences)
    scanned = counted("scanned", as_of, now.schools_scanned, now.schools)
    return (wanted, scanned) if now.competences else (scanned,)
