"""Registers as tables of words: what the workbook that is handed out holds, under headings that can be read back."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd

from planning.core.boards import Board
from planning.core.translation import gettext as _
from planning.privacy.register_words import TITLES, basis_name, model_name, needed_name, request_name, title
from planning.privacy.registers import Dpia, Entry, Processing, Processor, RightsRequest
from planning.workbooks.board_table import board_excel
from planning.workbooks.readers import several_in_one


def register_name(kind: type) -> str:
    """What a register is called."""
    return {
        Processing: _("Processing activities"),
        Processor: _("Processors and agreements"),
        Dpia: _("DPIAs"),
        RightsRequest: _("Rights requests"),
    }[kind]


def register_frame(kind: type, entries: Sequence[Entry], as_of: date, schools: Mapping[str, str]) -> pd.DataFrame:
    """The entries with their fields as words, dates and texts, and how each stands on a date."""
    rows = [
        {title(kind, name): _shown(name, getattr(entry, name), schools) for name in TITLES[kind]}
        | {_("State"): state_name(entry, as_of)}
        for entry in entries
    ]
    return pd.DataFrame(rows, columns=[*(title(kind, name) for name in TITLES[kind]), _("State")], dtype=object)


def register_excel(
    kind: type, entries: Sequence[Entry], as_of: date, schools: Mapping[str, str], board: Board
) -> bytes:
    """The register as a workbook."""
    return board_excel(board, as_of, register_frame(kind, entries, as_of, schools), register_name(kind))


def state_name(entry: Entry, as_of: date) -> str:
    """How an entry stands on a date, in words."""
    match entry:
        case Processing():
            return _("complete") if entry.is_complete else _("not complete")
        case Processor():
            return {
                "signed": _("signed"),
                "ending": _("ends soon"),
                "ended": _("ended"),
                "unsigned": _("not signed"),
            }[entry.state(as_of)]
        case Dpia():
            return {
                "unknown": _("not looked at yet"),
                "not_needed": _("not needed"),
                "to_do": _("still to do"),
                "done": _("carried out"),
                "review": _("look again"),
            }[entry.state(as_of)]
        case RightsRequest():
            return {
                "open": _("being answered"),
                "near": _("nearly due"),
                "late": _("past its term"),
                "answered": _("answered"),
            }[entry.state(as_of)]


def _shown(name: str, value: Any, schools: Mapping[str, str]) -> Any:
    if name == "legal_basis":
        return basis_name(value)
    if name == "model":
        return model_name(value)
    if name == "kind":
        return request_name(value)
    if name == "needed":
        return needed_name(value)
    if name == "school_id":
        return schools.get(value, value) if value else _("the board")
    return several_in_one(value) if isinstance(value, tuple) else value
