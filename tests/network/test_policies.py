"""What PostgreSQL keeps of who is in a circle: every policy lets something through and stops something.

Each is taken away (then what it lets through is gone) and opened wide (then what it stops is seen).
"""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import sqlalchemy as sa

from planning.circles import service as circles
from planning.circles.contribution_records import contribution
from planning.circles.model import Sharing
from planning.circles.records import circle_member
from planning.core.boards import Kind
from planning.core.database import Database
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
