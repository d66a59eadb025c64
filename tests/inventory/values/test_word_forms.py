"""Words for devices in other forms: small, several, or with something before them."""

import pytest

from planning.inventory.values.devices import Description, identify
from planning.inventory.values.word_forms import kind_word


@pytest.mark.parametrize(
    ("written", "word"),
    [
        ("printertje", "printer"),
        ("computertjes", "computer"),
        ("touchschermpjes", "touchscherm"),
        ("laadkarretje", "laadkar"),
        ("leerlingpc", "pc"),
        ("juffenlaptops", "laptop"),
        ("kleutertablets", "tablet"),
        ("klassenprinter", "printer"),
        ("toetsenbord", "toetsenbord"),
        ("prikbord", "prikbord"),
        ("groepen", "groepen"),
        ("speciaal", "speciaal"),
    ],
)
def test_a_word_is_known_by_its_last_part_in_any_form(written: str, word: str) -> None:
    assert kind_word(written) == word


@pytest.mark.parametrize(
    ("written", "kind", "brand"),
    [
        ("gewone computer", "desktop", None),
        ("printertje Brother", "printer", "Brother"),
        ("leerlingpc hp", "desktop", "HP"),
        ("Dell kantoorcomputers", "desktop", "Dell"),
        ("meesterlaptop Acer", "laptop", "Acer"),
    ],
)
def test_everyday_names_of_devices_are_read(written: str, kind: str, brand: str | None) -> None:
    device = identify(Description(both=written))
    assert (device.kind, device.brand, device.issue) == (kind, brand, None)
