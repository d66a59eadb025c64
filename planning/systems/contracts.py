"""Contracts on a date: when one must be decided about, and when several can end together; pure.

A contract that goes on by itself is taken to do so a year at a time.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from planning.privacy.registers import months_later
from planning.systems.model import SystemFunction, SystemLine, SystemsColumn
from planning.systems.rules import SystemsMatrix, system_key, yearly_cents

DECIDE_AHEAD: Final = timedelta(days=90)
"""How long before the last day to give notice a contract asks for a decision; as agreements in the registers."""
RENEWED_BY_MONTHS: Final = 12

ContractState = Literal["unknown", "running", "decide", "ending", "renews", "ended"]
ASKING: Final = ("decide", "ending")
"""The states in which somebody has to do something."""


def contract_state(line: SystemLine, as_of: date) -> ContractState:
    """How a contract stands on a date.

    decide: the last day to give notice (without one, the last day itself) comes within DECIDE_AHEAD.
    ending: that day is past, the contract still runs and then is over or has to be agreed anew.
    renews: that day is past and it goes on by itself.
    """
    if line.ends_on is None:
        return "unknown"
    decide_by = line.notice_on or line.ends_on
    if as_of <= decide_by:
        return "decide" if decide_by <= as_of + DECIDE_AHEAD else "running"
    if line.renewal == "automatic":
        return "renews"
    return "ending" if as_of <= line.ends_on else "ended"


def earliest_end(line: SystemLine, as_of: date) -> date | None:
    """The first day on which a contract can be over, when notice is given now; None where its end is not known."""
    if line.ends_on is None:
        return None
    decide_by, ends, years = line.notice_on or line.ends_on, line.ends_on, 0
    if line.renewal != "automatic":
        return max(ends, as_of)
    while months_later(decide_by, RENEWED_BY_MONTHS * years) < as_of:
        years += 1
    return months_later(ends, RENEWED_BY_MONTHS * years)


@dataclass(frozen=True)
class SystemContract:
    """One contract as several schools have it: the same system, last day and last day to give notice."""

    system: str
    supplier: str
    state: ContractState
    ends_on: date | None
    notice_on: date | None
    renewal: str | None
    school_ids: tuple[str, ...]

    @property
    def decide_by(self) -> date | None:
        """The last day on which something can be decided about it."""
        return self.notice_on or self.ends_on


def contracts_on(lines: Iterable[SystemLine], as_of: date) -> tuple[SystemContract, ...]:
    """The contracts of systems in service with a known end, those to be decided about first before the others."""
    together: dict[tuple[str, date | None, date | None, str | None], list[SystemLine]] = {}
    for line in lines:
        if line.is_in_service and line.ends_on is not None:
            together.setdefault((system_key(line.system), line.ends_on, line.notice_on, line.renewal), []).append(line)
    found = [
        SystemContract(
            same[0].system,
            next((line.supplier for line in same if line.supplier), ""),
            contract_state(same[0], as_of),
            same[0].ends_on,
            same[0].notice_on,
            same[0].renewal,
            tuple(dict.fromkeys(line.school_id for line in same)),
        )
        for same in together.values()
    ]
    return tuple(sorted(found, key=lambda one: (one.decide_by or date.max, system_key(one.system))))


@dataclass(frozen=True)
class CandidateSystem:
    """One of the systems for a function that could become one."""

    name: str
    columns: int
    cents: int  # a year, as far as known
    pupils: int  # of its columns
    earliest_end: date | None  # the last of its contracts; None where one is not known


@dataclass(frozen=True)
class HarmonisingCandidate:
    """A function with two systems or more: what they cost together, and from when on nothing binds any more."""

    function: SystemFunction
    systems: tuple[CandidateSystem, ...]  # those of most columns first
    cents: int  # a year, as far as known
    unknown_costs: int  # lines
    together_on: date | None  # the first day on which all known contracts can be over; None where none is known
    unknown_ends: int  # lines whose contract has no known end


def harmonising_candidates(matrix: SystemsMatrix, as_of: date) -> tuple[HarmonisingCandidate, ...]:
    """The functions with several systems, the dearest first."""
    found = [_candidate(row.function, [share.name for share in row.systems], matrix.columns, as_of)
             for row in matrix.several]  # fmt: skip
    return tuple(sorted(found, key=lambda one: (-one.cents, -len(one.systems), one.function.code)))


def _candidate(
    function: SystemFunction, names: Sequence[str], columns: Sequence[SystemsColumn], as_of: date
) -> HarmonisingCandidate:
    systems, ends, unknown_costs, unknown_ends = [], [], 0, 0
    for name in names:
        having = [
            (column, line)
            for column in columns
            for line in column.lines
            if line.function == function.code and line.is_in_service and system_key(line.system) == system_key(name)
        ]
        costs = [yearly_cents(line, column.pupils) for column, line in having]
        own_ends = [earliest_end(line, as_of) for _column, line in having]
        known_ends = [end for end in own_ends if end is not None]
        in_columns = {column.key: column for column, _line in having}
        systems.append(
            CandidateSystem(
                name,
                len(in_columns),
                sum(cost for cost in costs if cost is not None),
                sum(column.pupils or 0 for column in in_columns.values()),
                max(known_ends) if len(known_ends) == len(own_ends) else None,
            )
        )
        ends += known_ends
        unknown_costs += costs.count(None)
        unknown_ends += own_ends.count(None)
    return HarmonisingCandidate(
        function,
        tuple(systems),
        sum(system.cents for system in systems),
        unknown_costs,
        max(ends, default=None),
        unknown_ends,
    )
