"""Headings known again, without being kept."""

from planning.inventory.recognise.fingerprints import fingerprint, heading_keys, row_with


def test_capitals_stops_and_order_make_no_difference() -> None:
    assert fingerprint(["Soort", "S/N", "Aanschaf-datum"]) == fingerprint(["aanschaf datum", "SOORT", "s / n", ""])


def test_a_heading_more_or_less_does() -> None:
    assert fingerprint(["Soort", "Merk"]) != fingerprint(["Soort", "Merk", "Prijs"])


def test_it_tells_nothing_of_the_headings() -> None:
    mark = fingerprint(["Fenna de Vries", "Soort"])
    assert mark
    assert (len(mark), "fenna" in mark) == (64, False)


def test_signs_alone_are_a_heading_too() -> None:
    assert heading_keys(["€", "#", ""]) == ["€", "#", ""]


def test_of_equal_headings_each_has_a_key_of_its_own() -> None:
    assert heading_keys(["Nr", "Soort", "nr."]) == ["nr", "soort", "nr #2"]


def test_no_headings_have_no_fingerprint() -> None:
    assert fingerprint(["", ""]) is None


def test_the_row_with_known_headings_is_found_below_a_title() -> None:
    mark = fingerprint(["Ding", "Stuks"])
    assert mark
    rows = [["Onze lijst", ""], ["", ""], ["Ding", "Stuks"], ["laptop", 12]]
    assert row_with(rows, frozenset({mark})) == 2
    assert row_with(rows[:2], frozenset({mark})) is None
