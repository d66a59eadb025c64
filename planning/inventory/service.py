"""What a signed-in person may read and do about inventories. Preview and confirmation share one reading."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

import pandas as pd

from planning.core.database import Database
from planning.core.rights import Person, Right, require
from planning.inventory import records
from planning.inventory.apart import read_apart
from planning.inventory.cohorts import cohorts
from planning.inventory.compare import compare, totals
from planning.inventory.counting import counting_reasons
from planning.inventory.reading import FileRefused, Reading
from planning.inventory.records import LOT_COLUMNS
from planning.inventory.records import Version as Version
from planning.inventory.timeline import holding
from planning.organisation.service import find_school

NO_LOTS: Final = pd.DataFrame(columns=list(LOT_COLUMNS), dtype=object)
VANISHED_SHARE: Final = 0.5  # more than half of a fleet gone is worth a question


@dataclass(frozen=True)
class Preview:
    """What confirming a workbook would do: nothing is kept until then."""

    school_id: str
    school_name: str
    reading: Reading
    counted_on: date
    before: Version | None  # the inventory it is compared with
    differences: pd.DataFrame  # compare.DIFFERENCE_COLUMNS
    totals: Mapping[str, int]
    reasons: Mapping[str, int]  # devices that count, and those left out by reason
    countable_before: int | None

    @property
    def devices(self) -> int:
        """All devices in the workbook, lots counted whole."""
        return int(self.reading.devices["count"].sum())

    @property
    def countable(self) -> int:
        """Devices that count for the ratio on the day of the list."""
        return self.reasons.get("counts", 0)

    @property
    def many_vanish(self) -> bool:
        """More than half of the fleet known is not in this list."""
        return self.before is not None and self.totals["gone"] > VANISHED_SHARE * self.before.devices

    @property
    def is_ready(self) -> bool:
        """Nothing waits for a person any more."""
        return not self.reading.open_problems and self.devices > 0


class NotReady(Exception):  # noqa: N818 - a refusal
    """The inventory cannot be confirmed: `code` is open_problems, nothing_read or changed_meanwhile."""

    def __init__(self, code: str, newest: Version | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.newest = newest


@dataclass(frozen=True)
class Fleets:
    """All inventories within a person's reach, and their cohorts."""

    versions: tuple[Version, ...]
    cohorts: pd.DataFrame  # records.COHORT_COLUMNS


def fleets(person: Person, database: Database) -> Fleets:
    """What every dashboard is made of."""
    require(person, Right.READ)
    with database.read(person.board_id) as connection:
        return Fleets(
            records.read_versions(connection, person.board_id, person.reach),
            records.read_cohorts(connection, person.board_id, person.reach),
        )


def history(person: Person, database: Database, school_id: str) -> tuple[Version, ...]:
    """All inventories of a school, last confirmed first."""
    require(person, Right.READ, school_id)
    with database.read(person.board_id) as connection:
        return records.read_versions(connection, person.board_id, frozenset({school_id}))


def lots(person: Person, database: Database, school_id: str, version: int) -> pd.DataFrame:
    """The lots of one inventory; columns records.LOT_COLUMNS."""
    require(person, Right.READ, school_id)
    with database.read(person.board_id) as connection:
        return records.read_lots(connection, person.board_id, school_id, version)


def preview(
    person: Person,
    database: Database,
    school_id: str,
    content: bytes,
    name: str,
    today: date,
    *,
    counted_on: date | None = None,
    mapping: Mapping[tuple[str, str], str | None] | None = None,
    answers: Mapping[str, str] | None = None,
) -> Preview:
    """Read a workbook for a school and say what it would change. Raises NotAllowed and FileRefused."""
    require(person, Right.UPLOAD, school_id)
    school = find_school(person, database, school_id)
    reading = read_apart(content, name, as_of=counted_on or today, mapping=mapping, answers=answers)
    day = counted_on or min(reading.stated_date or today, today)
    if reading.devices.empty and not reading.problems:
        raise FileRefused("no_list_found", sheets=str(len(reading.sheets)))
    before = _compared_with(person, database, school_id, day)
    old = lots(person, database, school_id, before.version) if before else NO_LOTS
    differences = compare(old, reading.devices)
    return Preview(
        school_id,
        school.name,
        reading,
        day,
        before,
        differences,
        totals(differences),
        _counted(reading.devices, day),
        _counted(old, day).get("counts", 0) if before else None,
    )


def confirm(person: Person, database: Database, at: datetime, preview: Preview) -> Version:
    """Keep the inventory of a preview as a new version, in one transaction. Raises NotAllowed and NotReady."""
    require(person, Right.UPLOAD, preview.school_id)
    if not preview.devices:
        raise NotReady("nothing_read")
    if preview.reading.open_problems:
        raise NotReady("open_problems")
    newest = _compared_with(person, database, preview.school_id, preview.counted_on)
    if newest != preview.before:
        raise NotReady("changed_meanwhile", newest)
    file = preview.reading.file
    return _keep(
        person,
        database,
        at,
        Version(
            school_id=preview.school_id,
            version=0,
            holds_from=preview.counted_on,
            counted_on=preview.counted_on,
            confirmed_at=at,
            confirmed_by=person.name,
            file_name=file.name[:200],
            file_sha256=file.sha256,
            layout=preview.reading.layout,
            devices=preview.devices,
            changes=preview.totals,
        ),
        preview.reading.devices,
        preview.school_name,
    )


def restore(person: Person, database: Database, at: datetime, school_id: str, version: int) -> Version:
    """Make an earlier inventory hold again, as a new version; nothing is removed. Raises NotAllowed, LookupError."""
    require(person, Right.UPLOAD, school_id)
    school = find_school(person, database, school_id)
    versions = history(person, database, school_id)
    wanted = next((v for v in versions if v.version == version), None)
    if wanted is None:
        raise LookupError(version)
    # it takes the place of the newest one, so it holds from that one's date; when it was counted does not change
    newest = max(versions, key=lambda v: (v.holds_from, v.version))
    wanted_lots = lots(person, database, school_id, version)
    differences = compare(lots(person, database, school_id, newest.version), wanted_lots)
    restored = replace(
        wanted,
        version=0,
        holds_from=newest.holds_from,
        confirmed_at=at,
        confirmed_by=person.name,
        changes=totals(differences),
        restored_from=version,
    )
    return _keep(person, database, at, restored, wanted_lots, school.name)


def _keep(
    person: Person, database: Database, at: datetime, version: Version, fleet: pd.DataFrame, school_name: str
) -> Version:
    fleet = fleet.astype("object").where(fleet.notna(), None)
    with database.change(person, at) as change:
        number = records.next_version(change.connection, person.board_id, version.school_id)
        kept = replace(version, version=number)
        records.write_version(change, kept, fleet, cohorts(fleet))
        change.log(
            "restore" if version.restored_from else "inventory",
            school_name,
            {"version": number - 1} if number > 1 else None,
            {
                "version": number,
                "devices": kept.devices,
                **kept.changes,
                **({"restored_from": version.restored_from} if version.restored_from else {"file": kept.file_name}),
            },
        )
    return kept


def _compared_with(person: Person, database: Database, school_id: str, day: date) -> Version | None:
    return holding(history(person, database, school_id), day).get(school_id)


def _counted(fleet: pd.DataFrame, as_of: date) -> dict[str, int]:
    if fleet.empty:
        return {}
    reasons = counting_reasons(fleet, as_of)
    return {str(reason): int(n) for reason, n in fleet["count"].astype("int64").groupby(reasons).sum().items()}
