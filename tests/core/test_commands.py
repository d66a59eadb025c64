"""The command line sets an installation up and keeps it; a refusal is a sentence, never a traceback."""

import gc
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from planning.__main__ import main
from planning.core.paths import EXAMPLES
from planning.core.settings import settings
from planning.inventory import guidance
from planning.inventory.import_command import RESTS

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Run]:
    """Run a command on an installation of its own: (exit status, standard output, standard error)."""
    monkeypatch.setenv("VLOOTPLAN_DATABASE_URL", f"sqlite:///{tmp_path / 'own.db'}")
    monkeypatch.setenv("VLOOTPLAN_SECRET_FILE", str(tmp_path / "secret.key"))
    settings.cache_clear()

    def run(*arguments: object) -> tuple[int, str, str]:
        status = main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return status, said.out, said.err

    yield run
    settings.cache_clear()


@pytest.fixture
def board(run: Run) -> Run:
    """An installation with one real board, Dynamiek, and its pupils."""
    assert run("db", "migrate")[0] == 0
    status, _out, err = run("board", "add", "47920", "--name", "Dynamiek", "--administrator", "Anna")
    assert (status, "heeft nog geen scholen" in err) == (1, True)
    assert run("pupils", "import", EXAMPLES / "duo" / "leerlingen-2016-2017.csv")[0] == 0
    return run


def test_a_command_on_an_old_database_says_what_to_do(run: Run) -> None:
    status, out, err = run("board", "list")
    assert (status, out) == (2, "")
    assert "python -m planning db migrate" in err


def test_migrating_makes_the_database_ready(run: Run) -> None:
    assert run("db", "check")[0] == 2
    run("db", "migrate")
    assert run("db", "check")[0] == 0


def test_a_network_begins_with_its_facilitator(run: Run) -> None:
    run("db", "migrate")
    status, out, _err = run("network", "begin", "Lerend netwerk ICT", "--guide", "Bo", "--account", "bo@netwerk.nl")
    assert (status, out) == (0, "Begonnen: Lerend netwerk ICT (N0001); de begeleider is Bo.\n")
    assert run("network", "list")[1] == "N0001  Lerend netwerk ICT\n"
    status, _out, err = run("network", "begin", "Nog een", "--guide", "Bo", "--account", "geen adres")
    assert (status, "geen e-mailadres" in err) == (2, True)


def test_a_board_begins_with_its_administrator(board: Run) -> None:
    _status, out, _err = board("people", "list", "--json")
    assert json.loads(out) == [{"person": "beheer", "name": "Anna", "role": "administrator", "schools": []}]


@pytest.mark.parametrize("number", ["4792", "abcde", "47920"])
def test_a_board_number_that_is_none_or_taken_is_refused(board: Run, number: str) -> None:
    status, _out, err = board("board", "add", number, "--name", "X", "--administrator", "Y")
    assert (status, number in err) == (2, True)


def test_people_are_added_changed_and_removed(board: Run) -> None:
    board("people", "add", "bas", "--name", "Bas", "--role", "school_ict", "--school", "03UZ00")
    assert "03UZ00" in board("people", "list")[1]
    board("people", "add", "bas", "--name", "Bas", "--role", "group_ict")
    assert "group_ict" in board("people", "list")[1]
    assert board("people", "remove", "bas")[0] == 0
    assert board("people", "remove", "bas")[0] == 2


def test_the_ratios_of_schools_without_an_inventory_are_null_and_the_status_says_so(board: Run) -> None:
    status, out, _err = board("ratios", "--json")
    found = json.loads(out)
    assert (status, found["group"]["schools"], found["group"]["schools_known"]) == (1, 20, 0)
    assert {school["pupils_per_device"] for school in found["schools"]} == {None}


def test_an_inventory_is_imported_with_the_rights_of_a_person(board: Run, tmp_path: Path) -> None:
    board("people", "add", "bas", "--name", "Bas", "--role", "school_ict", "--school", "03UZ00")
    file = tmp_path / "lijst.csv"
    file.write_text("Soort;Aantal;Merk;Aanschafdatum\nchromebook;53;HP;2017\n", encoding="utf-8")
    refused = board("inventory", "import", file, "--school", "03QE00", "--as", "bas")
    assert (refused[0], "mag dit niet (03QE00)" in refused[2]) == (2, True)
    assert board("inventory", "import", file, "--school", "03UZ00", "--as", "bas", "--dry-run")[0] == 0
    assert "Vastgelegd" not in board("inventory", "import", file, "--school", "03UZ00", "--as", "bas", "--dry-run")[1]
    assert "Vastgelegd als versie 1" in board("inventory", "import", file, "--school", "03UZ00", "--as", "bas")[1]
    school = next(s for s in json.loads(board("ratios", "--json")[1])["schools"] if s["school"] == "03UZ00")
    assert (school["countable_devices"], school["shortage"]) == (53, 0)


def test_importing_for_one_school_keeps_no_row_of_another(board: Run, tmp_path: Path) -> None:
    board("people", "add", "bas", "--name", "Bas", "--role", "group_ict")
    file = tmp_path / "lijst.csv"
    rows = ("School;Soort;Aantal;Model;Aanschafdatum", "03UZ00;chromebook;53;Chromebook 11 G5;2017")
    file.write_text("\n".join([*rows, "03QE00;chromebook;7;Chromebook 11 G5;2017"]), encoding="utf-8")
    status, out, _err = board("inventory", "import", file, "--school", "03UZ00", "--as", "bas")
    assert (status, "1 rij is van een andere school:" in out, "‘03QE00’" in out) == (0, True, True)
    assert ("We lazen 53 devices in 1 rij." in out, "Vastgelegd als versie 1" in out) == (True, True)


def test_a_list_that_may_be_a_part_is_kept_once_it_is_said_what_becomes_of_the_rest(board: Run, tmp_path: Path) -> None:
    board("people", "add", "bas", "--name", "Bas", "--role", "group_ict")
    file = tmp_path / "lijst.csv"
    command = ("inventory", "import", file, "--school", "03UZ00", "--as", "bas")
    file.write_text("Soort;Aantal;Merk;Aanschafdatum\nchromebook;53;HP;2017\nlaptop;9;HP;2017\n", encoding="utf-8")
    assert board(*command)[0] == 0
    file.write_text("Soort;Aantal;Merk;Aanschafdatum\nchromebook;53;HP;2017\n", encoding="utf-8")
    status, out, _err = board(*command)
    assert (status, "Is dit de hele inventaris?" in out, "--rest gone" in out) == (1, True, True)
    assert "Vastgelegd als versie 2" in board(*command, "--rest", "other_kinds_stay")[1]
    school = next(s for s in json.loads(board("ratios", "--json")[1])["schools"] if s["school"] == "03UZ00")
    assert school["countable_devices"] == 62


def test_the_answers_of_the_command_line_are_those_of_the_page() -> None:
    assert RESTS == (guidance.GONE, guidance.OTHER_KINDS_STAY, guidance.OTHER_SYSTEMS_STAY, guidance.ALL_STAY)


def test_nobody_of_that_name_is_refused(board: Run, tmp_path: Path) -> None:
    file = tmp_path / "lijst.csv"
    file.write_text("Soort;Aantal\nchromebook;1\n", encoding="utf-8")
    status, _out, err = board("inventory", "import", file, "--school", "03UZ00", "--as", "niemand")
    assert (status, "‘niemand’" in err) == (2, True)


def test_a_backup_restores_what_was(board: Run, tmp_path: Path) -> None:
    backup = tmp_path / "kopie.db"
    assert board("db", "backup", backup)[0] == 0
    assert board("db", "backup", backup)[0] == 2  # never over another one
    board("people", "add", "bas", "--name", "Bas", "--role", "chair")
    gc.collect()  # the connections of a command end with its process
    status, out, _err = board("db", "restore", backup)
    assert status == 0
    assert re.search(r"[1-9]\d* tabellen met [1-9]", out)
    assert "bas" not in board("people", "list")[1]


def test_what_is_no_backup_is_not_restored(board: Run, tmp_path: Path) -> None:
    other = tmp_path / "iets.db"
    other.write_bytes(b"geen database")
    status, _out, err = board("db", "restore", other)
    assert (status, "geen reservekopie" in err) == (2, True)
    assert board("db", "check")[0] == 0


def test_the_example_is_loaded_into_an_empty_database_only(board: Run) -> None:
    assert board("example", "load")[0] == 2
    assert board("example", "load", "--if-empty")[0] == 0
    assert board("board", "list")[1].count("\n") == 1


def test_a_file_that_is_not_duos_is_refused_in_words(board: Run, tmp_path: Path) -> None:
    file = tmp_path / "iets.csv"
    file.write_text("a;b\n1;2\n", encoding="utf-8")
    status, out, err = board("pupils", "import", file)
    assert (status, out, bool(err.strip()), "Traceback" in err) == (2, "", True, False)


def test_commands_speak_english_on_request(board: Run) -> None:
    assert board("--lang", "en", "db", "check")[1] == "The database is up to date.\n"


@pytest.mark.parametrize(
    ("subject", "file"), [("pupils", "leerlingen-2016-2017.csv"), ("schools", "hoofdvestigingen-2017.csv")]
)
def test_a_board_number_without_schools_says_so(board: Run, subject: str, file: str) -> None:
    board("board", "add", "12345", "--name", "Uw bestuur", "--administrator", "Uw naam")
    status, _out, err = board(subject, "import", EXAMPLES / "duo" / file, "--board", "12345")
    assert (status, "geen school van Uw bestuur (12345)" in err) == (1, True)
