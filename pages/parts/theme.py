"""Colours and chart layout: one meaning a colour, one layout for every chart (the visual target's tokens)."""

from dataclasses import dataclass
from typing import Any, Final

import streamlit as st

BLUE, VERMILION, GREEN, OCHRE, GREY = "#0072B2", "#D55E00", "#009E73", "#B57F00", "#7B8794"
FONT: Final = '"Source Sans", "Source Sans Pro", sans-serif'
CONFIG: Final = {"displayModeBar": False, "responsive": True}


@dataclass(frozen=True)
class Theme:
    """What a chart needs to know of the screen it stands on."""

    dark: bool
    compact: bool  # a telephone: smaller text, shorter labels
    language: str

    @property
    def text(self) -> str:
        """Body text."""
        return "#E8ECEF" if self.dark else "#0E1720"

    @property
    def second(self) -> str:
        """The chart's second voice: ticks and notes."""
        return "#AEB8C2" if self.dark else "#55606C"

    @property
    def page(self) -> str:
        """The page behind the chart."""
        return "#12171C" if self.dark else "#FFFFFF"

    @property
    def grid(self) -> str:
        """Grid lines."""
        return "#2C353E" if self.dark else "#E3E8EC"

    @property
    def size(self) -> int:
        """Chart text in pixels."""
        return 13 if self.compact else 14


def current_theme(language: str) -> Theme:
    """The theme of this run; Streamlit tells no width, so a telephone is known by its User-Agent."""
    agent = st.context.headers.get("User-Agent", "") or ""
    return Theme(st.context.theme.type == "dark", "Mobi" in agent, language)


def segment(label: str) -> str:
    """The label of a segment; in dark the theme's own colour is too faint for the chosen one (3.4, needs 4.5)."""
    return f":blue[{label}]" if st.context.theme.type == "dark" else label


def layout(theme: Theme, height: int, **more: Any) -> dict[str, Any]:
    """The layout of every chart; `more` is what this one adds (xaxis and yaxis are merged)."""
    axis: dict[str, Any] = {
        "gridcolor": theme.grid,
        "zeroline": False,
        "automargin": True,
        "tickfont": {"size": 13, "color": theme.second},
        "title": {"font": {"size": 13, "color": theme.second}},
        "fixedrange": True,
    }
    base: dict[str, Any] = {
        "height": height,
        "font": {"family": FONT, "size": theme.size, "color": theme.text},
        "separators": ",." if theme.language == "nl" else ".,",
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "margin": {"l": 8, "r": 12, "t": 8, "b": 8, "pad": 4},
        "showlegend": False,
        "bargap": 0.28,
        "hoverlabel": {"font": {"family": FONT, "size": 14}},
        "dragmode": False,
    }
    for name in ("xaxis", "yaxis"):
        own = more.pop(name, {})
        base[name] = axis | own | {"title": axis["title"] | own.get("title", {})}
    return base | more
