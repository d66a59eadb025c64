"""Kinds against places or years, either way round, and in every cell how many."""

from datetime import date

import pytest

from planning.inventory.reading import Reading
from planning.workbooks.model import FileRefused
from tests.inventory.layouts.accounts import accounted, filled
from tests.inventory.lists import column, problem_places, read
from tests.making import Rows

HEADINGS = ["Groep", "Chromebooks", "iPads", "Laptops (leerkracht)", "Digibord"]
GROUPS: Rows = [
    ["Devices van OBS De Ark, bijgewerkt 12-10-2018"],
    [],
    HEADINGS,
    ["Groep 1/2", 5, "5x", 1, 1],
    ["Groep 3", "2 (1 defect)", "-", "", 1],
    ["Groep 4", 0, "geen", "", ""],
    ["Lokaal 3", "?", "0", 1, ""],
    ["Teamkamer", "12 + 3 reserve", 2, "", ""],
    ["Totaal", 22, 7, 2, 2],
    [],
    ["* de iPads gaan volgend jaar naar de kleuters"],
]
KINDS: Rows = [
    ["Soort", "Groep 1/2", "Groep 3", "Teamkamer", "Reserve", "Totaal"],
    ["Chromebooks", 5, 6, "", 2, 13],
    ["iPads", 4, 0, "", "", 4],
    ["Laptops", "", "-", 3, "", 3],
    ["Totaal", 9, 6, 3, 2, 20],
]
BARE: Rows = [["Groep", "Chromebooks", "iPads"], ["Groep 3", 5, 6], ["Groep 4", 4, 2]]


def cells(reading: Reading) -> list[tuple[object, object, object]]:
    """Row, column and number of every lot."""
    names = ("row", "column", "count")
    return list(zip(*(column(reading, name) for name in names), strict=True))


def test_every_cell_that_counts_something_is_a_lot_at_its_own_place() -> None:
    reading = read(GROUPS)
    assert reading.layout == "matrix"
    assert cells(reading)[:4] == [(4, "B", 5), (4, "C", 5), (4, "D", 1), (4, "E", 1)]
    assert column(reading, "kind")[:4] == ["chromebook", "tablet", "laptop", "interactive_board"]
    assert column(reading, "location")[:4] == ["Groep 1/2"] * 4
    assert column(reading, "audience")[:4] == ["pupils", "pupils", "staff", "pupils"]
    assert reading.stated_date == date(2018, 10, 12)


def test_part_of_a_cell_is_split_off_and_asked_about() -> None:
    reading = read(GROUPS)
    assert [lot for lot in cells(reading) if lot[0] in (5, 8)] == [
        (5, "B", 1),
        (5, "B", 1),
        (5, "E", 1),
        (8, "B", 12),
        (8, "B", 3),
        (8, "C", 2),
    ]
    asked = [(problem.row, problem.column, problem.code) for problem in reading.open_problems]
    assert asked == [(5, "B", "mixed-status-in-lot"), (7, "B", "count-unclear"), (8, "B", "mixed-status-in-lot")]


def test_totals_are_checked_and_never_counted() -> None:
    reading = read(GROUPS)
    assert [total.agrees for total in reading.stated_totals] == [True] * 4
    wrong = read([*GROUPS[:8], ["Totaal", 22, 9, 2, 2]])
    assert [(p.row, p.column) for p in wrong.open_problems if p.code == "total-mismatch"] == [(9, "C")]


def test_kinds_may_stand_down_the_side() -> None:
    reading = read(KINDS)
    assert cells(reading) == [(2, "B", 5), (2, "C", 6), (2, "E", 2), (3, "B", 4), (4, "D", 3)]
    assert column(reading, "kind") == ["chromebook"] * 3 + ["tablet", "laptop"]
    assert column(reading, "status") == ["in_use", "in_use", "spare", "in_use", "in_use"]
    assert column(reading, "audience")[-1] == "staff"
    assert all(total.agrees for total in reading.stated_totals)
    assert len(reading.stated_totals) == 8


@pytest.mark.parametrize("rows", [GROUPS, KINDS, [*BARE, ["", 9, 7]], [*BARE[:2], ["Bovenbouw"], BARE[2]]])
def test_every_row_ends_up_in_one_place(rows: Rows) -> None:
    assert accounted(read(rows)) == sorted(filled(rows))


def test_rows_under_or_over_the_headings_tell_of_all_devices_of_a_kind() -> None:
    rows = [
        ["Groep", "Chromebooks", "iPads"],
        ["Merk", "Acer", "Apple"],
        ["Aanschafjaar:", 2016, "sj 2014-2015"],
        ["Prijs per stuk", "€ 249,-", "399"],
        ["Groep 3", 5, 6],
        ["Groep 4", "", 2],
    ]
    reading = read(rows)
    assert column(reading, "brand") == ["Acer", "Apple", "Apple"]
    assert column(reading, "price_cents") == [24900, 39900, 39900]
    assert column(reading, "purchased_precision") == ["year", "school_year", "school_year"]
    assert reading.sheets[0].header_rows == (1, 2, 3, 4)
    unlabelled = read([["", "Chromebooks", "iPads"], ["", 2016, 2015], ["Groep 3", 5, 6]])
    assert column(unlabelled, "purchased_as_written") == ["2016", "2015"]


def test_columns_beside_the_counts_tell_of_all_devices_of_a_row() -> None:
    rows = [
        ["Type", "Merk", "Jaar", "1/2", "3", "4", "5", "Totaal"],
        ["Chromebook", "Acer", 2016, 5, 6, 7, 8, 26],
        ["Digibord", "Prowise", 2014, 1, "", 1, 1, 3],
    ]
    reading = read(rows)
    assert column(reading, "count") == [5, 6, 7, 8, 1, 1, 1]
    assert column(reading, "brand")[-1] == "Prowise"
    assert column(reading, "level") == ["lower", "middle", "middle", "middle", "lower", "middle", "middle"]


def test_years_may_stand_across_or_down() -> None:
    across = read([["Merk/type", "2014", "sj 15/16"], ["Acer C720", 10, 5], ["iPad Air", "", 6]])
    assert column(across, "purchased_precision") == ["year", "school_year", "school_year"]
    down = read([["Aanschafjaar", "Chromebooks", "iPads"], [2014, 10, 5], [2015, "", 6]])
    assert column(down, "purchased_as_written") == ["2014", "2014", "2015"]


def test_a_second_heading_may_divide_a_kind() -> None:
    rows = [
        ["", "Chromebooks", "", "iPads", "", "Totaal"],
        ["Groep", "aantal", "defect", "aantal", "jaar", ""],
        ["Groep 3", 10, 1, 6, 2015, 16],
        ["Groep 4", 8, "", 5, 2014, 13],
    ]
    reading = read(
        [rows[0], ["Groep", "aantal", "defect", "aantal", "defect", ""], *([*r[:4], 0, r[5]] for r in rows[2:])]
    )
    assert cells(reading) == [(3, "B", 9), (3, "B", 1), (3, "D", 6), (4, "B", 8), (4, "D", 5)]
    assert problem_places(reading) == [(3, "mixed-status-in-lot")]
    divided = read([["", "Laptops", "", "iPads", ""], ["Groep", "lln", "lkr", "lln", "lkr"], ["Groep 3", 10, 1, 6, 2]])
    assert column(divided, "audience") == ["pupils", "staff", "pupils", "staff"]


def test_a_year_may_stand_beside_every_count() -> None:
    rows = [
        ["Groep", "Chromebooks", "jaar", "iPads", "jaar"],
        ["Groep 3", 10, 2016, 6, 2015],
        ["Groep 4", 8, 2017, 0, ""],
    ]
    reading = read(rows)
    assert column(reading, "count") == [10, 6, 8]
    assert column(reading, "purchased_as_written") == ["2016", "2015", "2017"]


def test_pupils_teachers_and_square_metres_are_no_devices() -> None:
    rows = [
        ["Groep", "Leerlingen", "Leerkracht", "Chromebooks", "iPads", "m2"],
        ["3", 25, "Emma Smit", 10, 4, 50],
        ["4", 28, "juf Esra", 12, 4, 50],
        ["Totaal", 53, "", 22, 8, ""],
    ]
    reading = read(rows)
    assert column(reading, "count") == [10, 4, 12, 4]
    assert [left.header for left in reading.left_out] == ["Leerlingen", "Leerkracht", "m2"]
    assert problem_places(reading) == []
    assert "Emma" not in repr(reading)
    assert "Esra" not in repr(reading)


def test_numbers_nobody_can_place_are_asked_about_once() -> None:
    rows = [["Groep", "Chromebooks", "iPads", "Zebravinken"], ["3", 10, 4, 2], ["4", 12, 4, 1]]
    asked = [(problem.row, problem.column, problem.code) for problem in read(rows).open_problems]
    assert asked == [(1, "D", "row-unclear")]
    below = [["Groep", "Chromebooks", "iPads"], ["Groep 3", 5, 6], ["Groep 4", 4, 2], ["", 9, 7]]
    assert problem_places(read(below)) == [(4, "row-unclear")]
    part = [["Groep", "Chromebooks", "iPads", "Defect"], ["3", 10, 4, 1], ["4", 12, "", 2]]
    assert problem_places(read(part)) == [(2, "row-unclear"), (3, "mixed-status-in-lot")]


def test_a_kind_nobody_knows_is_asked_about_once_for_all_its_cells() -> None:
    rows = [["Soort", "Groep 3", "Groep 4"], ["Chromebooks", 4, 5], ["iPads", 4, 5], ["Zaklampen", 3, 3]]
    problem = read(rows).open_problems[0]
    assert (problem.row, problem.column, problem.code) == (4, "A", "kind-unknown")
    answered = read(rows, answers={problem.key: "kind_other"})
    assert answered.open_problems == ()
    assert column(answered, "kind")[-2:] == ["other", "other"]


def test_numbers_that_add_up_are_totals_without_being_called_so() -> None:
    rows = [["Groep", "Chromebooks", "iPads", ""], ["Groep 3", 5, 6, 11], ["Groep 4", 4, 2, 6], ["", 9, 8, 17]]
    reading = read(rows)
    assert column(reading, "count") == [5, 6, 4, 2]
    assert problem_places(reading) == []


def test_a_cell_may_say_what_the_device_is_and_a_tick_is_asked_about() -> None:
    rows = [["Lokaal", "Digibord", "Beamer", "PC"], ["1", "Prowise", "Epson EB-X04", 1], ["2", "x", "-", 2]]
    reading = read(rows)
    assert column(reading, "brand") == ["Prowise", "Epson", None, None]
    assert problem_places(reading) == [(3, "count-unclear")]


def test_several_matrices_may_stand_below_or_beside_each_other() -> None:
    below = read([*BARE, [], ["Groep", "Laptops", "iPads"], ["Groep 7", 3, 1], ["Groep 8", 2, 2]])
    assert column(below, "count") == [5, 6, 4, 2, 3, 1, 2, 2]
    assert column(below, "kind")[4:6] == ["laptop", "tablet"]
    beside = read(
        [["Groep", "Chromebooks", "iPads", "", "Groep", "Laptops", "PC"], ["Groep 3", 10, 1, "", "Directie", 3, 1]]
    )
    assert column(beside, "location") == ["Groep 3", "Groep 3", "Directie", "Directie"]


def test_a_column_can_be_left_out_or_read_as_something_else() -> None:
    rows = [["Groep", "Chromebooks", "iPads", "Kenmerk"], ["Groep 3", 5, 6, "2016"], ["Groep 4", 4, 2, "2017"]]
    assert column(read(rows), "purchased_as_written") == [None] * 4
    corrected = read(rows, columns={("Lijst", "D"): "purchased", ("Lijst", "C"): None})
    assert column(corrected, "count") == [5, 4]
    assert column(corrected, "purchased_as_written") == ["2016", "2017"]
    unknown = [["Groep", "Chromebooks", "iPads", "Zebravinken"], ["3", 10, 4, 2], ["4", 12, 4, 1]]
    assert column(read(unknown, columns={("Lijst", "D"): "count"}), "count") == [10, 4, 2, 12, 4, 1]


def test_a_name_in_a_heading_is_cut_and_said() -> None:
    reading = read([["", "Groep 3 (juf Esra)", "Groep 4"], ["Chromebooks", 4, 5], ["iPads", 4, 5]])
    assert column(reading, "location") == ["Groep 3", "Groep 4", "Groep 3", "Groep 4"]
    assert [(p.row, p.column) for p in reading.problems if p.code == "name-cut"] == [(1, "B")]
    assert "Esra" not in repr(reading)


def test_what_is_wanted_is_offered_and_not_read() -> None:
    rows = [["Begroting vervanging"], ["Soort", "2019", "2020"], ["Chromebooks", 10, 5], ["iPads", 5, 5]]
    sheet = read(rows).sheets[0]
    assert (sheet.used, [offer.layout for offer in sheet.offers]) == (False, ["matrix"])


@pytest.mark.parametrize(
    "rows",
    [
        [
            ["Soort", "Merk", "Aantal", "Jaar", "Lokaal"],
            ["laptop", "HP", 3, 2016, "3"],
            ["iPad", "Apple", 8, 2015, "4"],
        ],
        [["Lokaal", "Soort", "Aantal"], ["3", "Chromebook", 12], ["4", "iPad", 8], ["5", "laptop", 3]],
        [["Nr", "Soort", "Type"], [1, "laptop", "HP ProBook 450"], [2, "iPad", "iPad Air"], [3, "laptop", "HP 250 G5"]],
    ],
)
def test_a_list_is_no_matrix(rows: Rows) -> None:
    assert read(rows).layout in ("lots", "flat_list")


def test_numbers_of_children_are_no_matrix() -> None:
    with pytest.raises(FileRefused):
        read([["Groep", "Jongens", "Meisjes", "Totaal"], ["3", 10, 12, 22], ["4", 11, 12, 23]])


def test_a_model_nobody_listed_beside_one_we_know_is_a_column_of_counts_too() -> None:
    reading = read([["Groep", "Acer C720", "Lenovo M9876x"], ["Groep 3", 5, 6]])
    assert cells(reading) == [(2, "B", 5), (2, "C", 6)]
    assert problem_places(reading) == [(1, "kind-unknown")]


def test_a_building_over_the_kinds_it_adds_up_is_their_place_and_no_device() -> None:
    rows: Rows = [
        ["Rijlabels", "in gebruik", "kapot", "Eindtotaal"],
        ["Hoofdgebouw", 73, 3, 76],
        ["Chromebook", 64, 3, 67],
        ["Digibord", 9, None, 9],
        ["Noodlokalen", 8, 1, 9],
        ["Chromebook", 6, 1, 7],
        ["Laptop", 2, None, 2],
        ["Eindtotaal", 81, 4, 85],
    ]
    reading = read(rows)
    assert sum(int(str(n)) for n in column(reading, "count")) == 85
    assert column(reading, "location") == ["Hoofdgebouw"] * 3 + ["Noodlokalen"] * 3
    assert problem_places(reading) == []


TWO_GROUPS: Rows = [["Groep", "Chromebooks", "iPads", "Digibord"], ["Groep 3", 4, 2, 1], ["Groep 4", 6, 3, 1]]


def test_a_row_that_adds_up_the_rows_above_is_a_total_whatever_it_is_called() -> None:
    parts: Rows = [["onderbouw", 10, 5, 2], ["Groep 5", 3, None, 1], ["Groep 6", 5, 1, 1], ["bovenbouw", 8, 1, 2]]
    reading = read([*TWO_GROUPS, *parts, ["alles", 18, 6, 4]])
    assert sum(int(str(n)) for n in column(reading, "count")) == 28
    assert [row.row for row in reading.ignored_rows if row.why == "total"] == [4, 7, 8]
    assert problem_places(reading) == []


def test_a_row_that_nearly_adds_up_the_others_or_of_a_few_devices_is_asked() -> None:
    assert problem_places(read([*TWO_GROUPS, ["hele school", 10, 5, 3]])) == [(4, "row-unclear")]
    few: Rows = [TWO_GROUPS[0], ["Groep 3", 1, 0, 1], ["Groep 4", 1, 1, 0], ["Kleuters", 2, 1, 1]]
    assert problem_places(read(few)) == [(4, "row-unclear")]


def test_a_total_of_what_pupils_work_on_leaves_the_boards_out() -> None:
    rows: Rows = [
        ["Groep", "Laptops", "iPads", "Digibord", "Totaal lln"],
        ["Groep 3", 4, 2, 1, 6],
        ["Groep 4", 5, 1, 1, 6],
    ]
    assert problem_places(read(rows)) == []
    rows[2] = ["Groep 4", 5, 1, 1, 8]
    assert problem_places(read(rows)) != []


def test_a_unit_with_a_letter_is_a_place_and_no_number_of_units() -> None:
    rows: Rows = [["", "Unit A", "Unit B", "samen"], ["Chromebooks", 3, 4, 7], ["iPads", 1, 2, 3]]
    reading = read(rows)
    assert cells(reading) == [(2, "B", 3), (2, "C", 4), (3, "B", 1), (3, "C", 2)]
    assert problem_places(reading) == []


def test_a_room_that_holds_as_many_as_those_above_it_is_asked_about() -> None:
    assert problem_places(read([*TWO_GROUPS, ["Hal", 10, 5, 2]])) == [(4, "row-unclear")]


def test_a_part_of_one_room_is_added_up_as_the_part_before_it_was() -> None:
    reading = read([*TWO_GROUPS, ["OB totaal", 10, 5, 2], ["Groep 5", 12, None, 1], ["bovenbouw", 12, None, 1]])
    assert sum(int(str(n)) for n in column(reading, "count")) == 30
    assert problem_places(reading) == []


def test_of_a_place_within_another_the_inner_is_where_devices_are() -> None:
    rows: Rows = [
        [None, "begane grond", None, "boven", None],
        ["soort", "kast A", "kar 1", "kast B", "kar 2"],
        ["chromebook Dell 3120", 6, 2, 4, None],
        ["iPad Air 2", 8, None, None, 3],
    ]
    assert column(read(rows), "location") == ["kast A", "kar 1", "kast B", "kast A", "kar 2"]
    rows[1] = ["soort", "hal", "kar 1", "hal", "kar 2"]
    assert column(read(rows), "location")[:3] == ["begane grond, hal", "kar 1", "boven, hal"]


def test_whose_a_kind_is_in_its_heading_is_no_model() -> None:
    reading = read(
        [
            ["lokaal", "chromebooks leerlingen", "laptops voor leerlingen", "laptops leerkrachten"],
            ["Groep 3", 4, 3, 1],
            ["Groep 4", 9, 5, 1],
            ["Groep 5", 6, 6, 1],
        ]
    )
    assert set(column(reading, "model")) == {None}
    assert set(zip(column(reading, "kind"), column(reading, "audience"), strict=True)) == {
        ("chromebook", "pupils"), ("laptop", "pupils"), ("laptop", "staff"),
    }  # fmt: skip


def test_rooms_by_names_nobody_knows_are_places_where_a_total_adds_them_up_and_a_slip_in_it_is_asked() -> None:
    reading = read(
        [
            ["Apparaat", "Aanschaf", "Rups", "Vlinder", "Bij", "Hal", "totaal"],
            ["Chromebook Acer R11", 2016, 6, 6, 6, 4, 22],
            ["iPad mini 2", "nov 2014", 4, 4, 2, None, 10],
            ["Laptop Lenovo V110", 2017, 1, 1, None, 3, 6],
            ["Touchscreen i3", "aug 2017", 1, 1, 1, None, 3],
        ]
    )
    assert sum(int(str(n)) for n in column(reading, "count")) == 22 + 10 + 5 + 3
    assert column(reading, "location")[:4] == ["Rups", "Vlinder", "Bij", "Hal"]
    assert problem_places(reading) == [(4, "total-mismatch")]
