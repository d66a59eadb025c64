"""What a signed-in person may read about ratios, and what a board publishes of them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Final

import pandas as pd
from pydantic import TypeAdapter

from planning.core.boards import Board
from planning.core.clock import board_day
from planning.core.database import Database
from planning.core.rights import Person, Right, operator, require
from planning.core.service import own_board
from planning.inventory.fleet.timeline import cohorts_of, holding
from planning.inventory.service import Fleets, fleets
from planning.organisation.kinds import DeviceKind
from planning.organisation.levels import LEVELS
from planning.organisation.records import School
from planning.organisation.service import kinds, pupil_counts, pupil_forecast, schools
from planning.ratios import records
from planning.ratios.alike import Alike, alike
from planning.ratios.records import Publication as Publication
from planning.ratios.rules import (
    GroupRatio,
    Quality,
    group_ratio,
    kind_ratios,
    level_ratios,
    outlook,
    pupils_on,
    quality_of,
    with_counting,
)

_RATIO: Final = TypeAdapter(GroupRatio)
TREND_COLUMNS = ("day", "pupils", "countable", "pupils_per_device", "shortage", "on_target", "known")


@dataclass(frozen=True)
class RatioView:
    """Everything the ratio rules need of the schools within a person's reach; read once, asked for many dates."""

    board: Board
    schools: tuple[School, ...]
    counts: pd.DataFrame
    fleets: Fleets
    kinds: Mapping[str, DeviceKind]
    forecast: pd.DataFrame

    def on(self, as_of: date) -> GroupRatio:
        """The ratios on a reference date."""
        return group_ratio(
            self.board, self.schools, self.counts, self.fleets.versions, self.fleets.cohorts, self.kinds, as_of
        )

    def fleet(self, as_of: date, school_id: str | None = None) -> pd.DataFrame:
        """The cohorts held on a date with reason, due and past_life; of one school where one is named."""
        held = holding(self.fleets.versions, as_of).values()
        wanted = [version for version in held if school_id in (None, version.school_id)]
        return with_counting(cohorts_of(self.fleets.cohorts, wanted), self.kinds, as_of)

    def quality(self, as_of: date, school_id: str) -> Quality | None:
        """What is known of a school's devices on a date (rules.quality_of)."""
        return quality_of(holding(self.fleets.versions, as_of).get(school_id), self.board, as_of)

    def levels(self, as_of: date, school_id: str | None = None) -> pd.DataFrame:
        """Pupils per device per level (rules.level_ratios); only schools whose levels are known take part."""
        pupils = {
            key: row
            for key, row in pupils_on(self.counts, as_of).items()
            if school_id in (None, key) and all(pd.notna(row[level]) for level in LEVELS)
        }
        fleet = self.fleet(as_of, school_id)
        known = fleet[fleet["school_id"].isin(list(pupils))]
        with_fleet = set(known["school_id"])
        heads = {key: {level: int(pupils[key][level]) for level in LEVELS} for key in pupils if key in with_fleet}
        return level_ratios(known, heads)

    def by_kind(self, as_of: date, school_id: str | None = None) -> pd.DataFrame:
        """Countable devices and pupils per device, for each kind alone (rules.kind_ratios)."""
        ratio = self.on(as_of)
        pupils = sum(s.pupils or 0 for s in ratio.known if school_id in (None, s.school_id))
        return kind_ratios(self.fleet(as_of, school_id), pupils)

    def trend(self, as_of: date) -> pd.DataFrame:
        """The group on 1 January and 1 July since enough schools were known, and on the reference date."""
        first = min((version.holds_from for version in self.fleets.versions), default=as_of)
        halves = [date(year, month, 1) for year in range(first.year, as_of.year + 1) for month in (1, 7)]
        days = [day for day in halves if first <= day < as_of]
        return self._trend([*days, as_of], None)

    def school_trend(self, as_of: date, school_id: str) -> pd.DataFrame:
        """One school on the date of each of its inventories, and on the reference date."""
        days = {v.holds_from for v in self.fleets.versions if v.school_id == school_id and v.holds_from < as_of}
        return self._trend([*sorted(days), as_of], school_id)

    def _trend(self, days: list[date], school_id: str | None) -> pd.DataFrame:
        rows = []
        for day in days:
            ratio = self.on(day)
            if school_id is not None:
                ratio = GroupRatio(day, ratio.target, tuple(s for s in ratio.schools if s.school_id == school_id))
            if ratio.is_group_known:
                rows.append(
                    (
                        day,
                        ratio.pupils,
                        ratio.countable,
                        ratio.pupils_per_device,
                        ratio.shortage,
                        ratio.on_target,
                        len(ratio.known),
                    )
                )
        return pd.DataFrame(rows, columns=list(TREND_COLUMNS))

    def outlook(self, as_of: date, school_id: str | None = None) -> pd.DataFrame:
        """What happens when nothing is bought (rules.outlook), for the forecast dates after the reference date."""
        ahead = self.forecast[self.forecast["count_date"] > as_of] if len(self.forecast) else self.forecast
        if school_id is not None:
            ahead = ahead[ahead["school_id"] == school_id]
        return outlook(self.fleet(as_of, school_id), ahead, self.schools, self.board)


def ratio_view(person: Person, database: Database, known_on: date | None = None) -> RatioView:
    """The facts within a person's reach, as they are kept now; or as they were known by the end of a day.

    Then inventories confirmed later do not count, whatever day they are about, and counts, targets, kinds and own
    figures that were changed later are what they were. DUO's counts were public from their count date on.
    """
    require(person, Right.READ)
    with database.read(person.board_id):  # one moment for all of them
        board, held = own_board(person, database, known_on), fleets(person, database)
        if known_on is not None:
            then = (v for v in held.versions if board_day(board, v.confirmed_at) <= known_on)
            held = replace(held, versions=tuple(then))
        return RatioView(
            board,
            schools(person, database, known_on),
            pupil_counts(person, database, known_on),
            held,
            kinds(person, database, known_on),
            pupil_forecast(person, database, known_on=known_on),
        )


def like_sized(
    person: Person, database: Database, as_of: date, school_id: str, known_on: date | None = None
) -> Alike | None:
    """A school beside those of its board of about its size: how many, and their median, of no single one of them.

    Also for who sees no other school: fewer than alike.FEWEST are not told of. `known_on` as ratio_view.
    """
    require(person, Right.READ, school_id)
    return alike(ratio_view(operator(person.board_id), database, known_on).on(as_of), school_id)


def publish(person: Person, database: Database, at: datetime, as_of: date) -> Publication:
    """Freeze the figures of a reference date for readers (RvT, GMR, network). The chair decides."""
    require(person, Right.DECIDE)
    with database.change(person, at) as change:  # first, so that nobody changes what is published meanwhile
        ratio = ratio_view(person, database).on(as_of)
        new = Publication(as_of, at, person.name, to_json(ratio))
        records.write_publication(change, new)
        change.log("publication", str(as_of), None, {"on_target": ratio.on_target, "shortage": ratio.shortage})
    return new


def published(person: Person, database: Database) -> Publication | None:
    """The figures published last; None where nothing is published yet."""
    require(person, Right.READ_PUBLISHED)
    with database.read(person.board_id) as connection:
        return records.latest_publication(connection, person.board_id)


def to_json(ratio: GroupRatio) -> dict[str, Any]:
    """A GroupRatio as plain JSON values; dates as ISO text."""
    plain: dict[str, Any] = _RATIO.dump_python(ratio, mode="json")
    return plain


def from_json(figures: Mapping[str, Any]) -> GroupRatio:
    """The GroupRatio that to_json wrote."""
    return _RATIO.validate_python(figures)
