"""What a first visit to the overview asks of the network, beside what the same files weigh uncompressed."""

from pathlib import Path
from urllib.request import Request, urlopen

import pytest

from tests.browser.driving import NO_CHROMIUM, chromium, open_browser, open_context, settle
from tests.browser.serving import serve

pytestmark = [pytest.mark.bench, pytest.mark.browser]

MOST_BYTES = 3 * 1024 * 1024


def uncompressed(url: str) -> int:
    """The size of a file as it is when nobody compresses it."""
    with urlopen(Request(url, headers={"Accept-Encoding": "identity"}), timeout=30) as reply:
        return len(reply.read())


def test_a_first_visit_to_the_overview_weighs_at_most_three_megabytes(example: Path, tmp_path: Path) -> None:
    executable = chromium()
    if executable is None:
        pytest.skip(NO_CHROMIUM)
    with serve(example, tmp_path / "server") as server, open_browser(executable) as browser:
        context = open_context(browser, server, "voorzitter")
        page = context.new_page()
        network = context.new_cdp_session(page)
        network.send("Network.enable")
        addresses: dict[str, str] = {}  # by request
        weights: dict[str, int] = {}
        frames: list[int] = []
        network.on("Network.requestWillBeSent", lambda e: addresses.update({e["requestId"]: e["request"]["url"]}))
        network.on("Network.loadingFinished", lambda e: weights.update({e["requestId"]: e["encodedDataLength"]}))
        network.on("Network.webSocketFrameReceived", lambda e: frames.append(len(e["response"]["payloadData"])))
        page.goto(f"{server.url}/overzicht")
        settle(page)
        page.wait_for_timeout(3000)  # what comes late
        context.close()
        fetched = {addresses[request] for request in weights if addresses[request].startswith("http")}
        plain = sum(uncompressed(url) for url in fetched)
    total = int(sum(weights.values()))
    pushed = sum(frames) * 3 // 4  # the protocol reports binary frames as base64
    print(
        f"\nfirst visit: {total / 1024**2:.2f} MB in {len(weights)} requests, {plain / 1024**2:.2f} MB uncompressed; "
        f"{pushed / 1024:.0f} kB more over the websocket"
    )
    heaviest = sorted(weights.items(), key=lambda item: -item[1])[:5]
    print("\n".join(f"{weight / 1024:8.0f} kB {addresses[request].rsplit('/', 1)[-1]}" for request, weight in heaviest))
    assert plain > total  # the measurement saw compression at work
    assert total + pushed <= MOST_BYTES
