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
CIRCLE_COLUMNS: Final = ("member", "other", "invited", "former", "outsider", "facilitator", "expert")
"""The same of what boards do together: who speaks for which board, and who is there for none."""
CIRCLE_ROOMS: Final = ("circles.", "network.", "partners.")


def _cells() -> list[list[str]]:
    return [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in FILE.read_text(encoding="utf-8").splitlines()
        if line.startswith("|") and "`" in line
    ]


def lines() -> list[tuple[str, dict[Role, str]]]:
    """Every line of a board: an address or a function, and for each role "yes", "own" or "–"."""
    return [
        (where.strip("`"), dict(zip(COLUMNS, may, strict=True)))
        for _what, where, *may in _cells()
        if not where.strip("`").startswith(CIRCLE_ROOMS)
    ]


def circle_lines() -> list[tuple[str, dict[str, str]]]:
    """Every line of a circle of boards: a function, and for everybody who may come "yes", "–" or "nothing"."""
    return [
        (where.strip("`"), dict(zip(CIRCLE_COLUMNS, may, strict=True)))
        for _what, where, *may in _cells()
        if where.strip("`").startswith(CIRCLE_ROOMS)
    ]


FUNCTIONS: Final = {where: may for where, may in lines() if not where.startswith("/")}
PAGES: Final = {where.strip("/"): may for where, may in lines() if where.startswith("/")}
CIRCLE_FUNCTIONS: Final = dict(circle_lines())
