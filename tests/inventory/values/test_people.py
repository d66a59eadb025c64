"""Names and addresses of people are cut, groups of people are recognised."""

import pytest

from planning.inventory.values.people import (
    place_without_names,
    whose,
    without_addresses,
    without_names,
    without_people,
)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("groep 7 (meester Bart)", "groep 7"),
        ("Lokaal 1 – groep 1 (juf Anneke)", "Lokaal 1 – groep 1"),
        ("groep 7 juf Esra en meester Tom", "groep 7"),
        ("juf Esra", ""),
        ("Emma de Vries", ""),
        ("Emma Smit", ""),
        ("j.smit@school.nl", ""),
        ("kamer mw. De Wit", "kamer"),
        ("hal boven", "hal boven"),
        ("Lokaal Rood", "Lokaal Rood"),
        ("De Brink", "De Brink"),
        ("groep 7/8", "groep 7/8"),
        ("kar 2", "kar 2"),
    ],
)
def test_a_place_is_kept_without_the_people_in_it(written: str, kept: str) -> None:
    assert place_without_names(written) == kept


@pytest.mark.parametrize("model", ["Satellite Pro R50", "EliteBook 840 G3", "Galaxy Tab A (T580)", "SM-T580", "EB-X04"])
def test_a_model_is_no_name(model: str) -> None:
    assert without_names(model) == model


def test_a_name_behind_a_device_is_cut() -> None:
    assert without_names("Laptop Jan van den Berg") == "Laptop"
    assert without_names("laptop juf Esra") == "laptop"


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("HP Compaq 6005 Bram Jansen", "HP Compaq 6005"),
        ("Chromebook Fenna de Vries", "Chromebook"),
        ("iPad Emma", "iPad"),
        ("Laptop Jan Bos", "Laptop"),
        ("Lenovo ThinkPad Xander Quist (i5)", "Lenovo ThinkPad (i5)"),
    ],
)
def test_a_name_no_device_has_is_cut_from_what_describes_one(written: str, kept: str) -> None:
    assert without_people(written) == kept


@pytest.mark.parametrize(
    "model",
    ["Apple iPad Pro Max", "Dell Latitude Rugged Extreme", "HP ProBook Zebra", "Galaxy Tab Active", "CTOUCH Laser Sky"],
)
def test_the_name_of_a_device_is_kept(model: str) -> None:
    assert without_people(model) == model


def test_network_addresses_are_cut() -> None:
    assert without_addresses("laptop 10.0.0.12") == "laptop"
    assert without_addresses("aa:bb:cc:dd:ee:ff") == ""


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("directie", "staff"),
        ("IB-er", "staff"),
        ("juf Esra", "staff"),
        ("leerkracht groep 4", "staff"),
        ("leerlingen", "pupils"),
        ("Emma Smit", None),
        ("Lisa de Meester", None),
        ("", None),
    ],
)
def test_whose_a_device_is_follows_from_words_for_groups(text: str, group: str | None) -> None:
    assert whose(text) == group
