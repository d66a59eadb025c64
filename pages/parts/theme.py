"""Colours and chart layout: one meaning a colour, one layout for every chart (the visual target's tokens)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

import streamlit as st

BLUE, VERMILION, GREEN, OCHRE, GREY = "#0072B2", "#D55E00", "#009E73", "#B57F00", "#7B8794"
FONT: Final = '"Source Sans", "Source Sans Pro", sans-serif'
BESIDE: Final = 10  # pixels between a mark and its text
LETTER: Final = 7.0  # pixels of a letter of 14, roughly
LEAST_AXIS: Final = 180  # pixels that an axis has at least
_TAG: Final = re.compile("<[^>]*>")
CONFIG: Final = {"displayModeBar": False, "responsive": True}


@dataclass(frozen=True)
class Theme:
    """What a chart needs to know of the screen it stands on."""

    dark: bool
    compact: bool  # a telephone or a narrow window: smaller text, shorter labels
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
    """The theme of this run; screen.js tells whether it is narrow, a telephone its User-Agent."""
    agent = st.context.headers.get("User-Agent", "") or ""
    narrow = "Mobi" in agent or st.context.cookies.get("vlootplan_narrow") == "1"
    return Theme(st.context.theme.type == "dark", narrow, language)


def room(ends: Iterable[tuple[float, str]]) -> int:
    """Pixels right of an axis for the texts beside its marks: (place of the mark on the axis, 0 to 1; text).

    Beside the axis and not on it: a text is as wide on a narrow chart as on a wide one.
    """
    return 12 + round(max((BESIDE + LETTER * _longest(text) - (1 - at) * LEAST_AXIS for at, text in ends), default=0))


def _longest(text: str) -> int:
    """Letters of the longest line of a text of plotly's."""
    return max(len(_TAG.sub("", line)) for line in text.split("<br>"))


def in_two_lines(name: str, long: int) -> list[str]:
    """A name of more than so many letters in two lines, broken at the space nearest its middle."""
    spaces = [n for n, sign in enumerate(name) if sign == " "]
    if len(name) <= long or not spaces:
        return [name]
    at = min(spaces, key=lambda n: abs(n - len(name) / 2))
    return [name[:at], name[at + 1 :]]


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
        if "categoryorder" in own:
            own = {
                "type": "category",
                **own,
            }  # else plotly.js takes a name like "2018-1" or "1E5" for a date or a number
        base[name] = axis | own | {"title": axis["title"] | own.get("title", {})}
    return base | more
