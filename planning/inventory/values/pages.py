"""What a printer puts above or below a page of a list."""

import re
from typing import Final

from planning.core.text import clean, folded

_PAGE: Final = re.compile(r"(?:blad(?:zijde)?|blz|pagina|pag|page)\.?\s*\d+(?:\s*(?:van|/|of)\s*\d+)?")


def is_page_mark(text: str) -> bool:
    """The number of a page: "blad 2", "pagina 1 van 3"."""
    return _PAGE.fullmatch(folded(clean(text))) is not None
