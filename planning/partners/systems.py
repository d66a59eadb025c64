"""Systems of partner boards beside each other, function by function as each shares it; pure.

A board shares which systems its schools have for a function and at how many of them: no school, price or contract.
Only functions of the shipped list can be compared; those that a board added are its own.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from planning.partners.model import SharedFunction, SharedSystem
from planning.systems.functions import shipped_functions
from planning.systems.model import SystemLine, SystemsColumn
from planning.systems.rules import SystemsMatrix, systems_matrix
from planning.systems.service import SystemsView


def shareable(view: SystemsView, as_of: date) -> dict[str, SharedFunction]:
    """What a board can share: function -> the systems its schools have for it on a day."""
    known = {function.code for function in shipped_functions()}
    matrix = systems_matrix(view.functions, view.columns(as_of))
    schools = sum(column.is_known for column in matrix.columns)
    return {
        row.function.code: SharedFunction(
            as_of, schools, tuple(SharedSystem(share.name, share.columns) for share in row.systems)
        )
        for row in matrix.rows
        if row.function.code in known
    }


def board_matrix(shared: Mapping[str, Mapping[str, SharedFunction]], names: Mapping[str, str]) -> SystemsMatrix:
    """Functions by boards; `shared` is board -> function -> what it shares. What is not shared is not known there."""
    columns = [
        SystemsColumn(board, name, tuple(_lines(board, shared.get(board, {}))), told=frozenset(shared.get(board, {})))
        for board, name in names.items()
    ]
    return systems_matrix(shipped_functions(), columns)


def _lines(board: str, shared: Mapping[str, SharedFunction]) -> Iterable[SystemLine]:
    for function, held in shared.items():
        for system in held.systems:
            yield SystemLine(board, function, system.name)
