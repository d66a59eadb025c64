"""Which sheets are read, and how: every layout proposes, the surest proposal wins."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from planning.inventory.files import Book, Grid
from planning.inventory.headings import HeaderRow, Heading, find_header
from planning.inventory.layouts import exports, flat_list, lots, template
from planning.inventory.layouts.plan import Corrections, Plan, make_plan
from planning.inventory.packed import column_number
from planning.inventory.reading import FileRefused

Recogniser = Callable[[Grid, HeaderRow | None, Corrections], Plan | None]
_RECOGNISERS: Final[tuple[Recogniser, ...]] = (exports.recognise, lots.recognise, flat_list.recognise)


@dataclass(frozen=True, slots=True)
class Choice:
    """A sheet and its plan, or why it is set aside."""

    grid: Grid
    plan: Plan | None
    why: str  # as in reading.Sheet


def choose(book: Book, corrections: Corrections) -> tuple[Choice, ...]:
    """Every sheet of a book. Raises FileRefused where none holds a list."""
    own = template.is_template(book)
    recognisers = (template.recognise,) if own else _RECOGNISERS
    choices = [_choice(grid, corrections, recognisers, own) for grid in book.grids]
    if any(c.plan and not c.grid.hidden for c in choices):
        choices = [Choice(c.grid, None, "hidden") if c.plan and c.grid.hidden else c for c in choices]
    if not any(c.plan for c in choices):
        poor = next((c.why for c in choices if c.why.startswith("export_")), None)
        raise FileRefused(poor or "no_list_found", sheets=str(len(book.grids)))
    return tuple(choices)


def layout_of(plans: Sequence[Plan]) -> str:
    """The layout most rows are in."""
    rows: Counter[str] = Counter()
    for plan in plans:
        rows[plan.layout] += len(plan.grid.rows)
    return rows.most_common(1)[0][0]


def _choice(grid: Grid, corrections: Corrections, recognisers: Sequence[Recogniser], own: bool) -> Choice:
    if not any(cell != "" for row in grid.rows for cell in row):
        return Choice(grid, None, "empty")
    if own and template.is_aside(grid):
        return Choice(grid, None, "template_help")
    poor = exports.refused(grid)
    if poor:
        return Choice(grid, None, poor)
    header = find_header(grid.rows)
    proposals = [plan for recognise in recognisers if (plan := recognise(grid, header, corrections))]
    if not proposals:
        by_hand = _by_hand(grid, corrections)
        return Choice(grid, by_hand, "device_list" if by_hand else "no_list_found")
    return Choice(grid, max(proposals, key=lambda plan: plan.score), "device_list")


def _by_hand(grid: Grid, corrections: Corrections) -> Plan | None:
    """A sheet without headings we know is read where a person says which columns are which."""
    if not any(name for (sheet, _), name in corrections.items() if sheet == grid.name):
        return None
    known = [column_number(letters) for sheet, letters in corrections if sheet == grid.name]
    width = max([len(grid.rows[0]), *known])
    for row in grid.rows:
        row.extend([""] * (width - len(row)))
    headings = tuple(Heading("", None, 0) for _ in range(width))
    has_count = "count" in corrections.values()
    return make_plan("lots" if has_count else "flat_list", grid, HeaderRow((), headings), corrections)
