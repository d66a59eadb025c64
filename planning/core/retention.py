"""What is forgotten because its time is over: every night, by whoever works in the background."""

from datetime import datetime, timedelta
from typing import Final

from planning.core import account_records, work_records
from planning.core.account_rules import REQUEST_DAYS, SessionLimits
from planning.core.database import ALL_BOARDS, Database
from planning.core.settings import settings

TASK_DAYS: Final = 7
"""Work that nobody was told the end of."""


def forget_what_is_over(database: Database, at: datetime) -> dict[str, int]:
    """Forget sessions that ended, requests to be let in that are too old, and what came of work; how many of each."""
    limits = SessionLimits(
        timedelta(minutes=settings().session_idle_minutes), timedelta(hours=settings().session_hours)
    )
    with database.beside(ALL_BOARDS) as connection:
        return {
            "sessions": account_records.forget_old_sessions(connection, limits, at),
            "requests": account_records.forget_old_requests(connection, at - timedelta(days=REQUEST_DAYS)),
            "tasks": work_records.remove_tasks(connection, work_records.task.c.at < at - timedelta(days=TASK_DAYS)),
        }
