"""What a report is made of: the views of every subject, within the reach of whom it is for, read at one moment."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from planning.attention.choices import choice_signals
from planning.attention.devices import device_signals
from planning.attention.goals import goal_signals
from planning.attention.privacy import TermsView, privacy_signals, terms_view
from planning.attention.rounds import round_signals
from planning.attention.signal import Signal, in_order
from planning.attention.systems import system_signals
from planning.attention.teams import team_signals
from planning.choices.service import choices_view
from planning.choices.view import ChoicesView
from planning.circles.contribution_service import contributions
from planning.circles.model import Contribution
from planning.circles.rules import is_of_kind
from planning.circles.service import circle_marks
from planning.competences.service import CompetencesView
from planning.core.boards import Board, Kind
from planning.core.clock import board_day, board_moment
from planning.core.database import Database
from planning.core.rights import Person, Right, Role
from planning.core.service import own_board
from planning.goals import service as goals
from planning.goals.measures import Measurements, measured
from planning.goals.plan import Plan, since_day, year_in_force
from planning.partners.service import PartnersView, partners_view
from planning.privacy.attitude_service import AttitudeView
from planning.privacy.facts import PrivacyView
from planning.quality_teams.service import TeamsView
from planning.ratios.rules import GroupRatio
from planning.ratios.service import RatioView, ratio_view
from planning.rounds.board_plan import BoardPlan, from_json
from planning.rounds.case import missing_for_a_plan
from planning.rounds.difference import PlanDifference, difference_of
from planning.rounds.scenario_plans import ScenarioPlans, compute
from planning.rounds.service import SchoolPart, school_part
from planning.rounds.solver.planner import NoPlan
from planning.rounds.view import RoundsView
from planning.systems.service import SystemsView, systems_view


@dataclass(frozen=True)
class ReportSources:
    """All views of one moment; what the reader may not see is None or empty."""

    board: Board
    as_of: date
    moment: datetime
    reader: Person
    ratios: RatioView
    ratio: GroupRatio
    rounds: RoundsView | None  # None: the report is of some schools
    approved: BoardPlan | None
    plans: ScenarioPlans | None  # what is best now
    parts: tuple[SchoolPart, ...]  # of the approved plan, of the schools the report is about
    plan: Plan | None  # the goals in force
    measured: Measurements
    since: date  # the last meeting of the board
    before: GroupRatio
    competences: CompetencesView
    teams: TeamsView
    privacy: PrivacyView
    attitude: AttitudeView
    choices: ChoicesView
    systems: SystemsView
    terms: TermsView
    partners: tuple[PartnersView, ...]
    networks: tuple[tuple[str, tuple[Contribution, ...]], ...]  # what the board itself brought in, by network

    @property
    def is_whole(self) -> bool:
        """Whether it is about the whole board."""
        return self.reader.reach is None

    @property
    def difference(self) -> PlanDifference | None:
        """Between the approved plan and what is best now."""
        return None if self.rounds is None or self.plans is None else difference_of(self.rounds, self.plans)

    def signals(self) -> tuple[Signal, ...]:
        """What asks for attention, worst first."""
        policy = self.privacy.policy if self.is_whole else ()
        found: list[Signal] = [
            *device_signals(self.ratios, self.as_of),
            *goal_signals(self.plan if self.is_whole else None, self.as_of),
            *team_signals(self.teams, self.as_of),
            *privacy_signals(self.terms, self.moment, self.as_of, policy),
            *system_signals(self.systems, self.as_of),
        ]
        if self.rounds is not None and not missing_for_a_plan(self.rounds):
            found += round_signals(self.rounds, self.approved, self.difference)
            found += choice_signals(self.choices, self.as_of.year)
        return in_order(found)


def of_schools(person: Person, schools: frozenset[str]) -> Person:
    """Somebody who reaches these schools only: what a report of a school may hold, by the rights of every service."""
    return replace(person, role=Role.SCHOOL_ICT, school_ids=schools)


def read_sources(
    person: Person, database: Database, at: datetime, as_of: date, *, hindsight: bool = False
) -> ReportSources:
    """The views within a person's reach on a reference date; without `hindsight` with what was known then."""
    with database.read(person.board_id):  # one moment for all of them
        board = own_board(person, database)
        looks_back = as_of < board_day(board, at) and not hindsight
        ratios = ratio_view(person, database, as_of if looks_back else None)
        year = year_in_force(goals.years(person, database), as_of)
        kept = goals.plan(person, database, year) if year is not None else None
        sources = goals.sources(person, database, ratios, as_of)
        choices = choices_view(person, database, ratios).on(as_of)
        systems = systems_view(person, database)
        systems = (systems.known_on(as_of) if looks_back else systems).on(as_of)
        terms = terms_view(person, database)
        parts = () if person.reach is None else _parts(person, database, ratios, as_of)
    plan = kept.on(as_of) if kept is not None else None
    since = since_day(plan.meetings if plan else (), as_of)
    return ReportSources(
        board=board,
        as_of=as_of,
        moment=board_moment(board, at),
        reader=person,
        ratios=ratios,
        ratio=ratios.on(as_of),
        rounds=sources.rounds,
        approved=_approved(sources.rounds),
        plans=_plans(sources.rounds),
        parts=parts,
        plan=plan,
        measured=measured(sources, ratios.on, plan.year, as_of) if plan else {},
        since=since,
        before=ratios.on(since),
        competences=sources.competences,
        teams=sources.teams,
        privacy=sources.privacy,
        attitude=sources.attitude,
        choices=choices,
        systems=systems,
        terms=terms,
        partners=_partners(person, database),
        networks=_networks(person, database),
    )


def _parts(person: Person, database: Database, ratios: RatioView, as_of: date) -> tuple[SchoolPart, ...]:
    found = (school_part(person, database, ratios, as_of, school.school_id) for school in ratios.schools)
    return tuple(part for part in found if part is not None)


def _approved(rounds: RoundsView | None) -> BoardPlan | None:
    return from_json(rounds.approved.figures["plan"]) if rounds is not None and rounds.approved else None


def _plans(rounds: RoundsView | None) -> ScenarioPlans | None:
    if rounds is None or missing_for_a_plan(rounds):
        return None
    try:
        return compute(rounds)
    except NoPlan:
        return None


def _partners(person: Person, database: Database) -> tuple[PartnersView, ...]:
    if not person.may(Right.TOGETHER):
        return ()
    views = (partners_view(person, database, circle_id) for circle_id in _circles(person, database, Kind.PARTNERSHIP))
    return tuple(view for view in views if view.seat.is_member)


def _networks(person: Person, database: Database) -> tuple[tuple[str, tuple[Contribution, ...]], ...]:
    """By network what the own board brought in, each thing as it is in force."""
    if not person.may(Right.TOGETHER):
        return ()
    found = []
    for circle_id in _circles(person, database, Kind.NETWORK):
        own = tuple(one for one in contributions(person, database, circle_id) if one.owner == person.board_id)
        if own:
            found.append((circle_id, own))
    return tuple(found)


def _circles(person: Person, database: Database, kind: Kind) -> list[str]:
    return [mark.circle_id for mark in circle_marks(person, database) if is_of_kind(mark.circle_id, kind)]
