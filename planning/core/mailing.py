"""Messages to people, sent in the background: each at most once, whoever is killed when.

That a message is about to be handed over is kept before, and what became of it after. Who is killed in between leaves
a message of which nobody knows whether it went: it is called so, and not sent again.
"""

import time
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa

from planning.core.clock import now
from planning.core.database import Actor, Database
from planning.core.mail import Letter, MailRefused, MailServer, MailServerAway, MailUncertain, mail_server, send
from planning.core.mail_records import MailLine, MailState, add_mail, move_mail, read_mail
from planning.core.people import find_person
from planning.core.refusal import Reason
from planning.core.rights import Person, operator
from planning.core.work import ask
from planning.core.work_records import READY, Task, set_step

KIND: Final = "mail"
LONGEST_SUBJECT: Final = 150
LONGEST_MAIL: Final = 5000
PAUSES: Final = (2.0, 8.0, 20.0)
"""Seconds to wait for a mail server that is away, time after time; then nothing more is sent."""


def mail_reasons(subject: str, text: str) -> list[Reason]:
    """Why a message cannot go out as it is written, and that there is no server; all at once."""
    found = [] if subject.strip() and text.strip() else [Reason("mail_text_missing", "text")]
    for field, said, most in (("subject", subject, LONGEST_SUBJECT), ("text", text, LONGEST_MAIL)):
        if len(said) > most:
            found.append(Reason("mail_text_too_long", field, {"n": most}))
    return found or ([] if mail_server() else [Reason("no_mail_server")])


def ask_mail(
    connection: sa.Connection,
    person: Actor,
    at: datetime,
    to: Sequence[tuple[str, str]],
    subject: str,
    text: str,
    *,
    what: str,
    about: str,
    names: Mapping[str, str] | None = None,
) -> Task:
    """Have a message sent to people (board and person), once this transaction is kept.

    The log will say `what` of `about` was sent to how many; of `names` (boards) to which of them.
    """
    asked: dict[str, Any] = {"what": what, "about": about, "subject": subject, "text": text, "names": dict(names or {})}
    new = ask(connection, person, at, KIND, asked)
    add_mail(connection, new, to)
    return new


def carry_out(database: Database, one: Task) -> None:
    """Send what waits, by the mail server that the settings of this process name."""
    with database.beside(one.board_id) as connection:
        # of whoever was killed; one that lives still, and was only thought gone, says itself what became of it
        move_mail(connection, one, MailState.SENDING, MailState.UNKNOWN)
    asker = _asker(database, one)
    server = mail_server()
    if server is None or asker is None:
        _leave(database, one)
    else:
        _send_patiently(database, one, server, asker)
    _end(database, one, asker or operator(one.board_id))


def _send_patiently(database: Database, one: Task, server: MailServer, asker: Person) -> None:
    for pause in (*PAUSES, None):
        try:
            with database.read(one.board_id) as connection:
                lines = read_mail(connection, one.board_id, one.task_id)
            for line in lines:
                if line.state is MailState.WAITING:
                    _deliver(database, one, line, server, asker)
            return
        except MailServerAway as away:
            if pause is None:
                _leave(database, one, away.said)
            else:
                time.sleep(pause)


def _deliver(database: Database, one: Task, line: MailLine, server: MailServer, asker: Person) -> None:
    def moved(before: MailState, after: MailState, said: str = "") -> bool:
        with database.beside(one.board_id) as connection:
            return move_mail(connection, one, before, after, line.number, said) == 1

    found = find_person(database, line.to_board, line.person_id)
    if found is None or found.account is None:
        moved(MailState.WAITING, MailState.GONE)
        return
    if not moved(MailState.WAITING, MailState.SENDING):  # stopped meanwhile, or another is at it
        return
    key = f"{one.task_id}.{line.number}"
    letter = Letter(found.account, one.asked["subject"], one.asked["text"], asker.account or "", key)
    after, said = MailState.SENT, ""
    try:
        send(server, letter)
    except MailServerAway:
        moved(MailState.SENDING, MailState.WAITING)
        raise
    except MailRefused as refused:
        after, said = MailState.REFUSED, refused.said
    except MailUncertain:
        after = MailState.UNKNOWN
    if not moved(MailState.SENDING, after, said):
        moved(MailState.UNKNOWN, after, said)  # another thought us gone


def _leave(database: Database, one: Task, said: str = "") -> None:
    with database.beside(one.board_id) as connection:
        move_mail(connection, one, MailState.WAITING, MailState.REFUSED, said=said)


def _end(database: Database, one: Task, who: Person) -> None:
    with database.read(one.board_id) as connection:
        lines = read_mail(connection, one.board_id, one.task_id)
    went = [line for line in lines if line.state is MailState.SENT]
    unknown = sum(line.state is MailState.UNKNOWN for line in lines)
    if not went and not unknown:
        with database.beside(one.board_id) as connection:
            set_step(connection, one, READY)
        return
    facts: dict[str, Any] = {"subject": one.asked["subject"][:150], "people": len(went)}
    if names := one.asked["names"]:
        facts["boards"] = [name for board, name in names.items() if any(line.to_board == board for line in went)]
    if unknown:
        facts["unknown"] = unknown
    with database.change(who, now()) as change:
        if set_step(change.connection, one, READY):
            change.log(one.asked["what"], one.asked["about"][:200], None, facts)
        else:
            change.is_preview = True  # it was over


def _asker(database: Database, one: Task) -> Person | None:
    """Who asked, where they may still come in; what Vlootplan itself asked stays asked."""
    itself = operator(one.board_id)
    return itself if one.person_id == itself.person_id else find_person(database, one.board_id, one.person_id)
