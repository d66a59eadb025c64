"""docs/access.md is true: of every function of a service, for every role, on both engines."""

import inspect
import pickle
import pkgutil
import re
from importlib import import_module

import pytest

import planning
from planning.core.database import Database
from planning.core.refusal import Refused
from planning.core.rights import NotAllowed, Person
from planning.inventory.service import NotReady
from tests.access.calls import CALLS, Call
from tests.access.conftest import World
from tests.access.table import CIRCLE_FUNCTIONS, FUNCTIONS, lines
from tests.access.things import Things

each_function = pytest.mark.parametrize("function", CALLS)


def test_every_public_function_of_a_service_stands_in_the_table() -> None:
    modules = [
        import_module(found.name)
        for found in pkgutil.walk_packages(planning.__path__, "planning.")
        if found.name.endswith("service")
    ]
    functions = {
        f"{module.__name__.removeprefix('planning.')}.{name}"
        for module in modules
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__
        and not name.startswith("_")
        and "person" in (parameters := inspect.signature(function).parameters)
        and parameters.get("database", inspect.Parameter("none", inspect.Parameter.KEYWORD_ONLY)).annotation is Database
    }
    assert {function.partition(" ")[0] for function in (*FUNCTIONS, *CIRCLE_FUNCTIONS)} == functions
    assert sorted(FUNCTIONS) == sorted(CALLS)
    assert len(lines()) == len({where for where, _may in lines()})


class _Refused:
    """That somebody was refused, and in which words."""

    def __init__(self, error: Exception) -> None:
        self.words = f"{type(error).__name__}: {error}"


def tried(call: Call, person: Person, world: World, some: Things) -> object:
    """What a person gets, or how they are refused."""
    try:
        return call(person, world.database, some)
    except (NotAllowed, NotReady, Refused, LookupError) as error:
        return _Refused(error)


def answer(call: Call, person: Person, world: World) -> str:
    """What the table should say: "yes", "own" of the own schools only, or "–"."""
    mine, theirs = (tried(call, person, world, some) for some in (world.own, world.colleagues))
    if isinstance(mine, _Refused):
        assert mine.words.startswith("NotAllowed")
        assert isinstance(theirs, _Refused)
        return "–"
    if person.reach is None:
        assert not isinstance(theirs, _Refused)
        return "yes"
    held = pickle.dumps(mine)
    only_own = isinstance(theirs, _Refused) or (
        world.own.school.encode() in held and world.colleagues.school.encode() not in held
    )
    return "own" if only_own else "yes"


@each_function
def test_everybody_may_what_the_table_says_and_no_more(function: str, world: World) -> None:
    found = {role: answer(CALLS[function], person, world) for role, person in world.people.items()}
    assert found == FUNCTIONS[function]


@each_function
def test_what_is_of_another_board_answers_like_what_does_not_exist(function: str, world: World) -> None:
    for person in world.elsewhere.values():
        there, nowhere = (tried(CALLS[function], person, world, some) for some in (world.own, world.nowhere))
        if isinstance(there, _Refused):
            assert isinstance(nowhere, _Refused)
            assert without_keys(there.words, world.own) == without_keys(nowhere.words, world.nowhere)
        else:
            assert not isinstance(nowhere, _Refused)
            assert world.own.school.encode() not in pickle.dumps(there)


def without_keys(words: str, some: Things) -> str:
    """A refusal without the key that was asked for."""
    for key in (some.school, some.competence, some.norm, some.colleague):
        words = words.replace(key, "…")
    return re.sub(r"\d[\d.]*", "…", words)
