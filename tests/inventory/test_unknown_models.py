"""What a list writes of devices that nobody knows, and what that probably is."""

import pytest

from planning.inventory.memory.unknown_models import UnknownModel, likely_model, unknown_models
from tests.inventory.lists import read

HEADER = ("Soort", "Model", "Aantal")


def test_a_model_that_is_not_in_the_table_can_be_explained() -> None:
    reading = read([HEADER, ("laptop", "Klapstra 9000", 4), ("laptop", "klapstra  9000", 3)])
    assert unknown_models(reading, ()) == (UnknownModel("Klapstra 9000", "laptop", 7),)


def test_a_model_we_know_needs_no_explanation() -> None:
    assert unknown_models(read([HEADER, ("laptop", "ThinkPad L450", 4), ("tablet", "iPad Air 2", 1)]), ()) == ()


def test_a_model_that_somebody_explained_is_known_from_then_on() -> None:
    reading = read([HEADER, ("laptop", "Klapstra 9000", 4)])
    assert unknown_models(reading, ["Klapstra 9000"]) == ()


def test_what_has_no_kind_comes_first() -> None:
    reading = read([HEADER, ("laptop", "Klapstra 9000", 40), ("yogaboekje", "zwerver 12", 1)])
    assert [one.kind for one in unknown_models(reading, ())] == [None, "laptop"]


def test_a_name_of_a_person_is_no_part_of_the_text() -> None:
    reading = read([HEADER, ("laptop", "Klapstra 9000 juf Fenna de Vries", 1)])
    assert [one.text for one in unknown_models(reading, ())] == ["Klapstra 9000"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Thinkpat L450", "ThinkPad L450"),
        ("Lenovo tinkpad l450", "ThinkPad L450"),
        ("Qwxyz 3", None),
        ("Chromebook Samsung 303C", None),
    ],
)
def test_a_text_spelled_like_a_model_suggests_it(text: str, name: str | None) -> None:
    found = likely_model(text)
    assert (found.name if found else None) == name
