"""What a board has that every function can read or change; and the same by keys that no board has."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time

from planning.choices import service as choices
from planning.choices.figures import OwnValue
from planning.choices.model import SchoolMeans, Variant
from planning.competences import service as competences
from planning.competences import workshop_service as workshop
from planning.competences.offers import Offer
from planning.core import account_service
from planning.core.account_rules import AccountClaims
from planning.core.database import Database
from planning.core.paths import EXAMPLES
from planning.core.rights import Person, Right, Role
from planning.goals import service as goals
from planning.goals.plan import Goal, Milestone, SubGoal
from planning.inventory import service as inventory
from planning.inventory.guidance import GONE, Guidance, StandingChoice
from planning.inventory.memory import service as memory
from planning.inventory.words.cell_words import DeviceModel
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
from planning.privacy.acceleration import AccelerationQuestion
from planning.privacy.attitude import Activity
from planning.privacy.incident_steps import IncidentReport
from planning.privacy.measures import Measure
from planning.privacy.norms import Norm
from planning.privacy.policy import PolicyVersion
from planning.privacy.registers import Processor, RightsRequest
from planning.quality_teams import request_service, team_service, visit_service
from planning.quality_teams import service as quality_teams
from planning.quality_teams.model import Member, Team, Visit, VisitState
from planning.ratios import service as ratios
from planning.report import service as reports
from planning.report.choice import ReportChoice
from planning.report.model import Audience, SectionKey
from planning.report.records import ReportVersion, WholeReport
from planning.rounds import ordering_service, swap_service
from planning.rounds import service as rounds
from planning.rounds.model import Delivery, Order, Round, Swap
from planning.rounds.scenario_plans import ScenarioPlans, compute
from planning.rounds.view import RoundsView
from planning.systems import service as systems
from planning.systems.functions import FunctionChoice
from planning.systems.model import SystemLine
from tests.making import sheets, workbook

NOW = datetime(2018, 5, 1, 12, 0, tzinfo=UTC)
TODAY = date(2018, 5, 1)
BOARD, OTHER_BOARD, NO_BOARD = "47920", "44397", "99999"
SCHOOL, NO_SCHOOL, NO_KEY, NO_NUMBER = "03UZ00", "99ZZ99", "nergens", 987_654
YEAR = 2018
CHOICE_YEAR = 2019
DISCOVERED = datetime(2018, 4, 30, 8, 0, tzinfo=UTC)
PUPILS = (EXAMPLES / "duo" / "leerlingen-2016-2017.csv").read_bytes()
SCHOOLS = (EXAMPLES / "duo" / "hoofdvestigingen-2017.csv").read_bytes()
NEW_SCHOOL = organisation.School("98ZY00", "De Nieuwe", "Horst", "Bo")
WHOLE = Guidance(rest=GONE, keep_known=False)
LIST = workbook(
    [("Soort", "Merk", "Model", "Aantal", "Aanschafdatum"), ("Chromebook", "HP", "Chromebook 11 G5", 50, "2017")]
)
NORMS = sheets(Normen=[["Code", "Domein", "Titel", "Streefniveau"], ["BL.91", "BL", "Een norm erbij", 3]])
PARTIES = workbook([("Partij", "Getekend"), ("A BV", "1-9-2017")])
SYSTEMS = workbook([("Functie", "Systeem"), ("MDM", "Een systeem van nu")])


@dataclass(frozen=True)
class Things:
    """What stands at a board, some of it at one of its schools, by the keys that functions take."""

    school: str
    request: int  # of the school, like all down to the choice
    declined: int
    visit: Visit
    order: int
    closed_order: int
    delivery: int
    swap: int
    activity: int
    incident: int
    rights_request: int
    preview: inventory.Preview
    inventory: int  # the version that holds now
    makes: tuple[str, tuple[str, ...], int]  # two makes in it, as a Duplicate
    scan: competences.ScanPreview
    scanned_on: date
    choice: StandingChoice
    vision: int
    ideas: tuple[int, ...]
    competence: str
    framework: str
    offer: int
    year: int
    goal: Goal  # with nothing in it
    part: SubGoal
    milestone: Milestone
    seen: int  # lines in its log
    norm: str  # of the board's own
    measure: int
    policy: int
    question: int
    entry: int
    system: SystemLine
    function: str  # of systems, added by the board
    report: int  # shared
    team: int  # with nobody in it
    member: int  # without visits
    round: int  # without orders
    plan_round: int
    plan: int  # approved last; nothing was ordered by it
    scenario: int
    view: RoundsView
    plans: ScenarioPlans
    version: int
    colleague: str
    stranger: str  # who asks to be let in


def nowhere(some: Things) -> Things:
    """The same things by keys that no board has."""
    return replace(
        some,
        school=NO_SCHOOL,
        visit=replace(some.visit, visit_id=NO_NUMBER, school_id=NO_SCHOOL, member_id=NO_NUMBER),
        preview=replace(some.preview, school_id=NO_SCHOOL),
        scan=replace(some.scan, school_id=NO_SCHOOL),
        choice=replace(some.choice, scope=NO_SCHOOL),
        ideas=(NO_NUMBER,),
        competence=NO_KEY,
        year=YEAR - 1,
        goal=replace(some.goal, goal=NO_NUMBER),
        part=replace(some.part, goal=NO_NUMBER, sub_goal=NO_NUMBER),
        milestone=replace(some.milestone, milestone=NO_NUMBER, goal=NO_NUMBER, sub_goal=NO_NUMBER),
        norm=NO_KEY,
        system=replace(some.system, line_id=NO_NUMBER, school_id=NO_SCHOOL),
        function=NO_KEY,
        colleague=NO_KEY,
        stranger=NO_KEY,
        **dict.fromkeys(_NUMBERS, NO_NUMBER),
    )


def _makes(who: Person, database: Database, school: str, version: int) -> tuple[str, ...]:
    return tuple(inventory.lots(who, database, school, version)["brand"].dropna().unique()[:2])


_NUMBERS = (
    "request", "declined", "order", "closed_order", "delivery", "activity", "incident", "rights_request", "vision",
    "offer", "report", "measure", "policy", "question", "entry", "team", "member", "round", "plan_round", "plan",
    "scenario",
)  # fmt: skip


def things(database: Database, people: Mapping[Role, Person], school: str) -> Things:
    """What there is at the example's board and at one of its schools; what the example lacks is made."""
    group, chair, officer = people[Role.GROUP_ICT], people[Role.CHAIR], people[Role.PRIVACY_OFFICER]
    coordinator = replace(people[Role.SCHOOL_ICT], school_ids=frozenset({school}))
    which = "eerste" if school == SCHOOL else "tweede"

    def asked() -> int:
        return request_service.ask(group, database, NOW, school, "advice", "Wie helpt ons op weg?").request_id

    def ordered() -> int:
        new = Order(0, 2, 1, school, "chromebook", "Leverancier", 3, 272_00, TODAY)
        return ordering_service.order_for(group, database, NOW, [new])[0].order_id

    stranger = AccountClaims(which, "Vera", "vera@school.nl", is_verified=True)
    account_service.ask_access(database, NOW, stranger, BOARD)
    request, declined, order, closed = asked(), asked(), ordered(), ordered()
    request_service.decline(group, database, NOW, declined, "Volgend jaar")
    ordering_service.give_up_rest(group, database, NOW, closed, "Niet meer leverbaar")
    coach = next(m for m in quality_teams.teams_view(group, database).members if m.person_id == "icoach")
    visit = Visit(0, school, coach.member_id, date(2018, 5, 17), 60, "advice", VisitState.PLANNED, _time_for(school))
    found = goals.plan(chair, database, YEAR)
    assert found
    goal = goals.save_goal(chair, database, NOW, YEAR, Goal(0, "Een doel erbij", "erbij"))
    _before, team = team_service.save_team(group, database, NOW, Team(0, f"Team {which}"))
    _before, member = team_service.save_member(group, database, NOW, Member(0, coach.team_id, f"i-Coach {which}"))
    organisation.set_count(group, database, NOW, PupilCount(school, date(2017, 10, 1), 210, "hand"))
    organisation.set_own_forecast(group, database, NOW, school, date(2019, 10, 1), 200)
    competence = workshop.merge(
        group, database, NOW, workshop.add_ideas(group, database, NOW, f"Een {which} idee"), f"Een {which} kunnen"
    )
    known, model = competences.competences_view(group, database), DeviceModel("HP", "Stream 11", "laptop")
    answers = workbook([["Leermateriaal kiezen"], *([3] for _teacher in range(6))])
    new_round = rounds.save_round(group, database, NOW, Round(0, _day_for(school), 100_00))
    delivery = ordering_service.book_delivery(group, database, NOW, Delivery(0, order, 1, TODAY, 272_00))
    swapped = ordered()
    ordering_service.book_delivery(group, database, NOW, Delivery(0, swapped, 1, TODAY, 272_00))
    swap = swap_service.book_swap(group, database, NOW, Swap(0, school, swapped, "NIEUW0", "", False, True))
    _choose(group, database, school)
    new_policy = PolicyVersion(0, "IBP-beleid", "Kort", "", "Een versie erbij", date(2018, 4, 20))
    made = Things(
        school=school,
        request=request,
        declined=declined,
        visit=visit_service.book(group, database, NOW, visit),
        order=order,
        closed_order=closed,
        delivery=delivery.delivery_id,
        swap=swap.swap_id,
        activity=attitude_service.add_activity(officer, database, NOW, activity(school), [school]),
        incident=incident_service.report(officer, database, NOW, IncidentReport(school, DISCOVERED, "Laptop kwijt")),
        rights_request=register_service.save(officer, database, NOW, rights_request(school, f"Een {which}")).entry_id,
        preview=inventory.preview(coordinator, database, school, LIST, "lijst.xlsx", TODAY, WHOLE),
        inventory=(held := inventory.history(group, database, school)[0].version),
        makes=((makes := _makes(group, database, school, held))[0], makes[1:], 1),
        scan=competences.read_scan(coordinator, database, NOW, school, [("a.xlsx", answers)], TODAY),
        scanned_on=next(scan.scanned_on for scan in known.scans if scan.school_id == school),
        choice=memory.explain_model(coordinator, database, NOW, school, "Stroom 11", model),
        vision=workshop.save_vision(group, database, NOW, f"Een {which} visie erbij"),
        ideas=workshop.add_ideas(group, database, NOW, f"Nog een {which} idee"),
        competence=competence.key,
        framework="digcompedu-1.1",
        offer=workshop.save_offer(group, database, NOW, offer()).offer_id,
        year=YEAR,
        goal=goal,
        part=found.sub_goals[0],
        milestone=(milestone := found.milestones[0]),
        seen=sum(line.milestone == milestone.milestone for line in found.log),
        norm=norm(school).code,
        measure=privacy.save_measure(officer, database, NOW, measure()),
        policy=policy_service.save_policy(officer, database, NOW, new_policy),
        question=acceleration_service.save_question(officer, database, NOW, question()),
        entry=register_service.save(officer, database, NOW, Processor(f"Een {which} partij")).entry_id,
        system=_system(group, database, school),
        report=_report(chair, database),
        function=systems.save_function(
            group, database, NOW, FunctionChoice("", "ground", f"Een {which} functie", is_used=True)
        ).code,
        team=team.team_id,
        member=member.member_id,
        round=new_round.round_id,
        plan_round=2,
        plan=NO_NUMBER,
        scenario=1,
        view=(view := rounds.rounds_view(chair, database, ratios.ratio_view(chair, database), TODAY)),
        plans=compute(view),
        version=0,
        colleague="ict-03qf",
        stranger=stranger.identity,
    )
    privacy.add_norm(officer, database, NOW, norm(school))
    return replace(made, version=database.data_version(BOARD))


def _report(chair: Person, database: Database) -> int:
    """A report that readers may open."""
    number = reports.keep_report(chair, database, NOW, whole_report()).number
    reports.share_report(chair, database, NOW, number, is_shared=True)
    return number


def report_choice() -> ReportChoice:
    return ReportChoice(Audience.COUNCIL, (SectionKey.STANDING,))


def whole_report(number: int = 0) -> WholeReport:
    version = ReportVersion(number, NOW, "", TODAY, "Rapport", "GMR", False, report_choice())
    return WholeReport(version, {}, dict.fromkeys(("pdf", "xlsx", "pptx"), b"%"))


def _choose(group: Person, database: Database, school: str) -> None:
    """Let a school choose, take that over, and let the board have a value of its own."""
    choices.save_means(group, database, NOW, SchoolMeans(school, CHOICE_YEAR, 0, 10_000_00))
    facts = ratios.ratio_view(group, database)
    kept = choices.save_variant(group, database, NOW, facts, TODAY, variant(school))
    choices.choose(group, database, NOW, school, CHOICE_YEAR, kept.number, "Omdat", vision(group, database))
    choices.take_over(group, database, NOW, school, CHOICE_YEAR)
    choices.set_value(group, database, NOW, own_value())


def variant(school: str, name: str = "Meer devices") -> Variant:
    return Variant(school, CHOICE_YEAR, 0, name, yearly={"devices": 3_000_00})


def own_value() -> OwnValue:
    return OwnValue("teacher_cost", date(2019, 8, 1), 70_000_00, "Eigen begroting")


def vision(who: Person, database: Database) -> int | None:
    """A statement of the person's own board."""
    known = competences.competences_view(who, database).visions if who.may(Right.READ) else ()
    return next((one.vision_id for one in known), None)


def _day_for(school: str) -> date:
    return date(2024, 1 + sum(map(ord, school)) % 12, 1)


def _time_for(school: str) -> time:
    return time(13, 0) if school == SCHOOL else time(10, 30)


def activity(school: str) -> Activity:
    return Activity(school, 0, "meeting", "Puzzelstuk", date(2018, 4, 20), ("staff",), "IBP-coördinator")


def offer() -> Offer:
    return Offer(0, "Cloud voor beginners", 8, "planned", date(2018, 9, 1), ("own-1",))


def norm(school: str) -> Norm:
    return Norm("Een norm erbij", "One more norm", "own", "", f"BL.{80 + sum(map(ord, school)) % 19}", "BL")


def measure() -> Measure:
    return Measure(None, "Wachtwoorden langer", "Beheerder", date(2018, 9, 1), "planned", None, TODAY)


def rights_request(school: str, reference: str) -> RightsRequest:
    return RightsRequest(school, reference, "access", date(2018, 4, 25))


def _system(who: Person, database: Database, school: str) -> SystemLine:
    ((_before, kept),) = systems.save_lines(who, database, NOW, [SystemLine(school, "mdm", "Een systeem erbij")])
    assert kept
    return kept


def question() -> AccelerationQuestion:
    return AccelerationQuestion(BOARD, 0, "Een vraag erbij", "Hoe doen wij dat?", ())
