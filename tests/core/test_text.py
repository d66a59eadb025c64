"""Texts that people type: what is taken out of them, and where a name stands in a list."""

import ast
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from planning.core.database import Database
from planning.core.paths import ROOT
from planning.core.people import find_person, write_person
from planning.core.rights import Role
from planning.core.service import audit
from planning.core.text import name_key, plain_words, printable, tokens
from planning.organisation.records import School, read_schools, write_schools
from tests.conftest import NOW, person

UNSEEN = "\x00\x0b\x1f\x7f\x85\u202e\u2066\ufffe"
BY_NAME = re.compile(r"(?<!path)\.(name|title|supplier)\b|_name\b|\bnames\[")
IN_ORDER = [
    "De 2 Linden",
    "De 10 Linden",
    "'t Anker",
    "Het Anker",
    "De Ark",
    "Eben Haëzer",
    "Élan",
    "IJsselschool",
    "Ijzeren Man",
    "Onder De Linde",
    "Onder de Wieken",
    "Onderwijshuis",
    "Ørsted",
    "Sint Anna",
    "St. Bernardus",
    "St Oda",
    "Yvetteschool",
    "Zonnehof",
]


def test_names_stand_where_a_dutch_reader_looks_for_them() -> None:
    assert sorted(set(IN_ORDER), key=name_key) == IN_ORDER


@pytest.mark.parametrize("name", ["De", "'t", "", "!", "9" * 5000])
def test_a_name_that_is_hardly_one_has_a_place_too(name: str) -> None:
    assert sorted([name, "De Brink"], key=name_key)


def test_the_words_of_a_long_text_are_those_of_its_tokens_that_are_no_numbers() -> None:
    text = "HP250 G5\nJan-Peter's (2e) laptop; kapot!"
    assert plain_words(text) == {token for token in tokens(text) if not token.isdigit()}


def test_schools_stand_in_the_same_order_on_both_engines(database: Database) -> None:
    new = [School(f"{n}AA00", name, "Horst", "Bo") for n, name in enumerate(reversed(IN_ORDER), 10)]
    with database.change(person(Role.GROUP_ICT), NOW) as change:
        change.is_preview = True
        write_schools(change, new)
        assert [school.name for school in read_schools(change.connection, "11111", None)] == IN_ORDER


def test_no_list_is_put_in_the_order_of_names_in_another_way() -> None:
    assert [*sorted_otherwise()] == []


def sorted_otherwise() -> Iterator[str]:
    """Where the product puts something in the order of a name or title that `name_key` did not make."""
    for folder in ("pages", "planning"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            if {"solver", "example"}.intersection(path.parts):
                continue  # whose order nobody sees
            for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(call, ast.Call):
                    for order in map(ast.unparse, _orders(call)):
                        if BY_NAME.search(order) and "name_key" not in order:
                            yield f"{path.relative_to(ROOT)}: {order}"


def _orders(call: ast.Call) -> list[ast.expr]:
    called = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if called in ("sorted", "sort"):
        return [word.value for word in call.keywords if word.arg == "key"]
    return call.args if called == "order_by" else []


def test_signs_that_nobody_sees_are_taken_out_and_line_ends_stay() -> None:
    assert printable(f"De{UNSEEN} Brink\n\t’t Hof é 😀") == "De Brink\n\t’t Hof é 😀"


def test_such_signs_are_never_kept_whoever_brings_them(database: Database) -> None:
    anna = replace(person(Role.CHAIR), person_id="anna", name=f"An{UNSEEN}na")
    with database.change(person(Role.ADMINISTRATOR), NOW) as change:
        write_person(change, anna)
    kept = find_person(database, "11111", "anna")
    assert kept
    assert kept.name == "Anna"
    line = audit(person(Role.ADMINISTRATOR), database).iloc[0]
    assert (line["subject"], line["after"]["name"]) == ("Anna", "Anna")


def test_a_question_that_holds_such_signs_finds_what_it_asks_for_without(database: Database) -> None:
    with database.change(person(Role.ADMINISTRATOR), NOW) as change:
        write_person(change, person(Role.CHAIR))
    assert find_person(database, "11111", f"test-chair{UNSEEN}") == find_person(database, "11111", "test-chair")
