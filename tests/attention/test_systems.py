"""Signals of the systems, on literal facts."""

from datetime import date

from planning.attention.systems import SystemSignal, system_signals
from planning.organisation.records import School
from planning.privacy.registers import Processor
from planning.systems.model import SystemLine
from planning.systems.service import SystemsView
from tests.systems.made import ANNA, AS_OF, LAS, LINDE, line

SCHOOLS = (School(LINDE, "De Linde", "Horst", "Bo"), School(ANNA, "Sint Anna", "Horst", "Bo"))
SIGNED = Processor("Leveranciers BV", "", "3.0", date(2017, 9, 1))


def signals(*lines: SystemLine, processors: tuple[Processor, ...] | None = (SIGNED,)) -> tuple[SystemSignal, ...]:
    return system_signals(SystemsView(SCHOOLS, (LAS,), lines, (), processors, ()), AS_OF)


def test_a_contract_that_ends_within_its_term_of_notice_asks_for_attention() -> None:
    ending = {"ends_on": date(2018, 7, 31), "notice_on": date(2018, 4, 30), "renewal": "ends"}
    soon = {"ends_on": date(2018, 12, 31), "notice_on": date(2018, 7, 1), "renewal": "automatic"}
    found = signals(
        line(ANNA, "Berk", **soon), line(LINDE, "Eik", **ending), line(LINDE, "Iep", ends_on=date(2020, 1, 1))
    )
    assert found == (SystemSignal("contract_ends", (LINDE, ANNA), 2, "Eik", date(2018, 4, 30)),)


def test_a_contract_that_goes_on_by_itself_has_nothing_to_decide_any_more_this_year() -> None:
    assert (
        signals(line(LINDE, "Eik", ends_on=date(2018, 7, 31), notice_on=date(2018, 4, 30), renewal="automatic")) == ()
    )


def test_personal_data_without_an_agreement_that_holds_ask_for_attention_one_system_once() -> None:
    lines = [line(school, "Berk", supplier="Onbekend", has_personal_data=True) for school in (ANNA, LINDE)]
    held = line(LINDE, "Eik", "board", supplier="Leveranciers BV", has_personal_data=True)
    assert signals(*lines, held) == (SystemSignal("system_without_agreement", (LINDE, ANNA), 1, "Berk"),)
    assert [one.code for one in signals(*lines, processors=())] == ["system_without_agreement"]


def test_who_does_not_read_the_register_is_not_told_what_it_misses() -> None:
    assert signals(line(LINDE, "Berk", has_personal_data=True), processors=None) == ()
