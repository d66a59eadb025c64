"""One call of every function about circles of boards, with what it needs to succeed for whoever may."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Final

from pydantic import TypeAdapter

from planning.circles import contribution_service as store
from planning.circles import service as circles
from planning.circles.contents import CONTENTS
from planning.circles.model import Sharing
from planning.core.boards import Board, Kind, add_board
from planning.core.database import Database
from planning.core.rights import Person, Role, operator
from planning.core.service import save_person
from planning.network.decision_service import DecisionLine, save_decisions
from planning.network.decisions import IctDecision
from planning.network.library_service import library
from tests.access import cycle_calls, meeting_calls, partner_calls

NOW: Final = datetime(2018, 5, 1, 12, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Saying:
    """The simplest thing to bring in."""

    text: str


@dataclass(frozen=True)
class Circle:
    """A network with a board of each standing; what there is to share is of `member`."""

    circle_id: str
    people: Mapping[str, Person]
    guest: Person


CircleCall = Callable[[Person, Database, Circle], object]


def circle(database: Database) -> Circle:
    """A network in an empty database."""
    CONTENTS.setdefault("saying", TypeAdapter(Saying))
    people = {}
    for number, name in enumerate(("member", "other", "invited", "former", "outsider"), 1):
        board_id = str(number) * 5
        add_board(database, Board(board_id, f"Bestuur {number}", False, date(2018, 5, 1), 4.0, 0.10, 180))
        people[name] = Person("voorzitter", board_id, f"Voorzitter {number}", Role.CHAIR)
        save_person(operator(board_id), database, NOW, people[name])
    guide = circles.begin_circle(database, NOW, Kind.NETWORK, "Netwerk", "Begeleider")
    here = guide.board_id
    joining = ("member", "other", "former")
    circles.invite(guide, database, NOW, here, [people[name].board_id for name in (*joining, "invited")])
    for name in joining:
        circles.answer_invitation(people[name], database, NOW, here, accept=True)
    store.leave(people["former"], database, NOW, here, keeps_shared=True)
    expert = circles.save_guest(guide, database, NOW, here, Person("", here, "Expert", Role.EXPERT))
    store.contribute(people["member"], database, NOW, here, "saying", "iets", Saying("iets"), level=Sharing.CIRCLE)
    partner_calls.prepare(guide, database, here)
    meeting_calls.prepare(guide, people["member"], database, here)
    cycle_calls.prepare(people["member"], database, here)
    return Circle(here, people | {"facilitator": guide, "expert": expert}, expert)


CALLS: Final[Mapping[str, CircleCall]] = {
    "circles.service.circles_of": lambda who, db, c: circles.circles_of(who, db, Kind.NETWORK),
    "circles.service.seat": lambda who, db, c: circles.seat(who, db, c.circle_id),
    "circles.service.members": lambda who, db, c: circles.members(who, db, c.circle_id),
    "circles.service.guests": lambda who, db, c: circles.guests(who, db, c.circle_id),
    "circles.service.elsewhere": lambda who, db, c: circles.elsewhere(who, db),
    "circles.service.answer_invitation": lambda who, db, c: circles.answer_invitation(
        who, db, NOW, c.circle_id, accept=True
    ),
    "circles.service.contributing": lambda who, db, c: circles.contributing(who, db, c.circle_id),
    "circles.service.guiding": lambda who, db, c: circles.guiding(who, db, c.circle_id),
    "circles.service.boards_to_invite": lambda who, db, c: circles.boards_to_invite(who, db, c.circle_id),
    "circles.service.invite": lambda who, db, c: circles.invite(who, db, NOW, c.circle_id, ["55555"]),
    "circles.service.withdraw_invitation": lambda who, db, c: circles.withdraw_invitation(
        who, db, NOW, c.circle_id, "33333"
    ),
    "circles.service.set_circle": lambda who, db, c: circles.set_circle(
        who,
        db,
        NOW,
        replace(circles.seat(c.people["facilitator"], db, c.circle_id).circle, name="Anders"),
    ),
    "circles.service.save_guest": lambda who, db, c: circles.save_guest(
        who, db, NOW, c.circle_id, Person("", c.circle_id, "Nog een", Role.EXPERT)
    ),
    "circles.service.remove_guest": lambda who, db, c: circles.remove_guest(
        who, db, NOW, c.circle_id, c.guest.person_id
    ),
    "circles.contribution_service.contributions": lambda who, db, c: store.contributions(who, db, c.circle_id),
    "circles.contribution_service.contribute": lambda who, db, c: store.contribute(
        who, db, NOW, c.circle_id, "saying", "meer", Saying("meer")
    ),
    "circles.contribution_service.share": lambda who, db, c: store.share(
        who, db, NOW, c.circle_id, "saying", "iets", Sharing.PUBLIC
    ),
    "circles.contribution_service.take_back": lambda who, db, c: store.take_back(
        who, db, NOW, c.circle_id, "saying", "iets"
    ),
    "circles.contribution_service.leave": lambda who, db, c: store.leave(who, db, NOW, c.circle_id, keeps_shared=True),
    **partner_calls.CALLS,
    **meeting_calls.CALLS,
    **cycle_calls.CALLS,
    "network.decision_service.save_decisions": lambda who, db, c: save_decisions(
        who, db, NOW, c.circle_id, {"wifi": DecisionLine(IctDecision())}
    ),
    "network.library_service.library": lambda who, db, c: library(who, db),
}
