"""A document as Word: real headings, lists and table heads, pictures with their text, and the language it is in."""

import re
import zipfile
from datetime import datetime
from functools import singledispatch
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from planning.core.document import PaperDocument, PaperHeading, PaperTable, Paragraph, Part, Points, ScaleMarks
from planning.core.document_paper import scale_picture
from planning.core.text import printable
from planning.core.translation import gettext as _
from planning.core.translation import language

if TYPE_CHECKING:
    from docx.document import Document

_LANGUAGES: Final = {"nl": "nl-NL", "en": "en-GB"}
_BRAND, _INK, _SECOND, _LINE = "0B5B73", "0E1720", "55606C", "C9D2DA"
_FONT: Final = "Calibri"
_TEXT_WIDTH: Final = 16.6
"""Centimetres between the margins of an A4."""
_FIELDS: Final = {"{n}": "PAGE", "{total}": "NUMPAGES"}
_EPOCH: Final = (2018, 1, 1, 0, 0, 0)


def document_word(document: PaperDocument, at: datetime) -> bytes:
    """The document as a .docx; the same document and moment give the same bytes."""
    import docx  # it takes some 20 MB: only who asks for Word loads it

    made = docx.Document()
    _look(made)
    facts = made.core_properties
    facts.title, facts.author, facts.language = f"{document.title} · {document.board}", document.board, _tongue()
    facts.last_modified_by, facts.comments = document.board, ""
    facts.created = facts.modified = at.replace(tzinfo=None)
    _foot(made, document.foot)
    _line(made, document.board, "Caption")
    made.add_paragraph(printable(document.title), style="Title")
    for fact in document.facts:
        _line(made, fact, "Caption")
    for part in document.parts:
        _write(part, made)
    if document.parts and isinstance(document.parts[-1], PaperTable):
        made.add_paragraph()  # Word wants something below a table
    raw = BytesIO()
    made.save(raw)
    return _steady(raw)


@singledispatch
def _write(part: Part, made: "Document") -> None:
    raise TypeError(f"no Word for {type(part).__name__}")


@_write.register(PaperHeading)
def _heading(part: PaperHeading, made: "Document") -> None:
    made.add_heading(printable(part.text), part.level)


@_write.register(Paragraph)
def _paragraph(part: Paragraph, made: "Document") -> None:
    for text in part.text.split("\n"):
        written = made.add_paragraph(style="Caption" if part.is_note else None)
        written.paragraph_format.keep_with_next = text.endswith(":") or None
        written.add_run(printable(text)).bold = True if part.is_strong else None


@_write.register(Points)
def _points(part: Points, made: "Document") -> None:
    for item in part.items:
        made.add_paragraph(printable(item), style="List Bullet")


@_write.register(PaperTable)
def _table(part: PaperTable, made: "Document") -> None:
    from docx.oxml import OxmlElement
    from docx.shared import Cm

    table = made.add_table(rows=1, cols=len(part.heads), style="Table Grid")
    table.autofit = False
    widths = [Cm(_TEXT_WIDTH * width / sum(part.widths)) for width in part.widths]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    _borders(table)
    for row in (part.heads, *part.rows):
        cells = table.rows[0].cells if row is part.heads else table.add_row().cells
        for cell, text, width in zip(cells, row, widths, strict=True):
            cell.width = width
            written = cell.paragraphs[0]
            written.style = made.styles["Table Text"]
            written.add_run(printable(text)).bold = True if row is part.heads else None
    for row in table.rows:
        together = OxmlElement("w:cantSplit")
        row._tr.get_or_add_trPr().append(together)
    head = OxmlElement("w:tblHeader")  # read aloud with every cell, and repeated on every sheet
    table.rows[0]._tr.get_or_add_trPr().append(head)


@_write.register(ScaleMarks)
def _picture(part: ScaleMarks, made: "Document") -> None:
    from docx.shared import Cm

    shown = made.add_picture(BytesIO(scale_picture(part)), width=Cm(15))
    drawn = shown._inline.docPr
    drawn.set("descr", printable(part.alt))
    drawn.set("name", "")


def _look(made: "Document") -> None:
    """The look of the house, in the styles: whoever changes a style in Word changes all that has it."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml.ns import qn
    from docx.shared import Cm

    section = made.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin = section.bottom_margin = Cm(2)
    made.styles.element.find(f".//{qn('w:lang')}").set(qn("w:val"), _tongue())
    table_text = made.styles.add_style("Table Text", WD_STYLE_TYPE.PARAGRAPH)
    table_text.base_style = made.styles["Normal"]
    for name, size, colour, bold, before, after in (
        ("Normal", 10.5, _INK, False, 0, 6),
        ("Title", 22, _BRAND, True, 0, 4),
        ("Heading 1", 15, _BRAND, True, 18, 6),
        ("Heading 2", 12, _INK, True, 12, 4),
        ("Heading 3", 10.5, _INK, True, 10, 4),
        ("List Bullet", 10.5, _INK, False, 0, 2),
        ("Caption", 9, _SECOND, False, 3, 4),
        ("Table Text", 9.5, _INK, False, 2, 2),
    ):
        _style(made.styles[name], size, colour, bold=bold, before=before, after=after)
    for border in made.styles["Title"].element.findall(f".//{qn('w:pBdr')}"):
        border.getparent().remove(border)


def _style(style: Any, size: float, colour: str, *, bold: bool, before: float, after: float) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    style.font.name, style.font.size, style.font.bold = _FONT, Pt(size), bold
    style.font.italic = False
    style.font.color.rgb = RGBColor.from_string(colour)
    fonts = style.element.rPr.rFonts
    for name in list(fonts.attrib):
        if name.endswith("Theme"):  # the theme's font would go before the own
            del fonts.attrib[name]
    fonts.set(qn("w:hAnsi"), _FONT)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)


def _foot(made: "Document", text: str) -> None:
    """What stands on every sheet, and which of how many it is."""
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Cm

    foot = made.sections[0].footer.paragraphs[0]
    foot.style = made.styles["Caption"]
    foot.paragraph_format.tab_stops.add_tab_stop(Cm(_TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    foot.add_run(f"{printable(text)}\t")
    for told in re.split(r"(\{n\}|\{total\})", _("Page {n} of {total}")):
        if told in _FIELDS:
            _field(foot.add_run(), _FIELDS[told])
        else:
            foot.add_run(told)


def _field(run: Any, code: str) -> None:
    """A number that Word itself counts."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for kind in ("begin", None, "separate", "end"):
        part = OxmlElement("w:instrText" if kind is None else "w:fldChar")
        if kind is None:
            part.text = code
        else:
            part.set(qn("w:fldCharType"), kind)
        run._r.append(part)


def _borders(table: Any) -> None:
    """Lines between rows only, as on the screen."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        shown = side in ("bottom", "insideH")
        for name, value in (("val", "single" if shown else "nil"), ("sz", "4"), ("color", _LINE)):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    table._tbl.tblPr.append(borders)


def _line(made: "Document", text: str, style: str) -> None:
    made.add_paragraph(printable(text), style=style)


def _tongue() -> str:
    return _LANGUAGES[language()]


def _steady(raw: BytesIO) -> bytes:
    """The same parts without the clock of the machine."""
    steady = BytesIO()
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(steady, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.external_attr = 0o600 << 16
            target.writestr(entry, source.read(name), zipfile.ZIP_DEFLATED)
    return steady.getvalue()
