"""A file without its content, and why one cannot be read."""

from dataclasses import dataclass


@dataclass(frozen=True)
class FileFacts:
    """The file without its content."""

    name: str
    format: str  # xlsx, xlsm, xls, ods, csv
    sha256: str
    size: int  # bytes


class FileRefused(Exception):  # noqa: N818 - a refusal is not an error of ours
    """The file cannot be read; `code` and `values` make the message (messages.py).

    `sheet_names`: of its sheets, where it could be opened and a person may point out the headings.
    """

    def __init__(self, code: str, sheet_names: tuple[str, ...] = (), **values: str) -> None:
        super().__init__(code)
        self.code = code
        self.sheet_names = sheet_names
        self.values = values
