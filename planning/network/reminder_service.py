"""Messages of the facilitator to the boards: mailed to the people of a board who speak for it, else to be copied.

The facilitator learns how many people a message reaches, never who they are or what their address is.
"""

from collections.abc import Collection
from datetime import datetime
from typing import Final

from planning.circles.model import MemberState
from planning.circles.service import guiding, members
from planning.core.database import Database
from planning.core.mail import MailRefused, MailServer, read_mail_server, send
from planning.core.people import read_people
from planning.core.refusal import Reason, Refused, Value, refuse
from planning.core.rights import Person, Right
from planning.core.settings import settings

LONGEST_SUBJECT: Final = 150
LONGEST_MAIL: Final = 5000
_REACHED: Final = (MemberState.INVITED, MemberState.MEMBER, MemberState.WAITING)


def mail_server() -> MailServer | None:
    """The server that the settings of the installation name; None where texts are to be copied."""
    return read_mail_server(settings().smtp_url, settings().mail_from)


def people_reached(person: Person, database: Database, network_id: str) -> dict[str, int]:
    """How many people of each board a message would reach. The facilitator asks."""
    return {board: len(found) for board, found in _addresses(person, database, network_id).items()}


def remind(
    person: Person,
    database: Database,
    at: datetime,
    network_id: str,
    boards: Collection[str],
    subject: str,
    text: str,
    server: MailServer | None,
) -> int:
    """Mail a message to the people of these boards; returns how many it was sent to. Raises Refused.

    The log keeps to which boards it went and under what subject.
    """
    guide = guiding(person, database, network_id)
    reasons = []
    if not subject.strip() or not text.strip():
        reasons.append(Reason("mail_text_missing", "text"))
    if len(subject) > LONGEST_SUBJECT:
        reasons.append(Reason("mail_text_too_long", "subject", {"n": LONGEST_SUBJECT}))
    if len(text) > LONGEST_MAIL:
        reasons.append(Reason("mail_text_too_long", "text", {"n": LONGEST_MAIL}))
    refuse(reasons)
    if server is None:
        raise Refused(Reason("no_mail_server"))
    found = _addresses(person, database, network_id)
    addresses = sorted({address for board in boards for address in found.get(board, ())})
    if not addresses:
        raise Refused(Reason("nobody_to_mail"))
    names = {one.board_id: one.name for one in members(person, database, network_id)}
    refused = None
    try:
        # before the transaction: a slow mail server must not keep others from writing
        sent = send(server, addresses, subject, text, person.account or "")
    except MailRefused as error:
        sent, refused = error.sent, error
    if sent:
        with database.change(guide, at) as change:
            to = [names[board] for board in boards if found.get(board)]
            change.log("network_mail", subject[:200], None, {"boards": to, "people": sent})
    if refused is not None:
        values: dict[str, Value] = {"said": refused.said, "sent": sent, "n": len(addresses)}
        raise Refused(Reason("mail_refused", None, values)) from refused
    return sent


def _addresses(person: Person, database: Database, network_id: str) -> dict[str, tuple[str, ...]]:
    """The accounts of who speaks for a board, by board."""
    guiding(person, database, network_id)
    found = {}
    for member in members(person, database, network_id):
        if member.standing in _REACHED:
            with database.read(member.board_id) as connection:
                people = read_people(connection, member.board_id)
            found[member.board_id] = tuple(one.account for one in people if one.account and one.may(Right.TOGETHER))
    return found
