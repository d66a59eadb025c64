"""Which sheets are read, and how: every layout proposes, the surest proposal wins until a person chooses another."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from planning.inventory.reading import ASIDE, Evidence
from planning.inventory.recognise.fingerprints import row_with
from planning.inventory.recognise.headings import HeaderRow, Heading, find_header, header_in
from planning.inventory.recognise.layouts import (
    blocks,
    counted_text,
    exports,
    flat_list,
    lots,
    matrix,
    register,
    sentences,
    side_by_side,
    stacked,
    template,
    transposed,
)
from planning.inventory.recognise.layouts.aside import why_aside
from planning.inventory.recognise.layouts.plan import Corrections, Plan, make_plan
from planning.inventory.recognise.layouts.proposal import Proposal, Recogniser, Seen
from planning.workbooks.columns import column_number
from planning.workbooks.files import Book
from planning.workbooks.grid import Grid, is_blank
from planning.workbooks.model import FileRefused

Layouts = Mapping[str, str]
"""Sheet -> the layout a person chose for it, or ASIDE."""
SURE: Final = 0.35  # a sheet whose best proposal scores less is set aside, but can still be chosen
_ONE_HEADER: Final[tuple[Recogniser, ...]] = (lots.recognise, flat_list.recognise)
_RECOGNISERS: Final[tuple[Recogniser, ...]] = (  # of equally sure ones the first: the special shapes go first
    exports.recognise,
    side_by_side.recognise,
    matrix.recognise,
    transposed.recognise,
    blocks.recognise,
    sentences.recognise,
    stacked.recognise,
    register.recognise,
    counted_text.recognise,
    lots.recognise,
    flat_list.recognise,
)


@dataclass(frozen=True, slots=True)
class Choice:
    """A sheet, the proposal that is read, or why it is set aside; and all proposals, surest first."""

    grid: Grid
    proposal: Proposal | None
    why: str  # as in reading.Sheet
    proposals: tuple[Proposal, ...] = ()

    @property
    def plans(self) -> tuple[Plan, ...]:
        """The lists that are read."""
        return self.proposal.plans if self.proposal else ()


@dataclass(frozen=True, slots=True)
class Guidance:
    """What a person said of how a workbook is to be read."""

    corrections: Corrections = field(default_factory=dict)
    layouts: Layouts = field(default_factory=dict)
    headers: Mapping[str, int] = field(default_factory=dict)  # sheet -> Excel's row of its headings
    headings: frozenset[str] = frozenset()  # fingerprints of headings that were pointed out before

    def header_row(self, grid: Grid) -> int | None:
        """Excel's row in which a person says the headings are, of this sheet or of one with the same headings."""
        if grid.name in self.headers or not self.headings:
            return self.headers.get(grid.name)
        place = row_with(grid.rows, self.headings)
        return None if place is None else grid.row_number(place)


def choose(book: Book, guidance: Guidance) -> tuple[Choice, ...]:
    """Every sheet of a book. Raises FileRefused where none can hold a list."""
    own = template.is_template(book)
    choices = [_choice(grid, guidance, own) for grid in book.grids]
    if any(c.proposal and not c.grid.hidden for c in choices):
        choices = [_unless_hidden(choice, guidance) for choice in choices]
    if not any(c.proposals for c in choices):
        names = tuple(grid.name for grid in book.grids)
        poor = next((c.why for c in choices if c.why.startswith("export_")), None)
        raise FileRefused(poor or "no_list_found", () if poor else names, sheets=str(len(names)))
    return tuple(choices)


def layout_of(plans: Sequence[Plan]) -> str:
    """The layout most rows are in; "flat_list" where nothing is read."""
    rows: Counter[str] = Counter()
    for plan in plans:
        rows[plan.layout] += len(plan.grid.rows)
    return rows.most_common(1)[0][0] if rows else "flat_list"


def _choice(grid: Grid, guidance: Guidance, own: bool) -> Choice:
    if all(map(is_blank, grid.rows)):
        return Choice(grid, None, "empty")
    if own and template.is_aside(grid):
        return Choice(grid, None, "template_help")
    poor = exports.refused(grid)
    if poor:
        return Choice(grid, None, poor)
    proposals = _proposals(grid, guidance, own)
    wanted = guidance.layouts.get(grid.name)
    if wanted == ASIDE:
        return Choice(grid, None, "left_aside", proposals)
    chosen = next((p for p in proposals if p.layout == wanted), None)
    if chosen is None and proposals and proposals[0].score >= SURE:
        chosen = proposals[0]
        why = None if own or _is_guided(grid, guidance) else why_aside(grid, chosen)
        if why:
            return Choice(grid, None, why, proposals)
    return Choice(grid, chosen, "device_list" if chosen else "no_list_found", proposals)


def _is_guided(grid: Grid, guidance: Guidance) -> bool:
    """A person said something of this sheet: it is a list."""
    return grid.name in guidance.headers or any(sheet == grid.name for sheet, _ in guidance.corrections)


def _proposals(grid: Grid, guidance: Guidance, own: bool) -> tuple[Proposal, ...]:
    """Every way a sheet can be read, surest first."""
    recognisers = (template.recognise,) if own else _RECOGNISERS
    header = find_header(grid.rows)
    row = guidance.header_row(grid)
    if row is not None and (pointed := header_in(grid.rows, row)):
        recognisers, header = _ONE_HEADER, pointed
    seen = Seen(grid, header, guidance.corrections)
    found = [proposal for recognise in recognisers if (proposal := recognise(seen))]
    if not found and (by_hand := _by_hand(grid, guidance.corrections)):
        found = [by_hand]
    if recognisers is _ONE_HEADER:
        evidence = (Evidence("pointed", {"row": str(row)}),)
        found = [replace(proposal, score=max(proposal.score, SURE), evidence=evidence) for proposal in found]
    return tuple(sorted(found, key=lambda proposal: -proposal.score))


def _unless_hidden(choice: Choice, guidance: Guidance) -> Choice:
    """A hidden sheet beside a visible list is read only where a person says so."""
    if not choice.proposal or not choice.grid.hidden or choice.grid.name in guidance.layouts:
        return choice
    return Choice(choice.grid, None, "hidden", choice.proposals)


def _by_hand(grid: Grid, corrections: Corrections) -> Proposal | None:
    """A sheet without headings we know is read where a person says which columns are which."""
    known = [column_number(letters) for sheet, letters in corrections if sheet == grid.name and letters.isalpha()]
    if not any(name for (sheet, _), name in corrections.items() if sheet == grid.name) or not known:
        return None
    width = max([len(grid.rows[0]), *known])
    for row in grid.rows:
        row.extend([""] * (width - len(row)))
    headings = tuple(Heading("", None, 0) for _ in range(width))
    layout = "lots" if "count" in corrections.values() else "flat_list"
    plan = make_plan(layout, grid, HeaderRow((), headings), corrections)
    return Proposal(layout, max(plan.score, SURE), (plan,), (Evidence("by_hand"),))
