"""Documents for paper: a template and facts become a PDF that screen readers read as well (PDF/UA-1)."""

import json
import unicodedata
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Final

from planning.core.fonts import font_folder

_PRINTED: Final = (
    *(range(0x20, 0x250), range(0x370, 0x483), range(0x48A, 0x500), range(0x1E00, 0x2000), range(0x2010, 0x2028)),
    *(range(0x202F, 0x2040), range(0x20AC, 0x20AD), range(0x2190, 0x2194), range(0x2212, 0x2213)),
)
"""What the fonts have; they come with packages, so that every machine prints the same."""
_NO_GLYPH: Final = "□"
_PICTURE_PPI: Final = 200
"""Sharp on paper; a picture of a page wide is some 20 kB."""


def typeset(template: Path, facts: Mapping[str, Any], at: datetime) -> bytes:
    """A PDF of a typst template, which finds the facts, plain JSON values, in `sys.inputs.facts`.

    The same facts and moment give the same bytes. What people wrote is a text in it and never markup.
    """
    import typst  # it takes some 40 MB: only who prints loads it

    return bytes(
        typst.compile(
            template.read_bytes(),
            format="pdf",
            pdf_standards=["ua-1"],
            font_paths=_fonts(),
            ignore_system_fonts=True,
            sys_inputs={"facts": json.dumps(_printable(facts))},
            timestamp=int(at.timestamp()),
        )
    )


def typeset_picture(template: Path, facts: Mapping[str, Any]) -> bytes:
    """The one sheet of a typst template as a PNG, for documents that cannot draw themselves."""
    import typst

    return bytes(
        typst.compile(
            template.read_bytes(),
            format="png",
            ppi=_PICTURE_PPI,
            font_paths=_fonts(),
            ignore_system_fonts=True,
            sys_inputs={"facts": json.dumps(_printable(facts))},
        )
    )


def _printable(value: Any) -> Any:
    """Values with only signs that can be printed: for one without a glyph the whole document would be refused."""
    if isinstance(value, str):
        return "".join(map(_glyph, unicodedata.normalize("NFC", value)))
    if isinstance(value, Mapping):
        return {key: _printable(one) for key, one in value.items()}
    return [_printable(one) for one in value] if isinstance(value, (list, tuple)) else value


@cache
def _fonts() -> Any:
    """The typeface of the house, and those that come with the typesetter for what it lacks; every machine has both."""
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[font_folder()])


@cache
def _glyph(sign: str) -> str:
    if sign == "\n":
        return sign
    if unicodedata.category(sign).startswith("C"):  # a control sign, one that cannot be seen
        return ""
    return sign if any(ord(sign) in signs for signs in _PRINTED) else _NO_GLYPH
