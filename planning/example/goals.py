"""The example board's plan year 2018: milestones, what became of them until 1-5-2018, judgements and board meetings.

The goals are those of the published plan; owners are roles; every date, judgement and piece of evidence is invented.
"""

from dataclasses import replace
from datetime import date, datetime, time
from typing import Final

from planning.core.clock import AMSTERDAM
from planning.core.database import Database
from planning.example.people import somebody
from planning.goals import service
from planning.goals.plan import Confidence, Course, Milestone, State, SubGoal

YEAR: Final = 2018
CHAIR, GROUP_ICT = "voorzitter", "bovenschools"
MEETINGS: Final = ("2018-01-24", "2018-03-21", "2018-05-16", "2018-07-04", "2018-09-26", "2018-11-21")
BEGUN: Final = "2017-12-13"

EDUCATION: Final = "beleidsmedewerker onderwijs"
COACHES: Final = "coördinator i-Coaches"
ICT: Final = "bovenschools ICT-coördinator"
PRIVACY: Final = "IBP-coördinator"

# goal, sub-goal, first date, owner, short name, title
MILESTONES: Final = (
    (1, 1, "2018-02-12", EDUCATION, "vastgesteld", "Kerncompetenties vastgesteld door het bestuur"),
    (1, 1, "2018-03-28", EDUCATION, "zelfscans", "Eerste zelfscan op alle scholen gehouden"),
    (1, 1, "2018-09-20", EDUCATION, "besproken", "Uitkomst van de zelfscans besproken in het directeurenoverleg"),
    (1, 1, "2018-11-15", EDUCATION, "scholingsplan", "Scholingsplan 2019 klaar"),
    (2, 1, "2018-01-22", COACHES, "jaarplan i-Coaches", "Jaarplan van de i-Coaches klaar"),
    (2, 1, "2018-03-28", COACHES, "helft scholen bezocht", "De helft van de scholen bezocht door een i-Coach"),
    (2, 2, "2018-09-01", COACHES, "start Jonge kind", "Kwaliteitsteam Het jonge kind van start"),
    (2, 1, "2018-12-10", COACHES, "terugblik", "Terugblik met alle directeuren op een jaar i-Coaches"),
    (3, 2, "2018-03-30", ICT, "ronde 1 geleverd", "Ronde 1 geleverd op de scholen"),
    (3, 1, "2018-06-15", ICT, "ronde 2 besteld", "Ronde 2 helemaal besteld"),
    (3, 2, "2018-09-03", ICT, "ronde 2 geleverd", "Ronde 2 helemaal geleverd"),
    (3, 1, "2018-11-30", ICT, "plan 2019", "Investeringsplan 2019 klaar voor het bestuur"),
    (4, 1, "2018-01-31", PRIVACY, "versnellingsvraag", "Versnellingsvraag IBP ingediend"),
    (4, 1, "2018-05-08", PRIVACY, "beleid naar GMR", "IBP-beleid voorgelegd aan de GMR"),
    (4, 2, "2018-09-28", PRIVACY, "overeenkomsten", "Controle: van alle verwerkers een getekende overeenkomst"),
    (4, 2, "2018-12-05", PRIVACY, "ouders bereikt", "Ouders van alle scholen geïnformeerd over privacy"),
)
STEP_OF_THE_CHAIR: Final = "/leernetwerk?deel=bijeenkomsten&bijeenkomst=2&netwerk=N0001"
"""The step after the second meeting of the learning network: what directors settle together."""
# day, who, short name, what changes, why
CHANGES: Final = (
    ("2018-01-22", GROUP_ICT, "jaarplan i-Coaches", {"state": State.DONE, "evidence": "Jaarplan i-Coaches 2018"}, ""),
    (
        "2018-01-31",
        GROUP_ICT,
        "versnellingsvraag",
        {"state": State.DONE, "evidence": "Ontvangstbevestiging van de versnellingsvraag"},
        "",
    ),
    (
        "2018-02-12",
        CHAIR,
        "vastgesteld",
        {"state": State.DONE, "evidence": "Zes kerncompetenties, vastgesteld op 12-2-2018"},
        "",
    ),
    ("2018-02-20", CHAIR, "zelfscans", {"state": State.UNDER_WAY}, ""),
    ("2018-02-20", CHAIR, "besproken", {"link": STEP_OF_THE_CHAIR}, ""),
    (
        "2018-03-26",
        CHAIR,
        "zelfscans",
        {"due": date(2018, 4, 15)},
        "Elf scholen vroegen uitstel tot na de studiedag van april.",
    ),
    (
        "2018-03-27",
        GROUP_ICT,
        "ronde 1 geleverd",
        {"state": State.DONE, "evidence": "Leverbonnen ronde 1; drie devices worden nageleverd"},
        "",
    ),
    (
        "2018-03-28",
        GROUP_ICT,
        "helft scholen bezocht",
        {"state": State.DONE, "evidence": "Bezoekverslagen tot en met maart"},
        "",
    ),
    ("2018-04-23", GROUP_ICT, "ronde 2 besteld", {"state": State.UNDER_WAY}, ""),
    (
        "2018-04-18",
        CHAIR,
        "beleid naar GMR",
        {"due": date(2018, 5, 22), "state": State.UNDER_WAY},
        "De GMR vergadert op 22-5: nog net voordat op 25-5 de AVG ingaat.",
    ),
)
# day, who, goal, sub-goal, course, confidence, why
JUDGEMENTS: Final = (
    (
        "2018-03-19",
        CHAIR,
        1,
        1,
        Course.ON_COURSE,
        Confidence.FAIR,
        "De kerncompetenties zijn vastgesteld en worden herkend.",
    ),
    ("2018-03-19", CHAIR, 2, 1, Course.ON_COURSE, Confidence.HIGH, "Scholen vragen zelf om bezoek."),
    ("2018-03-19", CHAIR, 2, 2, Course.ON_COURSE, Confidence.FAIR, "De opdracht voor team Het jonge kind ligt er."),
    (
        "2018-03-19",
        GROUP_ICT,
        3,
        1,
        Course.ON_COURSE,
        Confidence.FAIR,
        "Ronde 1 komt eraan; de eerste scholen hebben hun devices.",
    ),
    ("2018-03-19", GROUP_ICT, 3, 2, Course.ON_COURSE, Confidence.FAIR, "De oudste devices worden het eerst vervangen."),
    ("2018-03-19", CHAIR, 4, 1, Course.ON_COURSE, Confidence.FAIR, "Het beleid is in concept klaar."),
    ("2018-03-19", CHAIR, 4, 2, Course.ATTENTION, Confidence.LOW, "Van veel leveranciers is nog geen overeenkomst."),
    (
        "2018-04-20",
        CHAIR,
        1,
        1,
        Course.ATTENTION,
        Confidence.FAIR,
        "Zeven scholen hielden nog geen zelfscan; bespreken in september kan nog.",
    ),
    (
        "2018-04-20",
        CHAIR,
        4,
        1,
        Course.ATTENTION,
        Confidence.FAIR,
        "De GMR beslist drie dagen voordat de AVG ingaat; uitloop is er niet.",
    ),
)


def load(database: Database) -> None:
    """Make the plan of 2018 as two people of the board would have made and kept it."""
    people = {key: somebody(database, key) for key in (CHAIR, GROUP_ICT)}
    chair, begun = people[CHAIR], _at(BEGUN)
    service.begin_year(chair, database, begun, YEAR, with_goals=True)
    service.set_meetings(chair, database, begun, YEAR, [date.fromisoformat(day) for day in MEETINGS])
    for goal, sub_goal, due, owner, short, title in MILESTONES:
        new = Milestone(0, goal, sub_goal, title, short, owner, date.fromisoformat(due))
        service.add_milestone(chair, database, begun, YEAR, new)
    for day, who, short, values, why in CHANGES:
        plan = service.plan(chair, database, YEAR)
        assert plan is not None
        before = next(milestone for milestone in plan.milestones if milestone.short == short)
        seen = len(plan.log_of(before.milestone))
        service.change_milestone(people[who], database, _at(day), YEAR, replace(before, **values), why, seen)
    for day, who, goal, sub_goal, course, confidence, why in JUDGEMENTS:
        part = SubGoal(goal, sub_goal, "")
        service.judge(people[who], database, _at(day), YEAR, part, course, confidence, why)


def _at(day: str) -> datetime:
    return datetime.combine(date.fromisoformat(day), time(16), AMSTERDAM)
