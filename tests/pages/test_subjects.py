"""The register of subjects: all that is of a subject stands in it, and a new subject needs little else."""

import ast
import json
import os
import shutil
import subprocess
import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

import planning.example
from pages.overview.attention import WORDS
from pages.parts.places import START
from pages.settings.audit_log_words import BY_CODE, TOPICS
from pages.subjects import ADDRESSES, SUBJECTS
from planning.__main__ import COMMANDS
from planning.attention.signal import CODES, Signal
from planning.core.paths import ROOT
from planning.example.load import LOADERS

SHARED = {"circles", "parts", "server", "static"}
"""Folders of pages that are of no subject."""
TOLD_BY_A_VARIABLE = {
    "planning/core/mailing.py": {"school_mail", "network_mail", "check_mail"},
    "planning/inventory/memory/service.py": {"mapping", "model", "school_name"},
    "planning/organisation/service.py": {"pupils", "schools"},
    "planning/privacy/incident_service.py": {"incident"},
    "planning/privacy/register_service.py": {"processing", "processor", "dpia", "rights_request"},
}
"""Codes of audit lines that do not stand in the call itself."""
THROW_AWAY = Path(__file__).parent / "throw_away"
TOUCHED = (
    ("pages/subjects.py", "from pages.overview import", "from pages.garden import subject as garden\n"),
    ("pages/subjects.py", "    settings.SUBJECT,", "    garden.SUBJECT,\n"),
    ("planning/attention/signal.py", '    "incident",', '    "garden_waits",\n'),
    ("planning/example/load.py", ')\n"""What every subject adds', "    garden.load,\n"),
    ("planning/example/load.py", "from planning.inventory", "from planning.example import garden\n"),
    ("planning/__main__.py", '    "example":', '    "garden": "planning.garden.commands",\n'),
)
"""Existing file, what stands in it, and the line that a new subject puts before the first of it."""


def modules(folder: str) -> Iterator[tuple[str, ast.Module]]:
    """The code of a folder: file and syntax tree."""
    for path in sorted((ROOT / folder).rglob("*.py")):
        yield path.relative_to(ROOT).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def calls(tree: ast.Module) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def test_every_folder_with_a_page_is_a_subject() -> None:
    folders = {path.parent.name for path in (ROOT / "pages").glob("*/page.py")}
    assert Counter(subject.place.folder for subject in SUBJECTS) == Counter(folders)
    assert {path.name for path in (ROOT / "pages").iterdir() if path.is_dir()} - {"__pycache__"} == folders | SHARED


def test_every_subject_has_an_address_and_a_title_of_its_own() -> None:
    assert len(ADDRESSES - {""}) == len({subject.place.title for subject in SUBJECTS}) == len(SUBJECTS)
    assert [subject.place for subject in SUBJECTS if subject.place is START] == [START]


def test_a_page_is_pointed_at_by_its_place_only() -> None:
    named = {
        f"{file}:{node.lineno}"
        for file, tree in modules("pages")
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.endswith("/page.py")
        if file != "pages/parts/places.py"
    }
    assert named == set()


@pytest.mark.parametrize("folder", sorted(SHARED))
def test_what_subjects_share_knows_none_of_them(folder: str) -> None:
    subjects = {subject.place.folder for subject in SUBJECTS}
    known = {
        f"{file}: {node.module}"
        for file, tree in modules(f"pages/{folder}")
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("pages.")
        if node.module.split(".")[1] in subjects
    }
    assert known == set()


def test_every_sort_of_signal_is_found_ordered_and_said_in_words() -> None:
    for module in iter_modules([str(ROOT / "planning" / "attention")]):
        import_module(f"planning.attention.{module.name}")
    sorts = {sort.__name__ for sort in (Signal, *Signal.__subclasses__())}
    made = {
        call.args[0].value
        for _file, tree in modules("planning/attention")
        for call in calls(tree)
        if isinstance(call.func, ast.Name) and call.func.id in sorts and isinstance(call.args[0], ast.Constant)
    }
    assert made == set(CODES) == set(WORDS)


def test_every_code_that_is_logged_has_words_and_a_place_in_the_filter() -> None:
    logged, elsewhere = set[object](), set()
    for file, tree in modules("planning"):
        for call in calls(tree):
            if isinstance(call.func, ast.Attribute) and call.func.attr == "log" and len(call.args) > 1:
                first = call.args[0]
                told = {node.value for node in ast.walk(first) if isinstance(node, ast.Constant)}
                logged |= told
                elsewhere |= set() if told else {file}
    assert elsewhere == set(TOLD_BY_A_VARIABLE)
    assert logged | set().union(*TOLD_BY_A_VARIABLE.values()) == set(BY_CODE)
    assert len(TOPICS) == sum(len(subject.topics) for subject in SUBJECTS)
    assert sum(len(topic.codes) for topic in TOPICS.values()) == len(BY_CODE)


def test_every_command_can_be_asked_for() -> None:
    added = {}
    for path in sorted((ROOT / "planning").glob("*/*commands.py")):
        module = f"planning.{path.parent.name}.{path.stem}"
        commands = ArgumentParser().add_subparsers()
        import_module(module).register(commands)
        added |= dict.fromkeys(commands.choices, module)
    assert added == COMMANDS


def test_every_subject_of_the_example_is_loaded() -> None:
    folder = [str(ROOT / "planning" / "example")]
    loading = {import_module(f"{planning.example.__name__}.{found.name}") for found in iter_modules(folder)}
    own = {module.load for module in loading if hasattr(module, "load") and module.__name__ != "planning.example.load"}
    assert set(LOADERS) == own


@pytest.fixture(scope="module")
def visited(tmp_path_factory: pytest.TempPathFactory, example_file: Path) -> dict[str, object]:
    """What a copy of the product says to which a subject was added, by screen."""
    root = tmp_path_factory.mktemp("garden")
    for folder in ("pages", "planning", ".streamlit"):
        shutil.copytree(ROOT / folder, root / folder, ignore=shutil.ignore_patterns("__pycache__"))
    (root / "data").symlink_to(ROOT / "data")
    shutil.copytree(THROW_AWAY, root, dirs_exist_ok=True)
    for file, mark, line in TOUCHED:
        before = (root / file).read_text(encoding="utf-8")
        assert mark in before, (file, mark)
        (root / file).write_text(before.replace(mark, line + mark, 1), encoding="utf-8")
    own = shutil.copy(example_file, root / "app.db")
    settings = {"VLOOTPLAN_DATABASE_URL": f"sqlite:///{own}", "VLOOTPLAN_SECRET_FILE": str(root / "secret.key")}
    path = os.pathsep.join([str(root), str(ROOT)])
    done = subprocess.run(
        [sys.executable, "visit.py"],
        cwd=root,
        env={**os.environ, **settings, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    said: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return said


def test_a_new_subject_touches_few_existing_files() -> None:
    added = {path.relative_to(THROW_AWAY).as_posix() for path in THROW_AWAY.rglob("*.py")}
    assert not [file for file in added if (ROOT / file).exists()]
    assert len({file for file, _mark, _line in TOUCHED}) <= 6


@pytest.mark.parametrize(
    ("screen", "expected"),
    [
        ("page", "De pagina van de tuin."),
        ("overview", "De tegel van de tuin."),
        ("overview", "1 bijeenkomst van de tuin."),
        ("school", "De kaart van de tuin voor De Twister."),
        ("log", "Bijeenkomst van de tuin"),
        ("menu", "Garden"),
        ("addresses", "tuin"),
    ],
)
def test_a_new_subject_shows_on_every_screen(visited: dict[str, object], screen: str, expected: str) -> None:
    assert expected in visited[screen]  # type: ignore[operator]


def test_a_new_subject_has_its_command(visited: dict[str, object]) -> None:
    assert visited["command"] == 0
