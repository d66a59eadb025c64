"""Dates of purchase: understood as written, never made more precise, asked about where nobody can tell."""

from datetime import date, datetime

import pytest

from planning.core.text import Cell, CoarseDate
from planning.inventory.values.dates import PurchaseDate, read_ends, read_purchases, read_stated_date

AS_OF = date(2019, 1, 1)


def read(cell: Cell, *others: Cell, dutch: bool = True) -> PurchaseDate:
    return read_purchases([cell, *others], dutch=dutch, as_of=AS_OF)[cell]


def period(cell: Cell, *others: Cell, dutch: bool = True) -> tuple[str, str | None, str | None]:
    found = read(cell, *others, dutch=dutch).period
    return (
        found.precision,
        found.earliest and found.earliest.isoformat(),
        found.latest and found.latest.isoformat(),
    )


def issue(cell: Cell, *others: Cell, dutch: bool = True) -> str | None:
    found = read(cell, *others, dutch=dutch).issue
    return found.code if found else None


def answers(cell: Cell, *others: Cell, dutch: bool = True) -> list[str]:
    found = read(cell, *others, dutch=dutch).issue
    return [option.choice.code for option in found.options] if found else []


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        (date(2016, 7, 20), "2016-07-20"),
        (datetime(2016, 7, 20), "2016-07-20"),  # noqa: DTZ001 - a cell has no zone
        ("13-8-15", "2015-08-13"),
        ("10-9-17", "2017-09-10"),
        ("1/11/2016", "2016-11-01"),
        ("16.09.2017", "2017-09-16"),
        ("2016-05-03", "2016-05-03"),
        ("2016-05-03 00:00:00", "2016-05-03"),
        ("20160503", "2016-05-03"),
        ("25 feb 2018", "2018-02-25"),
        ("1 mei '16", "2016-05-01"),
        ("4e april 2017", "2017-04-04"),
        ("December 4, 2015", "2015-12-04"),
        (42491.0, "2016-05-01"),
        ("42491", "2016-05-01"),
    ],
)
def test_a_full_date_is_one_day(cell: Cell, day: str) -> None:
    assert period(cell) == ("day", day, day)
    assert issue(cell) is None


@pytest.mark.parametrize(
    ("cell", "first", "last"),
    [
        ("mrt. 2018", "2018-03-01", "2018-03-31"),
        ("feb '17", "2017-02-01", "2017-02-28"),
        ("aug 2017", "2017-08-01", "2017-08-31"),
        ("mei. '13", "2013-05-01", "2013-05-31"),
        ("sept-16", "2016-09-01", "2016-09-30"),
        ("12/2016", "2016-12-01", "2016-12-31"),
        ("2016-2", "2016-02-01", "2016-02-29"),
        ("3/17", "2017-03-01", "2017-03-31"),
        (201703.0, "2017-03-01", "2017-03-31"),
        (CoarseDate(date(2016, 5, 1), "month"), "2016-05-01", "2016-05-31"),
    ],
)
def test_a_month_keeps_its_precision(cell: Cell, first: str, last: str) -> None:
    assert period(cell) == ("month", first, last)
    assert issue(cell) is None


@pytest.mark.parametrize("cell", [2016, 2016.0, "2016", "'16", "begin 2016", "zomer 2016", "Q3 2016", "jaar 2016"])
def test_a_year_alone_keeps_its_precision(cell: Cell) -> None:
    assert period(cell) == ("year", "2016-01-01", "2016-12-31")
    assert issue(cell) is None


@pytest.mark.parametrize(
    "cell", ["sj 2013-2014", "schooljaar 2013-'14", "2013/2014", "13/14", "2013-14", "cursusjaar 2013/2014", "'13-'14"]
)
def test_a_school_year_runs_from_august_to_july(cell: Cell) -> None:
    assert period(cell) == ("school_year", "2013-08-01", "2014-07-31")


@pytest.mark.parametrize("cell", ["", "?", "onbekend", "weet niet", "nvt", "-", "gekregen", "gift ouderraad", "huur"])
def test_what_says_nothing_is_unknown_and_only_mentioned(cell: Cell) -> None:
    assert period(cell) == ("unknown", None, None)
    assert issue(cell) == "purchase-unknown"
    assert answers(cell) == []


@pytest.mark.parametrize("cell", ["ong. 2015", "ca 2015", "± 2015", "2015?"])
def test_about_a_year_is_that_year_and_said(cell: Cell) -> None:
    assert period(cell) == ("year", "2015-01-01", "2015-12-31")
    assert issue(cell) == "date-approximate"


def test_a_day_that_does_not_exist_is_unknown_and_asked() -> None:
    assert period("45-3-2016") == ("unknown", None, None)
    assert answers("45-3-2016") == ["unknown", "month_2016-03", "year_2016"]
    assert issue("31-2-2016") == "date-impossible"


@pytest.mark.parametrize("cell", ["12-2081", "2081", date(2081, 1, 1)])
def test_a_year_no_list_can_mean_is_impossible(cell: Cell) -> None:
    assert period(cell) == ("unknown", None, None)
    assert issue(cell) == "date-impossible"


def test_a_date_long_after_the_list_is_impossible() -> None:
    assert issue("1-3-2020") is None
    assert issue("1-3-2021") == "date-impossible"


def test_slashes_with_a_short_year_are_asked_and_the_year_holds_until_then() -> None:
    assert period("03/04/17") == ("year", "2017-01-01", "2017-12-31")
    assert answers("03/04/17") == ["year_only", "day_first", "month_first"]


def test_another_date_of_the_column_settles_the_order() -> None:
    assert period("03/04/17", "25/12/16") == ("day", "2017-04-03", "2017-04-03")
    assert period("03/04/17", "12/25/16") == ("day", "2017-03-04", "2017-03-04")


def test_a_column_that_contradicts_itself_settles_nothing() -> None:
    assert issue("03/04/17", "25/12/16", "12/25/16") == "date-ambiguous"


def test_an_english_list_is_asked_where_a_dutch_one_is_not() -> None:
    assert period("3/4/2017") == ("day", "2017-04-03", "2017-04-03")
    assert issue("3/4/2017", dutch=False) == "date-ambiguous"
    assert issue("3-4-2017", dutch=False) == "date-ambiguous"


def test_the_same_day_and_month_is_never_ambiguous() -> None:
    assert period("4/4/17") == ("day", "2017-04-04", "2017-04-04")


@pytest.mark.parametrize(
    ("cell", "choices"),
    [
        ("11/12", ["unknown", "school_year_2011-2012", "month_2012-11"]),
        ("2014-2016", ["unknown", "year_2014", "year_2016"]),
        ("sj 2017", ["unknown", "school_year_2016-2017", "school_year_2017-2018"]),
        ("deels 2014, rest 2016", ["unknown", "year_2014", "year_2016"]),
        ("bij de verbouwing", ["unknown"]),
    ],
)
def test_what_can_mean_several_things_is_unknown_until_a_person_chooses(cell: Cell, choices: list[str]) -> None:
    assert period(cell) == ("unknown", None, None)
    assert answers(cell) == choices
    assert issue(cell) == "date-unclear"


def test_an_end_of_support_is_the_last_day_of_what_is_written() -> None:
    ends = read_ends(["2022-06", "31-3-2019", "2020", "", "binnenkort"])
    assert [end.last_day for end in ends.values()] == [
        date(2022, 6, 30),
        date(2019, 3, 31),
        date(2020, 12, 31),
        None,
        None,
    ]
    assert [end.issue is not None for end in ends.values()] == [False, False, False, False, True]


def test_milliseconds_of_an_export_are_a_day() -> None:
    assert read_ends(["1654041600000"])["1654041600000"].last_day == date(2022, 6, 1)


def test_the_date_above_a_list_is_read_only_where_it_is_a_day() -> None:
    assert read_stated_date("bijgewerkt: 17-10-2018") == date(2018, 10, 17)
    assert read_stated_date("Stand per 28 juni 2018") == date(2018, 6, 28)
    assert read_stated_date("versie okt 2018") is None


@pytest.mark.parametrize("others", [("13/14", "15/16"), ("2013-2014", "sj 2015-2016")])
def test_between_school_years_two_short_years_are_one(others: tuple[str, ...]) -> None:
    assert period("11/12", *others) == ("school_year", "2011-08-01", "2012-07-31")


@pytest.mark.parametrize("others", [("13/14",), ("13/14", "15/16", "03/17"), ("2015", "2016")])
def test_what_may_be_a_month_among_others_is_asked_about(others: tuple[str, ...]) -> None:
    assert issue("11/12", *others) == "date-unclear"
