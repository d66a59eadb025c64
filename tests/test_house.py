"""The house keeps its plan: what docs/architecture.md names is there, and a name stands for one thing."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from planning.core.paths import ROOT

PLAN = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
PATH = re.compile(r"`((?:(?:pages|planning|data|tests|docs)/[\w./]+)|pyproject\.toml)`")
CALLED_AFTER_A_PATH = re.compile(r"`([\w/]+\.py)` `(\w+)`")
WHAT_WAS_DONE = re.compile(r"\w*[^e]ed")
NOT_WHAT_A_THING_IS = {
    "Told", "NotTold", "Said", "Seen", "Shown", "Held", "Known", "Kept", "Found", "Made", "Given", "Left", "Withdrawn",
    "Unread", "Quiet", "Unclear", "Missing", "Waiting", "Digesting", "InOrder", "Since", "Apart", "TogetherOut", "Done",
    "Beside",
}  # fmt: skip
REFUSALS = ("Refused", "NotAllowed")  # they do say what was done


def classes() -> Iterator[tuple[str, Path]]:
    """Every class of the product, with its file."""
    for folder in ("pages", "planning"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.ClassDef):
                    yield node.name, path.relative_to(ROOT)


def test_what_the_plan_of_the_house_names_is_there() -> None:
    named = set(PATH.findall(PLAN))
    assert len(named) > 30
    assert sorted(name for name in named if not (ROOT / name).exists()) == []


def test_what_the_plan_says_to_be_in_a_file_is_in_it() -> None:
    pairs = CALLED_AFTER_A_PATH.findall(PLAN)
    assert pairs
    missing = [f"{path}: {name}" for path, name in pairs if f"def {name}(" not in (ROOT / path).read_text("utf-8")]
    assert missing == []


def test_every_room_of_the_product_stands_in_the_picture() -> None:
    picture = (ROOT / "docs" / "house.svg").read_text(encoding="utf-8")
    rooms = [path.parent for folder in ("pages", "planning") for path in (ROOT / folder).glob("*/__init__.py")]
    assert [room.name for room in rooms if not re.search(rf"\b{room.name}\b", picture)] == [
        "example"
    ]  # data, not a floor


def test_the_name_of_a_class_stands_for_one_thing() -> None:
    places = defaultdict(list)
    for name, path in classes():
        places[name].append(path.as_posix())
    assert {name: where for name, where in places.items() if len(where) > 1} == {}


def test_a_class_is_called_by_what_it_is_not_by_what_was_done_to_it() -> None:
    names = [(name.lstrip("_"), path) for name, path in classes() if not name.endswith(REFUSALS)]
    wrong = [one for one in names if one[0] in NOT_WHAT_A_THING_IS or WHAT_WAS_DONE.fullmatch(one[0])]
    assert [f"{path}: {name}" for name, path in wrong] == []
