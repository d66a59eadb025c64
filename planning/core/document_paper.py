"""A document as PDF."""

from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from planning.core.document import PaperDocument, PaperHeading, PaperTable, Paragraph, Part, Points, ScaleMarks
from planning.core.paper import typeset, typeset_picture
from planning.core.translation import gettext as _
from planning.core.translation import language

_TEMPLATE: Final = Path(__file__).with_name("document.typ")
_KINDS: Final[dict[type[Part], str]] = {
    PaperHeading: "heading",
    Paragraph: "paragraph",
    Points: "points",
    PaperTable: "grid",
    ScaleMarks: "scale",
}


def document_pdf(document: PaperDocument, at: datetime) -> bytes:
    """The document as a PDF for screen readers too; the same document and moment give the same bytes."""
    return typeset(_TEMPLATE, _facts(document), at)


def scale_picture(marks: ScaleMarks) -> bytes:
    """The picture of a scale as a PNG, as it stands in the PDF."""
    only = PaperDocument("", "", (), (), "")
    return typeset_picture(_TEMPLATE, _facts(only) | {"only": _part(marks)})


def _facts(document: PaperDocument) -> dict[str, Any]:
    return {
        "lang": language(),
        "title": document.title,
        "board": document.board,
        "facts": list(document.facts),
        "parts": [_part(part) for part in document.parts],
        "foot": document.foot,
        "page": _("Page {n} of {total}"),
    }


def _part(part: Part) -> dict[str, Any]:
    return {"kind": _KINDS[type(part)], **asdict(part)}
