"""Pupils per device against a school's own target, and the devices that are missing. Pure: dates come in.

needed = ceil(pupils / target); shortage = max(0, needed - countable); the board's shortage is the sum of the schools'
own, because a device too many in one school does not help a pupil in another (domain.md, section 5).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import Final

import pandas as pd

from planning.core.boards import Board
from planning.inventory.fleet.counting import counting_reasons
from planning.inventory.fleet.quality import WEIGHTS as WEIGHTS
from planning.inventory.fleet.quality import Quality as Quality
from planning.inventory.fleet.quality import quality
from planning.inventory.fleet.quality import quality_level as quality_level
from planning.inventory.fleet.records import Version
from planning.inventory.fleet.timeline import cohorts_of, holding
from planning.organisation.kinds import DeviceKind
from planning.organisation.levels import LEVELS
from planning.organisation.records import School

STATUSES: Final = ("on_target", "nearly", "short", "unknown")
LEAST_KNOWN: Final = 0.5
"""Share of the schools that must be known for a figure of the group. A convention of ours: below half of them, the
schools that are not known decide what the group is."""


@dataclass(frozen=True)
class SchoolRatio:
    """One school on a reference date. None is not known: no inventory, or no pupil count, by then."""

    school_id: str
    name: str
    place: str
    pupils: int | None
    count_date: date | None
    devices: int | None  # everything in the inventory
    countable: int | None
    target: float  # pupils per device
    has_own_target: bool
    status: str  # one of STATUSES
    counted_on: date | None
    is_stale: bool  # the inventory is older than the board allows
    past_life: int  # countable devices past their life span
    left_out: Mapping[str, int]  # reason -> devices that do not count
    quality: int | None = None  # points of 100 of what is known of its devices (inventory.fleet.quality)

    @property
    def needed(self) -> int | None:
        """Devices needed for the target."""
        return None if self.pupils is None else devices_needed(self.pupils, self.target)

    @property
    def shortage(self) -> int | None:
        """Devices missing, never negative."""
        return None if self.needed is None or self.countable is None else max(0, self.needed - self.countable)

    @property
    def pupils_per_device(self) -> float | None:
        """Lower is better; None where nothing counts or is known."""
        return self.pupils / self.countable if self.pupils is not None and self.countable else None


@dataclass(frozen=True)
class GroupRatio:
    """The schools within reach on a reference date. Sums are over the schools that are known."""

    as_of: date
    target: float
    schools: tuple[SchoolRatio, ...]

    @property
    def known(self) -> tuple[SchoolRatio, ...]:
        """Schools with an inventory and a pupil count."""
        return tuple(school for school in self.schools if school.status != "unknown")

    @property
    def schools_needed(self) -> int:
        """How many schools must be known for a figure of the group (LEAST_KNOWN)."""
        return ceil(LEAST_KNOWN * len(self.schools))

    @property
    def is_group_known(self) -> bool:
        """Whether enough schools are known to give a figure of the group."""
        return bool(self.known) and len(self.known) >= self.schools_needed

    @property
    def pupils(self) -> int:
        """Pupils of the schools known."""
        return sum(school.pupils or 0 for school in self.known)

    @property
    def countable(self) -> int:
        """Devices that count."""
        return sum(school.countable or 0 for school in self.known)

    @property
    def devices(self) -> int:
        """Everything in the inventories."""
        return sum(school.devices or 0 for school in self.known)

    @property
    def pupils_per_device(self) -> float | None:
        """All pupils over all countable devices."""
        return self.pupils / self.countable if self.countable else None

    @property
    def shortage(self) -> int:
        """The sum of the schools' own shortages."""
        return sum(school.shortage or 0 for school in self.known)

    @property
    def on_target(self) -> int:
        """Schools without a shortage."""
        return sum(school.status == "on_target" for school in self.known)

    @property
    def past_life(self) -> int:
        """Countable devices past their life span."""
        return sum(school.past_life for school in self.known)

    @property
    def left_out(self) -> dict[str, int]:
        """Reason -> devices that do not count, most first."""
        sums: dict[str, int] = {}
        for school in self.known:
            for reason, devices in school.left_out.items():
                sums[reason] = sums.get(reason, 0) + devices
        return dict(sorted(sums.items(), key=lambda item: -item[1]))


def devices_needed(pupils: int, target: float) -> int:
    """ceil(pupils / target): a pupil too many needs a whole device."""
    return ceil(pupils / target)


def status(pupils: int | None, countable: int | None, target: float, nearly_share: float) -> str:
    """on_target without shortage, nearly when short of at most `nearly_share` of the devices needed, else short."""
    if pupils is None or countable is None:
        return "unknown"
    needed = devices_needed(pupils, target)
    if countable >= needed:
        return "on_target"
    return "nearly" if needed - countable <= nearly_share * needed else "short"


def due_date(
    kind: str, purchased_latest: date | None, support_until: date | None, life: Mapping[str, int]
) -> date | None:
    """When a device is due: the end of its life span or of its updates, whichever comes first; None is not known.

    An imprecise purchase counts from its latest possible day: nothing is called old that may not be.
    """
    ends = [support_until] if support_until else []
    if purchased_latest is not None and kind in life:
        ends.append(years_later(purchased_latest, life[kind]))
    return min(ends, default=None)


def years_later(day: date, years: int) -> date:
    """The same day years later; 29 February becomes 28."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def pupils_on(counts: pd.DataFrame, as_of: date) -> dict[str, pd.Series]:
    """School -> its last count on or before a date (a row of organisation's COUNT_COLUMNS)."""
    past = counts[counts["count_date"] <= as_of] if len(counts) else counts
    last = past.sort_values("count_date").groupby("school_id").tail(1)
    return {row["school_id"]: row for _, row in last.iterrows()}


def with_counting(cohorts: pd.DataFrame, kinds: Mapping[str, DeviceKind], as_of: date) -> pd.DataFrame:
    """Cohorts with `reason` ("counts" or why not), `due` (date or None) and `past_life` on a date."""
    life = {code: kind.life_years for code, kind in kinds.items()}
    frame = cohorts.copy()
    frame["count"] = frame["count"].astype("int64")
    frame["reason"] = counting_reasons(frame, as_of) if len(frame) else pd.Series(dtype="object")
    due = [
        due_date(kind, latest, support, life)
        for kind, latest, support in zip(frame["kind"], frame["purchased_latest"], frame["support_until"], strict=True)
    ]
    frame["due"] = pd.Series(due, index=frame.index, dtype="object")
    frame["past_life"] = [day is not None and day <= as_of for day in due]
    return frame


def group_ratio(
    board: Board,
    schools: Sequence[School],
    counts: pd.DataFrame,
    versions: Iterable[Version],
    cohorts: pd.DataFrame,
    kinds: Mapping[str, DeviceKind],
    as_of: date,
) -> GroupRatio:
    """Every school and the group on a reference date; schools as they are ordered."""
    held = holding(versions, as_of)
    pupils = pupils_on(counts, as_of)
    fleet = with_counting(cohorts_of(cohorts, held.values()), kinds, as_of)
    per_reason: dict[str, dict[str, int]] = {}
    for school_id, reason, n in zip(fleet["school_id"], fleet["reason"], fleet["count"], strict=True):
        reasons = per_reason.setdefault(school_id, {})
        reasons[reason] = reasons.get(reason, 0) + int(n)
    old = fleet[fleet["past_life"] & (fleet["reason"] == "counts")].groupby("school_id")["count"].sum()
    rows = []
    for school in schools:
        version, count = held.get(school.school_id), pupils.get(school.school_id)
        reasons = per_reason.get(school.school_id, {})
        countable = None if version is None else reasons.pop("counts", 0)
        target = school.own_target or board.pupils_per_device
        head = None if count is None else int(count["total"])
        rows.append(
            SchoolRatio(
                school_id=school.school_id,
                name=school.name,
                place=school.place,
                pupils=head,
                count_date=None if count is None else count["count_date"],
                devices=None if version is None else version.devices,
                countable=countable,
                target=target,
                has_own_target=school.own_target is not None,
                status=status(head, countable, target, board.nearly_share),
                counted_on=None if version is None else version.counted_on,
                is_stale=version is not None and (as_of - version.counted_on).days > board.stale_after_days,
                past_life=int(old.get(school.school_id, 0)),
                left_out=reasons,
                quality=known.points if (known := quality_of(version, board, as_of)) else None,
            )
        )
    return GroupRatio(as_of, board.pupils_per_device, tuple(rows))


def quality_of(version: Version | None, board: Board, as_of: date) -> Quality | None:
    """How much is known of the devices of an inventory on a date; None without one."""
    if version is None:
        return None
    return quality(version.known, (as_of - version.counted_on).days, board.stale_after_days)


def level_ratios(fleet: pd.DataFrame, pupils: Mapping[str, Mapping[str, int]]) -> pd.DataFrame:
    """Pupils per countable device per level; columns level, pupils, own, shared, devices, pupils_per_device.

    `fleet` is with_counting's, `pupils` are those of each school by level. A device in a room of one level is that
    level's own; the others are shared, and are spread over the levels of their own school by pupils: so the levels add
    up to the school, and the schools to the group.
    """
    counting = fleet[fleet["reason"] == "counts"]
    there = counting.groupby(["school_id", "level"])["count"].sum().to_dict()
    rows = []
    for level in LEVELS:
        heads = sum(of.get(level, 0) for of in pupils.values())
        here = sum(int(there.get((school, level), 0)) for school in pupils)
        part = sum(
            there.get((school, "shared"), 0) * of.get(level, 0) / total
            for school, of in pupils.items()
            if (total := sum(of.values()))
        )
        rows.append((level, heads, here, part, here + part, heads / (here + part) if here + part else None))
    return pd.DataFrame(rows, columns=["level", "pupils", "own", "shared", "devices", "pupils_per_device"])


def kind_ratios(fleet: pd.DataFrame, pupils: int) -> pd.DataFrame:
    """Countable devices per kind and pupils per device of that kind alone; most devices first."""
    counting = fleet[fleet["reason"] == "counts"]
    devices = counting.groupby("kind")["count"].sum().sort_values(ascending=False)
    return pd.DataFrame(
        {"kind": devices.index, "devices": devices.to_numpy(), "pupils_per_device": pupils / devices.to_numpy()}
    )


def outlook(fleet: pd.DataFrame, forecast: pd.DataFrame, schools: Sequence[School], board: Board) -> pd.DataFrame:
    """What happens when nothing is bought: one row a forecast date.

    Columns count_date, pupils, devices (countable now and not due by then), pupils_per_device, shortage (sum of the
    schools' own). Only schools with an inventory take part; `fleet` is with_counting's of today.
    """
    counting = fleet[fleet["reason"] == "counts"]
    targets = {school.school_id: school.own_target or board.pupils_per_device for school in schools}
    known = set(fleet["school_id"])
    rows = []
    for day, group in forecast[forecast["school_id"].isin(known)].groupby("count_date", sort=True):
        stays = counting[[due is None or due > day for due in counting["due"]]]
        devices = stays.groupby("school_id")["count"].sum()
        pupils = dict(zip(group["school_id"], group["pupils"].astype("int64"), strict=True))
        short = sum(
            max(0, devices_needed(int(heads), targets[key]) - int(devices.get(key, 0))) for key, heads in pupils.items()
        )
        total, left = int(sum(pupils.values())), int(devices.sum())
        rows.append((day, total, left, total / left if left else None, short))
    return pd.DataFrame(rows, columns=["count_date", "pupils", "devices", "pupils_per_device", "shortage"])
