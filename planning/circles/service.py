"""What a signed-in person may read and do about the circles their board has to do with, and who is in them."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import datetime

from planning.circles.model import EXPERT_VIEWER, Circle, CircleMark, Membership, MemberState, Seat
from planning.circles.records import (
    read_circle,
    read_marks,
    read_members,
    read_memberships,
    write_circle,
    write_member,
)
from planning.circles.rules import (
    accepted,
    circle_reasons,
    moved_up,
    new_circle_id,
    places_left,
    taking_part,
    waiting_list,
)
from planning.core import people as people_records
from planning.core.board_rules import new_person_id, person_name_reasons, read_account
from planning.core.boards import Board, Kind, add_board, boards, tenants
from planning.core.database import Change, Database
from planning.core.refusal import Reason, Refused, refuse
from planning.core.rights import NotAllowed, Person, Right, Role, require


@dataclass(frozen=True)
class InCircle:
    """A circle that a person has to do with, and how their board stands to it; None for who is there for no board."""

    circle: Circle
    membership: Membership | None


@dataclass(frozen=True)
class CircleRoom:
    """How full a circle is, and where a board stands on its waiting list."""

    members: int
    left: int | None  # places that nobody has yet; None without a limit
    waiting: int
    place: int | None  # of the own board on the waiting list, from 1; None where it does not wait


def begin_circle(
    database: Database,
    at: datetime,
    kind: Kind,
    name: str,
    guide: str,
    account: str = "",
    *,
    example: Board | None = None,
) -> Person:
    """Add a circle of boards, with its first facilitator, who is returned. Raises Refused.

    For whoever sits at the machine, as a board is added; a circle beside an `example` stands still at its date.
    """
    address = read_account(account)
    refuse([*circle_reasons(name, "", "", None), *person_name_reasons(guide, "guide")])
    circle_id = new_circle_id(kind, {one.board_id for one in tenants(database, *Kind)})
    as_of = example.as_of if example else None
    add_board(database, Board(circle_id, name, example is not None, as_of, 4.0, 0.10, 180, kind))
    first = Person("begeleider", circle_id, guide, Role.GUIDE, language="nl", account=address)
    with database.change(Seat(_blank(circle_id, kind, name), first, circle_id), at) as change:
        write_circle(change, _blank(circle_id, kind, name))
        people_records.write_person(change, first)
    return first


def circles_of(person: Person, database: Database, kind: Kind) -> tuple[InCircle, ...]:
    """The circles of a kind that this person has to do with, each with the standing of their board.

    Only those of the circle and those who speak for a board know of it; nobody else has any.
    """
    with database.read(person.board_id) as connection:
        if person.may(Right.LOOK_IN):
            own = read_circle(connection, person.board_id)
            return (InCircle(own, None),) if own.kind is kind else ()
        found = read_memberships(connection, person.board_id) if person.may(Right.TOGETHER) else {}
    memberships = []
    for circle_id, membership in found.items():
        with database.read(circle_id, person.board_id) as connection:
            memberships.append(InCircle(read_circle(connection, circle_id), membership))
    return tuple(one for one in memberships if one.circle.kind is kind)


def circle_marks(person: Person, database: Database) -> tuple[CircleMark, ...]:
    """The same of every kind, in one question and few words: which circles, and at which data version each is now."""
    if person.may(Right.LOOK_IN):
        return (CircleMark(person.board_id, None, database.data_version(person.board_id)),)
    if not person.may(Right.TOGETHER):
        return ()
    with database.read(person.board_id) as connection:
        return read_marks(connection, person.board_id)


def seat(person: Person, database: Database, circle_id: str) -> Seat:
    """For whom somebody acts in a circle. Raises LookupError where that is nobody, or there is no such circle."""
    if person.board_id == circle_id and person.may(Right.LOOK_IN):
        with database.read(circle_id) as connection:
            circle = read_circle(connection, circle_id)
        return Seat(circle, person, circle_id if person.may(Right.GUIDE) else EXPERT_VIEWER)
    if not person.may(Right.TOGETHER):
        raise LookupError(circle_id)
    with database.read(person.board_id) as connection:
        membership = read_memberships(connection, person.board_id).get(circle_id)
    if membership is None:
        raise LookupError(circle_id)
    with database.read(circle_id, person.board_id) as connection:
        circle = read_circle(connection, circle_id)
    return Seat(circle, person, person.board_id, membership.standing, membership.name)


def members(person: Person, database: Database, circle_id: str) -> tuple[Membership, ...]:
    """The boards of a circle. All that were ever invited for its facilitator, who is in for everybody else in it.

    A board that is not in sees its own line only.
    """
    here = seat(person, database, circle_id)
    with database.read(circle_id, here.viewer) as connection:
        found = read_members(connection, circle_id)
    if here.is_guide:
        return found
    return tuple(
        one for one in found if one.board_id == here.viewer or (here.looks_in and one.standing is MemberState.MEMBER)
    )


def circle_room(person: Person, database: Database, circle_id: str) -> CircleRoom:
    """How much room there is in a circle, for whoever has to do with it; numbers only."""
    here = seat(person, database, circle_id)
    with database.read(circle_id, here.viewer) as connection:
        found = read_members(connection, circle_id)
    waiting = [one.board_id for one in waiting_list(found)]
    place = waiting.index(here.viewer) + 1 if here.viewer in waiting else None
    return CircleRoom(len(taking_part(found)), places_left(here.circle, found), len(waiting), place)


def boards_to_invite(person: Person, database: Database, circle_id: str) -> dict[str, str]:
    """The boards of this installation that are not in a circle and not invited, name by number."""
    guide = guiding(person, database, circle_id)
    with database.read(circle_id, guide.viewer) as connection:
        known = {
            one.board_id
            for one in read_members(connection, circle_id)
            if one.standing in (MemberState.INVITED, MemberState.MEMBER, MemberState.WAITING)
        }
    return {
        board.board_id: board.name
        for board in boards(database)
        if board.board_id not in known and board.is_example is guide.circle.is_example
    }


def set_circle(person: Person, database: Database, at: datetime, changed: Circle) -> None:
    """Give a circle another name, text, agreement or number of places; who waits comes in. Raises Refused."""
    guide = guiding(person, database, changed.circle_id)
    refuse(circle_reasons(changed.name, changed.about, changed.agreement, changed.places))
    with database.change(guide, at) as change:
        write_circle(change, changed)
        change.log("circle", changed.name, _facts(guide.circle), _facts(changed))
        _let_in(change, changed)


def invite(person: Person, database: Database, at: datetime, circle_id: str, invited: Collection[str]) -> None:
    """Invite boards, all or none. Raises Refused."""
    names = boards_to_invite(person, database, circle_id)
    if not invited:
        raise Refused(Reason("nobody_invited", "invited"))
    if unknown := [number for number in invited if number not in names]:
        raise Refused(Reason("board_not_to_invite", "invited", {"number": unknown[0][:5]}))
    with database.change(guiding(person, database, circle_id), at) as change:
        for number in invited:
            write_member(change, Membership(number, names[number], MemberState.INVITED, at))
            change.log("circle_member", names[number], None, {"standing": MemberState.INVITED})


def withdraw_invitation(person: Person, database: Database, at: datetime, circle_id: str, invited: str) -> None:
    """Take an invitation back that was not answered yet. Raises Refused."""
    with database.change(guiding(person, database, circle_id), at) as change:
        member = _standing(change, invited, MemberState.INVITED, MemberState.WAITING)
        _move(change, member, replace(member, standing=MemberState.DECLINED, since=at))


def answer_invitation(person: Person, database: Database, at: datetime, circle_id: str, *, accept: bool) -> MemberState:
    """Say yes or no for one's board; returns how it stands now: in, or on the waiting list. Raises Refused."""
    require(person, Right.TOGETHER)
    here = seat(person, database, circle_id)
    with database.change(here, at) as change:
        member = _standing(change, here.viewer, MemberState.INVITED, *(() if accept else (MemberState.WAITING,)))
        answered = (
            accepted(here.circle, read_members(change.connection, circle_id), member, at)
            if accept
            else replace(member, standing=MemberState.DECLINED, since=at)
        )
        _move(change, member, answered)
    return answered.standing


def leave_circle(
    seat_of: Seat, database: Database, at: datetime, *, keeps_shared: bool, hide_all: Callable[[Change], None]
) -> None:
    """Leave; `hide_all` takes back what the board shares, where it is not to stay. Raises Refused."""
    with database.change(seat_of, at) as change:
        member = _standing(change, seat_of.viewer, MemberState.MEMBER)
        if not keeps_shared:
            hide_all(change)
        _move(change, member, replace(member, standing=MemberState.LEFT, since=at, keeps_shared=keeps_shared))
        _let_in(change, seat_of.circle)


def guests(person: Person, database: Database, circle_id: str) -> tuple[Person, ...]:
    """Who is in a circle for no board: facilitators and experts; who is not in knows the facilitators only.

    Their addresses are for the facilitator.
    """
    here = seat(person, database, circle_id)
    with database.read(circle_id, here.viewer) as connection:
        found = people_records.read_people(connection, circle_id)
    if here.is_guide:
        return found
    known = found if here.looks_in else tuple(one for one in found if one.role is Role.GUIDE)
    return tuple(replace(one, account=None) for one in known)


def save_guest(person: Person, database: Database, at: datetime, circle_id: str, guest: Person) -> Person:
    """Let a facilitator or expert in, or change who they are; returns them with their key. Raises Refused."""
    guide = guiding(person, database, circle_id)
    if guest.role not in (Role.GUIDE, Role.EXPERT):
        raise ValueError("a guest of a circle is a facilitator or an expert")
    refuse(person_name_reasons(guest.name, "name"))
    guest = replace(guest, board_id=circle_id, account=read_account(guest.account or ""))
    with database.change(guide, at) as change:
        known = people_records.read_people(change.connection, circle_id)
        if not guest.person_id:
            guest = replace(guest, person_id=new_person_id(guest.name, {one.person_id for one in known}))
        _one_guide_stays([*(one for one in known if one.person_id != guest.person_id), guest], "role")
        people_records.write_person(change, guest)
    return guest


def remove_guest(person: Person, database: Database, at: datetime, circle_id: str, guest_id: str) -> None:
    """Let a facilitator or expert go. Raises Refused."""
    guide = guiding(person, database, circle_id)
    with database.change(guide, at) as change:
        known = people_records.read_people(change.connection, circle_id)
        leaving = next((one for one in known if one.person_id == guest_id), None)
        if leaving is None:
            raise LookupError(guest_id)
        _one_guide_stays([one for one in known if one is not leaving], None)
        people_records.remove_person(change, leaving)


def guiding(person: Person, database: Database, circle_id: str) -> Seat:
    """The seat of its facilitator. Raises NotAllowed to others in the circle, LookupError to who is not in it."""
    here = seat(person, database, circle_id)
    if not here.is_guide:
        raise NotAllowed(person, Right.GUIDE)
    return here


def contributing(person: Person, database: Database, circle_id: str) -> Seat:
    """The seat of who may say something there. Raises NotAllowed to who only looks, LookupError to who is not in it."""
    here = seat(person, database, circle_id)
    if not here.may_contribute:
        raise NotAllowed(person, Right.TOGETHER)
    return here


def elsewhere(person: Person, database: Database) -> dict[Person, str]:
    """The same person at other boards and in circles, with what that is called."""
    found = people_records.elsewhere(person, database)
    names = {one.board_id: one.name for one in tenants(database, *Kind)} if found else {}
    return {other: names[other.board_id] for other in found}


def _blank(circle_id: str, kind: Kind, name: str) -> Circle:
    return Circle(circle_id, kind, name, is_example=False, places=None, about="", agreement="")


def _facts(circle: Circle) -> dict[str, object]:
    return {"name": circle.name, "places": circle.places, "about": circle.about, "agreement": circle.agreement}


def _standing(change: Change, board_id: str, *wanted: MemberState) -> Membership:
    """The line of a board that stands so. Raises Refused where somebody was quicker."""
    member = next((one for one in read_members(change.connection, change.board_id) if one.board_id == board_id), None)
    if member is None:
        raise LookupError(board_id)
    if member.standing not in wanted:
        raise Refused(Reason("standing_changed", None, {"name": member.name}))
    return member


def _move(change: Change, before: Membership, after: Membership) -> None:
    write_member(change, after)
    change.log("circle_member", after.name, {"standing": before.standing}, {"standing": after.standing})


def _let_in(change: Change, circle: Circle) -> None:
    known = read_members(change.connection, circle.circle_id)
    before = {one.board_id: one for one in known}
    for coming in moved_up(circle, known, change.at):
        _move(change, before[coming.board_id], coming)


def _one_guide_stays(left: Collection[Person], field: str | None) -> None:
    if not any(one.role is Role.GUIDE for one in left):
        raise Refused(Reason("last_guide", field))
