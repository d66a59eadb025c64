"""Signals of the systems: contracts to decide about, and personal data without an agreement that holds."""

from dataclasses import dataclass
from datetime import date

from planning.attention.signal import Signal
from planning.systems.agreements import without_processor_agreement
from planning.systems.contracts import ASKING, contracts_on
from planning.systems.rules import system_key
from planning.systems.service import SystemsView


@dataclass(frozen=True)
class SystemSignal(Signal):
    """Systems that ask for somebody: how many, what the first is called, and the first day it is about."""

    number: int
    name: str
    day: date | None = None


def system_signals(view: SystemsView, as_of: date) -> tuple[SystemSignal, ...]:
    """The signals of the schools within reach; none where all is well."""
    asking = [one for one in contracts_on(view.lines, as_of) if one.state in ASKING]
    register = view.processors
    lacking = () if register is None else without_processor_agreement(view.lines, register, as_of)
    found = []
    if lacking:
        names = {system_key(line.system): line.system for line in reversed(lacking)}
        schools = {line.school_id for line in lacking}
        found.append(SystemSignal("system_without_agreement", _in_order(view, schools), len(names), lacking[0].system))
    if asking:
        schools = {school_id for one in asking for school_id in one.school_ids}
        found.append(
            SystemSignal(
                "contract_ends",
                _in_order(view, schools),
                len(asking),
                asking[0].system,
                min((one.decide_by for one in asking if one.decide_by), default=None),
            )
        )
    return tuple(found)


def _in_order(view: SystemsView, schools: set[str]) -> tuple[str, ...]:
    return tuple(school.school_id for school in view.schools if school.school_id in schools)
