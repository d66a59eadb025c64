"""Whether the lists are still right, asked of coordinators by mail: when a round begins, and once more before its day.

Only who has a list that was not said to be right since is asked. A reminder is noted in the transaction that asks for
it, so that nobody gets two, whoever is killed when.
"""

from datetime import date, datetime, timedelta
from typing import Final

import sqlalchemy as sa

from planning.core.boards import boards
from planning.core.clock import board_day
from planning.core.database import ALL_BOARDS, Actor, Database
from planning.core.mail import mail_server
from planning.core.mailing import ask_mail
from planning.core.notation import day
from planning.core.people import read_people
from planning.core.rights import Role, operator
from planning.core.translation import gettext as _
from planning.core.translation import use_language
from planning.inventory.fleet import records
from planning.inventory.fleet.records import Check
from planning.inventory.fleet.timeline import holding

CHECK_MAIL: Final = "check_mail"
BEFORE: Final = timedelta(days=3)
"""How long before the day of a round who did not answer is reminded."""


def asked_people(connection: sa.Connection, board_id: str, asked_on: date) -> list[tuple[str, str]]:
    """The coordinators with an account of whom a list waits for an answer: board and person."""
    held = holding(records.read_versions(connection, board_id, None), date.max)
    waiting = {school for school, version in held.items() if version.counted_on < asked_on}
    people = read_people(connection, board_id)
    return [
        (board_id, one.person_id)
        for one in people
        if one.role is Role.SCHOOL_ICT and one.account and not one.is_off and one.school_ids & waiting
    ]


def ask_by_mail(connection: sa.Connection, person: Actor, at: datetime, board_name: str, check: Check) -> int:
    """Have the coordinators of whom a list waits for an answer asked by mail; how many those are."""
    to = asked_people(connection, person.board_id, check.asked_on)
    if to:
        subject, text = _message(board_name, check)
        ask_mail(connection, person, at, to, subject, text, what=CHECK_MAIL, about=board_name)
    return len(to)


def every_night(database: Database, at: datetime) -> None:
    """Remind who did not answer, once in a round; not where no mail server is set."""
    if mail_server() is None:
        return
    use_language("nl")
    table = records.inventory_check
    with database.read(ALL_BOARDS) as connection:
        query = sa.select(table.c.board_id, table.c.due).where(table.c.link.is_not(None), table.c.reminded_on.is_(None))
        due = dict(connection.execute(query).all())
    for board in boards(database):
        today = board_day(board, at)
        if board.board_id in due and due[board.board_id] - BEFORE <= today <= due[board.board_id]:
            with database.beside(board.board_id) as connection:
                check = records.read_check(connection, board.board_id)
                noted = table.update().where(table.c.board_id == board.board_id, table.c.reminded_on.is_(None))
                if check and check.link and connection.execute(noted.values(reminded_on=today)).rowcount:
                    ask_by_mail(connection, operator(board.board_id), at, board.name, check)


def _message(board_name: str, check: Check) -> tuple[str, str]:
    subject = _("Is your list of devices still right?")
    text = _(
        "Good day,\n\n{name} of {board} asks whether the list of devices of your school is still right, by {day} at "
        "the latest.\n\nIs it? One click says so. Did something change? You can change one device, or hand in a new "
        "list. Both are here:\n{link}\n\nKind regards,\n{board}"
    )
    return subject, text.format(name=check.asked_by, board=board_name, day=day(check.due), link=check.link)
