"""What programs outside read of a board: by which key, what it says, and what it never tells."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from io import StringIO
from pathlib import Path
from shutil import copy

import pandas as pd
import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from pages.server import tables as served
from pages.server.tables import as_csv
from planning.core.clock import local_day, now
from planning.core.database import Database
from planning.core.rights import Person, operator
from planning.core.service import audit
from planning.feed import service
from planning.feed.service import FeedAnswer, close_data_feed, data_feed, open_data_feed
from planning.feed.tables import TABLES, FeedTable
from planning.ratios.service import ratio_view

BOARD, OTHER = operator("47920"), operator("44397")
AS_OF = date(2018, 5, 1)
NOW = datetime(2018, 5, 1, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def example(example_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """The example group, to which these tests add keys only."""
    database = Database(f"sqlite:///{copy(example_file, tmp_path_factory.mktemp('feed') / 'example.db')}")
    yield database
    database.engine.dispose()


@pytest.fixture
def client(example: Database, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    """Whoever asks over HTTP."""
    monkeypatch.setattr(served, "open_database", lambda: example)
    monkeypatch.setattr(service, "_asked", {})
    return TestClient(Starlette(routes=[Route("/api/gegevens/{path:path}", served.tables)]))


def key(example: Database, who: Person = BOARD) -> str:
    return open_data_feed(who, example, NOW)


def test_the_ratios_are_those_of_the_screen(client: TestClient, example: Database) -> None:
    found = client.get(f"/api/gegevens/{key(example)}/scholen.json").json()
    ratio = ratio_view(BOARD, example).on(AS_OF)
    assert [row["tekort"] for row in found] == [school.shortage for school in ratio.schools]
    assert sum(row["meetellend"] or 0 for row in found) == ratio.countable
    assert {row["peildatum"] for row in found} == {"2018-05-01"}


def test_the_cohorts_are_the_whole_fleet(client: TestClient, example: Database) -> None:
    found = client.get(f"/api/gegevens/{key(example)}/devices.json").json()
    fleet = ratio_view(BOARD, example).fleet(AS_OF)
    assert sum(row["aantal"] for row in found) == fleet["count"].sum()
    assert sum(row["aantal"] for row in found if row["telt_mee"]) == ratio_view(BOARD, example).on(AS_OF).countable


def test_every_table_has_rows_and_just_the_columns_it_tells_of(client: TestClient, example: Database) -> None:
    token = key(example)
    told = client.get(f"/api/gegevens/{token}").json()
    assert [table["tabel"] for table in told] == list(TABLES)
    for table in told:
        rows = client.get(f"/api/gegevens/{token}/{table['tabel']}.json").json()
        assert rows
        assert list(rows[0]) == list(table["kolommen"])


def test_nothing_of_it_names_a_person_or_what_they_are(client: TestClient, example: Database) -> None:
    token = key(example)
    said = " ".join(client.get(f"/api/gegevens/{token}/{name}.json").text for name in TABLES)
    assert not [word for word in ("i-Coach", "voorzitter", "Beheerder", "ICT-coördinator") if word in said]


def test_csv_is_the_same_table_with_a_point_or_a_comma(client: TestClient, example: Database) -> None:
    address = f"/api/gegevens/{key(example)}/scholen"
    point, comma = client.get(f"{address}.csv"), client.get(f"{address}.csv?decimaal=komma")
    by_point = pd.read_csv(StringIO(point.text.lstrip("\ufeff")))
    by_comma = pd.read_csv(StringIO(comma.text.lstrip("\ufeff")), sep=";", decimal=",")
    pd.testing.assert_frame_equal(by_point, by_comma)
    assert list(by_point["tekort"]) == [row["tekort"] for row in client.get(f"{address}.json").json()]
    assert point.headers["content-type"] == "text/csv; charset=utf-8"


def test_a_name_is_never_a_formula_in_a_file_that_is_opened() -> None:
    table = FeedTable("t", "", {"naam": ""}, lambda *_: [])
    text = as_csv(FeedAnswer(table, AS_OF, [{"peildatum": AS_OF, "naam": '=HYPERLINK("x")'}]), decimal_comma=False)
    assert text.splitlines()[1] == '2018-05-01,"\'=HYPERLINK(""x"")"'


def test_the_key_may_stand_in_a_header(client: TestClient, example: Database) -> None:
    header = {"authorization": f"Bearer {key(example)}"}
    assert len(client.get("/api/gegevens/scholen.json", headers=header).json()) == 20
    assert client.get("/api/gegevens/scholen.json").status_code == 404


def test_a_key_that_ended_was_replaced_or_is_another_boards_opens_nothing(
    client: TestClient, example: Database
) -> None:
    first, second = key(example), key(example)
    other = key(example, OTHER)
    close_data_feed(OTHER, example, NOW)
    made_up = f"47920-{other.partition('-')[2]}"
    for token in (first, other, made_up, "47920-", "*-x", "", "onzin"):
        answer = client.get(f"/api/gegevens/{token}/scholen.json")
        assert (answer.status_code, answer.text) == (404, "Not Found")
    unknown = client.get(f"/api/gegevens/{second}/personen.json")
    assert (unknown.status_code, unknown.text) == (404, "Not Found")


def test_an_earlier_day_is_told_of_and_a_later_one_refused(client: TestClient, example: Database) -> None:
    address = f"/api/gegevens/{key(example)}/scholen.json"
    then = client.get(f"{address}?peildatum=2017-11-01").json()
    assert sum(r["tekort"] or 0 for r in then) == ratio_view(BOARD, example).on(date(2017, 11, 1)).shortage
    assert [client.get(f"{address}?peildatum={on}").status_code for on in ("2018-05-02", "gisteren")] == [400, 400]


def test_the_key_is_kept_as_its_hash_with_the_last_day_it_was_used(client: TestClient, example: Database) -> None:
    token = key(example)
    before = data_feed(BOARD, example)
    version = example.data_version(BOARD.board_id)
    client.get(f"/api/gegevens/{token}/ibp.json")
    after = data_feed(BOARD, example)
    assert before is not None
    assert after is not None
    assert (before.used_on, after.used_on) == (None, local_day(now()))
    assert token.partition("-")[2] not in str(vars(after))
    assert example.data_version(BOARD.board_id) == version  # reading changes no screen
    assert set(audit(BOARD, example, what=["data_feed"])["person_name"]) == {BOARD.name}


def test_more_than_sixty_tables_a_minute_have_to_wait(example: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "_asked", {})
    for second in range(60):
        service._count("47920", NOW + timedelta(seconds=second / 2))
    with pytest.raises(service.TooOften):
        service._count("47920", NOW + timedelta(seconds=31))
    service._count("47920", NOW + timedelta(seconds=61))
