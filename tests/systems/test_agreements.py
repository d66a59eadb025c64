"""Systems beside the register of processors: what counts, what a school only heard, and the way back."""

from datetime import date

import pytest

from planning.privacy.registers import Processor
from planning.systems.agreements import (
    agreement_state,
    lines_of_party,
    processors_of,
    without_processor_agreement,
)
from planning.systems.model import SystemLine
from tests.systems.made import ANNA, AS_OF, LINDE, line

SIGNED = Processor("Leveranciers BV", "", "3.0", date(2017, 9, 1))
UNSIGNED = Processor("Anderen BV")
ENDED = Processor("Oud BV", "", "2.0", date(2014, 1, 1), date(2017, 12, 31))
REGISTER = (SIGNED, UNSIGNED, ENDED)


def held(supplier: str, **more: object) -> SystemLine:
    return line(LINDE, "Berk", supplier=supplier, has_personal_data=True, **more)


@pytest.mark.parametrize(
    ("system", "expected"),
    [
        (line(LINDE, "Berk"), "not_said"),
        (line(LINDE, "Berk", has_personal_data=False), "not_needed"),
        (held("leveranciers  bv"), "signed"),
        (held("Anderen BV"), "unsigned"),
        (held("Oud BV"), "ended"),
        (held("Onbekend"), "none"),
        (held(""), "none"),
        (held("Onbekend", agreement_on=date(2018, 1, 1)), "stated"),
        (held("Anderen BV", agreement_on=date(2018, 1, 1)), "unsigned"),  # the register counts
    ],
)
def test_the_register_says_whether_an_agreement_holds(system: SystemLine, expected: str) -> None:
    assert agreement_state(system, REGISTER, AS_OF) == expected


def test_who_does_not_read_the_register_is_not_told_that_there_is_none() -> None:
    assert agreement_state(held("Onbekend"), None, AS_OF) == "not_shown"


def test_of_a_supplier_with_several_products_the_one_of_this_system_counts() -> None:
    other = Processor("Leveranciers BV", "Iets anders", "3.0", date(2017, 9, 1))
    this = Processor("Leveranciers BV", "Berk")
    assert processors_of(held("Leveranciers BV"), (other, this)) == (this,)
    assert agreement_state(held("Leveranciers BV"), (other, this), AS_OF) == "unsigned"


def test_a_system_with_personal_data_and_no_agreement_is_found_unless_it_is_out_of_use() -> None:
    lines = [held("Onbekend"), held("Leveranciers BV"), held("Onbekend", life="out"), line(LINDE, "Eik")]
    assert without_processor_agreement(lines, REGISTER, AS_OF) == (lines[0],)


def test_from_a_party_one_sees_its_systems() -> None:
    lines = [held("LEVERANCIERS BV"), line(ANNA, "Eik", supplier="Anderen BV"), held("Leveranciers BV", life="out")]
    assert lines_of_party("Leveranciers BV", lines) == (lines[0],)
