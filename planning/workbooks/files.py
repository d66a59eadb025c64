"""From the bytes of a file to its sheets. What a file is shows in its content, and of a lock file alone in its name."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from io import BytesIO
from typing import Final, cast
from zipfile import ZIP_STORED, ZipFile

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from planning.core.text import Cell, CoarseDate
from planning.workbooks.code_pages import mended
from planning.workbooks.columns import column_letters
from planning.workbooks.csv_files import looks_like_text, read_csv
from planning.workbooks.formulas import worked_out
from planning.workbooks.grid import Grid, Place, SheetLook
from planning.workbooks.limits import LIMITS
from planning.workbooks.model import FileFacts, FileRefused
from planning.workbooks.old_excel import open_xls
from planning.workbooks.packed import Package

_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ODT_TYPE: Final = b"application/vnd.oasis.opendocument.text"
_PICTURES: Final = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")
_PHONE_PICTURES: Final = (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypmsf1")
_MAIL: Final = re.compile(rb"[a-z][a-z-]*:[ \t]")
_LOCK: Final = 1_000  # bytes; a list of that name would be larger
_LISTS: Final = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".txt")
_TOGETHER: Final = b"chosen together"  # the remark in a zip that we made ourselves
_AROUND: Final = 1_000  # bytes that a zip keeps of a file beside its content
_EQUAL_TO_OTHERS: Final = frozenset({bool, int})  # 1 and True and 1.0 are one key; other numbers are floats
_NO_SHOW: Final = SheetLook(looks=frozenset())


@dataclass(frozen=True, slots=True)
class Book:
    """A file's sheets in its own order."""

    facts: FileFacts
    grids: tuple[Grid, ...]


def open_book(content: bytes, name: str) -> Book:
    """Open a file: xlsx, xlsm, xls, ods, csv, or a zip of several of them. Raises FileRefused with the reason."""
    refuse_large(content)
    if content.startswith(_ZIP) and (files := _lists_of(Package(content))):
        facts = FileFacts(name, "zip", hashlib.sha256(content).hexdigest(), len(content))
        return Book(facts, _beside([(one, _open_among(part, one)) for one, part in files]))
    return _open_one(content, name)


def packed(files: Sequence[tuple[str, bytes]]) -> tuple[str, bytes]:
    """Several files (name, content) as one that `open_book` opens: its name and content; of one file that file.

    Raises FileRefused where they are too many or too large, and says which file it is.
    """
    if len(files) == 1:
        return files[0]
    if len(files) > LIMITS.files:
        raise FileRefused("too_many_together", n=str(len(files)), limit=str(LIMITS.files))
    for name, part in files:
        with _naming(name):
            refuse_large(part)
    size = sum(len(part) for _, part in files)
    if size > LIMITS.size - _AROUND * len(files):
        largest, part = max(files, key=lambda file: len(file[1]))
        raise FileRefused(
            "too_big_together",
            n=str(len(files)),
            size=_megabytes(size),
            largest=largest,
            part=_megabytes(len(part)),
            limit=_megabytes(LIMITS.size),
        )
    content = BytesIO()
    with ZipFile(content, "w", ZIP_STORED) as archive:
        archive.comment = _TOGETHER
        for number, (name, part) in enumerate(files, start=1):
            twice = sum(other == name for other, _ in files) > 1
            archive.writestr(f"{number} {name}" if twice else name, part)
    return " + ".join(name for name, _ in files), content.getvalue()


def _lists_of(package: Package) -> list[tuple[str, bytes]]:
    """The files of a zip that holds lists and nothing else; none of anything else."""
    names = sorted(one for one in package.names if not one.endswith("/") and not one.startswith("__MACOSX/"))
    if package.comment == _TOGETHER:  # whatever they are: what cannot be read is refused by its name
        return [(one.rpartition("/")[2], package.part(one)) for one in names]
    if not 1 < len(names) <= LIMITS.files or not all(one.lower().endswith(_LISTS) for one in names):
        return []
    return [(one.rpartition("/")[2], package.part(one)) for one in names]


def _beside(books: Sequence[tuple[str, Book]]) -> tuple[Grid, ...]:
    """The sheets of several files; one whose name another file has too is called after its file as well."""
    names = Counter(grid.name for _, book in books for grid in book.grids)
    if sum(names.values()) > LIMITS.sheets:
        raise FileRefused("too_much_inside")
    return tuple(
        grid if names[grid.name] == 1 else replace(grid, name=f"{_stem(file)} {grid.name}")
        for file, book in books
        for grid in book.grids
    )


def _open_among(content: bytes, name: str) -> Book:
    with _naming(name):
        return _open_one(content, name)


@contextmanager
def _naming(file: str) -> Iterator[None]:
    """A refusal says which of several files it is of."""
    try:
        yield
    except FileRefused as refused:
        refused.values = {**refused.values, "file": file}
        raise


def _open_one(content: bytes, name: str) -> Book:
    refuse_large(content)
    if not content.strip():
        raise FileRefused("empty", name=name)
    found = _recognise(content, name)
    facts = FileFacts(name, found.format, hashlib.sha256(content).hexdigest(), len(content))
    if found.format == "csv":
        grids: tuple[Grid, ...] = (Grid(_stem(found.name), read_csv(found.readable, found.name), looks=frozenset()),)
    else:
        grids = _grids(found.readable, found.shown)
    for grid in grids if found.may_hold_long_text else ():
        _refuse_endless_cells(grid)
    return Book(facts, grids)


def refuse_large(content: bytes) -> None:
    """Raise FileRefused for more bytes than we look at."""
    if len(content) > LIMITS.size:
        raise FileRefused("too_big", size=_megabytes(len(content)), limit=_megabytes(LIMITS.size))


def _refuse_endless_cells(grid: Grid) -> None:
    longest = LIMITS.cell_length
    if any(len(cell) > longest for row in grid.rows for cell in row if type(cell) is str):
        raise FileRefused("cell_too_long", sheet=grid.name)


@dataclass(frozen=True, slots=True)
class _Content:
    """What a file is: its format, what its reader may see, and what its sheets show."""

    format: str
    readable: bytes
    name: str  # of a csv: its own, also where it came in a zip
    shown: Mapping[str, SheetLook] = field(default_factory=dict)
    may_hold_long_text: bool = True


def _recognise(content: bytes, name: str) -> _Content:
    """What a file is; unpacked parts are let go before calamine starts. Raises FileRefused for what is no workbook."""
    if len(content) < _LOCK and name.replace("\\", "/").rpartition("/")[2].startswith(("~$", ".~lock.")):
        raise FileRefused("lock_file", name=name)
    if content.startswith(_ZIP):
        return _unzipped(Package(content), name)
    if content.startswith(_OLE):
        readable, looks = open_xls(content, name)
        return _Content("xls", readable, name, looks)
    code = _no_workbook(content)
    if code or not looks_like_text(content):
        raise FileRefused(code or "not_a_workbook", name=name)
    return _Content("csv", content, name)


def _unzipped(package: Package, name: str) -> _Content:
    names = package.names
    if package.workbook:
        package.verify()
        shown = package.shown()
        long = package.may_hold_long_text
        return _Content("xlsm" if package.has_macros else "xlsx", package.content(), name, shown, long)
    if package.is_ods:
        if b"encryption-data" in package.part("META-INF/manifest.xml"):
            raise FileRefused("protected")
        package.verify()
        shown = package.shown_of_ods()
        return _Content("ods", package.content(), name, shown)
    mimetype = package.part("mimetype").strip()
    if any(one.lower().endswith("workbook.bin") for one in names):
        raise FileRefused("binary_excel", name=name)
    if "word/document.xml" in names or mimetype == _ODT_TYPE:
        raise FileRefused("text_document", name=name)
    if any(one.endswith(".iwa") or one.rpartition("/")[2] == "Index.zip" for one in names):
        raise FileRefused("numbers", name=name)
    files = [one for one in names if not one.endswith("/") and not one.startswith("__MACOSX/")]
    if len(files) == 1 and files[0].lower().endswith((".csv", ".tsv", ".txt")):
        content = package.part(files[0])
        refuse_large(content)
        if content.strip() and looks_like_text(content):
            return _Content("csv", content, files[0])  # as Intune hands out its list
    raise FileRefused("zip" if not mimetype and "[Content_Types].xml" not in names else "not_a_workbook", name=name)


def _no_workbook(content: bytes) -> str | None:
    """What a file is that people choose in place of a workbook, as a code of words.py."""
    start = content[:4096].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if start.startswith(b"%pdf"):
        return "pdf"
    if content.startswith(_PICTURES) or content[4:12] in _PHONE_PICTURES or content[8:12] == b"WEBP":
        return "picture"
    if start.startswith(b"{\\rtf"):
        return "text_document"
    if (start.startswith(b"{") and b"docs.google.com" in start) or start.startswith(b"[internetshortcut]"):
        return "link"
    if b"mime-version:" in start and _MAIL.match(start):
        return "mail"
    if start.startswith(b"<"):
        if b"<plist" in start and b"<key>url</key>" in start:
            return "link"
        return "web_page" if any(tag in start for tag in (b"<html", b"<table", b"excel.sheet")) else "not_a_workbook"
    return None


def _grids(content: bytes, shown: Mapping[str, SheetLook]) -> tuple[Grid, ...]:
    with _refusing(), CalamineWorkbook.from_filelike(BytesIO(content)) as workbook:
        if len(workbook.sheets_metadata) > LIMITS.sheets:
            raise FileRefused("too_much_inside")
        return tuple(
            _grid(workbook.get_sheet_by_name(sheet.name), sheet.visible, shown.get(sheet.name, _NO_SHOW))
            for sheet in workbook.sheets_metadata
            if sheet.typ == SheetTypeEnum.WorkSheet
        )


def _grid(sheet: CalamineSheet, visible: SheetVisibleEnum, shown: SheetLook) -> Grid:
    if sheet.total_height * sheet.total_width > LIMITS.cells:
        raise FileRefused("sheet_too_large", sheet=sheet.name)
    rows = _rows(sheet)
    for (row, column), precision in shown.coarse_dates.items():
        value = _at(rows, row, column)
        if isinstance(value, date):
            rows[row][column] = CoarseDate(date(value.year, value.month, value.day), precision)
    _make_room(rows, [*shown.formulas, *shown.errors], sheet.name)
    for (row, column), error in shown.errors.items():
        if rows[row][column] == "":
            rows[row][column] = error
    for (row, column), value in worked_out(shown.formulas, rows).items():
        if rows[row][column] in ("", 0):
            rows[row][column] = value
    hidden_rows = tuple(row + 1 for row in shown.hidden_rows if row < len(rows) and any(rows[row]))
    hidden_columns = [c for c in sorted(set(shown.hidden_columns)) if any(_at(rows, r, c) for r in range(len(rows)))]
    return Grid(
        sheet.name,
        rows,
        hidden=visible != SheetVisibleEnum.Visible,
        hidden_rows=hidden_rows,
        hidden_columns=tuple(column_letters(column + 1) for column in hidden_columns),
        looks=shown.looks,
        coloured_by_rules=shown.coloured_by_rules,
        far_cells=tuple(f"{column_letters(column + 1)}{row + 1}" for row, column in shown.far_cells),
        marks=shown.marks,
        notes=shown.notes,
        merged=tuple(sheet.merged_cell_ranges or ()),
    )


def _rows(sheet: CalamineSheet) -> list[list[Cell]]:
    """The cells of a sheet from A1 on. Equal cells are one value, in half the memory and told apart sooner."""
    before = [""] * sheet.start[1] if sheet.start else []  # the rows above are given, the columns before are not
    kept: dict[Cell, Cell] = {}
    once = kept.setdefault
    rows = [
        [*before, *map(once, row, row)]
        if _EQUAL_TO_OTHERS.isdisjoint(map(type, row))
        else [*before, *(once(cell, cell) if type(cell) is str else cell for cell in row)]
        for row in cast(Iterator[list[Cell]], sheet.iter_rows())
    ]
    texts = (text for text in kept if isinstance(text, str) and not text.isascii())
    better: dict[Cell, Cell] = {text: right for text in texts if (right := mended(text)) != text}
    return [[better.get(cell, cell) for cell in row] for row in rows] if better else rows


def _make_room(rows: list[list[Cell]], places: Sequence[Place], name: str) -> None:
    # calamine ends a sheet before cells that hold nothing; a formula nobody calculated is such a cell.
    height = max((row + 1 for row, _ in places), default=0)
    width = max((column + 1 for _, column in places), default=0)
    if rows and len(rows[0]) >= width and len(rows) >= height:
        return
    width = max(width, len(rows[0]) if rows else 0)
    if max(height, len(rows)) * width > LIMITS.cells:
        raise FileRefused("sheet_too_large", sheet=name)
    rows.extend([] for _ in range(height - len(rows)))
    for line in rows:
        line.extend([""] * (width - len(line)))


def _at(rows: list[list[Cell]], row: int, column: int) -> Cell | None:
    return rows[row][column] if row < len(rows) and column < len(rows[row]) else None


@contextmanager
def _refusing() -> Iterator[None]:
    """Turn what calamine raises into refusals: its panics are BaseExceptions and say nothing to a person."""
    try:
        yield
    except PasswordError as error:
        raise FileRefused("protected") from error
    except (CalamineError, OSError, ValueError, OverflowError) as error:
        raise FileRefused("damaged") from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise FileRefused("damaged") from error
        raise


def _stem(name: str) -> str:
    base = name.replace("\\", "/").rsplit("/", 1)[-1]
    return base.rsplit(".", 1)[0] or base


def _megabytes(size: int) -> str:
    return str(max(1, round(size / 1024**2)))
