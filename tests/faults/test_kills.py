"""A few of the kills that `make faults` does by the hundred."""

import random
from pathlib import Path

from tests.faults import kills


def test_a_killed_import_happened_wholly_or_not_at_all(example_file: Path, tmp_path: Path) -> None:
    place = kills.sqlite_place(example_file, tmp_path / "killed.db")
    act = kills.pupil_import(place.fresh(), tmp_path)
    outcome = kills.killed_often("import", act, place, 5, random.Random(1))
    assert outcome.faults == ()
    assert outcome.nothing + outcome.whole == 5


def test_a_killed_migration_goes_on_to_the_same_end(tmp_path: Path) -> None:
    place = kills.sqlite_place(kills.old_sqlite(tmp_path / "old.db"), tmp_path / "killed.db")
    assert kills.migration_killed_often(place, 2, random.Random(2)).faults == ()
