"""What a workbook from outside may ask of us; all limits in one place."""

from dataclasses import dataclass
from typing import Final

from planning.core.apart import Allowance

_MB: Final = 1024**2


@dataclass(frozen=True, slots=True)
class Limits:
    """The most we open; what passes a limit is refused, and said.

    A list of DEVICES_THAT_FIT is read; one of 200,000 devices passes the memory of READING.
    """

    size: int = 10 * _MB  # bytes of the file
    entries: int = 5_000  # files inside a zipped workbook
    unpacked: int = 200 * _MB  # bytes, all entries together
    ratio: int = 200  # unpacked to packed, of an entry of a size that matters
    ratio_from: int = 20 * _MB  # bytes unpacked: below this, ratio is nobody's concern
    files: int = 12  # lists in one zip, or chosen together
    sheets: int = 255
    rows: int = 250_000  # of the area a list is read from; cells far outside it are passed over, and said
    columns: int = 2_000
    cells: int = 5_000_000  # rows x columns of one sheet, empty ones too: calamine makes room for all of them
    gap_rows: int = 1_000  # blank rows and columns that set a lone cell apart from the list
    gap_columns: int = 100
    cell_length: int = 32_767  # characters; Excel's own limit


LIMITS: Final = Limits()
DEVICES_THAT_FIT: Final = 140_000  # in twelve columns, within the memory of READING

# A warm process has some 140 MB; with this on top it stays under 500.
READING: Final = Allowance(processor_seconds=10, wall_seconds=300, memory=320 * _MB)
MARKING: Final = Allowance(processor_seconds=20, wall_seconds=300, memory=1_000 * _MB)  # openpyxl: 50 x a cell's size
