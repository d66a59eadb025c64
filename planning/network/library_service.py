"""What boards made public of their networks: for every board here to read, also one that is in no network."""

from dataclasses import dataclass

from planning.circles.contribution_records import read_public
from planning.circles.model import Contribution
from planning.core.boards import Kind, tenants
from planning.core.database import Database
from planning.core.rights import NotAllowed, Person, Right
from planning.core.text import name_key


@dataclass(frozen=True)
class LibraryItem:
    """Something that was made public: whose it is, and of which network."""

    owner: str  # the name of the board; of the network, where it is its facilitator's
    network: str
    is_example: bool  # whether it was made up
    contribution: Contribution


def library(person: Person, database: Database) -> tuple[LibraryItem, ...]:
    """All that is public, newest first, for whoever speaks for a board, leads a network or looks into one."""
    if not any(person.may(right) for right in (Right.TOGETHER, Right.GUIDE, Right.LOOK_IN)):
        raise NotAllowed(person, Right.TOGETHER)
    with database.read(person.board_id, person.board_id) as connection:
        found = read_public(connection)
    if not found:
        return ()
    known = {one.board_id: one for one in tenants(database, *Kind)}
    items = [
        LibraryItem(known[one.owner].name, known[network].name, known[network].is_example, one)
        for network, one in found
        if one.owner in known  # a board that was taken away takes its name along
    ]
    items.sort(key=lambda item: (name_key(item.owner), item.contribution.kind, item.contribution.key))
    return tuple(sorted(items, key=lambda item: item.contribution.at, reverse=True))
