"""What is measured, and what it is measured against: the same product with an empty page for its overview."""

from pathlib import Path

import pytest

from tests.browser.serving import load_example, with_page


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example group, loaded once."""
    return load_example(tmp_path_factory.mktemp("example") / "example.db")


@pytest.fixture(scope="session")
def empty_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of all that is served, with the same frame and nothing on the overview."""
    empty_page = (Path(__file__).parent / "empty_page.py").read_text(encoding="utf-8")
    return with_page(tmp_path_factory.mktemp("empty"), "overview/page.py", empty_page)
