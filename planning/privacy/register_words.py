"""The fields, codes and states of the registers in the reader's language; and what their reasons say."""

from datetime import date
from typing import Final

from planning.core.notation import day, listed
from planning.core.translation import N_
from planning.core.translation import gettext as _
from planning.privacy.registers import Dpia, Processing, Processor, RightsRequest

TITLES: Final = {
    Processing: {
        "name": N_("Processing activity"),
        "purpose": N_("Purpose"),
        "legal_basis": N_("Legal basis"),
        "subjects": N_("People concerned"),
        "data": N_("Personal data"),
        "recipients": N_("Recipients"),
        "retention": N_("Kept for"),
        "owner": N_("Owner"),
        "processors": N_("Processors"),
    },
    Processor: {
        "party": N_("Processor"),
        "product": N_("Product or service"),
        "model": N_("Model agreement"),
        "signed_on": N_("Signed on"),
        "ends_on": N_("Ends on"),
    },
    Dpia: {
        "subject": N_("About"),
        "needed": N_("DPIA needed"),
        "why": N_("Why"),
        "done_on": N_("Done on"),
        "result": N_("Result"),
        "review_on": N_("Look again on"),
    },
    RightsRequest: {
        "school_id": N_("School"),
        "reference": N_("Own reference"),
        "kind": N_("Request"),
        "received_on": N_("Received on"),
        "extended_on": N_("Extension told on"),
        "answered_on": N_("Answered on"),
        "outcome": N_("Outcome"),
    },
}
_BASES: Final = {
    "consent": N_("consent"),
    "contract": N_("contract"),
    "obligation": N_("legal obligation"),
    "vital": N_("vital interest"),
    "public_task": N_("public task"),
    "interest": N_("legitimate interest"),
}
_REQUESTS: Final = {
    "access": N_("access"),
    "rectification": N_("rectification"),
    "erasure": N_("erasure"),
    "restriction": N_("restriction"),
    "portability": N_("portability"),
    "objection": N_("objection"),
}
REASONS: Final = {
    "entry_without_name": N_("There is no name yet. Fill in what it is called."),
    "entry_there_already": N_("‘{name}’ is in the register already. Change that one, or choose another name."),
    "entry_text_too_long": N_("A name has at most {name} characters and another text at most {text}. Shorten it."),
    "entry_to_come": N_("{what} of {read} has not come yet: it is {today}."),
    "entry_gone": N_("‘{name}’ is not in the register any more."),
    "agreement_ends_first": N_("The agreement ends on {late}, before it was signed on {early}."),
    "review_before_dpia": N_("The review on {late} is before the DPIA of {early}."),
    "answer_before_receipt": N_("The answer of {late} is before the receipt of {early}."),
    "extension_before_receipt": N_("The extension of {late} is before the receipt of {early}."),
    "extension_too_late": N_("The extension of {read} is too late: it had to be told by {last} (AVG art. 12)."),
    "request_without_place": N_("Choose where it came in."),
    "request_incomplete": N_("Fill in: {field}."),
}


def title(kind: type, field: str) -> str:
    """What a field is called; also its heading in a workbook."""
    return _(TITLES[kind][field])


def basis_name(code: str | None) -> str:
    """A legal basis of AVG art. 6."""
    return _(_BASES[code]) if code else ""


def request_name(code: str) -> str:
    """A right of AVG art. 15 to 21."""
    return _(_REQUESTS[code])


def model_name(code: str | None) -> str:
    """Which model agreement: a version of the Privacyconvenant's, or the party's own."""
    return _("own agreement") if code == "own" else code or ""


def needed_name(needed: bool | None) -> str:
    """Whether a DPIA is needed."""
    return _("not looked at yet") if needed is None else _("yes") if needed else _("no")


def changes_in_words(kind: type, facts: dict[str, object]) -> str:
    """Fields of an audit line of a register: "Bewaartermijn: 5 jaar · …"."""
    return " · ".join(f"{title(kind, name)}: {_fact(name, value)}" for name, value in facts.items() if value)


def _fact(name: str, value: object) -> str:
    if name.endswith("_on"):
        return day(date.fromisoformat(str(value)))
    if name == "legal_basis":
        return basis_name(str(value))
    if name == "model":
        return model_name(str(value))
    if isinstance(value, list):
        return listed([str(part) for part in value])
    return needed_name(value) if isinstance(value, bool) else str(value)
