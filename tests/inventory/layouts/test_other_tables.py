"""Tables beside and below a list that hold none of its devices: prices, pupils, norms, plans and sums."""

import pytest

from tests.inventory.lists import column, problem_places, read
from tests.making import Rows

DEVICES: Rows = [
    ["Soort", "Merk en type", "Aantal", "Aanschaf", "Lokaal"],
    ["chromebook", "Acer C740", 20, 2016, "groep 7"],
    ["chromebook", "HP 11 G5", 12, 2017, "groep 8"],
    ["laptop", "HP ProBook 450", 5, 2016, "teamkamer"],
    ["tablet", "iPad Air 2", 8, 2015, "groep 1/2"],
]
BY_GROUP: Rows = [
    ["Soort", "Merk / type", "gr 1", "gr 2", "gr 3", "Totaal"],
    ["tablet", "iPad mini 4", 4, 4, 3, 11],
    ["chromebook", "Acer C731", 5, 12, 12, 29],
    ["Totaal", "", 9, 16, 15, 40],
]


@pytest.mark.parametrize(
    "below",
    [
        [[], ["Gemiddelde kosten per stuk"], ["chromebook", 260], ["laptop", 600]],
        [[], ["Soort", "Richtprijs"], ["chromebook", 260], ["laptop", 600]],
        [[], ["Leerlingenaantal per groep"], ["groep 7", 24], ["groep 8", 26]],
        [["Aantal kinderen", "", 208]],
        [[], ["Norm van het bestuur"], ["chromebook", "1 op 3"], ["laptop", "1 per leerkracht"]],
        [[], ["Planning vervanging"], ["2019", "20 chromebooks"], ["2020", "5 laptops"]],
        [[], ["Vervangen in 2020:"], ["chromebook", "", 20], ["laptop", "", 5]],
        [[], ["Nog nodig"], ["chromebook", "Lenovo 300e", 15, 2020, "groep 6"]],
        [[], ["Per jaar gekocht"], ["2015", 8], ["2016", 25], ["2017", 12]],
        [[], ["chromebook", "", 32], ["laptop", "", 5], ["tablet", "", 8], ["totaal", "", 45]],
        [[], ["Totaal", "", 45], ["doet het", "", 40], ["stuk", "", 5]],
        [[], ["in gebruik", 33], ["reserve", 10], ["kapot", 2]],
        [[], ["In het kort"], ["chromebooks", 32], ["laptops", 5], ["tablets", 8]],
    ],
)
def test_a_table_below_the_list_adds_no_devices_and_asks_nothing(below: Rows) -> None:
    reading = read([*DEVICES, *below])
    assert column(reading, "count") == [20, 12, 5, 8]
    assert problem_places(reading) == []


def test_devices_below_a_blank_row_are_devices() -> None:
    reading = read([*DEVICES, [], ["beamer", "Epson EB-X31", 2, 2014, "aula"], ["laptop", "HP 250 G5", 3, 2016, "IB"]])
    assert column(reading, "count") == [20, 12, 5, 8, 2, 3]


def test_a_sum_beside_the_list_is_not_counted_again() -> None:
    beside = [["Soort", "Aantal"], ["chromebook", 32], ["laptop", 5], ["tablet", 8], ["totaal", 45]]
    reading = read([[*row, "", *sums] for row, sums in zip(DEVICES, beside, strict=True)])
    assert column(reading, "count") == [20, 12, 5, 8]
    assert problem_places(reading) == []


@pytest.mark.parametrize("label", ["Leerlingen", "Oppervlakte in m2", "Kinderen op 1 oktober"])
def test_numbers_of_something_else_under_the_groups_are_no_devices(label: str) -> None:
    reading = read([*BY_GROUP, [label, "", 24, 26, 25, 75]])
    assert column(reading, "count") == [4, 4, 3, 5, 12, 12]
    assert problem_places(reading) == []


def test_prices_of_kinds_below_years_are_no_devices() -> None:
    rows: Rows = [
        ["Jaar van aanschaf", "Chromebooks", "iPads", "Samen"],
        [2015, 24, 6, 30],
        [2016, 30, "", 30],
        ["Samen", 54, 6, 60],
        [],
        ["Gemiddelde prijs per stuk"],
        ["Chromebooks", 260],
        ["iPads", 390],
    ]
    reading = read(rows)
    assert column(reading, "count") == [24, 6, 30]
    assert problem_places(reading) == []


def test_a_kind_over_its_models_in_a_pivot_table_is_their_sum() -> None:
    rows: Rows = [
        ["Rijlabels", 2015, 2016, "(leeg)", "Eindtotaal"],
        ["chromebook", 15, 24, 2, 41],
        ["   Acer C740", 15, 6, "", 21],
        ["   HP 11 G4", "", 18, 2, 20],
        ["digibord", "", 4, "", 4],
        ["   Prowise 65 inch", "", 4, "", 4],
        ["Eindtotaal", 15, 28, 2, 45],
    ]
    reading = read(rows)
    assert column(reading, "count") == [15, 6, 18, 2, 4]
    assert column(reading, "kind") == ["chromebook"] * 4 + ["interactive_board"]
    assert problem_places(reading) == []


@pytest.mark.parametrize("label", ["apparaten", "stuks", "in het geheel"])
def test_a_row_that_adds_up_those_above_it_is_their_sum_whatever_it_is_called(label: str) -> None:
    rows: Rows = [
        ["Stuks", "Omschrijving", "Waarvoor", "Aanschaf"],
        [9, "Dell Vostro 260 pc", "groep 5", 2012],
        [6, "SMART Board 680i", "alle lokalen", 2012],
        [4, "webcams", "groep 6", 2014],
        [15, label],
    ]
    reading = read(rows)
    assert column(reading, "count") == [9, 6, 4]
    assert problem_places(reading) == []


def test_a_kind_that_adds_up_the_models_below_it_is_counted_once() -> None:
    rows: Rows = [
        ["Apparaat", "Aantal", "Aanschaf"],
        ["LAPTOPS", 8, ""],
        ["HP 250 G5", 5, 2016],
        ["Lenovo V110", 3, 2017],
        ["TABLETS", 11, ""],
        ["iPad Air 2", 8, 2015],
        ["iPad mini 4", 3, 2016],
    ]
    assert column(read(rows), "count") == [5, 3, 8, 3]


def test_kinds_whose_numbers_happen_to_add_up_are_all_devices() -> None:
    rows: Rows = [["Soort", "Aantal"], ["laptop", 10], ["chromebook", 6], ["tablet", 4], ["beamer", 2]]
    assert column(read(rows), "count") == [10, 6, 4, 2]


def test_in_a_form_blank_kinds_are_none_and_lines_to_sign_no_devices() -> None:
    head = ["Soort apparaat", "Merk en type", "Aantal aanwezig", "Waarvan defect", "Jaar van aanschaf"]
    rows: Rows = [
        ["A. Apparaten voor leerlingen"], head, ["Chromebooks", "Lenovo N23", 28, 3, 2017], ["Laptops / notebooks"], [],
        ["B. Presentatiemiddelen"], head, ["Touchscreen", "Prowise", 6, 0, 2016], [],
        ["C. Netwerk en afdrukken"], head, ["Printers", "Canon", 2, 0, 2019], ["3D-printer"], [],
        ["Akkoord directie:", "ja", "", "Paraaf:", "MdV"],
    ]  # fmt: skip
    reading = read(rows)
    assert column(reading, "count") == [25, 3, 6, 2]
    assert column(reading, "status")[:2] == ["in_use", "broken"]
    assert problem_places(reading) == []


def test_days_below_a_line_where_only_years_stood_above_are_of_the_same_list() -> None:
    rows: Rows = [
        ["wat", "jaar", "waar nu"],
        ["Compaq 6005", 2009, "groep 5"],
        ["laptop Toshiba", 2010, "directie"],
        ["-- na de inbraak van januari 2014 --"],
        ["Acer C720", "10-3-2014", "groep 6"],
        ["HP 11 G5", "januari 2017", "groep 7"],
    ]
    reading = read(rows)
    assert column(reading, "row") == [2, 3, 5, 6]
    assert problem_places(reading) == []


def test_a_log_below_a_list_holds_no_devices_of_its_own() -> None:
    rows: Rows = [
        ["sticker", "wat", "s/n", "stand nu"],
        ["C01", "Acer C731", "NXGM8EH885SA2B7", "goed"],
        ["C02", "Acer C731", "NXGM8EH038KV0LT", "goed"],
        [],
        ["Logboek"],
        ["datum", "wat is er gebeurd"],
        ["4-9-17", "11 chromebooks uitgepakt en gestickerd"],
        ["9-5-18", "lange dag gehad"],
    ]
    reading = read(rows)
    assert column(reading, "row") == [2, 3]
    assert problem_places(reading) == []
