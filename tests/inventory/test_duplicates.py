"""One make or model under several names."""

from datetime import date

import pytest

from planning.inventory.fleet.duplicates import Duplicate, duplicates, merged
from tests.inventory.test_compare import fleet, lot


def test_a_make_under_three_names_becomes_the_one_that_most_devices_bear() -> None:
    lots = fleet(lot(30, brand="HP"), lot(4, brand="Hewlett-Packard"), lot(2, brand="H.P."), lot(9, brand="Acer"))
    assert duplicates(lots) == (Duplicate("brand", "HP", ("Hewlett-Packard", "H.P."), 6),)
    assert merged(lots, duplicates(lots), date(2018, 5, 1))["brand"].tolist() == ["HP", "HP", "HP", "Acer"]


@pytest.mark.parametrize("other", ["Thinkpad L-450", "Think Pad L450", "Thinkpat L450"])
def test_a_model_that_differs_in_marks_spaces_or_a_letter_is_the_same(other: str) -> None:
    lots = fleet(lot(9, model="ThinkPad L450"), lot(2, model=other))
    assert duplicates(lots) == (Duplicate("model", "ThinkPad L450", (other,), 2),)


@pytest.mark.parametrize("other", ["Chromebook 11 G5 EE", "Chromebook 11 G6", "Chromebook 14 G5"])
def test_a_number_or_a_word_more_is_another_model(other: str) -> None:
    assert duplicates(fleet(lot(9, model="Chromebook 11 G5"), lot(2, model=other))) == ()


def test_models_of_two_makes_are_not_held_against_each_other() -> None:
    lots = fleet(lot(9, brand="Acer", model="Spin 11"), lot(2, brand="HP", model="Spin-11"))
    assert duplicates(lots) == ()


def test_a_model_that_gets_another_name_gets_the_end_of_updates_of_that_name() -> None:
    lots = fleet(lot(9, brand="HP", model="Chromebook 11 G5"), lot(2, brand="HP", model="Cromebook 11 G5"))
    lots["support_until"], lots["support_source"] = None, "unknown"
    new = merged(lots, duplicates(lots), date(2018, 5, 1))
    assert new["support_source"].tolist() == ["unknown", "table"]
