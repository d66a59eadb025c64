"""`worker` on the command line: does work in the background until it is told to stop."""

import argparse
import signal
from threading import Event
from typing import Any

from planning.core.command_line import CommandRefused, open_database
from planning.core.logs import set_up_logs
from planning.core.settings import settings
from planning.core.translation import gettext as _
from planning.core.work import launch, stop


def register(subparsers: Any) -> None:
    """Add `worker` to the command line."""
    parser = subparsers.add_parser("worker", help="do work in the background, beside the app, on PostgreSQL")
    parser.add_argument("--patience", type=int, default=30, metavar="SECONDS", help="for what is under way at the end")
    parser.set_defaults(run=work)


def work(arguments: argparse.Namespace) -> int:
    """Work until SIGTERM or Ctrl-C; what is under way then ends, or goes on at another worker."""
    database = open_database()
    if not settings().is_shared:
        raise CommandRefused(_("On an embedded database the app works in the background itself: `make run`."))
    set_up_logs()
    told_to_stop = Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_given: told_to_stop.set())
    launch(database)
    told_to_stop.wait()
    stop(arguments.patience)
    return 0
