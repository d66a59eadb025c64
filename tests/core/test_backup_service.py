"""A backup on the screen: made, looked into and put back by an administrator, and refused in words of their own."""

from contextlib import closing
from pathlib import Path

import pytest

from planning.core.backup_service import (
    BoardContents,
    contents,
    look_into,
    make_backup,
    restore_backup,
    restore_content,
)
from planning.core.database import Database
from planning.core.refusal import Refused
from planning.core.rights import Role
from planning.core.service import audit, own_board, set_board
from planning.core.sqlite import driver
from planning.refusals import in_words
from tests.conftest import NOW, person

ADMINISTRATOR = person(Role.ADMINISTRATOR)


def test_a_backup_holds_what_there_was_and_comes_back_with_a_line_in_every_log(database: Database) -> None:
    backup = make_backup(ADMINISTRATOR, database, NOW)
    set_board(ADMINISTRATOR, database, NOW, name="Heel anders")
    version = database.data_version("11111")
    assert look_into(ADMINISTRATOR, database, backup, "kopie") == (
        BoardContents("22222", "Ander bestuur", 0, 0, None),
        BoardContents("11111", "Eigen bestuur", 0, 0, None),
    )
    assert [held.changes for held in contents(ADMINISTRATOR, database) if held.board_id == "11111"] == [2]
    restore_backup(ADMINISTRATOR, database, NOW, backup, "kopie")
    assert own_board(ADMINISTRATOR, database).name == "Eigen bestuur"
    assert list(audit(ADMINISTRATOR, database)["what"]) == ["backup_restored"]
    assert database.data_version("11111") > version  # what screens kept of the data before is of no use any more


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"SQLite format 3\x00" + b"\x00" * 84])
def test_a_file_that_is_not_ours_is_refused_by_the_name_the_person_knows(database: Database, content: bytes) -> None:
    with pytest.raises(Refused) as refused:
        look_into(ADMINISTRATOR, database, content, "foto.jpg")
    assert in_words(refused.value) == "‘foto.jpg’ is geen reservekopie van deze versie van Vlootplan."


def test_a_backup_with_another_table_is_refused_and_changes_nothing(database: Database, tmp_path: Path) -> None:
    file = tmp_path / "backup"
    file.write_bytes(make_backup(ADMINISTRATOR, database, NOW))
    with closing(driver.connect(file)) as connection:
        connection.execute("CREATE TABLE meer (board_id TEXT)")
        connection.execute("INSERT INTO backup_proof VALUES ('meer', 0, ?)", ("0" * 64,))
        connection.commit()
    with pytest.raises(Refused, match="no_backup"):
        restore_backup(ADMINISTRATOR, database, NOW, file.read_bytes(), "kopie")
    assert own_board(ADMINISTRATOR, database).name == "Eigen bestuur"


def test_an_empty_installation_takes_over_what_another_had(
    database: Database, sqlite_file: Path, tmp_path: Path
) -> None:
    backup = make_backup(ADMINISTRATOR, database, NOW)
    (tmp_path / "new.db").write_bytes(sqlite_file.read_bytes())
    new = Database(f"sqlite:///{tmp_path / 'new.db'}")
    restore_content(new, NOW, backup, "kopie")
    assert own_board(ADMINISTRATOR, new).name == "Eigen bestuur"
