"""Functions of systems as data: those shipped, as a board names them, and its own."""

from planning.systems.functions import (
    FunctionChoice,
    function_reasons,
    functions_of,
    next_own_code,
    shipped_functions,
)
from planning.systems.model import GROUPS
from planning.systems.words import GROUP_NAMES
from tests.refusals import assert_reasons


def test_the_shipped_functions_have_a_group_and_a_name_and_code_of_their_own() -> None:
    shipped = shipped_functions()
    assert len(shipped) == 41
    assert {function.group for function in shipped} == set(GROUPS) == set(GROUP_NAMES)
    for names in ([f.code for f in shipped], [f.name_nl for f in shipped], [f.name_en for f in shipped]):
        assert len(set(names)) == len(shipped)


def test_a_board_names_a_function_otherwise_adds_one_and_leaves_one_out() -> None:
    found = functions_of(
        [
            FunctionChoice("las", "pupils", "Administratie", True),
            FunctionChoice("own-1", "pupils", "Schoolplein-app", True),
            FunctionChoice("backup", "ground", "", False),
        ]
    )
    by_code = {function.code: function for function in found}
    assert (by_code["las"].name, by_code["las"].origin) == ("Administratie", "rosa")
    assert (by_code["own-1"].name, by_code["own-1"].origin) == ("Schoolplein-app", "board")
    assert not by_code["backup"].is_used
    assert by_code["backup"].name == "Back-up"
    of_pupils = [function.code for function in found if function.group == "pupils"]
    assert of_pupils[-1] == "own-1"
    assert next_own_code(found) == "own-2"


def test_a_function_needs_a_name_that_no_other_has() -> None:
    known = functions_of(())
    assert_reasons(
        function_reasons(FunctionChoice("own-1", "ground", " ", True), known), ("function_without_name", "name")
    )
    assert_reasons(
        function_reasons(FunctionChoice("own-1", "ground", "back-up", True), known), ("function_there_already", "name")
    )
    long = FunctionChoice("own-1", "ground", "x" * 81, True)
    assert_reasons(function_reasons(long, known), ("function_name_too_long", "name"))
    assert_reasons(function_reasons(FunctionChoice("backup", "ground", "", True), known))
