"""The product as people get it: a real server on a database of its own, and the cookie of whoever is signed in."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch
from urllib.error import URLError
from urllib.request import urlopen

from planning.core.database import Database
from planning.core.migration import migrate
from planning.core.paths import ROOT
from planning.core.settings import Settings
from planning.core.sign_in import COOKIE, write_identity
from planning.core.sqlite import driver
from planning.example.load import load

BOARD = "47920"  # Dynamiek, the example's board of 20 schools
START_SECONDS = 180  # the cores are shared with other tests


@dataclass(frozen=True)
class Server:
    """A running server: its address, process and log, its database, and what it signs with."""

    url: str
    pid: int
    log: Path
    database: Path
    secret_file: Path

    @property
    def host(self) -> str:
        """The one host its pages may speak with."""
        return "127.0.0.1"

    def identity(self, person_id: str, board_id: str = BOARD) -> str:
        """The cookie's text for a person, signed as this server signs it."""
        own = Settings(secret_file=self.secret_file)
        with patch("planning.core.sign_in.settings", lambda: own):
            return write_identity(board_id, person_id)

    def cookie(self, person_id: str, board_id: str = BOARD) -> dict[str, str]:
        """The cookie as a browser context takes it."""
        return {"name": COOKIE, "value": self.identity(person_id, board_id), "url": self.url}

    def defects(self) -> list[str]:
        """The lines in which the product says that it failed."""
        return [line for line in self.log.read_text(encoding="utf-8").splitlines() if line.startswith("defect ")]


def put_back(server: Server, example: Path) -> None:
    """Give a running server the example's data again.

    The data version goes on, so that nothing the server keeps of the data before is taken for the example's.
    """
    with closing(driver.connect(example)) as whole, closing(driver.connect(server.database)) as served:
        [(version,)] = served.execute("SELECT max(version) FROM data_version")
        whole.backup(served)
        served.execute("UPDATE data_version SET version = ?", (version + 1000,))
        served.commit()


def load_example(path: Path) -> Path:
    """A database file with the example group."""
    database = Database(f"sqlite:///{path}")
    migrate(database)
    load(database)
    database.engine.dispose()  # the last one out folds the write-ahead log into the file
    return path


def with_page(root: Path, page: str, content: str) -> Path:
    """A copy of all that is served in which one page is another; returns `root`, its folder."""
    root.mkdir(exist_ok=True)
    shutil.copy(ROOT / "app.py", root)
    shutil.copytree(ROOT / ".streamlit", root / ".streamlit")
    shutil.copytree(ROOT / "pages", root / "pages", ignore=shutil.ignore_patterns("__pycache__"))
    (root / "pages" / page).write_text(content, encoding="utf-8")
    return root


@contextmanager
def serve(
    example: Path, folder: Path, root: Path = ROOT, more: Callable[[int], Mapping[str, str]] = lambda _port: {}
) -> Iterator[Server]:
    """A server on a copy of a database; `root` holds app.py, pages/ and .streamlit/; `more` settings, by its port."""
    folder.mkdir(parents=True, exist_ok=True)
    database = Path(shutil.copy(example, folder / "served.db"))
    log, secret_file, port = folder / "server.log", folder / "secret.key", _free_port()
    environment = os.environ | {
        "VLOOTPLAN_DATABASE_URL": f"sqlite:///{database}",
        "VLOOTPLAN_SECRET_FILE": str(secret_file),
        "PYTHONPATH": str(ROOT),
        "VLOOTPLAN_STOP_SECONDS": "0",  # nobody is there to be warned
        **more(port),
    }
    command = [sys.executable, "-m", "streamlit", "run", str(root / "app.py"), "--server.port", str(port)]
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, cwd=root, env=environment, stdout=output, stderr=subprocess.STDOUT, start_new_session=True
        )
    try:
        url = f"http://127.0.0.1:{port}"
        _wait(process, f"{url}/api/health", log)
        yield Server(url, process.pid, log, database, secret_file)
    finally:
        _end(process)


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def _wait(process: subprocess.Popen[bytes], health: str, log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        try:
            with urlopen(health, timeout=5):
                return
        except (URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"the server did not start:\n{log.read_text(encoding='utf-8')}")


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is not None:
        return
    os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(10)
