"""Settings, part five: who changed what, and when."""

import pandas as pd
import streamlit as st

from pages.parts.frame import Frame, answer, download, plain
from pages.parts.show import show_table
from pages.server.session import open_database
from pages.settings.audit_log_words import NOTHING, TOPICS, AuditWords
from planning.core.notation import NBSP, moment
from planning.core.query import rows
from planning.core.service import audit, may_know
from planning.core.translation import gettext as _
from planning.organisation.service import kinds, schools
from planning.workbooks.board_table import board_excel

ON_SCREEN = 25
IN_EXCEL = 10_000


def show(frame: Frame) -> None:
    """The last change in one sentence; then all of them, newest first, of one kind where that is chosen."""
    words = AuditWords(
        {s.school_id: s.name for s in schools(frame.person, open_database())},
        {code: kind.name() for code, kind in kinds(frame.person, open_database()).items()},
    )
    newest = rows(audit(frame.person, open_database(), 1))
    if not newest:
        answer(_("**Here is every change: who, when and what.** Nothing has been changed yet."))
        return
    text = _("**The last change was on {moment}, by {name}:** {what}.")
    answer(
        text.format(
            moment=moment(newest[0]["at"]),
            name=plain(newest[0]["person_name"]),
            what=plain(words.what(newest[0]["what"]).lower()),
        )
    )
    with st.container(border=True):
        topic = st.selectbox(
            _("Show"),
            [
                "",
                *(title for title, t in TOPICS.items() if may_know(frame.person, t.codes) and not t.of_circle),
            ],
            format_func=lambda title: _(title) if title else _("every change"),
            key="audit_topic",
            width=320,
        )
        _lines(frame, words, TOPICS[topic].codes if topic else ())


def _lines(frame: Frame, words: AuditWords, codes: tuple[str, ...]) -> None:
    shown = st.session_state.get("audit_shown", ON_SCREEN)
    found = audit(frame.person, open_database(), shown + 1, codes)
    if found.empty:
        st.markdown(_("Of this kind nothing has been changed yet."))
        return
    table = audit_table(found.head(shown), words)
    if frame.theme.compact:
        st.markdown(audit_list(table))
    else:
        show_table(table.map(plain), _("Table"), beside=True)
    with st.container(horizontal=True):
        if len(found) > shown:
            st.button(
                _("Show older changes"),
                type="tertiary",
                icon=":material/expand_more:",
                on_click=lambda: st.session_state.update({"audit_shown": shown + ON_SCREEN}),
            )
        download(
            "audit", lambda: audit_excel(frame, words, codes), _("log-{board}.xlsx").format(board=frame.board.board_id)
        )


def audit_table(found: pd.DataFrame, words: AuditWords) -> pd.DataFrame:
    """The lines in words."""
    return pd.DataFrame(
        [
            {
                _("When"): moment(row["at"]).replace(" ", NBSP),
                _("Who"): row["person_name"],
                _("What"): words.what(row["what"]),
                _("On what"): words.subject(row["what"], row["subject"]),
                _("Before"): words.facts(row["what"], row["subject"], row["before"]),
                _("After"): words.facts(row["what"], row["subject"], row["after"]),
            }
            for row in rows(found)
        ]
    )


def audit_list(table: pd.DataFrame) -> str:
    """The same for a telephone: what, from what to what, and below it who and when."""
    return "\n".join(
        f"- **{what} · {subject}**  \n  "
        + (f"{before} → {after}" if before != NOTHING else after)
        + f"  \n  :small[{when} · {who}]"
        for when, who, what, subject, before, after in table.map(plain).itertuples(index=False)
    )


def audit_excel(frame: Frame, words: AuditWords, codes: tuple[str, ...]) -> bytes:
    """The same lines with moments that Excel can sort, as Dutch clocks showed them."""
    found = audit(frame.person, open_database(), IN_EXCEL, codes)
    table = audit_table(found, words)
    table[_("When")] = [row["at"] for row in rows(found)]
    return board_excel(frame.board, frame.today, table, _("Log"), about=[_("Newest first")])
