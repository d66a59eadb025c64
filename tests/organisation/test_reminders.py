"""A message to a school: whom it reaches, who may send it, and what is kept of it."""

import pytest

from planning.core.database import Database
from planning.core.mail import MailRefused, MailServer
from planning.core.refusal import Refused
from planning.core.rights import NotAllowed, Person, Role
from planning.core.service import audit, save_person
from planning.organisation import reminder_service
from planning.organisation.records import School, write_schools
from planning.organisation.reminder_service import coordinators_reached, remind_school
from tests.conftest import NOW, person

A, B = "00AA00", "00BB00"
ADMINISTRATOR, CHAIR, COORDINATOR = person(Role.ADMINISTRATOR), person(Role.CHAIR), person(Role.SCHOOL_ICT, A)
SERVER = MailServer("mail.example", 587, False, "vlootplan@example.nl")


@pytest.fixture
def board(database: Database) -> Database:
    """Two schools, a coordinator with an address at one of them."""
    with database.change(ADMINISTRATOR, NOW) as change:
        write_schools(change, [School(A, "De Brink", "Horst", "Bo"), School(B, "Sint Anna", "Horst", "Bo")])
        change.log("test", "scholen")
    save_person(
        ADMINISTRATOR,
        database,
        NOW,
        Person("anna", "11111", "Anna", Role.SCHOOL_ICT, frozenset({A}), None, "anna@x.nl"),
    )
    return database


def test_it_goes_to_the_coordinators_of_the_school_and_the_log_has_no_address(
    board: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    went: list[object] = []
    monkeypatch.setattr(reminder_service, "send", lambda server, to, *texts: went.append((to, texts)) or len(to))
    assert dict(coordinators_reached(CHAIR, board)) == {A: 1}
    assert remind_school(CHAIR, board, NOW, A, "Uw lijst", "Wilt u haar inleveren?", SERVER) == 1
    assert went == [(("anna@x.nl",), ("Uw lijst", "Wilt u haar inleveren?", ""))]
    (line,) = audit(CHAIR, board, what=["school_mail"]).to_dict("records")
    assert (line["subject"], line["after"]) == ("De Brink", {"subject": "Uw lijst", "people": 1})


def test_what_cannot_be_sent_says_why_and_keeps_nothing(board: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    def refusing(*_message: object) -> int:
        raise MailRefused("550 vol", 0)

    monkeypatch.setattr(reminder_service, "send", refusing)
    for school, text, server, code in (
        (A, "", SERVER, "mail_text_missing"),
        (A, "x" * 5001, SERVER, "mail_text_too_long"),
        (A, "Hallo", None, "no_mail_server"),
        (B, "Hallo", SERVER, "nobody_at_school"),
        (A, "Hallo", SERVER, "mail_refused"),
    ):
        with pytest.raises(Refused, match=code):
            remind_school(CHAIR, board, NOW, school, "Uw lijst", text, server)
    assert audit(CHAIR, board, what=["school_mail"]).empty
    with pytest.raises(NotAllowed):
        remind_school(COORDINATOR, board, NOW, A, "Uw lijst", "Hallo", SERVER)
