"""Messages of the facilitator: to people of the boards it chose, by their account, and to nobody else."""

from dataclasses import replace

import pytest
import sqlalchemy as sa

from planning.core.mail_service import mailings
from planning.core.refusal import Refused
from planning.core.rights import NotAllowed, Role, operator
from planning.core.service import save_person
from planning.core.work import carry_out_all
from planning.network import reminder_service
from tests.conftest import NOW, person
from tests.network.conftest import Network
from tests.post import FakeServer


@pytest.fixture(autouse=True)
def _accounts(network: Network) -> None:
    """Board 11111 has a chair and a coordinator with an account, 22222 nobody."""
    chair = replace(network.own, account="chair@een.example")
    school = replace(person(Role.SCHOOL_ICT, "03UZ00"), account="school@een.example")
    for who in (chair, school):
        save_person(operator("11111"), network.database, NOW, who)


def remind(network: Network, *boards: str) -> int:
    return reminder_service.remind(
        network.guide, network.database, NOW, network.network_id, boards, "Uw stap", "Schrijf uw stap op."
    )


def test_mail_goes_to_who_speaks_for_the_board_and_to_nobody_else(network: Network, post: FakeServer) -> None:
    assert reminder_service.people_reached(network.guide, network.database, network.network_id) == {
        "11111": 1,
        "22222": 0,
    }
    assert remind(network, "11111", "22222", "33333", "44444") == 1
    carry_out_all(network.database)
    assert [to for to, _content in post.messages] == ["chair@een.example"]
    [told] = mailings(network.guide, network.database, reminder_service.NETWORK_MAIL)
    assert [one.values["names"] for one in told.reasons] == [("Ander bestuur", "Bestuur 33333")]


def test_the_log_says_to_which_boards_a_message_went_and_no_address(network: Network, post: FakeServer) -> None:
    remind(network, "11111")
    carry_out_all(network.database)
    with network.database.read(network.network_id, network.network_id) as connection:
        lines = connection.execute(sa.text("SELECT after FROM audit_line WHERE what = 'network_mail'")).all()
    assert len(lines) == 1
    assert "Eigen bestuur" in str(lines)
    assert "een.example" not in str(lines)


def test_without_a_server_or_an_address_the_text_is_to_be_copied(network: Network) -> None:
    with pytest.raises(Refused, match="no_mail_server"):
        remind(network, "11111")


def test_who_has_no_address_is_not_mailed(network: Network, post: FakeServer) -> None:
    with pytest.raises(Refused, match="nobody_to_mail"):
        remind(network, "22222")


def test_only_the_facilitator_sends(network: Network, post: FakeServer) -> None:
    for who in (network.own, network.expert):
        with pytest.raises(NotAllowed):
            reminder_service.remind(who, network.database, NOW, network.network_id, ["11111"], "Dag", "Dag")
        with pytest.raises(NotAllowed):
            reminder_service.people_reached(who, network.database, network.network_id)
