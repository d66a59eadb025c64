"""The steps of an upload: choose a file, look at what was read, choose, confirm."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

import streamlit as st

from pages.inventory.cards import difference_card, recognised_card
from pages.inventory.kept import remember_kept
from pages.inventory.lots import lots_table
from pages.inventory.memory import models_card, recalled_note, what_is_remembered
from pages.inventory.problems import asked_of, problems_card
from pages.inventory.schools import refused_rows, schools_card
from pages.inventory.sheets import point_out
from pages.inventory.upload import Upload, begin, drop, watch
from pages.inventory.whole import known_card, older_note, whole_card
from pages.inventory.whose import whose_list
from pages.parts.fields import FIRST_DAY, one_day
from pages.parts.frame import Frame, answer, now, plain, this_person
from pages.parts.interrupted import noted
from pages.parts.metrics import plain_metric
from pages.ratios.data import ratio_on
from pages.server.attempts import Attempts
from pages.server.clicks import whole
from pages.server.session import UploadedFile, forget_upload, open_database
from planning.core.interrupted import ActKind
from planning.core.notation import day, moment, number, one_in, signed
from planning.core.translation import gettext as _
from planning.core.translation import in_this_language, ngettext
from planning.inventory.reading import Reading
from planning.inventory.service import NotReady, Preview, confirm_all, make_template
from planning.inventory.words import messages
from planning.workbooks.files import packed
from planning.workbooks.model import FileRefused

_begun: Final = Attempts(40, 600)  # of one person: each list is read in a process of its own
BESIDE: Final = 3  # questions that are about as high as what was recognised
AN_OLD_LIST: Final = timedelta(days=365)
LOOKED_AT = 50  # MB: what is larger than we read is refused in words, and not by the uploader's red chip


def choose_file(frame: Frame, school_id: str, *, first: bool) -> None:
    """Drag your own Excel here; nothing to type over."""
    if first:
        answer(_("**Drag your own Excel here.** You need not retype anything."))
    chosen = st.file_uploader(
        _(
            "Your list of devices, as Excel, OpenDocument or csv, up to 10 MB. Several files become one inventory. "
            "We show what we read before anything is kept."
        ),
        key=f"file_{st.session_state.get('uploads', 0)}",
        accept_multiple_files=True,
        max_upload_size=LOOKED_AT,
    )
    _say_what_is_too_large()
    if chosen:
        _begin_with(school_id, chosen)
    st.download_button(
        _("Empty template"),
        in_this_language(lambda: make_template(school_id, frame.school_name(school_id))),
        _("Inventory {school}.xlsx").format(school=frame.school_name(school_id)),
        key="empty_template",
        type="tertiary",
        icon=":material/download:",
        on_click="ignore",
    )


def _begin_with(school_id: str, chosen: Sequence[UploadedFile]) -> None:
    """Start with what was chosen; what is too much together stays for a person to leave some of it out."""
    person = this_person()
    if not _begun.count((person.board_id, person.person_id)):
        st.warning(_("You began many lists in a short while. Wait ten minutes, then go on."), icon=":material/block:")
        return
    try:
        name, content = packed([(one.name, one.getvalue()) for one in chosen])
    except FileRefused as reason:
        st.warning(plain(messages.refusal(reason)), icon=":material/block:")
        return
    begin(school_id, name, content)
    for one in chosen:
        forget_upload(one)
    st.rerun()


def _say_what_is_too_large() -> None:
    """The browser refuses what is larger than we look at with a red mark and no word: ours stand below it."""
    said = _("Larger than {n} MB. Take the pictures out, or save the list by itself; we read lists up to 10 MB.")
    mark = '[data-testid="stFileUploader"]:has([data-testid="stFileChipIconError"])::after'
    text = json.dumps(said.format(n=LOOKED_AT), ensure_ascii=False)
    st.html(f"<style>{mark} {{ content: {text}; display: block; padding-top: 0.5rem; }}</style>")


def refused(reason: FileRefused, under_way: Upload) -> None:
    """A file that cannot be read: what, and what to do."""
    with st.container(border=True):
        st.markdown(_(":orange-badge[:material/block: not read] **{file}**").format(file=plain(under_way.name)))
        st.markdown(plain(messages.refusal(reason)))
        if reason.sheet_names:
            point_out(under_way, reason.sheet_names)
        else:
            st.button(_("Choose another file"), on_click=drop, icon=":material/upload_file:")


def reading_answer(found: Preview) -> str:
    """How much was read and how many choices are left."""
    columns = [column for sheet in found.reading.sheets for column in sheet.columns]
    if not any(sheet.used for sheet in found.reading.sheets):
        return _("**No sheet is read now.** Choose which sheet is the list of **{school}**.").format(
            school=found.school_name
        )
    if columns and not any(column.field for column in columns):
        return _("**Say what is in the columns.** Then we read the list of **{school}**.").format(
            school=found.school_name
        )
    if found.is_nothing:
        return _("**Nothing of this list is left for {school}.** Change an answer, or choose another file.").format(
            school=found.school_name
        )
    rows = ngettext("{n} row", "{n} rows", len(found.reading.devices)).format(n=number(len(found.reading.devices)))
    read = ngettext(
        "**We read {devices} device in {rows}.**", "**We read {devices} devices in {rows}.**", found.read
    ).format(devices=number(found.read), rows=rows)
    waiting = found.choices_left
    if waiting == 1 and not found.reading.open_problems:
        return read + " " + _("One question about the whole list is left.")
    if not waiting and found.newest:
        return read + " " + _("Everything is clear; it changes what was, not today.")
    if not waiting:
        return read + " " + _("Everything is clear; you can confirm.")
    return (
        read
        + " "
        + ngettext(
            "**{n} choice** of yours is left before the inventory of **{school}** can take effect.",
            "**{n} choices** of yours are left before the inventory of **{school}** can take effect.",
            waiting,
        ).format(n=number(waiting), school=found.school_name)
    )


def metrics(frame: Frame, found: Preview) -> None:
    """Read, counting, waiting, and the ratio this gives on the day that confirming says it of.

    That is today; the day of the list where a newer one holds today.
    """
    on = found.counted_on if found.newest else frame.today
    school = next((s for s in ratio_on(frame, on).schools if s.school_id == found.school_id), None)
    pupils = school.pupils if school else None
    countable = found.countable(on)
    ratio = pupils / countable if pupils and countable else None
    before = school.pupils_per_device if school and found.before else None
    lots = int((found.reading.devices["count"] > 1).sum())
    info = sum(problem.severity == "info" for problem in found.reading.problems)
    with st.grid(4, min_column_width=150):
        # a telephone has room for one of these below a figure
        beside = found.devices - found.read
        stays = ngettext("{n} more stays", "{n} more stay", beside).format(n=number(beside))
        in_lots = ngettext("{n} lot", "{n} lots", lots).format(n=number(lots)) if lots else None
        plain_metric(_("Devices read"), number(found.read), stays if beside else in_lots)
        left_out = found.devices - countable
        told = ngettext("{n} does not", "{n} do not", left_out).format(n=number(left_out))
        not_counted = told if left_out else None
        plain_metric(_("Count on {day}").format(day=day(on)), number(countable), not_counted)
        waiting = number(found.choices_left)
        plain_metric(_("Need your choice"), waiting, _("{n} to know").format(n=number(info)) if info else None)
        change = signed(ratio - before, 1) if ratio and before and round(ratio - before, 1) else None
        st.metric(
            _("Ratio on {day}").format(day=day(on)),
            one_in(ratio) if ratio else "–",
            change,
            delta_color="inverse",
            delta_description=_("was {ratio}").format(ratio=one_in(before)) if change else None,
            border=True,
        )
    if told := _since_the_list(frame, found, on):
        st.caption(told)


def _since_the_list(frame: Frame, found: Preview, on: date) -> str:
    """What another day than that of the list makes of it, and that an old list says nothing of the years since."""
    told = []
    if on - found.counted_on > AN_OLD_LIST:
        text = _("This list is of {day}, more than a year ago: what came or went since is not in it.")
        told.append(text.format(day=day(found.counted_on)))
    then, now_ = found.countable(found.counted_on), found.countable(on)
    if then != now_:
        pupils = [s.pupils for s in ratio_on(frame, found.counted_on).schools if s.school_id == found.school_id]
        ratio = pupils[0] / then if pupils and pupils[0] else None
        text = ngettext(
            "On the day of the list, {day}, {n} device counted{ratio}; since then the updates of {ended} ended.",
            "On the day of the list, {day}, {n} devices counted{ratio}; since then the updates of {ended} ended.",
            then,
        )
        beside = f" ({one_in(ratio)})" if ratio else ""
        told.append(text.format(day=day(found.counted_on), n=number(then), ratio=beside, ended=number(then - now_)))
    return " ".join(told)


def show_preview(frame: Frame, under_way: Upload, found: Sequence[Preview]) -> None:
    """What was read, what needs a choice, what changes, confirm; of a list of several schools, one at a time."""
    watch()
    shown = found[0] if len(found) == 1 else _shown(found)
    if shown.likely_other:
        whose_list(frame, under_way, shown, shown.likely_other)
        return
    answer(reading_answer(shown))
    st.markdown(
        _(
            ":green-badge[:material/check: 1 File chosen] "
            ":primary-badge[:material/radio_button_checked: 2 What we read] "
            ":gray-badge[:material/radio_button_unchecked: 3 Confirm]"
        )
    )
    refused_rows(shown)
    recalled_note(frame, under_way, shown)
    schools_card(frame, under_way, found)
    older_note(shown)
    if shown.read:
        whole_card(under_way, shown, asked=any(one.asks_rest for one in found))
        known_card(under_way, next((one for one in found if one.lost), shown))
    metrics(frame, shown)
    _what_was_read(frame, under_way, shown.reading)
    models_card(frame, under_way, shown)
    if shown.devices:
        difference_card(frame, shown)
        lots_table("read", shown.reading.devices)
    _date_of_the_list(under_way, shown, frame.today)
    share = what_is_remembered(frame, shown)
    with st.container(horizontal=True, vertical_alignment="center", key="confirm_bar"):  # screen.css keeps it in sight
        _confirm_buttons(frame, under_way, found, shown, share=share)
        st.button(_("Choose another file"), type="tertiary", icon=":material/upload_file:", on_click=drop)
        stays = _("The old inventory stays kept and can be put back.") if any(one.before for one in found) else ""
        if told := _why_waiting(found) or stays:
            st.caption(told, width="stretch")


def _what_was_read(frame: Frame, under_way: Upload, reading: Reading) -> None:
    """What was recognised beside the few questions it left; many, or none, stand above it in the width of the page."""
    if 0 < len(asked_of(reading)) <= BESIDE and not frame.theme.compact:
        left, right = st.columns([1, 1.18])
        with left:
            recognised_card(under_way, reading, wide=False)
        with right:
            problems_card(under_way, reading, wide=False)
    else:
        problems_card(under_way, reading, wide=True)
        recognised_card(under_way, reading, wide=True)


def _shown(found: Sequence[Preview]) -> Preview:
    chosen = st.session_state.get("shown_school")
    return next((one for one in found if one.school_id == chosen), found[0])


def _why_waiting(found: Sequence[Preview]) -> str:
    """What stands between a person and confirming; "" where nothing does."""
    choices = sum(len(one.reading.open_problems) for one in found)
    if all(one.is_nothing for one in found):
        return _("There is nothing left to confirm.")
    if any(one.asks_rest for one in found):
        return _("First say whether this is the whole inventory.")
    if any(one.asks_known for one in found):
        return _("First say whether we keep what we knew.")
    if choices:
        return ngettext("{n} choice is left.", "{n} choices are left.", choices).format(n=number(choices))
    return "" if all(one.is_ready for one in found) else _("No device is read yet.")


def _confirm_buttons(frame: Frame, under_way: Upload, found: Sequence[Preview], shown: Preview, *, share: bool) -> None:
    if len(found) == 1:
        if st.button(_("Confirm"), type="primary", icon=":material/check:", disabled=not shown.is_ready):
            keep(frame, under_way, found, share=share)
        return
    every = _("Confirm all {n} schools").format(n=number(len(found)))
    ready = all(one.is_ready for one in found)
    if st.button(every, type="primary", icon=":material/done_all:", disabled=not ready):
        keep(frame, under_way, found, share=share)
    one = _("Confirm {school} only").format(school=shown.school_name)
    if st.button(one, icon=":material/check:", disabled=not shown.is_ready):
        keep(frame, under_way, [shown], share=share, more_to_come=True)


def _date_of_the_list(under_way: Upload, found: Preview, today: date) -> None:
    def chosen() -> None:
        said = st.session_state["counted_on"]
        if said is None or FIRST_DAY <= said <= today:
            under_way.guidance = replace(under_way.guidance, counted_on=said)

    one_day(
        _("The list shows how it was on"),
        found.counted_on,
        last=today,
        width=220,
        key="counted_on",
        on_change=chosen,
    )
    places = {
        "title": _("The day stands above the list."),
        "heading": _("The day stands in the heading of the count."),
        "sheet": _("The day is that of the sheet’s name."),
        "file": _("The day is that of the file’s name."),
    }
    if found.stated_in in places:
        st.caption(places[found.stated_in])


def keep(frame: Frame, under_way: Upload, found: Sequence[Preview], *, share: bool, more_to_come: bool = False) -> None:
    """Confirm, or say in words why that cannot be. With more schools to come the workbook stays."""
    with whole():  # a second click finds it confirmed
        try:
            with noted(frame.person, ActKind.UPLOAD, under_way.name):
                kept = confirm_all(frame.person, open_database(), now(), found, share=share)
        except NotReady as reason:
            st.warning(not_ready(reason))
            return
        if more_to_come:
            under_way.confirmed |= {version.school_id for version in kept}
        else:
            drop()
        remember_kept(found, kept)
    st.rerun()


def not_ready(reason: NotReady) -> str:
    """Why the inventory cannot be confirmed now."""
    if reason.code == "changed_meanwhile" and reason.newest:
        return _(
            "A colleague confirmed another inventory of {school} on {moment}. Look at the difference and choose again."
        ).format(school=reason.school_name, moment=moment(reason.newest.confirmed_at))
    return _("First make the choices above.")
