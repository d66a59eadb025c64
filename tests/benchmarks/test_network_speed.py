"""The page of a network of eight boards may cost half as much again as an empty page in the same frame, in one run."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from pages.network.place import NETWORK
from pages.server.session import open_database
from planning.circles import contribution_service as store
from planning.circles import service as circles
from planning.circles.model import Sharing
from planning.core.boards import Board, Kind, add_board
from planning.core.paths import ROOT
from planning.core.people import find_person
from planning.core.rights import Person, Role
from planning.network import cycle_contents as cycle
from planning.network import cycle_service
from planning.network.cycle_contents import ItemAnswer
from planning.network.themes import NetworkTheme, items_of
from tests.benchmarks.reruns import by_turns, opened
from tests.benchmarks.reruns import script_seconds as script_seconds
from tests.benchmarks.test_overview_speed import chair as chair
from tests.browser.serving import BOARD

pytestmark = pytest.mark.bench

MOST_TIMES = 1.5
NOW = datetime(2018, 5, 1, 12, 0, tzinfo=UTC)


def join_more(most: int = 8) -> None:
    """Let the example's network have eight boards, all of which share their scores."""
    database = open_database()
    speaker = find_person(database, BOARD, "voorzitter")
    assert speaker
    network_id = circles.circles_of(speaker, database, Kind.NETWORK)[0].circle.circle_id
    guide = find_person(database, network_id, "begeleider")
    assert guide
    for place in range(len(circles.members(guide, database, network_id)), most):
        number = f"9100{place}"
        add_board(database, Board(number, f"Bestuur {place}", True, date(2018, 5, 1), 4.0, 0.10, 180))
        new = Person("voorzitter", number, "Voorzitter", Role.CHAIR)
        circles.invite(guide, database, NOW, network_id, [number])
        circles.answer_invitation(new, database, NOW, network_id, accept=True)
        for theme in NetworkTheme:
            answers = [ItemAnswer(item.code, 3) for item in items_of(theme)]
            cycle_service.answer_items(new, database, NOW, network_id, theme, answers)
            store.share(new, database, NOW, network_id, cycle.ANSWERS, theme, Sharing.CIRCLE)
    assert len(circles.members(speaker, database, network_id)) == most


def test_a_rerun_of_the_network_costs_at_most_half_as_much_again_as_an_empty_page(
    chair: str, empty_root: Path, script_seconds: list[float]
) -> None:
    join_more()
    network, empty = opened(ROOT, chair, NETWORK.address), opened(empty_root, chair, "overzicht")
    assert len(network.get("plotly_chart")) == 1
    of_empty, of_network = by_turns(empty, network, script_seconds)
    print(f"\nprocessor time of a rerun: network {of_network * 1000:.1f} ms, empty page {of_empty * 1000:.1f} ms")
    assert of_network <= MOST_TIMES * of_empty
