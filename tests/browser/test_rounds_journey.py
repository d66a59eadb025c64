"""The chair and the rounds: move the budget, see the plan answer, read why, approve, and hand out the order list."""

from collections import defaultdict
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Visitor
from tests.browser.driving import settle, title

pytestmark = pytest.mark.browser

PARTS = (
    *("BRIN", "School", "Plaats", "Soort", "Leverancier", "Devices", "Prijs per stuk", "Bedrag", "Besteld op"),
    *("Grootboek", "Kostenplaats"),
)
PARTS_OF_THE_PAGE = {
    "Scholen": "Van tekort nu naar tekort straks",
    "Geld": "Budget per ronde",
    "Deze ronde": "Ronde 2 · september 2018",
    "Het plan": "Wat als het budget anders is?",
}


def answer(page: Page) -> str:
    """The sentence that answers the page."""
    return page.get_by_role("heading", level=2).first.inner_text()


def move(page: Page, round_name: str, key: str, times: int) -> None:
    """Move a budget slider by its keys, as somebody without a mouse does."""
    sliders(page, round_name).focus()
    for _step in range(times):
        page.keyboard.press(key)


def read_list(path: Path) -> tuple[list[dict[str, object]], dict[str, tuple[float, float]]]:
    """The lines of an order list, and its sums by name: (devices, amount)."""
    sheet = load_workbook(path).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    header = next(at for at, row in enumerate(rows) if row[0] == "BRIN")
    assert tuple(rows[header]) == PARTS
    lines = [dict(zip(PARTS, row, strict=True)) for row in rows[header + 1 :] if row[0]]
    sums = {row[1]: (row[5], row[7]) for row in rows[header + 1 :] if row[1] and not row[0]}
    return lines, sums


def figures(page: Page) -> list[str]:
    """The answer, which stays in sight whatever part of the page is open, and the figures of the plan."""
    settle(page)
    return [answer(page), *page.get_by_test_id("stMetric").all_inner_texts()[:4]]


def budget(page: Page) -> str | None:
    """The budget on the slider of the second round."""
    return sliders(page, "Ronde 2 · september 2018").get_attribute("aria-valuetext")


def sliders(page: Page, round_name: str) -> Locator:
    """The handle of a budget slider."""
    return page.get_by_test_id("stSlider").filter(has_text=round_name).get_by_role("slider")


def test_the_way_back_goes_back_and_a_plan_stays_what_it_is_from_section_to_section(visit: Visitor) -> None:
    page = visit("voorzitter", "/rondes")
    title(page, "Rondes")
    saved, saved_budget = figures(page), budget(page)
    sliders(page, "Ronde 2 · september 2018").scroll_into_view_if_needed()
    handle = sliders(page, "Ronde 2 · september 2018").bounding_box()
    assert handle
    page.mouse.move(handle["x"] + handle["width"] / 2, handle["y"] + handle["height"] / 2)
    page.mouse.down()
    page.mouse.move(handle["x"] - 60, handle["y"] + handle["height"] / 2, steps=8)
    page.mouse.up()
    expect(page.get_by_text("Terug naar wat bewaard is")).to_be_visible()
    moved = figures(page)
    assert moved != saved
    moved_budget = budget(page)
    for section, heading in PARTS_OF_THE_PAGE.items():
        page.get_by_role("radio", name=section).click()
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
        assert answer(page) == moved[0]
    assert figures(page) == moved
    assert budget(page) == moved_budget != saved_budget
    page.get_by_text("Terug naar wat bewaard is").click()
    expect(page.get_by_text("Terug naar wat bewaard is")).to_have_count(0)
    assert figures(page) == saved
    for section, heading in PARTS_OF_THE_PAGE.items():
        page.get_by_role("radio", name=section).click()
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
        assert answer(page) == saved[0]
    assert figures(page) == saved
    assert budget(page) == saved_budget


def test_the_chair_moves_the_budget_sees_the_plan_answer_approves_and_the_order_list_adds_up(
    visit: Visitor, tmp_path: Path
) -> None:
    page = visit("voorzitter", "/rondes")
    title(page, "Rondes")
    settle(page)
    before = answer(page)
    assert before.startswith("In ronde 3 (maart 2019) halen alle 20 scholen hun doel,")

    move(page, "Ronde 2 · september 2018", "ArrowRight", 4)  # 10,000 euros more
    expect(page.get_by_role("heading", level=2).first).to_contain_text("In ronde 2 (september 2018) halen alle")
    expect(page.get_by_text("Terug naar wat bewaard is")).to_be_visible()
    settle(page)

    page.get_by_role("radio", name="Uitleg").click()
    page.get_by_role("button", name="Leg dit plan uit").click()
    expect(page.get_by_role("heading", name="Wat houdt het op?")).to_be_visible()
    settle(page)
    page.get_by_role("button", name="Wat stelt u vast?").click()
    expect(page.get_by_role("heading", name="Wat er voor scholen verandert")).to_be_visible()
    expect(page.get_by_text("€ 53.720 (was € 43.720)")).to_be_visible()
    page.get_by_label("Waarom").fill("Besproken in de vergadering van 1 mei")
    page.get_by_role("button", name="Stel dit plan vast").click()
    expect(page.get_by_text("Plan 3 is vastgesteld")).to_be_visible()
    settle(page)
    expect(page.get_by_role("button", name="Wat stelt u vast?")).to_have_count(0)

    page.get_by_role("button", name="Rest van deze ronde bestellen").click()
    page.get_by_label("Leverancier of perceel").fill("Raamcontract, perceel 2")
    page.get_by_role("button", name="Boek als besteld").click()
    expect(page.get_by_text("Besteld:")).to_be_visible()
    settle(page)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Bestellijst (Excel)").click()
    path = tmp_path / "bestellijst.xlsx"
    waiting.value.save_as(path)

    lines, sums = read_list(path)
    assert {line["Leverancier"] for line in lines} == {"Raamcontract, perceel 1", "Raamcontract, perceel 2"}
    assert all(line["Bedrag"] == pytest.approx(line["Devices"] * line["Prijs per stuk"]) for line in lines)
    total = sums.pop("Totaal")
    assert total[0] == sum(line["Devices"] for line in lines)
    assert total[1] == pytest.approx(sum(line["Bedrag"] for line in lines))
    shown = page.get_by_test_id("stCaptionContainer").filter(has_text="devices besteld").first.inner_text()
    assert f"{total[0]} van {total[0]} devices besteld" in shown
    devices: dict[str, float] = defaultdict(int)
    for line in lines:
        devices[str(line["Soort"])] += line["Devices"]
    assert set(sums) == {f"Som van {kind}" for kind in devices}
