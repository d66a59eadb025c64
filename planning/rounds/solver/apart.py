"""Planning in a process of its own: whatever the solver does, an answer comes within a time.

No limit within the solver is sure to end it. What ends the process is the system, and the best plan until then counts.
"""

from dataclasses import dataclass
from typing import Final

from planning.core.apart import Allowance, DefectApart, JobServer
from planning.rounds.solver.instance import Instance, Purchases
from planning.rounds.solver.planner import Solution, plans

ALLOWED: Final = Allowance(processor_seconds=20, wall_seconds=30, memory=3_000 * 1024**2)
_APART: Final = JobServer("planning.rounds.solver.apart:warm_up")


class TooLarge(Exception):  # noqa: N818 - a refusal
    """No plan was found within what planning may take."""


@dataclass(frozen=True, slots=True)
class PlanInTime:
    """The best plan, and whether the search was ended before it was done."""

    plan: Solution
    early: bool


def warm_up() -> None:
    """What planning needs is loaded with this module."""


def plan_apart(
    instance: Instance, nodes: int | None = None, start: Purchases | None = None, allowed: Allowance | None = None
) -> PlanInTime:
    """`planner.plan` within limits. Raises TooLarge where they allow no plan at all, and DefectApart."""
    ended = _APART.run(allowed or ALLOWED, plans, instance, nodes, start)
    if ended.end == "defect":
        raise DefectApart(ended.value)
    if not isinstance(ended.value, Solution):
        raise TooLarge(ended.end)
    return PlanInTime(ended.value, early=ended.end != "done")
