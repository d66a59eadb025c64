"""Coming in by an account of a provider: sessions that can be ended, and asking to be let in.

A session is a row; the browser holds a random token of which only the digest is kept. Whoever ends the row has signed
out every copy of the token. In local mode there are none.
"""

import secrets
from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final

import sqlalchemy as sa

from planning.core import account_records as records
from planning.core.account_records import login_session
from planning.core.account_rules import (
    ASKED_AT_MOST,
    OPEN_AT_MOST,
    REQUEST_DAYS,
    TOUCHED_AFTER,
    AccessRequest,
    AccountClaims,
    LoginSession,
    SessionLimits,
    known_as,
)
from planning.core.board_rules import new_person_id, person_reasons
from planning.core.database import ALL_BOARDS, Database, board
from planning.core.people import find_by_session, read_people, write_person
from planning.core.refusal import Reason, Refused, refuse
from planning.core.rights import Person, Right, require

_TOKEN_BYTES: Final = 32


def arrive(database: Database, at: datetime, claims: AccountClaims, limits: SessionLimits, device: str) -> str | None:
    """Sign in whom a provider let through, at the first board that knows them; gives the token, or None for a stranger.

    Links the account to everybody it is, at every board. What is over and old is taken away on this occasion.
    """
    with database.beside(ALL_BOARDS) as connection:
        records.forget_old_sessions(connection, limits, at)
        records.forget_old_requests(connection, at - timedelta(days=REQUEST_DAYS))
        people, links = _candidates(connection, claims)
        found = known_as(claims, people, links)
        for person in found:
            if (person.board_id, person.person_id) not in links:
                records.add_link(connection, person.board_id, person.person_id, claims.identity, at)
        return _begin(connection, found[0], claims.identity, at, at, device) if found else None


def presence(
    database: Database, at: datetime, token: str | None, limits: SessionLimits, *, touch: bool = True
) -> tuple[Person, int] | None:
    """Who is signed in by this token, and their board's data version; None where nobody is, or not any more.

    `touch`: whether this counts as something they did.
    """
    if (key := _key(token)) is None:
        return None
    with database.read(key[0]) as connection:
        found = find_by_session(connection, *key)
    if found is None:
        return None
    person, version, begun_at, seen_at, _identity = found
    if not limits.hold(begun_at, seen_at, at):
        return None
    if touch and at - seen_at > TOUCHED_AFTER:
        with database.beside(key[0]) as connection:
            records.touch_session(connection, *key, at)
    return person, version


def depart(database: Database, token: str | None) -> None:
    """Sign out: the token and every copy of it are worth nothing from now on."""
    if (key := _key(token)) is not None:
        with database.beside(key[0]) as connection:
            records.end_sessions(connection, login_session.c.board_id == key[0], login_session.c.digest == key[1])


def move(
    database: Database, at: datetime, token: str | None, other: tuple[str, str], limits: SessionLimits
) -> str | None:
    """Go on as the same person at another board (board, person); gives another token, the first is worth nothing more.

    None where the account is not linked to them there, and then nothing changes: an address is not enough, which the
    administrator of any board may write. The session is as old as it was.
    """
    key = _key(token)
    with database.beside(ALL_BOARDS) as connection:
        found = find_by_session(connection, *key) if key else None
        if key is None or found is None or not limits.hold(found[2], found[3], at):
            return None
        _person, _version, begun_at, _seen_at, identity = found
        claims = AccountClaims(identity, "", "", is_verified=False)
        people, links = _candidates(connection, claims)
        target = next((one for one in known_as(claims, people, links) if (one.board_id, one.person_id) == other), None)
        if target is None:
            return None
        mine = login_session.c.board_id == key[0], login_session.c.digest == key[1]
        device = connection.execute(sa.select(login_session.c.device).where(*mine)).scalar_one()
        records.end_sessions(connection, *mine)
        return _begin(connection, target, identity, begun_at, at, device)


def own_sessions(person: Person, database: Database) -> tuple[LoginSession, ...]:
    """Where this person is signed in, here and as the same person elsewhere, seen last first."""
    with database.read(ALL_BOARDS) as connection:
        return records.read_sessions(connection, _identities(connection, person))


def end_own_sessions(person: Person, database: Database, at: datetime, digests: Collection[str] | None = None) -> int:
    """Sign oneself out, of these sessions or everywhere; how many that were."""
    with database.beside(ALL_BOARDS) as connection:
        mine = login_session.c.identity.in_(_identities(connection, person))
        chosen = sa.true() if digests is None else login_session.c.digest.in_(digests)
        return records.end_sessions(connection, mine, chosen)


def end_sessions(database: Database, someone: tuple[str, str] | None = None) -> int:
    """Sign somebody (board, person) out everywhere at that board, or everybody; how many sessions that were.

    For whoever keeps the server.
    """
    with database.beside(ALL_BOARDS) as connection:
        if someone is None:
            return records.end_sessions(connection)
        return records.end_sessions_of(connection, *someone)


def ask_access(database: Database, at: datetime, claims: AccountClaims, board_id: str) -> None:
    """Ask the administrator of a board to be let in.

    Whether there is such a board, and whether it has too many requests already, from them or from all, stays unsaid.
    """
    with database.beside(ALL_BOARDS) as connection:
        records.forget_old_requests(connection, at - timedelta(days=REQUEST_DAYS))
        asked = records.requests_by(connection, claims.identity)
        if board_id in asked or len(asked) >= ASKED_AT_MOST:
            return
        is_board = connection.execute(
            sa.select(sa.literal(1)).where(board.c.board_id == board_id, board.c.kind == "board")
        ).scalar()
        if is_board and len(records.read_requests(connection, board_id)) < OPEN_AT_MOST:
            records.add_request(connection, board_id, claims, at)


def access_requests(person: Person, database: Database) -> tuple[AccessRequest, ...]:
    """Who asks this board to be let in, longest first."""
    require(person, Right.MANAGE_PEOPLE)
    with database.read(person.board_id) as connection:
        return records.read_requests(connection, person.board_id)


def approve_request(person: Person, database: Database, at: datetime, identity: str, someone: Person) -> Person:
    """Let somebody in who asked: as somebody new (`person_id` ""), or as one of the board. Raises Refused.

    The account they asked with is theirs from now on.
    """
    require(person, Right.MANAGE_PEOPLE)
    with database.change(person, at) as change:
        asked = next(
            (one for one in records.read_requests(change.connection, person.board_id) if one.identity == identity), None
        )
        if asked is None:
            raise Refused(Reason("request_gone"))
        folk = read_people(change.connection, person.board_id)
        key = someone.person_id or new_person_id(someone.name, {other.person_id for other in folk})
        # an address that nobody verified is no account: elsewhere it may be somebody else's
        account = asked.email if asked.is_verified else someone.account
        admitted = replace(someone, board_id=person.board_id, person_id=key, account=account, is_off=False)
        refuse(person_reasons(admitted, folk))
        write_person(change, admitted)
        records.add_link(change.connection, person.board_id, key, identity, at)
        records.close_request(change.connection, person.board_id, identity, None)
        change.log("access_request", admitted.name, None, {"answer": "approved"})
    return admitted


def decline_request(person: Person, database: Database, at: datetime, identity: str) -> None:
    """Do not let in who asked; they cannot ask this board again for a while. Raises Refused."""
    require(person, Right.MANAGE_PEOPLE)
    with database.change(person, at) as change:
        asked = {one.identity: one for one in records.read_requests(change.connection, person.board_id)}
        if identity not in asked:
            raise Refused(Reason("request_gone"))
        records.close_request(change.connection, person.board_id, identity, at)
        change.log("access_request", "", None, {"answer": "declined"})  # whoever was refused is not kept in the log


def _begin(
    connection: sa.Connection, person: Person, identity: str, begun_at: datetime, at: datetime, device: str
) -> str:
    token = f"{person.board_id}.{secrets.token_urlsafe(_TOKEN_BYTES)}"
    session = LoginSession(person.board_id, _digest(token), begun_at, at, device)
    records.add_session(connection, session, person.person_id, identity)
    return token


def session_key(token: str | None) -> str:
    """By which a session of a token is known among one's own."""
    return _digest(token or "")


def _digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def board_of(token: str | None) -> str | None:
    """The board that a token names, whether it is anybody's or not; None where it has not the form of one."""
    return key[0] if (key := _key(token)) else None


def _key(token: str | None) -> tuple[str, str] | None:
    """Board and digest of a token; it names its board, so that nothing of another has to be looked through."""
    board_id, dot, secret = (token or "").partition(".")
    return (board_id, _digest(token or "")) if dot and secret else None


def _candidates(
    connection: sa.Connection, claims: AccountClaims
) -> tuple[tuple[Person, ...], dict[tuple[str, str], str]]:
    """Everybody who may be this account, by address or by link, and the links that decide."""
    by_address = read_people(connection, account=claims.email) if claims.email and claims.is_verified else ()
    links = records.read_links(connection, claims.identity, [(one.board_id, one.person_id) for one in by_address])
    known = {(one.board_id, one.person_id) for one in by_address}
    linked = [key for key, identity in links.items() if identity == claims.identity and key not in known]
    by_link = [one for key in linked for one in read_people(connection, key[0]) if one.person_id == key[1]]
    return (*sorted((*by_address, *by_link), key=lambda one: one.board_id),), links


def _identities(connection: sa.Connection, person: Person) -> list[str]:
    """By which account this person came in; none in local mode, and never that of somebody else with their address."""
    links = records.read_links(connection, "", [(person.board_id, person.person_id)])
    return sorted(set(links.values()))
