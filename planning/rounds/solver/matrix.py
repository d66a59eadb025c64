"""A program being written: its variables and its rows, part by part."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from planning.rounds.solver.arrays import Floats, Table

INFINITE: Final = float("inf")


class Columns:
    """Collects variables: their bounds, whether they are whole, and what they weigh in a criterion."""

    def __init__(self) -> None:
        self.count = 0
        self.lower: list[Floats] = []
        self.upper: list[Floats] = []
        self.integer: list[NDArray[np.bool_]] = []
        self._weights: list[tuple[int, Table, Floats | float]] = []

    def add(
        self,
        count: int,
        upper: Floats | Table | float = INFINITE,
        *,
        lower: Floats | float = 0.0,
        whole: bool = False,
        criterion: int | None = None,
        weight: Floats | Table | float = 1.0,
    ) -> Table:
        """New variables within these bounds; gives their numbers."""
        self.lower.append(np.broadcast_to(np.asarray(lower, dtype=float), count))
        self.upper.append(np.broadcast_to(np.asarray(upper, dtype=float), count))
        self.integer.append(np.full(count, whole))
        new = np.arange(self.count, self.count + count)
        self.count += count
        if criterion is not None:
            self._weights.append((criterion, new, np.asarray(weight, dtype=float)))
        return new

    def criteria(self) -> Floats:
        """Criterion x variable."""
        table = np.zeros((4, self.count))
        for criterion, columns, weight in self._weights:
            table[criterion, columns] = weight
        return table


class Rows:
    """Collects the matrix row by row."""

    def __init__(self) -> None:
        self.count = 0
        self._parts: list[tuple[Table, Table, Floats]] = []
        self.lower: list[Floats] = []
        self.upper: list[Floats] = []

    def add(self, lower: Floats | float, upper: Floats | float, count: int) -> Table:
        """New rows with these sides; gives their numbers."""
        self.lower.append(np.broadcast_to(np.asarray(lower, dtype=float), count))
        self.upper.append(np.broadcast_to(np.asarray(upper, dtype=float), count))
        self.count += count
        return np.arange(self.count - count, self.count)

    def put(self, rows: Table, columns: Table, values: Floats | Table | float) -> None:
        """Entries of the matrix."""
        self._parts.append((rows, columns, np.broadcast_to(np.asarray(values, dtype=float), len(rows))))

    def matrix(self, columns: int) -> tuple[NDArray[np.int32], NDArray[np.int32], Floats]:
        """Start, index and value, column-wise."""
        rows, cols, values = (np.concatenate(parts) for parts in zip(*self._parts, strict=True))
        order = np.lexsort((rows, cols))
        start = np.concatenate([[0], np.cumsum(np.bincount(cols, minlength=columns))])
        return start.astype(np.int32), rows[order].astype(np.int32), values[order]
