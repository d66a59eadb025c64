"""docs/security.md speaks of every requirement, and names tests that are there."""

import re
from collections.abc import Iterator

from planning.core.paths import ROOT

PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
THREATS = (ROOT / "docs" / "threats.md").read_text(encoding="utf-8")
NAMED = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")
ROW = re.compile(r"\| (\d[\d., to]*) \|")
BINDING = {"5.2.3", "7.4.1", "7.4.2", "8.4.1"}
REQUIREMENTS = {
    "1.1": 2, "1.2": 9, "1.3": 11, "1.4": 3, "1.5": 2, "2.1": 3, "2.2": 3, "2.3": 4, "2.4": 1, "3.2": 2, "3.3": 4,
    "3.4": 6, "3.5": 5, "3.7": 2, "4.1": 3, "4.2": 1, "4.3": 2, "4.4": 4, "5.1": 1, "5.2": 3, "5.3": 2, "5.4": 3,
    "6.1": 3, "6.2": 12, "6.3": 4, "6.4": 4, "6.5": 5, "6.6": 3, "6.8": 4, "7.1": 3, "7.2": 4, "7.3": 2, "7.4": 5,
    "7.5": 2, "7.6": 2, "8.1": 2, "8.2": 3, "8.3": 1, "8.4": 1, "9.1": 3, "9.2": 4, "10.1": 2, "10.2": 2, "10.3": 4,
    "10.4": 11, "10.5": 5, "10.6": 2, "10.7": 3, "11.1": 2, "11.2": 3, "11.3": 3, "11.4": 4, "11.5": 1, "11.6": 1,
    "12.1": 3, "12.2": 2, "12.3": 4, "13.1": 1, "13.2": 5, "13.3": 2, "13.4": 5, "14.1": 2, "14.2": 4, "14.3": 3,
    "15.1": 3, "15.2": 3, "15.3": 7, "16.1": 1, "16.2": 5, "16.3": 4, "16.4": 3, "16.5": 3, "17.1": 1, "17.2": 4,
    "17.3": 2,
}  # fmt: skip
"""Section of ASVS 5.0.0 -> how many requirements it has of levels 1 and 2: those are its first."""


def rows() -> Iterator[tuple[list[str], str]]:
    """The requirements of each row, and the row."""
    for line in PAGE.splitlines():
        if found := ROW.match(line):
            yield [number for part in found[1].split(", ") for number in numbers(part)], line


def numbers(part: str) -> list[str]:
    """One, or all of "4.4.2 to 4.4.4"."""
    first, _to, last = part.partition(" to ")
    section, _dot, number = first.rpartition(".")
    return [f"{section}.{n}" for n in range(int(number), int((last or first).rpartition(".")[2]) + 1)]


def test_every_requirement_of_levels_one_and_two_stands_in_it_once() -> None:
    asked = {f"{section}.{n}" for section, count in REQUIREMENTS.items() for n in range(1, count + 1)}
    told = [number for row, _line in rows() for number in row]
    assert len(asked) == 253
    assert sorted(told) == sorted(asked)


def test_every_test_that_the_pages_name_is_there() -> None:
    named = set(NAMED.findall(PAGE + THREATS))
    assert len(named) > 60
    gone = [
        f"{file}::{test}"
        for file, test in sorted(named)
        if not (ROOT / file).exists() or f"def {test}" not in (ROOT / file).read_text(encoding="utf-8")
    ]
    assert gone == []


def test_what_binds_us_has_tests_and_no_deviation() -> None:
    for row, line in rows():
        if BINDING & set(row):
            assert NAMED.search(line), row
            assert "deviation" not in line, row
