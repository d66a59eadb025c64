"""Small boards for the tests of rounds: two schools, a handful of cohorts, rounds half a year apart."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pandas as pd

from planning.core.boards import Board
from planning.inventory.fleet.records import COHORT_COLUMNS, Version
from planning.inventory.service import Fleets
from planning.organisation.kinds import DeviceKind, kinds_by_code
from planning.organisation.records import COUNT_COLUMNS, School
from planning.ratios.service import RatioView
from planning.rounds.model import PlanningRules, Round
from planning.rounds.view import RoundsView

TODAY = date(2018, 5, 1)
LINDE, ANNA = "00AA00", "00BB00"
BOARD = Board("11111", "Eigen bestuur", False, TODAY, 4.0, 0.10, 180)
SCHOOLS = (School(LINDE, "De Linde", "Horst", "Bo"), School(ANNA, "Sint Anna", "Horst", "Bo"))
ROUNDS = (
    Round(1, date(2018, 9, 1), 10_000_00),
    Round(2, date(2019, 3, 1), 10_000_00),
    Round(3, date(2019, 9, 1), 10_000_00),
)


def kinds(**prices: int) -> dict[str, DeviceKind]:
    """The shipped kinds with prices of the test: a Chromebook 300, a tablet 400 euros."""
    own = {"chromebook": 300_00, "tablet": 400_00} | prices
    return {code: replace(kind, price_cents=own.get(code, kind.price_cents)) for code, kind in kinds_by_code().items()}


def cohort(
    school_id: str = LINDE,
    count: int = 10,
    kind: str = "chromebook",
    bought: str | None = "2016-09-01",
    *,
    until: str | None = None,
    status: str = "in_use",
    counted_on: date = TODAY,
) -> dict[str, Any]:
    """Devices of one school; `bought` None is not known."""
    day = date.fromisoformat(bought) if bought else None
    return {
        "school_id": school_id, "version": 1, "holds_from": counted_on, "counted_on": counted_on, "kind": kind,
        "purchased_earliest": day, "purchased_latest": day, "audience": "pupils", "status": status, "level": "shared",
        "support_until": date.fromisoformat(until) if until else None, "count": count, "value_cents": 0, "priced": 0,
    }  # fmt: skip


def view(
    *cohorts: dict[str, Any],
    pupils: Sequence[tuple[str, str, int]] = ((LINDE, "2017-10-01", 80), (ANNA, "2017-10-01", 40)),
    forecast: Sequence[tuple[str, str, int]] = (),
    rounds: tuple[Round, ...] = ROUNDS,
    rules: PlanningRules | None = None,
    **more: Any,
) -> RoundsView:
    """A board with these cohorts; both schools have an inventory, be it an empty one."""
    counted = {row["school_id"]: row["counted_on"] for row in cohorts}
    versions = tuple(
        Version(key, 1, day, day, datetime(2018, 5, 1, tzinfo=UTC), "", "", "", "", 0, {})
        for key, day in ({LINDE: TODAY, ANNA: TODAY} | counted).items()
    )
    ratios = RatioView(
        BOARD,
        SCHOOLS,
        pd.DataFrame(
            [(key, date.fromisoformat(day), n, None, None, None, None, "duo") for key, day, n in pupils],
            columns=list(COUNT_COLUMNS),
            dtype=object,
        ),
        Fleets(versions, pd.DataFrame(list(cohorts), columns=list(COHORT_COLUMNS), dtype=object)),
        kinds(),
        pd.DataFrame(
            [(key, date.fromisoformat(day), n, None, None, None, "forecast") for key, day, n in forecast],
            columns=["school_id", "count_date", "pupils", "lower", "middle", "upper", "method"],
            dtype=object,
        ),
    )
    parts = {"prices": {}, "choices": {}, "scenarios": (), "plans": (), "orders": (), "deliveries": ()} | more
    return RoundsView(ratios, TODAY, rounds, rules=rules or PlanningRules(price_rise=0.0), **parts)
