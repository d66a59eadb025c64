"""An administration's register of assets: lots in the description, and furniture that is no device."""

from datetime import date

from tests.inventory.lists import column, problem_places, read, rows_told_of
from tests.making import Rows

HEADER = ["Activanr", "Omschrijving", "Aanschafdatum", "Aanschafwaarde", "Afschrijvingstermijn", "Boekwaarde"]
BOUGHT = date(2016, 5, 3)
REGISTER: Rows = [
    ["Activastaat per 31-12-2017"],
    HEADER,
    ["210 Meubilair"],
    [1, "Meubilair groep 3", BOUGHT, 4200, 20, 3990],
    [2, "Zonwering", BOUGHT, 6400, 20, 6370],
    [None, "Totaal meubilair", None, 10600],
    ["230 ICT"],
    [3, "20 st. Chromebook HP 11 G5", BOUGHT, 5000, 4, 2500],
    [4, "iPad Air 16GB (15x)", BOUGHT, 6000, 4, 3000],
    [5, "Digibord lokaal 4", BOUGHT, 2500, 8, 2000],
    [6, "Kopieerapparaat", BOUGHT, 3000, 5, 1000],
    [7, "ICT-middelen 2015", BOUGHT, 9000, 4, 0],
    [8, "Licenties Office 2016", BOUGHT, 900, 4, 0],
    [None, "Totaal ICT", None, 26400],
    [None, "Totaal", None, 37000],
]


def test_the_number_of_devices_comes_from_the_description_and_the_price_is_that_of_all() -> None:
    reading = read(REGISTER)
    assert reading.layout == "register"
    assert column(reading, "row") == [8, 9, 10, 11]
    assert column(reading, "count") == [20, 15, 1, 1]
    assert column(reading, "kind") == ["chromebook", "tablet", "interactive_board", "printer"]
    assert column(reading, "price_cents") == [25000, 40000, 250000, 300000]
    assert column(reading, "location") == [None, None, "lokaal 4", None]
    assert column(reading, "purchased_earliest") == [BOUGHT] * 4


def test_furniture_is_set_aside_and_what_may_be_devices_is_asked() -> None:
    reading = read(REGISTER)
    assert problem_places(reading) == [(12, "row-unclear")]
    assert [(row.row, row.why) for row in reading.ignored_rows] == [
        (1, "title"),
        (2, "header"),
        (3, "section"),
        (4, "no_device"),
        (5, "no_device"),
        (6, "total"),
        (7, "section"),
        (13, "no_device"),
        (14, "total"),
        (15, "total"),
    ]


def test_every_row_of_a_register_ends_up_in_one_place() -> None:
    assert rows_told_of(read(REGISTER)) == list(range(1, 16))


def test_a_line_that_names_its_device_by_brand_and_model_only_is_read() -> None:
    texts = ("10 st. Acer C740", "20 x Lenovo N22 Chromebook", "5 ThinkPad L450", "Optiplex 3020 28 st", "Schoolbank")
    reading = read([HEADER, *([n, text, BOUGHT, 5000, 4, 0] for n, text in enumerate(texts))])
    assert column(reading, "count") == [10, 20, 5, 28]
    assert column(reading, "kind") == ["chromebook", "chromebook", "laptop", "desktop"]
    assert problem_places(reading) == []


def test_a_model_under_a_heading_that_says_nothing_of_ict_is_read_and_a_brand_alone_is_asked_about() -> None:
    rows = [["Aanschaffingen 2016"], [1, "10 st. Acer C740", BOUGHT, 5000, 4, 0], [2, "3 Samsung", BOUGHT, 900, 4, 0]]
    reading = read([HEADER, *rows])
    assert column(reading, "count") == [10]
    assert problem_places(reading) == [(4, "row-unclear")]


def test_a_brand_with_an_amount_and_no_number_is_asked_about() -> None:
    reading = read([HEADER, [1, "5 laptops", BOUGHT, 900, 4, 0], [2, "Samsung factuur 71329", BOUGHT, 5000, 4, 0]])
    assert column(reading, "row") == [2]
    assert problem_places(reading) == [(3, "row-unclear")]


def test_models_that_were_sold_or_installed_are_asked_about() -> None:
    texts = {"Verkoop 10 Acer C740": -3000, "Installatie 8 Optiplex 3020": 900}
    reading = read([HEADER, [0, "5 laptops", BOUGHT, 900, 4, 0], *([1, t, BOUGHT, p, 4, 0] for t, p in texts.items())])
    assert column(reading, "row") == [2]
    assert problem_places(reading) == [(3, "row-unclear"), (4, "row-unclear")]


def test_a_model_without_a_date_or_an_amount_is_no_heading() -> None:
    reading = read([HEADER, [1, "5 laptops", BOUGHT, 900, 4, 0], [None, "HP ProBook 450 G3"]])
    assert [row.why for row in reading.ignored_rows] == ["header"]


def test_several_devices_without_a_number_are_asked_about() -> None:
    reading = read([HEADER, [1, "Chromebooks groep 7", BOUGHT, 5000, 4, 0], [2, "Kasten", BOUGHT, 500, 4, 0]])
    assert problem_places(reading) == [(2, "count-unclear")]


def test_what_the_register_books_as_gone_is_disposed_of() -> None:
    rows = [
        [*HEADER, "Desinvestering"],
        [1, "Beamer Epson", BOUGHT, 700, 5, 0, date(2018, 3, 1)],
        [2, "10 laptops HP 250 G5", BOUGHT, 4000, 5, 0, None],
        [3, "Vloerbedekking", BOUGHT, 4000, 5, 0, None],
    ]
    assert column(read(rows), "status") == ["disposed", "in_use"]


def test_a_category_per_row_tells_which_lines_are_ict() -> None:
    rows = [
        [*HEADER, "Categorie"],
        [1, "Project leerplein", BOUGHT, 700, 5, 0, "ICT"],
        [2, "Project schoolplein", BOUGHT, 700, 5, 0, "Terrein"],
        [3, "5 computers Dell Optiplex 3020", BOUGHT, 4000, 5, 0, "ICT"],
    ]
    reading = read(rows)
    assert problem_places(reading) == [(2, "row-unclear")]
    assert column(reading, "kind") == ["desktop"]


def test_a_list_with_serial_numbers_and_a_book_value_stays_a_list_of_devices() -> None:
    rows = [["Omschrijving", "Serienummer", "Aanschafdatum", "Boekwaarde"], ["HP 250 G5", "5CD4024VDG", BOUGHT, 100]]
    assert read(rows).layout == "flat_list"


def test_a_school_year_over_the_lines_says_when_they_were_bought() -> None:
    header = ["grootboek", "artikel", "st.", "prijs p.st. ex btw"]
    rows: Rows = [header, ["Schooljaar 2015-2016"], [4310, "Acer C740 chromebook", 24, 219], [4310, "muizen", 24, 6.5]]
    reading = read([*rows, ["Schooljaar 2016-2017"], [4310, "HP ProDesk 400 G3", 3, 515]])
    assert column(reading, "purchased_as_written") == ["schooljaar 2015-2016", "schooljaar 2016-2017"]


def test_people_in_a_description_tell_whose_a_device_is_and_no_room() -> None:
    reading = read(
        [HEADER, [1, "Laptop directie Lenovo ThinkPad E560", BOUGHT, 749, 4, 0], [2, "Stoelen", BOUGHT, 9, 4, 0]]
    )
    assert (column(reading, "location"), column(reading, "audience")) == ([None], ["staff"])
