"""Reads JSON value by value and keeps every complaint with its place, so that a sender hears all of them at once."""

from collections.abc import Callable
from typing import Any, Final, TypeVar

from planning.core.translation import N_
from planning.core.translation import gettext as _

LARGEST: Final = 10**15
"""No number may be larger: what is added up must stay exact."""

T = TypeVar("T")
_MISSING: Final = object()
_KINDS: Final = {
    bool: N_("true or false"),
    int: N_("a whole number"),
    float: N_("a number that is not whole"),
    str: N_("a text"),
    list: N_("a list"),
    dict: N_("an object"),
    type(None): N_("null"),
}


class Reader:
    """Collects complaints while values are read; a value that cannot be read is given as a harmless one."""

    def __init__(self) -> None:
        self.complaints: list[str] = []
        self.notices: list[str] = []  # what was left unread

    def complain(self, place: str, text: str) -> None:
        """Something at a place cannot be."""
        self.complaints.append(f"{place}: {text}" if place else text)

    def whole(self, value: Any, place: str, least: int = 0, most: int = LARGEST) -> int:
        """A whole number within limits."""
        if not isinstance(value, int) or isinstance(value, bool):
            self.complain(
                place, _("{expected} is expected, not {found}.").format(expected=_(_KINDS[int]), found=kind(value))
            )
        elif value < least:
            self.complain(place, _("at least {least} is expected.").format(least=least))
        elif value > most:
            self.complain(place, _("at most {most} is expected.").format(most=most))
        else:
            return value
        return least

    def is_a(self, wanted: type[T], value: Any, place: str) -> T:
        """A text, list, object or truth value."""
        if isinstance(value, wanted):
            return value
        self.complain(
            place, _("{expected} is expected, not {found}.").format(expected=_(_KINDS[wanted]), found=kind(value))
        )
        return wanted()

    def each(self, value: Any, place: str, read: Callable[[Any, str], T], length: int | None = None) -> tuple[T, ...]:
        """A list of things, of a given length where that is known."""
        items = self.is_a(list, value, place)
        if isinstance(value, list) and length is not None and len(items) != length:
            self.complain(
                place, _("{expected} values are expected, not {found}.").format(expected=length, found=len(items))
            )
        return tuple(read(item, f"{place}[{number}]") for number, item in enumerate(items))

    def members(self, value: Any, place: str, known: tuple[str, ...]) -> "Members":
        """An object with known keys; others are noticed and left unread."""
        content = self.is_a(dict, value, place)
        for key in content:
            if key not in known:
                self.notices.append(_("{place}: not known, left unread.").format(place=joined(place, shown(key))))
        return Members(self, content, place, complete=isinstance(value, dict))


class Members:
    """The keys of one object."""

    def __init__(self, reader: Reader, content: dict[str, Any], place: str, *, complete: bool) -> None:
        self._reader = reader
        self._content = content
        self._place = place
        self._complete = complete

    def get(self, key: str, read: Callable[[Any, str], T], missing: Any, default: Any = _MISSING) -> T:
        """What stands at a key; `missing` with a complaint where it does not and there is no default."""
        place = joined(self._place, key)
        if key in self._content:
            return read(self._content[key], place)
        if default is not _MISSING:
            return read(default, place)
        if self._complete:
            self._reader.complain(place, _("this is missing."))
        harmless: T = missing
        return harmless


def kind(value: Any) -> str:
    """What sort of value this is, in words; never the value itself."""
    return _(_KINDS[type(value)])


def joined(place: str, key: str) -> str:
    """The place of a key in an object."""
    return f"{place}.{key}" if place else key


def shown(key: str) -> str:
    """A key as it can be printed."""
    short = key if len(key) <= 40 else key[:39] + "…"
    return "".join(letter if letter.isprintable() else "?" for letter in short)
