"""`rounds solve`: a plan on standard output, or every complaint on standard error."""

import json
from pathlib import Path
from typing import Any

import pytest

from planning.__main__ import main
from tests.rounds.test_instance_json import GOOD, with_


def solve(path: Path, content: Any, capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, str, str]:
    file = path / "instance.json"
    file.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    status = main(["rounds", "solve", str(file), *options])
    said = capsys.readouterr()
    return status, said.out, said.err


def test_the_plan_is_printed_as_the_contract_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = solve(tmp_path, GOOD, capsys, "--json")
    found = json.loads(out)
    assert (status, err) == (0, "")
    assert found.pop("seconds") >= 0
    # three of 300 fit the school's 900 in round 0, what is worn out later is bought in the round it may spend freely
    assert found["objective"] == {"short": 4, "unserved": 1, "cost": 3303, "peak": 2402}
    assert found["buys"][0] == {"school": "A", "line": "pupil", "type": "cb", "round": 0, "count": 3}
    assert (found["lower_bound"], found["gap"], found["proven_optimal"]) == (4, 0.0, True)


def test_only_the_seconds_differ_from_run_to_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, other = (json.loads(solve(tmp_path, GOOD, capsys, "--json")[1]) for _ in range(2))
    assert one | {"seconds": 0} == other | {"seconds": 0}


def test_a_malformed_instance_is_refused_with_nothing_on_standard_output(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, err = solve(tmp_path, with_("budget", [1]), capsys, "--json")
    assert (status, out) == (2, "")
    assert err == "budget: hier horen 3 waarden, niet 1.\n"


def test_a_file_that_is_not_there_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rounds", "solve", "nowhere.json", "--json"]) == 2
    assert capsys.readouterr().err == "‘nowhere.json’ is niet te lezen.\n"


def test_without_json_a_person_reads_the_plan(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = solve(tmp_path, GOOD, capsys)
    assert status == 0
    assert out.splitlines()[-1].startswith("Gewogen tekort 4, niet bediend binnen de levensduur 1")
