"""Beheer without a browser: a part of it, and its tables as the screen shows them."""

import re
from datetime import UTC, datetime

import pandas as pd
import pyarrow as pa
from streamlit.testing.v1 import AppTest

from planning.core.rights import operator
from tests.pages.conftest import SignedIn

NOW = datetime(2018, 5, 1, 12, 0, tzinfo=UTC)
SOMEBODY = operator("47920")


def opened(signed_in: SignedIn, part: str, person: str = "beheer", **query: str) -> AppTest:
    app = signed_in(person, "settings/page.py", deel=part, **query)
    assert not app.exception
    return app


def shown(app: AppTest, number: int = 0) -> pd.DataFrame:
    """A table as the screen shows it: figures stand in its display values."""
    table = app.table[number]
    styled = table.proto.arrow_data.styler.display_values
    frame = pa.ipc.open_stream(styled).read_pandas() if styled else table.value
    plain = frame.map(lambda cell: re.sub(r"\\(.)", r"\1", str(cell)).replace("\u2011", "-").replace("\u00a0", " "))
    return plain.rename(columns=lambda name: str(name).replace("\u2011", "-"))


def row(frame: pd.DataFrame, column: str, value: str) -> pd.Series:
    return frame[frame[column] == value].iloc[0]
