"""What a signed-in person may read and do about the systems of schools.

Group ICT keeps them all; a school's coordinator fills in the lines of the own school.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from typing import Any, Final

from planning.core.boards import change_day
from planning.core.database import Change, Database
from planning.core.refusal import Reason, Refused, Year, in_sentence, refuse
from planning.core.rights import NotAllowed, Person, Right, require
from planning.goals.plan import Milestone
from planning.goals.records import read_plan
from planning.goals.service import put_milestone
from planning.organisation.records import School, read_counts, read_schools
from planning.privacy.register_records import read_entries
from planning.privacy.register_service import reads_registers
from planning.privacy.registers import Processor
from planning.systems import records
from planning.systems.functions import FunctionChoice, function_reasons, functions_of, next_own_code
from planning.systems.history import is_known_on, lines_on
from planning.systems.list_file import read_lines
from planning.systems.model import HarmonisingStep, PastLine, SystemFunction, SystemLine, SystemsColumn
from planning.systems.reasons import line_key, line_reasons
from planning.systems.words import REASONS
from planning.workbooks.apart import read_apart
from planning.workbooks.model import Problem
from planning.workbooks.readers import said_otherwise

LineChange = tuple[SystemLine | None, SystemLine | None]
"""A line as it was (None: it was not there) and as it is now (None: it went)."""
_TOLD_ONE_BY_ONE: Final = 3


@dataclass(frozen=True)
class SystemsView:
    """The systems within a person's reach, and what they are held against."""

    schools: tuple[School, ...]
    functions: tuple[SystemFunction, ...]
    lines: tuple[SystemLine, ...]
    pupils: tuple[tuple[str, date, int], ...]  # school, count date, pupils; oldest first
    processors: tuple[Processor, ...] | None  # None: the person does not read the registers
    steps: tuple[HarmonisingStep, ...]
    choices: tuple[FunctionChoice, ...] = ()  # what the board chose for functions
    past: tuple[PastLine, ...] = ()  # what was known of lines before they changed, by line and day

    def on(self, day: date) -> "SystemsView":
        """The same with the lines as they are known to have been on a day."""
        known = self._functions  # what was said of a function that went since, is of no function
        lines = tuple(line for line in lines_on(self.lines, self.past, day) if line.function in known)
        return replace(self, lines=lines)

    def known_on(self, day: date) -> "SystemsView":
        """The same with only the lines that were kept by the end of a day."""
        return replace(
            self,
            lines=tuple(line for line in self.lines if is_known_on(line, day)),
            past=tuple(one for one in self.past if is_known_on(one.line, day)),
        )

    def past_of(self, line_id: int) -> tuple[PastLine, ...]:
        """What was known of one line before, oldest first."""
        return tuple(one for one in self.past if one.line.line_id == line_id)

    def function(self, code: str) -> SystemFunction:
        """A function by its code. Raises LookupError."""
        return self._functions[code]

    def school_name(self, school_id: str) -> str:
        """The name of a school within reach. Raises LookupError."""
        return self._names[school_id]

    def pupils_on(self, day: date) -> dict[str, int]:
        """By school the last count up to a day."""
        return {school_id: total for school_id, counted_on, total in self.pupils if counted_on <= day}

    def columns(self, day: date) -> tuple[SystemsColumn, ...]:
        """A column for every school within reach, by name, with the pupils of a day."""
        pupils = self.pupils_on(day)
        by_school: dict[str, list[SystemLine]] = {}
        for line in self.lines:
            by_school.setdefault(line.school_id, []).append(line)
        return tuple(
            SystemsColumn(
                school.school_id,
                school.name,
                tuple(by_school.get(school.school_id, ())),
                pupils.get(school.school_id),
            )
            for school in self.schools
        )

    @cached_property
    def _functions(self) -> dict[str, SystemFunction]:
        return {function.code: function for function in self.functions}

    @cached_property
    def _names(self) -> dict[str, str]:
        return {school.school_id: school.name for school in self.schools}


@dataclass(frozen=True)
class SystemsImport:
    """What an import of a list found, and changed when it was applied."""

    rows: int
    empty: int  # rows in which nothing was filled in yet
    added: int
    changed: int
    schools: tuple[str, ...]  # those of which something is added or changed, by name
    problems: tuple[Problem, ...]
    changes: tuple[LineChange, ...]  # to undo it


def may_fill_in(person: Person, school_id: str | None = None) -> bool:
    """Whether this person keeps lines of systems, of one school where one is named."""
    return person.may(Right.MANAGE, school_id) or person.may(Right.CONTRIBUTE, school_id)


def systems_view(person: Person, database: Database) -> SystemsView:
    """The systems within a person's reach, as they are kept now."""
    require(person, Right.READ)
    board_id, reach = person.board_id, person.reach
    with database.read(board_id) as connection:
        counts = read_counts(connection, board_id, reach)
        choices = records.read_choices(connection, board_id)
        return SystemsView(
            read_schools(connection, board_id, reach),
            functions_of(choices),
            records.read_lines(connection, board_id, reach),
            tuple(zip(counts["school_id"], counts["count_date"], counts["total"], strict=True)),
            read_entries(connection, Processor, board_id) if reads_registers(person) else None,
            records.read_steps(connection, board_id) if reach is None else (),
            choices,
            records.read_past(connection, board_id, reach),
        )


def save_lines(person: Person, database: Database, at: datetime, lines: Sequence[SystemLine]) -> tuple[LineChange, ...]:
    """Add lines or change them, all or none; returns each as it was and as it is kept. Raises NotAllowed and Refused.

    A line of a school or function that the board does not have is refused.
    """
    for line in lines:
        _require_filling_in(person, line.school_id)
    with database.change(person, at) as change:
        done = _write(change, person, lines)
        _log(change, done)
    return done


def remove_lines(
    person: Person, database: Database, at: datetime, lines: Sequence[SystemLine]
) -> tuple[LineChange, ...]:
    """Take lines away, all or none; returns them to put back. Raises NotAllowed, and Refused where one is gone."""
    for line in lines:
        _require_filling_in(person, line.school_id)
    with database.change(person, at) as change:
        _there(change, person, *lines)
        done: tuple[LineChange, ...] = tuple((line, None) for line in lines)
        for line in lines:
            records.remove_line(change, line)
        records.keep_past(change, done, change_day(change))
        _log(change, done)
    return done


def put_back(person: Person, database: Database, at: datetime, changes: Sequence[LineChange]) -> None:
    """Undo changes: what was added goes, what was changed or went is as it was. Raises NotAllowed and Refused."""
    for before, after in changes:
        for line in (before, after):
            if line is not None:
                _require_filling_in(person, line.school_id)
    with database.change(person, at) as change:
        _there(change, person, *(after for _before, after in changes if after is not None))
        added = [after for before, after in changes if before is None and after is not None]
        for after in added:
            records.remove_line(change, after)
        records.keep_past(change, [(after, None) for after in added], change_day(change))
        _write(change, person, [before for before, _after in changes if before is not None])
        _log(change, [(after, before) for before, after in changes])


def import_lines(
    person: Person, database: Database, at: datetime, content: bytes, name: str, *, apply: bool
) -> SystemsImport:
    """Read lines from a workbook by its headings; `apply` False only says what would change.

    A row about a line that is known changes it, an empty cell leaves what is there. Raises NotAllowed and FileRefused.
    """
    if not may_fill_in(person):
        raise NotAllowed(person, Right.CONTRIBUTE)
    with database.read(person.board_id) as connection:
        schools = read_schools(connection, person.board_id, person.reach)
        functions = functions_of(records.read_choices(connection, person.board_id))
    file = read_apart(read_lines, content, name, schools, functions)
    problems = list(file.problems)
    with database.change(person, at) as change:
        today = change_day(change)
        by_school: dict[str, dict[tuple[str, ...], SystemLine]] = {}
        for line in records.read_lines(change.connection, person.board_id, person.reach):
            by_school.setdefault(line.school_id, {})[line_key(line)] = line
        wanted: list[LineChange] = []
        for row in file.rows:
            fresh = SystemLine(school_id=row.school_id, function=row.function, **row.values)
            known = by_school.setdefault(row.school_id, {})
            before = known.get(line_key(fresh))
            line = fresh if before is None else replace(before, **said_otherwise(row.values, before))
            if line == before:
                continue
            reasons = line_reasons(line, (), today)
            if reasons:
                said = " ".join(in_sentence(reason, REASONS) for reason in reasons)
                problems.append(Problem("", row.row, None, "must", "refused", said))
                continue
            known[line_key(line)] = line
            wanted.append((before, line))
        kept = records.write_lines(change, _recorded((line for _before, line in wanted if line is not None), today))
        done: tuple[LineChange, ...] = tuple(
            (before, line) for (before, _wanted), line in zip(wanted, kept, strict=True)
        )
        if done:
            records.keep_past(change, done, today)
            _log(change, done)
        change.is_preview = not apply or not done
    touched = {line.school_id for line in kept}
    return SystemsImport(
        len(file.rows),
        file.empty,
        sum(before is None for before, _line in done),
        sum(before is not None for before, _line in done),
        tuple(school.name for school in schools if school.school_id in touched),
        tuple(sorted(problems, key=lambda one: one.row or 0)),
        done,
    )


def save_function(person: Person, database: Database, at: datetime, new: FunctionChoice) -> FunctionChoice:
    """Name a function, or say whether it is kept track of; code "" adds one. Raises NotAllowed and Refused."""
    require(person, Right.MANAGE)
    with database.change(person, at) as change:
        choices = records.read_choices(change.connection, person.board_id)
        known = functions_of(choices)
        choice = replace(new, code=new.code or next_own_code(known), name=new.name.strip())
        if new.code and all(function.code != new.code for function in known):
            raise Refused(Reason("system_function_gone"))
        refuse(function_reasons(choice, known))
        before = next((one for one in choices if one.code == choice.code), None)
        records.write_choice(change, choice)
        change.log("system_function", choice.code, before and _told(before), _told(choice))
    return choice


def reset_function(person: Person, database: Database, at: datetime, code: str) -> None:
    """Let a function be as shipped; one that the board added goes. Raises NotAllowed, and Refused while in use."""
    require(person, Right.MANAGE)
    with database.change(person, at) as change:
        before = next(
            (one for one in records.read_choices(change.connection, person.board_id) if one.code == code), None
        )
        if before is None:
            raise Refused(Reason("system_function_gone"))
        if code.startswith("own-"):
            lines = records.read_lines(change.connection, person.board_id, None)
            used = sum(line.function == code for line in lines)
            if used:
                raise Refused(Reason("function_in_use", None, {"n": used}))
        records.remove_choice(change, code)
        change.log("system_function", code, _told(before), None)


def plan_step(
    person: Person,
    database: Database,
    at: datetime,
    year: int,
    new: Milestone,
    function: str,
    system: str = "",
) -> HarmonisingStep:
    """Make a harmonising step a milestone of the goal plan, in one transaction. Raises NotAllowed and Refused.

    `system` is the one to go to; a milestone has a log from its first day, so a step is stopped there and not undone.
    """
    require(person, Right.PLAN)
    with database.change(person, at) as change:
        found = read_plan(change.connection, person.board_id, year)
        if found is None:
            raise Refused(Reason("step_without_plan", None, {"year": Year(year)}))
        if all((part.goal, part.sub_goal) != (new.goal, new.sub_goal) for part in found.sub_goals):
            raise Refused(Reason("step_without_sub_goal", "part"))
        known = functions_of(records.read_choices(change.connection, person.board_id))
        if all(one.code != function for one in known):
            raise Refused(Reason("system_function_gone"))
        milestone = put_milestone(change, year, new)
        step = records.write_step(change, HarmonisingStep(function, system, year, milestone.milestone))
        change.log("system_step", function, None, {"system": system, "due": milestone.due.isoformat(), "year": year})
    return step


def _require_filling_in(person: Person, school_id: str) -> None:
    if not may_fill_in(person, school_id):
        raise NotAllowed(person, Right.CONTRIBUTE, school_id)


def _there(change: Change, person: Person, *lines: SystemLine) -> None:
    """Refuse where one of these lines is not of its school, or not there any more."""
    known = {line.line_id: line for line in records.read_lines(change.connection, person.board_id, person.reach)}
    for line in lines:
        found = known.get(line.line_id)
        if found is None or found.school_id != line.school_id:
            raise Refused(Reason("system_line_gone", None, {"name": line.system}))


def _write(change: Change, person: Person, lines: Sequence[SystemLine]) -> tuple[LineChange, ...]:
    today = change_day(change)
    schools = {school.school_id for school in read_schools(change.connection, person.board_id, person.reach)}
    functions = {function.code for function in functions_of(records.read_choices(change.connection, person.board_id))}
    by_school: dict[str, dict[int, SystemLine]] = {}
    before: dict[int, SystemLine] = {}
    for known in records.read_lines(change.connection, person.board_id, None):
        by_school.setdefault(known.school_id, {})[known.line_id] = known
        before[known.line_id] = known
    added: dict[str, list[SystemLine]] = {}
    reasons: list[Reason] = []
    for line in lines:
        if line.school_id not in schools:
            raise LookupError(line.school_id)
        if line.line_id in before and before[line.line_id].school_id != line.school_id:
            raise Refused(Reason("system_line_gone", None, {"name": line.system}))  # a number of another school
        if line.function not in functions:
            raise Refused(Reason("system_function_gone", "function"))
        own = [*by_school.get(line.school_id, {}).values(), *added.get(line.school_id, ())]
        reasons += line_reasons(line, own, today)
        if not line.line_id:
            added.setdefault(line.school_id, []).append(replace(line, line_id=-1))
    refuse(dict.fromkeys(reasons))
    kept = records.write_lines(change, _recorded(lines, today))
    done = tuple((before.get(line.line_id), line) for line in kept)
    records.keep_past(change, done, today)
    return done


def _recorded(lines: Iterable[SystemLine], today: date) -> list[SystemLine]:
    """Lines with the day on which each was first kept."""
    return [line if line.line_id else replace(line, recorded_on=today) for line in lines]


def _log(change: Change, done: Sequence[LineChange]) -> None:
    """What changed: of a few lines field by field, of many how many each school has."""
    if len(done) <= _TOLD_ONE_BY_ONE:
        for before, after in done:
            line = after or before
            assert line is not None
            old, new = _facts(before), _facts(after)
            names = [name for name in {**old, **new} if old.get(name) != new.get(name)]
            change.log(
                "system_line",
                f"{line.school_id} {line.system}"[:200],
                {name: old[name] for name in names if name in old} if before else None,
                {name: new[name] for name in names if name in new} if after else None,
            )
        return
    counts: dict[str, dict[str, int]] = {}
    for before, after in done:
        line = after or before
        assert line is not None
        what = "added" if before is None else "removed" if after is None else "changed"
        of_school = counts.setdefault(line.school_id, {})
        of_school[what] = of_school.get(what, 0) + 1
    for school_id, told in counts.items():
        change.log("system_lines", school_id, None, told)


def _facts(line: SystemLine | None) -> dict[str, Any]:
    if line is None:
        return {}
    facts = records.LINE_JSON.dump_python(line, mode="json", exclude={"line_id", "school_id", "recorded_on"})
    return {name: value for name, value in facts.items() if value not in (None, "", [])}


def _told(choice: FunctionChoice) -> Mapping[str, Any]:
    return {"name": choice.name, "group": choice.group, "is_used": choice.is_used}
