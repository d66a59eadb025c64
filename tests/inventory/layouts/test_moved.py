"""Lists of what moved: a column for where devices stood, and one for where they stand now."""

import pytest

from tests.inventory.lists import column, problem_places, read

HEADINGS = [
    ("Stond in (oude gebouw)", "Staat nu in"),
    ("Van", "Naar"),
    ("Oude plek", "Nieuwe plek"),
    ("Lokaal (was)", "Lokaal nu"),
    ("Lokaal 2022-2023", "Lokaal 2023-2024"),
]


@pytest.mark.parametrize("headings", HEADINGS)
@pytest.mark.parametrize("turned", [False, True])
def test_where_a_device_stands_now_is_its_place_and_a_gap_is_where_it_stood(
    headings: tuple[str, str], turned: bool
) -> None:
    rows = [headings, ("lokaal 3", "leerplein 1"), ("lokaal 4", "leerplein 2"), ("lokaal 5", ""), ("lokaal 6", "-")]
    places = [row[::-1] if turned else row for row in rows]
    devices = ["Merk en type", *["HP ProBook 450"] * 4]
    reading = read(
        [
            [device, "Jaar" if device == "Merk en type" else 2016, *row]
            for device, row in zip(devices, places, strict=True)
        ]
    )
    assert column(reading, "location") == ["leerplein 1", "leerplein 2", "lokaal 5", None]
    assert problem_places(reading) == []
