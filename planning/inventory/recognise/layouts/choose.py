"""Which sheets are read, and how: every layout proposes, and of several the one that leaves least unexplained is read.

Until a person chooses another.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, NoReturn

from planning.core.text import clean
from planning.inventory.guidance import Corrections, Guidance, Shape
from planning.inventory.reading import ASIDE, Evidence, SheetColumn
from planning.inventory.recognise.fingerprints import column_keys, fingerprint, row_with
from planning.inventory.recognise.footnotes import with_cell_notes, with_footnotes
from planning.inventory.recognise.headings import HeaderRow, Heading, find_header, header_in, header_of_serials
from planning.inventory.recognise.layouts import (
    blocks,
    cards,
    counted_text,
    exports,
    flat_list,
    headless,
    labelled,
    lots,
    matrix,
    register,
    sentences,
    serials,
    side_by_side,
    stacked,
    template,
    transposed,
)
from planning.inventory.recognise.layouts.aside import is_plainly_wished, why_aside
from planning.inventory.recognise.layouts.choice_lists import are_choices
from planning.inventory.recognise.layouts.explained import explained, rows_explained
from planning.inventory.recognise.layouts.headed_below import with_headings_first
from planning.inventory.recognise.layouts.plan import ListPlan
from planning.inventory.recognise.layouts.plan_making import make_plan
from planning.inventory.recognise.layouts.proposal import Proposal, Recogniser, SheetView
from planning.inventory.recognise.layouts.stock import header_of_stock
from planning.inventory.recognise.layouts.unit_rows import with_units
from planning.inventory.recognise.legends import written_in_full
from planning.inventory.recognise.other_lists import why_no_list
from planning.inventory.recognise.questions import with_questions_named
from planning.inventory.recognise.row_notes import with_row_notes
from planning.inventory.recognise.sections import names_school, of_heading
from planning.workbooks.columns import column_number
from planning.workbooks.files import Book
from planning.workbooks.grid import Grid, is_blank
from planning.workbooks.model import FileRefused

_NO_LIST: Final = frozenset({"no_list_found", "empty", "template_help", "own_remarks"})
_ENOUGH: Final = 0.5  # what explains the lesser part of a sheet is set aside, and can still be chosen
_SOME: Final = 0.3
_NEARLY_ALL: Final = 0.9  # of the rows: columns under headings nobody knows may be many
_SEVERAL: Final = 2  # sheets
_ONE_HEADER: Final[tuple[Recogniser, ...]] = (lots.recognise, flat_list.recognise)
_RECOGNISERS: Final[tuple[Recogniser, ...]] = (  # of those that explain as much the first: the special shapes go first
    exports.recognise,
    side_by_side.recognise,
    matrix.recognise,
    transposed.recognise,
    labelled.recognise,
    blocks.recognise,
    serials.recognise,
    cards.recognise,
    sentences.recognise,
    headless.recognise,
    stacked.recognise,
    register.recognise,
    counted_text.recognise,
    lots.recognise,
    flat_list.recognise,
)


@dataclass(frozen=True, slots=True)
class SheetProposals:
    """A sheet and all proposals for it, surest first; the one that is read, or why it is set aside."""

    grid: Grid
    proposal: Proposal | None
    why: str  # as in reading.Sheet
    proposals: tuple[Proposal, ...] = ()
    mark: str | None = None  # fingerprint of its headings before any choice; None where it is not read then

    @property
    def plans(self) -> tuple[ListPlan, ...]:
        """The lists that are read."""
        return self.proposal.plans if self.proposal else ()

    @property
    def columns(self) -> tuple[SheetColumn, ...]:
        """The columns of all its lists."""
        return tuple(column for plan in self.plans for column in plan.columns)


def choose(book: Book, guidance: Guidance) -> tuple[SheetProposals, ...]:
    """Every sheet of a book, read as it was said to be, now or of an earlier list with the same headings.

    Raises FileRefused where none can hold a list.
    """
    own = template.is_template(book)
    shapes = guidance.shapes
    pointed_out = frozenset(mark for mark, shape in shapes.items() if shape.pointed_out)
    possible = [_possible(grid, guidance, pointed_out, own) for grid in book.grids]
    possible = _unless_beside_headings(possible)
    if not any(sheet.proposals for sheet in possible):
        poor = next((sheet.why for sheet in possible if sheet.why.startswith("export_")), None)
        _refuse(book, poor or why_no_list(book.grids))
    plain = _unless_hidden([_chosen(sheet, guidance, None, own) for sheet in possible], {})
    marks = [fingerprint([column.header for column in sheet.columns]) for sheet in plain]
    chosen = []
    for sheet, mark in zip(possible, marks, strict=True):
        shape = shapes.get(mark or "", Shape())
        layout = guidance.layouts.get(sheet.grid.name, shape.layout)
        one = _chosen(sheet, guidance, layout, own)
        if columns := _recalled(one, shape):
            recalling = replace(guidance, columns={**columns, **guidance.columns})
            one = _chosen(_possible(sheet.grid, recalling, pointed_out, own), recalling, layout, own)
        chosen.append(replace(one, mark=mark))
    if all(sheet.why in _NO_LIST for sheet in chosen) and why_no_list(book.grids) == "pupil_list":
        _refuse(book, "pupil_list")  # also where its columns could be made into a list of devices
    chosen = _unless_choices(_unless_wished(chosen, guidance), guidance)
    return tuple(_named_after_schools(_named_after_rooms(_unless_hidden(chosen, guidance.layouts))))


def _refuse(book: Book, why: str) -> NoReturn:
    names = tuple(grid.name for grid in book.grids)
    raise FileRefused(why, names if why == "no_list_found" else (), sheets=str(len(names)))


def _unless_wished(sheets: Sequence[SheetProposals], guidance: Guidance) -> list[SheetProposals]:
    """Beside a list of what is there a sheet of wishes is not read until a person says so; it has no serial numbers."""
    wished = [
        bool(sheet.proposal)
        and is_plainly_wished(sheet.grid.name)
        and not guidance.speaks_of(sheet.grid.name)
        and not any("serial" in plan.fields for plan in sheet.plans)
        for sheet in sheets
    ]
    if not any(sheet.proposal and not wish for sheet, wish in zip(sheets, wished, strict=True)):
        return list(sheets)
    return [
        replace(sheet, proposal=None, why="wishes") if wish else sheet
        for sheet, wish in zip(sheets, wished, strict=True)
    ]


def _unless_choices(sheets: Sequence[SheetProposals], guidance: Guidance) -> list[SheetProposals]:
    """A sheet with the values that columns of another are filled in with is not read."""

    def offers(sheet: SheetProposals) -> bool:
        others = [plan for other in sheets if other is not sheet for plan in other.plans]
        return bool(others) and not guidance.speaks_of(sheet.grid.name) and are_choices(sheet.plans, others)

    return [replace(sheet, proposal=None, why="choice_list") if offers(sheet) else sheet for sheet in sheets]


def _named_after_rooms(sheets: Sequence[SheetProposals]) -> list[SheetProposals]:
    """Of sheets with the same headings most are called after rooms: the others are too, whatever those are called."""
    named = Counter(sheet.mark for sheet in sheets for plan in sheet.plans if "location" in plan.context)
    alike = Counter(sheet.mark for sheet in sheets if sheet.plans)
    rooms = {mark for mark in alike if mark and alike[mark] > _SEVERAL and 2 * named[mark] > alike[mark]}
    return [_in_room(sheet) if sheet.mark in rooms else sheet for sheet in sheets]


def _named_after_schools(sheets: Sequence[SheetProposals]) -> list[SheetProposals]:
    """Where every list has a sheet called as schools are, "De Bolster" and "Het Anker", each is of that school."""
    read = [sheet for sheet in sheets if sheet.plans]
    if len(read) < _SEVERAL or not all(names_school(sheet.grid.name) for sheet in read):
        return list(sheets)
    return [_of_school(sheet) if sheet.plans else sheet for sheet in sheets]


def _of_school(sheet: SheetProposals) -> SheetProposals:
    assert sheet.proposal
    plans = tuple(
        plan if "school" in plan.fields else replace(plan, context={**plan.context, "school": sheet.grid.name})
        for plan in sheet.plans
    )
    return replace(sheet, proposal=replace(sheet.proposal, plans=plans))


def _in_room(sheet: SheetProposals) -> SheetProposals:
    if sheet.proposal is None or any(
        "location" in plan.fields or plan.context.keys() - {"audience"} for plan in sheet.plans
    ):
        return sheet
    plans = tuple(replace(plan, context={**plan.context, "location": sheet.grid.name}) for plan in sheet.plans)
    return replace(sheet, proposal=replace(sheet.proposal, plans=plans))


def layout_of(plans: Sequence[ListPlan]) -> str:
    """The layout most rows are in; "flat_list" where nothing is read."""
    rows: Counter[str] = Counter()
    for plan in plans:
        rows[plan.layout] += len(plan.grid.rows)
    return rows.most_common(1)[0][0] if rows else "flat_list"


def _possible(grid: Grid, guidance: Guidance, pointed_out: frozenset[str], own: bool) -> SheetProposals:
    """A sheet with every way it can be read, before one is chosen."""
    if all(map(is_blank, grid.rows)):
        return SheetProposals(grid, None, "empty")
    if own and template.is_aside(grid):
        return SheetProposals(grid, None, "template_help")
    if template.is_remarks(grid):
        return SheetProposals(grid, None, "own_remarks")
    poor = exports.refused(grid)
    if poor:
        return SheetProposals(grid, None, poor)
    return SheetProposals(grid, None, "no_list_found", _proposals(grid, guidance, pointed_out, own))


def _chosen(sheet: SheetProposals, guidance: Guidance, layout: str | None, own: bool) -> SheetProposals:
    """The sheet with the proposal of this layout, else the surest where that is sure enough."""
    if layout == ASIDE and sheet.why == "no_list_found":
        return replace(sheet, why="left_aside")
    chosen = next((proposal for proposal in sheet.proposals if proposal.layout == layout), None)
    if chosen is None and sheet.proposals and sheet.proposals[0].sure:
        chosen = sheet.proposals[0]
        why = None if own or guidance.speaks_of(sheet.grid.name) else why_aside(sheet.grid, chosen)
        if why:
            return replace(sheet, why=why)
    return replace(sheet, proposal=chosen, why="device_list") if chosen else sheet


def _recalled(sheet: SheetProposals, shape: Shape) -> Corrections:
    """The corrections of earlier lists of the same shape, for the columns of this one."""
    if not shape.columns:
        return {}
    keys = column_keys(sheet.columns)
    return {(sheet.grid.name, name): shape.columns[key] for name, key in keys.items() if key in shape.columns}


def _header_row(grid: Grid, guidance: Guidance, pointed_out: frozenset[str]) -> int | None:
    """Excel's row in which a person says the headings are, of this sheet or of one with the same headings."""
    if grid.name in guidance.headers or not pointed_out:
        return guidance.headers.get(grid.name)
    place = row_with(grid.rows, pointed_out)
    return None if place is None else grid.row_number(place)


def _proposals(grid: Grid, guidance: Guidance, pointed_out: frozenset[str], own: bool) -> tuple[Proposal, ...]:
    """Every way a sheet can be read, surest first."""
    recognisers = (template.recognise,) if own else _RECOGNISERS
    grid = grid if own else with_footnotes(written_in_full(with_questions_named(grid)))
    header = find_header(grid.rows) or header_of_stock(grid) or _header_of_a_kind(grid)
    grid = with_row_notes(with_cell_notes(grid, header), header)
    row = _header_row(grid, guidance, pointed_out)
    if row is not None and (pointed := header_in(grid.rows, row)):
        recognisers, header = _ONE_HEADER, pointed
    moved, header = (grid, header) if own or row else with_headings_first(*with_units(grid, header))
    seen = SheetView(moved, header, guidance.columns)
    found = [proposal for recognise in recognisers if (proposal := recognise(seen))]
    if not found and (by_hand := _by_hand(grid, guidance.columns)):
        found = [by_hand]
    if recognisers is _ONE_HEADER:
        evidence = (Evidence("pointed", {"row": str(row)}),)
        found = [replace(proposal, sure=True, evidence=evidence) for proposal in found]
    if len(found) > 1 or not all(map(_is_plain, found)):
        spoken_of = [letters for sheet, letters in guidance.columns if sheet == grid.name]
        found = [_measured(grid, proposal, spoken_of) for proposal in found]
    return _surest_first(found)


def _header_of_a_kind(grid: Grid) -> HeaderRow | None:
    """The headings of serial numbers and who has them, where the sheet or a line above says what they all are."""
    header = header_of_serials(grid.rows, titled=False)
    if header is None:
        return None
    named = [grid.name, *(cell for row in grid.rows[: header.rows[0]] for cell in row if isinstance(cell, str))]
    return header if any("kind" in of_heading(clean(text)) for text in named) else None


def _is_plain(proposal: Proposal) -> bool:
    """A list whose headings say enough: alone it needs no measuring, which takes time where it is long."""
    return all(plan.body is None for plan in proposal.plans) and proposal.score >= _ENOUGH


def _measured(grid: Grid, proposal: Proposal, spoken_of: Sequence[str]) -> Proposal:
    """The proposal with the share of the sheet it explains; one that explains the lesser part is not read unasked."""
    share = round(explained(grid, proposal.plans, spoken_of), 2)
    asked = any(evidence.code in ("pointed", "by_hand") for evidence in proposal.evidence)
    enough = share >= _ENOUGH or (share >= _SOME and rows_explained(grid, proposal.plans) >= _NEARLY_ALL)
    return replace(proposal, score=share, sure=asked or (proposal.sure and enough))


def _unless_beside_headings(sheets: Sequence[SheetProposals]) -> list[SheetProposals]:
    """A sheet without headings beside a list that has them adds it up more often than it is one: a person says so."""
    surest = [sheet.proposals[0] for sheet in sheets if sheet.proposals]
    if not any(proposal.sure and not headless.is_headless(proposal) for proposal in surest):
        return list(sheets)
    return [replace(sheet, proposals=_surest_first(map(_if_headed, sheet.proposals))) for sheet in sheets]


def _if_headed(proposal: Proposal) -> Proposal:
    return replace(proposal, sure=False) if headless.is_headless(proposal) else proposal


def _surest_first(proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
    return tuple(sorted(proposals, key=lambda proposal: (not proposal.sure, -proposal.score)))


def _unless_hidden(sheets: Sequence[SheetProposals], layouts: Mapping[str, str]) -> list[SheetProposals]:
    """A hidden sheet beside a visible list is read only where a person says so."""
    if not any(sheet.proposal and not sheet.grid.hidden for sheet in sheets):
        return list(sheets)
    return [
        replace(sheet, proposal=None, why="hidden")
        if sheet.proposal and sheet.grid.hidden and sheet.grid.name not in layouts
        else sheet
        for sheet in sheets
    ]


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
    return Proposal(layout, plan.score, (plan,), (Evidence("by_hand"),))
