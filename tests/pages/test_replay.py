"""What is shown again is what was drawn: the same texts at the same place, without drawing, while all is as it was."""

import re
from collections import Counter
from typing import Final

import pytest
import sqlalchemy as sa
import streamlit as st
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.testing.v1 import AppTest

from pages.parts.kept import CACHES
from pages.server.replay import _OWN, Together, drawings
from pages.server.session import open_database
from pages.subjects import SUBJECTS
from planning.core.boards import Kind
from tests.pages.conftest import SignedIn

TIMES: Final[Counter[str]] = Counter()
"""How often each card of these pages was drawn."""
WORLD: Final[dict[str, int]] = {}
"""What a page may ask outside."""


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    drawings.clear()
    TIMES.clear()


def page(text: str) -> AppTest:
    """A page that may use `st`, `replay`, and `drawn` to say that a card is drawn."""
    head = """
import streamlit as st
from pages.parts.kept import AnswerCache
from pages.server.noting import apart, once
from pages.server.replay import replay
from tests.pages.test_replay import TIMES, WORLD

def drawn(name="card"):
    TIMES[name] += 1
"""
    return AppTest.from_string(head + text)


def shown(app: AppTest) -> list[str]:
    return [one.value for one in (*app.markdown, *app.subheader, *app.caption)]


CARD = """
def draw():
    drawn()
    with st.container(border=True):
        st.subheader("Kaart")
        left, right = st.columns(2)
        left.markdown("links")
        right.markdown("rechts")
    st.caption("eronder")

if st.checkbox("eerst"):
    st.markdown("ervoor")
replay("kaart", draw)
st.markdown("erna")
"""


def test_a_card_is_drawn_once_and_shown_again_where_it_stood() -> None:
    app = page(CARD).run()
    first = shown(app)
    app.run().run()
    assert shown(app) == first == ["links", "rechts", "erna", "Kaart", "eronder"]
    assert TIMES["card"] == 1


def test_another_session_sees_the_card_without_drawing_it() -> None:
    first = shown(page(CARD).run())
    assert shown(page(CARD).run()) == first
    assert TIMES["card"] == 1


def test_a_card_that_moved_down_is_drawn_there() -> None:
    app = page(CARD).run()
    app.checkbox[0].check().run()
    assert shown(app) == ["ervoor", "links", "rechts", "erna", "Kaart", "eronder"]
    app.checkbox[0].uncheck().run()
    assert shown(app) == ["links", "rechts", "erna", "Kaart", "eronder"]


WITH_FIELDS = """
def draw():
    drawn()
    st.text_input("Naam", "Anna", key="naam")
    with st.form("formulier"):
        st.form_submit_button("Bewaar")
    if st.button("Klik"):
        st.markdown("geklikt")
    st.markdown(f"dag {st.session_state['naam']}, {st.session_state.get('plaats', 'nergens')}")

replay("velden", lambda: replay("erin", draw))
"""


def test_a_card_with_fields_is_kept_for_who_sees_it_until_a_field_says_something_else() -> None:
    app = page(WITH_FIELDS).run()
    app.run().run()
    assert shown(app) == ["dag Anna, nergens"]
    assert TIMES["card"] == 1
    app.text_input[0].input("Bea").run()
    assert shown(app) == ["dag Bea, nergens"]
    drawn = TIMES["card"]
    app.run().run()
    assert shown(app) == ["dag Bea, nergens"]
    assert TIMES["card"] == drawn


def test_a_click_on_a_kept_button_is_heard_once() -> None:
    app = page(WITH_FIELDS).run().run()
    app.button[1].click().run()
    assert shown(app) == ["geklikt", "dag Anna, nergens"]
    app.run()
    assert shown(app) == ["dag Anna, nergens"]


def test_who_opens_the_page_sees_no_field_of_somebody_else() -> None:
    page(WITH_FIELDS).run().text_input[0].input("Bea").run()
    assert shown(page(WITH_FIELDS).run()) == ["dag Anna, nergens"]


def test_what_a_card_read_of_the_session_changes_it() -> None:
    app = page(WITH_FIELDS).run().run()
    app.session_state["plaats"] = "hier"
    app.run()
    assert shown(app) == ["dag Anna, hier"]
    del app.session_state["plaats"]
    app.run()
    assert shown(app) == ["dag Anna, nergens"]


def test_a_field_that_is_told_what_it_says_tells_the_browser_also_where_that_is_what_it_said() -> None:
    app = page("""
def back():
    st.session_state["naam"] = "Anna"

replay("veld", lambda: st.text_input("Naam", "Anna", key="naam", on_change=back))
""").run()
    app.run()
    assert not app.text_input[0].proto.set_value
    app.text_input[0].input("Bea").run()
    assert app.text_input[0].value == "Anna"
    assert app.text_input[0].proto.set_value  # or the browser would go on saying Bea
    app.run()
    assert not app.text_input[0].proto.set_value  # or it would take away what somebody is typing by now


def test_what_drawing_does_to_the_session_is_done_again() -> None:
    app = page("""
def draw():
    drawn()
    st.session_state["gezien"] = "ja"
    st.markdown("kaart")

replay("kaart", draw)
st.markdown(st.session_state.pop("gezien"))
""").run()
    app.run()
    assert shown(app) == ["kaart", "ja"]
    assert TIMES["card"] == 1


def test_a_list_in_the_session_is_looked_into_and_what_cannot_be_is_drawn_every_time() -> None:
    app = page("""
class Basket:
    def __init__(self):
        self.many = 0

names = st.session_state.setdefault("names", [])
basket = st.session_state.setdefault("basket", Basket())

def of_list():
    drawn("list")
    st.markdown(", ".join(st.session_state["names"]))

def of_basket():
    drawn("basket")
    st.markdown(str(st.session_state["basket"].many))

replay("a", of_list)
replay("b", of_basket)
""").run()
    app.run()
    assert TIMES == {"list": 1, "basket": 2}
    app.session_state["names"].append("Anna")
    app.session_state["basket"].many = 3
    app.run()
    assert shown(app) == ["Anna", "3"]


OUTSIDE = """
from planning.core.clock import now
from planning.core.outside import tell

def clock():
    drawn("clock")
    st.markdown("klok")
    now()

def database():
    drawn("database")
    st.markdown("store")
    tell("the database")

def asked():
    drawn("once")
    st.markdown(str(once("answer", lambda: (tell("the database"), WORLD["answer"])[1])))

def kept():
    drawn("kept")
    st.markdown("kept")
    with apart():
        now()

for name, draw in (("a", clock), ("b", database), ("c", asked), ("d", kept)):
    replay(name, draw)
"""


def test_what_asks_the_world_outside_is_drawn_every_time_save_what_is_kept_and_what_is_asked_once() -> None:
    WORLD["answer"] = 1
    app = page(OUTSIDE).run()
    app.run()
    assert TIMES == {"clock": 2, "database": 2, "once": 1, "kept": 1}
    WORLD["answer"] = 2
    app.run()
    assert shown(app)[2] == "2"


def test_a_card_around_others_depends_on_all_that_they_do() -> None:
    app = page("""
def inner():
    drawn("inner")
    st.markdown(st.session_state.get("naam", "niemand"))

def failing():
    st.session_state.get("anders")
    raise LookupError

def outer():
    drawn("outer")
    replay("inner", inner)
    try:
        replay("failing", failing)
    except LookupError:
        st.caption("mislukt")

replay("outer", outer)
""").run()
    app.run()
    assert TIMES == {"inner": 1, "outer": 1}
    app.session_state["anders"] = 1
    app.run()
    assert TIMES == {"inner": 1, "outer": 2}
    app.session_state["naam"] = "Anna"
    app.run().run()
    assert shown(app) == ["Anna", "mislukt"]
    assert TIMES == {"inner": 2, "outer": 3}


def test_another_address_is_another_card_for_what_read_it() -> None:
    app = page("""
replay("adres", lambda: st.markdown(st.query_params.get("school", "alle")))
""").run()
    app.query_params["school"] = "03QE00"
    app.run()
    assert shown(app) == ["03QE00"]


def test_a_part_that_runs_by_itself_and_a_style_stay_where_they_were() -> None:
    app = page("""
@st.fragment
def part():
    drawn("part")
    st.checkbox("vink", key="vink")

def draw():
    drawn()
    st.html("<style>h1 { color: red }</style>")
    part()

st.html("<style>h2 { color: red }</style>")
replay("deel", draw)
""").run()
    app.run()
    assert TIMES == {"card": 1, "part": 1}
    assert [one.label for one in app.checkbox] == ["vink"]
    app.checkbox[0].check().run()
    assert app.checkbox[0].value is True


WITH_A_DOWNLOAD = """
def draw():
    drawn()
    st.download_button("Excel", lambda: b"tabel", "tabel.xlsx", on_click="ignore", key="tabel")

replay("tabel", draw)
"""


def test_a_button_that_hands_out_a_file_hands_it_out_when_it_is_shown_again() -> None:
    app = page(WITH_A_DOWNLOAD).run()
    app.run()
    assert TIMES["card"] == 1
    [button] = app.get("download_button")
    [(_key, drawing)] = app.session_state._state[_OWN].values()
    assert drawing.downloads[button.proto.deferred_file_id]["callable"]() == b"tabel"


@pytest.mark.parametrize("drawing", ["st.toast('gedaan')", "st.image('pages/static/icon.svg')"])
def test_what_is_shown_once_or_goes_with_the_session_is_drawn_every_time(drawing: str) -> None:
    app = page(f"""
def draw():
    drawn()
    {drawing}

replay("eens", draw)
""").run()
    app.run()
    assert TIMES["card"] == 2


def test_messages_of_a_card_are_one_on_their_way_and_each_its_own_at_the_end() -> None:
    page(CARD).run()
    [card] = drawings.values()
    assert card is not None
    [part] = card.parts
    assert isinstance(part, Together)
    messages = [ForwardMsg.FromString(frame) for frame in part.SerializeToString().each]
    assert [message.delta.WhichOneof("type") for message in messages] == [
        *("add_block", "new_element", "add_block", "add_block", "add_block"),
        *("new_element", "new_element", "new_element"),
    ]


def test_a_table_of_the_same_rows_is_drawn_once_and_one_that_shows_something_else_anew() -> None:
    table = """
from pages.parts.show import show_table
show_table([{"Soort": "laptop", "Aantal": %s}], "Soorten", figures=["Aantal"], beside=True)
"""
    shown_as = [[str(cell) for cell in page(table % one).run().table[0].value["Aantal"]] for one in ('"3"', "3", '"4"')]
    before = len(drawings)
    page(table % '"3"').run()
    assert (shown_as, before, len(drawings)) == ([["3"], ["3"], ["4"]], 3, 3)


def test_what_is_drawn_is_forgotten_with_everything_else_that_is_kept() -> None:
    assert drawings in CACHES


def test_every_page_shown_again_asks_the_database_all_it_asks_in_one_transaction(signed_in: SignedIn) -> None:
    for place in [one.place for one in SUBJECTS if one.place.of_circle is not Kind.NETWORK]:
        app = signed_in("voorzitter", place.file).run().run()  # twice: a form notes what it was drawn from
        begun = list[object]()
        sa.event.listen(open_database().engine, "begin", hear := begun.append)
        app.run()
        sa.event.remove(open_database().engine, "begin", hear)
        assert len(begun) == 1, place.address


def test_every_page_shown_again_is_the_page_drawn_anew(signed_in: SignedIn, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = list[str]()

    def run(page: st.Page) -> None:
        ran.append(page.title)
        run_page(page)

    run_page = st.Page.run
    monkeypatch.setattr(st.Page, "run", run)
    for place in [one.place for one in SUBJECTS if one.place.of_circle is not Kind.NETWORK]:
        app = signed_in("voorzitter", place.file).run()  # twice: a form notes what it was drawn from
        ran.clear()
        again = said(app.run())
        assert ran == []
        drawings.clear()
        app.session_state._state[_OWN].clear()
        assert said(app.run()) == again


def said(app: AppTest) -> list[str]:
    """All that stands on the page, as the browser is told; some names are others whenever a part is drawn."""
    return [re.sub('(deferred_file_id|uuid): ".*"', "", f"{type(part).__name__} {part.proto}") for part in app.main]
