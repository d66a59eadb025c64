"""What a signed-in person may read about IBP, and do about norms and measures.

Everybody who may read reads how mature the board is; the privacy officer writes, the chair decides.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Final

from pydantic import TypeAdapter

from planning.core.boards import change_day, read_board
from planning.core.database import Change, Database
from planning.core.refusal import Reason, Refused, refuse
from planning.core.rights import NotAllowed, Person, Right, require
from planning.core.translation import gettext as _
from planning.inventory.fleet.records import read_versions
from planning.organisation.records import read_schools
from planning.privacy import records
from planning.privacy.facts import PrivacyView
from planning.privacy.frameworks import PRIVACY, SECURITY, Norm, frameworks
from planning.privacy.measures import Measure, measure_reasons
from planning.privacy.norm_list import NormList, read_norm_list
from planning.privacy.norms import (
    Ambition,
    Score,
    all_norms,
    level_reasons,
    norm_reasons,
    score_reasons,
    scores_on,
)
from planning.workbooks.apart import read_apart

_AMBITION: Final = TypeAdapter(Ambition)


@dataclass(frozen=True)
class NormImport:
    """What an import of a norm list found, and changed when it was applied."""

    found: NormList
    security: int
    privacy: int
    stated_security: int | None
    stated_privacy: int | None
    changed: int  # norms that differ from what was known
    judged: int  # norms whose level differs from what was known
    before: tuple[Norm, ...]  # the board's own list as it was
    version: int  # the data version that this change made

    @property
    def can_be_applied(self) -> bool:
        """Whether something changes."""
        return bool(self.changed or self.judged)


def privacy_view(person: Person, database: Database) -> PrivacyView:
    """The facts as they are kept now; the same for everybody of the board who may read."""
    require(person, Right.READ)
    board_id = person.board_id
    with database.read(board_id) as connection:
        ambition = records.read_ambition(connection, board_id)
        own = records.read_norms(connection, board_id, ambition.framework) if ambition else ()
        return PrivacyView(
            ambition,
            all_norms(frameworks()[ambition.framework], own) if ambition else (),
            frozenset(norm.code for norm in own),
            records.read_scores(connection, board_id, ambition.framework) if ambition else (),
            records.read_measures(connection, board_id),
            records.read_policy(connection, board_id),
            # counted for the whole board: how up to date the lists are is no secret within it
            frozenset(school.school_id for school in read_schools(connection, board_id, None)),
            read_versions(connection, board_id, None),
            read_board(connection, board_id).stale_after_days,
        )


def choose_framework(person: Person, database: Database, at: datetime, code: str) -> None:
    """Work with a framework, with its own level and date until the chair sets others. Raises Refused."""
    require_either(person, Right.PRIVACY, Right.DECIDE)
    refuse([] if code in frameworks() else [Reason("framework_unknown", "code", {"code": code})])
    chosen = frameworks()[code]
    new = Ambition(code, chosen.target_level, chosen.deadline)
    with database.change(person, at) as change:
        before = records.read_ambition(change.connection, person.board_id)
        records.write_ambition(change, new)
        change.log("privacy_framework", code, _logged(before), _logged(new))


def set_ambition(person: Person, database: Database, at: datetime, target_level: int, deadline: date | None) -> None:
    """Set the level the board wants of every norm, and by when. The chair decides. Raises Refused."""
    require(person, Right.DECIDE)
    refuse(level_reasons(target_level, "target_level"))
    with database.change(person, at) as change:
        before = _ambition(change)
        new = replace(before, target_level=target_level, deadline=deadline)
        records.write_ambition(change, new)
        change.log("privacy_ambition", before.framework, _logged(before), _logged(new))


def import_norms(
    person: Person,
    database: Database,
    at: datetime,
    content: bytes,
    name: str,
    *,
    apply: bool,
    without: Collection[str] = (),
) -> NormImport:
    """Read a norm list into the board's framework, and its levels as judgements of today.

    `apply` False only says what would change; the norms of the codes in `without` are passed over, and so are rows with
    a problem. Norms that are not in the list stay. Raises FileRefused.
    """
    require(person, Right.PRIVACY)
    with database.change(person, at) as change:
        ambition = _ambition(change)
        framework = frameworks()[ambition.framework]
        found = read_apart(read_norm_list, content, name, framework)
        wanted = [norm for norm in found.norms if norm.code not in without]
        before = records.read_norms(change.connection, person.board_id, ambition.framework)
        changed = records.write_norms(change, ambition.framework, wanted)
        today = change_day(change)
        known = scores_on(records.read_scores(change.connection, person.board_id, ambition.framework), today)
        judged = 0
        for norm in wanted:
            level, score = found.levels.get(norm.code), known.get(norm.code)
            if level is not None and (score is None or score.level != level):
                evidence = _("Read from ‘{file}’").format(file=name[:200])
                records.add_score(change, ambition.framework, Score(norm.code, level, today, evidence, ""))
                judged += 1
        facts = {"norms": len(wanted), "changed": changed, "judged": judged}
        change.log("privacy_norms", ambition.framework, None, facts)
        change.is_preview = not apply or not (changed or judged)
    return NormImport(
        found,
        found.count(framework, SECURITY),
        found.count(framework, PRIVACY),
        framework.security_norms,
        framework.privacy_norms,
        changed,
        judged,
        before,
        change.version,
    )


def undo_import(person: Person, database: Database, at: datetime, made: NormImport) -> None:
    """Give the board its own list as it was before an import, and take away the judgements that came with it."""
    require(person, Right.PRIVACY)
    with database.change(person, at) as change:
        framework = _ambition(change).framework
        kept = {norm.code for norm in made.before}
        added = [norm.code for norm in made.found.norms if norm.code not in kept]
        records.remove_norms(change, framework, added)
        records.write_norms(change, framework, made.before)
        records.remove_scores(change, framework, made.version)
        change.log("privacy_norms", framework, {"norms": len(made.found.norms)}, None)


def remove_norm(person: Person, database: Database, at: datetime, code: str) -> None:
    """Take a norm out of the board's own list; a shipped one of that code shows again. Raises Refused."""
    require(person, Right.PRIVACY)
    with database.change(person, at) as change:
        framework = _ambition(change).framework
        own = {norm.code: norm for norm in records.read_norms(change.connection, person.board_id, framework)}
        if code not in own:
            raise Refused(Reason("norm_not_own", None, {"code": code}))
        records.remove_norms(change, framework, [code])
        change.log("privacy_norm", code, {"title": own[code].name_nl, "domain": own[code].domain}, None)


def add_norm(person: Person, database: Database, at: datetime, norm: Norm) -> None:
    """Add a norm of the board's own, or put it in the place of the one with its code. Raises Refused."""
    require(person, Right.PRIVACY)
    with database.change(person, at) as change:
        ambition = _ambition(change)
        refuse(norm_reasons(norm, frameworks()[ambition.framework]))
        records.write_norms(change, ambition.framework, [norm])
        change.log("privacy_norm", norm.code, None, {"title": norm.name_nl, "domain": norm.domain})


def judge(person: Person, database: Database, at: datetime, score: Score) -> None:
    """Give a norm a level, with what shows it; earlier judgements stay. Raises Refused."""
    require(person, Right.PRIVACY)
    with database.change(person, at) as change:
        ambition = _ambition(change)
        own = records.read_norms(change.connection, person.board_id, ambition.framework)
        norms = all_norms(frameworks()[ambition.framework], own)
        refuse(score_reasons(score, norms, change_day(change)))
        known = scores_on(records.read_scores(change.connection, person.board_id, ambition.framework), score.scored_on)
        records.add_score(change, ambition.framework, score)
        before = known.get(score.code)
        change.log("privacy_score", score.code, {"level": before.level} if before else None, {"level": score.level})


def save_measure(person: Person, database: Database, at: datetime, measure: Measure) -> int:
    """Add a measure, or a line to one that says how it is now; returns its number. Raises Refused."""
    require(person, Right.PRIVACY)
    with database.change(person, at) as change:
        ambition = records.read_ambition(change.connection, person.board_id)
        own = records.read_norms(change.connection, person.board_id, ambition.framework) if ambition else ()
        norms = all_norms(frameworks()[ambition.framework], own) if ambition else ()
        codes = {norm.code for norm in norms}
        refuse(measure_reasons(measure, codes, change_day(change)))
        lines = records.read_measures(change.connection, person.board_id)
        mine = [line for line in lines if line.measure_id == measure.measure_id]
        if measure.measure_id is not None and not mine:
            raise Refused(Reason("measure_gone"))
        records.add_measure(change, measure)
        before = {"state": mine[-1].state, "due": str(mine[-1].due)} if mine else None
        change.log("privacy_measure", measure.title[:200], before, {"state": measure.state, "due": str(measure.due)})
    return measure.measure_id or change.version


def _ambition(change: Change) -> Ambition:
    found = records.read_ambition(change.connection, change.board_id)
    if found is None:
        raise Refused(Reason("framework_not_chosen"))
    return found


def require_either(person: Person, first: Right, second: Right, school_id: str | None = None) -> None:
    """Raise NotAllowed unless the person holds one of the rights, for the school where one is named."""
    if not (person.may(first, school_id) or person.may(second, school_id)):
        raise NotAllowed(person, first, school_id)


def _logged(ambition: Ambition | None) -> dict[str, Any] | None:
    return None if ambition is None else _AMBITION.dump_python(ambition, mode="json")
