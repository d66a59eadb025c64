"""IBP, part three: what is done about it, by whom and when."""

from dataclasses import replace
from datetime import date
from functools import partial

import pandas as pd
import streamlit as st

from pages.parts import fields
from pages.parts.forms import Form, Outcome, Values, change
from pages.parts.frame import Frame, answer, download, plain
from pages.parts.show import show_table
from pages.privacy.data import privacy_view
from planning.core.notation import day, number
from planning.core.rights import Person, Right
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.privacy.facts import PrivacyView
from planning.privacy.measures import STATES, Measure
from planning.privacy.messages import STATES as STATE_NAMES
from planning.privacy.norms import LONGEST_OWNER, LONGEST_TITLE
from planning.privacy.service import save_measure
from planning.workbooks.board_table import board_excel

PLACE, CHOSEN = "privacy_measure", "privacy_measure_chosen"
BADGES = {"planned": ("gray", "○"), "doing": ("blue", "◐"), "done": ("green", "●"), "dropped": ("gray", "×")}


def show(frame: Frame) -> None:
    """The list of measures, late ones first, and a form for one of them."""
    facts = privacy_view(frame)
    measures = facts.measures_on(frame.as_of)
    answer(measures_in_words(measures, frame.as_of))
    writes = frame.person.may(Right.PRIVACY)
    left, right = st.columns([1.62, 1]) if writes else (st.container(), None)
    with left, st.container(border=True, height="stretch"):
        st.subheader(_("The measures"), anchor=False)
        if measures:
            if frame.theme.compact:
                st.markdown("\n".join(_line(measure, frame) for measure in measures))
            else:
                show_table([_row(measure, frame) for measure in measures], _("The measures"), beside=True)
            download("privacy_measures", lambda: _excel(frame, measures), f"ibp-maatregelen-{frame.as_of}.xlsx")
        else:
            st.markdown(_("Here you see what is done, by whom and when. The privacy officer adds the first measure."))
    if right is not None:
        with right, st.container(border=True, height="stretch"):
            _form(frame, facts, measures)


def measures_in_words(measures: tuple[Measure, ...], as_of: date) -> str:
    """How many are done and late."""
    counted = [measure for measure in measures if measure.state != "dropped"]
    if not counted:
        return _("**There are no measures yet.**")
    done, late = (sum(test) for test in zip(*((m.state == "done", m.is_late(as_of)) for m in counted), strict=True))
    sentence = ngettext(
        "**{n} of the {total} measures is done.**", "**{n} of the {total} measures are done.**", done
    ).format(n=number(done), total=number(len(counted)))
    if not late:
        return sentence + " " + _("None is late.")
    return sentence + " " + ngettext("**{n}** is late.", "**{n}** are late.", late).format(n=number(late))


def _row(measure: Measure, frame: Frame) -> dict[str, str]:
    return {
        _("Measure"): plain(measure.title),
        _("Owner"): plain(measure.owner),
        _("At the latest"): day(measure.due),
        _("State"): _state(measure, frame.as_of),
        _("Norm"): plain(measure.norm) if measure.norm else "–",
    }


def _line(measure: Measure, frame: Frame) -> str:
    """The same where five columns do not fit."""
    told = " · ".join(part for part in (day(measure.due), plain(measure.owner), plain(measure.norm)) if part)
    return f"- {plain(measure.title)} {_state(measure, frame.as_of)}  \n  :small[{told}]"


def _state(measure: Measure, as_of: date) -> str:
    if measure.is_late(as_of):
        return ":red-badge[▲ " + _("late") + "]"
    colour, mark = BADGES[measure.state]
    return f":{colour}-badge[{mark} {_(STATE_NAMES[measure.state])}]"


def _excel(frame: Frame, measures: tuple[Measure, ...]) -> bytes:
    rows = [
        {
            _("Measure"): measure.title,
            _("Owner"): measure.owner,
            _("At the latest"): measure.due,
            _("State"): _(STATE_NAMES[measure.state]),
            _("Late"): measure.is_late(frame.as_of),
            _("Norm"): measure.norm,
            _("Since"): measure.on,
        }
        for measure in measures
    ]
    return board_excel(frame.board, frame.as_of, pd.DataFrame(rows), _("IBP measures"))


def _form(frame: Frame, facts: PrivacyView, measures: tuple[Measure, ...]) -> None:
    known = {measure.measure_id: measure for measure in measures}
    st.subheader(_("Add or change"), anchor=False)
    chosen = st.selectbox(
        _("Measure"),
        [None, *known],
        format_func=lambda n: known[n].title if n in known else _("a new measure"),
        key=CHOSEN,
    )
    measure = known.get(chosen)
    codes = [None, *(norm.code for norm in facts.norms)]
    Form(
        PLACE,
        (
            fields.text("title", _("What has to be done"), measure.title if measure else "", LONGEST_TITLE),
            fields.text(
                "owner",
                _("Owner"),
                measure.owner if measure else "",
                LONGEST_OWNER,
                placeholder=_("a role, such as privacy officer"),
            ),
            fields.day(
                "due", _("To be done by"), measure.due if measure else frame.as_of, missing="measure_without_day"
            ),
            fields.choice(
                "norm", _("Serves the norm"), codes, measure and measure.norm, lambda code: code or _("no norm")
            ),
            fields.choice("state", _("State"), STATES, measure and measure.state, lambda code: _(STATE_NAMES[code])),
        ),
        partial(_save, measure, frame.as_of),
        _("Keep"),
        about=chosen or "new",
    ).show()


def _save(before: Measure | None, as_of: date, person: Person, said: Values) -> Outcome:
    change(save_measure, Measure(before.measure_id if before else None, on=as_of, **said))(person)
    done = _("‘{measure}’ is kept.").format(measure=said["title"])
    return done, change(save_measure, replace(before, on=as_of)) if before else None
