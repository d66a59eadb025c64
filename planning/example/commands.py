"""`example load` on the command line."""

import argparse
from typing import Any


def register(subparsers: Any) -> None:
    """Add `example` to the command line."""
    example = subparsers.add_parser("example", help="the example group").add_subparsers(required=True)
    parser = example.add_parser("load", help="load the example group into an empty database")
    parser.add_argument("--if-empty", action="store_true", help="do nothing where there is a board already")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Load the example; refused where there is a board already, so that nothing gets mixed up."""
    from planning.core.command_line import CommandRefused, open_database
    from planning.core.translation import gettext as _
    from planning.example.load import is_empty, load

    database = open_database()
    if not is_empty(database):
        if arguments.if_empty:
            return 0
        raise CommandRefused(
            _("There are boards in this database already; the example is only loaded into an empty one.")
        )
    print(_("Loaded the example group: {n} inventories.").format(n=load(database)))
    return 0
