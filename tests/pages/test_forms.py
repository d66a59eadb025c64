"""What the fields of a form say, each by its name, and all that is the matter with them at once."""

from datetime import date

import pytest
import streamlit as st

from pages.parts import fields
from pages.parts.fields import Field, FieldRow
from pages.parts.forms import Form
from planning.core.board_rules import read_target
from tests.refusals import refused


def form(*parts: Field | FieldRow, about: str | None = None) -> Form:
    return Form("place", parts, lambda _person, _said: ("", None), "Bewaren", about=about)


def filled_in(monkeypatch: pytest.MonkeyPatch, **said: object) -> None:
    monkeypatch.setattr(st, "session_state", {f"place_{name}_0": value for name, value in said.items()})


def test_a_form_says_what_its_fields_say_by_their_names(monkeypatch: pytest.MonkeyPatch) -> None:
    filled_in(monkeypatch, name="  Anna ", due=date(2018, 5, 1), schools=["B", "A"], active=True, target="2,5")
    said = form(
        fields.beside(fields.text("name", ""), (fields.day("due", ""), fields.several("schools", "", ["A", "B"]))),
        fields.tick("active", "", known=False),
        fields.text("target", "", parse=read_target),
        fields.number("hours", ""),
    ).values()
    assert said == {
        "name": "Anna", "due": date(2018, 5, 1), "schools": ("B", "A"), "active": True, "target": 2.5, "hours": None,
    }  # fmt: skip


def test_all_that_is_empty_or_unreadable_is_told_at_once_each_at_its_field(monkeypatch: pytest.MonkeyPatch) -> None:
    filled_in(monkeypatch, own_target="vier", life=None)
    with refused(("target_unreadable", "own_target"), ("kind_incomplete", "life")):
        form(
            fields.text("own_target", "", parse=read_target), fields.number("life", "", missing="kind_incomplete")
        ).values()


def test_nought_is_a_number_that_is_filled_in(monkeypatch: pytest.MonkeyPatch) -> None:
    filled_in(monkeypatch, life=0)
    assert form(fields.number("life", "", missing="kind_incomplete")).values() == {"life": 0}


def test_what_is_changed_has_fields_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    filled_in(monkeypatch, name_anna="Anna", name_bas="Bas")
    assert form(fields.text("name", ""), about="bas").values() == {"name": "Bas"}


def test_a_choice_begins_with_what_is_known_else_with_the_first_or_with_none_where_a_placeholder_says_so() -> None:
    choices = (
        fields.choice("school", "", ["A", "B"], "B"),
        fields.choice("school", "", ["A", "B"]),
        fields.choice("school", "", ["A", "B"], placeholder="kies een school"),
    )
    assert [choice.draw.args[2] for choice in choices] == [1, 0, None]  # type: ignore[attr-defined]
