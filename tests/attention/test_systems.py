"""Signals of the systems, on literal facts."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from planning.attention.sentences import contracts_over_sentence, contracts_sentence
from planning.attention.systems import SystemSignal, system_signals
from planning.core.notation import NBHYPHEN
from planning.organisation.records import School
from planning.privacy.registers import Processor
from planning.systems.model import SystemLine
from planning.systems.service import SystemsView
from tests.systems.made import ANNA, AS_OF, LAS, LINDE, line

SCHOOLS = (School(LINDE, "De Linde", "Horst", "Bo"), School(ANNA, "Sint Anna", "Horst", "Bo"))
SAID = (contracts_sentence, contracts_over_sentence)
SIGNED = Processor("Leveranciers BV", "", "3.0", date(2017, 9, 1))


def signals(*lines: SystemLine, processors: tuple[Processor, ...] | None = (SIGNED,)) -> tuple[SystemSignal, ...]:
    return system_signals(SystemsView(SCHOOLS, (LAS,), lines, (), processors, ()), AS_OF)


def test_a_contract_to_decide_about_and_one_whose_day_for_that_is_over_are_told_apart() -> None:
    ending = {"ends_on": date(2018, 7, 31), "notice_on": date(2018, 4, 30), "renewal": "ends"}
    soon = {"ends_on": date(2018, 12, 31), "notice_on": date(2018, 7, 1), "renewal": "automatic"}
    found = signals(
        line(ANNA, "Berk", **soon), line(LINDE, "Eik", **ending), line(LINDE, "Iep", ends_on=date(2020, 1, 1))
    )
    assert found == (
        SystemSignal("contract_ends", (ANNA,), 1, "Berk", date(2018, 7, 1)),
        SystemSignal("contract_over", (LINDE,), 1, "Eik", date(2018, 7, 31)),
    )
    assert [say(one, str).replace(NBHYPHEN, "-") for say, one in zip(SAID, found, strict=True)] == [
        "Het contract van **Berk** vraagt uiterlijk 1-7-2018 een beslissing.",
        "Het contract van **Eik** eindigt op 31-7-2018; de dag om erover te beslissen is voorbij.",
    ]


@given(ends=st.integers(-200, 200), notice=st.integers(0, 200))
def test_nobody_is_asked_to_decide_by_a_day_that_was(ends: int, notice: int) -> None:
    on = AS_OF + timedelta(days=ends)
    told = signals(line(LINDE, "Eik", ends_on=on, notice_on=on - timedelta(days=notice), renewal="ends"))
    assert all(one.day is not None and one.day >= AS_OF for one in told)


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
