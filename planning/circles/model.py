"""What a circle of boards is, who is in it, what they bring in, and who sees what of whom.

A circle (a learning network, a partnership) holds rows of its own, as a board does: it has a number, a data version and
a log. What a board contributes to it has an owner and a level.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from planning.core.boards import Kind
from planning.core.rights import Person, Right
from planning.core.translation import N_

EXPERT_VIEWER: Final = ".expert"
"""Who looks in for no board: no board and no circle has this number."""


class Sharing(StrEnum):
    """Who may see something, besides the board whose it is."""

    OWN = "own"  # nobody else
    GUIDE = "guide"  # and the facilitator
    CIRCLE = "circle"  # and everybody in the circle
    PUBLIC = "public"  # and every board of the installation


SHARING_NAMES: Final = {
    Sharing.OWN: N_("only my board"),
    Sharing.GUIDE: N_("my board and the facilitator"),
    Sharing.CIRCLE: N_("everybody who takes part"),
    Sharing.PUBLIC: N_("all boards here"),
}


class MemberState(StrEnum):
    """How a board stands to a circle."""

    INVITED = "invited"
    MEMBER = "member"
    WAITING = "waiting"  # on the waiting list
    DECLINED = "declined"
    LEFT = "left"


STATE_NAMES: Final = {
    MemberState.INVITED: N_("invited"),
    MemberState.MEMBER: N_("takes part"),
    MemberState.WAITING: N_("on the waiting list"),
    MemberState.DECLINED: N_("does not take part"),
    MemberState.LEFT: N_("left"),
}


@dataclass(frozen=True)
class Circle:
    """A learning network or a partnership."""

    circle_id: str  # "N0001": a letter and four digits, so never a board's number
    kind: Kind
    name: str
    is_example: bool
    places: int | None  # boards that can take part; None is no limit
    about: str  # what it is for
    agreement: str  # what its members agreed on confidentiality


@dataclass(frozen=True)
class Membership:
    """A board's standing in a circle."""

    board_id: str
    name: str  # of the board, as it was called when invited
    standing: MemberState
    since: datetime  # of this standing: who waits longest comes first
    joined_at: datetime | None = None
    keeps_shared: bool = True  # after leaving: what it shared stays shared


@dataclass(frozen=True)
class CircleMark:
    """That a person has to do with a circle, and its data version: what is kept of it depends on nothing else."""

    circle_id: str
    standing: MemberState | None  # of the person's board; None for who is there for no board
    version: int


@dataclass(frozen=True)
class Seat:
    """A person's place in a circle: for whom they act there, and so what they see. Changes of the circle are theirs."""

    circle: Circle
    person: Person
    viewer: str  # the board they speak for; the circle itself for its facilitator; EXPERT_VIEWER
    standing: MemberState | None = None  # of that board; None for who is there for no board
    on_behalf_of: str = ""  # the name of that board

    @property
    def board_id(self) -> str:
        """The circle holds rows as a board does."""
        return self.circle.circle_id

    @property
    def person_id(self) -> str:
        """Their key at their own board."""
        return self.person.person_id

    @property
    def name(self) -> str:
        """Who it was, in the circle's log."""
        return f"{self.person.name} ({self.on_behalf_of})"[:120] if self.on_behalf_of else self.person.name

    @property
    def is_guide(self) -> bool:
        """Whether they lead the circle."""
        return self.viewer == self.circle.circle_id

    @property
    def is_member(self) -> bool:
        """Whether they speak for a board that takes part."""
        return self.standing is MemberState.MEMBER

    @property
    def looks_in(self) -> bool:
        """Whether they see what the boards share with each other."""
        return self.is_guide or self.is_member or self.viewer == EXPERT_VIEWER

    @property
    def may_contribute(self) -> bool:
        """Whether they may say something there themselves."""
        return self.is_guide or (self.is_member and self.person.may(Right.TOGETHER))

    @property
    def levels(self) -> tuple[Sharing, ...]:
        """What they see of others."""
        if self.is_guide:
            return Sharing.GUIDE, Sharing.CIRCLE, Sharing.PUBLIC
        return (Sharing.CIRCLE, Sharing.PUBLIC) if self.looks_in else (Sharing.PUBLIC,)


DEFAULT_SHARING: Final = Sharing.GUIDE
"""What is new is between a board and the facilitator, until the board says otherwise."""


@dataclass(frozen=True)
class Contribution:
    """One thing somebody brought in: an answer, a reaction, a version of a question, a step, a comment."""

    owner: str  # the board whose it is; the circle itself for its facilitator
    kind: str  # which content: a key of CONTENTS in planning/circles/contents.py
    key: str  # which one of its kind: a theme, a meeting, a board that is answered
    version: int  # 1, 2, …: the highest is in force
    content: object  # a frozen dataclass of its kind
    level: Sharing
    addressee: str | None  # a board that sees it too, whatever the level, unless that is OWN
    by: str  # who wrote it
    at: datetime
