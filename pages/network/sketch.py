"""Leernetwerk, part "schets": the board's own figures as they were, what they do not say, and the self-evaluation."""

from collections.abc import Sequence
from functools import partial
from typing import Final

import streamlit as st

from pages.circles.data import AtCircle
from pages.circles.sharing import seen_by, sharing_control
from pages.network.data import at_network
from pages.network.decisions import show_in_sketch
from pages.network.words import in_sentence, sketch_answer, theme_name
from pages.parts import fields
from pages.parts.fields import Field
from pages.parts.forms import Form, Outcome, Values, change, forget_done, overwrite_button, show_outcome
from pages.parts.frame import Frame, answer
from planning.circles import contribution_service as store
from planning.core.notation import day, number
from planning.core.rights import Person
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.network import cycle_contents as cycle
from planning.network import cycle_service
from planning.network.cycle import state_of
from planning.network.cycle_contents import ItemAnswer, SelfEvaluation, ThemeSketch
from planning.network.cycle_reasons import LONGEST, LONGEST_WHY
from planning.network.figures import figure_words
from planning.network.themes import HIGHEST, LOWEST, EvaluationItem, NetworkTheme, items_of

ADDRESS: Final = "thema"
FILLING, TELLING, ANSWERING = "network_filling", "network_telling", "network_answering"
UNKNOWN: Final = 0
"""The answer "I do not know", among the scores."""
OPTIONS: Final = (*range(LOWEST, HIGHEST + 1), UNKNOWN)


def show(frame: Frame) -> None:
    """How much is there; the figures of the reference date to take over; then theme by theme."""
    at = at_network(frame)
    assert at is not None
    answer(sketch_answer(state_of(at.contributions, at.seat.viewer)))
    _filling(frame, at)
    theme = _chosen(at)
    left, right = st.columns([1, 1.36])
    with left:
        _figures(at, theme)
    with right:
        _evaluation(at, theme)
    show_in_sketch(frame, at)


def _filling(frame: Frame, at: AtCircle) -> None:
    dates = {sketch.as_of for theme in NetworkTheme if (sketch := _sketch(at, theme)).as_of}
    with st.container(horizontal=True, vertical_alignment="center"):
        if dates != {frame.as_of}:
            overwrite_button(
                FILLING,
                _("Take over the figures of {day}").format(day=day(frame.as_of)),
                partial(_fill, at, frame),
                icon=":material/database:",
                type="secondary" if dates else "primary",
            )
        if dates:
            text = _("In the sketch stand your own figures of **{day}**. They stay as they were then.")
            st.markdown(text.format(day=day(max(filter(None, dates)))), width="content")
        else:
            text = _("Your own figures are taken over as your screens show them, and stay as they were.")
            st.markdown(text, width="content")
    show_outcome(FILLING)


def _chosen(at: AtCircle) -> NetworkTheme:
    """The theme of the address; without one, the first that is not answered whole."""
    asked = st.query_params.get(ADDRESS)
    open_themes = (theme for theme in NetworkTheme if len(_answers(at, theme).answers) < len(items_of(theme)))
    chosen = NetworkTheme(asked) if asked in set(NetworkTheme) else next(open_themes, NetworkTheme.INFRASTRUCTURE)

    def other() -> None:
        st.query_params[ADDRESS] = st.session_state["network_theme"]
        forget_done()

    if st.session_state.get("network_theme") != chosen:
        st.session_state["network_theme"] = chosen
    st.segmented_control(
        _("Theme"),
        list(NetworkTheme),
        format_func=lambda theme: _label(at, theme),
        key="network_theme",
        required=True,
        on_change=other,
        label_visibility="collapsed",
    )
    st.query_params[ADDRESS] = chosen
    return chosen


def _label(at: AtCircle, theme: NetworkTheme) -> str:
    """A theme with how much of it is answered."""
    n, of = len(_answers(at, theme).answers), len(items_of(theme))
    return f":material/check: {theme_name(theme)}" if n == of else f"{theme_name(theme)} {number(n)}/{number(of)}"


def _figures(at: AtCircle, theme: NetworkTheme) -> None:
    sketch = _sketch(at, theme)
    with st.container(border=True):
        st.subheader(_("What the figures say"), anchor=False)
        if sketch.figures and sketch.as_of:
            st.markdown("\n".join(f"- {figure_words(figure)}" for figure in sketch.figures))
            st.caption(_("Your own data of {day}.").format(day=day(sketch.as_of)))
        elif sketch.as_of:
            st.markdown(_("Nothing of this theme is measured yet. Tell it in your own words."))
        else:
            st.markdown(_("No figures are taken over yet."))
        told = fields.lines(
            "told", _("What the figures do not say"), sketch.told, LONGEST, height=140,
            placeholder=_("For example: what differs between schools, and what is under way?"),
        )  # fmt: skip
        form = Form(TELLING, (told,), partial(_tell, at, theme), _("Keep"), about=theme, look={})
        form.show()
        sharing_control(at, cycle.SKETCH, theme)


def _evaluation(at: AtCircle, theme: NetworkTheme) -> None:
    given = _answers(at, theme)
    mine = at.own(cycle.ANSWERS, theme)
    with st.container(border=True):
        st.subheader(_("How do we see ourselves?"), anchor=False)
        st.caption(_("1 = not begun yet · 5 = goes by itself"))
        parts = [part for item in items_of(theme) for part in _item(item, given.answer(item.code))]
        Form(ANSWERING, tuple(parts), partial(_answer, at, theme), _("Keep the answers"), about=theme).show()
        if mine:
            sharing_control(at, cycle.ANSWERS, theme)
        else:
            st.caption(seen_by(None))


def _item(item: EvaluationItem, given: ItemAnswer | None) -> Sequence[Field]:
    known = None if given is None else UNKNOWN if given.score is None else given.score
    return (
        fields.segments(item.code, item.text, OPTIONS, known, _score_name),
        fields.text(
            f"{item.code}_why", _("Explanation"), given.why if given else "", LONGEST_WHY,
            label_visibility="collapsed", placeholder=_("Explanation, if you like"),
        ),
    )  # fmt: skip


def _score_name(score: int) -> str:
    return number(score) if score != UNKNOWN else _("do not know")


def _sketch(at: AtCircle, theme: NetworkTheme) -> ThemeSketch:
    found = at.own(cycle.SKETCH, theme)
    return found.content if found and isinstance(found.content, ThemeSketch) else ThemeSketch()


def _answers(at: AtCircle, theme: NetworkTheme) -> SelfEvaluation:
    found = at.own(cycle.ANSWERS, theme)
    return found.content if found and isinstance(found.content, SelfEvaluation) else SelfEvaluation()


def _fill(at: AtCircle, frame: Frame, person: Person) -> Outcome:
    as_of = change(cycle_service.fill_sketch, at.seat.circle.circle_id, frame.as_of)(person)
    return _("The figures of {day} stand in your sketch.").format(day=day(as_of)), None


def _tell(at: AtCircle, theme: NetworkTheme, person: Person, said: Values) -> Outcome:
    before = _sketch(at, theme)
    network_id = at.seat.circle.circle_id
    change(cycle_service.tell, network_id, theme, said["told"])(person)
    return _("Kept beside the figures."), change(cycle_service.tell, network_id, theme, before.told)


def _answer(at: AtCircle, theme: NetworkTheme, person: Person, said: Values) -> Outcome:
    answers = [
        ItemAnswer(item.code, said[item.code] or None, said[f"{item.code}_why"])
        for item in items_of(theme)
        if said[item.code] is not None
    ]
    network_id = at.seat.circle.circle_id
    before = change(cycle_service.answer_items, network_id, theme, answers)(person)
    back = change(store.contribute, network_id, cycle.ANSWERS, theme.value, before)
    count = len({one.item for one in (*before.answers, *answers)})
    text = ngettext(
        "{n} of the {total} questions on {theme} is answered.",
        "{n} of the {total} questions on {theme} are answered.",
        count,
    )
    told = text.format(n=number(count), total=number(len(items_of(theme))), theme=in_sentence(theme_name(theme)))
    return told, back
