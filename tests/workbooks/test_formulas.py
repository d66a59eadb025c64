"""Formulas nobody calculated: plain sums are worked out, everything else is left as it is written."""

import pytest

from planning.core.text import Cell
from planning.workbooks.formulas import worked_out
from planning.workbooks.grid import Place

ROWS: list[list[Cell]] = [[8.0, "laptop"], [4.0, ""], ["", 2]]


def value(formula: str) -> Cell:
    return worked_out({(5, 0): formula}, ROWS)[5, 0]


@pytest.mark.parametrize(
    ("formula", "worth"),
    [
        ("=8+4", 12),
        ("==8+4", 12),
        ("= 2*(3+4) - 6/3", 12),
        ("=-3+15", 12),
        ("=1.5*8", 12),
        ("=A1+A2", 12),
        ("=$A$1+A2+A3", 12),
        ("=SUM(A1:A3)", 12),
        ("=sum(A1:B2)", 12),
        ("=SUM(A1,A2)*1", 12),
        ("=SUM(A1:A2;B3;-2)", 12),
        ("=SUM(A1:A1048576)", 12),
        ("=B1", "laptop"),
    ],
)
def test_a_plain_sum_is_worked_out(formula: str, worth: Cell) -> None:
    assert value(formula) == worth


@pytest.mark.parametrize(
    "formula",
    ["=COUNTA(A1:A3)", "=A1+B1", "=Blad2!A1", "=8/0", "=8+", '=IF(A1=8,"ja","nee")', "=A6", "=[1]Blad1!A1", "=(8+4"],
)
def test_another_formula_stays_as_it_is_written(formula: str) -> None:
    assert value(formula) == formula


def test_a_formula_may_need_another() -> None:
    assert worked_out({(0, 0): "=B1*2", (0, 1): "=3+3"}, [["", ""]]) == {(0, 0): 12, (0, 1): 6}


def test_formulas_that_need_each_other_stay_as_they_are() -> None:
    assert worked_out({(0, 0): "=B1", (0, 1): "=A1"}, [["", ""]]) == {(0, 0): "=B1", (0, 1): "=A1"}


def test_each_row_that_counts_on_from_the_one_above_is_worked_out() -> None:
    formulas: dict[Place, str] = {(0, 0): "=1"} | {(row, 0): f"=A{row}+1" for row in range(1, 2000)}
    assert worked_out(formulas, [])[1999, 0] == 2000


def test_brackets_within_brackets_end() -> None:
    deep = "=" + "(" * 400 + "1" + ")" * 400
    assert value(deep) == deep
