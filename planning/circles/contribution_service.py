"""What a person may read and bring in of a circle of boards, thing by thing."""

from datetime import datetime

from planning.circles.contents import FURTHER_RULES
from planning.circles.contribution_records import (
    hide_contributions,
    read_contributions,
    remove_contribution,
    set_level,
    write_contribution,
)
from planning.circles.model import DEFAULT_SHARING, Contribution, Seat, Sharing
from planning.circles.service import contributing, leave_circle, seat
from planning.core.database import Change, Database
from planning.core.rights import NotAllowed, Person, Right


def contributions(
    person: Person, database: Database, circle_id: str, kind: str | None = None, *, every_version: bool = False
) -> tuple[Contribution, ...]:
    """What this person may see: their board's own, and what others share with it. LookupError outside the circle.

    A kind of circle may keep more apart than levels say (FURTHER_RULES).
    """
    here = seat(person, database, circle_id)
    with database.read(circle_id, here.viewer) as connection:
        found = read_contributions(connection, here, kind, every_version=every_version)
    further = FURTHER_RULES.get(here.circle.kind)
    return further(here, found) if further else found


def contribute(
    person: Person,
    database: Database,
    at: datetime,
    circle_id: str,
    kind: str,
    key: str,
    content: object,
    *,
    level: Sharing | None = None,
    addressee: str | None = None,
    new_version: bool = False,
) -> Contribution:
    """Bring something in, or change what one brought in before; `level` None keeps its level. Returns it as kept.

    A new version leaves the earlier ones as they are. Who only looks in is not allowed to.
    """
    here = contributing(person, database, circle_id)
    with database.change(here, at) as change:
        return keep(change, here, kind, key, content, level=level, addressee=addressee, new_version=new_version)


def keep(
    change: Change,
    here: Seat,
    kind: str,
    key: str,
    content: object,
    *,
    level: Sharing | None = None,
    addressee: str | None = None,
    new_version: bool = False,
) -> Contribution:
    """The same inside a transaction of whoever sits `here`, who may contribute."""
    before = own_contribution(change, here, kind, key)
    version = (before.version + new_version) if before else 1
    shared = level or (before.level if before else DEFAULT_SHARING)
    new = Contribution(here.viewer, kind, key, version, content, shared, addressee, here.name, change.at)
    write_contribution(change, here, new)
    if before is not None and before.level is not shared:
        set_level(change, here, kind, key, shared)
    # what it says is nobody's but theirs who may see it: the log tells that it was written, and for whom
    change.log("contribution", f"{kind}/{key}", before and {"level": before.level}, {"level": shared})
    return new


def share(
    person: Person, database: Database, at: datetime, circle_id: str, kind: str, key: str, level: Sharing
) -> Sharing:
    """Let more or fewer see something of one's own; at once, for everybody. Returns the level before.

    Also who left may: what they left behind is still theirs. LookupError where they brought in no such thing.
    """
    here = seat(person, database, circle_id)
    if not (here.is_guide or person.may(Right.TOGETHER)):
        raise NotAllowed(person, Right.TOGETHER)
    with database.change(here, at) as change:
        mine = own_contribution(change, here, kind, key)
        if mine is None:
            raise LookupError(key)
        set_level(change, here, kind, key, level)
        change.log("contribution", f"{kind}/{key}", {"level": mine.level}, {"level": level})
    return mine.level


def take_back(person: Person, database: Database, at: datetime, circle_id: str, kind: str, key: str) -> None:
    """Take something of one's own away, all versions of it. LookupError where there is none."""
    here = contributing(person, database, circle_id)
    with database.change(here, at) as change:
        mine = own_contribution(change, here, kind, key)
        if mine is None:
            raise LookupError(key)
        remove_contribution(change, here, kind, key)
        change.log("contribution", f"{kind}/{key}", {"level": mine.level}, None)


def leave(person: Person, database: Database, at: datetime, circle_id: str, *, keeps_shared: bool) -> None:
    """Leave a circle; what the board shared stays for the others, or is taken back. Its own it can always read.

    Raises Refused where it does not take part.
    """
    here = seat(person, database, circle_id)
    if not person.may(Right.TOGETHER):
        raise NotAllowed(person, Right.TOGETHER)
    leave_circle(
        here,
        database,
        at,
        keeps_shared=keeps_shared,
        hide_all=lambda change: hide_contributions(change, here.viewer),
    )


def own_contribution(change: Change, here: Seat, kind: str, key: str) -> Contribution | None:
    """What whoever sits here brought in of a kind under a key, as it is in force."""
    found = read_contributions(change.connection, here, kind)
    return next((one for one in found if (one.owner, one.key) == (here.viewer, key)), None)
