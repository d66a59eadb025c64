"""A Chromium, an example database and a real server for the browser tests."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.driving import NO_CHROMIUM, WINDOW, Seat, chromium, open_browser
from tests.browser.serving import BOARD, Server, put_back, serve

Visitor = Callable[..., Page]


@pytest.fixture(scope="session")
def executable() -> str:
    """The Chromium to drive; without one the browser tests are skipped."""
    found = chromium()
    if found is None:
        pytest.skip(NO_CHROMIUM)
    return found


@pytest.fixture(scope="session")
def example(executable: str, example_file: Path) -> Path:
    """The example group; every server gets its own copy."""
    return example_file


@pytest.fixture(scope="package")
def running_server(example: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The server of all tests with a browser that a process runs one after another."""
    with serve(example, tmp_path_factory.mktemp("server")) as running:
        yield running


@pytest.fixture(scope="module")
def server(running_server: Server, example: Path) -> Iterator[Server]:
    """The server of a file of tests, with the example as it was; none of them may make the product fail."""
    put_back(running_server, example)
    before = running_server.defects()
    yield running_server
    assert running_server.defects() == before


@pytest.fixture(scope="package")
def browser(executable: str) -> Iterator[Browser]:
    """One browser for them all: its event loop must be gone before other tests start theirs."""
    with open_browser(executable) as opened:
        yield opened


@pytest.fixture(scope="package")
def seats(browser: Browser) -> Iterator[dict[object, Seat]]:
    """The browsers in which people sit down one after another, by their kind and number."""
    opened = dict[object, Seat]()
    yield opened
    for seat in opened.values():
        seat.context.close()


@pytest.fixture
def visit(browser: Browser, server: Server, seats: dict[object, Seat]) -> Iterator[Visitor]:
    """Opens a page as a person in a browser of their own, which may speak with our server only."""
    taken = defaultdict[object, dict[tuple[str | None, str], Seat]](dict)

    def open_page(person_id: str | None, address: str, at: Server = server, board_id: str = BOARD, **more: Any) -> Page:
        who = person_id, board_id
        viewport = more.pop("viewport", WINDOW)
        kind = tuple(sorted(more.items()))
        if who not in taken[kind]:
            place = kind, len(taken[kind])
            if place not in seats:
                seats[place] = Seat(browser, server, **more)
            seats[place].take(at, person_id, board_id)
            taken[kind][who] = seats[place]
        page = taken[kind][who].page()
        page.set_viewport_size(viewport)
        page.goto(at.url + address)
        return page

    yield open_page
    for seat in [seat for people in taken.values() for seat in people.values()]:
        seat.leave()
        assert seat.hosts <= {"127.0.0.1"}
        assert seat.blocked == []
