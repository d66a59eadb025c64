"""A message to a school: whom it reaches, who may send it, and what is kept of it."""

import pytest

from planning.core.database import Database
from planning.core.mail_service import mailings
from planning.core.refusal import Refused
from planning.core.rights import NotAllowed, Person, Role
from planning.core.service import audit, save_person
from planning.core.work import carry_out_all
from planning.organisation.records import School, write_schools
from planning.organisation.reminder_service import SCHOOL_MAIL, coordinators_reached, remind_school
from tests.conftest import NOW, person
from tests.post import FakeServer

A, B = "00AA00", "00BB00"
ADMINISTRATOR, CHAIR, COORDINATOR = person(Role.ADMINISTRATOR), person(Role.CHAIR), person(Role.SCHOOL_ICT, A)


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
    board: Database, post: FakeServer
) -> None:
    save_person(ADMINISTRATOR, board, NOW, CHAIR)
    assert dict(coordinators_reached(CHAIR, board)) == {A: 1}
    assert remind_school(CHAIR, board, NOW, A, "Uw lijst", "Wilt u haar inleveren?") == 1
    assert post.messages == []
    carry_out_all(board)
    assert [to for to, _content in post.messages] == ["anna@x.nl"]
    assert [(one.is_over, one.sent) for one in mailings(CHAIR, board, SCHOOL_MAIL)] == [(True, 1)]
    (line,) = audit(CHAIR, board, what=["school_mail"]).to_dict("records")
    assert (line["subject"], line["after"]) == ("De Brink", {"subject": "Uw lijst", "people": 1})


def test_what_cannot_be_sent_says_why_at_once_and_keeps_nothing(board: Database, post: FakeServer) -> None:
    for school, text, code in (
        (A, "", "mail_text_missing"),
        (A, "x" * 5001, "mail_text_too_long"),
        (B, "Hallo", "nobody_at_school"),
    ):
        with pytest.raises(Refused, match=code):
            remind_school(CHAIR, board, NOW, school, "Uw lijst", text)
    with pytest.raises(NotAllowed):
        remind_school(COORDINATOR, board, NOW, A, "Uw lijst", "Hallo")
    assert mailings(CHAIR, board, SCHOOL_MAIL) == ()


def test_without_a_mail_server_the_text_is_to_be_copied(board: Database) -> None:
    with pytest.raises(Refused, match="no_mail_server"):
        remind_school(CHAIR, board, NOW, A, "Uw lijst", "Hallo")
