"""What a first and a second visit to a page ask of the network, beside what the same files weigh uncompressed."""

from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import BrowserContext

from tests.browser.driving import NO_CHROMIUM, chromium, open_browser, open_context, settle
from tests.browser.serving import Server, serve

pytestmark = [pytest.mark.bench, pytest.mark.browser]

MOST_BYTES, MOST_AGAIN = 3 * 1024 * 1024, 150 * 1024
PAGES = ("overzicht", "rondes", "school?school=03QE00", "ratios")


def uncompressed(url: str) -> int:
    """The size of a file as it is when nobody compresses it; 0 for one that went with the page that asked for it."""
    try:
        with urlopen(Request(url, headers={"Accept-Encoding": "identity"}), timeout=30) as reply:
            return len(reply.read())
    except HTTPError as refused:
        if refused.code != HTTPStatus.NOT_FOUND:
            raise
        return 0


@dataclass
class Visit:
    """What came over the network while a page was opened, in bytes."""

    weights: dict[str, int] = field(default_factory=dict)  # by request; 0 from the browser's own store
    addresses: dict[str, str] = field(default_factory=dict)  # by request
    frames: list[int] = field(default_factory=list)

    @property
    def fetched(self) -> int:
        return int(sum(self.weights.values()))

    @property
    def pushed(self) -> int:
        return sum(self.frames) * 3 // 4  # the protocol reports binary frames as base64

    def __str__(self) -> str:
        return (
            f"{self.fetched / 1024:.0f} kB in {sum(map(bool, self.weights.values()))} of {len(self.weights)} requests, "
            f"{self.pushed / 1024:.0f} kB more over the websocket"
        )


def visit(context: BrowserContext, server: Server, address: str) -> Visit:
    """Open a page in a tab of its own, until nothing more comes."""
    page = context.new_page()
    network, seen = context.new_cdp_session(page), Visit()
    network.send("Network.enable")
    network.on("Network.requestWillBeSent", lambda e: seen.addresses.update({e["requestId"]: e["request"]["url"]}))
    network.on("Network.loadingFinished", lambda e: seen.weights.update({e["requestId"]: e["encodedDataLength"]}))
    network.on("Network.webSocketFrameReceived", lambda e: seen.frames.append(len(e["response"]["payloadData"])))
    page.goto(f"{server.url}/{address}")
    settle(page)
    page.wait_for_timeout(2000)  # what comes late
    page.close()
    return seen


def test_a_first_visit_weighs_at_most_three_megabytes_and_a_second_next_to_nothing(
    example: Path, tmp_path: Path
) -> None:
    executable = chromium()
    if executable is None:
        pytest.skip(NO_CHROMIUM)
    with serve(example, tmp_path / "server") as server, open_browser(executable) as browser:
        context = open_context(browser, server, "voorzitter")
        context.new_page()  # a browser that stays open
        first = visit(context, server, PAGES[0])
        again = {}
        for page in PAGES:
            visit(context, server, page)
            again[page] = visit(context, server, page)
        context.close()
        files = {url for request in first.weights if (url := first.addresses[request]).startswith("http")}
        plain = sum(uncompressed(url) for url in files)
    print(f"\nfirst visit: {first}; {plain / 1024:.0f} kB uncompressed")
    for request, weight in sorted(first.weights.items(), key=lambda item: -item[1])[:5]:
        print(f"{weight / 1024:8.0f} kB {first.addresses[request].rsplit('/', 1)[-1]}")
    for page, seen in again.items():
        print(f"second visit to {page}: {seen}")
    assert plain > first.fetched  # the measurement saw compression at work
    assert first.fetched + first.pushed <= MOST_BYTES
    assert {
        page: seen.fetched + seen.pushed for page, seen in again.items() if seen.fetched + seen.pushed > MOST_AGAIN
    } == {}
