"""What was kept long enough goes (AVG art. 5 lid 1e): the log, reports, incidents and requests, sessions, work done.

The terms are settings of the installation. An incident is kept from its last step, and a request from its answer: the
supervisor must be able to look into them (AVG art. 33 lid 5). What is still open stays. Every board goes by its own
day: an example group, which stands still at its date, keeps what it shows.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, Self

import sqlalchemy as sa

from planning.core.account_records import forget_old_requests, forget_old_sessions
from planning.core.account_rules import REQUEST_DAYS, SessionLimits
from planning.core.boards import boards
from planning.core.clock import board_moment, local_day
from planning.core.database import ALL_BOARDS, Database, Moment
from planning.core.interrupted import forget_old
from planning.core.rights import operator
from planning.core.settings import Settings
from planning.core.work_records import remove_tasks, task

TASK_DAYS: Final = 7
"""Work that nobody was told the end of."""
_YEAR: Final = timedelta(days=365.25)


@dataclass(frozen=True)
class Terms:
    """How long what is kept."""

    log: timedelta
    reports: timedelta
    incidents: timedelta
    sessions: SessionLimits

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """As this installation is set."""
        return cls(
            settings.keep_log_years * _YEAR,
            settings.keep_reports_years * _YEAR,
            settings.keep_incidents_years * _YEAR,
            SessionLimits(timedelta(minutes=settings.session_idle_minutes), timedelta(hours=settings.session_hours)),
        )


def retain(database: Database, at: datetime, terms: Terms, *, apply: bool = True) -> Mapping[str, int]:
    """Let go of what is older, board by board, each in one transaction with a line in its log; gives rows by table.

    Not `apply` counts only. Killed at any moment it goes on where it was at the next call.
    """
    with database.read(ALL_BOARDS) as connection:
        tables = _tables(connection)
    gone: dict[str, int] = {}
    for one in boards(database):
        here = board_moment(one, at)
        with database.read(one.board_id) as connection:
            old = {
                name: _count(connection, tables[name], where) for name, where in _old(tables, here, terms, one.board_id)
            }
        old = {name: rows for name, rows in old.items() if rows}
        for name, rows in old.items():
            gone[name] = gone.get(name, 0) + rows
        if not old or not apply:
            continue
        with database.change(operator(one.board_id), at) as change:
            for name, where in _old(tables, here, terms, one.board_id):
                if name in old:
                    change.connection.execute(tables[name].delete().where(where))
            change.log("retention", one.name, None, old)
    if apply:
        with database.beside(ALL_BOARDS) as connection:
            gone["login_session"] = forget_old_sessions(connection, terms.sessions, at)
            gone["access_request"] = forget_old_requests(connection, at - timedelta(days=REQUEST_DAYS))
            gone["long_act"] = forget_old(connection, at - timedelta(days=TASK_DAYS))
            gone["task"] = remove_tasks(connection, task.c.at < at - timedelta(days=TASK_DAYS))
    return gone


def _old(
    tables: Mapping[str, sa.Table], at: datetime, terms: Terms, board_id: str
) -> list[tuple[str, sa.ColumnElement[bool]]]:
    """What is too old, by table, of one board."""
    log, reports = tables["audit_line"], tables["report_version"]
    incident, step, asked = tables["incident"], tables["incident_step"], tables["rights_request"]
    limit = at - terms.incidents
    same = (step.c.board_id == incident.c.board_id, step.c.incident_id == incident.c.incident_id)
    last = sa.select(sa.func.max(step.c.at)).where(*same).scalar_subquery()
    found: list[tuple[sa.Table, Any]] = [
        (log, log.c.at < at - terms.log),
        (reports, reports.c.made_at < at - terms.reports),
        (incident, last < _moment(limit)),
        (asked, asked.c.answered_on < local_day(limit)),
    ]
    return [(table.name, sa.and_(table.c.board_id == board_id, where)) for table, where in found]


def _moment(at: datetime) -> sa.BindParameter[datetime]:
    return sa.bindparam(None, at, type_=Moment(), unique=True)


def _count(connection: sa.Connection, table: sa.Table, where: sa.ColumnElement[bool]) -> int:
    return connection.execute(sa.select(sa.func.count()).select_from(table).where(where)).scalar_one()


def _tables(connection: sa.Connection) -> Mapping[str, sa.Table]:
    """Of the schema itself: no subject has to be loaded for it."""
    schema = sa.MetaData()
    schema.reflect(connection, only=["audit_line", "report_version", "incident", "incident_step", "rights_request"])
    for column in (column for table in schema.tables.values() for column in table.c):
        if isinstance(column.type, sa.DateTime):
            column.type = Moment()
    return schema.tables
