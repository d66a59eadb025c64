"""A book as an OpenDocument spreadsheet, as LibreOffice writes it: blanks repeated to the end of the sheet."""

import zipfile
from datetime import date
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr

from tests.inventory.samples.book import Book, Cell, Sheet

MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in (("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"))
)
MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{MIMETYPE}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)
LAST_ROW, LAST_COLUMN = 1_048_576, 1024


def ods(book: Book) -> bytes:
    """The bytes of a spreadsheet; the kind of file stands first and uncompressed, as the format asks."""
    sheets = "".join(table(sheet) for sheet in book.sheets)
    body = f"<office:body><office:spreadsheet>{sheets}</office:spreadsheet></office:body>"
    version = '<?xml version="1.0" encoding="UTF-8"?>'
    content = f'{version}<office:document-content {NAMES} office:version="1.2">{body}</office:document-content>'
    parts = {"mimetype": MIMETYPE, "content.xml": content, "META-INF/manifest.xml": MANIFEST}
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, (2018, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(info, text)
    return out.getvalue()


def table(sheet: Sheet) -> str:
    rows = "".join(line(sheet, row) for row in range(1, sheet.height + 1))
    rest = repeated("table:table-row", LAST_ROW - sheet.height, blank(LAST_COLUMN))
    return f"<table:table table:name={quoteattr(sheet.title)}>{rows}{rest}</table:table>"


def line(sheet: Sheet, row: int) -> str:
    cells = "".join(shown(sheet.cells.get((row, column))) for column in range(1, sheet.width + 1))
    return f"<table:table-row>{cells}{blank(LAST_COLUMN - sheet.width)}</table:table-row>"


def blank(count: int) -> str:
    return f'<table:table-cell table:number-columns-repeated="{count}"/>'


def repeated(tag: str, count: int, inside: str) -> str:
    return f'<{tag} table:number-rows-repeated="{count}">{inside}</{tag}>'


def shown(cell: Cell | None) -> str:
    """A cell with its value and the text a person sees."""
    if cell is None or cell.value == "":
        return "<table:table-cell/>"
    value = cell.value if cell.cached is None else cell.cached
    if isinstance(value, date):
        kind = f'office:value-type="date" office:date-value="{value.isoformat()}"'
        text = f"{value:%d-%m-%Y}"
    elif isinstance(value, int | float):
        kind, text = f'office:value-type="float" office:value="{value}"', str(value).replace(".", ",")
    else:
        kind, text = 'office:value-type="string"', escape(str(value))
    return f"<table:table-cell {kind}><text:p>{text}</text:p></table:table-cell>"
