"""Whatever opens a file from outside, in a process of its own, within limits.

Light to import, so that the command line can start the other process first and load pandas beside it.
"""

from collections.abc import Callable
from typing import Any, Concatenate, Final, ParamSpec, TypeVar

from planning.core.apart import Allowance, DefectApart, JobResult, JobServer
from planning.workbooks import limits
from planning.workbooks.model import FileRefused

# Named and not imported: the inventory stands above this, and is what takes longest to load.
_APART: Final = JobServer("planning.inventory.apart:warm_up")
_REASONS: Final = {"time": "too_slow", "memory": "too_much_to_read", "crash": "damaged"}
_P = ParamSpec("_P")
_T = TypeVar("_T")


def start() -> None:
    """Start the process that reads, ahead of the first file; returns at once."""
    _APART.start()


def read_apart(reader: Callable[Concatenate[bytes, _P], _T], content: bytes, *args: _P.args, **kwargs: _P.kwargs) -> _T:
    """What a reader makes of a file. Raises FileRefused, also where it asks too much time or memory; DefectApart."""
    from planning.workbooks.files import refuse_large

    refuse_large(content)  # it is not even sent
    read: _T = value_of(run(limits.READING, reader, content, *args, **kwargs))
    return read


def run(allowance: Allowance, function: Callable[..., Any], *args: Any, **kwargs: Any) -> JobResult:
    """How a function on a file ended apart, and what it took; a refusal is a value here."""
    return _APART.run(allowance, _refusable, function, args, kwargs)


def _refusable(function: Callable[..., Any], args: Any, kwargs: Any) -> Any:
    try:
        return function(*args, **kwargs)
    except FileRefused as refused:
        return refused


def value_of(ended: JobResult) -> Any:
    """What a file gave. Raises FileRefused, also for a limit it passed, and DefectApart for what our own code did."""
    if ended.end == "defect":
        raise DefectApart(ended.value)
    if ended.end != "done":
        raise FileRefused(_REASONS[ended.end])
    if isinstance(ended.value, FileRefused):
        raise ended.value
    return ended.value
