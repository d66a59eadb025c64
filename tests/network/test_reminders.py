"""Messages of the facilitator: to people of the boards it chose, by their account, and to nobody else."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
import sqlalchemy as sa

from planning.core.mail import MailRefused, MailServer
from planning.core.refusal import Refused
from planning.core.rights import NotAllowed, Role, operator
from planning.core.service import save_person
from planning.network import reminder_service
from tests.conftest import NOW, person
from tests.network.conftest import Network

SERVER = MailServer("localhost", 25, False, "vlootplan@netwerk.example")


@pytest.fixture
def sent(network: Network, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses to which mail went; board 11111 has a chair and a coordinator with an account, 22222 nobody."""
    chair = replace(network.own, account="chair@een.example")
    school = replace(person(Role.SCHOOL_ICT, "03UZ00"), account="school@een.example")
    for who in (chair, school):
        save_person(operator("11111"), network.database, NOW, who)
    addresses: list[str] = []

    def send(_server: MailServer, to: Sequence[str], *_message: str) -> int:
        addresses.extend(to)
        return len(to)

    monkeypatch.setattr(reminder_service, "send", send)
    return addresses


def remind(network: Network, *boards: str, server: MailServer | None = SERVER) -> int:
    return reminder_service.remind(
        network.guide, network.database, NOW, network.network_id, boards, "Uw stap", "Schrijf uw stap op.", server
    )


def test_mail_goes_to_who_speaks_for_the_board_and_to_nobody_else(network: Network, sent: list[str]) -> None:
    assert reminder_service.people_reached(network.guide, network.database, network.network_id) == {
        "11111": 1,
        "22222": 0,
    }
    assert remind(network, "11111", "22222", "33333", "44444") == 1
    assert sent == ["chair@een.example"]


def test_the_log_says_to_which_boards_a_message_went_and_no_address(network: Network, sent: list[str]) -> None:
    remind(network, "11111")
    with network.database.read(network.network_id, network.network_id) as connection:
        lines = connection.execute(sa.text("SELECT after FROM audit_line WHERE what = 'network_mail'")).all()
    assert len(lines) == 1
    assert "Eigen bestuur" in str(lines)
    assert "een.example" not in str(lines)


def test_without_a_server_or_an_address_the_text_is_to_be_copied(network: Network, sent: list[str]) -> None:
    with pytest.raises(Refused, match="no_mail_server"):
        remind(network, "11111", server=None)
    with pytest.raises(Refused, match="nobody_to_mail"):
        remind(network, "22222")
    assert sent == []


def test_only_the_facilitator_sends(network: Network, sent: list[str]) -> None:
    for who in (network.own, network.expert):
        with pytest.raises(NotAllowed):
            reminder_service.remind(who, network.database, NOW, network.network_id, ["11111"], "Dag", "Dag", SERVER)
        with pytest.raises(NotAllowed):
            reminder_service.people_reached(who, network.database, network.network_id)


def test_a_server_that_refuses_is_told_in_words(
    network: Network, sent: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def send(*_message: object) -> int:
        raise MailRefused("550 nee", 0)

    monkeypatch.setattr(reminder_service, "send", send)
    with pytest.raises(Refused, match="mail_refused"):
        remind(network, "11111")
