"""A file without its content, why one cannot be read, and what in it a person has to look at."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True)
class FileFacts:
    """The file without its content."""

    name: str
    format: str  # xlsx, xlsm, xls, ods, csv
    sha256: str
    size: int  # bytes


class FileRefused(Exception):  # noqa: N818 - a refusal is not an error of ours
    """The file cannot be read; `code` and `values` make the message (words.py, and each subject's own).

    `sheet_names`: of its sheets, where it could be opened and a person may point out the headings.
    """

    def __init__(self, code: str, sheet_names: tuple[str, ...] = (), **values: str) -> None:
        super().__init__(code)
        self.code = code
        self.sheet_names = sheet_names
        self.values = values


Severity = Literal["must", "info"]


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to a problem: its code and the values its text needs."""

    code: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a file that a person decides or mends (`must`), or may want to know (`info`)."""

    sheet: str
    row: int | None  # Excel's row; None for a whole sheet or file
    column: str | None  # Excel's letters, or its heading in a file without; None for a whole row
    severity: Severity
    code: str
    as_written: str
    values: Mapping[str, str] = field(default_factory=dict)
    choices: tuple[Choice, ...] = ()  # the first is the careful default, used until a person answers
    answer: str | None = None  # code of the choice a person made

    @property
    def key(self) -> str:
        """Names this problem among those of one file, the same at every reading of it."""
        return f"{self.sheet}!{self.column or ''}{self.row or ''}:{self.code}"

    @property
    def is_open(self) -> bool:
        """Waits for a person."""
        return self.severity == "must" and self.answer is None
