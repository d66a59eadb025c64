"""Every reason of a refusal has its words, every word its reason, and both the same gaps."""

import ast
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from string import Formatter
from typing import NamedTuple

import pytest

from planning.core.paths import ROOT
from planning.core.refusal import Cents, DayInYear, OneIn, Reason, Share, Value, Word, Year, written
from planning.core.translation import use_language
from planning.refusals import REASONS, SUBJECTS, sentence

FORMS = ROOT / "pages" / "parts" / "forms.py"
"""Gives the reason that a field names for when it is empty; that name is found where the field is made."""


class Given(NamedTuple):
    """A reason as the code gives it."""

    place: str
    code: object
    values: frozenset[object]


@cache
def reasons_in_code() -> tuple[Given, ...]:
    paths = [path for folder in ("planning", "pages") for path in sorted((ROOT / folder).rglob("*.py"))]
    texts = ((path, path.read_text(encoding="utf-8")) for path in paths)
    return tuple(
        given
        for path, text in texts
        if "Reason(" in text or "missing=" in text
        for given in reasons_in(path, ast.parse(text))
        if given.code is not None or path != FORMS
    )


def reasons_in(path: Path, tree: ast.AST) -> Iterator[Given]:
    dictionaries: dict[str, ast.expr] = {}  # those filled in before the call that uses them
    for node in sorted(ast.walk(tree), key=lambda node: getattr(node, "lineno", 0)):
        place = f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"
        match node:
            case (
                ast.Assign(targets=[ast.Name(id=name)], value=ast.Dict() as values)
                | ast.AnnAssign(target=ast.Name(id=name), value=ast.Dict() as values)
            ):
                dictionaries[name] = values
            case ast.Call(func=ast.Name(id="Reason"), args=[code, *more]):
                values = more[1] if len(more) > 1 else ast.Dict([], [])
                if isinstance(values, ast.Name):
                    values = dictionaries[values.id]
                yield Given(place, literal(code), frozenset(map(literal, getattr(values, "keys", [None]))))
            case ast.keyword(arg="missing", value=ast.Constant(value=str(code))) if code:
                yield Given(place, code, frozenset())


def literal(node: ast.expr | None) -> object:
    return node.value if isinstance(node, ast.Constant) else None


def gaps(text: str) -> frozenset[object]:
    return frozenset(name for _before, name, _spec, _conversion in Formatter().parse(text) if name)


def test_every_reason_is_given_by_a_code_that_has_words() -> None:
    assert [given for given in reasons_in_code() if given.code not in REASONS] == []


def test_no_words_are_kept_for_a_reason_that_is_gone() -> None:
    assert set(REASONS) - {given.code for given in reasons_in_code()} == set()


def test_a_code_stands_for_one_reason_in_the_house() -> None:
    codes = Counter(code for subject in SUBJECTS for code in subject.REASONS)
    assert [code for code, times in codes.items() if times > 1] == []


def test_a_reason_fills_exactly_the_gaps_of_its_words() -> None:
    differing = [given for given in reasons_in_code() if given.values != gaps(REASONS[str(given.code)])]
    assert differing == []


@pytest.mark.parametrize(
    ("value", "dutch", "english"),
    [
        (12345, "12.345", "12,345"),
        (Year(2018), "2018", "2018"),
        (Cents(1_250_000), "€ 12.500", "€12,500"),
        (Share(0.125), "13%", "13%"),
        (OneIn(2.5), "1 op 2,5", "1 in 2.5"),
        (date(2018, 5, 1), "1-5-2018", "1 May 2018"),
        (DayInYear(date(2018, 5, 1)), "1-5", "1 May"),
        (time(9, 30), "9.30", "09:30"),
        (datetime(2018, 5, 1, 12, tzinfo=UTC), "1-5-2018, 14.00 uur", "1 May 2018, 14:00"),
        (Word("lower years"), "onderbouw", "lower years"),
        ("as written", "as written", "as written"),
        ((Word("lower years"), Word("upper years")), "onderbouw en bovenbouw", "lower years and upper years"),
    ],
)
def test_a_value_is_written_as_the_language_of_the_reader_does(value: Value, dutch: str, english: str) -> None:
    use_language("nl")
    assert plain(written(value)) == dutch
    use_language("en")
    assert plain(written(value)) == english


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u2011", "-")


def test_the_sentence_of_a_reason_has_its_values_in_it() -> None:
    reason = Reason("stale_out_of_range", "stale_after_days", {"read": 0, "highest": 1095})
    assert sentence(reason) == "Bij ‘verouderd’ staat 0 dagen. Kies 1 tot en met 1.095 dagen."
