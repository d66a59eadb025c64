"""Devices of a list that another school of the board has too: somebody says whether they moved.

A device that moved here is taken out of the other school's inventory by a new version of it, in the transaction that
confirms this list. So it counts once on every date, for that school and for the group, and no ratio needs a rule of
its own. The other school's earlier version stays and can be put back; its next upload shows what it has.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import pandas as pd

from planning.inventory.guidance import Guidance
from planning.inventory.read.schools import in_order
from planning.inventory.reading import Reading
from planning.inventory.values.serials import serial_key
from planning.workbooks.model import Choice, Problem

MOVED_HERE: Final = "moved_here"
LEAVE_OUT: Final = "leave_out"
Moves = Mapping[str, frozenset[str]]
"""The school that has them -> serials (values.serials.serial_key)."""


@dataclass(frozen=True)
class MoveCheck:
    """A reading with a question for every device another school has, and the devices that are said to have moved."""

    reading: Reading
    moves: Moves = field(default_factory=dict)


def check_moves(
    reading: Reading,
    elsewhere: Mapping[str, str],
    names: Mapping[str, str],
    unasked: frozenset[str],
    guidance: Guidance,
) -> MoveCheck:
    """Ask of each device that stands at another school whether it moved.

    `elsewhere`: serial (values.serials.serial_key) -> the school that has it. `names`: the schools the reader may
    know by name. `unasked`: schools whose rows stand in the same list: there the list itself says where a device is.
    """
    serials = reading.devices["serial"].tolist()
    keys = [serial_key(serial) if isinstance(serial, str) else "" for serial in serials]
    found = [(record, key) for record, key in enumerate(keys) if key and key in elsewhere]
    if not found:
        return MoveCheck(reading)
    moves: dict[str, set[str]] = {}
    problems: list[Problem] = []
    left_out: set[int] = set()
    for record, key in found:
        school_id = elsewhere[key]
        if school_id in unasked:
            moves.setdefault(school_id, set()).add(key)
            continue
        problem = _question(reading, record, serials[record], names.get(school_id, ""), guidance)
        problems.append(problem)
        if problem.answer == MOVED_HERE:
            moves.setdefault(school_id, set()).add(key)
        elif problem.answer == LEAVE_OUT:
            left_out.add(record)
    kept = [record not in left_out for record in range(len(keys))]
    checked = replace(
        reading,
        devices=reading.devices[kept].reset_index(drop=True),
        problems=in_order(reading, [*reading.problems, *problems]),
    )
    return MoveCheck(checked, {school_id: frozenset(gone) for school_id, gone in moves.items()})


def _question(reading: Reading, record: int, serial: str, school: str, guidance: Guidance) -> Problem:
    sheet = str(reading.devices["sheet"].iloc[record])
    columns = (column for one in reading.sheets if one.sheet == sheet for column in one.columns)
    problem = Problem(
        sheet=sheet,
        row=int(reading.devices["row"].iloc[record]),
        column=next((column.column for column in columns if column.field == "serial"), None),
        severity="must",
        code="serial-elsewhere",
        as_written=serial,
        values={"school": school},
        choices=(Choice(LEAVE_OUT), Choice(MOVED_HERE)),  # the one that takes nothing from anybody first
    )
    return guidance.answered(problem)


def without(lots: pd.DataFrame, gone: frozenset[str]) -> pd.DataFrame:
    """A fleet without one device of each of these serials."""
    moved = [isinstance(serial, str) and serial_key(serial) in gone for serial in lots["serial"]]
    counts = lots["count"] - pd.Series(moved, index=lots.index).astype("int64")
    return lots.assign(count=counts)[counts > 0].reset_index(drop=True)


def holders(places: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Serial key -> school, of (school, serial) pairs."""
    return {serial_key(serial): school_id for school_id, serial in places}
