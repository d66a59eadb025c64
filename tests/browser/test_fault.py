"""A page that fails, as it is served: our words and a number on the screen, the details in the log."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visitor
from tests.browser.driving import title
from tests.browser.serving import serve, with_page

pytestmark = pytest.mark.browser


def test_a_page_that_fails_shows_a_number_that_stands_in_the_log_with_the_details_and_the_rest_goes_on(
    visit: Visitor, example: Path, tmp_path: Path
) -> None:
    root = with_page(tmp_path / "product", "ratios/page.py", "raise RuntimeError('geheim van 03UZ00')")
    with serve(example, tmp_path / "server", root) as server:
        page = visit("voorzitter", "/ratios", at=server)
        told = page.get_by_role("alert").filter(has_text="Er ging bij ons iets mis.")
        expect(told).to_be_visible()
        number = re.search(r"noem dan nummer ([0-9A-F]{4})\.", told.inner_text())
        assert number
        shown = page.content()
        assert [part for part in ("geheim", "RuntimeError", "Traceback", "page.py", str(root)) if part in shown] == []
        assert server.defects() == [f"defect {number[1]}"]
        assert "RuntimeError: geheim van 03UZ00" in server.log.read_text(encoding="utf-8")

        page.get_by_test_id("stSidebarNav").get_by_role("link", name="Overzicht", exact=True).click()
        title(page, "Overzicht")
