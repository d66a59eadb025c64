"""Messages of the facilitator to the boards: mailed to the people of a board who speak for it, else to be copied.

The facilitator learns how many people a message reaches, never who they are or what their address is.
"""

from collections.abc import Collection
from datetime import datetime
from typing import Final

from planning.circles.model import MemberState
from planning.circles.service import guiding, members
from planning.core.database import Database
from planning.core.mailing import ask_mail, mail_reasons
from planning.core.people import read_people
from planning.core.refusal import Reason, Refused, refuse
from planning.core.rights import Person, Right

NETWORK_MAIL: Final = "network_mail"
_REACHED: Final = (MemberState.INVITED, MemberState.MEMBER, MemberState.WAITING)


def people_reached(person: Person, database: Database, network_id: str) -> dict[str, int]:
    """How many people of each board a message would reach. The facilitator asks."""
    return {board: len(found) for board, found in _speakers(person, database, network_id).items()}


def remind(
    person: Person,
    database: Database,
    at: datetime,
    network_id: str,
    boards: Collection[str],
    subject: str,
    text: str,
) -> int:
    """Have a message mailed to the people of these boards; returns to how many. Raises Refused.

    It goes out in the background; the log will say to which boards, under what subject, and to how many.
    """
    guide = guiding(person, database, network_id)
    refuse(mail_reasons(subject, text))
    found = _speakers(person, database, network_id)
    by_address = {  # who speaks for two boards gets one
        address: (board, key) for board in boards for address, key in found.get(board, {}).items()
    }
    if not by_address:
        raise Refused(Reason("nobody_to_mail"))
    names = {one.board_id: one.name for one in members(person, database, network_id) if one.board_id in boards}
    with database.beside(network_id) as connection:
        to = sorted(by_address.values())
        ask_mail(connection, guide, at, to, subject, text, what=NETWORK_MAIL, about=subject, names=names)
    return len(to)


def _speakers(person: Person, database: Database, network_id: str) -> dict[str, dict[str, str]]:
    """Board -> who speaks for it, key by account."""
    guiding(person, database, network_id)
    found = {}
    for member in members(person, database, network_id):
        if member.standing in _REACHED:
            with database.read(member.board_id) as connection:
                people = read_people(connection, member.board_id)
            found[member.board_id] = {
                one.account: one.person_id for one in people if one.account and one.may(Right.TOGETHER)
            }
    return found
