"""`inventory import`: upload and confirm a workbook on the command line, with a person's rights."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from planning.inventory.service import Preview

RESTS: Final = ("gone", "other_kinds_stay", "other_systems_stay", "all_stay")
"""The codes of planning.inventory.guidance, which takes pandas along; a test holds them to it."""


def register(inventory: Any) -> None:
    """Add `inventory import` beside `inventory read`."""
    parser = inventory.add_parser("import", help="read a workbook and keep it as a school's inventory")
    parser.add_argument("file", type=Path, help="xlsx, xlsm, xls, ods or csv")
    parser.add_argument("--school", metavar="BRIN6", required=True)
    parser.add_argument("--as", dest="person", required=True, help="key of the person: see `people list`")
    parser.add_argument("--board", help="board number; may be left out where there is one board")
    parser.add_argument("--counted-on", metavar="DATE", help="the day the list shows (default: as the list says)")
    parser.add_argument("--is-own", action="store_true", help="it is the list of this school, whatever it seems")
    parser.add_argument(
        "--rest",
        choices=RESTS,
        help="what becomes of devices that the list does not name: gone (the list is whole), or other kinds, the "
        "devices of other systems, or all of them stay",
    )
    parser.add_argument(
        "--known",
        choices=("keep", "drop"),
        help="dates of purchase and prices that the list no longer tells: keep what was known, or drop it",
    )
    parser.add_argument("--dry-run", action="store_true", help="only say what would change")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """0 kept (or clear, on a dry run), 1 where a person has to decide first; nothing is kept then."""
    from planning.core.clock import board_day, now
    from planning.core.command_line import CommandRefused, acting_person, chosen_board, open_database
    from planning.core.translation import gettext as _
    from planning.inventory.guidance import Guidance
    from planning.inventory.read_command import read_content, read_day, read_school, summary
    from planning.inventory.service import confirm, preview
    from planning.inventory.words.messages import refusal
    from planning.workbooks.model import FileRefused

    database = open_database()
    board = chosen_board(database, arguments.board)
    person = acting_person(database, board.board_id, arguments.person)
    today = board_day(board, now())
    counted_on = read_day(arguments.counted_on) if arguments.counted_on else None
    school_id = read_school(arguments.school) or ""
    content = read_content(arguments.file)
    try:
        keep_known = None if arguments.known is None else arguments.known == "keep"
        said = Guidance(counted_on, of_this_school=arguments.is_own, rest=arguments.rest, keep_known=keep_known)
        found = preview(person, database, school_id, content, arguments.file.name, today, said)
    except FileRefused as refused:
        raise CommandRefused(refusal(refused)) from refused
    except LookupError as unknown:
        raise CommandRefused(
            _("This board has no school with number ‘{school}’.").format(school=school_id)
        ) from unknown
    print("\n".join([*summary(found.reading, found.counted_on), *_besides(found)]))
    if not found.is_ready:
        return 1
    if not arguments.dry_run:
        kept = confirm(person, database, now(), found)
        print(_("Kept as version {n} of {school}.").format(n=kept.version, school=found.school_name))
    return 0


def _besides(found: "Preview") -> Iterator[str]:
    """Rows of other schools, and what the reading owes to earlier lists."""
    from planning.core.clock import local_day
    from planning.core.notation import day, number
    from planning.core.translation import gettext as _
    from planning.core.translation import ngettext
    from planning.inventory.words.messages import message, where

    if found.likely_other:
        yield _("This seems to be the list of another school. Is it of {school}? Then say --is-own.").format(
            school=found.school_name
        )
    if found.asks_rest:
        yield ngettext(
            "Is this the whole inventory? {n} device known is not in the list. Then say --rest gone.",
            "Is this the whole inventory? {n} devices known are not in the list. Then say --rest gone.",
            found.totals["gone"],
        ).format(n=number(found.totals["gone"]))
    if found.asks_known:
        yield _("The list no longer tells when devices were bought or for how much. Say --known keep or --known drop.")
    others = [problem for problem in found.reading.problems if problem.code == "other-school"]
    if others:
        text = ngettext("{n} row is of another school:", "{n} rows are of another school:", len(others))
        yield text.format(n=number(len(others)))
        yield from (f"- {where(problem)}: {message(problem)}" for problem in others)
    for one in found.recalled.used:
        text = _("Read with what {name} chose on {day}.")
        yield text.format(name=one.chosen_by, day=day(local_day(one.chosen_at)))
