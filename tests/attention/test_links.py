"""Where a signal leads whoever can end it."""

from collections.abc import Set
from types import SimpleNamespace
from typing import cast

import pytest

from pages.inventory.attention import WORDS
from pages.inventory.place import INVENTORY
from pages.parts.frame import Frame
from pages.parts.signal_words import Link
from planning.attention.devices import DeviceSignal


@pytest.mark.parametrize(
    ("reach", "schools", "expected"),
    [
        ({"00AA00"}, ("00AA00",), Link(INVENTORY, "Zeg of de lijst nog klopt", {"school": "00AA00"})),
        (None, ("00AA00",), Link(INVENTORY, "Bekijk wie antwoordde", {"deel": "scholen"})),
        (None, ("00AA00", "00BB00"), Link(INVENTORY, "Bekijk wie antwoordde", {"deel": "scholen"})),
    ],
)
def test_who_is_asked_whether_a_list_is_still_right_says_so_and_who_asked_sees_the_answers(
    reach: Set[str] | None, schools: tuple[str, ...], expected: Link
) -> None:
    frame = cast("Frame", SimpleNamespace(person=SimpleNamespace(reach=reach)))
    decision = WORDS["list_asked"].decision
    assert decision is not None
    assert decision.link(frame, DeviceSignal("list_asked", schools)) == expected
