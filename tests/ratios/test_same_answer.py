"""SQLite, PostgreSQL and plain Python answer the same question about any fleet the same, beside another board's."""

import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count
from math import ceil
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from planning.core.boards import Board, add_board
from planning.core.database import Database
from planning.core.rights import Person, Role
from planning.inventory.fleet.cohorts import cohorts
from planning.inventory.fleet.records import LOT_COLUMNS, Version, write_version
from planning.inventory.service import fleets
from planning.organisation.records import PupilCount, School, write_counts, write_schools
from planning.ratios.service import ratio_view
from tests.conftest import NOW, person

AS_OF = date(2018, 5, 1)
SCHOOLS = {"00AA00": 40, "00BB00": 81, "00CC00": 7}  # and their pupils
BOARDS = ("11111", "22222")
OUT = ("disposed", "missing", "ordered", "broken", "in_repair", "spare")
PUPILS_OWN = ("chromebook", "laptop", "tablet", "desktop")
DAYS = (None, date(2010, 8, 1), date(2014, 5, 1), date(2018, 4, 30), date(2018, 5, 1), date(2021, 6, 30))
VERSIONS = count(1)
Lots = Sequence[dict[str, Any]]
Fleet = dict[tuple[str, str], Lots]

lots = st.lists(
    st.fixed_dictionaries(
        {
            "kind": st.sampled_from([*PUPILS_OWN, "interactive_board", "printer"]),
            "count": st.integers(0, 400),
            "price_cents": st.none() | st.integers(0, 3_000_000_00),
            "audience": st.sampled_from(["pupils", "staff", "unknown"]),
            "status": st.sampled_from(["in_use", "unknown", *OUT]),
            "level": st.sampled_from(["lower", "middle", "upper", "shared"]),
            "support_until": st.sampled_from(DAYS),
            "purchased_latest": st.sampled_from(DAYS[:4]),
        }
    ),
    max_size=6,
)
fleet = st.fixed_dictionaries({(board, school): lots for board in BOARDS for school in SCHOOLS})


@dataclass(frozen=True)
class Answer:
    """What a board is told of itself."""

    countable: dict[str, int]
    shortage: dict[str, int]
    left_out: dict[str, int]
    value_cents: int
    priced: int
    ratio: float | None


@pytest.fixture(scope="module")
def engines(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Database, ...]]:
    """Both engines, with two boards that have schools of the same number."""
    copy = shutil.copy(request.getfixturevalue("sqlite_file"), tmp_path_factory.mktemp("same") / "test.db")
    made = (Database(f"sqlite:///{Path(copy)}"), request.getfixturevalue("postgres_database"))
    for database in made:
        for board in BOARDS:
            add_board(database, Board(board, f"Bestuur {board}", False, AS_OF, 4.0, 0.10, 180))
            with database.change(person(Role.GROUP_ICT, board_id=board), NOW) as change:
                write_schools(change, [School(one, one, "Horst", "Bo") for one in SCHOOLS])
                counted = date(2017, 10, 1)
                write_counts(change, [PupilCount(one, counted, n, "hand", n, 0, 0) for one, n in SCHOOLS.items()])
                change.log("test", "scholen")
    yield made
    made[0].engine.dispose()
    _url, owner = request.getfixturevalue("postgres")
    with owner.begin() as connection:
        connection.execute(sa.text("DELETE FROM board"))


def hand_in(database: Database, board: str, school: str, version: int, lots: Lots) -> None:
    """The next inventory of a school."""
    known = {
        "sheet": "Blad1", "row": 2, "purchased_precision": "day", "price_vat": "unknown", "support_source": "unknown",
    }  # fmt: skip
    rows = [dict.fromkeys(LOT_COLUMNS) | known | lot | {"purchased_earliest": lot["purchased_latest"]} for lot in lots]
    frame = pd.DataFrame(rows, columns=list(LOT_COLUMNS), dtype=object)
    devices = sum(lot["count"] for lot in lots)
    made = Version(school, version, AS_OF, AS_OF, NOW, "Iemand", "lijst.xlsx", "0" * 64, "flat_list", devices, {})
    with database.change(person(Role.GROUP_ICT, board_id=board), NOW) as change:
        write_version(change, made, frame, cohorts(frame))
        change.log("inventory", school)


def told(database: Database, whom: Person, version: int) -> Answer:
    """What the product says."""
    ratio = ratio_view(whom, database).on(AS_OF)
    held = fleets(whom, database).cohorts
    held = held[held["version"] == version]
    return Answer(
        {one.school_id: one.countable or 0 for one in ratio.schools},
        {one.school_id: one.shortage or 0 for one in ratio.schools},
        {reason: n for reason, n in ratio.left_out.items() if n},
        int(held["value_cents"].sum()),
        int(held["priced"].sum()),
        ratio.pupils_per_device,
    )


def plain(given: Fleet, whom: Person) -> Answer:
    """The same by counting on one's fingers."""
    mine = {school: given[whom.board_id, school] for school in SCHOOLS if whom.reach is None or school in whom.reach}
    left_out = Counter[str]()
    countable = dict.fromkeys(mine, 0)
    for school, lots in mine.items():
        for lot in lots:
            reason = why_not(lot)
            if reason:
                left_out[reason] += lot["count"]
            else:
                countable[school] += lot["count"]
    every = [lot for lots in mine.values() for lot in lots if lot["price_cents"] is not None]
    pupils = sum(SCHOOLS[school] for school in mine)
    return Answer(
        countable,
        {school: max(0, ceil(SCHOOLS[school] / 4) - n) for school, n in countable.items()},
        {reason: n for reason, n in left_out.items() if n},
        sum(lot["count"] * lot["price_cents"] for lot in every),
        sum(lot["count"] for lot in every),
        pupils / sum(countable.values()) if sum(countable.values()) else None,
    )


def why_not(lot: dict[str, Any]) -> str:
    """Why a device does not count."""
    if lot["kind"] not in PUPILS_OWN:
        return "not_a_pupil_kind"
    if lot["audience"] == "staff":
        return "staff"
    if lot["status"] in OUT:
        return str(lot["status"])
    return "unsupported" if lot["support_until"] and lot["support_until"] < AS_OF else ""


@settings(max_examples=10)
@given(fleet)
def test_both_engines_and_plain_python_count_the_same(engines: tuple[Database, ...], given: Fleet) -> None:
    version = next(VERSIONS)
    for database in engines:
        for (board, school), lots in given.items():
            hand_in(database, board, school, version, lots)
    people = (person(Role.CHAIR), person(Role.SCHOOL_ICT, "00BB00"), person(Role.CHAIR, board_id="22222"))
    for whom in people:
        assert [told(database, whom, version) for database in engines] == [plain(given, whom)] * 2
