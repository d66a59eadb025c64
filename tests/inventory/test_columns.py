"""Which column holds which field, under headings nobody listed: heading, cells and what the list lacks, together."""

from collections.abc import Sequence
from datetime import date

import pytest

from planning.inventory.recognise.contents import contents_of
from planning.inventory.recognise.headings import find_header
from planning.inventory.recognise.matching import best_matching
from tests.inventory.lists import column, problem_places, read

DEVICES: list[list[object]] = [
    ["Soort", "Merk", "Type", "Serienummer"],
    ["laptop", "HP", "ProBook 430 G5", "5CD8123ABC"],
    ["laptop", "HP", "ProBook 430 G5", "5CD8123ABD"],
    ["tablet", "Apple", "iPad 6", "DMPXK2ABJF8J"],
    ["chromebook", "Acer", "C740", "NXEF2EH00171A"],
    ["chromebook", "Acer", "C740", "NXEF2EH00171B"],
]
LOTS: list[list[object]] = [["Wat"], ["HP ProBook 430"], ["iPad 6"], ["Acer C740"], ["Dell 3350"], ["Lenovo N22"]]


def beside(rows: Sequence[Sequence[object]], heading: str, cells: Sequence[object]) -> list[list[object]]:
    """The rows with one column more."""
    return [[*rows[0], heading], *([*row, cell] for row, cell in zip(rows[1:], cells, strict=True))]


def without(name: str) -> list[list[object]]:
    """The devices without one of their columns."""
    place = DEVICES[0].index(name)
    return [[cell for at, cell in enumerate(row) if at != place] for row in DEVICES]


def fields(rows: list[list[object]]) -> list[str | None]:
    header = find_header(rows)  # type: ignore[arg-type]
    assert header is not None
    return [heading.field for heading in header.headings]


def field_of(rows: Sequence[Sequence[object]], heading: str, cells: Sequence[object]) -> str | None:
    """What a column is read as in a list that has all the others."""
    return fields(beside(rows, heading, cells))[-1]


YEARS = [2016, 2017, 2017, 2015, 2015]
DAYS = [date(2016, 5, 1), date(2017, 8, 3), date(2017, 8, 3), date(2015, 1, 9), date(2015, 1, 9)]
AMOUNTS = [459.5, 459.5, 389.0, 279.95, 279.95]
MODELS = ["ProBook 430 G5", "ProBook 430 G5", "iPad 6", "C740", "C740"]
PLACES = ["lokaal 3", "lokaal 3", "kast gang", "groep 5", "groep 5"]


@pytest.mark.parametrize(
    "heading",
    [
        "Leverjaar", "Jaar v. ingebruikname", "Kochten we in", "Uit welk jaar?", "In huis sinds", "Bj.",
        "Jaar op sticker", "besteljaar", "Year acquired", "Anno", "Sinds wanneer hebben we hem", "gekregen op",
    ],
)  # fmt: skip
def test_years_are_those_of_the_purchase_where_the_heading_asks_when(heading: str) -> None:
    assert field_of(DEVICES, heading, YEARS) == "purchased"


@pytest.mark.parametrize(
    "heading",
    [
        "Garantie tot", "Gar. t/m", "Afgeschreven per", "Vervangen in", "Laatst gezien", "Uitgeleend op",
        "Meegegeven op", "Gerepareerd op", "Keuring", "Contract tot", "Updates tot", "Nieuwe nodig in", "Uitgereikt",
        "Einde leasetermijn", "Geteld op", "Ingenomen", "Handtekening d.d.", "Volgende vervanging", "Polisdatum",
    ],
)  # fmt: skip
def test_dates_of_another_moment_are_no_purchase(heading: str) -> None:
    assert field_of(DEVICES, heading, DAYS) not in ("purchased", "price", "serial")


@pytest.mark.parametrize(
    "heading",
    [
        "Netto", "Bruto prijs", "Per stuk betaald", "Wat kostte hij", "Inkoop €", "Aanschafbedr.", "Ex. btw", "Geld",
        "Netto prijs p/st (excl. BTW)", "Unit cost", "Aankoopsom", "Tarief", "Prijsje",
    ],
)  # fmt: skip
def test_amounts_are_the_price_where_the_heading_asks_for_money(heading: str) -> None:
    assert field_of(DEVICES, heading, AMOUNTS) == "price"


@pytest.mark.parametrize(
    "heading",
    [
        "Boekwaarde", "Restwaarde", "Afschr. p/j", "Verzekerde waarde", "Dagwaarde", "Borg", "Reparatiekosten",
        "Leasebedrag per maand", "Begroot", "Huidige waarde", "Nog af te schrijven", "Eigen bijdrage", "Taxatie",
    ],
)  # fmt: skip
def test_amounts_of_something_else_are_no_price(heading: str) -> None:
    assert field_of(DEVICES, heading, AMOUNTS) != "price"


@pytest.mark.parametrize(
    "heading",
    [
        "Waar staan ze", "Waar ligt-ie", "Vindplaats", "Staat bij", "Zit nu in", "Domein", "Hoort bij", "Thuisbasis",
        "Bestemming", "Verblijfplaats", "Where kept", "Zone", "Stek", "In gebruik bij", "lok.",
    ],
)  # fmt: skip
def test_rooms_and_groups_are_where_devices_stand(heading: str) -> None:
    assert field_of(DEVICES, heading, PLACES) == "location"


@pytest.mark.parametrize("heading", ["Wie werkt ermee", "Tbv", "Inzet", "Lln/pers", "Doel", "Used by", "Type gebr."])
def test_pupils_and_staff_are_for_whom_devices_are(heading: str) -> None:
    assert field_of(DEVICES, heading, ["leerkracht", "leerkracht", "leerlingen", "leerlingen", "lln"]) == "audience"


@pytest.mark.parametrize("heading", ["Hoe is het ermee", "Doet-ie het nog", "Werking", "Situatie", "Nu", "Uitkomst"])
def test_states_are_how_devices_do(heading: str) -> None:
    assert field_of(DEVICES, heading, ["ok", "defect", "ok", "in reparatie", "reserve"]) == "status"


@pytest.mark.parametrize("heading", ["Firma", "Huis", "OEM", "Vendor", "Leverancier", "Fabr.", "Wie maakt het"])
def test_makes_are_the_brand_where_no_other_column_gives_one(heading: str) -> None:
    assert field_of(without("Merk"), heading, ["HP", "HP", "Apple", "Acer", "Acer"]) == "brand"


@pytest.mark.parametrize("heading", ["Wat is het", "Klasse", "Rubriek", "Srt", "Form factor", "Categ."])
def test_kinds_say_what_devices_are(heading: str) -> None:
    assert field_of(without("Soort"), heading, ["laptop", "laptop", "tablet", "chromebook", "chromebook"]) == "kind"


@pytest.mark.parametrize("heading", ["ID", "Code achterop", "Kenmerk", "Fabr.nr", "Uniek nummer", "Service-code"])
def test_numbers_of_makers_are_serial_numbers(heading: str) -> None:
    numbers = ["5CD8123ABC", "5CD8123ABD", "DMPXK2ABJF8J", "NXEF2EH00171A", "NXEF2EH00171B"]
    assert field_of(without("Serienummer"), heading, numbers) == "serial"


@pytest.mark.parametrize("heading", ["Hvh", "Hoev.", "Tal", "Er zijn", "Getal", "Eenheden", "Pieces", "Telling"])
def test_small_numbers_are_how_many_there_are(heading: str) -> None:
    assert field_of(LOTS, heading, [12, 8, 24, 3, 16]) == "count"


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Inv. nr", ["ICT-0201", "ICT-0202", "ICT-0203", "ICT-0204", "ICT-0205"]),
        ("Label", ["C01", "C02", "C03", "C04", "C05"]),
        ("Polis", ["OV-3300", "OV-3301", "OV-3302", "OV-3303", "OV-3304"]),
        ("Partij", ["L1", "L2", "L3", "L4", "L5"]),
        ("Nummer", [3301, 3302, 3303, 3304, 3305]),
        ("Sleutel", ["A1", "A2", "B1", "B2", "C3"]),
        ("Hoes", ["rood", "blauw", "rood", "groen", "geel"]),
        ("Prio", [1, 2, 2, 3, 1]),
        ("Schermmaat", [11, 15, 10, 11, 11]),
        ("Naam in netwerk", ["LT-GR5-01", "LT-GR5-02", "IPAD-03", "CB-04", "CB-05"]),
    ],
)
def test_labels_colours_and_sizes_are_no_field_of_ours(heading: str, cells: list[object]) -> None:
    assert field_of(without("Serienummer"), heading, cells) in (None, "not_a_device_field", "names_people")


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Belt", ["Gerda Willemsen", "Theo Nijland", "Anouk Scholten", "Gerda Willemsen", "Theo Nijland"]),
        ("Waar", ["Emma de Vries", "Daan Bakker", "Sem Visser", "Julia Smit", "Lotte Jansen"]),
        ("Bij", ["De Vries", "Bakker", "De Vries", "Smit", "Jansen"]),
        ("Wie belt?", ["conciërge", "", "conciërge", "", ""]),
    ],
)
def test_people_are_no_place_and_no_audience(heading: str, cells: list[object]) -> None:
    reading = read(beside(DEVICES, heading, cells))
    assert set(column(reading, "location")) == {None}
    assert not any(str(cell) in repr(reading) for cell in cells if cell and str(cell)[0].isupper())


def test_placeholders_speak_neither_for_a_field_nor_against_it() -> None:
    assert field_of(DEVICES, "Plek", ["lokaal 3", "-", "?", "nvt", "onbekend"]) == "location"
    assert contents_of(["lokaal 3", "-", "?", "n.v.t.", ""]).share("location") == 1
    assert contents_of(["-", "?"]).cells == 0


def test_all_columns_are_settled_together() -> None:
    # Each of the two may be of pupils and staff; one of them holds rooms.
    rows = beside(beside(DEVICES, "Bestemming", PLACES), "Gebruik door", ["leerlingen"] * 5)
    assert fields(rows)[-2:] == ["location", "audience"]
    # What the owner calls it and what it is: the labels are no devices.
    labelled = beside(beside(without("Type"), "Toestel", ["C1", "C2", "C3", "C4", "C5"]), "Uitvoering", MODELS)
    assert column(read(labelled), "model") == column(read(DEVICES), "model")


def test_cells_overrule_a_heading_that_is_known_for_something_else() -> None:
    assert field_of(DEVICES, "st.", ["ok", "defect", "ok", "reserve", "ok"]) == "status"
    assert (
        field_of(DEVICES, "Status levering", ["geleverd", "geleverd", "backorder", "geleverd", "geleverd"]) == "status"
    )
    assert fields([["Investering", "Jaar"], ["HP 250 G5", 2017], ["iPad Air", 2016]])[0] == "brand_and_model"


def test_of_several_dates_the_one_that_says_most_of_the_purchase_is_read() -> None:
    rows = beside(beside(beside(DEVICES, "Besteld op", DAYS), "In gebruik sinds", DAYS), "Aankoopdatum", YEARS)
    reading = read(rows)
    assert column(reading, "purchased_as_written") == [str(year) for year in YEARS]
    assert problem_places(reading) == []  # another step of one purchase is another day


def test_a_row_of_groups_tells_two_dates_apart() -> None:
    rows = [["", "", "", "", "AANSCHAF", "GEBRUIK"], *beside(beside(DEVICES, "datum", YEARS), "sinds", DAYS)]
    assert column(read(rows), "purchased_as_written") == [str(year) for year in YEARS]


def test_dates_and_amounts_under_a_heading_nobody_knows_are_read_and_asked_once() -> None:
    bought = read(beside(DEVICES, "Stamt uit", YEARS))
    assert column(bought, "purchased_as_written") == [str(year) for year in YEARS]
    assert problem_places(bought) == [(2, "purchase-column")]
    left = read(beside(DEVICES, "Stamt uit", YEARS), answers={bought.open_problems[0].key: "value_unknown"})
    assert set(column(left, "purchased_earliest")) == {None}


def test_a_column_of_which_half_looks_like_places_is_asked_about() -> None:
    cells = ["lokaal 3", "zus", "lokaal 4", "lokaal 5", "zo"]
    assert problem_places(read(beside(DEVICES, "Dinges", cells))) == [(2, "location-column")]


def test_a_place_that_is_written_once_holds_for_the_devices_below_it() -> None:
    rows: list[list[object]] = [
        ["Lok.", "Wat", "St."], ["lok 1", "smartbord", 1], ["", "pc", 2], ["lok 2", "smartbord", 1], ["", "iPad", 5],
        ["", "", ""], ["", "laptop", 3],
    ]  # fmt: skip
    assert column(read(rows), "location") == ["lok 1", "lok 1", "lok 2", "lok 2", None]


def test_a_blank_place_stays_blank_where_places_come_again() -> None:
    rows: list[list[object]] = [
        ["Plek", "Wat", "Serienummer"], ["lok 1", "laptop", "5CD8123AB1"], ["lok 1", "laptop", "5CD8123AB2"],
        ["", "laptop", "5CD8123AB3"], ["lok 2", "laptop", "5CD8123AB4"], ["", "laptop", "5CD8123AB5"],
    ]  # fmt: skip
    assert column(read(rows), "location") == ["lok 1", "lok 1", None, "lok 2", None]


def test_a_cross_under_one_of_several_headings_is_its_value() -> None:
    rows = [[*row, *cells] for row, cells in zip(DEVICES, [
        ["In gebruik", "Reserve", "Stuk", "lln", "lkr"], ["x", "", "", "x", ""], ["", "x", "", "", "x"],
        ["", "", "x", "x", ""], ["x", "", "x", "x", ""], ["x", "", "", "x", ""],
    ], strict=True)]  # fmt: skip
    reading = read(rows)
    assert column(reading, "status") == ["in_use", "spare", "broken", "broken", "in_use"]
    assert column(reading, "audience") == ["pupils", "staff", "pupils", "pupils", "pupils"]
    assert problem_places(reading) == [(5, "status-unknown")]  # two crosses


def test_yes_and_no_answer_the_question_over_them() -> None:
    states = ["ja", "nee", "ja, traag", "nee, al een jaar", "ja"]
    reading = read(beside(DEVICES, "Doen ze het nog?", states))
    assert column(reading, "status") == ["in_use", "broken", "in_use", "broken", "in_use"]
    assert column(read(beside(DEVICES, "Is hij stuk?", ["ja", *["nee"] * 4])), "status") == ["broken", *["in_use"] * 4]


def test_names_of_schools_that_a_title_names_are_the_schools() -> None:
    owners = ["De Linde", "De Linde", "De Brink", "De Brink", "samen"]
    rows = [["ICT van De Linde en De Brink", *[""] * 4], *beside(DEVICES, "Eigenaar", owners)]
    assert column(read(rows), "school") == owners
    assert set(column(read(beside(DEVICES, "Eigenaar", owners)), "school")) == {None}


def test_a_label_above_a_list_says_where_all_of_it_stands() -> None:
    assert set(column(read([["Ruimte: achterhuis"], ["", ""], *DEVICES]), "location")) == {"achterhuis"}


@pytest.mark.parametrize("heading", ["Kostenplaats", "Afd.", "Org. eenheid"])
def test_a_column_of_names_that_say_they_are_schools_is_of_the_schools(heading: str) -> None:
    schools = ["OBS De Meent", "OBS De Meent", "CBS De Brink", "Basisschool Sint Jan", "IKC De Vliet"]
    assert column(read(beside(DEVICES, heading, schools)), "school") == schools


def test_a_column_of_cost_centres_names_no_schools() -> None:
    centres = ["4100 ICT", "4100 ICT", "so 12", "bs 3", "Meubilair"]
    assert column(read(beside(DEVICES, "Kostenplaats", centres)), "school") == [None] * 5


def test_the_best_matching_takes_what_is_worth_most_together() -> None:
    assert best_matching({"a": {"x": 1.0, "y": 0.9}, "b": {"x": 0.9}}) == {"a": "y", "b": "x"}
    assert best_matching({"a": {"x": 0.5}, "b": {"x": 0.9}}) == {"b": "x"}
    assert best_matching({"a": {}, "b": {}}) == {}


def test_what_a_device_can_store_is_no_storage_room() -> None:
    reading = read(beside(DEVICES, "Opslag", ["256 GB", "256 GB", "32 GB", "16GB", "16 GB"]))
    assert column(reading, "location") == [None] * 5
    reading = read(beside(DEVICES, "Opslag", ["kast", "kast", "kelder", "kelder", "kast"]))
    assert column(reading, "location") == ["kast", "kast", "kelder", "kelder", "kast"]


@pytest.mark.parametrize("heading", ["Pos", "Lijn", "Pos."])
def test_what_stands_alone_below_a_column_that_counts_on_makes_it_no_remark(heading: str) -> None:
    rows = [
        [heading, "Omschrijving", "Geleverd"],
        [1, "iPad Air", 8],
        [2, "Laptop HP 250 G3", 4],
        ["", "Totaal", 12],
        ["Voor ontvangst getekend: 14/9"],
    ]
    (sheet,) = read(rows).sheets
    assert sheet.columns[0].field is None
