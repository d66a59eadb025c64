"""A figure at the top of a page."""

import streamlit as st


def plain_metric(label: str, value: str, note: str | None = None) -> None:
    """A figure with a plain note below it, without arrow or judgement."""
    st.metric(label, value, note, delta_color="off", delta_arrow="off", border=True, height="stretch")
