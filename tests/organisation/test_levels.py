"""Ages on 1 October as levels."""

import pytest

from planning.core.translation import use_language
from planning.organisation.levels import LEVELS, level_groups, level_name, level_of_age, pupils_per_level


@pytest.mark.parametrize(
    ("age", "level"),
    [
        (3, "lower"),
        (4, "lower"),
        (5, "lower"),
        (6, "middle"),
        (8, "middle"),
        (9, "upper"),
        (12, "upper"),
        (25, "upper"),
    ],
)
def test_an_age_belongs_to_one_level(age, level):
    assert level_of_age(age) == level


def test_every_level_is_counted_also_without_pupils():
    assert pupils_per_level({3: 1, 5: 2, 9: 4}) == {"lower": 3, "middle": 0, "upper": 4}


def test_levels_have_their_dutch_and_english_names():
    assert [level_name(level) for level in LEVELS] == ["onderbouw", "middenbouw", "bovenbouw"]
    assert level_groups("middle") == "groep 3-5"
    use_language("en")
    assert level_name("upper") == "upper years"
    use_language("nl")
