"""What the subjects below know of the goals, within a person's reach: read once, asked for many dates."""

from dataclasses import dataclass
from datetime import date

from planning.competences.service import Competences, competences
from planning.core.database import Database
from planning.core.rights import Person, Right, require
from planning.privacy.attitude_service import AttitudeFacts, attitude
from planning.privacy.facts import PrivacyFacts
from planning.privacy.register_service import entries, reads_registers
from planning.privacy.registers import Processor
from planning.privacy.service import facts as privacy_facts
from planning.quality_teams.service import Facts as TeamFacts
from planning.quality_teams.service import facts as team_facts
from planning.ratios.service import Facts
from planning.rounds.service import planning_facts
from planning.rounds.view import Known


@dataclass(frozen=True)
class Sources:
    """The facts of every subject that measures a goal, beside the ratios."""

    rounds: Known | None  # None: a plan of rounds is not shown to whoever reaches some schools only
    teams: TeamFacts
    competences: Competences
    privacy: PrivacyFacts
    attitude: AttitudeFacts
    processors: tuple[Processor, ...]  # of the whole board; none for whoever does not read its registers


def read_sources(person: Person, database: Database, facts: Facts, until: date) -> Sources:
    """The facts as they are kept now, for dates up to `until`; `facts` are the person's own of ratios."""
    require(person, Right.READ)
    return Sources(
        planning_facts(person, database, facts, until) if person.reach is None else None,
        team_facts(person, database),
        competences(person, database),
        privacy_facts(person, database),
        attitude(person, database),
        entries(person, database, Processor) if reads_registers(person) else (),
    )
