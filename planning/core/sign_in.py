"""Who is signed in, carried between browser and server in signed text: nobody can write it but this installation."""

import secrets
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final

from itsdangerous import BadSignature, TimestampSigner, URLSafeTimedSerializer
from pydantic import TypeAdapter, ValidationError

from planning.core.account_rules import AccountClaims
from planning.core.settings import settings

COOKIE: Final = "vlootplan_person"
COOKIE_SECONDS: Final = 30 * 24 * 3600
TICKET_SECONDS: Final = 120
GUEST_SECONDS: Final = 15 * 60
_CLAIMS: Final = TypeAdapter(AccountClaims)


@cache
def _secret(path: Path) -> str:
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(48), encoding="ascii")
    return path.read_text(encoding="ascii")


class _UndatedSigner(TimestampSigner):
    """Signs the same text the same way at any time; what was signed with its moment is read as well."""

    def get_timestamp(self) -> int:
        return 1


@cache
def _signer(purpose: str, secret_file: Path, signer: type[TimestampSigner] = TimestampSigner) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(_secret(secret_file), salt=purpose, signer=signer)


def write_identity(board_id: str, person_id: str) -> str:
    """The text that stands for this person in st.user and in the cookie."""
    return _signer("identity", settings().secret_file).dumps([board_id, person_id])


def read_identity(text: str | None) -> tuple[str, str] | None:
    """(board, person) of a text that this installation signed less than 30 days ago, else None."""
    return _read("identity", text, COOKIE_SECONDS)


def write_ticket(board_id: str, person_id: str) -> str:
    """A short-lived text by which the sign-in screen hands a chosen person to the address that sets the cookie."""
    return _signer("ticket", settings().secret_file).dumps([board_id, person_id])


def read_ticket(text: str | None) -> tuple[str, str] | None:
    """(board, person) of a ticket of less than two minutes old, else None."""
    return _read("ticket", text, TICKET_SECONDS)


def write_guest(claims: AccountClaims) -> str:
    """What a provider said of a stranger, for the screen on which they may ask to be let in."""
    return _signer("guest", settings().secret_file).dumps(_CLAIMS.dump_python(claims))


def read_guest(text: str | None) -> AccountClaims | None:
    """The stranger of a text of less than a quarter of an hour old, else None."""
    try:
        return _CLAIMS.validate_python(
            _signer("guest", settings().secret_file).loads(text or "", max_age=GUEST_SECONDS)
        )
    except (BadSignature, ValidationError):
        return None


def derived_secret(purpose: str) -> str:
    """A secret for somebody else's signatures, the same on every server that has our secret file."""
    return sha256(f"{purpose}\0{_secret(settings().secret_file)}".encode()).hexdigest()


def cookie_name() -> str:
    """The cookie of this mode; by its prefix a browser takes it over https only, and from this host alone."""
    if settings().is_local:
        return COOKIE
    return "__Host-vlootplan" if settings().is_secure else "vlootplan_session"


def write_feed(board_id: str, person_id: str, serial: str) -> str:
    """The secret part of a calendar address, the same however often it is shown; it holds until the serial changes."""
    return _signer("feed", settings().secret_file, _UndatedSigner).dumps([board_id, person_id, serial])


def read_feed(text: str | None) -> tuple[str, str, str] | None:
    """(board, person, serial) of an address that this installation signed, else None."""
    try:
        board_id, person_id, serial = _signer("feed", settings().secret_file, _UndatedSigner).loads(text or "")
    except (BadSignature, ValueError):
        return None
    return str(board_id), str(person_id), str(serial)


def _read(purpose: str, text: str | None, seconds: int) -> tuple[str, str] | None:
    try:
        board_id, person_id = _signer(purpose, settings().secret_file).loads(text or "", max_age=seconds)
    except (BadSignature, ValueError):
        return None
    return str(board_id), str(person_id)
