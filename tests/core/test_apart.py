"""A process apart: it gives back what was done, and ends what asks too much; the server lives on."""

import os
import resource
import signal
import sys
import time
from collections.abc import Callable, Generator
from concurrent.futures import ThreadPoolExecutor

import pytest

from planning.core import apart
from planning.core.apart import Allowance, JobResult, JobServer
from planning.core.translation import gettext as _
from planning.core.translation import language, use_language

MB = 1024**2
SMALL = Allowance(processor_seconds=1, wall_seconds=3, memory=50 * MB)
PATIENT = Allowance(processor_seconds=1, wall_seconds=60, memory=50 * MB)


def nothing() -> None:
    """Nothing to load."""


def started() -> JobServer:
    server = JobServer(f"{__name__}:nothing")
    server.start()
    return server


@pytest.fixture(scope="module")
def server() -> JobServer:
    return started()


def double(n: int) -> int:
    return 2 * n


def count_up(last: int) -> Generator[int]:
    yield from range(last + 1)
    if last > 2:
        compute_for_long()


def compute_for_long() -> None:
    """Longer than is allowed, on a slow machine too: its limit grows with it (planning.core.pace)."""
    allowed, _hard = resource.getrlimit(resource.RLIMIT_CPU)
    while time.process_time() < allowed + 3:
        pass


def wait_for_long() -> None:
    time.sleep(6)


def take_memory(size: int) -> int:
    return len(bytearray(size))


def end_by(number: int) -> None:
    os.kill(os.getpid(), number)


def stumble(cell: str) -> int:
    return int(cell)


def main_file() -> str | None:
    return getattr(sys.modules["__main__"], "__file__", None)


def open_files() -> list[str]:
    return [os.path.realpath(f"/proc/self/fd/{name}") for name in os.listdir("/proc/self/fd") if int(name) > 2]


counted = 0


def count() -> int:
    global counted
    counted += 1
    return counted


def test_a_job_gives_its_value_and_what_it_took(server: JobServer) -> None:
    ended = server.run(SMALL, double, 21)
    assert (ended.end, ended.value) == ("done", 42)
    assert 0 < ended.peak_memory < 300 * MB
    assert 0 < ended.processor_seconds < 1


def test_nothing_of_one_job_stays_for_the_next(server: JobServer) -> None:
    assert [server.run(SMALL, count).value for _ in range(2)] == [1, 1]


@pytest.mark.parametrize(("job", "allowance"), [(compute_for_long, PATIENT), (wait_for_long, SMALL)])
def test_a_job_that_takes_too_long_is_ended(server: JobServer, job: Callable[[], None], allowance: Allowance) -> None:
    assert server.run(allowance, job).end == "time"


@pytest.mark.parametrize(("last", "end"), [(2, "done"), (3, "time")])
def test_of_ever_better_answers_the_last_one_counts(server: JobServer, last: int, end: str) -> None:
    ended = server.run(PATIENT, count_up, last)
    assert (ended.end, ended.value) == (end, last)


def test_a_job_that_takes_too_much_memory_is_ended(server: JobServer) -> None:
    ended = server.run(SMALL, take_memory, 100 * MB)
    assert ended.end == "memory"
    assert ended.peak_memory < 300 * MB


def test_a_job_that_aborts_or_crashes_takes_nothing_along(server: JobServer) -> None:
    assert server.run(SMALL, end_by, signal.SIGABRT).end == "memory"
    assert server.run(SMALL, end_by, signal.SIGSEGV).end == "crash"
    assert server.run(SMALL, double, 1).value == 2


def test_a_defect_says_where_and_not_on_what(server: JobServer) -> None:
    ended = server.run(SMALL, stumble, "Fenna de Vries")
    assert ended.end == "defect"
    assert ended.value.startswith("ValueError")
    assert "stumble" in ended.value
    assert "Fenna" not in ended.value


def test_the_job_speaks_the_language_of_who_asks(server: JobServer) -> None:
    before = language()
    use_language("en")
    assert server.run(SMALL, language).value == "en"
    use_language(before)
    assert server.run(SMALL, _, "kind").value == "soort"


def test_the_program_that_asks_is_not_run_again(server: JobServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["__main__"], "__file__", "program.py", raising=False)
    assert main_file() == "program.py"
    assert server.run(SMALL, main_file).value is None


def test_what_the_program_has_open_stays_its_own() -> None:
    with open(__file__) as file:
        os.set_inheritable(file.fileno(), True)
        assert __file__ not in started().run(SMALL, open_files).value


def test_a_server_that_was_ended_is_started_again() -> None:
    server = started()
    parent = server.run(SMALL, os.getppid).value
    os.kill(parent, signal.SIGKILL)
    assert server._process
    server._process.wait()
    assert server.run(SMALL, os.getppid).value != parent


def test_a_program_of_one_thread_forks_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "active_count", lambda: 1)  # tests before this one may have left threads
    alone = JobServer(f"{__name__}:nothing")
    assert alone.run(SMALL, os.getppid).value == os.getpid()
    assert alone.run(PATIENT, compute_for_long).end == "time"
    assert alone.run(SMALL, take_memory, 100 * MB).end == "memory"


def test_a_program_with_threads_does_not_fork_itself() -> None:
    with ThreadPoolExecutor() as pool:
        alone = JobServer(f"{__name__}:nothing")
        parents = [pool.submit(alone.run, SMALL, os.getppid).result().value for _ in range(2)]
    assert parents[0] == parents[1] != os.getpid()


def test_without_forking_each_job_starts_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "_CAN_FORK", False)
    server = JobServer(f"{__name__}:nothing")
    assert server.run(SMALL, double, 21) == JobResult("done", 42)
    assert server.run(PATIENT, compute_for_long).end == "time"
    assert server.run(SMALL, stumble, "Fenna").end == "defect"
