"""`report`: a board report as PDF, workbook or slides, on the command line."""

import argparse
import json
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from planning.core.database import Database
    from planning.core.rights import Person

FORMATS: Final = ("pdf", "xlsx", "pptx")
AUDIENCES: Final = ("supervisors", "council", "school")


def register(subparsers: Any) -> None:
    """Add `report` to the command line."""
    parser = subparsers.add_parser("report", help="the board report: PDF, workbook or slides")
    parser.add_argument("--board", help="board number; may be left out where there is one board")
    parser.add_argument("--out", type=Path, metavar="FILE", help="where to write it: a .pdf, .xlsx or .pptx")
    parser.add_argument("--format", choices=FORMATS, help="its format, where the name of the file does not say so")
    parser.add_argument("--json", action="store_true", help="print what it says as JSON; with --out beside the file")
    parser.add_argument("--audience", choices=AUDIENCES, default="supervisors", help="for whom (default: supervisors)")
    parser.add_argument("--school", action="append", default=[], metavar="BRIN6", help="school to show or be about")
    parser.add_argument("--section", action="append", default=[], metavar="NAME", help="section; without any, all")
    parser.add_argument("--foreword", type=Path, metavar="FILE", help="a text file (UTF-8) with a foreword")
    parser.add_argument("--decision", action="append", default=[], metavar="TEXT", help="a decision that is asked")
    parser.add_argument("--as-of", type=date.fromisoformat, help="reference date, YYYY-MM-DD")
    parser.add_argument("--as", dest="person", metavar="PERSON", help="by whose rights; without it the chair's")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write a report; 0 done. Nothing is kept in the database."""
    from planning.core.clock import board_day, now
    from planning.core.command_line import CommandRefused, chosen_board, open_database
    from planning.core.translation import gettext as _
    from planning.core.translation import language
    from planning.report.choice import SECTIONS_OF, ReportChoice
    from planning.report.making import written
    from planning.report.model import Audience, SectionKey, to_json
    from planning.report.service import report_content

    kind = _format(arguments)
    if kind is None and not arguments.json:
        raise CommandRefused(_("Say where to write it: --out with a name that ends in .pdf, .xlsx or .pptx."))
    database = open_database()
    board = chosen_board(database, arguments.board)
    person = _maker(database, board.board_id, arguments.person)
    audience = Audience(arguments.audience)
    known = {one.value for one in SectionKey}
    if unknown := [name for name in arguments.section if name not in known]:
        text = _("There is no section ‘{name}’. Known are: {names}")
        raise CommandRefused(text.format(name=unknown[0], names=", ".join(SectionKey)))
    sections = tuple(map(SectionKey, arguments.section)) or SECTIONS_OF[audience]
    choice = ReportChoice(
        audience,
        sections,
        tuple(arguments.school),
        _foreword(arguments.foreword),
        tuple(arguments.decision),
        language(),
    )
    at = now()
    report = report_content(person, database, at, arguments.as_of or board_day(board, at), choice)
    if kind is not None:
        arguments.out.write_bytes(written(report, at, kind))
        print(_("Written: {file}").format(file=arguments.out), file=sys.stderr)
    if arguments.json:
        print(json.dumps({"board_id": board.board_id, **to_json(report)}, ensure_ascii=False, indent=1))
    return 0


def _format(arguments: argparse.Namespace) -> str | None:
    if arguments.out is None:
        return None
    ending = arguments.out.suffix.lstrip(".").lower()
    return arguments.format or (ending if ending in FORMATS else None)


def _foreword(file: Path | None) -> str:
    from planning.core.command_line import CommandRefused
    from planning.core.translation import gettext as _

    if file is None:
        return ""
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise CommandRefused(_("‘{file}’ cannot be read as a text in UTF-8.").format(file=file)) from None


def _maker(database: "Database", board_id: str, person_id: str | None) -> "Person":
    """By whose rights it is made: whoever sits at the machine may do what the chair may."""
    from dataclasses import replace

    from planning.core.command_line import acting_person
    from planning.core.rights import Role, operator

    if person_id is not None:
        return acting_person(database, board_id, person_id)
    return replace(operator(board_id), role=Role.CHAIR)
