"""The cards of an upload: what was recognised, what needs a choice, what changes."""

from collections import Counter
from collections.abc import Sequence
from functools import partial

import streamlit as st

from pages.parts import charts
from pages.parts.frame import Frame, more, plain
from pages.parts.show import show_table
from pages.parts.theme import CONFIG, segment
from pages.parts.upload import Upload
from planning.core.notation import day, listed, number, percent
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.inventory import messages
from planning.inventory.apart import mark_apart
from planning.inventory.compare import by_model
from planning.inventory.reading import FIELDS, Column, Problem, Reading
from planning.inventory.service import Preview

SHOWN = 10  # problems at a time
LINED_UP = 12  # more answers than this fold away
NEVER_ALIKE = ("school-unknown",)  # questions whose answers differ from one to the next


def recognised_card(upload: Upload, reading: Reading) -> None:
    """File, layout and columns as read; a column can be corrected."""
    with st.container(border=True, height="stretch"):
        st.subheader(_("What we recognised"), anchor=False)
        used = [sheet for sheet in reading.sheets if sheet.used]
        aside = [plain(sheet.sheet) for sheet in reading.sheets if not sheet.used]
        lines = [f":material/description: **{plain(reading.file.name)}**"]
        lines.append(
            _("{layout} · certainty {share}").format(
                layout=messages.layout_name(reading.layout), share=percent(reading.confidence)
            )
        )
        for sheet in used:
            rows = listed([number(row) for row in sheet.header_rows])
            lines.append(
                _("Sheet **{sheet}**, header in row {rows}").format(sheet=plain(sheet.sheet), rows=rows or "–")
            )
        if aside:
            lines.append(_("Not a list of devices: {sheets}").format(sheets=", ".join(aside)))
        st.markdown("  \n".join(lines))
        columns = [column for sheet in used for column in sheet.columns]
        show_table(_column_rows(columns, many_sheets=len(used) > 1))
        named = [column.column for column in columns if column.why_left_out == "names_people"]
        if named:
            st.caption(
                ngettext(
                    ":material/lock: Column {columns} names people. We did not keep it.",
                    ":material/lock: Columns {columns} name people. We did not keep them.",
                    len(named),
                ).format(columns=listed(named))
            )
        if more("mapping", closed=_("Is a column wrong?"), opened=_("Columns are right"), icon=":material/edit:"):
            _correct(upload, columns)


def _column_rows(columns: Sequence[Column], *, many_sheets: bool) -> list[dict[str, str]]:
    return [
        {
            **({_("Sheet"): plain(column.sheet)} if many_sheets else {}),
            _("Column"): column.column,
            _("In your file"): plain(column.header),
            _("We read it as"): _read_as(column),
        }
        for column in columns
    ]


def _read_as(column: Column) -> str:
    if column.field:
        return messages.field_name(column.field)
    return _("— left out: names") if column.why_left_out == "names_people" else _("— not used")


def _correct(upload: Upload, columns: Sequence[Column]) -> None:
    left, right = st.columns(2)
    with left:
        column = st.selectbox(
            _("This column"), columns, format_func=lambda c: f"{c.column} · {c.header}", key="map_column"
        )
    with right:
        options = ["", *FIELDS]
        position = options.index(column.field or "") if column else 0
        field = st.selectbox(
            _("we should read as"),
            options,
            position,
            format_func=_field_or_none,
            key=f"map_field_{column.sheet}_{column.column}",
        )
    if column and st.button(_("Read the file again"), icon=":material/refresh:", key="map_apply"):
        upload.mapping[column.sheet, column.column] = field or None
        st.rerun()


def _field_or_none(field: str) -> str:
    return messages.field_name(field) if field else _("not used")


def problems_card(upload: Upload, reading: Reading) -> None:
    """What a person has to decide, what is good to know, what was passed over; and the marked workbook."""
    must = [problem for problem in reading.problems if problem.severity == "must"]
    info = [problem for problem in reading.problems if problem.severity == "info"]
    with st.container(border=True, height="stretch"):
        st.subheader(_("What needs a look"), anchor=False)
        labels = {
            "must": _("Choose · {n}").format(n=len(must)),
            "info": _("Good to know · {n}").format(n=len(info)),
            "ignored": _("Passed over · {n}").format(n=len(reading.ignored_rows)),
        }
        part = st.segmented_control(
            _("What to show"),
            list(labels),
            default="must" if must or not info else "info",
            required=True,
            format_func=lambda part: segment(labels[part]),
            label_visibility="collapsed",
            key="problem_part",
        )
        if part == "must":
            _choices(upload, must)
        elif part == "info":
            _notes(info)
        else:
            _passed_over(reading)
        if reading.problems:
            st.download_button(
                _("Download your file with the remarks in it"),
                partial(mark_apart, upload.content, reading),
                _("remarks {name}.xlsx").format(name=upload.name.rsplit(".", 1)[0]),
                type="tertiary",
                icon=":material/download:",
                on_click="ignore",
            )


def _choices(upload: Upload, problems: Sequence[Problem]) -> None:
    if not problems:
        st.markdown(_(":green-badge[:material/check_circle: clear] There is nothing to choose."))
        return
    ordered = sorted(problems, key=lambda problem: not problem.is_open)
    for problem in ordered[:SHOWN]:
        with st.container(border=True, gap="xsmall"):
            badge = (
                _(":red-badge[:material/error: choose]")
                if problem.is_open
                else _(":green-badge[:material/check: chosen]")
            )
            st.markdown(f"{badge} {plain(messages.where(problem))}  \n{plain(messages.message(problem))}")
            if advice := messages.advice(problem):
                st.caption(plain(advice))
            _radio(upload, problem)
    if len(problems) > SHOWN:
        st.caption(_("And {n} more; they appear as you choose.").format(n=number(len(problems) - SHOWN)))
    for code, n in Counter(problem.code for problem in problems if problem.is_open).items():
        same = [problem for problem in problems if problem.is_open and problem.code == code and problem.choices]
        if n > 2 and same and code not in NEVER_ALIKE:
            label = messages.choice_label(same[0], same[0].choices[0])
            if st.button(_("For all {n}: {choice}").format(n=n, choice=label), key=f"all_{code}"):
                upload.answers.update({problem.key: problem.choices[0].code for problem in same})
                st.rerun()


def _radio(upload: Upload, problem: Problem) -> None:
    labels = {choice.code: messages.choice_label(problem, choice) for choice in problem.choices}
    codes = list(labels)
    widget = f"answer_{problem.key}"

    def choose() -> None:
        upload.answers[problem.key] = st.session_state[widget]

    if len(codes) > LINED_UP:
        st.selectbox(
            messages.where(problem),
            codes,
            index=codes.index(problem.answer) if problem.answer in codes else None,
            placeholder=_("choose"),
            format_func=labels.__getitem__,
            label_visibility="collapsed",
            key=widget,
            on_change=choose,
        )
        return
    st.radio(
        messages.where(problem),
        codes,
        index=codes.index(problem.answer) if problem.answer in codes else None,
        format_func=labels.__getitem__,
        horizontal=True,
        label_visibility="collapsed",
        key=widget,
        on_change=choose,
    )


def _notes(problems: Sequence[Problem]) -> None:
    if not problems:
        st.markdown(_("There is nothing you need to know."))
        return
    rows = [{_("Where"): plain(messages.where(p)), _("What"): plain(messages.message(p))} for p in problems[:100]]
    show_table(rows)


def _passed_over(reading: Reading) -> None:
    rows = [
        {_("Sheet"): plain(row.sheet), _("Row"): number(row.row), _("Why"): messages.ignored_why(row)}
        for row in reading.ignored_rows[:100]
    ]
    if rows:
        show_table(rows, figures=[_("Row")])
    for total in reading.stated_totals:
        agrees = _("agrees with our count") if total.agrees else _("differs from our count")
        st.caption(
            _("Row {row}: ‘{text}’ {agrees}.").format(row=total.row, text=plain(total.as_written), agrees=agrees)
        )


def difference_card(frame: Frame, found: Preview) -> None:
    """What the new list changes against the inventory that holds now."""
    with st.container(border=True):
        if found.before is None:
            st.subheader(_("The first inventory of {school}").format(school=found.school_name), anchor=False)
            st.markdown(_("There is nothing to compare it with yet: all {n} are new.").format(n=number(found.devices)))
            return
        st.subheader(_("Difference with the inventory of {day}").format(day=day(found.before.counted_on)), anchor=False)
        left, right = st.columns([1, 1.9])
        with left:
            st.plotly_chart(
                charts.steps(
                    (day(found.before.counted_on), found.before.devices),
                    found.totals["new"],
                    found.totals["gone"],
                    _("now"),
                    frame.theme,
                ),
                theme=None,
                config=CONFIG,
                key="steps",
                alt=_("Bar chart: devices in the last inventory, added, removed and now"),
            )
        with right:
            _difference_table(found)


def _difference_table(found: Preview) -> None:
    words = {"new": _("added"), "gone": _("removed"), "changed": _("changed")}
    rows: list[dict[str, str]] = [
        {
            _("What"): words[row["outcome"]],
            _("Kind"): messages.kind_name(row["kind"]),
            _("Model"): plain(row["model"]) if isinstance(row["model"], str) else "–",
            _("Number"): number(row["devices"]),
            _("Explanation"): _what(row["what"]),
        }
        for row in by_model(found.differences).to_dict("records")
    ]
    unchanged = found.totals["unchanged"]
    if rows:
        show_table(rows if st.session_state.get("open_rows") else rows[:SHOWN], figures=[_("Number")])
    if len(rows) > SHOWN:
        every = _("Show all {n} rows").format(n=number(len(rows)))
        more("rows", closed=every, opened=_("Show fewer rows"), icon=":material/unfold_more:")
    same = ngettext("{n} device is unchanged.", "{n} devices are unchanged.", unchanged)
    st.caption(same.format(n=number(unchanged)))


def _what(fields: str) -> str:
    return listed([messages.difference_name(name) for name in fields.split(",") if name])
