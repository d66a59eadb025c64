"""The table of device kinds: complete, in one notation, with colours and sources as agreed."""

import re

import pytest

from planning.core.translation import use_language
from planning.organisation.kinds import TABLE, kinds_by_code, read_kinds

CODES = [
    "chromebook", "laptop", "tablet", "desktop", "interactive_board",
    "projector", "printer", "network", "charging_cart", "other",
]  # fmt: skip


def test_the_table_holds_every_kind_once():
    assert [kind.code for kind in read_kinds()] == CODES


def test_prices_are_whole_cents():
    assert kinds_by_code()["chromebook"].price_cents == 30_000


def test_a_price_in_cents_is_not_rounded(tmp_path):
    table = tmp_path / "kinds.csv"
    table.write_text(TABLE.read_text(encoding="utf-8").replace(",300,yes", ",299.99,yes"), encoding="utf-8")

    assert read_kinds(table)[0].price_cents == 29_999


def test_only_devices_pupils_work_on_count():
    assert [kind.code for kind in read_kinds() if kind.counts_for_pupils] == CODES[:4]


def test_a_kind_is_named_in_the_readers_language_and_number():
    board = kinds_by_code()["interactive_board"]

    assert (board.name(), board.name(3)) == ("digibord", "digiborden")
    use_language("en")
    assert (board.name(1), board.name(0)) == ("interactive board", "interactive boards")
    use_language("nl")


@pytest.mark.parametrize("kind", read_kinds(), ids=lambda kind: kind.code)
def test_a_kind_is_complete_and_says_what_it_rests_on(kind):
    assert all((kind.name_nl, kind.names_nl, kind.name_en, kind.names_en, kind.remark))
    assert 1 <= kind.write_off_years <= kind.life_years <= 10
    assert re.fullmatch(r"#[0-9A-F]{6}", kind.colour)
    assert kind.source.startswith("https://") or "planningswaarde" in kind.remark.lower()


def test_kinds_drawn_together_have_colours_of_their_own():
    together = [kind.colour for kind in read_kinds() if kind.counts_for_pupils]

    assert len(set(together)) == 4
