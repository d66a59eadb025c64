"""`network` on the command line."""

import argparse
from typing import Any


def register(subparsers: Any) -> None:
    """Add `network` to the command line."""
    subparsers.add_parser("network").set_defaults(run=run)


def run(_arguments: argparse.Namespace) -> int:
    """Nothing."""
    return 0
