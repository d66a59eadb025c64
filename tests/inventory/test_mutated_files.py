"""Files with bytes changed, cut out and put in: whatever they became, they are read or refused, and nothing else.

VLOOTPLAN_FUZZ=5000 tries that many of each format, other ones every time.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planning.core.pace import pace
from planning.inventory.apart import mark_apart
from planning.inventory.read.reader import read_inventory
from planning.inventory.reading import Reading
from planning.workbooks import apart
from planning.workbooks.apart import value_of
from planning.workbooks.limits import READING
from planning.workbooks.model import FileRefused
from tests.inventory.raw_files import LIST, ODS_LIST, ods, xls, zipped
from tests.making import workbook

FUZZ = os.environ.get("VLOOTPLAN_FUZZ")
FILES = {
    "xlsx": workbook(LIST),
    "xls": xls(),
    "ods": ods(ODS_LIST),
    "csv": "\r\n".join(";".join(map(str, row)) for row in LIST).encode(),
}
TELLING = [b"\0", b"\xff", b'"', b"<", b"</row>", b"<row/>", b"&x;", b"1048576", b"XFD", b"-1", b"\n", b";"]
some_bytes = st.one_of(st.binary(max_size=8), st.sampled_from(TELLING))


@st.composite
def mutated(draw: st.DrawFn, whole: bytes) -> bytes:
    """`whole` with a few places changed."""
    content = bytearray(whole)
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(content)))
        content[start : start + draw(st.sampled_from([0, 1, 2, 4, 64]))] = draw(some_bytes)
    return bytes(content)


@st.composite
def mutated_inside(draw: st.DrawFn, whole: bytes) -> bytes:
    """A zipped workbook with one of its parts changed; the zip itself is whole."""
    with ZipFile(BytesIO(whole)) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    name = draw(st.sampled_from(sorted(parts)))
    part = parts[name]
    assert isinstance(part, bytes)
    parts[name] = draw(mutated(part))
    return zipped(parts)


def is_read_or_refused(content: bytes) -> None:
    ended = apart.run(READING, read_inventory, content, "lijst.xlsx")
    assert ended.processor_seconds < 5 * pace()
    assert ended.peak_memory < 500 * 1024**2
    assert ended.end != "time"
    with suppress(FileRefused):
        reading = value_of(ended)
        assert isinstance(reading, Reading)
        assert mark_apart(content, reading).startswith(b"PK")


fuzzed: Callable[[Callable[[bytes], None]], Callable[[], None]] = settings(
    max_examples=int(FUZZ or 20), derandomize=not FUZZ, suppress_health_check=list(HealthCheck)
)


@pytest.mark.parametrize("kind", FILES)
def test_a_file_with_bytes_changed_is_read_or_refused(kind: str) -> None:
    fuzzed(given(mutated(FILES[kind]))(is_read_or_refused))()


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_a_workbook_with_a_part_changed_is_read_or_refused(kind: str) -> None:
    fuzzed(given(mutated_inside(FILES[kind]))(is_read_or_refused))()
