"""Whatever the fleet: written in any shape it reads back, and what surrounds a list changes nothing."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from planning.inventory.read.reader import read_inventory
from planning.inventory.write.report_json import to_json
from tests.inventory.samples.book import Book
from tests.inventory.samples.shapes import MANY, SHAPES, SINGLE, SINGLES, TOTALS, Fleet, Lot, arranged, moved, written
from tests.inventory.samples.words import COUNTED, Model
from tests.inventory.scoring import TYPE, plain
from tests.inventory.settled import ALWAYS_THE_SAME

# Shapes that the reader does not read yet; whoever teaches it one takes its name away.
NOT_YET = frozenset({"asset_register", "matrix"})
TODAY = date(2019, 1, 1)
TITLES = (
    "Inventaris ICT OBS De Regenboog",
    "Stand per 1-9-2018",
    "Aantal leerlingen: 203",
    "ICT-coördinator: zie teamsite",
)
ROOMS = tuple(f"Groep {number}" for number in range(3, 9))
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
    out = to_json(read_inventory(content, name, as_of=TODAY), None)
    return Counter(
        (TYPE[d["type"]], plain(d["brand"]), d["count"], plain(d["serial"]), str(d["purchase"]["earliest"] or "")[:4])
        for d in out["devices"]
    )


shapes = pytest.mark.parametrize(
    "shape", [pytest.param(s, marks=pytest.mark.xfail(strict=False, reason=s) if s in NOT_YET else ()) for s in SHAPES]
)


def as_settled(shape: str) -> settings:
    """A shape that is not read yet fails at once: no search for the least fleet that fails."""
    return settings(ALWAYS_THE_SAME, phases=(Phase.generate,) if shape in NOT_YET else tuple(Phase))


@shapes
def test_a_fleet_reads_back_from(shape: str) -> None:
    @as_settled(shape)
    @given(fleets(singles=shape in SINGLES))
    def reads_back(fleet: Fleet) -> None:
        assert read(SHAPES[shape](fleet), shape) == known(fleet, dated=shape != "matrix")

    reads_back()


@shapes
def test_blank_rows_above_and_columns_before_change_nothing_in(shape: str) -> None:
    @settings(as_settled(shape), max_examples=15)
    @given(fleets(singles=shape in SINGLES), st.integers(0, 4), st.integers(0, 4))
    def reads_back(fleet: Fleet, rows: int, columns: int) -> None:
        book = moved(SHAPES[shape](fleet), rows, columns)
        assert read(book, shape) == known(fleet, dated=shape != "matrix")

    reads_back()


@ALWAYS_THE_SAME
@given(fleets(), st.permutations(MANY))
def test_the_order_of_columns_changes_nothing(fleet: Fleet, fields: Sequence[str]) -> None:
    assert read(arranged(fleet, fields)) == known(fleet)


@ALWAYS_THE_SAME
@given(fleets(singles=True), st.permutations(SINGLE))
def test_the_order_of_columns_changes_nothing_in_a_list_of_devices(fleet: Fleet, fields: Sequence[str]) -> None:
    assert read(arranged(fleet, fields)) == known(fleet)


@ALWAYS_THE_SAME
@given(fleets(singles=True), st.sets(st.integers(0, 7)))
def test_blank_rows_change_nothing(fleet: Fleet, blanks: set[int]) -> None:
    assert read(arranged(fleet, SINGLE, blanks=blanks)) == known(fleet)


@ALWAYS_THE_SAME
@given(fleets(), st.lists(st.sampled_from(TITLES), unique=True))
def test_titles_above_a_list_change_nothing(fleet: Fleet, titles: list[str]) -> None:
    assert read(arranged(fleet, MANY, titles=titles)) == known(fleet)


@ALWAYS_THE_SAME
@given(fleets(), st.sampled_from(sorted(TOTALS)))
def test_a_total_is_never_counted(fleet: Fleet, total: str) -> None:
    assert read(arranged(fleet, MANY, total=total)) == known(fleet)
