"""Why a line cannot be kept, all reasons at once; pure."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from planning.core.refusal import Reason
from planning.core.text import tokens
from planning.inventory.words.cell_words import first_names
from planning.privacy.registers import MODELS
from planning.systems.model import CODES, HIGHEST_SATISFACTION, LOWEST_SATISFACTION, MARKS, SystemLine
from planning.systems.rules import system_key

LONGEST_SYSTEM: Final = 120
LONGEST_ROLE: Final = 80
LONGEST_TEXT: Final = 1000
HIGHEST_PER_PUPIL_CENTS: Final = 1_000_00
HIGHEST_PER_SCHOOL_CENTS: Final = 1_000_000_00
MOST_STANDARDS: Final = 12
ROLES: Final = ("owner", "manager")
_LONGEST: Final = {"system": LONGEST_SYSTEM, "supplier": LONGEST_SYSTEM, "variant": LONGEST_SYSTEM,
                   "owner": LONGEST_ROLE, "manager": LONGEST_ROLE,
                   "personal_data": LONGEST_TEXT, "judgement_reason": LONGEST_TEXT}  # fmt: skip


def line_key(line: SystemLine) -> tuple[str, str, str, str]:
    """What a line is about: one system in one variant for one function at one school."""
    return line.school_id, line.function, system_key(line.system), system_key(line.variant)


def names_a_person(role: str) -> bool:
    """Whether a text that should be a role holds a first name."""
    return not first_names().isdisjoint(tokens(role))


def line_reasons(line: SystemLine, others: Sequence[SystemLine], today: date) -> list[Reason]:
    """Why this line cannot be kept beside the others of its school."""
    for field, codes in {**CODES, "agreement_model": MODELS}.items():
        if getattr(line, field) not in (None, *codes):
            raise ValueError(field)
    if not set(line.marks) <= set(MARKS):
        raise ValueError("marks")
    reasons = []
    if not line.system.strip():
        reasons.append(Reason("system_without_name", "system"))
    elif any(line_key(other) == line_key(line) and other.line_id != line.line_id for other in others):
        reasons.append(Reason("system_there_already", "system", {"name": line.system}))
    for field, most in _LONGEST.items():
        if len(getattr(line, field)) > most:
            reasons.append(Reason("system_text_too_long", field, {"n": most}))
    reasons += [
        Reason("role_is_a_person", field, {"read": getattr(line, field)[:60]})
        for field in ROLES
        if names_a_person(getattr(line, field))
    ]
    if len(line.standards) > MOST_STANDARDS or any(len(one) > LONGEST_ROLE for one in line.standards):
        reasons.append(Reason("system_text_too_long", "standards", {"n": LONGEST_ROLE}))
    return [*reasons, *_day_reasons(line, today), *_number_reasons(line)]


def _day_reasons(line: SystemLine, today: date) -> list[Reason]:
    reasons = []
    starts, ends, notice = line.starts_on, line.ends_on, line.notice_on
    if starts and ends and ends < starts:
        reasons.append(Reason("contract_ends_first", "ends_on", {"late": ends, "early": starts}))
    if notice and ends and notice > ends:
        reasons.append(Reason("notice_after_end", "notice_on", {"notice": notice, "end": ends}))
    if notice and ends is None:
        reasons.append(Reason("notice_without_end", "ends_on", {"notice": notice}))
    if line.in_use_on and line.out_on and line.out_on < line.in_use_on:
        reasons.append(Reason("use_ends_first", "out_on", {"late": line.out_on, "early": line.in_use_on}))
    for field in ("agreement_on", "judged_on"):
        said = getattr(line, field)
        if said and said > today:
            reasons.append(Reason("system_day_to_come", field, {"read": said, "today": today}))
    return reasons


def _number_reasons(line: SystemLine) -> list[Reason]:
    reasons = []
    for field, most in (
        ("per_pupil_cents", HIGHEST_PER_PUPIL_CENTS),
        ("per_school_cents", HIGHEST_PER_SCHOOL_CENTS),
    ):
        cents = getattr(line, field)
        if cents is not None and not 0 <= cents <= most:
            reasons.append(Reason("system_cost_out_of_range", field, {"highest": most // 100}))
    said = line.satisfaction
    if said is not None and not LOWEST_SATISFACTION <= said <= HIGHEST_SATISFACTION:
        values = {"read": said, "low": LOWEST_SATISFACTION, "high": HIGHEST_SATISFACTION}
        reasons.append(Reason("satisfaction_out_of_range", "satisfaction", values))
    return reasons
