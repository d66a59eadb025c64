"""One call of every function that reads or changes a board, with what it needs to succeed for whoever may."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any
from unittest.mock import patch

from planning.choices import service as choices
from planning.choices.model import SchoolMeans
from planning.competences import service as competences
from planning.competences import workshop_service as workshop
from planning.competences.workshop import Competence
from planning.core import account_service, backup_service, mail_service, mailing
from planning.core import personal_data_service as personal_data
from planning.core import service as core
from planning.core.boards import Board, add_board
from planning.core.database import Database
from planning.core.mail import MailServer
from planning.core.migration import migrate
from planning.core.refusal import Refused
from planning.core.rights import Person, Right, Role, operator
from planning.feed import service as data_feeds
from planning.goals import service as goals
from planning.goals.plan import Confidence, Course, Goal, State, SubGoal
from planning.inventory import service as inventory
from planning.inventory import upkeep_service as upkeep
from planning.inventory.memory import service as memory
from planning.inventory.words.cell_words import DeviceModel
from planning.organisation import reminder_service as school_mail
from planning.organisation import service as organisation
from planning.organisation.counts import PupilCount
from planning.privacy import (
    acceleration_service,
    attitude_service,
    incident_service,
    policy_service,
    register_service,
)
from planning.privacy import service as privacy
from planning.privacy.acceleration import QuestionLogLine
from planning.privacy.incident_steps import IncidentDescription, IncidentReport
from planning.privacy.norm_list import NormList
from planning.privacy.norms import Score
from planning.privacy.policy import PolicyVersion
from planning.privacy.registers import Processing, Processor, RightsRequest
from planning.quality_teams import feed_service, request_service, team_service, visit_service
from planning.quality_teams import service as quality_teams
from planning.quality_teams.model import Member, Team
from planning.ratios import service as ratios
from planning.report import service as reports
from planning.rounds import ordering_service, swap_service
from planning.rounds import service as rounds
from planning.rounds.model import Delivery, Order, PlanningRules, Round, Scenario, SchoolChoice, Swap
from planning.systems import service as systems
from planning.systems.functions import FunctionChoice
from planning.systems.model import SystemLine
from tests.access.things import (
    BOARD,
    CHOICE_YEAR,
    DISCOVERED,
    LIST,
    NEW_SCHOOL,
    NO_KEY,
    NORMS,
    NOW,
    OTHER_BOARD,
    PARTIES,
    PUPILS,
    SCHOOLS,
    SYSTEMS,
    TODAY,
    Things,
    activity,
    measure,
    norm,
    offer,
    own_value,
    question,
    report_choice,
    rights_request,
    variant,
    vision,
    whole_report,
)
from tests.making import workbook


def _forget_somebody(who: Person, database: Database) -> None:
    """Whoever may is told that nobody is called so: what these calls change is undone, so that nobody left yet."""
    with suppress(Refused):
        personal_data.forget_person(who, database, NOW, "niemand")


def _new_person(who: Person) -> Person:
    return Person("nieuw", who.board_id, "Iemand Nieuw", Role.READER)


def _ratios(who: Person, database: Database, some: Things) -> ratios.RatioView:
    """What a page would have at hand; for whoever may not even read it, somebody else's."""
    return ratios.ratio_view(who, database) if who.may(Right.READ) else some.view.ratios


def _set_scale(who: Person, database: Database, _some: Things) -> None:
    with suppress(Refused):  # the example's board adopted its scale, so nobody may choose another any more
        workshop.set_scale(who, database, NOW, "four")


@cache
def _small() -> tuple[Database, bytes]:
    """A database of its own, with both boards and nothing in them, and a backup of it."""
    database = Database("sqlite://")
    migrate(database)
    for board_id in (BOARD, OTHER_BOARD):
        add_board(database, Board(board_id, board_id, True, TODAY, 4.0, 0.1, 180))
    return database, backup_service.make_backup(operator(BOARD), database, NOW)


def mailed(who: Person, database: Database, school_id: str) -> int:
    """A message to the coordinators of a school, as if a mail server were set."""
    with (
        patch.object(mailing, "mail_server", lambda: MailServer("mail.example", 587, False, "vlootplan@example.nl")),
        patch.object(school_mail, "_coordinators", lambda _who, _database: {school_id: ("anna",)}),
    ):
        return school_mail.remind_school(who, database, NOW, school_id, "Uw lijst", "Wilt u haar inleveren?")


Call = Callable[[Person, Database, Things], Any]
CALLS: dict[str, Call] = {
    "core.service.own_board": lambda who, db, s: core.own_board(who, db),
    "core.service.set_board": lambda who, db, s: core.set_board(who, db, NOW, stale_after_days=200),
    "core.service.choose_language": lambda who, db, s: core.choose_language(who, db, NOW, "en"),
    "core.service.people": lambda who, db, s: core.people(who, db),
    "core.service.colleagues": lambda who, db, s: core.colleagues(who, db),
    "core.service.save_person": lambda who, db, s: core.save_person(who, db, NOW, _new_person(who)),
    "core.service.add_people": lambda who, db, s: core.add_people(who, db, NOW, [_new_person(who)]),
    "core.service.remove_people": lambda who, db, s: core.remove_people(
        who, db, NOW, [Person(s.colleague, who.board_id, "ICT-coördinator", Role.SCHOOL_ICT)]
    ),
    "core.personal_data_service.export_person": lambda who, db, s: personal_data.export_person(who, db, who.person_id),
    "core.personal_data_service.departed": lambda who, db, s: personal_data.departed(who, db),
    "core.personal_data_service.forget_person": lambda who, db, s: _forget_somebody(who, db),
    "core.account_service.own_sessions": lambda who, db, s: account_service.own_sessions(who, db),
    "core.account_service.end_own_sessions": lambda who, db, s: account_service.end_own_sessions(who, db, NOW),
    "core.account_service.access_requests": lambda who, db, s: account_service.access_requests(who, db),
    "core.account_service.approve_request": lambda who, db, s: account_service.approve_request(
        who, db, NOW, s.stranger, Person("", "", "Vera", Role.READER)
    ),
    "core.account_service.decline_request": lambda who, db, s: account_service.decline_request(
        who, db, NOW, s.stranger
    ),
    "core.service.who_changed": lambda who, db, s: core.who_changed(who, db, 0),
    "core.service.audit": lambda who, db, s: core.audit(who, db),
    "core.backup_service.make_backup": lambda who, db, s: len(backup_service.make_backup(who, _small()[0], NOW)),
    "core.backup_service.contents": lambda who, db, s: backup_service.contents(who, _small()[0]),
    "core.backup_service.look_into": lambda who, db, s: backup_service.look_into(who, *_small(), "kopie"),
    "core.backup_service.restore_backup": lambda who, db, s: backup_service.restore_backup(
        who, _small()[0], NOW, _small()[1], "kopie"
    ),
    "organisation.service.schools": lambda who, db, s: organisation.schools(who, db),
    "organisation.service.find_school": lambda who, db, s: organisation.find_school(who, db, s.school),
    "organisation.service.pupil_counts": lambda who, db, s: organisation.pupil_counts(who, db),
    "organisation.service.own_forecasts": lambda who, db, s: organisation.own_forecasts(who, db),
    "organisation.service.forecast_method": lambda who, db, s: organisation.forecast_method(who, db),
    "organisation.service.pupil_forecast": lambda who, db, s: organisation.pupil_forecast(who, db),
    "organisation.service.import_duo": lambda who, db, s: organisation.import_duo(who, db, NOW, PUPILS, apply=True),
    "organisation.service.import_pupils": lambda who, db, s: organisation.import_pupils(
        who, db, NOW, PUPILS, apply=True
    ),
    "organisation.service.import_at_hand": lambda who, db, s: organisation.import_at_hand(who, db, NOW, apply=True),
    "organisation.service.save_school": lambda who, db, s: organisation.save_school(who, db, NOW, NEW_SCHOOL),
    "organisation.service.remove_school": lambda who, db, s: organisation.remove_school(who, db, NOW, NEW_SCHOOL),
    "organisation.service.import_schools": lambda who, db, s: organisation.import_schools(
        who, db, NOW, SCHOOLS, apply=True
    ),
    "organisation.service.set_count": lambda who, db, s: organisation.set_count(
        who, db, NOW, PupilCount(s.school, date(2017, 10, 1), 211, "hand")
    ),
    "organisation.service.remove_count": lambda who, db, s: organisation.remove_count(
        who, db, NOW, s.school, date(2017, 10, 1)
    ),
    "organisation.service.set_own_forecast": lambda who, db, s: organisation.set_own_forecast(
        who, db, NOW, s.school, date(2018, 10, 1), 200
    ),
    "organisation.service.set_own_target": lambda who, db, s: organisation.set_own_target(who, db, NOW, s.school, 3.0),
    "organisation.service.kinds": lambda who, db, s: organisation.kinds(who, db),
    "organisation.service.set_kind": lambda who, db, s: organisation.set_kind(who, db, NOW, "laptop", 5, 500_00),
    "inventory.service.fleets": lambda who, db, s: inventory.fleets(who, db),
    "inventory.service.history": lambda who, db, s: inventory.history(who, db, s.school),
    "inventory.service.lots": lambda who, db, s: inventory.lots(who, db, s.school, 1),
    "inventory.service.preview": lambda who, db, s: inventory.preview(who, db, s.school, LIST, "lijst.xlsx", TODAY),
    "inventory.service.previews": lambda who, db, s: inventory.previews(who, db, s.school, LIST, "lijst.xlsx", TODAY),
    "inventory.service.confirm": lambda who, db, s: inventory.confirm(who, db, NOW, s.preview),
    "inventory.service.confirm (shared)": lambda who, db, s: inventory.confirm(who, db, NOW, s.preview, share=True),
    "inventory.service.confirm_all": lambda who, db, s: inventory.confirm_all(who, db, NOW, [s.preview]),
    "inventory.service.restore": lambda who, db, s: inventory.restore(who, db, NOW, s.school, 1),
    "inventory.upkeep_service.change_lot": lambda who, db, s: upkeep.change_lot(
        who, db, NOW, s.school, s.inventory, upkeep.LotChange(0, "broken", TODAY)
    ),
    "inventory.upkeep_service.filled_template": lambda who, db, s: upkeep.filled_template(who, db, s.school),
    "inventory.upkeep_service.check": lambda who, db, s: upkeep.check(who, db, NOW, s.school, s.inventory),
    "inventory.upkeep_service.merge": lambda who, db, s: upkeep.merge(
        who, db, NOW, s.school, s.inventory, [upkeep.Duplicate("brand", *s.makes)]
    ),
    "inventory.upkeep_service.board_duplicates": lambda who, db, s: upkeep.board_duplicates(who, db),
    "inventory.upkeep_service.merge_everywhere": lambda who, db, s: upkeep.merge_everywhere(
        who, db, NOW, [upkeep.Duplicate("brand", *s.makes)]
    ),
    "inventory.upkeep_service.take_back": lambda who, db, s: upkeep.take_back(who, db, NOW, s.school, s.inventory),
    "inventory.upkeep_service.ask_schools": lambda who, db, s: upkeep.ask_schools(who, db, NOW, date(2018, 6, 1)),
    "inventory.memory.service.remembered_for": lambda who, db, s: memory.remembered_for(who, db, s.school),
    "inventory.memory.service.all_remembered": lambda who, db, s: memory.all_remembered(who, db),
    "inventory.memory.service.explain_model": lambda who, db, s: memory.explain_model(
        who, db, NOW, s.school, "Stroom 12", DeviceModel("HP", "Stream 12", "laptop")
    ),
    "inventory.memory.service.keep_choice": lambda who, db, s: memory.keep_choice(who, db, NOW, s.choice),
    "inventory.memory.service.forget": lambda who, db, s: memory.forget(who, db, NOW, s.choice),
    "ratios.service.ratio_view": lambda who, db, s: ratios.ratio_view(who, db),
    "ratios.service.like_sized": lambda who, db, s: ratios.like_sized(who, db, TODAY, s.school),
    "ratios.service.publish": lambda who, db, s: ratios.publish(who, db, NOW, TODAY),
    "ratios.service.published": lambda who, db, s: ratios.published(who, db),
    "rounds.service.rounds_view": lambda who, db, s: rounds.rounds_view(who, db, _ratios(who, db, s), TODAY),
    "rounds.service.school_part": lambda who, db, s: rounds.school_part(who, db, _ratios(who, db, s), TODAY, s.school),
    "rounds.service.save_round": lambda who, db, s: rounds.save_round(who, db, NOW, Round(0, date(2023, 1, 2), 1)),
    "rounds.service.remove_round": lambda who, db, s: rounds.remove_round(who, db, NOW, s.round),
    "rounds.service.set_price": lambda who, db, s: rounds.set_price(who, db, NOW, s.plan_round, "laptop", 500_00),
    "rounds.service.save_rules": lambda who, db, s: rounds.save_rules(who, db, NOW, PlanningRules(worst_first=True)),
    "rounds.service.save_choice": lambda who, db, s: rounds.save_choice(
        who, db, NOW, SchoolChoice(s.school, set_size=2)
    ),
    "rounds.service.save_scenario": lambda who, db, s: rounds.save_scenario(who, db, NOW, Scenario(0, "Anders")),
    "rounds.service.remove_scenario": lambda who, db, s: rounds.remove_scenario(who, db, NOW, s.scenario),
    "rounds.service.withdraw": lambda who, db, s: rounds.withdraw(who, db, NOW, s.plan),
    "rounds.service.approve": lambda who, db, s: rounds.approve(who, db, NOW, s.view, s.plans, s.version),
    "rounds.ordering_service.place_orders": lambda who, db, s: ordering_service.place_orders(
        who, db, NOW, s.plan_round, "Leverancier"
    ),
    "rounds.ordering_service.order_for": lambda who, db, s: ordering_service.order_for(
        who, db, NOW, [Order(0, 2, 1, s.school, "chromebook", "Leverancier", 1, 272_00, TODAY)]
    ),
    "rounds.ordering_service.book_delivery": lambda who, db, s: ordering_service.book_delivery(
        who, db, NOW, Delivery(0, s.order, 1, TODAY, 272_00)
    ),
    "rounds.ordering_service.remove_delivery": lambda who, db, s: ordering_service.remove_delivery(
        who, db, NOW, s.delivery
    ),
    "rounds.swap_service.swaps": lambda who, db, s: swap_service.swaps(who, db, s.school),
    "rounds.swap_service.handed_in": lambda who, db, s: swap_service.handed_in(who, db, s.school),
    "rounds.swap_service.book_swap": lambda who, db, s: swap_service.book_swap(
        who, db, NOW, Swap(0, s.school, s.order, "NIEUW1", "", False, True)
    ),
    "rounds.swap_service.take_swap_back": lambda who, db, s: swap_service.take_swap_back(
        who, db, NOW, s.school, s.swap
    ),
    "rounds.ordering_service.give_up_rest": lambda who, db, s: ordering_service.give_up_rest(
        who, db, NOW, s.order, "Niet meer leverbaar"
    ),
    "rounds.ordering_service.expect_rest": lambda who, db, s: ordering_service.expect_rest(
        who, db, NOW, s.closed_order
    ),
    "goals.service.years": lambda who, db, s: goals.years(who, db),
    "goals.service.plan": lambda who, db, s: goals.plan(who, db, s.year),
    "goals.service.sources": lambda who, db, s: goals.sources(who, db, _ratios(who, db, s), TODAY),
    "goals.service.calendar": lambda who, db, s: goals.calendar(who, db, s.year),
    "goals.service.begin_year": lambda who, db, s: goals.begin_year(who, db, NOW, 2021, with_goals=True),
    "goals.service.copy_year": lambda who, db, s: goals.copy_year(who, db, NOW, s.year, 2019),
    "goals.service.save_goal": lambda who, db, s: goals.save_goal(who, db, NOW, s.year, Goal(0, "Nog een", "nog")),
    "goals.service.save_sub_goal": lambda who, db, s: goals.save_sub_goal(
        who, db, NOW, s.year, SubGoal(s.goal.goal, 0, "Een deel")
    ),
    "goals.service.remove_goal": lambda who, db, s: goals.remove_goal(who, db, NOW, s.year, s.goal),
    "goals.service.add_milestone": lambda who, db, s: goals.add_milestone(
        who, db, NOW, s.year, replace(s.milestone, milestone=0, state=State.NOT_STARTED, evidence=""), "Erbij"
    ),
    "goals.service.change_milestone": lambda who, db, s: goals.change_milestone(
        who, db, NOW, s.year, replace(s.milestone, title="Anders"), "Omdat", s.seen
    ),
    "goals.service.judge": lambda who, db, s: goals.judge(
        who, db, NOW, s.year, s.part, Course.LATE, Confidence.LOW, "Te weinig tijd"
    ),
    "goals.service.set_meetings": lambda who, db, s: goals.set_meetings(who, db, NOW, 2018, [date(2018, 6, 5)]),
    "competences.service.competences_view": lambda who, db, s: competences.competences_view(who, db),
    "competences.service.form": lambda who, db, s: competences.form(who, db, s.school, TODAY),
    "competences.service.read_scan": lambda who, db, s: competences.read_scan(
        who, db, NOW, s.school, [("a.xlsx", workbook([["Leermateriaal kiezen"], *([3] for _ in range(6))]))], TODAY
    ),
    "competences.service.confirm_scan": lambda who, db, s: competences.confirm_scan(who, db, NOW, s.scan),
    "competences.service.remove_scan": lambda who, db, s: competences.remove_scan(who, db, NOW, s.school, s.scanned_on),
    "competences.workshop_service.save_vision": lambda who, db, s: workshop.save_vision(
        who, db, NOW, "Anders", s.vision
    ),
    "competences.workshop_service.remove_vision": lambda who, db, s: workshop.remove_vision(who, db, NOW, s.vision),
    "competences.workshop_service.add_ideas": lambda who, db, s: workshop.add_ideas(who, db, NOW, "Iets nieuws"),
    "competences.workshop_service.remove_ideas": lambda who, db, s: workshop.remove_ideas(who, db, NOW, s.ideas),
    "competences.workshop_service.merge": lambda who, db, s: workshop.merge(who, db, NOW, s.ideas, "Iets kunnen"),
    "competences.workshop_service.split": lambda who, db, s: workshop.split(who, db, NOW, s.competence),
    "competences.workshop_service.add_from_framework": lambda who, db, s: workshop.add_from_framework(
        who, db, NOW, [s.framework]
    ),
    "competences.workshop_service.save_competences": lambda who, db, s: workshop.save_competences(
        who, db, NOW, [Competence(s.competence, "Anders kunnen", points=1, wanted=2)]
    ),
    "competences.workshop_service.set_scale": _set_scale,
    "competences.workshop_service.adopt": lambda who, db, s: workshop.adopt(
        who, db, NOW, TODAY, ["own-1" if s.competence != NO_KEY else NO_KEY]
    ),
    "competences.workshop_service.save_offer": lambda who, db, s: workshop.save_offer(who, db, NOW, offer()),
    "competences.workshop_service.remove_offer": lambda who, db, s: workshop.remove_offer(who, db, NOW, s.offer),
    "quality_teams.service.teams_view": lambda who, db, s: quality_teams.teams_view(who, db),
    "quality_teams.team_service.save_team": lambda who, db, s: team_service.save_team(
        who, db, NOW, Team(s.team, "Anders")
    ),
    "quality_teams.team_service.remove_team": lambda who, db, s: team_service.remove_team(who, db, NOW, s.team),
    "quality_teams.team_service.save_member": lambda who, db, s: team_service.save_member(
        who, db, NOW, Member(s.member, s.team, "i-Coach 9")
    ),
    "quality_teams.team_service.remove_member": lambda who, db, s: team_service.remove_member(who, db, NOW, s.member),
    "quality_teams.visit_service.book": lambda who, db, s: visit_service.book(
        who, db, NOW, replace(s.visit, day=date(2018, 5, 24))
    ),
    "quality_teams.visit_service.change_visit": lambda who, db, s: visit_service.change_visit(
        who, db, NOW, replace(s.visit, minutes=90)
    ),
    "quality_teams.visit_service.put_back": lambda who, db, s: visit_service.put_back(
        who, db, NOW, replace(s.visit, sequence=s.visit.sequence - 1)
    ),
    "quality_teams.visit_service.take_back": lambda who, db, s: visit_service.take_back(who, db, NOW, s.visit.visit_id),
    "quality_teams.request_service.ask": lambda who, db, s: request_service.ask(
        who, db, NOW, s.school, "advice", "Wie helpt ons?"
    ),
    "quality_teams.request_service.withdraw": lambda who, db, s: request_service.withdraw(who, db, NOW, s.request),
    "quality_teams.request_service.decline": lambda who, db, s: request_service.decline(
        who, db, NOW, s.request, "Volgend jaar"
    ),
    "quality_teams.request_service.reopen": lambda who, db, s: request_service.reopen(who, db, NOW, s.declined),
    "quality_teams.feed_service.feed_token": lambda who, db, s: feed_service.feed_token(who, db),
    "quality_teams.feed_service.open_feed": lambda who, db, s: feed_service.open_feed(who, db, NOW),
    "quality_teams.feed_service.close_feed": lambda who, db, s: feed_service.close_feed(who, db, NOW),
    "core.mail_service.mailings": lambda who, db, s: mail_service.mailings(who, db, "school_mail"),
    "core.mail_service.stop_mailing": lambda who, db, s: mail_service.stop_mailing(who, db, NO_KEY),
    "core.mail_service.close_mailing": lambda who, db, s: mail_service.close_mailing(who, db, NO_KEY),
    "organisation.reminder_service.coordinators_reached": lambda who, db, s: school_mail.coordinators_reached(who, db),
    "organisation.reminder_service.remind_school": lambda who, db, s: mailed(who, db, s.school),
    "feed.service.data_feed": lambda who, db, s: data_feeds.data_feed(who, db),
    "feed.service.open_data_feed": lambda who, db, s: data_feeds.open_data_feed(who, db, NOW),
    "feed.service.close_data_feed": lambda who, db, s: data_feeds.close_data_feed(who, db, NOW),
    "privacy.service.privacy_view": lambda who, db, s: privacy.privacy_view(who, db),
    "privacy.service.choose_framework": lambda who, db, s: privacy.choose_framework(who, db, NOW, "normenkader_fo"),
    "privacy.service.set_ambition": lambda who, db, s: privacy.set_ambition(who, db, NOW, 4, date(2019, 1, 1)),
    "privacy.service.import_norms": lambda who, db, s: privacy.import_norms(
        who, db, NOW, NORMS, "normen.xlsx", apply=True
    ),
    "privacy.service.undo_import": lambda who, db, s: privacy.undo_import(
        who, db, NOW, privacy.NormImport(NormList((), (), {}), 0, 0, None, None, 0, 0, (), 0)
    ),
    "privacy.service.remove_norm": lambda who, db, s: privacy.remove_norm(who, db, NOW, s.norm),
    "privacy.service.add_norm": lambda who, db, s: privacy.add_norm(who, db, NOW, norm("x")),
    "privacy.service.judge": lambda who, db, s: privacy.judge(
        who, db, NOW, Score(s.norm, 2, TODAY, "Rollenmatrix", "Bestuursvoorzitter")
    ),
    "privacy.service.save_measure": lambda who, db, s: privacy.save_measure(
        who, db, NOW, replace(measure(), measure_id=s.measure, state="doing")
    ),
    "privacy.policy_service.save_policy": lambda who, db, s: policy_service.save_policy(
        who, db, NOW, PolicyVersion(s.policy, "IBP-beleid", "Kort", "", "Anders", date(2018, 4, 20))
    ),
    "privacy.policy_service.adopt_policy": lambda who, db, s: policy_service.adopt_policy(
        who, db, NOW, s.policy, TODAY
    ),
    "privacy.policy_service.record_consent": lambda who, db, s: policy_service.record_consent(
        who, db, NOW, s.policy, TODAY
    ),
    "privacy.attitude_service.attitude_view": lambda who, db, s: attitude_service.attitude_view(who, db),
    "privacy.attitude_service.add_activity": lambda who, db, s: attitude_service.add_activity(
        who, db, NOW, activity(s.school), [s.school]
    ),
    "privacy.attitude_service.remove_activity": lambda who, db, s: attitude_service.remove_activity(
        who, db, NOW, s.activity
    ),
    "privacy.attitude_service.save_answers": lambda who, db, s: attitude_service.save_answers(
        who, db, NOW, s.school, "staff", TODAY, {"S1": (0, 0, 5, 5)}
    ),
    "privacy.incident_service.incidents": lambda who, db, s: incident_service.incidents(who, db),
    "privacy.incident_service.incident_steps": lambda who, db, s: incident_service.incident_steps(who, db, s.incident),
    "privacy.incident_service.report": lambda who, db, s: incident_service.report(
        who, db, NOW, IncidentReport(s.school, DISCOVERED, "Laptop kwijt")
    ),
    "privacy.incident_service.take_step": lambda who, db, s: incident_service.take_step(
        who, db, NOW, s.incident, IncidentDescription(DISCOVERED, "Laptop kwijt in de trein")
    ),
    "privacy.register_service.entries": lambda who, db, s: register_service.entries(who, db, Processing),
    "privacy.register_service.entries (requests)": lambda who, db, s: register_service.entries(who, db, RightsRequest),
    "privacy.register_service.save (a request)": lambda who, db, s: register_service.save(
        who, db, NOW, rights_request(s.school, "Nog een")
    ),
    "privacy.register_service.save (an answer)": lambda who, db, s: register_service.save(
        who, db, NOW, replace(rights_request(s.school, "Nog een"), entry_id=s.rights_request, answered_on=TODAY)
    ),
    "privacy.register_service.save": lambda who, db, s: register_service.save(
        who, db, NOW, Processor("Partij van nu", entry_id=s.entry)
    ),
    "privacy.register_service.remove": lambda who, db, s: register_service.remove(
        who, db, NOW, Processor("Partij van nu", entry_id=s.entry)
    ),
    "privacy.register_service.import_entries": lambda who, db, s: register_service.import_entries(
        who, db, NOW, Processor, PARTIES, "partijen.xlsx", apply=True
    ),
    "privacy.acceleration_service.acceleration_questions": (
        lambda who, db, s: acceleration_service.acceleration_questions(who, db)
    ),
    "privacy.acceleration_service.board_names": lambda who, db, s: acceleration_service.board_names(who, db),
    "privacy.acceleration_service.save_question": lambda who, db, s: acceleration_service.save_question(
        who, db, NOW, replace(question(), board_id=who.board_id, question_id=s.question)
    ),
    "rounds.service.school_rounds": lambda who, db, s: rounds.school_rounds(
        who, db, _ratios(who, db, s), TODAY, s.school
    ),
    "choices.service.choices_view": lambda who, db, s: choices.choices_view(who, db, _ratios(who, db, s)),
    "choices.service.save_means": lambda who, db, s: choices.save_means(
        who, db, NOW, SchoolMeans(s.school, CHOICE_YEAR, 0, 20_000_00)
    ),
    "choices.service.remove_means": lambda who, db, s: choices.remove_means(who, db, NOW, s.school, CHOICE_YEAR),
    "choices.service.save_variant": lambda who, db, s: choices.save_variant(
        who, db, NOW, _ratios(who, db, s), TODAY, variant(s.school, "Nog een")
    ),
    "choices.service.restore_variants": lambda who, db, s: choices.restore_variants(
        who, db, NOW, s.school, CHOICE_YEAR, ()
    ),
    "choices.service.choose": lambda who, db, s: choices.choose(
        who, db, NOW, s.school, CHOICE_YEAR, 1, "Toch", vision(who, db)
    ),
    "choices.service.vision_statements": lambda who, db, s: choices.vision_statements(who, db),
    "choices.service.take_over": lambda who, db, s: choices.take_over(who, db, NOW, s.school, CHOICE_YEAR),
    "choices.service.take_back": lambda who, db, s: choices.take_back(who, db, NOW, s.school),
    "choices.service.set_value": lambda who, db, s: choices.set_value(who, db, NOW, own_value()),
    "choices.service.drop_value": lambda who, db, s: choices.drop_value(
        who, db, NOW, "teacher_cost", own_value().since
    ),
    "privacy.acceleration_service.log_step": lambda who, db, s: acceleration_service.log_step(
        who, db, NOW, s.question, QuestionLogLine(TODAY, "idea", "")
    ),
    "report.service.report_content": lambda who, db, s: reports.report_content(who, db, NOW, TODAY, report_choice()),
    "report.service.reports": lambda who, db, s: reports.reports(who, db),
    "report.service.report_file": lambda who, db, s: reports.report_file(who, db, s.report, "pdf"),
    "report.service.keep_report": lambda who, db, s: reports.keep_report(who, db, NOW, whole_report()),
    "report.service.remove_report": lambda who, db, s: reports.remove_report(who, db, NOW, s.report),
    "report.service.put_back_report": lambda who, db, s: reports.put_back_report(
        who, db, NOW, whole_report(s.report + 1_000)
    ),
    "report.service.share_report": lambda who, db, s: reports.share_report(who, db, NOW, s.report, is_shared=True),
    "systems.service.systems_view": lambda who, db, s: systems.systems_view(who, db),
    "systems.service.save_lines": lambda who, db, s: systems.save_lines(
        who, db, NOW, [SystemLine(s.school, "mdm", "Nog een systeem")]
    ),
    "systems.service.remove_lines": lambda who, db, s: systems.remove_lines(who, db, NOW, [s.system]),
    "systems.service.put_back": lambda who, db, s: systems.put_back(who, db, NOW, [(None, s.system)]),
    "systems.service.import_lines": lambda who, db, s: systems.import_lines(
        who, db, NOW, SYSTEMS, "systemen.xlsx", apply=True
    ),
    "systems.service.save_function": lambda who, db, s: systems.save_function(
        who, db, NOW, FunctionChoice(s.function, "ground", "Anders", is_used=True)
    ),
    "systems.service.reset_function": lambda who, db, s: systems.reset_function(who, db, NOW, s.function),
    "systems.service.plan_step": lambda who, db, s: systems.plan_step(
        who, db, NOW, s.year, replace(s.milestone, milestone=0, state=State.NOT_STARTED, evidence=""), "las"
    ),
}
"""By module and name below planning; between brackets what is tried of it."""
