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
    right = [name for name in figures if name in names]
    shown = table.copy()
    for name in right:
        shown[name] = range(len(table))  # Streamlit sets numbers to the right, and only them: row numbers stand in
    st.table(
        shown.style.format({name: _texts(table[name]) for name in right}) if right else table,
        border="horizontal",
        hide_index=True,
        alt=_("Table: {columns}").format(columns=", ".join(names)),
    )


def _texts(column: pd.Series) -> Callable[[Any], str]:
    texts = [str(text) for text in column]
    return lambda position: texts[int(position)]
