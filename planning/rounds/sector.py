"""The plans of all boards of an installation, made in the background: one piece of work a board, on every worker.

For whoever keeps the installation; each is the plan that the board's own screen shows with its own budgets. All are
asked for in one transaction, so that there are all or none; each is kept with the end of its piece, so once.
"""

import logging
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Final

import sqlalchemy as sa

from planning.core.boards import boards
from planning.core.clock import board_day
from planning.core.database import ALL_BOARDS, Database
from planning.core.rights import operator
from planning.core.work import ask
from planning.core.work_records import OVER, READY, REFUSED, Task, read_tasks, remove_tasks, set_step, task
from planning.ratios.service import ratio_view
from planning.rounds.scenario_plans import compute
from planning.rounds.service import rounds_view
from planning.rounds.solver.planner import NoPlan

KIND: Final = "plan"
log: Final = logging.getLogger("vlootplan")


@dataclass(frozen=True)
class PlanSummary:
    """The plan of one board in a few figures."""

    as_of: str  # ISO date
    schools: int
    on_target: int  # schools that reach their target in the board's rounds and keep it
    devices: int  # bought
    cents: int
    short: int  # devices missing after the last round, summed over schools
    gap: float | None  # how far from the best it can be at most; None where none is proven


@dataclass(frozen=True)
class SectorPlan:
    """How far the plans of a sector are, and what came of them."""

    asked: int
    plans: Mapping[str, PlanSummary]  # by board
    without: Mapping[str, str]  # board -> the code of why it has none

    @property
    def over(self) -> int:
        """Of how many boards nothing more comes."""
        return len(self.plans) + len(self.without)

    @property
    def is_over(self) -> bool:
        """Whether nothing more comes."""
        return self.over == self.asked


def begin(database: Database, at: datetime) -> int:
    """Ask a plan for every board, unless some are asked already; how many there are then."""
    every = boards(database)
    with database.beside(ALL_BOARDS) as connection:
        if known := len(read_tasks(connection, task.c.kind == KIND)):
            return known
        for board in every:
            ask(connection, operator(board.board_id), at, KIND, {"as_of": board_day(board, at).isoformat()})
    return len(every)


def progress(database: Database) -> SectorPlan:
    """How far they are."""
    with database.read(ALL_BOARDS) as connection:
        found = read_tasks(connection, task.c.kind == KIND)
    plans = {one.board_id: PlanSummary(**one.result) for one in found if one.step == READY}
    without = {one.board_id: str(one.result[0]["code"]) for one in found if one.step == REFUSED}
    return SectorPlan(len(found), plans, without)


def waiting(database: Database) -> tuple[Task, ...]:
    """What is still to be made."""
    with database.read(ALL_BOARDS) as connection:
        return read_tasks(connection, task.c.kind == KIND, task.c.step.not_in(OVER))


def end(database: Database) -> SectorPlan:
    """What came of it until now; nothing more is made, and nothing is kept of it."""
    found = progress(database)
    with database.beside(ALL_BOARDS) as connection:
        remove_tasks(connection, task.c.kind == KIND)
    return found


def carry_out(database: Database, one: Task) -> None:
    """Make the plan of one board."""
    with database.read(one.board_id) as connection:
        wanted = read_tasks(connection, sa.and_(task.c.board_id == one.board_id, task.c.task_id == one.task_id))
    if not any(still.step not in OVER for still in wanted):
        return
    try:
        made = _summary(database, one.board_id, date.fromisoformat(one.asked["as_of"]))
        why = "no_rounds_to_come"
    except NoPlan:
        made, why = None, "orders_pass_budgets"
    except sa.exc.OperationalError:  # the database is away for a while: try again
        raise
    except Exception:
        log.exception("a plan could not be made")
        made, why = None, "plan_not_made"
    with database.beside(one.board_id) as connection:
        if made:
            set_step(connection, one, READY, asdict(made))
        else:
            set_step(connection, one, REFUSED, [{"code": why, "field": None, "values": {}}])


def _summary(database: Database, board_id: str, as_of: date) -> PlanSummary | None:
    """None where the board has no schools, or no round to come."""
    who = operator(board_id)
    view = rounds_view(who, database, ratio_view(who, database), as_of)
    if not view.to_come or not view.ratios.schools:
        return None
    best = compute(view).best
    return PlanSummary(
        as_of=as_of.isoformat(),
        schools=len(best.schools),
        on_target=best.on_target,
        devices=sum(one.count for one in best.purchases),
        cents=best.cost,
        short=best.rounds[-1].short,
        gap=best.gap,
    )
