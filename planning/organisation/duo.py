"""DUO's open files: schools with their board, and pupils per school on 1 October, as published or saved again by Excel.

Two pupil forms are read: per location with ages ("leerlingen po, soort po, cluster, leeftijd", until 2017) and the
current one with counts alone (brin6_totaal.csv), by a year or a day and whatever else stands beside them, as counts per
year of school. Both give the same frame. Source: https://duo.nl/open_onderwijsdata
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from time import strptime
from typing import Final

import pandas as pd

from planning.organisation.levels import AGES
from planning.organisation.places import proper_case
from planning.workbooks.csv_files import csv_rows, looks_like_text
from planning.workbooks.grid import Grid
from planning.workbooks.model import FileRefused, Problem
from planning.workbooks.table import Table, TableField, find_table

AGE_COLUMNS: Final = tuple(f"age_{age}" for age in AGES)
PUPIL_COLUMNS: Final = ("board_id", "school_id", "name", "place", "kind", "count_date", *AGE_COLUMNS, "total")
"""One row a school and count date. `age_3` is DUO's "jonger" (younger than 4), `age_25` its "ouder" (25 and older).
kind: Bo, Sbo, So, Vso or several, "So/Vso".
Counts alone have no ages (<NA>), and often no board, name and place (None)."""
SCHOOL_COLUMNS: Final = (
    "board_id", "school_id", "name", "street", "postcode", "place", "municipality", "website",
)  # fmt: skip
KINDS_OF_SCHOOL: Final = ("Bo", "Sbo", "So", "Vso")

_HEADINGS: Final = {
    "board": ("BEVOEGD_GEZAG_NUMMER", "BEVOEGD_GEZAG_CODE"), "brin": ("BRIN_NUMMER", "INSTELLINGSCODE"),
    "location": ("VESTIGINGSNUMMER", "VESTIGINGSCODE"),
    "name": ("INSTELLINGSNAAM", "INSTELLINGSNAAM_VESTIGING", "VESTIGINGSNAAM"), "place": ("PLAATSNAAM",),
    "municipality": ("GEMEENTENAAM",), "street": ("STRAATNAAM",), "house": ("HUISNUMMER-TOEVOEGING",),
    "postcode": ("POSTCODE",), "website": ("INTERNETADRES",), "kind": ("SOORT_PO", "TYPE_PO"), "day": ("PEILDATUM",),
    "year": ("PEILJAAR",), "total": ("TOTAAL", "AANTAL_LEERLINGEN", "TOTAAL_AANTAL_LEERLINGEN"),
    "age_3": ("LEEFTIJD_JONGER",),
    **{f"age_{age}": (f"LEEFTIJD_{age}",) for age in range(4, 25)}, "age_25": ("LEEFTIJD_OUDER",),
}  # fmt: skip
_CURRENT: Final = ("brin", "location", "kind", "total")
_WITH_AGES: Final = ("day", "brin", "location", "name", "place", "kind", "board", *AGE_COLUMNS, "total")
_SCHOOL: Final = ("board", "brin", "name", "street", "house", "postcode", "place", "municipality")


def _known_by(*required: str) -> tuple[TableField, ...]:
    return tuple(TableField(name, headings, name in required) for name, headings in _HEADINGS.items())


_PUPILS: Final = _known_by("brin", "kind")
_SCHOOLS: Final = _known_by("brin", "street")


@dataclass(frozen=True)
class PupilFile:
    """Pupils per school and count date (columns PUPIL_COLUMNS), and the rows that could not be read."""

    pupils: pd.DataFrame
    problems: tuple[Problem, ...]

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
    problems: tuple[Problem, ...]


def read_pupil_file(content: bytes) -> PupilFile:
    """Pupils per school from one DUO file; several rows of a school (So and Vso) are summed. Raises FileRefused."""
    rows = _open(content, _PUPILS, _SCHOOLS, otherwise="school_file_instead")
    frame = rows.frame
    with_ages = any(field in frame for field in AGE_COLUMNS)
    dated = "day" if with_ages or "day" in frame else "year"
    rows.need(_WITH_AGES if with_ages else (*_CURRENT, dated))
    numbers = (*AGE_COLUMNS, "total") if with_ages else ("total",)
    frame["school_id"] = _school_ids(frame, rows)
    frame["board_id"] = _board_ids(frame, rows) if "board" in frame else None
    frame = frame.assign(**{field: None for field in ("name", "place") if field not in frame})
    # open counts stand at 1 October of the year named
    frame["count_date"] = _days(frame["day"] if dated == "day" else frame["year"] + "1001")
    rows.leave_out(frame["count_date"].isna(), dated, "date_unreadable" if dated == "day" else "year_unreadable")
    frame["kind"] = frame["kind"].str.capitalize()
    for field in numbers:
        frame[field] = _counts(frame[field], field, rows)
    if with_ages:
        rows.leave_out(frame[list(AGE_COLUMNS)].sum(axis=1) != frame["total"], "total", "total_differs")
    # A total without one of its rows would look like a count; better none than one too low.
    schools = pd.MultiIndex.from_frame(frame[["school_id", "count_date"]])
    rows.leave_out(pd.Series(schools.isin(schools[rows.left_out]), index=frame.index), "brin", "school_incomplete")
    rows.leave_out(frame.duplicated(["school_id", "kind", "count_date"]), "brin", "double_row")
    return PupilFile(_one_row_a_school(frame[~rows.left_out], numbers), rows.problems())


def read_school_file(content: bytes) -> SchoolFile:
    """Schools with board and address from DUO's list of schools, before or after 2018. Raises FileRefused."""
    rows = _open(content, _SCHOOLS, _PUPILS, otherwise="pupil_file_instead")
    rows.need(_SCHOOL)
    frame = rows.frame
    if "location" not in frame:
        frame["location"] = "00"  # the older list holds main sites only
    frame["school_id"] = _school_ids(frame, rows)
    frame["board_id"] = _board_ids(frame, rows)
    rows.leave_out(frame.duplicated("school_id"), "brin", "double_row")
    frame["street"] = (frame["street"] + " " + frame["house"]).str.strip()
    frame["postcode"] = frame["postcode"].str.upper().str.replace(r"^(\d{4}) ?([A-Z]{2})$", r"\1 \2", regex=True)
    frame["website"] = frame.get("website", "")
    frame = _in_proper_case(frame, "place", "municipality")
    return SchoolFile(frame.loc[~rows.left_out, list(SCHOOL_COLUMNS)].reset_index(drop=True), rows.problems())


class _DuoRows:
    """A file's rows as text, and what is the matter with them. Only a row's first problem is told.

    `frame`: our fields, blanks trimmed; index: Excel's row. `left_out` marks the rows with a problem.
    """

    def __init__(self, rows: Sequence[Sequence[str]], table: Table) -> None:
        header = rows[table.header]
        width = len(header)
        below = {n: row for n, row in enumerate(rows, 1) if n > table.header + 1 and any(map(str.strip, row))}
        if not below:
            raise FileRefused("no_rows", row=str(table.header + 1))
        whole = {n: row for n, row in below.items() if len(row) >= width and not any(row[width:])}
        self.frame = pd.DataFrame(
            {name: [row[column] for row in whole.values()] for name, column in table.columns.items()},
            index=list(whole),
            dtype="str",
        )
        for field in self.frame:
            self.frame[field] = self.frame[field].str.strip()
            if field in ("name", "place", "municipality", "street", "house"):
                self.frame[field] = self.frame[field].str.replace(r"\s+", " ", regex=True)
        self.left_out = pd.Series(False, index=self.frame.index)
        self._written = self.frame.copy()
        self._labels = {name: header[column].strip() for name, column in table.columns.items()}
        self._found = [
            Problem("", n, None, "must", "cells_missing", ";".join(row)[:80])
            for n, row in below.items()
            if n not in whole
        ]

    def need(self, fields: Iterable[str]) -> None:
        missing = [_HEADINGS[field][0] for field in fields if field not in self._labels]
        if missing:
            raise FileRefused("columns_missing", missing=", ".join(missing), read=", ".join(self._labels.values()))

    def leave_out(self, mask: pd.Series, field: str, code: str) -> None:
        for row in mask.index[mask & ~self.left_out]:
            written = str(self._written.at[row, field])
            self._found.append(Problem("", int(row), self._labels[field], "must", code, written))
        self.left_out |= mask

    def problems(self) -> tuple[Problem, ...]:
        return tuple(sorted(self._found, key=lambda problem: problem.row or 0))


def _open(
    content: bytes, fields: tuple[TableField, ...], others: tuple[TableField, ...], *, otherwise: str
) -> _DuoRows:
    if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise FileRefused("workbook")
    if not looks_like_text(content):
        raise FileRefused("no_text")
    rows = csv_rows(content)
    filled = [row for row in rows if any(map(str.strip, row))]
    if not filled:
        raise FileRefused("empty")
    grid = Grid("", [[*row] for row in rows])
    if (table := find_table(grid, fields)) is not None:
        return _DuoRows(rows, table)
    if (other := find_table(grid, others)) is not None:
        raise FileRefused(otherwise, read=", ".join(rows[other.header][:6]))
    raise FileRefused("no_duo_file", read=";".join(filled[0])[:80])


def _school_ids(frame: pd.DataFrame, rows: _DuoRows) -> pd.Series:
    brin = frame["brin"].str.upper()
    rows.leave_out(~brin.str.fullmatch(r"\d{2}[A-Z]{2}"), "brin", "brin_unreadable")
    location = frame["location"].str.upper()
    full = location.str.len().eq(6) & location.str[:4].eq(brin)  # newer files write the whole BRIN6 here
    location = location.where(~full, location.str[4:]).str.zfill(2)  # Excel turns 00 into 0
    rows.leave_out(~location.str.fullmatch(r"\d{2}"), "location", "location_unreadable")
    return brin + location


def _board_ids(frame: pd.DataFrame, rows: _DuoRows) -> pd.Series:
    rows.leave_out(~frame["board"].str.fullmatch(r"\d{1,5}"), "board", "board_unreadable")
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


def _counts(written: pd.Series, field: str, rows: _DuoRows) -> pd.Series:
    rows.leave_out(written.isin(["-1"]) | written.str.startswith("<"), field, "count_hidden")  # DUO hides small groups
    whole = written.str.fullmatch(r"\d{1,6}|\d{1,3}\.\d{3}")
    rows.leave_out(~whole, field, "count_unreadable")
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
