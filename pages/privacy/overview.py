"""IBP, part one: how mature information security and privacy are, domain by domain, and what waits."""

from datetime import date

import pandas as pd
import streamlit as st

from pages.overview.attention import decisions_card
from pages.parts.frame import Frame, answer, plain, table_and_download
from pages.parts.metrics import plain_metric
from pages.parts.show import show_table
from pages.parts.theme import CONFIG
from pages.privacy import charts
from pages.privacy.attention import urgent_sentence
from pages.privacy.data import attitude_view, privacy_view, urgent_signals
from pages.privacy.framework import framework_choice
from pages.privacy.words import evidence_words
from planning.core.notation import day, number
from planning.core.rights import Right
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.privacy.facts import PrivacyProgress, PrivacyView, progress_of
from planning.privacy.norms import Maturity
from planning.privacy.policy import is_due_for_review, versions_on
from planning.privacy.sentences import maturity_answer, policy_words
from planning.workbooks.board_table import board_excel


def progress_on(frame: Frame, as_of: date) -> PrivacyProgress:
    """The progress on a date, of the schools within reach."""
    attitude = attitude_view(frame)
    return progress_of(privacy_view(frame), attitude.schools, attitude.activities, as_of)


def show(frame: Frame) -> None:
    """The maturity of the board; without norms, what will be here and who starts."""
    facts = privacy_view(frame)
    found = facts.maturity(frame.as_of)
    if found is None:
        answer(_("**Here you see how far the board is with information security and privacy.**"))
        st.markdown(_("For that norms are needed. The privacy officer chooses a framework, or reads one from Excel."))
        framework_choice(frame, facts)
        return

    urgent = urgent_sentence(frame)
    answer(f"{urgent or ''} {maturity_answer(found)} {'' if urgent else policy_words(facts.policy, frame.as_of)}")
    frame.card("privacy_figures", lambda: metrics(progress_on(frame, frame.as_of), found))
    if frame.person.may(Right.PRIVACY) and (runs := urgent_signals(frame)):
        decisions_card(frame, runs)
    left, right = st.columns([1.62, 1])
    with left:
        maturity_card(frame, facts, found)
    with right:
        frame.card("privacy_waits", lambda: waiting_card(frame, facts))


def metrics(now: PrivacyProgress, found: Maturity) -> None:
    """Norms at their target, mean level, measures done, schools with awareness."""
    with st.grid(4, min_column_width=150):
        of = _("{n} of {total}")
        unjudged = _("{n} not judged").format(n=number(found.unjudged)) if found.unjudged else None
        plain_metric(_("Norms on target"), of.format(n=number(now.norms_at_target), total=number(now.norms)), unjudged)
        mean = "–" if now.mean_level is None else number(now.mean_level, 1)
        plain_metric(_("Mean level"), mean, _("target {level}").format(level=found.target_level))
        late = _("{n} late").format(n=number(now.measures_late)) if now.measures_late else None
        plain_metric(_("Measures done"), of.format(n=number(now.measures_done), total=number(now.measures)), late)
        active = of.format(n=number(now.schools_active), total=number(now.schools))
        plain_metric(_("Schools active"), active, _("this school year"))


def maturity_card(frame: Frame, facts: PrivacyView, found: Maturity) -> None:
    """The chart of the domains, with its table and download."""
    assert facts.framework is not None
    with st.container(border=True, height="stretch"):
        st.subheader(_("How mature is every domain?"), anchor=False)
        deadline = facts.ambition.deadline if facts.ambition else None
        until = _("target by {day}").format(day=day(deadline)) if deadline else _("no date set")
        st.caption(f"{plain(facts.framework.name)} · {until}")
        st.markdown(
            " ".join(
                [
                    ":blue-badge[▎ " + _("mean now") + "]",
                    ":gray-badge[○ " + _("not judged yet") + "]",
                ]
            )
        )
        st.plotly_chart(
            frame.chart("privacy_maturity", lambda: charts.maturity_bars(found, frame.theme)),
            theme=None,
            config=CONFIG,
            key="privacy_maturity",
            alt=_("Bar chart: mean level of every domain against level {level}, in the framework's order").format(
                level=found.target_level
            ),
        )
        rows = maturity_rows(found)
        if table_and_download(
            "privacy_maturity",
            lambda: board_excel(frame.board, frame.as_of, pd.DataFrame(rows), _("IBP maturity")),
            f"ibp-volwassenheid-{frame.as_of.isoformat()}.xlsx",
        ):
            show_table(
                [{name: _written(value) for name, value in row.items()} for row in rows],
                _("How mature is every domain?"),
                beside=True,
                figures=[_("Norms"), _("Judged"), _("On target"), _("Below"), _("Mean level")],
            )


def maturity_rows(found: Maturity) -> list[dict[str, object]]:
    """A row for every domain, as numbers."""
    return [
        {
            _("Domain"): row.domain.name,
            _("Norms"): row.norms,
            _("Judged"): row.judged,
            _("On target"): row.at_target,
            _("Below"): row.below,
            _("Mean level"): None if row.mean is None else round(row.mean, 2),
        }
        for row in found.domains
    ]


def waiting_card(frame: Frame, facts: PrivacyView) -> None:
    """What waits: late measures, a policy to adopt or review, and what our own lists show."""
    with st.container(border=True, height="stretch", gap="small"):
        st.subheader(_("What waits"), anchor=False)
        late = [measure for measure in facts.measures_on(frame.as_of) if measure.is_late(frame.as_of)]
        for measure in late[:4]:
            badge = ":red-badge[:material/event_busy: " + _("late") + "]"
            what = f"**{plain(measure.title)}** · {plain(measure.owner)} · {day(measure.due)}"
            st.markdown(f"{badge}  \n{what}")
        if len(late) > 4:
            st.caption(_("and {n} more").format(n=number(len(late) - 4)))
        versions = versions_on(facts.policy, frame.as_of)
        newest = versions[0] if versions else None
        if newest is None or newest.stage(frame.as_of) != "in_force":
            badge = ":yellow-badge[:material/contrast: " + _("policy") + "]"
            st.markdown(f"{badge}  \n{policy_words(facts.policy, frame.as_of)}")
        elif is_due_for_review(newest, frame.as_of) and newest.review_on:
            badge = ":orange-badge[:material/history: " + _("review") + "]"
            text = _("The policy was to be looked at again on **{day}**.").format(day=day(newest.review_on))
            st.markdown(f"{badge}  \n{text}")
        missing = _missing(facts, frame.as_of)
        if missing:
            badge = ":gray-badge[:material/help: " + _("to complete") + "]"
            text = ngettext(
                "The text of {n} norm is not there yet.", "The text of {n} norms is not there yet.", missing
            )
            st.markdown(f"{badge}  \n{text.format(n=number(missing))}")
        badge = ":blue-badge[:material/devices: " + _("own evidence") + "]"
        st.markdown(f"{badge}  \n{evidence_words(facts.evidence(frame.as_of))}")


def _missing(facts: PrivacyView, as_of: date) -> int:
    found = facts.maturity(as_of)
    return 0 if found is None else found.norms - found.known


def _written(value: object) -> str:
    if value is None:
        return "–"
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return number(value, 1 if isinstance(value, float) else 0) if isinstance(value, (int, float)) else plain(value)
