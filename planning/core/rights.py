"""Who may reach what: roles, rights and the one check that guards every service."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from planning.core.translation import N_


class Role(StrEnum):
    """What a person is to the board."""

    CHAIR = "chair"
    GROUP_ICT = "group_ict"
    SCHOOL_ICT = "school_ict"
    READER = "reader"
    FACILITATOR = "facilitator"
    ICOACH = "icoach"
    PRIVACY_OFFICER = "privacy_officer"
    ADMINISTRATOR = "administrator"
    GUIDE = "guide"
    EXPERT = "expert"


class Right(StrEnum):
    """What a person may do; within which schools is `reach`."""

    READ = "read"
    READ_PUBLISHED = "read_published"
    UPLOAD = "upload"
    CONTRIBUTE = "contribute"  # what a school hands in beside its inventory
    VISIT = "visit"
    PLAN = "plan"
    DECIDE = "decide"
    PRIVACY = "privacy"
    INCIDENTS = "incidents"  # security incidents of every school
    MANAGE = "manage"
    MANAGE_PEOPLE = "manage_people"
    TOGETHER = "together"  # speak for the board among other boards
    GUIDE = "guide"  # lead a circle of boards
    LOOK_IN = "look_in"  # see what a circle shares


RIGHTS: Final = {
    Role.CHAIR: frozenset(
        {Right.READ, Right.READ_PUBLISHED, Right.PLAN, Right.DECIDE, Right.INCIDENTS, Right.TOGETHER}
    ),
    Role.GROUP_ICT: frozenset(
        {
            Right.READ,
            Right.READ_PUBLISHED,
            Right.UPLOAD,
            Right.CONTRIBUTE,
            Right.VISIT,
            Right.PLAN,
            Right.MANAGE,
            Right.TOGETHER,
        }
    ),
    Role.SCHOOL_ICT: frozenset({Right.READ, Right.UPLOAD, Right.CONTRIBUTE}),
    Role.READER: frozenset({Right.READ_PUBLISHED}),
    Role.FACILITATOR: frozenset({Right.READ_PUBLISHED}),
    Role.ICOACH: frozenset({Right.READ, Right.VISIT}),
    Role.PRIVACY_OFFICER: frozenset({Right.READ, Right.READ_PUBLISHED, Right.PRIVACY, Right.INCIDENTS}),
    Role.ADMINISTRATOR: frozenset({Right.READ, Right.READ_PUBLISHED, Right.MANAGE, Right.MANAGE_PEOPLE}),
    Role.GUIDE: frozenset({Right.GUIDE, Right.LOOK_IN}),
    Role.EXPERT: frozenset({Right.LOOK_IN}),
}

ROLE_NAMES: Final = {
    Role.CHAIR: N_("Board chair"),
    Role.GROUP_ICT: N_("Group ICT coordinator"),
    Role.SCHOOL_ICT: N_("ICT coordinator"),
    Role.READER: N_("Reader (RvT, GMR)"),
    Role.FACILITATOR: N_("Network facilitator"),
    Role.ICOACH: N_("iCoach"),
    Role.PRIVACY_OFFICER: N_("Privacy officer"),
    Role.ADMINISTRATOR: N_("Administrator"),
    Role.GUIDE: N_("Facilitator of the network"),
    Role.EXPERT: N_("Expert in the network"),
}

CIRCLE_ROLES: Final = (Role.GUIDE, Role.EXPERT)
"""What a person can be to a circle of boards; they reach no board by it."""
BOARD_ROLES: Final = tuple(role for role in Role if role not in CIRCLE_ROLES)
"""What a person can be to a board."""


@dataclass(frozen=True)
class Person:
    """Somebody who is signed in, or whom somebody at the machine acts for."""

    person_id: str
    board_id: str
    name: str
    role: Role
    school_ids: frozenset[str] = frozenset()
    language: str | None = None
    account: str | None = None  # an e-mail address in small letters; who has the same one elsewhere is the same person
    is_off: bool = False  # may not come in, for as long as it is so

    @property
    def viewer(self) -> None:
        """Nobody in particular: in the own board's rows nothing is hidden from some."""

    @property
    def reach(self) -> frozenset[str] | None:
        """The schools this person may reach; None is every school of the board."""
        return self.school_ids if self.role is Role.SCHOOL_ICT else None

    def may(self, right: Right, school_id: str | None = None) -> bool:
        """Whether this person holds a right, for one school where one is named."""
        inside = school_id is None or self.reach is None or school_id in self.reach
        return inside and right in RIGHTS[self.role]


class NotAllowed(Exception):  # noqa: N818 - a refusal, raised so that no caller can overlook it
    """The person may not do this. Screens and commands say so in words; nothing was read or written."""

    def __init__(self, person: Person, right: Right, school_id: str | None = None) -> None:
        super().__init__(f"{person.person_id} may not {right} {school_id or ''}".strip())
        self.person = person
        self.right = right
        self.school_id = school_id


def require(person: Person, right: Right, school_id: str | None = None) -> None:
    """Raise NotAllowed unless the person holds the right, for the school where one is named."""
    if not person.may(right, school_id):
        raise NotAllowed(person, right, school_id)


def operator(board_id: str) -> Person:
    """Whoever sits at the machine and runs a command: the administrator of the board."""
    return Person("operator", board_id, "Vlootplan", Role.ADMINISTRATOR)
