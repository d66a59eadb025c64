"""DUO's open files: schools with their board, and pupils per school on 1 October, as published or saved again by Excel.

Two pupil forms are read: per location with ages ("leerlingen po, soort po, cluster, leeftijd", until 2017) and the
current one with counts alone (brin6_totaal.csv). Both give the same frame. Source: https://duo.nl/open_onderwijsdata
"""

import csv
import io
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from time import strptime
from typing import Final

import pandas as pd

from planning.organisation.levels import AGES
from planning.organisation.places import proper_case

AGE_COLUMNS: Final = tuple(f"age_{age}" for age in AGES)
PUPIL_COLUMNS: Final = ("board_id", "school_id", "name", "place", "kind", "count_date", *AGE_COLUMNS, "total")
"""One row a school and count date. `age_3` is DUO's "jonger" (younger than 4), `age_25` its "ouder" (25 and older).
kind: Bo, Sbo, So, Vso or several, "So/Vso". The current form has no board, name, place and ages: None and <NA>."""
SCHOOL_COLUMNS: Final = (
    "board_id", "school_id", "name", "street", "postcode", "place", "municipality", "website",
)  # fmt: skip
KINDS_OF_SCHOOL: Final = ("Bo", "Sbo", "So", "Vso")

_HEADERS: Final = {
    "BEVOEGD GEZAG NUMMER": "board", "BRIN NUMMER": "brin", "INSTELLINGSCODE": "brin", "VESTIGINGSNUMMER": "location",
    "VESTIGINGSCODE": "location", "INSTELLINGSNAAM": "name", "INSTELLINGSNAAM VESTIGING": "name",
    "VESTIGINGSNAAM": "name", "PLAATSNAAM": "place", "GEMEENTENAAM": "municipality", "STRAATNAAM": "street",
    "HUISNUMMER TOEVOEGING": "house", "POSTCODE": "postcode", "INTERNETADRES": "website", "SOORT PO": "kind",
    "TYPE PO": "kind", "PEILDATUM": "day", "PEILJAAR": "year", "TOTAAL": "total", "AANTAL LEERLINGEN": "total",
    "LEEFTIJD JONGER": "age_3", **{f"LEEFTIJD {age}": f"age_{age}" for age in range(4, 25)}, "LEEFTIJD OUDER": "age_25",
}  # fmt: skip
_CURRENT: Final = ("brin", "location", "kind", "year", "total")
_WITH_AGES: Final = ("day", "brin", "location", "name", "place", "kind", "board", *AGE_COLUMNS, "total")
_SCHOOL: Final = ("board", "brin", "name", "street", "house", "postcode", "place", "municipality")
_AS_PUBLISHED: Final = {
    "board": "BEVOEGD_GEZAG_NUMMER", "brin": "BRIN_NUMMER", "location": "VESTIGINGSNUMMER", "name": "INSTELLINGSNAAM",
    "place": "PLAATSNAAM", "municipality": "GEMEENTENAAM", "street": "STRAATNAAM", "house": "HUISNUMMER-TOEVOEGING",
    "postcode": "POSTCODE", "kind": "SOORT_PO", "day": "PEILDATUM", "year": "PEILJAAR", "total": "TOTAAL",
    "age_3": "LEEFTIJD_JONGER", **{f"age_{age}": f"LEEFTIJD_{age}" for age in range(4, 25)}, "age_25": "LEEFTIJD_OUDER",
}  # fmt: skip
_HEADER_WITHIN: Final = 10  # rows: some DUO files carry a line about the file above the header


@dataclass(frozen=True, slots=True)
class RowProblem:
    """A row left out, and why. `row` is Excel's, 1-based; `column` is the header as written; texts in messages.py."""

    row: int
    column: str | None
    as_written: str
    code: str


@dataclass(frozen=True)
class PupilFile:
    """Pupils per school and count date (columns PUPIL_COLUMNS), and the rows that could not be read."""

    pupils: pd.DataFrame
    problems: tuple[RowProblem, ...]

    @property
    def count_dates(self) -> tuple[date, ...]:
        """The dates the counts hold for, oldest first."""
        return tuple(sorted(self.pupils["count_date"].unique()))


@dataclass(frozen=True)
class SchoolFile:
    """Schools and their addresses (columns SCHOOL_COLUMNS), and the rows that could not be read.

    Special schools (Sbo, So, Vso) are in files of their own: a school known from its pupils alone is a school too.
    """

    schools: pd.DataFrame
    problems: tuple[RowProblem, ...]


class DuoRefused(Exception):  # noqa: N818 - a refusal is not an error of ours
    """The file is none of DUO's that we read; `code` and `values` make the message (messages.py)."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


def read_pupil_file(content: bytes) -> PupilFile:
    """Pupils per school from one DUO file; several rows of a school (So and Vso) are summed. Raises DuoRefused."""
    table = _open(content, wanted=("brin", "kind"), otherwise="school_file_instead")
    with_ages = any(field in table.header for field in AGE_COLUMNS)
    table.need(_WITH_AGES if with_ages else _CURRENT)
    frame = table.frame
    numbers = (*AGE_COLUMNS, "total") if with_ages else ("total",)
    wrong = _Problems(table)
    frame["school_id"] = _school_ids(frame, wrong)
    if with_ages:
        frame["board_id"] = _board_ids(frame, wrong)
        frame["count_date"] = _days(frame["day"])
        wrong.where(frame["count_date"].isna(), "day", "date_unreadable")
    else:
        frame = frame.assign(board_id=None, name=None, place=None)
        frame["count_date"] = _days(frame["year"] + "1001")  # open counts stand at 1 October of the year named
        wrong.where(frame["count_date"].isna(), "year", "year_unreadable")
    frame["kind"] = frame["kind"].str.capitalize()
    for field in numbers:
        frame[field] = _counts(frame[field], field, wrong)
    if with_ages:
        wrong.where(frame[list(AGE_COLUMNS)].sum(axis=1) != frame["total"], "total", "total_differs")
    # A total without one of its rows would look like a count; better none than one too low.
    schools = pd.MultiIndex.from_frame(frame[["school_id", "count_date"]])
    wrong.where(pd.Series(schools.isin(schools[wrong.rows]), index=frame.index), "brin", "school_incomplete")
    wrong.where(frame.duplicated(["school_id", "kind", "count_date"]), "brin", "double_row")
    return PupilFile(_one_row_a_school(frame[~wrong.rows], numbers), wrong.found())


def read_school_file(content: bytes) -> SchoolFile:
    """Schools with board and address from DUO's list of schools, before or after 2018. Raises DuoRefused."""
    table = _open(content, wanted=("brin", "street"), otherwise="pupil_file_instead")
    table.need(_SCHOOL)
    wrong = _Problems(table)
    frame = table.frame
    if "location" not in frame:
        frame["location"] = "00"  # the older list holds main sites only
    frame["school_id"] = _school_ids(frame, wrong)
    frame["board_id"] = _board_ids(frame, wrong)
    wrong.where(frame.duplicated("school_id"), "brin", "double_row")
    frame["street"] = (frame["street"] + " " + frame["house"]).str.strip()
    frame["postcode"] = frame["postcode"].str.upper().str.replace(r"^(\d{4}) ?([A-Z]{2})$", r"\1 \2", regex=True)
    frame["website"] = frame.get("website", "")
    frame = _in_proper_case(frame, "place", "municipality")
    return SchoolFile(frame.loc[~wrong.rows, list(SCHOOL_COLUMNS)].reset_index(drop=True), wrong.found())


def select_boards(pupils: pd.DataFrame, board_ids: Collection[str]) -> pd.DataFrame:
    """The rows of these boards. The current form names no board: use select_schools there."""
    return pupils[pupils["board_id"].isin(list(board_ids))].reset_index(drop=True)


def select_schools(pupils: pd.DataFrame, school_ids: Collection[str]) -> pd.DataFrame:
    """The rows of these schools (BRIN6)."""
    return pupils[pupils["school_id"].isin(list(school_ids))].reset_index(drop=True)


@dataclass
class _Table:
    """A file as text cells: `header` maps our field to the header as written."""

    header: dict[str, str]
    frame: pd.DataFrame  # our fields, blanks trimmed; index: Excel's row
    problems: list[RowProblem]

    def need(self, fields: Iterable[str]) -> None:
        missing = [_AS_PUBLISHED[field] for field in fields if field not in self.header]
        if missing:
            raise DuoRefused("columns_missing", missing=", ".join(missing), read=", ".join(self.header.values()))


class _Problems:
    """Gathers problems; `rows` marks the rows left out. Only a row's first problem is told."""

    def __init__(self, table: _Table) -> None:
        self._header = table.header
        self._written = table.frame.copy()
        self._found = list(table.problems)
        self.rows = pd.Series(False, index=table.frame.index)

    def where(self, mask: pd.Series, field: str, code: str) -> None:
        for row in mask.index[mask & ~self.rows]:
            self._found.append(RowProblem(int(row), self._header[field], str(self._written.at[row, field]), code))
        self.rows |= mask

    def found(self) -> tuple[RowProblem, ...]:
        return tuple(sorted(self._found, key=lambda problem: problem.row))


def _open(content: bytes, *, wanted: Sequence[str], otherwise: str) -> _Table:
    text = _decode(content)
    for delimiter in ";,\t":  # the older files have semicolons, the current ones commas
        for number, row in enumerate(islice(_rows(text, delimiter), _HEADER_WITHIN)):
            header = _fields(row)
            if all(field in header for field in wanted):
                return _table(text, delimiter, number, header)
            if "brin" in header and ("street" in header or "total" in header):
                raise DuoRefused(otherwise, read=", ".join(row[:6]))
    raise DuoRefused("no_duo_file", read=text.strip().splitlines()[0][:80])


def _decode(content: bytes) -> str:
    if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise DuoRefused("workbook")
    if b"\0" in content:
        raise DuoRefused("no_text")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    if not text.strip():
        raise DuoRefused("empty")
    return text


def _rows(text: str, delimiter: str) -> Iterable[list[str]]:
    try:  # newline=None: some files end their lines with a bare CR
        yield from csv.reader(io.StringIO(text, newline=None), delimiter=delimiter)
    except csv.Error as error:
        raise DuoRefused("no_text") from error


def _fields(row: Sequence[str]) -> dict[str, int]:
    names = (" ".join(re.split(r"[\s_-]+", cell.strip().upper())) for cell in row)
    fields: dict[str, int] = {}
    for position, name in enumerate(names):
        if field := _HEADERS.get(name):
            fields.setdefault(field, position)
    return fields


def _table(text: str, delimiter: str, header_row: int, positions: dict[str, int]) -> _Table:
    numbers: list[int] = []
    cells: list[list[str]] = []
    problems: list[RowProblem] = []
    width, labels = 0, []
    for number, row in enumerate(_rows(text, delimiter)):
        if number == header_row:
            width, labels = len(row), row
        elif number > header_row and any(cell.strip() for cell in row):
            if len(row) == width or (len(row) > width and not any(row[width:])):
                numbers.append(number + 1)
                cells.append([row[position] for position in positions.values()])
            else:
                problems.append(RowProblem(number + 1, None, delimiter.join(row)[:80], "cells_missing"))
    if not numbers and not problems:
        raise DuoRefused("no_rows", row=str(header_row + 1))
    frame = pd.DataFrame(cells, index=numbers, columns=list(positions), dtype="str")
    for field in positions:
        frame[field] = frame[field].str.strip()
        if field in ("name", "place", "municipality", "street", "house"):
            frame[field] = frame[field].str.replace(r"\s+", " ", regex=True)
    return _Table({field: labels[position].strip() for field, position in positions.items()}, frame, problems)


def _school_ids(frame: pd.DataFrame, wrong: _Problems) -> pd.Series:
    brin = frame["brin"].str.upper()
    wrong.where(~brin.str.fullmatch(r"\d{2}[A-Z]{2}"), "brin", "brin_unreadable")
    location = frame["location"].str.upper()
    full = location.str.len().eq(6) & location.str[:4].eq(brin)  # newer files write the whole BRIN6 here
    location = location.where(~full, location.str[4:]).str.zfill(2)  # Excel turns 00 into 0
    wrong.where(~location.str.fullmatch(r"\d{2}"), "location", "location_unreadable")
    return brin + location


def _board_ids(frame: pd.DataFrame, wrong: _Problems) -> pd.Series:
    wrong.where(~frame["board"].str.fullmatch(r"\d{1,5}"), "board", "board_unreadable")
    return frame["board"].str.zfill(5)


def _days(written: pd.Series) -> pd.Series:
    known = {text: _day(text) for text in written.unique()}
    return pd.Series([known[text] for text in written], index=written.index, dtype="object")


def _day(text: str) -> date | None:
    for pattern in ("%Y%m%d", "%Y-%m-%d", "%d-%m-%Y"):
        if pattern == "%Y%m%d" and len(text) != 8:
            continue  # 2016111 could be two days
        try:
            day = date(*strptime(text, pattern)[:3])
        except ValueError:
            continue
        return day if 2000 <= day.year <= 2100 else None
    return None


def _counts(written: pd.Series, field: str, wrong: _Problems) -> pd.Series:
    wrong.where(written.isin(["-1"]) | written.str.startswith("<"), field, "count_hidden")  # DUO hides small groups
    whole = written.str.fullmatch(r"\d{1,6}|\d{1,3}\.\d{3}")
    wrong.where(~whole, field, "count_unreadable")
    return written.where(whole, "0").str.replace(".", "").astype("int64")


def _one_row_a_school(frame: pd.DataFrame, numbers: Sequence[str]) -> pd.DataFrame:
    keys = ["school_id", "count_date"]
    several = frame.duplicated(keys, keep=False)
    joined = {key: _joined(kinds) for key, kinds in frame[several].groupby(keys)["kind"]}
    frame.loc[several, "kind"] = [
        joined[key] for key in zip(*(frame.loc[several, field] for field in keys), strict=True)
    ]
    told = ("board_id", "name", "place", "kind")
    summed = frame.groupby(keys, sort=False, as_index=False).agg(
        {**dict.fromkeys(told, "first"), **dict.fromkeys(numbers, "sum")}
    )
    summed = summed.reindex(columns=list(PUPIL_COLUMNS))
    summed[list(AGE_COLUMNS)] = summed[list(AGE_COLUMNS)].astype("Int64")
    return _in_proper_case(summed, "place")


def _joined(kinds: pd.Series) -> str:
    order = [*KINDS_OF_SCHOOL, *sorted(set(kinds) - set(KINDS_OF_SCHOOL))]
    return "/".join(kind for kind in order if kind in set(kinds))


def _in_proper_case(frame: pd.DataFrame, *fields: str) -> pd.DataFrame:
    for field in fields:
        known = {place: proper_case(str(place)) for place in frame[field].dropna().unique()}
        if known:  # the current form names no places
            frame[field] = frame[field].map(known)
    return frame
