"""A change is made from what was read, or not at all: held against the data version, on both engines."""

from threading import Barrier, Thread

import pytest

from planning.core.database import Database, VersionConflict, based_on
from planning.core.rights import Role
from planning.core.service import own_board, set_board, who_changed
from tests.conftest import NOW, person

CHAIR = person(Role.CHAIR)


def test_what_is_made_from_an_older_version_is_not_made(database: Database) -> None:
    version = database.data_version("11111")
    set_board(CHAIR, database, NOW, name="Eerst")
    with based_on({"11111": version}), pytest.raises(VersionConflict):
        set_board(CHAIR, database, NOW, name="Later")
    assert own_board(CHAIR, database).name == "Eerst"
    assert database.data_version("11111") == version + 1
    assert who_changed(CHAIR, database, version) == (CHAIR.name,)


def test_only_the_first_change_is_held_against_it(database: Database) -> None:
    with based_on({"11111": database.data_version("11111"), "22222": 99}):
        set_board(CHAIR, database, NOW, name="Een")
        set_board(CHAIR, database, NOW, name="Twee")
    assert own_board(CHAIR, database).name == "Twee"


def test_of_eight_at_the_same_moment_one_is_kept_and_seven_are_told(database: Database) -> None:
    version, start, told = database.data_version("11111"), Barrier(8), []

    def save(number: int) -> None:
        start.wait()
        try:
            with based_on({"11111": version}):
                set_board(CHAIR, database, NOW, name=f"Naam {number}")
        except VersionConflict:
            told.append(number)

    threads = [Thread(target=save, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(told) == 7
    assert database.data_version("11111") == version + 1
