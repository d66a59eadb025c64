"""Whose the tables are that tests hand out."""

from typing import Final

from planning.core.boards import Board

BOARD: Final = Board("11111", "Eigen bestuur", False, None, 4.0, 0.1, 180)
