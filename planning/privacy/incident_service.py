"""What a signed-in person may see and do about incidents. Whoever must not see them cannot tell that there are any.

The chair and the privacy officer see all, a school's coordinator those of the own schools. Who contributes may report,
also who sees none. In the board's log stands only that an incident was recorded or changed, never what it is about.
"""

from datetime import datetime

from planning.core.clock import board_moment
from planning.core.database import Database
from planning.core.refusal import refuse
from planning.core.rights import NotAllowed, Person, Right
from planning.core.service import own_board
from planning.organisation.service import find_school
from planning.privacy import incident_records as records
from planning.privacy.incident_reasons import recording_reasons, step_reasons
from planning.privacy.incident_steps import DatedStep, IncidentDescription, IncidentReport, IncidentStep, incident_of
from planning.privacy.incidents import Incident

AUDIT = "incident"


def sees_incidents(person: Person) -> bool:
    """Whether incidents are shown to this person at all; which ones is their reach."""
    return person.may(Right.INCIDENTS) or (person.may(Right.CONTRIBUTE) and person.reach is not None)


def may_report(person: Person) -> bool:
    """Whether this person may report an incident."""
    return person.may(Right.INCIDENTS) or person.may(Right.CONTRIBUTE)


def may_decide(person: Person) -> bool:
    """Whether this person assesses, decides and closes."""
    return person.may(Right.INCIDENTS)


def incidents(person: Person, database: Database) -> tuple[Incident, ...]:
    """The incidents this person must know of, the latest discovery first. Raises NotAllowed."""
    _require_sight(person)
    with database.read(person.board_id) as connection:
        known = records.read_steps(connection, person.board_id, person.reach)
    found = [incident_of(key, (dated.step for dated in steps)) for key, steps in known.items()]
    return tuple(sorted(found, key=lambda incident: (incident.discovered_at, incident.incident_id), reverse=True))


def incident_steps(person: Person, database: Database, incident_id: int) -> tuple[DatedStep, ...]:
    """The steps of one incident, oldest first. Raises NotAllowed; LookupError where there is none within reach."""
    _require_sight(person)
    with database.read(person.board_id) as connection:
        return records.read_steps(connection, person.board_id, person.reach, incident_id)[incident_id]


def report(person: Person, database: Database, at: datetime, first: IncidentReport) -> int:
    """Record an incident: its clock runs from the discovery. Returns its number.

    Raises NotAllowed and Refused, and LookupError for a school that the board does not have.
    """
    right = Right.INCIDENTS if person.may(Right.INCIDENTS) else Right.CONTRIBUTE
    if not person.may(right, first.school_id) or (person.reach is not None and first.school_id is None):
        raise NotAllowed(person, right, first.school_id)
    if first.school_id is not None:
        find_school(person, database, first.school_id)
    now = board_moment(own_board(person, database), at)
    refuse(recording_reasons(first, now))
    with database.change(person, at) as change:
        incident_id = records.add_incident(change, first, DatedStep(now, person.name, first))
        change.log(AUDIT, str(incident_id))
    return incident_id


def take_step(person: Person, database: Database, at: datetime, incident_id: int, step: IncidentStep) -> Incident:
    """Add a step to an incident; returns what is known then. A coordinator may describe, the rest is decided above.

    Raises NotAllowed, Refused, and LookupError where there is no such incident within reach.
    """
    _require_sight(person)
    if not (may_decide(person) or isinstance(step, IncidentDescription)):
        raise NotAllowed(person, Right.INCIDENTS)
    now = board_moment(own_board(person, database), at)
    with database.change(person, at) as change:
        # read inside the change: two people who decide at the same time do so one after the other
        known = records.read_steps(change.connection, person.board_id, person.reach, incident_id)[incident_id]
        steps = [dated.step for dated in known]
        refuse(step_reasons(incident_of(incident_id, steps), step, now))
        records.add_step(change, incident_id, DatedStep(now, person.name, step))
        change.log(AUDIT, str(incident_id))
    return incident_of(incident_id, [*steps, step])


def _require_sight(person: Person) -> None:
    if not sees_incidents(person):
        raise NotAllowed(person, Right.INCIDENTS)
