"""Signals of the systems: contracts to decide about, and personal data without an agreement that holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from planning.attention.signal import Signal
from planning.systems.agreements import without_processor_agreement
from planning.systems.contracts import SystemContract, contracts_on
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
    contracts = contracts_on(view.lines, as_of)
    asking = [one for one in contracts if one.state == "decide"]
    # the day to decide is behind us: it can be agreed anew, and nobody can be asked to decide by a day that was
    over = sorted((one for one in contracts if one.state == "ending"), key=lambda one: one.ends_on or date.max)
    register = view.processors
    lacking = () if register is None else without_processor_agreement(view.lines, register, as_of)
    found = []
    if lacking:
        names = {system_key(line.system): line.system for line in reversed(lacking)}
        schools = {line.school_id for line in lacking}
        found.append(SystemSignal("system_without_agreement", _in_order(view, schools), len(names), lacking[0].system))
    if asking:
        first = asking[0]
        found.append(SystemSignal("contract_ends", _of(view, asking), len(asking), first.system, first.decide_by))
    if over:
        found.append(SystemSignal("contract_over", _of(view, over), len(over), over[0].system, over[0].ends_on))
    return tuple(found)


def _of(view: SystemsView, contracts: Sequence[SystemContract]) -> tuple[str, ...]:
    return _in_order(view, {school_id for one in contracts for school_id in one.school_ids})


def _in_order(view: SystemsView, schools: set[str]) -> tuple[str, ...]:
    return tuple(school.school_id for school in view.schools if school.school_id in schools)
