"""What a signed-in person may read and do about the goals of a year."""

from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import date, datetime

from planning.core.boards import change_day
from planning.core.calendar_file import calendar_file
from planning.core.database import Change, Database
from planning.core.refusal import Reason, Refused, Year, refuse
from planning.core.rights import Person, Right, require
from planning.core.service import own_board
from planning.core.translation import gettext as _
from planning.goals import measures, records
from planning.goals.calendar import events
from planning.goals.changes import (
    goal_reasons,
    judgement_reasons,
    milestone_reasons,
    reason_reasons,
    year_reasons,
)
from planning.goals.plan import (
    CREATED,
    Confidence,
    Course,
    Goal,
    Judgement,
    Milestone,
    MilestoneChange,
    Plan,
    SubGoal,
    copied,
    differences,
)
from planning.goals.reference import shipped_plan
from planning.goals.sources import Sources, read_sources
from planning.ratios.service import RatioView


def years(person: Person, database: Database) -> tuple[int, ...]:
    """The years of the board that have a plan, oldest first."""
    require(person, Right.READ)
    with database.read(person.board_id) as connection:
        return records.read_years(connection, person.board_id)


def plan(person: Person, database: Database, year: int) -> Plan | None:
    """A year as it is now, with its history (Plan.on gives an earlier day); None where nothing is planned yet."""
    require(person, Right.READ)
    with database.read(person.board_id) as connection:
        return records.read_plan(connection, person.board_id, year)


def sources(person: Person, database: Database, facts: RatioView, until: date) -> Sources:
    """What the subjects below know within the person's reach, to measure goals (measures.measured) up to a date."""
    return read_sources(person, database, facts, until)


def calendar(person: Person, database: Database, year: int) -> bytes:
    """The milestones of a year as an iCalendar file; LookupError where the board has no such year."""
    found = plan(person, database, year)
    if found is None:
        raise LookupError(year)
    board = own_board(person, database)
    name = _("Milestones of {year} – {board}").format(year=year, board=board.name)
    return calendar_file(name, events(found, person.board_id))


def begin_year(person: Person, database: Database, at: datetime, year: int, *, with_goals: bool) -> None:
    """Begin a year, with the goals that are shipped or with none. Raises Refused."""
    new = replace(shipped_plan(), year=year) if with_goals else Plan(year, (), (), (), (), (), ())
    _write_year(person, database, at, new, None)


def copy_year(person: Person, database: Database, at: datetime, year: int, to_year: int) -> Plan:
    """Take the goals of a year over into another (plan.copied); returns what was made. Raises Refused."""
    require(person, Right.PLAN)
    found = plan(person, database, year)
    if found is None:
        raise Refused(Reason("no_goals_to_take_over", None, {"year": Year(year)}))
    made = copied(found, to_year)
    _write_year(person, database, at, made, year)
    return made


def save_goal(person: Person, database: Database, at: datetime, year: int, new: Goal) -> Goal:
    """Add a goal (number 0) or give it other words; returns it with its number. Raises Refused."""
    require(person, Right.PLAN)
    refuse(goal_reasons(new))
    with database.change(person, at) as change:
        now = _plan(change, year)
        before = next((goal for goal in now.goals if goal.goal == new.goal), None)
        saved = new if new.goal else replace(new, goal=max((goal.goal for goal in now.goals), default=0) + 1)
        records.write_goal(change, year, saved)
        change.log("goal", saved.title, before and {"title": before.title}, {"year": year, "title": saved.title})
    return saved


def save_sub_goal(person: Person, database: Database, at: datetime, year: int, new: SubGoal) -> SubGoal:
    """Add a sub-goal (number 0) or give it other words or another measure. Raises Refused, LookupError."""
    require(person, Right.PLAN)
    refuse(goal_reasons(new))
    if new.measure and new.measure not in measures.MEASURES:
        raise ValueError(new.measure)
    with database.change(person, at) as change:
        now = _plan(change, year)
        parts = now.parts(now.goal(new.goal).goal)
        before = next((part for part in parts if part.sub_goal == new.sub_goal), None)
        number = new.sub_goal or max((part.sub_goal for part in parts), default=0) + 1
        saved = replace(new, sub_goal=number)
        records.write_sub_goal(change, year, saved)
        change.log("goal", saved.title, before and {"title": before.title}, {"year": year, "title": saved.title})
    return saved


def remove_goal(person: Person, database: Database, at: datetime, year: int, unwanted: Goal | SubGoal) -> None:
    """Take back a goal or sub-goal that nothing hangs on yet. Raises Refused where something does."""
    require(person, Right.PLAN)
    with database.change(person, at) as change:
        now = _plan(change, year)
        if isinstance(unwanted, Goal):
            in_use = bool(now.parts(unwanted.goal))
        else:
            key = (unwanted.goal, unwanted.sub_goal)
            in_use = bool(now.milestones_of(*key)) or now.judged(*key) is not None
        if in_use:
            raise Refused(Reason("goal_in_use", None, {"title": unwanted.title}))
        records.remove_goal(change, year, unwanted)
        change.log("goal", unwanted.title, {"year": year, "title": unwanted.title}, None)


def add_milestone(
    person: Person, database: Database, at: datetime, year: int, new: Milestone, reason: str = ""
) -> Milestone:
    """Add a milestone (its number is given here); returns it with its number. Raises Refused."""
    require(person, Right.PLAN)
    with database.change(person, at) as change:
        return put_milestone(change, year, new, reason)


def put_milestone(change: Change, year: int, new: Milestone, reason: str = "") -> Milestone:
    """The same within a change of another subject, whose own right was asked. Raises Refused."""
    refuse(milestone_reasons(new, year))
    now = _plan(change, year)
    saved = replace(new, milestone=max((m.milestone for m in now.milestones), default=0) + 1)
    _add(change, year, saved, reason)
    change.log("milestone", saved.title, None, {"year": year, "due": saved.due.isoformat()})
    return saved


def change_milestone(
    person: Person, database: Database, at: datetime, year: int, new: Milestone, reason: str, seen: int
) -> Milestone:
    """Change a milestone; returns it as it was. `seen` is the number of log lines the person had before them.

    A reason is asked when the day moves or the milestone is stopped. Raises Refused; also when a colleague changed
    it meanwhile.
    """
    require(person, Right.PLAN)
    with database.change(person, at) as change:
        now = _plan(change, year)
        before = next((m for m in now.milestones if m.milestone == new.milestone), None)
        if before is None:
            raise LookupError(new.milestone)
        log = now.log_of(new.milestone)
        if len(log) != seen:
            raise Refused(Reason("milestone_changed_meanwhile", None, {"name": log[-1].person_name}))
        changed = differences(before, new)
        if not changed:
            raise Refused(Reason("milestone_unchanged"))
        refuse([*milestone_reasons(new, year), *reason_reasons(before, new, reason)])
        records.write_milestone(change, year, new)
        on = change_day(change)
        records.write_log(
            change,
            year,
            (
                MilestoneChange(new.milestone, len(log) + n, on, at, person.name, field, was, became, reason.strip())
                for n, (field, was, became) in enumerate(changed, 1)
            ),
        )
        change.log(
            "milestone",
            before.title,
            {field: was for field, was, _became in changed},
            {field: became for field, _was, became in changed} | ({"reason": reason.strip()} if reason.strip() else {}),
        )
    return before


def judge(
    person: Person,
    database: Database,
    at: datetime,
    year: int,
    part: SubGoal,
    course: Course,
    confidence: Confidence,
    reason: str,
) -> None:
    """Say how a sub-goal goes, how sure one is of it, and why. Earlier judgements stay. Raises Refused."""
    require(person, Right.PLAN)
    refuse(judgement_reasons(reason))
    with database.change(person, at) as change:
        now = _plan(change, year)
        title = f"{now.goal(part.goal).short} · {now.part(part.goal, part.sub_goal).title}"[:200]
        before = now.judged(part.goal, part.sub_goal)
        new = Judgement(
            part.goal,
            part.sub_goal,
            before.line + 1 if before else 1,
            change_day(change),
            at,
            person.name,
            course,
            confidence,
            reason.strip(),
        )
        records.write_judgement(change, year, new)
        change.log("judgement", title, before and _judged(before), _judged(new))


def set_meetings(person: Person, database: Database, at: datetime, year: int, days: Iterable[date]) -> None:
    """Set the days of the board's meetings in a year. Raises Refused."""
    require(person, Right.PLAN)
    wanted = sorted(set(days))
    refuse(
        Reason("meeting_outside_year", "new", {"day": meeting, "year": Year(year)})
        for meeting in wanted
        if meeting.year != year
    )
    with database.change(person, at) as change:
        before = [m for m in records.read_meetings(change.connection, person.board_id) if m.year == year]
        records.write_meetings(change, year, wanted)
        change.log("board_meetings", str(year), [m.isoformat() for m in before], [m.isoformat() for m in wanted])


def _write_year(person: Person, database: Database, at: datetime, new: Plan, origin: int | None) -> None:
    require(person, Right.PLAN)
    refuse(year_reasons(new.year))
    reason = "" if origin is None else _("Taken over from {year}").format(year=origin)
    with database.change(person, at) as change:
        if new.year in records.read_years(change.connection, person.board_id):
            raise Refused(Reason("plan_is_there", None, {"year": Year(new.year)}))
        records.write_year(change, new.year)
        for goal in new.goals:
            records.write_goal(change, new.year, goal)
        for part in new.sub_goals:
            records.write_sub_goal(change, new.year, part)
        for milestone in new.milestones:
            _add(change, new.year, milestone, reason)
        change.log(
            "plan_year",
            str(new.year),
            None,
            {"goals": len(new.goals), "milestones": len(new.milestones), "copied_from": origin},
        )


def _add(change: Change, year: int, new: Milestone, reason: str) -> None:
    records.write_milestone(change, year, new)
    line = MilestoneChange(
        new.milestone, 1, change_day(change), change.at, change.person_name, CREATED, None, new.title, reason.strip()
    )
    records.write_log(change, year, [line])


def _plan(change: Change, year: int) -> Plan:
    found = records.read_plan(change.connection, change.board_id, year)
    if found is None:
        raise LookupError(year)
    return found


def _judged(judgement: Judgement) -> dict[str, str]:
    kept = asdict(judgement)
    return {name: str(kept[name]) for name in ("course", "confidence", "reason")}
