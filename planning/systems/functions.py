"""The functions of systems as data: those shipped, as this board names them, and its own.

Names are ROSA's (the open ArchiMate model of edustandaard) or, where it has none, ours and to be checked by the board.
"""

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from planning.core.paths import REFERENCE
from planning.core.refusal import Reason
from planning.core.text import folded
from planning.systems.model import GROUPS, SystemFunction

TABLE: Final = REFERENCE / "system_functions.csv"
LONGEST_FUNCTION: Final = 80
OWN_CODE: Final = re.compile(r"own-\d+")


@dataclass(frozen=True)
class FunctionChoice:
    """What a board chose for a function: its own name for it ("" is the shipped one), its group, and whether it is
    kept track of."""

    code: str
    group: str
    name: str
    is_used: bool


@cache
def shipped_functions() -> tuple[SystemFunction, ...]:
    """The functions of the shipped table, in its order. A table that cannot be read is a defect of ours and raises."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return tuple(
            SystemFunction(
                row["code"],
                row["group"],
                row["name_nl"],
                row["name_en"],
                "rosa" if row["origin"] == "rosa" else "own",
            )
            for row in csv.DictReader(file)
        )


def functions_of(choices: Iterable[FunctionChoice]) -> tuple[SystemFunction, ...]:
    """The functions of a board, group by group; those it added come last of their group."""
    chosen = {choice.code: choice for choice in choices}
    known = []
    for shipped in shipped_functions():
        choice = chosen.pop(shipped.code, None)
        if choice is not None:
            shipped = replace(shipped, is_used=choice.is_used)
            if choice.name:
                shipped = replace(shipped, name_nl=choice.name, name_en=choice.name)
        known.append(shipped)
    added = sorted(chosen.values(), key=lambda one: (len(one.code), one.code))
    known += [SystemFunction(one.code, one.group, one.name, one.name, "board", one.is_used) for one in added]
    return tuple(sorted(known, key=lambda function: GROUPS.index(function.group)))


def function_reasons(new: FunctionChoice, known: Sequence[SystemFunction]) -> list[Reason]:
    """Why a function cannot be called or placed so."""
    if new.group not in GROUPS:
        raise ValueError(new.group)
    shipped = any(function.code == new.code for function in shipped_functions())
    if not new.name.strip() and not shipped:
        return [Reason("function_without_name", "name")]
    if len(new.name) > LONGEST_FUNCTION:
        return [Reason("function_name_too_long", "name", {"n": LONGEST_FUNCTION})]
    others = (function for function in known if function.code != new.code)
    same = folded(new.name.strip())
    if same and any(same in (folded(one.name_nl), folded(one.name_en)) for one in others):
        return [Reason("function_there_already", "name", {"name": new.name})]
    return []


def next_own_code(known: Iterable[SystemFunction]) -> str:
    """The code of the next function that the board adds."""
    taken = [int(one.code.removeprefix("own-")) for one in known if OWN_CODE.fullmatch(one.code)]
    return f"own-{max(taken, default=0) + 1}"
