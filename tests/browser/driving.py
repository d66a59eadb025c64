"""Driving the system's Chromium: where it is, whose browser it is, and when a page has come to rest."""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import BytesIO
from pathlib import Path
from typing import Any
from unicodedata import normalize
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from playwright.sync_api import TimeoutError as TimedOut
from pypdf import PdfReader

from tests.browser.serving import BOARD, Server

NAMES = ("chromium", "chromium-browser", "google-chrome")
NO_CHROMIUM = "no Chromium here: `apt-get install chromium`, or say where yours is with CHROMIUM=/path/to/it"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--process-per-site"]
TELEPHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "user_agent": "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140 Mobile",
    "is_mobile": True,
    "has_touch": True,
}
WINDOW = {"width": 1440, "height": 900}
PATIENCE = 120_000  # milliseconds; the cores may be shared with much else, and only a test that fails waits so long
BLOCKED = "Content Security Policy"
STILL = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("*, ::before, ::after { animation: none !important; transition: none !important }");
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""
"""What moves while a page works is drawn sixty times a second: a seventh of all that a browser does in these tests."""
AT_REST = """() => {
    const seen = (element) => element?.checkVisibility();
    const charts = [...document.querySelectorAll("[data-testid=stPlotlyChart]")];
    return document.querySelector("[data-testid=stApp][data-test-script-state=notRunning]")
        && seen(document.querySelector("[data-testid=stMain] h1"))
        && !document.querySelector("[data-testid=stSkeleton]")
        && charts.every((chart) => seen(chart.querySelector("svg.main-svg")));
}"""
COUNT_RUNS = """() => {
    window.runsEnded = 0;
    const isEnd = (bytes) => { // a message of Streamlit's whose field 6 says that the script ran to its end
        for (let at = 0; at < bytes.length && bytes.length < 200;) {
            const tag = bytes[at++];
            if (tag === 0x30) return bytes[at] < 2;
            if ((tag & 7) !== 2) return false;
            at += bytes[at] + 1;
        }
        return false;
    };
    window.WebSocket = class extends WebSocket {
        constructor(...how) {
            super(...how);
            this.addEventListener("message", (said) => { window.runsEnded += isEnd(new Uint8Array(said.data)); });
        }
    };
}"""
GO = """address => new Promise((done) => {
    const before = window.runsEnded;
    const drawn = (then) => requestAnimationFrame(() => requestAnimationFrame(then));
    const look = () => {
        const state = document.querySelector("[data-testid=stApp]").dataset.testScriptState;
        if (window.runsEnded > before && state === "notRunning") drawn(done);
        else requestAnimationFrame(look);
    };
    history.pushState({}, "", address);
    dispatchEvent(new PopStateEvent("popstate"));
    drawn(look);
})"""
"""As the way back and forth of a browser does, until what began with this has run and is drawn.

Whether a script runs is not always to be seen: what ran and ended between two drawings of the screen never began.
"""
ATTEMPTS = 12  # in which that time is taken where a rerun can undo what was done


def chromium() -> str | None:
    """The system's Chromium, or the one that CHROMIUM names."""
    return os.environ.get("CHROMIUM") or next((found for name in NAMES if (found := shutil.which(name))), None)


@contextmanager
def open_browser(executable: str) -> Iterator[Browser]:
    """A browser without a window."""
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        yield browser
        browser.close()


def open_context(
    browser: Browser, server: Server, person_id: str | None = None, board_id: str = BOARD, **more: Any
) -> BrowserContext:
    """A fresh browser for one person, signed in by cookie; without a person, not signed in."""
    context = browser.new_context(**{"viewport": WINDOW, "locale": "nl-NL"} | more)
    context.set_default_timeout(PATIENCE)
    context.add_init_script(f"({STILL})()")
    if person_id:
        context.add_cookies([server.cookie(person_id, board_id)])  # type: ignore[list-item]
    return context


def hosts_of(context: BrowserContext) -> set[str]:
    """A set that fills with every host the context asks anything of."""
    hosts: set[str] = set()

    def note(url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("data", "blob", "about"):
            hosts.add(parts.hostname or url)

    context.on("request", lambda request: note(request.url))
    context.on("page", lambda page: page.on("websocket", lambda socket: note(socket.url)))
    return hosts


class Seat:
    """A browser that people use one after another, each as new but for the scripts it has read.

    Reading and compiling Streamlit's scripts takes three times as long as all else that a page does. A browser keeps
    them for as long as a tab of the same site is open in it, so the first one always is.
    """

    def __init__(self, browser: Browser, home: Server, **more: Any) -> None:
        self.context = open_context(browser, home, **more)
        self.hosts = hosts_of(self.context)
        self.blocked = list[str]()  # what the browser refused to load or run, for the page's own policy forbids it
        self.context.on("console", lambda said: self.blocked.append(said.text) if BLOCKED in said.text else None)
        self._home = f"{home.url}/api/health"
        self._tab = self.context.new_page()
        self._is_free = False

    def take(self, server: Server, person_id: str | None, board_id: str = BOARD) -> None:
        """Sit down, signed in; without a person, not signed in."""
        if person_id:
            self.context.add_cookies([server.cookie(person_id, board_id)])  # type: ignore[list-item]
        self._is_free = True

    def page(self) -> Page:
        """The tab that is open, and after that another."""
        first, self._is_free = self._is_free, False
        return self._tab if first else self.context.new_page()

    def leave(self) -> None:
        """Close what was opened, and leave nothing behind."""
        for page in self.context.pages:
            if page is not self._tab:
                page.close()
        self._tab.unroute_all()
        self._tab.emulate_media(media="null", color_scheme="null", forced_colors="null", reduced_motion="null")
        self._tab.goto(self._home)
        self._tab.evaluate("() => { localStorage.clear(); sessionStorage.clear() }")
        self.context.clear_cookies()


def run_out(page: Page) -> None:
    """Wait until the script has run: what it still redraws would close a list that was opened meanwhile."""
    expect(page.locator("[data-testid=stApp][data-test-script-state=notRunning]")).to_be_attached()


def settle(page: Page) -> None:
    """Wait until the script has run and every chart on the page is drawn; a run may take charts away meanwhile."""
    page.wait_for_function(AT_REST)


class Tour:
    """People who look at one screen after another, each in one tab: to load the app takes longer than to look."""

    def __init__(self, browser: Browser, server: Server, window: dict[str, int] = WINDOW, **more: Any) -> None:
        self.seat = Seat(browser, server, **more)
        self.seat.context.add_init_script(f"({COUNT_RUNS})()")
        self._server, self._window = server, window
        self._who: tuple[str, str] | None = None
        self._page = self.seat.page()

    def see(self, person_id: str, address: str, board_id: str = BOARD) -> Page:
        """A screen as that person sees it, at rest, by day and in a window as wide as ever."""
        if self._who != (person_id, board_id):
            self.seat.leave()
            self.seat.take(self._server, person_id, board_id)
            self._page, self._who = self.seat.page(), (person_id, board_id)
            self._page.goto("about:blank")
        if self._page.url.startswith(self._server.url):
            self._page.evaluate(GO, address)
        else:
            self._page.goto(self._server.url + address)
        self._page.set_viewport_size(self._window)
        self._page.emulate_media(media="null", color_scheme="null")
        settle(self._page)
        return self._page

    def end(self) -> None:
        """Close the browser; nothing was asked of anybody else."""
        self.seat.context.close()
        assert self.seat.hosts <= {self._server.host}
        assert self.seat.blocked == []


CALLED = """() => {
    const here = document.activeElement;
    if (!here.matches("a, button, input, textarea")) return "";
    return here.getAttribute("aria-label") || here.labels?.[0]?.innerText || here.innerText;
}"""
SIDEWAYS = """() => [document.scrollingElement, document.querySelector('[data-testid="stMain"]')]
    .map((area) => area.scrollWidth - area.clientWidth)"""
PAPER = 703  # pixels that A4 has between its margins
TOLD = (Path(__file__).parent / "told.js").read_text(encoding="utf-8")
BESIDE_PAPER = """() => [...document.querySelectorAll('[data-testid="stMain"] *')]
    .filter((part) => !part.closest("svg svg") && part.getClientRects().length)
    .filter((part) => part.getBoundingClientRect().right > innerWidth + 1
        || part.matches("button, input, textarea, [role=slider], [role=combobox]"))
    .map((part) => `asks or beside the paper: ${part.outerHTML.slice(0, 120)}`)"""
CROWDED = (Path(__file__).parent / "crowded.js").read_text(encoding="utf-8")
ENGLISH = re.compile(  # "educatieve content" is how ROSA calls it in Dutch
    r"\b(the|and|your|you|with|from|for|main|skip|(?<!educatieve )content"
    r"|sidebar|navigate|home|collapse|expand|choose|select(ed)?|values?"
    r"|increment|decrement|clear|remove|upload|browse|press|results?|error|server|icons?|day|month|year|progress|light|dark"
    r"|print|record|(full)?screen|columns?|theme|system|pages?|options?|help for|search|loading|close|arrow|keys)\b",
    re.IGNORECASE,
)


def crowded(page: Page, width: int | None = None) -> list[str]:
    """The texts of charts that nobody can read, of a window made so wide."""
    if width:
        page.set_viewport_size({"width": width, "height": 900})
        for chart in page.get_by_test_id("stPlotlyChart").all():
            drawn = "e => Math.abs(e.clientWidth - e.querySelector('.main-svg').clientWidth) <= 1"
            page.wait_for_function(f"e => ({drawn})(e)", arg=chart.element_handle())
    found: list[str] = page.evaluate(CROWDED)
    return found


def sideways(page: Page) -> list[int]:
    """How many pixels a window, and the page in it, can be moved sideways."""
    found: list[int] = page.evaluate(SIDEWAYS)
    return found


def lost_on_paper(page: Page) -> list[str]:
    """What is wrong with a page once it is printed: texts that are lost, what asks, what is wider than the paper.

    Every sheet says of whom and when it is, and which of how many.
    """
    sheets = [sheet.extract_text() for sheet in PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages]
    of_whom = re.compile(r"^[\w ]+ · (Peildatum )?1\W5\W2018\n(\d+) / (\d+)\n")
    wrong = []
    for number, sheet in enumerate(sheets, start=1):
        head = of_whom.match(sheet)
        if not head or head.groups()[1:] != (str(number), str(len(sheets))):
            wrong.append(f"sheet {number} begins with {sheet[:80]!r}")
    paper = _signs(" ".join(of_whom.sub("", sheet) for sheet in sheets))
    wrong += [f"lost: {text}" for text in page.evaluate(TOLD) if _signs(text) not in paper]
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": PAPER, "height": 900})
    wrong += page.evaluate(BESIDE_PAPER)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="null")
    page.set_viewport_size(WINDOW)
    return wrong


def _signs(text: str) -> str:
    """Letters and figures only: a line may be broken anywhere, and a hyphen is not always the same sign."""
    return "".join(filter(str.isalnum, normalize("NFKC", text)))


def english(page: Page) -> list[str]:
    """What a screen says in English, aloud or in sight: the lines of its accessibility tree."""
    said = (line.strip().partition(" ")[2] for line in page.locator("body").aria_snapshot().splitlines())
    return [line for line in said if ENGLISH.search(line.partition(" ")[2])]  # what comes first is its role


def tab_to(page: Page, words: str, most: int = 120) -> None:
    """Go on by the keyboard, from where it is, to what is called so; as somebody without a mouse does."""
    for _step in range(most):
        page.keyboard.press("Tab")
        if words in page.evaluate(CALLED):
            return
    raise AssertionError(f"nothing called {words!r} can be reached by the keyboard")


def arrow_to(page: Page, words: str, most: int = 20) -> None:
    """Go on by the arrows among the options of a group, to the one that is called so."""
    for _step in range(most):
        if words in page.evaluate(CALLED):
            return
        page.keyboard.press("ArrowRight")
    raise AssertionError(f"no option called {words!r} can be reached by the arrows")


def press(page: Page, key: str) -> None:
    """Press a key, and see that the keyboard is still where it was after the run, if that is still there."""
    called = page.evaluate(CALLED)
    page.keyboard.press(key)
    page.wait_for_timeout(100)  # until it has begun
    settle(page)
    here = page.evaluate(CALLED)
    if here != called:
        same = page.get_by_test_id("stMain").locator("a, button, input, textarea").all()
        assert called not in [one.get_attribute("aria-label") or one.inner_text() for one in same], (
            f"the keyboard was at {called!r}, and is now at {here!r}"
        )


def title(page: Page, words: str) -> None:
    """Expect a page's title."""
    expect(page.get_by_role("heading", level=1, name=words, exact=True)).to_be_visible()


def metric(page: Page, label: str) -> str:
    """The value of a figure at the top of a page."""
    tile = page.get_by_test_id("stMetric").filter(has_text=label)
    return tile.get_by_test_id("stMetricValue").inner_text()


def choose(page: Page, label: str, option: str | re.Pattern[str]) -> None:
    """Pick an option of a selectbox, by the words before and on it; a list that a rerun closed is opened again."""
    run_out(page)
    field = page.get_by_role("combobox", name=re.compile(re.escape(label)))
    wanted = page.get_by_role("option", name=option)
    for _attempt in range(ATTEMPTS):
        field.evaluate("field => field.scrollIntoView({block: 'center'})")  # at once: it may be drawn anew meanwhile
        field.click()
        with suppress(TimedOut):
            wanted.click(timeout=PATIENCE / ATTEMPTS)
            run_out(page)
            return
    raise AssertionError(f"{label!r} never offered {option!r}")


def upload(page: Page, name: str, content: bytes) -> None:
    """Give the page's uploader a file."""
    run_out(page)
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(
        [{"name": name, "mimeType": "application/octet-stream", "buffer": content}]
    )


def whole(page: Page) -> None:
    """Say of a list that it is the whole inventory."""
    page.get_by_text("Dit is de hele inventaris. Wat er niet in staat, is weg").click()
    run_out(page)
