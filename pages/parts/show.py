"""Tables on the screen: real HTML that prints and reads aloud, figures to the right."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from planning.core.translation import gettext as _


def show_table(rows: Sequence[Mapping[str, Any]] | pd.DataFrame, *, figures: Sequence[str] = ()) -> None:
    """A table of texts; the columns named in `figures` stand to the right, as figures do."""
    table = rows if isinstance(rows, pd.DataFrame) else pd.DataFrame(list(rows))
    names = [str(name) for name in table.columns]
    shown = table.copy()
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


def _texts(texts: Sequence[str]) -> Callable[[Any], str]:
    return lambda position: texts[int(str(position))]
