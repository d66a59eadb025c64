"""`ratios --json` on the example equals what a script that knows nothing of the product computes from its files."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from planning.__main__ import main
from planning.core.paths import ROOT
from planning.core.settings import settings


@pytest.fixture
def example(example_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    copy = shutil.copy(example_file, tmp_path / "example.db")
    monkeypatch.setenv("VLOOTPLAN_DATABASE_URL", f"sqlite:///{copy}")
    monkeypatch.setenv("VLOOTPLAN_SECRET_FILE", str(tmp_path / "secret.key"))
    settings.cache_clear()
    yield
    settings.cache_clear()


def test_the_command_and_an_independent_script_agree_on_every_school(
    example: None, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main(["ratios", "--board", "47920", "--json"]) == 0
    ours = json.loads(capsys.readouterr().out)
    script = ROOT / "tests" / "example" / "independent_ratios.py"
    ran = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=True, cwd=ROOT)
    theirs = json.loads(ran.stdout)

    def figures(rows: list[dict[str, object]], key: str) -> dict[object, tuple[object, object]]:
        return {row[key]: (row["pupils"], row["countable_devices"]) for row in rows}

    assert figures(ours["schools"], "school") == figures(theirs["schools"], "school_id")
    assert ours["group"]["pupils"] == theirs["group"]["pupils"] == 3395
    assert ours["group"]["pupils_per_device"] == pytest.approx(theirs["group"]["pupils_per_device"], abs=0.0001)
