"""A list whose descriptions say how many devices there are."""

from tests.inventory.lists import column, problem_places, read, rows_told_of


def test_counts_and_several_devices_in_a_description_are_read() -> None:
    rows = [
        ["Lokaal", "Apparatuur", "Aanschaf"],
        ["groep 3", "20x iPad Air", "2016"],
        ["groep 4", "10 chromebooks Acer C740 en een digibord", "2017"],
        ["groep 5", "beamer Epson", "2014"],
        ["groep 6", "laptops HP", "2014"],
    ]
    reading = read(rows)
    assert column(reading, "count") == [20, 10, 1, 1]
    assert column(reading, "kind") == ["tablet", "chromebook", "interactive_board", "projector"]
    assert column(reading, "location") == ["groep 3", "groep 4", "groep 4", "groep 5"]
    assert problem_places(reading) == [(5, "count-unclear")]
    assert rows_told_of(reading) == [1, 2, 3, 4, 5]


def test_numbers_of_models_count_nothing() -> None:
    rows = [["Lokaal", "Apparaat"], ["groep 3", "HP 250 G5 15 inch"], ["groep 4", "iPad 2 16GB"], ["gr 5", "Acer C740"]]
    reading = read(rows)
    assert reading.layout == "flat_list"
    assert column(reading, "count") == [1, 1, 1]
