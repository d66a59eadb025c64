"""Sections about the rounds: the money, and the way from the devices short now to those short after them."""

from collections.abc import Mapping

from planning.core.clock import local_day
from planning.core.notation import day, money, month_and_year, number, percent, short_month_and_year
from planning.core.text import name_key
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.report.choice import ReportChoice
from planning.report.model import (
    Cell,
    ChartKind,
    ReportChart,
    ReportColumn,
    ReportFigure,
    ReportPart,
    ReportPoints,
    ReportSection,
    ReportSeries,
    ReportTable,
    SectionKey,
    Tone,
    Unit,
)
from planning.report.sources import ReportSources
from planning.report.words import section_title
from planning.rounds.board_plan import BoardPlan
from planning.rounds.books import books_of, round_money
from planning.rounds.bridge import Bridge, bridges, total
from planning.rounds.choice_rules import round_name
from planning.rounds.decision import (
    PlanDecision,
    compared,
    decision_of,
    difference_in_words,
    forecast,
    gains,
    lacks,
    losses,
    reached_in,
)
from planning.rounds.difference import PlanDifference
from planning.rounds.scenario_plans import ScenarioPlans, running_money
from planning.rounds.service import SchoolPart
from planning.rounds.view import RoundsView

_CHANGES = ("coming", "bought", "stopping", "wanted", "beyond")


def money_section(sources: ReportSources, _choice: ReportChoice) -> ReportSection | None:
    """What there is for every round, and what it means for the books; of the whole board only."""
    view, plans = sources.rounds, sources.plans
    if view is None:
        return None
    if plans is None:
        message = _("There are no rounds to come yet, so there is nothing to say about money.")
        return ReportSection(SectionKey.MONEY, section_title(SectionKey.MONEY), message)
    found = round_money(view, plans)
    names = {one.round_id: round_name(one, view.rounds) for one in view.rounds}
    days = {one.round_id: one.on for one in view.rounds}
    columns = (
        ReportColumn("round", _("Round"), Unit.TEXT, width=2.4),
        ReportColumn("budget", _("Budget"), Unit.EUROS, width=1.2),
        ReportColumn("planned", _("Planned"), Unit.EUROS, is_summed=True, width=1.2),
        ReportColumn("ordered", _("Ordered"), Unit.EUROS, is_summed=True, width=1.2),
        ReportColumn("paid", _("Paid"), Unit.EUROS, is_summed=True, width=1.2),
        ReportColumn("left", _("Left"), Unit.EUROS, "{budget}-{ordered}-{paid}", width=1.2),
    )
    rows = tuple(
        (
            f"{names[one.round_id]} · {short_month_and_year(days[one.round_id])}",
            one.budget,
            one.planned,
            one.committed,
            one.spent,
            one.left,
        )
        for one in found
    )
    sums = [sum(getattr(one, name) for one in found) for name in ("planned", "committed", "spent")]
    note = _(
        "Ordered is not delivered yet, at the price ordered; paid is delivered, at the price paid. "
        "Left is what can still be ordered."
    )
    if view.rules.carry_over:
        note += " " + _("What a round leaves moves on: the budget of the next is shown with it.")
    table = ReportTable(_("Budget for each round"), columns, rows, (_("Together"), None, *sums, None), note)
    chart = ReportChart(
        ChartKind.COLUMNS,
        _("Budget and plan, by round"),
        tuple(short_month_and_year(days[one.round_id]) for one in found),
        (
            ReportSeries(_("budget"), tuple(one.budget for one in found), Tone.QUIET),
            ReportSeries(_("planned"), tuple(one.planned for one in found), Tone.MAIN),
        ),
        Unit.EUROS,
    )
    return ReportSection(
        SectionKey.MONEY,
        section_title(SectionKey.MONEY),
        _money_message(view, plans),
        (),
        (chart, table, *_books(view, plans)),
    )


def _money_message(view: RoundsView, plans: ScenarioPlans) -> str:
    best = plans.best
    text = ngettext(
        "The plan costs {money} in {n} round.", "The plan costs {money} in {n} rounds together.", len(best.rounds)
    )
    told = text.format(money=money(best.cost), n=number(len(best.rounds)))
    running = running_money(view)
    if running is None or not running.budget:
        return told
    used = running.committed + running.spent
    name = round_name(next(one for one in view.rounds if one.round_id == running.round_id), view.rounds)
    text = _("Of the {budget} for {round}, {used} is ordered ({share}).")
    ordered = text.format(
        budget=money(running.budget),
        round=name[:1].lower() + name[1:],
        used=money(used),
        share=percent(used / running.budget),
    )
    return f"{told} {ordered}"


def _books(view: RoundsView, plans: ScenarioPlans) -> list[ReportPart]:
    books = books_of(view, plans)
    columns = (
        ReportColumn("year", _("Year"), Unit.TEXT),
        ReportColumn("invested", _("Invested"), Unit.EUROS, is_summed=True),
        ReportColumn("written", _("Written off"), Unit.EUROS, is_summed=True),
        ReportColumn("value", _("Book value at the end"), Unit.EUROS, width=1.4),
    )
    rows = tuple(
        (str(year), books.invested[year], books.written_off[year], books.book_value[year]) for year in books.years
    )
    text = _("{money} set aside every year pays every round of {first} to {last}.")
    told = text.format(money=money(books.aside), first=min(books.to_pay), last=max(books.to_pay))
    note = _("Linear, from the month of purchase; what is there takes part at the prices of its list.")
    if books.unpriced:
        text = ngettext(
            "Of {n} device the price is not known.", "Of {n} devices the price is not known.", books.unpriced
        )
        note += " " + text.format(n=number(books.unpriced))
    return [told, ReportTable(_("Investment and depreciation"), columns, rows, note=note)]


def plan_section(sources: ReportSources, choice: ReportChoice) -> ReportSection | None:
    """What is short now, what changes that, and the plan that was approved."""
    if sources.rounds is None:
        return _of_schools(sources)
    view, plans = sources.rounds, sources.plans
    parts: list[ReportPart] = []
    decision = decision_of(view, view.approved) if view.approved is not None else None
    message = _("No plan is approved yet.")
    if decision is not None:
        message = _approved_message(decision)
        parts += _approved(view, decision, choice)
    if decision is not None and sources.difference is not None and not sources.difference.is_none:
        text = _("What is best now differs from plan {version}: {difference}. The steps from short now reckon with it.")
        told = text.format(version=number(decision.version.version), difference=difference_in_words(sources.difference))
        parts += (
            [told, ReportPoints(tuple(points))] if (points := _beside_approved(view, sources.difference)) else [told]
        )
    if plans is not None:
        parts += _bridge(view, plans, choice)
    if decision is not None:
        parts.append(_devices(view, decision.plan, choice))
    return ReportSection(
        SectionKey.PLAN,
        section_title(SectionKey.PLAN),
        message,
        _plan_figures(decision) if decision is not None else (),
        tuple(parts),
    )


def _beside_approved(view: RoundsView, found: PlanDifference) -> list[str]:
    """What the plan of now gains and loses beside the approved one on the same facts."""
    name = view.school_name
    expected = [] if view.approved is None else forecast(found, view.approved, view.as_of)
    return [*gains(found, name), *losses(found, name), *expected]


def _approved_message(decision: PlanDecision) -> str:
    plan, n = decision.plan, decision.plan.on_target
    if n == len(plan.schools) > 1:
        text = _(
            "By the approved plan all {n} schools reach their target; the shortage of {day} goes from {before} to "
            "{after}."
        )
    else:
        text = ngettext(
            "By the approved plan {there} of {n} school reaches its target; the shortage of {day} goes from {before} "
            "to {after}.",
            "By the approved plan {there} of {n} schools reach their target; the shortage of {day} goes from {before} "
            "to {after}.",
            n,
        )
    return text.format(
        there=number(n),
        n=number(len(plan.schools)),
        day=day(decision.version.as_of),
        before=number(decision.short_now),
        after=number(plan.rounds[-1].short),
    )


def _plan_figures(decision: PlanDecision) -> tuple[ReportFigure, ...]:
    plan = decision.plan
    rounds = ngettext("in {n} round", "in {n} rounds", len(plan.rounds)).format(n=number(len(plan.rounds)))
    return (
        ReportFigure(_("Devices bought"), decision.devices, Unit.COUNT, rounds),
        ReportFigure(_("Cost of the plan"), plan.cost, Unit.EUROS),
        ReportFigure(
            _("Schools on target after it"), plan.on_target, Unit.COUNT, _("of {n}").format(n=number(len(plan.schools)))
        ),
        ReportFigure(
            _("Devices short after it"),
            plan.rounds[-1].short,
            Unit.COUNT,
            _("{n} on {day}").format(n=number(decision.short_now), day=day(decision.version.as_of)),
        ),
    )


def _approved(view: RoundsView, decision: PlanDecision, choice: ReportChoice) -> list[ReportPart]:
    version, plan = decision.version, decision.plan
    on = day(local_day(version.approved_at))
    if choice.names_people:
        text = _("Plan {version} was approved on {day} by {name}.")
    else:
        text = _("Plan {version} was approved on {day} by the board.")
    told = [text.format(version=number(version.version), day=on, name=version.approved_by)]
    if version.reason:
        told.append(_("Why: {reason}").format(reason=version.reason))
    budgets = version.figures["budgets"]
    names = {one.round_id: round_name(one, view.rounds) for one in view.rounds}
    columns = (
        ReportColumn("round", _("Round"), Unit.TEXT, width=2.4),
        ReportColumn("budget", _("Budget"), Unit.EUROS, is_summed=True, width=1.2),
        ReportColumn("replace", _("Replace"), Unit.COUNT, is_summed=True),
        ReportColumn("expand", _("Expand"), Unit.COUNT, is_summed=True),
        ReportColumn("cost", _("Amount"), Unit.EUROS, is_summed=True, width=1.2),
        ReportColumn("short", _("Short after it"), Unit.COUNT, width=1.2),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            " · ".join(part for part in (names.get(r.round_id, ""), month_and_year(r.on)) if part),
            budgets[str(r.round_id)],
            r.replaced,
            r.expanded,
            r.cost,
            r.short,
        )
        for r in plan.rounds
    )
    moved = version.figures.get("moved_in", 0)
    if moved > 0:
        rows = ((_("Left of earlier rounds"), moved, 0, 0, 0, None), *rows)
    sums: tuple[Cell, ...] = (
        _("Together"),
        moved + sum(budgets[str(r.round_id)] for r in plan.rounds),
        sum(r.replaced for r in plan.rounds),
        sum(r.expanded for r in plan.rounds),
        plan.cost,
        None,
    )
    name = view.school_name
    points = [
        *gains(decision.difference, name),
        *lacks(plan, version.figures["left_out"], name, view.rounds),
        *losses(decision.difference, name),
        *compared(decision),
    ]
    note = _("As expected on {day}, when it was made.").format(day=day(version.as_of))
    table = ReportTable(_("The approved plan, round by round"), columns, rows, sums, note)
    return [" ".join(told), table, ReportPoints(tuple(points))]


def _bridge(view: RoundsView, plans: ScenarioPlans, choice: ReportChoice) -> list[ReportPart]:
    """From short now to short after the last round by what is best now: as on the page of the rounds."""
    place = plans.case.shown - 1
    found = bridges(view, plans.best, place)
    whole = total(found.values())
    last = view.to_come[place]
    names = (_("On its way"), _("Bought"), _("Counts no longer"), _("Needed more"), _("Spare"))
    chart = ReportChart(
        ChartKind.BRIDGE,
        _("Devices short, from now to after {round}").format(round=_in_sentence(round_name(last, view.rounds))),
        (_("Short now"), *names, _("Short then")),
        (ReportSeries(_("Devices"), (whole.short_now, *whole.changes, whole.short_then)),),
        Unit.COUNT,
    )
    columns = (
        ReportColumn("school", _("School"), Unit.TEXT, width=2.4),
        ReportColumn("now", _("Short now"), Unit.COUNT, is_summed=True),
        *(
            ReportColumn(key, name, Unit.CHANGE, is_summed=True)
            for key, name in zip(_CHANGES, names, strict=True)
        ),
        ReportColumn("then", _("Short then"), Unit.COUNT, "{now}+" + "+".join(f"{{{key}}}" for key in _CHANGES),
                     is_summed=True),
    )  # fmt: skip
    schools = [key for key in _worst_first(view, found) if choice.has(key)]
    rows: tuple[tuple[Cell, ...], ...] = tuple((view.school_name(key), *_of(found[key])) for key in schools)
    shown = total(found[key] for key in schools)
    note = _("A row adds up from left to right. What a school has beyond its target helps no other school.")
    table = ReportTable(_("From short now to short then, by school"), columns, rows, (_("Together"), *_of(shown)), note)
    return [chart, table]


def _of(one: Bridge) -> tuple[int, ...]:
    return one.short_now, *one.changes, one.short_then


def _worst_first(view: RoundsView, found: Mapping[str, Bridge]) -> list[str]:
    return sorted(found, key=lambda key: (-found[key].short_now, name_key(view.school_name(key))))


def _devices(view: RoundsView, plan: BoardPlan, choice: ReportChoice) -> ReportTable:
    ids = [r.round_id for r in plan.rounds]
    keys = [f"round{at}" for at in range(len(ids))]
    columns = (
        ReportColumn("school", _("School"), Unit.TEXT, width=3.1),
        *(
            ReportColumn(key, short_month_and_year(r.on), Unit.COUNT, is_summed=True)
            for key, r in zip(keys, plan.rounds, strict=True)
        ),
        ReportColumn("all", _("Together"), Unit.COUNT, "+".join(f"{{{key}}}" for key in keys), is_summed=True),
        ReportColumn("reached", _("On target in"), Unit.TEXT, width=1.6),
    )
    rows: list[tuple[Cell, ...]] = []
    counts: list[list[int]] = []
    for school in plan.schools:
        if choice.has(school.school_id):
            bought = [plan.bought(school.school_id, key) for key in ids]
            counts.append([*bought, sum(bought)])
            rows.append((view.school_name(school.school_id), *counts[-1], reached_in(plan, school.reached)))
    sums = [sum(column) for column in zip(*counts, strict=True)] or [0] * (len(ids) + 1)
    return ReportTable(
        _("Devices for each school by the approved plan"), columns, tuple(rows), (_("Together"), *sums, None)
    )


def _of_schools(sources: ReportSources) -> ReportSection:
    """The part of the approved plan that is about these schools."""
    title = section_title(SectionKey.PLAN)
    if not sources.parts:
        return ReportSection(SectionKey.PLAN, title, _("No plan is approved yet."))
    parts = [_part(sources, part) for part in sources.parts]
    bought = sum(p.count for part in sources.parts for p in part.plan.purchases)
    first = sources.parts[0]
    text = ngettext(
        "The approved plan buys {n} device in {r} rounds; on target: {when}.",
        "The approved plan buys {n} devices in {r} rounds; on target: {when}.",
        bought,
    )
    reached = {reached_in(part.plan, school.reached) for part in sources.parts for school in part.plan.schools}
    message = text.format(n=number(bought), r=number(len(first.plan.rounds)), when=", ".join(sorted(reached)))
    return ReportSection(SectionKey.PLAN, title, message, (), tuple(parts))


def _part(sources: ReportSources, part: SchoolPart) -> ReportTable:
    plan = part.plan
    known = {one.round_id: round_name(one, part.rounds) for one in part.rounds}
    columns = (
        ReportColumn("round", _("Round"), Unit.TEXT, width=2.4),
        ReportColumn("devices", _("Devices"), Unit.COUNT, is_summed=True),
        ReportColumn("cost", _("Amount"), Unit.EUROS, is_summed=True),
        ReportColumn("short", _("Short after it"), Unit.COUNT),
    )
    [school] = plan.schools or (None,)
    names = [f"{known.get(one.round_id, '')} · {month_and_year(one.on)}" for one in plan.rounds]
    counts = [sum(purchase.count for purchase in plan.of_round(one.round_id)) for one in plan.rounds]
    cents = [sum(p.count * p.price_cents for p in plan.of_round(one.round_id)) for one in plan.rounds]
    short = school.short if school else (None,) * len(names)
    rows = tuple(zip(names, counts, cents, short, strict=True))
    sums = (_("Together"), sum(counts), sum(cents), None)
    name = next((s.name for s in sources.ratios.schools if school and s.school_id == school.school_id), "")
    title = _("The approved plan for {school}").format(school=name)
    return ReportTable(title, columns, rows, sums)


def _in_sentence(name: str) -> str:
    return name[:1].lower() + name[1:]
