"""New, changed, unchanged, gone: matched on serial, then on what the lot is."""

from datetime import date

import pandas as pd

from planning.inventory.fleet.cohorts import cohorts
from planning.inventory.fleet.compare import by_model, compare, serial_key, totals
from planning.inventory.fleet.records import LOT_COLUMNS


def lot(count: int = 1, **fields: object) -> dict[str, object]:
    base = dict.fromkeys(LOT_COLUMNS) | {
        "kind": "chromebook", "model": "Chromebook 11", "status": "in_use", "audience": "pupils", "level": "shared",
        "purchased_earliest": date(2017, 1, 1), "purchased_latest": date(2017, 12, 31), "count": count,
    }  # fmt: skip
    return base | fields


def fleet(*lots: dict[str, object]) -> pd.DataFrame:
    return pd.DataFrame(lots, columns=list(LOT_COLUMNS), dtype=object)


def test_a_serial_matches_whatever_its_spaces_and_capitals() -> None:
    assert serial_key(" 5cd-7824 bpl ") == "5CD7824BPL"
    assert serial_key(None) is None
    assert serial_key("--") is None


def test_a_device_with_the_same_serial_that_moved_is_changed_not_new() -> None:
    found = compare(fleet(lot(serial="A1", location="groep 4")), fleet(lot(serial="a1 ", location="groep 7")))
    assert found[["outcome", "what"]].to_numpy().tolist() == [["changed", "location"]]


def test_devices_without_serial_match_on_kind_model_and_purchase() -> None:
    found = compare(fleet(lot(30)), fleet(lot(15, location="kar 1"), lot(15, location="kar 2")))
    assert totals(found) == {"new": 0, "changed": 0, "unchanged": 30, "gone": 0}


def test_a_lot_that_grew_counts_its_growth_as_new() -> None:
    assert totals(compare(fleet(lot(30)), fleet(lot(42)))) == {"new": 12, "changed": 30, "unchanged": 0, "gone": 0}


def test_a_lot_that_shrank_counts_its_loss_as_gone() -> None:
    assert totals(compare(fleet(lot(30)), fleet(lot(24))))["gone"] == 6


def test_what_is_not_in_the_new_list_is_gone_and_what_was_not_in_the_old_is_new() -> None:
    found = compare(fleet(lot(serial="A1")), fleet(lot(serial="B2"), lot(serial="C3")))
    assert totals(found) == {"new": 2, "changed": 0, "unchanged": 0, "gone": 1}


def test_a_first_inventory_is_all_new() -> None:
    assert totals(compare(fleet(), fleet(lot(5), lot(serial="A1"))))["new"] == 6


def test_the_same_list_again_changes_nothing() -> None:
    same = fleet(lot(serial="A1", price_cents=24900), lot(12, kind="tablet", support_until=date(2019, 3, 31)))
    assert set(compare(same, same.copy())["outcome"]) == {"unchanged"}


def test_a_new_price_or_support_end_is_a_change_that_is_named() -> None:
    before = fleet(lot(serial="A1", price_cents=24900))
    after = fleet(lot(serial="A1", price_cents=25900, support_until=date(2019, 3, 31)))
    assert compare(before, after)["what"].tolist() == ["price_cents,support_until"]


def test_cohorts_keep_every_device_and_the_value_that_is_known() -> None:
    found = cohorts(fleet(lot(10, price_cents=20000), lot(5), lot(2, status="broken"), lot(1, purchased_earliest=None)))
    assert found["count"].sum() == 18
    in_use = found[(found["status"] == "in_use") & found["purchased_earliest"].notna()]
    assert in_use[["count", "value_cents", "priced"]].to_numpy().tolist() == [[15, 200000, 10]]
    assert found["purchased_earliest"].isna().sum() == 1


def test_a_lot_of_which_neither_purchase_nor_model_is_known_is_not_lost() -> None:
    unknown = lot(7, model=None, purchased_earliest=None, purchased_latest=None)
    assert totals(compare(fleet(), fleet(unknown, lot(3))))["new"] == 10
    assert totals(compare(fleet(unknown), fleet(unknown)))["unchanged"] == 7


def test_devices_of_one_model_that_came_are_one_line() -> None:
    found = by_model(compare(fleet(), fleet(lot(serial="A1"), lot(serial="B2"), lot(3, kind="tablet", model="iPad"))))
    assert sorted(found[["outcome", "model", "devices"]].to_numpy().tolist()) == [
        ["new", "Chromebook 11", 2], ["new", "iPad", 3],
    ]  # fmt: skip


def test_an_end_of_updates_that_only_our_table_knows_is_no_change_of_the_list() -> None:
    before = fleet(lot(serial="A1", support_source="unknown"))
    after = fleet(lot(serial="A1", support_until=date(2021, 6, 30), support_source="table"))
    assert set(compare(before, after)["outcome"]) == {"unchanged"}


def test_another_date_of_purchase_or_brand_is_a_change() -> None:
    later = lot(serial="A1", purchased_earliest=date(2018, 1, 1), purchased_latest=date(2018, 12, 31), brand="Acer")
    found = compare(fleet(lot(serial="A1", brand="HP")), fleet(later))
    assert found[["outcome", "what"]].to_numpy().tolist() == [["changed", "brand,purchased"]]


def test_one_more_broken_of_a_lot_is_one_device_that_changed() -> None:
    before = fleet(lot(28, purchased_earliest=None), lot(2, purchased_earliest=None, status="broken"))
    after = fleet(lot(27, purchased_earliest=None), lot(3, purchased_earliest=None, status="broken"))
    found = compare(before, after)
    assert found["what"].tolist() == ["status"]
    assert totals(found) == {"new": 0, "changed": 1, "unchanged": 29, "gone": 0}
    assert by_model(found)["devices"].tolist() == [1]


def test_two_that_broke_in_a_lot_that_was_whole_are_two_that_changed() -> None:
    found = compare(fleet(lot(30)), fleet(lot(28), lot(2, status="broken")))
    assert totals(found) == {"new": 0, "changed": 2, "unchanged": 28, "gone": 0}


def test_a_lot_with_broken_ones_that_only_grew_is_not_said_to_have_changed_state() -> None:
    found = compare(fleet(lot(28), lot(2, status="broken")), fleet(lot(30), lot(2, status="broken")))
    assert found["what"].tolist() == [""]
    assert totals(found)["new"] == 2
