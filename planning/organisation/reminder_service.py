"""A message to the ICT coordinators of one school: mailed by the installation's own server, else to be copied.

Whoever sends learns how many people it reaches, never who they are or what their address is.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from planning.core.database import Database
from planning.core.mail import MailRefused, MailServer, send
from planning.core.notation import listed
from planning.core.people import read_people
from planning.core.refusal import Reason, Refused, Value, refuse
from planning.core.rights import NotAllowed, Person, Right, Role
from planning.organisation.service import find_school

LONGEST_SUBJECT: Final = 150
LONGEST_MAIL: Final = 5000


def may_remind(person: Person) -> bool:
    """Whether this person reminds schools: who plans or manages for all of them."""
    return person.reach is None and (person.may(Right.PLAN) or person.may(Right.MANAGE))


def coordinators_reached(person: Person, database: Database) -> Mapping[str, int]:
    """School -> how many of its coordinators a message would reach."""
    _require(person)
    return {school: len(found) for school, found in _addresses(person, database).items()}


def remind_school(
    person: Person,
    database: Database,
    at: datetime,
    school_id: str,
    subject: str,
    text: str,
    server: MailServer | None,
) -> int:
    """Mail a message to the coordinators of a school; returns to how many. Raises Refused.

    The log keeps to which school it went and under what subject.
    """
    _require(person)
    school = find_school(person, database, school_id)
    found = _addresses(person, database).get(school_id, ())
    missing = [] if subject.strip() and text.strip() else [Reason("mail_text_missing", "text")]
    long = [
        Reason("mail_text_too_long", field, {"n": most})
        for field, said, most in (("subject", subject, LONGEST_SUBJECT), ("text", text, LONGEST_MAIL))
        if len(said) > most
    ]
    refuse(missing + long)
    if server is None:
        raise Refused(Reason("no_mail_server"))
    if not found:
        raise Refused(Reason("nobody_at_school", None, {"school": school.name}))
    refused = None
    try:
        # before the transaction: a slow mail server must not keep others from writing
        sent = send(server, found, subject, text, person.account or "")
    except MailRefused as error:
        sent, refused = error.sent, error
    if sent:
        with database.change(person, at) as change:
            change.log("school_mail", school.name, None, {"subject": subject[:150], "people": sent})
    if refused is not None:
        without = listed(list(refused.missed))
        values: dict[str, Value] = {"said": refused.said, "sent": sent, "n": len(found), "names": without}
        raise Refused(Reason("mail_refused", None, values)) from refused
    return sent


def _require(person: Person) -> None:
    if not may_remind(person):
        raise NotAllowed(person, Right.PLAN)


def _addresses(person: Person, database: Database) -> dict[str, tuple[str, ...]]:
    """The accounts of the coordinators of each school."""
    with database.read(person.board_id) as connection:
        people = read_people(connection, person.board_id)
    found: dict[str, tuple[str, ...]] = {}
    for one in people:
        if one.account and one.role is Role.SCHOOL_ICT:
            for school_id in one.school_ids:
                found[school_id] = (*found.get(school_id, ()), one.account)
    return found
