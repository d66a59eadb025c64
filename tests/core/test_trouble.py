"""What a person is told where the database or the disk fails, and that nothing is kept by half then."""

import resource
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import OperationalError

from planning.core.account_rules import SessionLimits
from planning.core.boards import Board, add_board
from planning.core.database import ALL_BOARDS, Database, audit_line
from planning.core.rights import Role
from planning.core.service import audit, own_board, set_board
from planning.core.trouble import Trouble, trouble_of
from tests.conftest import NOW, person

CHAIR = person(Role.CHAIR)
ROOM = 1_500_000  # bytes that a file may have


@contextmanager
def little_room() -> Iterator[None]:
    """No file may grow beyond that, as on a disk that is full; Python lets the write fail."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def fill(database: Database, kept: list[int]) -> None:
    """Change after change of 50 lines, until there is no room."""
    while True:
        with database.change(CHAIR, NOW) as change:
            for line in range(50):
                change.log("test", str(line), None, {"words": "x" * 2000})
        kept.append(change.version)


def test_a_full_disk_is_told_and_leaves_whole_changes_only(sqlite_file: Path, tmp_path: Path) -> None:
    database = Database(f"sqlite:///{shutil.copy(sqlite_file, tmp_path / 'full.db')}")
    add_board(database, Board("11111", "Eigen bestuur", False, None, 4.0, 0.10, 180))
    kept: list[int] = []
    with little_room(), pytest.raises(OperationalError) as full:
        fill(database, kept)
    assert trouble_of(full.value) is Trouble.FULL
    database.engine.dispose()
    counted = sa.select(audit_line.c.version, sa.func.count()).group_by(audit_line.c.version)
    with database.read("11111") as connection:
        assert {lines for _version, lines in connection.execute(counted)} == {50}
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
    assert database.data_version("11111") == len(kept) > 0
    set_board(CHAIR, database, NOW, name="Het gaat weer")  # there is room again
    assert own_board(CHAIR, database).name == "Het gaat weer"


def test_a_server_that_does_not_answer_is_away_and_a_wrong_statement_is_a_defect(
    database: Database, tmp_path: Path
) -> None:
    gone = Database(f"postgresql+psycopg://niemand@/niets?host={tmp_path}")
    with pytest.raises(OperationalError) as away, gone.read(ALL_BOARDS):
        pass
    assert trouble_of(away.value) is Trouble.AWAY
    with pytest.raises(sa.exc.DBAPIError) as defect, database.engine.connect() as connection:
        connection.exec_driver_sql("SELECT * FROM nergens")
    assert trouble_of(defect.value) is None
    assert trouble_of(OSError(28, "No space left on device")) is Trouble.FULL
    assert trouble_of(ValueError("x")) is None


def test_a_clock_put_back_breaks_nothing(database: Database) -> None:
    back = NOW - timedelta(hours=1)
    set_board(CHAIR, database, NOW, name="Eerst")
    set_board(CHAIR, database, back, name="Daarna")
    assert own_board(CHAIR, database).name == "Daarna"
    assert len(audit(CHAIR, database)) == 2
    limits = SessionLimits(timedelta(hours=2), timedelta(hours=12))
    assert limits.hold(NOW, NOW, back)  # an hour of the clock signs nobody out
    assert not limits.hold(NOW, NOW, NOW - timedelta(days=300))  # nor lets a day of next year anybody in for a year
