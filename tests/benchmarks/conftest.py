"""What is measured, and what it is measured against: the same product with an empty page for its overview."""

import shutil
from pathlib import Path

import pytest

from planning.core.paths import ROOT
from tests.browser.serving import load_example


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example group, loaded once."""
    return load_example(tmp_path_factory.mktemp("example") / "example.db")


@pytest.fixture(scope="session")
def empty_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of all that is served, with the same frame and nothing on the overview."""
    root = tmp_path_factory.mktemp("empty")
    shutil.copy(ROOT / "app.py", root)
    shutil.copytree(ROOT / ".streamlit", root / ".streamlit")
    shutil.copytree(ROOT / "pages", root / "pages", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(Path(__file__).parent / "empty_page.py", root / "pages" / "overview" / "page.py")
    return root
