"""Why an entry of a register cannot be kept, all reasons at once; pure."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from planning.core.refusal import Reason, Word
from planning.core.translation import N_
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


NAMES: Final = {Processing: "name", Processor: "party", Dpia: "subject", RightsRequest: "reference"}
"""The field that says what an entry of a register is called; of a rights request the school's own reference."""


def name_of(entry: Entry) -> str:
    """What an entry is called."""
    name: str = getattr(entry, NAMES[type(entry)])
    return name


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


def entry_reasons(entry: Entry, others: Sequence[Entry], today: date) -> list[Reason]:
    """Why this entry cannot be kept beside the others of its register."""
    reasons = []
    field, name = NAMES[type(entry)], name_of(entry)
    if not name.strip():
        reasons.append(Reason("entry_without_name", field))
    elif any(is_same(entry, other) and other.entry_id != entry.entry_id for other in others):
        reasons.append(Reason("entry_there_already", field, {"name": name}))
    texts = {other: value for other, value in vars(entry).items() if isinstance(value, str)}
    long = [other for other, text in texts.items() if len(text) > (LONGEST_NAME if other == field else LONGEST_TEXT)]
    if long:
        reasons.append(Reason("entry_text_too_long", long[0], {"name": LONGEST_NAME, "text": LONGEST_TEXT}))
    return reasons + _own_reasons(entry, today)


def _own_reasons(entry: Entry, today: date) -> list[Reason]:
    match entry:
        case Processing():
            _one_of(entry.legal_basis, BASES)
            return []
        case Processor():
            _one_of(entry.model, MODELS)
            signed, ends = entry.signed_on, entry.ends_on
            reasons = _not_to_come("signed_on", signed, today, N_("The signature"))
            if signed and ends and ends < signed:
                reasons.append(Reason("agreement_ends_first", "ends_on", {"late": ends, "early": signed}))
            return reasons
        case Dpia():
            done, review = entry.done_on, entry.review_on
            reasons = _not_to_come("done_on", done, today, N_("The DPIA"))
            if done and review and review < done:
                reasons.append(Reason("review_before_dpia", "review_on", {"late": review, "early": done}))
            return reasons
        case RightsRequest():
            _one_of(entry.kind, REQUESTS)
            return _request_reasons(entry, today)


def _request_reasons(entry: RightsRequest, today: date) -> list[Reason]:
    received, answered, extended = entry.received_on, entry.answered_on, entry.extended_on
    reasons = [
        *_not_to_come("received_on", received, today, N_("The receipt")),
        *_not_to_come("answered_on", answered, today, N_("The answer")),
        *_not_to_come("extended_on", extended, today, N_("The extension")),
    ]
    if answered and answered < received:
        reasons.append(Reason("answer_before_receipt", "answered_on", {"late": answered, "early": received}))
    if extended and extended < received:
        reasons.append(Reason("extension_before_receipt", "extended_on", {"late": extended, "early": received}))
    last = months_later(received, TERM_MONTHS)
    if extended and extended > last:
        reasons.append(Reason("extension_too_late", "extended_on", {"read": extended, "last": last}))
    return reasons


def _not_to_come(field: str, read: date | None, today: date, what: str) -> list[Reason]:
    if read is None or read <= today:
        return []
    return [Reason("entry_to_come", field, {"what": Word(what), "read": read, "today": today})]


def _one_of(code: str | None, codes: Sequence[str]) -> None:
    if code is not None and code not in codes:
        raise ValueError("a code that is not one of those known")
