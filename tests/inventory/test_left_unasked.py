"""Words beside devices that say nothing of how they do, and that nobody is asked about."""

import pytest

from tests.inventory.lists import column, problem_places, read

HEAD = ["Soort", "Merk", "Jaar", "Opmerking"]


@pytest.mark.parametrize("note", ["lamp is nog goed", "accu is prima", "jaar valt buiten de foto", "staat in de weg"])
def test_a_remark_on_a_good_part_or_on_the_list_itself_asks_nothing(note: str) -> None:
    reading = read(
        [["Soort", "Merk", "Jaar", "Opmerking"], ["beamer", "Epson", 2017, note], ["laptop", "HP", 2018, ""]]
    )
    assert problem_places(reading) == []
    assert "disposed" not in column(reading, "status")


@pytest.mark.parametrize("note", ["lamp is niet goed meer", "accu is leeggelopen", "lamp was goed, nu bolt hij"])
def test_a_remark_on_a_part_that_is_not_is_heard(note: str) -> None:
    reading = read(
        [["Soort", "Merk", "Jaar", "Opmerking"], ["beamer", "Epson", 2017, note], ["laptop", "HP", 2018, ""]]
    )
    assert problem_places(reading) or column(reading, "status")[0] == "broken"


@pytest.mark.parametrize("name", ["Bijlage bij aangifte", "Omgewisseld spul"])
def test_the_name_of_a_sheet_is_not_asked_about_where_each_device_says_how_it_does(name: str) -> None:
    gone = [["Apparaat", "Serienummer", "Schade"], ["HP ProBook 450", "5CD1234567", "gestolen"]]
    assert problem_places(read(gone, sheet=name)) == []
    here = [["Apparaat", "Serienummer", "Lokaal"], ["HP ProBook 450", "5CD1234567", "3"]]
    assert problem_places(read(here, sheet=name)) == [(None, "sheet-name-unclear")]


@pytest.mark.parametrize("said", ["Draagbare computer", "draagbare pc", "mobiele computer"])
def test_a_computer_to_carry_is_a_laptop(said: str) -> None:
    assert column(read([["Soort", "Merk", "Type"], [said, "Dell", "Latitude 3410"]]), "kind") == ["laptop"]


def test_what_devices_are_for_is_no_word_for_whose_they_are() -> None:
    rows = [["Middel", "Aantal", "Doel"], ["iPad 8", 5, "rekenen leerlingen"], ["Prowise touchscreen", 1, "instructie"]]
    reading = read(rows)
    assert problem_places(reading) == []
    assert column(reading, "audience") == ["pupils", "unknown"]


def test_the_title_of_a_page_that_comes_again_is_no_device() -> None:
    heads = ["No", "Merk", "Model", "Serienr", "Aankoop", "Lokaal"]
    page = ["Computerlijst De Toermalijn", "", "", "", "blz 1 van 2", ""]
    first, second = ([n, "Acer", "Chromebook 11 CB3", f"NXGB9LZFA{n}", "5-9-2016", "2"] for n in (1, 2))
    reading = read([page, heads, first, [], [*page[:4], "blz 2 van 2", ""], heads, second])
    assert problem_places(reading) == []
    assert column(reading, "serial") == ["NXGB9LZFA1", "NXGB9LZFA2"]
