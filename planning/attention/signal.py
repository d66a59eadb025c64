"""A signal: something that needs a person now. Every subject finds its own; here is the order of them all."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

CODES: Final = (
    "incident", "request_due", "no_plan", "plan_differs", "round_to_order", "policy_waits", "agreements",
    "system_without_agreement", "contract_ends", "contract_over", "network_invitation", "no_inventory", "no_pupils",
    "far_behind", "late_milestone", "network_late", "choice_waits", "list_asked", "stale", "requests_wait",
    "support_ends", "not_visited", "network_meeting", "past_life",
)  # fmt: skip
"""Worst first."""


@dataclass(frozen=True)
class Signal:
    """Something that asks for attention on the reference date; a subject that has more to tell adds it."""

    code: str  # one of CODES
    schools: tuple[str, ...]  # school ids, in the order of their names; none where it is the board's own


def in_order(signals: Iterable[Signal]) -> tuple[Signal, ...]:
    """Signals of several subjects, in the order of CODES."""
    return tuple(sorted(signals, key=lambda signal: CODES.index(signal.code)))
