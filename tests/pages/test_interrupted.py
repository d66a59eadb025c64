"""Whoever was cut off is told at their next visit whether it was kept, once."""

import pytest

from planning.core import interrupted
from planning.core.database import Database
from planning.core.interrupted import ActKind, noted
from planning.core.service import set_board
from tests.conftest import NOW
from tests.pages.conftest import SignedIn
from tests.pages.driving import press, somebody, words


def test_at_the_next_visit_it_is_said_once_what_was_kept_and_what_not(
    signed_in: SignedIn, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    chair = somebody(database, "voorzitter")
    with monkeypatch.context() as patch:
        patch.setattr(interrupted, "forget", lambda *_all: None)
        with noted(chair, database, NOW, ActKind.UPLOAD, "lijst_mei.xlsx"):
            pass
        with noted(chair, database, NOW, ActKind.APPROVAL):
            set_board(chair, database, NOW, stale_after_days=200)
    app = signed_in("voorzitter")
    said = words(app)
    assert "Uw lijst ‘lijst_mei.xlsx’ van 1-5-2018, 14.00 uur is niet bewaard" in said
    assert "Uw goedkeuring van een plan, van 1-5-2018, 14.00 uur, is bewaard" in said
    assert "bewaard" in words(app.run())
    assert "is niet bewaard" not in words(press(app, "Gelezen"))
    assert "is niet bewaard" not in words(signed_in("voorzitter"))
