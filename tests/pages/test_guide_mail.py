"""Messages of the facilitator on the page itself, handed to a mail server of this machine."""

from dataclasses import replace
from email import message_from_bytes
from email.policy import default

import pytest
from streamlit.testing.v1 import AppTest

from planning.core.rights import operator
from planning.core.service import save_person
from planning.core.work import carry_out_all
from tests.conftest import NOW
from tests.pages.driving import press, words
from tests.pages.test_guide import Gathering, gathering
from tests.post import FakeServer

__all__ = ["gathering"]


@pytest.fixture(autouse=True)
def _accounts(gathering: Gathering) -> None:
    """The chairs of two boards have an address; the server knows one of them."""
    for board_id, account in (("22222", "voorzitter@twee.example"), ("11111", "weg@een.example")):
        chair = replace(gathering.chair(board_id), account=account)
        save_person(operator(board_id), gathering.database, NOW, chair)


def to_board(app: AppTest, board_id: str) -> AppTest:
    """Choose whom the message is for."""
    choice = next(one for one in app.selectbox if one.label == "Aan welk bestuur?")
    return choice.set_value(board_id).run()


def test_a_message_is_sent_from_the_page_and_arrives_as_it_was_read_there(
    gathering: Gathering, post: FakeServer
) -> None:
    app = to_board(gathering.led("berichten"), "22222")
    text = next(one for one in app.text_area if "Leraren meekrijgen" in str(one.value))
    text.set_value(f"Eén ding vooraf.\n\n{text.value}")
    app = press(app, "Verstuur")
    assert "Het gaat naar 1 persoon van Bestuur 2." in words(app)
    assert post.messages == []
    carry_out_all(gathering.database)
    assert "is verstuurd naar 1 persoon" in words(app.run())
    assert "is verstuurd" not in words(press(app, "Gelezen"))
    ((recipient, content),) = post.messages
    message = message_from_bytes(content, policy=default)
    assert (recipient, message["From"]) == ("voorzitter@twee.example", "vlootplan@bestuur.example")
    assert "Leraren meekrijgen" in str(message["Subject"])
    body = message.get_content()
    assert body.startswith("Eén ding vooraf.")
    assert f"bijeenkomst=2&netwerk={gathering.network_id}" in body


def test_what_the_server_does_not_take_is_said_without_an_address(gathering: Gathering, post: FakeServer) -> None:
    app = press(to_board(gathering.led("berichten"), "11111"), "Verstuur")
    carry_out_all(gathering.database)
    said = words(app.run())
    assert "550 onbekend" in said
    assert "Niemand is bereikt van: Bestuur 1." in said
    assert "een.example" not in said
    assert post.messages == []


def test_where_nobody_has_an_address_it_is_said_at_once_and_the_text_stays(
    gathering: Gathering, post: FakeServer
) -> None:
    app = to_board(gathering.led("berichten"), "33333")
    next(one for one in app.text_area if "Leraren" in str(one.value)).set_value("Mijn eigen woorden")
    app = press(app, "Verstuur")
    assert "adres" in words(app)
    assert "Mijn eigen woorden" in [one.value for one in app.text_area]
