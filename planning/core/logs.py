"""What a shared server writes in its log: one JSON object a line, without persons and without secrets.

The product says nothing of people in its log; this is for what others say: a database that quotes the row it refused, a
library that quotes an address with a password in it.
"""

import logging
import re
import sys
from collections.abc import MutableMapping
from types import TracebackType
from typing import Any, Final

import structlog

_HIDDEN: Final = "…"
_PATTERNS: Final = (
    (re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+"), _HIDDEN),  # an e-mail address
    (re.compile(r"(?<=://)[^/\s@]*@"), f"{_HIDDEN}@"),  # who signs in where, and by which password
    (re.compile(r"\?[^\s\"']*=[^\s\"']*"), f"?{_HIDDEN}"),  # what an address asks: tickets, codes, names
    (re.compile(r"\b(?=[\w-]*\d)[\w-]{20,}(?:\.[\w-]+)*"), _HIDDEN),  # a token
)
_MOST_FRAMES: Final = 30


def without_secrets(text: str) -> str:
    """A text without addresses of people, passwords, questions of addresses and tokens."""
    for pattern, instead in _PATTERNS:
        text = pattern.sub(instead, text)
    return text


def frames(error: BaseException) -> list[dict[str, Any]]:
    """An error and what led to it: which kind, and where; never what it says, which may quote what people wrote."""
    told, seen = list[dict[str, Any]](), set[int]()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        told.append({"error": type(current).__qualname__, "at": _places(current.__traceback__)})
        current = current.__cause__ or current.__context__
    return told


def _places(traceback: TracebackType | None) -> list[str]:
    places = list[str]()
    while traceback is not None:
        code = traceback.tb_frame.f_code
        places.append(f"{code.co_filename}:{traceback.tb_lineno} {code.co_name}")
        traceback = traceback.tb_next
    return places[-_MOST_FRAMES:]


def set_up_logs() -> None:
    """Write all that is logged to standard error as JSON, ours from INFO, that of others from WARNING."""
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[
            structlog.stdlib.add_logger_name,
            structlog.stdlib.add_log_level,
            structlog.stdlib.ExtraAdder(),
            structlog.processors.TimeStamper(fmt="iso", utc=True, key="at"),
        ],
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            _error_without_words,
            _hide,
            structlog.processors.JSONRenderer(ensure_ascii=False, default=lambda value: type(value).__name__),
        ],
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(formatter)
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logging.getLogger("vlootplan").setLevel(logging.INFO)
    for other in logging.getLogger().manager.loggerDict.values():
        if isinstance(other, logging.Logger) and other.handlers:  # Streamlit's and uvicorn's each write by their own
            other.handlers.clear()
            other.propagate = True


def _error_without_words(_logger: Any, _name: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    given = event.pop("exc_info", None)
    error = given[1] if isinstance(given, tuple) else given
    if isinstance(error, BaseException):
        event["errors"] = frames(error)
    event.pop("stack_info", None)
    return event


def _hide(_logger: Any, _name: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    for name, value in event.items():
        if isinstance(value, str) and name not in ("at", "level", "logger"):
            event[name] = without_secrets(value)
    return event
