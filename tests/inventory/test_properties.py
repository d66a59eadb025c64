"""Whatever the fleet: written in any shape it reads back, and what surrounds a list changes nothing.

VLOOTPLAN_FLEETS=100 tries that many in each shape.
"""

import os
from collections import Counter
from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning.inventory.guidance import Guidance
from planning.inventory.read.reader import read_inventory
from planning.inventory.write.report_json import to_json
from planning.workbooks.model import FileRefused
from tests.inventory.samples.book import Book
from tests.inventory.samples.shapes import MANY, SHAPES, SINGLE, SINGLES, TOTALS, Fleet, Lot, arranged, moved, written
from tests.inventory.samples.words import COUNTED, Model
from tests.inventory.scoring import TYPE, plain
from tests.inventory.settled import ALWAYS_THE_SAME

TODAY = date(2019, 1, 1)
TITLES = (
    "Inventaris ICT OBS De Regenboog",
    "Stand per 1-9-2018",
    "Aantal leerlingen: 203",
    "ICT-coördinator: zie teamsite",
)
ROOMS = tuple(f"Groep {number}" for number in range(3, 9))
some_fleets = settings(ALWAYS_THE_SAME, max_examples=int(os.environ.get("VLOOTPLAN_FLEETS", "12")))
Known = Counter[tuple[str, str, int, str, str]]


def spelled(model: Model) -> st.SearchStrategy[str]:
    """The ways to write a model that name its brand too."""
    return st.sampled_from([text for text in model.spellings if model.names_brand(text)])


MODELS = [model for model in COUNTED if any(map(model.names_brand, model.spellings))]


@st.composite
def fleets(draw: st.DrawFn, *, singles: bool = False) -> Fleet:
    """Up to eight lots of different models, or of one model in different rooms."""
    models = draw(st.lists(st.sampled_from(MODELS), min_size=1, max_size=8))
    rooms = draw(st.lists(st.sampled_from(ROOMS), min_size=len(models), max_size=len(models)))
    lots = {}
    for number, (model, room) in enumerate(zip(models, rooms, strict=True)):
        count = 1 if singles else draw(st.integers(1, 40))
        serial = f"5CD{draw(st.integers(1000, 9999))}X{number}Z" if singles else None
        text, year = draw(spelled(model)), draw(st.integers(2012, 2018))
        lots[model, room] = Lot(model, text, count, year, room, serial)
    return list(lots.values())


def known(fleet: Fleet, *, dated: bool = True) -> Known:
    """The facts of a fleet."""
    return Counter(
        (lot.model.kind, plain(lot.model.brand), lot.count, plain(lot.serial), str(lot.year) if dated else "")
        for lot in fleet
    )


def read(book: Book, shape: str = "lots") -> Known:
    """The same facts, as the reader has them."""
    name, content = written(shape, book)
    out = to_json(read_inventory(content, name, Guidance(TODAY)), None)
    return Counter(
        (TYPE[d["type"]], plain(d["brand"]), d["count"], plain(d["serial"]), str(d["purchase"]["earliest"] or "")[:4])
        for d in out["devices"]
    )


shapes = pytest.mark.parametrize("shape", SHAPES)


def fleets_in(shape: str) -> st.SearchStrategy[Fleet]:
    """Fleets that a shape can hold: one count under one heading is no table of places and kinds."""
    fleet = fleets(singles=shape in SINGLES)
    return fleet.filter(lambda lots: len(lots) > 1) if shape == "matrix" else fleet


@shapes
def test_a_fleet_reads_back_from(shape: str) -> None:
    @some_fleets
    @given(fleets_in(shape))
    def reads_back(fleet: Fleet) -> None:
        assert read(SHAPES[shape](fleet), shape) == known(fleet, dated=shape != "matrix")

    reads_back()


@shapes
def test_blank_rows_above_and_columns_before_change_nothing_in(shape: str) -> None:
    @some_fleets
    @given(fleets_in(shape), st.integers(0, 4), st.integers(0, 4))
    def reads_back(fleet: Fleet, rows: int, columns: int) -> None:
        book = moved(SHAPES[shape](fleet), rows, columns)
        assert read(book, shape) == known(fleet, dated=shape != "matrix")

    reads_back()


def test_one_count_under_one_heading_is_refused_in_words() -> None:
    model = MODELS[0]
    name, content = written("matrix", SHAPES["matrix"]([Lot(model, model.name, 3, 2016, "Groep 5")]))
    with pytest.raises(FileRefused, match="no_list_found"):
        read_inventory(content, name, Guidance(TODAY))


@some_fleets
@given(fleets(), st.permutations(MANY))
def test_the_order_of_columns_changes_nothing(fleet: Fleet, fields: Sequence[str]) -> None:
    assert read(arranged(fleet, fields)) == known(fleet)


@some_fleets
@given(fleets(singles=True), st.permutations(SINGLE))
def test_the_order_of_columns_changes_nothing_in_a_list_of_devices(fleet: Fleet, fields: Sequence[str]) -> None:
    assert read(arranged(fleet, fields)) == known(fleet)


@some_fleets
@given(fleets(singles=True), st.sets(st.integers(0, 7)))
def test_blank_rows_change_nothing(fleet: Fleet, blanks: set[int]) -> None:
    assert read(arranged(fleet, SINGLE, blanks=blanks)) == known(fleet)


@some_fleets
@given(fleets(), st.lists(st.sampled_from(TITLES), unique=True))
def test_titles_above_a_list_change_nothing(fleet: Fleet, titles: list[str]) -> None:
    assert read(arranged(fleet, MANY, titles=titles)) == known(fleet)


@some_fleets
@given(fleets(), st.sampled_from(sorted(TOTALS)))
def test_a_total_is_never_counted(fleet: Fleet, total: str) -> None:
    assert read(arranged(fleet, MANY, total=total)) == known(fleet)
