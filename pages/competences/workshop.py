"""Competences, part two: the workshop. Vision, collect, merge, rank, adopt: one step on the screen at a time."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from pages.competences import adopt, collect, merge
from pages.competences.data import competences_view
from pages.parts.forms import forget_done
from pages.parts.frame import Frame
from planning.competences.service import CompetencesView
from planning.core.notation import number
from planning.core.translation import gettext as _

ADDRESS, CHOSEN = "stap", "workshop_step"


@dataclass(frozen=True)
class WorkshopStep:
    """A step of the workshop."""

    title: str
    show: Callable[[Frame], None]
    done: Callable[[CompetencesView], int]  # how much there is of it


def steps() -> dict[str, WorkshopStep]:
    """The steps in their order, by their key in the address."""
    return {
        "visie": WorkshopStep(_("Vision"), collect.visions, lambda known: len(known.visions)),
        "verzamelen": WorkshopStep(_("1 Collect"), collect.ideas, lambda known: len(known.ideas)),
        "samenvoegen": WorkshopStep(_("2 Merge"), merge.merge_step, lambda known: len(known.competences)),
        "rangschikken": WorkshopStep(
            _("3 Rank"), merge.rank_step, lambda known: sum(one.points > 0 for one in known.competences)
        ),
        "vaststellen": WorkshopStep(_("4 Adopt"), adopt.show, lambda known: len(known.sets)),
    }


def show(frame: Frame) -> None:
    """The step of the address, else the first that nothing was done at."""
    known = competences_view(frame)
    every = steps()
    asked = st.query_params.get(ADDRESS)
    waiting = [key for key, step in every.items() if not step.done(known)]
    chosen = asked if asked in every else (waiting[0] if waiting else "samenvoegen")
    st.session_state[CHOSEN] = chosen
    st.segmented_control(
        _("Step of the workshop"),
        list(every),
        format_func=lambda key: _title(every[key], known),
        key=CHOSEN,
        on_change=_other_step,
        required=True,
        label_visibility="collapsed",
    )
    every[chosen].show(frame)


def _title(step: WorkshopStep, known: CompetencesView) -> str:
    n = step.done(known)
    return f"{step.title} · {number(n)}" if n else step.title


def _other_step() -> None:
    st.query_params[ADDRESS] = st.session_state[CHOSEN]
    forget_done()
