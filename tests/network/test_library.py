"""What boards made public of their networks, for every board here."""

import pytest

from planning.circles import contribution_service as store
from planning.circles import service as circles
from planning.circles.model import Sharing
from planning.core.boards import Kind
from planning.core.rights import NotAllowed, Role
from planning.network.library_service import library
from tests.conftest import NOW, person
from tests.network.conftest import Network, Note


def read_by(network: Network, role: Role = Role.CHAIR, board_id: str = "44444") -> list[tuple[str, str, str]]:
    """Whose, of which network and what somebody finds in the library."""
    found = library(person(role, board_id=board_id), network.database)
    return [(one.owner, one.network, one.contribution.key) for one in found]


def test_a_board_in_no_network_reads_what_is_public_and_nothing_else(network: Network) -> None:
    for level in Sharing:
        network.write(network.own, level, level)
    network.write(network.guide, "van de begeleider", Sharing.PUBLIC)
    assert read_by(network) == [
        ("Eigen bestuur", "Lerend netwerk ICT", "public"),
        ("Lerend netwerk ICT", "Lerend netwerk ICT", "van de begeleider"),
    ]
    assert len(library(network.expert, network.database)) == 2


def test_the_library_holds_what_every_network_made_public(network: Network) -> None:
    second = circles.begin_circle(network.database, NOW, Kind.NETWORK, "Tweede netwerk", "Bo")
    store.contribute(second, network.database, NOW, second.board_id, "note", "a", Note("a"), level=Sharing.PUBLIC)
    network.write(network.own, "b", Sharing.PUBLIC)
    assert {name for _owner, name, _key in read_by(network)} == {"Lerend netwerk ICT", "Tweede netwerk"}


def test_what_is_no_longer_public_is_gone_at_once(network: Network) -> None:
    network.write(network.own, "van ons", Sharing.PUBLIC)
    store.share(network.own, network.database, NOW, network.network_id, "note", "van ons", Sharing.CIRCLE)
    assert read_by(network) == []


def test_only_the_version_in_force_is_read(network: Network) -> None:
    for text in ("Eerst", "Daarna"):
        store.contribute(
            network.own, network.database, NOW, network.network_id, "note", "n", Note(text),
            level=Sharing.PUBLIC, new_version=True,
        )  # fmt: skip
    (found,) = library(network.outsider, network.database)
    assert found.contribution.content == Note("Daarna")


def test_who_leaves_without_leaving_anything_behind_is_gone_from_it(network: Network) -> None:
    network.write(network.own, "van ons", Sharing.PUBLIC)
    store.leave(network.own, network.database, NOW, network.network_id, keeps_shared=False)
    assert read_by(network) == []


@pytest.mark.parametrize("role", [Role.READER, Role.SCHOOL_ICT, Role.ICOACH])
def test_it_is_for_those_who_speak_for_their_board(network: Network, role: Role) -> None:
    with pytest.raises(NotAllowed):
        read_by(network, role)
