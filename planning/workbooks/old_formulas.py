"""Formulas of an xls as Excel writes them, where they are plain sums: an xls keeps them as a row of signs."""

import struct
from typing import Final

from planning.workbooks.columns import column_letters

NOT_PLAIN: Final = "=…"
"""Stands for a formula that is more than a plain sum."""
_OPERATORS: Final = {0x03: "+", 0x04: "-", 0x05: "*", 0x06: "/"}
_SIGNS: Final = {0x12: "+", 0x13: "-"}
_BRACKETS, _ATTRIBUTE, _WHOLE, _FRACTION = 0x15, 0x19, 0x1E, 0x1F
_CELL: Final = frozenset({0x24, 0x44, 0x64})
_AREA: Final = frozenset({0x25, 0x45, 0x65})
_FUNCTION: Final = frozenset({0x22, 0x42, 0x62})
_SUM_OF_ONE: Final = 0x10
_NO_MEANING: Final = 0x41  # of an attribute: spaces, and that a function is volatile
_SUM: Final = 4
_LENGTH: Final = struct.Struct("<H")


def formula_text(record: bytes, is_biff8: bool) -> str:
    """The formula in a record, from its length on: "=8+4"; NOT_PLAIN for one that is no plain sum."""
    try:
        (length,) = _LENGTH.unpack_from(record, 0)
        return "=" + _text(record[2 : 2 + length], is_biff8)
    except (LookupError, struct.error):
        return NOT_PLAIN


def _text(signs: bytes, is_biff8: bool) -> str:
    """Operands stand before what is done with them. Raises LookupError or struct.error for what is not known."""
    texts: list[str] = []
    place = 0
    while place < len(signs):
        sign = signs[place]
        place += 1
        if sign in _OPERATORS:
            right, left = texts.pop(), texts.pop()
            texts.append(left + _OPERATORS[sign] + right)
        elif sign in _SIGNS:
            texts.append(_SIGNS[sign] + texts.pop())
        elif sign == _BRACKETS:
            texts.append(f"({texts.pop()})")
        elif sign == _ATTRIBUTE:
            if signs[place] & _SUM_OF_ONE:
                texts.append(f"SUM({texts.pop()})")
            elif not signs[place] & _NO_MEANING:
                raise LookupError(signs[place])
            place += 3
        elif sign == _WHOLE:
            texts.append(str(struct.unpack_from("<H", signs, place)[0]))
            place += 2
        elif sign == _FRACTION:
            texts.append(repr(struct.unpack_from("<d", signs, place)[0]))
            place += 8
        elif sign in _CELL:
            row, column = struct.unpack_from("<HH" if is_biff8 else "<HB", signs, place)
            texts.append(_cell(row, column, is_biff8))
            place += 4 if is_biff8 else 3
        elif sign in _AREA:
            top, bottom, first, last = struct.unpack_from("<HHHH" if is_biff8 else "<HHBB", signs, place)
            texts.append(f"{_cell(top, first, is_biff8)}:{_cell(bottom, last, is_biff8)}")
            place += 8 if is_biff8 else 6
        elif sign in _FUNCTION and _LENGTH.unpack_from(signs, place + 1)[0] == _SUM:
            count = signs[place] & 0x7F
            texts[-count:] = [f"SUM({','.join(texts[-count:])})"]
            place += 3
        else:
            raise LookupError(sign)
    (text,) = texts
    return text


def _cell(row: int, column: int, is_biff8: bool) -> str:
    # the other bits say that a reference moves along when it is copied
    return f"{column_letters((column & 0xFF) + 1)}{(row if is_biff8 else row & 0x3FFF) + 1}"
