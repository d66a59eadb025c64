"""A blank count, and a name that says it."""

from tests.inventory.lists import column, problem_places, read


def test_a_blank_count_is_what_the_name_says() -> None:
    reading = read([["Wat", "Merk", "Aantal"], ["Chromebooks (11x)", "Dell", None], ["2 st. iPads", "Apple", None]])
    assert column(reading, "count") == [11, 2]
    assert column(reading, "kind") == ["chromebook", "tablet"]
    assert problem_places(reading) == []


def test_a_count_of_its_own_is_not_overruled_by_the_name() -> None:
    reading = read([["Wat", "Merk", "Aantal"], ["Chromebooks (11x)", "Dell", 12], ["iPads", "Apple", 3]])
    assert 12 in column(reading, "count")
