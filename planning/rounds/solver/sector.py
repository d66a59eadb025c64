"""Plans many boards that have nothing to share but the machine: each for itself, side by side in processes."""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Final

from planning.core.apart import Allowance, Apart
from planning.rounds.solver.instance import Instance
from planning.rounds.solver.planner import NoPlan, Plan, columns_of, plan

_APART: Final = Apart("planning.rounds.solver.sector:warm_up")
_ALLOWANCE: Final = Allowance(processor_seconds=900, wall_seconds=3_600, memory=2_000_000_000)
_PARTS_EACH: Final = 6
"""Parts for each process: enough that none waits long for the last, few enough that starting costs nothing."""
_TINY: Final = 30
_NODES: Final = 30
"""A board of few schools is searched a little: rounding loses most where money buys only a few devices a round."""


class PlanningStopped(Exception):  # noqa: N818 - says what it is
    """A process ended before its boards were planned: "time", "memory", "crash" or "defect"."""


def plan_boards(instances: Sequence[Instance], processes: int | None = None) -> list[Plan | NoPlan]:
    """A plan for each board, or why there is none, in the order given. Raises PlanningStopped.

    `processes` is how many work at a time; without it, one for each processor. One solver thread each.
    """
    processes = processes or os.cpu_count() or 1
    # large ones first and dealt out in turn: parts of about the same work
    order = sorted(range(len(instances)), key=lambda place: -columns_of(instances[place]))
    count = processes * _PARTS_EACH
    parts = [order[first::count] for first in range(min(count, len(order)))]
    _APART.start()
    found: list[Plan | NoPlan | None] = [None] * len(instances)
    with ThreadPoolExecutor(processes) as pool:
        for part, plans in zip(parts, pool.map(lambda part: _apart([instances[i] for i in part]), parts), strict=True):
            for place, result in zip(part, plans, strict=True):
                found[place] = result
    return [result for result in found if result is not None]


def warm_up() -> None:
    """Load what planning needs; the module that holds this function has loaded it."""


def plan_each(instances: list[Instance]) -> list[Plan | NoPlan]:
    """Plan boards one after another."""
    return [_plan(instance) for instance in instances]


def _plan(instance: Instance) -> Plan | NoPlan:
    try:
        return plan(instance, nodes=_NODES if columns_of(instance) <= _TINY else 0)
    except NoPlan as none:
        return none


def _apart(instances: list[Instance]) -> list[Plan | NoPlan]:
    ended = _APART.run(_ALLOWANCE, plan_each, instances)
    if ended.end != "done":
        raise PlanningStopped(ended.end)
    plans: list[Plan | NoPlan] = ended.value
    return plans
