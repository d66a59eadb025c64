"""Who may do what, as docs/access.md says it."""

from typing import Final

from planning.core.paths import ROOT
from planning.core.rights import Role

FILE: Final = ROOT / "docs" / "access.md"
COLUMNS: Final = (
    Role.CHAIR, Role.GROUP_ICT, Role.SCHOOL_ICT, Role.ICOACH, Role.PRIVACY_OFFICER, Role.ADMINISTRATOR, Role.READER,
    Role.FACILITATOR,
)  # fmt: skip
"""The columns after what it is and where it is, in the order of the file."""


def lines() -> list[tuple[str, dict[Role, str]]]:
    """Every line of the table: an address or a function, and for each role "yes", "own" or "–"."""
    cells = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in FILE.read_text(encoding="utf-8").splitlines()
        if line.startswith("|") and "`" in line
    ]
    return [(where.strip("`"), dict(zip(COLUMNS, may, strict=True))) for _what, where, *may in cells]


FUNCTIONS: Final = {where: may for where, may in lines() if not where.startswith("/")}
PAGES: Final = {where.strip("/"): may for where, may in lines() if where.startswith("/")}
