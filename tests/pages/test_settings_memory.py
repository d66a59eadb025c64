"""Beheer: what is remembered of earlier lists, and how it is forgotten."""

from datetime import UTC, datetime

import pytest

from planning.core.database import Database
from planning.inventory.guidance import BOARD, MAPPING, SCHOOL, StandingChoice
from planning.inventory.memory.service import all_remembered, keep_choice
from planning.inventory.memory.service import explain_model as explain
from planning.inventory.words.cell_words import DeviceModel
from tests.pages.conftest import SignedIn
from tests.pages.driving import somebody, tables, words

NOW = datetime(2018, 4, 3, 12, 0, tzinfo=UTC)
TWISTER = "03UZ00"


@pytest.fixture
def remembered(database: Database) -> Database:
    group = somebody(database, "bovenschools")
    explain(group, database, NOW, TWISTER, "Stroom 11", DeviceModel("HP", "Stream 11", "laptop"))
    mapping = {"columns": {"zoveel": "count", "wat": None}, "answers": {}, "layout": None}
    keep_choice(group, database, NOW, StandingChoice(TWISTER, MAPPING, "0" * 64, mapping, NOW, group.name))
    keep_choice(group, database, NOW, StandingChoice(BOARD, SCHOOL, "kantoor", {"school_id": None}, NOW, group.name))
    return database


def test_all_that_is_remembered_stands_in_one_table_with_who_and_when(
    remembered: Database, signed_in: SignedIn
) -> None:
    app = signed_in("beheer", "settings/page.py", deel="onthouden")
    assert "**3 keuzes bij eerdere lijsten** zijn onthouden." in words(app)
    said = tables(app)
    for part in ("‘stroom 11’", "laptop, HP Stream 11", "alle scholen", "‘zoveel’, ‘wat’", "aantal, niet gelezen"):
        assert part in said
    for part in ("De Twister", "‘kantoor’", "een andere school", "Bovenschools ICT-coördinator", "3-4-2018"):
        assert part in said


def test_a_choice_can_be_forgotten_and_the_forgetting_undone(remembered: Database, signed_in: SignedIn) -> None:
    app = signed_in("beheer", "settings/page.py", deel="onthouden")
    choice = next(one for one in app.selectbox if one.label == "Vergeet een hiervan")
    choice.select_index(0).run()
    app.button(key="memory_forget").click().run()
    assert not app.exception
    assert "**2 keuzes" in words(app)
    app.button(key="form_undo").click().run()
    assert "**3 keuzes" in words(app)
    assert len(all_remembered(somebody(remembered, "beheer"), remembered)) == 3


def test_nothing_chosen_is_said_in_words(remembered: Database, signed_in: SignedIn) -> None:
    app = signed_in("beheer", "settings/page.py", deel="onthouden")
    app.button(key="memory_forget").click().run()
    assert "Kies wat vergeten mag worden." in words(app)


def test_an_empty_memory_says_how_it_begins(signed_in: SignedIn) -> None:
    assert "nog niets onthouden" in words(signed_in("beheer", "settings/page.py", deel="onthouden"))


def test_the_chair_does_not_get_this_part(signed_in: SignedIn) -> None:
    app = signed_in("voorzitter", "settings/page.py", deel="onthouden")
    assert "nog niets onthouden" not in words(app)
    assert "Kies hierboven een ander onderdeel." in words(app)
