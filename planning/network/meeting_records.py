"""Meetings, who comes, answers to warm-up questions and reading marks, as kept."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa
from pydantic import TypeAdapter

from planning.circles.model import Contribution
from planning.core.database import Change, Database, Moment, metadata
from planning.core.store import board_column, board_key, number, part_of, put, remove, rows, update
from planning.network.meetings import (
    AgendaPart,
    AttendanceLine,
    CancelledMeeting,
    Meeting,
    MeetingRole,
    Presence,
    ReadingMark,
    Stage,
)

meeting = sa.Table(
    "meeting",
    metadata,
    board_key(),
    number("number"),
    sa.Column("theme", sa.String(120), nullable=False),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("begins", sa.Time, nullable=False),
    sa.Column("place", sa.String(120), nullable=False),
    sa.Column("expert", sa.String(120), nullable=False),
    sa.Column("agenda", sa.JSON, nullable=False),
    sa.Column("roles", sa.JSON, nullable=False),
    sa.Column("places", sa.Integer),
    sa.Column("warm_up", sa.String(120), nullable=False),
    sa.Column("stage_part", sa.Integer),
    sa.Column("stage_since", Moment),
    sa.Column("sequence", sa.Integer, nullable=False),
    sa.Column("changed_at", Moment, nullable=False),
)

meeting_attendance = sa.Table(
    "meeting_attendance",
    metadata,
    board_column(),
    number("number"),
    sa.Column("member", sa.String(5), primary_key=True),
    sa.Column("presence", sa.String(6), nullable=False),
    sa.Column("at", Moment, nullable=False),
    sa.Column("by", sa.String(120), nullable=False),
    part_of("meeting", "number"),
)

warm_up_answer = sa.Table(
    "warm_up_answer",
    metadata,
    board_column(),
    number("number"),
    sa.Column("member", sa.String(5), primary_key=True),
    sa.Column("answer", sa.Integer, nullable=False),
    part_of("meeting", "number"),
)

reading_mark = sa.Table(
    "reading_mark",
    metadata,
    board_key(),
    sa.Column("reader", sa.String(5), primary_key=True),
    sa.Column("owner", sa.String(5), primary_key=True),
    sa.Column("kind", sa.String(20), primary_key=True),
    sa.Column("key", sa.String(60), primary_key=True),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("at", Moment, nullable=False),
)

cancelled_meeting = sa.Table(
    "cancelled_meeting",
    metadata,
    board_key(),
    number("number"),
    sa.Column("theme", sa.String(120), nullable=False),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("begins", sa.Time, nullable=False),
    sa.Column("minutes", sa.Integer, nullable=False),
    sa.Column("place", sa.String(120), nullable=False),
    sa.Column("sequence", sa.Integer, nullable=False),
    sa.Column("changed_at", Moment, nullable=False),
)

network_feed = sa.Table(
    "network_feed",
    metadata,
    board_column(),
    sa.Column("person_id", sa.String(40), primary_key=True),
    sa.Column("serial", sa.String(40), nullable=False),  # part of the signed address; another one ends the old address
    part_of("person", "person_id"),
)

COUNTING: Final = ".count"
"""Who reads all answers to a warm-up question, to count them: no board and no circle has this number."""
_AGENDA: Final = TypeAdapter(tuple[AgendaPart, ...])
_ROLES: Final = TypeAdapter(dict[MeetingRole, str])


def read_meetings(connection: sa.Connection, network_id: str) -> tuple[Meeting, ...]:
    """The meetings of a network, by number."""
    return tuple(map(_meeting, rows(connection, meeting, meeting.c.board_id == network_id, meeting.c.number)))


def write_meeting(change: Change, new: Meeting) -> None:
    """Keep a meeting, with the part at which everybody is."""
    values = {
        name: getattr(new, name)
        for name in ("theme", "day", "begins", "place", "expert", "places", "warm_up", "sequence", "changed_at")
    }
    values["agenda"] = _AGENDA.dump_python(new.agenda, mode="json")
    values["roles"] = _ROLES.dump_python(dict(new.roles), mode="json")
    put(change, meeting, {"number": new.number}, values | _stage(new.stage))


def write_stage(change: Change, which: int, stage: Stage | None) -> None:
    """Keep at which part of a meeting everybody is."""
    update(change, meeting, {"number": which}, _stage(stage))


def remove_meeting(change: Change, which: int) -> None:
    """Take a meeting away, with who would come."""
    remove(change, meeting, {"number": which})


def read_cancelled(connection: sa.Connection, network_id: str) -> tuple[CancelledMeeting, ...]:
    """The meetings that were taken off and not set again."""
    table = cancelled_meeting
    return tuple(
        CancelledMeeting(**row) for row in rows(connection, table, table.c.board_id == network_id, table.c.day)
    )


def write_cancelled(change: Change, off: CancelledMeeting) -> None:
    """Keep that a meeting was taken off."""
    values = asdict(off)
    put(change, cancelled_meeting, {"number": values.pop("number")}, values)


def remove_cancelled(change: Change, which: int) -> None:
    """Forget that a meeting was taken off: it is set again."""
    remove(change, cancelled_meeting, {"number": which})


def read_serial(connection: sa.Connection, board_id: str, person_id: str) -> str | None:
    """The serial of a person's calendar address; None where they have none."""
    mine = (network_feed.c.board_id == board_id, network_feed.c.person_id == person_id)
    return connection.execute(sa.select(network_feed.c.serial).where(*mine)).scalar_one_or_none()


def write_serial(change: Change, person_id: str, serial: str | None) -> None:
    """Give a person a calendar address in the place of an earlier one; None ends it."""
    if serial is None:
        remove(change, network_feed, {"person_id": person_id})
    else:
        put(change, network_feed, {"person_id": person_id}, {"serial": serial})


def read_attendance(connection: sa.Connection, network_id: str) -> tuple[AttendanceLine, ...]:
    """Who said to come to which meeting, or not."""
    table = meeting_attendance
    found = rows(connection, table, table.c.board_id == network_id, table.c.number, table.c.at, table.c.member)
    return tuple(AttendanceLine(**row | {"presence": Presence(row["presence"])}) for row in found)


def write_attendance(change: Change, line: AttendanceLine) -> None:
    """Keep what a board says about coming."""
    key = {"number": line.number, "member": line.member}
    put(change, meeting_attendance, key, {"presence": line.presence.value, "at": line.at, "by": line.by})


def read_warm_up(connection: sa.Connection, network_id: str) -> dict[int, dict[str, int]]:
    """The answers to the warm-up questions, by meeting and board: all of them for COUNTING, else one's own."""
    found: dict[int, dict[str, int]] = {}
    table = warm_up_answer
    for row in rows(connection, table, table.c.board_id == network_id, table.c.number, table.c.member):
        found.setdefault(row["number"], {})[row["member"]] = row["answer"]
    return found


def write_warm_up(change: Change, which: int, member: str, answer: int) -> None:
    """Keep a board's answer."""
    put(change, warm_up_answer, {"number": which, "member": member}, {"answer": answer})


def read_marks(connection: sa.Connection, network_id: str, reader: str | None = None) -> tuple[ReadingMark, ...]:
    """What was read, by one of them or by all."""
    table = reading_mark
    mine = table.c.board_id == network_id
    if reader is not None:
        mine = sa.and_(mine, table.c.reader == reader)
    return tuple(ReadingMark(**row) for row in rows(connection, table, mine, table.c.reader, table.c.at))


def write_marks(database: Database, at: datetime, network_id: str, reader: str, found: Iterable[Contribution]) -> None:
    """Keep that these were read, each at its newest version.

    No change of the network: nobody's screen becomes another by it, so it raises no data version and has no line in
    the log; of what is read already nothing is written.
    """
    wanted = {(one.owner, one.kind, one.key): one.version for one in found if one.owner != reader}
    if not wanted:
        return
    with database.read(network_id, reader) as connection:
        known = {(one.owner, one.kind, one.key): one.version for one in read_marks(connection, network_id, reader)}
    new = {key: version for key, version in wanted.items() if known.get(key, 0) < version}
    if not new:
        return
    with database.engine.begin() as connection:
        database.limit_to(connection, network_id, reader)
        change = Change(connection, network_id, reader, "", at, 0)
        for (owner, kind, key), version in new.items():
            mark = {"reader": reader, "owner": owner, "kind": kind, "key": key}
            put(change, reading_mark, mark, {"version": version, "at": at})


def _stage(stage: Stage | None) -> dict[str, object]:
    return {"stage_part": stage and stage.part, "stage_since": stage and stage.since}


def _meeting(row: dict[str, Any]) -> Meeting:
    part, since = row.pop("stage_part"), row.pop("stage_since")
    agenda, roles = _AGENDA.validate_python(row.pop("agenda")), _ROLES.validate_python(row.pop("roles"))
    return Meeting(**row, agenda=agenda, roles=roles, stage=Stage(part, since) if part and since else None)
