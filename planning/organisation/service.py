"""What a signed-in person may read and do about schools, pupils, targets and kinds."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

import pandas as pd

from planning.core.board_rules import target_reasons
from planning.core.clock import board_day
from planning.core.database import Change, Database
from planning.core.past import read_past
from planning.core.query import rows
from planning.core.refusal import Reason, Refused, refuse
from planning.core.rights import NotAllowed, Person, Right, require
from planning.core.service import own_board
from planning.core.store import is_used
from planning.organisation import records
from planning.organisation.at_hand import duo_files
from planning.organisation.counts import count_of, count_reasons, own_forecast_reasons
from planning.organisation.duo import AGE_COLUMNS, PupilFile, SchoolFile, read_pupil_file, read_school_file
from planning.organisation.forecast import forecast
from planning.organisation.forecast_text import method_text
from planning.organisation.kinds import DeviceKind, kind_reasons, kinds_by_code
from planning.organisation.levels import AGES, LEVELS, pupils_per_level
from planning.organisation.names import calling_name, school_reasons
from planning.organisation.records import PupilCount as PupilCount
from planning.organisation.records import School as School
from planning.workbooks.model import FileRefused, Problem


@dataclass(frozen=True)
class DuoImport:
    """What an import of a DUO file found for this board, and changed when it was applied."""

    schools: int  # schools of this board in the file
    count_dates: tuple[date, ...]
    pupils: Mapping[date, int]
    changed_schools: tuple[tuple[School | None, School], ...]  # what was known (None: nothing yet), what the file says
    changed_counts: tuple[tuple[PupilCount | None, PupilCount], ...]
    problems: tuple[Problem, ...]  # rows of this file that could not be read; of any board

    @property
    def changed(self) -> int:
        """Rows that differ from what was known."""
        return len(self.changed_schools) + len(self.changed_counts)


def schools(person: Person, database: Database, known_on: date | None = None) -> tuple[School, ...]:
    """The schools this person reaches, with the targets they had by the end of a day."""
    require(person, Right.READ)
    with database.read(person.board_id) as connection:
        past = read_past(connection, person.board_id, known_on)
        return records.read_schools(connection, person.board_id, person.reach, past)


def find_school(person: Person, database: Database, school_id: str) -> School:
    """One school. Raises NotAllowed outside the person's reach, LookupError where the board has none."""
    require(person, Right.READ, school_id)
    with database.read(person.board_id) as connection:
        found = records.read_schools(connection, person.board_id, frozenset({school_id}))
    if not found:
        raise LookupError(school_id)
    return found[0]


def pupil_counts(person: Person, database: Database, known_on: date | None = None) -> pd.DataFrame:
    """Pupil counts within reach, as known by the end of a day; columns records.COUNT_COLUMNS."""
    require(person, Right.READ)
    with database.read(person.board_id) as connection:
        past = read_past(connection, person.board_id, known_on)
        return records.read_counts(connection, person.board_id, person.reach, past)


def own_forecasts(person: Person, database: Database) -> pd.DataFrame:
    """Figures people put in the place of the forecast; columns records.OWN_FORECAST_COLUMNS."""
    require(person, Right.READ)
    with database.read(person.board_id) as connection:
        return records.read_own_forecasts(connection, person.board_id, person.reach)


def forecast_method(person: Person, database: Database) -> str:
    """How the forecast was made, in words, with the figures it rests on."""
    require(person, Right.READ)
    with database.read(person.board_id) as connection:
        counts = records.read_counts(connection, person.board_id, None)
        own = records.read_own_forecasts(connection, person.board_id, None)
        special = {s.school_id for s in records.read_schools(connection, person.board_id, None) if s.kind != "Bo"}
    return method_text(counts, overrides=_overrides(own), special_schools=special)


def pupil_forecast(person: Person, database: Database, years: int = 5, known_on: date | None = None) -> pd.DataFrame:
    """Pupils to come per school, from the counts of the whole board known by the end of a day; rows within reach."""
    require(person, Right.READ)
    with database.read(person.board_id) as connection:
        past = read_past(connection, person.board_id, known_on)
        # the growth of each age is the whole board's, also for a coordinator who sees one school of it
        counts = records.read_counts(connection, person.board_id, None, past)
        own = records.read_own_forecasts(connection, person.board_id, None, past)
        special = {s.school_id for s in records.read_schools(connection, person.board_id, None) if s.kind != "Bo"}
    frame = forecast(counts, years=years, overrides=_overrides(own), special_schools=special)
    return frame if person.reach is None else frame[frame["school_id"].isin(person.reach)]


def import_duo(person: Person, database: Database, at: datetime, content: bytes, *, apply: bool) -> DuoImport:
    """Read DUO's pupil file or its school file, whichever it is. Raises FileRefused."""
    try:
        return import_pupils(person, database, at, content, apply=apply)
    except FileRefused as refused:
        if refused.code != "school_file_instead":
            raise
    return import_schools(person, database, at, content, apply=apply)


def import_pupils(person: Person, database: Database, at: datetime, content: bytes, *, apply: bool) -> DuoImport:
    """Read DUO's pupil file for this board; `apply` False only says what would change. Raises FileRefused."""
    require(person, Right.MANAGE)
    file = read_pupil_file(content)
    found = _schools_counted(file, person.board_id, _known(person, database))
    return _import(person, database, at, *found, file.problems, apply=apply, what="pupils")


def import_schools(person: Person, database: Database, at: datetime, content: bytes, *, apply: bool) -> DuoImport:
    """Read DUO's school file for this board: names and addresses. Raises FileRefused."""
    require(person, Right.MANAGE)
    file = read_school_file(content)
    found = _schools_listed(file, person.board_id, _known(person, database))
    return _import(person, database, at, found, [], file.problems, apply=apply, what="schools")


def import_at_hand(person: Person, database: Database, at: datetime, *, apply: bool) -> DuoImport:
    """What DUO's files that are at hand (at_hand.duo_files) hold of this board, all of it at once."""
    require(person, Right.MANAGE)
    known = _known(person, database)
    found: dict[str, School] = {}
    counts: list[PupilCount] = []
    problems: list[Problem] = []
    for path in duo_files():
        content = path.read_bytes()
        file: PupilFile | SchoolFile
        if "leerlingen" in path.name:
            file = read_pupil_file(content)
            schools_here, counted = _schools_counted(file, person.board_id, known | found)
            counts += counted
        else:
            file = read_school_file(content)
            schools_here = _schools_listed(file, person.board_id, known | found)
        found |= {school.school_id: school for school in schools_here}
        problems += file.problems
    return _import(person, database, at, [*found.values()], counts, tuple(problems), apply=apply, what="schools")


def save_school(person: Person, database: Database, at: datetime, school: School) -> School | None:
    """Add a school that DUO's files do not hold, or give it another name or place; returns it as it was.

    Raises Refused.
    """
    require(person, Right.MANAGE, school.school_id)
    refuse(school_reasons(school))
    with database.change(person, at) as change:
        known = {s.school_id: s for s in records.read_schools(change.connection, person.board_id, None)}
        before = known.get(school.school_id)
        records.write_schools(change, [school])
        change.log("school", school.name, _named(before), _named(school))
    return before


def remove_school(person: Person, database: Database, at: datetime, school: School) -> None:
    """Take a school away that was added by mistake. Raises Refused where anything is kept of it."""
    require(person, Right.MANAGE, school.school_id)
    with database.change(person, at) as change:
        if is_used(change, "school_id", school.school_id, but=("school", "past_fact")):
            raise Refused(Reason("school_in_use", None, {"school": school.name}))
        records.remove_school(change, school.school_id)
        change.log("school", school.name, _named(school), None)


def _named(school: School | None) -> dict[str, str] | None:
    return None if school is None else {"school_id": school.school_id, "name": school.name, "place": school.place}


def _known(person: Person, database: Database) -> dict[str, School]:
    with database.read(person.board_id) as connection:
        return {s.school_id: s for s in records.read_schools(connection, person.board_id, None)}


def _schools_counted(
    file: PupilFile, board_id: str, known: Mapping[str, School]
) -> tuple[list[School], list[PupilCount]]:
    """The board's new schools and its counts. What a known school is called now, the school file says."""
    mine = file.pupils
    # the current form names no boards: there the schools we know are ours
    mine = mine[(mine["board_id"] == board_id) | (mine["board_id"].isna() & mine["school_id"].isin(known))]
    found = [
        School(row["school_id"], calling_name(row["name"]), row["place"], row["kind"])
        for row in rows(mine)
        if row["name"] and row["school_id"] not in known
    ]
    return found, [_count(row) for row in rows(mine)]


def _schools_listed(file: SchoolFile, board_id: str, known: Mapping[str, School]) -> list[School]:
    return [
        School(
            school_id=row["school_id"],
            name=calling_name(row["name"]),
            place=row["place"],
            kind=known[row["school_id"]].kind if row["school_id"] in known else "Bo",
            street=row["street"],
            postcode=row["postcode"],
            website=row["website"],
        )
        for row in rows(file.schools[file.schools["board_id"] == board_id])
    ]


def set_count(person: Person, database: Database, at: datetime, count: PupilCount) -> PupilCount | None:
    """Enter a pupil count by hand, or replace the one of that date; returns the one replaced. Raises Refused."""
    require(person, Right.MANAGE, count.school_id)
    name = find_school(person, database, count.school_id).name
    refuse(count_reasons(count, board_day(own_board(person, database), at)))
    with database.change(person, at) as change:
        before = _known_count(change, count.school_id, count.count_date)
        records.write_counts(change, [count])
        change.log("pupil_count", name, _logged(before), _logged(count))
    return before


def remove_count(person: Person, database: Database, at: datetime, school_id: str, count_date: date) -> None:
    """Take a count away again. Raises Refused where there is none."""
    require(person, Right.MANAGE, school_id)
    name = find_school(person, database, school_id).name
    with database.change(person, at) as change:
        before = _known_count(change, school_id, count_date)
        if before is None:
            raise Refused(Reason("count_gone", None, {"school": name, "day": count_date}))
        records.remove_count(change, school_id, count_date)
        change.log("pupil_count", name, _logged(before), None)


def set_own_forecast(
    person: Person, database: Database, at: datetime, school_id: str, count_date: date, pupils: int | None
) -> None:
    """Put a figure of one's own in the place of the forecast; None follows the forecast again. Raises Refused."""
    require(person, Right.MANAGE, school_id)
    refuse(own_forecast_reasons(pupils))
    name = find_school(person, database, school_id).name
    with database.change(person, at) as change:
        known = records.read_own_forecasts(change.connection, person.board_id, frozenset({school_id}))
        before = known.loc[known["count_date"] == count_date, "pupils"]
        records.write_own_forecast(change, school_id, count_date, pupils)
        change.log(
            "own_forecast",
            name,
            None if before.empty else {"count_date": str(count_date), "pupils": int(before.iloc[0])},
            None if pupils is None else {"count_date": str(count_date), "pupils": pupils},
        )


def set_own_target(
    person: Person, database: Database, at: datetime, school_id: str, pupils_per_device: float | None
) -> None:
    """Set the target a school chose for itself; None follows the board. The chair decides, the group manages.

    Raises Refused.
    """
    if not (person.may(Right.DECIDE, school_id) or person.may(Right.MANAGE, school_id)):
        raise NotAllowed(person, Right.DECIDE, school_id)
    refuse([] if pupils_per_device is None else target_reasons(pupils_per_device))
    school = find_school(person, database, school_id)
    with database.change(person, at) as change:
        records.write_own_target(change, school_id, pupils_per_device)
        change.log(
            "own_target",
            school.name,
            {"pupils_per_device": school.own_target},
            {"pupils_per_device": pupils_per_device},
        )


def kinds(person: Person, database: Database, known_on: date | None = None) -> dict[str, DeviceKind]:
    """The kinds of device with the life span and price this board chose by the end of a day, by code."""
    with database.read(person.board_id) as connection:
        past = read_past(connection, person.board_id, known_on)
        own = records.read_kind_settings(connection, person.board_id, past)
    return {
        code: replace(kind, life_years=own[code][0], price_cents=own[code][1]) if code in own else kind
        for code, kind in kinds_by_code().items()
    }


def set_kind(person: Person, database: Database, at: datetime, code: str, life_years: int, price_cents: int) -> None:
    """Set how long a kind serves and what one costs (cents, VAT included) for this board. Raises Refused."""
    require(person, Right.MANAGE)
    refuse(kind_reasons(life_years, price_cents))
    before = kinds(person, database)[code]
    with database.change(person, at) as change:
        records.write_kind_setting(change, code, life_years, price_cents)
        change.log(
            "kind",
            code,
            {"life_years": before.life_years, "price_cents": before.price_cents},
            {"life_years": life_years, "price_cents": price_cents},
        )


def _import(
    person: Person,
    database: Database,
    at: datetime,
    found: list[School],
    counts: list[PupilCount],
    problems: tuple[Problem, ...],
    *,
    apply: bool,
    what: str,
) -> DuoImport:
    pupils: dict[date, int] = {}
    for count in counts:
        pupils[count.count_date] = pupils.get(count.count_date, 0) + count.total
    here = {school.school_id for school in found} | {count.school_id for count in counts}
    with database.change(person, at) as change:
        new_schools, new_counts = records.write_schools(change, found), records.write_counts(change, counts)
        changed = len(new_schools) + len(new_counts)
        change.log(what, "DUO", None, {"schools": len(here), "changed": changed})
        change.is_preview = not apply or not changed
    return DuoImport(len(here), tuple(sorted(pupils)), pupils, tuple(new_schools), tuple(new_counts), problems)


def _known_count(change: Change, school_id: str, count_date: date) -> PupilCount | None:
    counts = records.read_counts(change.connection, change.board_id, frozenset({school_id}))
    known = counts[counts["count_date"] == count_date]
    return None if known.empty else count_of(rows(known)[0])


def _logged(count: PupilCount | None) -> dict[str, Any] | None:
    if count is None:
        return None
    levels = {level: getattr(count, level) for level in LEVELS if getattr(count, level) is not None}
    return {"count_date": str(count.count_date), "total": count.total, **levels}


def _overrides(own: pd.DataFrame) -> dict[tuple[str, date], int]:
    return {(row["school_id"], row["count_date"]): int(row["pupils"]) for row in rows(own)}


def _count(row: dict[str, Any]) -> PupilCount:
    ages = {age: int(row[name]) for age, name in zip(AGES, AGE_COLUMNS, strict=True) if pd.notna(row[name])}
    levels = pupils_per_level(ages) if ages else {}
    return PupilCount(
        row["school_id"],
        row["count_date"],
        int(row["total"]),
        "duo",
        **levels,
        ages={str(age): pupils for age, pupils in ages.items() if pupils} or None,
    )
