"""What the commands of several subjects share: the database, the board and the person they work for."""

from planning.core.boards import Board, boards
from planning.core.database import Database
from planning.core.migration import is_current
from planning.core.people import find_person
from planning.core.rights import Person
from planning.core.settings import settings
from planning.core.translation import gettext as _


class CommandRefused(Exception):  # noqa: N818 - a refusal
    """The command cannot be carried out; its text says why and what to do. Nothing was written."""


def open_database() -> Database:
    """The database of this installation, at the schema of this version. Raises CommandRefused."""
    database = Database(settings().database_url)
    if not is_current(database):
        raise CommandRefused(_("The database is not up to date. First run: python -m planning db migrate"))
    return database


def chosen_board(database: Database, board_id: str | None) -> Board:
    """The board asked for; without one, the first board of the installation where there is one or it is an example."""
    known = boards(database)
    if not known:
        raise CommandRefused(_("There is no board yet. Load the example: python -m planning example load"))
    numbers = ", ".join(f"{board.board_id} ({board.name})" for board in known)
    if board_id is None:
        if len(known) > 1 and not known[0].is_example:
            raise CommandRefused(_("Choose a board with --board: {boards}").format(boards=numbers))
        return known[0]
    found = next((board for board in known if board.board_id == board_id), None)
    if found is None:
        raise CommandRefused(
            _("There is no board {number}. Known are: {boards}").format(number=board_id, boards=numbers)
        )
    return found


def acting_person(database: Database, board_id: str, person_id: str) -> Person:
    """The person named with --as. Raises CommandRefused where the board has none of that name."""
    person = find_person(database, board_id, person_id)
    if person is None:
        raise CommandRefused(
            _("{board} knows nobody as ‘{person}’. See: python -m planning people list").format(
                board=board_id, person=person_id
            )
        )
    return person
