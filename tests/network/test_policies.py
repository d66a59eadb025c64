"""What PostgreSQL keeps of who is in a circle: every policy lets something through and stops something.

Each is taken away (then what it lets through is gone) and opened wide (then what it stops is seen).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, time

import pytest
import sqlalchemy as sa

from planning.circles import service as circles
from planning.circles.contribution_records import contribution
from planning.circles.contribution_service import contributions
from planning.circles.model import Sharing
from planning.circles.records import circle_member
from planning.core.boards import Kind
from planning.core.database import Database, data_version
from planning.network import meeting_service as meetings
from planning.network.meeting_records import COUNTING, reading_mark, warm_up_answer
from planning.network.meetings import Meeting
from tests.conftest import NOW
from tests.network.conftest import Network

COMMANDS = {"*": "ALL", "r": "SELECT", "a": "INSERT", "w": "UPDATE", "d": "DELETE"}


@pytest.fixture
def guarded(network: Network) -> Network:
    """The network where the database keeps the rule itself, beside another network of the board."""
    if network.database.engine.dialect.name != "postgresql":
        pytest.skip("SQLite has no row-level security; the queries themselves are tested on both")
    network.write(network.own, "geheim", Sharing.CIRCLE)
    return network


@contextmanager
def changed(owner: sa.Engine, table: str, policy: str, using: str | None) -> Iterator[None]:
    """A while in which a policy is gone, or lets through what `using` says."""
    found = sa.text(
        "SELECT polcmd, polpermissive, pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)"
        " FROM pg_policy WHERE polname = :name AND polrelid = CAST(:table AS regclass)"
    )
    with owner.begin() as connection:
        cmd, permissive, qual, check = connection.execute(found, {"name": policy, "table": table}).one()
        assert (permissive, check) == (True, None)
        connection.execute(sa.text(f"DROP POLICY {policy} ON {table}"))
        create = f"CREATE POLICY {policy} ON {table} FOR {COMMANDS[cmd]} USING "
        if using is not None:
            connection.execute(sa.text(f"{create} ({using})"))
    try:
        yield
    finally:
        with owner.begin() as connection:
            connection.execute(sa.text(f"DROP POLICY IF EXISTS {policy} ON {table}"))
            connection.execute(sa.text(f"{create} ({qual})"))


def lines(database: Database, board_id: str) -> list[str]:
    """The members that a transaction of a board or a circle finds when it asks for everything."""
    with database.read(board_id) as connection:
        return sorted(connection.execute(sa.select(circle_member.c.member)).scalars())


def texts(database: Database, board_id: str, viewer: str) -> list[str]:
    """The contributions that a transaction finds when it asks for everything."""
    with database.read(board_id, viewer) as connection:
        return sorted(connection.execute(sa.select(contribution.c.key)).scalars())


def test_a_circle_finds_its_members_a_board_its_own_line_and_another_nothing(guarded: Network) -> None:
    assert lines(guarded.database, guarded.network_id) == ["11111", "22222", "33333"]
    assert lines(guarded.database, "11111") == ["11111"]
    assert lines(guarded.database, "44444") == []


def test_without_its_policy_a_circle_does_not_find_its_members(
    guarded: Network, postgres: tuple[sa.URL, sa.Engine]
) -> None:
    with changed(postgres[1], "circle_member", "one_circle", None):
        assert circles.members(guarded.guide, guarded.database, guarded.network_id) == ()
    assert len(circles.members(guarded.guide, guarded.database, guarded.network_id)) == 3


def test_without_its_policy_a_board_does_not_find_the_circles_it_is_in(
    guarded: Network, postgres: tuple[sa.URL, sa.Engine]
) -> None:
    with changed(postgres[1], "circle_member", "own_line", None):
        assert circles.circles_of(guarded.own, guarded.database, Kind.NETWORK) == ()
        with pytest.raises(LookupError):
            circles.seat(guarded.own, guarded.database, guarded.network_id)
    assert circles.seat(guarded.own, guarded.database, guarded.network_id).is_member


@pytest.mark.parametrize("policy", ["one_circle", "own_line"])
def test_what_a_policy_of_members_stops_is_seen_where_it_is_open(
    guarded: Network, postgres: tuple[sa.URL, sa.Engine], policy: str
) -> None:
    with changed(postgres[1], "circle_member", policy, "true"):
        assert lines(guarded.database, "44444") == ["11111", "22222", "33333"]
    assert lines(guarded.database, "44444") == []


def test_a_board_moves_itself_up_in_no_circle(guarded: Network) -> None:
    with guarded.database.engine.connect() as connection:
        guarded.database.limit_to(connection, "33333")
        moved = connection.execute(circle_member.update().values(standing="member"))
        assert moved.rowcount == 0  # it may read its line, and change none


def test_rows_of_one_circle_are_not_found_from_another(guarded: Network, postgres: tuple[sa.URL, sa.Engine]) -> None:
    other = circles.begin_circle(guarded.database, NOW, Kind.NETWORK, "Tweede netwerk", "Bo").board_id
    assert texts(guarded.database, other, "11111") == []
    with changed(postgres[1], "contribution", "one_circle", "true"):
        assert texts(guarded.database, other, "11111") == ["geheim"]
    with changed(postgres[1], "contribution", "one_circle", None):
        assert texts(guarded.database, guarded.network_id, "11111") == []
    assert texts(guarded.database, guarded.network_id, "11111") == ["geheim"]


def test_what_is_public_is_found_from_another_board(guarded: Network) -> None:
    guarded.write(guarded.own, "voor iedereen", Sharing.PUBLIC)
    assert texts(guarded.database, "44444", "44444") == ["voor iedereen"]


@pytest.fixture
def answering(guarded: Network) -> Network:
    """Two boards that answered a warm-up question; one read what the other wrote."""
    one = Meeting(1, "Start", date(2018, 5, 24), time(10, 0), warm_up="De basis is op orde")
    meetings.save_meeting(guarded.guide, guarded.database, NOW, guarded.network_id, one)
    for who in (guarded.own, guarded.other):
        meetings.answer_warm_up(who, guarded.database, NOW, guarded.network_id, 1, 4)
    secret = contributions(guarded.other, guarded.database, guarded.network_id)
    meetings.mark_read(guarded.other, guarded.database, NOW, guarded.network_id, secret)
    return guarded


def found(network: Network, table: sa.Table, viewer: str) -> list[str]:
    """Whose rows a transaction finds that asks for everything."""
    of = table.c.member if "member" in table.c else table.c.reader
    with network.database.read(network.network_id, viewer) as connection:
        return sorted(connection.execute(sa.select(of)).scalars())


def test_an_answer_is_seen_by_who_gave_it_and_by_who_counts(answering: Network) -> None:
    viewers = ("11111", answering.network_id, ".expert", "", COUNTING)
    assert [found(answering, warm_up_answer, viewer) for viewer in viewers] == [
        ["11111"], [], [], [], ["11111", "22222"],
    ]  # fmt: skip


def test_a_reading_mark_is_seen_by_who_read_by_whose_it_was_and_by_the_facilitator(answering: Network) -> None:
    viewers = ("22222", "11111", answering.network_id, "33333", ".expert")
    assert [found(answering, reading_mark, viewer) for viewer in viewers] == [["22222"], ["22222"], ["22222"], [], []]


def tried(network: Network) -> set[str]:
    """What board 33333 gets done with answers and marks of another, with the first lock off; nothing stays of it."""
    rows = {
        warm_up_answer: {"number": 1, "member": "44444", "answer": 1},
        reading_mark: {"reader": "44444", "owner": "11111", "kind": "note", "key": "k", "version": 1, "at": NOW},
    }
    done = set()
    for table, row in rows.items():
        done |= {f"{table.name} own_seen"} if found(network, table, "33333") else set()
        changes = {
            "own_added": table.insert().values(board_id=network.network_id, **row),
            "own_changed": table.update().values(board_id=network.network_id),
            "own_removed": table.delete(),
        }
        for policy, statement in changes.items():
            with network.database.engine.connect() as connection:  # closing without commit rolls back
                network.database.limit_to(connection, network.network_id, "33333")
                try:
                    done |= {f"{table.name} {policy}"} if connection.execute(statement).rowcount else set()
                except sa.exc.ProgrammingError:
                    continue
    return done


@pytest.mark.parametrize("policy", ["own_seen", "own_added", "own_changed", "own_removed"])
@pytest.mark.parametrize("table", ["warm_up_answer", "reading_mark"])
def test_without_a_policy_what_it_stops_of_answers_and_marks_is_done(
    answering: Network, postgres: tuple[sa.URL, sa.Engine], table: str, policy: str
) -> None:
    assert tried(answering) == set()
    with postgres[1].begin() as connection:
        definition = sa.text(
            "SELECT cmd, qual, with_check FROM pg_policies WHERE tablename = :table AND policyname = :policy"
        )
        cmd, qual, check = connection.execute(definition, {"table": table, "policy": policy}).one()
        connection.execute(sa.text(f"DROP POLICY {policy} ON {table}"))
    try:
        assert f"{table} {policy}" in tried(answering)
    finally:
        said = (f" USING ({qual})" if qual else "") + (f" WITH CHECK ({check})" if check else "")
        with postgres[1].begin() as connection:
            connection.execute(sa.text(f"CREATE POLICY {policy} ON {table} AS RESTRICTIVE FOR {cmd}{said}"))


def versions(database: Database, board_id: str) -> list[str]:
    """The boards and circles of which a transaction finds the data version."""
    with database.read(board_id) as connection:
        return sorted(connection.execute(sa.select(data_version.c.board_id)).scalars())


def test_a_board_knows_the_data_version_of_its_own_circles_alone(
    guarded: Network, postgres: tuple[sa.URL, sa.Engine]
) -> None:
    other = circles.begin_circle(guarded.database, NOW, Kind.NETWORK, "Tweede netwerk", "Bo").board_id
    assert versions(guarded.database, "11111") == ["11111", guarded.network_id]
    assert versions(guarded.database, "44444") == ["44444"]
    marks = [one.circle_id for one in circles.circle_marks(guarded.own, guarded.database)]
    assert marks == [guarded.network_id]
    with changed(postgres[1], "data_version", "of_member", "true"):
        assert other in versions(guarded.database, "11111")
    with changed(postgres[1], "data_version", "of_member", None):
        assert circles.circle_marks(guarded.own, guarded.database) == ()
