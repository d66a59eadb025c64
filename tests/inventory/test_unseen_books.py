"""Kinds of fault met in books nobody here had seen, each in a list of a few rows."""

from planning.inventory.reading import Reading
from tests.inventory.lists import column, problem_places, read


def held(reading: Reading, *names: str) -> list[tuple[object, ...]]:
    """Some columns of the devices, a row each."""
    return list(zip(*(column(reading, name) for name in names), strict=True))


def test_a_room_with_who_teaches_there_on_which_days_is_a_heading() -> None:
    rows = [["Wat", "Aantal"], ["Groep 5/6 - meester Koen"], ["laptop", 1]]
    for heading in (
        "Groep 7/8 - juf Yvonne (ma-wo) / meester Rik",
        "Groep 7/8 (juf Yvonne ma di wo, meester Rik do en vr)",
        "Groep 7/8: juf Yvonne maandag t/m woensdag, juf Els",
    ):
        assert "7/8" in str(read([*rows, [heading], ["laptop", 2]]).devices["location"][1])


def test_who_heads_devices_among_rooms_is_a_room_unless_it_is_everybody() -> None:
    rooms = [["Wat", "Aantal"], ["Groep 3"], ["laptop", 1], ["Teamkamer"], ["laptop", 2]]
    told = {
        who: column(read([*rooms, [who], ["laptop", 3]]), "location")[2] for who in ("Directie", "IB", "Leerlingen")
    }
    assert told == {"Directie": "Directie", "IB": "IB", "Leerlingen": None}
