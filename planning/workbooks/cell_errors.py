"""What a spreadsheet shows in place of a value it could not work out; calamine gives an empty cell there."""

from typing import Final

OF_CODES: Final = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
}  # fmt: skip
"""What the numbers stand for by which an xls keeps errors ([MS-XLS] 2.5.10)."""
_DUTCH: Final = ("#LEEG!", "#DEEL/0!", "#WAARDE!", "#VERW!", "#NAAM?", "#GETAL!", "#N/B", "#OVERLOOP!", "#BEREKENEN!")
_LIBREOFFICE: Final = (f"{name}:{number}" for name in ("Err", "Fout") for number in range(501, 541))
_TOO_NARROW: Final = ("#" * length for length in range(3, 30))  # a column copied as it looked
ERRORS: Final = frozenset({*OF_CODES.values(), "#SPILL!", "#CALC!", *_DUTCH, *_LIBREOFFICE, *_TOO_NARROW})
"""All of them as a cell may hold them, in English and Dutch."""
