"""`rounds solve` as a person calls it, in this process or in one of its own."""

import io
import json
import subprocess
import sys
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

from planning.__main__ import main
from planning.core.paths import ROOT


def solve(instance: dict[str, Any], folder: Path) -> dict[str, Any]:
    """What the command answers; it must have done its work without a problem."""
    out = io.StringIO()
    with redirect_stdout(out):
        assert main(["rounds", "solve", str(written(instance, folder)), "--json"]) == 0
    return dict(json.loads(out.getvalue()))


def solve_apart(instance: dict[str, Any], folder: Path) -> dict[str, Any]:
    """The same in a process that has done nothing else."""
    command = [sys.executable, "-m", "planning", "rounds", "solve", str(written(instance, folder)), "--json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return dict(json.loads(done.stdout))


def written(instance: dict[str, Any], folder: Path) -> Path:
    """The instance as a file."""
    path = folder / "instance.json"
    path.write_text(json.dumps(instance))
    return path
