"""Messages in the background: each at most once, and what became of each is told."""

from collections.abc import Sequence

import pytest

from planning.core import mailing
from planning.core.database import Database
from planning.core.mail import Letter, MailServer
from planning.core.mail_records import MailState, move_mail, read_mail
from planning.core.mail_service import Mailing, close_mailing, mailings, stop_mailing
from planning.core.rights import Person, Role
from planning.core.service import audit, save_person
from planning.core.work import carry_out_all
from planning.core.work_records import Task
from planning.refusals import sentence
from tests.conftest import NOW, person
from tests.post import FakeServer

CHAIR, ADMINISTRATOR = person(Role.CHAIR), person(Role.ADMINISTRATOR)


@pytest.fixture
def board(database: Database) -> Database:
    """A chair, and coordinators of whom one has an address that the server does not know, and one none."""
    for one, account in ((CHAIR, "voorzitter@x.nl"), *zip(PEOPLE, ("a@x.nl", "weg@x.nl", None, "d@x.nl"), strict=True)):
        who = Person(one.person_id, "11111", one.name, one.role, one.school_ids, None, account)
        save_person(ADMINISTRATOR, database, NOW, who)
    return database


PEOPLE = [Person(name, "11111", name, Role.SCHOOL_ICT, frozenset({"00AA00"})) for name in ("a", "b", "c", "d")]


def asked(database: Database, people: Sequence[Person] = PEOPLE) -> Task:
    to = [("11111", one.person_id) for one in people]
    with database.beside("11111") as connection:
        return mailing.ask_mail(connection, CHAIR, NOW, to, "Dag", "Hallo", what="school_mail", about="De Brink")


def told(database: Database) -> Mailing:
    [one] = mailings(CHAIR, database, "school_mail")
    return one


def states(database: Database, one: Task) -> list[MailState]:
    with database.read("11111") as connection:
        return [line.state for line in read_mail(connection, "11111", one.task_id)]


def test_everybody_gets_one_and_who_does_not_is_told_with_why(board: Database, post: FakeServer) -> None:
    asked(board)
    assert (told(board).is_over, told(board).settled) == (False, 0)
    carry_out_all(board)
    assert [to for to, _content in post.messages] == ["a@x.nl", "d@x.nl"]
    assert [(one.code, one.values["n"]) for one in told(board).reasons] == [("mail_refused", 1), ("mail_gone", 1)]
    assert "550 onbekend" in sentence(told(board).reasons[0])
    [line] = audit(CHAIR, board, what=["school_mail"]).to_dict("records")
    assert line["after"] == {"subject": "Dag", "people": 2}
    close_mailing(CHAIR, board, told(board).task_id)
    assert mailings(CHAIR, board, "school_mail") == ()


def test_one_that_was_under_way_when_its_sender_was_killed_is_not_sent_again_and_called_unknown(
    board: Database, post: FakeServer
) -> None:
    one = asked(board, [PEOPLE[0], PEOPLE[3]])
    with board.beside("11111") as connection:
        move_mail(connection, one, MailState.WAITING, MailState.SENDING, 1)  # and there it was killed
    carry_out_all(board)
    assert [to for to, _content in post.messages] == ["d@x.nl"]
    assert states(board, one) == [MailState.UNKNOWN, MailState.SENT]
    assert [reason.code for reason in told(board).reasons] == ["mail_unknown"]
    [line] = audit(CHAIR, board, what=["school_mail"]).to_dict("records")
    assert line["after"] == {"subject": "Dag", "people": 1, "unknown": 1}


def test_a_server_that_hangs_up_leaves_it_unknown_and_the_next_goes_on(board: Database, post: FakeServer) -> None:
    one = asked(board, [PEOPLE[0]])
    post.hangs_up = True
    carry_out_all(board)
    assert states(board, one) == [MailState.UNKNOWN]
    assert len(post.messages) == 1


def test_a_server_that_is_away_is_tried_again_and_then_it_is_said(
    board: Database, post: FakeServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mailing, "PAUSES", (0.0, 0.0))
    tries = list[str]()

    def away(_server: MailServer, letter: Letter) -> None:
        tries.append(letter.address)
        raise mailing.MailServerAway("er is geen verbinding mee")

    monkeypatch.setattr(mailing, "send", away)
    asked(board)
    carry_out_all(board)
    assert tries == ["a@x.nl"] * 3
    assert [(one.code, one.values["n"]) for one in told(board).reasons] == [("mail_refused", 4)]
    assert audit(CHAIR, board, what=["school_mail"]).empty


def test_who_asked_stops_it_and_what_went_went(
    board: Database, post: FakeServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = asked(board)
    real = mailing.send

    def stopped_after(server: MailServer, letter: Letter) -> None:
        real(server, letter)
        stop_mailing(CHAIR, board, one.task_id)
        close_mailing(CHAIR, board, one.task_id)  # not before it is over

    monkeypatch.setattr(mailing, "send", stopped_after)
    carry_out_all(board)
    assert len(post.messages) == 1
    assert [(one.code, one.values["n"]) for one in told(board).reasons] == [("mail_stopped", 3)]


def test_work_of_which_the_asker_is_gone_is_not_done(board: Database, post: FakeServer) -> None:
    with board.beside("11111") as connection:
        mailing.ask_mail(
            connection, person(Role.READER), NOW, [("11111", "a")], "Dag", "Hallo", what="school_mail", about=""
        )
    carry_out_all(board)
    assert post.messages == []
