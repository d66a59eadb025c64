"""Lines, functions and schools for the tests, each with as little as a test is about."""

from datetime import date
from typing import Any

from planning.systems.model import SystemFunction, SystemLine, SystemsColumn

AS_OF = date(2018, 5, 1)
LINDE, ANNA, BRUG = "00AA00", "00BB00", "00CC00"
LAS = SystemFunction("las", "pupils", "Leerlingadministratie", "Pupil administration", "rosa")
BOARDS = SystemFunction("board", "learning", "Digibordsoftware", "Board software", "own")


def line(school: str, system: str, function: str = "las", **more: Any) -> SystemLine:
    return SystemLine(school, function, system, **more)


def column(key: str, *lines: SystemLine, pupils: int | None = None) -> SystemsColumn:
    return SystemsColumn(key, key, lines, pupils)
