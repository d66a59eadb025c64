"""`db`, `board` and `people` on the command line: set up an installation and keep it."""

import argparse
import json
import sys
from collections.abc import Collection
from pathlib import Path
from typing import Any

from planning.core.account_service import end_sessions
from planning.core.backup import Digest, back_up, move, restore
from planning.core.boards import boards
from planning.core.clock import now
from planning.core.command_line import CommandRefused, chosen_board, open_database
from planning.core.database import Database
from planning.core.migration import grant_use, is_current, migrate
from planning.core.personal_data_service import export_person, forget_person
from planning.core.retention import Terms, retain
from planning.core.rights import BOARD_ROLES, Person, Role, operator
from planning.core.service import begin_board, people, remove_people, save_person
from planning.core.settings import settings
from planning.core.translation import gettext as _
from planning.core.work import prepare_engine


def register(subparsers: Any) -> None:
    """Add `db`, `board` and `people` to the command line."""
    db = subparsers.add_parser("db", help="migrate, back up, restore or check the database").add_subparsers(
        required=True
    )
    upgrade = db.add_parser("migrate", help="bring the schema up to date")
    upgrade.add_argument("--grant", metavar="ROLE", help="the role of the app, which may then read and write rows")
    upgrade.set_defaults(run=db_migrate)
    db.add_parser("check", help="is the schema of this version, and does the database answer").set_defaults(
        run=db_check
    )
    for name, action, help in (
        ("backup", db_backup, "copy every table to one new file, and prove it"),
        ("restore", db_restore, "put a backup in the place of what the database holds; stop the app first"),
    ):
        parser = db.add_parser(name, help=help)
        parser.add_argument("file", type=Path)
        parser.set_defaults(run=action)

    elsewhere = db.add_parser("move", help="take all to another, empty database, as to PostgreSQL; stop the app first")
    elsewhere.add_argument("address", help="of the other: postgresql+psycopg://owner:password@host/name")
    elsewhere.add_argument("--grant", metavar="ROLE", help="the role of the app over there")
    elsewhere.set_defaults(run=db_move)

    old = db.add_parser("retain", help="let go of what was kept long enough; run it every night")
    old.add_argument("--dry-run", action="store_true", help="only count")
    old.set_defaults(run=db_retain)

    board = subparsers.add_parser("board", help="add or list boards").add_subparsers(required=True)
    add = board.add_parser("add", help="add a board with its first administrator")
    add.add_argument("number", help="board number at DUO, five digits")
    add.add_argument("--name", required=True)
    add.add_argument("--administrator", required=True, help="name of the first administrator")
    add.add_argument("--account", default="", help="e-mail address with which the administrator signs in")
    add.set_defaults(run=board_add)
    board.add_parser("list").set_defaults(run=board_list)

    folk = subparsers.add_parser("people", help="add, remove or list the people of a board").add_subparsers(
        required=True
    )
    new = folk.add_parser("add")
    new.add_argument("person", help="short key, for example anna")
    new.add_argument("--name", required=True)
    new.add_argument("--role", required=True, choices=[role.value for role in BOARD_ROLES])
    new.add_argument("--school", action="append", default=[], help="BRIN6; may be given more than once")
    new.add_argument("--account", default="", help="e-mail address with which they sign in")
    new.add_argument("--board")
    new.set_defaults(run=people_add)
    gone = folk.add_parser("remove")
    gone.add_argument("person")
    gone.add_argument("--board")
    gone.set_defaults(run=people_remove)
    out = folk.add_parser("sign-out", help="end the sessions of somebody, or of everybody, at once")
    out.add_argument("person", nargs="?", help="without one: everybody, of every board")
    out.add_argument("--board")
    out.set_defaults(run=people_sign_out)
    told = folk.add_parser("export", help="all that is kept of somebody, as JSON")
    told.add_argument("person")
    told.add_argument("--board")
    told.set_defaults(run=people_export)
    erased = folk.add_parser("forget", help="take somebody who left out of every table")
    erased.add_argument("person")
    erased.add_argument("--board")
    erased.set_defaults(run=people_forget)
    every = folk.add_parser("list")
    every.add_argument("--board")
    every.add_argument("--json", action="store_true")
    every.set_defaults(run=people_list)


def db_migrate(arguments: argparse.Namespace) -> int:
    """Bring the database to the schema of this version."""
    database = Database(settings().database_url)
    migrate(database)
    prepare_engine(database, arguments.grant)
    if arguments.grant:
        grant_use(database, arguments.grant)
    print(_("The database is up to date."))
    return 0


def db_check(arguments: argparse.Namespace) -> int:
    """0 where the schema is this version's, 2 where it is not."""
    if not is_current(Database(settings().database_url)):
        raise CommandRefused(_("The database is not up to date. First run: python -m planning db migrate"))
    print(_("The database is up to date."))
    return 0


def db_backup(arguments: argparse.Namespace) -> int:
    """Copy the database to one file while it may be in use."""
    digests = back_up(open_database(), arguments.file)
    print(_("Backed up to ‘{file}’: {held}.").format(file=arguments.file, held=_held(digests.values())))
    return 0


def db_restore(arguments: argparse.Namespace) -> int:
    """Put a backup in the place of what the database holds."""
    digests, kept = restore(Database(settings().database_url), arguments.file)
    if kept is not None:
        print(_("The database that was here is kept as ‘{file}’.").format(file=kept))
    print(_("Restored from ‘{file}’: {held}.").format(file=arguments.file, held=_held(digests.values())))
    return 0


def db_move(arguments: argparse.Namespace) -> int:
    """Take all that this database holds to another; this one stays as it is."""
    target = Database(arguments.address)
    digests = move(open_database(), target)
    if arguments.grant:
        grant_use(target, arguments.grant)
    print(_("Moved: {held}. Now set database_url to the new address.").format(held=_held(digests.values())))
    return 0


def db_retain(arguments: argparse.Namespace) -> int:
    """Let go of what was kept as long as the settings say."""
    gone = retain(open_database(), now(), Terms.of(settings()), apply=not arguments.dry_run)
    for name, rows in gone.items():
        print(f"{name:16} {rows}")
    return 0


def _held(digests: Collection[Digest]) -> str:
    rows = sum(digest.rows for digest in digests)
    return _("{tables} tables with {rows} rows, read back and found the same").format(tables=len(digests), rows=rows)


def board_add(arguments: argparse.Namespace) -> int:
    """Add a board and its administrator; 1, for it has no schools yet."""
    number = arguments.number.strip()
    name, administrator = arguments.name.strip(), arguments.administrator.strip()
    begin_board(open_database(), now(), number, name, administrator, arguments.account)
    print(
        _("Added {name} ({number}); its administrator is {person}.").format(
            name=arguments.name, number=number, person=arguments.administrator
        )
    )
    print(
        _(
            "Board {number} has no schools yet. They come with DUO's files: `python -m planning "
            "pupils import FILE --board {number}`, or on the screen Settings."
        ).format(number=number),
        file=sys.stderr,
    )
    return 1


def board_list(arguments: argparse.Namespace) -> int:
    """One line a board."""
    for board in boards(open_database()):
        print(f"{board.board_id}  {board.name}")
    return 0


def people_add(arguments: argparse.Namespace) -> int:
    """Add somebody, or change what they are."""
    database = open_database()
    board = chosen_board(database, arguments.board)
    someone = Person(
        arguments.person,
        board.board_id,
        arguments.name,
        Role(arguments.role),
        frozenset(arguments.school),
        account=arguments.account or None,
    )
    save_person(operator(board.board_id), database, now(), someone)
    print(_("{name} is kept as ‘{person}’.").format(name=someone.name, person=someone.person_id))
    return 0


def people_remove(arguments: argparse.Namespace) -> int:
    """Take somebody off the board."""
    database = open_database()
    board = chosen_board(database, arguments.board)
    someone = next((p for p in people(operator(board.board_id), database) if p.person_id == arguments.person), None)
    if someone is None:
        raise CommandRefused(
            _("{board} knows nobody as ‘{person}’. See: python -m planning people list").format(
                board=board.board_id, person=arguments.person
            )
        )
    remove_people(operator(board.board_id), database, now(), [someone])
    print(_("{name} was removed.").format(name=someone.name))
    return 0


def people_sign_out(arguments: argparse.Namespace) -> int:
    """End sessions, as after a theft or a leak."""
    database = open_database()
    someone = None
    if arguments.person is not None:
        board = chosen_board(database, arguments.board)
        someone = (board.board_id, arguments.person)
    print(_("Sessions ended: {n}.").format(n=end_sessions(database, someone)))
    return 0


def people_export(arguments: argparse.Namespace) -> int:
    """All that is kept of somebody, table by table."""
    database = open_database()
    board = chosen_board(database, arguments.board)
    found = export_person(operator(board.board_id), database, arguments.person)
    print(json.dumps(found, ensure_ascii=False, indent=1))
    return 0


def people_forget(arguments: argparse.Namespace) -> int:
    """Take somebody who left out of every table."""
    database = open_database()
    board = chosen_board(database, arguments.board)
    called = forget_person(operator(board.board_id), database, now(), arguments.person)
    print(_("Forgotten. Where the name stood, stands ‘{name}’.").format(name=called))
    return 0


def people_list(arguments: argparse.Namespace) -> int:
    """One line a person, or JSON."""
    database = open_database()
    board = chosen_board(database, arguments.board)
    folk = people(operator(board.board_id), database)
    if arguments.json:
        rows = [
            {"person": p.person_id, "name": p.name, "role": p.role.value, "schools": sorted(p.school_ids)} for p in folk
        ]
        print(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        for p in folk:
            print(f"{p.person_id:20} {p.role.value:14} {p.name}  {' '.join(sorted(p.school_ids))}".rstrip())
    return 0
