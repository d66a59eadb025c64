"""When the devices of a list were bought by what stands over it, where no column says: all at once, or each make.

"iPads aangeschaft in 2017" is of all of them; "aangeschaft juli 2016 (Lenovo) en november 2013 (Dell)" is of each make
its own moment, and of the others nobody knows.
"""

import re
from collections.abc import Sequence
from typing import Any, Final

from planning.core.text import clean
from planning.inventory.recognise.leanings import step_of_purchase
from planning.inventory.recognise.sections import (
    bought_with,
    kind_dated,
    of_heading,
    of_sheet_name,
    tells_when,
    without_purchase,
)
from planning.inventory.values.beside import device_in
from planning.inventory.values.devices import Description, Device, identify

_APPROVED: Final = re.compile(
    r"\b(?:akkoord|getekend|goedgekeurd|approved|signed)\s+(?=(?:\w+\.?\s+)?\d)", re.IGNORECASE
)
"""The day on which an offer was agreed to is that of the purchase."""
_BY_NOW: Final = re.compile(
    r"\b(?:nu|thans|heden|vandaag|momenteel|anno|peildatum|stand|geteld|telling|bijgewerkt|now|today|as of)\b.*",
    re.IGNORECASE,
)
"""What a title goes on to say of the day of the list: "gekocht in 2015, en nu (maart 2018) nog aanwezig"."""
_BETWEEN: Final = re.compile(r"\s+(?:en|and)\s+|[,;+]\s+|\s[-–/|]\s")

_YEARS: Final = re.compile(r"20\d\d(?:\s?[-/]\s?(?:20)?\d\d)?")

Moments = tuple[tuple[Device, str], ...]
"""What was bought, and when."""


def bought_by_title(lines: Sequence[str]) -> str:
    """When all devices of a list were bought by its title; "" where none says, or one says it of some."""
    told = [_before_now(_APPROVED.sub("aangeschaft ", line)) for line in lines]
    dated = [line for line in told if _moment(line)]
    if all(":" in line for line in dated):  # a form says when they were ordered, and when they came
        first = min(map(step_of_purchase, dated), default=0)
        dated = [line for line in dated if step_of_purchase(line) == first]
    found = set(map(_moment, dated))
    several = any(_moment(line) and tells_when(without_purchase(line)) for line in told)
    return found.pop() if len(found) == 1 and not several else ""


def is_called_after_year(name: str) -> bool:
    """The name of a sheet is a year, or a school year, and nothing else: "2016", "2016-2017"."""
    return _YEARS.fullmatch(clean(name)) is not None


def year_of_list(name: str, lines: Sequence[str]) -> str:
    """The year, or the school year, of whose purchases a list is by its sheet's name or its title; "" elsewhere."""
    named = clean(name) if is_called_after_year(name) else of_sheet_name(name).get("purchased", "")
    return named or bought_by_title(lines)


def dated_beside(lines: Sequence[str]) -> str:
    """When the devices of a list were bought that stands beside others, each dated over it: "iPads (2014)"."""
    found = set(filter(None, map(kind_dated, lines)))
    return found.pop() if len(found) == 1 else ""


def _before_now(line: str) -> str:
    """A title without what it says of the day of the list, where it told before that when all were bought."""
    before = _BY_NOW.sub("", line)
    return before if _moment(before) else line


def _moment(line: str) -> str:
    return of_sheet_name(line).get("purchased") or bought_with(line)


def bought_by_makes(lines: Sequence[str]) -> Moments:
    """When each of several makes was bought by a title that names them apart; empty where none does."""
    for line in lines:
        if _moment(line) and tells_when(without_purchase(line)):
            parts = [(identify(Description(both=device_in(part))), _of_part(part)) for part in _BETWEEN.split(line)]
            if len(parts) > 1 and all(moment and _names(device) for device, moment in parts):
                return tuple(parts)
    return ()


def _of_part(part: str) -> str:
    """The moment in a part of a title, which need not say again that it is of a purchase."""
    return _moment(part) or of_heading(part).get("purchased", "") or _moment(f"aangeschaft {part}")


def _names(device: Device) -> bool:
    return bool(device.brand or device.model or not device.issue)


def moments_of(moments: Moments, columns: dict[str, list[Any]]) -> list[str]:
    """By record the moment of the one part of a title that it is of; "" where that is none or several."""
    rows = zip(columns["kind"], columns["brand"], columns["model"], strict=True)
    told = {row: {when for one, when in moments if _is(one, *row)} for row in set(rows)}
    rows = zip(columns["kind"], columns["brand"], columns["model"], strict=True)
    return [told[row].copy().pop() if len(told[row]) == 1 else "" for row in rows]


def _is(wanted: Device, kind: str, brand: str | None, model: str | None) -> bool:
    """The device is one of those a part of a title names, by as much as that names."""
    known = wanted.issue is None and wanted.kind != kind
    return not known and wanted.brand in (None, brand) and wanted.model in (None, model)
