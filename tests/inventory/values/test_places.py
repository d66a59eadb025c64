"""Places tell the level and who uses what stands there."""

import pytest

from planning.inventory.values.places import audience_of, level_of


@pytest.mark.parametrize(
    ("place", "level"),
    [
        ("groep 1/2", "lower"),
        ("groep 2/3", "shared"),
        ("gr 4", "middle"),
        ("groep 3-5", "middle"),
        ("groep 5/6", "shared"),
        ("groep 7/8", "upper"),
        ("gr. 7a", "upper"),
        ("groep 1 t/m 4", "shared"),
        ("kleuters", "lower"),
        ("bovenbouw", "upper"),
        ("Lokaal 7", "shared"),
        ("mediatheek", "shared"),
        ("", "shared"),
    ],
)
def test_a_group_belongs_to_a_level_and_a_span_of_two_is_shared(place: str, level: str) -> None:
    assert level_of(place) == level


def test_a_bare_number_is_a_group_only_under_a_heading_that_says_so() -> None:
    assert level_of("7") == "shared"
    assert level_of("7", group_heading=True) == "upper"
    assert level_of("7/8", group_heading=True) == "upper"


@pytest.mark.parametrize(
    ("place", "audience"),
    [
        ("groep 7", "pupils"),
        ("kar 1", "pupils"),
        ("hal boven", "pupils"),
        ("groep 7 (meester Bart)", "pupils"),
        ("personeelskamer", "staff"),
        ("directie", "staff"),
        ("juf Esra", "staff"),
        ("zolder", None),
        ("", None),
    ],
)
def test_a_classroom_is_for_pupils_and_the_staff_room_for_staff(place: str, audience: str | None) -> None:
    assert audience_of(place) == audience
