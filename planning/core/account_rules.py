"""Who somebody is that a provider let through, and for how long they stay signed in; pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any, Final

from planning.core.board_rules import LONGEST_NAME, read_account
from planning.core.refusal import Refused
from planning.core.rights import Person

ASKED_AT_MOST: Final = 5
"""Boards that one account may ask to let it in, within REQUEST_DAYS."""
OPEN_AT_MOST: Final = 50
"""Requests that wait at one board; more is somebody's game, and nobody reads them."""
REQUEST_DAYS: Final = 30
"""How long a request is kept, answered or not."""
TOUCHED_AFTER: Final = timedelta(minutes=1)
"""A session that was seen so lately is not written again: most clicks only read."""
_TENANT: Final = re.compile(r"[0-9a-fA-F-]{36}")
_DEVICES: Final = (  # in this order: Edge and Chrome call themselves Safari too
    ("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"),
)  # fmt: skip
_SYSTEMS: Final = (
    ("CrOS", "ChromeOS"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"),
    ("Mac OS", "macOS"), ("Linux", "Linux"),
)  # fmt: skip


@dataclass(frozen=True)
class AccountClaims:
    """What a provider says of somebody who signed in there."""

    identity: str  # a digest of issuer and subject: the same account gives the same one, and nothing is read from it
    name: str
    email: str  # in the one way addresses are kept; "" where there is none
    is_verified: bool  # whether the address is theirs for certain


@dataclass(frozen=True)
class SessionLimits:
    """How long somebody stays signed in."""

    idle: timedelta  # without a click
    absolute: timedelta  # however busy

    def hold(self, begun_at: datetime, seen_at: datetime, at: datetime) -> bool:
        """Whether a session is within them; one from so far in the future, from a clock put back since, is not."""
        return at - begun_at < self.absolute and abs(at - seen_at) < self.idle


@dataclass(frozen=True)
class LoginSession:
    """Somebody is signed in somewhere."""

    board_id: str
    digest: str
    begun_at: datetime
    seen_at: datetime
    device: str  # "" where it is not known


@dataclass(frozen=True)
class AccessRequest:
    """Somebody whom nobody knew asks to be let in."""

    identity: str
    name: str
    email: str
    is_verified: bool
    at: datetime


def identity_of(issuer: str, subject: str) -> str:
    """The digest by which an account of a provider is known again."""
    return sha256(f"{issuer}\0{subject}".encode()).hexdigest()


def read_claims(
    claims: Mapping[str, Any], tenants: Sequence[str] = (), *, owns_addresses: bool
) -> AccountClaims | None:
    """What the claims of an ID token say; None where they name nobody, or somebody of a tenant that may not come.

    An address is verified where the provider says so (`email_verified`, or Entra ID's `xms_edov`), or where it
    `owns_addresses`. The administrator of any tenant of Entra ID can write any address into a token: without this,
    whoever has a tenant would be everybody.
    """
    issuer, subject = claims.get("iss"), claims.get("sub")
    if not issuer or not subject or (tenants and claims.get("tid") not in tenants):
        return None
    try:
        email = read_account(str(claims.get("email") or "")) or ""
    except Refused:
        email = ""
    is_said = any(str(claims.get(name)).lower() in ("true", "1") for name in ("email_verified", "xms_edov"))
    is_denied = str(claims.get("email_verified")).lower() == "false"
    name = " ".join(str(claims.get("name") or email).split())[:LONGEST_NAME]
    is_verified = bool(email) and (is_said or (owns_addresses and not is_denied))
    return AccountClaims(identity_of(str(issuer), str(subject)), name, email, is_verified)


def is_issued_by(template: str, claims: Mapping[str, Any]) -> bool:
    """Whether an ID token is of the tenant it names itself, where the metadata holds for every tenant: {tenantid}."""
    tenant = str(claims.get("tid") or "")
    return bool(_TENANT.fullmatch(tenant)) and claims.get("iss") == template.replace("{tenantid}", tenant)


def known_as(
    claims: AccountClaims, people: Sequence[Person], links: Mapping[tuple[str, str], str]
) -> tuple[Person, ...]:
    """The people whom this account is, of those with its address or linked to it; who is kept out is not among them.

    By address until they first came in, by the account itself from then on: an address may be given to a successor.
    `links` holds the identity of whoever came in before, by board and person.
    """

    def is_one(person: Person) -> bool:
        link = links.get((person.board_id, person.person_id))
        if link is not None:
            return link == claims.identity
        return claims.is_verified and person.account == claims.email

    return tuple(person for person in people if not person.is_off and is_one(person))


def device_of(user_agent: str) -> str:
    """A browser as its owner would call it, "Chrome · Windows"; no more is kept of it."""
    browser = next((name for mark, name in _DEVICES if mark in user_agent), "")
    system = next((name for mark, name in _SYSTEMS if mark in user_agent), "")
    return " · ".join(part for part in (browser, system) if part)
