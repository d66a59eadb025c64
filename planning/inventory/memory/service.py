"""What a signed-in person may read and do about what is remembered of earlier lists."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

import pandas as pd

from planning.core.database import Change, Database
from planning.core.refusal import Reason, refuse
from planning.core.rights import NotAllowed, Person, Right, require
from planning.core.text import words
from planning.inventory.guidance import (
    BOARD,
    MAPPING,
    MODEL,
    SCHOOL,
    Shape,
    StandingChoice,
    in_force,
    shape_from_json,
    shape_to_json,
)
from planning.inventory.memory.records import forget_remembered, read_remembered, write_remembered
from planning.inventory.memory.shapes import NewChoices
from planning.inventory.memory.unknown_models import UnknownModel as UnknownModel
from planning.inventory.memory.unknown_models import likely_model as likely_model
from planning.inventory.memory.unknown_models import unknown_models as unknown_models
from planning.inventory.reading import KINDS
from planning.inventory.values.people import without_names, without_people
from planning.inventory.words.cell_words import DeviceModel as DeviceModel

_LONGEST: Final = {"brand": 60, "name": 120, "text": 200}  # as long as a lot keeps them


def remembered_for(person: Person, database: Database, school_id: str) -> tuple[StandingChoice, ...]:
    """What holds for the lists of one school: its own choices and the board's."""
    require(person, Right.UPLOAD, school_id)
    with database.read(person.board_id) as connection:
        return read_remembered(connection, person.board_id, frozenset({BOARD, school_id}))


def all_remembered(person: Person, database: Database) -> tuple[StandingChoice, ...]:
    """Everything the board and its schools chose."""
    require(person, Right.MANAGE)
    with database.read(person.board_id) as connection:
        return read_remembered(connection, person.board_id, None)


def remember(
    change: Change, person: Person, school_id: str, school_name: str, choices: NewChoices, *, share: bool
) -> None:
    """Keep what was chosen for a list that is being confirmed. Nothing is written where nothing changed."""
    manages = person.may(Right.MANAGE)
    # a list of several schools is read again for several schools
    scope = BOARD if share or (manages and choices.names_schools) else school_id
    known = read_remembered(change.connection, change.board_id, frozenset({BOARD, scope}))
    shapes = in_force(known, MAPPING)
    for mark, shape in choices.shapes.items():
        if scope == BOARD:
            forget_remembered(change, school_id, MAPPING, mark)  # it would go before the board's
        before = shapes.get(mark)
        if (shape_from_json(before.value) if before else Shape()) == shape:
            continue
        write_remembered(change, scope, MAPPING, mark, shape_to_json(shape))
        subject = BOARD if scope == BOARD else school_name
        change.log("mapping", subject, dict(before.value) if before else None, shape_to_json(shape))
    scope = BOARD if manages else school_id
    names = in_force(read_remembered(change.connection, change.board_id, frozenset({BOARD, scope})), SCHOOL)
    for name, meant in choices.schools.items():
        before = names.get(name)
        if len(name) > _LONGEST["text"] or (before and before.value.get("school_id") == meant):
            continue
        write_remembered(change, scope, SCHOOL, name, {"school_id": meant})
        change.log("school_name", name, dict(before.value) if before else None, {"school_id": meant})


def explain_model(
    person: Person, database: Database, at: datetime, school_id: str, text: str, model: DeviceModel
) -> StandingChoice:
    """Say what device a text of a list means: for the board where the person manages it, else for the school.

    Raises Refused.
    """
    require(person, Right.UPLOAD, school_id)
    key = words(without_names(text))
    refuse(_reasons(key, model))
    scope = BOARD if person.may(Right.MANAGE) else school_id
    choice = StandingChoice(scope, MODEL, key, _model_value(model), at, person.name)
    keep_choice(person, database, at, choice)
    return choice


def explain_lots(
    change: Change, person: Person, school_id: str, before: pd.DataFrame, after: pd.DataFrame
) -> tuple[StandingChoice, ...]:
    """Remember for next lists what lots were called before and are called now; what was explained already stays so."""
    scope = BOARD if person.may(Right.MANAGE) else school_id
    known = in_force(read_remembered(change.connection, change.board_id, frozenset({BOARD, scope})), MODEL)
    found: dict[str, DeviceModel] = {}
    rows = zip(before["brand"], before["model_as_written"], after["brand"], after["model"], after["kind"], strict=True)
    for was, written, brand, model, kind in rows:
        key = words(without_people(f"{was or ''} {written}"))
        if key and len(key) <= _LONGEST["text"] and key not in known:
            found.setdefault(key, DeviceModel(brand or "", model, kind))
    for key, model in found.items():
        write_remembered(change, scope, MODEL, key, _model_value(model))
        change.log("model", key, None, _model_value(model))
    return tuple(
        StandingChoice(scope, MODEL, key, _model_value(model), change.at, person.name) for key, model in found.items()
    )


def keep_choice(person: Person, database: Database, at: datetime, choice: StandingChoice) -> None:
    """Keep a choice in the place of the one before; a choice taken away comes back this way."""
    _require_scope(person, choice.scope)
    with database.change(person, at) as change:
        known = read_remembered(change.connection, change.board_id, frozenset({choice.scope}))
        before = in_force(known, choice.what).get(choice.key)
        write_remembered(change, choice.scope, choice.what, choice.key, choice.value)
        change.log(*_logged(choice), dict(before.value) if before else None, dict(choice.value))


def forget(person: Person, database: Database, at: datetime, choice: StandingChoice) -> None:
    """Take a choice away; the next list is read without it."""
    _require_scope(person, choice.scope)
    with database.change(person, at) as change:
        forget_remembered(change, choice.scope, choice.what, choice.key)
        change.log(*_logged(choice), dict(choice.value), None)


def model_of(choice: StandingChoice) -> DeviceModel:
    """The device a person explained."""
    return DeviceModel(choice.value["brand"], choice.value["name"], choice.value["kind"])


def _model_value(model: DeviceModel) -> dict[str, str | None]:
    return {"kind": model.kind, "brand": model.brand, "name": model.name}


def _require_scope(person: Person, scope: str) -> None:
    if person.may(Right.MANAGE) or (scope != BOARD and person.may(Right.UPLOAD, scope)):
        return
    raise NotAllowed(person, Right.MANAGE)


def _logged(choice: StandingChoice) -> tuple[str, str]:
    what = {MAPPING: "mapping", MODEL: "model", SCHOOL: "school_name"}[choice.what]
    return what, choice.scope if choice.what == MAPPING else choice.key


def _reasons(key: str, model: DeviceModel) -> Iterator[Reason]:
    name = model.name or ""
    if not key or len(key) > _LONGEST["text"]:
        yield Reason("model_without_text", "text")
    if model.kind not in KINDS:
        yield Reason("model_without_kind", "kind")
    if not words(name) or len(name) > _LONGEST["name"] or len(model.brand) > _LONGEST["brand"]:
        yield Reason("model_name_out_of_range", "name", {"n": _LONGEST["name"], "m": _LONGEST["brand"]})
    if without_names(name) != name or without_names(model.brand) != model.brand:
        yield Reason("model_names_a_person", "name")
