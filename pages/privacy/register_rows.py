"""An entry of a register on the screen: its row or its line, and how it stands."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from pages.parts.frame import Frame, plain
from planning.core.notation import day, listed
from planning.core.translation import gettext as _
from planning.privacy.register_tables import state_name
from planning.privacy.register_words import basis_name, model_name, request_name
from planning.privacy.registers import Dpia, Entry, Processing, Processor, RightsRequest, without_agreement

BADGES: Final = {
    "signed": "green-badge[:material/check_circle:",
    "done": "green-badge[:material/check_circle:",
    "answered": "green-badge[:material/check_circle:",
    "complete": "green-badge[:material/check_circle:",
    "ending": "yellow-badge[:material/event:",
    "near": "yellow-badge[:material/event:",
    "review": "yellow-badge[:material/event:",
    "ended": "orange-badge[:material/event_busy:",
    "late": "orange-badge[:material/event_busy:",
    "unsigned": "orange-badge[:material/signature:",
    "incomplete": "orange-badge[:material/rule:",
    "to_do": "orange-badge[:material/pending_actions:",
    "unknown": "gray-badge[:material/help:",
    "not_needed": "gray-badge[:material/remove:",
    "open": "blue-badge[:material/hourglass_top:",
}


def register_row(
    entry: Entry, frame: Frame, names: Mapping[str, str], processors: Sequence[Processor]
) -> dict[str, str]:
    """An entry under its headings; its school and its processors by name."""
    badge = _badge(entry, frame)
    match entry:
        case Processor():
            return {
                _("Processor"): plain(entry.party),
                _("Product or service"): plain(entry.product) or "–",
                _("State"): badge,
                _("Model agreement"): plain(model_name(entry.model)) or "–",
                _("Signed on"): _day(entry.signed_on),
                _("Ends on"): _day(entry.ends_on),
            }
        case Processing():
            missing = without_agreement(entry, processors, frame.as_of)
            parties = listed([plain(name) for name in entry.processors]) or "–"
            if missing:
                parties += "  \n:orange-badge[:material/signature: " + _("no agreement") + "]"
            return {
                _("Processing activity"): plain(entry.name),
                _("State"): badge,
                _("Purpose"): plain(entry.purpose) or "–",
                _("Legal basis"): basis_name(entry.legal_basis) or "–",
                _("Kept for"): plain(entry.retention) or "–",
                _("Processors"): parties,
            }
        case Dpia():
            return {
                _("About"): plain(entry.subject),
                _("State"): badge,
                _("Why"): plain(entry.why) or "–",
                _("Done on"): _day(entry.done_on),
                _("Result"): plain(entry.result) or "–",
                _("Look again on"): _day(entry.review_on),
            }
        case RightsRequest():
            where = names.get(entry.school_id, entry.school_id) if entry.school_id else _("the board")
            return {
                _("Own reference"): plain(entry.reference),
                _("State"): badge,
                _("Request"): request_name(entry.kind),
                _("School"): plain(where),
                _("Received on"): _day(entry.received_on),
                _("Answer by"): _day(entry.due_on),
                _("Answered on"): _day(entry.answered_on),
            }


def _badge(entry: Entry, frame: Frame) -> str:
    """How an entry stands on the reference date: mark, word and colour."""
    return f":{BADGES[_state(entry, frame)]} {state_name(entry, frame.as_of)}]"


def _state(entry: Entry, frame: Frame) -> str:
    if isinstance(entry, Processing):
        return "complete" if entry.is_complete else "incomplete"
    return entry.state(frame.as_of)


def urgency(entry: Entry, frame: Frame) -> tuple[bool, bool]:
    """What asks for somebody comes first."""
    badge = BADGES[_state(entry, frame)]
    return not badge.startswith("orange"), not badge.startswith("yellow")


def as_line(row: Mapping[str, str]) -> str:
    """A row for a telephone: its name and state, and below it what else is known, each under its heading."""
    (_title, name), *others = row.items()
    state = row[_("State")]
    rest = [f"{title}: {cell}".replace("  \n", " ") for title, cell in others if cell not in (state, "–")]
    return f"- **{name}** {state}  \n  :small[" + " · ".join(rest) + "]"


def _day(value: Any) -> str:
    return day(value) if value else "–"
