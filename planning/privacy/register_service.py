"""What a signed-in person may read and do about the registers.

Whoever reads the whole board reads them; the privacy officer keeps them. Rights requests are seen as incidents are, and
a school's coordinator may hand one in for the own school.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from pydantic import TypeAdapter

from planning.core.boards import change_day
from planning.core.database import Change, Database
from planning.core.refusal import Reason, Refused, in_sentence, refuse
from planning.core.rights import NotAllowed, Person, Right, require
from planning.organisation.service import find_school
from planning.privacy import register_records as records
from planning.privacy.incident_service import sees_incidents
from planning.privacy.register_file import read_entries
from planning.privacy.register_reasons import entry_reasons, is_same, name_of
from planning.privacy.register_records import E
from planning.privacy.register_words import REASONS
from planning.privacy.registers import (
    Dpia,
    Entry,
    Processing,
    Processor,
    RightsRequest,
    folded_name,
)
from planning.workbooks.apart import read_apart
from planning.workbooks.model import Problem
from planning.workbooks.readers import said_otherwise

AUDIT: Final = {Processing: "processing", Processor: "processor", Dpia: "dpia", RightsRequest: "rights_request"}
_JSON: Final = {kind: TypeAdapter[Any](kind) for kind in AUDIT}


@dataclass(frozen=True)
class RegisterImport:
    """What an import of a register found, and changed when it was applied."""

    rows: int
    added: tuple[str, ...]
    changed: tuple[str, ...]
    problems: tuple[Problem, ...]


def reads_registers(person: Person) -> bool:
    """Whether the board's registers are shown to this person."""
    return person.may(Right.READ) and person.reach is None


def sees_requests(person: Person) -> bool:
    """Whether rights requests are shown to this person; which ones is their reach."""
    return person.may(Right.PRIVACY) or sees_incidents(person)


def may_keep(person: Person) -> bool:
    """Whether this person keeps the registers."""
    return person.may(Right.PRIVACY)


def may_hand_in(person: Person) -> bool:
    """Whether this person may hand in a rights request."""
    return may_keep(person) or (person.may(Right.CONTRIBUTE) and person.reach is not None)


def entries(person: Person, database: Database, kind: type[E]) -> tuple[E, ...]:
    """The entries of a register that this person may read. Raises NotAllowed."""
    if not (sees_requests(person) if kind is RightsRequest else reads_registers(person)):
        raise NotAllowed(person, Right.PRIVACY)
    with database.read(person.board_id) as connection:
        return _read(connection, kind, person)


def save(person: Person, database: Database, at: datetime, entry: E) -> E:
    """Add an entry or change one; returns it as kept.

    Raises NotAllowed and Refused, and LookupError for a school that the board does not have.
    """
    _require_keeping(person, entry)
    if isinstance(entry, RightsRequest) and entry.school_id is not None:
        find_school(person, database, entry.school_id)
    with database.change(person, at) as change:
        others = _read(change.connection, type(entry), person)
        before = next((other for other in others if other.entry_id == entry.entry_id), None)
        refuse(entry_reasons(entry, others, change_day(change)))
        kept = records.write_entry(change, entry)
        if isinstance(before, Processor) and isinstance(kept, Processor):
            _rename(change, person, before.party, kept.party)
        _log(change, before, kept)
    return kept


def remove(person: Person, database: Database, at: datetime, entry: Entry) -> None:
    """Take an entry out of its register. Raises NotAllowed, and Refused where it is gone already."""
    require(person, Right.PRIVACY)
    with database.change(person, at) as change:
        if all(other.entry_id != entry.entry_id for other in _read(change.connection, type(entry), person)):
            raise Refused(Reason("entry_gone", None, {"name": name_of(entry)}))
        records.remove_entry(change, entry)
        _log(change, entry, None)


def import_entries(
    person: Person,
    database: Database,
    at: datetime,
    kind: type[Processing] | type[Processor],
    content: bytes,
    name: str,
    *,
    apply: bool,
) -> RegisterImport:
    """Read a register from a workbook by its headings; `apply` False only says what would change.

    A row of a name that is known changes that entry, an empty cell leaves what is there. Raises NotAllowed and
    FileRefused.
    """
    require(person, Right.PRIVACY)
    file = read_apart(read_entries, content, name, kind)
    added: list[str] = []
    changed: list[str] = []
    problems = list(file.problems)
    with database.change(person, at) as change:
        today = change_day(change)
        known: list[Any] = list(_read(change.connection, kind, person))
        for row in file.rows:
            fresh: Any = kind(**row.values)
            before = next((entry for entry in known if is_same(entry, fresh)), None)
            entry: Any = fresh if before is None else replace(before, **said_otherwise(row.values, before))
            if entry == before:
                continue
            reasons = entry_reasons(entry, known, today)
            if reasons:
                said = " ".join(in_sentence(reason, REASONS) for reason in reasons)
                problems.append(Problem("", row.row, None, "must", "refused", said))
                continue
            kept: Any = records.write_entry(change, entry)
            known = [other for other in known if other.entry_id != kept.entry_id] + [kept]
            (added if before is None else changed).append(name_of(kept))
            _log(change, before, kept)
        change.is_preview = not apply or not (added or changed)
    return RegisterImport(
        len(file.rows), tuple(added), tuple(changed), tuple(sorted(problems, key=lambda p: p.row or 0))
    )


def _read(connection: Any, kind: type[E], person: Person) -> tuple[E, ...]:
    reach = person.reach if kind is RightsRequest else None
    return records.read_entries(connection, kind, person.board_id, reach)


def _require_keeping(person: Person, entry: Entry) -> None:
    if person.may(Right.PRIVACY):
        return
    is_new_request = isinstance(entry, RightsRequest) and entry.entry_id == 0 and entry.school_id is not None
    if not (is_new_request and may_hand_in(person) and person.may(Right.CONTRIBUTE, entry.school_id)):  # type: ignore[union-attr]
        raise NotAllowed(person, Right.PRIVACY)


def _rename(change: Change, person: Person, before: str, after: str) -> None:
    """A party that is called otherwise now is so in every activity."""
    parties = {folded_name(processor.party) for processor in _read(change.connection, Processor, person)}
    if before == after or folded_name(before) in parties:  # another product of the party keeps the name
        return
    for activity in _read(change.connection, Processing, person):
        renamed = tuple(after if folded_name(name) == folded_name(before) else name for name in activity.processors)
        if renamed != activity.processors:
            records.write_entry(change, replace(activity, processors=renamed))


def _log(change: Change, before: Entry | None, after: Entry | None) -> None:
    """What changed, field by field; of a rights request only its number."""
    entry = after or before
    assert entry is not None
    code = AUDIT[type(entry)]
    if isinstance(entry, RightsRequest):
        change.log(code, str(entry.entry_id))
        return
    old, new = _facts(before), _facts(after)
    names = [name for name in {**old, **new} if old.get(name) != new.get(name)]
    change.log(
        code,
        name_of(entry)[:200],
        {name: old[name] for name in names if name in old} if before else None,
        {name: new[name] for name in names if name in new} if after else None,
    )


def _facts(entry: Entry | None) -> dict[str, Any]:
    return {} if entry is None else _JSON[type(entry)].dump_python(entry, mode="json", exclude={"entry_id"})
