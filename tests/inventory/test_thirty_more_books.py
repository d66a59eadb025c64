"""Kinds of fault met in another 30 books nobody here had seen, each in a list of a few rows."""

from datetime import date

import pytest

from planning.inventory.read.marks import read_legend
from planning.inventory.read.noted_purchases import bought_by_note
from planning.inventory.reading import Reading
from planning.inventory.values.devices import Description, identify
from planning.workbooks.grid import Grid, Mark
from tests.inventory.lists import column, problem_places, read

BESIDE = [
    ["Laptops", "", "", "", "iPads", "", ""],
    ["nr", "type", "serienr", "", "nr", "type", "serienr"],
    [1, "Lenovo V110", "PF0H09RY", "", 1, "iPad mini 4", "DMP2B4SB7FKW"],
    [2, "Lenovo V110", "PF0MZ9NB", "", 2, "iPad mini 4", "DMP6MKT1BFK5"],
    [3, "Lenovo V110", "PF0XGB4L", "", 3, "iPad mini 4", "DMPASWP0NFKU"],
]


def test_a_line_under_lists_side_by_side_says_of_each_kind_when_it_was_bought() -> None:
    reading = read([*BESIDE, [], ["laptops aug 2017 gekocht bij Skool, ipads van de gemeente gekregen in 2016"]])
    bought = set(zip(column(reading, "kind"), column(reading, "purchased_earliest"), strict=True))
    assert bought == {("laptop", date(2017, 8, 1)), ("tablet", date(2016, 1, 1))}
    assert problem_places(reading) == []
    assert "purchase-from-note" in [problem.code for problem in reading.problems]


def test_a_line_around_a_list_speaks_of_its_own_kind_and_leaves_what_has_a_date() -> None:
    rows = [["soort", "merk", "gekocht"], ["laptop", "HP", ""], ["laptop", "HP", 2014], ["printer", "HP", ""]]
    for around in ([["Alle laptops zijn van 2016"], *rows], [*rows, [], ["Laptops zijn in 2016 gekocht bij Skool."]]):
        bought = [one and one.year for one in column(read(around), "purchased_earliest")]
        assert bought == [2016, 2014, None]


@pytest.mark.parametrize(
    "line",
    ["3 laptops zijn van 2016", "de oude laptops zijn van 2012", "laptops van groep 7 zijn van 2016",
     "laptops van de leerlingen zijn van 2016", "laptops waarschijnlijk in 2016 gekocht", "laptops van 2016?",
     "laptops moeten in 2019 vervangen", "laptops niet in 2016 gekocht"],
)  # fmt: skip
def test_a_line_that_speaks_of_some_devices_or_of_something_else_says_nothing_of_all(line: str) -> None:
    assert bought_by_note(line) == ()


LENT = [
    ["iPads, gekocht 4-9-2017"],
    ["nr", "Serienummer", "Uitgeleend aan", "Uit", "Terug", "Opmerking"],
    [1, "DMP6BYNJVFKE", "Lieke Tuinman", "08-01-2018", "22-01-2018", ""],
    [2, "DMPGS20A6FK6", "", "", "", "kapot"],
    [3, "DMP9XM1R2FKF", "Guus Oosterhof", "08-01-2018", "", ""],
    [4, "DMPNMJ1FMFKA", "Dewi Santoso", "08-01-2018", "", ""],
]


@pytest.mark.parametrize("heading", ["Uit", "Leendatum", "Geleend op", "Opgehaald", "Datum uit", "Meegegeven op"])
def test_the_day_on_which_a_device_was_lent_is_none_of_its_purchase(heading: str) -> None:
    rows = [LENT[0], [*LENT[1][:3], heading, *LENT[1][4:]], *LENT[2:]]
    reading = read(rows)
    assert set(column(reading, "purchased_earliest")) == {date(2017, 9, 4)}
    assert problem_places(reading) == []


def test_numbers_from_one_to_another_without_serial_numbers_are_so_many_devices() -> None:
    for heading, labels in (("nr", "5 t/m 9"), ("iPad nr", "5-9"), ("label", "5 tot en met 9")):
        rows = [LENT[0], [heading, *LENT[1][1:]], *LENT[2:], [labels, "", "", "", "", "nog ingepakt in de kast"]]
        reading = read(rows)
        assert column(reading, "count") == [1, 1, 1, 1, 5]
        assert problem_places(reading) == []
    again = read([*LENT, ["4 t/m 9", "", "", "", "", "nog ingepakt"]])
    assert problem_places(again) == [(7, "row-unclear")]


BOOKS = [
    ["Activanr", "Omschrijving", "Datum aanschaf", "Aanschafwaarde", "Boekwaarde"],
    [160012, "24 st. Acer Chromebook C730", "09-09-2014", 5976, 0],
    [160013, "Laadkast 24 chromebooks", "09-09-2014", 1150, 0],
    [160021, "15 st. HP Pavilion x360", "29-08-2016", 7350, 3675],
    [140101, "28 leerlingsetjes Eromes", "15-08-2013", 5880, 4410],
]


def of_kinds(reading: Reading) -> list[tuple[object, ...]]:
    return list(zip(*(column(reading, name) for name in ("kind", "count", "status")), strict=True))


def test_a_cart_for_what_another_line_of_the_books_holds_brings_no_more_of_it() -> None:
    carts = [line[:2] for line in of_kinds(read(BOOKS))]
    assert carts == [("chromebook", 24), ("charging_cart", 1), ("laptop", 15)]
    for text in ("Laadkast met 24 chromebooks", "Laadkast 16 iPads"):
        held = [one[:2] for one in of_kinds(read([*BOOKS[:2], [160013, text, "09-09-2014", 1150, 0], *BOOKS[3:]]))]
        assert len(held) == 4


def test_what_is_booked_out_and_stands_in_no_other_line_has_gone() -> None:
    gone = [160004, "12 pc's Dell OptiPlex 780, afgevoerd", "03-05-2010", -6240, 0]
    for rows in ([gone], [[], ["", "Desinvesteringen 2017"], [*gone[:1], "12 pc's Dell OptiPlex 780", *gone[2:]]]):
        reading = read([*BOOKS, *rows])
        assert of_kinds(reading)[-1] == ("desktop", 12, "disposed")
        assert problem_places(reading) == []
    again = read([*BOOKS, [160030, "24 chromebooks Acer, afgevoerd", "09-09-2014", -5976, 0]])
    assert problem_places(again) == [(6, "row-unclear")]


def test_a_server_is_no_part_of_the_network_that_wears_out_with_it() -> None:
    assert identify(Description(both="Server HP ProLiant ML310e")).kind == "other"


@pytest.mark.parametrize(
    ("text", "kind", "brand"),
    [("Asus Zenbook UX310", "laptop", "Asus"), ("HP PageWide Pro 477dw", "printer", "HP"),
     ("Acer X113PH", "projector", "Acer"), ("BenQ MX507", "projector", "BenQ"), ("Epson EB-S05", "projector", "Epson"),
     ("Lenovo B50-80", "laptop", "Lenovo"), ("Lenovo M73", "desktop", "Lenovo"),
     ("Dell Inspiron 3847", "desktop", "Dell"),
     ("Samsung ML-2955", "printer", "Samsung"), ("Sony Vaio", "laptop", "Sony"), ("Acer Iconia B1", "tablet", "Acer"),
     ("HP EliteBook 8460p", "laptop", "HP"), ("Hitachi Starboard", "interactive_board", "Hitachi")],
)  # fmt: skip
def test_what_makers_call_their_devices_says_what_they_are(text: str, kind: str, brand: str) -> None:
    device = identify(Description(both=text))
    assert (device.kind, device.brand, device.issue) == (kind, brand, None)


LOT = [["soort", "merk", "aantal", "jaar", "opmerking"], ["laptop", "Asus", 8, 2015, ""], ["laptop", "HP", 4, 2016, ""]]


@pytest.mark.parametrize("said", ["directie 1, IB 1, rest leerlingen", "waarvan 2 directie/IB", "2 voor leerkrachten"])
def test_a_lot_of_which_some_are_for_staff_is_split_and_asked(said: str) -> None:
    rows = [LOT[0], [*LOT[1][:4], said], LOT[2]]
    reading = read(rows)
    whose = list(zip(column(reading, "count"), column(reading, "audience"), strict=True))
    assert (2, "staff") in whose
    assert (6, "pupils" if "rest" in said else "unknown") in whose
    assert problem_places(reading) == [(2, "mixed-audience-in-lot")]
    [question] = [problem for problem in reading.problems if problem.severity == "must"]
    assert column(read(rows, answers={question.key: "share_none"}), "count") == [8, 4]


@pytest.mark.parametrize("said", ["werkt prima, in gebruik in groep 6", "doet het gewoon, zit in kar 2"])
def test_a_device_booked_as_broken_that_works_by_its_remark_is_asked(said: str) -> None:
    rows = [["serienummer", "model", "status", "opmerking"], ["5CD54699XL", "HP 250 G5", "Defect", said]]
    rows += [
        ["5CD54699XM", "HP 250 G5", "Actief", ""],
        ["5CD54699XN", "HP 250 G5", "Defect", "werkt alleen op netstroom"],
    ]
    assert problem_places(read(rows)) == [(2, "status-conflict")]


COUNTED = [
    ["lokaal", "merk", "model", "serienummer", "accu", "werkt?"],
    ["lok 1", "Lenovo", "B50-80", "PF02WVPP", "goed", "ja"],
    ["lok 1", "Lenovo", "B50-80", "PF064WZL", "slecht", "ja"],
    ["lok 2", "Lenovo", "B50-80", "PF07JFET", "goed", "nee"],
]


@pytest.mark.parametrize("heading", ["accu", "conditie batterij", "scherm", "toetsenbord"])
def test_how_a_part_does_is_no_state_of_a_device_that_has_its_own(heading: str) -> None:
    reading = read([[*COUNTED[0][:4], heading, "werkt?"], *COUNTED[1:]])
    assert column(reading, "status") == ["in_use", "in_use", "broken"]
    assert problem_places(reading) == []


@pytest.mark.parametrize("said", [[3, "geteld"], [3, "stuks"], ["", "totaal 3"], [3, "apparaten"]])
def test_a_last_line_that_says_how_many_were_counted_is_a_total(said: list[object]) -> None:
    reading = read([*COUNTED, [], said])
    assert problem_places(reading) == []
    assert [total.agrees for total in reading.stated_totals] == [True]
    assert column(reading, "count") == [1, 1, 1]


def test_what_people_are_told_is_no_state_and_an_empty_room_holds_no_device() -> None:
    rows = [["ruimte", "wat", "opmerking"], ["serverhok", "2 switches HP, 1 server", "niet aankomen!"]]
    rows += [
        ["lokaal 8", "leeg", "wordt verbouwd"],
        ["lokaal 9", "niets", ""],
        ["lokaal 1", "2 pc HP", "svp niet verplaatsen"],
    ]
    reading = read([*rows, ["berging", "6 oude pc HP", "mogen weg, doen het niet meer"]])
    assert of_kinds(reading) == [
        ("network", 2, "in_use"), ("other", 1, "in_use"), ("desktop", 2, "in_use"), ("desktop", 6, "broken"),
    ]  # fmt: skip
    assert problem_places(reading) == []


def test_the_rent_of_a_month_is_no_price_and_what_the_lessor_took_back_has_gone() -> None:
    for heading in ("Huur p/st/mnd excl. btw", "Prijs per maand", "Leasebedrag p/mnd"):
        rows = [["Apparaat", "Aantal", "Leverdatum", heading, "Opmerking"]]
        rows += [["HP Chromebook 11 G3", 24, "01-09-2015", 6.95, "inleveren zomer 2018"]]
        rows += [
            ["Apple iPad 4", 12, "01-02-2014", 10.5, "retour genomen 02-2017"],
            ["Schadedekking", 36, "", 0.75, ""],
        ]
        reading = read(rows)
        assert of_kinds(reading) == [("chromebook", 24, "in_use"), ("tablet", 12, "disposed")]
        assert column(reading, "price_cents") == [None, None]
        assert problem_places(reading) == []


@pytest.mark.parametrize(
    "example",
    [["VOORBEELD bureaulamp", "verwijder deze regel"], ["Laptop", "voorbeeld: HP 250"], ["Bijv. laptop", "HP 250"]],
)
def test_a_row_that_shows_how_to_fill_in_the_form_is_no_device(example: list[str]) -> None:
    rows = [["Naam", "Beschrijving", "Aantal"], [*example, 25], ["Printer", "HP 477dw", 2], ["Beamer", "X113", 3]]
    reading = read([*rows, ["Laptop", "HP ProBook 430 G5", 6]])
    assert of_kinds(reading) == [("printer", 2, "unknown"), ("projector", 3, "unknown"), ("laptop", 6, "unknown")]
    assert problem_places(reading) == []


def test_a_remark_with_an_example_takes_no_device_away() -> None:
    rows = [["soort", "merk", "opmerking"], ["laptop", "HP", "bijv. voor groep 8"], ["printer", "HP", ""]]
    assert column(read(rows), "kind") == ["laptop", "printer"]


OLD = [
    ["soort", "merk", "serienummer", "gekocht", "opmerking"],
    ["pc", "HP Compaq 6000", "5CD75756C5", 2010, ""],
    ["tablet", "Acer Iconia B1", "", "vorig jaar", ""],
]


@pytest.mark.parametrize(
    ("said", "day", "first"),
    [("vorig jaar", "6 maart 2017", date(2016, 1, 1)), ("vorig schooljaar", "14 februari 2018", date(2016, 8, 1)),
     ("dit schooljaar", "14-02-2018", date(2017, 8, 1)), ("2 jaar geleden", "1-9-2018", date(2016, 1, 1))],
)  # fmt: skip
def test_last_year_is_counted_back_from_the_day_of_the_list(said: str, day: str, first: date) -> None:
    rows = [*OLD[:2], [*OLD[2][:3], said, ""]]
    for dated in ([[f"laatst nagekeken: {day}"], *rows], [*rows, [f"stand: {day}"]]):
        reading = read(dated)
        assert column(reading, "purchased_earliest")[1] == first
        assert problem_places(reading) == []
    assert problem_places(read(rows)) == [(3, "date-unclear")]


@pytest.mark.parametrize("said", ["4 stuks!", "in totaal 4", "vier stuks, nieuw", "zijn er 4"])
def test_a_remark_that_counts_the_devices_of_a_row_without_a_number_is_heard(said: str) -> None:
    reading = read([*OLD[:2], [*OLD[2][:3], 2016, said]])
    assert column(reading, "count") == [1, 4]
    assert [problem.code for problem in reading.problems if problem.row == 3][:1] == ["count-computed"]
    assert column(read([*OLD[:2], [*OLD[2][:3], 2016, "gerepareerd (2x)"]]), "count") == [1, 1]
    numbered = read([*OLD[:2], [*OLD[2][:2], "5CD0795KXC", 2016, said]])
    assert column(numbered, "count") == [1, 1]


def test_whose_a_device_is_by_a_name_is_no_state() -> None:
    assert problem_places(read([*OLD[:2], [*OLD[2][:3], 2016, "van Marja"]])) == []


OFFER = [
    ["Artikelnr", "Aantal", "Omschrijving", "Prijs p/st excl.", "Geplaatst in"],
    ["HT11874", 32, "HP Chromebook 11 G5 EE", 249, "plein boven"],
    ["HT18740", 4, "HP ProBook 450 G4", 629, "groep 8"],
]


def test_an_offer_of_which_a_line_says_that_all_of_it_was_delivered_is_a_list_of_what_is_there() -> None:
    for line in ("Akkoord en geleverd op 24 augustus 2017, alles compleet", "Alles ontvangen 24-8-2017"):
        for place in ("Geplaatst in", "Levertijd"):
            rows = [[*OFFER[0][:4], place], *([*row[:4], row[4] if place != "Levertijd" else ""] for row in OFFER[1:])]
            reading = read([[line], *rows], sheet="Offerte")
            assert column(reading, "count") == [32, 4]
            assert problem_places(reading) == []
    assert set(column(read([["Geleverd op 24 augustus 2017"], *OFFER], sheet="Offerte"), "purchased_earliest")) == {
        date(2017, 8, 24)
    }


@pytest.mark.parametrize(
    "line", ["Wordt geleverd op 24 augustus 2017", "Deels geleverd 24-8-2017", "Nog niet geleverd (24-8-2017)"]
)
def test_an_offer_that_was_not_delivered_stays_one_until_a_person_says(line: str) -> None:
    assert column(read([[line], *OFFER], sheet="Offerte"), "count") == []


def test_a_legend_may_name_its_colours_in_one_cell_and_their_meaning_in_the_next() -> None:
    grid = Grid(
        "lijst", [["geel", "in reparatie"], ["rood", "kapot, niet te maken"]], marks={(0, 0): Mark(fill="FFFF00")}
    )
    legend = read_legend(grid, {})
    assert {word: meaning.status for word, meaning in legend.items()} == {
        "FFFF00": "in_repair", "yellow": "in_repair", "red": "broken",
    }  # fmt: skip
