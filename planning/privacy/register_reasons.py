"""Why an entry of a register cannot be kept, in words, all reasons at once; pure."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from planning.core.notation import day, number
from planning.core.translation import gettext as _
from planning.privacy.registers import (
    BASES,
    MODELS,
    REQUESTS,
    TERM_MONTHS,
    Dpia,
    Entry,
    Processing,
    Processor,
    RightsRequest,
    folded_name,
    months_later,
)

LONGEST_NAME: Final = 200
LONGEST_TEXT: Final = 1000


def name_of(entry: Entry) -> str:
    """What an entry is called; of a rights request only the school's own reference."""
    match entry:
        case Processing():
            return entry.name
        case Processor():
            return entry.party
        case Dpia():
            return entry.subject
        case RightsRequest():
            return entry.reference


def is_same(entry: Entry, other: Entry) -> bool:
    """Whether two entries are about the same; one party may deliver several products."""
    if isinstance(entry, Processor) and isinstance(other, Processor):
        return (folded_name(entry.party), folded_name(entry.product)) == (
            folded_name(other.party),
            folded_name(other.product),
        )
    if isinstance(entry, RightsRequest) and isinstance(other, RightsRequest) and entry.school_id != other.school_id:
        return False
    return folded_name(name_of(entry)) == folded_name(name_of(other))


def entry_reasons(entry: Entry, others: Sequence[Entry], today: date) -> list[str]:
    """Why this entry cannot be kept beside the others of its register."""
    reasons = []
    name = name_of(entry)
    if not name.strip():
        reasons.append(_("There is no name yet. Fill in what it is called."))
    elif any(is_same(entry, other) and other.entry_id != entry.entry_id for other in others):
        reasons.append(
            _("‘{name}’ is in the register already. Change that one, or choose another name.").format(name=name)
        )
    texts = [value for value in vars(entry).values() if isinstance(value, str)]
    if len(name) > LONGEST_NAME or any(len(text) > LONGEST_TEXT for text in texts):
        text = _("A name has at most {name} signs and another text at most {text}. Shorten it.")
        reasons.append(text.format(name=number(LONGEST_NAME), text=number(LONGEST_TEXT)))
    return reasons + _own_reasons(entry, today)


def _own_reasons(entry: Entry, today: date) -> list[str]:
    match entry:
        case Processing():
            _one_of(entry.legal_basis, BASES)
            return []
        case Processor():
            _one_of(entry.model, MODELS)
            return [
                *_not_to_come(entry.signed_on, today, _("The signature")),
                *_in_order(
                    entry.signed_on, entry.ends_on, _("The agreement ends on {late}, before it was signed on {early}.")
                ),
            ]
        case Dpia():
            return [
                *_not_to_come(entry.done_on, today, _("The DPIA")),
                *_in_order(entry.done_on, entry.review_on, _("The review on {late} is before the DPIA of {early}.")),
            ]
        case RightsRequest():
            _one_of(entry.kind, REQUESTS)
            return _request_reasons(entry, today)


def _request_reasons(entry: RightsRequest, today: date) -> list[str]:
    reasons = [
        *_not_to_come(entry.received_on, today, _("The receipt")),
        *_not_to_come(entry.answered_on, today, _("The answer")),
        *_not_to_come(entry.extended_on, today, _("The extension")),
        *_in_order(entry.received_on, entry.answered_on, _("The answer of {late} is before the receipt of {early}.")),
        *_in_order(
            entry.received_on, entry.extended_on, _("The extension of {late} is before the receipt of {early}.")
        ),
    ]
    last = months_later(entry.received_on, TERM_MONTHS)
    if entry.extended_on is not None and entry.extended_on > last:
        text = _("The extension of {read} is too late: it had to be told by {last} (AVG art. 12).")
        reasons.append(text.format(read=day(entry.extended_on), last=day(last)))
    return reasons


def _not_to_come(read: date | None, today: date, what: str) -> list[str]:
    if read is None or read <= today:
        return []
    return [_("{what} of {read} has not come yet: it is {today}.").format(what=what, read=day(read), today=day(today))]


def _in_order(early: date | None, late: date | None, text: str) -> list[str]:
    if early is None or late is None or early <= late:
        return []
    return [text.format(early=day(early), late=day(late))]


def _one_of(code: str | None, codes: Sequence[str]) -> None:
    if code is not None and code not in codes:
        raise ValueError("a code that is not one of those known")
