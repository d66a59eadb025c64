"""Dynamiek, SPOV and Prisma together: that they talk of a shared vision is known; the rest is invented.

The words of the statements, who adopted what, steps, infrastructure and numbers are made up for the example.
"""

from dataclasses import replace
from datetime import date, datetime
from typing import Final

from planning.circles.model import Circle, Sharing
from planning.circles.service import answer_invitation, begin_circle, invite, seat, set_circle
from planning.core.boards import Kind, tenants
from planning.core.clock import AMSTERDAM
from planning.core.database import Database
from planning.core.people import find_person
from planning.core.rights import Person
from planning.organisation.service import find_school
from planning.partners.model import (
    Infrastructure,
    JointPurchase,
    Meets,
    OfferedDevice,
    PriceTier,
    RolloutStep,
    SchoolStanding,
    SharedFunction,
    SharedSystem,
    Stance,
    StanceState,
    Standard,
    Supply,
    Upgrade,
    VisionStatement,
    Volume,
)
from planning.partners.service import (
    figures_of,
    hand_in_volume,
    save_purchase,
    save_statement,
    save_step,
    set_infrastructure,
    set_standard,
    set_standings,
    share_figures,
    share_systems,
    statement_key,
    take_stance,
)
from planning.partners.systems import shareable
from planning.ratios.service import ratio_view
from planning.systems.service import systems_view

BOARDS: Final = ("47920", "44397", "47959")
AS_OF: Final = date(2018, 5, 1)
BODY: Final = "college van bestuur"
STATEMENTS: Final = (
    (
        "ICT dient het leren",
        "Wij kiezen middelen bij het onderwijs dat wij willen geven, en niet andersom. Elke school kan uitleggen "
        "waarvoor zij een device gebruikt.",
    ),
    (
        "Elke school kiest haar eigen vloot",
        "Binnen afspraken over veiligheid en beheer stelt elke school haar eigen vloot samen. Wat gemeenschappelijk "
        "is, regelen de besturen.",
    ),
    (
        "Een leraar kan overal meteen aan het werk",
        "Wie op een van onze scholen werkt, logt er met dezelfde account in en vindt er dezelfde basis: wifi, "
        "samenwerken en het leerlingsysteem.",
    ),
    (
        "Privacy is van iedereen",
        "Leraren, kinderen en ouders weten wat wij met gegevens doen en waarom. Wij leren van wat misgaat.",
    ),
)
C, D, A = StanceState.CONCEPT, StanceState.DISCUSSED, StanceState.ADOPTED
# per statement: state, day and what it means for a school, in the order of BOARDS
STANCES: Final = (
    ((A, date(2018, 2, 12), "Staat in elk schoolplan."), (A, date(2018, 2, 19), ""), (A, date(2018, 3, 5), "")),
    (
        (A, date(2018, 2, 12), "De school legt haar keuze uit op de pagina Keuzes."),
        (A, date(2018, 3, 12), ""),
        (D, date(2018, 3, 5), ""),
    ),
    ((D, date(2018, 4, 9), ""), (D, date(2018, 4, 16), ""), (C, date(2018, 3, 5), "")),
    ((A, date(2018, 4, 9), "Elk team bespreekt een keer per jaar een incident."), (C, date(2018, 4, 16), ""), None),
)
STEPS: Final = (
    ("47920", 0, "03UZ00", "Visie bespreken in het team", date(2018, 3, 14), date(2018, 3, 14)),
    ("47920", 0, "03VB00", "Visie bespreken in het team", date(2018, 4, 11), date(2018, 4, 18)),
    ("47920", 1, "06MM00", "Keuze voor de eigen vloot uitleggen", date(2018, 4, 25), None),
    ("47920", 1, "12KN00", "Keuze voor de eigen vloot uitleggen", date(2018, 6, 13), None),
    ("47920", 3, "03QE00", "Een incident bespreken met het team", date(2018, 5, 30), None),
    ("44397", 0, "03VK00", "Visie bespreken in het team", date(2018, 5, 16), None),
)
STANDARDS: Final = {
    "internet": "Glasvezel, ten minste 500 Mbit/s per school",
    "wifi": "In elk lokaal, een access point per twee lokalen",
    "identity": "Een account per leraar en leerling, voor alle scholen",
}
OWN, COMING, COMMON = Supply.OWN, Supply.COMING, Supply.COMMON
INFRASTRUCTURE: Final = {
    "internet": (COMMON, COMMON, COMMON),
    "wifi": (COMMON, OWN, COMING),
    "identity": (COMING, COMING, OWN),
    "device_management": (OWN, OWN, OWN),
    "help_desk": (OWN, COMING, None),
    "backup": (COMMON, OWN, None),
}
FROM: Final = date(2018, 9, 1)
STANDINGS: Final = {
    Meets.YES: ("03UZ00", "03VB00", "06MM00", "12KN00", "03QE00", "03QI00", "09MO00", "11QL00"),
    Meets.PARTLY: ("03QF00", "03QJ00", "05EJ00"),
    Meets.NO: ("12BH00",),
}
"""Wifi at schools of Dynamiek, as far as somebody looked."""
PURCHASE: Final = JointPurchase(
    2018,
    date(2018, 4, 1),
    date(2018, 6, 1),
    0.21,
    (
        OfferedDevice(
            "chromebook",
            "Chromebook 11 inch",
            225_00,
            (Upgrade("aanraakscherm", 35_00), Upgrade("derde jaar garantie", 18_50)),
            (PriceTier(150, 0.05), PriceTier(300, 0.12), PriceTier(600, 0.20)),
        ),
        OfferedDevice("tablet", "Tablet 10 inch", 289_00, (), (PriceTier(100, 0.05), PriceTier(250, 0.12))),
    ),
)
SYSTEMS: Final = {
    "44397": {"las": (("Berk Administratie", 6), ("Eik Schoolbeheer", 2)), "lvs": (("Linde Leerlingbeeld", 8),),
              "office": (("Werkplek Es", 8),), "mdm": (), "helpdesk": (("Meldpunt ICT", 8),)},
    "47959": {"las": (("Berk Administratie", 13),), "lvs": (("Berk Volgsysteem", 13),),
              "office": (("Wilg Kantoor", 9), ("Werkplek Es", 4)), "mdm": (("Schermwacht", 13),)},
}  # fmt: skip
"""By function the invented systems of the partners, and at how many schools."""
OWN_SYSTEMS: Final = ("las", "lvs", "office", "mdm", "helpdesk")
"""What Dynamiek shares of its own."""
VOLUMES: Final = {"44397": {"chromebook": 120, "tablet": 30}, "47959": {"chromebook": 75, "tablet": 20}}


def load(database: Database) -> None:
    """The partnership with its three boards, and what each brought in."""
    example = next(board for board in tenants(database, Kind.BOARD) if board.board_id == BOARDS[0])
    begun = _at(date(2017, 11, 20))
    lead = begin_circle(
        database, begun, Kind.PARTNERSHIP, "Dynamiek, SPOV en Prisma", "Projectleider ICT-visie", example=example
    )
    here = lead.board_id
    circle = seat(lead, database, here).circle
    set_circle(lead, database, begun, _described(circle))
    invite(lead, database, begun, here, BOARDS)
    chairs = [_chair(database, board_id) for board_id in BOARDS]
    for chair in chairs:
        answer_invitation(chair, database, _at(date(2017, 12, 4)), here, accept=True)
    keys = _statements(database, lead, chairs)
    for board_id, statement, school_id, title, due, done in STEPS:
        chair = chairs[BOARDS.index(board_id)]
        step = RolloutStep(keys[statement], school_id, _school(database, chair, school_id), title, due, done)
        level = Sharing.CIRCLE if done else Sharing.GUIDE
        save_step(chair, database, _at(done or date(2018, 4, 20)), here, f"{school_id}-{statement}", step, level=level)
    _infrastructure(database, lead, chairs)
    save_purchase(lead, database, _at(date(2018, 3, 26)), here, PURCHASE)
    for board_id, counts in VOLUMES.items():
        chair = chairs[BOARDS.index(board_id)]
        day = date(2018, 4, 23)
        hand_in_volume(chair, database, _at(day), here, 2018, Volume(counts), Sharing.CIRCLE, day)
    for chair in chairs[1:]:
        figures = figures_of(ratio_view(chair, database).on(AS_OF))
        share_figures(chair, database, _at(date(2018, 4, 30)), here, figures, Sharing.CIRCLE)
    _systems(database, here, chairs)


def _systems(database: Database, here: str, chairs: list[Person]) -> None:
    known = shareable(systems_view(chairs[0], database), AS_OF)
    shared = {BOARDS[0]: {function: known[function] for function in OWN_SYSTEMS}} | {
        board_id: {
            function: SharedFunction(AS_OF, sum(n for _name, n in held), tuple(SharedSystem(*one) for one in held))
            for function, held in functions.items()
        }
        for board_id, functions in SYSTEMS.items()
    }
    for chair in chairs:
        share_systems(chair, database, _at(date(2018, 4, 30)), here, shared[chair.board_id], Sharing.CIRCLE)


def _statements(database: Database, lead: Person, chairs: list[Person]) -> list[str]:
    here = lead.board_id
    keys = []
    for number, ((title, text), stances) in enumerate(zip(STATEMENTS, STANCES, strict=True), 1):
        kept = save_statement(lead, database, _at(date(2018, 1, 15)), here, str(number), VisionStatement(title, text))
        keys.append(statement_key(kept.owner, kept.key))
        for chair, said in zip(chairs, stances, strict=True):
            if said is None:
                continue
            state, on, meaning = said
            stance = Stance(state, 1, on, BODY if state is A else "", "", meaning)
            take_stance(chair, database, _at(on), here, keys[-1], stance, Sharing.CIRCLE)
    return keys


def _infrastructure(database: Database, lead: Person, chairs: list[Person]) -> None:
    here = lead.board_id
    for code, text in STANDARDS.items():
        set_standard(lead, database, _at(date(2018, 2, 5)), here, code, Standard(text, date(2018, 2, 5)))
    for code, supplies in INFRASTRUCTURE.items():
        for chair, supply in zip(chairs, supplies, strict=True):
            if supply is not None:
                held = Infrastructure(supply, FROM if supply is COMING else None)
                set_infrastructure(chair, database, _at(date(2018, 3, 19)), here, code, held, Sharing.CIRCLE)
    own = chairs[0]
    standings = {
        school_id: SchoolStanding("wifi", school_id, _school(database, own, school_id), meets)
        for meets, schools in STANDINGS.items()
        for school_id in schools
    }
    set_standings(own, database, _at(date(2018, 3, 19)), here, standings, "wifi", Sharing.CIRCLE)


def _chair(database: Database, board_id: str) -> Person:
    found = find_person(database, board_id, "voorzitter")
    if found is None:
        raise LookupError(board_id)
    return found


def _school(database: Database, chair: Person, school_id: str) -> str:
    return find_school(chair, database, school_id).name


def _described(circle: Circle) -> Circle:
    about = "Samen aan een gemeenschappelijke ICT-visie en infrastructuur."
    agreement = "Wat een bestuur hier deelt, blijft hier. Elk bestuur kiest per onderdeel wie het ziet."
    return replace(circle, about=about, agreement=agreement)


def _at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 10, 0, tzinfo=AMSTERDAM)
