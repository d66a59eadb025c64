"""A Chromium, an example database and a real server for the browser tests."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.driving import NO_CHROMIUM, chromium, hosts_of, open_browser, open_context
from tests.browser.serving import Server, put_back, serve

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


@pytest.fixture
def visit(browser: Browser, server: Server) -> Iterator[Visitor]:
    """Opens a page as a person in a browser of their own, which may speak with our server only."""
    opened = []

    def open_page(person_id: str | None, address: str, **more: object) -> Page:
        context = open_context(browser, server, person_id, **more)
        opened.append((context, hosts_of(context)))
        page = context.new_page()
        page.goto(server.url + address)
        return page

    yield open_page
    for context, hosts in opened:
        context.close()
        assert hosts <= {server.host}
