"""Texts in the reader's language. English in the code, Dutch in data/locales/nl/*.po.

The language belongs to the run, not to the process: sessions are threads, so it lives in a context variable.
"""

from collections.abc import Callable
from contextvars import ContextVar
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from typing import Final, TypeVar

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from planning.core.paths import LOCALES

LANGUAGES: Final = ("nl", "en")
T = TypeVar("T")
_language: ContextVar[str] = ContextVar("language", default="nl")


def use_language(code: str) -> None:
    """Speak `code` for the rest of this run; anything but a known language is Dutch."""
    _language.set(code if code in LANGUAGES else "nl")


def language() -> str:
    """The language of this run: "nl" or "en"."""
    return _language.get()


def in_this_language(make: Callable[[], T]) -> Callable[[], T]:
    """`make`, in the language of this run whenever it is called: a file is made at a click, in a thread of its own."""
    code = language()

    def made() -> T:
        before = _language.set(code)
        try:
            return make()
        finally:
            _language.reset(before)

    return made


def read_catalog(code: str) -> Catalog:
    """All texts of a language: its .po files, one per subject, read as one catalog."""
    whole = Catalog(locale=code)
    for path in sorted((LOCALES / code).glob("*.po")):
        with path.open("rb") as file:
            part = read_po(file, locale=code)
        for message in part:
            if message.id:
                whole[message.id] = message
    return whole


@cache
def _translations(code: str) -> NullTranslations:
    if code == "en":
        return NullTranslations()
    compiled = BytesIO()
    write_mo(compiled, read_catalog(code))
    compiled.seek(0)
    return GNUTranslations(compiled)


def gettext(text: str) -> str:
    """`text` in the language of this run; English itself where no translation is known."""
    return translated(text, _language.get())


def translated(text: str, code: str) -> str:
    """`text` in a language that is not that of this run."""
    return _translations(code).gettext(text)


def ngettext(one: str, many: str, n: int) -> str:
    """`one` or `many` for `n`, in the language of this run."""
    return _translations(_language.get()).ngettext(one, many, n)


def N_(text: str) -> str:  # noqa: N802 - gettext's own name for "extract, translate later"
    """Mark `text` for extraction; whoever shows it calls gettext."""
    return text
