"""Planning in a process of its own always ends: with the best plan until then, or with a word about it."""

import json
from collections.abc import Callable, Generator
from pathlib import Path
from time import process_time

import pytest

from planning.__main__ import main
from planning.core.apart import Allowance
from planning.rounds.solver import apart
from planning.rounds.solver.apart import TooLarge, plan_apart
from planning.rounds.solver.instance import Instance
from planning.rounds.solver.planner import Solution, plan, plans
from tests.rounds.command import solve
from tests.rounds.planning_problems import line, problem
from tests.rounds.test_instance_json import GOOD

SHORT = Allowance(processor_seconds=1, wall_seconds=10, memory=200 * 1024**2)


def never_ends_after_the_first(instance: Instance, *_: object) -> Generator[Solution]:
    yield next(plans(instance))
    yield from never_ends(instance)


def never_ends(instance: Instance, *_: object) -> Generator[Solution]:
    while process_time() < 60:
        pass
    yield plan(instance)


def plan_by(way: Callable[..., Generator[Solution]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "plans", way)
    monkeypatch.setattr(apart, "ALLOWED", SHORT)


def test_a_plan_made_apart_is_the_plan() -> None:
    board = problem(line(targets=(2, 4, 4)))
    ended = plan_apart(board)
    assert (ended.plan, ended.early) == (plan(board), False)


def test_a_search_that_never_ends_leaves_the_best_plan_until_then(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan_by(never_ends_after_the_first, monkeypatch)
    file = tmp_path / "instance.json"
    file.write_text(json.dumps(GOOD))
    assert main(["rounds", "solve", str(file), "--json"]) == 0
    said = capsys.readouterr()
    assert json.loads(said.out)["buys"]
    assert json.loads(said.out)["proven_optimal"] is False
    assert said.err == "Het zoeken is afgebroken voor het klaar was; dit is het beste plan tot dan toe.\n"


def test_a_search_that_never_finds_a_plan_is_refused_in_words(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan_by(never_ends, monkeypatch)
    file = tmp_path / "instance.json"
    file.write_text(json.dumps(GOOD))
    assert main(["rounds", "solve", str(file), "--json"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("Deze opgave is te groot: ")
    with pytest.raises(TooLarge):
        plan_apart(problem(), allowed=SHORT)


@pytest.mark.parametrize("target", [1, 1_000, 10**6, 10**9])
def test_targets_of_any_size_are_answered(target: int, tmp_path: Path) -> None:
    lines = [
        {"school": school, "line": "pupil", "weight": 1, "types": ["cb"], "target": [target] * 2} for school in "ABC"
    ]
    types = {"cb": {"life": 4, "max_age": 6, "price": 3}}
    found = solve({"rounds": 2, "types": types, "lines": lines, "budget": [6 * target, 0]}, tmp_path)
    assert found["objective"]["cost"] == 6 * target
    assert sum(buy["count"] for buy in found["buys"]) == 2 * target
