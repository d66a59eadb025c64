"""Misspelt brands and models are read as they were meant, and it is said; names and other models are left alone."""

import pytest

from planning.inventory.values.devices import Description, identify
from planning.inventory.values.spelling import spelled
from planning.inventory.words.messages import message
from tests.inventory.lists import column, read


@pytest.mark.parametrize(
    ("written", "kind", "brand", "model"),
    [
        ("Lenvo Thinkpad L460", "laptop", "Lenovo", "ThinkPad L460"),
        ("Lenovo Thinkpd L460", "laptop", "Lenovo", "ThinkPad L460"),
        ("Acer C74O", "chromebook", "Acer", "Chromebook 11 C740"),
        ("Macbok Air", "laptop", "Apple", "MacBook Air"),
        ("HP Chromboek 11 G5", "chromebook", "HP", "Chromebook 11 G5"),
        ("Samsng Galaxy Tab A", "tablet", "Samsung", "Galaxy Tab A"),
        ("HP chrb.", "chromebook", "HP", None),
        ("Dell lptp", "laptop", "Dell", None),
        ("Brother prnter", "printer", "Brother", None),
        ("vaste comp. HP", "desktop", "HP", None),
        ("Lenovo 1OOe", "chromebook", "Lenovo", "100e Chromebook"),
    ],
)
def test_a_slip_in_a_brand_or_model_is_read_as_it_was_meant(written: str, kind: str, brand: str, model: str) -> None:
    device = identify(Description(both=written))
    assert (device.kind, device.brand, device.model) == (kind, brand, model)
    assert device.model_as_written == written


def test_a_misspelt_brand_in_its_own_column_does_not_lose_the_model() -> None:
    device = identify(Description(kind="laptop", brand="Lenvo", model="Thinkpad L460"))
    assert (device.brand, device.model) == ("Lenovo", "ThinkPad L460")


@pytest.mark.parametrize(
    "written",
    [
        "laptop Lenno",
        "Lenno",
        "HP Prowise",
        "iPad protector",
        "ProBook 450 G9",
        "C742",
        "Terri",
        "chromebox",
        "HP prtg",
        "comp",
        "lptx",
    ],
)
def test_names_and_other_words_and_other_numbers_are_left_alone(written: str) -> None:
    assert spelled(written).changes == ()


def test_it_is_said_what_was_read_and_the_rest_of_the_cell_is_not_repeated() -> None:
    reading = read([["Merk", "Model", "Aantal"], ["Lenvo", "Thinkpad L460 Fenna de Vries", 3]])
    said = next(problem for problem in reading.problems if problem.code == "read-as")
    assert said.severity == "info"
    assert message(said) == "Er staat ‘Lenvo’; dat lezen we als Lenovo."
    assert column(reading, "brand") == ["Lenovo"]


@pytest.mark.parametrize(
    ("written", "model"),
    [("iPad7,5", "iPad (6e generatie)"), ("iPad5,3", "iPad Air 2"), ("iPad8,6", "iPad Pro 12.9"), ("iPad99,1", "iPad")],
)
def test_apples_identifiers_are_no_generations(written: str, model: str) -> None:
    assert identify(Description(model=written)).model == model


def test_a_count_behind_a_generation_is_no_identifier() -> None:
    assert identify(Description(both="iPad 4, 2 stuks")).model == "iPad (4e generatie)"
