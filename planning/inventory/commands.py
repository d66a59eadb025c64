"""`inventory` on the command line."""

from typing import Any

from planning.inventory import import_command, read_command


def register(subparsers: Any) -> None:
    """Add `inventory` to the command line."""
    inventory = subparsers.add_parser("inventory", help="read inventories").add_subparsers(required=True)
    read_command.register(inventory)
    import_command.register(inventory)
