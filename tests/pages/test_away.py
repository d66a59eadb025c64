"""The database goes away under a page: a calm sentence over it, and it goes on by itself."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer

import pytest
from streamlit.testing.v1 import AppTest

from pages.server import away
from planning.core.database import Database
from planning.core.service import own_board
from tests.pages.conftest import SignedIn
from tests.pages.driving import press, somebody, words


@contextmanager
def gone(database: Database, seconds: float) -> Iterator[None]:
    """Where the database was, nothing can be opened; until it comes back by itself."""
    file = Path(str(database.url.database))
    database.engine.dispose()
    elsewhere = file.rename(file.with_name("elders.db"))
    file.mkdir()

    def put_back() -> None:
        file.rmdir()
        elsewhere.rename(file)

    timer = Timer(seconds, put_back)
    timer.start()
    yield
    timer.join()


def test_a_page_waits_while_the_database_is_away_and_goes_on_by_itself(
    signed_in: SignedIn, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(away, "_EVERY", 0.05)
    app = signed_in("beheer", "settings/page.py", deel="bestuur")
    app.text_input(key="board_name_name_0").set_value("Dynamiek Onderwijs")
    with gone(database, 1.0):
        press(app, "Bewaren")
    assert "Uw laatste klik is niet bewaard; wat u invulde, staat er nog." in words(app)
    assert app.text_input(key="board_name_name_0").value == "Dynamiek Onderwijs"
    press(app, "Bewaren")
    assert own_board(somebody(database, "beheer"), database).name == "Dynamiek Onderwijs"


def part_of_a_page() -> None:
    """A part that is drawn by itself and finds the database away the first time."""
    import streamlit as st
    from sqlalchemy.exc import OperationalError

    from pages.server.away import fragment

    @fragment()
    def draw() -> None:
        if "asked" not in st.session_state:
            st.session_state["asked"] = True
            raise OperationalError("SELECT", {}, Exception("unable to open database file"))
        st.markdown("Hier staat het weer.")

    draw()


def test_a_part_that_is_drawn_by_itself_waits_as_well(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter([False, True])
    monkeypatch.setattr(away, "_EVERY", 0.05)
    monkeypatch.setattr(away, "_answers", lambda: next(answers))
    app = AppTest.from_function(part_of_a_page).run()
    assert not app.exception
    assert "Hier staat het weer." in words(app)
