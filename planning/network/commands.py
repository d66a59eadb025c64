"""`network` on the command line: begin a learning network or a partnership, or list those that are there."""

import argparse
from typing import Any

from planning.circles.service import begin_circle
from planning.core.boards import Kind, tenants
from planning.core.clock import now
from planning.core.command_line import open_database
from planning.core.translation import gettext as _


def register(subparsers: Any) -> None:
    """Add `network` to the command line."""
    network = subparsers.add_parser("network", help="begin or list networks and partnerships of boards").add_subparsers(
        required=True
    )
    begin = network.add_parser("begin", help="begin a network with its first facilitator")
    begin.add_argument("name")
    begin.add_argument("--partners", action="store_true", help="partner boards that work together, no learning network")
    begin.add_argument("--guide", required=True, help="name of the facilitator")
    begin.add_argument("--account", default="", help="e-mail address of the facilitator")
    begin.set_defaults(run=network_begin)
    network.add_parser("list").set_defaults(run=network_list)


def network_begin(arguments: argparse.Namespace) -> int:
    """Begin a network; its facilitator then invites boards, on the screen."""
    name, guide = arguments.name.strip(), arguments.guide.strip()
    kind = Kind.PARTNERSHIP if arguments.partners else Kind.NETWORK
    first = begin_circle(open_database(), now(), kind, name, guide, arguments.account.strip())
    print(
        _("Begun: {name} ({number}); its facilitator is {person}.").format(
            name=name, number=first.board_id, person=guide
        )
    )
    return 0


def network_list(arguments: argparse.Namespace) -> int:
    """One line a network."""
    for network in tenants(open_database(), Kind.NETWORK, Kind.PARTNERSHIP):
        print(f"{network.board_id}  {network.name}")
    return 0
