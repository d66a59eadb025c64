"""What the fields of a form say, each by its name, and all that is the matter with them at once."""

from datetime import date
from time import monotonic

import pytest
import streamlit as st

from pages.parts import fields
from pages.parts.fields import Field, FieldRow
from pages.parts.forms import DrawnButton, Form, LastPress
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


def carried(button: DrawnButton, ago: float = 0) -> LastPress:
    return LastPress(button, monotonic() - ago, 0, {}, {})


def test_a_button_does_its_work_once_however_often_what_was_drawn_once_is_pressed() -> None:
    pressed = DrawnButton("place", "keep", times=3)
    assert carried(pressed, ago=60).is_of(pressed, untouched=False)
    assert carried(pressed, ago=60).is_of(pressed, untouched=True)


def test_drawn_anew_it_works_again_but_for_a_second_click_on_what_nobody_touched(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pressed, anew = DrawnButton("place", "keep", times=3), DrawnButton("place", "keep", times=4)
    assert not carried(pressed).is_of(anew, untouched=False)
    assert not carried(pressed, ago=2).is_of(anew, untouched=True)
    assert carried(pressed).is_of(anew, untouched=True)
    monkeypatch.setattr(st, "session_state", {"whole_runs": 2})  # something else was done in between
    assert not carried(pressed).is_of(anew, untouched=True)


def test_another_button_of_the_same_place_works_at_once() -> None:
    assert not carried(DrawnButton("place", "keep", times=3)).is_of(
        DrawnButton("place", "remove", times=3), untouched=True
    )
