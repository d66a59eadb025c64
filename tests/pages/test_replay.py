"""What is shown again is what was drawn: the same texts at the same place, for every session, without drawing."""

import pytest
from streamlit.testing.v1 import AppTest

from pages.parts.kept import CACHES
from pages.server.replay import Together, drawings

PAGE = """
import streamlit as st
from pages.server.replay import replay

times = st.session_state.setdefault("times", 0)

def draw():
    st.session_state["times"] += 1
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


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    drawings.clear()


def shown(page: AppTest) -> list[str]:
    return [one.value for one in (*page.markdown, *page.subheader, *page.caption)]


def test_a_card_is_drawn_once_and_shown_again_where_it_stood() -> None:
    page = AppTest.from_string(PAGE).run()
    first = shown(page)
    page.run().run()
    assert shown(page) == first == ["links", "rechts", "erna", "Kaart", "eronder"]
    assert page.session_state["times"] == 1


def test_another_session_sees_the_card_without_drawing_it() -> None:
    first = shown(AppTest.from_string(PAGE).run())
    other = AppTest.from_string(PAGE).run()
    assert shown(other) == first
    assert other.session_state["times"] == 0


def test_a_card_that_moved_down_is_drawn_there() -> None:
    page = AppTest.from_string(PAGE).run()
    page.checkbox[0].check().run()
    assert shown(page) == ["ervoor", "links", "rechts", "erna", "Kaart", "eronder"]
    page.checkbox[0].uncheck().run()
    assert shown(page) == ["links", "rechts", "erna", "Kaart", "eronder"]


WITH_A_BUTTON = """
import streamlit as st
from pages.server.replay import replay

def draw():
    with st.container():
        if st.button("Klik"):
            st.markdown("geklikt")

replay("knop", lambda: replay("erin", draw))
"""


def test_what_has_a_button_is_drawn_every_time_for_its_click_would_be_lost() -> None:
    page = AppTest.from_string(WITH_A_BUTTON).run()
    assert not drawings
    page.button[0].click().run()
    assert [one.value for one in page.markdown] == ["geklikt"]


WITH_A_DOWNLOAD = """
import streamlit as st
from pages.server.replay import replay

times = st.session_state.setdefault("times", 0)

def draw():
    st.session_state["times"] += 1
    st.download_button("Excel", lambda: b"tabel", "tabel.xlsx", on_click="ignore", key="tabel")

replay("tabel", draw)
"""


def test_a_button_that_hands_out_a_file_is_kept_and_hands_it_out_to_everybody() -> None:
    AppTest.from_string(WITH_A_DOWNLOAD).run()
    page = AppTest.from_string(WITH_A_DOWNLOAD).run()
    assert page.session_state["times"] == 0
    [button] = page.get("download_button")
    [offered] = [kept.downloads for kept in drawings.values()]
    assert offered[button.proto.deferred_file_id]["callable"]() == b"tabel"


def test_messages_of_a_card_are_one_on_their_way_and_each_its_own_at_the_end() -> None:
    AppTest.from_string(PAGE).run()
    [card] = drawings.values()
    [part] = card.parts
    assert isinstance(part, Together)
    frames = part.SerializeToString()
    assert frames.each == tuple(message.SerializeToString() for message in part.messages)
    assert len(frames) == sum(map(len, frames.each))


def test_what_is_drawn_is_forgotten_with_everything_else_that_is_kept() -> None:
    assert drawings in CACHES
