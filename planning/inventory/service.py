"""What a signed-in person may read and do about inventories. Preview and confirmation share one reading."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

import pandas as pd

from planning.core.database import Change, Database
from planning.core.rights import Person, Right, require
from planning.inventory.apart import mark_apart as mark_apart
from planning.inventory.apart import read_apart
from planning.inventory.fleet import moves, records
from planning.inventory.fleet.compare import compare, totals
from planning.inventory.fleet.keeping import in_force, keep, keep_after, logged
from planning.inventory.fleet.records import BY_HAND as BY_HAND
from planning.inventory.fleet.records import LOT_COLUMNS
from planning.inventory.fleet.records import Check as Check
from planning.inventory.fleet.records import Version as Version
from planning.inventory.fleet.timeline import holding as holding
from planning.inventory.guidance import MODEL, UNGUIDED, Guidance
from planning.inventory.guidance import in_force as choices_in_force
from planning.inventory.memory.service import model_of, remember, remembered_for
from planning.inventory.memory.shapes import NewChoices, chosen_shapes, recollection
from planning.inventory.preview import ListFacts, make_preview
from planning.inventory.preview import NotReady as NotReady
from planning.inventory.preview import Preview as Preview
from planning.inventory.read.no_list import refuse_no_list
from planning.inventory.read.schools import divide
from planning.inventory.read.stated_day import stated_day
from planning.inventory.read.whose_list import LikelySchool as LikelySchool
from planning.inventory.read.whose_list import likely_other
from planning.inventory.values.serials import serial_key
from planning.inventory.write.template import make_template as make_template
from planning.organisation.records import School, read_schools
from planning.organisation.service import find_school

NO_LOTS: Final = pd.DataFrame(columns=list(LOT_COLUMNS), dtype=object)


@dataclass(frozen=True)
class Fleets:
    """All inventories within a person's reach, and their cohorts."""

    versions: tuple[Version, ...]
    cohorts: pd.DataFrame  # records.COHORT_COLUMNS
    check: Check | None = None  # what the schools are asked


def fleets(person: Person, database: Database) -> Fleets:
    """What every dashboard is made of."""
    require(person, Right.READ)
    with database.read(person.board_id) as connection:
        return Fleets(
            records.read_versions(connection, person.board_id, person.reach),
            records.read_cohorts(connection, person.board_id, person.reach),
            records.read_check(connection, person.board_id),
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
    guidance: Guidance = UNGUIDED,
) -> Preview:
    """Read a workbook for one school and say what it would change; rows of other schools are left out, each named.

    Raises NotAllowed and FileRefused.
    """
    return _previews(person, database, school_id, content, name, today, guidance, frozenset({school_id}))[0]


def previews(
    person: Person,
    database: Database,
    school_id: str,
    content: bytes,
    name: str,
    today: date,
    guidance: Guidance = UNGUIDED,
) -> tuple[Preview, ...]:
    """As `preview`, for every school within the person's reach that the list names; `school_id` is whose page it is."""
    return _previews(person, database, school_id, content, name, today, guidance, person.reach)


def _previews(
    person: Person,
    database: Database,
    school_id: str,
    content: bytes,
    name: str,
    today: date,
    guidance: Guidance,
    reach: frozenset[str] | None,
) -> tuple[Preview, ...]:
    require(person, Right.UPLOAD, school_id)
    find_school(person, database, school_id)
    known = remembered_for(person, database, school_id)
    aliases = {key: model_of(one) for key, one in choices_in_force(known, MODEL).items()}
    guidance = replace(guidance, aliases=aliases, earlier=known if guidance.earlier is None else guidance.earlier)
    reading = read_apart(content, name, replace(guidance, counted_on=guidance.counted_on or today))
    recalled = recollection(reading, guidance)
    stated, stated_in = stated_day(reading, today) or (today, None)
    day = guidance.counted_on or stated
    refuse_no_list(reading, guidance, can_choose=True)
    with database.read(person.board_id) as connection:
        board = _Board(
            {school.school_id: school for school in read_schools(connection, person.board_id, None)},
            records.read_versions(connection, person.board_id, None),
        )
        serials = records.read_serials(connection, person.board_id, board.newest.values())
        then = records.read_serials(connection, person.board_id, holding(board.versions, day).values())
    held: dict[str, set[str]] = {}
    for holder, serial in (*serials, *then):
        held.setdefault(holder, set()).add(serial_key(serial))
    shares = divide(reading, school_id, tuple(board.schools.values()), reach, recalled.schools, guidance)
    choices = NewChoices(chosen_shapes(reading, guidance), shares.said, names_schools=bool(reading.row_schools))
    names = {key: school.name for key, school in board.schools.items() if person.may(Right.READ, key)}
    found = []
    for key, share in shares.readings.items():
        # a list older than the inventory that holds now says nothing of where a device is now
        others = [pair for pair in serials if pair[0] != key] if board.is_newest(key, day) else []
        unasked = frozenset(shares.readings) - {key}
        checked = moves.check_moves(share, moves.holders(others), names, unasked, guidance)
        before = holding(board.versions, day).get(key)
        old = lots(person, database, key, before.version) if before else NO_LOTS
        facts = ListFacts(
            key,
            board.schools[key].name,
            day,
            stated_in if day == stated else None,
            before,
            None if board.is_newest(key, day) else board.newest[key],
            None
            if shares.divided or guidance.of_this_school
            else likely_other(reading, key, tuple(board.schools.values()), held),
        )
        found.append(make_preview(facts, checked, old, guidance, recalled, choices))
    return tuple(found)


@dataclass(frozen=True)
class _Board:
    """All schools and inventories of a board: what a list of one school is held against, never shown to it."""

    schools: Mapping[str, School]
    versions: tuple[Version, ...]

    @property
    def newest(self) -> dict[str, Version]:
        """School -> the inventory that holds now."""
        return holding(self.versions, date.max)

    def is_newest(self, school_id: str, day: date) -> bool:
        """A list of this day would hold now."""
        known = self.newest.get(school_id)
        return known is None or day >= known.holds_from


def confirm(person: Person, database: Database, at: datetime, preview: Preview, *, share: bool = False) -> Version:
    """Keep the inventory of a preview as a new version, in one transaction. Raises NotAllowed and NotReady."""
    return confirm_all(person, database, at, [preview], share=share)[0]


def confirm_all(
    person: Person, database: Database, at: datetime, previews: Sequence[Preview], *, share: bool = False
) -> tuple[Version, ...]:
    """Keep the inventories of several schools of one list: all of them, or none. Raises NotAllowed and NotReady.

    `share`: what was chosen for this shape of list holds for all schools of the board from now on.
    """
    for one in previews:
        _require_ready(person, database, one)
    if share:
        require(person, Right.MANAGE)
    gone: dict[str, set[str]] = {}
    for one in previews:
        for school_id, serials in one.moves.items():
            gone.setdefault(school_id, set()).update(serials)
    with database.change(person, at) as change:
        kept = tuple(keep(change, _version_of(person, at, one), one.fleet) for one in previews)
        for version, one in zip(kept, previews, strict=True):
            change.log("inventory", one.school_name, *logged(version, file=version.file_name))
        for school_id in sorted(gone.keys() - {one.school_id for one in previews}):
            _take_out(change, school_id, frozenset(gone[school_id]), previews[0].counted_on)
        for one in previews:
            remember(change, person, one.school_id, one.school_name, one.choices, share=share)
    return kept


def _require_ready(person: Person, database: Database, preview: Preview) -> None:
    require(person, Right.UPLOAD, preview.school_id)
    if not preview.read:
        raise NotReady("nothing_read", school_name=preview.school_name)
    if preview.likely_other:
        raise NotReady("another_school", school_name=preview.school_name)
    if preview.asks_rest:
        raise NotReady("may_be_a_part", school_name=preview.school_name)
    if preview.asks_known:
        raise NotReady("lost_known", school_name=preview.school_name)
    if preview.reading.open_problems:
        raise NotReady("open_problems", school_name=preview.school_name)
    versions = history(person, database, preview.school_id)
    newest = holding(versions, preview.counted_on).get(preview.school_id)
    if newest != preview.before:
        raise NotReady("changed_meanwhile", newest, preview.school_name)


def _version_of(person: Person, at: datetime, preview: Preview) -> Version:
    file = preview.reading.file
    return Version(
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
    )


def _take_out(change: Change, school_id: str, serials: frozenset[str], day: date) -> None:
    """Take devices that moved out of the inventory of the school they left, as a new version of it."""
    held = in_force(change, school_id)
    left = moves.without(held[1], serials) if held else NO_LOTS
    if held is None or left["count"].sum() == held[1]["count"].sum():
        return  # that school confirmed a list without them in the meantime
    [school] = read_schools(change.connection, change.board_id, frozenset({school_id}))
    change.log("moved", school.name, *logged(keep_after(change, *held, left, records.MOVED, day)))


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
    with database.change(person, at) as change:
        kept = keep(change, restored, wanted_lots)
        change.log("restore", school.name, *logged(kept, restored_from=version))
    return kept
