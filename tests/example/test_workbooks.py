"""The example group: the same files at every run, and the picture they are meant to give."""

import csv
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from data.examples.maker.lots import PUPIL_KINDS
from data.examples.maker.notation import UNKNOWN, written_purchase
from data.examples.maker.workbooks import FOLDER, Inventory, inventories, write_workbooks
from planning.core.paths import EXAMPLES
from tests.example.independent_ratios import reckon

AS_OF = date(2018, 5, 1)
LIFE = {"chromebook": 5, "laptop": 5, "tablet": 5, "desktop": 6}
RATIOS = {  # school -> devices that count, pupils per device as shown
    "00YG00": (43, "2,1"), "06UG00": (20, "2,8"), "03VB00": (121, "3,2"), "03QE00": (24, "3,6"), "03QI00": (34, "3,7"),
    "12BH00": (23, "3,8"), "03UY00": (46, "3,9"), "09MO00": (55, "3,9"), "03YW00": (41, "4,0"), "03QJ00": (47, "4,3"),
    "05GC00": (30, "4,4"), "03QF00": (15, "5,2"), "06OR00": (25, "5,5"), "03UW00": (21, "5,5"), "03UZ00": (38, "5,6"),
    "06MM00": (62, "5,8"), "05EJ00": (28, "6,1"), "03VA00": (22, "6,1"), "12KN00": (29, "6,4"), "11QL00": (31, "9,0"),
}  # fmt: skip


def of_board(board_id: str) -> list[Inventory]:
    return [inventory for inventory in inventories() if inventory.board_id == board_id]


def last_lists(board_id: str = "47920") -> dict[str, Inventory]:
    return {i.school_id: i for i in sorted(of_board(board_id), key=lambda i: i.counted_on)}


def purchase_interval(bought: str, style: str) -> tuple[date, date] | None:
    """First and last day the purchase as written can mean; None when unknown."""
    written = written_purchase(bought, style)
    if isinstance(written, date):
        return written, written
    if isinstance(written, int):
        return date(written, 1, 1), date(written, 12, 31)
    if written == UNKNOWN:
        return None
    if "/" in written:
        return date(int(written[:4]), 8, 1), date(int(written[5:]), 7, 31)
    year, month = int(bought[:4]), int(bought[5:7])
    following = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), date.fromordinal(following.toordinal() - 1)


def pupil_lots() -> list[tuple[Inventory, int, str, tuple[date, date] | None]]:
    """What counts on 1-5-2018 by the last lists: list, count, kind, purchase as written."""
    return [
        (inventory, lot.count, lot.kind, purchase_interval(lot.bought, inventory.habit.dates))
        for inventory in last_lists().values()
        for lot in inventory.lots
        if lot.counts_on(AS_OF)
    ]


def table(name: str, folder: Path = EXAMPLES) -> list[dict[str, str]]:
    with (folder / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def content(path: Path) -> object:
    """A csv's bytes, or a workbook's parts with their bytes: how tightly zlib packs them differs by machine."""
    if path.suffix == ".csv":
        return path.read_bytes()
    with ZipFile(BytesIO(path.read_bytes())) as archive:
        return [(entry.filename, entry.date_time, archive.read(entry)) for entry in archive.infolist()]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("examples")
    write_workbooks(target)
    return target


def test_writing_them_again_gives_the_committed_files(written: Path) -> None:
    committed = sorted(p.relative_to(EXAMPLES) for p in (EXAMPLES / FOLDER).rglob("*") if p.is_file())
    assert committed == sorted(p.relative_to(written) for p in (written / FOLDER).rglob("*") if p.is_file())
    assert [str(path) for path in committed if content(EXAMPLES / path) != content(written / path)] == []


@pytest.mark.parametrize("name", ["inventories.csv", "expected_counts.csv"])
def test_the_tables_beside_them_are_the_committed_ones(written: Path, name: str) -> None:
    assert table(name, written) == table(name)


def test_together_they_stay_small() -> None:
    assert sum(path.stat().st_size for path in (EXAMPLES / FOLDER).rglob("*")) < 1_500_000


def test_every_school_counts_what_the_picture_shows() -> None:
    lists = last_lists()
    assert {school_id: sum(lot.count for lot in i.lots if lot.counts_on(AS_OF)) for school_id, i in lists.items()} == {
        school_id: devices for school_id, (devices, _) in RATIOS.items()
    }


def test_a_reckoning_without_the_product_gives_the_same_ratios() -> None:
    found = reckon()
    shown = {s["school_id"]: f"{s['pupils_per_device']:.1f}".replace(".", ",") for s in found["schools"]}
    assert shown == {school_id: ratio for school_id, (_, ratio) in RATIOS.items()}
    assert found["group"]["countable_devices"] == 755
    assert found["group"]["pupils"] == 3395


def test_the_group_gets_better_from_list_to_list() -> None:
    lists = of_board("47920")
    until = {
        day: {i.school_id: i.countable() for i in sorted(lists, key=lambda i: i.counted_on) if i.counted_on <= day}
        for day in (date(2016, 12, 1), date(2017, 12, 1), AS_OF)
    }
    assert [round(3395 / sum(counts.values()), 1) for counts in until.values()] == [6.5, 5.0, 4.5]


def test_about_a_hundred_devices_are_over_their_life_span_however_a_date_is_read() -> None:
    over_early = over_late = 0
    for _, count, kind, bought in pupil_lots():
        if bought:
            over_early += count * (bought[0].replace(year=bought[0].year + LIFE[kind]) <= AS_OF)
            over_late += count * (bought[1].replace(year=bought[1].year + LIFE[kind]) <= AS_OF)
    assert (over_early, over_late) == (104, 104)


def test_thirty_eight_tablets_of_four_schools_lose_their_updates_within_a_year() -> None:
    losing = [
        (inventory.school, lot.count, lot.kind, lot.support_until)
        for inventory in last_lists().values()
        for lot in inventory.lots
        if lot.counts_on(AS_OF) and lot.support_until and lot.support_until < date(2019, 5, 1)
    ]
    assert {school for school, *_ in losing} == {"De Brink", "De Kameleon", "Onder De Linde", "Weisterbeek"}
    assert sum(count for _, count, *_ in losing) == 38
    assert {(kind, until) for *_, kind, until in losing} == {("tablet", date(2019, 3, 31))}


def test_sixty_two_devices_in_use_no_longer_get_updates() -> None:
    without = [
        lot.count
        for inventory in last_lists().values()
        for lot in inventory.lots
        if (lot.audience, lot.status) == ("pupils", "in_use") and lot.kind in PUPIL_KINDS and not lot.counts_on(AS_OF)
    ]
    assert sum(without) == 62


def test_a_serial_belongs_to_one_device_at_every_moment() -> None:
    owner: dict[str, tuple[str, str, str]] = {}
    for inventory in inventories():
        here = [lot.serial for lot in inventory.lots if lot.serial]
        assert len(here) == len(set(here))
        for lot in inventory.lots:
            if lot.serial:
                whose = (inventory.school_id, lot.model, lot.bought)
                assert owner.setdefault(lot.serial, whose) == whose
    assert len(owner) > 900


def test_nothing_is_listed_before_it_was_bought() -> None:
    early = [
        (inventory.path, lot.model)
        for inventory in inventories()
        for lot in inventory.lots
        if (bought := purchase_interval(lot.bought, inventory.habit.dates)) and bought[0] > inventory.counted_on
    ]
    assert early == []


def test_one_school_is_a_year_late_and_one_half_a_year() -> None:
    late = {i.school: i.counted_on for i in last_lists().values() if i.counted_on < date(2018, 1, 1)}
    assert late == {"De Kroevert": date(2017, 4, 20), "Sint Anna": date(2017, 10, 17)}


@pytest.mark.parametrize(
    ("board_id", "schools", "pupils", "ratio"), [("44397", 15, 3013, 5.0), ("47959", 12, 1775, 4.3)]
)
def test_the_partner_boards_have_one_list_a_school(board_id: str, schools: int, pupils: int, ratio: float) -> None:
    lists = of_board(board_id)
    assert len({i.school_id for i in lists}) == len(lists) == schools
    assert round(pupils / sum(i.countable() for i in lists), 1) == ratio


def test_the_list_names_every_file_and_its_day() -> None:
    rows = table("inventories.csv")
    assert all((EXAMPLES / row["path"]).is_file() for row in rows)
    assert len({row["path"] for row in rows}) == len(rows) == 85
    assert all(row["confirmed_at"].startswith(row["counted_on"]) for row in rows)
