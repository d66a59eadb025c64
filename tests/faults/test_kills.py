"""A few of the kills that `make faults` does by the hundred."""

import random
from pathlib import Path

from tests.faults import acts, kills


def test_a_killed_import_happened_wholly_or_not_at_all_and_its_person_is_told_which(
    example_file: Path, tmp_path: Path
) -> None:
    place = kills.sqlite_place(example_file, tmp_path / "killed.db")
    act = acts.pupil_import(place.fresh(), tmp_path)
    outcome = kills.killed_often("import", act, place, 5, random.Random(1))
    assert outcome.faults == ()
    assert outcome.kills == 5


def test_a_killed_migration_goes_on_to_the_same_end(tmp_path: Path) -> None:
    place = kills.sqlite_place(kills.old_sqlite(tmp_path / "old.db"), tmp_path / "killed.db")
    assert kills.killed_often("migrate", acts.migration(), place, 2, random.Random(2)).faults == ()


def test_of_messages_whose_sender_was_killed_none_goes_twice(example_file: Path, tmp_path: Path) -> None:
    place = kills.sqlite_place(example_file, tmp_path / "killed.db")
    with acts.mail_sink() as post:
        outcome = kills.killed_often("mails", acts.mails(post), place, 4, random.Random(3))
    assert outcome.faults == ()
    assert outcome.kills == 4
