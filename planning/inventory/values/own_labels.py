"""The number a school gives a device, behind its name: "iPad 01", "Chromebook nr 3". It counts and names nothing."""

import re
from collections.abc import Callable
from typing import Final

_NUMBERED: Final = re.compile(
    r"(?<=[a-z\d)])\s+(?:(?:nrs?\b\.?|nummer\b|no\.|#)\s*\d{1,3}|0\d{1,2}|\d{1,3}(?=\s*\((?:mini|air|pro)\s*\d))"
    r"(?![\w/]|[-.,:]\s?\d)",
    re.IGNORECASE,
)
"""A number with a zero before it, one that is said to be a number, or one with the model's own in brackets behind it:
nobody counts or names models so."""


def without_own_label(text: str, is_device: Callable[[str], bool] | None = None) -> str:
    """What names a device, without the number it has in its cupboard: "iPad 01 (mini 4)" is an iPad mini 4.

    `is_device`: asked of the word before a number, where others, as rooms, have one too.
    """
    if not any(map(str.isdigit, text)):
        return text

    def without(found: re.Match[str]) -> str:
        word = text[: found.start()].rpartition(" ")[2]
        return " " if is_device is None or is_device(word) else found.group()

    return _NUMBERED.sub(without, text)
