"""Something long that a server fell away under: whether it was kept is known afterwards, and told once."""

from contextlib import suppress
from datetime import timedelta

import pytest
import sqlalchemy as sa

from planning.core import interrupted
from planning.core.database import Database
from planning.core.interrupted import ActKind, LongAct, long_act, noted
from planning.core.rights import Role
from planning.core.service import set_board
from tests.conftest import NOW, person

CHAIR, COLLEAGUE = person(Role.CHAIR), person(Role.GROUP_ICT)


class FellAway(BaseException):
    """Nothing that comes after it happens."""


def cut_off(database: Database, monkeypatch: pytest.MonkeyPatch, *, after_keeping: bool) -> None:
    """Begin to change the board's name, and fall away before or after it is kept."""
    with monkeypatch.context() as patch, suppress(FellAway):
        patch.setattr(interrupted, "forget", lambda *_all: None)
        with noted(CHAIR, database, NOW, ActKind.UPLOAD, "lijst.xlsx"):
            if after_keeping:
                set_board(CHAIR, database, NOW, name="Anders")
            raise FellAway


def told(database: Database, minutes: float = 1.0) -> list[LongAct]:
    return list(interrupted.interrupted(CHAIR, database, NOW + timedelta(minutes=minutes)))


@pytest.mark.parametrize("is_kept", [True, False])
def test_what_was_cut_off_says_whether_it_was_kept(
    database: Database, monkeypatch: pytest.MonkeyPatch, *, is_kept: bool
) -> None:
    cut_off(database, monkeypatch, after_keeping=is_kept)
    [one] = told(database)
    assert (one.what, one.subject, one.is_kept) == (ActKind.UPLOAD, "lijst.xlsx", is_kept)
    assert interrupted.interrupted(COLLEAGUE, database, NOW) == ()
    interrupted.forget(CHAIR, database, [one.act_id])
    assert told(database) == []


def test_what_ended_or_goes_on_is_not_told(database: Database) -> None:
    with noted(CHAIR, database, NOW, ActKind.APPROVAL):
        set_board(CHAIR, database, NOW, name="Anders")
        assert told(database) == []
    assert told(database) == []


def test_another_server_may_still_be_at_it_for_a_while(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    cut_off(database, monkeypatch, after_keeping=False)
    with database.beside("11111") as connection:
        connection.execute(sa.update(long_act).values(server="another"))
    is_shared = database.engine.dialect.name == "postgresql"
    assert [one.is_kept for one in told(database, 0.1)] == [None if is_shared else False]
    assert [one.is_kept for one in told(database, 0.6)] == [False]
