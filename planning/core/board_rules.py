"""What a board may choose for itself, and who may be on it; pure."""

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any, Final
from unicodedata import normalize

from email_validator import EmailNotValidError, validate_email

from planning.core.refusal import OneIn, Reason, Refused, Share
from planning.core.rights import CIRCLE_ROLES, Person, Role

LOWEST_TARGET: Final = 1.0
HIGHEST_TARGET: Final = 20.0
"""Pupils per device. 1 in 20 is five times as few devices as a board with the target of 1 in 4 wants."""
HIGHEST_NEARLY_SHARE: Final = 0.5
LONGEST_STALE_DAYS: Final = 3 * 365
LONGEST_NAME: Final = 120
LONGEST_ACCOUNT: Final = 254
"""Signs of an e-mail address (RFC 5321, erratum 1690)."""

_TARGET: Final = re.compile(r"(?:1\s*(?:op|in|:)\s*)?(\d{1,4})(?:[.,](\d{1,2}))?", re.IGNORECASE)


def read_target(text: str, field: str = "pupils_per_device") -> float:
    """ "4", "2,5" or "1 op 2,5" -> pupils per device; `field` is where it was filled in. Raises Refused."""
    found = _TARGET.fullmatch(text.strip())
    if not found:
        raise Refused(Reason("target_unreadable", field, {"read": text.strip()[:40]}))
    return float(f"{found[1]}.{found[2] or 0}")


def target_reasons(pupils_per_device: float, field: str = "pupils_per_device") -> list[Reason]:
    """Why this cannot be a target; `field` is where it was filled in."""
    if LOWEST_TARGET <= pupils_per_device <= HIGHEST_TARGET:
        return []
    return [
        Reason(
            "target_out_of_range",
            field,
            {"read": OneIn(pupils_per_device), "lowest": OneIn(LOWEST_TARGET), "highest": OneIn(HIGHEST_TARGET)},
        )
    ]


def read_account(text: str, field: str = "account") -> str | None:
    """An e-mail address in the one way it is kept; None of an empty text. Raises Refused."""
    if not text.strip():
        return None
    try:
        # whether a mailbox exists is asked when mail is sent, never of somebody else's server while typing
        return validate_email(text.strip(), check_deliverability=False).normalized.lower()
    except EmailNotValidError:
        raise Refused(Reason("account_unreadable", field, {"read": text.strip()[:60]})) from None


def board_reasons(settings: Mapping[str, Any]) -> list[Reason]:
    """Why a board cannot have these settings (fields of Board)."""
    reasons = target_reasons(settings["pupils_per_device"]) if "pupils_per_device" in settings else []
    share = settings.get("nearly_share", 0.0)
    if not 0 <= share <= HIGHEST_NEARLY_SHARE:
        values = {"read": Share(share), "highest": Share(HIGHEST_NEARLY_SHARE)}
        reasons.append(Reason("nearly_out_of_range", "nearly_share", values))
    days = settings.get("stale_after_days", 1)
    if not 1 <= days <= LONGEST_STALE_DAYS:
        reasons.append(Reason("stale_out_of_range", "stale_after_days", {"read": days, "highest": LONGEST_STALE_DAYS}))
    if "name" in settings and not settings["name"].strip():
        reasons.append(Reason("board_without_name", "name"))
    if len(settings.get("name", "")) > LONGEST_NAME:
        reasons.append(Reason("board_name_too_long", "name", {"n": LONGEST_NAME}))
    return reasons


def new_board_reasons(board_id: str, name: str, administrator: str, known: Collection[str]) -> list[Reason]:
    """Why there cannot be a board of this number, with this first administrator; `known` are the numbers there are."""
    reasons = []
    if not re.fullmatch(r"\d{5}", board_id, re.ASCII):
        reasons.append(Reason("board_number_unreadable", "board_id", {"read": board_id[:40]}))
    if board_id in known:
        reasons.append(Reason("board_known", "board_id", {"number": board_id}))
    reasons += board_reasons({"name": name})
    first = Person("", board_id, administrator, Role.ADMINISTRATOR)
    return reasons + [replace(reason, field="administrator") for reason in person_reasons(first, [])]


def person_reasons(someone: Person, people: Collection[Person]) -> list[Reason]:
    """Why `someone` cannot be added, or become this; `people` are those of the board now."""
    reasons = person_name_reasons(someone.name, "name")
    if someone.role in CIRCLE_ROLES:
        reasons.append(Reason("role_of_circle", "role"))
    if someone.role is Role.SCHOOL_ICT and not someone.school_ids:
        reasons.append(Reason("coordinator_without_school", "school_ids"))
    if someone.role is not Role.ADMINISTRATOR or someone.is_off:
        reasons += _last_administrator(someone, people, "role")
    return reasons


def person_name_reasons(name: str, field: str) -> list[Reason]:
    """Why somebody cannot be called so; `field` is where it was filled in."""
    reasons = []
    if not name.strip():
        reasons.append(Reason("person_without_name", field))
    if len(name) > LONGEST_NAME:
        reasons.append(Reason("person_name_too_long", field, {"n": LONGEST_NAME}))
    return reasons


def removal_reasons(someone: Person, people: Collection[Person], by: Person) -> list[Reason]:
    """Why `by` cannot remove `someone`."""
    if someone.person_id == by.person_id:
        return [Reason("removing_oneself")]
    return _last_administrator(someone, people)


def new_person_id(name: str, taken: Collection[str]) -> str:
    """A short key for a new person: "Zoë de Wit" -> "zoe-de-wit", with a number where that one is taken."""
    plain = normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:30].strip("-") or "persoon"
    return next(key for n in range(1, len(taken) + 2) if (key := stem if n == 1 else f"{stem}-{n}") not in taken)


def _last_administrator(someone: Person, people: Collection[Person], field: str | None = None) -> list[Reason]:
    administrators = [person for person in people if person.role is Role.ADMINISTRATOR and not person.is_off]
    if [person.person_id for person in administrators] != [someone.person_id]:
        return []
    return [Reason("last_administrator", field, {"name": administrators[0].name})]
