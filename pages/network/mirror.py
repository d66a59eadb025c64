"""Leernetwerk, part "spiegel": the own board beside the others, of what all of them share; never a rank."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

import pandas as pd
import streamlit as st

from pages.network.data import AtNetwork, at_network
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
from planning.workbooks.writing import table_to_excel

_images: Final = AnswerCache[MirrorImage](50)


def show(frame: Frame) -> None:
    """Themes as a chart, figures of sketches and decisions as tables; what is shown of whom, below."""
    at = at_network(frame)
    if at is None:
        answer(_("**The mirror comes with a learning network.** Your board is not in one yet."))
        return
    image = _images.answer(at.key, partial(_image, at))
    answer(answer_in_words(image, is_board=at.seat.standing is not None))
    if image.themes:
        _themes(frame, at, image.themes)
    if image.sketched:
        with st.container(border=True):
            _sketched(frame, image.sketched)
    if image.decided:
        with st.container(border=True):
            _decided(frame, image.decided)
    _told(at, image)
    st.caption(":material/shield: " + _rule(at))


def answer_in_words(image: MirrorImage, *, is_board: bool) -> str:
    """Of how much others can be seen, and where the own board differs most."""
    beside = [one for one in image.themes if one.others]
    if not beside and not image.others_anywhere:
        return _("**There is no mirror yet: of nothing three other boards share what they filled in.**")
    if not beside:
        return _("**Of the sketches and decisions you see the other boards; of the self-evaluation not yet.**")
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
    if not is_board or most is None:
        return text
    name = _(THEME_NAMES[NetworkTheme(most.item)])
    spoken = name if name.isupper() else name[:1].lower() + name[1:]
    return f"{text} " + _("You differ most from them in **{theme}**.").format(theme=spoken)


def _image(at: AtNetwork) -> MirrorImage:
    viewer = at.seat.viewer
    return MirrorImage(
        reflections(evaluated_figures(at.contributions), viewer),
        reflections(sketched_figures(at.contributions), viewer),
        divisions(decided_figures(at.contributions), viewer),
    )


def _themes(frame: Frame, at: AtNetwork, found: Sequence[Reflection]) -> None:
    with st.container(border=True):
        st.subheader(_("Self-evaluation by theme"), anchor=False)
        other, middle = _("another board"), _("their median")
        own = f":blue-badge[● {plain(at.name(at.seat.viewer))}] " if at.seat.standing is not None else ""
        st.markdown(f"{own}:gray-badge[○ {other}] :gray-badge[▎ {middle}]")
        st.plotly_chart(
            frame.chart("network_mirror", partial(mirror_chart, found, frame.theme), at.key),
            theme=None,
            config=CONFIG,
            key="network_mirror",
            alt=_("Dot plot: the own score of each theme, and those of other boards without their names"),
        )
        told = [(_(THEME_NAMES[NetworkTheme(one.item)]), plain(one.own_told)) for one in found if one.own_told]
        if told:
            st.markdown("**" + _("Own explanation") + "**\n\n" + "\n".join(f"- {name}: {text}" for name, text in told))
        rows = [_row(_(THEME_NAMES[NetworkTheme(one.item)]), one, lambda value: number(value, 1)) for one in found]
        excel = partial(_excel, at, rows)
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


def _sketched(frame: Frame, found: Sequence[Reflection]) -> None:
    st.subheader(_("Figures of the sketches"), anchor=False)
    once = _told_once([one.own_told for one in found])
    if frame.theme.compact:
        st.markdown("\n".join(f"- {_sentence(one, told)}" for one, told in zip(found, once, strict=True)))
        return
    rows = [_row(compared_name(one.item), one, partial(compared_value, one.item)) for one in found]
    show_table(
        [row | {_("Own explanation"): plain(told)} for row, told in zip(rows, once, strict=True)],
        _("Figures of the sketches"),
    )


def _told_once(told: Sequence[str]) -> list[str]:
    """What is said to several figures below one another is read once."""
    return [text if place == 0 or text != told[place - 1] else "" for place, text in enumerate(told)]


def _sentence(one: Reflection, told: str) -> str:
    """A figure in words, where there is no room for a table."""
    written = partial(compared_value, one.item)
    own = _("not known") if one.own is None else written(one.own)
    parts = [f"**{compared_name(one.item)}: {own}**"]
    if one.others:
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
        parts.append(_("fewer than three others share this"))
    return " · ".join([*parts, *([plain(told)] if told else [])])


def _decided(frame: Frame, found: Sequence[Division]) -> None:
    st.subheader(_("Who decides"), anchor=False)
    st.caption(_("Of the other boards: how many say that it is decided there."))
    once = _told_once([one.own_told for one in found])
    if frame.theme.compact:
        st.markdown("\n".join(f"- {_divided(one, told)}" for one, told in zip(found, once, strict=True)))
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
    show_table(rows, _("Who decides"))


def _divided(one: Division, told: str) -> str:
    own = _("not filled in") if one.own is None else _(DECIDERS_SHORT[Decider(one.own)])
    if one.others is None:
        others = _("fewer than three others share this")
    else:
        divided = listed([f"{number(count)} {_(DECIDERS_SHORT[Decider(who)])}" for who, count in one.others])
        others = _("the others: {divided}").format(divided=divided)
    return " · ".join([f"**{matters()[one.item].name}: {own}**", others, *([plain(told)] if told else [])])


def _told(at: AtNetwork, image: MirrorImage) -> None:
    """What the others say to their figures, by board and without the figures."""
    rows = [
        {_("About"): name, _("Board"): plain(at.name(owner)), _("Explanation"): plain(text)}
        for name, told in image.told(_item_name)
        for owner, text in told
    ]
    if rows and more("network_told", closed=_("What others say to it"), opened=_("Hide"), icon=":material/forum:"):
        show_table(rows, _("What others say to it"))


def _item_name(item: str) -> str:
    if item in set(NetworkTheme):
        return _(THEME_NAMES[NetworkTheme(item)])
    return matters()[item].name if item in matters() else compared_name(item)


def _rule(at: AtNetwork) -> str:
    rule = _(
        "Counted is only what a board shares with everybody in the network. Of fewer than three other boards nothing "
        "is shown, not even how many. Marks have no names and there is no order of boards."
    )
    kinds = (cycle.ANSWERS, cycle.SKETCH, KIND)
    mine = [one for one in at.of_owner(at.seat.viewer) if one.kind in kinds]
    if at.seat.is_member and mine and not any(one.level in COUNTED for one in mine):
        rule += " " + _("Of your board nothing is counted: you share it with nobody but, perhaps, the facilitator.")
    return rule


def _excel(at: AtNetwork, rows: Sequence[dict[str, str]]) -> bytes:
    return table_to_excel(
        pd.DataFrame(list(rows)),
        sheet=_("Mirror"),
        title=_("{network} – mirror").format(network=at.seat.circle.name),
        facts=[_rule(at)],
    )
