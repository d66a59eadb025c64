"""A function run in a process of its own, within limits, so that no file from outside takes the server along.

A server of processes is started ahead with everything loaded; each job gets a fresh fork of it, used once, in a few
milliseconds. It is not multiprocessing's own fork server: that imports the program's `__main__` again, which under
Streamlit is a page. A program of one thread that started no server, a command, forks itself: it loads only once.
Where forking does not exist (Windows) each job starts Python anew and only time is limited.
"""

import atexit
import io
import os
import pickle
import signal
import socket
import struct
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from threading import Lock, active_count
from typing import Any, Final

from planning.core.pace import pace
from planning.core.paths import ROOT
from planning.core.translation import language

REPORT: Final = struct.Struct("=iqd")  # wait status, peak memory in bytes, processor seconds
_GRACE_SECONDS: Final = 5.0  # the child ends itself; we only stop waiting where even that does not happen
# One thread and the system's own allocator: what they reserve ahead would count as memory in use.
_LEAN: Final = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "ARROW_DEFAULT_MEMORY_POOL": "system"}


class DefectApart(Exception):  # noqa: N818 - says what it is
    """Our own code failed in the process apart; says where, and nothing of what it worked on."""


@dataclass(frozen=True)
class Allowance:
    """What one job may take: processor time and wall time in whole seconds, memory in bytes.

    Processor time is that of the machine the limits were set on; on a slower one it is longer (planning.core.pace). It
    ends what computes without end, however busy the machine is; wall time only what waits without end. Memory is what
    the job adds to a process that has everything loaded.
    """

    processor_seconds: int
    wall_seconds: int
    memory: int


@dataclass(frozen=True)
class JobResult:
    """How a job ended, and what it took. `end`: done, time, memory, crash or defect.

    A function may be a generator, of ever better answers: the last one is the value, also where a limit ended it.
    """

    end: str
    value: Any = None  # what the function gave; for a defect its type and place, never a value of the file
    peak_memory: int = 0  # bytes; 0 where the system does not say
    processor_seconds: float = 0.0


class JobServer:
    """Runs jobs apart. `warm_up`, "module:function", loads beforehand what the jobs need, in the server."""

    def __init__(self, warm_up: str) -> None:
        self._warm_up = warm_up
        self._lock = Lock()
        self._control: socket.socket | None = None
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the server of processes; returns at once. A program with threads does so at its first job."""
        with self._lock:
            if self._control is None and _CAN_FORK:
                self._start()

    def run(self, allowance: Allowance, function: Callable[..., Any], *args: Any, **kwargs: Any) -> JobResult:
        """Run an importable function apart and wait for its end. Never raises for what the job does."""
        request = pickle.dumps((allowance, language(), function, args, kwargs), protocol=5)
        if not _CAN_FORK:
            return _spawn(request, allowance)
        if self._control is None and active_count() == 1:
            return _fork_here(request, allowance)
        return self._fork(request, allowance)

    def _start(self) -> None:
        ours, theirs = socket.socketpair()
        with theirs:
            code = f"from planning.core.apart_child import serve; serve({theirs.fileno()}, {self._warm_up!r})"
            self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and code
                [sys.executable, "-c", code],
                cwd=ROOT,
                env=os.environ | _LEAN,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
                start_new_session=True,  # Ctrl-C is for us; the server ends when our end of the socket closes
            )
        self._control = ours
        atexit.register(_stop, self._process, ours)

    def _send(self, descriptors: list[int]) -> None:
        with self._lock:
            if self._control is None:
                self._start()
            assert self._control is not None
            try:
                socket.send_fds(self._control, [b"j"], descriptors)
            except OSError:  # it is gone: ended by the system, or by hand
                assert self._process is not None
                _stop(self._process, self._control)
                self._start()
                socket.send_fds(self._control, [b"j"], descriptors)

    def _fork(self, request: bytes, allowance: Allowance) -> JobResult:
        job, their_job = socket.socketpair()
        report, their_report = socket.socketpair()
        with job, report:
            with their_job, their_report:
                self._send([their_job.fileno(), their_report.fileno()])
            report.settimeout(_GRACE_SECONDS)
            try:
                answer = _exchange(job, request, allowance)
                told = _all_of(report)
            except TimeoutError:
                return JobResult("time")
        if len(told) != REPORT.size:
            return JobResult("defect", "the server of processes ended")
        status, memory, seconds = REPORT.unpack(told)
        return _understood(status, answer, memory, seconds)


def _stop(process: subprocess.Popen[bytes], control: socket.socket) -> None:
    control.close()
    process.kill()
    process.wait()


_CAN_FORK: Final = hasattr(socket, "send_fds") and sys.platform != "win32"


def _fork_here(request: bytes, allowance: Allowance) -> JobResult:
    from planning.core.apart_child import end_with, peak_memory

    pace()  # measured once and here: a child would do so anew, which takes longer than most jobs
    job, their_job = socket.socketpair()
    child = os.fork()
    if child == 0:
        end_with(their_job, [job])
    their_job.close()
    with job:
        try:
            answer = _exchange(job, request, allowance)
        except TimeoutError:
            os.kill(child, signal.SIGKILL)
            answer = b""
    _, status, usage = os.wait4(child, 0)
    seconds = usage.ru_utime + usage.ru_stime
    return _understood(os.waitstatus_to_exitcode(status), answer, peak_memory(usage), seconds)


def _exchange(job: socket.socket, request: bytes, allowance: Allowance) -> bytes:
    """Hand over a request and wait for the answer; raises TimeoutError."""
    job.settimeout(allowance.wall_seconds + _GRACE_SECONDS)
    with suppress(BrokenPipeError, ConnectionResetError):
        job.sendall(request)
        job.shutdown(socket.SHUT_WR)
    return _all_of(job)


def _all_of(connection: socket.socket) -> bytes:
    parts = []
    with suppress(ConnectionResetError):
        while part := connection.recv(1 << 20):
            parts.append(part)
    return b"".join(parts)


def _spawn(request: bytes, allowance: Allowance) -> JobResult:
    try:
        ended = subprocess.run(
            [sys.executable, "-c", "from planning.core.apart_child import once; once()"],
            input=request,
            cwd=ROOT,
            env=os.environ | _LEAN,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=allowance.wall_seconds + _GRACE_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return JobResult("time")
    return _understood(ended.returncode, ended.stdout)


def _understood(status: int, answer: bytes, memory: int = 0, seconds: float = 0.0) -> JobResult:
    """`status` as Popen.returncode says it: 0, an exit status, or minus a signal."""
    told = _told(answer)
    if status == 0:
        end, value = told[-1]
        return JobResult(end, value, memory, seconds)
    by_signal = {
        -getattr(signal, "SIGXCPU", 0): "time",
        -getattr(signal, "SIGALRM", 0): "time",
        -signal.SIGABRT: "memory",  # native code that gets no memory aborts
        -getattr(signal, "SIGKILL", 0): "memory",  # the system's own last resort
    }
    return JobResult(by_signal.get(status, "crash"), told[-1][1] if told else None, memory, seconds)


def _told(answer: bytes) -> list[tuple[str, Any]]:
    """What the child wrote, answer by answer; one it did not finish is none."""
    stream, found = io.BytesIO(answer), []
    with suppress(EOFError, pickle.UnpicklingError):
        while True:
            found.append(pickle.load(stream))  # noqa: S301 - written by our own code in the child
    return found
