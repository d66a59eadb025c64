"""Signals in words: what needs a person now, which schools, and where to act."""

from collections.abc import Sequence
from datetime import timedelta

import streamlit as st

from pages.parts.frame import Frame, devices, more, plain
from pages.parts.goals_words import days_late
from planning.attention.service import Signal
from planning.core.notation import day, listed, moment, number
from planning.core.rights import Right
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.privacy.incident_words import must_be_decided

BADGES = {
    "incident": ("red", "timer"),
    "request_due": ("orange", "mark_email_unread"),
    "agreements": ("orange", "signature"),
    "no_inventory": ("gray", "help"),
    "no_pupils": ("gray", "help"),
    "far_behind": ("red", "trending_down"),
    "late_milestone": ("orange", "event_busy"),
    "stale": ("orange", "history"),
    "requests_wait": ("orange", "forum"),
    "support_ends": ("yellow", "update_disabled"),
    "not_visited": ("gray", "person_off"),
    "past_life": ("gray", "hourglass_bottom"),
}
OF_TEAMS = ("requests_wait", "not_visited")
OF_PRIVACY = {
    "incident": {"deel": "incidenten"},
    "request_due": {"deel": "registers", "register": "verzoeken"},
    "agreements": {"deel": "registers", "register": "verwerkers"},
}
"""Signals of IBP, and the part of its page where they are dealt with."""
NAMED = 4  # more schools than this are counted, not named
FIRST = 5  # shown at once; the rest is a click away


def attention_card(frame: Frame) -> None:
    """The card "needs attention": worst first, the worst at once and how many there are."""
    signals = frame.signals
    with st.container(border=True, height="stretch", gap="small"):
        st.subheader(_("Needs attention · {n}").format(n=len(signals)), anchor=False)
        _list(frame, signals[:FIRST])
        if len(signals) > FIRST and more(
            "attention",
            closed=_("Show all {n}").format(n=number(len(signals))),
            opened=_("Show the first {n}").format(n=number(FIRST)),
            icon=":material/unfold_more:",
        ):
            _list(frame, signals[FIRST:])


def _list(frame: Frame, signals: Sequence[Signal]) -> None:
    def draw() -> None:
        if not signals:
            st.markdown(_(":green-badge[:material/check_circle: all well] Nothing needs you on this date."))
        for signal in signals:
            _show(frame, signal)

    # a clock runs on while the data stay the same: what is shown is itself part of the key
    frame.card(repr(("attention", signals)), draw)


def _show(frame: Frame, signal: Signal) -> None:
    color, icon = BADGES[signal.code]
    st.markdown(f":{color}-badge[:material/{icon}: {_label(signal)}]  \n{_text(frame, signal)}")
    if signal.code in OF_TEAMS:
        _link_to_teams(signal)
    elif signal.milestones:
        st.page_link("goals.py", label=_("To the goals"), icon=":material/arrow_forward:", icon_position="right")
    elif signal.code in OF_PRIVACY:
        st.page_link(
            "privacy.py",
            label=_("To IBP"),
            icon=":material/arrow_forward:",
            icon_position="right",
            query_params=OF_PRIVACY[signal.code],
        )
    elif len(signal.schools) <= NAMED:
        _links(frame, signal)


def _link_to_teams(signal: Signal) -> None:
    part = "aanvragen" if signal.code == "requests_wait" else "overzicht"
    st.page_link(
        "quality_teams.py",
        label=_("To the quality teams"),
        icon=":material/arrow_forward:",
        icon_position="right",
        query_params={"deel": part},
    )


def _links(frame: Frame, signal: Signal) -> None:
    with st.container(horizontal=True, gap="small"):
        for school_id in signal.schools:
            page = "school.py"
            if signal.code in ("no_inventory", "stale") and frame.person.may(Right.UPLOAD, school_id):
                page = "inventory.py"
            st.page_link(
                page,
                label=frame.school_name(school_id),
                icon=":material/arrow_forward:",
                icon_position="right",
                query_params={"school": school_id},
            )


def _label(signal: Signal) -> str:
    return {
        "incident": _("72 hours are over") if _is_late(signal) else _("72 hours are running"),
        "request_due": _("rights request"),
        "agreements": _("agreements with processors"),
        "no_inventory": _("no inventory"),
        "no_pupils": _("no pupil count"),
        "far_behind": _("far behind"),
        "late_milestone": late_label(signal),
        "stale": _("out of date"),
        "requests_wait": _("a school waits"),
        "support_ends": _("updates stop"),
        "not_visited": _("no visit"),
        "past_life": _("past life span"),
    }[signal.code]


def urgent_sentence(frame: Frame) -> str | None:
    """The sentence of the clock that ends first, for any page; None where none runs that this person may know of."""
    signal = next((signal for signal in frame.signals if signal.code == "incident"), None)
    return None if signal is None else _must_be_decided(frame, signal)


def _must_be_decided(frame: Frame, signal: Signal) -> str:
    assert signal.left is not None
    return must_be_decided(signal.left, plain(frame.school_name(signal.schools[0])) if signal.schools else None)


def _is_late(signal: Signal) -> bool:
    return signal.left is not None and signal.left < timedelta(0)


def _privacy_text(frame: Frame, signal: Signal) -> str:
    """A signal of IBP: how long, how many, until when; never what it is about."""
    if signal.code == "incident":
        assert signal.until is not None
        return _must_be_decided(frame, signal) + " " + _("Until {moment}.").format(moment=moment(signal.until))
    n, when = signal.number, day(signal.day) if signal.day else ""
    if signal.code == "request_due":
        text = ngettext(
            "**{n} request** must be answered by {when}.",
            "**{n} requests** must be answered, the first by {when}.",
            n,
        )
        return text.format(n=number(n), when=when)
    missing = ngettext(
        "**{n} processor** has no signed agreement.", "**{n} processors** have no signed agreement.", n
    ).format(n=number(n))
    ending = _("An agreement ends on {when}.").format(when=when)
    return " ".join([*([missing] if n else []), *([ending] if when else [])])


def _text(frame: Frame, signal: Signal) -> str:
    if signal.milestones:
        return late_text(signal)
    if signal.code in OF_PRIVACY:
        return _privacy_text(frame, signal)
    n = len(signal.schools)
    names = (
        listed([f"**{frame.school_name(key)}**" for key in signal.schools])
        if n <= NAMED
        else ngettext("**{n} school**", "**{n} schools**", n).format(n=number(n))
    )
    count = f"**{devices(signal.devices)}**"
    when = day(signal.day) if signal.day else ""
    texts = {
        "no_inventory": ngettext("{names} has no inventory yet.", "{names} have no inventory yet.", n),
        "no_pupils": ngettext("{names} has no pupil count yet.", "{names} have no pupil count yet.", n),
        "far_behind": ngettext(
            "{names} has fewer than half of the devices it needs: {count} short.",
            "{names} have fewer than half of the devices they need: together {count} short.",
            n,
        ),
        "stale": ngettext(
            "{names}: inventory older than {days} days, of {when}. The ratio may be off.",
            "{names}: inventories older than {days} days, the oldest of {when}. The ratio may be off.",
            n,
        ),
        "requests_wait": ngettext(
            "{names} waits longer than two weeks for an answer of the quality team, since {when}.",
            "{names} wait longer than two weeks for an answer of the quality team, the first since {when}.",
            n,
        ),
        "support_ends": _(
            "{count} at {names} get no updates any more within a year, the first after {when}, and then do not count."
        ),
        "not_visited": ngettext(
            "{names} saw nobody of a quality team for eight weeks or longer.",
            "{names} saw nobody of a quality team for eight weeks or longer.",
            n,
        ),
        "past_life": _("{count} at {names} are past their life span and still count."),
    }
    return texts[signal.code].format(names=names, count=count, when=when, days=frame.board.stale_after_days)


def late_label(signal: Signal) -> str:
    """How late the milestone is that is so longest."""
    late = [milestone.days_late(signal.day) for milestone in signal.milestones if signal.day]
    return days_late(max(late, default=0))


def late_text(signal: Signal) -> str:
    """Which milestone is late; of several the one that is so longest."""
    first, n = signal.milestones[0], len(signal.milestones)
    text = ngettext(
        "**Goal {goal}** – {title} ({when}).",
        "**{n} milestones** are late, the longest of goal {goal} – {title} ({when}).",
        n,
    )
    return text.format(n=number(n), goal=first.goal, title=plain(first.title), when=day(first.due))
