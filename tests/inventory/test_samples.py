"""The reader against workbooks whose truth is known, where those are at hand."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[3] / "shared"
SCORER = SHARED / "tools" / "score_reading.py"
pytestmark = pytest.mark.skipif(not SCORER.exists(), reason="the sample workbooks are not at hand")


@pytest.mark.parametrize("family", ["F01", "F02"])
def test_the_marks_hold_for(family: str, tmp_path: Path) -> None:
    for path in (SHARED / "data" / "inventories").glob(f"*_{family}_*"):
        shutil.copy(path, tmp_path)
    command = f"{sys.executable} -m planning inventory read {{file}} --json"
    scorer = [sys.executable, str(SCORER), str(tmp_path), "--verbose", "--command", command]
    run = subprocess.run(scorer, capture_output=True, text=True, check=False, cwd=SHARED.parent / "main")
    assert run.returncode == 0, run.stdout + run.stderr
