"""A report says what the screens say, and no more than whom it is for may read."""

import json
import re
from dataclasses import replace

import pytest

from planning.core.database import Database
from planning.core.notation import number, one_in
from planning.core.translation import use_language
from planning.goals.sentences import goals_answer
from planning.goals.standing import standings
from planning.ratios.service import ratio_view
from planning.report.choice import AUDIENCE_NAMES, SECTIONS_OF, ReportChoice, choice_reasons, default_choice
from planning.report.content import MAKERS, report_of
from planning.report.model import Audience, ReportTable, SectionKey, to_json
from planning.rounds.books import round_money
from planning.rounds.bridge import bridges, total
from planning.rounds.decision import decision_of
from tests.conftest import NOW
from tests.report.conftest import CHAIR, SCHOOL, Made


def table(section: object, title: str) -> ReportTable:
    return next(one for one in section.tables if one.title.startswith(title))  # type: ignore[attr-defined]


def test_where_schools_stand_is_what_the_ratios_say(made: Made, example: Database) -> None:
    report, _sources = made()
    ratio = ratio_view(CHAIR, example).on(NOW.date())
    section = report.section(SectionKey.STANDING)
    known = {one.label: one.value for one in section.figures}
    assert known["Leerlingen per device"] == ratio.pupils_per_device
    assert (known["Scholen op doel"], known["Devices tekort"]) == (ratio.on_target, ratio.shortage)
    found = table(section, "Scholen naast")
    assert found.total is not None
    assert found.total[1:4] == (ratio.pupils, ratio.countable, ratio.pupils_per_device)
    assert {row[0]: row[6] for row in found.rows} == {school.name: school.shortage for school in ratio.schools}
    assert number(ratio.shortage) in section.message
    assert one_in(ratio.pupils_per_device) in section.message


def test_money_bridge_and_plan_are_those_of_the_rounds(made: Made) -> None:
    report, sources = made()
    view, plans = sources.rounds, sources.plans
    assert view is not None
    assert plans is not None
    budget = table(report.section(SectionKey.MONEY), "Budget per ronde")
    assert [row[1:] for row in budget.rows] == [
        (one.budget, one.planned, one.committed, one.spent, one.left) for one in round_money(view, plans)
    ]
    plan = report.section(SectionKey.PLAN)
    whole = total(bridges(view, plans.best, plans.case.shown - 1).values())
    bridge = table(plan, "Van tekort nu")
    assert bridge.total == ("Samen", whole.short_now, *whole.changes, whole.short_then)
    assert all(sum(row[1:-1]) == row[-1] for row in bridge.rows)  # type: ignore[arg-type]
    assert view.approved is not None
    decision = decision_of(view, view.approved)
    assert [one.value for one in plan.figures][:2] == [decision.devices, decision.plan.cost]


def test_goals_stand_as_on_their_page(made: Made) -> None:
    report, sources = made()
    assert sources.plan is not None
    found = standings(sources.plan, sources.as_of)
    told = goals_answer(sources.plan, found, sources.as_of).replace("**", "")
    assert report.section(SectionKey.GOALS).message == told
    rows = table(report.section(SectionKey.GOALS), "Hoe de doelen").rows
    assert [row[2:4] for row in rows] == [(one.done, one.planned) for one in found]


def test_a_chart_says_in_words_all_that_it_shows(made: Made) -> None:
    report, _sources = made()
    [chart, *_rest] = report.section(SectionKey.STANDING).charts
    school = made()[1].ratio.schools[0]
    assert f"{school.name}: {one_in(school.pupils_per_device)}" in chart.alt
    assert chart.alt.endswith("doel van het bestuur: 1\u00a0op\u00a04.")
    assert "tekort" in chart.alt  # what a colour means is said


def test_a_report_for_a_school_is_about_that_school_only(made: Made, example: Database) -> None:
    report, sources = made(Audience.SCHOOL)
    told = json.dumps(to_json(report), ensure_ascii=False)
    others = [one.name for one in ratio_view(CHAIR, example).schools if one.school_id != SCHOOL]
    assert sources.rounds is None
    assert [name for name in others if re.search(rf"\b{re.escape(name)}\b", told)] == []
    assert report.section(SectionKey.PLAN).tables[0].total is not None


def test_the_council_reads_no_names_of_people_and_nothing_of_incidents(made: Made) -> None:
    report, sources = made(Audience.COUNCIL)
    told = json.dumps(to_json(report), ensure_ascii=False)
    assert sources.rounds is not None
    assert sources.rounds.approved is not None
    assert sources.rounds.approved.approved_by in json.dumps(to_json(made()[0]), ensure_ascii=False)
    assert sources.rounds.approved.approved_by not in told
    assert "72 uur" not in told
    with pytest.raises(LookupError):
        report.section(SectionKey.LEARNING)


def test_nobody_reads_in_which_school_an_incident_was(made: Made) -> None:
    report, sources = made()
    incident = next(signal for signal in sources.signals() if signal.code == "incident")
    names = {school.school_id: school.name for school in sources.ratios.schools}
    rows = [row for row in report.section(SectionKey.ATTENTION).tables[0].rows if row[0] == "IBP"]
    assert rows[0][1] == "Van 1 incident lopen de 72 uur."
    assert not any(names[incident.schools[0]] in str(row[1]) for row in rows)


def test_tables_show_the_schools_that_were_chosen_and_the_group_stays_whole(made: Made) -> None:
    whole, sources = made()
    few = report_of(sources, replace(default_choice(Audience.SUPERVISORS, "nl"), schools=(SCHOOL,)))
    assert len(table(few.section(SectionKey.STANDING), "Scholen naast").rows) == 1
    assert few.section(SectionKey.STANDING).message == whole.section(SectionKey.STANDING).message


def test_an_english_report_holds_no_dutch_sentence(made: Made) -> None:
    report, _sources = made(language="en")
    use_language("en")
    told = " ".join(one.message for one in report.sections if one.key is not SectionKey.LEARNING)
    assert "schools reach their target" in told
    assert not re.search(r"\b(scholen|van de|niet|het|een)\b", re.sub("‘.*?’", "", told))


def test_every_section_has_a_maker_and_an_audience_a_name() -> None:
    assert set(MAKERS) == set(SectionKey) == set(SECTIONS_OF[Audience.SUPERVISORS])
    assert set(AUDIENCE_NAMES) == set(SECTIONS_OF) == set(Audience)


@pytest.mark.parametrize(
    ("choice", "code"),
    [
        (ReportChoice(Audience.COUNCIL, ()), "report_empty"),
        (ReportChoice(Audience.SCHOOL, (SectionKey.STANDING,)), "report_without_school"),
        (ReportChoice(Audience.SCHOOL, (SectionKey.STANDING,), ("99ZZ99",)), "report_school_unknown"),
        (ReportChoice(Audience.COUNCIL, (SectionKey.STANDING,), foreword="x" * 3_001), "foreword_too_long"),
        (ReportChoice(Audience.COUNCIL, (SectionKey.STANDING,), decisions=("x" * 301,)), "decisions_too_long"),
        (ReportChoice(Audience.COUNCIL, (SectionKey.STANDING,), language="fr"), "report_language"),
    ],
)
def test_what_cannot_be_chosen_is_refused(choice: ReportChoice, code: str) -> None:
    assert [reason.code for reason in choice_reasons(choice, {SCHOOL})] == [code]
