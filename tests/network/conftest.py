"""A network of three boards, of which two take part and one left, with its facilitator and an expert."""

from dataclasses import dataclass, field
from datetime import date

import pytest
from pydantic import TypeAdapter

from planning.circles import contribution_service as store
from planning.circles import service as circles
from planning.circles.contents import CONTENTS
from planning.circles.model import Contribution, Sharing
from planning.core.boards import Board, Kind, add_board
from planning.core.database import Database
from planning.core.rights import Person, Role
from tests.conftest import NOW, person


@dataclass(frozen=True)
class Note:
    """The simplest thing a board can bring in."""

    text: str


@dataclass(frozen=True)
class Network:
    """Who there is: `own` and `other` take part, `former` left, `outsider` was never invited."""

    database: Database
    network_id: str
    guide: Person
    expert: Person
    own: Person = field(default_factory=lambda: person(Role.CHAIR))
    other: Person = field(default_factory=lambda: person(Role.CHAIR, board_id="22222"))
    former: Person = field(default_factory=lambda: person(Role.CHAIR, board_id="33333"))
    outsider: Person = field(default_factory=lambda: person(Role.CHAIR, board_id="44444"))

    def write(self, who: Person, text: str, level: Sharing, addressee: str | None = None) -> Contribution:
        """Bring in a note under its own text."""
        return store.contribute(
            who, self.database, NOW, self.network_id, "note", text, Note(text), level=level, addressee=addressee
        )

    def seen_by(self, who: Person) -> set[str]:
        """The notes that somebody sees."""
        return {one.key for one in store.contributions(who, self.database, self.network_id, "note")}


@pytest.fixture
def network(database: Database, monkeypatch: pytest.MonkeyPatch) -> Network:
    """The network, on each engine."""
    monkeypatch.setitem(CONTENTS, "note", TypeAdapter(Note))
    for number in ("33333", "44444"):
        add_board(database, Board(number, f"Bestuur {number}", False, date(2018, 5, 1), 4.0, 0.10, 180))
    guide = circles.begin_circle(database, NOW, Kind.NETWORK, "Lerend netwerk ICT", "Bo de Begeleider")
    guest = Person("", guide.board_id, "Eva Expert", Role.EXPERT)
    made = Network(database, guide.board_id, guide, circles.save_guest(guide, database, NOW, guide.board_id, guest))
    members = (made.own, made.other, made.former)
    circles.invite(guide, database, NOW, guide.board_id, [one.board_id for one in members])
    for one in members:
        circles.answer_invitation(one, database, NOW, guide.board_id, accept=True)
    store.leave(made.former, database, NOW, guide.board_id, keeps_shared=True)
    return made
