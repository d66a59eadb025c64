"""By which account people come in, who is signed in, and who asked to be let in, as kept."""

from collections.abc import Collection
from datetime import datetime

import sqlalchemy as sa

from planning.core.account_rules import AccessRequest, AccountClaims, LoginSession, SessionLimits
from planning.core.database import Moment, metadata
from planning.core.store import board_column, board_key, part_of

person_link = sa.Table(
    "person_link",
    metadata,
    board_column(),
    sa.Column("person_id", sa.String(40), primary_key=True),
    sa.Column("identity", sa.String(64), nullable=False, index=True),
    sa.Column("since", Moment, nullable=False),
    part_of("person", "person_id"),
)

login_session = sa.Table(
    "login_session",
    metadata,
    board_column(),
    sa.Column("digest", sa.String(64), primary_key=True),  # of the token: who reads the table signs in nowhere
    sa.Column("person_id", sa.String(40), nullable=False),
    sa.Column("identity", sa.String(64), nullable=False, index=True),
    sa.Column("begun_at", Moment, nullable=False),
    sa.Column("seen_at", Moment, nullable=False),
    sa.Column("device", sa.String(40), nullable=False),
    part_of("person", "person_id"),
)

access_request = sa.Table(
    "access_request",
    metadata,
    board_key(),
    sa.Column("identity", sa.String(64), primary_key=True),
    sa.Column("name", sa.String(120), nullable=False),
    sa.Column("email", sa.String(254), nullable=False),
    sa.Column("is_verified", sa.Boolean, nullable=False),
    sa.Column("at", Moment, nullable=False),
    sa.Column("declined_at", Moment),
)


def read_links(
    connection: sa.Connection, identity: str, people: Collection[tuple[str, str]]
) -> dict[tuple[str, str], str]:
    """The identity of whoever came in before, by board and person: all of this identity, and any of these people."""
    c = person_link.c
    query = sa.select(person_link).where(sa.or_(c.identity == identity, sa.tuple_(c.board_id, c.person_id).in_(people)))
    return {(row.board_id, row.person_id): row.identity for row in connection.execute(query)}


def add_link(connection: sa.Connection, board_id: str, person_id: str, identity: str, at: datetime) -> None:
    """From now on the person is known by this account, not by an address."""
    forget_link(connection, board_id, person_id)
    row = {"board_id": board_id, "person_id": person_id, "identity": identity, "since": at}
    connection.execute(person_link.insert().values(row))


def forget_link(connection: sa.Connection, board_id: str, person_id: str) -> None:
    """The person is known by their address again, and signed in nowhere."""
    c = person_link.c
    connection.execute(person_link.delete().where(c.board_id == board_id, c.person_id == person_id))
    end_sessions_of(connection, board_id, person_id)


def add_session(connection: sa.Connection, session: LoginSession, person_id: str, identity: str) -> None:
    """Somebody is signed in."""
    connection.execute(login_session.insert().values(**vars(session), person_id=person_id, identity=identity))


def touch_session(connection: sa.Connection, board_id: str, digest: str, at: datetime) -> None:
    """It was seen again."""
    mine = login_session.c.board_id == board_id, login_session.c.digest == digest
    connection.execute(login_session.update().where(*mine).values(seen_at=at))


def end_sessions(connection: sa.Connection, *which: sa.ColumnElement[bool]) -> int:
    """Sign out; how many that were."""
    return connection.execute(login_session.delete().where(*which)).rowcount


def end_sessions_of(connection: sa.Connection, board_id: str, person_id: str) -> int:
    """Sign a person of a board out everywhere."""
    c = login_session.c
    return end_sessions(connection, c.board_id == board_id, c.person_id == person_id)


def read_sessions(connection: sa.Connection, identities: Collection[str]) -> tuple[LoginSession, ...]:
    """Where these accounts are signed in, at every board this transaction sees, seen last first."""
    c = login_session.c
    query = sa.select(c.board_id, c.digest, c.begun_at, c.seen_at, c.device).where(c.identity.in_(identities))
    return tuple(LoginSession(*row) for row in connection.execute(query.order_by(c.seen_at.desc(), c.digest)))


def read_requests(connection: sa.Connection, board_id: str) -> tuple[AccessRequest, ...]:
    """Who waits for an answer of a board, longest first."""
    c = access_request.c
    query = (
        sa.select(c.identity, c.name, c.email, c.is_verified, c.at)
        .where(c.board_id == board_id, c.declined_at.is_(None))
        .order_by(c.at, c.identity)
    )
    return tuple(AccessRequest(*row) for row in connection.execute(query))


def requests_by(connection: sa.Connection, identity: str) -> frozenset[str]:
    """The boards that an account asked, answered or not, among those this transaction sees."""
    c = access_request.c
    return frozenset(connection.execute(sa.select(c.board_id).where(c.identity == identity)).scalars())


def add_request(connection: sa.Connection, board_id: str, claims: AccountClaims, at: datetime) -> None:
    """Somebody asks to be let in."""
    connection.execute(access_request.insert().values(board_id=board_id, at=at, declined_at=None, **vars(claims)))


def close_request(connection: sa.Connection, board_id: str, identity: str, declined_at: datetime | None) -> bool:
    """A request is answered: gone, or kept as declined for as long as they may not ask again; whether it was open."""
    c = access_request.c
    mine = c.board_id == board_id, c.identity == identity, c.declined_at.is_(None)
    if declined_at is None:
        return connection.execute(access_request.delete().where(*mine)).rowcount > 0
    return connection.execute(access_request.update().where(*mine).values(declined_at=declined_at)).rowcount > 0


def forget_old_sessions(connection: sa.Connection, limits: SessionLimits, at: datetime) -> int:
    """Take away sessions that are over; how many."""
    c = login_session.c
    return end_sessions(connection, sa.or_(c.begun_at <= at - limits.absolute, c.seen_at <= at - limits.idle))


def forget_old_requests(connection: sa.Connection, asked_before: datetime) -> int:
    """Take away requests that are old, answered or not; how many."""
    return connection.execute(access_request.delete().where(access_request.c.at <= asked_before)).rowcount
