"""docs/access.md is true of circles of boards: of every function, for everybody who may come, on both engines."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from planning.core.database import Database
from planning.core.refusal import Refused
from planning.core.rights import BOARD_ROLES, RIGHTS, NotAllowed, Person, Right, Role
from tests.access.circle_calls import CALLS, Circle, CircleCall, circle
from tests.access.conftest import Trial
from tests.access.table import CIRCLE_COLUMNS, CIRCLE_FUNCTIONS


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def met(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Trial, Circle]]:
    """A network on an engine, in which everybody tries everything and changes nothing."""
    if request.param == "sqlite":
        copy = shutil.copy(request.getfixturevalue("sqlite_file"), tmp_path_factory.mktemp("circles") / "test.db")
        filled = Database(f"sqlite:///{Path(copy)}")
        made = circle(filled)
        yield Trial(filled.url), made
    else:
        _url, owner = request.getfixturevalue("postgres")
        filled = request.getfixturevalue("postgres_database")
        made = circle(filled)
        yield Trial(filled.url), made
        with owner.begin() as connection:
            connection.exec_driver_sql("DELETE FROM board")


def outcome(call: CircleCall, who: Person, database: Database, made: Circle) -> str:
    """What the table should say."""
    try:
        call(who, database, made)
    except NotAllowed:
        return "–"
    except LookupError:
        return "nothing"
    except Refused:
        return "not now"
    return "yes"


def test_every_function_of_the_table_is_tried() -> None:
    assert sorted(CALLS) == sorted(CIRCLE_FUNCTIONS)


@pytest.mark.parametrize("function", CALLS)
def test_everybody_may_what_the_table_of_circles_says_and_no_more(function: str, met: tuple[Trial, Circle]) -> None:
    database, made = met
    found = {who: outcome(CALLS[function], made.people[who], database, made) for who in CIRCLE_COLUMNS}
    assert found == CIRCLE_FUNCTIONS[function]


@pytest.mark.parametrize("role", [role for role in BOARD_ROLES if Right.TOGETHER not in RIGHTS[role]])
def test_who_does_not_speak_for_a_board_finds_nothing(role: Role, met: tuple[Trial, Circle]) -> None:
    database, made = met
    somebody = replace(made.people["member"], role=role)
    for function in (
        "circles.service.seat",
        "circles.contribution_service.contributions",
        "circles.contribution_service.contribute",
    ):
        assert outcome(CALLS[function], somebody, database, made) == "nothing"
