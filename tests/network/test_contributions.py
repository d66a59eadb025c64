"""Who sees what of whom in a network, on both engines; on PostgreSQL also where the services would forget it."""

import pytest
import sqlalchemy as sa

from planning.circles import contribution_service as store
from planning.circles.contribution_records import contribution
from planning.circles.model import Sharing
from planning.core.rights import NotAllowed
from tests.conftest import NOW
from tests.network.conftest import Network, Note

ALL = {Sharing.OWN, Sharing.GUIDE, Sharing.CIRCLE, Sharing.PUBLIC}


def write_all(network: Network) -> None:
    """One note of the own board at every level."""
    for level in Sharing:
        network.write(network.own, level, level)


def test_everybody_sees_what_is_shared_with_them_and_nothing_else(network: Network) -> None:
    write_all(network)
    assert network.seen_by(network.own) == ALL
    assert network.seen_by(network.guide) == {Sharing.GUIDE, Sharing.CIRCLE, Sharing.PUBLIC}
    assert network.seen_by(network.other) == network.seen_by(network.expert) == {Sharing.CIRCLE, Sharing.PUBLIC}
    assert network.seen_by(network.former) == {Sharing.PUBLIC}


def test_an_outsider_finds_no_network(network: Network) -> None:
    write_all(network)
    with pytest.raises(LookupError, match=network.network_id):
        network.seen_by(network.outsider)
    with pytest.raises(LookupError, match="N9999"):
        store.contributions(network.outsider, network.database, "N9999")


def test_what_is_new_is_between_a_board_and_the_facilitator(network: Network) -> None:
    store.contribute(network.own, network.database, NOW, network.network_id, "note", "nieuw", Note("nieuw"))
    assert (network.seen_by(network.guide), network.seen_by(network.other)) == ({"nieuw"}, set())


def test_sharing_is_withdrawn_at_once(network: Network) -> None:
    network.write(network.own, "schets", Sharing.CIRCLE)
    assert network.seen_by(network.other) == {"schets"}
    store.share(network.own, network.database, NOW, network.network_id, "note", "schets", Sharing.OWN)
    assert network.seen_by(network.other) == network.seen_by(network.guide) == set()
    assert network.seen_by(network.own) == {"schets"}


def test_what_is_addressed_to_a_board_it_sees_and_no_other_board(network: Network) -> None:
    network.write(network.guide, "Bij uw vraag", Sharing.GUIDE, addressee="22222")
    assert network.seen_by(network.other) == network.seen_by(network.guide) == {"Bij uw vraag"}
    assert network.seen_by(network.own) == network.seen_by(network.expert) == set()


def test_a_note_of_the_facilitator_alone_is_nobody_elses(network: Network) -> None:
    network.write(network.guide, "Let op", Sharing.OWN, addressee="22222")
    assert network.seen_by(network.other) == set()


def test_an_earlier_version_stays_as_it_was(network: Network) -> None:
    for text in ("Hoe?", "Hoe krijg ik leraren mee?"):
        store.contribute(
            network.own, network.database, NOW, network.network_id, "note", "vraag", Note(text), new_version=True
        )
    found = store.contributions(network.own, network.database, network.network_id, "note", every_version=True)
    assert [(one.version, one.content) for one in found] == [(1, Note("Hoe?")), (2, Note("Hoe krijg ik leraren mee?"))]
    assert network.seen_by(network.own) == {"vraag"}


def test_who_leaves_takes_what_it_shared_along_or_leaves_it(network: Network) -> None:
    network.write(network.own, "van ons", Sharing.CIRCLE)
    network.write(network.other, "van hen", Sharing.CIRCLE)
    store.leave(network.own, network.database, NOW, network.network_id, keeps_shared=False)
    assert network.seen_by(network.own) == {"van ons"}
    assert network.seen_by(network.other) == {"van hen"}
    store.leave(network.other, network.database, NOW, network.network_id, keeps_shared=True)
    assert network.seen_by(network.guide) == {"van hen"}


def test_who_left_can_still_take_back_what_stayed_and_brings_nothing_in(network: Network) -> None:
    network.write(network.own, "van ons", Sharing.CIRCLE)
    store.leave(network.own, network.database, NOW, network.network_id, keeps_shared=True)
    store.share(network.own, network.database, NOW, network.network_id, "note", "van ons", Sharing.OWN)
    assert network.seen_by(network.other) == set()
    with pytest.raises(NotAllowed):
        network.write(network.own, "nog iets", Sharing.CIRCLE)


def test_nobody_shares_or_takes_away_what_is_of_another(network: Network) -> None:
    network.write(network.own, "van ons", Sharing.CIRCLE)
    for change in (
        lambda: store.share(
            network.other, network.database, NOW, network.network_id, "note", "van ons", Sharing.PUBLIC
        ),
        lambda: store.take_back(network.other, network.database, NOW, network.network_id, "note", "van ons"),
    ):
        with pytest.raises(LookupError, match="van ons"):
            change()


def test_the_log_of_the_network_says_nothing_of_what_was_written(network: Network) -> None:
    network.write(network.own, "geheim", Sharing.OWN)
    with network.database.read(network.network_id, network.guide.board_id) as connection:
        logged = str(connection.execute(sa.text("SELECT before, after FROM audit_line")).all())
    assert "geheim" not in logged


def as_postgresql_shows(network: Network, viewer: str, statement: sa.Executable | None = None) -> list[str]:
    """The keys that a transaction finds which asks for everything, or what a statement gives back."""
    with network.database.read(network.network_id, viewer) as connection:
        return sorted(connection.execute(sa.select(contribution.c.key)).scalars())


POLICIES = ("as_shared", "own_added", "own_changed", "own_removed")


@pytest.fixture
def on_postgresql(network: Network) -> Network:
    """The network where the database keeps the rule itself."""
    if network.database.engine.dialect.name != "postgresql":
        pytest.skip("SQLite has no row-level security; the queries themselves are tested on both")
    return network


def test_postgresql_itself_shows_only_what_is_shared(on_postgresql: Network) -> None:
    write_all(on_postgresql)
    shown = {
        viewer: as_postgresql_shows(on_postgresql, viewer) for viewer in ("11111", "22222", "33333", ".expert", "")
    }
    assert shown == {
        "11111": ["circle", "guide", "own", "public"],
        "22222": ["circle", "public"],
        "33333": ["public"],
        ".expert": ["circle", "public"],
        "": ["public"],
    }
    assert as_postgresql_shows(on_postgresql, on_postgresql.network_id) == ["circle", "guide", "public"]


def attempts(network: Network) -> dict[str, bool]:
    """Whether board 22222 gets somewhere, by policy that should stop it, with the first lock off."""
    of_another = contribution.c.owner == "11111"
    row = {
        "board_id": network.network_id, "owner": "11111", "kind": "note", "key": "vals", "version": 1, "content": {},
        "level": "circle", "by": "x", "at": NOW,
    }  # fmt: skip
    done = {"as_shared": "own" in as_postgresql_shows(network, "22222")}
    for policy, statement in (
        ("own_added", contribution.insert().values(**row)),
        ("own_changed", contribution.update().where(of_another).values(by="y")),
        ("own_removed", contribution.delete().where(of_another)),
    ):
        with network.database.engine.connect() as connection:
            network.database.limit_to(connection, network.network_id, "22222")
            try:
                done[policy] = connection.execute(statement).rowcount != 0  # -1 of an insert: not counted
            except sa.exc.ProgrammingError:
                done[policy] = False
    return done


def test_postgresql_lets_no_board_change_what_is_of_another(on_postgresql: Network) -> None:
    write_all(on_postgresql)
    assert attempts(on_postgresql) == dict.fromkeys(POLICIES, False)


@pytest.mark.parametrize("policy", POLICIES)
def test_without_a_policy_what_it_stops_is_possible(
    on_postgresql: Network, policy: str, postgres: tuple[sa.URL, sa.Engine]
) -> None:
    write_all(on_postgresql)
    _url, owner = postgres
    with owner.begin() as connection:
        kept = connection.execute(
            sa.text(
                "SELECT cmd, pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid) FROM pg_policy"
                " JOIN pg_policies ON policyname = polname WHERE polname = :name AND tablename = 'contribution'"
                " AND polrelid = 'contribution'::regclass"
            ),
            {"name": policy},
        ).one()
        connection.execute(sa.text(f"DROP POLICY {policy} ON contribution"))
    try:
        assert attempts(on_postgresql)[policy]
    finally:
        cmd, using, check = kept
        said = (f" USING ({using})" if using else "") + (f" WITH CHECK ({check})" if check else "")
        with owner.begin() as connection:
            connection.execute(sa.text(f"CREATE POLICY {policy} ON contribution AS RESTRICTIVE FOR {cmd}{said}"))
    assert not attempts(on_postgresql)[policy]
