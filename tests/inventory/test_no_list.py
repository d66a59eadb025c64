"""A workbook without devices is refused in words; one whose sheet may be the list is shown, to choose."""

import pytest

from planning.inventory.guidance import Guidance
from planning.inventory.read.no_list import refuse_no_list
from planning.inventory.read.reader import read_inventory
from planning.workbooks.model import FileRefused


def refusal(text: str, *, can_choose: bool = True) -> tuple[str, tuple[str, ...]] | None:
    try:
        refuse_no_list(read_inventory(text.encode(), "lijst.csv"), can_choose=can_choose)
    except FileRefused as refused:
        return refused.code, refused.sheet_names
    return None


def test_a_list_of_something_else_is_no_list_and_its_headings_can_be_pointed_out() -> None:
    films = "code,titel,jaar,prijs\n100,Goldrausch,1925,a\n100,Goldrausch,1925,A\n20,Metropolis,1927,b\n"
    for can_choose in (True, False):
        assert refusal(films, can_choose=can_choose) == ("no_list_found", ("lijst",))


def test_pupils_are_no_devices_also_where_a_column_might_count_some() -> None:
    pupils = "Leerlingnr;Roepnaam;Achternaam;Geslacht;Geboortedatum;Groep;Telefoon ouders\n" + "".join(
        f"{10200 + n};Daan;Vries;m;0{n}-0{n}-2008;{n};06-1234000{n}\n" for n in range(1, 8)
    )
    with pytest.raises(FileRefused, match="pupil_list"):
        read_inventory(pupils.encode(), "leerlingen.csv")


def test_headings_without_rows_are_told_as_such() -> None:
    assert refusal("Soort;Merk;Aantal\n") == ("no_rows", ())


@pytest.mark.parametrize(("can_choose", "said"), [(True, None), (False, ("no_list_found", ("lijst",)))])
def test_what_may_be_the_list_is_shown_where_a_person_can_choose(can_choose: bool, said: object) -> None:
    assert refusal("laptop;2021\nlaptop;2022\n", can_choose=can_choose) == said


def test_a_list_is_not_refused() -> None:
    assert refusal("Soort;Merk;Aantal\nlaptop;HP;3\n") is None


@pytest.mark.parametrize(
    "things", [("Toiletpapier", "Krijt"), ("Yoghurt", "Appels"), ("Koffiepads 36 st", "Schriften")]
)
def test_a_list_of_things_that_are_no_devices_is_no_list_of_ours(things: tuple[str, ...]) -> None:
    rows = "".join(f"{thing};12;Jansen\n" for thing in things)
    assert refusal(f"Omschrijving;Aantal;Leverancier\n{rows}") == ("no_list_found", ("lijst",))


def test_one_device_or_number_of_a_model_among_them_makes_it_a_list() -> None:
    for device in ("Chromebook Acer", "Qrxz 500"):
        assert refusal(f"Omschrijving;Aantal;Leverancier\nYoghurt;12;Jansen\n{device};3;Jansen\n") is None


def test_where_a_person_says_what_its_columns_are_it_is_a_list() -> None:
    guidance = Guidance(columns={("lijst", "A"): "brand_and_model"})
    reading = read_inventory(
        b"Omschrijving;Aantal;Leverancier\nYoghurt;12;Jansen\nAppels;5;Jansen\n", "lijst.csv", guidance
    )
    refuse_no_list(reading, guidance, can_choose=True)
    assert len(reading.devices) == 2


def test_a_row_of_a_thing_that_is_no_device_can_be_left_out() -> None:
    text = b"Omschrijving;Aantal;Leverancier\nChromebook Acer;3;Jansen\nYoghurt;12;Jansen\n"
    (asked,) = [problem for problem in read_inventory(text, "lijst.csv").problems if problem.severity == "must"]
    assert [choice.code for choice in asked.choices][-1] == "no_device"
    answered = read_inventory(text, "lijst.csv", Guidance(answers={asked.key: "no_device"}))
    assert list(answered.devices["count"]) == [3]
