"""What a signed-in person may do about an inventory without a list: change a lot, say that it is still right, undo."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

import pandas as pd

from planning.core.boards import change_day
from planning.core.database import Change, Database
from planning.core.mail import mail_server
from planning.core.refusal import Reason, Refused, refuse
from planning.core.rights import Person, Right, require
from planning.core.service import own_board
from planning.inventory.check_mail import ask_by_mail
from planning.inventory.fleet import changes, records
from planning.inventory.fleet.changes import CORRECTED as CORRECTED
from planning.inventory.fleet.changes import COUNTED as COUNTED
from planning.inventory.fleet.changes import HAPPENED as HAPPENED
from planning.inventory.fleet.changes import MOVED as MOVED
from planning.inventory.fleet.changes import LotChange as LotChange
from planning.inventory.fleet.changes import LotDescription as LotDescription
from planning.inventory.fleet.changes import described as described
from planning.inventory.fleet.duplicates import MERGED_FIELDS, are_names, merged
from planning.inventory.fleet.duplicates import Duplicate as Duplicate
from planning.inventory.fleet.duplicates import duplicates as duplicates
from planning.inventory.fleet.keeping import in_force, keep_after, logged
from planning.inventory.fleet.records import Check, Version
from planning.inventory.fleet.sightings import SILENT_AFTER as SILENT_AFTER
from planning.inventory.fleet.sightings import repairs_by_model as repairs_by_model
from planning.inventory.fleet.sightings import silent as silent
from planning.inventory.fleet.timeline import holding
from planning.inventory.guidance import StandingChoice
from planning.inventory.memory.service import explain_lots
from planning.inventory.write.filled import fill_template
from planning.organisation.records import School, read_schools
from planning.organisation.service import find_school


def change_lot(
    person: Person, database: Database, at: datetime, school_id: str, version: int, what: LotChange
) -> Version:
    """Keep what happened to one lot as a new version; devices that moved get one at the school they went to as well.

    `version`: the inventory the person looked at. Raises NotAllowed, LookupError and Refused.
    """
    require(person, Right.UPLOAD, school_id)
    school = find_school(person, database, school_id)
    there = find_school(person, database, what.to_school) if what.to_school else None
    if there:
        require(person, Right.UPLOAD, there.school_id)
    with database.change(person, at) as change:
        before, old = _seen(change, school_id, version)
        refuse(changes.reasons(what, old, change_day(change)))
        lot = old.iloc[what.lot]
        new, gone = changes.changed(old, what)
        if what.what == CORRECTED and new.equals(old):
            raise Refused(Reason("lot_unchanged"))
        kept = keep_after(change, before, old, new, records.CHANGED, what.day)
        said = {"what": what.what, "lot": _named(lot), "number": what.devices, "day": what.day.isoformat()}
        change.log("lot", school.name, *logged(kept, **said))
        if there:
            held = in_force(change, there.school_id)
            if held is None or there == school:
                raise Refused(Reason("lot_nowhere_to_go", "to_school", {"school": there.name}))
            got = keep_after(change, *held, changes.added(held[1], gone), records.MOVED, what.day)
            change.log("moved", there.name, *logged(got))
    return kept


def filled_template(person: Person, database: Database, school_id: str) -> bytes:
    """The inventory that holds as the template filled in; handed in again it changes nothing.

    Raises NotAllowed, and LookupError where there is none.
    """
    require(person, Right.READ, school_id)
    school = find_school(person, database, school_id)
    with database.read(person.board_id) as connection:
        versions = records.read_versions(connection, person.board_id, frozenset({school_id}))
        held = holding(versions, date.max)[school_id]
        lots = records.read_lots(connection, person.board_id, school_id, held.version)
    return fill_template(lots, school_id, school.name, held.counted_on)


def check(person: Person, database: Database, at: datetime, school_id: str, version: int) -> Version:
    """Say that the inventory is right as it is today: the same devices, counted anew. Raises NotAllowed, Refused."""
    require(person, Right.UPLOAD, school_id)
    school = find_school(person, database, school_id)
    with database.change(person, at) as change:
        before, lots = _seen(change, school_id, version)
        kept = keep_after(change, before, lots, lots, records.CHECKED, change_day(change), counted=True)
        change.log("checked", school.name, {"day": before.counted_on.isoformat()}, {"day": kept.counted_on.isoformat()})
    return kept


def take_back(person: Person, database: Database, at: datetime, school_id: str, version: int) -> tuple[Version, ...]:
    """Let an inventory hold no longer, with all that the same click did to other schools: what was before holds again.

    Only as long as nobody changed any of them since. Raises NotAllowed, LookupError and Refused.
    """
    require(person, Right.UPLOAD, school_id)
    find_school(person, database, school_id)
    with database.change(person, at) as change:
        every = records.read_versions(change.connection, change.board_id, None)
        mine = next((one for one in every if (one.school_id, one.version) == (school_id, version)), None)
        if mine is None:
            raise LookupError(version)
        together = [one for one in every if one == mine or (mine.entered and one.entered == mine.entered)]
        for one in together:
            if one.layout != records.MOVED:  # what it did to another school goes with it
                require(person, Right.UPLOAD, one.school_id)
            if any(other.school_id == one.school_id and other.version > one.version for other in every):
                raise Refused(Reason("inventory_changed_since"))
            records.take_back(change, one)
            [school] = read_schools(change.connection, change.board_id, frozenset({one.school_id}))
            change.log("taken_back", school.name, {"version": one.version, "devices": one.devices}, None)
    return tuple(together)


def merge(
    person: Person,
    database: Database,
    at: datetime,
    school_id: str,
    version: int,
    chosen: Collection[Duplicate],
) -> tuple[Version, tuple[StandingChoice, ...]]:
    """Give makes and models one name each, in the inventory and in the lists still to come.

    Gives the version, and what is remembered for next lists that was not before. Raises NotAllowed and Refused.
    """
    require(person, Right.UPLOAD, school_id)
    school = find_school(person, database, school_id)
    with database.change(person, at) as change:
        before, old = _seen(change, school_id, version)
        if not chosen or not all(are_names(old, one) for one in chosen):
            raise Refused(Reason("nothing_to_merge"))
        return _merge(change, person, school, before, old, chosen)


def board_duplicates(person: Person, database: Database) -> tuple[Duplicate, ...]:
    """Makes and models that stand under several names in the inventories of all schools. Raises NotAllowed."""
    _require_every_school(person)
    with database.read(person.board_id) as connection:
        versions = holding(records.read_versions(connection, person.board_id, None), date.max)
        lots = [records.read_lots(connection, person.board_id, key, one.version) for key, one in versions.items()]
    return duplicates(pd.concat(lots, ignore_index=True)) if lots else ()


def merge_everywhere(
    person: Person, database: Database, at: datetime, chosen: Collection[Duplicate]
) -> tuple[tuple[Version, ...], tuple[StandingChoice, ...]]:
    """As `merge`, in the inventory of every school that has one of the names: all of them, or none.

    Gives a version for each of those schools; taking one of them back takes back all. Raises NotAllowed and Refused.
    """
    _require_every_school(person)
    kept: list[Version] = []
    remembered: list[StandingChoice] = []
    with database.change(person, at) as change:
        for school in read_schools(change.connection, change.board_id, None):
            held = in_force(change, school.school_id)
            mine = [
                one
                for one in chosen
                if held and one.field in MERGED_FIELDS and set(one.others) & set(held[1][one.field])
            ]
            if held and mine:
                version, learnt = _merge(change, person, school, *held, mine)
                kept.append(version)
                remembered += learnt
        if not kept:
            raise Refused(Reason("nothing_to_merge"))
    return tuple(kept), tuple(remembered)


def _require_every_school(person: Person) -> None:
    require(person, Right.MANAGE)
    require(person, Right.UPLOAD)


def _merge(
    change: Change, person: Person, school: School, before: Version, old: pd.DataFrame, chosen: Collection[Duplicate]
) -> tuple[Version, tuple[StandingChoice, ...]]:
    new = merged(old, chosen, change_day(change))
    kept = keep_after(change, before, old, new, records.MERGED, change_day(change))
    names = [f"{', '.join(one.others)} → {one.into}" for one in chosen]
    change.log("merged", school.name, *logged(kept, names=names))
    other = (old[["brand", "model"]] != new[["brand", "model"]]).any(axis=1) & old["model_as_written"].notna()
    return kept, explain_lots(change, person, school.school_id, old[other], new[other])


def ask_schools(
    person: Person,
    database: Database,
    at: datetime,
    due: date | None,
    since: date | None = None,
    link: str | None = None,
) -> tuple[Check | None, int]:
    """Ask every school whether its list is still right, to be answered by a day; None asks no longer.

    Lists counted before `since` (today where None) are asked about. With a `link` to where they answer, coordinators
    are also asked by mail, and reminded before that day. Gives what was asked before, and how many get a message.
    Raises NotAllowed and Refused.
    """
    require(person, Right.PLAN)
    if link and mail_server() is None:
        raise Refused(Reason("no_mail_server"))
    name = own_board(person, database).name
    with database.change(person, at) as change:
        today = change_day(change)
        if due is not None and due < (since or today):
            raise Refused(Reason("check_due_past", "due"))
        before = records.read_check(change.connection, change.board_id)
        new = Check(min(since or today, today), due, person.name, link) if due else None
        records.write_check(change, new)
        change.log("check", "", {"day": before.due.isoformat()} if before else None, {"day": due and due.isoformat()})
        mailed = ask_by_mail(change.connection, person, at, name, new) if new and link else 0
    return before, mailed


def _seen(change: Change, school_id: str, version: int) -> tuple[Version, pd.DataFrame]:
    held = in_force(change, school_id)
    if held is None or held[0].version != version:
        raise Refused(Reason("inventory_changed_since"))
    return held


def _named(lot: "pd.Series[Any]") -> str:
    parts = [str(lot[name]) for name in ("brand", "model") if lot[name]] or [str(lot["kind"])]
    return " ".join([*parts, *([str(lot["serial"])] if lot["serial"] else [])])
