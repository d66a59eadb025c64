"""Excel's column letters, and how far they go."""

from functools import cache
from typing import Final

EXCEL_ROWS: Final = 1_048_576
EXCEL_COLUMNS: Final = 16_384


@cache
def column_number(letters: str) -> int:
    """Excel's column letters as a number: A -> 1, AA -> 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


@cache
def column_letters(number: int) -> str:
    """1 -> A, 27 -> AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
