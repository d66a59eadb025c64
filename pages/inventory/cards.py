"""The cards of an upload: what was recognised, and what changes."""

from collections.abc import Sequence

import streamlit as st

from pages.inventory.chart import steps
from pages.inventory.sheets import sheets_as_read
from pages.inventory.upload import Upload
from pages.parts.frame import Frame, more, plain
from pages.parts.show import show_table
from pages.parts.theme import CONFIG
from planning.core.notation import day, listed, number, percent
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.inventory.reading import FIELDS, Reading, SheetColumn
from planning.inventory.service import Preview
from planning.inventory.words import messages

SHOWN = 10  # differences at a time
NAMED = 14  # letters of a sheet's name


def recognised_card(upload: Upload, reading: Reading, *, wide: bool) -> None:
    """File, layout and columns as read; a column can be corrected. `wide`: it has the width of the page."""
    with st.container(border=True, height="stretch"):
        st.subheader(_("What we recognised"), anchor=False)
        left, right = st.columns([1, 1.18]) if wide else (st.container(), st.container())
        with left:
            _file_and_sheets(upload, reading)
        with right:
            _columns(upload, reading)


def _file_and_sheets(upload: Upload, reading: Reading) -> None:
    file = _(":material/description: **{file}** · certainty {share}")
    st.markdown(file.format(file=plain(reading.file.name), share=percent(reading.confidence)))
    sheets_as_read(upload, reading)


def _columns(upload: Upload, reading: Reading) -> None:
    used = [sheet for sheet in reading.sheets if sheet.used]
    columns = [column for sheet in used for column in sheet.columns]
    show_table(_column_rows(columns, many_sheets=len(used) > 1), _("What we recognised"))
    named = [column.column for column in columns if column.why_left_out == "names_people"]
    if named:
        st.caption(
            ngettext(
                ":material/lock: Column {columns} names people. We did not keep it.",
                ":material/lock: Columns {columns} name people. We did not keep them.",
                len(named),
            ).format(columns=listed(named))
        )
    if not columns:
        return
    if not any(column.field for column in columns):
        st.session_state.setdefault("open_mapping", True)  # nothing can be read before a person says what is where
    if more("mapping", closed=_("Is a column wrong?"), opened=_("Columns are right"), icon=":material/edit:"):
        _correct(upload, columns)


def _column_rows(columns: Sequence[SheetColumn], *, many_sheets: bool) -> list[dict[str, str]]:
    return [
        {
            _("Column"): plain(_place_of(column, many_sheets=many_sheets)),
            _("In your file"): plain(column.header),
            _("We read it as"): _read_as(column),
        }
        for column in columns
    ]


def _place_of(column: SheetColumn, *, many_sheets: bool) -> str:
    """Its letters, and of several sheets whose; a telephone has no room for a column of names, nor for a long one."""
    sheet = column.sheet if len(column.sheet) <= NAMED else f"{column.sheet[: NAMED - 1]}…"
    return f"{sheet} · {column.column}" if many_sheets else column.column


def _read_as(column: SheetColumn) -> str:
    if column.field:
        return messages.field_name(column.field)
    return _("— left out: names") if column.why_left_out == "names_people" else _("— not used")


def _correct(upload: Upload, columns: Sequence[SheetColumn]) -> None:
    many_sheets = len({column.sheet for column in columns}) > 1
    left, right = st.columns(2)
    with left:
        column = st.selectbox(
            _("This column"),
            columns,
            format_func=lambda c: f"{_place_of(c, many_sheets=many_sheets)} · {c.header}",
            key="map_column",
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
        upload.guidance = upload.guidance.with_column(column.sheet, column.column, field or None)
        st.rerun()


def _field_or_none(field: str) -> str:
    return messages.field_name(field) if field else _("not used")


def difference_card(frame: Frame, found: Preview) -> None:
    """What the new list changes against the inventory that holds now."""
    with st.container(border=True):
        if found.before is None:
            st.subheader(_("The first inventory of {school}").format(school=found.school_name), anchor=False)
            text = ngettext(
                "There is nothing to compare it with yet: its {n} device is new.",
                "There is nothing to compare it with yet: all {n} are new.",
                found.devices,
            )
            st.markdown(text.format(n=number(found.devices)))
            return
        st.subheader(_("Difference with the inventory of {day}").format(day=day(found.before.counted_on)), anchor=False)
        left, right = st.columns([1, 1.9])
        with left:
            st.plotly_chart(
                steps(
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
        if found.disposed:
            text = ngettext(
                ":material/delete: {n} device of these is gone by the list’s own words. It is kept as such.",
                ":material/delete: {n} devices of these are gone by the list’s own words. They are kept as such.",
                found.disposed,
            )
            st.caption(text.format(n=number(found.disposed)))


def _difference_table(found: Preview) -> None:
    words = {"new": _("added"), "gone": _("removed"), "changed": _("changed")}
    differences = found.differences_by_model
    explained = any(differences["what"])
    rows: list[dict[str, str]] = [
        {
            _("What"): words[row["outcome"]],
            _("Kind"): messages.kind_name(row["kind"]),
            _("Model"): plain(row["model"]) if isinstance(row["model"], str) else "–",
            _("Number"): number(row["devices"]),
            **({_("Explanation"): _what(row["what"])} if explained else {}),
        }
        for row in differences.to_dict("records")
    ]
    unchanged = found.totals["unchanged"]
    if rows:
        show_table(
            rows if st.session_state.get("open_rows") else rows[:SHOWN],
            _("What changes"),
            figures=[_("Number")],
            whole=lambda: rows,
        )
    if len(rows) > SHOWN:
        every = _("Show all {n} rows").format(n=number(len(rows)))
        more("rows", closed=every, opened=_("Show fewer rows"), icon=":material/unfold_more:")
    if unchanged:
        same = ngettext("{n} device is unchanged.", "{n} devices are unchanged.", unchanged).format(n=number(unchanged))
        st.caption(same if rows else _("Nothing changed: {same}").format(same=same))


def _what(fields: str) -> str:
    return listed([messages.difference_name(name) for name in fields.split(",") if name])
