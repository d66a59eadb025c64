"""Reports, incidents and requests are let go of after their term; what is open or young stays. On both engines."""

from datetime import datetime, timedelta

import pytest
import sqlalchemy as sa

from planning.core.account_rules import SessionLimits
from planning.core.database import Database
from planning.core.interrupted import ActKind, noted
from planning.core.retention import Terms, retain
from planning.core.rights import operator
from planning.core.store import add
from planning.privacy.incident_records import incident, incident_step
from planning.privacy.register_records import rights_request
from planning.report.records import report_version
from tests.conftest import NOW, work_as_of_today

YEAR = timedelta(days=366)
TERMS = Terms(50 * YEAR, 7 * YEAR, 5 * YEAR, SessionLimits(timedelta(hours=2), timedelta(hours=12)))
OURS, THEIRS = operator("11111"), operator("22222")


def report(number: int, made_at: datetime) -> dict[str, object]:
    texts = dict.fromkeys(("made_by", "title", "audience_name", "pdf", "xlsx", "pptx"), "x")
    return texts | {"number": number, "made_at": made_at, "as_of": made_at.date(), "is_shared": True} | {
        "choice": {}, "content": {}
    }  # fmt: skip


def step(of: int, number: int, at: datetime) -> dict[str, object]:
    who = {"person_id": "ibp", "person_name": "IBP", "kind": "reported", "facts": {}}
    return {"incident_id": of, "step": number, "at": at} | who


def request(key: int, received: datetime, answered: datetime | None) -> dict[str, object]:
    about = {"entry_id": key, "school_id": None, "reference": str(key), "kind": "access", "outcome": ""}
    return about | {"received_on": received.date(), "answered_on": answered and answered.date()}


@pytest.fixture
def filled(database: Database) -> Database:
    """Of each: one that is too old, one that is old and open, one that is young; the same at another board."""
    old, young = NOW - 8 * YEAR, NOW - YEAR
    for who in (OURS, THEIRS):
        work_as_of_today(database, who.board_id)
        with database.change(who, NOW) as change:
            add(change, report_version, report(1, old), report(2, young))
            add(change, incident, {"incident_id": 1, "school_id": None}, {"incident_id": 2, "school_id": None})
            add(change, incident_step, step(1, 1, old), step(2, 1, old), step(2, 2, young))
            add(change, rights_request, request(1, old, old), request(2, old, None), request(3, old, young))
            change.log("test", "gevuld")
    return database


def kept(database: Database, column: sa.Column[int], board_id: str = "11111") -> list[int]:
    with database.read(board_id) as connection:
        query = sa.select(column).where(column.table.c.board_id == board_id).order_by(column)
        return list(connection.execute(query).scalars())


def test_what_is_too_old_goes_with_all_that_is_part_of_it_and_the_rest_stays(filled: Database) -> None:
    gone = retain(filled, NOW, TERMS)
    assert {name: gone[name] for name in ("report_version", "incident", "rights_request")} == {
        "report_version": 2,
        "incident": 2,
        "rights_request": 2,
    }
    for board_id in ("11111", "22222"):
        assert kept(filled, report_version.c.number, board_id) == [2]
        assert kept(filled, incident.c.incident_id, board_id) == [2]
        assert kept(filled, incident_step.c.step, board_id) == [1, 2]
        assert kept(filled, rights_request.c.entry_id, board_id) == [2, 3]


def test_counting_only_and_a_longer_term_let_nothing_go(filled: Database) -> None:
    assert retain(filled, NOW, TERMS, apply=False)["incident"] == 2
    longer = Terms(50 * YEAR, 50 * YEAR, 50 * YEAR, TERMS.sessions)
    assert "incident" not in retain(filled, NOW, longer)
    assert kept(filled, incident.c.incident_id) == [1, 2]


def test_cut_off_in_the_middle_of_a_board_it_lets_go_of_nothing_there_and_goes_on_the_next_night(
    filled: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut_off(*_more: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("planning.core.database.Change.log", cut_off)
        with pytest.raises(KeyboardInterrupt):
            retain(filled, NOW, TERMS)
    assert kept(filled, incident.c.incident_id) == [1, 2]
    retain(filled, NOW, TERMS)
    assert kept(filled, incident.c.incident_id) == [2]


def test_what_nobody_came_back_for_goes_after_a_week(filled: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("planning.core.interrupted.forget", lambda *_all: None)
        with noted(OURS, filled, NOW - timedelta(days=8), ActKind.UPLOAD, "lijst.xlsx"):
            pass
    assert retain(filled, NOW, TERMS)["long_act"] == 1
