"""What a board may choose for itself, and who may be on it; pure."""

import re
from collections.abc import Collection, Mapping
from typing import Any, Final
from unicodedata import normalize

from planning.core.notation import number, percent, target_one_in
from planning.core.refusal import Refused
from planning.core.rights import Person, Role
from planning.core.translation import gettext as _

LOWEST_TARGET: Final = 1.0
HIGHEST_TARGET: Final = 20.0
"""Pupils per device. 1 in 20 is five times as few devices as a board with the target of 1 in 4 wants."""
HIGHEST_NEARLY_SHARE: Final = 0.5
LONGEST_STALE_DAYS: Final = 3 * 365
LONGEST_NAME: Final = 120

_TARGET: Final = re.compile(r"(?:1\s*(?:op|in|:)\s*)?(\d{1,4})(?:[.,](\d{1,2}))?", re.IGNORECASE)


def read_target(text: str) -> float:
    """ "4", "2,5" or "1 op 2,5" -> pupils per device. Raises Refused."""
    found = _TARGET.fullmatch(text.strip())
    if not found:
        raise Refused(_("The target says ‘{read}’. Write it as a number: 4 or 2,5.").format(read=text.strip()[:40]))
    return float(f"{found[1]}.{found[2] or 0}")


def target_reasons(pupils_per_device: float) -> list[str]:
    """Why this cannot be a target."""
    if LOWEST_TARGET <= pupils_per_device <= HIGHEST_TARGET:
        return []
    text = _("The target says {read}. Choose one from {lowest} to {highest}.")
    return [
        text.format(
            read=target_one_in(pupils_per_device),
            lowest=target_one_in(LOWEST_TARGET),
            highest=target_one_in(HIGHEST_TARGET),
        )
    ]


def board_reasons(settings: Mapping[str, Any]) -> list[str]:
    """Why a board cannot have these settings (fields of Board)."""
    reasons = target_reasons(settings["pupils_per_device"]) if "pupils_per_device" in settings else []
    share = settings.get("nearly_share", 0.0)
    if not 0 <= share <= HIGHEST_NEARLY_SHARE:
        reasons.append(
            _("‘Nearly’ says {read}. Choose a share from 0% to {highest}: above that a school is simply short.").format(
                read=percent(share), highest=percent(HIGHEST_NEARLY_SHARE)
            )
        )
    days = settings.get("stale_after_days", 1)
    if not 1 <= days <= LONGEST_STALE_DAYS:
        reasons.append(
            _("‘Out of date’ says {read} days. Choose from 1 to {highest} days.").format(
                read=number(days), highest=number(LONGEST_STALE_DAYS)
            )
        )
    return reasons


def person_reasons(someone: Person, people: Collection[Person]) -> list[str]:
    """Why `someone` cannot be added, or become this; `people` are those of the board now."""
    reasons = []
    if not someone.name.strip():
        reasons.append(_("There is no name yet. Fill in what this person is called."))
    if len(someone.name) > LONGEST_NAME:
        reasons.append(_("This name is longer than {n} signs. Shorten it.").format(n=number(LONGEST_NAME)))
    if someone.role is Role.SCHOOL_ICT and not someone.school_ids:
        reasons.append(_("An ICT coordinator has at least one school. Choose which."))
    if someone.role is not Role.ADMINISTRATOR:
        reasons += _last_administrator(someone, people)
    return reasons


def removal_reasons(someone: Person, people: Collection[Person], by: Person) -> list[str]:
    """Why `by` cannot remove `someone`."""
    if someone.person_id == by.person_id:
        return [_("You cannot remove yourself. Ask another administrator.")]
    return _last_administrator(someone, people)


def new_person_id(name: str, taken: Collection[str]) -> str:
    """A short key for a new person: "Zoë de Wit" -> "zoe-de-wit", with a number where that one is taken."""
    plain = normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:30].strip("-") or "persoon"
    return next(key for n in range(1, len(taken) + 2) if (key := stem if n == 1 else f"{stem}-{n}") not in taken)


def _last_administrator(someone: Person, people: Collection[Person]) -> list[str]:
    administrators = [person for person in people if person.role is Role.ADMINISTRATOR]
    if [person.person_id for person in administrators] != [someone.person_id]:
        return []
    return [
        _("{name} is the only administrator. First make somebody else administrator.").format(
            name=administrators[0].name
        )
    ]
