"""A table of the screen as a workbook."""

import re
from collections.abc import Callable, Hashable, Mapping, Sequence
from datetime import date
from typing import Final

import pandas as pd
from babel.dates import get_month_names

from planning.core.boards import Board
from planning.core.notation import NBHYPHEN, NBSP
from planning.core.translation import gettext as _
from planning.core.translation import language
from planning.workbooks.board_table import board_excel, what_counts
from planning.workbooks.writing import DAY, EURO

Parsed = float | date
_LINK: Final = re.compile(r"\[((?:\\.|[^\]\\])*)\]\([^)]*\)")
_BADGE: Final = re.compile(r":[a-z]+(?:-badge)?\[((?:\\.|[^\]\\])*)\]")
_CODE: Final = re.compile(r"(?<!\\)`([^`]*)`")
_ICON: Final = re.compile(r":material/\w+:\s?")
_BOLD: Final = re.compile(r"\*\*|(?<!\\)[*_](?=\S)|(?<=\S)(?<!\\)[*_]")
_ESCAPED: Final = re.compile(r"\\([\\`*_{}\[\]<>()#+\-.!|~$:])")
_BREAK: Final = re.compile(r"\s*<br\s*/?>\s*|\s*\n\s*")
_NONE: Final = ("", "–")
_FIGURE: Final = {"nl": r"[-+]?\d{1,3}(?:\.?\d{3})*(?:,\d+)?", "en": r"[-+]?\d{1,3}(?:,?\d{3})*(?:\.\d+)?"}


def screen_excel(table: pd.DataFrame, title: str, figures: Sequence[str], board: Board, as_of: date) -> bytes:
    """A table of the screen as a workbook: what its texts say, as numbers, amounts, ratios and days where they are."""
    columns: dict[str, list[Parsed | str | None]] = {}
    formats: dict[Hashable, str] = {}
    for name in table.columns:
        texts = [as_said(cell) for cell in table[name]]
        columns[as_said(name)], written = _typed(texts, is_figure=str(name) in figures)
        if written:
            formats[as_said(name)] = written
    about = [what_counts()] if {_("Devices that count"), _("Pupils per device")}.intersection(columns) else []
    return board_excel(board, as_of, pd.DataFrame(columns, dtype=object), title, about=about, formats=formats)


def as_said(cell: object) -> str:
    """What a cell of the screen says, without the signs that make it bold, a link, a badge or an icon."""
    text = _BADGE.sub(r"\1", _LINK.sub(r"\1", _ICON.sub("", _CODE.sub(r"\1", str(cell)))))
    text = _ESCAPED.sub(r"\1", _BOLD.sub("", _BREAK.sub(" · ", text)))
    return text.replace(NBSP, " ").replace(NBHYPHEN, "-").replace("\u2212", "-").replace("\u2060", "").strip()


def _typed(texts: Sequence[str], *, is_figure: bool) -> tuple[list[Parsed | str | None], str | None]:
    """The values of a column and how Excel writes them: all of one type, or the texts as they are."""
    known = [text for text in texts if text not in _NONE]
    for parse, written in _readings(is_figure=is_figure).items():
        found = {text: parse(text) for text in known}
        if found and None not in found.values():
            return [found.get(text) for text in texts], written or None
    return [None if text == "" else text for text in texts], None


def _readings(*, is_figure: bool) -> Mapping[Callable[[str], Parsed | None], str]:
    """How a text may be read, with its format in Excel; a plain number only where a column says that it holds them."""
    figure, before = _FIGURE[language()], _("1 in {n}").format(n="").strip()
    readings: dict[Callable[[str], Parsed | None], str] = {
        _day: DAY,
        lambda text: _read(rf"€ ?({figure})", text): EURO,
        lambda text: _share(_read(rf"({figure}) ?%", text)): "0%",
        lambda text: _read(rf"{before} ({figure})", text): f'"{before} "0.0#',
    }
    return readings | ({lambda text: _read(f"({figure})", text): ""} if is_figure else {})


def _read(pattern: str, text: str) -> float | None:
    found = re.fullmatch(pattern, text)
    if not found:
        return None
    plain = found[1].replace(".", "").replace(",", ".") if language() == "nl" else found[1].replace(",", "")
    return float(plain) if "." in plain else int(plain)


def _share(percents: float | None) -> float | None:
    return None if percents is None else percents / 100


def _day(text: str) -> date | None:
    if language() == "nl":
        found = re.fullmatch(r"(\d{1,2})-(\d{1,2})-(\d{4})", text)
        return date(int(found[3]), int(found[2]), int(found[1])) if found else None
    found = re.fullmatch(r"(\d{1,2}) ([A-Z][a-z]{2}) (\d{4})", text)
    months = {name: number for number, name in get_month_names("abbreviated", locale="en").items()}
    return date(int(found[3]), months[found[2]], int(found[1])) if found and found[2] in months else None
