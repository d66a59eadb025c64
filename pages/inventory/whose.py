"""Is this the right list? Asked before anything else, and alone: a list of another school would change two schools."""

import streamlit as st

from pages.inventory.upload import Upload, drop
from pages.parts import state
from pages.parts.frame import Frame, answer, plain
from planning.core.notation import number
from planning.core.rights import Right
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.inventory.service import LikelySchool, Preview


def whose_list(frame: Frame, under_way: Upload, found: Preview, likely: LikelySchool) -> None:
    """The question, what speaks for it, and three ways on; none of them keeps anything."""
    known = frame.person.may(Right.READ, likely.school_id)
    other = plain(frame.school_name(likely.school_id)) if known else ""
    here = plain(found.school_name)
    if known:
        answer(_("**This seems to be the list of {other}.** You chose **{school}**.").format(other=other, school=here))
    else:
        answer(
            _("**This seems to be the list of another school of your board.** You chose **{school}**.").format(
                school=here
            )
        )
    with st.container(border=True):
        st.markdown("  \n".join(_signs(likely)))
        with st.container(horizontal=True):
            may_upload = frame.person.may(Right.UPLOAD, likely.school_id)
            if may_upload:
                st.button(
                    _("Hand it in for {school}").format(school=frame.school_name(likely.school_id)),
                    type="primary",
                    icon=":material/move_item:",
                    on_click=_hand_in_there,
                    args=(under_way, likely.school_id),
                )
            st.button(
                _("No, another file"),
                icon=":material/upload_file:",
                type="secondary" if may_upload else "primary",
                on_click=drop,
            )
            st.button(
                _("Yes, this is the list of {school}").format(school=found.school_name),
                icon=":material/check:",
                on_click=under_way.is_of_this_school,
            )
        if not may_upload:
            st.caption(_("The ICT coordinator of that school hands its list in, or the group ICT coordinator."))


def _signs(likely: LikelySchool) -> list[str]:
    places = {
        "title": _("Its name stands above the list."),
        "sheet": _("Its name stands on the sheet."),
        "file": _("Its name stands in the name of the file."),
    }
    signs = [places[likely.place]] if likely.place in places else []
    if likely.serials:
        signs.append(
            ngettext(
                "{n} of the {all} serial numbers stands in its inventory.",
                "{n} of the {all} serial numbers stand in its inventory.",
                likely.serials,
            ).format(n=number(likely.serials), all=number(likely.all_serials))
        )
    return signs


def _hand_in_there(under_way: Upload, school_id: str) -> None:
    under_way.hand_in_for(school_id)
    state.remember_school(school_id)
