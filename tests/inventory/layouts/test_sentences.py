"""A column of sentences: which lots each names, what is asked, and that no name comes along."""

import pytest

from planning.inventory.reading import Reading
from planning.inventory.write.report_json import to_json
from planning.workbooks.model import FileRefused
from tests.inventory.lists import column, problem_places, read, rows_told_of
from tests.making import Rows

STORY: Rows = [
    ["Wat er op school staat"],
    ["30 chromebooks (Acer C740) in groep 7/8, gekocht in 2016"],
    ["Verder nog 2 ipads bij de kleuters, weet niet hoe oud"],
    [],
    ["- De laptop van de directeur is een HP ProBook uit 2015"],
    ["Er staan 4 desktops in de mediatheek waarvan 1 kapot"],
    ["In lokaal 5 staat een digibord (Prowise)"],
    ["20 chromebooks en zes iPads in de kast"],
    ["Ook nog een stuk of 20 oude laptops"],
    ["enkele beamers, van Emma Smit gekregen"],
    ["De opladers zijn niet geteld."],
]


def lots(reading: Reading) -> list[tuple[object, ...]]:
    """Row, number and kind of all that was read."""
    return list(zip(column(reading, "row"), column(reading, "count"), column(reading, "kind"), strict=True))


def test_every_sentence_gives_the_devices_it_names() -> None:
    reading = read(STORY)
    assert reading.layout == "sentences"
    assert lots(reading) == [
        (2, 30, "chromebook"),
        (3, 2, "tablet"),
        (5, 1, "laptop"),
        (6, 3, "desktop"),
        (6, 1, "desktop"),
        (7, 1, "interactive_board"),
        (8, 20, "chromebook"),
        (8, 6, "tablet"),
    ]
    assert column(reading, "brand")[:3] == ["Acer", "Apple", "HP"]
    assert column(reading, "model")[0] == "Chromebook 11 C740"
    assert column(reading, "location")[:2] == ["groep 7/8", "kleuters"]
    assert column(reading, "purchased_as_written")[:3] == ["2016", None, "2015"]
    assert column(reading, "audience")[2] == "staff"
    assert column(reading, "status")[3:5] == ["in_use", "broken"]


def test_a_count_that_nobody_can_tell_is_asked() -> None:
    assert problem_places(read(STORY)) == [
        (6, "mixed-status-in-lot"),
        (9, "count-unclear"),
        (10, "count-unclear"),
    ]


def test_every_line_ends_up_in_one_place() -> None:
    assert rows_told_of(read(STORY)) == [1, 2, 3, 5, 6, 7, 8, 9, 10, 11]


def test_no_name_in_a_sentence_comes_along() -> None:
    rows = [
        ["1 chromebook (HP 11 G5) voor Fenna de Vries, gekocht in 2017"],
        ["Juf Anneke heeft een laptop van Lenovo"],
        ["2 ipads bij Bram en Sanne in de klas"],
    ]
    reading = read(rows)
    assert column(reading, "kind") == ["chromebook", "laptop", "tablet"]
    assert column(reading, "audience") == ["unknown", "staff", "pupils"]
    written = str(to_json(reading, None)) + reading.devices.to_csv()
    assert not [name for name in ("Fenna", "Vries", "Anneke", "Bram", "Sanne") if name in written]


@pytest.mark.parametrize(
    ("line", "count", "kind"),
    [
        ("vijfentwintig Acer C740's in kar 2", 25, "chromebook"),
        ("iPad Air 16GB (15x)", 15, "tablet"),
        ("18 chromebooks (Acer 11 C740) uit 2016", 18, "chromebook"),
        ("Chromebooks: 30 stuks, uit 2016", 30, "chromebook"),
        ("2 karren met elk 16 chromebooks", 32, "chromebook"),
        ("In groep 5, 6 laptops", 6, "laptop"),
        ("twaalf 65 inch touchscreens van Prowise", 12, "interactive_board"),
        ("In alle lokalen hangt een digibord, in totaal 8 stuks", 8, "interactive_board"),
        ("De vier oude computers (HP 8300) uit 2012", 4, "desktop"),
    ],
)
def test_counts_are_read_in_every_wording(line: str, count: int, kind: str) -> None:
    assert lots(read([["3 laptops HP 250 G5"], [line]]))[1:] == [(2, count, kind)]


@pytest.mark.parametrize(
    "line",
    [
        "Elke leerkracht heeft een laptop",
        "Groep 3, 4 en 5 hebben elk 2 iPads",
        "wat oude laptops in de berging",
        "Volgend jaar willen we 15 nieuwe chromebooks",
        "16 iPads, waarvan 4 iPad mini",
        "30 chromebooks, 28 werken nog",
        "20 tot 25 laptops",
        "De oude beamers",
    ],
)
def test_a_line_that_leaves_the_number_open_is_asked_about(line: str) -> None:
    reading = read([["3 laptops HP 250 G5"], ["2 laptops HP 250 G5"], [line]])
    assert [row for row, _ in problem_places(reading)] == [3]
    assert column(reading, "row") == [1, 2]


def test_headings_between_the_lines_hold_for_the_lines_below_them() -> None:
    reading = read([["Groep 5:"], ["- 4 iPads"], ["- 1 digibord"], ["Teamkamer:"], ["- 2 laptops uit 2015"]])
    assert column(reading, "location") == ["Groep 5", "Groep 5", "Teamkamer"]
    assert column(reading, "audience") == ["pupils", "pupils", "staff"]


def test_a_total_below_the_lines_is_checked() -> None:
    good = read([["20 chromebooks en 5 ipads"], ["3 laptops"], ["Totaal 28 devices"]])
    assert [total.agrees for total in good.stated_totals] == [True]
    wrong = read([["20 chromebooks en 5 ipads"], ["3 laptops"], ["Totaal 30 devices"]])
    assert problem_places(wrong) == [(3, "total-mismatch")]


def test_notes_and_plans_are_no_devices() -> None:
    rows = [
        ["Wachtwoord wifi staat in de map van de directie"],
        ["Bellen met leverancier over garantie chromebooks"],
        ["Volgend jaar 15 nieuwe chromebooks aanvragen"],
    ]
    with pytest.raises(FileRefused):
        read(rows)


def test_a_number_behind_a_colon_goes_before_one_for_each_and_what_is_not_there_is_none() -> None:
    rows = [
        ["Wat er is"],
        ["De leerkrachten hebben elk een laptop: 9 stuks HP ProBook 450 uit 2016"],
        ["speelzaal: een beamer Epson, een digibord hangt er niet"],
        ["8 iPads (2 kapot) in groep 1"],
    ]
    reading = read(rows)
    assert column(reading, "count") == [9, 1, 6, 2]
    assert column(reading, "model")[2] == "iPad"


def test_what_opens_a_line_before_a_colon_is_where_the_devices_are_and_a_count_has_a_day() -> None:
    rows: Rows = [
        ["Telling kasten en karren, kerstvakantie 2017"],
        ["Kast bij groep 3: 9 iPads mini 4 uit 2016"],
        ["Patchkast: 3 switches Cisco"],
        ["Berging: 7 computers Dell"],
    ]
    reading = read(rows)
    assert column(reading, "count") == [9, 3, 7]
    assert column(reading, "location")[1] == "Patchkast"
    assert [str(day) for day in column(reading, "purchased_earliest")] == ["2016-01-01", "None", "None"]


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("Lokaal 1 t/m 8: overal 1 Prowise 65 inch (8 stuks), 2017", 8),
        ("Iedere leerkracht (9) heeft een eigen Dell Latitude 3380 van school: 9 stuks", 9),
    ],
)
def test_one_for_each_and_how_many_that_are_is_one_number(line: str, count: int) -> None:
    reading = read([[line], ["In groep 1/2 liggen 4 iPads Air 2"]])
    assert column(reading, "count") == [count, 4]
    assert problem_places(reading) == []


def test_what_must_be_replaced_is_still_there() -> None:
    reading = read(
        [["1 laptop Toshiba van de IB-er, 2013, moet vervangen worden."], ["In groep 1 liggen 4 iPads Air 2"]]
    )
    assert column(reading, "count") == [1, 4]
    wished = read([["We moeten 10 chromebooks kopen voor groep 8"], ["In groep 1 liggen 4 iPads Air 2"]])
    assert column(wished, "count") == [4]


@pytest.mark.parametrize("told", ["een stuk of wat", "een of twee", "een handvol", "een stuk of twintig"])
def test_what_is_quoted_of_a_number_is_what_the_line_says(told: str) -> None:
    reading = read(
        [["Beste allen, dit hebben we aan ict staan."], ["18 chromebooks Lenovo N23"], [f"{told} laptops op zolder"]]
    )
    (asked,) = [problem for problem in reading.problems if problem.code == "count-unclear"]
    assert asked.as_written == told


@pytest.mark.parametrize("line", ["Groep 8 heeft laptops, merk en aantal nog", "20 laptops, of nee, 18"])
def test_a_number_that_no_line_says_is_not_quoted_of_it(line: str) -> None:
    reading = read([["Beste allen, dit hebben we aan ict staan."], ["18 chromebooks Lenovo N23"], [line]])
    asked = [problem.as_written for problem in reading.problems if problem.code == "count-unclear"]
    assert asked
    assert all(part.strip() in line for quoted in asked for part in quoted.split("…"))


def test_a_range_of_numbers_beside_a_count_says_it_again_and_a_line_on_some_of_them_is_asked() -> None:
    rows: Rows = [
        ["Kar A: 30 chromebooks Acer C740 (aug 2015), nr 1 t/m 30"],
        ["nr 7 en 12 kapot, nr 19 weg"],
        ["Kar B: 28 chromebooks HP 11 G5 (2017)"],
    ]
    reading = read(rows)
    assert column(reading, "count") == [30, 28]
    assert [row for row, _ in problem_places(reading)] == [2]
