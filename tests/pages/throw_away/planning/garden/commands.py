"""`garden` on the command line."""

import argparse
from typing import Any


def register(subparsers: Any) -> None:
    """Add `garden` to the command line."""
    subparsers.add_parser("garden").set_defaults(run=run)


def run(_arguments: argparse.Namespace) -> int:
    """Nothing."""
    return 0
