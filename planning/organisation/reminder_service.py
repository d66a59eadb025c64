"""A message to the ICT coordinators of one school: mailed by the installation's own server, else to be copied.

Whoever sends learns how many people it reaches, never who they are or what their address is.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from planning.core.database import Database
from planning.core.mailing import ask_mail, mail_reasons
from planning.core.people import read_people
from planning.core.refusal import Reason, Refused, refuse
from planning.core.rights import NotAllowed, Person, Right, Role
from planning.organisation.service import find_school

SCHOOL_MAIL: Final = "school_mail"


def may_remind(person: Person) -> bool:
    """Whether this person reminds schools: who plans or manages for all of them."""
    return person.reach is None and (person.may(Right.PLAN) or person.may(Right.MANAGE))


def coordinators_reached(person: Person, database: Database) -> Mapping[str, int]:
    """School -> how many of its coordinators a message would reach."""
    _require(person)
    return {school: len(found) for school, found in _coordinators(person, database).items()}


def remind_school(person: Person, database: Database, at: datetime, school_id: str, subject: str, text: str) -> int:
    """Have a message mailed to the coordinators of a school; returns to how many. Raises Refused.

    It goes out in the background; the log will say to which school, under what subject, and to how many.
    """
    _require(person)
    school = find_school(person, database, school_id)
    refuse(mail_reasons(subject, text))
    found = _coordinators(person, database).get(school_id, ())
    if not found:
        raise Refused(Reason("nobody_at_school", None, {"school": school.name}))
    with database.beside(person.board_id) as connection:
        to = [(person.board_id, one) for one in found]
        ask_mail(connection, person, at, to, subject, text, what=SCHOOL_MAIL, about=school.name)
    return len(found)


def _require(person: Person) -> None:
    if not may_remind(person):
        raise NotAllowed(person, Right.PLAN)


def _coordinators(person: Person, database: Database) -> dict[str, tuple[str, ...]]:
    """School -> the keys of its coordinators who have an account."""
    with database.read(person.board_id) as connection:
        people = read_people(connection, person.board_id)
    found: dict[str, tuple[str, ...]] = {}
    for one in people:
        if one.account and one.role is Role.SCHOOL_ICT:
            for school_id in one.school_ids:
                found[school_id] = (*found.get(school_id, ()), one.person_id)
    return found
