"""What is the matter with a row of a list from outside, and where it stands. Pure."""

from dataclasses import dataclass
from typing import Final

CODES: Final = (
    "no_code", "no_title", "title_too_long", "code_too_long", "domain_unknown", "domain_differs", "double",
    "target_unread", "question_unknown", "count_unread", "too_few",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ListProblem:
    """A row that cannot be kept as it is; code and place make the message (messages.py)."""

    code: str  # one of CODES
    sheet: str
    row: int  # Excel's
    column: str  # Excel's
    as_written: str
    other: str = ""  # the cell or domain it collides with
