"""`pupils import` and `schools import` on the command line: DUO's files as published."""

import argparse
import sys
from pathlib import Path
from typing import Any


def register(subparsers: Any) -> None:
    """Add `pupils` and `schools` to the command line."""
    for name, what in (("pupils", "pupil counts"), ("schools", "schools and addresses")):
        parser = subparsers.add_parser(name, help=f"{what} from DUO").add_subparsers(required=True)
        read = parser.add_parser("import", help=f"import DUO's file of {what} for one board or for all")
        read.add_argument("file", type=Path)
        read.add_argument("--board", help="board number; without it, every board of this installation")
        read.add_argument("--dry-run", action="store_true", help="only say what would change")
        read.set_defaults(run=run, subject=name)


def run(arguments: argparse.Namespace) -> int:
    """Import for the boards asked for; 1 where a row was not read or a board has no school, 2 where it is not DUO's."""
    from planning.core.boards import boards
    from planning.core.clock import now
    from planning.core.command_line import CommandRefused, chosen_board, open_database
    from planning.core.rights import operator
    from planning.core.translation import gettext as _
    from planning.organisation import messages, service
    from planning.workbooks.model import FileRefused

    if not arguments.file.is_file():
        raise CommandRefused(_("There is no file ‘{file}’.").format(file=arguments.file))
    content = arguments.file.read_bytes()
    database = open_database()
    wanted = [chosen_board(database, arguments.board)] if arguments.board else list(boards(database))
    work = service.import_pupils if arguments.subject == "pupils" else service.import_schools
    problems, without = 0, []
    for board in wanted:
        try:
            found = work(operator(board.board_id), database, now(), content, apply=not arguments.dry_run)
        except FileRefused as refused:
            raise CommandRefused(messages.refusal(refused)) from refused
        print(
            _("{board}: {schools} schools in the file, {changed} rows new or changed.").format(
                board=board.name, schools=found.schools, changed=found.changed
            )
        )
        problems = len(found.problems)
        if not found.schools:
            without.append(f"{board.name} ({board.board_id})")
    if without:
        print(
            _(
                "This file holds no school of {boards}. Is the board number the one of DUO? DUO's newest files of "
                "pupils name no boards: there, first import the schools."
            ).format(boards=", ".join(without)),
            file=sys.stderr,
        )
    return 1 if problems or without else 0
