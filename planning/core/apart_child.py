"""The other side of planning.core.apart: the server that forks, and the child that does one job within its limits."""

import gc
import os
import pickle
import select
import signal
import socket
import sys
import traceback
from collections.abc import Generator, Iterator
from importlib import import_module
from math import ceil
from pathlib import Path
from typing import Any, BinaryIO, Final, NoReturn

from planning.core.apart import REPORT, Allowance
from planning.core.pace import pace
from planning.core.translation import use_language

_MAXRSS_UNIT: Final = 1 if sys.platform == "darwin" else 1024


def serve(control: int, warm_up: str) -> None:
    """Load everything, then fork a child for each job that comes in, until the other end of `control` closes."""
    module, _, function = warm_up.partition(":")
    getattr(import_module(module), function)()
    pace()
    gc.collect()
    gc.freeze()  # a child's garbage collection need not touch, and so copy, what is shared
    woken, wake = os.pipe()
    os.set_blocking(wake, False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(wake, warn_on_full_buffer=False)
    reports: dict[int, socket.socket] = {}
    with socket.socket(fileno=control) as jobs:
        while True:
            ready, _, _ = select.select([jobs.fileno(), woken], [], [])
            if woken in ready:
                os.read(woken, 4096)
                _report(reports)
            if jobs.fileno() in ready:
                message, descriptors, _, _ = socket.recv_fds(jobs, 1, 2)
                if not message:
                    return
                job, report = (socket.socket(fileno=descriptor) for descriptor in descriptors)
                child = os.fork()
                if child == 0:
                    end_with(job, [jobs, report, *reports.values()])
                job.close()
                reports[child] = report


def _report(reports: dict[int, socket.socket]) -> None:
    """Tell how each child that ended did so."""
    for child, report in list(reports.items()):
        ended, status, usage = os.wait4(child, os.WNOHANG)
        if ended:
            del reports[child]
            with report:
                seconds = usage.ru_utime + usage.ru_stime
                code = os.waitstatus_to_exitcode(status)
                try:
                    report.sendall(REPORT.pack(code, peak_memory(usage), seconds))
                except OSError:
                    continue  # nobody waits for it any more


def peak_memory(usage: Any) -> int:
    """The most bytes a process had in memory, from its resource usage."""
    return int(usage.ru_maxrss) * _MAXRSS_UNIT


def end_with(job: socket.socket, others: list[socket.socket]) -> NoReturn:
    """In a fork: do one job and end; nothing of it outlives this process. `others` are not its business."""
    try:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        for other in others:
            other.close()
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # what a native panic prints may quote a cell
        with job.makefile("rb") as request, job.makefile("wb") as answer:
            work(request, answer)
    except BaseException:
        os._exit(1)
    os._exit(0)


def once() -> None:
    """Do the job on standard input, where there is no forking."""
    work(sys.stdin.buffer, sys.stdout.buffer)


def work(request: BinaryIO, answer: BinaryIO) -> None:
    """Read a job, do it within its limits, and write how it ended."""
    allowance, language, function, args, kwargs = pickle.loads(request.read())  # noqa: S301 - from our own parent
    use_language(language)
    limit(allowance)
    for told in _answers(function, args, kwargs):
        answer.write(told)
        answer.flush()


def limit(allowance: Allowance) -> None:
    """Have the system end this process when it passes its allowance. Windows has no such limits."""
    if sys.platform == "win32":
        return
    import resource

    os.environ["RUST_BACKTRACE"] = "0"  # native code that ends for want of memory has none to write one
    seconds = ceil(allowance.processor_seconds * pace())
    signal.alarm(allowance.wall_seconds)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a core dump would keep the file's cells on disk
    # DATA, not AS: mapped libraries take room but hardly memory. Only Linux says what we have, and enforces it.
    status = Path("/proc/self/status")
    if status.exists():
        loaded = next(line for line in status.read_text().splitlines() if line.startswith("VmData:"))
        memory = int(loaded.split()[1]) * 1024 + allowance.memory
        resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))


def _answers(function: Any, args: Any, kwargs: Any) -> Iterator[bytes]:
    """What a function gives; a generator, one after another."""
    try:
        given = function(*args, **kwargs)
        for value in given if isinstance(given, Generator) else (given,):
            yield pickle.dumps(("done", value), protocol=5)
    except MemoryError:
        yield pickle.dumps(("memory", None))
    except BaseException as error:
        yield pickle.dumps(("defect", _place_of(error)))


def _place_of(error: BaseException) -> str:
    """Type and lines of code; never the message, which may quote a cell."""
    frames = traceback.extract_tb(error.__traceback__)
    return "\n".join([type(error).__name__, *(f"  {f.filename}:{f.lineno} {f.name}" for f in frames)])
