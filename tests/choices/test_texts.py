"""Fte, amounts and figures as people write them."""

import pytest

from planning.choices.figures import figures_on, with_own
from planning.choices.model import first_day, post_name, year_name
from planning.choices.texts import figure_text, read_amount, read_fte, read_value, write_amount, write_fte
from planning.core.translation import use_language
from tests.refusals import refused


@pytest.mark.parametrize(
    ("typed", "fte", "shown"),
    [("0,6", 6_000, "0,6"), ("0.5500", 5_500, "0,55"), ("1,2 fte", 12_000, "1,2"), ("0", 0, "0,0"),
     ("0,1234", 1_234, "0,1234")],
)  # fmt: skip
def test_an_fte_is_read_and_written_as_a_part_time_factor(typed: str, fte: int, shown: str) -> None:
    assert (read_fte(typed), write_fte(fte)) == (fte, shown)


def test_amounts_are_read_to_the_cent_or_refused() -> None:
    assert (read_amount("229,21"), read_amount("€ 1.250"), read_value("68946,71")) == (229_21, 1_250_00, 68_946_71)
    assert (write_amount(229_21), write_amount(500_00)) == ("229,21", "500")
    with refused(("fte_unreadable", "fte")):
        read_fte("een halve")
    with refused(("means_unreadable", "per_pupil_cents")):
        read_amount("veel")
    with refused(("figure_unreadable", "hundredths")):
        read_value("1e5")


def test_a_figure_is_told_with_its_unit() -> None:
    figures = figures_on(first_day(2018), with_own([]))
    assert figure_text(figures["teacher_cost"]).replace("\u00a0", " ") == "€ 68.946,71 per fte per jaar"
    assert figure_text(figures["training_hours"]) == "80 uur per fte per jaar"
    assert figure_text(figures["national_ratio"]) == "4 leerlingen per device"
    use_language("en")
    assert figure_text(figures["device_all_in"]) == "€228 for a device a year"
    use_language("nl")


def test_a_school_year_and_a_post_have_their_names() -> None:
    assert (year_name(2018), post_name("teaching")) == ("2018/2019", "lerarenuren")
