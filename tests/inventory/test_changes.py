"""One lot changed because somebody says so; the rest stays as it was."""

from datetime import date

import pandas as pd
import pytest

from planning.inventory.fleet.changes import CORRECTED, COUNTED, MOVED, LotChange, changed, described, reasons
from tests.inventory.test_compare import fleet, lot

DAY = date(2018, 5, 1)
LOTS = fleet(lot(12, brand="HP", location="groep 7"), lot(serial="A1"))


def rows(lots: pd.DataFrame, *columns: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in lots[list(columns)].to_numpy().tolist()]


def corrected(lots: pd.DataFrame, place: int, **said: object) -> pd.Series:
    new = described(lots.iloc[place].to_dict())
    change = LotChange(place, CORRECTED, DAY, described=type(new)(**(vars(new) | said)))
    return changed(lots, change)[0].iloc[place]


def test_two_of_twelve_that_broke_are_a_lot_of_their_own() -> None:
    new, gone = changed(LOTS, LotChange(0, "broken", DAY, 2))
    assert rows(new, "count", "status", "serial") == [(10, "in_use", None), (2, "broken", None), (1, "in_use", "A1")]
    assert gone.empty


def test_a_device_of_its_own_keeps_its_place_in_the_list() -> None:
    assert rows(changed(LOTS, LotChange(1, "missing", DAY))[0], "serial", "status")[1] == ("A1", "missing")


def test_a_lot_counted_again_has_the_number_that_was_counted() -> None:
    assert rows(changed(LOTS, LotChange(0, COUNTED, DAY, 14))[0], "count")[0] == (14,)


def test_what_moved_leaves_here_without_its_room_and_all_else_that_is_known_of_it() -> None:
    left, gone = changed(LOTS, LotChange(0, MOVED, DAY, 12))
    assert rows(left, "serial") == [("A1",)]
    assert rows(gone, "count", "brand", "location") == [(12, "HP", None)]


def test_a_year_that_is_not_corrected_stays_as_precise_as_it_was() -> None:
    exact = fleet(lot(purchased_earliest=DAY, purchased_latest=DAY, purchased_precision="day"))
    assert corrected(exact, 0, location="groep 8")[["purchased_precision", "level"]].tolist() == ["day", "upper"]
    assert corrected(exact, 0, year=2016)["purchased_latest"] == date(2016, 12, 31)
    assert corrected(exact, 0, year=None)["purchased_precision"] == "unknown"


def test_the_end_of_updates_follows_the_model_unless_the_list_said_it() -> None:
    said = date(2020, 1, 1)
    lots = fleet(lot(support_source="unknown"), lot(support_source="list", support_until=said))
    ends = [corrected(lots, place, brand="HP", model="Chromebook 11 G5") for place in (0, 1)]
    assert [end["support_source"] for end in ends] == ["table", "list"]
    assert ends[1]["support_until"] == said


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (LotChange(7, "broken", DAY), "lot_not_there"),
        (LotChange(0, "eaten", DAY), "lot_not_there"),
        (LotChange(0, "broken", DAY, 13), "lot_devices_out_of_range"),
        (LotChange(0, COUNTED, DAY, 0), "lot_devices_out_of_range"),
        (LotChange(0, "broken", date(2018, 5, 2)), "lot_day_to_come"),
        (LotChange(0, CORRECTED, DAY), "model_without_kind"),
    ],
)
def test_what_cannot_be_is_refused(change: LotChange, code: str) -> None:
    assert [reason.code for reason in reasons(change, LOTS, DAY)] == [code]


@pytest.mark.parametrize(
    ("said", "field"), [({"year": 17}, "year"), ({"location": "juf Esra"}, "location"), ({"model": "x" * 121}, "model")]
)
def test_a_description_is_held_to_what_a_list_may_say(said: dict[str, object], field: str) -> None:
    new = described(LOTS.iloc[0].to_dict())
    change = LotChange(0, CORRECTED, DAY, described=type(new)(**(vars(new) | said)))
    assert [reason.field for reason in reasons(change, LOTS, DAY)] == [field]
