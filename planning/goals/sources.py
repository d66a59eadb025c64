"""What the subjects below know of the goals, within a person's reach: read once, asked for many dates."""

from dataclasses import dataclass
from datetime import date

from planning.competences.service import CompetencesView, competences_view
from planning.core.database import Database
from planning.core.rights import Person, Right, require
from planning.privacy.attitude_service import AttitudeView, attitude_view
from planning.privacy.facts import PrivacyView
from planning.privacy.register_service import entries, reads_registers
from planning.privacy.registers import Processor
from planning.privacy.service import privacy_view
from planning.quality_teams.service import TeamsView, teams_view
from planning.ratios.service import RatioView
from planning.rounds.service import rounds_view
from planning.rounds.view import RoundsView


@dataclass(frozen=True)
class Sources:
    """The views of every subject that measures a goal, beside the ratios."""

    rounds: RoundsView | None  # None: a plan of rounds is not shown to whoever reaches some schools only
    teams: TeamsView
    competences: CompetencesView
    privacy: PrivacyView
    attitude: AttitudeView
    processors: tuple[Processor, ...]  # of the whole board; none for whoever does not read its registers


def read_sources(person: Person, database: Database, ratios: RatioView, until: date) -> Sources:
    """The views as they are kept now, for dates up to `until`; `ratios` within the person's reach."""
    require(person, Right.READ)
    with database.read(person.board_id):  # one moment for all of them
        return Sources(
            rounds_view(person, database, ratios, until) if person.reach is None else None,
            teams_view(person, database),
            competences_view(person, database),
            privacy_view(person, database),
            attitude_view(person, database),
            entries(person, database, Processor) if reads_registers(person) else (),
        )
