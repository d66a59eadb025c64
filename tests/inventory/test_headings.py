"""Headings: which field they mean, and where they are."""

import pytest

from planning.inventory.recognise.headings import find_header, read_heading
from tests.inventory.lists import column, problem_places, read
from tests.making import Rows


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Aantl", "count"),
        ("# stuks ", "count"),
        ("#", "count"),
        ("Qty", "count"),
        ("S/N", "serial"),
        ("serie nr", "serial"),
        ("Serial Number", "serial"),
        ("Serie #", "serial"),
        ("aanschafdat.", "purchased"),
        ("aankoop dd", "purchased"),
        ("Wanneer aangeschaft?", "purchased"),
        ("Prijs (excl. BTW)", "price"),
        ("Prijs per stuk (incl. btw)", "price"),
        ("prijs in €", "price"),
        ("p/st", "price"),
        ("per st.", "price"),
        ("geteld", "count"),
        ("zou moeten zijn", "not_a_device_field"),
        ("Lokaal/groep", "location"),
        ("Waar?", "location"),
        ("Merk en type", "brand_and_model"),
        ("Merk + type", "brand_and_model"),
        ("Merk/soort", "brand_and_model"),
        ("type/model", "model"),
        ("Fabrikant ", "brand"),
        ("SOORT", "kind"),
        ("Staat", "status"),
        ("Voor wie", "audience"),
        ("opm.", "note"),
        ("AUE", "support_until"),
        ("Leerling", "names_people"),
        ("Uitgeleend aan", "names_people"),
        ("E-mailadres", "names_people"),
        ("MAC-adres", "names_people"),
        ("Juf/meester", "names_people"),
        ("Lampuren", "not_a_device_field"),
        ("Kleurtje", None),
        ("", None),
    ],
)
def test_a_heading_is_known_however_it_is_spelled(heading: str, field: str | None) -> None:
    assert read_heading(heading).field == field


def test_a_short_word_is_not_corrected_into_another() -> None:
    assert read_heading("werk").field is None
    assert read_heading("staf").field is None


def test_a_heading_of_a_price_says_its_vat_and_whether_it_is_for_all() -> None:
    assert read_heading("Prijs ex btw").vat == "excluded"
    assert read_heading("Totaalprijs incl. btw").whole_lot
    assert not read_heading("Stukprijs").whole_lot


def test_headings_stand_below_titles() -> None:
    header = find_header([["Overzicht devices", ""], ["bijgewerkt 1-5-2018", ""], ["Soort", "Merk"], ["laptop", "HP"]])
    assert header is not None
    assert header.rows == (2,)


def test_headings_over_two_rows_are_read_as_one() -> None:
    header = find_header(
        [["", "", "Aanschaf", "Serie"], ["soort", "merk/type", "dd", "nr"], ["laptop", "HP", 2016, "A1"]]
    )
    assert header is not None
    assert header.rows == (0, 1)
    assert [heading.field for heading in header.headings] == ["kind", "brand_and_model", "purchased", "serial"]


@pytest.mark.parametrize("row", [["naam", "leeftijd"], ["Aantal", "Prijs"], ["Merk", "kleur"], []])
def test_a_list_of_something_else_has_no_headings_of_ours(row: list[str]) -> None:
    assert find_header([row, ["Jan", 3]]) is None


def test_what_stands_in_brackets_tells_a_brand_and_model_from_a_kind() -> None:
    assert read_heading("Apparaat (merk en type)").field == "brand_and_model"
    assert read_heading("Apparaat (soort)").field == "kind"


def test_the_name_of_a_device_is_its_model_or_what_its_user_calls_it() -> None:
    models = read([["Soort", "Naam apparaat"], ["laptop", "HP 250 G5"], ["laptop", "Lenovo L450"]])
    assert column(models, "brand") == ["HP", "Lenovo"]
    owners = read([["Soort", "Merk", "Naam apparaat"], ["tablet", "Apple", "iPad van Emma"], ["tablet", "Apple", "x"]])
    assert [(c.header, c.why_left_out) for c in owners.left_out] == [("Naam apparaat", "names_people")]


def test_a_known_heading_of_two_words_is_one_of_the_known_headings() -> None:
    rows: Rows = [["Naam leerkracht", "Laptop", "Serienummer"], ["Anna Bos", "HP 250 G6", "5CD7123ABC"]]
    reading = read([*rows, ["Jan de Vries", "HP 250 G6", "5CD7123ABD"]])
    assert column(reading, "serial") == ["5CD7123ABC", "5CD7123ABD"]
    assert column(reading, "audience") == ["staff", "staff"]


@pytest.mark.parametrize("heading", ["Boekdatum", "BOEKDATUM", "Boekdat.", "boekdatm", "Datum boeking", "Geboekt op"])
def test_in_a_ledger_things_were_bought_when_they_were_booked(heading: str) -> None:
    rows = [
        [heading, "Omschrijving", "Aantal", "Bedrag"],
        ["7-9-2015", "Chromebook Acer C740", 20, 3980],
        ["8-9-2015", "Licentie Google beheer bij chromebooks", 20, 490],
        ["9-9-2015", "Verzekering chromebooks schooljaar 15-16", 20, 240],
        ["30-11-2015", "Reparatie scherm chromebook", 1, 89],
    ]
    reading = read(rows)
    assert column(reading, "purchased_as_written") == ["7-9-2015"]
    assert problem_places(reading) == []


@pytest.mark.parametrize("heading", ["Afboekdatum", "Datum afboeking", "Afboekingsdatum", "Uitboekdatum"])
def test_what_was_written_off_was_not_bought_then(heading: str) -> None:
    assert read_heading(heading).field != "purchased"


@pytest.mark.parametrize("heading", ["Rubriek", "RUBRIEK", "Hoofdgroep", "Categorie", "Rubrieken"])
def test_what_a_list_files_under_furniture_is_no_device(heading: str) -> None:
    rows = [
        [heading, "Omschrijving object", "Aantal"],
        ["Meubilair", "Zithoek Play", 12],
        ["Elektronica", "Chromebook Lenovo N22", 26],
        ["Elektronica", "Laptop Dell Latitude 3350", 9],
    ]
    reading = read(rows)
    assert column(reading, "count") == [26, 9]
    assert problem_places(reading) == []


@pytest.mark.parametrize(
    "heading", ["lln per device", "Devices per leerling", "aantal kinderen per iPad", "lln p. laptop"]
)
def test_so_many_of_one_for_each_of_the_other_names_nobody(heading: str) -> None:
    assert read_heading(heading).field == "not_a_device_field"


@pytest.mark.parametrize("heading", ["leerling", "naam lln", "gebruiker per device"])
def test_a_column_of_who_uses_what_does(heading: str) -> None:
    assert read_heading(heading).field == "names_people"
