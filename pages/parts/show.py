"""Tables on the screen: real HTML that prints and reads aloud, figures to the right, and each as a workbook."""

import re
from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any, Final

import pandas as pd
import streamlit as st

from pages.parts.exports import screen_excel
from pages.parts.frame import download, surroundings
from pages.server.replay import replay
from planning.core.text import folded
from planning.core.translation import gettext as _
from planning.core.translation import language

_WORDS: Final = re.compile("[a-z0-9]+")
_MARK: Final = re.compile("^([●◇◆▶○◐×]) (?=\\S)")

Rows = Sequence[Mapping[str, Any]] | pd.DataFrame
"""The rows of a table, each a text by the name of its column."""


def show_table(
    rows: Rows,
    title: str,
    *,
    figures: Sequence[str] = (),
    beside: bool = False,
    whole: Callable[[], Sequence[Mapping[str, Any]]] | None = None,
    key: str = "",
) -> None:
    """A table of texts; the columns named in `figures` stand to the right, as figures do.

    Below it a quiet button gives the same rows as a workbook called `title`, unless one of the same rows, with more in
    it, stands `beside` it. `whole` gives every row where the screen has room for some. `key` tells apart two tables of
    one title on a page. Without rows there is none: Streamlit would write "empty" in it.
    """
    if len(rows) == 0:
        return
    # the same rows are drawn once for everybody, whatever else of the board's data has changed
    replay(("table", language(), tuple(figures), _content(rows)), lambda: _draw(_as_frame(rows), figures))
    if not beside:
        _offer(lambda: _as_frame(whole() if whole else rows), title, figures, key or title)


def _as_frame(rows: Rows) -> pd.DataFrame:
    return rows if isinstance(rows, pd.DataFrame) else pd.DataFrame(list(rows))


def _content(rows: Rows) -> Hashable:
    """All that a table shows, with what tells 1 from "1": a number stands to the right."""
    if isinstance(rows, pd.DataFrame):
        return tuple(rows.columns), *(tuple(map(repr, row)) for row in rows.itertuples(index=False, name=None))
    return tuple((*row, *map(repr, row.values())) for row in rows)


def _draw(table: pd.DataFrame, figures: Sequence[str]) -> None:
    names = [str(name) for name in table.columns]
    shown = table.map(_unbroken)
    styled: dict[Any, Any] = {}
    for name in figures:
        if name not in names:
            continue
        texts = [str(text) for text in table[name]]
        if all(text.isdecimal() for text in texts):
            shown[name] = [int(text) for text in texts]  # shown as written; a Styler costs ten times as much
        else:
            shown[name] = range(len(table))  # Streamlit sets numbers to the right, and only them: row numbers stand in
            styled[name] = _texts(texts)
    st.table(
        shown.style.format(styled) if styled else shown,
        border="horizontal",
        hide_index=True,
        alt=_("Table: {columns}").format(columns=", ".join(names)),
    )


def _offer(table: Callable[[], pd.DataFrame], title: str, figures: Sequence[str], key: str) -> None:
    """The button of a table that has no workbook of its own."""
    frame = surroundings()
    with st.container(horizontal=True, horizontal_alignment="right", key=f"of_table_{key}"):
        download(
            f"table_{key}",
            lambda: screen_excel(table(), title, figures, frame.board, frame.as_of),
            f"{'-'.join(_WORDS.findall(folded(title)))}-{frame.as_of.isoformat()}.xlsx",
        )


def _unbroken(cell: Any) -> Any:
    """A mark stays at its word: where a column is narrow it says nothing on a line of its own."""
    return _MARK.sub("\\1\u00a0", cell) if isinstance(cell, str) else cell


def _texts(texts: Sequence[str]) -> Callable[[Any], str]:
    return lambda position: texts[int(str(position))]
