"""Large parts of a workbook, looked through a piece at a time: as one looks through the whole."""

import pytest

from planning.workbooks import scanning
from planning.workbooks.scanning import holds, wide_cells

SHEET = b'<row r="1"><c r="A1"/><c r="AB1"/><c r="XFD12" s="3"><f>A1</f></c></row>'


@pytest.mark.parametrize("piece", [3, 7, 16, 1 << 18])
def test_what_lies_across_two_pieces_is_found(monkeypatch: pytest.MonkeyPatch, piece: int) -> None:
    monkeypatch.setattr(scanning, "_PIECE", piece)
    for start in range(12):
        part = b"f=" * start + SHEET
        assert [holds(part, text) for text in (b"<f", b"hidden=", b'r="XFD', b"<g")] == [True, False, True, False]
        assert wide_cells(part) == {b"AB", b"XFD"}


def test_nothing_stands_in_nothing() -> None:
    assert not holds(b"", b"<f")
    assert wide_cells(b'r="A') == set()
