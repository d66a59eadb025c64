"""Leernetwerk, part "spiegel": the own board beside the others, of what all of them share; never a rank."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

import pandas as pd
import streamlit as st

from pages.circles.data import AtCircle
from pages.network.data import at_network
from pages.network.mirror_chart import mirror_chart
from pages.parts.frame import Frame, answer, more, plain, table_and_download
from pages.parts.kept import AnswerCache
from pages.parts.show import show_table
from pages.parts.theme import CONFIG
from planning.core.notation import listed, number
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.network import cycle_contents as cycle
from planning.network.decisions import DECIDERS_SHORT, KIND, Decider, matters
from planning.network.mirror import COUNTED, Division, MirrorImage, Reflection, divisions, reflections, widest
from planning.network.mirror_figures import (
    compared_name,
    compared_value,
    decided_figures,
    evaluated_figures,
    sketched_figures,
)
from planning.network.themes import THEME_NAMES, NetworkTheme
from planning.workbooks.board_table import board_excel

_images: Final = AnswerCache[MirrorImage](50)


def show(frame: Frame) -> None:
    """Themes as a chart, figures of sketches and decisions as tables; what is shown of whom, below."""
    at = at_network(frame)
    if at is None:
        answer(_("**The mirror comes with a learning network.** Your board is not in one yet."))
        return
    image = _images.answer(at.key, partial(_image, at))
    is_board = at.seat.standing is not None
    answer(answer_in_words(image, is_board=is_board))
    if image.themes:
        _themes(frame, at, image.themes, is_board=is_board)
    if image.sketched:
        with st.container(border=True):
            _sketched(frame, image.sketched, is_board=is_board)
    if image.decided:
        with st.container(border=True):
            _decided(frame, image.decided, is_board=is_board)
    _told(at, image)
    st.caption(":material/shield: " + _rule(at))


def answer_in_words(image: MirrorImage, *, is_board: bool) -> str:
    """Of how much others can be seen, and where the own board differs most."""
    beside = [one for one in image.themes if one.others]
    if not is_board:
        return _for_who_leads(image, len(beside))
    if not beside and not image.others_anywhere:
        return _(
            "**There is no mirror yet: there is no subject on which three other boards share what they filled in.**"
        )
    if not beside:
        return _("**You see the other boards in the sketches and decisions, but not yet in the self-evaluation.**")
    total = len(NetworkTheme)
    n = number(len(beside))
    if len(beside) == total:
        text = _("**Of all {n} themes you see how the other boards judge themselves.**").format(n=n)
    else:
        text = ngettext(
            "**Of {n} of the {total} themes you see how the other boards judge themselves.**",
            "**Of {n} of the {total} themes you see how the other boards judge themselves.**",
            len(beside),
        ).format(n=n, total=number(total))
    most = widest(image.themes)
    if most is None:
        return text
    name = _(THEME_NAMES[NetworkTheme(most.item)])
    spoken = name if name.isupper() else name[:1].lower() + name[1:]
    return f"{text} " + _("You differ most from them in **{theme}**.").format(theme=spoken)


def _for_who_leads(image: MirrorImage, themes: int) -> str:
    """The same for who has no board of their own beside it."""
    if not themes and not image.others_anywhere:
        return _("**There is no mirror yet: there is no subject on which three boards share what they filled in.**")
    if not themes:
        return _("**Of the sketches and decisions there is a mirror; of the self-evaluation not yet.**")
    if themes == len(NetworkTheme):
        return _("**Of all {n} themes three boards or more share how they judge themselves.**").format(n=number(themes))
    text = ngettext(
        "**Of {n} of the {total} themes three boards or more share how they judge themselves.**",
        "**Of {n} of the {total} themes three boards or more share how they judge themselves.**",
        themes,
    )
    return text.format(n=number(themes), total=number(len(NetworkTheme)))


def _of_a_board(row: dict[str, str], *, is_board: bool) -> dict[str, str]:
    """A row of a table; for who has no board of their own without what would be of it."""
    if is_board:
        return row
    own, others = (_("Own"), _("Own explanation")), _("Other boards")
    return {_("Boards") if name == others else name: text for name, text in row.items() if name not in own}


def _image(at: AtCircle) -> MirrorImage:
    viewer = at.seat.viewer
    return MirrorImage(
        reflections(evaluated_figures(at.contributions), viewer),
        reflections(sketched_figures(at.contributions), viewer),
        divisions(decided_figures(at.contributions), viewer),
    )


def _themes(frame: Frame, at: AtCircle, found: Sequence[Reflection], *, is_board: bool) -> None:
    with st.container(border=True):
        st.subheader(_("Self-evaluation by theme"), anchor=False)
        other, middle = _("another board") if is_board else _("a board"), _("their median")
        own = f":blue-badge[● {plain(at.name(at.seat.viewer))}] " if is_board else ""
        st.markdown(f"{own}:gray-badge[○ {other}] :gray-badge[▎ {middle}]")
        st.plotly_chart(
            frame.chart("network_mirror", partial(mirror_chart, found, frame.theme, is_board=is_board), at.key),
            theme=None,
            config=CONFIG,
            key="network_mirror",
            alt=_("Dot plot: your own score for each theme, and those of other boards without their names")
            if is_board
            else _("Dot plot: the scores of the boards by theme, without their names"),
        )
        told = [(_(THEME_NAMES[NetworkTheme(one.item)]), plain(one.own_told)) for one in found if one.own_told]
        if told:
            st.markdown("**" + _("Own explanation") + "**\n\n" + "\n".join(f"- {name}: {text}" for name, text in told))
        every = (_row(_(THEME_NAMES[NetworkTheme(one.item)]), one, lambda value: number(value, 1)) for one in found)
        rows = [_of_a_board(row, is_board=is_board) for row in every]
        excel = partial(_excel, frame, at, rows)
        if table_and_download("network_mirror", excel, f"spiegel-{frame.today}.xlsx"):
            show_table(rows, _("Self-evaluation by theme"), beside=True)


def _row(name: str, one: Reflection, written: Callable[[float], str]) -> dict[str, str]:
    others = one.others
    low, high = others.quartiles if others else (0.0, 0.0)
    return {
        _("What"): name,
        _("Own"): "–" if one.own is None else written(one.own),
        _("Their median"): written(others.median) if others else "–",
        _("Half of them between"): f"{written(low)} – {written(high)}" if others else "–",
        _("Other boards"): number(others.n) if others else _("fewer than 3"),
        _("Own explanation"): plain(one.own_told) or "–",
    }


def _sketched(frame: Frame, found: Sequence[Reflection], *, is_board: bool) -> None:
    st.subheader(_("Figures of the sketches"), anchor=False)
    once = _told_once([one.own_told for one in found])
    if frame.theme.compact:
        st.markdown(
            "\n".join(f"- {_sentence(one, told, is_board=is_board)}" for one, told in zip(found, once, strict=True))
        )
        return
    rows = [_row(compared_name(one.item), one, partial(compared_value, one.item)) for one in found]
    told_rows = (row | {_("Own explanation"): plain(told)} for row, told in zip(rows, once, strict=True))
    show_table([_of_a_board(row, is_board=is_board) for row in told_rows], _("Figures of the sketches"))


def _told_once(told: Sequence[str]) -> list[str]:
    """What is said to several figures below one another is read once."""
    return [text if place == 0 or text != told[place - 1] else "" for place, text in enumerate(told)]


def _sentence(one: Reflection, told: str, *, is_board: bool) -> str:
    """A figure in words, where there is no room for a table."""
    written = partial(compared_value, one.item)
    own = _("not known") if one.own is None else written(one.own)
    parts = [f"**{compared_name(one.item)}: {own}**" if is_board else f"**{compared_name(one.item)}**"]
    if one.others and not is_board:
        low, high = one.others.quartiles
        text = ngettext(
            "median of {n} board {median}, half between {low} and {high}",
            "median of {n} boards {median}, half between {low} and {high}",
            one.others.n,
        )
        parts.append(
            text.format(n=number(one.others.n), median=written(one.others.median), low=written(low), high=written(high))
        )
    elif one.others:
        low, high = one.others.quartiles
        text = ngettext(
            "median of {n} other board {median}, half between {low} and {high}",
            "median of {n} other boards {median}, half between {low} and {high}",
            one.others.n,
        )
        parts.append(
            text.format(n=number(one.others.n), median=written(one.others.median), low=written(low), high=written(high))
        )
    else:
        parts.append(_("fewer than three others share this") if is_board else _("fewer than three boards share this"))
    return " · ".join([*parts, *([plain(told)] if told else [])])


def _decided(frame: Frame, found: Sequence[Division], *, is_board: bool) -> None:
    st.subheader(_("Who decides"), anchor=False)
    told_of = _("Of the other boards: how many say that it is decided there.")
    st.caption(told_of if is_board else _("Of the boards: how many say that it is decided there."))
    once = _told_once([one.own_told for one in found])
    if frame.theme.compact:
        st.markdown(
            "\n".join(f"- {_divided(one, told, is_board=is_board)}" for one, told in zip(found, once, strict=True))
        )
        return
    counts = {who: _(name)[:1].upper() + _(name)[1:] for who, name in DECIDERS_SHORT.items()}
    rows = []
    for one, told in zip(found, once, strict=True):
        others = dict(one.others or ())
        rows.append(
            {
                _("Decision"): matters()[one.item].name,
                _("Own"): "–" if one.own is None else _(DECIDERS_SHORT[Decider(one.own)]),
                **{name: number(others[who]) if who in others else "–" for who, name in counts.items()},
                _("Other boards"): _("fewer than 3") if one.n is None else number(one.n),
                _("Own explanation"): plain(told),
            }
        )
    show_table([_of_a_board(row, is_board=is_board) for row in rows], _("Who decides"))


def _divided(one: Division, told: str, *, is_board: bool) -> str:
    own = _("not filled in") if one.own is None else _(DECIDERS_SHORT[Decider(one.own)])
    if one.others is None:
        others = _("fewer than three others share this") if is_board else _("fewer than three boards share this")
    else:
        divided = listed([f"{number(count)} {_(DECIDERS_SHORT[Decider(who)])}" for who, count in one.others])
        others = _("the others: {divided}").format(divided=divided) if is_board else divided
    name = matters()[one.item].name
    return " · ".join([f"**{name}: {own}**" if is_board else f"**{name}**", others, *([plain(told)] if told else [])])


def _told(at: AtCircle, image: MirrorImage) -> None:
    """What the others say to their figures, by board and without the figures."""
    rows = [
        {_("About"): name, _("Board"): plain(at.name(owner)), _("Explanation"): plain(text)}
        for name, told in image.told(_item_name)
        for owner, text in told
    ]
    told = _("What others say about it") if at.seat.standing else _("What boards say about it")
    if rows and more("network_told", closed=told, opened=_("Hide"), icon=":material/forum:"):
        show_table(rows, told)


def _item_name(item: str) -> str:
    if item in set(NetworkTheme):
        return _(THEME_NAMES[NetworkTheme(item)])
    return matters()[item].name if item in matters() else compared_name(item)


def _rule(at: AtCircle) -> str:
    if at.seat.standing is None:
        return _(
            "Only what a board shares with everybody in the network is counted. Of fewer than "
            "three boards nothing is shown, not even how many. Marks have no names and there is "
            "no order of boards."
        )
    rule = _(
        "Only what a board shares with everybody in the network is counted. Of fewer than "
        "three other boards nothing is shown, not even how many. Marks have no names and "
        "there is no order of boards."
    )
    kinds = (cycle.ANSWERS, cycle.SKETCH, KIND)
    mine = [one for one in at.of_owner(at.seat.viewer) if one.kind in kinds]
    if at.seat.is_member and mine and not any(one.level in COUNTED for one in mine):
        rule += " " + _("Nothing of your board is counted: you share it with nobody but, perhaps, the facilitator.")
    return rule


def _excel(frame: Frame, at: AtCircle, rows: Sequence[dict[str, str]]) -> bytes:
    of = at.seat.circle.name
    return board_excel(frame.board, frame.today, pd.DataFrame(list(rows)), _("Mirror"), of=of, about=[_rule(at)])
