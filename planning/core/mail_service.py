"""What a signed-in person sees of the messages they had sent: how far they are, what came of them, how to stop."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from planning.core.database import Database
from planning.core.mail_records import MailLine, MailState, move_mail, read_mail
from planning.core.mailing import KIND
from planning.core.refusal import Reason
from planning.core.rights import Person
from planning.core.work_records import OVER, Task, read_tasks, remove_tasks, task, tasks_asked_by


@dataclass(frozen=True)
class Mailing:
    """A message on its way to several people, as it is at this moment."""

    task_id: str
    asked_at: datetime
    subject: str
    is_over: bool
    lines: tuple[MailLine, ...]
    names: Mapping[str, str]  # of boards, where it goes to several
    given_up: tuple[Reason, ...] = ()  # it was tried several times

    @property
    def sent(self) -> int:
        """To how many it went."""
        return sum(line.state is MailState.SENT for line in self.lines)

    @property
    def settled(self) -> int:
        """Of how many it is known that nothing more is tried."""
        return sum(line.state not in (MailState.WAITING, MailState.SENDING) for line in self.lines)

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """To whom it did not go, or perhaps not, and why."""
        n, whole = Counter(line.state for line in self.lines), len(self.lines)
        said = next((line.said for line in self.lines if line.said), "")
        found = list[Reason]()
        if n[MailState.REFUSED] and said:
            found.append(Reason("mail_refused", None, {"n": n[MailState.REFUSED], "all": whole, "said": said}))
        elif n[MailState.REFUSED]:
            found.append(Reason("mail_not_sent", None, {"n": n[MailState.REFUSED], "all": whole}))
        if n[MailState.GONE]:
            found.append(Reason("mail_gone", None, {"n": n[MailState.GONE], "all": whole}))
        if n[MailState.STOPPED]:
            found.append(Reason("mail_stopped", None, {"n": n[MailState.STOPPED], "all": whole}))
        if n[MailState.UNKNOWN]:
            found.append(Reason("mail_unknown", None, {"n": n[MailState.UNKNOWN], "all": whole}))
        reached = {line.to_board for line in self.lines if line.state is MailState.SENT}
        missed = tuple(name for board, name in self.names.items() if board not in reached)
        if missed:
            found.append(Reason("mail_missed", None, {"names": missed}))
        return (*found, *self.given_up)


def mailings(person: Person, database: Database, what: str) -> tuple[Mailing, ...]:
    """What this person had sent of a kind (as the log calls it), until they have read what came of it."""
    with database.read(person.board_id) as connection:
        asked = tasks_asked_by(connection, person.board_id, person.person_id, KIND)
        found = [one for one in asked if one.asked["what"] == what]
        return tuple(_mailing(connection, one) for one in found)


def stop_mailing(person: Person, database: Database, task_id: str) -> None:
    """Send no more of it; what went, went."""
    with database.beside(person.board_id) as connection:
        for one in read_tasks(connection, *_asked_by(person), task.c.task_id == task_id):
            move_mail(connection, one, MailState.WAITING, MailState.STOPPED)


def close_mailing(person: Person, database: Database, task_id: str) -> None:
    """They read what came of it; nothing where it is not over."""
    with database.beside(person.board_id) as connection:
        remove_tasks(connection, *_asked_by(person), task.c.task_id == task_id, task.c.step.in_(OVER))


def _asked_by(person: Person) -> tuple[sa.ColumnElement[bool], ...]:
    return task.c.board_id == person.board_id, task.c.person_id == person.person_id, task.c.kind == KIND


def _mailing(connection: sa.Connection, one: Task) -> Mailing:
    lines = read_mail(connection, one.board_id, one.task_id)
    given_up = tuple(Reason(**said) for said in one.result or ())
    return Mailing(one.task_id, one.at, one.asked["subject"], one.step in OVER, lines, one.asked["names"], given_up)
