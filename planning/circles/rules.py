"""Who comes into a circle, and who is next; pure."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from planning.circles.model import Circle, Membership, MemberState
from planning.core.board_rules import LONGEST_NAME
from planning.core.boards import Kind
from planning.core.refusal import Reason

LONGEST_TEXT = 2000
_LETTERS = {Kind.NETWORK: "N", Kind.PARTNERSHIP: "P"}


def new_circle_id(kind: Kind, taken: Collection[str]) -> str:
    """The next number of its kind: N0001, N0002, …"""
    letter = _LETTERS[kind]
    return next(found for n in range(1, 10_000) if (found := f"{letter}{n:04}") not in taken)


def is_of_kind(circle_id: str, kind: Kind) -> bool:
    """Whether a circle is of a kind, as its number says."""
    return circle_id.startswith(_LETTERS[kind])


def circle_reasons(name: str, about: str, agreement: str, places: int | None) -> list[Reason]:
    """Why a circle cannot be called or described so."""
    reasons = []
    if not name.strip():
        reasons.append(Reason("circle_without_name", "name"))
    if len(name) > LONGEST_NAME:
        reasons.append(Reason("circle_name_too_long", "name", {"n": LONGEST_NAME}))
    for field, text in (("about", about), ("agreement", agreement)):
        if len(text) > LONGEST_TEXT:
            reasons.append(Reason("circle_text_too_long", field, {"n": LONGEST_TEXT, "read": len(text)}))
    if places is not None and not 2 <= places <= 200:
        reasons.append(Reason("places_out_of_range", "places", {"read": places}))
    return reasons


def taking_part(memberships: Iterable[Membership]) -> tuple[Membership, ...]:
    """The boards that are in."""
    return tuple(one for one in memberships if one.standing is MemberState.MEMBER)


def places_left(circle: Circle, memberships: Iterable[Membership]) -> int | None:
    """Places that nobody has yet; None without a limit."""
    return None if circle.places is None else max(0, circle.places - len(taking_part(memberships)))


def waiting_list(memberships: Iterable[Membership]) -> tuple[Membership, ...]:
    """Who waits, who waits longest first."""
    waiting = (one for one in memberships if one.standing is MemberState.WAITING)
    return tuple(sorted(waiting, key=lambda one: (one.since, one.board_id)))


def accepted(circle: Circle, memberships: Sequence[Membership], who: Membership, at: datetime) -> Membership:
    """Who said yes: in, or on the waiting list where all places are taken or others wait already."""
    if places_left(circle, memberships) == 0 or waiting_list(memberships):
        return replace(who, standing=MemberState.WAITING, since=at)
    return replace(who, standing=MemberState.MEMBER, since=at, joined_at=at)


def moved_up(circle: Circle, memberships: Sequence[Membership], at: datetime) -> tuple[Membership, ...]:
    """Who comes in from the waiting list, as places became free."""
    waiting = waiting_list(memberships)
    left = places_left(circle, memberships)
    coming = waiting if left is None else waiting[:left]
    return tuple(replace(one, standing=MemberState.MEMBER, since=at, joined_at=at) for one in coming)
