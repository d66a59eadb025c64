"""Agreements, DPIAs, rights requests and activities: how they stand on a date."""

from dataclasses import replace
from datetime import date

import pytest

from planning.privacy.register_reasons import entry_reasons
from planning.privacy.registers import (
    Dpia,
    Entry,
    Processing,
    Processor,
    RightsRequest,
    months_later,
    progress_of,
    without_agreement,
)
from tests.refusals import assert_reasons

AS_OF = date(2018, 5, 1)
SIGNED = Processor("Leveranciers BV", "Leerlingvolgsysteem", "3.0", date(2017, 9, 1), entry_id=1)
REQUEST = RightsRequest("00AA00", "2018-01", "access", date(2018, 4, 5))


@pytest.mark.parametrize(
    ("signed", "ends", "expected"),
    [
        (None, None, "unsigned"),
        (date(2018, 5, 2), None, "unsigned"),
        (date(2018, 5, 1), None, "signed"),
        (date(2017, 5, 1), date(2018, 7, 31), "signed"),
        (date(2017, 5, 1), date(2018, 7, 30), "ending"),  # 90 days
        (date(2017, 5, 1), date(2018, 5, 1), "ending"),
        (date(2017, 5, 1), date(2018, 4, 30), "ended"),
    ],
)
def test_an_agreement_stands_on_a_date_as_it_was_signed_and_ends(
    signed: date | None, ends: date | None, expected: str
) -> None:
    assert replace(SIGNED, signed_on=signed, ends_on=ends).state(AS_OF) == expected


@pytest.mark.parametrize(
    ("received", "months", "due"),
    [
        (date(2018, 4, 5), 1, date(2018, 5, 5)),
        (date(2018, 1, 31), 1, date(2018, 2, 28)),
        (date(2016, 1, 31), 1, date(2016, 2, 29)),
        (date(2017, 11, 30), 3, date(2018, 2, 28)),
        (date(2018, 12, 31), 1, date(2019, 1, 31)),
    ],
)
def test_a_term_in_months_ends_on_the_same_day_or_the_months_last(received: date, months: int, due: date) -> None:
    assert months_later(received, months) == due


@pytest.mark.parametrize(
    ("received", "extended", "answered", "expected"),
    [
        (date(2018, 4, 20), None, None, "open"),
        (date(2018, 4, 8), None, None, "near"),
        (date(2018, 3, 31), None, None, "late"),  # due on 30 April
        (date(2018, 3, 1), date(2018, 3, 20), None, "open"),  # two months more: 1 June
        (date(2018, 3, 1), None, date(2018, 5, 1), "answered"),
        (date(2018, 4, 20), None, date(2018, 5, 2), "open"),  # on that date not answered yet
    ],
)
def test_a_request_stands_as_its_month_goes_by(
    received: date, extended: date | None, answered: date | None, expected: str
) -> None:
    request = RightsRequest("00AA00", "1", "access", received, extended, answered)
    assert request.state(AS_OF) == expected


@pytest.mark.parametrize(
    ("dpia", "expected"),
    [
        (Dpia("Camera’s"), "unknown"),
        (Dpia("Camera’s", False, "Geen bijzondere gegevens"), "not_needed"),
        (Dpia("Camera’s", True), "to_do"),
        (Dpia("Camera’s", True, done_on=date(2018, 3, 1)), "done"),
        (Dpia("Camera’s", True, done_on=date(2018, 3, 1), review_on=date(2018, 5, 1)), "review"),
    ],
)
def test_a_dpia_is_asked_first_whether_it_is_needed(dpia: Dpia, expected: str) -> None:
    assert dpia.state(AS_OF) == expected


def test_an_activity_is_complete_with_all_that_the_law_asks() -> None:
    whole = Processing(
        "Leerlingdossier", "Volgen", "public_task", "Leerlingen", "Resultaten", "", "2 jaar", "Directeur"
    )
    assert whole.is_complete
    assert not replace(whole, retention="").is_complete
    assert not replace(whole, legal_basis=None).is_complete


def test_an_activity_names_the_processors_without_an_agreement() -> None:
    activity = Processing("Rapporten", processors=("leveranciers  bv", "Onbekend BV", "Traag BV"))
    known = [SIGNED, Processor("Traag BV", entry_id=2)]
    assert without_agreement(activity, known, AS_OF) == ("Onbekend BV", "Traag BV")


def test_progress_counts_each_register() -> None:
    agreements = [SIGNED, replace(SIGNED, entry_id=2, signed_on=None), replace(SIGNED, ends_on=date(2018, 6, 1))]
    dpias = [Dpia("A", True, done_on=date(2018, 1, 1)), Dpia("B", True), Dpia("C", False), Dpia("D")]
    found = progress_of([Processing("A")], agreements, dpias, AS_OF)
    assert (found.activities, found.complete) == (1, 0)
    assert (found.processors, found.in_force, found.unsigned, found.ending, found.ended) == (3, 2, 1, 1, 0)
    assert (found.dpias_needed, found.dpias_done) == (2, 1)


@pytest.mark.parametrize(
    ("entry", "reasons"),
    [
        (Processing(" "), [("entry_without_name", "name")]),
        (Processing("A", purpose="x" * 1001), [("entry_text_too_long", "purpose")]),
        (replace(SIGNED, entry_id=0), [("entry_there_already", "party")]),
        (
            Processor("B", signed_on=date(2018, 5, 2), ends_on=date(2018, 5, 1)),
            [("entry_to_come", "signed_on"), ("agreement_ends_first", "ends_on")],
        ),
        (
            Dpia("A", True, done_on=date(2018, 4, 1), review_on=date(2018, 3, 1)),
            [("review_before_dpia", "review_on")],
        ),
        (replace(REQUEST, answered_on=date(2018, 4, 1)), [("answer_before_receipt", "answered_on")]),
        (
            replace(REQUEST, received_on=date(2018, 3, 1), extended_on=date(2018, 4, 2)),
            [("extension_too_late", "extended_on")],
        ),
    ],
)
def test_an_entry_that_cannot_be_is_refused_for_all_reasons_at_once(
    entry: Entry, reasons: list[tuple[str, str]]
) -> None:
    others: list[Entry] = [SIGNED] if isinstance(entry, Processor) else []
    assert_reasons(entry_reasons(entry, others, AS_OF), *reasons)


def test_an_extension_that_is_too_late_says_by_when_it_had_to_be_told() -> None:
    (late,) = entry_reasons(replace(REQUEST, received_on=date(2018, 3, 1), extended_on=date(2018, 4, 2)), [], AS_OF)
    assert late.values == {"read": date(2018, 4, 2), "last": date(2018, 4, 1)}


def test_one_party_may_deliver_two_products() -> None:
    assert entry_reasons(replace(SIGNED, entry_id=0, product="Toetsen"), [SIGNED], AS_OF) == []
