"""What keeps its value from page to page, and stands in the address: reference date, plan year and school."""

from datetime import date

import streamlit as st

AS_OF, HINDSIGHT, SCHOOL, YEAR = "peildatum", "nakennis", "school", "jaar"


def as_of(default: date) -> date:
    """The reference date of the address, else of this session, else the board's own; never after it."""
    asked = _day(st.query_params.get(AS_OF)) or st.session_state.get("as_of")
    chosen = min(asked, default) if asked else default
    remember_as_of(chosen, default)
    return chosen


def remember_as_of(chosen: date, default: date) -> None:
    """Keep a reference date; the board's own needs no place in the address."""
    if chosen == default:
        st.session_state.pop("as_of", None)
        st.query_params.pop(AS_OF, None)
    else:
        st.session_state["as_of"] = chosen
        _put(AS_OF, chosen.isoformat())


def hindsight() -> bool:
    """Whether a past date is looked at with what came to be known later; else with what was known then."""
    chosen = HINDSIGHT in st.query_params or bool(st.session_state.get("hindsight"))
    remember_hindsight(chosen)
    return chosen


def remember_hindsight(chosen: bool) -> None:
    """Keep how past dates are looked at; what was known then needs no place in the address."""
    st.session_state["hindsight"] = chosen
    if chosen:
        _put(HINDSIGHT, "ja")
    else:
        st.query_params.pop(HINDSIGHT, None)


def school(known: list[str]) -> str | None:
    """The school of the address, else of this session, else none.

    A school of the address that is out of reach is returned as well, for the page to refuse in words.
    """
    asked = st.query_params.get(SCHOOL)
    if asked:
        st.session_state["school"] = asked
    chosen: str | None = st.session_state.get("school")
    if chosen is None and len(known) == 1:
        chosen = known[0]
    if chosen is not None:
        _put(SCHOOL, chosen)
    return chosen


def remember_school(chosen: str | None) -> None:
    """Keep a school; None forgets it."""
    if chosen is None:
        st.session_state.pop("school", None)
        st.query_params.pop(SCHOOL, None)
    else:
        st.session_state["school"] = chosen
        _put(SCHOOL, chosen)


def year(default: int, first: int, last: int) -> int:
    """The plan year of the address, else of this session, else the default; one out of bounds is not asked for."""
    asked = st.query_params.get(YEAR, "")
    inside = asked.isdecimal() and len(asked) <= 4 and first <= int(asked) <= last
    chosen: int = int(asked) if inside else st.session_state.get("plan_year", default)
    remember_year(chosen, default)
    return chosen


def remember_year(chosen: int, default: int) -> None:
    """Keep a plan year; that of the reference date needs no place in the address."""
    if chosen == default:
        st.session_state.pop("plan_year", None)
        st.query_params.pop(YEAR, None)
    else:
        st.session_state["plan_year"] = chosen
        _put(YEAR, str(chosen))


def _put(name: str, value: str) -> None:
    if st.query_params.get(name) != value:
        st.query_params[name] = value


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
